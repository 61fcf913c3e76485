#include "index/names/crf/augmentation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace dateline::names::crf {
namespace {

// Of so many texts one is learned in capitals too, and one with other names.
constexpr std::size_t kInCapitals = 6;
constexpr std::size_t kRenamed = 12;

constexpr std::array<std::string_view, 16> kPlaceNames = {
    "Paris",  "Israel",  "Jordan",   "Chad",     "Austin", "Georgia",
    "Sydney", "Chelsea", "Florence", "Brooklyn", "Dakota", "Lourdes",
    "Cuba",   "Dallas",  "Houston",  "Kenya"};

// Where the given name of a person of several words ends; `begin` where there is none.
std::size_t given_name_end(std::string_view text, const LabelledName& name) {
  if (name.kind != NameKind::kPerson || name.end > text.size()) return name.begin;
  const auto blank = text.substr(0, name.end).find(' ', name.begin);
  // "J. Smith" and "Mr Smith" have no name there.
  constexpr std::size_t kShortest = 4;
  return blank == text.npos || blank - name.begin < kShortest ? name.begin : blank;
}

}  // namespace

LabelledText in_capitals(LabelledText text) {
  for (char& c : text.text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

LabelledText with_place_names(const LabelledText& text) {
  LabelledText renamed;
  renamed.lines_are_sentences = text.lines_are_sentences;
  std::size_t at = 0;
  for (LabelledName name : text.names) {
    const std::size_t end = given_name_end(text.text, name);
    const std::string_view given =
        std::string_view(text.text).substr(name.begin, end - name.begin);
    renamed.text.append(text.text, at, name.begin - at);
    const std::size_t length = name.end - name.begin;
    name.begin = renamed.text.size();
    name.end = name.begin + length;
    at = end;
    if (!given.empty()) {
      // The same name in place of the same one.
      std::size_t choice = given.size();
      for (const char c : given) choice = choice * 31 + static_cast<unsigned char>(c);
      const std::string_view other = kPlaceNames[choice % kPlaceNames.size()];
      renamed.text += other;
      name.end = name.end - given.size() + other.size();
    }
    renamed.names.push_back(name);
  }
  renamed.text.append(text.text, at);
  return renamed;
}

std::vector<LabelledText> augmented(std::span<const LabelledText> texts) {
  std::vector<LabelledText> all(texts.begin(), texts.end());
  for (std::size_t i = 0; i < texts.size(); i += kInCapitals)
    all.push_back(in_capitals(texts[i]));
  for (std::size_t i = kInCapitals / 2; i < texts.size(); i += kRenamed)
    all.push_back(with_place_names(texts[i]));
  return all;
}

}  // namespace dateline::names::crf
