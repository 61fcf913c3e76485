// What each line of the five seed articles is, as a person reads them. The lines are
// named by their numbers, for their text belongs to others.

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "index/regions/regions.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Region;

// Lines first to last of a file, the empty ones left out.
struct Lines {
  std::size_t first;
  std::size_t last;
  Region region;
};

const std::map<std::string, std::vector<Lines>, std::less<>>& lines_of_seeds() {
  static const std::map<std::string, std::vector<Lines>, std::less<>> lines = {
      {"000",
       {{1, 1, Region::kFurniture},
        {3, 3, Region::kTitle},
        {5, 5, Region::kBody},
        {7, 7, Region::kSubhead},
        {9, 13, Region::kBody},
        {15, 15, Region::kSubhead},
        {17, 17, Region::kBody},
        {19, 19, Region::kSubhead},
        {21, 21, Region::kBody},
        {23, 23, Region::kSubhead},
        {25, 27, Region::kBody},
        {29, 30, Region::kCaption},
        {31, 31, Region::kFurniture},
        {33, 33, Region::kBody},
        {35, 35, Region::kSubhead},
        {37, 39, Region::kBody},
        {41, 41, Region::kRelated}}},
      {"001",
       {{1, 7, Region::kBody},
        {8, 8, Region::kSubhead},
        {9, 15, Region::kBody},
        {16, 16, Region::kSubhead},
        {17, 23, Region::kBody},
        {24, 24, Region::kSubhead},
        {25, 33, Region::kBody},
        {34, 34, Region::kCredit}}},
      {"002",
       {{1, 1, Region::kFurniture},
        {3, 3, Region::kTitle},
        {6, 6, Region::kFurniture},
        {8, 66, Region::kBody},
        {68, 70, Region::kFurniture}}},
      {"003",
       {{1, 1, Region::kTitle},
        {3, 11, Region::kBody},
        {13, 25, Region::kReference},
        {27, 27, Region::kFurniture}}},
      {"004",
       {{1, 1, Region::kTitle},
        {3, 11, Region::kBody},
        {13, 13, Region::kRelated},
        {15, 17, Region::kBody},
        {19, 19, Region::kSubhead},
        {21, 23, Region::kList},
        {25, 25, Region::kSubhead},
        {27, 33, Region::kBody}}}};
  return lines;
}

struct Score {
  std::size_t lines = 0;
  std::size_t right = 0;
  std::size_t left_in = 0;  // Furniture and links that give facets.
};

// The region of the line of `body` that begins at or behind `from`, which moves on.
Region region_of(const std::vector<dateline::RegionSpan>& spans, std::size_t place) {
  for (const auto& span : spans)
    if (span.begin <= place && place < span.end) return span.region;
  return Region::kFurniture;
}

Score score(const dateline::Article& article, const std::string& text,
            const std::vector<Lines>& expected) {
  const auto spans = find_regions(article);
  std::vector<std::string> lines{""};
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  Score score;
  std::size_t from = 0;  // Of the body: where the next line is looked for.
  bool title_seen = false;
  for (const Lines& range : expected) {
    for (std::size_t i = range.first; i <= range.last; ++i) {
      if (lines.at(i).empty()) continue;
      Region found = Region::kFurniture;  // A line that is not in the body is dropped.
      if (!title_seen && lines[i] == article.title) {
        found = Region::kTitle;
        title_seen = true;
      } else if (const auto at = article.body.find(lines[i], from);
                 at != std::string::npos) {
        found = region_of(spans, at + lines[i].find_first_not_of(" \t"));
        from = at + lines[i].size();
      }
      ++score.lines;
      score.right += found == range.region ? 1 : 0;
      score.left_in += !gives_facets(range.region) && gives_facets(found) ? 1 : 0;
    }
  }
  return score;
}

TEST_CASE("regions: the seeds, line by line") {
  const auto folder = dateline::testing::shared_data("seeds");
  if (!folder) {
    MESSAGE("skipped: no seeds");
    return;
  }
  Score all;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    const auto expected = lines_of_seeds().find(name.substr(0, 3));
    if (expected == lines_of_seeds().end()) continue;
    CAPTURE(name);
    const auto read = dateline::testing::read_all({entry.path().string()});
    REQUIRE(read.articles.size() == 1);
    const Score one = score(
        read.articles[0], dateline::testing::read_file(entry.path()), expected->second);
    CHECK(one.left_in <= 1);
    all.lines += one.lines;
    all.right += one.right;
  }
  REQUIRE(all.lines > 100);
  // Every line has one region, so F1 over all of them is the share that is right. A
  // link between paragraphs is taken for a subhead, a long subhead for a paragraph.
  CHECK(all.lines - all.right <= 2);
}

}  // namespace
