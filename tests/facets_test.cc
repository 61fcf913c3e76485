// Counts of facets, against a count of all hits one by one.

#include <dateline/error.h>
#include <dateline/period.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/text/analyzer.h"
#include "query/facets.h"
#include "tests/entity_testing.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::Facet;
using dateline::FacetFilter;
using dateline::NameKind;
using dateline::parse_query;
using dateline::Searcher;
using dateline::SearchOptions;
using dateline::testing::build_index;
using dateline::testing::TempDir;

// Articles with names, sources, topics and days drawn from small sets; the same from
// the same seed.
std::vector<Article> random_articles(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t n) { return static_cast<int>(random() % n); };
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article article{.id = "a" + std::to_string(i), .title = "Report"};
    article.body = "News";
    for (int w = pick(4); w >= 0; --w)
      article.body += " word" + std::to_string(pick(9));
    article.body += ".\n";
    for (int m = pick(3); m > 0; --m) {
      const std::string day = std::to_string(1 + pick(28));
      const std::string year = std::to_string(2018 + pick(3));
      const std::string dates[] = {"on " + day + " March " + year,
                                   "in March " + year,
                                   "in " + year,
                                   "in the first quarter of " + year,
                                   "in the winter of " + year,
                                   "from 27 February to 3 March " + year,
                                   "from 2 January to 3 March " + year,
                                   "in the 2010s"};
      article.body += "It was " + dates[random() % std::size(dates)] + ".\n";
    }
    article.source = std::vector{"", "Reuters", "REUTERS", "AP", "CNN"}[random() % 5];
    article.language = std::vector{"en", "en-GB", "de"}[random() % 3];
    for (int a = pick(3); a > 0; --a) {
      article.authors.push_back("Author " + std::to_string(pick(5)));
    }
    for (int t = pick(3); t > 0; --t) {
      article.topics.push_back("topic" + std::to_string(pick(6)));
    }
    for (int n = pick(5); n > 0; --n) {
      const auto kind = dateline::kNameKinds[random() % dateline::kNameKinds.size()];
      article.names.push_back({kind, "Name " + std::to_string(pick(12))});
    }
    switch (pick(5)) {
      case 0:
        break;
      case 1:
        article.published = Date{2020 + pick(2)};
        break;
      case 2:
        article.published = Date{2020 + pick(2), 1 + pick(12)};
        break;
      default:
        article.published = Date{2020 + pick(2), 1 + pick(12), 1 + pick(28)};
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

// Names that are one entity, the first of which is its label; those that are hidden.
struct Linking {
  std::map<std::string, std::string> labels;  // Of all other names.
  std::set<std::string> hidden;
};

// "Name 0" to "Name 11" are the names of every kind.
const Linking kNotLinked;
const Linking kLinked = {{{"name 3", "name 1"},
                          {"name 5", "name 1"},
                          {"name 10", "name 1"},
                          {"name 4", "name 7"}},
                         {"name 0", "name 11"}};

dateline::entities::EntityTable table_of(const Linking& linking) {
  std::vector<dateline::entities::EntityGroup> groups;
  std::vector<dateline::Name> hidden;
  for (const auto kind : dateline::kNameKinds) {
    std::map<std::string, std::vector<std::string>> names;
    for (const auto& [name, label] : linking.labels) names[label].push_back(name);
    for (auto& [label, others] : names) {
      others.insert(others.begin(), label);
      groups.push_back({kind, others});
    }
    for (const std::string& name : linking.hidden) hidden.push_back({kind, name});
  }
  return {groups, hidden};
}

// What `name`, folded, is counted as; empty for what is not.
std::string counted_as(const Linking& linking, const std::string& name) {
  if (linking.hidden.contains(name)) return "";
  const auto found = linking.labels.find(name);
  return found == linking.labels.end() ? name : found->second;
}

// The day, month, ... of a day, as facets call it but in small letters.
std::string unit_of(const std::string& day, const std::string& unit) {
  if (unit == "month") return day.substr(0, 7);
  if (unit == "year") return day.substr(0, 4);
  if (unit == "decade") return day.substr(0, 3) + "0s";
  if (unit != "quarter") return day;
  return day.substr(0, 4) + "-q" +
         std::to_string((std::stoi(day.substr(5, 2)) + 2) / 3);
}

// The values that one article has for a kind, each once.
std::set<std::string> values_of(const Article& article,
                                const dateline::AnnotatedArticle& record,
                                const std::string& kind, const Linking& linking) {
  std::set<std::string> values;
  if (const auto name_kind = dateline::parse_name_kind(kind)) {
    for (const auto& name : dateline::facet_names(record)) {
      if (name.name.kind != *name_kind) continue;
      const auto value = counted_as(linking, dateline::text::fold(name.name.text));
      if (!value.empty()) values.insert(value);
    }
    return values;
  }
  // The unit of both days of a period, where they have one in common.
  const auto add_period = [&](const dateline::DateRange& period) {
    const std::string unit = kind.substr(kind.find(':') + 1);
    const std::string first = unit_of(dateline::to_string(period.first), unit);
    if (first == unit_of(dateline::to_string(period.last), unit)) values.insert(first);
  };
  // An undated article may have the day of one that it copies.
  const Date published = record.article.published.date;
  if (kind.starts_with("published") && published) {
    add_period(dateline::days_of(published));
  }
  if (kind.starts_with("mentioned")) {
    for (const auto& period : dateline::facet_dates(record)) add_period(period);
  }
  const auto add = [&](const std::string& text) {
    if (!text.empty()) values.insert(dateline::text::fold(text));
  };
  if (kind == "source") add(article.source);
  if (kind == "author")
    std::for_each(article.authors.begin(), article.authors.end(), add);
  if (kind == "topic") std::for_each(article.topics.begin(), article.topics.end(), add);
  if (kind == "lang") add(article.language);
  return values;
}

const std::vector<std::string> kKinds = {
    "person",          "org",           "place",           "thing",
    "source",          "author",        "topic",           "lang",
    "published:year",  "published:day", "published:month", "published:quarter",
    "mentioned:year",  "mentioned:day", "mentioned:month", "mentioned:quarter",
    "mentioned:decade"};

std::string field_of(const std::string& kind) { return kind.substr(0, kind.find(':')); }

// Whether an article passes all filters but those of the field `except`.
bool passes(const std::vector<FacetFilter>& filters,
            const std::map<std::string, std::set<std::string>>& values,
            const std::string& except, const Linking& linking) {
  std::map<std::string, bool> by_field;
  for (const FacetFilter& filter : filters) {
    if (field_of(filter.kind) == except) continue;
    bool& any = by_field[field_of(filter.kind)];
    std::string value = dateline::text::fold(filter.value);
    if (dateline::parse_name_kind(filter.kind)) value = counted_as(linking, value);
    any = any || values.at(filter.kind).contains(value);
  }
  return std::all_of(by_field.begin(), by_field.end(),
                     [](const auto& field) { return field.second; });
}

std::map<std::string, std::size_t> counts_of(const Facet& facet) {
  std::map<std::string, std::size_t> counts;
  for (const auto& value : facet.values) {
    CHECK((value.count > 0) == (value.gap == 0));
    if (value.gap > 0) continue;
    CHECK(counts.emplace(dateline::text::fold(value.value), value.count).second);
  }
  return counts;
}

void check_counts(const Linking& linking) {
  const TempDir folder;
  const auto articles = random_articles(400, 7);
  const std::string path = build_index(folder, articles, true);
  dateline::testing::set_entities(path, table_of(linking));
  const Searcher searcher(path);
  std::vector<std::map<std::string, std::set<std::string>>> values;  // By article.
  for (const Article& article : articles) {
    const auto record = searcher.article(article.id);
    REQUIRE(record);
    auto& of_article = values.emplace_back();
    for (const std::string& kind : kKinds) {
      of_article[kind] = values_of(article, *record, kind, linking);
    }
  }

  const std::vector<std::vector<FacetFilter>> filter_sets = {
      {},
      {{"source", "Reuters"}},
      {{"source", "AP"}, {"source", "CNN"}},
      {{"person", "Name 1"}, {"person", "name 2"}, {"source", "AP"}},
      {{"published:year", "2020"}},
      {{"published:month", "2020-03"},
       {"published:month", "2020-04"},
       {"topic", "topic1"}},
      {{"mentioned:year", "2019"}, {"author", "Author 2"}},
      {{"person", "Nobody"}},
      // Several of each kind: alternatives, which that kind's own counts ignore.
      {{"org", "Name 1"}, {"org", "Name 4"}, {"source", "AP"}},
      {{"place", "Name 3"}, {"place", "Name 9"}, {"org", "Name 2"}},
      {{"thing", "Name 7"}, {"thing", "Name 8"}, {"thing", "Nothing"}},
      {{"author", "Author 0"}, {"author", "Author 3"}, {"topic", "topic2"}},
      {{"topic", "topic0"}, {"topic", "topic5"}, {"lang", "de"}},
      {{"lang", "en"}, {"lang", "de"}},
      {{"published:day", "2020-03-05"}, {"published:quarter", "2021-Q2"}},
      {{"published:quarter", "2020-Q1"}, {"mentioned:quarter", "2019-Q1"}},
      {{"mentioned:day", "2018-03-02"},
       {"mentioned:month", "2020-03"},
       {"mentioned:decade", "2010s"},
       {"person", "Name 1"}},
  };
  const std::vector<std::pair<std::string, std::string>> queries = {
      {"", ""}, {"word1", "word1"}, {"word8 OR zebra", "word8"}, {"zebra", "zebra"}};
  for (const auto& entry : queries) {
    const std::string& query = entry.first;
    const std::string& word = entry.second;
    for (const auto& filters : filter_sets) {
      CAPTURE(query);
      CAPTURE(&filters - filter_sets.data());
      const auto results = searcher.search(
          parse_query(query).query,
          {.limit = 1000, .facets = kKinds, .facet_limit = 0, .where = filters});
      std::size_t matches = 0;
      std::map<std::string, std::map<std::string, std::size_t>> expected;
      for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::string words =
            articles[i].body.substr(0, articles[i].body.find('.'));
        if (!word.empty() && (words + " ").find(word + " ") == std::string::npos)
          continue;
        if (passes(filters, values[i], "", linking)) ++matches;
        for (const std::string& kind : kKinds) {
          if (!passes(filters, values[i], field_of(kind), linking)) continue;
          for (const std::string& value : values[i].at(kind)) ++expected[kind][value];
        }
      }
      CHECK(results.matches.count == matches);
      CHECK(results.hits.size() == matches);
      REQUIRE(results.facets.size() == kKinds.size());
      for (std::size_t k = 0; k < kKinds.size(); ++k) {
        CAPTURE(kKinds[k]);
        CHECK(results.facets[k].kind == kKinds[k]);
        CHECK(counts_of(results.facets[k]) == expected[kKinds[k]]);
        CHECK(results.facets[k].distinct == expected[kKinds[k]].size());
      }
    }
  }
}

