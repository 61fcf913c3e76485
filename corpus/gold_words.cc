#include "corpus/gold_words.h"

#include <algorithm>
#include <iterator>

namespace dateline::corpus {
namespace {

using std::string_view;

constexpr char32_t kWrong = 0xFFFFFFFF;

/// The code point at the front of `text`, which must not be empty; removes it. kWrong
/// for a byte that starts none.
char32_t take_code_point(string_view& text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(0);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  char32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
  bool wrong = length == 0 || length > text.size();
  for (std::size_t i = 1; !wrong && i < length; ++i) {
    wrong = (byte(i) & 0xC0) != 0x80;
    code = code << 6 | (byte(i) & 0x3F);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  wrong = wrong || code < kLeast[length] || code > 0x10FFFF ||
          (code >= 0xD800 && code < 0xE000);
  text.remove_prefix(wrong ? 1 : length);
  return wrong ? kWrong : code;
}

struct Letters {
  char32_t first, last;
  const char* ascii;
};

// Latin letters with marks; combining marks and apostrophes become nothing.
constexpr Letters kLatin[] = {
    {0xC0, 0xC5, "a"},     {0xC6, 0xC6, "ae"},    {0xC7, 0xC7, "c"},
    {0xC8, 0xCB, "e"},     {0xCC, 0xCF, "i"},     {0xD0, 0xD0, "d"},
    {0xD1, 0xD1, "n"},     {0xD2, 0xD6, "o"},     {0xD8, 0xD8, "o"},
    {0xD9, 0xDC, "u"},     {0xDD, 0xDD, "y"},     {0xDE, 0xDE, "th"},
    {0xDF, 0xDF, "ss"},    {0xE0, 0xE5, "a"},     {0xE6, 0xE6, "ae"},
    {0xE7, 0xE7, "c"},     {0xE8, 0xEB, "e"},     {0xEC, 0xEF, "i"},
    {0xF0, 0xF0, "d"},     {0xF1, 0xF1, "n"},     {0xF2, 0xF6, "o"},
    {0xF8, 0xF8, "o"},     {0xF9, 0xFC, "u"},     {0xFD, 0xFD, "y"},
    {0xFE, 0xFE, "th"},    {0xFF, 0xFF, "y"},     {0x100, 0x105, "a"},
    {0x106, 0x10D, "c"},   {0x10E, 0x111, "d"},   {0x112, 0x11B, "e"},
    {0x11C, 0x123, "g"},   {0x124, 0x127, "h"},   {0x128, 0x131, "i"},
    {0x132, 0x133, "ij"},  {0x134, 0x135, "j"},   {0x136, 0x138, "k"},
    {0x139, 0x142, "l"},   {0x143, 0x14B, "n"},   {0x14C, 0x151, "o"},
    {0x152, 0x153, "oe"},  {0x154, 0x159, "r"},   {0x15A, 0x161, "s"},
    {0x162, 0x167, "t"},   {0x168, 0x173, "u"},   {0x174, 0x175, "w"},
    {0x176, 0x178, "y"},   {0x179, 0x17E, "z"},   {0x17F, 0x17F, "s"},
    {0x1A0, 0x1A1, "o"},   {0x1AF, 0x1B0, "u"},   {0x1CD, 0x1CE, "a"},
    {0x1CF, 0x1D0, "i"},   {0x1D1, 0x1D2, "o"},   {0x1D3, 0x1DC, "u"},
    {0x1E6, 0x1E7, "g"},   {0x218, 0x219, "s"},   {0x21A, 0x21B, "t"},
    {0x259, 0x259, "e"},   {0x2B0, 0x36F, ""},    {0x1EA0, 0x1EB7, "a"},
    {0x1EB8, 0x1EC7, "e"}, {0x1EC8, 0x1ECB, "i"}, {0x1ECC, 0x1EE3, "o"},
    {0x1EE4, 0x1EF1, "u"}, {0x1EF2, 0x1EF9, "y"}, {0x2018, 0x2019, ""}};

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of the characters beyond ASCII, those from C2 80 on and E2 80 on are punctuation.
bool is_letter_byte(char lead) {
  if (is_ascii_letter_or_digit(lead)) return true;
  return static_cast<unsigned char>(lead) >= 0xC3 && lead != '\xE2';
}

bool letter_before(string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at > 0 && is_letter_byte(text[at - 1]);
}

/// What a character adds to a folded word; nullptr where it ends the word.
const char* folded_letters(char32_t code) {
  if (code == '\'' || code == '.') return "";
  const auto range = std::partition_point(
      std::begin(kLatin), std::end(kLatin),
      [code](const Letters& letters) { return letters.last < code; });
  return range != std::end(kLatin) && range->first <= code ? range->ascii : nullptr;
}

bool is_other_script(char32_t code) {
  return code != kWrong && code > 0x24F && (code < 0x2000 || code > 0x206F);
}

}  // namespace

std::vector<std::string> folded_words(string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  while (!text.empty()) {
    const string_view before = text;
    const char32_t code = take_code_point(text);
    if (code < 0x80 && is_ascii_letter_or_digit(before.front())) {
      const bool upper = code >= 'A' && code <= 'Z';
      word += static_cast<char>(code + (upper ? U'a' - U'A' : 0));
    } else if (const char* letters = folded_letters(code)) {
      word += letters;
    } else if (is_other_script(code)) {
      word += before.substr(0, before.size() - text.size());
    } else {
      finish();
    }
  }
  finish();
  return words;
}

std::string folded(string_view text) {
  std::string all;
  for (const std::string& word : folded_words(text)) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

std::size_t find_words(string_view text, string_view phrase, std::size_t from) {
  for (auto at = text.find(phrase, from); at != string_view::npos;
       at = text.find(phrase, at + 1)) {
    const auto end = at + phrase.size();
    const bool goes_on = end < text.size() && is_letter_byte(text[end]);
    if (!goes_on && !letter_before(text, at)) return at;
  }
  return string_view::npos;
}

std::vector<std::string> split_list(string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto comma = std::min(text.find(',', begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  return parts;
}

string_view trimmed(string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_clean_text(string_view text) {
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    if (code == kWrong || code == 0xFEFF) return false;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;
  }
  return true;
}

}  // namespace dateline::corpus
