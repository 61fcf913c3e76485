// Indexes that store their articles by a dictionary: it is trained once, kept, and
// needed; and what is read is what was indexed.

#include <dateline/check.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "index/database.h"
#include "index/record_compression.h"
#include "index/record_dictionary.h"
#include "index/schema.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

const IndexWriterOptions kPlain{.jobs = 1, .annotate = false, .link_names = false};

// Reports about `subject` that have phrases in common, from number `first` on.
std::vector<Article> reports(const std::string& subject, std::uint32_t first,
                             std::uint32_t count) {
  std::vector<Article> articles;
  for (std::uint32_t number = first; number < first + count; ++number) {
    std::mt19937 random(number);
    std::string body = "The ministers spoke of " + subject + " on Thursday. ";
    for (int word = 0; word < 150; ++word) {
      body += subject + std::to_string(random() % 2000) + ' ';
    }
    articles.push_back(article(subject + std::to_string(number), body));
  }
  return articles;
}

std::map<std::string, std::string> texts_of(const std::vector<Article>& articles) {
  std::map<std::string, std::string> bodies;
  for (const Article& one : articles) bodies.emplace(one.id, one.body);
  return bodies;
}

std::string dictionary_of(const std::string& path) {
  const auto dictionary = read_dictionary(open_to_read(path));
  return dictionary ? dictionary->bytes() : "";
}

std::size_t compressed_in(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  std::size_t count = 0;
  for (auto one = database.postlist_begin(""); one != database.postlist_end("");
       ++one) {
    if (is_compressed(database.get_document(*one).get_data())) ++count;
  }
  return count;
}

CheckReport checked(const std::string& path) {
  return check_index(path, CheckStep::kArticles);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("compressed index: many segments and threads, both formatters") {
  const TempDir folder;
  const auto articles = reports("trade", 0, 1500);
  int number = 0;
  for (const unsigned jobs : {1U, 3U}) {
    for (const auto formatter : {SegmentFormatter::kBulk, SegmentFormatter::kXapian}) {
      const std::string path = folder / std::to_string(number++);
      IndexWriterOptions options = kPlain;
      options.jobs = jobs;
      options.segment_bytes = 400'000;
      options.formatter = formatter;
      build(path, articles, options);
      CHECK(bodies_of(path) == texts_of(articles));
      CHECK(compressed_in(path) == articles.size());
      CHECK(dictionary_of(path) == dictionary_of(folder / "0"));
      CHECK(documents_of(open_to_read(path)) ==
            documents_of(open_to_read(folder / "0")));
      CHECK(checked(path).problems.empty());
    }
  }
}

TEST_CASE("compressed index: a small one has no dictionary until it has grown") {
  const TempDir folder;
  const std::string path = folder / "x";
  auto articles = reports("trade", 0, 100);
  build(path, articles, kPlain);
  CHECK(dictionary_of(path).empty());
  CHECK(compressed_in(path) == 0);

  // So few at once would not be enough for one, but all are.
  std::size_t added = 0;
  while (dictionary_of(path).empty() && articles.size() < 1000) {
    const auto more = reports("trade", static_cast<std::uint32_t>(articles.size()), 50);
    build(path, more, kPlain);
    articles.insert(articles.end(), more.begin(), more.end());
    added = more.size();
  }
  CHECK_FALSE(dictionary_of(path).empty());
  CHECK(compressed_in(path) == added);
  CHECK(bodies_of(path) == texts_of(articles));
  CHECK(checked(path).problems.empty());
}

TEST_CASE("compressed index: added to, in place and merged, it keeps its dictionary") {
  const TempDir folder;
  const std::string path = folder / "x";
  auto articles = reports("trade", 0, 600);
  build(path, articles, kPlain);
  const std::string dictionary = dictionary_of(path);
  REQUIRE_FALSE(dictionary.empty());

  const auto add = [&](const std::vector<Article>& more) {
    build(path, more, kPlain);
    articles.insert(articles.end(), more.begin(), more.end());
    CHECK(dictionary_of(path) == dictionary);
    CHECK(compressed_in(path) == articles.size());
    CHECK(bodies_of(path) == texts_of(articles));
    CHECK(checked(path).problems.empty());
  };
  add(reports("treaty", 600, 5));    // In place.
  add(reports("treaty", 700, 900));  // Merged.

  {
    IndexWriter writer(path, kPlain);
    CHECK(writer.remove("trade0"));
    writer.add(article("trade1", "Another text."));
    writer.commit();
  }
  auto bodies = texts_of(articles);
  bodies.erase("trade0");
  bodies["trade1"] = "Another text.";
  CHECK(bodies_of(path) == bodies);
  CHECK(checked(path).problems.empty());
}

TEST_CASE("compressed index: rebuilt, it has another dictionary, or none") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, reports("trade", 0, 600), kPlain);
  const std::string dictionary = dictionary_of(path);
  IndexWriterOptions options = kPlain;
  options.rebuild = true;
  build(path, reports("treaty", 0, 600), options);
  CHECK_FALSE(dictionary_of(path).empty());
  CHECK(dictionary_of(path) != dictionary);
  CHECK(bodies_of(path) == texts_of(reports("treaty", 0, 600)));
  build(path, reports("trade", 0, 6), options);
  CHECK(dictionary_of(path).empty());
  CHECK(bodies_of(path) == texts_of(reports("trade", 0, 6)));
}

