#include "query/posting_cache.h"

#include <array>
#include <bit>
#include <utility>

#include "index/renumbering.h"

namespace dateline {
namespace {

// Indexes of so few documents are read at once.
constexpr std::size_t kFewDocuments = 5000;

// What it takes, beside its name, to know how often a term or a filter was wanted.
constexpr std::size_t kWantedBytes = 100;

constexpr int kShareOfTime = 25;  // Percent, for what is kept for others.

// The same for equal ones only. Behind each term stands a zero, which no term has, and
// where one would stand without a term another bonus begins.
std::string name_of(const RankedWord& word) {
  std::string name;
  const auto add = [&name](const std::vector<std::string>& terms) {
    for (const std::string& term : terms) name.append(term).append(1, '\0');
  };
  add(word.terms);
  for (const TermBonus& bonus : word.bonuses) {
    name += '\0';
    const auto bytes =
        std::bit_cast<std::array<char, sizeof bonus.factor>>(bonus.factor);
    name.append(bytes.data(), bytes.size());
    add(bonus.terms);
  }
  return name;
}

}  // namespace

std::shared_ptr<const ScoredPostings> PostingCache::postings(
    const Xapian::Database& database, const RankedWord& word,
    const Deadline& deadline) try {
  const std::string name = name_of(word);
  if (auto kept = postings_.find(name)) return kept;
  const auto lengths = this->lengths(database, word, deadline);
  if (!lengths) return nullptr;
  auto postings = std::make_shared<const ScoredPostings>(
      read_postings(database, word, *lengths, deadline.after(kShareOfTime)));
  postings_.keep(name, postings);
  return postings;
} catch (const TimeIsUp&) {
  return nullptr;
}

std::shared_ptr<const PlacedPostings> PostingCache::places(
    const Xapian::Database& database, std::span<const Xapian::Database> shards,
    const std::string& term, std::size_t wanted, const Deadline& deadline) try {
  if (auto kept = places_.find(term)) return kept;
  const RankedWord word{.terms = {term}};
  auto postings = this->postings(database, word, deadline);
  if (!postings || !is_worth_while(term, wanted, postings->docids.size())) {
    return nullptr;
  }
  auto places =
      read_places(shards, term, std::move(postings), lengths(database, word, deadline),
                  deadline.after(kShareOfTime));
  if (!places) return nullptr;
  auto made = std::make_shared<const PlacedPostings>(*std::move(places));
  places_.keep(term, made);
  return made;
} catch (const TimeIsUp&) {
  return nullptr;
}

std::shared_ptr<const ScoredPostings> PostingCache::filter(
    const std::string& name, std::size_t wanted, std::size_t documents,
    const std::function<std::optional<std::vector<Xapian::docid>>()>& find) {
  // No term begins with a zero.
  if (!is_worth_while('\0' + name, wanted, documents)) return nullptr;
  auto found = find();
  if (!found) return nullptr;
  ScoredPostings postings;
  postings.scores.resize(found->size());
  postings.docids = *std::move(found);
  postings.docids.shrink_to_fit();
  auto made = std::make_shared<const ScoredPostings>(std::move(postings));
  filters_.keep(name, made);
  return made;
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
  asked_ += kFewDocuments;
  for (const std::string& term : word.terms) asked_ += database.get_termfreq(term);
  if (asked_ < database.get_doccount() || !has_dense_docids(database)) return nullptr;
  lengths_ = std::make_shared<const DocumentLengths>(
      read_lengths(database, deadline.after(kShareOfTime)));
  return lengths_;
}

bool PostingCache::is_worth_while(const std::string& name, std::size_t wanted,
                                  std::size_t documents) {
  const std::lock_guard lock(wanted_mutex_);
  if (wanted_bytes_ > most_wanted_bytes_) {
    wanted_.clear();
    wanted_bytes_ = 0;
  }
  const auto [entry, is_new] = wanted_.try_emplace(name);
  if (is_new) wanted_bytes_ += kWantedBytes + name.size();
  return (entry->second += wanted) >= documents;
}

}  // namespace dateline
