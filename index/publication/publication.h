// When an article appeared, where nobody said: the evidence in its address and text, in
// the order of its weight.
//
//   rank  evidence                                        confidence
//   1     given by the caller or by a field of the record  1
//   2     the same, by a page's metadata                   1
//   3     the article's own address                        .93; .85 in a name, a month
//   4     lines around the text, the dateline              .90; "updated" .85
//   5     a copy of the text whose day is known            .85
//   6     three works cited of one day, and its weekday    .75
//   7     dates in the text, cited works, anniversaries    bounds
//   8     the file's time                                  not after

#pragma once

#include <dateline/annotate.h>

#include <cstdint>
#include <span>

namespace dateline::publication {

/// From this confidence on, what is relative to a day is resolved by it.
inline constexpr double kSureEnough = 0.75;

/// The publication of `article` where it has no date of its own: what was known before
/// (bounds by the file's time), and what address, lines and dates tell. `regions` and
/// `dates`, found without a reference day, are those of its body; without `dates` the
/// text gives no bounds. Linear time.
Publication infer(const Article& article, std::span<const RegionSpan> regions,
                  std::span<const DateMention> dates);

/// How many days lie between an article and a copy at most.
inline constexpr std::int32_t kCopyDays = 2;

/// `known`, with the day of a copy of the text where it has none and the copy has one:
/// rank 5, and no surer than the copy is of its day. A copy may be kCopyDays earlier or
/// later; a day that is farther outside of the bounds is not taken.
Publication with_copy(const Publication& known, const Publication& copy);

}  // namespace dateline::publication
