#include "index/index_update.h"

#include <dateline/error.h>

#include <cstdint>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "index/article_removal.h"
#include "index/copied_days.h"
#include "index/copy_linking.h"
#include "index/database.h"
#include "index/durable_files.h"
#include "index/id_terms.h"
#include "index/index_metadata.h"
#include "index/positions/position_changes.h"
#include "index/positions/position_table.h"
#include "index/publishing.h"
#include "index/renumbering.h"
#include "index/schema.h"
#include "index/segment_merge.h"
#include "index/termlists.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Up to these sizes changing the tables in place is cheaper than writing them anew.
constexpr std::uint64_t kMostBytesInPlace = std::uint64_t{32} << 20;
constexpr std::uint64_t kLeastTimesLarger = 4;

// A removed article costs about as much as this many bytes of added segment.
constexpr std::uint64_t kBytesPerRemoval = 4096;

bool is_small(const IndexUpdate& update) {
  std::uint64_t bytes = update.removed_ids.size() * kBytesPerRemoval;
  for (const std::string& segment : update.segments) bytes += folder_bytes(segment);
  return bytes <= kMostBytesInPlace &&
         bytes * kLeastTimesLarger <= folder_bytes(update.path);
}

// Gives the documents that are new in `target`, and their positions to `changes`.
std::vector<Xapian::docid> copy_documents(const std::string& segment,
                                          Xapian::WritableDatabase& target,
                                          PositionChanges& changes) {
  const Xapian::Database source = open_segment(segment);
  std::vector<Xapian::docid> added;
  std::map<Xapian::docid, Xapian::docid> docids;
  for (auto posting = source.postlist_begin(""); posting != source.postlist_end("");
       ++posting) {
    const Xapian::Document document = source.get_document(*posting);
    added.push_back(target.replace_document(id_term_of(document), document));
    docids.emplace(*posting, added.back());
  }
  add_positions(segment, docids, changes);
  return added;
}

// What an index says of itself, and what its records are read by.
void describe(Xapian::WritableDatabase& database, const IndexUpdate& update) {
  if (!has_metadata(database, update.language)) {
    write_metadata(database, update.language);
  }
  if (update.dictionary) add_dictionary(database, *update.dictionary);
}

// The documents that leave `database`, or are replaced.
std::set<Xapian::docid> leavers(const Xapian::Database& database,
                                const IndexUpdate& update) {
  std::set<Xapian::docid> documents = documents_of(database, update.removed_ids);
  documents.merge(documents_of(database, update.stale_ids));
  return documents;
}

// A change needs the terms of documents that were not listed.
class UnlistedTerms : public Error {
 public:
  explicit UnlistedTerms(std::set<Xapian::docid> documents)
      : Error(ErrorCode::kInternal, "the terms of a document are not listed"),
        documents_(std::move(documents)) {}

  const std::set<Xapian::docid>& documents() const { return documents_; }

 private:
  std::set<Xapian::docid> documents_;
};

void update_days(Xapian::WritableDatabase& database) {
  const auto days = find_copied_days(database, read_copies(database));
  std::set<Xapian::docid> unlisted;
  for (const CopiedDay& day : days) {
    if (!has_termlist(database, day.docid)) unlisted.insert(day.docid);
  }
  if (!unlisted.empty()) throw UnlistedTerms(std::move(unlisted));
  write_copied_days(database, days);
}

// Changes `target`, which has lists of the terms of `gone`, within a transaction.
void change_articles(Xapian::WritableDatabase& target, const IndexUpdate& update,
                     const std::set<Xapian::docid>& gone) {
  NameLinking linking = update.linking;
  if (linking.compute) linking.changed.emplace();
  CopyChanges copies;
  PositionChanges positions;
  for (const Xapian::docid docid : gone) {
    const Xapian::Document document = target.get_document(docid);
    if (linking.compute) append_names(document, *linking.changed);
    copies.gone.push_back(leaving(document));
    positions.remove_all(document);
  }
  for (const std::string& id : update.removed_ids) {
    target.delete_document(schema::id_term(id));
  }
  for (const std::string& segment : update.segments) {
    if (linking.compute) append_names(open_segment(segment), *linking.changed);
    const auto added = copy_documents(segment, target, positions);
    copies.added.insert(copies.added.end(), added.begin(), added.end());
  }
  positions.apply(target);
  describe(target, update);
  update_entities(target, linking);
  update_copies(target, copies);
  update_days(target);
}

// False, and nothing is done, where the file system does not allow it.
bool apply_in_place(const IndexUpdate& update) {
  const std::set<Xapian::docid> gone = leavers(open_to_read(update.path), update);
  std::set<Xapian::docid> listed = gone;
  std::filesystem::create_directories(update.staging);
  const std::string aside = update.staging + "/aside";
  update.before_publish();
  for (;;) {
    try {
      return commit_in_place(update.path, aside, listed, [&](auto& target) {
        change_articles(target, update, gone);
      });
    } catch (const UnlistedTerms& unlisted) {
      listed.insert(unlisted.documents().begin(), unlisted.documents().end());
      std::filesystem::remove_all(aside);
    }
  }
}

