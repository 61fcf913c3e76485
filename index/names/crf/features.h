// The features of the sequence model: each template, filled in at a site, is the key of
// a row of weights.

#pragma once

#include "index/names/crf/context.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::names::crf {

/// What a feature looks at. Their order is part of the model's format: a new one goes
/// to the end, or kTemplatesVersion changes.
enum class Template : std::uint8_t {
  kBias,
  kWord,
  kExactWord,
  kShape,
  kPrefix2,
  kPrefix3,
  kPrefix4,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kClasses,
  kWordShape,
  kBefore1,
  kBefore2,
  kAfter1,
  kAfter2,
  kBeforeWord,
  kWordAfter,
  kBeforeAfter,
  kBefore2Before1,
  kAfter1After2,
  kGapBefore,
  kGapAfter,
  kGaps,
  kShapeBefore,
  kShapeAfter,
  kShapeBeforeWord,
  kShapeWordAfter,
  kShapes,
  kSuffixBefore,
  kSuffixAfter,
  kStart,
  kWordStart,
  kCategory,
  kCategoryBefore,
  kCategoryAfter,
  kCategoryBeforeWord,
  kCategoryWordAfter,
  kCategories,
  kLists,
  kOneList,
  kListsBefore,
  kListsAfter,
  kListsShape,
  kListsCategory,
  kRule,
  kRuleShape,
  kRuleBefore,
  kRuleAfter,
  kRuleLists,
  kRunPlace,
  kRunLast,
  kRunFirst,
  kRunCategories,
  kRunBefore,
  kRunAfter,
  kRunAround,
  kRunSuffix,
  kRunLists,
  kRunShapes,
  kLine,
  kLineShape,
  kPosition,
  kDocumentCase,
  kDocumentCaseStart,
  kDocumentNeighbours,
  kDocumentCaseShape,
  // Of the second pass.
  kLabelElsewhere,
  kLabelElsewhereShape,
  kLongerElsewhere,
  kLabelsElsewhere,
  kLabelElsewhereRule,
  kLabelOfNeighbours,
  kCount
};
inline constexpr std::size_t kTemplates = static_cast<std::size_t>(Template::kCount);
inline constexpr std::uint32_t kTemplatesVersion = 1;

/// For people: "the word before".
std::string_view describe(Template which);

/// The features of one site.
class Features {
 public:
  static constexpr std::size_t kMost = 112;

  void clear() { count_ = 0; }
  void add(Template which, std::uint32_t value) {
    const auto id = static_cast<std::uint64_t>(which) + 1;
    const std::uint64_t mixed = (value + (id << 32)) * 0x9E3779B97F4A7C15u;
    keys_[count_] = static_cast<std::uint32_t>((mixed ^ (mixed >> 29)) >> 20);
    templates_[count_] = which;
    ++count_;
  }

  std::size_t size() const { return count_; }
  std::uint32_t key(std::size_t i) const { return keys_[i]; }
  Template which(std::size_t i) const { return templates_[i]; }

 private:
  std::array<std::uint32_t, kMost> keys_;
  std::array<Template, kMost> templates_;
  std::size_t count_ = 0;
};

/// The features that the text alone gives.
void add_text_features(const Context& context, std::size_t site, Features& out);

/// Those that the labels of a first pass give; `context` has counted them.
void add_label_features(const Context& context, std::size_t site, Label own,
                        Features& out);

}  // namespace dateline::names::crf
