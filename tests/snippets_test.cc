// Which passage is shown, and what is marked in it: only what matched.

#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "query/snippets.h"
#include "query/word_queries.h"
#include "query/word_units.h"

namespace {

using dateline::AnnotatedArticle;
using dateline::QueryNode;
using dateline::SnippetOptions;
using dateline::Wanted;

// `"new START" treaty =word`: what the compiler would want for a simple query.
std::vector<Wanted> wanted_of(std::string_view text) {
  std::vector<QueryNode> nodes;
  while (!text.empty()) {
    const bool quoted = text.front() == '"';
    if (quoted) text.remove_prefix(1);
    const bool exact = text.front() == '=';
    if (exact) text.remove_prefix(1);
    const std::size_t end = std::min(text.find(quoted ? '"' : ' '), text.size());
    nodes.push_back({.kind = quoted ? QueryNode::Kind::kPhrase : QueryNode::Kind::kWord,
                     .text = std::string(text.substr(0, end)),
                     .exact = exact});
    text.remove_prefix(std::min(end + 1, text.size()));
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  dateline::text::Analyzer analyzer("en");
  const QueryNode root{.kind = QueryNode::Kind::kRun, .children = nodes};
  dateline::WordReader reader{.analyzer = analyzer,
                              .capitals = dateline::capitals_matter(&root, analyzer)};
  std::vector<Wanted> wanted;
  for (const QueryNode& node : nodes) {
    if (node.kind == QueryNode::Kind::kPhrase || node.exact) {
      wanted.push_back(dateline::wanted(*dateline::read_phrase(node, reader)));
      continue;
    }
    std::vector<const QueryNode*> dropped;
    for (const auto& unit :
         dateline::read_words(std::span(&node, 1), reader, dropped)) {
      wanted.push_back(dateline::wanted(unit));
    }
  }
  return wanted;
}

std::string snippet(const AnnotatedArticle& article, std::span<const Wanted> wanted,
                    SnippetOptions options = {}) {
  if (options.open == "<b>") options.open = "[";
  if (options.close == "</b>") options.close = "]";
  dateline::text::Analyzer analyzer("en");
  return dateline::SnippetMaker(wanted, options).make(article, analyzer);
}

std::string snippet(std::string_view query, std::string_view body,
                    SnippetOptions options = {}) {
  AnnotatedArticle article;
  article.article.body = body;
  const auto wanted = wanted_of(query);
  return snippet(article, wanted, std::move(options));
}

TEST_CASE("snippets: what is marked") {
  const struct {
    std::string query;
    std::string body;
    std::string snippet;
  } cases[] = {
      {"treaty", "The treaties were signed.", "The [treaties] were signed."},
      {"=treaty", "A treaty of treaties.", "A [treaty] of treaties."},
      // Of a phrase nothing but the phrase, and all of it at once.
      {"\"arms control\"", "Arms and control, arms control.",
       "Arms and control, [arms control]."},
      {"\"arms control\" arms", "Arms and arms control.", "[Arms] and [arms control]."},
      {"\"arms control\"", "Arms. Control.", "[Arms. Control]."},
      {"\"b c\"", "a b b c b", "a b [b c] b"},
      {"\"b b\"", "a b b b c", "a [b b b] c"},
      // Capitals, where they mean something.
      {"START talks", "To start the START talks.", "To start the [START] [talks]."},
      {"START", "To start the START talks.", "To [start] the [START] talks."},
      {"START talks", "ALL START HERE\nThe START talks went on.",
       "ALL START HERE The [START] [talks] went on."},
      {"\"New START\" treaty", "A new start for New START.",
       "A new start for [New START]."},
      {"US troops", "US troops told us.", "[US] [troops] told us."},
      {"U.S. troops", "The U.S. told us.", "The [U.S.] told us."},
      // One form, however it is written.
      {"G20", "G-20, G20 and G 20 met in 20 G.",
       "[G-20], [G20] and [G 20] met in 20 G."},
      {"G-20", "G-20, G20 and G 20 met in 20 G.",
       "[G-20], [G20] and [G 20] met in 20 G."},
      {"face-to-face", "Face to face, face-to-face, or face.",
       "[Face to face], [face-to-face], or face."},
      {"\"G20 summit\"", "The G-20 summit of the G20 summit.",
       "The [G-20 summit] of the [G20 summit]."},
      // Accents do not matter; the text stays as it is.
      {"sao", "São Paulo", "[São] Paulo"},
      {"nothing", "Not here.", "Not here."},
      {"any", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(snippet(c.query, c.body) == c.snippet);
  }
}

TEST_CASE("snippets: names are marked where they are mentioned") {
  AnnotatedArticle article;
  article.article.body = "Mr. Blinken met a man called Blinken.";
  article.body.names = {
      {.begin = 4, .end = 11, .name = {dateline::NameKind::kPerson, "Antony Blinken"}},
      {.begin = 29, .end = 36, .name = {dateline::NameKind::kPerson, "Bob Blinken"}}};
  const std::vector<Wanted> wanted = {
      {.names = {{dateline::NameKind::kPerson, "antony blinken"}}}};
  CHECK(snippet(article, wanted) == "Mr. [Blinken] met a man called Blinken.");
}

TEST_CASE("snippets: the output is one clean line") {
  CHECK(snippet("b",
                "a\n\n\tb\x01 c\x7f"
                "d") == "a [b] c d");
  CHECK(snippet("b", "x\xC2\x85y b") == "x y [b]");
  CHECK(snippet("b", "<i>a & \"b\"</i>") ==
        "&lt;i&gt;a &amp; &quot;[b]&quot;&lt;/i&gt;");
  CHECK(snippet("b", "<i>a & \"b\"</i>", {.escape_html = false}) ==
        "<i>a & \"[b]\"</i>");
  CHECK(snippet("a", "a", {.open = "<em class=\"x\">", .close = "</em>"}) ==
        "<em class=\"x\">a</em>");
}

TEST_CASE("snippets: cut at sentences, else at words") {
  const std::string body =
      "The first sentence is here. The second one speaks of a treaty at last. "
      "The third one is about the weather in the north. The fourth ends it all.";
  CHECK(snippet("treaty", body, {.length = 60}) ==
        "\u2026The second one speaks of a [treaty] at last.\u2026");
  CHECK(snippet("weather", body, {.length = 30}) ==
        "\u2026about the [weather] in the\u2026");
  CHECK(snippet("nothing", body, {.length = 30}) ==
        "The first sentence is here.\u2026");
  CHECK(snippet("treaty", body, {.length = 1000}).find("\u2026") == std::string::npos);
  CHECK(snippet("treaty", body, {.length = 0}) == "\u2026[treaty]\u2026");
}

TEST_CASE("snippets: a match at the end of a passage brings no piece of a word") {
  const std::string body = "the treaty " + std::string(40, 'x') + " ended soared on";
  for (std::size_t length = 10; length < 70; ++length) {
    CAPTURE(length);
    const std::string shown = snippet("treaty ended", body, {.length = length});
    CHECK(shown.find("so\u2026") == std::string::npos);
    CHECK(shown.find(" \u2026") == std::string::npos);
    CHECK(shown.find("soa\u2026") == std::string::npos);
  }
}

TEST_CASE("snippets: the passage with most of what is asked") {
  std::string body = "Oil is mentioned here, oil and oil. ";
  for (int i = 0; i < 50; ++i) body += "Nothing of interest stands in this line. ";
  body += "Oil prices rose in Moscow. ";
  for (int i = 0; i < 50; ++i) body += "Nothing of interest stands in this line. ";
  CHECK(snippet("oil prices moscow", body, {.length = 60}) ==
        "\u2026[Oil] [prices] rose in [Moscow]. Nothing of interest stands in\u2026");
  CHECK(snippet("oil", body, {.length = 60}) ==
        "[Oil] is mentioned here, [oil] and [oil]. Nothing of interest\u2026");
}

TEST_CASE("snippets: furniture is shown only where nothing else answers") {
  AnnotatedArticle article;
  article.article.body = "Share this treaty\nThe treaty was signed.\nRelated: treaty";
  article.regions = {{0, 18, dateline::Region::kFurniture},
                     {18, 41, dateline::Region::kBody},
                     {41, 56, dateline::Region::kRelated}};
  CHECK(snippet(article, wanted_of("treaty")) == "The [treaty] was signed.");
  // But where the article answers there alone.
  CHECK(snippet(article, wanted_of("related")) == "[Related]: treaty");
}

TEST_CASE("snippets: any length cuts on character borders") {
  std::string body;
  for (int i = 0; i < 40; ++i)
    body += "\u0414\u0435\u043D\u044C\u4E2D\u6587\u5B57\u4E2D ";
  body += "treaty ";
  for (int i = 0; i < 40; ++i)
    body += "\u4E2D\u6587\u5B57\u7B26\u4E32\u6587\u5B57\u7B26";
  const auto wanted = wanted_of("treaty");
  AnnotatedArticle article;
  article.article.body = body;
  for (std::size_t length = 0; length < 300; ++length) {
    const std::string text = snippet(article, wanted, {.length = length});
    REQUIRE(text.find("[treaty]") != std::string::npos);
    REQUIRE(text.size() <= length + std::string("\u2026[treaty]\u2026").size() + 4);
    for (std::size_t i = 0; i < text.size();) {  // Whole characters and no others.
      const auto lead = static_cast<unsigned char>(text[i]);
      const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      REQUIRE((lead < 0x80 || lead >= 0xC0));
      REQUIRE(i + bytes <= text.size());
      for (std::size_t k = 1; k < bytes; ++k) {
        REQUIRE((static_cast<unsigned char>(text[i + k]) & 0xC0U) == 0x80);
      }
      i += bytes;
    }
  }
}

TEST_CASE("snippets: dates that lie within the days asked for are marked") {
  dateline::Article plain{.id = "a", .title = "x"};
  for (int i = 0; i < 30; ++i) plain.body += "Nothing happened in 2019 or later. ";
  plain.body += "He came on 2 March 2018, left from 4 to 6 May 2018, and in 2018 died.";
  const auto article = dateline::annotate(plain);
  const auto shown = [&](const dateline::DateRange& days) {
    const std::vector<Wanted> wanted = {{.days = days}};
    return snippet(article, wanted, {.length = 80});
  };
  CHECK(shown({{2018, 1, 1}, {2018, 12, 31}}) ==
        "\u2026He came on [2 March 2018], left from [4 to 6 May 2018], and in [2018] "
        "died.");
  CHECK(shown({{2018, 5, 5}, {2018, 5, 5}}).find("[4 to 6 May 2018]") !=
        std::string::npos);
  CHECK(shown({{1999, 1, 1}, {1999, 12, 31}}).starts_with("Nothing happened in 2019"));
}

}  // namespace
