// What the tests of the readers share: read everything, and make compressed files.

#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <dateline/article_reader.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::testing {

/// All that came out of a reader.
struct Reading {
  std::vector<Article> articles{};
  std::vector<RejectedRecord> problems{};
  std::size_t rejected = 0;
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total = 0;
};

inline Reading read_all(std::vector<std::string> paths,
                        std::size_t max_record_bytes = std::size_t{16} << 20) {
  Reading reading;
  ArticleReader reader(std::move(paths), {.max_record_bytes = max_record_bytes,
                                          .on_reject = [&](const RejectedRecord& r) {
                                            reading.problems.push_back(r);
                                          }});
  Article article;
  while (reader.next(article)) reading.articles.push_back(article);
  reading.rejected = reader.rejected();
  reading.files = reader.files_read();
  reading.bytes = reader.bytes_read();
  reading.total = reader.bytes_total();
  return reading;
}

/// A publication without the bound that the time of its file sets, which is no matter
/// of a file's content.
inline Publication without_file_time(Publication published) {
  if (!published.reason.starts_with("Its file was written")) return published;
  published.not_after = {};
  published.reason.clear();
  return published;
}

/// `content` compressed by libarchive's filter ("gzip", "zstd", "xz", "bzip2").
inline std::string compress(const std::string& filter, std::string_view content) {
  std::string out(content.size() + (std::size_t{1} << 16), '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_set_bytes_per_block(writer, 0);
  const bool good =
      archive_write_set_format_raw(writer) == ARCHIVE_OK &&
      archive_write_add_filter_by_name(writer, filter.c_str()) == ARCHIVE_OK &&
      archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK &&
      archive_write_header(writer, entry) == ARCHIVE_OK &&
      archive_write_data(writer, content.data(), content.size()) >= 0 &&
      archive_write_close(writer) == ARCHIVE_OK;
  archive_entry_free(entry);
  archive_write_free(writer);
  if (!good) throw std::runtime_error("cannot compress with " + filter);
  out.resize(used);
  return out;
}

/// A member of an archive; a `link` to another has no content.
struct PackedFile {
  std::string name{};
  std::string content{};
  bool is_link = false;
  std::int64_t time = 0;  ///< In seconds since 1970; 0: none.
};

/// An archive in libarchive's format ("ustar", "zip") of these, in order.
inline std::string pack(const std::string& format, const std::vector<PackedFile>& all) {
  std::size_t room = std::size_t{1} << 20;
  for (const PackedFile& one : all) room += one.content.size() + 4096;
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  bool good =
      archive_write_set_format_by_name(writer, format.c_str()) == ARCHIVE_OK &&
      archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK;
  for (const PackedFile& one : all) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, one.name.c_str());
    archive_entry_set_filetype(entry, one.is_link ? AE_IFLNK : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (one.is_link) archive_entry_set_symlink(entry, "elsewhere");
    if (one.time != 0) archive_entry_set_mtime(entry, one.time, 0);
    archive_entry_set_size(entry, static_cast<la_int64_t>(one.content.size()));
    good = good && archive_write_header(writer, entry) >= ARCHIVE_WARN &&
           archive_write_data(writer, one.content.data(), one.content.size()) >= 0;
    archive_entry_free(entry);
  }
  good = archive_write_close(writer) == ARCHIVE_OK && good;
  archive_write_free(writer);
  if (!good) throw std::runtime_error("cannot pack as " + format);
  out.resize(used);
  return out;
}

}  // namespace dateline::testing
