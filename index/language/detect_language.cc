#include "index/language/detect_language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "index/text/eight_bytes.h"

namespace dateline {
namespace {

constexpr std::size_t kSampleBytes = 2048;
constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kFewestBytes = 200;
constexpr int kLeastPercent = 80;

std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) {
    --bytes;
  }
  return text.substr(0, bytes);
}

// The letters of a word of up to eight, in lower case, the first one lowest.
constexpr std::uint64_t as_number(std::string_view word) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    number |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return number;
}

// Common in English, and in no other language of the Latin alphabet. Scots has some.
constexpr std::string_view kEnglishWords[] = {"and",  "for",  "the",   "been",
                                              "from", "have", "that",  "this",
                                              "were", "with", "which", "would"};

// Each has a cell of its own, looked at without a branch; the factor was chosen so.
class EnglishWords {
 public:
  constexpr EnglishWords() {
    for (const std::string_view word : kEnglishWords)
      words_[cell_of(as_number(word))] = as_number(word);
  }

  // `word`: not 0.
  constexpr bool has(std::uint64_t word) const { return words_[cell_of(word)] == word; }

 private:
  static constexpr std::size_t kCells = 64;
  static constexpr std::size_t cell_of(std::uint64_t word) {
    return word * 0xD6E8FEB86659FD93 >> 58;
  }

  std::array<std::uint64_t, kCells> words_{};
};

constexpr EnglishWords kEnglish;
static_assert(std::all_of(std::begin(kEnglishWords), std::end(kEnglishWords),
                          [](std::string_view word) {
                            return kEnglish.has(as_number(word));
                          }));

// What the words of a text tell before CLD2 is asked.
struct WordCounts {
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t bytes = 0;  // Of all words.
  bool is_ascii = true;
};

// Words are letters of ASCII, and all bytes beyond it.
WordCounts count_words(std::string_view sample) {
  WordCounts counts;
  std::uint64_t seen = 0;
  const char* at = sample.data();
  const char* const end = at + sample.size();
  while (at < end) {
    const std::uint64_t gap = text::load_eight(at, end);
    const unsigned skipped =
        text::unflagged_length(text::flag_letters(gap) | text::flag_high(gap));
    at += std::min<std::ptrdiff_t>(skipped, end - at);
    if (skipped == 8) continue;
    const char* const begin = at;
    std::uint64_t bytes = 0;
    unsigned length = 0;
    do {
      bytes = text::load_eight(at, end);
      seen |= bytes;
      length = text::flagged_length(text::flag_letters(bytes) | text::flag_high(bytes));
      at += length;
    } while (length == 8);
    // The end of a word of eight letters or more is none of the words, or is empty.
    const std::uint64_t lower = bytes | 0x20 * text::kEachByte;
    const bool is_whole = at - begin == static_cast<std::ptrdiff_t>(length);
    counts.english += is_whole & kEnglish.has(text::keep_first(lower, length));
    counts.bytes += static_cast<std::size_t>(at - begin);
    ++counts.words;
  }
  counts.is_ascii = text::flag_high(seen) == 0;
  return counts;
}

// Whether one word in twelve is English as only English is. Of news it is one in seven;
// to find so is a hundred times as fast as CLD2.
bool is_plain_english(const WordCounts& counts) {
  constexpr std::size_t kFewestWords = 40;
  constexpr std::size_t kOneIn = 12;
  return counts.words >= kFewestWords && counts.english * kOneIn >= counts.words;
}

// Whether CLD2 would count fewer than kFewestBytes: of ASCII it counts the letters, and
// a blank before each word and behind the last. Many briefs are all figures.
bool has_too_few_letters(const WordCounts& title, const WordCounts& body) {
  return title.is_ascii && body.is_ascii &&
         title.bytes + title.words + body.bytes + body.words + 1 < kFewestBytes;
}

// CLD2 has two languages by the names they had in 1988.
std::string modern_tag(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  return std::string(code);
}

}  // namespace

std::string detect_language(std::string_view title, std::string_view body) {
  title = cut(title, kLongestTitle);
  body = cut(body, kSampleBytes);
  const WordCounts counts = count_words(body);
  if (is_plain_english(counts)) return "en";
  if (has_too_few_letters(count_words(title), counts)) return {};
  std::string text;
  text.reserve(title.size() + 1 + body.size());
  text.append(title).append("\n").append(body);
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &no_hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &reliable, &valid_bytes);
  if (!reliable || text_bytes < static_cast<int>(kFewestBytes) ||
      percents[0] < kLeastPercent || languages[0] == CLD2::UNKNOWN_LANGUAGE) {
    return {};
  }
  return modern_tag(CLD2::LanguageCode(languages[0]));
}

}  // namespace dateline
