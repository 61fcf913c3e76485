// The parts of a person's name: what is given, what the family's, and whether two names
// may be one person's.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/links/words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace dateline::names {

enum class Sex : std::uint8_t { kUnknown, kFemale, kMale };

/// What a title before a name tells.
struct TitleBefore {
  Sex sex = Sex::kUnknown;
  bool any = false;
  bool royal = false;     ///< "King", "Pope": a given name follows.
  std::uint32_t key = 0;  ///< Of a title that tells more than "Mr".

  friend bool operator==(const TitleBefore&, const TitleBefore&) = default;
};

/// A person's name in parts: "Andrés Manuel López Obrador", "S. Lavrov",
/// "van der Bellen", "Kim Jong-un" (two).
class PersonName {
 public:
  struct Part {
    std::uint32_t key = 0;  ///< Of the folded word, or of several with hyphens.
    char letter = 0;        ///< Folded first byte.
    bool is_initial = false;
    std::uint32_t first = 0;  ///< Tokens [first, last) of the name.
    std::uint32_t last = 0;
  };
  static constexpr std::size_t kMostParts = 8;  ///< Those after are left out.

  PersonName() = default;
  PersonName(const Words& words, const Lexicon& lexicon);

  std::span<const Part> parts() const { return std::span(parts_).first(size_); }
  std::size_t size() const { return size_; }
  bool is_lone() const { return size_ == 1; }
  const Part& first() const { return parts_[0]; }
  const Part& family() const { return parts_[size_ - 1]; }
  std::uint32_t suffix() const { return suffix_; }  ///< Key of "Jr", "III"; 0: none.
  bool has_initials() const;

  /// Whether the family's name comes first, as in Chinese, Korean and Hungarian.
  bool family_first() const { return family_first_; }

 private:
  void add_part(const Words& words, std::size_t first, std::size_t last, bool initial);
  void add_initials(const Words& words, std::size_t token);

  std::array<Part, kMostParts> parts_{};
  std::uint8_t size_ = 0;
  bool family_first_ = false;
  std::uint32_t suffix_ = 0;
};

/// The text of a part of `name`, folded.
std::string folded_part(const Words& name, const PersonName::Part& part);

/// How the shorter of two names stands in the longer.
enum class NameMatch {
  kNone,
  kSame,     ///< All parts are equal.
  kVariant,  ///< But for initials, middle names, "Jr": "George Bush".
  kFamily,   ///< The last parts: "López Obrador".
  kGiven,    ///< The first parts: "Andrés Manuel".
};

/// How `shorter`, of two parts or more, may name the bearer of `longer`. Never by
/// likeness of spelling; different initials or suffixes part them.
NameMatch match_names(const PersonName& shorter, const PersonName& longer);

/// `words` without the titles at its front ("Mr", "Prime Minister"), as long as a word
/// is left that is none.
Words without_titles(Words words, const Lexicon& lexicon);

/// What the words before tokens[at] tell about the person named there; titles that are
/// part of the name itself count when `at` is past them.
TitleBefore title_before(std::string_view text, std::span<const Token> tokens,
                         std::size_t at, const Lexicon& lexicon);

/// By well-known given names alone.
Sex sex_of_given_name(std::uint32_t key);

}  // namespace dateline::names
