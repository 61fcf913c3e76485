// HTML pages, feeds and wires: golden files, limits, hostile input.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "index/readers/html_article.h"
#include "index/readers/markup_format.h"
#include "tests/golden_articles.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::readers::html_to_line;
using dateline::readers::html_to_text;
using dateline::readers::HtmlHints;
using dateline::readers::HtmlOutcome;
using dateline::readers::read_html_article;
using dateline::testing::golden_inputs;
using dateline::testing::read_all;
using dateline::testing::read_as_json;
using dateline::testing::read_golden;
using dateline::testing::Reading;
using dateline::testing::TempDir;
using nlohmann::json;

std::multiset<std::string> lines_of(const std::string& text) {
  std::multiset<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

struct LineCounts {
  std::size_t right = 0, found = 0, wanted = 0;

  void add(const std::string& text, const std::string& golden) {
    const auto a = lines_of(text);
    const auto b = lines_of(golden);
    std::vector<std::string> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    right += both.size();
    found += a.size();
    wanted += b.size();
  }
  double f1() const {
    return 2.0 * static_cast<double>(right) / static_cast<double>(found + wanted);
  }
};

Article read_page(const std::string& page, const HtmlHints& hints = {}) {
  Article article;
  const HtmlOutcome outcome = read_html_article(page, hints, article);
  CHECK_FALSE(outcome.rejected);
  return article;
}

std::string page_with(std::string_view head, std::string_view body = "") {
  return "<html><head><title>A title of the page</title>" + std::string(head) +
         "</head><body><p>The ministers of eleven states met on Thursday, and they "
         "spoke about the fish in the sea.</p>" +
         std::string(body) + "</body></html>";
}

Reading read(std::string_view content, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("file", content)}, limit);
}

// Found by fuzz_file_reader: a colon behind the part of a name that is looked at.
TEST_CASE("markup: a name of any length says what a file is, or nothing") {
  namespace readers = dateline::readers;
  for (std::size_t size = 30; size < 60; ++size) {
    const std::string prefix(size, 'a');
    CHECK_FALSE(readers::detect_markup("<" + prefix + ":b>"));
    CHECK_FALSE(readers::detect_markup("<" + prefix));
  }
  CHECK(readers::detect_markup("<a:rss>") == readers::Format::kXml);
  CHECK(readers::detect_markup("<!-- : --><html>") == readers::Format::kHtml);
}

TEST_CASE("html pages: fields as in the golden files") {
  const auto inputs = golden_inputs("html");
  CHECK(inputs.size() >= 14);
  for (const auto& input : inputs) {
    CAPTURE(input.filename().string());
    json found = read_as_json(input);
    json golden = read_golden(input);
    for (json* side : {&found, &golden}) {
      for (json& article : (*side)["articles"]) article.erase("body");
    }
    CHECK(found == golden);
  }
}

TEST_CASE("html pages: lines of the text as in the golden files") {
  LineCounts all;
  for (const auto& input : golden_inputs("html")) {
    CAPTURE(input.filename().string());
    const json found = read_as_json(input);
    const json golden = read_golden(input);
    REQUIRE(found["articles"].size() == golden["articles"].size());
    for (std::size_t i = 0; i < found["articles"].size(); ++i) {
      LineCounts one;
      const std::string text = found["articles"][i].value("body", "");
      one.add(text, golden["articles"][i].value("body", ""));
      all.add(text, golden["articles"][i].value("body", ""));
      CHECK(one.f1() >= 0.80);
    }
  }
  MESSAGE("line F1 of html pages: " << all.f1());
  CHECK(all.f1() >= 0.97);
}

TEST_CASE("feeds and wires: articles as in the golden files") {
  const auto inputs = golden_inputs("xml");
  CHECK(inputs.size() >= 16);
  for (const auto& input : inputs) {
    CAPTURE(input.filename().string());
    CHECK(read_as_json(input) == read_golden(input));
  }
}

