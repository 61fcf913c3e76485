#include "index/manifest.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "index/byte_codec.h"
#include "index/durable_files.h"
#include "index/output_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "dateline manifest";
constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kHashBytes = 8;

// A file read from its start, `kChunkBytes` at a time.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) fail();
  }
  ~InputFile() { ::close(fd_); }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  // Fills `chunk`; short only at the end of the file, and empty behind it.
  void read(std::string& chunk) {
    chunk.resize(kChunkBytes);
    std::size_t filled = 0;
    while (filled < chunk.size()) {
      const ssize_t count = ::read(fd_, chunk.data() + filled, chunk.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail();
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
    }
    chunk.resize(filled);
  }

 private:
  static constexpr std::size_t kChunkBytes = 32 * kManifestBlock;

  [[noreturn]] void fail() const {
    throw std::system_error(errno, std::generic_category(), path_);
  }

  std::string path_;
  int fd_;
};

std::string read_whole_file(const std::string& path) {
  InputFile file(path);
  std::string all;
  for (std::string chunk; file.read(chunk), !chunk.empty();) all += chunk;
  return all;
}

void write_whole_file(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.append(bytes);
  file.close();
}

std::string in_folder(const std::string& folder, std::string_view name) {
  return (fs::path(folder) / name).string();
}

void append_hash(std::string& out, std::uint64_t hash) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out.push_back(static_cast<char>(hash >> shift));
  }
}

std::uint64_t read_hash(std::string_view bytes) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kHashBytes; ++i) {
    hash |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return hash;
}

std::uint64_t blocks_in(std::uint64_t bytes) {
  return bytes / kManifestBlock + (bytes % kManifestBlock == 0 ? 0 : 1);
}

[[noreturn]] void throw_damaged() {
  throw Error(ErrorCode::kCorrupt, "The manifest is damaged.");
}

Manifest::File read_file_entry(ByteReader& in) {
  Manifest::File file{.name = std::string(in.string()), .bytes = in.varint()};
  const std::string_view hashes = in.string();
  if (!in.good() || hashes.size() % kHashBytes != 0 ||
      hashes.size() / kHashBytes != blocks_in(file.bytes)) {
    throw_damaged();
  }
  file.blocks.reserve(hashes.size() / kHashBytes);
  for (std::size_t at = 0; at < hashes.size(); at += kHashBytes) {
    file.blocks.push_back(read_hash(hashes.substr(at)));
  }
  return file;
}

// Of `known`, what blocks of its revisions should be; the others are as they are now.
Manifest::File describe(const std::string& path, const std::string& name,
                        const Manifest& known) {
  const auto is_it = [&](const Manifest::File& file) { return file.name == name; };
  const auto before = std::ranges::find_if(known.files, is_it);
  // The root is written anew as a whole, and is no block.
  const bool has_revisions = name.ends_with(".glass");
  Manifest::File file{.name = name};
  for_each_block(
      in_folder(path, name), [&](std::size_t number, std::string_view block) {
        file.bytes += block.size();
        const bool is_known = has_revisions && before != known.files.end() &&
                              number < before->blocks.size() &&
                              block_revision(block) <= known.revision;
        file.blocks.push_back(is_known ? before->blocks[number] : block_hash(block));
      });
  return file;
}

std::string describe_all(const std::string& path, std::uint32_t revision,
                         const Manifest& known) {
  Manifest manifest{.revision = revision};
  for (const std::string& name : manifest_files(path)) {
    manifest.files.push_back(describe(path, name, known));
  }
  return manifest.encode();
}

}  // namespace

std::string Manifest::encode() const {
  std::string out(kMagic);
  append_varint(out, kFormat);
  append_varint(out, revision);
  append_varint(out, files.size());
  std::string hashes;
  for (const File& file : files) {
    hashes.clear();
    for (const std::uint64_t hash : file.blocks) append_hash(hashes, hash);
    append_string(out, file.name);
    append_varint(out, file.bytes);
    append_string(out, hashes);
  }
  append_hash(out, XXH3_64bits(out.data(), out.size()));
  return out;
}

Manifest Manifest::decode(std::string_view bytes) {
  if (bytes.size() < kMagic.size() + kHashBytes || !bytes.starts_with(kMagic)) {
    throw_damaged();
  }
  const std::string_view content = bytes.substr(0, bytes.size() - kHashBytes);
  const std::uint64_t sum = read_hash(bytes.substr(content.size()));
  if (sum != XXH3_64bits(content.data(), content.size())) throw_damaged();
  ByteReader in(content.substr(kMagic.size()));
  if (in.varint() != kFormat) {
    throw Error(ErrorCode::kNewerSchema,
                "The manifest was written by a newer Dateline; upgrade to check it.");
  }
  Manifest manifest{.revision = static_cast<std::uint32_t>(in.below(1ULL << 32))};
  const std::size_t files = in.count(3);
  for (std::size_t i = 0; i < files; ++i) manifest.files.push_back(read_file_entry(in));
  if (!in.good() || !in.at_end()) throw_damaged();
  return manifest;
}

std::vector<std::string> manifest_files(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) {
    const fs::path name = entry.path().filename();
    if (name != "iamglass" && name.extension() != ".glass") continue;
    if (entry.is_regular_file()) names.push_back(name.string());
  }
  std::ranges::sort(names);
  return names;
}

void for_each_block(const std::string& file,
                    const std::function<void(std::size_t, std::string_view)>& visit) {
  InputFile in(file);
  std::size_t number = 0;
  for (std::string chunk; in.read(chunk), !chunk.empty();) {
    for (std::string_view rest = chunk; !rest.empty(); ++number) {
      const std::string_view block = rest.substr(0, kManifestBlock);
      visit(number, block);
      rest.remove_prefix(block.size());
    }
  }
}

std::uint64_t block_hash(std::string_view block) {
  return XXH3_64bits(block.data(), block.size());
}

std::uint32_t block_revision(std::string_view block) {
  std::uint32_t revision = 0;
  for (const char c : block.substr(0, 4)) {
    revision = revision << 8 | static_cast<unsigned char>(c);
  }
  return revision;
}

std::optional<std::string> read_manifest_bytes(const std::string& path) {
  const std::string file = in_folder(path, kManifestFile);
  if (!fs::exists(file)) return std::nullopt;
  return read_whole_file(file);
}

void seal(const std::string& path, std::uint32_t revision) {
  write_whole_file(in_folder(path, kManifestFile), describe_all(path, revision, {}));
}

bool begin_change(const std::string& path) {
  if (!fs::exists(in_folder(path, kManifestFile)) || is_being_changed(path)) {
    return false;
  }
  write_whole_file(in_folder(path, kWritingMark), "");
  return true;
}

void finish_change(const std::string& path, std::uint32_t revision) noexcept {
  try {
    const auto known = read_manifest_bytes(path);
    if (!known) return;
    const std::string aside = in_folder(path, std::string(kManifestFile) + ".new");
    Manifest before = Manifest::decode(*known);
    // A revision that comes again: a power cut has taken the one before back, but left
    // its manifest. Then no hash of it is worth anything.
    if (before.revision >= revision) before = {};
    write_whole_file(aside, describe_all(path, revision, before));
    sync_path(aside);
    fs::rename(aside, in_folder(path, kManifestFile));
    fs::remove(in_folder(path, kWritingMark));
  } catch (...) {
    // The commit is made and durable all the same; `check` knows what is not covered.
  }
}

bool is_being_changed(const std::string& path) {
  return fs::exists(in_folder(path, kWritingMark));
}

}  // namespace dateline
