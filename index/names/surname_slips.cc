#include "index/names/surname_slips.h"

#include "index/names/gazetteer/name_class.h"
#include "index/names/links/key_map.h"
#include "index/names/links/spelling.h"
#include "index/names/links/words.h"
#include "index/text/analyzer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline::names {
namespace {

constexpr std::size_t kMostSurnames = 32;  // An article's are fewer: keeps time linear.
constexpr std::uint32_t kManyTimes = 3;    // As often as a slip is the right spelling.
constexpr std::size_t kLeastLetters = 5;

constexpr auto kOtherLists =
    static_cast<std::uint16_t>(~(static_cast<unsigned>(NameClass::kGivenName) |
                                 static_cast<unsigned>(NameClass::kRareGivenName) |
                                 static_cast<unsigned>(NameClass::kSurname) |
                                 static_cast<unsigned>(NameClass::kRareSurname) |
                                 static_cast<unsigned>(NameClass::kPerson)));

struct Surname {
  std::string_view word;
  std::uint32_t mentions = 0;
};

std::string_view last_word(std::string_view text, std::span<const Token> tokens,
                           const Mention& mention) {
  const Token& token = tokens[mention.last - 1];
  return text.substr(token.begin, token.end - token.begin);
}

// The first surnames of the article, by where they stand.
std::vector<Surname> surnames_of(std::string_view text, std::span<const Token> tokens,
                                 std::span<const Mention> mentions) {
  std::vector<Surname> surnames;
  KeyMap by_word;
  for (const Mention& mention : mentions) {
    if (mention.kind != NameKind::kPerson) continue;
    const std::string_view word = last_word(text, tokens, mention);
    if (word.size() < kLeastLetters) continue;
    const std::uint64_t key = word_key(text, tokens[mention.last - 1]);
    std::uint32_t at = by_word.find(key);
    if (at == KeyMap::kNone) {
      if (surnames.size() == kMostSurnames) continue;
      at = by_word.emplace(key, static_cast<std::uint32_t>(surnames.size()));
      surnames.push_back({word});
    }
    ++surnames[at].mentions;
  }
  std::erase_if(surnames,
                [](const Surname& surname) { return surname.mentions < kManyTimes; });
  return surnames;
}

bool may_be_slip(const Mention& mention) {
  return mention.kind != NameKind::kPerson && mention.last - mention.first == 1 &&
         mention.known == nullptr && mention.country == nullptr &&
         (mention.lists & kOtherLists) == 0;
}

bool is_slip_of(std::string_view word, std::string_view surname) {
  constexpr std::size_t kMostEdits = 2;
  const std::size_t longer = std::max(word.size(), surname.size());
  const std::size_t shorter = std::min(word.size(), surname.size());
  if (word.front() != surname.front() || longer - shorter > kMostEdits) return false;
  const std::string a = text::fold(word);
  const std::string b = text::fold(surname);
  return a != b && may_be_misspelt(a, b);
}

}  // namespace

void take_slips_for_persons(std::string_view text, std::span<const Token> tokens,
                            std::vector<Mention>& mentions) {
  if (std::none_of(mentions.begin(), mentions.end(), may_be_slip)) return;
  const std::vector<Surname> surnames = surnames_of(text, tokens, mentions);
  if (surnames.empty()) return;
  for (Mention& mention : mentions) {
    if (!may_be_slip(mention)) continue;
    const std::string_view word = last_word(text, tokens, mention);
    if (word.size() < kLeastLetters) continue;
    if (std::any_of(surnames.begin(), surnames.end(), [&](const Surname& surname) {
          return is_slip_of(word, surname.word);
        }))
      mention.kind = NameKind::kPerson;
  }
}

}  // namespace dateline::names
