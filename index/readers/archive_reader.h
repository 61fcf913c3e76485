// Articles from tar and zip archives of files of any kind.

#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "index/readers/archive_input.h"
#include "index/readers/byte_stream.h"
#include "index/readers/record_readers.h"

namespace dateline::readers {

/// Each member is read as a file is, compressed or an archive itself, in the order of
/// the archive; its name is that of the archive, "/", and its own, which is only a name
/// ("news.zip/../a.txt"). Members that begin with a dot or lie in folders that do are
/// passed over, as are links: what they point at is a member too.
class ArchiveReader final : public RecordReader {
 public:
  /// Archives within archives are read this deep.
  static constexpr std::size_t kMostLevels = 4;

  /// What `source` and `context` refer to must outlive this. Throws Error.
  ArchiveReader(TextSource& source, const FileContext& context);
  ~ArchiveReader() override;

  /// Throws Error when the archive cannot be read on, or unpacks to too much.
  bool next(Article& article) override;

 private:
  struct Member;

  // The archive's bytes, as libarchive's input.
  class Bytes final : public ByteStream {
   public:
    explicit Bytes(TextSource& source) : source_(source) {}
    std::string_view read() override { return source_.read(); }

   private:
    TextSource& source_;
  };

  bool open_next();
  archive_entry* next_entry();
  void open_member(archive_entry* entry, const std::string& name);
  void report(const std::string& path, std::string reason);

  FileContext context_;
  Bytes bytes_;
  ArchiveInput input_;
  std::unique_ptr<Member> member_;
  bool done_ = false;
};

}  // namespace dateline::readers
