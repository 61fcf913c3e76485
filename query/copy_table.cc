#include "query/copy_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/copy_linking.h"
#include "query/shard_docid.h"

namespace dateline {

CopyTable::CopyTable(std::span<const Xapian::Database> shards) {
  for (std::size_t n = 0; n < shards.size(); ++n) {
    const duplicates::ChainTable table = read_copies(shards[n]);
    for (std::uint32_t chain = 0; chain < table.size(); ++chain) {
      for (std::size_t member = 0; member < table.size(chain); ++member) {
        const std::string term(table.id_term(chain, member));
        const auto found = shards[n].postlist_begin(term);
        if (found == shards[n].postlist_end(term)) continue;
        const Xapian::docid docid = of_all({n, *found}, shards.size());
        places_.emplace(docid, static_cast<std::uint32_t>(docids_.size()));
        docids_.push_back(docid);
      }
      begins_.push_back(static_cast<std::uint32_t>(docids_.size()));
    }
  }
}

std::uint32_t CopyTable::chain(std::uint32_t place) const {
  const auto after = std::ranges::upper_bound(begins_, place);
  return static_cast<std::uint32_t>(after - begins_.begin()) - 1;
}

Fold::Fold(std::shared_ptr<const CopyTable> table,
           std::span<const Xapian::docid> documents)
    : table_(std::move(table)), shown_(table_->chain_count(), CopyTable::kNone) {
  for (const Xapian::docid document : documents) {
    const std::uint32_t place = table_->place(document);
    if (place == CopyTable::kNone) continue;
    is_there_.resize(std::max<std::size_t>(is_there_.size(), place + 1), false);
    is_there_[place] = true;
    std::uint32_t& shown = shown_[table_->chain(place)];
    if (shown != CopyTable::kNone) ++hidden_;
    shown = std::min(shown, place);
  }
}

bool Fold::is_hidden(Xapian::docid document) const {
  const std::uint32_t place = table_->place(document);
  return place != CopyTable::kNone && shown_[table_->chain(place)] != place;
}

std::vector<Xapian::docid> Fold::copies(Xapian::docid shown) const {
  std::vector<Xapian::docid> copies;
  const std::uint32_t place = table_->place(shown);
  if (place == CopyTable::kNone) return copies;
  const std::uint32_t end = table_->end(table_->chain(place));
  for (std::uint32_t other = place + 1; other < end && other < is_there_.size();
       ++other) {
    if (is_there_[other]) copies.push_back(table_->docid(other));
  }
  return copies;
}

std::size_t keep_stories(std::shared_ptr<const CopyTable> table,
                         std::vector<Xapian::docid>& documents) {
  const Fold fold(std::move(table), documents);
  std::erase_if(documents,
                [&](Xapian::docid document) { return fold.is_hidden(document); });
  return documents.size();
}

}  // namespace dateline
