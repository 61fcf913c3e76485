// Layout, version 1: the version byte; the article's texts and publication; the
// regions; a table of the distinct names and reasons; mentions of title and body, which
// name rows of it; four bytes of checksum over all that is before them. Offsets are
// written as distances from the end of the mention before.

#include "index/document_record.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "index/byte_codec.h"

namespace dateline {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kChecksumBytes = 4;
constexpr std::uint64_t kRegions = static_cast<std::uint64_t>(Region::kFurniture) + 1;
constexpr std::uint64_t kTypes = static_cast<std::uint64_t>(DateType::kSet) + 1;
constexpr std::uint64_t kPrecisions =
    static_cast<std::uint64_t>(DatePrecision::kDay) + 1;
constexpr std::uint64_t kOrigins =
    static_cast<std::uint64_t>(DateOrigin::kCitations) + 1;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

[[noreturn]] void throw_corrupt() {
  throw Error(ErrorCode::kCorrupt,
              "A stored article is damaged: rebuild the index, or index it again.");
}

template <class T>
void append_enum(std::string& out, T value) {
  append_varint(out, static_cast<std::uint64_t>(value));
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  AnnotatedArticle decode() {
    if (in_.byte() != static_cast<unsigned char>(kVersion)) throw_corrupt();
    AnnotatedArticle annotated;
    read(annotated.article);
    const std::size_t title = annotated.article.title.size();
    const std::size_t body = annotated.article.body.size();
    read(annotated.regions, body);
    read_tables();
    read(annotated.title, title);
    read(annotated.body, body);
    if (!in_.good() || !in_.at_end()) throw_corrupt();
    return annotated;
  }

 private:
  template <class T>
  T enumerator(std::uint64_t limit) {
    return static_cast<T>(in_.below(limit));
  }

  Name name() {
    const auto kind = enumerator<NameKind>(kNameKinds.size());
    return {kind, std::string(in_.string())};
  }

  std::vector<std::string> strings() {
    std::vector<std::string> texts(in_.count());
    for (std::string& text : texts) text = in_.string();
    return texts;
  }

  Date date() {
    const auto key = static_cast<int>(in_.below(std::uint64_t{10000} * 13 * 32));
    const Date read{key / 32 / 13, key / 32 % 13, key % 32};
    if (!is_valid(read)) throw_corrupt();
    return read;
  }

  DateRange range() {
    const Date first = date();
    return {first, date()};
  }

  void read(Article& article) {
    for (std::string* text : {&article.id, &article.title, &article.body,
                              &article.source, &article.url, &article.language}) {
      *text = in_.string();
    }
    article.published.origin = enumerator<DateOrigin>(kOrigins);
    article.published.date = date();
    article.published.not_before = date();
    article.published.not_after = date();
    article.authors = strings();
    article.topics = strings();
    article.names.resize(in_.count(2));
    for (Name& given : article.names) given = name();
  }

  // Bytes of a text of `limit` bytes.
  template <class Span>
  void read_place(Span& span, std::size_t& previous, std::size_t limit) {
    const std::uint64_t begin =
        previous + static_cast<std::uint64_t>(in_.signed_varint());
    const std::uint64_t length = in_.varint();
    if (!in_.good() || begin > limit || length > limit - begin) throw_corrupt();
    span.begin = static_cast<std::size_t>(begin);
    span.end = static_cast<std::size_t>(begin + length);
    previous = span.end;
  }

  void read(std::vector<RegionSpan>& regions, std::size_t limit) {
    regions.resize(in_.count(3));
    std::size_t previous = 0;
    for (RegionSpan& span : regions) {
      read_place(span, previous, limit);
      span.region = enumerator<Region>(kRegions);
    }
  }

  void read_tables() {
    names_.resize(in_.count(2));
    for (Name& row : names_) row = name();
    reasons_ = strings();
  }

  static std::size_t size_of(const std::string& text) { return text.size(); }
  static std::size_t size_of(const Name& name) { return name.text.size(); }

  template <class T>
  const T& row(const std::vector<T>& table) {
    const std::uint64_t number = in_.varint();
    if (number >= table.size()) throw_corrupt();
    const T& found = table[static_cast<std::size_t>(number)];
    if (size_of(found) > copies_left_) throw_corrupt();
    copies_left_ -= size_of(found);
    return found;
  }

  void read(Annotations& annotations, std::size_t limit) {
    annotations.names.resize(in_.count(6));
    std::size_t previous = 0;
    for (NameMention& mention : annotations.names) {
      read_place(mention, previous, limit);
      mention.name = row(names_);
      const std::uint64_t flags = in_.below(kRegions << 1);
      mention.region = static_cast<Region>(flags >> 1);
      mention.is_demonym = (flags & 1) != 0;
      mention.score = in_.byte() / 255.0;
      mention.reason = row(reasons_);
    }
    annotations.dates.resize(in_.count(12));
    previous = 0;
    for (DateMention& mention : annotations.dates) {
      read_place(mention, previous, limit);
      read(mention);
    }
  }

  void read(DateMention& mention) {
    mention.type = enumerator<DateType>(kTypes);
    mention.value = in_.string();
    mention.precision = enumerator<DatePrecision>(kPrecisions);
    mention.range = range();
    mention.region = enumerator<Region>(kRegions);
    mention.score = in_.byte() / 255.0;
    mention.reason = row(reasons_);
    mention.modifier = row(reasons_);
    mention.anchor = date();
  }

  ByteReader in_;
  // A few bytes may name a long row, over and over: what that may cost is bounded.
  std::size_t copies_left_ = std::size_t{1} << 28;
  std::vector<Name> names_;
  std::vector<std::string> reasons_;
};

}  // namespace

