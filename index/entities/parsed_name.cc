#include "index/entities/parsed_name.h"

#include <xxhash.h>

#include <algorithm>

#include "index/entities/alias_table.h"
#include "index/entities/name_words.h"

namespace dateline::entities {
namespace {

bool has_role(const std::string& word, std::uint32_t roles) {
  return (roles_of(word) & roles) != 0;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// How many bytes at `at` are a quotation mark of either direction; 0: there is none.
std::size_t quote_at(std::string_view text, std::size_t at) {
  if (text[at] == '"') return 1;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("\xE2\x80\x9C") || rest.starts_with("\xE2\x80\x9D") ? 3 : 0;
}

bool has_quotes(std::string_view text) {
  constexpr char kFirstByte = '\xE2';  // Of both that are not ASCII.
  return text.find('"') != text.npos || text.find(kFirstByte) != text.npos;
}

// `joaquin "el chapo" guzman` -> `joaquin guzman`.
std::string without_nickname(std::string_view text) {
  std::string kept;
  std::string quoted;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quote = quote_at(text, at);
    if (quote > 0) {
      inside = !inside;
      kept.push_back(' ');
      at += quote;
    } else {
      (inside ? quoted : kept).push_back(text[at++]);
    }
  }
  const bool has_both = kept.find_first_not_of(' ') != kept.npos && !inside;
  return has_both ? kept : kept + quoted;
}

std::int8_t generation_of(std::string_view word) {
  if (word == "sr" || word == "snr" || word == "senior") return -1;
  if (word == "jr" || word == "jnr" || word == "junior") return 1;
  return static_cast<std::int8_t>(number_of(word));
}

template <class Drop>
void drop_front(std::vector<std::string>& parts, std::size_t keep, Drop drop) {
  const auto last = parts.size() > keep ? parts.end() - static_cast<long>(keep)  //
                                        : parts.begin();
  parts.erase(parts.begin(), std::find_if_not(parts.begin(), last, drop));
}

}  // namespace

// Cuts at everything that is no letter or digit, but for apostrophes, which are left
// out, and in titles the points of "u.s." and the sign of "at&t".
void NameParser::cut(NameKind kind, std::string_view folded) {
  parts_.clear();
  std::string part;
  std::size_t letters = 0;  // Since the last point.
  const auto is_letter = [&](std::size_t i) {
    return i < folded.size() && is_letter_or_digit(folded[i]);
  };
  const auto joins = [&](std::size_t i) {
    if (kind == NameKind::kPerson || part.empty() || !is_letter(i + 1)) return false;
    return folded[i] == '&' || (folded[i] == '.' && letters == 1 && !is_letter(i + 2));
  };
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (is_letter(i)) {
      part.push_back(folded[i]);
      ++letters;
    } else if (joins(i)) {
      letters = 0;
    } else if (folded[i] != '\'') {
      if (!part.empty()) parts_.push_back(part);
      part.clear();
      letters = 0;
    }
  }
  if (!part.empty()) parts_.push_back(part);
}

std::uint64_t NameParser::letters() const {
  std::string all;
  for (const std::string& part : parts_) all += part;
  return XXH3_64bits(all.data(), all.size());
}

void NameParser::tidy_person(ParsedName& name) {
  drop_front(parts_, 2, [](const auto& part) { return has_role(part, kHonorific); });
  drop_front(parts_, 1, [](const auto& part) { return has_role(part, kAddress); });
  while (parts_.size() > 2 && has_role(parts_.back(), kAfterName)) parts_.pop_back();
  if (parts_.size() > 2 && has_role(parts_.back(), kGeneration)) {
    name.generation = generation_of(parts_.back());
    parts_.pop_back();
  }
  name.letters = letters();
  const bool is_ascii = std::all_of(parts_.begin(), parts_.end(), [](const auto& part) {
    return std::all_of(part.begin(), part.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0x80U) == 0;
    });
  });

  // Al Gore is no particle's bearer, de Gaulle is.
  const bool keeps_first = !parts_.empty() && parts_.front() == "al";
  const auto first = parts_.begin() + (keeps_first ? 1 : 0);
  const bool has_others = std::any_of(
      first, parts_.end(), [](const auto& part) { return !has_role(part, kParticle); });
  if (has_others) {
    // No particle stands last: Clementine Ash.
    parts_.erase(std::remove_if(first, parts_.end() - 1,
                                [](const auto& part) {
                                  return part.size() > 1 && has_role(part, kParticle);
                                }),
                 parts_.end() - 1);
  }
  const auto initials = static_cast<std::size_t>(std::count_if(
      parts_.begin(), parts_.end(), [](const auto& part) { return part.size() == 1; }));
  // In scripts that do not part words by spaces one word may be a full name.
  name.is_weak = is_ascii && initials + 1 >= parts_.size();
}

