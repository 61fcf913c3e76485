// Languages: told from the text, and searched with the stems of each.

#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/language/detect_language.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::detect_language;
using dateline::IndexWriter;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::TempDir;

// Articles as newspapers write them; none says in which language it is.
const std::vector<Article> kArticles = {
    {.id = "en",
     .title = "Harbour bridges closed",
     .body = "The bridges over the harbour have been closed since Friday, the council "
             "said. Engineers found cracks in two of the cables, and the repairs will "
             "take three weeks. Commuters were told to take the ferries, which sail "
             "every hour from the old pier, and to leave their cars at home. Antony "
             "Blinken, who had planned to cross, took a boat on Friday."},
    {.id = "de",
     .title = "Hafenbrücken gesperrt",
     .body = "Die Häuser am Hafen sind seit Freitag nur noch mit der Fähre zu "
             "erreichen. Ingenieure fanden Risse in zwei Seilen der Brücke, wie die "
             "Stadtverwaltung am 14. Mai 2024 mitteilte. Die Reparaturen dauern drei "
             "Wochen, und die Pendler müssen solange auf die Schiffe ausweichen."},
    {.id = "fr",
     .title = "Les ponts du port sont fermés",
     .body = "Les ponts du port sont fermés depuis vendredi, a annoncé la mairie. Des "
             "ingénieurs ont trouvé des fissures dans deux câbles, et les réparations "
             "dureront trois semaines. Les voyageurs devront prendre le bateau, qui "
             "part toutes les heures du vieux quai, a ajouté le maire le 14 mai 2024."},
    {.id = "es",
     .title = "Cierran los puentes del puerto",
     .body = "Los puentes del puerto están cerrados desde el viernes, anunció el "
             "ayuntamiento. Los ingenieros encontraron grietas en dos de los cables, y "
             "las reparaciones durarán tres semanas. Los viajeros tendrán que tomar el "
             "barco, que sale cada hora del muelle viejo, dijo la alcaldesa."},
    {.id = "ru",
     .title = "Мосты в порту закрыты",
     .body = "Мосты в порту закрыты с пятницы, сообщила городская администрация. "
             "Инженеры нашли трещины в двух тросах, и ремонт займёт три недели. "
             "Жителям предложили пользоваться паромами, которые отходят каждый час от "
             "старого причала, сказала мэр города 14 мая 2024 года."},
};

std::vector<std::string> ids(const Searcher& searcher, std::string_view query) {
  std::vector<std::string> all;
  for (const auto& hit : searcher.search(parse_query(query).query, {}).hits) {
    all.push_back(hit.id);
  }
  return all;
}

TEST_CASE("language: told from the text, or not at all") {
  for (const Article& article : kArticles) {
    CAPTURE(article.id);
    CHECK(detect_language(article.title, article.body) == article.id);
    CHECK(detect_language("", article.body.substr(0, 60)).empty());
  }
  const struct {
    const char* what;
    std::string text;
  } unsure[] = {
      {"nothing", ""},
      {"numbers", std::string(1000, '7')},
      {"one letter", std::string(1000, 'x')},
      {"wrong bytes", std::string(1000, '\xFF')},
      {"figures", "Shr 34 cts vs 1.19 dlrs Net 807,000 vs 2,858,000 Revs 12.2 mln"},
      {"half and half", kArticles[1].body + kArticles[4].body.substr(0, 250)},
  };
  for (const auto& c : unsure) {
    CAPTURE(c.what);
    CHECK(detect_language("", c.text).empty());
  }
}

// What CLD2 counts of ASCII: letters, a blank before each word and one behind the last.
// Fewer than 200 of them are not shown to it: fails where that is wrong by one.
TEST_CASE("language: 200 letters and blanks of a table are enough, 199 are not") {
  std::string table;
  for (int row = 0; row < 20; ++row)
    table += "Il governo italiano 1987 ha detto che le tasse 12.50 non aumentano\n";
  std::size_t enough = 0;
  std::size_t counted = 1;
  for (; counted < 200; ++enough) {
    const auto is_letter = [](char c) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    };
    const bool begins = enough == 0 || !is_letter(table[enough - 1]);
    if (is_letter(table[enough])) counted += begins ? 2 : 1;
  }
  CHECK(detect_language("", table.substr(0, enough)) == "it");
  CHECK(detect_language("", table.substr(0, enough - 1)).empty());
}

TEST_CASE("language: every article is found by the stems of its own") {
  const TempDir dir;
  {
    IndexWriter writer(dir / "index");
    for (const Article& article : kArticles) writer.add(article);
    writer.add({.id = "short", .title = "Hafenbrücke", .body = "Kurz."});
    writer.commit();
  }
  const Searcher searcher(dir / "index");
  const struct {
    const char* query;
    std::vector<std::string> ids;
  } cases[] = {
      {"bridge", {"en"}},         {"closing", {"en"}},
      {"haus", {"de"}},           {"reparatur", {"de"}},
      {"HÄUSERN", {"de"}},        {"fermer", {"fr"}},
      {"annoncer", {"fr"}},       {"cerrar", {"es"}},
      {"puente", {"es"}},         {"мост", {"ru"}},
      {"инженерами", {"ru"}},     {"lang:de", {"de"}},
      {"lang:ru", {"ru"}},        {"=Haus", {}},
      {"person:Blinken", {"en"}}, {"about:2024-05-14 AND lang:fr", {"fr"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(ids(searcher, c.query) == c.ids);
  }
  const auto found = searcher.search(parse_query("мост").query, {});
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].snippet.find("<b>Мосты</b>") != std::string::npos);
}

TEST_CASE("language: what an article says wins over its text") {
  const TempDir dir;
  {
    IndexWriter writer(dir / "index");
    Article article = kArticles[1];
    article.language = "nl";
    writer.add(article);
    writer.commit();
  }
  const Searcher searcher(dir / "index");
  CHECK(ids(searcher, "lang:nl").size() == 1);
  CHECK(ids(searcher, "lang:de").empty());
}

}  // namespace
