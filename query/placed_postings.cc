#include "query/placed_postings.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/seek_docid.h"

namespace dateline {
namespace {

constexpr std::size_t kDocumentsPerLook = 256;  // At the clock.

// More have no number.
constexpr std::size_t kMostPlaces = std::numeric_limits<std::uint32_t>::max();

bool has(Places places, Xapian::termpos position) {
  return std::binary_search(places.begin(), places.end(), position);
}

}  // namespace

std::size_t PlacedPostings::bytes() const {
  return starts.size() * sizeof starts[0] + positions.size() * sizeof positions[0];
}

std::optional<PlacedPostings> read_places(
    const Xapian::Database& database, const std::string& term,
    std::shared_ptr<const ScoredPostings> postings,
    std::shared_ptr<const DocumentLengths> lengths, const Deadline& deadline) {
  PlacedPostings placed{.postings = std::move(postings), .lengths = std::move(lengths)};
  placed.starts.reserve(placed.postings->docids.size() + 1);
  placed.starts.push_back(0);
  const auto end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end; ++at) {
    const auto last = at.positionlist_end();
    for (auto place = at.positionlist_begin(); place != last; ++place) {
      placed.positions.push_back(*place);
    }
    const std::size_t count = placed.positions.size() - placed.starts.back();
    if (count != at.get_wdf() || placed.positions.size() > kMostPlaces) {
      return std::nullopt;
    }
    placed.starts.push_back(static_cast<std::uint32_t>(placed.positions.size()));
    if (placed.starts.size() % kDocumentsPerLook == 0) deadline.check();
  }
  if (placed.starts.size() != placed.postings->docids.size() + 1) return std::nullopt;
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
  const auto before = static_cast<Xapian::termpos>(rarest - places.begin());
  return std::ranges::any_of(*rarest, [&](Xapian::termpos position) {
    if (position < before) return false;
    const Xapian::termpos first = position - before;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (i != before && !has(places[i], first + static_cast<Xapian::termpos>(i))) {
        return false;
      }
    }
    return true;
  });
}

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

}  // namespace dateline
