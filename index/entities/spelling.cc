#include "index/entities/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace dateline::entities {
namespace {

// What a run of letters is written as. The first that fits is taken, so longer runs
// stand before their beginnings.
struct Rewrite {
  enum Where { kAnywhere, kAtStart, kAtEnd };

  std::string_view from;
  std::string_view to;
  Where where = kAnywhere;
};

// S, C, Z stand for the sounds of sh, ch, zh until the end.
constexpr Rewrite kRewrites[] = {
    // Hissing sounds: Khrushchev, Chruschtschow; Tchaikovsky.
    {"schtsch", "S"},
    {"shch", "S"},
    {"stsch", "S"},
    {"szcz", "S"},
    {"tsch", "C"},
    {"tch", "C"},
    {"sch", "S"},
    {"dzh", "j"},
    {"cz", "C"},
    {"ch", "C"},
    {"sh", "S"},
    {"sz", "S"},
    {"zh", "Z"},
    {"rz", "Z"},
    // Breathed sounds.
    {"kh", "h"},
    {"gh", "h"},
    {"ph", "f"},
    {"th", "t"},
    {"dh", "d"},
    // Letters that stand for two, or two for one.
    {"ts", "z"},
    {"tz", "z"},
    {"ck", "k"},
    {"qu", "kv"},
    {"dj", "j"},
    {"ou", "u"},
    {"oo", "u"},
    // Endings: Romanov, Romanoff, Romanow; Dmitri, Dmitry, Dmitriy.
    {"off", "ov", Rewrite::kAtEnd},
    {"ow", "ov", Rewrite::kAtEnd},
    {"ff", "v", Rewrite::kAtEnd},
    {"ay", "i", Rewrite::kAtEnd},
    {"ai", "i", Rewrite::kAtEnd},
    // Yeltsin, Eltsin.
    {"ye", "e", Rewrite::kAtStart},
    {"je", "e", Rewrite::kAtStart},
    {"ie", "e", Rewrite::kAtStart},
    // The many ways to write i.
    {"iyi", "i"},
    {"iy", "i"},
    {"ij", "i"},
    {"yi", "i"},
    {"yy", "i"},
    {"ey", "i"},
    {"ei", "i"},
    {"ie", "i"},
    {"ee", "i"},
    {"y", "i"},
    {"j", "i"},
    // Umlauts written out.
    {"ae", "e"},
    {"oe", "o"},
    {"ue", "u"},
    {"ce", "se"},
    {"ci", "si"},
    {"cy", "si"},
    {"c", "k"},
    {"q", "k"},
    {"x", "ks"},
    {"w", "v"},
};

bool fits(const Rewrite& rule, std::string_view word, std::size_t at) {
  if (!word.substr(at).starts_with(rule.from)) return false;
  if (rule.where == Rewrite::kAtStart) return at == 0;
  return rule.where != Rewrite::kAtEnd || at + rule.from.size() == word.size();
}

// The rules by the first letter of what they rewrite.
struct RuleRange {
  std::array<std::uint8_t, 32> rules{};
  std::uint8_t count = 0;
};

constexpr auto rules_by_letter() {
  std::array<RuleRange, 26> table{};
  for (std::uint8_t i = 0; i < std::size(kRewrites); ++i) {
    RuleRange& range = table[static_cast<std::size_t>(kRewrites[i].from[0] - 'a')];
    range.rules[range.count++] = i;
  }
  return table;
}

constexpr auto kRulesByLetter = rules_by_letter();

const Rewrite* rule_at(std::string_view word, std::size_t at) {
  const char letter = word[at];
  if (letter < 'a' || letter > 'z') return nullptr;
  const RuleRange& range = kRulesByLetter[static_cast<std::size_t>(letter - 'a')];
  for (std::uint8_t i = 0; i < range.count; ++i) {
    const Rewrite& rule = kRewrites[range.rules[i]];
    if (fits(rule, word, at)) return &rule;
  }
  return nullptr;
}

// Appends letters, but none twice in a row.
void append_once(std::string& out, std::string_view letters) {
  for (const char letter : letters) {
    if (out.empty() || out.back() != letter) out.push_back(letter);
  }
}

// What two words begin and end with alike is no part of their distance.
void drop_common_ends(std::string_view& a, std::string_view& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

bool has_more_than(std::size_t count, std::uint64_t letters) {
  for (; count > 0; --count) letters &= letters - 1;
  return letters != 0;
}

bool is_silent(char letter) {
  constexpr std::string_view kSilent = "aeiouh";
  return kSilent.find(letter) != kSilent.npos;
}

}  // namespace

std::string spelling_key(std::string_view word) {
  std::string sounds;
  sounds.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const Rewrite* rule = rule_at(word, at);
    append_once(sounds, rule != nullptr ? rule->to : word.substr(at, 1));
    at += rule != nullptr ? rule->from.size() : 1;
  }
  std::string key;
  for (const char sound : sounds) {
    const char letter = sound == 'C'   ? 'c'
                        : sound == 'S' ? 's'
                        : sound == 'Z' ? 'z'
                                       : sound;
    append_once(key, {&letter, 1});
  }
  return key;
}

std::string skeleton(std::string_view key) {
  std::string bones(key.substr(0, 1));
  for (const char letter : key.substr(bones.size())) {
    if (!is_silent(letter)) bones.push_back(letter);
  }
  return bones;
}

char initial_class(std::string_view key) {
  if (key.empty()) return 0;
  switch (key.front()) {
    case 'c':
    case 'g':
    case 'q':
      return 'k';
    case 'e':
    case 'y':
    case 'j':
      return 'i';
    case 's':
      return 'z';
    default:
      return key.front();
  }
}

bool need_more_edits_than(std::size_t limit, std::uint64_t letters_a,
                          std::uint64_t letters_b) {
  return has_more_than(limit, letters_a & ~letters_b) ||
         has_more_than(limit, letters_b & ~letters_a);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kLongest = 64;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  const bool are_long = b.size() > kLongest;
  drop_common_ends(a, b);
  if (b.empty()) return 0;
  if (are_long || need_more_edits_than(limit, letter_set(a), letter_set(b))) {
    return limit + 1;
  }

  // Three rows of the table of prefixes of `a` by prefixes of `b`.
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

}  // namespace dateline::entities