TEST_CASE("html: the day of publication by rank of its evidence") {
  const struct {
    const char* head;
    Date published;
    Date not_after;
  } cases[] = {
      {R"(<meta property="article:published_time" content="2021-02-18T07:45:12Z">)",
       {2021, 2, 18},
       {}},
      {R"(<meta content="2021-02-18" name="DC.date.issued">)", {2021, 2, 18}, {}},
      {R"(<meta name="date" content="soon"><meta name="pubdate" content="20210218">)",
       {2021, 2, 18},
       {}},
      {R"(<meta name="date" content="2020-01-01"><script type="application/ld+json">
          {"@type":"NewsArticle","datePublished":"2021-02-18"}</script>)",
       {2021, 2, 18},
       {}},
      {R"(<script type="application/ld+json">[{"@graph":[{"@type":"Thing"},
          {"@type":["Article","X"],"datePublished":"2021-02-18"}]}]</script>)",
       {2021, 2, 18},
       {}},
      {R"(<script type='application/ld+json'>/*<![CDATA[*/{"@type":"NewsArticle",
          "description":"two
lines","datePublished":"2021-02-18"}/*]]>*/</script>)",
       {2021, 2, 18},
       {}},
      {R"(<script type="application/ld+json">{"@type":"WebSite",
          "datePublished":"1999-01-01"}</script>)",
       {},
       {}},
      {R"(<meta property="article:modified_time" content="2021-02-18">)",
       {},
       {2021, 2, 18}},
      {R"(<time datetime="2021-02-18">)", {}, {}},  // Of no article.
      {"", {}, {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.head);
    const Article article = read_page(page_with(c.head));
    CHECK(article.published.date == c.published);
    CHECK(article.published.not_after == c.not_after);
  }
}

TEST_CASE("html: a date that is not understood is told") {
  Article article;
  const auto outcome = read_html_article(
      page_with(R"(<meta name="pubdate" content="next week">)"), {}, article);
  REQUIRE(outcome.not_read.size() == 1);
  CHECK(outcome.not_read[0].find("\"next week\"") != std::string::npos);
}

TEST_CASE("html: addresses") {
  const std::string canonical = R"(<link rel="canonical" href="/2021/ferry">)";
  CHECK(read_page(page_with(canonical)).url.empty());
  CHECK(read_page(page_with(canonical), {.url = "https://a.example/x"}).url ==
        "https://a.example/2021/ferry");
  CHECK(read_page(page_with(R"(<link rel=canonical href="https://a.example/">)"),
                  {.url = "https://a.example/x"})
            .url == "https://a.example/x");
}

TEST_CASE("html: a byline in two-byte letters is cut between them") {
  const Article article = read_page(page_with(
      "", "<h1>A title of the page</h1><p>By \xD0\x90\xD1\xB7\xD0\xB7 | 5 May</p>"));
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0] == "\xD0\x90\xD1\xB7\xD0\xB7");
}

TEST_CASE("html: encodings") {
  const auto body = [](const std::string& page, const HtmlHints& hints = {}) {
    return read_page(page, hints).body;
  };
  const std::string utf8 =
      "Die K\xC3\xBChe sind nach dem langen Winter wieder auf der "
      "Weide, sagte der Bauer.";
  const std::string latin1 =
      "Die K\xFChe sind nach dem langen Winter wieder auf der "
      "Weide, sagte der Bauer.";
  CHECK(body("<p>" + utf8) == utf8);
  CHECK(body("\xEF\xBB\xBF<p>" + utf8) == utf8);
  CHECK(body("<meta charset=utf-8><p>" + latin1) == utf8);  // It is not.
  CHECK(body("<meta charset=iso-8859-1><p>" + utf8) == utf8);
  CHECK(body("<p>" + latin1, {.charset = "ISO-8859-1"}) == utf8);
  CHECK(body("<p>" + latin1) == utf8);
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<p>") + latin1) utf16 += {c, '\0'};
  CHECK(body(utf16) == utf8);
}

TEST_CASE("html to text") {
  const struct {
    const char* html;
    const char* text;
  } cases[] = {
      {"<p>One.</p><p>Two &amp; three.", "One.\n\nTwo & three."},
      {"One.<br>Two.<br/><br />Three.", "One.\nTwo.\n\nThree."},
      {"a<b>b</b>c  \n d", "abc d"},
      {"<script>if (a<b) x='</p>'</script>Text.", "Text."},
      {"<!-- no --><?php no ?>Text<!doctype x>.", "Text."},
      {"&#8217;&#x2019;&#146;&rsquo;&nbsp;&copy 1&unknown;&", "’’’’ © 1&unknown;&"},
      {"soft\xC2\xADhyphen", "softhyphen"},
      {"<p hidden>no</p><p style='display: none'>no</p><p aria-hidden=true>no</p>Yes.",
       "Yes."},
      {"<ul><li>One<li>Two</ul>", "One\nTwo"},
      {"<h2>Head</h2><p>Text.</p><h2>Nothing below</h2>", "Head\n\nText."},
      {"5 < 6 and <3", "5 < 6 and <3"},
      {"<p title='a>b'>Text.</p>", "Text."},
      {"<pre>a\n  b</pre>", "a\nb"},
      {"", ""},
      {"<", "<"},
      {"<a", ""},
      {"<p class=\"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.html);
    CHECK(html_to_text(c.html) == c.text);
  }
  CHECK(html_to_line(" A &lt;b&gt; <i>c</i>&amp;amp; d ") == "A <b> c& d");
}

TEST_CASE("html: a page without text says so") {
  const Reading reading =
      read("<html><body><nav><a href=x>Home</a></nav></body></html>");
  CHECK(reading.articles.empty());
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].reason.starts_with("has no text of an article"));
}

