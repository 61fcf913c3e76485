// Which names of a collection of articles are one entity.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/resolver.h"
#include "tests/article_names.h"

namespace {

using dateline::Name;
using dateline::NameKind;
using dateline::entities::EntityGroup;
using dateline::entities::EntityRules;
using dateline::entities::EntityTable;
using dateline::entities::explain;
using dateline::entities::resolve;
using dateline::entities::resolve_changed;
using dateline::testing::ArticleNames;
using dateline::testing::NamesOfArticle;

constexpr auto kPerson = NameKind::kPerson;

// The groups of a table, a line each, the label first.
std::string groups_of(const EntityTable& table) {
  std::string text;
  for (const EntityGroup& group : table.groups()) {
    for (std::size_t i = 0; i < group.names.size(); ++i) {
      text += (i > 0 ? " = " : "") + group.names[i];
    }
    text += '\n';
  }
  return text;
}

bool are_one(const EntityTable& table, NameKind kind, std::string_view a,
             std::string_view b) {
  const auto group = table.find(kind, a).group;
  return group != EntityTable::kNoGroup && group == table.find(kind, b).group;
}

TEST_CASE("entity resolver: the spellings of one person, and her label") {
  ArticleNames articles;
  articles.add("person: Sergei Lavrov; place: Moscow", 3);
  articles.add("person: Sergey Lavrov; place: Moscow", 2);
  articles.add("person: Volodymyr Zelensky; place: Kyiv");
  articles.add("person: Volodymyr Zelenskyy; place: Kiev", 2);
  CHECK(groups_of(resolve(articles, {})) ==
        "sergei lavrov = sergey lavrov\n"
        "volodymyr zelenskyy = volodymyr zelensky\n"
        "kyiv = kiev\n");
}

TEST_CASE("entity resolver: three Whelans stay three") {
  ArticleNames articles;
  articles.add(
      "person: Paul Whelan; person: Elizabeth Whelan; person: David Whelan;"
      "place: Moscow; org: State Department",
      5);
  articles.add("person: Paul Whelan; place: Moscow; org: State Department", 5);
  articles.add("person: David Whelan; place: Moscow; org: State Department", 5);
  CHECK(resolve(articles, {}).size() == 0);
}

TEST_CASE("entity resolver: a lone surname") {
  ArticleNames articles;
  articles.add("person: Sergey Lavrov; place: Moscow; person: Antony Blinken", 3);
  articles.add("person: Lavrov; place: Moscow; person: Antony Blinken");
  articles.add("person: S. Lavrov; place: Moscow; person: Antony Blinken");

  SUBCASE("means the only one who bears it, in the same company") {
    CHECK(groups_of(resolve(articles, {})) == "sergey lavrov = lavrov = s. lavrov\n");
  }
  SUBCASE("means nobody in other company, and is hidden") {
    articles.add("person: Griner; thing: WNBA Finals; person: Viktor Bout");
    articles.add("person: Brittney Griner; place: Phoenix; org: Mercury");
    const EntityTable table = resolve(articles, {});
    CHECK(table.find(kPerson, "griner").hidden);
    CHECK(!table.find(kPerson, "brittney griner").hidden);
  }
  SUBCASE("means nobody where two bear it") {
    articles.add("person: Ekaterina Lavrov; place: Moscow; person: Antony Blinken");
    const EntityTable table = resolve(articles, {});
    CHECK(table.find(kPerson, "lavrov").hidden);
    CHECK(are_one(table, kPerson, "s. lavrov", "sergey lavrov"));
  }
  SUBCASE("means one who is ten times as frequent as all others") {
    articles.add("person: Sergey Lavrov; place: Moscow; person: Antony Blinken", 20);
    articles.add("person: Ekaterina Lavrov; place: Moscow; person: Antony Blinken");
    CHECK(are_one(resolve(articles, {}), kPerson, "lavrov", "sergey lavrov"));
  }
  SUBCASE("means one who is five times as frequent only in very like company") {
    articles.add("person: Sergey Lavrov; place: Moscow; person: Antony Blinken", 3);
    articles.add("person: Ekaterina Lavrov; place: Minsk; person: Vitaly Maltsky");
    articles.add("person: Lavrov; place: Sochi; org: Gazprom; person: Igor Sechin");
    CHECK(are_one(resolve(articles, {}), kPerson, "lavrov", "sergey lavrov"));
    for (int i = 0; i < 8; ++i) {
      articles.add("person: Lavrov; place: Sochi; org: Gazprom; person: Igor Sechin");
    }
    CHECK(resolve(articles, {}).find(kPerson, "lavrov").hidden);
  }
  SUBCASE("by which all know him is not hidden") {
    articles.add("person: Lula; place: Brasilia");
    CHECK(!resolve(articles, {}).find(kPerson, "lula").hidden);
  }
}

TEST_CASE("entity resolver: a chain of likenesses unites no two who are unlike") {
  ArticleNames articles;
  articles.add("person: George Bush; place: Texas; person: Dick Cheney", 3);
  articles.add("person: George W. Bush; place: Texas; person: Dick Cheney", 3);
  articles.add("person: George H. Bush; place: Texas; person: Dick Cheney", 3);
  const EntityTable table = resolve(articles, {});
  CHECK(!are_one(table, kPerson, "george w. bush", "george h. bush"));
  CHECK(table.size() == 1);
}

TEST_CASE("entity resolver: rules win, and what is left is computed") {
  ArticleNames articles;
  articles.add("person: Sergei Lavrov; place: Moscow", 3);
  articles.add("person: Sergey Lavrov; place: Moscow", 2);
  articles.add("person: Serguei Lavrov; place: Moscow");
  articles.add("person: Whelan; place: Moscow");
  articles.add("person: The Minister of No; place: Moscow");

  EntityRules rules;
  rules.split(kPerson, "Sergey Lavrov");
  rules.merge(kPerson, "The Minister of No", "Sergei Lavrov");
  rules.merge(kPerson, "Somebody Not There", "Sergei Lavrov");
  rules.split(kPerson, "Whelan");
  const EntityTable table = resolve(articles, rules);
  CHECK(groups_of(table) == "sergei lavrov = serguei lavrov = the minister of no\n");
  CHECK(!table.find(kPerson, "whelan").hidden);

  // Two that evidence would never bring together.
  EntityRules absurd;
  absurd.merge(kPerson, "Whelan", "Sergei Lavrov");
  CHECK(are_one(resolve(articles, absurd), kPerson, "whelan", "sergey lavrov"));
}

TEST_CASE("entity resolver: nothing in, nothing out") {
  const ArticleNames articles;
  CHECK(resolve(articles, {}).empty());
  CHECK(resolve_changed(articles, {}, {}, {}).empty());
}

// Articles about few people under many spellings, so that much depends on much.
class RandomNewsroom {
 public:
  explicit RandomNewsroom(unsigned seed) : random_(seed) {}

