#include "query/place_bonuses.h"

#include <algorithm>
#include <cstddef>

#include "query/place_bonus_source.h"
#include "query/shard_docid.h"

namespace dateline {
ScoreSteps most_of(const PlaceBonus& bonus) { return to_steps(bonus.most()) + 1; }

std::optional<KeptBonuses> KeptBonuses::of(const Snapshot& snapshot,
                                           std::span<const PlaceBonus> bonuses,
                                           std::size_t matches) {
  // Nearness brings little: the index is asked of a few documents, which costs as much
  // as reading so many. A title brings so much that it would be asked of most.
  constexpr std::size_t kOfNearness = 200;
  const Xapian::Database& database = snapshot.database();
  KeptBonuses kept;
  for (const PlaceBonus& bonus : bonuses) {
    auto& words =
        kept.bonuses_.emplace_back(Bonus{bonus.window, most_of(bonus), {}}).words;
    const std::size_t wanted = bonus.window > 0 ? kOfNearness : matches;
    for (std::size_t i = 0; i < bonus.terms.size(); ++i) {
      auto places = snapshot.cache().postings().places(
          database, snapshot.shards(), bonus.terms[i], wanted, snapshot.deadline());
      if (!places) return std::nullopt;
      words.push_back({PlaceCursor(std::move(places)), bonus.weights[i]});
    }
  }
  return kept;
}

const std::vector<Xapian::docid>& KeptBonuses::Bonus::documents() const {
  const auto docids = [](const Word& word) -> const std::vector<Xapian::docid>& {
    return word.cursor.postings().postings->docids;
  };
  return docids(*std::ranges::min_element(
      words, {}, [&](const Word& word) { return docids(word).size(); }));
}

std::vector<ScoredDocument> KeptBonuses::take_rare(std::size_t documents) {
  std::vector<ScoredDocument> found;
  std::erase_if(bonuses_, [&](Bonus& bonus) {
    if (bonus.documents().size() >= documents) return false;
    for (const Xapian::docid docid : bonus.documents()) {
      if (const ScoreSteps steps = added(bonus, docid)) found.push_back({docid, steps});
    }
    return true;
  });
  std::ranges::sort(found, {}, &ScoredDocument::docid);
  return found;
}

ScoreSteps KeptBonuses::most() const {
  ScoreSteps sum = 0;
  for (const Bonus& bonus : bonuses_) sum += bonus.most;
  return sum;
}

ScoreSteps KeptBonuses::added(Xapian::docid docid) {
  ScoreSteps sum = 0;
  for (Bonus& bonus : bonuses_) sum += added(bonus, docid);
  return sum;
}

ScoreSteps KeptBonuses::added(Bonus& bonus, Xapian::docid docid) {
  places_.clear();
  for (Word& word : bonus.words) {
    places_.push_back(word.cursor.in(docid));
    if (places_.back().empty()) return 0;
  }
  if (!stand_together(places_, bonus.window)) return 0;
  ScoreSteps sum = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Word& word = bonus.words[i];
    const double length = (*word.cursor.postings().lengths)[docid];
    sum += to_steps(word.bm25.weight(static_cast<double>(places_[i].size()), length));
  }
  return sum;
}

std::unordered_map<Xapian::docid, ScoreSteps> bonuses_in_index(
    const Snapshot& snapshot, std::span<const PlaceBonus> bonuses,
    const std::vector<Xapian::docid>& docids) {
  const auto& shards = snapshot.shards();
  std::vector<PlaceBonusReader> readers;  // Of all bonuses for each shard.
  for (const Xapian::Database& shard : shards) {
    for (const PlaceBonus& bonus : bonuses) readers.emplace_back(bonus, shard);
  }
  const RunLimit limit = snapshot.run_limit();
  std::unordered_map<Xapian::docid, ScoreSteps> added;
  for (const Xapian::docid docid : docids) {
    if (limit.is_over()) *limit.cut = true;
    if (snapshot.was_cut()) break;
    const auto [shard, own_docid] = in_shard(docid, shards.size());
    ScoreSteps sum = 0;
    for (PlaceBonusReader& reader :
         std::span(readers).subspan(shard * bonuses.size(), bonuses.size())) {
      sum += reader.added(own_docid);
    }
    if (sum > 0) added.emplace(docid, sum);
  }
  return added;
}

}  // namespace dateline
