#include "index/index_update.h"

#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <utility>

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

// The term of a document's id, as it stands in the index.
std::string id_term_of(const Xapian::Document& document) {
  const std::string prefix = schema::id_term("");
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(prefix);
  return *term;
}

void copy_documents(const std::string& segment, Xapian::WritableDatabase& target) {
  const Xapian::Database source = open_segment(segment);
  for (auto posting = source.postlist_begin(""); posting != source.postlist_end("");
       ++posting) {
    const Xapian::Document document = source.get_document(*posting);
    target.replace_document(id_term_of(document), document);
  }
}

// What an index says of itself.
void describe(Xapian::WritableDatabase& database, const std::string& language) {
  if (!has_metadata(database, language)) write_metadata(database, language);
}

// The names of articles that leave `database`, and of those in the segments.
std::vector<Name> changed_names(const Xapian::Database& database,
                                const IndexUpdate& update) {
  std::vector<Name> names;
  for (const auto* ids : {&update.removed_ids, &update.stale_ids}) {
    for (const std::string& id : *ids) {
      const std::string term = schema::id_term(id);
      const auto end = database.postlist_end(term);
      for (auto found = database.postlist_begin(term); found != end; ++found) {
        append_names(database.get_document(*found), names);
      }
    }
  }
  for (const std::string& segment : update.segments) {
    append_names(open_segment(segment), names);
  }
  return names;
}

void apply_in_place(const IndexUpdate& update) {
  Xapian::WritableDatabase database = open_to_write(update.path);
  NameLinking linking = update.linking;
  if (linking.compute) linking.changed = changed_names(database, update);
  commit_durably(database, update.path, [&](Xapian::WritableDatabase& target) {
    remove_documents(target, update.removed_ids);
    for (const std::string& segment : update.segments) copy_documents(segment, target);
    describe(target, update.language);
    update_entities(target, linking);
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

// Resolves the names of `inputs` in a thread of its own. They are opened before it
// starts, and may be removed while it reads.
std::future<entities::EntityTable> resolve_aside(const std::vector<std::string>& inputs,
                                                 const NameLinking& linking) {
  auto all = std::make_unique<Xapian::Database>();
  for (const std::string& input : inputs) all->add_database(open_segment(input));
  return std::async(std::launch::async, [all = std::move(all), &linking] {
    return resolve_all_names(*all, linking);
  });
}

void publish_merged(const IndexUpdate& update, const std::string& base) {
  auto inputs = merge_down(update.segments, update.staging);
  if (!base.empty()) inputs.insert(inputs.begin(), base);
  // Merging takes about as long, and neither needs what the other makes.
  std::future<entities::EntityTable> entities;
  if (update.linking.compute) entities = resolve_aside(inputs, update.linking);
  const std::string merged = update.staging + "/merged";
  merge_databases(inputs, merged, update.staging);
  Xapian::WritableDatabase database = open_segment_to_write(merged);
  describe(database, update.language);
  if (entities.valid()) {
    write_resolved(database, entities.get(), update.linking);
  } else {
    update_entities(database, update.linking);
  }
  database.commit();
  database.close();
  publish(merged, update.path);
}

}  // namespace

void publish_new(const IndexUpdate& update) {
  with_xapian(update.path, [&] {
    if (!update.segments.empty()) return publish_merged(update, "");
    const std::string empty = update.staging + "/merged";
    Xapian::WritableDatabase database = create_segment(empty);
    describe(database, update.language);
    update_entities(database, update.linking);
    database.commit();
    database.close();
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
