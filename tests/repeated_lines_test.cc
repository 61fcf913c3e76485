// Lines that a source prints under many of its articles.

#include "index/regions/repeated_lines.h"

#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"

namespace {

using namespace dateline;
using regions::RepeatableLine;

constexpr std::string_view kProse =
    "The ministers of twenty countries met on Thursday to speak about the war, the "
    "price of grain and the debts of the poorest among them, as they do every year.\n";

std::vector<std::string> texts_of(std::string_view body) {
  std::vector<std::string> texts;
  for (const RepeatableLine& line : regions::repeatable_lines("Wire", body)) {
    texts.emplace_back(body.substr(line.begin, line.end - line.begin));
  }
  return texts;
}

TEST_CASE("repeated lines: which lines may be") {
  const std::string prose(kProse);
  struct {
    std::string body;
    std::vector<std::string> lines;
  } const cases[] = {
      {prose + "\n-- Lakeside newsroom 555-0100\n", {"-- Lakeside newsroom 555-0100"}},
      // A short one counts at the ends of the text only, for it may be a subhead.
      {"LAKESIDE\n\n" + prose, {"LAKESIDE"}},
      {prose + prose + "\nLAKESIDE\n\n" + prose + prose + prose, {}},
      {prose + prose + "\nMore of the Lakeside news\n\n" + prose + prose + prose,
       {"More of the Lakeside news"}},
      // Sentences, and lines too short or too long.
      {prose + "\nIt was the first time that they had met.\n", {}},
      {prose + "\nEnds\n", {}},
      {prose + "\n" + std::string(161, '-') + "\n", {}},
      {prose, {}},
      {"", {}},
      {"\n\n", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.body);
    CHECK(texts_of(c.body) == c.lines);
  }
}

TEST_CASE("repeated lines: a page of tables has none") {
  std::string body(kProse);
  for (int i = 0; i < 40; ++i) {
    body += "\nZinc and tin " + std::to_string(1000 + i) + " tonnes\n";
  }
  CHECK(texts_of(body).empty());
}

TEST_CASE("repeated lines: a key is of source and line") {
  const std::string body = std::string(kProse) + "\n-- Lakeside newsroom 555-0100\n";
  const auto wire = regions::repeatable_lines("Wire", body);
  REQUIRE(wire.size() == 1);
  CHECK(regions::repeatable_lines("Post", body)[0].key != wire[0].key);
  CHECK(regions::repeatable_lines("Wire", "\n" + body)[0].key == wire[0].key);
}

TEST_CASE("repeated lines: regions are cut at the lines") {
  const std::string body =
      std::string(kProse) + "\n  Lakeside news\n\n" + std::string(kProse);
  const std::size_t begin = body.find("  Lakeside");
  const std::size_t text = begin + 2;
  const std::vector<RepeatableLine> lines = {{text, text + 13, 0}};
  const std::size_t end = text + 14;
  struct {
    std::vector<RegionSpan> before;
    std::vector<RegionSpan> after;
  } const cases[] = {
      {{{0, body.size(), Region::kBody}},
       {{0, begin, Region::kBody},
        {begin, end, Region::kFurniture},
        {end, body.size(), Region::kBody}}},
      {{{0, begin, Region::kBody},
        {begin, end, Region::kSubhead},
        {end, body.size(), Region::kFurniture}},
       {{0, begin, Region::kBody}, {begin, body.size(), Region::kFurniture}}},
      // What is no text of the article stays what it is.
      {{{0, body.size(), Region::kReference}}, {{0, body.size(), Region::kReference}}},
  };
  for (const auto& c : cases) {
    auto spans = c.before;
    regions::mark_furniture(spans, body, lines);
    CHECK(spans == c.after);
  }
}

Article signed_article(int number, std::string_view source) {
  Article article;
  article.id = "a" + std::to_string(number);
  article.source = source;
  article.body = "Ministers spoke of bread number " + std::to_string(number) +
                 " in Geneva on Thursday, and of peace.\n\n" + std::string(kProse) +
                 "\nSergei Lavrov, our man in Lakeside\n";
  return article;
}

// How many articles have the name of the signature as a facet.
std::size_t signed_articles(const std::string& index) {
  return Searcher(index)
      .search(parse_query("person:\"Sergei Lavrov\"").query)
      .matches.count;
}

TEST_CASE("repeated lines: names in them are no facets once five articles have them") {
  const testing::TempDir folder;
  const std::string index = folder / "index";
  {
    IndexWriter writer(index);
    for (int i = 0; i < 4; ++i) writer.add(signed_article(i, "Wire"));
    writer.commit();
    writer.add(signed_article(4, "Wire"));
    writer.commit();
    CHECK(signed_articles(index) == 5);
    // Now they are known; what is there already stays as it is.
    writer.add(signed_article(5, "Wire"));
    writer.add(signed_article(6, "Post"));
    writer.commit();
    CHECK(signed_articles(index) == 6);
  }
  // A rebuild knows the lines of the index that it replaces.
  IndexWriter writer(index, {.rebuild = true});
  for (int i = 0; i < 5; ++i) writer.add(signed_article(i, "Wire"));
  writer.add(signed_article(6, "Post"));
  writer.commit();
  CHECK(signed_articles(index) == 1);
}

}  // namespace
