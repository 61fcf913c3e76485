#include "index/positions/position_file.h"

#include <dateline/error.h>

#include <cerrno>
#include <filesystem>
#include <limits>
#include <queue>
#include <system_error>
#include <utility>

#include "index/byte_codec.h"
#include "index/output_file.h"

namespace dateline::positions {
namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

std::string file_in(const std::string& folder) { return folder + "/positions"; }

[[noreturn]] void throw_cut(const std::string& path) {
  throw Error(ErrorCode::kInternal, "'" + path + "' is not as it was written.");
}

// Adds the documents of the current term, but for those in `without`.
void add_documents(const PositionFileReader& from,
                   const std::set<std::uint32_t>& without, PositionChunker& to) {
  PositionChunk chunk = from.chunk();
  while (chunk.next()) {
    if (!without.contains(chunk.document())) to.add(chunk.document(), chunk.block());
  }
  if (!chunk.good()) throw_cut(from.term());
}

}  // namespace

struct PositionFileWriter::File {
  explicit File(const std::string& path) : out(path) {}

  void add(std::string_view term, std::uint32_t last, std::string_view chunk) {
    head.clear();
    append_string(head, term);
    append_varint(head, last);
    append_varint(head, chunk.size());
    out.append(head);
    out.append(chunk);
  }

  OutputFile out;
  std::string head;
};

PositionFileWriter::PositionFileWriter(const std::string& folder)
    : file_(std::make_unique<File>(file_in(folder))),
      chunker_([file = file_.get()](
                   std::string_view term, std::uint32_t last,
                   std::string_view chunk) { file->add(term, last, chunk); },
               kNoLimit) {}

PositionFileWriter::~PositionFileWriter() = default;

void PositionFileWriter::finish() { file_->out.close(); }

PositionFileReader::PositionFileReader(const std::string& folder)
    : path_(file_in(folder)), in_(path_, std::ios::binary) {
  if (!in_) throw std::system_error(errno, std::generic_category(), path_);
}

bool PositionFileReader::next_term() {
  if (in_.peek() == std::ifstream::traits_type::eof()) {
    if (in_.bad()) throw std::system_error(errno, std::generic_category(), path_);
    return false;
  }
  read(term_, varint());
  last_ = static_cast<std::uint32_t>(varint());
  read(bytes_, varint());
  return true;
}

std::uint64_t PositionFileReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = in_.get();
    if (byte == std::ifstream::traits_type::eof()) throw_cut(path_);
    value |= (static_cast<std::uint64_t>(byte) & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  throw_cut(path_);
}

void PositionFileReader::read(std::string& bytes, std::uint64_t size) {
  bytes.resize(size);
  if (in_.read(bytes.data(), static_cast<std::streamsize>(size))) return;
  if (in_.bad()) throw std::system_error(errno, std::generic_category(), path_);
  throw_cut(path_);
}

void merge_positions(const std::vector<std::string>& folders,
                     PositionChunker& chunker) {
  std::vector<PositionFileReader> files;
  for (const std::string& folder : folders) files.emplace_back(folder);
  // Those that have a term left: the least term first, of one term the first file.
  const auto is_later = [&](std::size_t a, std::size_t b) {
    const int order = files[a].term().compare(files[b].term());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_later)> next(
      is_later);
  const auto advance = [&](std::size_t file) {
    if (files[file].next_term()) next.push(file);
  };
  for (std::size_t file = 0; file < files.size(); ++file) advance(file);
  while (!next.empty()) {
    const std::string term = files[next.top()].term();
    chunker.begin(term);
    while (!next.empty() && files[next.top()].term() == term) {
      const std::size_t file = next.top();
      next.pop();
      add_documents(files[file], {}, chunker);
      advance(file);
    }
    chunker.end();
  }
}

void drop_positions(const std::string& folder,
                    const std::set<std::uint32_t>& documents) {
  const std::string rest = folder + "/positions.rest";
  std::filesystem::create_directory(rest);
  PositionFileReader from(folder);
  PositionFileWriter to(rest);
  while (from.next_term()) {
    to.chunker().begin(from.term());
    add_documents(from, documents, to.chunker());
    to.chunker().end();
  }
  to.finish();
  std::filesystem::rename(file_in(rest), file_in(folder));
  std::filesystem::remove(rest);
}

}  // namespace dateline::positions
