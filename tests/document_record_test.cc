// The stored form of an article: everything comes back, and damage is told.

#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "index/document_record.h"

namespace {

using namespace dateline;

NameMention name_mention(std::size_t begin, std::size_t end, NameKind kind,
                         const char* text) {
  NameMention mention;
  mention.begin = begin;
  mention.end = end;
  mention.name.kind = kind;
  mention.name.text = text;
  mention.reason = "a long enough reason";
  return mention;
}

AnnotatedArticle sample() {
  AnnotatedArticle annotated;
  Article& article = annotated.article;
  article.id = "a1";
  article.title = "Lavrov in Delhi";
  article.body =
      "Russian minister Sergey Lavrov spoke on 2 March 2023.\nRelated: more\n";
  article.published.date = {2023, 3};
  article.published.origin = DateOrigin::kUrl;
  article.published.not_before = {2023, 3, 1};
  article.published.not_after = {2023, 3, 31};
  article.published.confidence = 0.93;
  article.published.reason = "Its address has the day.";
  article.source = "Reuters";
  article.authors = {"A. Writer", ""};
  article.url = "https://example.org/2023/03/a1";
  article.language = "en-GB";
  article.topics = {"diplomacy", "nükleer"};
  article.names = {{NameKind::kPlace, "India"}, {NameKind::kThing, "New START"}};
  annotated.regions = {{0, 54, Region::kBody}, {54, 68, Region::kRelated}};
  annotated.title.names = {name_mention(0, 6, NameKind::kPerson, "Sergey Lavrov")};
  annotated.title.names[0].region = Region::kTitle;
  annotated.body.names = {name_mention(0, 7, NameKind::kPlace, "Russia"),
                          name_mention(17, 30, NameKind::kPerson, "Sergey Lavrov")};
  annotated.body.names[0].score = 0.6;
  annotated.body.names[0].is_demonym = true;
  annotated.body.names[1].score = 0.2;
  annotated.body.names[1].reason = "title";
  annotated.body.dates = {{40, 52, DateType::kDate, "2023-03-02", DatePrecision::kDay,
                           DateRange{{2023, 3, 2}, {2023, 3, 2}}, Region::kBody, 0.8,
                           "day month year", "APPROX", Date{2023, 3, 1}}};
  return annotated;
}

void check_same(const NameMention& a, const NameMention& b) {
  CHECK(a.begin == b.begin);
  CHECK(a.end == b.end);
  CHECK(a.name == b.name);
  CHECK(a.region == b.region);
  CHECK(std::abs(a.score - b.score) <= 0.5 / 255);
  CHECK(a.reason == b.reason);
  CHECK(a.is_demonym == b.is_demonym);
}

void check_same(const DateMention& a, const DateMention& b) {
  CHECK(a.begin == b.begin);
  CHECK(a.end == b.end);
  CHECK(a.type == b.type);
  CHECK(a.value == b.value);
  CHECK(a.precision == b.precision);
  CHECK(a.range == b.range);
  CHECK(a.region == b.region);
  CHECK(std::abs(a.score - b.score) <= 0.5 / 255);
  CHECK(a.reason == b.reason);
  CHECK(a.modifier == b.modifier);
  CHECK(a.anchor == b.anchor);
}

void check_same(const Annotations& a, const Annotations& b) {
  REQUIRE(a.names.size() == b.names.size());
  for (std::size_t i = 0; i < a.names.size(); ++i) check_same(a.names[i], b.names[i]);
  REQUIRE(a.dates.size() == b.dates.size());
  for (std::size_t i = 0; i < a.dates.size(); ++i) check_same(a.dates[i], b.dates[i]);
}

void check_same(const AnnotatedArticle& a, const AnnotatedArticle& b) {
  CHECK(a.article == b.article);
  CHECK(a.regions == b.regions);
  check_same(a.title, b.title);
  check_same(a.body, b.body);
}

template <class Decode>
void check_corrupt(const std::string& record, Decode decode) {
  try {
    decode(record);
    FAIL("decoded");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kCorrupt);
  }
}

