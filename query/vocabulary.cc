#include "query/vocabulary.h"

#include <algorithm>
#include <utility>

#include "index/text/utf8.h"

namespace dateline {
namespace {

// Nobody means a word of more characters, and a table of one takes its square.
constexpr std::size_t kLongest = 64;

// Words begin behind the capital letters, which begin the terms of everything else.
constexpr std::string_view kFirstWord = "[";

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// The rows of an edit distance table, one a character of the word that is compared;
// those of a beginning that the next word shares are kept.
class EditRows {
 public:
  EditRows(std::u32string_view target, std::size_t most)
      : target_(target), most_(most), width_(target.size() + 1) {
    cells_.resize((target.size() + most + 2) * width_);
    for (std::size_t j = 0; j < width_; ++j) cells_[j] = static_cast<std::uint8_t>(j);
  }

  // A word whose first `depth` characters are computed, and its next one. False: no
  // word that begins so is near.
  bool extend(std::u32string_view word, std::size_t depth) {
    if (depth >= target_.size() + most_) return false;
    const std::uint8_t* above = row(depth);
    std::uint8_t* now = row(depth + 1);
    now[0] = static_cast<std::uint8_t>(depth + 1);
    std::size_t least = now[0];
    for (std::size_t j = 1; j < width_; ++j) {
      std::size_t cell =
          above[j - 1] + (word[depth] == target_[j - 1] ? std::size_t{0} : 1);
      cell = std::min({cell, above[j] + std::size_t{1}, now[j - 1] + std::size_t{1}});
      if (depth > 0 && j > 1 && word[depth] == target_[j - 2] &&
          word[depth - 1] == target_[j - 1]) {
        cell = std::min(cell, row(depth - 1)[j - 2] + std::size_t{1});
      }
      now[j] = static_cast<std::uint8_t>(cell);
      least = std::min(least, cell);
    }
    // A swap reaches over a row: what is near enough in the last one may be so again.
    return least <= most_ || *std::min_element(above, above + width_) < most_;
  }

  std::size_t distance(std::size_t depth) { return row(depth)[width_ - 1]; }

 private:
  std::uint8_t* row(std::size_t depth) { return cells_.data() + depth * width_; }

  std::u32string_view target_;
  std::size_t most_;
  std::size_t width_;
  std::vector<std::uint8_t> cells_;
};

void append_characters(std::string_view text, std::u32string& characters) {
  while (!text.empty()) {
    const auto character = text::decode_char(text.data(), text.data() + text.size());
    characters += character.code;
    text.remove_prefix(character.length);
  }
}

// Makes `characters`, those of `last`, the ones of `word`, which comes after it; tells
// how many at the beginning both have.
std::size_t reread(std::string_view word, std::string_view last,
                   std::u32string& characters) {
  const std::size_t most = std::min(word.size(), last.size());
  std::size_t shared = 0;
  // Only while they are one byte each is it known which byte is which character.
  while (shared < most && word[shared] == last[shared] && (word[shared] & 0x80) == 0) {
    ++shared;
  }
  characters.resize(shared);
  append_characters(word.substr(shared), characters);
  return shared;
}

// Bytes that the first `count` characters of `text` take.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < count && bytes < text.size(); ++i) {
    const auto left = text.substr(bytes);
    bytes += text::decode_char(left.data(), left.data() + left.size()).length;
  }
  return bytes;
}

}  // namespace

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  append_characters(text, characters);
  return characters;
}

Vocabulary::Vocabulary(StringTable words, std::vector<std::uint32_t> articles)
    : words_(std::move(words)), articles_(std::move(articles)) {}

Vocabulary::Vocabulary(const Xapian::Database& database) {
  const auto end = database.allterms_end();
  auto term = database.allterms_begin();
  for (term.skip_to(std::string(kFirstWord)); term != end; ++term) {
    const std::string word = *term;
    if (has_digit(word)) continue;
    words_.add(word);
    articles_.push_back(term.get_termfreq());
  }
}

// The first word after `first` that does not begin with `prefix`, as `first` does.
std::size_t Vocabulary::end_of_prefix(std::size_t first,
                                      std::string_view prefix) const {
  std::size_t step = 1;
  std::size_t inside = first;
  while (inside + step < size() && words_[inside + step].starts_with(prefix)) {
    inside += step;
    step *= 2;
  }
  std::size_t outside = std::min(inside + step, size());
  while (outside - inside > 1) {
    const std::size_t middle = inside + (outside - inside) / 2;
    (words_[middle].starts_with(prefix) ? inside : outside) = middle;
  }
  return outside;
}

std::vector<Vocabulary::Near> Vocabulary::near(std::string_view word,
                                               std::size_t most) const {
  const std::u32string target = characters_of(word);
  std::vector<Near> found;
  if (target.empty() || target.size() > kLongest) return found;
  EditRows rows(target, most);
  std::u32string one;        // The word looked at; its beginning is often the last's.
  std::string_view last;     // Its bytes before.
  std::size_t computed = 0;  // Rows, of the beginning of `one`.
  for (std::size_t i = 0; i < size();) {
    const std::size_t shared = reread(words_[i], last, one);
    last = words_[i];
    std::size_t depth = std::min(shared, computed);
    bool may_be_near = true;
    while (depth < one.size() && may_be_near) may_be_near = rows.extend(one, depth++);
    if (may_be_near) {
      const std::size_t edits = rows.distance(depth);
      if (edits <= most) found.push_back({words_[i], articles_[i], edits});
      computed = depth;
      ++i;
    } else {
      computed = depth - 1;  // The last row may not have been written.
      i = end_of_prefix(i, last.substr(0, bytes_of(last, depth)));
    }
  }
  return found;
}

}  // namespace dateline
