// Folding: every page and count against a fold of the unfolded result by hand; and
// articles like one, of which the seeds are the measure.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "index/copy_linking.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

// Texts in up to five versions, each by one of three sources, on any of ten days or
// none; "flood" in two of three.
std::vector<Article> newsroom(std::uint64_t seed) {
  corpus::Random random(seed, 0);
  std::vector<Article> articles;
  for (int text = 0; text < 60; ++text) {
    const std::uint32_t versions = 1 + (random.one_in(2) ? random.below(5) : 0);
    for (std::uint32_t version = 0; version < versions; ++version) {
      Article& article = articles.emplace_back();
      article.id = "s" + std::to_string(seed) + "-" + std::to_string(random.below(10)) +
                   "-" + std::to_string(articles.size());
      article.title = "Report " + std::to_string(text);
      article.body = words(text * 1000, 120 + static_cast<int>(random.below(30)));
      if (!random.one_in(3)) article.body += "flood";
      article.source = std::string(1, static_cast<char>('A' + random.below(3)));
      if (!random.one_in(5)) {
        article.published = Date{2023, 3, 1 + static_cast<int>(random.below(10))};
      }
    }
  }
  return articles;
}

// The chain of each article, in the order of the table.
std::map<std::string, std::vector<std::string>> chains_of(
    const std::vector<std::string>& paths) {
  std::map<std::string, std::vector<std::string>> chains;
  for (const std::string& path : paths) {
    const auto table = read_copies(open_to_read(path));
    for (std::uint32_t chain = 0; chain < table.size(); ++chain) {
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < table.size(chain); ++i) {
        ids.emplace_back(*schema::id_of_term(table.id_term(chain, i)));
      }
      for (const std::string& id : ids) chains[id] = ids;
    }
  }
  return chains;
}

struct FoldedHit {
  std::string id;
  double score = 0;
  std::vector<std::string> copies{};

  friend bool operator==(const FoldedHit&, const FoldedHit&) = default;
};

// All hits without those that have an earlier article of their chain among them.
std::vector<FoldedHit> folded_by_hand(
    const Results& all, const std::map<std::string, std::vector<std::string>>& chains) {
  std::set<std::string> found;
  for (const Hit& hit : all.hits) found.insert(hit.id);
  std::vector<FoldedHit> folded;
  for (const Hit& hit : all.hits) {
    std::vector<std::string> of_chain = {hit.id};
    if (const auto chain = chains.find(hit.id); chain != chains.end()) {
      of_chain = chain->second;
      std::erase_if(of_chain, [&](const auto& id) { return !found.contains(id); });
    }
    if (of_chain.front() != hit.id) continue;
    folded.push_back({hit.id, hit.score, {of_chain.begin() + 1, of_chain.end()}});
  }
  return folded;
}

FoldedHit folded(const Hit& hit) {
  FoldedHit result{hit.id, hit.score};
  for (const Copy& copy : hit.copies) result.copies.push_back(copy.id);
  return result;
}

const IndexWriterOptions kPlain{.annotate = false, .link_names = false};

