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
  kPrefix3,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kClasses,
  kBefore1,
  kBefore2,
  kAfter1,
  kAfter2,
  kBefore2Before1,
  kShapeBefore,
  kShapeAfter,
  kShapes,
  kStart,
  kCategories,
  kLists,
  kOneList,
  kListsBefore,
  kListsAfter,
  kListsCategory,
  kRule,
  kRuleShape,
  kRuleBefore,
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
  kOneCue,
  // Of the second pass.
  kLabelElsewhere,
  kLabelElsewhereShape,
  kLongerElsewhere,
  kLabelsElsewhere,
  kLabelElsewhereRule,
  // Of the first pass again.
  kRunKindCue,
  kOneKindCue,
  kTopicLists,
  kTopicShapes,
  kTopicAround,
  kCount
};
inline constexpr std::size_t kTemplates = static_cast<std::size_t>(Template::kCount);
inline constexpr std::uint32_t kTemplatesVersion = 1;

/// For people: "the word before".
std::string_view describe(Template which);

/// The features of one site.
class Features {
 public:
  static constexpr std::size_t kMost = 128;

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
  std::span<const std::uint32_t> keys() const { return {keys_.data(), count_}; }
  Template which(std::size_t i) const { return templates_[i]; }

 private:
  std::array<std::uint32_t, kMost> keys_;
  std::array<Template, kMost> templates_;
  std::size_t count_ = 0;
};

/// Reads the features of one text. Of features that are asked for again and again, as
/// those of a run of capitals are by each of its words, it keeps the parts.
class FeatureReader {
 public:
  /// `context` has to outlive it, unchanged but for count_labels().
  explicit FeatureReader(const Context& context) : context_(context) {}

  /// Those that are the same wherever the text has the word.
  void add_word_features(std::size_t word, Features& out) const;

  /// The other ones that the text gives.
  void add_site_features(std::size_t site, Features& out);

  /// Those that the labels of a first pass give, of which `own` is the site's;
  /// `context` has counted them.
  void add_label_features(std::size_t site, Label own, Features& out) const;

 private:
  // What stands beside a token; signs count as words.
  struct Neighbour {
    std::uint32_t shape = 0;
    std::uint32_t category = 0;
  };
  // Of the stretch of capitals that a site stands in.
  struct Run {
    std::size_t first = ~std::size_t{0};
    std::uint32_t length = 0;
    std::uint32_t first_word = 0;
    std::uint32_t last_word = 0;
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::uint32_t categories = 0;
    std::uint32_t around = 0;
    std::uint32_t suffix = 0;
    std::uint32_t lists = 0;
    std::uint32_t shapes = 0;
  };

  Neighbour left_of(std::size_t token) const;
  Neighbour right_of(std::size_t token) const;
  Neighbour describe_token(std::size_t token) const;
  std::uint32_t category_at(std::size_t token) const;
  const Site* beside(std::size_t site, std::size_t step) const;
  void add_neighbours(const Site& site, Features& out) const;
  void add_lists_and_rules(std::size_t site, Features& out) const;
  void add_run(std::size_t site, Features& out);
  void read_run(std::size_t site);
  void add_topic(const Site& site, std::uint32_t part, Features& out) const;
  void add_lines(const Site& site, Features& out) const;

  const Context& context_;
  Run run_;
};

}  // namespace dateline::names::crf
