// What is typical, and who is named with whom, against a count by hand.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "query/association.h"
#include "tests/entity_testing.h"
#include "tests/explore_corpus.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::Association;
using dateline::Facet;
using dateline::FacetRank;
using dateline::NameKind;
using dateline::NamePairs;
using dateline::PairOptions;
using dateline::parse_query;
using dateline::Searcher;
using dateline::SearchOptions;
using dateline::testing::build_index;
using dateline::testing::linked_name;
using dateline::testing::named_articles;
using dateline::testing::TempDir;

using Entity = std::pair<NameKind, std::string>;

std::set<Entity> entities_of(const Article& article) {
  std::set<Entity> entities;
  for (const auto& name : article.names) {
    const std::string label = linked_name(name.text);
    if (!label.empty()) entities.emplace(name.kind, label);
  }
  return entities;
}

// Whether an article answers "", "word1" or "topic:topic1".
bool matches(const Article& article, const std::string& query) {
  if (query.starts_with("topic:")) return article.topics.front() == query.substr(6);
  const std::string words = article.body.substr(0, article.body.find('.')) + " ";
  return query.empty() || words.find(" " + query + " ") != std::string::npos;
}

class Newsroom {
 public:
  Newsroom()
      : articles_(named_articles(400, 5)),
        path_(build_index(folder_, articles_)),
        searcher_(linked(path_)) {}

  const std::vector<Article>& articles() const { return articles_; }
  const Searcher& searcher() const { return searcher_; }
  const std::string& path() const { return path_; }

 private:
  static const std::string& linked(const std::string& path) {
    dateline::testing::set_entities(path, dateline::testing::linked_names());
    return path;
  }

  TempDir folder_;
  std::vector<Article> articles_;
  std::string path_;
  Searcher searcher_;
};

const Newsroom& newsroom() {
  static const Newsroom room;
  return room;
}

struct Typical {
  std::size_t count = 0;
  std::size_t in_index = 0;
  double score = 0;
};

// Every value that is typical of the articles with a word.
template <class ValuesOf>
std::map<std::string, Typical> typical_by_hand(const std::string& word,
                                               ValuesOf values_of) {
  std::map<std::string, Typical> found;
  std::size_t matching = 0;
  for (const Article& article : newsroom().articles()) {
    const bool is_match = matches(article, word);
    matching += is_match ? 1 : 0;
    for (const std::string& value : values_of(article)) {
      found[value].count += is_match ? 1 : 0;
      ++found[value].in_index;
    }
  }
  std::map<std::string, Typical> above;
  for (auto [value, typical] : found) {
    const Association counts{.both = typical.count,
                             .first = matching,
                             .second = typical.in_index,
                             .all = newsroom().articles().size()};
    typical.score = log_likelihood(counts);
    if (is_above_chance(counts) && typical.score >= dateline::kSeldomByChance) {
      above[value] = typical;
    }
  }
  return above;
}

void check_typical(const Facet& facet, const std::map<std::string, Typical>& expected) {
  CAPTURE(facet.kind);
  CHECK(facet.values.size() == expected.size());
  double before = 1e9;
  for (const auto& value : facet.values) {
    CAPTURE(value.value);
    REQUIRE(expected.contains(value.value));
    const Typical& typical = expected.at(value.value);
    CHECK(value.count == typical.count);
    CHECK(value.in_index == typical.in_index);
    CHECK(value.score == typical.score);
    CHECK(value.score <= before);
    before = value.score;
  }
}

TEST_CASE("typical facets: those of a count by hand") {
  for (const std::string word : {"topic:topic1", "topic:topic3", "word1", ""}) {
    CAPTURE(word);
    const auto results = newsroom().searcher().search(
        parse_query(word).query, {.facets = {"person", "place", "topic", "source"},
                                  .facet_limit = 0,
                                  .facet_rank = FacetRank::kTypical});
    for (std::size_t k = 0; k < 2; ++k) {
      const NameKind kind = k == 0 ? NameKind::kPerson : NameKind::kPlace;
      check_typical(results.facets[k],
                    typical_by_hand(word, [&](const Article& article) {
                      std::set<std::string> values;
                      for (const auto& [of, name] : entities_of(article)) {
                        if (of == kind) values.insert(name);
                      }
                      return values;
                    }));
    }
    check_typical(results.facets[2], typical_by_hand(word, [](const Article& article) {
                    return article.topics;
                  }));
    check_typical(results.facets[3], typical_by_hand(word, [](const Article& article) {
                    return std::vector{article.source};
                  }));
  }
}

