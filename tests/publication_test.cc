// The day of an article by its address, lines and dates.

#include "index/publication/publication.h"

#include <dateline/article_reader.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/publication/url_day.h"
#include "index/publication/written_day.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::DateOrigin;
using dateline::Publication;

Publication found_in(Article article) {
  return annotate(std::move(article)).article.published;
}

Publication found_in_text(const std::string& body) {
  return found_in({.id = "a", .title = "Ministers meet", .body = body});
}

constexpr const char* kProse =
    "The ministers of twenty countries met to speak about the war, the price of grain "
    "and the debts of the poorest among them, as they do whenever they can.\n";

TEST_CASE("publication: days in addresses") {
  struct {
    std::string url;
    std::string day;
    double confidence;
  } const cases[] = {
      {"https://x.example/2023/03/02/politics/blinken/index.html", "2023-03-02", 0.93},
      {"https://x.example/news/2023/3/2/blinken-lavrov", "2023-03-02", 0.93},
      {"https://x.example/world/2023/mar/02/blinken", "2023-03-02", 0.93},
      {"https://x.example/world/2023/March/2/blinken", "2023-03-02", 0.93},
      {"https://x.example/2023/03/02-blinken.html", "2023-03-02", 0.93},
      {"https://x.example/n3/2023/0302/c90000-10215.html", "2023-03-02", 0.93},
      {"https://x.example/a/202303/02/WS64.html", "2023-03-02", 0.93},
      {"https://x.example/20230302/blinken", "2023-03-02", 0.93},
      {"https://x.example/2023-03-02/blinken", "2023-03-02", 0.93},
      {"https://x.example/blinken-lavrov-20230302-story.html", "2023-03-02", 0.85},
      {"https://x.example/blinken-2023-03-02", "2023-03-02", 0.85},
      {"https://x.example/story?id=7&date=2023-03-02", "2023-03-02", 0.85},
      {"https://x.example/2023/03/blinken-lavrov", "2023-03", 0.85},
      {"https://a.example/web/20240101093000/https://x.example/2023/03/02/b",
       "2023-03-02", 0.93},
      {"https://x.example/2023/02/29/leap", "2023-02", 0.85},
      {"https://x.example/2023/13/02/x", "", 0},
      {"https://x.example/1160572133/lavrov", "", 0},
      {"https://x.example/news/world-asia-64825198", "", 0},
      {"https://x.example/article/1023456789", "", 0},
      {"https://2023.03.02.example/", "", 0},
      {"https://x.example/1823/03/02/old", "", 0},
      {"", "", 0},
      {"////", "", 0},
      {"x", "", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.url);
    const auto found = dateline::publication::day_in_url(c.url);
    CHECK(to_string(found.date) == c.day);
    CHECK(found.confidence == c.confidence);
    CHECK(found.reason.empty() == c.day.empty());
  }
}

