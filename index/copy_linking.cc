#include "index/copy_linking.h"

#include <dateline/date.h>
#include <dateline/error.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "index/duplicates/chains.h"
#include "index/duplicates/copy_search.h"
#include "index/duplicates/disjoint_sets.h"
#include "index/id_terms.h"
#include "index/schema.h"

namespace dateline {
namespace {

using duplicates::ChainFinder;
using duplicates::ChainTable;
using duplicates::CopySearch;
using duplicates::DisjointSets;

// To look for the copies of more than one article in so many costs about as much as to
// find all chains.
constexpr std::size_t kArticlesPerSought = 16;

// In the order of chains: the earliest first, what is known less exactly behind it, and
// what is not known at all behind all; then by id.
struct Member {
  bool is_undated = true;
  Date first_day{};
  int vagueness = 0;
  std::string id_term{};

  friend auto operator<=>(const Member&, const Member&) = default;
};

// A document of one of several databases.
struct Place {
  std::size_t shard = 0;
  Xapian::docid docid = 0;
};

// The terms of the ids of many documents, by database: one look at all ids is quicker
// than one at each of so many articles.
using TermsByShard = std::vector<std::unordered_map<Xapian::docid, std::string>>;

TermsByShard all_id_terms(std::span<const Xapian::Database> shards,
                          const std::vector<std::vector<Place>>& chains) {
  TermsByShard terms(shards.size());
  for (const auto& chain : chains) {
    for (const Place& place : chain) terms[place.shard].emplace(place.docid, "");
  }
  const std::string prefix = schema::id_term("");
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    if (terms[shard].empty()) continue;
    const Xapian::Database& database = shards[shard];
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
      const auto last = database.postlist_end(*term);
      for (auto one = database.postlist_begin(*term); one != last; ++one) {
        const auto wanted = terms[shard].find(*one);
        if (wanted != terms[shard].end()) wanted->second = *term;
      }
    }
  }
  return terms;
}

Member member(const Xapian::Database& database, Xapian::docid docid,
              const std::string& id_term) {
  const Xapian::Document document = database.get_document(docid);
  Member member{.id_term = id_term};
  // The day that it has from a copy is none of its own.
  if (!document.get_value(schema::slot::kOwnBounds).empty()) return member;
  const auto dates =
      schema::unpack_dates(document.get_value(schema::slot::kPublishedDate));
  if (dates && !dates->empty()) {
    const Date date = dates->front();
    member.is_undated = false;
    member.first_day = first_day(date);
    member.vagueness = -static_cast<int>(precision(date));
  }
  return member;
}

// The terms of the ids of a chain, in its order.
std::vector<std::string> in_order(std::vector<Member> members) {
  std::ranges::sort(members);
  std::vector<std::string> ordered;
  for (Member& one : members) ordered.push_back(std::move(one.id_term));
  return ordered;
}

template <class Visit>
void for_each_fingerprint(const Xapian::Database& database, Visit visit) {
  const auto end = database.valuestream_end(schema::slot::kFingerprint);
  for (auto value = database.valuestream_begin(schema::slot::kFingerprint);
       value != end; ++value) {
    visit(value.get_docid(), *value);
  }
}

std::optional<Xapian::docid> docid_of(const Xapian::Database& database,
                                      std::string_view id_term) {
  const std::string term(id_term);
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return *found;
}

// Articles that may be copies, numbered as they come.
class Components {
 public:
  std::uint32_t number(Xapian::docid docid) {
    const auto [found, is_new] =
        numbers_.try_emplace(docid, static_cast<std::uint32_t>(docids_.size()));
    if (is_new) docids_.push_back(docid);
    return found->second;
  }
  bool contains(Xapian::docid docid) const { return numbers_.contains(docid); }

  void connect(Xapian::docid a, Xapian::docid b) {
    pairs_.emplace_back(number(a), number(b));
  }

  std::vector<std::vector<Xapian::docid>> sets() const {
    DisjointSets sets(docids_.size());
    for (const auto& [a, b] : pairs_) sets.unite(a, b);
    std::vector<std::vector<Xapian::docid>> found;
    for (const auto& set : sets.sets()) {
      auto& docids = found.emplace_back();
      for (const std::uint32_t number : set) docids.push_back(docids_[number]);
    }
    return found;
  }

 private:
  std::unordered_map<Xapian::docid, std::uint32_t> numbers_;
  std::vector<Xapian::docid> docids_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

// Makes the table after a change from the one before it.
class ChainUpdate {
 public:
  ChainUpdate(const Xapian::Database& database, const ChainTable& before,
              const CopyChanges& changes)
      : database_(database), id_terms_(database), before_(before), changes_(changes) {}

  // nullopt: all chains are to be found anew.
  std::optional<ChainTable> run() {
    seek();
    const std::size_t most = database_.get_doccount() / kArticlesPerSought;
    if (sought_ > std::max<std::size_t>(most, 1)) return std::nullopt;
    do {
      for_each_fingerprint(database_, [&](Xapian::docid docid, const auto& packed) {
        search_.read(docid, packed);
      });
    } while (search_.next_round());
    if (search_.must_start_over()) return std::nullopt;
    for (const auto& [a, b] : search_.found()) {
      components_.connect(a, b);
      take_chain_of(a);
      take_chain_of(b);
    }
    return table();
  }

