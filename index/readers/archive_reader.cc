#include "index/readers/archive_reader.h"

#include <dateline/error.h>

#include <cstdint>
#include <utility>

#include "index/readers/decompressor.h"
#include "index/readers/encoding.h"
#include "index/readers/file_time.h"
#include "index/readers/text_source.h"

namespace dateline::readers {
namespace {

// The data of the entry that a handle stands at.
class MemberBytes final : public ByteStream {
 public:
  explicit MemberBytes(archive* handle) : handle_(handle) {}

  std::string_view read() override {
    for (;;) {
      const void* data = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle_, &data, &size, &offset);
      if (status == ARCHIVE_EOF) return {};
      if (status < ARCHIVE_WARN) {
        const char* text = archive_error_string(handle_);
        throw Error(ErrorCode::kIo, "cannot be unpacked (" +
                                        std::string(text ? text : "no details") + ")");
      }
      if (size != 0) return {static_cast<const char*>(data), size};
    }
  }

 private:
  archive* handle_;
};

// "./a/../b.txt" as it is, but for what no name needs.
std::string name_of(archive_entry* entry) {
  const char* given = archive_entry_pathname_utf8(entry);
  if (given == nullptr) given = archive_entry_pathname(entry);
  std::string name = given == nullptr ? "(a member without a name)" : given;
  clean_text(name);
  name = collapse_spaces(name);
  while (name.starts_with("./")) name.erase(0, 2);
  const std::size_t begin = name.find_first_not_of('/');
  return begin == std::string::npos ? std::string() : name.substr(begin);
}

// Within a folder, or itself, what its owner hid or a Mac left there.
bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (part == "__MACOSX") return true;
    if (part.starts_with('.') && part != "." && part != "..") return true;
    name.remove_prefix(part.size());
    while (name.starts_with('/')) name.remove_prefix(1);
  }
  return false;
}

bool is_file(archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG &&
         archive_entry_hardlink(entry) == nullptr;
}

}  // namespace

// An open member, from its bytes up to its records.
struct ArchiveReader::Member {
  Member(archive* handle, ExpansionLimit& limit)
      : bytes(handle), plain(bytes, limit), text(plain) {}

  MemberBytes bytes;
  Decompressor plain;
  TextSource text;
  std::string path{};
  Date written{};
  std::unique_ptr<RecordReader> records{};
};

ArchiveReader::ArchiveReader(TextSource& source, const FileContext& context)
    : context_(context), bytes_(source), input_(bytes_) {
  archive_read_support_format_tar(input_.get());
  archive_read_support_format_zip_streamable(input_.get());
  if (input_.open() < ARCHIVE_WARN) input_.throw_error();
}

ArchiveReader::~ArchiveReader() = default;

bool ArchiveReader::next(Article& article) {
  for (;;) {
    if (!member_ && !open_next()) return false;
    try {
      if (member_->records && member_->records->next(article)) {
        bound_by_file(article.published, member_->written);
        return true;
      }
    } catch (const Error& error) {
      if (context_.limit.exceeded()) throw;
      report(member_->path, error.what());
    }
    member_.reset();
  }
}

// Opens the next member that there is; false when there is none left.
bool ArchiveReader::open_next() {
  while (archive_entry* entry = next_entry()) {
    const std::string name = name_of(entry);
    if (name.empty() || !is_file(entry) || is_hidden(name)) continue;
    const std::string path = context_.path + "/" + name;
    if (archive_entry_is_data_encrypted(entry) != 0) {
      report(path, "is encrypted; unpack it with its password and give the file");
      continue;
    }
    try {
      open_member(entry, name);
      return true;
    } catch (const Error& error) {
      member_.reset();
      if (context_.limit.exceeded()) throw;
      report(path, error.what());
    }
  }
  return false;
}

// The next header; null at the end of the archive.
archive_entry* ArchiveReader::next_entry() {
  constexpr int kMostRetries = 100;
  for (int retries = 0; !done_; ++retries) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(input_.get(), &entry);
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return entry;
    if (status == ARCHIVE_RETRY && retries < kMostRetries) continue;
    done_ = true;
    if (status != ARCHIVE_EOF) input_.throw_error();
  }
  return nullptr;
}

void ArchiveReader::open_member(archive_entry* entry, const std::string& name) {
  member_ = std::make_unique<Member>(input_.get(), context_.limit);
  member_->path = context_.path + "/" + name;
  if (archive_entry_mtime_is_set(entry) != 0) {
    member_->written = day_of_file_time(archive_entry_mtime(entry));
  }
  FileContext inside = context_;
  inside.path = member_->path;
  inside.id = context_.id.empty() ? name : context_.id + "/" + name;
  inside.level = context_.level + 1;
  inside.reject = [reject = context_.reject,
                   path = member_->path](RejectedRecord rejected) {
    if (rejected.file.empty()) rejected.file = path;
    reject(std::move(rejected));
  };
  member_->records = make_record_reader(member_->text, inside);
}

void ArchiveReader::report(const std::string& path, std::string reason) {
  context_.reject({.file = path, .reason = std::move(reason)});
}

}  // namespace dateline::readers
