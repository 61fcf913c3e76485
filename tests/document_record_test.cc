// The stored form of an article: everything comes back, and damage is told.

#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
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

void check_corrupt(const std::string& record) {
  try {
    decode_record(record);
    FAIL("decoded");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kCorrupt);
  }
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
    CHECK(read.article == annotated.article);
    CHECK(read.regions == annotated.regions);
    check_same(read.title, annotated.title);
    check_same(read.body, annotated.body);
  }
}

std::string random_text(std::mt19937& random) {
  std::string text(random() % 40, 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % 3);
  return text;
}

Annotations random_annotations(std::mt19937& random, std::size_t size) {
  Annotations found;
  for (std::size_t at = 0; at < size;) {
    NameMention mention = name_mention(at, std::min(size, at + 1 + random() % 300),
                                       kNameKinds[random() % kNameKinds.size()], "");
    mention.name.text = random_text(random);
    mention.region = static_cast<Region>(random() % 9);
    mention.score = static_cast<double>(random() % 256) / 255;
    mention.reason = random() % 2 == 0 ? "" : random_text(random);
    mention.is_demonym = random() % 2 == 0;
    at = mention.end + random() % 50;
    found.names.push_back(std::move(mention));
  }
  for (std::size_t at = 0; at < size; at += 1 + random() % 500) {
    DateMention mention;
    mention.begin = at;
    mention.end = std::min(size, at + random() % 20);
    mention.type = static_cast<DateType>(random() % 4);
    mention.value = random_text(random);
    mention.precision = static_cast<DatePrecision>(random() % 4);
    mention.range = {{static_cast<int>(random() % 9999) + 1, 2, 3}, {1987}};
    mention.reason = random_text(random);
    found.dates.push_back(std::move(mention));
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
    annotated.title = random_annotations(random, annotated.article.title.size());
    annotated.body = random_annotations(random, annotated.article.body.size());
    const AnnotatedArticle read = decode_record(encoder.encode(annotated));
    CHECK(read.article == annotated.article);
    check_same(read.title, annotated.title);
    check_same(read.body, annotated.body);
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
  record[0] = 2;
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
