#include "index/regions/page_furniture.h"

#include <dateline/error.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>

#include "corpus/gold_article.h"

namespace dateline::regions {
namespace {

std::optional<PagePlace> place_of(std::string_view line) {
  if (line == "top") return PagePlace::kTop;
  if (line == "inside") return PagePlace::kInside;
  if (line == "bottom") return PagePlace::kBottom;
  return std::nullopt;
}

std::optional<FurnitureLine> furniture_line(const std::string& line) {
  constexpr std::string_view kMark = "| ";
  const std::size_t mark = line.find(kMark);
  if (mark == line.npos) return std::nullopt;
  for (const Region region :
       {Region::kFurniture, Region::kRelated, Region::kCredit, Region::kReference,
        Region::kSubhead, Region::kBody, Region::kList}) {
    if (line.substr(0, mark) ==
        corpus::kGoldRegions[static_cast<std::size_t>(region)]) {
      return FurnitureLine{region, line.substr(mark + kMark.size())};
    }
  }
  return std::nullopt;
}

constexpr std::size_t kArticleGroups = 8;  // One page in so many has one at a place.

// The article of a page, and what is put around it.
class PageMaker {
 public:
  PageMaker(std::span<const FurnitureGroup* const> groups, PageRandom& random)
      : groups_(groups), random_(random) {}

  // Some of the site's groups of a place, one or two at an edge.
  void add_of_site(PagePlace place, std::vector<MarkedBlock>& page) {
    const std::size_t times = place == PagePlace::kInside ? 1 : 1 + random_.below(2);
    for (std::size_t i = 0; i < times; ++i) add_one(place, true, page);
  }

  // A group as articles have them.
  void add_of_article(PagePlace place, std::vector<MarkedBlock>& page) {
    add_one(place, false, page);
  }

 private:
  void add_one(PagePlace place, bool of_site, std::vector<MarkedBlock>& page) {
    std::vector<const FurnitureGroup*> fitting;
    std::ranges::copy_if(
        groups_, std::back_inserter(fitting), [&](const FurnitureGroup* group) {
          return group->place == place && group->is_of_site() == of_site;
        });
    if (!fitting.empty()) add_part(*fitting[random_.below(fitting.size())], page);
  }

  // The whole group or, at an edge, lines from some line on: a heading is not always
  // there.
  void add_part(const FurnitureGroup& group, std::vector<MarkedBlock>& picked) {
    const std::size_t size = group.lines.size();
    const bool whole = group.place == PagePlace::kInside || random_.below(3) != 0;
    const std::size_t begin = whole ? 0 : random_.below(size);
    for (std::size_t i = begin; i < size; ++i) {
      MarkedBlock line;
      line.block.text = group.lines[i].text;
      line.region = group.lines[i].region;
      picked.push_back(line);
    }
  }

  std::span<const FurnitureGroup* const> groups_;
  PageRandom& random_;
};

// Somewhere behind a paragraph that another follows; the end where there is none.
std::size_t inner_place(std::span<const MarkedBlock> blocks, PageRandom& random) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const bool inside =
        blocks[i - 1].region == Region::kBody && blocks[i].region == Region::kBody;
    if (inside) places.push_back(i);
  }
  return places.empty() ? blocks.size() : places[random.below(places.size())];
}

}  // namespace

bool FurnitureGroup::is_of_site() const {
  return std::ranges::any_of(
      lines, [](const FurnitureLine& line) { return line.region > Region::kCaption; });
}

std::vector<FurnitureGroup> read_page_furniture(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file)
    throw Error(ErrorCode::kInvalidArgument, "'" + path.string() + "' cannot be read.");
  std::vector<FurnitureGroup> groups;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (const auto place = place_of(line)) {
      groups.push_back({*place, {}});
      continue;
    }
    auto furniture = furniture_line(line);
    if (!furniture || groups.empty()) {
      throw Error(ErrorCode::kInvalidArgument,
                  "'" + path.string() + "', line " + std::to_string(number) +
                      ": A place or 'REGION| TEXT' is expected.");
    }
    groups.back().lines.push_back(std::move(*furniture));
  }
  std::erase_if(groups,
                [](const FurnitureGroup& group) { return group.lines.empty(); });
  return groups;
}

std::vector<MarkedBlock> furnish(std::span<const MarkedBlock> blocks,
                                 std::span<const FurnitureGroup* const> groups,
                                 PageRandom& random) {
  PageMaker maker(groups, random);
  std::vector<MarkedBlock> page;
  if (random.below(3) != 0) maker.add_of_site(PagePlace::kTop, page);
  if (random.below(kArticleGroups) == 0) maker.add_of_article(PagePlace::kTop, page);
  const std::size_t inner = inner_place(blocks, random);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i == inner) {
      if (random.below(kArticleGroups) == 0) {
        maker.add_of_article(PagePlace::kInside, page);
      } else {
        maker.add_of_site(PagePlace::kInside, page);
      }
    }
    page.push_back(blocks[i]);
  }
  if (random.below(kArticleGroups) == 0) maker.add_of_article(PagePlace::kBottom, page);
  if (random.below(3) != 0) maker.add_of_site(PagePlace::kBottom, page);
  return page;
}

}  // namespace dateline::regions
