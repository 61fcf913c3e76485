#include "index/names/links/words.h"

#include "index/text/analyzer.h"

#include <algorithm>

namespace dateline::names {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::uint32_t folded_word_key(std::string_view text, const Token& token) {
  const auto word = text.substr(token.begin, token.end - token.begin);
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '.' && c != '\'';
  });
  if (plain) return token.hash;
  std::string folded = text::fold(word);
  std::erase_if(folded, [](char c) { return c == '.' || c == '\''; });
  return word_hash(folded);
}

std::uint64_t words_key(const Words& words) {
  std::uint64_t key = words.size();
  for (const Token& token : words.tokens) key = chain(key, word_key(words.text, token));
  return key;
}

std::string tidy(const Words& words) {
  std::string name;
  for (const char c : words.surface()) {
    if (!is_blank(c)) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  return name;
}

std::string proper_case(std::string_view capitals) {
  std::string name(capitals);
  for (std::size_t i = 1; i < name.size(); ++i) {
    const bool inner = (name[i - 1] | 0x20) >= 'a' && (name[i - 1] | 0x20) <= 'z';
    if (inner && is_upper(name[i])) name[i] = static_cast<char>(name[i] | 0x20);
  }
  return name;
}

bool is_capitals(const Words& words, std::size_t fewest_letters) {
  bool any = false;
  for (const Token& token : words.tokens) {
    if (token.shape == Shape::kInitial || token.shape == Shape::kNumber) continue;
    if (token.shape != Shape::kAllCaps || token.end - token.begin < fewest_letters)
      return false;
    any = true;
  }
  return any;
}

}  // namespace dateline::names
