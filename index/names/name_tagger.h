// Finds the names in an article, and which name each mention stands for.

#pragma once

#include <dateline/annotate.h>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

namespace crf {
class Model;
}
class Lexicon;
struct ListedName;

/// What the tagger is told about an article.
struct NameTaggerInput {
  std::string_view title;               ///< May be empty, or all in capitals.
  std::string_view body;                ///< UTF-8.
  std::span<const RegionSpan> regions;  ///< Of the body, covering it.
  std::span<const Name> given;          ///< By editors.
  bool lines_are_sentences = false;     ///< Of the body.
  bool explain = false;                 ///< Fill in NameMention::reason.
};

/// The mentions of one article, each list by `begin`, none overlapping.
struct NameTaggerOutput {
  std::vector<NameMention> title;
  std::vector<NameMention> body;
};

/// Finds names with a trained model, word lists and the evidence of the article itself.
/// Immutable: safe to share between threads.
class NameTagger {
 public:
  /// The tagger with what comes with the library, made at first use.
  static const NameTagger& english();

  /// Time is linear in the text.
  NameTaggerOutput tag(const NameTaggerInput& input) const;

  /// Whether all of `text` is a demonym of the lists.
  bool is_demonym(std::string_view text) const;

  const Lexicon& lexicon() const;

  /// With users' lists of names beside those of the library, and with `model`, or the
  /// library's where that is null.
  explicit NameTagger(std::span<const ListedName> lists = {},
                      std::shared_ptr<const crf::Model> model = nullptr);
  ~NameTagger();

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dateline::names
