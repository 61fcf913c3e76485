#include "query/name_resolver.h"

#include <algorithm>
#include <tuple>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/facets.h"

namespace dateline {
namespace {

// A word like "john" is in thousands of names: a query asks for the most frequent.
constexpr std::size_t kMaxNames = 100;

// As many are named in a reading.
constexpr std::size_t kShownNames = 5;

std::vector<NameKind> kinds_of(Field field) {
  switch (field) {
    case Field::kPerson:
      return {NameKind::kPerson};
    case Field::kOrg:
      return {NameKind::kOrg};
    case Field::kPlace:
      return {NameKind::kPlace};
    case Field::kThing:
      return {NameKind::kThing};
    default:
      return {kNameKinds.begin(), kNameKinds.end()};
  }
}

// One kind's names for a single word, folded.
std::vector<std::string> names_with(Snapshot& snapshot, NameKind kind,
                                    const std::string& word) {
  const auto list = snapshot.cache().names(snapshot.database(), kind);
  const std::vector<std::string_view> found = list->with_word(word);
  std::vector<std::string> chosen;
  for (const std::string_view name : found) {
    const bool fits =
        kind == NameKind::kPerson ? is_last_word(name, word) : name == word;
    if (fits) chosen.emplace_back(name);
  }
  if (chosen.empty()) chosen.assign(found.begin(), found.end());
  return chosen;
}

}  // namespace

ResolvedNames resolve_names(Snapshot& snapshot, Field field, const std::string& text) {
  const std::string folded = text::fold(text);
  ResolvedNames resolved;
  if (folded.empty()) return resolved;
  const bool is_word = folded.find(' ') == std::string::npos;
  for (const NameKind kind : kinds_of(field)) {
    const auto names =
        is_word ? names_with(snapshot, kind, folded) : std::vector<std::string>{folded};
    for (const std::string& name : names) {
      const std::size_t count =
          snapshot.database().get_termfreq(schema::name_term(kind, name));
      if (count > 0) resolved.names.push_back({{kind, name}, count});
    }
  }
  std::sort(resolved.names.begin(), resolved.names.end(),
            [](const auto& a, const auto& b) {
              return std::tie(b.count, a.name) < std::tie(a.count, b.name);
            });
  if (resolved.names.size() > kMaxNames) {
    resolved.left_out = resolved.names.size() - kMaxNames;
    resolved.names.resize(kMaxNames);
  }
  return resolved;
}

bool is_known_name(const Snapshot& snapshot, std::string_view text) {
  return std::any_of(kNameKinds.begin(), kNameKinds.end(), [&](NameKind kind) {
    return snapshot.database().term_exists(schema::name_term(kind, text));
  });
}

std::string describe(Snapshot& snapshot, const ResolvedNames& resolved) {
  std::string text;
  const std::size_t shown = std::min(kShownNames, resolved.names.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [name, count] = resolved.names[i];
    if (i > 0) text += ", ";
    text += name_label(snapshot, name.kind, name.text);
    text += " (" + std::to_string(count) + ")";
  }
  const std::size_t more = resolved.names.size() + resolved.left_out - shown;
  if (more > 0) text += " and " + std::to_string(more) + " more";
  return text;
}

}  // namespace dateline
