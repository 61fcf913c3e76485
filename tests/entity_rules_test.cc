// Corrections of entities by hand: the later one stands.

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <string>

#include "index/entities/entity_rules.h"

namespace {

using dateline::Error;
using dateline::NameKind;
using dateline::entities::EntityRules;

constexpr auto kPerson = NameKind::kPerson;

TEST_CASE("entity rules: of two that contradict each other the later stands") {
  EntityRules rules;
  rules.merge(kPerson, "Sergey Lavrov", "Sergei  LAVROV");
  rules.merge(kPerson, "Lavrov", "Sergey Lavrov");
  CHECK(rules.encode() ==
        "merge\tperson\tlavrov\tsergey lavrov\n"
        "merge\tperson\tsergei lavrov\tsergey lavrov\n");

  rules.split(kPerson, "Sergei Lavrov");
  CHECK(rules.encode() ==
        "merge\tperson\tlavrov\tsergey lavrov\n"
        "split\tperson\tsergei lavrov\n");
  CHECK(rules.is_split(kPerson, "sergei lavrov"));

  rules.merge(kPerson, "Sergei Lavrov", "Lavrov");
  CHECK(rules.encode() ==
        "merge\tperson\tlavrov\tsergei lavrov\n"
        "merge\tperson\tlavrov\tsergey lavrov\n");

  CHECK(rules.forget(kPerson, "lavrov"));
  CHECK(!rules.forget(kPerson, "lavrov"));
  CHECK(rules.empty());
}

TEST_CASE("entity rules: kinds do not meet") {
  EntityRules rules;
  rules.merge(kPerson, "a", "b");
  rules.split(NameKind::kOrg, "a");
  CHECK(rules.merges().size() == 1);
  CHECK(!rules.is_split(kPerson, "a"));
}

TEST_CASE("entity rules: what names nothing is refused") {
  EntityRules rules;
  CHECK_THROWS_AS(rules.merge(kPerson, "São Paulo", "SAO PAULO"), Error);
  CHECK_THROWS_AS(rules.merge(kPerson, "a", " "), Error);
  CHECK_THROWS_AS(rules.split(kPerson, ""), Error);
  CHECK(rules.empty());
}

TEST_CASE("entity rules: added ones are the later ones") {
  EntityRules rules;
  rules.merge(kPerson, "a", "b");
  EntityRules later;
  later.split(kPerson, "b");
  later.merge(kPerson, "a", "c");
  rules.add(later);
  CHECK(rules.encode() == "merge\tperson\ta\tc\nsplit\tperson\tb\n");
}

TEST_CASE("entity rules: text there and back") {
  EntityRules rules;
  rules.merge(NameKind::kPlace, "Kyiv", "Kiev");
  rules.split(kPerson, "Paul Whelan");
  CHECK(EntityRules::decode(rules.encode()) == rules);
  CHECK(EntityRules::decode("").empty());
  CHECK(EntityRules::decode("# by hand\r\n\nmerge\tplace\tKYIV\tKiev\r\n"
                            "split\tperson\tPaul Whelan") == rules);
}

TEST_CASE("entity rules: a wrong line is named by its number") {
  const char* const wrong[] = {
      "merge\tperson\ta",      "merge\tperson\ta\ta",   "split\tperson",
      "merge\tanimal\ta\tb",   "split\tperson\t",       "split\tperson\ta\tb",
      "join\tperson\ta\tb",    "merge person a b",      "\t\t\t",
      "merge\tperson\ta\t \t", "split\tperson\t\xff\tx"};
  for (const char* line : wrong) {
    CAPTURE(line);
    try {
      EntityRules::decode(std::string("split\tperson\tx\n") + line + "\n");
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.code() == dateline::ErrorCode::kCorrupt);
      CHECK(std::string(error.what()).starts_with("Line 2 "));
    }
  }
}

}  // namespace
