#include "index/index_update.h"

#include <cstdint>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <utility>

#include "index/article_removal.h"
#include "index/copied_days.h"
#include "index/copy_linking.h"
#include "index/database.h"
#include "index/durable_files.h"
#include "index/index_metadata.h"
#include "index/positions/position_changes.h"
#include "index/positions/position_table.h"
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

// Calls `visit` with the documents that leave `database`, or are replaced.
template <class Visit>
void for_each_leaver(const Xapian::Database& database, const IndexUpdate& update,
                     Visit visit) {
  for (const auto* ids : {&update.removed_ids, &update.stale_ids}) {
    for (const std::string& id : *ids) {
      const std::string term = schema::id_term(id);
      const auto end = database.postlist_end(term);
      for (auto found = database.postlist_begin(term); found != end; ++found) {
        visit(database.get_document(*found));
      }
    }
  }
}

// The names of articles that leave `database`, and of those in the segments.
std::vector<Name> changed_names(const Xapian::Database& database,
                                const IndexUpdate& update) {
  std::vector<Name> names;
  for_each_leaver(database, update, [&](const Xapian::Document& document) {
    append_names(document, names);
  });
  for (const std::string& segment : update.segments) {
    append_names(open_segment(segment), names);
  }
  return names;
}

void apply_in_place(const IndexUpdate& update) {
  Xapian::WritableDatabase database = open_to_write(update.path);
  NameLinking linking = update.linking;
  if (linking.compute) linking.changed = changed_names(database, update);
  CopyChanges copies;
  PositionChanges positions;
  for_each_leaver(database, update, [&](const Xapian::Document& document) {
    copies.gone.push_back(leaving(document));
    positions.remove_all(document);
  });
  update.before_publish();
  commit_durably(database, update.path, [&](Xapian::WritableDatabase& target) {
    for (const std::string& id : update.removed_ids) {
      target.delete_document(schema::id_term(id));
    }
    for (const std::string& segment : update.segments) {
      const auto added = copy_documents(segment, target, positions);
      copies.added.insert(copies.added.end(), added.begin(), added.end());
    }
    positions.apply(target);
    describe(target, update);
    update_entities(target, linking);
    update_copies(target, copies);
    update_copied_days(target, read_copies(target));
  });
}

// Whether the index can be changed in place, and copied without being converted.
bool is_of_our_layout(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  return !has_position_table(database) && !is_compact(database);
}

// Makes `copy` the index at `path`, of our layout.
void copy_converted(const std::string& path, const std::string& copy,
                    const std::string& scratch) {
  if (has_position_table(open_to_read(path))) {
    chunk_positions(path, copy, scratch);
  } else {
    copy_folder(path, copy);
  }
  if (is_compact(open_segment(copy))) restore_termlists(copy);
}

// The index as it can be merged with segments: without what leaves it, and converted
// where it is of another layout. `path` itself where nothing is to be done.
std::string base_of(const IndexUpdate& update) {
  const bool leaves = !update.removed_ids.empty() || !update.stale_ids.empty();
  if (!leaves && is_of_our_layout(update.path)) return update.path;
  const std::string copy = update.staging + "/old";
  copy_converted(update.path, copy, update.staging);
  if (!leaves) return copy;
  Xapian::WritableDatabase database = open_segment_to_write(copy);
  remove_articles_and_positions(database, update.removed_ids);
  remove_articles_and_positions(database, update.stale_ids);
  database.commit();
  database.close();
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
  auto all = std::make_unique<Xapian::Database>();
  if (!base.empty()) all->add_database(open_segment(base));
  for (const std::string& segment : segments) all->add_database(open_segment(segment));
  return std::async(std::launch::async, [all = std::move(all), &linking] {
    Opinions opinions{.entities = {}, .copies = find_copies(*all)};
    if (linking.compute) opinions.entities = resolve_all_names(*all, linking);
    return opinions;
  });
}

// Puts into the merged database what it says of itself and of all its articles.
void complete(const std::string& merged, const IndexUpdate& update,
              const Opinions& opinions) {
  Xapian::WritableDatabase database = open_segment_to_write(merged);
  describe(database, update);
  write_copies(database, opinions.copies);
  update_copied_days(database, opinions.copies);
  if (update.linking.compute) {
    write_resolved(database, opinions.entities, update.linking);
  } else {
    update_entities(database, update.linking);
  }
  database.commit();
  database.close();
}

void publish_merged(const IndexUpdate& update, const std::string& base) {
  const auto segments = merge_down(update.segments, update.staging);
  // Merging takes about as long, and neither needs what the other makes.
  auto opinions = form_opinions_aside(base, segments, update.linking);
  const std::string merged = built_path(update.staging);
  merge_databases(base, segments, merged, update.staging, update.formatter);
  close_front_gap(merged, update.staging);
  const Opinions formed = opinions.get();
  try {
    complete(merged, update, formed);
  } catch (const Xapian::FeatureUnavailableError&) {
    restore_termlists(merged);  // An article has its day from a copy.
    complete(merged, update, formed);
  }
  if (update.compact) drop_termlists(merged);
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
    Xapian::WritableDatabase database = create_segment(empty);
    describe(database, update);
    update_entities(database, update.linking);
    update_copies(database, {});
    database.commit();
    database.close();
    update.before_publish();
    publish(empty, update.path);
  });
}

void apply_to_existing(const IndexUpdate& update) {
  with_xapian(update.path, [&] {
    if (!update.compact && is_small(update) && is_of_our_layout(update.path)) {
      return apply_in_place(update);
    }
    std::filesystem::create_directories(update.staging);
    publish_merged(update, base_of(update));
  });
}

}  // namespace dateline
