// The table of fields: found by name, complete, and fit to be printed.

#include <dateline/fields.h>
#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using dateline::Field;

TEST_CASE("fields: found by name and by alias, in lower case only") {
  struct {
    const char* name;
    Field field;
  } const cases[] = {
      {"title", Field::kTitle},
      {"person", Field::kPerson},
      {"org", Field::kOrg},
      {"organisation", Field::kOrg},
      {"organization", Field::kOrg},
      {"place", Field::kPlace},
      {"location", Field::kPlace},
      {"thing", Field::kThing},
      {"name", Field::kName},
      {"source", Field::kSource},
      {"author", Field::kAuthor},
      {"topic", Field::kTopic},
      {"lang", Field::kLanguage},
      {"language", Field::kLanguage},
      {"id", Field::kId},
      {"site", Field::kSite},
      {"url", Field::kUrl},
      {"published", Field::kPublished},
      {"about", Field::kAbout},
      {"mentioned", Field::kAbout},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    REQUIRE(dateline::find_field(c.name));
    CHECK(*dateline::find_field(c.name) == c.field);
  }
  for (const char* name : {"", "Title", "titl", "title ", "x"}) {
    CAPTURE(name);
    CHECK_FALSE(dateline::find_field(name));
  }
}

TEST_CASE("fields: every row is complete and its spellings are its own") {
  std::set<std::string_view> spellings;
  for (const auto& info : dateline::fields()) {
    CAPTURE(info.name);
    CHECK(&dateline::field_info(info.field) == &info);
    CHECK(spellings.insert(info.name).second);
    if (!info.alias.empty()) CHECK(spellings.insert(info.alias).second);
    CHECK_FALSE(info.description.empty());
    const std::string start = std::string(info.name) + ":";
    CHECK(info.example.starts_with(start));
    CHECK(info.example.size() > start.size());
  }
}

TEST_CASE("fields: facets are those that a search may count") {
  std::set<std::string_view> facets;
  for (const auto& info : dateline::fields()) {
    if (info.is_facet) facets.insert(info.name);
  }
  CHECK(facets == std::set<std::string_view>{"person", "org", "place", "thing",
                                             "source", "author", "topic", "lang",
                                             "published", "about"});
}

}  // namespace
