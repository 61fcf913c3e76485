// Runs of capitalised words: the stretches of a text that names lie in.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A known name at a token.
struct KnownPiece {
  std::size_t first = 0;
  KnownSpan span;
};

/// Tokens [first, last) that hang together, and the known names among them, in order.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<KnownPiece> known;
};

/// Gives the runs of a text one after the other.
class RunReader {
 public:
  RunReader(std::string_view text, std::span<const Token> tokens,
            const Lexicon& lexicon)
      : text_(text), tokens_(tokens), lexicon_(lexicon) {}

  /// False when there is none left.
  bool next(Run& run);

 private:
  std::uint32_t classes(std::size_t i) const { return lexicon_.classes(tokens_[i]); }
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool is_capital(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].is_capital();
  }
  bool starts(std::size_t i) const;
  bool is_contraction(std::size_t i) const;
  bool is_dotted_initial(std::size_t i) const;
  bool is_calendar_person(std::size_t i) const;
  bool is_month_person(std::size_t i) const;
  std::size_t join(const Run& run) const;
  std::size_t join_lower(const Run& run, std::size_t i) const;
  std::size_t join_of(const Run& run, std::size_t i) const;
  bool joins_office(const Run& run, std::size_t i) const;
  bool joins_ampersand(std::size_t i) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::size_t at_ = 0;
};

}  // namespace dateline::names
