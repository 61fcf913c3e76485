// What lists of names a name may stand in.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::names {

/// A list of names. A set of classes is an `or` of these, 16 bits.
enum class NameClass : std::uint16_t {
  kGivenName = 1u << 0,      ///< "Sergei": a common given name.
  kRareGivenName = 1u << 1,  ///< A given name of one list only.
  kSurname = 1u << 2,        ///< "Schmidt": a common surname.
  kRareSurname = 1u << 3,    ///< A surname of one list only.
  kPerson = 1u << 4,         ///< "Kofi Annan": a whole name.
  kCountry = 1u << 5,        ///< Countries and territories.
  kRegion = 1u << 6,         ///< States, provinces and other first-level divisions.
  kCity = 1u << 7,           ///< Capitals, and cities of half a million or more.
  kTown = 1u << 8,           ///< Smaller ones.
  kPlace = 1u << 9,          ///< Any other place: rivers, seas, mountains, continents.
  kOrganisation = 1u << 10,  ///< Public bodies, parties, armed groups, media.
  kAcronym = 1u << 11,       ///< "NATO": the short form of an organisation.
  kCompany = 1u << 12,       ///< "Deutsche Bank".
  kTeam = 1u << 13,          ///< "Arsenal", "Yankees".
  kDemonym = 1u << 14,  ///< "Russian", "Kurds", "Muslim": peoples, languages, faiths.
  kThing = 1u << 15,    ///< Treaties, wars, prizes, works.
};

/// The names of the classes, in the order of their bits: "given-name", "country".
inline constexpr std::array<std::string_view, 16> kNameClassNames = {
    "given-name",   "rare-given-name", "surname", "rare-surname", "person",
    "country",      "region",          "city",    "town",         "place",
    "organisation", "acronym",         "company", "team",         "demonym",
    "thing"};

/// The class called `name`; none where there is no such class.
constexpr std::optional<NameClass> parse_name_class(std::string_view name) {
  for (std::size_t i = 0; i < kNameClassNames.size(); ++i)
    if (kNameClassNames[i] == name) return static_cast<NameClass>(1u << i);
  return std::nullopt;
}

}  // namespace dateline::names
