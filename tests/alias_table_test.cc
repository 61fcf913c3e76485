// The lists of names that are one entity.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/alias_table.h"
#include "index/names/gazetteer/alias_lists.h"
#include "index/text/analyzer.h"

namespace {

using dateline::kNameKinds;
using dateline::NameKind;
using dateline::entities::AliasTable;

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string_view> entities_of(NameKind kind) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : cut(dateline::names::alias_list(kind), '\n')) {
    if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
  }
  return lines;
}

std::uint32_t entry(NameKind kind, std::string_view name) {
  return AliasTable::instance().find(kind, dateline::text::fold(name));
}

// An alias of two entities would be the first one's only: take it from one of them.
TEST_CASE("alias lists: every name is one entity's, and well formed") {
  for (const NameKind kind : kNameKinds) {
    const auto lines = entities_of(kind);
    CHECK(lines.size() > 300);
    std::vector<std::uint32_t> entries;
    for (const std::string_view line : lines) {
      CAPTURE(std::string(line));
      const auto names = cut(line, '\t');
      entries.push_back(entry(kind, names.front()));
      for (const std::string_view name : names) {
        CAPTURE(std::string(name));
        CHECK(!name.empty());
        CHECK(name.find_first_of("|\r") == name.npos);
        CHECK(!name.starts_with(' '));
        CHECK(!name.ends_with(' '));
        CHECK(entry(kind, name) == entries.back());
      }
    }
    std::sort(entries.begin(), entries.end());
    CHECK(entries.front() != 0);
  }
}

TEST_CASE("alias table: what is one entity, and what is not") {
  constexpr bool kOne = true;
  constexpr bool kTwo = false;
  const struct {
    NameKind kind;
    const char* a;
    const char* b;
    bool one;
  } cases[] = {
      {NameKind::kPerson, "Pope Francis", "Jorge Mario Bergoglio", kOne},
      {NameKind::kPerson, "Muhammad Ali", "Cassius Clay", kOne},
      {NameKind::kPerson, "Robert F. Kennedy", "Robert F. Kennedy Jr.", kTwo},
      {NameKind::kOrg, "Doctors Without Borders", "MSF", kOne},
      {NameKind::kOrg, "MAS", "Movimiento al Socialismo", kTwo},
      // Two lines of the tagger's lists that are one entity.
      {NameKind::kOrg, "Scotland Yard", "Metropolitan Police", kOne},
      {NameKind::kPlace, "Faroes", "Faroe Islands", kOne},
      {NameKind::kPlace, "Kyiv", "Kiev", kOne},
      {NameKind::kPlace, "Mississippi", "Mississippi River", kTwo},
      {NameKind::kThing, "Yom Kippur War", "October War", kOne},
      // Points, hyphens and the article make no difference.
      {NameKind::kThing, "Molotov Ribbentrop Pact", "Nazi-Soviet Pact", kOne},
      {NameKind::kThing, "The Holocaust", "Shoah", kOne},
      {NameKind::kOrg, "L A Lakers", "Los Angeles Lakers", kTwo},
      {NameKind::kOrg, "LA Lakers", "L.A. Lakers", kOne},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.a));
    CAPTURE(std::string(c.b));
    CHECK(entry(c.kind, c.b) != 0);
    CHECK((entry(c.kind, c.a) == entry(c.kind, c.b)) == c.one);
  }
  CHECK(entry(NameKind::kPlace, "Cassius Clay") == 0);
  CHECK(AliasTable::instance().is_country(entry(NameKind::kPlace, "Siam")));
  CHECK(!AliasTable::instance().is_country(entry(NameKind::kPlace, "Kyiv")));
}

}  // namespace
