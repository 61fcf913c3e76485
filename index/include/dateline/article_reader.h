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

/// A record, file or folder that could not be read, wholly or in part; the rest was.
struct RejectedRecord {
  std::string file{};      ///< As named by the caller or found in a folder; "-".
  std::size_t record = 0;  ///< 1 is the first record of the file; 0: the whole file.
  std::size_t line = 0;    ///< Where it begins, 1 is the first line; 0: not known.
  std::string reason{};    ///< What is wrong, and the remedy if any: one sentence
                           ///< without its subject, which is the file or record.
  bool kept = false;       ///< The article was given all the same: only one field, an
                           ///< odd date for one, was not understood and left empty.

  /// "news.jsonl:17: reason"; "news.sgm (record 3): reason" where the line is not
  /// known; "news/: reason".
  std::string to_string() const;
};

/// Where a field of the article stands in records with names of their own.
struct FieldMapping {
  std::string field;  ///< Ours, by any of its usual names: "title", "date".
  std::string name;   ///< The record's: "Überschrift", "pub_date". Case, "_", "-" and
                      ///< spaces make no difference.
};

/// Limits and hints for reading.
struct ArticleReaderOptions {
  /// A record with more bytes than this is rejected; a plain text file is one record.
  /// Memory in use stays within a few times this size, whatever the size of the file
  /// (a JSON record of nothing but small values: within some fifteen times).
  std::size_t max_record_bytes = std::size_t{16} << 20;

  /// Names that fields have in JSON, CSV and the headers of texts; those win over the
  /// usual ones.
  std::vector<FieldMapping> field_names{};

  /// Called for each rejected record, as it is met, from within next(). Must not throw.
  std::function<void(const RejectedRecord&)> on_reject{};
};

/// Reads articles one at a time from any mixture of paths. The format of a file is
/// found from its content, each plain or compressed by gzip, zstd, xz or bzip2:
///
///   JSON      an object a line, or an array of objects, or objects over many lines;
///             fields by their usual names: id, title or headline, body or text, date
///             or published, source, author, url, language, topics, names, ...
///   tables    CSV and TSV: an article a row, its columns named in the first; quoted as
///             RFC 4180 says, delimited by `,` `;` tab or `|`
///   HTML      one article a page: the text without what stands around it; fields from
///             JSON-LD, Open Graph and other <meta>, microdata, <time>
///   XML       RSS, RDF and Atom: one article an item; NITF; NewsML-G2: one a newsItem.
///             Nothing is fetched, and no entity is expanded but those of HTML
///   SGML      Reuters-21578: one article a <REUTERS>; TREC: one a <DOC>
///   Markdown  one article a file; fields from its front matter, YAML or TOML
///   mail      mbox, or a message a file: text/plain, else HTML; attachments left out
///   WARC      one article a page of HTML, or of text converted from one
///   tar, zip  each member as if it were a file, archives too, four deep; its name is
///             "news.zip/a/b.json" in ids and messages
///   text      one article a file; its id is its path, its title the first short line;
///             lines "Title: ...", "Date: ..." before a blank line are fields
///
/// "-" is standard input; folders are read whole, by name, but for links to folders and
/// names with a dot first; named pipes if a writer comes within 5 s. Of a gzip file cut
/// short all before the cut is read, of others all but the last block (128 KiB).
///
/// Text comes out as UTF-8: Windows-1252 and UTF-16, by its byte order mark or by its
/// zero bytes, are recognised and converted; NUL and other control characters but tab
/// and newline are dropped.
///
/// The time of a file, of an archive's member or of a page's fetching bounds the day of
/// articles that name none: not after it. What unpacks to more than 400 times its size
/// is not read on.
///
/// Bad content never throws: it is reported as a RejectedRecord. One object belongs to
/// one thread at a time.
class ArticleReader {
 public:
  /// Nothing is opened yet. Throws Error (kInvalidArgument) when
  /// ArticleReaderOptions::field_names has a field that articles have not.
  explicit ArticleReader(std::vector<std::string> paths,
                         ArticleReaderOptions options = {});
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;

  /// Reads the next article into `article`, replacing all of it; false when there is
  /// none left, and the content of `article` then means nothing. Throws Error only when
  /// memory runs out.
  bool next(Article& article);

  /// How far it has come, for progress: files finished, and bytes read from disk
  /// (before decompression).
  std::size_t files_read() const;
  std::uint64_t bytes_read() const;

  /// The bytes of all paths on disk; 0 where that cannot be known (standard input).
  /// Looks through all folders on the first call.
  std::uint64_t bytes_total() const;

  /// How many records have been rejected so far; those kept are not counted.
  std::size_t rejected() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
