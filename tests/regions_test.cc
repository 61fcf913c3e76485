// What each line of an article is.

#include "index/regions/regions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/gold_article.h"
#include "index/regions/sure_lines.h"

namespace {

using dateline::Region;

constexpr std::string_view kTitle = "Ministers meet in the capital for two days";
constexpr std::string_view kProse =
    "The ministers of twenty countries met on Thursday to speak about the war, the "
    "price of grain and the debts of the poorest among them, as they do every year.\n";

// The region of `line` with prose around it.
std::string region_of(const std::string& line) {
  const std::string body =
      std::string(kProse) + "\n" + line + "\n\nAnd " + std::string(kProse);
  const auto place = body.find(line);
  for (const auto& span : dateline::regions::find_regions(kTitle, body))
    if (span.begin <= place && place < span.end)
      return std::string(to_string(span.region));
  return "none";
}

TEST_CASE("regions: lines by what they say") {
  struct {
    std::string line;
    std::string region;
  } const cases[] = {
      {"- Advertisement -", "furniture"},
      {"Source: Web", "furniture"},
      {"Leave a Reply", "furniture"},
      {" Reuter", "furniture"},
      {"Click Here to Leave a Comment Below 0 comments", "furniture"},
      {"This website uses cookies to improve your experience. We'll assume you're ok "
       "with this, but you can opt-out if you wish. Accept Read More",
       "furniture"},
      {"Follow us on Facebook", "furniture"},
      {"\xC2\xA9 2023 The Paper. All rights reserved.", "furniture"},
      {"Read Also: Russian Offensive Prompts Race", "related"},
      {"CNN's Frederik Pleitgen contributed to this report.", "credit"},
      {"0. \"Blinken met\" CNN, 2 Mar. 2023, https://www.cnn.com/index.html",
       "reference"},
      {"  \xE2\x80\xA2 Ukraine war: a peace plan has been put forward.", "list"},
      {"What did they discuss?", "subhead"},
      {"Ministers Urge All to End the War", "subhead"},
      {"Ministers meet in the capital for two days", "caption"},
      {"They met again on Friday.", "body"},
      {"Photo: that was the word he used when he asked for the picture of the meeting.",
       "body"},
      {"(Reporting by Ann Lee in Geneva; editing by Bob Roe)", "credit"},
      {"\xC2\xA9 2016 Lakeside Post", "furniture"},
      {"Sign up for our newsletter", "furniture"},
      {"Skip to content \xC2\xB7 Sign in \xC2\xB7 Live scores", "furniture"},
      {"Home > News > Europe", "furniture"},
      {"Related: What the ministers eat", "related"},
      {"Ministers Leave the Capital Without a Word on Grain", "subhead"},
      {"The dinner cost 90 euros a head.", "body"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    CHECK(region_of(c.line) == c.region);
  }
}

TEST_CASE("regions: short lines whose words alone tell") {
  struct {
    std::string line;
    std::string region;  // Empty: they do not tell.
  } const cases[] = {
      {"Advertisement", "furniture"},
      {"ADVERTISEMENT - SCROLL TO CONTINUE", "furniture"},
      {"Story continues below advertisement", "furniture"},
      {"Share", "furniture"},
      {"Facebook Twitter WhatsApp Email", "furniture"},
      {"X \xC2\xB7 LinkedIn \xC2\xB7 Copy link", "furniture"},
      {"3 min read", "furniture"},
      {"Comments (14)", "furniture"},
      {"1,204 votes", "furniture"},
      {"Loading video...", "furniture"},
      {"Comments are closed.", "furniture"},
      {"What do you think? Let us know in the comments.", "furniture"},
      {"Sign up for our morning briefing", "furniture"},
      {"You\xE2\x80\x99ve read 3 of your 5 free articles", "furniture"},
      {"Become a member", "furniture"},
      {"By continuing to use this site you agree to our use of cookies.", "furniture"},
      {"Powered by Lakeside Cloud", "furniture"},
      {"Your browser does not support the video element.", "furniture"},
      {"Editor\xE2\x80\x99s picks", "related"},
      {"- MORE FROM WORLD -", "related"},
      {"You may also like:", "related"},
      {"Additional reporting by Ann Lee", "credit"},
      {"-30-", "furniture"},
      {"###", "furniture"},
      // Words of the report, or of a line that was broken.
      {"Share of the vote", ""},
      {"Comments by the minister", ""},
      {"share.", ""},
      {"Share.", ""},
      {"powered by the sun and the wind", ""},
      {"Powered by rage, he won.", ""},
      {"Powered by", ""},
      {"Facebook", ""},
      {"31 x 51", ""},
      {"X.400", ""},
      {"Written by hand, it was lost.", ""},
      {"Privacy", ""},
      {"Why do they share?", ""},
      {"", ""},
      {" ", ""},
      {"*", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const auto found = dateline::regions::sure_region(c.line);
    CHECK((found ? to_string(*found) : "") == c.region);
  }
  CHECK_FALSE(dateline::regions::sure_region(std::string(101, 'a')));
}

TEST_CASE("regions: notices between paragraphs are no subheads") {
  for (const char* line :
       {"Advertisement", "Story continues below advertisement", "Share this on X",
        "Sign up here for the weekly newsletter", "Get the app", "View comments",
        "Support independent journalism", "Latest headlines", "Skip to main content"}) {
    CAPTURE(line);
    CHECK(region_of(line) == "furniture");
  }
  CHECK(region_of("Recommended for you") == "related");
}

TEST_CASE("regions: lines around the prose") {
  const std::string prose(kProse);
  const std::string title(kTitle);
  struct {
    std::string body;
    std::string line;
    std::string region;
  } const cases[] = {
      {"By Ann Lee in Geneva\n" + prose + prose.substr(4), "By Ann Lee", "credit"},
      {"Home Politics " + title + "\n" + prose, "Home", "furniture"},
      {prose + "Source: Web\n", "Source", "furniture"},
      {prose + "Photo: Ann Lee/Lakeside Post\n" + prose.substr(4), "Photo", "caption"},
      {prose + "Ann Lee, left, with Bob Roe on Friday. Photo: Cal Poe\n", "Ann Lee",
       "caption"},
      {prose + "- Lima: 14\n- Quito: 11\n- Bonn: 3\n", "- Quito", "list"},
      {prose + "Why do they meet?\n" + prose.substr(4), "Why", "subhead"},
      {prose + "Read more: A summit in figures\n", "Read more", "related"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const std::size_t place = c.body.find(c.line);
    for (const auto& span : dateline::regions::find_regions(kTitle, c.body)) {
      if (span.begin <= place && place < span.end) {
        CHECK(to_string(span.region) == c.region);
      }
    }
  }
}

TEST_CASE("regions: a line that comes twice is a caption the second time") {
  const std::string body = std::string(kProse) + std::string(kProse);
  const auto spans = dateline::regions::find_regions("", body);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].region == Region::kBody);
  CHECK(spans[1].region == Region::kCaption);
}

// Each was taken for furniture, a list or a reference once.
TEST_CASE("regions: short sentences are the report where there is little else") {
  std::string many;
  for (int i = 0; i < 40; ++i) {
    many += "It was made in a night of item" + std::to_string(i) + " and of rain.\n";
  }
  for (const std::string& body :
       {many, std::string("Yes"), std::string("Yes."), std::string("He won."),
        std::string("The town was calm in spring 2017.\nThe town was calm in March "
                    "2018 and well.\nIt rained there at noon on 1 January 2016 and "
                    "for all of the next two days.\n")}) {
    CAPTURE(body);
    for (const auto& span : dateline::regions::find_regions("Report", body)) {
      CHECK(gives_facets(span.region));
    }
  }
}

std::size_t count_left_out(std::string_view title, const std::string& body) {
  std::size_t lines = 0;
  for (const auto& span : dateline::regions::find_regions(title, body)) {
    if (span.region <= Region::kCaption) continue;
    const std::string text = body.substr(span.begin, span.end - span.begin);
    lines += static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }
  return lines;
}

// Reports end in these, too; with the weights before, each of them lost most lines.
TEST_CASE("regions: headings and tables at the end are the report") {
  const std::string prose = std::string(kProse) + "And " + std::string(kProse);
  for (const char* tail :
       {"Honours.\nRiver United\nIndividual\n", "Schedule.\nRegular season\n",
        "The year in figures\n2018 112\n2019 98\n2020 71\n",
        "Squads.\nHill Rovers\nNorth Albion\nOld Mill\n",
        "Att: 27,595\nRef: A Hale (Fife)\n"}) {
    CAPTURE(std::string(tail));
    CHECK(count_left_out(kTitle, prose + tail) == 0);
  }
}

TEST_CASE("regions: a heading between paragraphs is a subhead") {
  for (const char* line :
       {"What each side says", "The vote", "Results.", "Music.", "In numbers"}) {
    CAPTURE(std::string(line));
    CHECK(region_of(line) == "subhead");
  }
}

TEST_CASE("regions: a notice that comes twice is no caption") {
  const std::string notice = "Published: 09:12, 4 July 2019 | Updated: 10:30, 5 July\n";
  const std::string body =
      notice + std::string(kProse) + "And " + std::string(kProse) + notice;
  CHECK(count_left_out(kTitle, body) == 2);
}

TEST_CASE("regions: a page ends in its notices, headings among them or not") {
  const std::string body = std::string(kProse) + "And " + std::string(kProse) +
                           "Latest headlines\nTrams to run again\nA bridge is closed\n"
                           "Category: Trams\nTopics: Trams, Bridges\n"
                           "Copyright 2019 The Hill Post. It may not be sent on.\n"
                           "Download our app\nOlder posts\nNewer posts\n";
  CHECK(count_left_out(kTitle, body) == 9);
}

TEST_CASE("regions: cover the text, whatever it is") {
  for (const std::string& body :
       {std::string(), std::string("\n"), std::string("\n\n\n"), std::string("word"),
        std::string("\xFF\xFE\n\xE2\n\n\xC2"), std::string(kProse) + "\nEnd",
        std::string("a\r\nb\r\n\r\nc"), std::string("a \xE2\x80")}) {
    CAPTURE(body);
    std::size_t at = 0;
    for (const auto& span : dateline::regions::find_regions("", body)) {
      CHECK(span.begin == at);
      CHECK(span.end > span.begin);
      CHECK((span.end == body.size() || body[span.end - 1] == '\n'));
      at = span.end;
    }
    CHECK(at == body.size());
  }
}

TEST_CASE("regions: short lines of wrapped text are no subheads") {
  const auto spans = dateline::regions::find_regions(
      "",
      "The ministers of twenty countries met on Thursday to\nspeak about the war\n"
      "and the price of grain.\n");
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].region == Region::kBody);
}

