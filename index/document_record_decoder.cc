#include <dateline/error.h>

#include <cstdint>
#include <string>
#include <vector>

#include "index/byte_codec.h"
#include "index/document_record.h"
#include "index/document_record_format.h"

namespace dateline {
namespace {

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  AnnotatedArticle decode() {
    read_version();
    AnnotatedArticle annotated;
    read(annotated.article);
    read(annotated.regions, annotated.article.body.size());
    if (with_tables_) {
      read_mentions_by_tables(annotated);
    } else {
      read_mentions(annotated);
    }
    if (!in_.good() || !in_.at_end()) throw_damaged_record();
    return annotated;
  }

  Article decode_heading() {
    read_version();
    Article article;
    article.id = in_.string();
    article.title = in_.string();
    in_.string();  // The body.
    article.source = in_.string();
    article.url = in_.string();
    in_.string();  // The language.
    read(article.published);
    if (!in_.good()) throw_damaged_record();
    return article;
  }

 private:
  void read_version() {
    const auto version = static_cast<char>(in_.byte());
    with_tables_ = version == record::kVersionWithTables;
    if (version != record::kVersion && !with_tables_) throw_damaged_record();
  }

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
    return date_of(static_cast<std::int64_t>(in_.below(record::kDateNumbers)));
  }

  static Date date_of(std::int64_t number) {
    if (number < 0 || number >= record::kDateNumbers) throw_damaged_record();
    const auto key = static_cast<int>(number);
    const Date read{key / 32 / 13, key / 32 % 13, key % 32};
    if (!is_valid(read)) throw_damaged_record();
    return read;
  }

  DateRange range() {
    const Date first = date();
    return {first, date()};
  }

  void read(Publication& published) {
    const std::uint64_t code = with_tables_ ? in_.below(record::kOrigins) << 1
                                            : in_.below(record::kOrigins << 1);
    published.origin = static_cast<DateOrigin>(code >> 1);
    published.date = date();
    published.not_before = date();
    published.not_after = date();
    published.confidence = published.date ? 1 : 0;
    if ((code & 1) == 0) return;
    published.confidence =
        static_cast<double>(in_.below(record::kConfidenceSteps + 1)) /
        static_cast<double>(record::kConfidenceSteps);
    published.reason = in_.string();
  }

  void read(Article& article) {
    for (std::string* text : {&article.id, &article.title, &article.body,
                              &article.source, &article.url, &article.language}) {
      *text = in_.string();
    }
    read(article.published);
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
    if (!in_.good() || begin > limit || length > limit - begin) throw_damaged_record();
    span.begin = static_cast<std::size_t>(begin);
    span.end = static_cast<std::size_t>(begin + length);
    previous = span.end;
  }

  void read(std::vector<RegionSpan>& regions, std::size_t limit) {
    regions.resize(in_.count(3));
    std::size_t previous = 0;
    for (RegionSpan& span : regions) {
      read_place(span, previous, limit);
      span.region = enumerator<Region>(record::kRegions);
    }
  }

  void read_mentions(AnnotatedArticle& annotated) {
    const Article& article = annotated.article;
    published_ = to_string(article.published.date);
    publication_ = record::number_of(article.published.date);
    last_date_ = publication_;
    reasons_.assign(record::kCommonReasons.begin(), record::kCommonReasons.end());
    read(annotated.body, article.body);
    read(annotated.title, article.title);
  }

  void read(Annotations& annotations, std::string_view text) {
    annotations.names.resize(in_.count(4));
    std::size_t previous = 0;
    for (NameMention& mention : annotations.names) {
      read_place(mention, previous, text.size());
      read(mention, text.substr(mention.begin, mention.end - mention.begin));
    }
    annotations.dates.resize(in_.count(6));
    previous = 0;
    for (DateMention& mention : annotations.dates) {
      read_place(mention, previous, text.size());
      read(mention);
    }
  }

  void read(NameMention& mention, std::string_view surface) {
    const std::uint64_t code = in_.varint();
    mention.is_demonym = (code & 2) != 0;
    if (code >> 2 == names_.size()) names_.push_back(new_name(surface));
    mention.name = copy_of(names_, code >> 2);
    if ((code & 1) != 0) {
      last_region_ = enumerator<Region>(record::kRegions);
      last_reason_ = reason();
    }
    mention.region = last_region_;
    take_copy(last_reason_.size());
    mention.reason = last_reason_;
    mention.score = in_.byte() / 255.0;
  }

  Name new_name(std::string_view surface) {
    const std::uint64_t code = in_.below(kNameKinds.size() << 1);
    const bool is_spelled = (code & 1) != 0;
    if (!is_spelled) take_copy(surface.size());
    return {static_cast<NameKind>(code >> 1),
            std::string(is_spelled ? in_.string() : surface)};
  }

  std::string reason() {
    const std::uint64_t code = in_.varint();
    if (code >> 2 == reasons_.size()) reasons_.emplace_back(in_.string());
    std::string text = copy_of(reasons_, code >> 2);
    if ((code & 1) != 0) text += published_;
    more_follows_ = (code & 2) != 0;
    return text;
  }

