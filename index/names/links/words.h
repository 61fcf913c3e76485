// The words of a name, their keys in any writing, and the text they make.

#pragma once

#include "index/names/tokens.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dateline::names {

/// Tokens of a text that stand side by side.
struct Words {
  std::string_view text;  ///< That the tokens' offsets are of.
  std::span<const Token> tokens;

  std::size_t size() const { return tokens.size(); }
  bool empty() const { return tokens.empty(); }
  std::string_view operator[](std::size_t i) const {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  Words from(std::size_t first) const { return {text, tokens.subspan(first)}; }
  Words until(std::size_t last) const { return {text, tokens.first(last)}; }
  /// As written, punctuation and line ends inside included.
  std::string_view surface() const {
    return text.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
  }
};

/// A key for what `key` stands for, followed by `next`.
inline std::uint64_t chain(std::uint64_t key, std::uint64_t next) {
  key = (key ^ next) * 0x9E3779B97F4A7C15u;
  return key ^ (key >> 32);
}

/// word_key() of a word that has more than ASCII letters and digits.
std::uint32_t folded_word_key(std::string_view text, const Token& token);

/// The key of a word in any writing: "João" and "Joao", "U.N." and "UN" share theirs.
inline std::uint32_t word_key(std::string_view text, const Token& token) {
  return token.is_plain ? token.hash : folded_word_key(text, token);
}

/// The key of several; hyphens and blanks between them are the same.
std::uint64_t words_key(const Words& words);

/// The words with single blanks between, hyphens and dots kept.
std::string tidy(const Words& words);

/// "SERGEI LAVROV" -> "Sergei Lavrov"; letters beyond ASCII stay.
std::string proper_case(std::string_view capitals);

/// Whether all words are in capitals, and of so many bytes that none is an acronym;
/// single letters are let pass beside others.
bool is_capitals(const Words& words, std::size_t fewest_letters);

}  // namespace dateline::names
