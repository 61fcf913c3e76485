#include "index/integrity/findings.h"

#include <utility>

#include "index/manifest.h"

namespace dateline::integrity {
namespace {

constexpr std::uint64_t kMostOfAKind = 100;

constexpr std::string_view kAdvice =
    "Restore the index from a copy, or build it anew from its sources: dateline index "
    "--rebuild PATH...";

}  // namespace

void Findings::add(std::string place, std::string what, std::string_view meaning) {
  ++report_.problem_count;
  if (++by_meaning_[std::string(meaning)] > kMostOfAKind) return;
  report_.problems.push_back(
      {std::move(place), std::move(what), std::string(meaning), std::string(kAdvice)});
}

std::string_view meaning_of_file(std::string_view name) {
  if (name == "docdata.glass") {
    return "Articles whose text is there cannot be shown; searches that find them end "
           "with an error.";
  }
  if (name == "position.glass") {
    return "Phrases and NEAR may miss articles or find wrong ones.";
  }
  if (name == "termlist.glass") {
    return "Articles may not be replaced or removed rightly, and some cannot be shown.";
  }
  if (name == "iamglass") return "The index may not open, or open wrongly.";
  if (name == kManifestFile) {
    return "A changed byte of the tables can no longer be told by it; the tables "
           "themselves may be right.";
  }
  return kSearchMeaning;
}

}  // namespace dateline::integrity
