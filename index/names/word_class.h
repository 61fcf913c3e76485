// What a word can tell about the names around it.

#pragma once

#include <cstdint>

namespace dateline::names {

/// A set of classes is an `or` of these.
enum WordClass : std::uint32_t {
  kFunctionWord = 1u << 0,   ///< Begins sentences, never a name: "The", "Despite".
  kNoName = 1u << 1,         ///< Capitalised but no name: "English", "Internet", "CEO".
  kCalendar = 1u << 2,       ///< Months and weekdays.
  kGivenName = 1u << 3,      ///< "Antony", "Mohammed".
  kTitle = 1u << 4,          ///< Before a person: "President", "spokesman".
  kTitlePart = 1u << 5,      ///< Of a title: "Foreign", "Deputy".
  kCompany = 1u << 6,        ///< Ends a company's name: "Inc".
  kOrgHead = 1u << 7,        ///< Ends an organisation's name: "Bank".
  kOrgOfHead = 1u << 8,      ///< Begins one with "of": "Bank of England".
  kThingHead = 1u << 9,      ///< Ends a thing's name: "Treaty".
  kThingOfHead = 1u << 10,   ///< Begins one with "of": "Treaty of Lisbon".
  kPlaceHead = 1u << 11,     ///< Ends a place's name: "River".
  kPlacePrefix = 1u << 12,   ///< Begins a place's name: "Lake".
  kSpeech = 1u << 13,        ///< What people do: "said".
  kParticle = 1u << 14,      ///< Inside a person's name: "van".
  kNameSuffix = 1u << 15,    ///< After a person's name: "Jr".
  kAbbreviation = 1u << 16,  ///< A dot after it ends no sentence: "Mr".
  kLocative = 1u << 17,      ///< Before places: "in".
  kPlaceNoun = 1u << 18,     ///< After places: "province".
  kSyllableName = 1u << 19,  ///< A surname that comes first: "Kim Jong-un".
  kHyphenEnd = 1u << 20,     ///< "U.S.-led".
  kOfficeHead = 1u << 21,    ///< After a country: "Foreign Ministry", "army".
  kPhraseStart = 1u << 22,   ///< Begins an entry of the lists of names.
  kSurnameToo = 1u << 23,    ///< A calendar or title word that is a surname: "May".
  kCommonWord = 1u << 24,    ///< No name alone, maybe in company: "National".
  kLegalForm = 1u << 25,     ///< Of a company, left out of its name: "Inc".
  kPlaceGivenName = 1u << 26,     ///< A place that people are named for: "Austin".
  kCalendarGivenName = 1u << 27,  ///< A month that people are named for: "June".
};

}  // namespace dateline::names