TEST_CASE("typical facets: the names of a topic, and a minimum of articles") {
  const auto facet = [](SearchOptions options) {
    options.facets = {"person"};
    const auto query = parse_query("topic:topic2").query;
    return newsroom().searcher().search(query, options).facets.at(0);
  };
  const Facet typical = facet({.facet_rank = FacetRank::kTypical});
  REQUIRE(typical.values.size() == 3);
  std::set<std::string> names;
  for (const auto& value : typical.values) {
    names.insert(value.value);
    CHECK(value.count <= value.in_index);
  }
  CHECK(names == std::set<std::string>{"Name 6", "Name 7", "Name 8"});

  const Facet all = facet({});
  CHECK(all.values.front().score == 0);
  const std::size_t most = all.values.front().count;
  const Facet some = facet({.facet_minimum = most});
  CHECK(some.distinct < all.distinct);
  for (const auto& value : some.values) CHECK(value.count >= most);
  CHECK(facet({.facet_minimum = most + 1}).values.empty());
}

// Pairs by hand: for both names and what they share.
using Shared = std::map<std::pair<Entity, Entity>, std::size_t>;

struct Counts {
  Shared shared;
  std::map<Entity, std::size_t> alone;
  std::size_t matching = 0;
};

Counts pairs_by_hand(const std::string& word, const std::vector<NameKind>& kinds) {
  Counts counts;
  for (const Article& article : newsroom().articles()) {
    if (!matches(article, word)) continue;
    ++counts.matching;
    const auto all = entities_of(article);
    for (const Entity& a : all) {
      if (std::ranges::find(kinds, a.first) == kinds.end()) continue;
      ++counts.alone[a];
      for (const Entity& b : all) {
        const bool is_asked = std::ranges::find(kinds, b.first) != kinds.end();
        if (is_asked && a < b) ++counts.shared[{a, b}];
      }
    }
  }
  return counts;
}

Entity entity_of(const NamePairs& pairs, std::size_t name) {
  return {pairs.names.at(name).kind, pairs.names.at(name).label};
}

TEST_CASE("pairs: counts, and what is to be known of both, are those by hand") {
  using enum NameKind;
  const std::vector<NameKind> kind_lists[] = {
      {kPerson, kOrg}, {kPlace}, {kThing, kPerson, kOrg, kPlace}};
  for (const std::string word : {"", "word1", "topic:topic2", "zebra"}) {
    for (const auto& kinds : kind_lists) {
      for (const std::size_t least : {1U, 3U}) {
        CAPTURE(word);
        CAPTURE(kinds.size());
        CAPTURE(least);
        Counts expected = pairs_by_hand(word, kinds);
        std::erase_if(expected.shared,
                      [&](const auto& pair) { return pair.second < least; });
        const NamePairs pairs = newsroom().searcher().pairs(
            parse_query(word).query,
            {.kinds = kinds, .limit = 0, .min_articles = least});
        CHECK(pairs.matches.count == expected.matching);
        CHECK(pairs.found == expected.shared.size());
        REQUIRE(pairs.pairs.size() == expected.shared.size());
        for (const auto& pair : pairs.pairs) {
          const Entity first = entity_of(pairs, pair.first);
          const Entity second = entity_of(pairs, pair.second);
          const auto key = std::minmax(first, second);
          REQUIRE(expected.shared.contains(key));
          CHECK(pair.articles == expected.shared.at(key));
          CHECK(pairs.names[pair.first].articles == expected.alone.at(first));
          CHECK(pairs.names[pair.second].articles == expected.alone.at(second));
          CHECK(pair.first < pair.second);
          const Association counts{.both = pair.articles,
                                   .first = expected.alone.at(first),
                                   .second = expected.alone.at(second),
                                   .all = expected.matching};
          CHECK(pair.likelihood == log_likelihood(counts));
          CHECK(pair.dice == dice(counts));
        }
      }
    }
  }
}

