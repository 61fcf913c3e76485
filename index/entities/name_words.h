// What single words do in names: lists of facts, all folded.

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::entities {

/// Roles of a word in a name; a set of them is an `or`.
enum WordRole : std::uint32_t {
  kHonorific = 1u << 0,    ///< Before a person: "president".
  kParticle = 1u << 1,     ///< Inside a person's name, often left out: "van", "al".
  kGeneration = 1u << 2,   ///< Behind a person: "jr", "iii".
  kAfterName = 1u << 3,    ///< Behind a person, tells nothing: "phd".
  kLegalForm = 1u << 4,    ///< Behind a company: "inc".
  kOrgTail = 1u << 5,      ///< Behind a company, often left out: "group", "motors".
  kThingTail = 1u << 6,    ///< Behind a thing, often left out: "treaty".
  kStopWord = 1u << 7,     ///< Tells nothing in a title: "of", "the".
  kPublicBody = 1u << 8,   ///< Of a country: "ministry", "army".
  kFreeOrder = 1u << 9,    ///< "Treaty of X" is "X Treaty".
  kTooCommon = 1u << 10,   ///< Alone no name of a company: "american", "first".
  kAddress = 1u << 14,     ///< Before a surname, no part of any name: "mr".
  kMinistry = 1u << 15,    ///< "Ministry of X" is "X Ministry", however long.
  kThingHead = 1u << 16,   ///< Before a thing, often left out: "hms", "hurricane".
  kUniversity = 1u << 12,  ///< "university", "college".
  kTwoUniversities = 1u << 13,  ///< X University is not the University of X: "miami".
  kSyllableName = 1u << 11      ///< A surname of East Asia, which stands first: "kim".
};

/// The roles of a folded word; 0 for most.
std::uint32_t roles_of(std::string_view word);

/// What a word of a title is usually written as: "centre" -> "center", "intl" ->
/// "international"; the word itself for most.
std::string_view usual_form(std::string_view word);

/// The number that a word is: "45th", "xlv" and "45" -> 45; "second" -> 2. -1: none.
int number_of(std::string_view word);

/// Whether a person is known to all by this one name: "pele".
bool is_mononym(std::string_view folded_name);

}  // namespace dateline::entities
