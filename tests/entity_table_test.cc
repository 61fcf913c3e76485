// The table of entities: what it says of a name, and its bytes.

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "index/entities/entity_table.h"
#include "index/schema.h"
#include "index/table_codec.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::Name;
using dateline::NameKind;
using dateline::entities::EntityGroup;
using dateline::entities::EntityRules;
using dateline::entities::EntityTable;
using dateline::entities::join_tables;

constexpr auto kPerson = NameKind::kPerson;
constexpr auto kPlace = NameKind::kPlace;

EntityTable newsroom() {
  return EntityTable({{kPlace, {"kyiv", "kiev"}},
                      {kPerson, {"sergey lavrov", "sergei lavrov", "s. lavrov"}},
                      {kPerson, {"antony blinken", "anthony blinken"}},
                      {NameKind::kOrg, {"u.s. state department", "state department"}}},
                     {{kPerson, "whelan"}, {kPerson, "brown"}});
}

TEST_CASE("entity table: what it says of a name") {
  const EntityTable table = newsroom();
  REQUIRE(table.size() == 4);

  const auto entry = table.find(kPerson, "s. lavrov");
  CHECK(table.label(entry.group) == "sergey lavrov");
  CHECK(table.kind(entry.group) == kPerson);
  CHECK(table.names(entry.group) ==
        std::vector<std::string_view>{"sergey lavrov", "s. lavrov", "sergei lavrov"});
  CHECK(!entry.hidden);
  CHECK(table.find(dateline::schema::name_id(kPlace, "kiev")).group ==
        table.find(kPlace, "kyiv").group);

  CHECK(table.find(kPerson, "whelan").hidden);
  CHECK(table.find(kPerson, "whelan").group == EntityTable::kNoGroup);
  CHECK(!table.find(kPlace, "whelan").hidden);
  CHECK(table.find(kPerson, "kiev").group == EntityTable::kNoGroup);
  CHECK(table.find(kPerson, "").group == EntityTable::kNoGroup);
}

TEST_CASE("entity table: groups are numbered by kind, then by their least name") {
  const EntityTable table = newsroom();
  std::vector<std::string> labels;
  for (std::uint32_t group = 0; group < table.size(); ++group) {
    labels.emplace_back(table.label(group));
  }
  CHECK(labels == std::vector<std::string>{"antony blinken", "sergey lavrov",
                                           "u.s. state department", "kyiv"});
}

TEST_CASE("entity table: an empty one") {
  const EntityTable table;
  CHECK(table.size() == 0);
  CHECK(table.empty());
  CHECK(table.encode().empty());
  CHECK(EntityTable::decode("") == table);
  CHECK(table.find(kPerson, "anyone").group == EntityTable::kNoGroup);
}

TEST_CASE("entity table: what is in a group, or alone by name, is not hidden") {
  const EntityTable table({{kPerson, {"a b", "b"}}, {kPerson, {"lula"}}},
                          {{kPerson, "b"}, {kPerson, "lula"}, {kPerson, "c"}});
  CHECK(table.size() == 1);
  CHECK(!table.find(kPerson, "b").hidden);
  CHECK(!table.find(kPerson, "lula").hidden);
  CHECK(table.hidden() == std::vector<Name>{{kPerson, "c"}});
}

TEST_CASE("entity table: a name is in one group only") {
  CHECK_THROWS_AS(EntityTable({{kPerson, {"a", "b"}}, {kPerson, {"c", "b"}}}, {}),
                  Error);
  CHECK_NOTHROW(EntityTable({{kPerson, {"a", "b"}}, {kPlace, {"c", "b"}}}, {}));
}

// A table of random groups, and the same in another order.
struct RandomTables {
  EntityTable table;
  EntityTable shuffled;
};