TEST_CASE("publication: written days") {
  struct {
    std::string text;
    Date day;
  } const cases[] = {
      {"March 2, 2023", {2023, 3, 2}},
      {"Mar. 2 2023", {2023, 3, 2}},
      {"on 2 March 2023 at noon", {2023, 3, 2}},
      {"2nd March 2023", {2023, 3, 2}},
      {"2-MAR-2023", {2023, 3, 2}},
      {"2. M\xC3\xA4rz 2023", {2023, 3, 2}},
      {"2 de marzo de 2023", {2023, 3, 2}},
      {"2 mars 2023", {2023, 3, 2}},
      {"2 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2023", {2023, 3, 2}},
      {"2023-03-02T10:00", {2023, 3, 2}},
      {"2023/3/2", {2023, 3, 2}},
      {"02.03.2023", {2023, 3, 2}},
      {"GENEVA, March 2 (Reuters)", {0, 3, 2}},
      {"LATE AFTERNOON--APRIL 7 1745 EST", {0, 4, 7}},
      {"April 7 1645 hours", {0, 4, 7}},
      {"April 7 1945 ESTATES", {1945, 4, 7}},
      {"7 avril 1945 est", {1945, 4, 7}},
      {"February 29, 2023", {}},
      {"02/03/2023", {}},
      {"March 2:0", {}},
      {"may 300", {}},
      {"10.5.3", {}},
      {"", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto found = dateline::publication::find_written_day(c.text);
    CHECK((found ? found->date : Date{}) == c.day);
    if (found) CHECK(found->end <= c.text.size());
  }
}

TEST_CASE("publication: lines around the text") {
  struct {
    std::string before;
    std::string behind;
    Date day;
    double confidence;
  } const cases[] = {
      {"KABUL, Afghanistan, March 2, 2023 (AP) \xE2\x80\x94 ", "", {2023, 3, 2}, 0.90},
      {"GENEVA, 2 March 2023 (Wire) - ", "", {2023, 3, 2}, 0.90},
      {"Published March 2, 2023\n", "", {2023, 3, 2}, 0.90},
      {"By Ann Lee, Lakeside Post\nPublished 5:30 PM EST, Thu March 2, 2023\n",
       "",
       {2023, 3, 2},
       0.90},
      {"Updated 10:45 AM EST, Thu March 2, 2023\n", "", {2023, 3, 2}, 0.85},
      {"Thursday, March 2, 2023\n\n", "", {2023, 3, 2}, 0.90},
      {"By Ann Lee, 2 March 2023\n", "", {2023, 3, 2}, 0.90},
      {"", "\nFirst published 2 March 2023\n", {2023, 3, 2}, 0.90},
      // Days of other things.
      {"", "It filed for protection on November 19, 1986.\n", {}, 0},
      {"Payment date is April 22, 1987.\n", "", {}, 0},
      {"The bridge, April 28, 2022. Photo: Ann Lee\n", "", {}, 0},
      {"GENEVA, March 2 (Wire) - ", "", {}, 0},
      {">DATE: Tue, 20 Apr 1993 10:48:19\n>FROM: Ann Lee\n", "", {}, 0},
      {"|> Tue, 20 Apr 1993\n", "", {}, 0},
      {"In Geneva, March 2, 2023 was a holiday. ", "", {}, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.before);
    CAPTURE(c.behind);
    const Publication found = found_in_text(c.before + kProse + c.behind);
    CHECK(found.date == c.day);
    CHECK(found.confidence == c.confidence);
    CHECK(found.origin == (c.day ? DateOrigin::kHeader : DateOrigin::kNone));
  }
}

TEST_CASE("publication: dates in the text are bounds") {
  struct {
    std::string text;
    std::string not_before;
    std::string not_after;
  } const cases[] = {
      {"The treaty was signed on March 5, 2010 in Prague.", "2010-03-05", ""},
      {"He was arrested in December 2018, and his trial ended in 2020.", "2020-01-01",
       ""},
      {"The treaty will expire in February 2026.", "", ""},
      {"The treaty was signed in 2010. It will expire on February 5, 2026.",
       "2010-01-01", "2026-02-05"},
      {"They met on the first anniversary of the invasion, and spoke of peace and of "
       "bread, of sanctions, of the long winter behind them and of grain from the "
       "ports. The army invaded its neighbour on February 24, 2022.",
       "2023-02-24", ""},
      {"GENEVA, March 9 (Wire) - The talks that began in 1986 went on.", "1986-03-08",
       ""},
      {"The plan for the 2030 season needs money.", "", ""},
      {"The islands elect an assembly on 18 January 2026. The law that gave them a say "
       "was passed in 2024.",
       "2024-01-01", ""},
      // A year that is no time of the verb's.
      {"She was named chair of the 1991 prize board. She joined it in 1988.",
       "1988-01-01", ""},
      {"The fees were banned in 1990, for years beginning in 1991.", "1990-01-01", ""},
      {"The launch was moved back to 1992 after the fire in 1986.", "1986-01-01", ""},
      // What is told as to come elsewhere.
      {"It left the games in 2021 to others. It was told so in 2019. It will have no "
       "part in 2021.",
       "2019-01-01", ""},
      // The nearest verb tells: of what is past,
      {"The bank was founded in 1998.", "1998-01-01", ""},
      {"The bank has not made a loss since 1998.", "1998-01-01", ""},
      {"In March 1998, after years of talks, the bank opened.", "1998-03-01", ""},
      {"In 1998 it bought the mill. Once more it lost money.", "", ""},
      {"\"The bank will be sold,\" he said. It was founded in May 1998.", "1998-05-01",
       ""},
      {"They managed to free the miners in May 1998.", "1998-05-01", ""},
      {"He was seen by two neighbours in May 1998.", "1998-05-01", ""},
      // and of what is not.
      {"The bridge was to be open by May 1998.", "", ""},
      {"The first ship was to be delivered in 1998.", "", ""},
      {"The winners are crowned on 2 March 1998.", "", ""},
      {"The firm was looking to float on the market in 1998.", "", ""},
      {"They hailed the runner, aiming for gold in 1998.", "", ""},
      {"She said that in 1998, the payments are lowered.", "", ""},
      {"The colony, settled long ago, reverts to its owners in 1998.", "", ""},
      {"The ferries ordered for the strait, the harbour and the islands in 1998, and "
       "those that joined them.",
       "1998-01-01", ""},
      // Years that are not written with the date, and numbers that are no years.
      {"He was fired in May 1998. A year later he was hired again.", "1998-05-01", ""},
      {"The village had a population of 1998.", "", ""},
      {"I have used the IN-1998 since it came out.", "", ""},
      {"It was sold for delivery to March 1, 1998.", "", ""},
      {"The tax was moved to 1998, and the vote of May 1998 with it.", "", ""},
      // A will that is none.
      {"The mill was sold in 1735. Her will, proved in June 1776, left it out.",
       "1735-01-01", ""},
      {"He was a clerk in 1581. He made his will on 11 June 1591.", "1581-01-01", ""},
      {"No dates at all.", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Publication found = found_in_text(c.text + "\n");
    CHECK(found.origin == DateOrigin::kNone);
    CHECK_FALSE(found.date);
    CHECK(to_string(found.not_before) == c.not_before);
    CHECK(to_string(found.not_after) == c.not_after);
    CHECK(found.reason.empty() == (c.not_before.empty() && c.not_after.empty()));
  }
}

TEST_CASE("publication: cited works of one day") {
  const auto reference = [](int number, const std::string& day) {
    return std::to_string(number) + ". \"Ministers meet\" Lakeside Post, " + day +
           ", https://x.example/" + std::to_string(number) + "\n";
  };
  const std::string thursday = "The ministers met on Thursday. " + std::string(kProse);
  const std::string three = reference(1, "2 Mar. 2023") + reference(2, "2 Mar. 2023") +
                            reference(3, "1 Mar. 2023") + reference(4, "2 Mar. 2023");
  const Publication found = found_in_text(thursday + three);
  CHECK(found.date == Date{2023, 3, 2});
  CHECK(found.origin == DateOrigin::kCitations);
  CHECK(found.confidence == 0.75);
  CHECK(found.reason ==
        "3 works that it cites are of 2023-03-02, none is later, and it speaks of "
        "Thursday, which that was.");

  for (const std::string& body :
       {kProse + three,  // No weekday that agrees.
        thursday + reference(1, "2 Mar. 2023") + reference(2, "2 Mar. 2023"),
        thursday + three + reference(5, "3 Mar. 2023")}) {
    const Publication bounded = found_in_text(body);
    CHECK_FALSE(bounded.date);
    CHECK(bounded.not_before >= Date{2023, 3, 2});
  }
}

TEST_CASE("publication: what falls due is no day of a work") {
  const std::string line = "2. \"Bonds\", Lakeside Post, 2 Mar. 2023, due ";
  const Publication found = found_in_text(
      std::string(kProse) + "1. \"Ministers meet\", Lakeside Post, 1 Mar. 2023\n" +
      line + "April 1, 2047, https://x.example/2\n");
  CHECK(found.not_before == Date{2023, 3, 2});
}

TEST_CASE("publication: the surest evidence counts") {
  const std::string body = "Published March 2, 2023\n" + std::string(kProse);
  const Article article{.id = "a", .title = "T", .body = body};
  Article with_url = article;
  with_url.url = "https://x.example/2023/03/02/t";
  CHECK(found_in(with_url).origin == DateOrigin::kUrl);
  CHECK(found_in(with_url).confidence == 0.97);
  with_url.url = "https://x.example/2021/01/01/t";
  CHECK(found_in(with_url).date == Date{2021, 1, 1});
  CHECK(found_in(with_url).confidence == 0.80);
  with_url.url = "https://x.example/2023/03/t";
  CHECK(found_in(with_url).date == Date{2023, 3, 2});

  Article given = article;
  given.published = Date{2022, 1, 1};
  CHECK(found_in(given).date == Date{2022, 1, 1});
  CHECK(found_in(given).reason.empty());

  Article old_file = article;
  old_file.published.not_after = {2020, 1, 1};
  CHECK_FALSE(found_in(old_file).date);
  CHECK(found_in(old_file).not_after == Date{2020, 1, 1});
}

TEST_CASE("publication: relative dates need a day that is sure enough") {
  const std::string body = "They met on Thursday. " + std::string(kProse);
  Article article{.id = "a", .title = "T", .body = body};
  article.url = "https://x.example/2023/03/02/t";
  const auto sure = annotate(article);
  REQUIRE(sure.body.dates.size() == 1);
  CHECK(sure.body.dates[0].value == "2023-03-02");
  article.url = "https://x.example/2023/03/t";
  const auto unsure = annotate(article);
  REQUIRE(unsure.body.dates.size() == 1);
  CHECK_FALSE(unsure.body.dates[0].range.first);
}

TEST_CASE("publication: the day of a copy") {
  Publication known;
  known.not_before = {2023, 2, 24};
  const Publication found = dateline::publication::with_copy(known, Date{2023, 3, 2});
  CHECK(found.date == Date{2023, 3, 2});
  CHECK(found.origin == DateOrigin::kCopy);
  CHECK(found.confidence == 0.85);
  CHECK(found.not_before == Date{2023, 2, 28});
  CHECK(found.not_after == Date{2023, 3, 4});
  Publication unsure(Date{2023, 3, 2});
  unsure.confidence = 0.75;
  CHECK(dateline::publication::with_copy(known, unsure).confidence == 0.75);
  CHECK(dateline::publication::with_copy(known, Date{2023, 2, 1}) == known);
  CHECK(dateline::publication::with_copy(known, Date{2023, 3}) == known);
  const Publication given(Date{2020, 1, 1});
  CHECK(dateline::publication::with_copy(given, Date{2023, 3, 2}) == given);
}

TEST_CASE("publication: a file is no younger than its time") {
  const dateline::testing::TempDir folder;
  dateline::ArticleReader reader(
      {folder.write("a.txt", "A title\n\n" + std::string(kProse))});
  Article article;
  REQUIRE(reader.next(article));
  CHECK_FALSE(article.published.date);
  CHECK(article.published.not_after >= Date{2020, 1, 1});
  CHECK_FALSE(article.published.reason.empty());
}

TEST_CASE("publication: any text") {
  for (const std::string& text :
       {std::string("\n"), std::string(5000, '1'), std::string(5000, '-'),
        std::string("(\n/\n,\n"), std::string("Published"),
        std::string("\xFF\xFE, \xC2"), std::string("GENEVA, March 2 ("),
        std::string("GENEVA, March 2 /"),
        std::string("anniversary of the anniversary of the anniversary of")}) {
    const Publication found = found_in_text(text);
    CHECK_FALSE(found.date);
  }
}

TEST_CASE("publication: the seeds") {
  const auto data = dateline::testing::shared_data("seeds");
  if (!data) {
    MESSAGE("skipped: no seeds");
    return;
  }
  std::vector<Publication> found;
  dateline::ArticleReader reader({data->string()});
  Article article;
  while (reader.next(article)) {
    article.published = {};
    found.push_back(found_in(article));
  }
  REQUIRE(found.size() == 5);
  CHECK(found[0].not_before == Date{2022, 12, 1});
  CHECK(found[2].not_before == Date{2023, 2, 24});
  CHECK(found[3].date == Date{2023, 3, 2});
  CHECK(found[3].origin == DateOrigin::kCitations);
  for (const std::size_t i : {0U, 1U, 2U, 4U}) {
    CHECK_FALSE(found[i].date);
    CHECK(found[i].not_before <= Date{2023, 3, 2});
    CHECK_FALSE(found[i].reason.empty());
  }
}

}  // namespace
