#include "query/placed_postings.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/seek_docid.h"
#include "query/shard_docid.h"

namespace dateline {
namespace {

constexpr std::size_t kDocumentsPerLook = 256;  // At the clock.

// More have no number.
constexpr std::size_t kMostPlaces = std::numeric_limits<std::uint32_t>::max();

bool has(Places places, std::uint32_t position) {
  return std::binary_search(places.begin(), places.end(), position);
}

// Two words at two different places less than `window` apart.
bool stand_near(Places left, Places right, std::uint32_t window) {
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() && b != right.end()) {
    const std::uint32_t apart = *a < *b ? *b - *a : *a - *b;
    if (apart > 0 && apart < window) return true;
    if (*a < *b) {
      ++a;
    } else {
      ++b;
    }
  }
  return false;
}

}  // namespace

std::size_t PlacedPostings::bytes() const {
  return starts.size() * sizeof starts[0] + positions.size() * sizeof positions[0];
}

std::optional<PlacedPostings> read_places(
    std::span<const Xapian::Database> shards, const std::string& term,
    std::shared_ptr<const ScoredPostings> postings,
    std::shared_ptr<const DocumentLengths> lengths, const Deadline& deadline) {
  PlacedPostings placed{.postings = std::move(postings), .lengths = std::move(lengths)};
  placed.starts.reserve(placed.postings->docids.size() + 1);
  placed.starts.push_back(0);
  std::vector<TermReader> readers;
  for (const Xapian::Database& shard : shards) readers.emplace_back(shard, term);
  for (const Xapian::docid docid : placed.postings->docids) {
    const auto [shard, own_docid] = in_shard(docid, shards.size());
    TermReader& reader = readers[shard];
    if (reader.skip_to(own_docid) != own_docid) return std::nullopt;
    const Places places = reader.places(own_docid);
    placed.positions.insert(placed.positions.end(), places.begin(), places.end());
    if (places.size() != reader.occurrences() ||
        placed.positions.size() > kMostPlaces) {
      return std::nullopt;
    }
    placed.starts.push_back(static_cast<std::uint32_t>(placed.positions.size()));
    if (placed.starts.size() % kDocumentsPerLook == 0) deadline.check();
  }
  placed.positions.shrink_to_fit();
  return placed;
}

Places PlaceCursor::in(Xapian::docid docid) {
  const auto& docids = postings_->postings->docids;
  at_ = seek_docid(docids, at_, docid);
  if (at_ == docids.size() || docids[at_] != docid) return {};
  const std::uint32_t begin = postings_->starts[at_];
  return Places(postings_->positions)
      .subspan(begin, postings_->starts[at_ + 1] - begin);
}

bool stand_in_order(std::span<const Places> places) {
  // The word that is there least often decides where to look.
  const auto rarest = std::ranges::min_element(places, {}, &Places::size);
  const auto before = static_cast<std::uint32_t>(rarest - places.begin());
  return std::ranges::any_of(*rarest, [&](std::uint32_t position) {
    if (position < before) return false;
    const std::uint32_t first = position - before;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (i != before && !has(places[i], first + static_cast<std::uint32_t>(i))) {
        return false;
      }
    }
    return true;
  });
}

bool stand_together(std::span<const Places> places, std::uint32_t window) {
  return window > 0 ? stand_near(places[0], places[1], window) : stand_in_order(places);
}

}  // namespace dateline
