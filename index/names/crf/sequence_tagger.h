// Finds the names of a text, and their kinds, with a trained model.

#pragma once

#include <dateline/name.h>

#include "index/names/candidates.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

namespace crf {
class Model;
}

/// Tokens [first, last) that are a name.
struct NameSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  NameKind kind = NameKind::kPerson;
  bool is_demonym = false;  ///< "Russian"; `kind` is then kPlace.
  double score = 0;         ///< 0.5 to 1: how sure the model is.
  /// How much less than `kind` each kind suits the words, in hundredths of the model's
  /// scale; below 0 where it suits them more by itself.
  std::array<std::int32_t, kNameKinds.size()> lags{};
  std::uint16_t lists = 0;      ///< The NameClasses of all the words together.
  std::uint32_t kind_cues = 0;  ///< A set of crf::KindCue.
  std::string why{};            ///< What told it, for people; empty unless asked for.
};

/// A trained tagger. Immutable: safe to share between threads.
class SequenceTagger {
 public:
  /// With the lists and the model of the library.
  explicit SequenceTagger(const Lexicon& lexicon);

  /// With other ones; `lexicon` and `lists` have to outlive this. `model` is one that
  /// crf::Model::load() gave, or null for the library's.
  SequenceTagger(const Lexicon& lexicon, const Gazetteer& lists,
                 std::shared_ptr<const crf::Model> model);

  /// The names among `tokens`, in order, none overlapping. `candidates` are those of
  /// find_candidates(). Linear time.
  std::vector<NameSpan> tag(std::string_view text, std::span<const Token> tokens,
                            std::span<const Candidate> candidates,
                            bool explain = false) const;

 private:
  const Lexicon& lexicon_;
  const Gazetteer& lists_;
  std::shared_ptr<const crf::Model> model_;
};

}  // namespace dateline::names
