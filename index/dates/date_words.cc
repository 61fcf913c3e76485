#include "index/dates/date_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::dates {
namespace {

struct Entry {
  std::string_view word;  // Lower case.
  DateWord meaning;
};

constexpr DateWord month(int number, bool unsure = false) {
  return {WordKind::kMonth, number, unsure};
}
constexpr DateWord weekday(int number) { return {WordKind::kWeekday, number, false}; }
constexpr DateWord meaning(WordKind kind, int value = 0) {
  return {kind, value, false};
}

constexpr auto kUnordered = std::to_array<Entry>({
    {"january", month(1)},
    {"jan", month(1, true)},
    {"february", month(2)},
    {"feb", month(2)},
    {"march", month(3, true)},
    {"mar", month(3, true)},
    {"april", month(4, true)},
    {"apr", month(4)},
    {"may", month(5, true)},
    {"june", month(6, true)},
    {"jun", month(6, true)},
    {"july", month(7)},
    {"jul", month(7)},
    {"august", month(8, true)},
    {"aug", month(8)},
    {"september", month(9)},
    {"sep", month(9)},
    {"sept", month(9)},
    {"october", month(10)},
    {"oct", month(10)},
    {"november", month(11)},
    {"nov", month(11)},
    {"december", month(12)},
    {"dec", month(12)},
    {"monday", weekday(1)},
    {"mon", weekday(1)},
    {"tuesday", weekday(2)},
    {"tue", weekday(2)},
    {"tues", weekday(2)},
    {"wednesday", weekday(3)},
    {"wed", weekday(3)},
    {"thursday", weekday(4)},
    {"thu", weekday(4)},
    {"thur", weekday(4)},
    {"thurs", weekday(4)},
    {"friday", weekday(5)},
    {"fri", weekday(5)},
    {"saturday", weekday(6)},
    {"sat", weekday(6)},
    {"sunday", weekday(7)},
    {"sun", weekday(7)},
    {"today", meaning(WordKind::kRelative, 0)},
    {"tonight", meaning(WordKind::kRelative, 0)},
    {"yesterday", meaning(WordKind::kRelative, -1)},
    {"tomorrow", meaning(WordKind::kRelative, 1)},
    {"last", meaning(WordKind::kPointer, -1)},
    {"past", meaning(WordKind::kPointer, -1)},
    {"this", meaning(WordKind::kPointer, 0)},
    {"next", meaning(WordKind::kPointer, 1)},
    {"coming", meaning(WordKind::kPointer, 1)},
    {"week", meaning(WordKind::kUnit, kWeek)},
    {"month", meaning(WordKind::kUnit, kMonth)},
    {"year", meaning(WordKind::kUnit, kYear)},
    {"spring", meaning(WordKind::kSeason, 0)},
    {"summer", meaning(WordKind::kSeason, 1)},
    {"autumn", meaning(WordKind::kSeason, 2)},
    {"fall", meaning(WordKind::kSeason, 2)},
    {"winter", meaning(WordKind::kSeason, 3)},
    {"in", meaning(WordKind::kBeforeYear)},
    {"since", meaning(WordKind::kBeforeYear)},
    {"until", meaning(WordKind::kBeforeYear)},
    {"till", meaning(WordKind::kBeforeYear)},
    {"during", meaning(WordKind::kBeforeYear)},
    {"early", meaning(WordKind::kBeforeYear)},
    {"late", meaning(WordKind::kBeforeYear)},
    {"mid", meaning(WordKind::kBeforeYear)},
    {"fiscal", meaning(WordKind::kBeforeYear)},
    {"calendar", meaning(WordKind::kBeforeYear)},
    {"through", meaning(WordKind::kBeforeYear)},
    {"throughout", meaning(WordKind::kBeforeYear)},
    {"before", meaning(WordKind::kCountOf)},
    {"after", meaning(WordKind::kCountOf)},
    {"circa", meaning(WordKind::kBeforeYear)},
    {"of", meaning(WordKind::kCountOf)},
    {"by", meaning(WordKind::kCountOf)},
    {"from", meaning(WordKind::kCountOf)},
    {"to", meaning(WordKind::kCountOf)},
    {"and", meaning(WordKind::kCountOf)},
    {"for", meaning(WordKind::kCountOf)},
    {"the", meaning(WordKind::kCountOf)},
    {"a", meaning(WordKind::kCountOf)},
    {"people", meaning(WordKind::kCounted)},
    {"troops", meaning(WordKind::kCounted)},
    {"dollars", meaning(WordKind::kCounted)},
    {"dlrs", meaning(WordKind::kCounted)},
    {"men", meaning(WordKind::kCounted)},
    {"women", meaning(WordKind::kCounted)},
    {"children", meaning(WordKind::kCounted)},
    {"tonnes", meaning(WordKind::kCounted)},
    {"tons", meaning(WordKind::kCounted)},
    {"miles", meaning(WordKind::kCounted)},
    {"meters", meaning(WordKind::kCounted)},
    {"metres", meaning(WordKind::kCounted)},
    {"feet", meaning(WordKind::kCounted)},
    {"km", meaning(WordKind::kCounted)},
    {"kg", meaning(WordKind::kCounted)},
    {"kilometers", meaning(WordKind::kCounted)},
    {"kilometres", meaning(WordKind::kCounted)},
    {"pounds", meaning(WordKind::kCounted)},
    {"euros", meaning(WordKind::kCounted)},
    {"gmt", meaning(WordKind::kCounted)},
    {"est", meaning(WordKind::kCounted)},
    {"hours", meaning(WordKind::kCounted)},
    {"percent", meaning(WordKind::kCounted)},
    {"points", meaning(WordKind::kCounted)},
    {"million", meaning(WordKind::kCounted)},
    {"mln", meaning(WordKind::kCounted)},
    {"billion", meaning(WordKind::kCounted)},
    {"barrels", meaning(WordKind::kCounted)},
    {"bpd", meaning(WordKind::kCounted)},
    {"jobs", meaning(WordKind::kCounted)},
    {"shares", meaning(WordKind::kCounted)},
    {"workers", meaning(WordKind::kCounted)},
    {"soldiers", meaning(WordKind::kCounted)},
});

constexpr std::size_t kLongestWord = 10;

constexpr auto kEntries = [] {
  auto entries = kUnordered;
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return entries;
}();

// The lengths of the words with each first letter: nearly all words end there.
constexpr auto kLengths = [] {
  std::array<std::uint16_t, 26> lengths{};
  for (const Entry& entry : kEntries)
    lengths[static_cast<std::size_t>(entry.word[0] - 'a')] |=
        static_cast<std::uint16_t>(1u << entry.word.size());
  return lengths;
}();

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

DateWord date_word(std::string_view word) {
  if (word.size() > kLongestWord || word.empty()) return {};
  const int letter = (word[0] | 0x20) - 'a';
  if (letter < 0 || letter >= 26 ||
      (kLengths[static_cast<std::size_t>(letter)] >> word.size() & 1) == 0)
    return {};
  std::array<char, kLongestWord> lower{};
  for (std::size_t i = 0; i < word.size(); ++i)
    lower[i] = is_upper(word[i]) ? static_cast<char>(word[i] | 0x20) : word[i];
  const std::string_view key(lower.data(), word.size());
  const auto found = std::lower_bound(
      kEntries.begin(), kEntries.end(), key,
      [](const Entry& entry, std::string_view wanted) { return entry.word < wanted; });
  if (found == kEntries.end() || found->word != key) return {};
  const auto kind = found->meaning.kind;
  const bool named = kind == WordKind::kMonth || kind == WordKind::kWeekday;
  return named && !is_upper(word[0]) ? DateWord{} : found->meaning;
}

}  // namespace dateline::dates
