#include "index/glass/value_chunks.h"

#include <cstddef>

#include "index/byte_codec.h"
#include "index/glass/key_codec.h"

namespace dateline::glass {
namespace {

/// A chunk that has reached so many bytes is closed.
constexpr std::size_t kFullChunk = 2000;

}  // namespace

void ValueChunks::add(std::uint32_t slot, std::uint32_t document,
                      std::string_view bytes) {
  Slot& stream = slots_[slot];
  update_statistics(stream, bytes);
  if (stream.chunk.empty()) {
    stream.first_document = document;
  } else {
    append_varint(stream.chunk, document - stream.last_document - 1);
  }
  stream.last_document = document;
  append_string(stream.chunk, bytes);
  if (stream.chunk.size() >= kFullChunk) close_chunk(slot, stream);
}

void ValueChunks::update_statistics(Slot& slot, std::string_view bytes) {
  if (slot.count++ == 0) {
    slot.least = bytes;
    slot.greatest = bytes;
  } else if (bytes < slot.least) {
    slot.least = bytes;
  } else if (bytes > slot.greatest) {
    slot.greatest = bytes;
  }
}

void ValueChunks::close_chunk(std::uint32_t number, Slot& slot) {
  slot.full.emplace_back(value_chunk_key(number, slot.first_document), slot.chunk);
  slot.chunk.clear();
}

void ValueChunks::move_to(std::vector<TableEntry>& entries) {
  for (auto& [number, slot] : slots_) {
    if (!slot.chunk.empty()) close_chunk(number, slot);
    for (TableEntry& chunk : slot.full) entries.push_back(std::move(chunk));
    std::string statistics;
    append_varint(statistics, slot.count);
    append_string(statistics, slot.least);
    // The greatest is left out where it is the least; no value is empty.
    if (slot.greatest != slot.least) statistics.append(slot.greatest);
    entries.emplace_back(value_statistics_key(number), std::move(statistics));
  }
  slots_.clear();
}

}  // namespace dateline::glass