TEST_CASE("facets: counts are those of a count by hand, with and without filters") {
  check_counts(kNotLinked);
}

TEST_CASE("facets: counts of entities are those of a count by hand") {
  check_counts(kLinked);
}

TEST_CASE("facets: cold and warm, few matches and many give the same") {
  const TempDir folder;
  const std::string path = build_index(folder, random_articles(300, 3), true);
  const Searcher warm(path);
  const SearchOptions options = {.limit = 5, .facets = kKinds};
  for (int i = 0; i < 3; ++i) warm.search({}, options);
  for (const char* query : {"", "word1", "word1 word2 word3", "word4 OR word5",
                            "id:a5 OR id:a17 OR id:a100 OR id:a9"}) {
    CAPTURE(query);
    const auto parsed = parse_query(query).query;
    const auto cold = Searcher(path).search(parsed, options).facets;
    const auto kept = warm.search(parsed, options).facets;
    REQUIRE(cold.size() == kept.size());
    for (std::size_t i = 0; i < cold.size(); ++i) {
      CHECK(cold[i].values == kept[i].values);
      CHECK(cold[i].distinct == kept[i].distinct);
    }
  }
}

std::string shown(const Facet& facet) {
  std::string text = facet.kind;
  for (const auto& value : facet.values) {
    text += " " + value.value + "=" + std::to_string(value.count);
  }
  return text;
}

