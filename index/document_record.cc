#include "index/document_record.h"

#include <xxhash.h>

#include <cmath>
#include <cstdint>
#include <utility>

#include "index/byte_codec.h"
#include "index/document_record_format.h"

namespace dateline {
namespace {

template <class T>
void append_enum(std::string& out, T value) {
  append_varint(out, static_cast<std::uint64_t>(value));
}

// Whether value and range of `mention` are those of `date`.
bool is_plain(const DateMention& mention, Date date) {
  return date && is_valid(date) && precision(date) == mention.precision &&
         mention.range == DateRange{first_day(date), last_day(date)} &&
         mention.value == to_string(date);
}

}  // namespace

std::uint32_t record::checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

std::string_view RecordEncoder::encode(const AnnotatedArticle& annotated) {
  const Article& article = annotated.article;
  begin(article);
  record_.push_back(record::kVersion);
  put(article);
  put(annotated.regions);
  // The body first: a name is in full there more often than in the title.
  put(annotated.body, article.body);
  put(annotated.title, article.title);
  put_checksum();
  return record_;
}

void RecordEncoder::begin(const Article& article) {
  record_.clear();
  names_.clear();
  reasons_.clear();
  for (const std::string_view reason : record::kCommonReasons) reasons_.row(reason);
  published_ = to_string(article.published.date);
  publication_ = record::number_of(article.published.date);
  last_date_ = publication_;
  last_region_ = Region::kBody;
  last_reason_ = {};
}

void RecordEncoder::put_checksum() {
  const std::uint32_t sum = record::checksum(record_);
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
  const bool given =
      published.reason.empty() && published.confidence == (published.date ? 1.0 : 0.0);
  append_varint(record_,
                static_cast<std::uint64_t>(published.origin) << 1 | (given ? 0 : 1));
  put(published.date);
  put(published.not_before);
  put(published.not_after);
  if (given) return;
  const double steps = std::round(published.confidence * record::kConfidenceSteps);
  const bool sane = steps >= 0 && steps <= record::kConfidenceSteps;
  append_varint(record_, sane ? static_cast<std::uint64_t>(steps) : 0);
  append_string(record_, published.reason);
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

void RecordEncoder::put(const Annotations& annotations, std::string_view text) {
  append_varint(record_, annotations.names.size());
  std::size_t previous = 0;
  for (const NameMention& mention : annotations.names) {
    put_place(mention.begin, mention.end, previous);
    put(mention, text.substr(mention.begin, mention.end - mention.begin));
  }
  append_varint(record_, annotations.dates.size());
  previous = 0;
  for (const DateMention& mention : annotations.dates) {
    put_place(mention.begin, mention.end, previous);
    put(mention);
  }
}

void RecordEncoder::put(const NameMention& mention, std::string_view surface) {
  const Name& name = mention.name;
  const std::size_t names = names_.rows().size();
  const std::uint64_t row =
      names_.row(name.text, static_cast<std::uint32_t>(name.kind));
  const bool differs = mention.region != last_region_ || mention.reason != last_reason_;
  append_varint(record_, row << 2 | (mention.is_demonym ? 2 : 0) | (differs ? 1 : 0));
  if (row == names) {
    const bool is_spelled = name.text != surface;
    append_varint(record_,
                  static_cast<std::uint64_t>(name.kind) << 1 | (is_spelled ? 1 : 0));
    if (is_spelled) append_string(record_, name.text);
  }
  if (differs) {
    append_enum(record_, mention.region);
    put_reason(mention.reason);
    last_region_ = mention.region;
    last_reason_ = mention.reason;
  }
  put_score(mention.score);
}

void RecordEncoder::put(const DateMention& mention) {
  const Date date = record::cut_to(mention.range.first, mention.precision);
  const bool plain = is_plain(mention, date);
  append_varint(record_, record::shape_of(mention) << 1 | (plain ? 1 : 0));
  if (plain) {
    append_signed(record_, record::number_of(date) - last_date_);
    last_date_ = record::number_of(date);
  } else {
    append_string(record_, mention.value);
    put(mention.range.first);
    put(mention.range.last);
  }
  put_score(mention.score);
  const bool has_details = !mention.modifier.empty() || mention.anchor;
  put_reason(mention.reason, has_details);
  if (!has_details) return;
  put_reason(mention.modifier);
  append_signed(record_, record::number_of(mention.anchor) - publication_);
}

void RecordEncoder::put_reason(std::string_view reason, bool more_follows) {
  const bool by_publication = !published_.empty() && reason.ends_with(published_);
  if (by_publication) reason.remove_suffix(published_.size());
  const std::size_t reasons = reasons_.rows().size();
  const std::uint64_t row = reasons_.row(reason);
  append_varint(record_, row << 2 | (more_follows ? 2 : 0) | (by_publication ? 1 : 0));
  if (row == reasons) append_string(record_, reason);
}

std::string encode_record(const AnnotatedArticle& article) {
  return std::string(RecordEncoder().encode(article));
}

}  // namespace dateline