 private:
  void seek(Xapian::docid docid, CopySearch::Role role) {
    const Xapian::Document document = database_.get_document(docid);
    search_.seek(docid, document.get_value(schema::slot::kFingerprint), role);
    ++sought_;
  }

  // What came, and what is left of the chains of what went.
  void seek() {
    const std::set<Xapian::docid> added(changes_.added.begin(), changes_.added.end());
    for (const Xapian::docid docid : added) seek(docid, CopySearch::Role::kAdded);
    for (const auto& [id_term, fingerprint] : changes_.gone) {
      search_.seek(0, fingerprint, CopySearch::Role::kGone);
      const auto chain = before_.find(id_term);
      if (!chain || !broken_.insert(*chain).second) continue;
      for (std::size_t i = 0; i < before_.size(*chain); ++i) {
        const auto docid = docid_of(database_, before_.id_term(*chain, i));
        if (!docid || added.contains(*docid)) continue;
        seek(*docid, CopySearch::Role::kKept);
      }
    }
  }

  // Connects the articles of a chain that is as it was.
  void take_chain_of(Xapian::docid docid) {
    if (!looked_up_.insert(docid).second) return;
    const auto chain = before_.find(id_terms_.of(docid));
    if (!chain || broken_.contains(*chain) || !taken_.insert(*chain).second) return;
    for (std::size_t i = 0; i < before_.size(*chain); ++i) {
      const auto other = docid_of(database_, before_.id_term(*chain, i));
      if (other && *other != docid) components_.connect(docid, *other);
    }
  }

  ChainTable table() {
    std::vector<std::vector<std::string>> chains;
    for (std::uint32_t chain = 0; chain < before_.size(); ++chain) {
      if (broken_.contains(chain) || taken_.contains(chain)) continue;
      auto& terms = chains.emplace_back();
      for (std::size_t i = 0; i < before_.size(chain); ++i) {
        terms.emplace_back(before_.id_term(chain, i));
      }
    }
    for (const auto& docids : components_.sets()) {
      std::vector<Member> members;
      for (const Xapian::docid docid : docids) {
        members.push_back(member(database_, docid, id_terms_.of(docid)));
      }
      chains.push_back(in_order(std::move(members)));
    }
    return ChainTable(std::move(chains));
  }

  const Xapian::Database& database_;
  IdTerms id_terms_;
  const ChainTable& before_;
  const CopyChanges& changes_;
  CopySearch search_;
  std::size_t sought_ = 0;
  std::unordered_set<std::uint32_t> broken_;  // Chains that something left.
  std::unordered_set<std::uint32_t> taken_;   // Chains that something joined.
  std::unordered_set<Xapian::docid> looked_up_;
  Components components_;
};

// The table as the last commit left it; none where it cannot be read.
ChainTable table_before(const Xapian::Database& database) {
  try {
    return read_copies(database);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

ChainTable read_copies(const Xapian::Database& database) {
  return ChainTable::decode(
      database.get_metadata(std::string(schema::metadata::kCopies)));
}

ChainTable find_copies(std::span<const Xapian::Database> shards) {
  ChainFinder finder;
  std::vector<Place> places;
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    for_each_fingerprint(shards[shard], [&](Xapian::docid docid, const auto& packed) {
      finder.add(static_cast<std::uint32_t>(places.size()), packed);
      places.push_back({shard, docid});
    });
  }
  std::vector<std::vector<Place>> found;
  for (const auto& numbers : finder.find()) {
    auto& chain = found.emplace_back();
    for (const std::uint32_t number : numbers) chain.push_back(places[number]);
  }
  const TermsByShard terms = all_id_terms(shards, found);
  std::vector<std::vector<std::string>> chains;
  for (const auto& chain : found) {
    std::vector<Member> members;
    for (const auto& [shard, docid] : chain) {
      members.push_back(member(shards[shard], docid, terms[shard].at(docid)));
    }
    chains.push_back(in_order(std::move(members)));
  }
  return ChainTable(std::move(chains));
}

void write_copies(Xapian::WritableDatabase& database, const ChainTable& table) {
  const std::string key(schema::metadata::kCopies);
  const std::string bytes = table.encode();
  if (database.get_metadata(key) != bytes) database.set_metadata(key, bytes);
}

void update_copies(Xapian::WritableDatabase& database, const CopyChanges& changes) {
  const ChainTable before = table_before(database);
  if (before.is_computed() && changes.added.empty() && changes.gone.empty()) return;
  std::optional<ChainTable> table;
  if (before.is_computed()) table = ChainUpdate(database, before, changes).run();
  const Xapian::Database& all = database;
  write_copies(database, table ? *table : find_copies(std::span(&all, 1)));
}

CopyChanges::Gone leaving(const Xapian::Document& document) {
  return {id_term_of(document), document.get_value(schema::slot::kFingerprint)};
}

}  // namespace dateline