RandomTables random_tables(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<EntityGroup> groups;
  std::vector<Name> hidden;
  const auto word = [&random] {
    std::string text;
    do {
      text += static_cast<char>('a' + random() % 3);
    } while (random() % 4 != 0);
    return text;
  };
  std::vector<Name> names;
  for (int i = 0; i < 200; ++i) {
    names.push_back({dateline::kNameKinds[random() % 4], word() + " " + word()});
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::shuffle(names.begin(), names.end(), random);
  for (const Name& name : names) {
    if (random() % 4 == 0) {
      hidden.push_back(name);
      continue;
    }
    EntityGroup* group = groups.empty() ? nullptr : &groups[random() % groups.size()];
    if (group == nullptr || group->kind != name.kind || random() % 5 == 0) {
      group = &groups.emplace_back(EntityGroup{name.kind, {}});
    }
    group->names.push_back(name.text);
  }
  RandomTables made{EntityTable(groups, hidden), {}};
  for (EntityGroup& group : groups) {
    std::shuffle(group.names.begin() + 1, group.names.end(), random);
  }
  std::shuffle(groups.begin(), groups.end(), random);
  std::shuffle(hidden.begin(), hidden.end(), random);
  made.shuffled = EntityTable(groups, hidden);
  return made;
}

TEST_CASE("entity table: the order of what it is made of leaves no trace") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const auto [table, shuffled] = random_tables(seed);
    REQUIRE(!table.empty());
    CHECK(table.encode() == shuffled.encode());
    CHECK(EntityTable(shuffled.groups(), shuffled.hidden()).encode() == table.encode());
  }
}

TEST_CASE("entity table: bytes there and back") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const EntityTable table = random_tables(seed).table;
    const EntityTable read = EntityTable::decode(table.encode());
    CHECK(read.groups() == table.groups());
    CHECK(read.hidden() == table.hidden());
    CHECK(read.encode() == table.encode());
  }
}

// The error code that decode() throws; kInternal for none.
ErrorCode decode_error(const std::string& bytes) {
  try {
    EntityTable::decode(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kInternal;
}

TEST_CASE("entity table: every damaged byte and every cut is refused") {
  const std::string bytes = newsroom().encode();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CAPTURE(i);
    for (const int bit : {1, 64, 128}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ bit);
      CHECK(decode_error(damaged) == ErrorCode::kCorrupt);
    }
    if (i > 0) CHECK(decode_error(bytes.substr(0, i)) == ErrorCode::kCorrupt);
  }
  CHECK(decode_error(bytes + "x") == ErrorCode::kCorrupt);
}

TEST_CASE("entity table: of bytes sealed anew only tables are read") {
  const std::string bytes = newsroom().encode();
  const std::string body = bytes.substr(0, bytes.size() - 8);
  REQUIRE(dateline::seal_table(body) == bytes);
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = body;
    for (auto n = 1 + random() % 3; n > 0; --n) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) damaged.resize(1 + random() % damaged.size());
    try {
      const EntityTable read = EntityTable::decode(dateline::seal_table(damaged));
      // What is read is a table: its bytes say all of it.
      CHECK(EntityTable::decode(read.encode()) == read);
    } catch (const Error& error) {
      const bool told = error.code() == ErrorCode::kCorrupt ||
                        error.code() == ErrorCode::kNewerSchema;
      CHECK(told);
      ++refused;
    }
  }
  CHECK(refused > 10'000);
  CHECK(decode_error(dateline::seal_table(std::string("\x02", 1))) ==
        ErrorCode::kNewerSchema);
  // A count beyond the bytes reserves nothing.
  CHECK(decode_error(dateline::seal_table(
            std::string("\x01\xff\xff\xff\xff\x0f", 6))) == ErrorCode::kCorrupt);
}

TEST_CASE("entity table: tables of several databases are joined") {
  const EntityTable one({{kPerson, {"sergey lavrov", "sergei lavrov"}}},
                        {{kPerson, "lavrov"}, {kPerson, "whelan"}});
  const EntityTable two({{kPerson, {"sergei lavrov", "lavrov"}}},
                        {{kPerson, "sergey lavrov"}});
  const std::vector<EntityTable> tables = {one, two};

  const EntityTable joined = join_tables(tables, {});
  CHECK(joined.groups() ==
        std::vector<EntityGroup>{
            {kPerson, {"sergey lavrov", "lavrov", "sergei lavrov"}}});
  CHECK(joined.hidden() == std::vector<Name>{{kPerson, "whelan"}});

  EntityRules rules;
  rules.split(kPerson, "sergei lavrov");
  rules.merge(kPerson, "whelan", "paul whelan");
  const EntityTable ruled = join_tables(tables, rules);
  CHECK(ruled.find(kPerson, "sergei lavrov").group == EntityTable::kNoGroup);
  CHECK(!ruled.find(kPerson, "sergei lavrov").hidden);
  CHECK(ruled.find(kPerson, "whelan").group ==
        ruled.find(kPerson, "paul whelan").group);
  CHECK(ruled.find(kPerson, "lavrov").hidden);
}

}  // namespace
