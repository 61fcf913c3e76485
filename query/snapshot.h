// Open databases that show one state of an index, and what is kept between searches for
// that state.

#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/text/analyzer.h"
#include "query/deadline.h"
#include "query/index_stamps.h"
#include "query/revision_cache.h"

namespace dateline {

/// Tells states of an index apart: for each of its databases Xapian's unique name of it
/// and its revision.
using RevisionKey = std::vector<std::pair<std::string, std::uint64_t>>;

/// One state of the index, as one thread sees it. Belongs to one thread at a time.
class Snapshot {
 public:
  /// Opens the databases at `paths`.
  explicit Snapshot(const std::vector<std::string>& paths);

  /// Moves on to the newest state; `stamps` were looked at just before.
  void refresh(const IndexStamps& stamps);

  const RevisionKey& key() const { return key_; }
  const Xapian::Database& database() const { return database_; }

  /// The databases that database() is made of: see shard_docid.h.
  const std::vector<Xapian::Database>& shards() const { return shards_; }

  /// The analysis of texts in `language`; of the index's own for an empty one.
  text::Analyzer& analyzer(std::string_view language = {});

  /// The analysis of texts in each of the other languages that articles are in, most
  /// articles first; at most eight, and of those without stems one. They live, and so
  /// does the one of the index's own language, until analyzer() was asked for many
  /// languages.
  std::vector<text::Analyzer*> other_analyzers();

  /// Whether the stems of articles in these languages were made as they are made now.
  bool has_our_stems() const { return has_our_stems_; }

  /// The article of a document of database(). Throws as stored_article() does.
  AnnotatedArticle article(Xapian::docid docid) const;

  /// What lists show of it, as stored_heading() reads it.
  Article heading(Xapian::docid docid) const;

  /// How many documents have `term`.
  Xapian::doccount documents_with(const std::string& term) const {
    return cache_->terms().documents(database_, term);
  }

  /// Which names are one entity, in this state.
  std::shared_ptr<const entities::EntityTable> entities() const {
    return cache_->entities(shards_);
  }

  /// Which articles are copies of each other, in this state.
  std::shared_ptr<const CopyTable> copies() const { return cache_->copies(shards_); }

  /// When the operation has to end: never, unless it says so. SnapshotPool takes it
  /// back.
  const Deadline& deadline() const { return deadline_; }
  void set_deadline(const Deadline& deadline) {
    deadline_ = deadline;
    cut_ = std::make_shared<bool>(false);
  }

  /// From now on an operation has so long; 0: as long as it needs. Throws Error
  /// kInvalidArgument below 0.
  void set_time_limit(std::chrono::milliseconds limit);

  /// Whether a run of runnable() has ended at the deadline, before it had looked at all
  /// articles; and where such a run says so.
  bool was_cut() const { return cut_ && *cut_; }
  RunLimit run_limit() const { return {deadline_, cut_}; }

  /// What is kept for this state. Set by SnapshotPool.
  RevisionCache& cache() const { return *cache_; }
  void set_cache(std::shared_ptr<RevisionCache> cache) { cache_ = std::move(cache); }

 private:
  void open();
  void move_on();
  void read_key();
  void read_languages();
  void compare_stems();

  std::vector<std::string> paths_;
  std::vector<std::uint64_t> identities_;  // Of the directories at paths_.
  SettledStamps stamps_;
  std::vector<Xapian::Database> shards_;
  Xapian::Database database_;
  RevisionKey key_;
  std::string language_;
  std::vector<std::string> other_languages_;  // That articles are in, by number.
  bool has_our_stems_ = true;
  std::map<std::string, text::Analyzer, std::less<>> analyzers_;
  std::shared_ptr<RevisionCache> cache_;
  Deadline deadline_;
  std::shared_ptr<bool> cut_;
};

}  // namespace dateline
