// The readers of corpora that mark phrases or have formats of their own: GUM, MEANTIME,
// GMB. Small inputs to expected names, damaged ones to one sentence.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpora_testing.h"
#include "tests/testing.h"
#include "tools/corpora/corpus_formats.h"
#include "tools/corpora/name_phrase.h"
#include "tools/corpora/windows_1252.h"
#include "tools/corpora/xml_tags.h"

namespace {

using namespace dateline::corpora;
using dateline::NameKind;
using dateline::testing::Articles;
using dateline::testing::check_spans;
using dateline::testing::complaint;
using dateline::testing::counted;
using dateline::testing::Counts;
using dateline::testing::names_of;
using dateline::testing::shared_data;
using dateline::testing::TempDir;

TEST_CASE("labelled corpora: tags of XML") {
  XmlTagReader tags(
      "<?xml version='1.0'?>\n<!-- <no> -->\n<a x='1 > 0' y=\"a&amp;b\"/>t &lt;&#233;"
      "&no;&\n<b>");
  REQUIRE(tags.next());
  CHECK(tags.name() == "a");
  CHECK(tags.line() == 3);
  REQUIRE(tags.next());
  CHECK(tags.name() == "b");
  CHECK(tags.attribute("x") == "");
  CHECK_FALSE(tags.next());
  CHECK_FALSE(tags.damaged());

  XmlTagReader open("<a x='1' y=\"&quot;2&quot;\">1 &lt; 2 &#xE9;&no;<b");
  REQUIRE(open.next());
  CHECK(open.attribute("x") == "1");
  CHECK(open.attribute("y") == "\"2\"");
  CHECK(open.attribute("z") == "");
  CHECK(open.text() == "1 < 2 é&no;");
  CHECK_FALSE(open.next());
  CHECK(open.damaged());
}

TEST_CASE("labelled corpora: the name in a phrase") {
  struct {
    std::vector<std::string> words;
    NameKind kind;
    std::string_view name;  // "": none.
  } const cases[] = {
      {{"the", "Dow", "Jones", "index"}, NameKind::kThing, "Dow Jones "},
      {{"Prime", "Minister", "Gordon", "Brown"}, NameKind::kPerson, "Gordon Brown "},
      {{"Apple", "CEO", "Steve", "Jobs"}, NameKind::kPerson, "Steve Jobs "},
      {{"Apple", "CEO"}, NameKind::kPerson, ""},
      {{"Mr.", "King"}, NameKind::kPerson, "King "},
      {{"King"}, NameKind::kPerson, ""},
      {{"Prime", "Minister"}, NameKind::kPerson, ""},
      {{"Bank", "of", "England", ",", "the"}, NameKind::kOrg, "Bank of England "},
      {{"Airbus", "parent", "EADS", "N.V."}, NameKind::kOrg, "EADS N.V. "},
      {{"the", "iPhone", "4"}, NameKind::kThing, "iPhone 4 "},
      {{"20", "Boeing", "737s"}, NameKind::kThing, "Boeing 737s "},
      {{"its", "jets"}, NameKind::kThing, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto range = name_in_phrase(c.words, {0, c.words.size() - 1}, c.kind);
    std::string name;
    for (std::size_t i = range ? range->first : 1; i <= (range ? range->last : 0);
         ++i) {
      name += c.words[i] + " ";
    }
    CHECK(name == c.name);
  }
}

constexpr std::string_view kMeantime =
    "<?xml version=\"1.0\" ?><Document doc_name=\"7_Deal\">\n"
    "<token number=\"0\" sentence=\"0\" t_id=\"1\">Irish</token>\n"
    "<token number=\"1\" sentence=\"0\" t_id=\"2\">airline</token>\n"
    "<token number=\"2\" sentence=\"0\" t_id=\"3\">Ryanair</token>\n"
    "<token number=\"3\" sentence=\"1\" t_id=\"4\">CEO</token>\n"
    "<token number=\"4\" sentence=\"1\" t_id=\"5\">Michael</token>\n"
    "<token number=\"5\" sentence=\"1\" t_id=\"6\">Ray</token>\n"
    "<token number=\"6\" sentence=\"6\" t_id=\"7\">Boeing</token>\n"
    "<Markables>\n"
    "<TIMEX3 m_id=\"9\" functionInDocument=\"CREATION_TIME\" value=\"2008-09-17\"/>\n"
    "<ENTITY_MENTION m_id=\"1\" syntactic_type=\"NAM\">\n<token_anchor t_id=\"3\"/>\n"
    "</ENTITY_MENTION>\n"
    "<ENTITY_MENTION m_id=\"2\" syntactic_type=\"NAM\"><token_anchor t_id=\"4\"/>"
    "<token_anchor t_id=\"5\"/><token_anchor t_id=\"6\"/></ENTITY_MENTION>\n"
    "<ENTITY_MENTION m_id=\"3\" syntactic_type=\"PRO\"><token_anchor t_id=\"2\"/>"
    "</ENTITY_MENTION>\n"
    "<ENTITY_MENTION m_id=\"4\" syntactic_type=\"NAM\"><token_anchor t_id=\"7\"/>"
    "</ENTITY_MENTION>\n"
    "<ENTITY m_id=\"10\" ent_type=\"ORG\" "
    "external_ref=\"http://dbpedia.org/resource/Ryanair\"/>\n"
    "<ENTITY m_id=\"11\" ent_type=\"PER\"/></Markables>\n"
    "<Relations><REFERS_TO r_id=\"1\"><source m_id=\"1\"/><source m_id=\"4\"/>"
    "<target m_id=\"10\"/></REFERS_TO>\n"
    "<REFERS_TO r_id=\"2\"><source m_id=\"2\"/><target m_id=\"11\"/></REFERS_TO>\n"
    "</Relations></Document>\n";

TEST_CASE("labelled corpora: MEANTIME") {
  const TempDir folder;
  const Articles articles = read_meantime_corpus(folder.write("7.xml", kMeantime));
  check_spans(articles);
  CHECK(names_of(articles) ==
        "~place:Irish, org:Ryanair=Ryanair, person:Michael Ray | ");
  CHECK(articles.at(0).id == "7_Deal");
  CHECK(articles.at(0).body == "Irish airline Ryanair\nCEO Michael Ray\n");
  CHECK(articles.at(0).published == dateline::Date{2008, 9, 17});

  struct {
    std::string_view file;
    std::string_view sentence;
  } const cases[] = {
      {"", ": There is no token in it."},
      {"<Document>\n<token", ", line 2: A tag does not end."},
      {"<token t_id='1'>A</token>", ", line 1: The sentence of a token is no number."},
      {"<token t_id='1' sentence='0'/>", ", line 1: A token is empty."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.file);
    CHECK(complaint(read_meantime_corpus, folder.write("x.xml", c.file)) == c.sentence);
  }
}

// The columns of a token that is in no phrase, or in one.
std::string gum_row(std::string_view id, std::string_view word,
                    std::string_view phrase = "_", std::string_view link = "_",
                    std::string_view relation = "_", std::string_view target = "_") {
  std::string row(id);
  for (const std::string_view cell :
       {std::string_view("0-1"), word, phrase, std::string_view("_"),
        std::string_view("_"), link, std::string_view("_"), relation, target}) {
    (row += '\t') += cell;
  }
  return row + "\t\n";
}

TEST_CASE("labelled corpora: GUM") {
  const std::string tsv =
      "#FORMAT=WebAnno TSV 3.2\n\n#Text=NASA head Lee Cheuk - yan\n" +
      gum_row("1-1", "NASA", "person[1]|organization[2]", "NASA[2]", "ana",
              "2-1[9_1]") +
      gum_row("1-2", "head", "person[1]") + gum_row("1-3", "Lee", "person[1]") +
      gum_row("1-4", "Cheuk", "person[1]") + gum_row("1-5", "-", "person[1]") +
      gum_row("1-6", "yan", "person[1]") + "\n#Text=Lee is Danish\n" +
      gum_row("2-1", "Lee", "person[9]", "Lee_Cheuk-yan[9]") + gum_row("2-2", "is") +
      gum_row("2-3", "Danish");
  const std::string xml =
      "<text id=\"GUM_news_x\" dateCreated=\"2011-04-13\">\n<s>\n"
      "NASA\tNP\tNASA\tNP0\tPROPN\tcompound\t_\n"
      "head\tNN\thead\tNN1\tNOUN\tnmod:desc\t_\n"
      "Lee\tNP\tLee\tNP0\tPROPN\troot\t_\n"
      "Cheuk\tNP\tCheuk\tNP0\tPROPN\tflat\t_\n-\tHYPH\t-\tPUN\tPUNCT\tpunct\t_\n"
      "yan\tNP\tyan\tNP0\tPROPN\tflat\t_\n</s>\n<s>\n"
      "Lee\tNP\tLee\tNP0\tPROPN\tnsubj\t_\nis\tVBZ\tbe\tVBZ\tAUX\tcop\t_\n"
      "Danish\tJJ\tDanish\tAJ0\tADJ\troot\t_\n</s>\n</text>\n";
  const TempDir folder;
  folder.write("tsv/GUM_news_x.tsv", tsv);
  folder.write("tsv/GUM_fiction_x.tsv", "not free, not read");
  folder.write("xml/GUM_news_x.xml", xml);
  const Articles articles = read_gum_corpus(folder.path());
  check_spans(articles);
  CHECK(names_of(articles) ==
        "org:NASA=NASA, person:Lee Cheuk-yan, person:Lee=Lee_Cheuk-yan, ~place:Danish "
        "| ");
  CHECK(articles.at(0).published == dateline::Date{2011, 4, 13});
  CHECK(articles.at(0).mentions.at(1).entity == articles.at(0).mentions.at(2).entity);
  CHECK(articles.at(0).mentions.at(0).entity != articles.at(0).mentions.at(2).entity);

  struct {
    std::string tsv, xml;
    std::string_view sentence;
  } const cases[] = {
      {"1-1\tx\n", xml, "GUM_news_x.tsv', line 1: The row has fewer than 4 columns."},
      {"x\t0-1\tNASA\t_\n", xml,
       "GUM_news_x.tsv', line 1: The row does not begin with a token's number."},
      {gum_row("1-1", ""), xml, "GUM_news_x.tsv': There is an empty token in it."},
      {tsv, "<text>\nNASA\tNP\n",
       "GUM_news_x.xml', line 2: The row has fewer than 6 columns."},
      {tsv, "<text>\n",
       "GUM_news_x.xml': There are fewer tokens than in the .tsv file."},
      {gum_row("1-1", "NASA"), xml,
       "GUM_news_x.xml', line 4: There are more tokens than in the .tsv file."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.sentence);
    folder.write("tsv/GUM_news_x.tsv", c.tsv);
    folder.write("xml/GUM_news_x.xml", c.xml);
    CHECK(complaint(read_gum_corpus, folder.path()).ends_with(c.sentence));
  }
}

TEST_CASE("labelled corpora: the table of GMB") {
  const std::string head = "Sentence #,Word,POS,Tag\n";
  const TempDir folder;
  const std::string text =
      head +
      "Sentence: 1,Prime,NNP,B-per\n,Minister,NNP,I-per\n,Zo\xEB,NNP,I-per\n"
      ",Hariri,NNP,I-per\n,left,VBD,O\n,Lebanon,NNP,B-gpe\n,Monday,NNP,B-tim\n"
      "Sentence: 2,\"\"\"\",``,O\n,Iraqi,JJ,B-gpe\n,troops,NNS,O\n,left,VBD,O\n"
      ",Lebanon,NNP,B-geo\n,President,NNP,B-per\n";
  const Articles articles = read_gmb_corpus(folder.write("x.csv", text));
  check_spans(articles);
  CHECK(names_of(articles) ==
        "person:Zoë Hariri, place:Lebanon, ~place:Iraqi, place:Lebanon | ");
  CHECK(articles.at(0).body ==
        "Prime Minister Zoë Hariri left Lebanon Monday\n\"Iraqi troops left Lebanon "
        "President\n");

  struct {
    std::string_view rows;
    std::string_view sentence;
  } const cases[] = {
      {"", ": There is no sentence in it."},
      {"Sentence: 1,A,NNP\n", ", line 2: The row has not the 4 columns of the table."},
      {"Sentence: 1,,NNP,O\n", ", line 2: The row has not the 4 columns of the table."},
      {",A,NNP,O\n", ", line 2: The first sentence has no number."},
      {"Sentence: 1,A,NNP,per\n", ": 'per' is no tag of a name."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.rows);
    CHECK(complaint(read_gmb_corpus, folder.write("x", head + std::string(c.rows))) ==
          c.sentence);
  }
  CHECK(windows_1252_to_utf8("caf\xE9 \x80 \x81") == "café € \uFFFD");
}

TEST_CASE("labelled corpora: counts of the published sets of other formats") {
  struct {
    std::string_view format;
    std::string_view path;
    std::size_t articles, tokens;
  } const cases[] = {
      {"gum", "ner/gum", 108, 98363},
      {"meantime", "ner/meantime", 90, 10345},
      {"gmb", "ner/gmb_kaggle/ner_dataset.csv", 6703, 1048575},
  };
  for (const auto& c : cases) {
    CAPTURE(c.path);
    const auto path = shared_data(c.path);
    if (!path) {
      MESSAGE("skipped: the shared data is absent");
      continue;
    }
    const auto format =
        std::ranges::find(kCorpusFormats, c.format, &CorpusFormat::name);
    const Articles articles = format->read(*path);
    check_spans(articles);
    const Counts counts = counted(articles);
    CHECK(counts.articles == c.articles);
    CHECK(counts.tokens == c.tokens);
    CHECK(std::min({counts.person, counts.org, counts.place, counts.thing}) > 50);
  }
}

}  // namespace
