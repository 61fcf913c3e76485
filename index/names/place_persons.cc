#include "index/names/place_persons.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_set>

namespace dateline::names {
namespace {

class PlacePersons {
 public:
  PlacePersons(std::string_view text, std::span<const Token> tokens,
               const Lexicon& lexicon, std::span<const Candidate> candidates)
      : text_(text), tokens_(tokens), lexicon_(lexicon) {
    std::size_t end = 0;  // Of the candidate before.
    for (const Candidate& candidate : candidates) {
      const bool alone =
          candidate.first != end || tokens_[candidate.first].glue != Glue::kSpace;
      const bool unsure = !candidate.certain || candidate.kind == NameKind::kPerson;
      if (candidate.last - candidate.first == 1 && unsure && alone)
        surnames_.insert(tokens_[candidate.first].hash);
      end = candidate.last;
    }
  }

  // Whether `place`, which may be, is the given name of `surname`.
  bool is_person(const Candidate& place, const Candidate& surname) const {
    if (place.first > 0 && word(place.first - 1) == "the") return false;
    return surnames_.count(tokens_[surname.first].hash) != 0 ||
           is_described(place, surname.last);
  }

 private:
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  // "the author, Israel Kamakau,"; ", born", ", who", ", 51,"; "said".
  bool is_described(const Candidate& place, std::size_t next) const {
    const bool title = place.first > 0 && tokens_[place.first].glue == Glue::kComma &&
                       tokens_[place.first - 1].shape == Shape::kLower &&
                       (lexicon_.classes(tokens_[place.first - 1]) & kTitle) != 0;
    if (title) return true;
    if (next >= tokens_.size()) return false;
    const Token& after = tokens_[next];
    if (after.glue == Glue::kComma)
      return word(next) == "born" || word(next) == "who" ||
             (after.shape == Shape::kNumber && after.end - after.begin == 2);
    return after.glue == Glue::kSpace && after.shape == Shape::kLower &&
           (lexicon_.classes(after) & kSpeech) != 0;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::unordered_set<std::uint32_t> surnames_;  // That stand alone somewhere.
};

}  // namespace

void join_place_persons(std::string_view text, std::span<const Token> tokens,
                        const Lexicon& lexicon, std::vector<Candidate>& candidates) {
  // Hardly a text has two candidates of which the one may be the other's given name.
  const auto may_join = [&](const Candidate& place, const Candidate& surname) {
    const Token& first = tokens[place.first];
    const Token& last = tokens[surname.first];
    return place.known != nullptr && place.last - place.first == 1 &&
           !surname.certain && surname.last - surname.first == 1 &&
           surname.first == place.last && last.glue == Glue::kSpace &&
           last.shape == Shape::kCapital && first.shape == Shape::kCapital &&
           !first.possessive && (lexicon.classes(first.word) & kPlaceGivenName) != 0;
  };
  if (std::adjacent_find(candidates.begin(), candidates.end(), may_join) ==
      candidates.end())
    return;
  const PlacePersons persons(text, tokens, lexicon, candidates);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate candidate = candidates[i];
    if (i + 1 < candidates.size() && may_join(candidate, candidates[i + 1]) &&
        persons.is_person(candidate, candidates[i + 1])) {
      candidate.last = candidates[++i].last;
      candidate.kind = NameKind::kPerson;
      candidate.known = nullptr;
      candidate.score = 0.75;
      candidate.why = "place before a surname";
    }
    candidates[kept++] = candidate;
  }
  candidates.resize(kept);
}

}  // namespace dateline::names