void NameParser::drop_legal_forms(ParsedName& name) {
  constexpr std::string_view kBefore[] = {"fc",  "afc", "oao", "ooo",
                                          "zao", "pao", "pt",  "nk"};
  if (parts_.size() > 1 && std::find(std::begin(kBefore), std::end(kBefore),
                                     parts_[0]) != std::end(kBefore)) {
    parts_.erase(parts_.begin());
  }
  // "Gas Corp" and "Gas Co" are what remains of two names.
  const auto says_nothing = [](const auto& part) {
    return has_role(part, kLegalForm | kOrgTail | kTooCommon) ||
           AliasTable::instance().country_of(part) != 0;
  };
  while (parts_.size() > 1 && has_role(parts_.back(), kLegalForm)) {
    if (std::all_of(parts_.begin(), parts_.end() - 1, says_nothing)) return;
    name.legal_form = table_.intern(parts_.back()) + 1;
    parts_.pop_back();
  }
}

// "Russian Army" is the "Army of Russia".
void NameParser::name_countries() {
  if (std::none_of(parts_.begin(), parts_.end(),
                   [](const auto& part) { return has_role(part, kPublicBody); })) {
    return;
  }
  const AliasTable& aliases = AliasTable::instance();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const bool has_next = i + 1 < parts_.size();
    const std::uint32_t two_words =
        has_next ? aliases.country_of(parts_[i] + " " + parts_[i + 1]) : 0;
    const std::uint32_t country =
        two_words != 0 ? two_words : aliases.country_of(parts_[i]);
    if (country == 0) continue;
    parts_[i] = aliases.canonical(country);
    if (two_words != 0) parts_.erase(parts_.begin() + static_cast<long>(i) + 1);
  }
}

void NameParser::tidy_title(ParsedName& name) {
  for (std::string& part : parts_) part = usual_form(part);
  if (parts_.size() > 1 && parts_[0] == "the") parts_.erase(parts_.begin());
  if (parts_.size() > 2 && parts_[0] == "super" && parts_[1] == "typhoon") {
    parts_.erase(parts_.begin());
  }
  if (name.kind == NameKind::kOrg) drop_legal_forms(name);
  name.all_initials = initials();
  const auto first = parts_.begin() + (parts_.empty() ? 0 : 1);
  parts_.erase(
      std::remove_if(first, parts_.end(),
                     [](const auto& part) { return has_role(part, kStopWord); }),
      parts_.end());
  name.initials = initials();
  name.letters = letters();
  if (name.kind != NameKind::kOrg || parts_.size() < 2) return;
  const auto is_ministry = [](const auto& part) { return has_role(part, kMinistry); };
  if (std::any_of(parts_.begin(), parts_.end(), is_ministry)) {
    std::erase(parts_, "affairs");
  }
  name_countries();
}

// Of one word all letters; 0: too few or too many.
std::uint64_t NameParser::initials() const {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 7;
  std::string letters;
  if (parts_.size() == 1) {
    letters = parts_[0];
  } else {
    for (const std::string& part : parts_) letters.push_back(part.front());
  }
  if (letters.size() < kFewest || letters.size() > kMost) return 0;
  return XXH3_64bits(letters.data(), letters.size());
}

// Names come in order: many begin with the words of the last.
std::uint32_t NameParser::number_of_part(std::size_t i) {
  const std::size_t last = last_first_ + i;
  const bool is_again = last < pool_.size() && table_[pool_[last]].text == parts_[i];
  return is_again ? pool_[last] : table_.intern(parts_[i]);
}

void NameParser::keep_words(ParsedName& name) {
  name.first_word = static_cast<std::uint32_t>(pool_.size());
  name.word_count = static_cast<std::uint8_t>(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::uint32_t number = number_of_part(i);
    pool_.push_back(number);
    const Word& word = table_[number];
    name.has_number = name.has_number || word.number >= 0;
    name.text_size += static_cast<std::uint32_t>(word.text.size());
    name.key_size += static_cast<std::uint32_t>(word.key.size());
  }
  last_first_ = name.first_word;
}

ParsedName NameParser::parse(NameKind kind, std::string_view folded) {
  ParsedName name;
  name.kind = kind;
  name.alias = AliasTable::instance().find(kind, folded);
  if (kind != NameKind::kPerson) {
    cut(kind, folded);
    tidy_title(name);
  } else if (has_quotes(folded)) {
    cut(kind, without_nickname(folded));
    tidy_person(name);
  } else {
    cut(kind, folded);
    tidy_person(name);
  }
  if (parts_.size() > kMostWords) parts_.resize(kMostWords);
  keep_words(name);
  return name;
}

}  // namespace dateline::entities