// By its heading as by all of it.
void check_corrupt(const std::string& record) {
  check_corrupt(record, decode_record);
  check_corrupt(record, decode_heading);
}

void check_heading(const Article& heading, const Article& whole) {
  CHECK(heading.id == whole.id);
  CHECK(heading.title == whole.title);
  CHECK(heading.source == whole.source);
  CHECK(heading.url == whole.url);
  CHECK(heading.published == whole.published);
  CHECK(heading.body.empty());
  CHECK(heading.language.empty());
  CHECK(heading.authors.empty());
}

// `content` with the checksum that a record of it would have.
std::string with_checksum(std::string content) {
  const auto sum = XXH3_64bits(content.data(), content.size());
  for (unsigned shift = 0; shift < 32; shift += 8) {
    content.push_back(static_cast<char>(sum >> shift));
  }
  return content;
}

TEST_CASE("document record: everything comes back") {
  for (const AnnotatedArticle& annotated : {sample(), AnnotatedArticle{}}) {
    const AnnotatedArticle read = decode_record(encode_record(annotated));
    check_same(read, annotated);
    check_heading(decode_heading(encode_record(annotated)), annotated.article);
  }
}

// sample(), as version 1 wrote it.
constexpr std::string_view kOldRecord =
    "010261310f4c6176726f7620696e2044656c6869445275737369616e206d696e69737465"
    "7220536572676579204c6176726f762073706f6b65206f6e2032204d6172636820323032"
    "332e0a52656c617465643a206d6f72650a07526575746572731e68747470733a2f2f6578"
    "616d706c652e6f72672f323032332f30332f613105656e2d474202c0af33c1af33dfaf33"
    "0209412e205772697465720002096469706c6f6d616379086ec3bc6b6c65657202020549"
    "6e64696103094e657720535441525402003602000e0702000d536572676579204c617672"
    "6f760206527573736961031461206c6f6e6720656e6f75676820726561736f6e05746974"
    "6c650e646179206d6f6e746820796561720100060000ff000002000701059900140d0004"
    "330101500c000a323032332d30332d303203c2af33c2af3302cc02c273e2ff";

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes +=
        static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TEST_CASE("document record: one of version 1 is read") {
  AnnotatedArticle expected = sample();
  expected.body.dates[0].modifier.clear();
  expected.body.dates[0].anchor = {};
  expected.article.published.confidence = 1;
  expected.article.published.reason.clear();
  check_same(decode_record(from_hex(kOldRecord)), expected);
  check_heading(decode_heading(from_hex(kOldRecord)), expected.article);
}

std::string random_text(std::mt19937& random) {
  std::string text(random() % 40, 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % 3);
  return text;
}

NameMention random_name(std::mt19937& random, std::size_t begin,
                        std::string_view text) {
  const std::size_t end = std::min(text.size(), begin + 1 + random() % 300);
  NameMention mention =
      name_mention(begin, end, kNameKinds[random() % kNameKinds.size()], "");
  mention.name.text = random() % 2 == 0 ? std::string(text.substr(begin, end - begin))
                                        : random_text(random).substr(0, 3);
  mention.region = static_cast<Region>(random() % 9);
  mention.score = static_cast<double>(random() % 256) / 255;
  mention.reason = random() % 2 == 0 ? "" : random_text(random);
  mention.is_demonym = random() % 2 == 0;
  return mention;
}

