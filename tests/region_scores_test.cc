// Scores of lines: pages that are read as plain text, and what their lines are taken
// for.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/testing.h"
#include "tools/corpora/labelled_page.h"
#include "tools/scores/page_article.h"
#include "tools/scores/region_scores.h"

namespace {

using namespace dateline::scores;
using dateline::Article;
using dateline::Region;
using dateline::RegionSpan;
using dateline::corpora::LabelledPage;
using dateline::corpora::read_gold_pages;
using dateline::testing::TempDir;

Tally counts(std::size_t right, std::size_t found, std::size_t gold) {
  return {.right = right, .found = found, .gold = gold};
}

std::string names_of(const std::vector<Region>& regions) {
  std::string names;
  for (const Region region : regions) names += std::string(to_string(region)) + " ";
  return names;
}

// A page whose lines are separated by '|', all labelled body.
LabelledPage page_of(const std::string& lines) {
  LabelledPage page{.text = lines};
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= page.text.size(); ++i) {
    if (i < page.text.size() && page.text[i] != '|') continue;
    page.lines.push_back({begin, i, Region::kBody});
    if (i < page.text.size()) page.text[i] = '\n';
    begin = i + 1;
  }
  return page;
}

TEST_CASE("region scores: our own articles as pages") {
  const TempDir folder;
  const auto pages = read_gold_pages(
      folder.write("x.txt",
                   "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\n"
                   "manner: paper\nurl: https://courier.example/x\nentities:\n"
                   "  oslo = place: Oslo\ntext:\ntitle| Rain in [Oslo|oslo]\n"
                   "body| It rains on {Friday|2023-03-03}.\nbody|\nfurniture| Menu\n"));
  REQUIRE(pages.size() == 1);
  const LabelledPage& page = pages.front();
  CHECK(page.id == "x.txt");
  CHECK(page.url == "https://courier.example/x");
  CHECK(page.published == dateline::Date{2023, 3, 2});
  CHECK(page.text == "Rain in Oslo\nIt rains on Friday.\n\nMenu\n");
  REQUIRE(page.lines.size() == 3);
  CHECK(page.text_of(page.lines[1]) == "It rains on Friday.");
  CHECK(page.lines[2].region == Region::kFurniture);

  const Article article = PageReader().read(page.text);
  CHECK(article.title == "Rain in Oslo");
  CHECK(article.body == "It rains on Friday.\n\nMenu");
  CHECK_FALSE(article.published.date);
}

TEST_CASE("region scores: the region of every line of a page") {
  const std::vector<RegionSpan> spans = {{0, 2, Region::kCaption},
                                         {2, 6, Region::kList}};
  struct {
    std::string page, title, body, regions;
  } const cases[] = {
      {"T|a|b", "T", "a\nb", "title caption list "},
      {"a|T|b", "T", "a\nb", "caption title list "},
      {" T  t |a", "T t", "a", "title caption "},
      {"T|a|T", "T", "a\nT", "title caption list "},
      {"T|a|b|c", "T", "a\n\n\nb", "title caption list furniture "},
      {"T|x|a|b", "T", "a\nb", "title furniture caption list "},
      {"a|b", "", "a\nb", "caption list "},
  };
  for (const auto& c : cases) {
    CAPTURE(c.page);
    const Article article{.id = "", .title = c.title, .body = c.body};
    CHECK(names_of(line_regions(page_of(c.page), article, spans)) == c.regions);
  }
}

TEST_CASE("region scores: tallies") {
  LabelledPage page = page_of("T|a|b|c|d");
  page.lines[0].region = Region::kTitle;
  page.lines[2].region = Region::kFurniture;
  page.lines[3].region = Region::kCredit;
  page.lines[4].region = Region::kSubhead;
  RegionScores scores;
  scores.add(page, std::vector{Region::kTitle, Region::kBody, Region::kBody,
                               Region::kList, Region::kReference});
  CHECK(scores.lines == counts(2, 5, 5));
  CHECK(scores.kept == counts(2, 4, 3));
  CHECK(scores.left_out == counts(0, 1, 2));
  CHECK(scores.by_region[static_cast<std::size_t>(Region::kBody)] == counts(1, 2, 1));
  CHECK(scores.by_region[static_cast<std::size_t>(Region::kList)] == counts(0, 1, 0));
  CHECK(scores.leaking_pages == 1);
  CHECK(scores.leaks_a_page() == 2);
  // Title 1, body 2/3, three others 0.
  CHECK(scores.macro_f1() == doctest::Approx((1 + 2.0 / 3) / 5));
  scores.add(page, std::vector{Region::kTitle, Region::kBody, Region::kFurniture,
                               Region::kCredit, Region::kSubhead});
  CHECK(scores.leaking_pages == 1);
  CHECK(scores.leaks_a_page() == 1);
  CHECK(scores.furnished_pages == 0);  // One line of furniture, one of credits.
  page.lines[3].region = Region::kFurniture;
  scores.add(page, std::vector{Region::kTitle, Region::kBody, Region::kBody,
                               Region::kList, Region::kSubhead});
  CHECK(scores.furnished_pages == 1);
}

}  // namespace
