#include <dateline/error.h>
#include <dateline/index_writer.h>

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "index/accepted_article.h"
#include "index/article_removal.h"
#include "index/database.h"
#include "index/document_builder.h"
#include "index/durable_files.h"
#include "index/index_lock.h"
#include "index/index_metadata.h"
#include "index/index_update.h"
#include "index/memory_shares.h"
#include "index/name_linking.h"
#include "index/own_process.h"
#include "index/pending_articles.h"
#include "index/positions/position_file.h"
#include "index/publishing.h"
#include "index/record_dictionary.h"
#include "index/schema.h"
#include "index/segment_builder.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The path by which renames and siblings work: no link at its end, no slash behind it.
std::string resolved(const std::string& path) {
  if (path.empty()) {
    throw Error(ErrorCode::kInvalidArgument, "The path of an index must not be empty.");
  }
  return with_xapian(path, [&] {
    fs::path full = fs::weakly_canonical(fs::absolute(path));
    if (!full.has_filename()) full = full.parent_path();
    if (!full.has_filename()) {
      throw Error(ErrorCode::kNotAnIndex, "'" + path + "' cannot be an index.");
    }
    create_folders(full.parent_path().string());
    return full.string();
  });
}

// What an index that is replaced leaves to the next, unless it is damaged.
struct Legacy {
  entities::EntityRules rules{};  // Corrections of names.
  bool knows_lines = false;       // And the furniture of its sources.
};

Legacy legacy_of(const std::string& path) {
  if (inspect_path(path) != PathContent::kDatabase) return {};
  try {
    return with_xapian(path, [&] {
      return Legacy{read_entity_rules(open_to_read(path)), true};
    });
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    return {};
  }
}

// By which an index stores what comes: its own, or one that it may have from now on.
RecordDictionaryPtr dictionary_of(const Xapian::Database& database) {
  RecordDictionaryPtr own = read_dictionary(database);
  return own ? own : train_dictionary(database);
}

void delete_articles(const std::string& segment_path,
                     const std::vector<std::string>& ids) {
  const auto documents = documents_of(open_segment(segment_path), ids);
  remove_documents(segment_path, documents);
  positions::drop_positions(segment_path, documents);
}

}  // namespace

struct IndexWriter::Impl {
  Impl(const std::string& given_path, IndexWriterOptions given_options);
  ~Impl();

  void add(Article article);
  bool remove(std::string_view id);
  CommitSummary commit();

  entities::EntityRules& corrections();
  void require_index_or_room() const;
  void begin();
  PendingArticles& changes();
  void discard();
  void drop_changes();
  void send_batch();
  std::vector<std::string> finished_segments();
  void publish_changes();

  const std::string path;
  const std::string staging;
  IndexWriterOptions options;
  const MemoryShares shares;
  IndexLock lock;
  const OwnProcess process;

  std::optional<Xapian::Database> existing;  // What `path` holds, unless rebuilding.
  std::optional<PendingArticles> pending;
  std::optional<NameFinder> finder;        // Where the options ask for other files.
  std::optional<SegmentBuilder> segments;  // From the first batch on.
  entities::EntityRules rules;             // Of names, old and new.
  bool knows_lines = false;                // See SegmentOptions.
  bool names_changed = false;              // By hand, or to be linked anew.
  bool relinks = false;                    // Whatever the options say.
  bool is_unsynced = false;                // See UnsyncedError: for ever.
  CommitSummary summary;
};

IndexWriter::Impl::Impl(const std::string& given_path, IndexWriterOptions given_options)
    : path(resolved(given_path)),
      staging(path + ".building"),
      options(std::move(given_options)),
      shares(share_memory(options)),
      lock(path + ".lock", path, options.lock_timeout) {
  if (options.name_finder != NameFinderOptions{}) finder.emplace(options.name_finder);
  recover(path, staging);
  require_index_or_room();
  begin();  // Also removes what a writer that died has left.
  if (existing) {
    require_same_analysis(*existing, path);
    options.language = metadata_language(*existing);
  }
}

IndexWriter::Impl::~Impl() { discard(); }

void IndexWriter::Impl::require_index_or_room() const {
  const PathContent content = inspect_path(path);
  if (content == PathContent::kNothing || content == PathContent::kEmptyFolder) return;
  // Also before it is replaced: somebody else's files must not be.
  try {
    open_to_read(path);
  } catch (const Error& error) {
    const bool replaced_damage = options.rebuild && error.code() == ErrorCode::kCorrupt;
    if (!replaced_damage) throw;
  }
}

void IndexWriter::Impl::begin() {
  discard();
  summary = {};
  pending.reset();
  existing.reset();
  if (!options.rebuild && inspect_path(path) == PathContent::kDatabase) {
    existing = open_to_read(path);
  }
  if (existing) {
    rules = with_xapian(path, [&] { return read_entity_rules(*existing); });
    knows_lines = true;
  } else {
    Legacy legacy = legacy_of(path);
    rules = std::move(legacy.rules);
    knows_lines = legacy.knows_lines;
  }
  names_changed = false;
  relinks = false;
  pending.emplace(existing);
}

entities::EntityRules& IndexWriter::Impl::corrections() {
  changes();
  return rules;
}

// What is pending; begins anew when that failed after the last commit.
PendingArticles& IndexWriter::Impl::changes() {
  if (is_unsynced) {
    throw Error(ErrorCode::kIo, "An earlier commit to the index at '" + path +
                                    "' could not be synced, and this writer makes no "
                                    "other: check the disk and open a new one.");
  }
  if (!pending) begin();
  return *pending;
}

