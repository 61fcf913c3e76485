// NEAR, ADJ, windows, atleast, patterns and inexact words: which articles they find, as
// one can tell by reading them, and what the query is read as.

#include <dateline/error.h>
#include <dateline/query.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::build_index;
using dateline::testing::found;
using dateline::testing::TempDir;

// Words by position, the title's first; the body's stand far behind them.
std::vector<Article> corpus() {
  return {
      {.id = "a", .title = "Putin", .body = "The treaty of old. Treaties, treaty!"},
      {.id = "b", .title = "Talks", .body = "Putin signed one more treaty today."},
      {.id = "c",
       .title = "News",
       .body = "A treaty; and Putin spoke of arms control."},
      {.id = "d",
       .title = "Arms",
       .body = "Control arms, control of arms. Organisation and organization."},
      {.id = "e", .title = "START", .body = "To start START talks in Kiev."},
      {.id = "f", .title = "G-20 summit", .body = "The summit of the G20 in Kyiv."},
      {.id = "g", .title = "Men", .body = "A woman and two women, dying to die."},
      {.id = "h", .title = "Pact", .body = "Putin Putin Putin pact Lavrov Lavrow."},
  };
}

const Searcher& searcher() {
  static const TempDir folder;
  static const Searcher made(build_index(folder, corpus()));
  return made;
}

TEST_CASE("places: capitals asked of the title stand in the title") {
  const TempDir folder;
  const Searcher searcher(build_index(
      folder,
      {{.id = "a", .title = "To start", .body = "The START treaty of old."},
       {.id = "b", .title = "New START now", .body = "It is to start."},
       {.id = "c", .title = "START by the NATO side", .body = "A START."},
       {.id = "d", .title = "A start by the Nato side", .body = "START. NATO."}}));
  CHECK(found(searcher, "title:START now OR title:START") == "b c");
  CHECK(found(searcher, "title:\"START by the NATO\" OR title:zebra") == "c");
  CHECK(found(searcher, "title:(START ADJ/3 NATO) -zebra") == "c");
  CHECK(found(searcher, "-title:START -zebra") == "a d");
}

TEST_CASE("places: a name stands where one of its spellings is written") {
  using enum dateline::NameKind;
  const TempDir folder;
  const Searcher searcher(
      build_index(folder, {{.id = "a",
                            .title = "Talks",
                            .body = "Sergei Lavrov spoke of a treaty.",
                            .names = {{kPerson, "Sergei Lavrov"}}},
                           {.id = "b",
                            .title = "Talks",
                            .body = "Then Lavrov spoke of the treaty. Lavrov left.",
                            .names = {{kPerson, "Sergei Lavrov"}}},
                           {.id = "c",
                            .title = "Lavrov",
                            .body = "A treaty that he spoke of is far away from him.",
                            .names = {{kPerson, "Sergei Lavrov"}}},
                           {.id = "d",
                            .title = "Vodka",
                            .body = "Lavrov vodka, treaty vodka of Moscow.",
                            .names = {{kThing, "Lavrov Vodka"}}}}));
  // An article without the name does not match, whatever its words.
  CHECK(found(searcher, "person:Lavrov NEAR/5 treaty") == "a b");
  CHECK(found(searcher, "person:\"Sergei Lavrov\" ADJ/5 treaty") == "a b");
  CHECK(found(searcher, "treaty ADJ/5 person:Lavrov") == "b");
  CHECK(found(searcher, "(person:Lavrov OR Moscow) NEAR/4 treaty") == "a b d");
  CHECK(found(searcher, "person:Lavrov NEAR/5 thing:\"Lavrov Vodka\"") == "");
  CHECK(found(searcher, "name:Lavrov NEAR/1 spoke") == "a b");
  CHECK(found(searcher, "atleast/2:person:Lavrov") == "b");
  CHECK(found(searcher, "atleast/1:person:Lavrov") == "a b c");
  CHECK(found(searcher, "spoke ADJ/1 person:Lavrov OR of ADJ/3 person:Lavrov") == "b");
  CHECK(found(searcher, "person:Nobody NEAR/5 treaty") == "");
}