TEST_CASE("html and xml: what is too large is rejected") {
  for (const char* start : {"<html><p>", "<rss><channel><item><title>"}) {
    const Reading reading = read(start + std::string(5000, 'x'), 4000);
    CHECK(reading.articles.empty());
    REQUIRE_FALSE(reading.problems.empty());
  }
  const Reading reading = read("<rss><channel><item><title>" + std::string(5000, 'x') +
                                   "</title></item><item><title>Short</title></item>"
                                   "</channel></rss>",
                               4000);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].title == "Short");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].reason == "is larger than a record may be (4000 bytes)");
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// Each of these takes minutes where something is quadratic.
TEST_CASE("html: hostile pages are read in linear time") {
  const std::string prose =
      "<p>The ministers of eleven states met on Thursday to speak about fish.</p>";
  const std::string pages[] = {
      repeat("<div>", 200000) + prose,
      repeat("<b><i>", 100000) + prose,
      repeat("<p><a>", 100000) + repeat("</x>", 100000) + prose,
      "<p " + repeat("a b=c ", 200000) + ">" + prose,
      repeat("<title>", 100000) + prose,
      repeat("<!--", 100000) + prose,
      repeat("<a href=\"", 100000) + prose,
      repeat("<table><tr><td>", 50000) + prose,
      repeat("<h2><a>x</a></h2>", 50000) + prose,
      repeat("&", 500000) + prose,
      repeat("<div itemprop=author><div class=date>", 20000) + prose,
  };
  for (const std::string& page : pages) {
    Article article;
    const HtmlOutcome outcome = read_html_article(page, {}, article);
    CHECK((outcome.rejected.has_value() || !article.body.empty()));
  }
}

TEST_CASE("xml: entities of its own are not expanded") {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&lol" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY lol" + std::to_string(i) + " \"" + repeat(inner, 10) + "\">";
  }
  laughs += "]><rss><channel><item><title>&lol9;</title></item></channel></rss>";
  const char* const file =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<rss><channel><item><title>&x;</title></item></channel></rss>";
  for (const std::string& text : {laughs, std::string(file)}) {
    const Reading reading = read(text);
    CHECK(reading.articles.empty());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].reason.starts_with("uses an entity of its own"));
  }
}

TEST_CASE("xml: hostile and broken files end with a sentence") {
  const std::string files[] = {
      "<rss>" + repeat("<a>", 100000),
      "<rss><channel><item><title>cut",
      "<?xml version=\"1.0\"?><other><item/></other>x",
      "<?xml version=\"1.0\"?><inventory/>",
      "<?xml version=\"1.0\"?>",
      "<rss/>",
      "<rss " + repeat("a b=\"c\" ", 30000),
  };
  for (const std::string& text : files) {
    CAPTURE(text.substr(0, 50));
    const Reading reading = read(text);
    CHECK(reading.articles.empty());
    REQUIRE(reading.problems.size() >= 1);
    CHECK_FALSE(reading.problems[0].reason.empty());
  }
}

TEST_CASE("xml: many items go through little memory, one at a time") {
  std::string feed = "<rss><channel><title>Wire</title>";
  for (int i = 0; i < 20000; ++i) {
    feed += "<item><title>Item " + std::to_string(i) + "</title></item>";
  }
  const Reading reading = read(feed + "</channel></rss>", 4000);
  CHECK(reading.articles.size() == 20000);
  CHECK(reading.articles.back().title == "Item 19999");
  CHECK(reading.articles.back().source == "Wire");
}

TEST_CASE("html and xml readers in several threads") {
  const auto inputs = golden_inputs("html");
  const auto wires = golden_inputs("xml");
  const auto read_some = [&](json& out) {
    for (const auto& path : {inputs[0], wires[0], inputs[1], wires[1]}) {
      out.push_back(read_as_json(path));
    }
  };
  std::vector<json> results(4);
  std::vector<std::thread> threads;
  for (json& result : results) threads.emplace_back(read_some, std::ref(result));
  for (std::thread& thread : threads) thread.join();
  for (const json& result : results) CHECK(result == results[0]);
}

}  // namespace