std::vector<std::tuple<std::string, std::string, std::size_t>> listed(
    const NamePairs& pairs) {
  std::vector<std::tuple<std::string, std::string, std::size_t>> list;
  for (const auto& pair : pairs.pairs) {
    list.emplace_back(pairs.names[pair.first].label, pairs.names[pair.second].label,
                      pair.articles);
  }
  return list;
}

TEST_CASE("pairs: the first N of all, in either rank") {
  for (const FacetRank rank : {FacetRank::kFrequent, FacetRank::kTypical}) {
    PairOptions options{.limit = 0, .min_articles = 1, .rank = rank};
    const NamePairs all = newsroom().searcher().pairs({}, options);
    REQUIRE(all.pairs.size() > 20);
    for (std::size_t i = 1; i < all.pairs.size(); ++i) {
      const auto& before = all.pairs[i - 1];
      const auto& pair = all.pairs[i];
      if (rank == FacetRank::kFrequent) {
        CHECK(before.articles >= pair.articles);
      } else {
        CHECK(before.likelihood >= pair.likelihood);
        CHECK(pair.likelihood > 0);
      }
    }
    for (const std::size_t limit : {1U, 7U, 20U}) {
      options.limit = limit;
      const NamePairs some = newsroom().searcher().pairs({}, options);
      CHECK(some.found == all.found);
      auto expected = listed(all);
      expected.resize(limit);
      CHECK(listed(some) == expected);
    }
  }
}

TEST_CASE("pairs: filters, cold and warm, one index and two") {
  const Newsroom& room = newsroom();
  const PairOptions options{.limit = 30, .where = {{"source", "AP"}}};
  const NamePairs cold = Searcher(room.path()).pairs({}, options);
  const NamePairs by_query =
      room.searcher().pairs(parse_query("source:AP").query, {.limit = 30});
  CHECK(cold.matches.count == by_query.matches.count);
  CHECK(listed(cold) == listed(by_query));
  for (int i = 0; i < 3; ++i) room.searcher().search({}, {.facets = {"person"}});
  CHECK(listed(room.searcher().pairs({}, options)) == listed(cold));

  const TempDir folder;
  const auto& all = room.articles();
  const std::vector<Article> some(all.begin(), all.begin() + 150);
  const std::vector<Article> rest(all.begin() + 150, all.end());
  const std::string first = build_index(folder, some, false, "first.db");
  const std::string second = build_index(folder, rest, false, "second.db");
  dateline::testing::set_entities(first, dateline::testing::linked_names());
  dateline::testing::set_entities(second, dateline::testing::linked_names());
  CHECK(listed(Searcher({first, second}).pairs({}, options)) == listed(cold));
  CHECK_THROWS_AS(room.searcher().pairs({}, {.where = {{"sauce", "AP"}}}),
                  dateline::Error);
}

TEST_CASE("pairs: an article and its copies count once where stories do") {
  const std::string text =
      "The harbour of Riverton was closed on Monday after a crane fell into the water "
      "beside the ferry, port officials said, and nobody was hurt in the accident that "
      "will keep the quay shut for a week while divers look for what is left of it.";
  const auto copy = [&](std::string id) {
    Article article{.id = std::move(id), .title = "Crane falls", .body = text};
    article.names = {{NameKind::kPerson, "Ann Lee"}, {NameKind::kOrg, "Port"}};
    return article;
  };
  const TempDir folder;
  const Searcher searcher(build_index(folder, {copy("a"), copy("b"), copy("c")}));
  const NamePairs articles = searcher.pairs({}, {.min_articles = 1});
  REQUIRE(articles.pairs.size() == 1);
  CHECK(articles.pairs[0].articles == 3);
  const NamePairs stories =
      searcher.pairs({}, {.min_articles = 1, .unit = dateline::FacetUnit::kStories});
  REQUIRE(stories.pairs.size() == 1);
  CHECK(stories.pairs[0].articles == 1);
  CHECK(stories.matches.count == 3);
  CHECK(stories.matches.stories == 1);
}

}  // namespace
