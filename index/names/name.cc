#include <dateline/name.h>

namespace dateline {

std::string_view to_string(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "person";
    case NameKind::kOrg:
      return "org";
    case NameKind::kPlace:
      return "place";
    case NameKind::kThing:
      break;
  }
  return "thing";
}

std::optional<NameKind> parse_name_kind(std::string_view text) {
  for (const NameKind kind : kNameKinds) {
    if (text == to_string(kind)) return kind;
  }
  if (text == "organisation" || text == "organization") return NameKind::kOrg;
  if (text == "location") return NameKind::kPlace;
  return std::nullopt;
}

}  // namespace dateline
