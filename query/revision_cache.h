// What a searcher keeps between searches for one state of the index.

#pragma once

#include <dateline/name.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/entities/entity_table.h"
#include "index/record_dictionary.h"
#include "query/copy_table.h"
#include "query/facet_columns.h"
#include "query/name_list.h"
#include "query/posting_cache.h"
#include "query/term_counts.h"
#include "query/vocabulary.h"

namespace dateline {

/// Everything here is worked out when it is first asked for, from the database handed
/// in, which must be of the state that the cache belongs to. Safe to use from any
/// number of threads, each with a database object of its own.
class RevisionCache {
 public:
  explicit RevisionCache(const SearcherOptions& options = {})
      : postings_(options.memory) {}

  /// All names of a kind.
  std::shared_ptr<const NameList> names(const Xapian::Database& database,
                                        NameKind kind);

  /// The linked names of a kind that no article has. `entities` are those of this
  /// cache.
  std::shared_ptr<const NameList> unseen(const Xapian::Database& database,
                                         NameKind kind,
                                         const entities::EntityTable& entities);

  /// All words, for finding those that look like one.
  std::shared_ptr<const Vocabulary> words(const Xapian::Database& database);

  /// Which names are one entity: by the tables and the corrections of all the databases
  /// that the index is made of. Throws Error kCorrupt where one is damaged.
  std::shared_ptr<const entities::EntityTable> entities(
      std::span<const Xapian::Database> shards);

  /// The column of all documents, or null while looking at the `matched` documents one
  /// by one is cheaper: it is built once as much has been spent on them as building
  /// costs, so that never more than twice the least possible is spent. `entities` are
  /// those of this cache; for kNames. Throws TimeIsUp: then the column is not built.
  /// Who has a deadline does not wait for another who builds it.
  std::shared_ptr<const FacetColumn> column(
      const Xapian::Database& database, ColumnKind kind, std::size_t matched,
      const std::shared_ptr<const entities::EntityTable>& entities,
      const Deadline& deadline = {});

  /// Of the terms of queries.
  TermCounts& terms() { return terms_; }

  /// Of the words that were searched for last.
  PostingCache& postings() { return postings_; }

  /// Which articles are copies of each other. Throws Error kCorrupt where a table is
  /// damaged.
  std::shared_ptr<const CopyTable> copies(std::span<const Xapian::Database> shards);

  /// What the records of the databases that the index is made of were compressed by.
  std::shared_ptr<const RecordDictionaries> dictionaries(
      std::span<const Xapian::Database> shards);

  /// The years in which articles appeared, or which they mention; ascending.
  std::shared_ptr<const std::vector<int>> years(const Xapian::Database& database,
                                                bool mentioned);

  /// The mentioned periods that are no day, month or year; in the order of their days.
  std::shared_ptr<const std::vector<DateRange>> periods(
      const Xapian::Database& database);

  /// What `make` gave for `term` when it was asked first.
  std::string label(const std::string& term, const std::function<std::string()>& make);

  /// The same for a group of names, by its number.
  std::string group_label(std::uint32_t group,
                          const std::function<std::string()>& make) {
    return label("group " + std::to_string(group), make);  // No term begins so.
  }

  /// What `make` gave for the entity whose label has this term when it was asked first.
  std::size_t count(const std::string& term, const std::function<std::size_t()>& make);

 private:
  struct Slot {
    std::shared_ptr<const FacetColumn> column;
    std::size_t spent = 0;  // Documents looked at one by one, weighed.
  };

  using NameLists = std::array<std::shared_ptr<const NameList>, kNameKinds.size()>;

  std::mutex names_mutex_;
  NameLists names_;
  std::mutex unseen_mutex_;
  NameLists unseen_;
  std::mutex words_mutex_;
  std::shared_ptr<const Vocabulary> words_;
  std::mutex entities_mutex_;
  std::shared_ptr<const entities::EntityTable> entities_;
  std::mutex copies_mutex_;
  std::shared_ptr<const CopyTable> copies_;
  std::mutex dictionaries_mutex_;
  std::shared_ptr<const RecordDictionaries> dictionaries_;
  std::mutex columns_mutex_;
  std::array<Slot, kColumnKinds> columns_;
  std::mutex years_mutex_;
  std::array<std::shared_ptr<const std::vector<int>>, 2> years_;
  std::shared_ptr<const std::vector<DateRange>> periods_;  // Guarded as the years.
  TermCounts terms_;
  PostingCache postings_;
  std::mutex labels_mutex_;
  std::unordered_map<std::string, std::string> labels_;
  std::mutex counts_mutex_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace dateline