// Value and range of one date, or anything.
DateMention random_date(std::mt19937& random, std::size_t begin, std::size_t size) {
  constexpr const char* kReasons[] = {"year", "day, from 2023-03-02", "2023-03-02",
                                      "x"};
  DateMention mention;
  mention.begin = begin;
  mention.end = std::min(size, begin + random() % 20);
  mention.type = static_cast<DateType>(random() % 4);
  mention.precision = static_cast<DatePrecision>(random() % 4);
  mention.region = static_cast<Region>(random() % 9);
  Date date{static_cast<int>(random() % 9999) + 1, static_cast<int>(random() % 13), 0};
  if (date.month != 0 && random() % 2 == 0)
    date.day = 1 + static_cast<int>(random() % 28);
  if (random() % 4 > 0) mention.precision = precision(date);
  mention.value = random() % 4 > 0 ? to_string(date) : random_text(random);
  mention.range = {first_day(date), last_day(date)};
  if (random() % 8 == 0) mention.range.last = {1987};
  if (random() % 8 == 0) mention.range.first = {};
  mention.reason = kReasons[random() % 4];
  if (random() % 2 == 0) mention.modifier = random_text(random);
  if (random() % 2 == 0)
    mention.anchor = {2023, 2, 1 + static_cast<int>(random() % 28)};
  return mention;
}

Annotations random_annotations(std::mt19937& random, std::string_view text) {
  Annotations found;
  for (std::size_t at = 0; at < text.size();) {
    found.names.push_back(random_name(random, at, text));
    at = found.names.back().end + random() % 50;
  }
  for (std::size_t at = 0; at < text.size(); at += 1 + random() % 500) {
    found.dates.push_back(random_date(random, at, text.size()));
  }
  return found;
}

TEST_CASE("document record: anything comes back, from an encoder used again") {
  std::mt19937 random(3);
  RecordEncoder encoder;
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    AnnotatedArticle annotated;
    annotated.article.title = std::string(random() % 100, 't');
    annotated.article.body = std::string(random() % 5000, 'b');
    annotated.title = random_annotations(random, annotated.article.title);
    if (random() % 2 == 0) annotated.article.published.date = {2023, 3, 2};
    annotated.body = random_annotations(random, annotated.article.body);
    check_same(decode_record(encoder.encode(annotated)), annotated);
    CHECK(encode_record(annotated) == encoder.encode(annotated));
  }
}

TEST_CASE("document record: says each name and reason once") {
  AnnotatedArticle annotated;
  annotated.article.body = std::string(10'000, 'x');
  for (std::size_t i = 0; i < 1'000; ++i) {
    annotated.body.names.push_back(
        name_mention(i * 10, i * 10 + 5, NameKind::kOrg, "Organisation"));
  }
  CHECK(encode_record(annotated).size() < 10'000 + 1'000 * 6 + 100);
}

TEST_CASE("document record: every changed or missing byte is told") {
  const std::string record = encode_record(sample());
  for (std::size_t i = 0; i < record.size(); ++i) {
    CAPTURE(i);
    std::string changed = record;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    check_corrupt(changed);
    check_corrupt(record.substr(0, i));
  }
  check_corrupt(record + "x");
}

TEST_CASE("document record: a later version is refused") {
  std::string record = encode_record(sample());
  record.resize(record.size() - 4);
  record[0] = 3;
  check_corrupt(with_checksum(record));
}

// With the right checksum only the reader's own checks stand between it and nonsense.
TEST_CASE("document record: nonsense never leads outside of the record") {
  const std::string record = encode_record(sample());
  const std::string content = record.substr(0, record.size() - 4);
  REQUIRE(with_checksum(content) == record);
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string changed = content;
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
      changed[random() % changed.size()] =
          static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    }
    if (random() % 4 == 0) changed.resize(random() % changed.size());
    try {
      decode_heading(with_checksum(changed));
      const AnnotatedArticle read = decode_record(with_checksum(changed));
      for (const RegionSpan& span : read.regions) {
        REQUIRE(span.begin <= span.end);
        REQUIRE(span.end <= read.article.body.size());
      }
      for (const NameMention& mention : read.body.names) {
        REQUIRE(mention.begin <= mention.end);
        REQUIRE(mention.end <= read.article.body.size());
      }
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::kCorrupt);
      ++refused;
    }
  }
  CHECK(refused > 1'000);
  CHECK(refused < 50'000);
}

}  // namespace