  NamesOfArticle article() {
    std::set<Name> names;
    for (std::size_t n = 2 + below(4); n > 0; --n) names.insert(name());
    return {names.begin(), names.end()};
  }

  std::vector<NamesOfArticle> articles(std::size_t count) {
    std::vector<NamesOfArticle> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(article());
    return all;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <class T>
  void shuffle(std::vector<T>& list) {
    std::shuffle(list.begin(), list.end(), random_);
  }

 private:
  Name name() {
    static constexpr std::string_view kGiven[] = {
        "sergei", "sergey",  "serge", "s.",         "paul",     "david",  "john",
        "jon",    "john f.", "bill",  "william j.", "mohammed", "muhamad"};
    static constexpr std::string_view kSurnames[] = {
        "lavrov", "lavrow", "laurov", "whelan",  "phelan", "kerry",    "kerri",
        "smith",  "smyth",  "lee",    "hussein", "husain", "zelensky", "zelenskyy"};
    static constexpr std::string_view kOrgs[] = {
        "general motors",      "gm",
        "general motors corp", "state department",
        "goldman sachs",       "goldmann sachs",
        "goldman sachs group", "american soybean association"};
    static constexpr std::string_view kPlaces[] = {"kyiv", "kiev", "moscow", "paris"};
    switch (below(8)) {
      case 0:
        return {NameKind::kOrg, std::string(kOrgs[below(std::size(kOrgs))])};
      case 1:
        return {NameKind::kPlace, std::string(kPlaces[below(std::size(kPlaces))])};
      case 2:
        return {kPerson, std::string(kSurnames[below(std::size(kSurnames))])};
      default:
        return {kPerson, std::string(kGiven[below(std::size(kGiven))]) + " " +
                             std::string(kSurnames[below(std::size(kSurnames))])};
    }
  }

  std::mt19937 random_;
};

TEST_CASE("entity resolver: the order of articles leaves no trace") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    RandomNewsroom newsroom(seed);
    ArticleNames articles(newsroom.articles(60));
    const EntityTable table = resolve(articles, {});
    REQUIRE(table.size() > 0);
    newsroom.shuffle(articles.articles());
    CHECK(resolve(articles, {}).encode() == table.encode());
  }
}