TEST_CASE("places: which articles match") {
  const struct {
    std::string query;
    std::string ids;
  } cases[] = {
      // Two words are n positions apart at most.
      {"Putin NEAR/4 treaty", "b c"},
      {"Putin NEAR/3 treaty", "c"},
      {"Putin NEAR/2 treaty", "c"},
      {"Putin NEAR/1 treaty", ""},
      {"Putin ADJ/4 treaty", "b"},
      {"treaty ADJ/2 Putin", "c"},
      {"Putin NEAR treaty", "b c"},
      // Nothing is near across the gap between title and body.
      {"Putin NEAR/1000 treaty", "b c"},
      // Phrases, ORs, patterns; chains; windows within windows.
      {"Putin NEAR/3 \"arms control\"", "c"},
      {"Putin ADJ/2 (\"arms control\" OR spoke)", "c"},
      {"Putin NEAR/4 (treaty OR pact)", "b c h"},
      {"Put* NEAR/2 (treaty OR p?ct)", "c h"},
      {"treaty NEAR/2 Putin NEAR/2 spoke", "c"},
      {"treaty NEAR/3 Putin NEAR/3 spoke", "c"},
      {"treaty ADJ/1 Putin ADJ/1 spoke", ""},
      {"(treaty NEAR/2 Putin) ADJ/1 spoke", "c"},
      {"(treaty NEAR/2 Putin) ADJ/2 of", "c"},
      {"\"Putin treaty\"~2", "c"},
      {"\"treaty Putin\"~2", "c"},
      {"\"treaties Putin\"~20", ""},
      {"\"control arms control\"~1", "d"},
      {"\"arms control arms\"~1", ""},
      {"\"arms control arms\"~2", "d"},
      // One occurrence is not two.
      {"Putin NEAR/5 Putin", "h"},
      {"treaty NEAR/9 treaties", "a"},
      {"=treaty NEAR/9 =treaties", "a"},
      {"Putin NEAR/9 Putin NEAR/9 Putin", "h"},
      {"Putin NEAR/9 Putin NEAR/9 Putin NEAR/9 Putin", ""},
      // Capitals, joined forms, irregular stems.
      {"START NEAR/2 talks", "e"},
      {"=start NEAR/1 START", "e"},
      {"G-20 NEAR/4 summit", "f"},
      {"G20 ADJ/2 summit", "f"},
      {"die NEAR/2 dying", "g"},
      {"\"to die\" NEAR/1 dying", "g"},
      // In titles.
      {"title:(G20 NEAR/3 summit)", "f"},
      {"title:(Putin NEAR/9 treaty)", ""},
      {"title:\"summit 20\"~2", "f"},
      {"title:START", "e"},
      // Without.
      {"treaty -(Putin NEAR/4 treaty)", "a"},
      {"NOT Putin NEAR/1000 treaty", "a d e f g h"},

      {"atleast/1:treaty", "a b c"},
      {"atleast/2:treaty", "a"},
      {"atleast/3:treaty", "a"},
      {"atleast/4:treaty", ""},
      {"atleast/2:=treaty", "a"},
      {"atleast/2:\"arms control\"", ""},
      {"atleast/2:(arms OR control)", "c d"},
      {"atleast/2:(arms control)", "d"},
      {"atleast/3:(arms control)", ""},
      {"atleast/3:arms", "d"},
      {"atleast/2:(Putin NEAR/2 Putin)", "h"},
      {"atleast/3:(Putin NEAR/2 Putin)", ""},
      {"atleast/2:title:summit", ""},
      {"atleast/2:summit", "f"},
      {"atleast/2:organi*", "d"},
      {"-atleast/2:Putin Putin", "a b c"},

      {"treat*", "a b c"},
      {"TREAT*", "a b c"},
      {"organi?ation", "d"},
      {"wom?n", "g"},
      {"*ow", "h"},
      {"*ovembe*", ""},
      {"k*v", "e f"},
      {"k?v", ""},
      {"title:p*", "a h"},
      {"title:*rms", "d"},
      {"lavrof~", "h"},
      {"lavrof~1 lavrow", "h"},
      {"kiew~", "e"},
      {"kiew~2", "e g"},
      {"title:telks~", "b"},
      {"NOT p*", "d e f g"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    const auto parsed = parse_query(c.query);
    CHECK(parsed.problems.empty());
    std::string ids;
    for (const char id : found(searcher(), c.query)) ids += id;
    CHECK(ids == c.ids);
  }
}

TEST_CASE("places: what they are read as") {
  const struct {
    std::string query;
    std::string reading;
  } cases[] = {
      {"Putin NEAR (treaty OR pact)", "Putin NEAR/10 (treaty OR pact)"},
      {"a ADJ/2 \"b c\" d", "a ADJ/2 \"b c\" AND d"},
      {"\"a b\"~3", "\"a b\"~3"},
      {"treat* lavrof~", "treat* AND lavrof~1"},
      {"atleast/3:Minsk", "atleast/3:Minsk"},
      {"atleast/3:(a OR b)", "atleast/3:(a OR b)"},
      {"title:(a NEAR/2 b)", "title:(a NEAR/2 b)"},
      {"NOT a NEAR/2 b", "NOT a NEAR/2 b"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(searcher().search(parse_query(c.query).query).reading == c.reading);
  }
}

TEST_CASE("places: what is noted") {
  const auto notes = [](const std::string& text) {
    std::string all;
    for (const auto& note : searcher().search(parse_query(text).query).notes) {
      all += note.message + '\n';
    }
    return all;
  };
  CHECK(notes("Putin OR arms AND control") ==
        "AND binds tighter than OR, so this is read as Putin OR (arms AND control);"
        " brackets make it otherwise.\n");
  CHECK(notes("Putin OR arms source:AP") ==
        "AND binds tighter than OR, so this is read as Putin OR (arms AND source:AP);"
        " brackets make it otherwise.\n");
  CHECK(notes("Putin OR (arms AND control)").empty());
  CHECK(notes("Putin OR (arms source:AP)").empty());
  CHECK(notes("putinesque*") == "No article has a word like \"putinesque*\".\n");
  CHECK(notes("(a OR al-Assad~ OR b)") ==
        "\"al-Assad\" is several words, so ~ is left out.\n");
  CHECK(
      notes("\"a b c d e f g h i\"~9").starts_with("\"…\"~9 looks at 8 words at most"));
}

TEST_CASE("places: explained with the words that patterns stand for") {
  const auto explanation = searcher().explain(parse_query("p* NEAR/9 lavrof~").query);
  REQUIRE(explanation.expansions.size() == 2);
  CHECK(explanation.expansions[0].typed == "p*");
  CHECK(explanation.expansions[0].words == std::vector<std::string>{"putin", "pact"});
  CHECK(explanation.expansions[1].words ==
        std::vector<std::string>{"lavrov", "lavrow"});
  CHECK(explanation.xapian_query.find("[((putin, pact) NEAR/9 (lavrov, lavrow))]") !=
        std::string::npos);
}

TEST_CASE("places: of very many words those in most articles") {
  const TempDir folder;
  std::vector<Article> articles;
  for (int i = 0; i < 4; ++i) {
    Article& article =
        articles.emplace_back(Article{.id = std::to_string(i), .body = "x"});
    for (int n = 0; n < 400 * (i + 1); ++n) article.body += " w" + std::to_string(n);
  }
  const Searcher many(build_index(folder, std::move(articles)));
  const auto results = many.search(parse_query("w*").query);
  CHECK(results.matches.count == 4);
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes[0].message ==
        "\"w*\" stands for 1,600 words; the 1,000 in most articles are searched for.");
  CHECK(many.explain(parse_query("w1?9*").query).notes.empty());
  // Seen red with AskedArticles not handing the number on.
  const dateline::Query all = parse_query("w*").query;
  CHECK(many.search(all, {.expansions = 1600}).notes.empty());
  CHECK(many.timeline(all, {.expansions = 1600}).notes.empty());
  CHECK(many.pairs(all, {.expansions = 1600}).notes.empty());
  CHECK(many.search(all, {.expansions = 1599}).notes.size() == 1);
  CHECK(many.search(all, {.expansions = 100'000}).notes.empty());
  for (const std::size_t wrong : {std::size_t{0}, std::size_t{100'001}}) {
    CHECK_THROWS_AS(many.search(all, {.expansions = wrong}), dateline::Error);
  }
}

TEST_CASE("places: snippets mark what takes part, and nothing else") {
  const std::string body =
      "Putin and Lavrov. One two three four five treaty. Putin signed a treaty on arms "
      "control, on control of arms; treaties and pacts on the G-20, says Lavrow.";
  const TempDir folder;
  const Searcher one(build_index(folder, {{.id = "x", .title = "T", .body = body}}));
  const struct {
    std::string query;
    std::string marked;
  } cases[] = {
      {"Putin NEAR/3 treaty", "treaty+Putin+treaty"},
      {"Putin NEAR/3 treat*", "treaty+Putin+treaty"},
      {"\"treaty Putin\"~1", "treaty+Putin"},
      {"Putin ADJ/9 treaty", "Putin+treaty+Putin+treaty"},
      {"Lavrov ADJ/99 =treaty ADJ/99 treaties", "Lavrov+treaty+treaty+treaties"},
      {"treaty NEAR/2 (\"arms control\" OR lavrow)", "treaty+arms control"},
      {"treaties NEAR/9 G20", "treaties+G-20"},
      {"(Putin ADJ/1 signed) NEAR/4 \"arms control\"", "Putin signed+arms control"},
      {"(one OR two) NEAR/1 (two OR three)", "One+two+three"},
      {"lavrof~", "Lavrov+Lavrow"},
      {"p?ct* lavrow~", "Lavrov+pacts+Lavrow"},
      {"atleast/2:\"on\"", "on+on+on"},
      {"atleast/2:(control OR arms)", "arms+control+control+arms"},
      {"one -(Putin NEAR/1 x)", "One"},
      {"treaty NEAR/1 treaty", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    dateline::SearchOptions options;
    options.snippet = {.length = 1000, .open = "[", .close = "]"};
    const auto results = one.search(parse_query(c.query).query, options);
    std::string marked;
    const std::string snippet =
        results.hits.empty() ? std::string() : results.hits.front().snippet;
    for (std::size_t at = snippet.find('['); at != std::string::npos;
         at = snippet.find('[', at + 1)) {
      marked += (marked.empty() ? "" : "+") +
                snippet.substr(at + 1, snippet.find(']', at) - at - 1);
    }
    CHECK(marked == c.marked);
  }
}

TEST_CASE("places: the same in several indexes together") {
  const TempDir folder;
  std::vector<Article> first = corpus();
  std::vector<Article> second(first.begin() + 3, first.end());
  first.resize(3);
  const Searcher both({build_index(folder, std::move(first), false, "first.db"),
                       build_index(folder, std::move(second), false, "second.db")});
  for (const char* query :
       {"Putin NEAR/4 (treaty OR pact)", "atleast/2:(arms OR control)", "treat*",
        "NOT Putin NEAR/1000 treaty", "die NEAR/2 dying", "\"treaty Putin\"~2"}) {
    CAPTURE(query);
    CHECK(found(both, query) == found(searcher(), query));
  }
}

}  // namespace
