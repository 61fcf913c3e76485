// Turns batches of articles into segments: fresh databases, one a batch, written by
// several threads.

#pragma once

#include <dateline/annotate.h>
#include <dateline/article.h>
#include <dateline/index_writer.h>
#include <dateline/name_finder.h>

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "index/awaited_dictionary.h"
#include "index/bounded_queue.h"
#include "index/record_dictionary.h"
#include "index/source_lines.h"

namespace dateline {

/// Articles that go into one segment. Its number gives its place in the merge, so that
/// the result does not depend on which thread is first.
struct Batch {
  std::size_t number = 0;
  Xapian::docid first_document = 1;
  std::vector<std::optional<Article>> articles{};  ///< nullopt: taken back.
};

/// What SegmentBuilder needs to know.
struct SegmentOptions {
  std::string index;         ///< The path that errors name.
  bool knows_lines = false;  ///< An index is there, by which lines are furniture.
  std::string folder;        ///< Where segments are put. Need not exist yet.
  std::string language;      ///< Of articles that name none.
  RecordDictionaryPtr dictionary{};  ///< Null: one is trained on the first batch.
  bool annotate = true;
  std::optional<NameFinder> finder{};  ///< Otherwise that of the library.
  SegmentFormatter formatter = SegmentFormatter::kBulk;
  bool has_termlists = true;  ///< Segments are copied into an index; termlists.h.
  unsigned jobs = 1;
};

/// Belongs to one thread, and keeps threads of its own, started when they are needed.
class SegmentBuilder {
 public:
  explicit SegmentBuilder(SegmentOptions options);

  /// Stops at the next article, and waits for the threads.
  ~SegmentBuilder();

  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  /// Hands a batch to a thread; waits while too many are waiting already. Throws the
  /// Error of the first batch that failed.
  void build(Batch batch);

  /// Waits until all is written. Throws the Error of the first batch that failed.
  /// Nothing may be built afterwards.
  void finish();

  /// What records were compressed by; null: nothing. For after finish().
  RecordDictionaryPtr dictionary() const { return dictionary_.get(); }

  /// Throws the Error of the first batch that failed, if one did.
  void throw_failure();

  /// The folder of a batch's segment.
  std::string segment_path(std::size_t number) const;

 private:
  void work();
  void write_segment(Batch batch);
  std::optional<Xapian::Database> earlier_index() const;
  // Annotates articles from `next` on, about kPortionBytes of them; where it stopped.
  std::size_t annotate_portion(Batch& batch, std::size_t next, const SourceLines& lines,
                               std::vector<AnnotatedArticle>& portion) const;
  // By which the batch is stored, of which `portion` is the first.
  RecordDictionaryPtr dictionary_for(const Batch& batch,
                                     std::span<const AnnotatedArticle> portion);
  template <class Sink>
  void fill(Sink& sink, Batch& batch);
  void fail(std::exception_ptr failure);
  void join();

  const SegmentOptions options_;
  BoundedQueue<Batch> queue_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::exception_ptr failure_;    // Guarded by mutex_.
  AwaitedDictionary dictionary_;  // By the thread of the batch kTrainingBatch.
  std::vector<std::thread> threads_;
};

}  // namespace dateline
