#include "index/glass/flat_inverter.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace dateline::glass {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::size_t kFirstSlots = 1 << 12;  // A power of two, like all later sizes.

/// The first eight bytes as a number that orders like them.
std::uint64_t leading_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  const std::size_t size = std::min<std::size_t>(text.size(), 8);
  for (std::size_t i = 0; i < size; ++i) {
    bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56 - 8 * i);
  }
  return bytes;
}

}  // namespace

FlatInverter::FlatInverter() : slots_(kFirstSlots, kNone) {}

void FlatInverter::add(std::string_view term, std::uint32_t document, std::uint32_t wdf,
                       std::span<const std::uint32_t> positions) {
  const std::uint32_t row = find_or_insert(term);
  ++terms_[row].documents;
  terms_[row].occurrences += wdf;
  const std::size_t begin = positions_.size();
  if (!positions.empty()) positions::append_block(positions_, positions);
  InvertedPosting posting{
      .positions_begin = begin, .term = row, .document = document, .wdf = wdf};
  posting.positions_size = (positions_.size() - begin) & 0x7FFFFFFFU;
  posting.several_positions = positions.size() > 1;
  postings_.push_back(posting);
}

std::uint32_t FlatInverter::find_or_insert(std::string_view text) {
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const Term& term = terms_[slots_[slot]];
    if (term.hash == hash && text_of(term) == text) return slots_[slot];
  }
  const auto row = static_cast<std::uint32_t>(terms_.size());
  slots_[slot] = row;
  terms_.push_back(
      {texts_.size(), hash, static_cast<std::uint32_t>(text.size()), 0, 0});
  texts_.append(text);
  if (terms_.size() * 2 > slots_.size()) grow_slots();
  return row;
}

void FlatInverter::grow_slots() {
  std::vector<std::uint32_t> larger(slots_.size() * 2, kNone);
  const std::size_t mask = larger.size() - 1;
  for (std::uint32_t row = 0; row < terms_.size(); ++row) {
    std::size_t slot = terms_[row].hash & mask;
    while (larger[slot] != kNone) slot = (slot + 1) & mask;
    larger[slot] = row;
  }
  slots_ = std::move(larger);
}

void FlatInverter::sort() {
  rows_ = sorted_rows();
  grouped_ = grouped_postings();
}

std::vector<std::uint32_t> FlatInverter::sorted_rows() const {
  struct Entry {
    std::uint64_t leading;  // Decides nearly always, without a look at the text.
    std::uint32_t row;
  };
  std::vector<Entry> entries;
  entries.reserve(terms_.size());
  for (std::uint32_t row = 0; row < terms_.size(); ++row) {
    entries.push_back({leading_bytes(text_of(terms_[row])), row});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) {
    if (a.leading != b.leading) return a.leading < b.leading;
    return text_of(terms_[a.row]) < text_of(terms_[b.row]);
  });
  std::vector<std::uint32_t> rows;
  rows.reserve(entries.size());
  for (const Entry& entry : entries) rows.push_back(entry.row);
  return rows;
}

std::vector<std::uint32_t> FlatInverter::grouped_postings() const {
  std::vector<std::uint32_t> next(terms_.size());  // Where a term's next posting goes.
  std::uint32_t begin = 0;
  for (const std::uint32_t row : rows_) {
    next[row] = begin;
    begin += terms_[row].documents;
  }
  std::vector<std::uint32_t> grouped(postings_.size());
  for (std::uint32_t i = 0; i < postings_.size(); ++i) {
    grouped[next[postings_[i].term]++] = i;
  }
  return grouped;
}

void add_positions(const FlatInverter& inverter, positions::PositionChunker& chunker) {
  inverter.for_each_term([&](std::string_view term, std::uint32_t,
                             std::span<const std::uint32_t> postings) {
    bool is_begun = false;
    for (const std::uint32_t index : postings) {
      const InvertedPosting& posting = inverter.posting(index);
      if (posting.positions_size == 0) continue;
      if (!std::exchange(is_begun, true)) chunker.begin(term);
      chunker.add(posting.document, inverter.positions(posting));
    }
    if (is_begun) chunker.end();
  });
}

}  // namespace dateline::glass
