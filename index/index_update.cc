#include "index/index_update.h"

#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <utility>

#include "index/copied_days.h"
#include "index/copy_linking.h"
#include "index/database.h"
#include "index/durable_files.h"
#include "index/index_metadata.h"
#include "index/schema.h"
#include "index/segment_merge.h"
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

void remove_documents(Xapian::WritableDatabase& database,
                      const std::vector<std::string>& ids) {
  for (const std::string& id : ids) database.delete_document(schema::id_term(id));
}

// Gives the documents that are new in `target`.
std::vector<Xapian::docid> copy_documents(const std::string& segment,
                                          Xapian::WritableDatabase& target) {
  const Xapian::Database source = open_segment(segment);
  std::vector<Xapian::docid> added;
  for (auto posting = source.postlist_begin(""); posting != source.postlist_end("");
       ++posting) {
    const Xapian::Document document = source.get_document(*posting);
    added.push_back(target.replace_document(id_term_of(document), document));
  }
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
  for_each_leaver(database, update, [&](const Xapian::Document& document) {
    copies.gone.push_back(leaving(document));
  });
  update.before_publish();
  commit_durably(database, update.path, [&](Xapian::WritableDatabase& target) {
    remove_documents(target, update.removed_ids);
    for (const std::string& segment : update.segments) {
      const auto added = copy_documents(segment, target);
      copies.added.insert(copies.added.end(), added.begin(), added.end());
    }
    describe(target, update);
    update_entities(target, linking);
    update_copies(target, copies);
    update_copied_days(target, read_copies(target));
  });
}

// A copy of the index without what leaves it; `path` itself when nothing does.
std::string without_leavers(const IndexUpdate& update) {
  if (update.removed_ids.empty() && update.stale_ids.empty()) return update.path;
  const std::string copy = update.staging + "/old";
  copy_folder(update.path, copy);
  Xapian::WritableDatabase database = open_segment_to_write(copy);
  remove_documents(database, update.removed_ids);
  remove_documents(database, update.stale_ids);
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

// Works them out from `inputs` in a thread of its own. They are opened before it
// starts, and may be removed while it reads.
std::future<Opinions> form_opinions_aside(const std::vector<std::string>& inputs,
                                          const NameLinking& linking) {
  auto all = std::make_unique<Xapian::Database>();
  for (const std::string& input : inputs) all->add_database(open_segment(input));
  return std::async(std::launch::async, [all = std::move(all), &linking] {
    Opinions opinions{.entities = {}, .copies = find_copies(*all)};
    if (linking.compute) opinions.entities = resolve_all_names(*all, linking);
    return opinions;
  });
}

void publish_merged(const IndexUpdate& update, const std::string& base) {
  auto inputs = merge_down(update.segments, update.staging);
  if (!base.empty()) inputs.insert(inputs.begin(), base);
  // Merging takes about as long, and neither needs what the other makes.
  auto opinions = form_opinions_aside(inputs, update.linking);
  const std::string merged = built_path(update.staging);
  merge_databases(inputs, merged, update.staging);
  Xapian::WritableDatabase database = open_segment_to_write(merged);
  describe(database, update);
  const Opinions formed = opinions.get();
  write_copies(database, formed.copies);
  update_copied_days(database, formed.copies);
  if (update.linking.compute) {
    write_resolved(database, formed.entities, update.linking);
  } else {
    update_entities(database, update.linking);
  }
  database.commit();
  database.close();
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
    if (is_small(update)) return apply_in_place(update);
    std::filesystem::create_directories(update.staging);
    publish_merged(update, without_leavers(update));
  });
}

}  // namespace dateline