void IndexWriter::Impl::discard() {
  segments.reset();
  if (!lock.is_held()) return;  // Another writer may be preparing its own there.
  std::error_code ignored;      // What stays is in nobody's way, and tried again later.
  fs::remove_all(staging, ignored);
}

void IndexWriter::Impl::add(Article article) {
  if (segments) segments->throw_failure();
  require_acceptable(article, shares.batch_memory);
  repair_text(article.id);
  if (article.id.empty()) {
    repair_text(article);
    article.id = derived_id(article);
  }
  const std::size_t memory = PendingArticles::memory_of(article);
  if (changes().has_batch() && pending->batch_memory() + memory > shares.batch_memory) {
    send_batch();
  }
  const bool was_there =
      with_xapian(path, [&] { return pending->add(std::move(article)); });
  ++(was_there ? summary.replaced : summary.added);
  if (pending->batch_bytes() >= shares.segment_bytes) send_batch();
}

bool IndexWriter::Impl::remove(std::string_view id) {
  std::string repaired(id);
  repair_text(repaired);
  const bool was_there = with_xapian(path, [&] { return changes().remove(repaired); });
  if (was_there) ++summary.removed;
  return was_there;
}

void IndexWriter::Impl::send_batch() {
  with_xapian(path, [&] {
    if (!segments) {
      segments.emplace(
          SegmentOptions{.index = path,
                         .knows_lines = knows_lines,
                         .folder = staging,
                         .language = options.language,
                         .dictionary = existing ? dictionary_of(*existing) : nullptr,
                         .annotate = options.annotate,
                         .finder = finder,
                         .formatter = options.formatter,
                         .has_termlists = existing.has_value(),
                         .jobs = shares.jobs});
    }
    segments->build(pending->take_batch());
  });
}

// The segments that still hold articles once those that others replaced are deleted.
std::vector<std::string> IndexWriter::Impl::finished_segments() {
  if (pending->has_batch()) send_batch();
  if (!segments) return {};
  segments->finish();
  std::vector<std::string> paths;
  for (std::size_t number = 0; number < pending->batch_sizes().size(); ++number) {
    const std::vector<std::string>& superseded = pending->superseded(number);
    if (superseded.size() == pending->batch_sizes()[number]) continue;
    paths.push_back(segments->segment_path(number));
    if (!superseded.empty()) delete_articles(paths.back(), superseded);
  }
  return paths;
}

void IndexWriter::Impl::publish_changes() {
  IndexUpdate update{.path = path,
                     .staging = staging,
                     .language = options.language,
                     .formatter = options.formatter};
  update.before_publish = [this] { lock.require_held(); };
  update.segments = finished_segments();
  if (segments) update.dictionary = segments->dictionary();
  update.removed_ids = pending->removed_ids();
  update.stale_ids = pending->stale_ids();
  update.linking = {
      .compute = options.link_names || relinks, .anew = relinks, .rules = rules};
  if (!existing) {
    publish_new(update);
  } else if (!update.empty() || names_changed) {
    apply_to_existing(update);
  }
}

void IndexWriter::Impl::drop_changes() {
  discard();
  pending.reset();
}

CommitSummary IndexWriter::Impl::commit() {
  const bool nothing_to_do = changes().empty() && existing && !names_changed;
  CommitSummary done = summary;
  try {
    if (!nothing_to_do) {
      lock.require_held();
      with_xapian(path, [&] { publish_changes(); });
    }
  } catch (const UnsyncedError&) {
    is_unsynced = true;
    drop_changes();
    throw;
  } catch (...) {
    drop_changes();
    throw;
  }
  options.rebuild = false;
  begin();
  done.articles = with_xapian(path, [&] { return existing->get_doccount(); });
  return done;
}

IndexWriter::IndexWriter(const std::string& path, IndexWriterOptions options)
    : impl_(std::make_unique<Impl>(path, std::move(options))) {}

// In a forked child threads, files and the lock are the parent's, and so is the copy of
// what knows them: it is neither used nor destroyed.
IndexWriter::~IndexWriter() {
  if (!impl_ || impl_->process.is_current()) return;
  impl_->lock.abandon();
  static_cast<void>(impl_.release());
}

IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;

IndexWriter& IndexWriter::operator=(IndexWriter&& other) noexcept {
  IndexWriter old(std::move(other));
  impl_.swap(old.impl_);
  return *this;
}

IndexWriter::Impl& IndexWriter::impl() {
  impl_->process.require("IndexWriter");
  return *impl_;
}

void IndexWriter::add(Article article) { impl().add(std::move(article)); }
bool IndexWriter::remove(std::string_view id) { return impl().remove(id); }

void IndexWriter::merge_names(NameKind kind, std::string_view a, std::string_view b) {
  impl().corrections().merge(kind, a, b);
  impl_->names_changed = true;
}

void IndexWriter::split_names(NameKind kind, std::string_view name) {
  impl().corrections().split(kind, name);
  impl_->names_changed = true;
}

bool IndexWriter::forget_names(NameKind kind, std::string_view name) {
  const bool forgotten = impl().corrections().forget(kind, name);
  impl_->names_changed = impl_->names_changed || forgotten;
  return forgotten;
}

void IndexWriter::relink_names() {
  impl().changes();
  impl_->names_changed = true;
  impl_->relinks = true;
}

CommitSummary IndexWriter::commit() { return impl().commit(); }

}  // namespace dateline