// Whether the index can be changed in place, and copied without being converted.
bool is_of_our_layout(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  return !has_position_table(database) && !has_termlists(database);
}

// Makes `copy` the index at `path`, of our layout.
void copy_converted(const std::string& path, const std::string& copy,
                    const std::string& scratch) {
  if (has_position_table(open_to_read(path))) {
    chunk_positions(path, copy, scratch);
  } else {
    copy_folder(path, copy);
  }
  if (has_termlists(open_segment(copy))) drop_termlists(copy);
}

// The index as it can be merged with segments: without what leaves it, and converted
// where it is of another layout. `path` itself where nothing is to be done.
std::string base_of(const IndexUpdate& update) {
  const bool leaves = !update.removed_ids.empty() || !update.stale_ids.empty();
  if (!leaves && is_of_our_layout(update.path)) return update.path;
  const std::string copy = update.staging + "/old";
  copy_converted(update.path, copy, update.staging);
  if (leaves) {
    remove_documents_and_positions(copy, leavers(open_segment(copy), update));
  }
  return copy;
}

// What is worked out from all articles of an index together.
struct Opinions {
  entities::EntityTable entities;
  duplicates::ChainTable copies;
};

// Where the database lies that will be published.
std::string built_path(const std::string& staging) { return staging + "/merged"; }

// Works them out from an index, if `base` is not empty, and segments in a thread of its
// own. They are opened before it starts, and may be removed while it reads.
std::future<Opinions> form_opinions_aside(const std::string& base,
                                          const std::vector<std::string>& segments,
                                          const NameLinking& linking) {
  auto shards = std::make_unique<std::vector<Xapian::Database>>();
  if (!base.empty()) shards->push_back(open_segment(base));
  for (const std::string& segment : segments) shards->push_back(open_segment(segment));
  return std::async(std::launch::async, [shards = std::move(shards), &linking] {
    Opinions opinions{.entities = {}, .copies = find_copies(*shards)};
    Xapian::Database all;
    for (const Xapian::Database& shard : *shards) all.add_database(shard);
    if (linking.compute) opinions.entities = resolve_all_names(all, linking);
    return opinions;
  });
}

// Gives undated articles the days of their copies.
void complete_days(const std::string& merged, const duplicates::ChainTable& copies) {
  const auto days = find_copied_days(open_segment(merged), copies);
  if (days.empty()) return;
  std::set<Xapian::docid> listed;
  for (const CopiedDay& day : days) listed.insert(day.docid);
  lend_termlists(merged, listed);
  Xapian::WritableDatabase database = open_segment_to_write(merged);
  write_copied_days(database, days);
  database.commit();
  database.close();
}

// Puts into the merged database what it says of itself and of all its articles.
void complete(const std::string& merged, const IndexUpdate& update,
              const Opinions& opinions) {
  Xapian::WritableDatabase database = open_segment_to_write(merged);
  describe(database, update);
  write_copies(database, opinions.copies);
  if (update.linking.compute) {
    write_resolved(database, opinions.entities, update.linking);
  } else {
    update_entities(database, update.linking);
  }
  database.commit();
  database.close();
  complete_days(merged, opinions.copies);
  drop_termlists(merged);
}

void publish_merged(const IndexUpdate& update, const std::string& base) {
  const auto segments = merge_down(update.segments, update.staging);
  // Merging takes about as long, and neither needs what the other makes.
  auto opinions = form_opinions_aside(base, segments, update.linking);
  const std::string merged = built_path(update.staging);
  merge_databases(base, segments, merged, update.staging, update.formatter);
  close_front_gap(merged, update.staging);
  complete(merged, update, opinions.get());
  update.before_publish();
  publish(merged, update.path);
}

}  // namespace

void recover(const std::string& path, const std::string& staging) {
  undo_half_publish(built_path(staging), path);
}

void publish_new(const IndexUpdate& update) {
  with_xapian(update.path, [&] {
    if (!update.segments.empty()) return publish_merged(update, "");
    const std::string empty = built_path(update.staging);
    Xapian::WritableDatabase database = create_segment(empty, Xapian::DB_NO_TERMLIST);
    describe(database, update);
    update_entities(database, update.linking);
    update_copies(database, {});
    database.commit();
    database.close();
    drop_termlists(empty);
    update.before_publish();
    publish(empty, update.path);
  });
}

void apply_to_existing(const IndexUpdate& update) {
  with_xapian(update.path, [&] {
    const bool is_changed =
        is_small(update) && is_of_our_layout(update.path) && apply_in_place(update);
    if (is_changed) return;
    std::filesystem::create_directories(update.staging);
    publish_merged(update, base_of(update));
  });
}

}  // namespace dateline