TEST_CASE("fold: pages and counts are those of a fold by hand") {
  const TempDir folder;
  const std::vector<std::string> paths = {folder / "a", folder / "b"};
  build(paths[0], newsroom(1), kPlain);
  build(paths[1], newsroom(2), kPlain);
  for (const auto& indexes : {std::vector{paths[0]}, paths}) {
    const Searcher searcher(indexes);
    const auto chains = chains_of(indexes);
    CHECK(chains.size() > 40);
    for (const char* text : {"", "flood", "source:A", "flood -source:B", "report 7",
                             "published:2023-03-04..", "nothing"}) {
      for (const auto sort :
           {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
        CAPTURE(text);
        const Query query = parse_query(text).query;
        SearchOptions options{.limit = 1000, .sort = sort};
        const Results all = searcher.search(query, options);
        CHECK_FALSE(all.matches.stories);
        const auto expected = folded_by_hand(all, chains);

        options.fold = true;
        for (const std::size_t limit : {1000U, 7U, 1U, 0U}) {
          options.limit = limit;
          std::vector<FoldedHit> shown;
          options.offset = 0;
          do {
            const Results page = searcher.search(query, options);
            CHECK(page.folded);
            CHECK(page.matches.count == all.matches.count);
            CHECK(page.matches.stories == expected.size());
            CHECK(page.hits.size() <= limit);
            for (const Hit& hit : page.hits) {
              shown.push_back(folded(hit));
              CHECK(hit.rank == shown.size());
              CHECK(hit.copy_count == hit.copies.size());
            }
            options.offset += limit;
          } while (limit > 0 && options.offset < expected.size() + 3);
          if (limit > 0) CHECK(shown == expected);
        }
      }
    }
  }
}

TEST_CASE("fold: facets by article and by story") {
  const TempDir folder;
  build(folder / "x", newsroom(3), kPlain);
  const Searcher searcher(folder / "x");
  const Query query = parse_query("flood").query;
  SearchOptions options{.limit = 1000, .facets = {"source"}};
  const auto by_article = searcher.search(query, options).facets;
  options.fold = true;
  const Results folded = searcher.search(query, options);
  CHECK(folded.facets[0].values == by_article[0].values);

  options.facet_unit = FacetUnit::kStories;
  const Results by_story = searcher.search(query, options);
  std::map<std::string, std::size_t> sources;
  for (const Hit& hit : by_story.hits) ++sources[hit.source];
  for (const FacetValue& value : by_story.facets[0].values) {
    CHECK(value.count == sources[value.value]);
  }
  CHECK(by_story.facets[0].values != by_article[0].values);

  options.fold = false;
  const Results counted = searcher.search(query, options);
  CHECK_FALSE(counted.folded);
  CHECK(counted.matches.stories == folded.hits.size());
  CHECK(counted.hits.size() == counted.matches.count);
  CHECK(counted.facets[0].values == by_story.facets[0].values);

  // Within a source the earliest of that source is shown; the facet of sources itself
  // counts stories of all.
  options.fold = true;
  options.where = {{"source", "B"}};
  const Results of_b = searcher.search(query, options);
  CHECK(of_b.hits.size() == of_b.matches.stories);
  for (const Hit& hit : of_b.hits) CHECK(hit.source == "B");
  CHECK(of_b.facets[0].values == by_story.facets[0].values);
}

TEST_CASE("fold: a hit names its copies, up to a limit") {
  const TempDir folder;
  std::vector<Article> articles;
  for (int i = 0; i < 5; ++i) {
    articles.push_back({.id = "a" + std::to_string(i), .body = words(0, 100)});
    articles.back().source = "AP";
    articles.back().published = Date{2023, 3, 5 - i};
  }
  articles.push_back({.id = std::string(300, 'x'), .body = words(0, 100)});
  build(folder / "x", articles, kPlain);
  const Searcher searcher(folder / "x");
  const Query query = parse_query("").query;
  Results found = searcher.search(query, {.fold = true, .copy_limit = 2});
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].id == "a4");
  CHECK(found.hits[0].copy_count == 5);
  CHECK(found.hits[0].copies ==
        std::vector<Copy>{{"a3", "AP", {2023, 3, 2}}, {"a2", "AP", {2023, 3, 3}}});
  found = searcher.search(query, {.fold = true});
  CHECK(found.hits[0].copies.back() == Copy{std::string(300, 'x'), "", {}});

  change_documents(folder / "x", {}, [](Xapian::WritableDatabase& database) {
    database.set_metadata(std::string(schema::metadata::kCopies), "damaged");
  });
  const auto error = error_of([&] { searcher.search(query, {.fold = true}); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kCorrupt);
  CHECK(searcher.search(query).hits.size() == 6);
  // The next commit makes it anew.
  build(folder / "x", {article("b")}, kPlain);
  CHECK(searcher.search(query, {.fold = true}).matches.stories == 2U);
}

