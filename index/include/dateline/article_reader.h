// dateline/article_reader.h - reads articles from files, folders and archives.
//
//   dateline::ArticleReader reader({"news/", "wire.jsonl.gz"});
//   dateline::Article article;
//   while (reader.next(article)) writer.add(std::move(article));
//
// Bad records are passed to ArticleReaderOptions::on_reject, and the rest is read.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dateline {

/// A record, file or folder that could not be read; the rest was.
struct RejectedRecord {
  std::string file;        ///< As named by the caller or found in a folder; "-".
  std::size_t record = 0;  ///< 1 is the first record of the file; 0: the whole file.
  std::size_t line = 0;    ///< Where it begins, 1 is the first line; 0: not known.
  std::string reason;      ///< One sentence: what is wrong, and the remedy if any.

  /// "news.jsonl:17: reason", or "news.sgm (record 3): reason".
  std::string to_string() const;
};

/// Limits and hints for reading.
struct ArticleReaderOptions {
  /// A record with more bytes than this is rejected. Memory in use stays within a few
  /// times this size, whatever the size of the file.
  std::size_t max_record_bytes = std::size_t{16} << 20;

  /// Called for each rejected record, as it is met. Must not throw.
  std::function<void(const RejectedRecord&)> on_reject{};
};

/// Reads articles one at a time from any mixture of paths. The format of a file is
/// found from its content: JSON Lines, Reuters-21578 SGML, or plain text; each plain or
/// compressed by gzip, zstd, xz or bzip2. "-" is standard input; a folder is read with
/// all below it, in order of name, without following links to folders.
///
/// Text comes out as UTF-8: Windows-1252 is recognised and converted, NUL and other
/// control characters but tab and newline are dropped.
///
/// Bad content never throws: it is reported as a RejectedRecord. One object belongs to
/// one thread at a time.
class ArticleReader {
 public:
  /// Nothing is opened yet.
  explicit ArticleReader(std::vector<std::string> paths,
                         ArticleReaderOptions options = {});
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;

  /// Reads the next article into `article`; false when there is none left.
  bool next(Article& article);

  /// How far it has come, for progress: files finished, and bytes read from disk
  /// (before decompression).
  std::size_t files_read() const;
  std::uint64_t bytes_read() const;

  /// The bytes of all paths on disk; 0 where that cannot be known (standard input).
  /// Looks through all folders on the first call.
  std::uint64_t bytes_total() const;

  /// How many records have been rejected so far.
  std::size_t rejected() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
