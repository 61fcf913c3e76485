#include "index/copy_linking.h"

#include <dateline/date.h>
#include <dateline/error.h>

#include <algorithm>
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

// The terms of the ids of documents.
using IdTerms = std::unordered_map<Xapian::docid, std::string>;

IdTerms id_terms_of(const Xapian::Database& database,
                    const std::vector<Xapian::docid>& docids) {
  IdTerms terms;
  for (const Xapian::docid docid : docids) {
    terms.emplace(docid, id_term_of(database.get_document(docid)));
  }
  return terms;
}

// The same of a compact index, which has no lists of terms: by a look at all ids.
IdTerms id_terms_by_postings(const Xapian::Database& database,
                             const std::vector<std::vector<Xapian::docid>>& chains) {
  IdTerms terms;
  for (const auto& docids : chains) {
    for (const Xapian::docid docid : docids) terms.emplace(docid, "");
  }
  const std::string prefix = schema::id_term("");
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const auto last = database.postlist_end(*term);
    for (auto one = database.postlist_begin(*term); one != last; ++one) {
      const auto wanted = terms.find(*one);
      if (wanted != terms.end()) wanted->second = *term;
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
std::vector<std::string> in_order(const Xapian::Database& database,
                                  const std::vector<Xapian::docid>& docids,
                                  const IdTerms& terms) {
  std::vector<Member> members;
  for (const Xapian::docid docid : docids) {
    members.push_back(member(database, docid, terms.at(docid)));
  }
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
      : database_(database), before_(before), changes_(changes) {}

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
    const auto chain = before_.find(id_term_of(database_.get_document(docid)));
    if (!chain || broken_.contains(*chain) || !taken_.insert(*chain).second) return;
    for (std::size_t i = 0; i < before_.size(*chain); ++i) {
      const auto other = docid_of(database_, before_.id_term(*chain, i));
      if (other && *other != docid) components_.connect(docid, *other);
    }
  }

  ChainTable table() const {
    std::vector<std::vector<std::string>> chains;
    for (std::uint32_t chain = 0; chain < before_.size(); ++chain) {
      if (broken_.contains(chain) || taken_.contains(chain)) continue;
      auto& terms = chains.emplace_back();
      for (std::size_t i = 0; i < before_.size(chain); ++i) {
        terms.emplace_back(before_.id_term(chain, i));
      }
    }
    for (const auto& docids : components_.sets()) {
      chains.push_back(in_order(database_, docids, id_terms_of(database_, docids)));
    }
    return ChainTable(std::move(chains));
  }

  const Xapian::Database& database_;
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

ChainTable find_copies(const Xapian::Database& database) {
  std::vector<std::vector<Xapian::docid>> found;
  {
    ChainFinder finder;
    for_each_fingerprint(database, [&](Xapian::docid docid, const auto& packed) {
      finder.add(docid, packed);
    });
    found = finder.find();
  }
  std::vector<std::vector<std::string>> chains;
  try {
    for (const auto& docids : found) {
      chains.push_back(in_order(database, docids, id_terms_of(database, docids)));
    }
  } catch (const Xapian::FeatureUnavailableError&) {
    const IdTerms terms = id_terms_by_postings(database, found);
    chains.clear();
    for (const auto& docids : found)
      chains.push_back(in_order(database, docids, terms));
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
  write_copies(database, table ? *table : find_copies(database));
}

CopyChanges::Gone leaving(const Xapian::Document& document) {
  return {id_term_of(document), document.get_value(schema::slot::kFingerprint)};
}

std::string id_term_of(const Xapian::Document& document) {
  const std::string prefix = schema::id_term("");
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(prefix);
  return *term;
}

}  // namespace dateline