TEST_CASE("facets: order, limit and labels") {
  const TempDir folder;
  const Searcher searcher(build_index(folder, dateline::testing::search_corpus()));
  const auto facet = [&](const char* query, const char* kind, std::size_t limit) {
    const auto results = searcher.search(parse_query(query).query,
                                         {.facets = {kind}, .facet_limit = limit});
    return shown(results.facets.at(0));
  };
  // Spellings that fold to one are one value, called as the first article calls it.
  CHECK(facet("", "source", 0) == "source AP=4 Reuters=3 CNN=2");
  CHECK(facet("troops", "source", 0) == "source Reuters=1");
  CHECK(facet("", "source", 1) == "source AP=4");
  CHECK(facet("", "author", 0) == "author Ann Lee=2 Guy Faulconbridge=1");
  CHECK(facet("", "place", 2) == "place Russia=2 Geneva=1");
  CHECK(facet("published:2020s", "published:year", 0) ==
        "published:year 2021=1 2022=2 2023=6");
  CHECK(facet("", "published", 0).starts_with("published:year 1999=1 2000=0 2001=0"));
  CHECK(facet("published:2023", "published", 0) ==
        "published:month 2023-01=1 2023-02=1 2023-03=3 2023-04=0 2023-05=0 2023-06=0 "
        "2023-07=0 2023-08=0 2023-09=1");
  CHECK(facet("published:2023-03-02..2023-03-31", "published", 0) ==
        "published:day 2023-03-02=2");
  CHECK(facet("published:2023-03", "published:year", 0) == "published:year 2023=3");
  // Dates are given whole, whatever the limit, unless they have one of their own.
  CHECK(facet("", "published:decade", 1) ==
        "published:decade 1990s=1 2000s=0 2010s=0 2020s=9");
  CHECK(facet("", "published:year:2", 1) == "published:year 2022=2 2023=6");
  CHECK(facet("", "source:2", 1) == "source AP=4 Reuters=3");
  CHECK(facet("", "source:0", 1) == "source AP=4 Reuters=3 CNN=2");
  CHECK(facet("zebra", "person", 0) == "person");

  const auto people =
      searcher.search({}, {.facets = {"person"}, .facet_limit = 1}).facets.at(0);
  CHECK(people.distinct == 5);
  REQUIRE(people.values.size() == 1);
  CHECK(people.values[0].spellings ==
        std::map<std::string, std::size_t>{{"Antony Blinken", 1}});
}