std::string_view RecordEncoder::encode(const AnnotatedArticle& annotated) {
  names_.clear();
  reasons_.clear();
  mentions_.clear();
  record_.clear();
  put(annotated.title);  // Mentions fill the tables, but are written behind them.
  put(annotated.body);
  mentions_.swap(record_);
  record_.push_back(kVersion);
  put(annotated.article);
  put(annotated.regions);
  put_tables();
  record_ += mentions_;
  put_checksum();
  return record_;
}

void RecordEncoder::put_checksum() {
  const std::uint32_t sum = checksum(record_);
  for (unsigned shift = 0; shift < 32; shift += 8) {
    record_.push_back(static_cast<char>(sum >> shift));
  }
}

void RecordEncoder::put(const Name& name) {
  append_enum(record_, name.kind);
  append_string(record_, name.text);
}

void RecordEncoder::put(const std::vector<std::string>& strings) {
  append_varint(record_, strings.size());
  for (const std::string& text : strings) append_string(record_, text);
}

void RecordEncoder::put(Date date) {
  append_varint(record_, static_cast<std::uint64_t>((date.year * 13 + date.month) * 32 +
                                                    date.day));
}

void RecordEncoder::put(const Publication& published) {
  append_enum(record_, published.origin);
  put(published.date);
  put(published.not_before);
  put(published.not_after);
}

void RecordEncoder::put(const Article& article) {
  for (const std::string* text : {&article.id, &article.title, &article.body,
                                  &article.source, &article.url, &article.language}) {
    append_string(record_, *text);
  }
  put(article.published);
  put(article.authors);
  put(article.topics);
  append_varint(record_, article.names.size());
  for (const Name& name : article.names) put(name);
}

void RecordEncoder::put_place(std::size_t begin, std::size_t end,
                              std::size_t& previous) {
  append_signed(record_, static_cast<std::int64_t>(begin - previous));
  append_varint(record_, end - begin);
  previous = end;
}

void RecordEncoder::put_score(double score) {
  const double steps = std::round(score * 255);
  record_.push_back(static_cast<char>(
      static_cast<unsigned char>(steps >= 0 && steps <= 255 ? steps : 0)));
}

void RecordEncoder::put(const std::vector<RegionSpan>& regions) {
  append_varint(record_, regions.size());
  std::size_t previous = 0;
  for (const RegionSpan& span : regions) {
    put_place(span.begin, span.end, previous);
    append_enum(record_, span.region);
  }
}

void RecordEncoder::put(const Annotations& annotations) {
  append_varint(record_, annotations.names.size());
  std::size_t previous = 0;
  for (const NameMention& mention : annotations.names) {
    put_place(mention.begin, mention.end, previous);
    put(mention);
  }
  append_varint(record_, annotations.dates.size());
  previous = 0;
  for (const DateMention& mention : annotations.dates) {
    put_place(mention.begin, mention.end, previous);
    put(mention);
  }
}

void RecordEncoder::put(const NameMention& mention) {
  append_varint(record_, names_.row(mention.name.text,
                                    static_cast<std::uint32_t>(mention.name.kind)));
  append_varint(record_, static_cast<std::uint64_t>(mention.region) << 1 |
                             (mention.is_demonym ? 1 : 0));
  put_score(mention.score);
  append_varint(record_, reasons_.row(mention.reason));
}

void RecordEncoder::put(const DateMention& mention) {
  append_enum(record_, mention.type);
  append_string(record_, mention.value);
  append_enum(record_, mention.precision);
  put(mention.range.first);
  put(mention.range.last);
  append_enum(record_, mention.region);
  put_score(mention.score);
  append_varint(record_, reasons_.row(mention.reason));
  append_varint(record_, reasons_.row(mention.modifier));
  put(mention.anchor);
}

void RecordEncoder::put_tables() {
  append_varint(record_, names_.rows().size());
  for (const Interner::Row& name : names_.rows()) {
    append_varint(record_, name.tag);
    append_string(record_, name.text);
  }
  append_varint(record_, reasons_.rows().size());
  for (const Interner::Row& reason : reasons_.rows()) {
    append_string(record_, reason.text);
  }
}

std::string encode_record(const AnnotatedArticle& article) {
  return std::string(RecordEncoder().encode(article));
}

AnnotatedArticle decode_record(std::string_view record) {
  if (record.size() < 1 + kChecksumBytes) throw_corrupt();
  const std::string_view content = record.substr(0, record.size() - kChecksumBytes);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kChecksumBytes; ++i) {
    sum |= std::uint32_t{static_cast<unsigned char>(record[content.size() + i])}
           << (8 * i);
  }
  if (sum != checksum(content)) throw_corrupt();
  return Decoder(content).decode();
}

}  // namespace dateline
