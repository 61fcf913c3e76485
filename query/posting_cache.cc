#include "query/posting_cache.h"

#include <utility>

#include "query/dense_docids.h"

namespace dateline {
namespace {

// What an entry costs beside its postings.
constexpr std::size_t kEntryBytes = 500;

// Indexes of so few documents are read at once.
constexpr std::size_t kFewDocuments = 5000;

std::string key_of(const RankedWord& word) {
  std::string key = word.term;
  for (const TermBonus& bonus : word.bonuses) {
    key += '\0' + bonus.term + '\0' + std::to_string(bonus.factor);
  }
  return key;
}

}  // namespace

std::shared_ptr<const ScoredPostings> PostingCache::postings(
    const Xapian::Database& database, const RankedWord& word,
    const Deadline& deadline) {
  std::string key = key_of(word);
  if (auto postings = kept(key)) return postings;
  const auto lengths = this->lengths(database, word, deadline);
  if (!lengths) return nullptr;
  auto postings = std::make_shared<const ScoredPostings>(
      read_postings(database, word, *lengths, deadline));
  keep(std::move(key), postings);
  return postings;
}

std::shared_ptr<const DocumentLengths> PostingCache::lengths(
    const Xapian::Database& database, const RankedWord& word,
    const Deadline& deadline) {
  std::unique_lock lock(lengths_mutex_, std::defer_lock);
  if (!deadline.is_set()) {
    lock.lock();
  } else if (!lock.try_lock()) {
    return nullptr;
  }
  if (lengths_) return lengths_;
  asked_ += kFewDocuments + database.get_termfreq(word.term);
  if (asked_ < database.get_doccount() || !has_dense_docids(database)) return nullptr;
  lengths_ = std::make_shared<const DocumentLengths>(read_lengths(database, deadline));
  return lengths_;
}

std::shared_ptr<const ScoredPostings> PostingCache::kept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->postings;
}

void PostingCache::keep(std::string key,
                        std::shared_ptr<const ScoredPostings> postings) {
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;  // Another thread has read them, too.
  bytes_ += kEntryBytes + postings->bytes();
  entries_.push_front({std::move(key), std::move(postings)});
  by_key_.emplace(entries_.front().key, entries_.begin());
  while (bytes_ > most_bytes_ && entries_.size() > 1) {
    bytes_ -= kEntryBytes + entries_.back().postings->bytes();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace dateline
