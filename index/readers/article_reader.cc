#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <utility>

#include "index/readers/file_time.h"
#include "index/readers/file_walker.h"
#include "index/readers/format.h"
#include "index/readers/html_reader.h"
#include "index/readers/json_reader.h"
#include "index/readers/plain_text_reader.h"
#include "index/readers/record_reader.h"
#include "index/readers/reuters_reader.h"
#include "index/readers/xml_reader.h"

namespace dateline {
namespace readers {
namespace {

// A file, from its bytes up to its records.
struct OpenFile {
  explicit OpenFile(const std::string& path)
      : bytes(path), text(bytes), written(day_written(path)) {}

  ByteSource bytes;
  TextSource text;
  Date written;  // Of the file's time; Date{} where it tells nothing.
  std::unique_ptr<RecordReader> records;
};

// What an article is called that has no name but its file's.
std::string id_of_file(const std::string& path) {
  if (path == "-") return {};
  std::string id = std::filesystem::path(path).lexically_normal().generic_string();
  clean_text(id);
  return id;
}

std::string not_text_reason(std::string_view looks_like) {
  return "not text: it looks like " + std::string(looks_like) +
         "; what is read is plain text, HTML, feeds, JSON Lines and Reuters-21578 SGML";
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
        walker(paths,
               [this](RejectedRecord rejected) { report(std::move(rejected)); }) {}

  bool next(Article& article);
  bool open_next();
  std::unique_ptr<readers::RecordReader> make_records(readers::TextSource& text);
  void close_file();
  void report(RejectedRecord rejected);
  std::uint64_t measure() const;

  std::vector<std::string> paths;
  ArticleReaderOptions options;
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
        return true;
      }
    } catch (const Error& error) {
      report({.file = path, .reason = error.what()});
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
      file->records = make_records(file->text);
      return true;
    } catch (const Error& error) {
      report({.file = path, .reason = error.what()});
      close_file();
    }
  }
  return false;
}

// The reader for the format; null, and reported, when nothing can be read.
std::unique_ptr<readers::RecordReader> ArticleReader::Impl::make_records(
    readers::TextSource& text) {
  using readers::Format;
  const std::size_t limit = options.max_record_bytes;
  const auto sink = [this](RejectedRecord rejected) {
    rejected.file = path;
    report(std::move(rejected));
  };
  if (text.peek().empty() && text.early_error()) {
    std::rethrow_exception(text.early_error());
  }
  const auto [format, looks_like] = readers::detect_format(text.peek());
  switch (format) {
    case Format::kEmpty:
      report({.file = path, .reason = "is empty"});
      return nullptr;
    case Format::kBinary:
      report({.file = path, .reason = readers::not_text_reason(looks_like)});
      return nullptr;
    case Format::kJsonLines:
      return std::make_unique<readers::JsonReader>(
          std::make_unique<readers::JsonLineValues>(text, limit), limit, sink);
    case Format::kJsonValues:
      return std::make_unique<readers::JsonReader>(
          std::make_unique<readers::JsonStreamValues>(text, limit), limit, sink);
    case Format::kReuters:
      return std::make_unique<readers::ReutersReader>(text, limit, sink);
    case Format::kHtml:
      return std::make_unique<readers::HtmlReader>(text, readers::id_of_file(path),
                                                   limit, sink);
    case Format::kXml:
      return std::make_unique<readers::XmlReader>(text, limit, sink);
    case Format::kText:
      break;
  }
  return std::make_unique<readers::PlainTextReader>(text, readers::id_of_file(path),
                                                    limit, sink);
}

void ArticleReader::Impl::close_file() {
  if (file) bytes_finished += file->bytes.bytes_read();
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
  const std::uint64_t open = impl_->file ? impl_->file->bytes.bytes_read() : 0;
  return impl_->bytes_finished + open;
}

std::uint64_t ArticleReader::bytes_total() const {
  if (!impl_->total) impl_->total = impl_->measure();
  return *impl_->total;
}

std::size_t ArticleReader::rejected() const { return impl_->rejected_records; }

}  // namespace dateline