TEST_CASE("entity resolver: what few articles change is what all of them give") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    RandomNewsroom newsroom(seed);
    ArticleNames articles(newsroom.articles(50));
    EntityRules rules;
    if (seed % 3 == 0) rules.merge(kPerson, "paul whelan", "lee");
    if (seed % 4 == 0) rules.split(kPerson, "john smith");
    EntityTable table = resolve(articles, rules);
    for (int round = 0; round < 5; ++round) {
      NamesOfArticle changed;
      for (std::size_t n = newsroom.below(3); n > 0; --n) {
        articles.articles().push_back(newsroom.article());
        changed.insert(changed.end(), articles.articles().back().begin(),
                       articles.articles().back().end());
      }
      for (std::size_t n = newsroom.below(3); n > 0; --n) {
        auto& all = articles.articles();
        std::swap(all[newsroom.below(all.size())], all.back());
        changed.insert(changed.end(), all.back().begin(), all.back().end());
        all.pop_back();
      }
      if (round == 3) {
        rules.merge(kPerson, "bill lee", "william j. kerry");
        changed.push_back({kPerson, "bill lee"});
        changed.push_back({kPerson, "william j. kerry"});
      }
      const EntityTable anew = resolve(articles, rules);
      table = resolve_changed(articles, rules, table, changed);
      CHECK(groups_of(table) == groups_of(anew));
      CHECK(table.encode() == anew.encode());
    }
  }
}

TEST_CASE("entity resolver: more alike names than are compared with each other") {
  ArticleNames articles;
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  for (const char second : letters) {
    for (const char third : letters.substr(0, 20)) {
      const std::string given = {'j', second, third, 'n', 'o', 'r'};
      articles.add("person: " + given + " Smithson; place: Moscow");
    }
  }
  EntityTable table = resolve(articles, {});
  REQUIRE(table.size() > 0);
  for (const char* name : {"person: jazznor smithson; place: Moscow",
                           "person: jaaanor smithson; place: Moscow"}) {
    NamesOfArticle changed = dateline::testing::names_of(name);
    articles.articles().push_back(changed);
    auto& gone = articles.articles()[changed.size() + 100];
    changed.insert(changed.end(), gone.begin(), gone.end());
    gone = dateline::testing::names_of("place: Paris");
    changed.push_back(gone.front());
    table = resolve_changed(articles, {}, table, changed);
    CHECK(table.encode() == resolve(articles, {}).encode());
  }
}

TEST_CASE("entity resolver: what has not changed is not looked at") {
  ArticleNames articles;
  articles.add("person: Sergei Lavrov; place: Moscow", 3);
  articles.add("person: Sergey Lavrov; place: Moscow", 2);
  // A table that no evidence supports is kept where nothing touches it.
  const EntityTable before({{kPerson, {"sergei lavrov", "paul whelan"}}}, {});
  articles.add("person: Paul Whelan; place: Moscow");
  articles.add("person: John Kirby");
  const std::vector<Name> changed = {{kPerson, "john kirby"}};
  CHECK(groups_of(resolve_changed(articles, {}, before, changed)) == groups_of(before));
}

TEST_CASE("entity resolver: decisions explained") {
  ArticleNames articles;
  articles.add("person: Sergei Lavrov; place: Moscow; person: Antony Blinken", 3);
  articles.add("person: Sergey Lavrov; place: Moscow; person: Antony Blinken", 2);
  articles.add("person: Lavrov; place: Moscow; person: Antony Blinken");
  articles.add("person: Paul Whelan; person: David Whelan; place: Moscow");
  articles.add("person: Whelan; place: Moscow");

  articles.add("person: John Kirby; org: Pentagon", 11);
  articles.add("person: Kirby; org: Pentagon");
  articles.add("person: Durwood Kirby; org: Pentagon");

  EntityRules rules;
  rules.merge(kPerson, "john bolton", "antony blinken");
  rules.split(kPerson, "antony blinken");
  struct {
    const char* a;
    const char* b;
    bool one;
    const char* verdict;
  } const cases[] = {
      {"sergei lavrov", "sergey lavrov", true, "They are one entity, by 10 points."},
      {"lavrov", "sergei lavrov", true, "They are one entity."},
      {"paul whelan", "david whelan", false, "They are two: different given names."},
      {"whelan", "paul whelan", false, "They are two: several bear the surname."},
      {"whelan", "sergei lavrov", false,
       "They are two: the lone name is not the surname of the other."},
      {"kirby", "durwood kirby", false,
       "They are two: another bears the surname, and is far more frequent."},
      {"kirby", "john kirby", true, "They are one entity."},
      {"sergei lavrov", "nobody at all", false,
       "No article has the name 'nobody at all'."},
      {"antony blinken", "sergei lavrov", false,
       "'antony blinken' stands alone, by a correction made by hand."},
      {"whelan", "whelan", true, "They are one name."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    const auto explanation = explain(articles, rules, kPerson, c.a, c.b);
    CHECK(explanation.verdict == c.verdict);
    CHECK(explanation.one_entity == c.one);
  }
  const auto explanation =
      explain(articles, rules, kPerson, "sergei lavrov", "sergey lavrov");
  REQUIRE(explanation.evidence.size() == 3);
  CHECK(explanation.evidence[0].what ==
        "given name: spellings of one name, sergei and sergey");
  CHECK(explanation.evidence[0].points == 3);
  CHECK(explanation.evidence[1].what == "surname: equal, lavrov");
  CHECK(explanation.evidence[2].what == "very much the same company: 100%");
}

}  // namespace
