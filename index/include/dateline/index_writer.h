// dateline/index_writer.h - builds an index, and adds to it.
//
//   dateline::IndexWriter writer("news.db");
//   writer.add({.id = "a1", .title = "...", .body = "..."});
//   writer.remove("a0");
//   writer.commit();  // durable when it returns

#pragma once

#include <dateline/article.h>
#include <dateline/name.h>
#include <dateline/name_finder.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

/// What makes segments out of analysed articles.
enum class SegmentFormatter {
  kBulk,    ///< Inverts in flat memory and writes Xapian's tables in one pass.
  kXapian,  ///< Xapian's own API: slower; also taken where kBulk is not proven.
};

/// The least of IndexWriterOptions::memory.
inline constexpr std::size_t kLeastMemory = std::size_t{8} << 20;

/// How an index is written.
struct IndexWriterOptions {
  /// Leave out what an existing index holds, and replace it on commit(). Corrections of
  /// names stay, and what it tells of the lines that its sources repeat is used.
  bool rebuild = false;

  /// Threads that analyse and write segments; 0: one a core.
  unsigned jobs = 0;

  /// A segment is cut when its articles have this many bytes of text. Memory in use is
  /// a small multiple of this times the number of jobs. Larger segments make a somewhat
  /// smaller index (16 MiB: by 2 %) and save merging; with SegmentFormatter::kXapian
  /// smaller ones are quicker.
  std::size_t segment_bytes = std::size_t{4} << 20;

  /// Bytes of memory that articles may take while they are collected, analysed and
  /// written, however many and large they are; 0: as much as segment_bytes and jobs
  /// lead to. Makes segments smaller and jobs fewer where they would not fit, and add()
  /// refuse an article that alone would not. At least kLeastMemory. On top of it come
  /// the tables by which names are found, once for all jobs, and some 250 bytes for
  /// each article of the index while it is merged.
  std::size_t memory = 0;

  /// The language of articles that name none and whose text does not tell it surely;
  /// chooses the stemmer. BCP 47. An index
  /// that exists keeps the one it was made with, unless it is rebuilt.
  std::string language = "en";

  /// How long to wait for another writer before throwing Error kBusy.
  std::chrono::milliseconds lock_timeout{0};

  /// Look for names and dates in the text. Without it only what editors gave is kept.
  bool annotate = true;

  /// The files that names are found with, beside or in place of the library's own.
  NameFinderOptions name_finder{};

  /// Find out on commit() which names are spellings of one entity. Without it the table
  /// of entities stays as it is, but for corrections by hand, and new names stand
  /// alone.
  bool link_names = true;

  /// Both make the same index.
  SegmentFormatter formatter = SegmentFormatter::kBulk;
};

/// What a commit made durable: one count for each add() and each remove() that found
/// its article, so that the index has grown by `added` less `removed`.
struct CommitSummary {
  std::size_t added = 0;     ///< Articles whose id was new.
  std::size_t replaced = 0;  ///< Articles whose id was there before, or came twice.
  std::size_t removed = 0;
  std::size_t articles = 0;  ///< In the index now.
};

/// Writes one index, a directory. Articles are collected aside, by several threads, and
/// become part of the index all together on commit(), or not at all: a crash, an
/// exception or a destroyed writer leaves the index as the last commit() left it.
/// Readers are never disturbed.
///
/// Beside the index, at `path` with ".lock" and ".building" behind it, lie a lock file
/// and what is being prepared; both go with the writer, and what one that was killed
/// has left is removed by the next. Merging needs room for the index once more.
///
/// One writer at a time may be open for an index, in this or in any process: another
/// one waits, or throws Error kBusy. Should somebody remove the lock file meanwhile,
/// the writer that made it commits nothing and throws Error kBusy. One object belongs
/// to one thread at a time, and to the process that made it: in a child that was forked
/// every call throws Error kInvalidArgument, and destroying it does nothing.
class IndexWriter {
 public:
  /// Opens or prepares to create the index at `path`, and the folders above it. Throws
  /// Error: kBusy when another writer has it, kNotAnIndex when the path is something
  /// else (only an empty folder may be there), kNewerSchema, kCorrupt (unless it is
  /// rebuilt), kIo; kInvalidArgument when another text analysis made the index, so that
  /// it can only be rebuilt.
  explicit IndexWriter(const std::string& path, IndexWriterOptions options = {});

  /// Discards what was not committed.
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  /// Adds an article, replacing any with its id. Throws Error kInvalidArgument, leaving
  /// the writer as it was, when the article has neither title nor body, or is larger
  /// than any reader gives (64 MiB of text) or IndexWriterOptions::memory allows; other
  /// codes when a segment could not be
  /// written: commit() will then throw the same.
  void add(Article article);

  /// Removes the article with this id, from the index or from what was added. Returns
  /// whether there was one.
  bool remove(std::string_view id);

  /// Says that `a` and `b`, in any spelling of their letters' case, are names of one
  /// entity, whatever linking finds; takes back an earlier split_names() of either.
  /// Such corrections become part of the index on commit(), stay through later commits
  /// and rebuilds, and may be about names that no article has yet. Of two that
  /// contradict each other the later stands. Throws Error kInvalidArgument when a name
  /// is empty or both are the same.
  void merge_names(NameKind kind, std::string_view a, std::string_view b);

  /// Says that `name` is an entity of its own; takes back all merge_names() of it.
  /// Throws Error kInvalidArgument when the name is empty.
  void split_names(NameKind kind, std::string_view name);

  /// Takes back what merge_names() and split_names() have said of `name`: it is left to
  /// linking again. Returns whether they had said anything.
  bool forget_names(NameKind kind, std::string_view name);

  /// Has commit() link the names of the index also where nothing else has changed: a
  /// newer version may know better.
  void relink_names();

  /// Makes all changes since the last commit() durable and visible at once; makes an
  /// empty index where there is none. Small changes are made in place, large ones by
  /// writing the index anew, which takes time in proportion to its size. When it throws
  /// Error, all those changes are dropped, the index is as it was, and the writer may
  /// be used again; but where a sync failed (kIo), the index is as it was or has all of
  /// the changes, nobody knows what the disk has of it, and every later call throws
  /// kIo.
  CommitSummary commit();

 private:
  struct Impl;
  Impl& impl();  // Throws in a forked child.

  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
