#include "index/posting_collector.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "index/schema.h"

namespace dateline {
namespace {

constexpr std::size_t kFirstSlots = 1024;

std::string term_name(TermKind kind, std::string_view text) {
  switch (kind) {
    case TermKind::kWord:
      return schema::word_term(text);
    case TermKind::kStem:
      return schema::stem_term(text);
    case TermKind::kTitleWord:
      return schema::title_word_term(text);
    case TermKind::kTitleStem:
      return schema::title_stem_term(text);
    case TermKind::kCapitals:
      return schema::capitals_term(text);
    case TermKind::kBoolean:
      break;
  }
  return std::string(text);
}

// The first bytes of `text` as a number that sorts as they do.
std::uint64_t first_eight(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  }
  return number;
}

}  // namespace

PostingCollector::PostingCollector() : slots_(kFirstSlots, kNone) {}

void PostingCollector::clear() {
  texts_.clear();
  terms_.clear();
  positions_.clear();
  // One very long article must not make every later one pay for a large table.
  if (slots_.size() > 64 * kFirstSlots) slots_.resize(kFirstSlots);
  std::fill(slots_.begin(), slots_.end(), kNone);
}

std::string_view PostingCollector::text_of(const Term& term) const {
  return std::string_view(texts_).substr(term.text_begin, term.text_size);
}

std::uint32_t PostingCollector::find_or_insert(TermKind kind, std::string_view text,
                                               bool& is_new) {
  const std::uint64_t hash =
      XXH3_64bits_withSeed(text.data(), text.size(), static_cast<XXH64_hash_t>(kind));
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash) & mask;
  for (; slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const Term& term = terms_[slots_[slot]];
    if (term.hash == hash && term.kind == kind && text_of(term) == text) {
      is_new = false;
      return slots_[slot];
    }
  }
  is_new = true;
  slots_[slot] = insert(kind, text, hash);
  const std::uint32_t row = slots_[slot];
  if (terms_.size() * 2 > slots_.size()) grow_slots();
  return row;
}

std::uint32_t PostingCollector::insert(TermKind kind, std::string_view text,
                                       std::uint64_t hash) {
  const auto row = static_cast<std::uint32_t>(terms_.size());
  terms_.push_back({hash, static_cast<std::uint32_t>(texts_.size()),
                    static_cast<std::uint32_t>(text.size()), 0, kNone, kNone, kNone,
                    kind});
  texts_.append(text);
  return row;
}

void PostingCollector::grow_slots() {
  slots_.assign(slots_.size() * 2, kNone);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t row = 0; row < terms_.size(); ++row) {
    std::size_t slot = static_cast<std::size_t>(terms_[row].hash) & mask;
    while (slots_[slot] != kNone) slot = (slot + 1) & mask;
    slots_[slot] = row;
  }
}

void PostingCollector::append_position(Term& term, std::uint32_t position) {
  const auto row = static_cast<std::uint32_t>(positions_.size());
  positions_.push_back({position, kNone});
  if (term.first_position == kNone) {
    term.first_position = row;
  } else {
    positions_[term.last_position].next = row;
  }
  term.last_position = row;
}

void PostingCollector::add_word(TermKind kind, std::string_view word,
                                std::uint32_t position, TermKind stem_kind,
                                std::string_view stem) {
  bool is_new = false;
  const std::uint32_t row = find_or_insert(kind, word, is_new);
  if (is_new && !stem.empty()) {
    bool ignored = false;
    const std::uint32_t stem_row = find_or_insert(stem_kind, stem, ignored);
    terms_[row].stem = stem_row;
  }
  Term& term = terms_[row];
  ++term.count;
  append_position(term, position);
  if (term.stem != kNone) ++terms_[term.stem].count;
}

void PostingCollector::add(TermKind kind, std::string_view text,
                           std::uint32_t position) {
  add_word(kind, text, position, kind, {});
}

void PostingCollector::add_boolean(std::string_view term) {
  bool ignored = false;
  find_or_insert(TermKind::kBoolean, term, ignored);
}

// The names of all terms, in order. Most comparisons end within the eight bytes that
// are kept beside the name.
void PostingCollector::sort_names() {
  names_.clear();
  sorted_.clear();
  for (std::uint32_t row = 0; row < terms_.size(); ++row) {
    const std::string name = term_name(terms_[row].kind, text_of(terms_[row]));
    sorted_.push_back({first_eight(name), static_cast<std::uint32_t>(names_.size()),
                       static_cast<std::uint32_t>(name.size()), row});
    names_.append(name);
  }
  const std::string_view names = names_;
  std::sort(sorted_.begin(), sorted_.end(), [names](const Sorted& a, const Sorted& b) {
    if (a.first_eight != b.first_eight) return a.first_eight < b.first_eight;
    return names.substr(a.name_begin, a.name_size) <
           names.substr(b.name_begin, b.name_size);
  });
}

std::span<const glass::Posting> PostingCollector::sorted() {
  sort_names();
  postings_.clear();
  sorted_positions_.clear();
  sorted_positions_.reserve(positions_.size());  // The spans must stay where they are.
  for (const Sorted& sorted : sorted_) {
    const Term& term = terms_[sorted.row];
    const std::size_t first = sorted_positions_.size();
    for (std::uint32_t row = term.first_position; row != kNone;
         row = positions_[row].next) {
      const std::uint32_t position = positions_[row].value;
      const bool again =
          sorted_positions_.size() > first && sorted_positions_.back() == position;
      if (!again) sorted_positions_.push_back(position);
    }
    postings_.push_back(
        {std::string_view(names_).substr(sorted.name_begin, sorted.name_size),
         term.count, std::span(sorted_positions_).subspan(first)});
  }
  return postings_;
}

}  // namespace dateline
