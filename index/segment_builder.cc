#include "index/segment_builder.h"

#include <dateline/error.h>

#include <cstdio>
#include <span>
#include <utility>

#include "index/annotation_steps.h"
#include "index/database.h"
#include "index/document_builder.h"
#include "index/document_record.h"
#include "index/language/detect_language.h"
#include "index/publication/publication.h"
#include "index/regions/repeated_lines.h"
#include "index/segment_sinks.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Every step of annotating, and inverting, goes through tables as large as the nearest
// caches, and they would drive each other's out if they took turns with every article.
constexpr std::size_t kPortionBytes = std::size_t{512} << 10;

// Others wait for its dictionary, so that they must come after it. All are still busy
// with annotating when it has one.
constexpr std::size_t kTrainingBatch = 0;

// The article with its regions.
AnnotatedArticle prepared(Article article, const SourceLines& lines) {
  repair_text(article);
  if (article.language.empty()) {
    article.language = detect_language(article.title, article.body);
  }
  AnnotatedArticle annotated{.article = std::move(article)};
  annotated.regions = find_regions(annotated.article);
  regions::mark_furniture(annotated.regions, annotated.article.body,
                          lines.furniture(annotated.article));
  return annotated;
}

void annotate_all(std::span<AnnotatedArticle> portion, const SegmentOptions& options,
                  const std::atomic<bool>& stopping) {
  const auto each = [&](const auto& step) {
    for (AnnotatedArticle& annotated : portion)
      if (!stopping) step(annotated);
  };
  if (!options.annotate) {
    each([](AnnotatedArticle& plain) {
      plain.article.published = publication::infer(plain.article, plain.regions, {});
    });
    return;
  }
  const NameFinder* finder = options.finder ? &*options.finder : nullptr;
  each(find_dates);
  each([finder](AnnotatedArticle& annotated) {
    find_names(annotated, Reasons::kLeftOut, finder);
  });
}

}  // namespace

SegmentBuilder::SegmentBuilder(SegmentOptions options)
    : options_(std::move(options)), queue_(options_.jobs) {
  if (options_.dictionary) dictionary_.settle(options_.dictionary);
}

SegmentBuilder::~SegmentBuilder() {
  stopping_ = true;
  queue_.cancel();
  join();
}

std::string SegmentBuilder::segment_path(std::size_t number) const {
  char name[32];
  std::snprintf(name, sizeof name, "segment-%06zu", number);
  return options_.folder + "/" + name;
}

void SegmentBuilder::build(Batch batch) {
  throw_failure();
  if (threads_.size() < options_.jobs) threads_.emplace_back([this] { work(); });
  if (!queue_.push(std::move(batch))) throw_failure();
}

void SegmentBuilder::finish() {
  queue_.close();
  join();
  throw_failure();
}

void SegmentBuilder::throw_failure() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
}

void SegmentBuilder::fail(std::exception_ptr failure) {
  {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
  }
  stopping_ = true;
  dictionary_.settle(nullptr);
  queue_.cancel();
}

void SegmentBuilder::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void SegmentBuilder::work() {
  while (std::optional<Batch> batch = queue_.pop()) {
    try {
      const bool trains = batch->number == kTrainingBatch;
      with_xapian(options_.index, [&] { write_segment(std::move(*batch)); });
      if (trains) dictionary_.settle(nullptr);  // It may have been told to stop.
    } catch (...) {
      fail(std::current_exception());
      return;
    }
  }
}

std::size_t SegmentBuilder::annotate_portion(
    Batch& batch, std::size_t next, const SourceLines& lines,
    std::vector<AnnotatedArticle>& portion) const {
  portion.clear();
  for (std::size_t bytes = 0; next < batch.articles.size() && bytes < kPortionBytes;
       ++next) {
    std::optional<Article>& article = batch.articles[next];
    if (stopping_) break;
    if (!article) continue;
    portion.push_back(prepared(std::move(*article), lines));
    article.reset();
    bytes += portion.back().article.body.size();
  }
  annotate_all(portion, options_, stopping_);
  return next;
}

std::optional<Xapian::Database> SegmentBuilder::earlier_index() const {
  if (!options_.knows_lines) return std::nullopt;
  return open_to_read(options_.index);
}

RecordDictionaryPtr SegmentBuilder::dictionary_for(
    const Batch& batch, std::span<const AnnotatedArticle> portion) {
  if (batch.number == kTrainingBatch && !options_.dictionary) {
    std::vector<std::string> records;
    for (const AnnotatedArticle& one : portion) records.push_back(encode_record(one));
    dictionary_.settle(train_dictionary(records));
  }
  return dictionary_.get();
}

template <class Sink>
void SegmentBuilder::fill(Sink& sink, Batch& batch) {
  const SourceLines lines(earlier_index());
  std::optional<DocumentBuilder> builder;
  std::vector<AnnotatedArticle> portion;
  for (std::size_t next = 0; next < batch.articles.size() && !stopping_;) {
    next = annotate_portion(batch, next, lines, portion);
    if (!builder) builder.emplace(options_.language, dictionary_for(batch, portion));
    for (const AnnotatedArticle& article : portion) {
      if (stopping_) return;
      sink.add(builder->build(article));
    }
  }
}

void SegmentBuilder::write_segment(Batch batch) {
  const std::string path = segment_path(batch.number);
  if (options_.formatter == SegmentFormatter::kBulk && bulk_is_proven()) {
    BulkSegment segment(path, options_.language, batch.first_document,
                        options_.has_termlists);
    fill(segment, batch);
    if (!stopping_) segment.finish();
  } else {
    XapianSegment segment(path, options_.language, batch.first_document,
                          options_.has_termlists);
    fill(segment, batch);
    if (!stopping_) segment.finish();
  }
}

}  // namespace dateline
