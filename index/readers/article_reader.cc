#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <new>
#include <optional>
#include <utility>

#include "index/readers/decompressor.h"
#include "index/readers/expansion_limit.h"
#include "index/readers/file_bytes.h"
#include "index/readers/file_time.h"
#include "index/readers/file_walker.h"
#include "index/readers/record_fields.h"
#include "index/readers/record_readers.h"
#include "index/readers/text_source.h"

namespace dateline {
namespace readers {
namespace {

// A file, from its bytes up to its records.
struct OpenFile {
  explicit OpenFile(const std::string& path)
      : bytes(path, limit),
        plain(bytes, limit),
        text(plain),
        written(day_written(path)) {}

  ExpansionLimit limit;
  FileBytes bytes;
  Decompressor plain;
  TextSource text;
  Date written;  // Of the file's time; Date{} where it tells nothing.
  std::unique_ptr<RecordReader> records;
  std::size_t articles = 0;  // Read so far.
};

// What stopped a file, and how much of it was read.
std::string with_count(const Error& error, std::size_t articles) {
  const std::string reason = error.what();
  if (articles == 0) return reason;
  if (articles == 1) return reason + "; 1 article before that was read";
  return reason + "; " + std::to_string(articles) + " articles before that were read";
}

}  // namespace

std::string too_long_reason(std::size_t max_record_bytes) {
  constexpr std::size_t kMiB = std::size_t{1} << 20;
  const bool whole = max_record_bytes >= kMiB && max_record_bytes % kMiB == 0;
  const std::string limit = whole ? std::to_string(max_record_bytes / kMiB) + " MiB"
                                  : std::to_string(max_record_bytes) + " bytes";
  return "is larger than a record may be (" + limit + ")";
}

}  // namespace readers

std::string RejectedRecord::to_string() const {
  std::string place = file;
  if (line != 0) {
    place += ":" + std::to_string(line);
  } else if (record != 0) {
    place += " (record " + std::to_string(record) + ")";
  }
  return place + ": " + reason;
}

struct ArticleReader::Impl {
  Impl(std::vector<std::string> given, ArticleReaderOptions chosen)
      : paths(std::move(given)),
        options(std::move(chosen)),
        names(options.field_names),
        walker(paths,
               [this](RejectedRecord rejected) { report(std::move(rejected)); }) {}

  bool next(Article& article);
  bool open_next();
  std::unique_ptr<readers::RecordReader> make_records();
  void close_file();
  void report(RejectedRecord rejected);
  std::uint64_t measure() const;

  std::vector<std::string> paths;
  ArticleReaderOptions options;
  readers::FieldNames names;
  readers::FileWalker walker;
  std::string path;  // Of the open file.
  std::optional<readers::OpenFile> file;
  std::size_t files_finished = 0;
  std::uint64_t bytes_finished = 0;
  std::size_t rejected_records = 0;
  std::optional<std::uint64_t> total;
};

bool ArticleReader::Impl::next(Article& article) {
  for (;;) {
    if (!file && !open_next()) return false;
    try {
      if (file->records && file->records->next(article)) {
        readers::bound_by_file(article.published, file->written);
        ++file->articles;
        return true;
      }
    } catch (const Error& error) {
      report({.file = path, .reason = readers::with_count(error, file->articles)});
    }
    close_file();
  }
}

// Opens the next file that there is; false when there is none left.
bool ArticleReader::Impl::open_next() {
  while (auto found = walker.next()) {
    path = std::move(found->path);
    try {
      file.emplace(path);
      file->records = make_records();
      return true;
    } catch (const Error& error) {
      report({.file = path, .reason = error.what()});
      close_file();
    }
  }
  return false;
}

std::unique_ptr<readers::RecordReader> ArticleReader::Impl::make_records() {
  const auto sink = [this](RejectedRecord rejected) {
    if (rejected.file.empty()) rejected.file = path;
    report(std::move(rejected));
  };
  return readers::make_record_reader(file->text,
                                     {.path = path,
                                      .id = readers::id_of_file(path),
                                      .max_record_bytes = options.max_record_bytes,
                                      .names = names,
                                      .reject = sink,
                                      .limit = file->limit});
}

void ArticleReader::Impl::close_file() {
  if (file) bytes_finished += file->limit.packed();
  file.reset();
  ++files_finished;
}

void ArticleReader::Impl::report(RejectedRecord rejected) {
  if (!rejected.kept) ++rejected_records;
  if (options.on_reject) options.on_reject(rejected);
}

std::uint64_t ArticleReader::Impl::measure() const {
  std::uint64_t sum = 0;
  readers::FileWalker files(paths, {});
  while (const auto found = files.next()) {
    if (!found->bytes) return 0;
    sum += *found->bytes;
  }
  return sum;
}

ArticleReader::ArticleReader(std::vector<std::string> paths,
                             ArticleReaderOptions options)
    : impl_(std::make_unique<Impl>(std::move(paths), std::move(options))) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

bool ArticleReader::next(Article& article) {
  try {
    return impl_->next(article);
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::kInternal, impl_->path + ": not enough memory to read it");
  }
}

std::size_t ArticleReader::files_read() const { return impl_->files_finished; }

std::uint64_t ArticleReader::bytes_read() const {
  const std::uint64_t open = impl_->file ? impl_->file->limit.packed() : 0;
  return impl_->bytes_finished + open;
}

std::uint64_t ArticleReader::bytes_total() const {
  if (!impl_->total) impl_->total = impl_->measure();
  return *impl_->total;
}

std::size_t ArticleReader::rejected() const { return impl_->rejected_records; }

}  // namespace dateline