  void read(DateMention& mention) {
    const std::uint64_t code =
        in_.below(record::kRegions * record::kPrecisions * record::kTypes << 1);
    const std::uint64_t shape = code >> 1;
    mention.type = static_cast<DateType>(shape % record::kTypes);
    mention.precision =
        static_cast<DatePrecision>(shape / record::kTypes % record::kPrecisions);
    mention.region = static_cast<Region>(shape / record::kTypes / record::kPrecisions);
    if ((code & 1) != 0) {
      read_plain(mention);
    } else {
      mention.value = in_.string();
      mention.range = range();
    }
    mention.score = in_.byte() / 255.0;
    mention.reason = reason();
    if (!more_follows_) return;
    mention.modifier = reason();
    mention.anchor = date_of(publication_ + distance());
  }

  // Of the numbers of two dates.
  std::int64_t distance() {
    const std::int64_t read = in_.signed_varint();
    if (read < -record::kDateNumbers || read > record::kDateNumbers)
      throw_damaged_record();
    return read;
  }

  // Value and range of one Date.
  void read_plain(DateMention& mention) {
    last_date_ += distance();
    const Date read = date_of(last_date_);
    if (!read || precision(read) != mention.precision) throw_damaged_record();
    mention.value = to_string(read);
    mention.range = {first_day(read), last_day(read)};
  }

  // Version 1.
  void read_mentions_by_tables(AnnotatedArticle& annotated) {
    names_.resize(in_.count(2));
    for (Name& row : names_) row = name();
    reasons_ = strings();
    read_by_tables(annotated.title, annotated.article.title.size());
    read_by_tables(annotated.body, annotated.article.body.size());
  }

  void read_by_tables(Annotations& annotations, std::size_t limit) {
    annotations.names.resize(in_.count(6));
    std::size_t previous = 0;
    for (NameMention& mention : annotations.names) {
      read_place(mention, previous, limit);
      mention.name = copy_of(names_, in_.varint());
      const std::uint64_t flags = in_.below(record::kRegions << 1);
      mention.region = static_cast<Region>(flags >> 1);
      mention.is_demonym = (flags & 1) != 0;
      mention.score = in_.byte() / 255.0;
      mention.reason = copy_of(reasons_, in_.varint());
    }
    annotations.dates.resize(in_.count(10));
    previous = 0;
    for (DateMention& mention : annotations.dates) {
      read_place(mention, previous, limit);
      read_by_tables(mention);
    }
  }

  void read_by_tables(DateMention& mention) {
    mention.type = enumerator<DateType>(record::kTypes);
    mention.value = in_.string();
    mention.precision = enumerator<DatePrecision>(record::kPrecisions);
    mention.range = range();
    mention.region = enumerator<Region>(record::kRegions);
    mention.score = in_.byte() / 255.0;
    mention.reason = copy_of(reasons_, in_.varint());
  }

  static std::size_t size_of(const std::string& text) { return text.size(); }
  static std::size_t size_of(const Name& name) { return name.text.size(); }

  template <class T>
  const T& copy_of(const std::vector<T>& table, std::uint64_t number) {
    if (number >= table.size()) throw_damaged_record();
    const T& found = table[static_cast<std::size_t>(number)];
    take_copy(size_of(found));
    return found;
  }

  void take_copy(std::size_t bytes) {
    if (bytes > copies_left_) throw_damaged_record();
    copies_left_ -= bytes;
  }

  ByteReader in_;
  bool with_tables_ = false;  // Version 1.
  // A few bytes may name a long row, over and over: what that may cost is bounded.
  std::size_t copies_left_ = std::size_t{1} << 28;
  std::vector<Name> names_;
  std::vector<std::string> reasons_;
  std::string published_;
  std::int64_t publication_ = 0;  // Its number.
  std::int64_t last_date_ = 0;
  bool more_follows_ = false;  // Behind the reason read last.
  Region last_region_ = Region::kBody;
  std::string last_reason_;
};

// The bytes of a record before its checksum, which is right.
std::string_view checked_content(std::string_view record) {
  if (record.size() < 1 + record::kChecksumBytes) throw_damaged_record();
  const std::string_view content =
      record.substr(0, record.size() - record::kChecksumBytes);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < record::kChecksumBytes; ++i) {
    sum |= std::uint32_t{static_cast<unsigned char>(record[content.size() + i])}
           << (8 * i);
  }
  if (sum != record::checksum(content)) throw_damaged_record();
  return content;
}

}  // namespace

void throw_damaged_record() {
  throw Error(ErrorCode::kCorrupt,
              "A stored article is damaged: index it again, or rebuild the index.");
}

AnnotatedArticle decode_record(std::string_view record) {
  return Decoder(checked_content(record)).decode();
}

Article decode_heading(std::string_view record) {
  return Decoder(checked_content(record)).decode_heading();
}

}  // namespace dateline