TEST_CASE("facets: they follow the index as it changes") {
  const TempDir folder;
  const std::string path = build_index(folder, random_articles(50, 1));
  const Searcher searcher(path);
  const SearchOptions options = {.facets = {"source", "person"}, .facet_limit = 0};
  const auto total = [&] {
    const auto results = searcher.search({}, options);
    std::size_t sum = 0;
    for (const auto& value : results.facets[0].values) sum += value.count;
    return std::pair(results.matches.count, sum);
  };
  const auto before = total();
  {
    dateline::IndexWriter writer(path);
    writer.add({.id = "new", .title = "x", .body = "y", .source = "Brand New Source"});
    writer.remove("a0");
    writer.commit();
  }
  const auto after = total();
  CHECK(after.first == before.first);
  bool seen = false;
  const auto changed = searcher.search({}, options);
  for (const auto& value : changed.facets[0].values) {
    seen = seen || value.value == "Brand New Source";
  }
  CHECK(seen);
  {
    dateline::IndexWriter writer(path, {.rebuild = true});
    writer.add({.id = "only", .title = "x", .body = "y", .source = "Only"});
    writer.commit();
  }
  CHECK(shown(searcher.search({}, options).facets[0]) == "source Only=1");
}

TEST_CASE("facets: kinds by name") {
  for (const char* kind :
       {"person", "org", "place", "thing", "source", "author", "topic", "lang",
        "published:year", "mentioned:day", "published:auto", "published:week",
        "mentioned:quarter", "mentioned:decade"}) {
    CHECK(dateline::parse_facet_kind(kind).to_string() == kind);
  }
  CHECK(dateline::parse_facet_kind("organisation").to_string() == "org");
  CHECK(dateline::parse_facet_kind("published").to_string() == "published:auto");
  for (const char* kind : {"", ":", "person:", "person:year",
                           "published:", "published:hour", "Person", "person:5"}) {
    CAPTURE(kind);
    CHECK_THROWS_AS(dateline::parse_facet_kind(kind), dateline::Error);
  }
  const auto asked = [](const char* text) {
    const dateline::AskedFacet facet = dateline::parse_facet(text);
    return facet.kind.to_string() + "/" +
           (facet.limit ? std::to_string(*facet.limit) : "");
  };
  CHECK(asked("person") == "person/");
  CHECK(asked("person:5") == "person/5");
  CHECK(asked("published:0") == "published:auto/0");
  CHECK(asked("published:month:12") == "published:month/12");
  for (const char* text : {"person:", "person:-1", "person:5:6", "5", ":5",
                           "person:99999999999999999999", "person: 5"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(dateline::parse_facet(text), dateline::Error);
  }
}

TEST_CASE("facets: the empty periods between dates are values") {
  const auto published = [](std::string id, Date day) {
    return Article{.id = std::move(id), .title = "x", .body = "y", .published = day};
  };
  const TempDir folder;
  const Searcher searcher(build_index(
      folder, {published("a", {2020, 1, 30}), published("b", {2020, 2, 2}),
               published("c", {2020, 2, 2}), published("d", {2020, 2, 4}),
               published("e", {2020, 2, 4}), published("f", {2023, 3, 2})}));
  const struct {
    const char* asked;
    const char* shown;
  } cases[] = {
      {"published:month:0", "published:month 2020-01=1 2020-02=4 2020-03=0"},
      {"published:quarter", "published:quarter 2020-Q1=5 2020-Q2=0"},
      {"published:decade", "published:decade 2020s=6"},
      // All 1,128 days would be too many: a run of empty ones is one value.
      {"published:day",
       "published:day 2020-01-30=1 2020-01-31..2020-02-01=0 2020-02-02=2 2020-02-03=0 "
       "2020-02-04=2 2020-02-05..2023-03-01=0 2023-03-02=1"},
      {"published:day:2", "published:day 2020-02-02=2 2020-02-03=0 2020-02-04=2"},
      {"published:week", "published:week 2020-W05=3 2020-W06=2 2020-W07=0"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.asked);
    const Facet facet = searcher.search({}, {.facets = {c.asked}}).facets.at(0);
    CHECK(shown(facet).starts_with(c.shown));
  }
  const Facet days = searcher.search({}, {.facets = {"published:day"}}).facets.at(0);
  CHECK(days.distinct == 4);
  CHECK(days.values.at(1).gap == 2);
  CHECK(days.values.at(5).gap == 1121);
  // Where one with articles was left out, no gap is claimed.
  const Facet two = searcher.search({}, {.facets = {"published:day:1"}}).facets.at(0);
  CHECK(shown(two) == "published:day 2020-02-02=2");
}

}  // namespace
