// Labelled texts as numbers: what the trainer sees of them.

#pragma once

#include <dateline/name_model.h>

#include "index/names/crf/context.h"
#include "index/names/crf/features.h"
#include "index/names/crf/labels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::names::crf {

/// Rows of features by number, in order of first appearance.
class RowNumbers {
 public:
  /// The number of `key`, a new one if it has none.
  std::uint32_t add(std::uint32_t key);

  std::size_t size() const { return keys_.size(); }
  std::uint32_t key(std::uint32_t row) const { return keys_[row]; }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> keys_;
};

/// The rows of some sites, one list a site.
struct RowLists {
  std::vector<std::uint32_t> rows;
  std::vector<std::size_t> ends;  ///< By site: the end of its rows.

  std::span<const std::uint32_t> of(std::size_t site) const {
    const std::size_t begin = site == 0 ? 0 : ends[site - 1];
    return std::span(rows).subspan(begin, ends[site] - begin);
  }
};

/// A segment whose labels can be learned.
struct Example {
  std::size_t first = 0;  ///< Sites [first, last) of its TrainingText.
  std::size_t last = 0;
};

/// One text.
struct TrainingText {
  std::vector<Example> segments;  ///< All of them.
  std::vector<Example> examples;  ///< Those that can be learned.
  std::vector<Label> labels;      ///< By site: the true ones.
  std::vector<Joint> joints;
  RowLists text_rows;
  RowLists label_rows;  ///< Of the second pass; none before it is known.
};

/// What the features may use.
struct FeatureChoice {
  std::uint64_t left_out[2] = {0, 0};  ///< Templates, a bit each.
  unsigned least_count = 1;            ///< Features seen less often are left out.

  bool has(Template which) const {
    const auto bit = static_cast<unsigned>(which);
    return (left_out[bit / 64] >> (bit % 64) & 1) == 0;
  }
};

/// Makes texts ready for the model, as when they are indexed.
class TextReader {
 public:
  explicit TextReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Until the next call.
  Context& read(std::string_view text, bool lines_are_sentences);

  std::span<const Token> tokens() const { return tokens_; }

 private:
  const Lexicon& lexicon_;
  std::vector<Token> tokens_;
  std::vector<Candidate> candidates_;
  std::vector<GazetteerBits> lists_;
  Context context_;
};

/// Makes texts ready for training. Given again in the second pass, a text must be the
/// same.
class TrainingReader {
 public:
  explicit TrainingReader(const Lexicon& lexicon, FeatureChoice choice = {})
      : choice_(choice), reader_(lexicon) {}

  /// Its features and true labels. Its names are in order, and lie in it.
  TrainingText read(const LabelledText& text);

  /// Adds the features of the second pass, when the first one said `labels`.
  void add_labels(const LabelledText& text, std::span<const Label> labels,
                  TrainingText& out);

  /// Leaves out the features of `texts` that are too rare.
  void drop_rare(std::span<TrainingText> texts) const;

  const RowNumbers& rows() const { return rows_; }

 private:
  void add_rows(RowLists& out);

  FeatureChoice choice_;
  TextReader reader_;
  RowNumbers rows_;
  Features features_;
};

}  // namespace dateline::names::crf
