#include "index/regions/line_scores.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace dateline::regions {
namespace {

bool is_kept(std::size_t region) {
  return region <= static_cast<std::size_t>(Region::kCaption);
}

const char* name_of(std::size_t region) { return corpus::kGoldRegions[region].data(); }

double per_cent(int part, int whole) { return 100.0 * part / std::max(whole, 1); }

}  // namespace

void LineScores::add(const Example& example, const std::vector<Region>& found,
                     bool print) {
  int left = 0;
  int lost = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto truth = static_cast<std::size_t>(example.truth[i]);
    const auto other = static_cast<std::size_t>(found[i]);
    ++confusion_[truth][other];
    left += !is_kept(truth) && is_kept(other) ? 1 : 0;
    lost += is_kept(truth) && !is_kept(other) ? 1 : 0;
    if (!print || truth == other) continue;
    std::printf("%s\t%s > %s\t%.120s\n", example.file.c_str(), name_of(truth),
                name_of(other), std::string(example.blocks[i].text).c_str());
  }
  ++articles_;
  leaking_ += left > 1 ? 1 : 0;
  losing_ += lost > 0 ? 1 : 0;
}

void LineScores::print() const {
  int all = 0, right = 0, kept = 0, left = 0, lost = 0, dropped = 0;
  for (std::size_t t = 1; t < kRegions; ++t) {
    for (std::size_t f = 1; f < kRegions; ++f) {
      const int n = confusion_[t][f];
      all += n;
      right += t == f ? n : 0;
      kept += is_kept(t) && is_kept(f) ? n : 0;
      left += !is_kept(t) && is_kept(f) ? n : 0;
      lost += is_kept(t) && !is_kept(f) ? n : 0;
      dropped += !is_kept(t) && !is_kept(f) ? n : 0;
    }
  }
  std::printf("lines %d, right %.2f %%; kept F1 %.2f; dropped F1 %.2f\n", all,
              per_cent(right, all), per_cent(2 * kept, 2 * kept + left + lost),
              per_cent(2 * dropped, 2 * dropped + left + lost));
  std::printf(
      "of the report lost: %d, in %d of %d articles; others left: %d, more than one in "
      "%d\n",
      lost, losing_, articles_, left, leaking_);
  for (std::size_t t = 1; t < kRegions; ++t) print_region(t);
}

void LineScores::print_region(std::size_t t) const {
  int truth = 0, found = 0;
  for (std::size_t f = 1; f < kRegions; ++f) {
    truth += confusion_[t][f];
    found += confusion_[f][t];
  }
  std::printf("%-10s P %5.1f R %5.1f F1 %5.1f ", name_of(t),
              per_cent(confusion_[t][t], found), per_cent(confusion_[t][t], truth),
              per_cent(2 * confusion_[t][t], truth + found));
  for (std::size_t f = 1; f < kRegions; ++f) std::printf("%6d", confusion_[t][f]);
  std::puts("");
}

}  // namespace dateline::regions
