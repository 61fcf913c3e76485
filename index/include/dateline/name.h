// dateline/name.h - the names of people, organisations, places and things.

#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What a name stands for. A thing is a named treaty, summit, law, event or work.
enum class NameKind { kPerson, kOrg, kPlace, kThing };

inline constexpr std::array kNameKinds = {NameKind::kPerson, NameKind::kOrg,
                                          NameKind::kPlace, NameKind::kThing};

/// "person", "org", "place", "thing": as in queries, facets and JSON.
std::string_view to_string(NameKind kind);

/// The kind called `text`, also by the longer words "organisation", "organization",
/// "location".
std::optional<NameKind> parse_name_kind(std::string_view text);

/// A name as a person would write it, UTF-8: "Sergey Lavrov", "New START".
struct Name {
  NameKind kind = NameKind::kPerson;
  std::string text;

  friend auto operator<=>(const Name&, const Name&) = default;
};

}  // namespace dateline