TEST_CASE("regions: a paragraph of wrapped text has one region") {
  const auto spans = dateline::regions::find_regions(
      "",
      "    The ministers of twenty countries met on Thursday to\nspeak about the war\n"
      "and the price of grain.\n    They will meet again in the spring, said the\n"
      "minister of a country that was not there.\n Reuter\n");
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].region == Region::kBody);
  CHECK(spans[1].region == Region::kFurniture);
}

std::vector<std::filesystem::path> train_files() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = DATELINE_SOURCE_DIR "/corpus/gold/train";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  return files;
}

TEST_CASE("regions: the articles that the weights are trained on") {
  std::vector<dateline::corpus::GoldProblem> problems;
  std::size_t lines = 0;
  std::size_t right = 0;
  std::size_t left_in = 0;
  std::size_t articles = 0;
  for (const auto& path : train_files()) {
    const auto article = dateline::corpus::read_gold_article(path, problems);
    const auto spans = dateline::regions::find_regions(article.title, article.body);
    std::size_t span = 0;
    ++articles;
    for (const auto& line : article.lines) {
      if (line.span.in_title || line.span.begin == line.span.end) continue;
      while (spans[span].end <= line.span.begin) ++span;
      const auto truth = static_cast<Region>(line.region);
      ++lines;
      right += spans[span].region == truth ? 1 : 0;
      left_in +=
          truth == Region::kFurniture && dateline::gives_facets(spans[span].region) ? 1
                                                                                    : 0;
    }
  }
  REQUIRE(lines > 1000);
  CHECK(static_cast<double>(right) > 0.96 * static_cast<double>(lines));
  CHECK(left_in * 10 < articles);
}

}  // namespace
