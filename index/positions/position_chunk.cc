#include "index/positions/position_chunk.h"

#include <dateline/error.h>

#include <limits>

#include "index/byte_codec.h"
#include "index/schema.h"

namespace dateline::positions {
namespace {

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

// Orders by size first, which the two high bits of the first byte tell.
void append_ordered(std::string& out, std::uint32_t value) {
  unsigned following = 0;
  while (following < 3 && value >> (6 + 8 * following) != 0) ++following;
  if (following == 3) {
    out.push_back('\xC0');
    following = 4;
  } else {
    out.push_back(static_cast<char>(following << 6 | value >> (8 * following)));
  }
  while (following-- > 0) out.push_back(static_cast<char>(value >> (8 * following)));
}

std::optional<std::uint32_t> parse_ordered(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(bytes.front());
  const unsigned size = first >> 6;
  if (bytes.size() != 1 + (size == 3 ? 4 : size)) return std::nullopt;
  std::uint32_t value = first & 0x3FU;
  for (const char byte : bytes.substr(1)) {
    value = value << 8 | static_cast<unsigned char>(byte);
  }
  std::string again;  // A number has one form.
  append_ordered(again, value);
  if (again != bytes) return std::nullopt;
  return value;
}

}  // namespace

std::string key_prefix(std::string_view term) {
  std::string key(1, kKeyPrefix);
  key.append(term);
  key.push_back('\0');
  return key;
}

std::string chunk_key(std::string_view term, std::uint32_t last) {
  std::string key = key_prefix(term);
  append_ordered(key, last);
  return key;
}

std::optional<ChunkKey> parse_key(std::string_view key) {
  if (key.empty() || key.front() != kKeyPrefix) return std::nullopt;
  key.remove_prefix(1);
  const std::size_t nul = key.find('\0');
  if (nul == key.npos) return std::nullopt;
  const auto last = parse_ordered(key.substr(nul + 1));
  if (!last) return std::nullopt;
  return ChunkKey{key.substr(0, nul), *last};
}

void append_block(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front();
  if (first > schema::kTitleGap) {
    append_varint(out, first - schema::kTitleGap);
  } else {
    append_varint(out, 0);
    append_varint(out, first);
  }
  if (positions.size() == 1) return;
  append_varint(out, positions.size() - 2);
  for (std::size_t i = 1; i < positions.size(); ++i) {
    append_varint(out, positions[i] - positions[i - 1]);
  }
}

void PositionChunker::begin(std::string_view term) {
  if (term.find('\0') != term.npos) {
    throw Error(ErrorCode::kInvalidArgument, "a term with positions has a NUL");
  }
  term_ = term;
  blocks_.clear();
}

void PositionChunker::add(std::uint32_t document, PositionBlock block) {
  if (blocks_.size() >= chunk_bytes_) flush();
  if (blocks_.empty()) {
    first_document_ = document;
    first_has_several_ = block.several;
  } else {
    append_varint(blocks_, std::uint64_t{document - last_document_} << 1 |
                               (block.several ? 1 : 0));
  }
  blocks_.append(block.bytes);
  last_document_ = document;
}

void PositionChunker::end() {
  if (!blocks_.empty()) flush();
}

void PositionChunker::flush() {
  chunk_.clear();
  append_varint(chunk_, std::uint64_t{last_document_ - first_document_} << 1 |
                            (first_has_several_ ? 1 : 0));
  chunk_.append(blocks_);
  blocks_.clear();
  sink_(term_, last_document_, chunk_);
}

PositionChunk::PositionChunk(std::string_view bytes, std::uint32_t last)
    : at_(bytes.data()), end_(bytes.data() + bytes.size()), last_(last) {}

bool PositionChunk::fail() {
  good_ = false;
  at_ = end_;
  positions_.clear();
  return false;
}

std::optional<std::uint64_t> PositionChunk::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 40 && at_ != end_; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at_++);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

bool PositionChunk::next() {
  if (at_ == end_) {
    if (!begun_ || document_ != last_) good_ = false;
    return false;
  }
  const auto header = varint();
  if (!header) return fail();
  const std::uint64_t distance = *header >> 1;
  if (!begun_) {
    if (distance >= last_) return fail();  // There is no document 0.
    document_ = last_ - static_cast<std::uint32_t>(distance);
    begun_ = true;
  } else {
    if (distance == 0 || distance > last_ - document_) return fail();
    document_ += static_cast<std::uint32_t>(distance);
  }
  return read_block((*header & 1) != 0);
}

bool PositionChunk::read_block(bool several) {
  const char* const begin = at_;
  positions_.clear();
  auto first = varint();
  if (!first) return fail();
  if (*first != 0) {
    *first += schema::kTitleGap;
  } else {
    first = varint();
    if (!first || *first > schema::kTitleGap) return fail();
  }
  if (*first > kMost) return fail();
  positions_.push_back(static_cast<std::uint32_t>(*first));
  if (several) {
    const auto more = varint();
    // Each has a byte at least.
    if (!more || *more >= static_cast<std::uint64_t>(end_ - at_)) return fail();
    for (std::uint64_t i = 0; i <= *more; ++i) {
      const auto distance = varint();
      if (!distance || *distance == 0 || *distance > kMost - positions_.back()) {
        return fail();
      }
      positions_.push_back(positions_.back() + static_cast<std::uint32_t>(*distance));
    }
  }
  block_ = {several, std::string_view(begin, static_cast<std::size_t>(at_ - begin))};
  return true;
}

}  // namespace dateline::positions
