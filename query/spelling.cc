#include "query/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <tuple>

#include "index/schema.h"

namespace dateline {
namespace {

// Bits, in eighths: how much rarer a writer makes the slip. By the kinds of slips that
// M. Kernighan, Church and Gale count, rounded; spelling_bench says what they do.
constexpr std::int64_t kEdit = 80;
constexpr std::int64_t kSwap = 64;
constexpr std::int64_t kDoubling = 48;     // A letter doubled, or one of two left out.
constexpr std::int64_t kVowel = 56;        // One vowel for another.
constexpr std::int64_t kLikeSound = 64;    // c for k, s for z.
constexpr std::int64_t kSilent = 64;       // A vowel or an h too much or too little.
constexpr std::int64_t kFirstLetter = 32;  // On top: readers see a beginning best.

// A word is doubted that at most this many articles have, where another, one edit away,
// is in this many times as many.
constexpr std::size_t kDoubtedArticles = 10;
constexpr std::size_t kDoubtedTimes = 50;
constexpr std::size_t kDoubtedLetters = 6;

// What costs more was hardly meant: two edits of a word in fewer than 32 articles.
constexpr std::int64_t kMostCost = 120;

// Letters that a word needs for so many edits.
constexpr std::size_t kLettersForOne = 3;
constexpr std::size_t kLettersForTwo = 5;
constexpr std::size_t kLettersForThree = 8;

// Candidates whose slips are weighed.
constexpr std::size_t kMostWeighed = 2000;

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouy").find(c) != std::u32string_view::npos;
}

bool sound_alike(char32_t a, char32_t b) {
  static constexpr std::array<std::u32string_view, 12> kPairs = {
      U"ck", U"kq", U"cs", U"sz", U"fv", U"vw",
      U"gj", U"mn", U"dt", U"bp", U"xk", U"cz"};
  return std::any_of(kPairs.begin(), kPairs.end(), [&](std::u32string_view pair) {
    return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
  });
}

std::int64_t change_cost(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return kVowel;
  return sound_alike(a, b) ? kLikeSound : kEdit;
}

// Of the character at `i` of `word`, which the other word lacks.
std::int64_t lacking_cost(std::u32string_view word, std::size_t i) {
  const char32_t c = word[i];
  if (i > 0 && word[i - 1] == c) return kDoubling;
  return is_vowel(c) || c == U'h' ? kSilent : kEdit;
}

void keep_likeliest(std::vector<Spelling>& spellings, std::size_t most) {
  std::sort(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
    return std::forward_as_tuple(a.cost(), b.articles, a.word) <
           std::forward_as_tuple(b.cost(), a.articles, b.word);
  });
  if (spellings.size() > most) spellings.resize(most);
}

// All words that one edit makes of `word`, in ASCII letters.
std::vector<std::string> one_edit_away(std::string_view word) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::string before(word.substr(0, i));
    const std::string after(word.substr(i));
    if (!after.empty()) words.push_back(before + after.substr(1));
    if (after.size() > 1) {
      words.push_back(before + after[1] + after[0] + after.substr(2));
    }
    for (char c = 'a'; c <= 'z'; ++c) {
      words.push_back(before + c + after);
      if (!after.empty()) words.push_back(before + c + after.substr(1));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::erase(words, word);
  return words;
}

// Words that differ at their end are more often forms of one word than slips, unless
// they have the same letters.
bool may_be_inflected(std::string_view a, std::string_view b) {
  const std::string_view end = a.substr(a.size() - 2);
  return !b.ends_with(end) &&
         !std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

bool is_lower_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::int64_t eighths_of_log2(std::size_t count) {
  const auto whole = static_cast<std::size_t>(std::bit_width(count)) - 1;
  // The three binary digits behind the first one: a straight line between the powers.
  const std::size_t part =
      (whole >= 3 ? count >> (whole - 3) : count << (3 - whole)) & 7;
  return static_cast<std::int64_t>(8 * whole + part);
}

std::int64_t Spelling::cost() const {
  return slips - eighths_of_log2(std::max<std::size_t>(articles, 1));
}

std::int64_t slips_between(std::u32string_view meant, std::u32string_view typed) {
  std::array<std::vector<std::int64_t>, 3> rows;
  for (auto& row : rows) row.resize(typed.size() + 1);
  for (std::size_t i = 0; i <= meant.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    for (std::size_t j = 0; j <= typed.size(); ++j) {
      if (i == 0 && j == 0) {
        row[0] = 0;
        continue;
      }
      const std::int64_t first = i <= 1 && j <= 1 ? kFirstLetter : 0;
      std::int64_t cell = INT64_MAX;
      if (i > 0) cell = above[j] + lacking_cost(meant, i - 1) + first;
      if (j > 0) cell = std::min(cell, row[j - 1] + lacking_cost(typed, j - 1) + first);
      if (i > 0 && j > 0) {
        const std::int64_t change = change_cost(meant[i - 1], typed[j - 1]);
        cell = std::min(cell, above[j - 1] + change + (change > 0 ? first : 0));
      }
      if (i > 1 && j > 1 && meant[i - 1] == typed[j - 2] &&
          meant[i - 2] == typed[j - 1]) {
        cell = std::min(cell, before[j - 2] + kSwap);
      }
      row[j] = cell;
    }
  }
  return rows[meant.size() % 3][typed.size()];
}

std::vector<Spelling> likely_spellings(const Vocabulary& vocabulary,
                                       std::string_view typed, std::size_t most) {
  const std::u32string letters = characters_of(typed);
  std::vector<Spelling> spellings;
  if (letters.size() < kLettersForOne) return spellings;
  auto near = vocabulary.near(typed, letters.size() < kLettersForTwo ? 1 : 2);
  if (near.empty() && letters.size() >= kLettersForThree) {
    near = vocabulary.near(typed, 3);
  }
  if (near.size() > kMostWeighed) {
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
      return a.edits != b.edits ? a.edits < b.edits : a.articles > b.articles;
    });
    near.resize(kMostWeighed);
  }
  for (const Vocabulary::Near& one : near) {
    if (one.word == typed) continue;
    spellings.push_back({std::string(one.word), one.articles,
                         slips_between(characters_of(one.word), letters)});
  }
  std::erase_if(spellings, [](const Spelling& one) { return one.cost() > kMostCost; });
  keep_likeliest(spellings, most);
  return spellings;
}

std::optional<Spelling> likelier_spelling(const Xapian::Database& database,
                                          std::string_view typed,
                                          std::size_t articles) {
  if (articles > kDoubtedArticles || typed.size() < kDoubtedLetters ||
      !is_lower_ascii(typed)) {
    return std::nullopt;
  }
  const std::u32string letters = characters_of(typed);
  std::vector<Spelling> spellings;
  for (const std::string& word : one_edit_away(typed)) {
    if (word.front() != typed.front()) continue;
    const std::size_t found = database.get_termfreq(schema::word_term(word));
    if (found < kDoubtedTimes * articles) continue;
    const std::int64_t slips = slips_between(characters_of(word), letters);
    if (may_be_inflected(word, typed) && slips != kDoubling) continue;
    spellings.push_back({word, found, slips});
  }
  keep_likeliest(spellings, 1);
  if (spellings.empty()) return std::nullopt;
  return spellings.front();
}

}  // namespace dateline