TEST_CASE("similar: shared names and words; copies are left out by folding") {
  const TempDir folder;
  std::vector<Article> articles;
  const auto add = [&](const char* id, const std::string& body, Date day) {
    articles.push_back({.id = id, .title = "News", .body = body});
    articles.back().published = day;
  };
  const std::string event =
      "The ferry Aurora sank off Tromso on 3 May 2021, said Kari Nordmann of the "
      "Norwegian Coast Guard. Divers searched the hull for the missing sailors, and "
      "the harbour stayed closed through the night while relatives waited ashore. ";
  add("event", event, {2021, 5, 4});
  add("copy", event, {2021, 5, 5});
  add("follow-up",
      "Kari Nordmann of the Norwegian Coast Guard said divers had left the hull of the "
      "Aurora. The ferry sank on 3 May 2021; the harbour is open again.",
      {2021, 5, 7});
  add("years later", "A ferry sank in a harbour abroad, and divers were sent.",
      {2024, 5, 7});
  for (int i = 0; i < 40; ++i) {
    add(("other" + std::to_string(i)).c_str(), words(i * 100, 90), {2021, 5, 4});
  }
  build(folder / "x", articles);
  const Searcher searcher(folder / "x");
  CHECK_FALSE(searcher.similar("nobody"));
  CHECK(searcher.similar("other3")->articles.empty());

  const auto ids = [](const SimilarArticles& similar) {
    std::vector<std::string> found;
    for (const auto& article : similar.articles) found.push_back(article.hit.id);
    return found;
  };
  const auto all = searcher.similar("event");
  REQUIRE(all->articles.size() >= 2);
  CHECK(ids(*all)[0] == "copy");
  CHECK(ids(*all)[1] == "follow-up");
  CHECK(all->articles[0].hit.score > all->articles[1].hit.score);
  CHECK(all->articles[0].hit.score <= 1);
  const auto& names = all->articles[1].names;
  CHECK(std::ranges::any_of(
      names, [](const Name& name) { return name.text == "Kari Nordmann"; }));
  CHECK(all->articles[1].days == std::vector<Date>{{2021, 5, 3}});

  CHECK(ids(*searcher.similar("event", {.fold = true}))[0] == "follow-up");
  const auto folded = searcher.similar("follow-up", {.fold = true});
  REQUIRE(!folded->articles.empty());
  CHECK(ids(*folded)[0] == "event");
  CHECK(folded->articles[0].hit.copy_count == 1);
  CHECK(searcher.similar("event", {.limit = 1})->articles.size() == 1);
}

TEST_CASE("similar: the seeds are of one event, and no copies") {
  const auto seeds = shared_data("seeds");
  if (!seeds) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const TempDir folder;
  std::vector<Article> articles;
  for (const auto& entry : std::filesystem::directory_iterator(*seeds)) {
    if (entry.path().extension() != ".txt") continue;
    articles.push_back(
        {.id = entry.path().filename().string(), .body = read_file(entry.path())});
  }
  REQUIRE(articles.size() == 5);
  for (int i = 0; i < 60; ++i) {
    articles.push_back(
        {.id = "other" + std::to_string(i),
         .body = "The United States and Russia said " + words(i * 100, 80)});
  }
  build(folder / "x", articles);
  CHECK(read_copies(open_to_read(folder / "x")).size() == 0);
  const Searcher searcher(folder / "x");
  for (const Article& seed : articles) {
    if (seed.id.starts_with("other")) continue;
    CAPTURE(seed.id);
    const auto similar = searcher.similar(seed.id);
    REQUIRE(similar->articles.size() >= 4);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK_FALSE(similar->articles[i].hit.id.starts_with("other"));
    }
  }
}

}  // namespace
