#include "index/names/gazetteer/alias_lists.h"

namespace dateline::names {

// Made by the build: the bytes of own/aliases-*.tsv (embed_file.cmake).
std::string_view person_aliases_file();
std::string_view organisation_aliases_file();
std::string_view place_aliases_file();
std::string_view thing_aliases_file();

std::string_view alias_list(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return person_aliases_file();
    case NameKind::kOrg:
      return organisation_aliases_file();
    case NameKind::kPlace:
      return place_aliases_file();
    case NameKind::kThing:
      return thing_aliases_file();
  }
  return {};
}

}  // namespace dateline::names
