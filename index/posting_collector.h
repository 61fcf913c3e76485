// The words of one document, counted and with their positions, before Xapian has them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/segment_writer.h"

namespace dateline {

/// Which kind of term a text becomes; see schema.h. kBoolean is a whole term already.
enum class TermKind : std::uint8_t {
  kWord,
  kStem,
  kTitleWord,
  kTitleStem,
  kCapitals,
  kBoolean,
};

/// Collects terms in flat memory that is reused from document to document, and puts
/// them in order. One object belongs to one thread at a time.
class PostingCollector {
 public:
  PostingCollector();

  /// Forgets everything, and keeps the memory.
  void clear();

  /// One more occurrence of `word` at `position`; and, where `stem` is not empty, of
  /// the `stem_kind` term of it. A word has one stem: only that of its first occurrence
  /// is read. Positions come in rising order.
  void add_word(TermKind kind, std::string_view word, std::uint32_t position,
                TermKind stem_kind, std::string_view stem);

  /// One more occurrence of a term without a stem.
  void add(TermKind kind, std::string_view text, std::uint32_t position);

  /// A term without wdf and positions; it may be there already.
  void add_boolean(std::string_view term);

  /// All of it, by term. Lives until the next call of any other function.
  std::span<const glass::Posting> sorted();

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Term {
    std::uint64_t hash;
    std::uint32_t text_begin;
    std::uint32_t text_size;
    std::uint32_t count;
    std::uint32_t stem;            // Its row in terms_; kNone.
    std::uint32_t first_position;  // Their rows in positions_; kNone.
    std::uint32_t last_position;
    TermKind kind;
  };
  struct Position {
    std::uint32_t value;
    std::uint32_t next;
  };

  struct Sorted {
    std::uint64_t first_eight;
    std::uint32_t name_begin;
    std::uint32_t name_size;
    std::uint32_t row;
  };

  std::uint32_t find_or_insert(TermKind kind, std::string_view text, bool& is_new);
  std::uint32_t insert(TermKind kind, std::string_view text, std::uint64_t hash);
  void append_position(Term& term, std::uint32_t position);
  void grow_slots();
  std::string_view text_of(const Term& term) const;
  void sort_names();

  std::string texts_;
  std::vector<Term> terms_;
  std::vector<Position> positions_;
  std::vector<std::uint32_t> slots_;  // An open hash table of rows of terms_.
  std::string names_;                 // Of the terms, as Xapian is to see them.
  std::vector<Sorted> sorted_;
  std::vector<std::uint32_t> sorted_positions_;
  std::vector<glass::Posting> postings_;
};

}  // namespace dateline