TEST_CASE("compressed index: a copy's day is written by the dictionary") {
  const TempDir folder;
  const std::string path = folder / "x";
  auto articles = reports("trade", 0, 600);
  articles[1].body = articles[0].body;
  articles[0].published.date = {2023, 3, 2};
  build(path, articles, kPlain);
  CHECK(Searcher(path).article("trade1")->article.published.origin ==
        DateOrigin::kCopy);
  CHECK(compressed_in(path) == articles.size());
  CHECK(checked(path).problems.empty());
}

TEST_CASE("compressed index: several that are searched as one have their own") {
  const TempDir folder;
  build(folder / "trade", reports("trade", 0, 600), kPlain);
  build(folder / "treaty", reports("treaty", 0, 700), kPlain);
  build(folder / "few", reports("talks", 0, 10), kPlain);
  const Searcher searcher({folder / "trade", folder / "few", folder / "treaty"});
  for (const std::string subject : {"trade", "treaty", "talks"}) {
    for (const Article& one : reports(subject, 0, 10)) {
      const auto found = searcher.article(one.id);
      REQUIRE(found);
      CHECK(found->article.body == one.body);
    }
    const auto results =
        searcher.search(parse_query("\"ministers spoke of " + subject + "\"").query);
    REQUIRE(results.hits.size() == 10);
    for (const Hit& hit : results.hits) CHECK(hit.id.starts_with(subject));
  }
}

// What a search and a check say after `change`.
struct Told {
  std::optional<Error> search;
  std::optional<Error> adding;
  std::vector<std::string> problems{};
};

Told told_with_dictionary(const std::string& sealed) {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, reports("trade", 0, 600), kPlain);
  {
    Xapian::WritableDatabase database = open_to_write(path);
    database.set_metadata(std::string(schema::metadata::kDictionary), sealed);
    database.commit();
  }
  const Searcher searcher(path);
  Told told{
      .search = error_of([&] { searcher.search(parse_query("ministers").query); }),
      .adding = error_of([&] { build(path, reports("trade", 900, 3), kPlain); })};
  for (const CheckProblem& problem : checked(path).problems) {
    told.problems.push_back(problem.place + ": " + problem.what);
  }
  return told;
}

TEST_CASE("compressed index: a dictionary that is damaged or missing is told once") {
  constexpr std::string_view kSentence =
      "The table of phrases that articles share is damaged: rebuild the index";
  const Told damaged = told_with_dictionary("\1damaged, and without a checksum");
  REQUIRE(damaged.search);
  CHECK(damaged.search->code() == ErrorCode::kCorrupt);
  CHECK(contains(damaged.search->what(), kSentence));
  REQUIRE(damaged.adding);
  CHECK(damaged.adding->code() == ErrorCode::kCorrupt);
  CHECK(contains(damaged.adding->what(), kSentence));
  REQUIRE(damaged.problems.size() == 1);
  CHECK(contains(damaged.problems[0], "dictionary: "));
  CHECK(contains(damaged.problems[0], kSentence));

  const Told missing = told_with_dictionary("");
  REQUIRE(missing.search);
  CHECK(missing.search->code() == ErrorCode::kCorrupt);
  CHECK(contains(missing.search->what(), kSentence));
  REQUIRE(missing.problems.size() == 1);
  CHECK(contains(missing.problems[0], kSentence));
}

}  // namespace
