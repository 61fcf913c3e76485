// Names, dates and regions of whole articles, and what becomes of hostile bytes.

#include <dateline/annotate.h>
#include <dateline/period.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"

namespace {

using dateline::AnnotatedArticle;
using dateline::Article;
using dateline::Date;
using dateline::days_of;
using dateline::Name;
using dateline::NameKind;
using dateline::Region;

AnnotatedArticle annotated(std::string title, std::string body, Date day = {}) {
  Article article;
  article.title = std::move(title);
  article.body = std::move(body);
  article.published = day;
  return dateline::annotate(std::move(article));
}

std::string facets(const AnnotatedArticle& article) {
  std::string shown;
  for (const auto& count : facet_names(article))
    shown += std::string(to_string(count.name.kind)) + ":" + count.name.text + "*" +
             std::to_string(count.mentions) + " ";
  return shown;
}

TEST_CASE("annotate: words for the people of a country") {
  for (const std::string_view word : {"Russian", "Russians", "Swiss", "French"}) {
    CAPTURE(word);
    CHECK(dateline::is_demonym(word));
  }
  for (const std::string_view word :
       {"", "Russia", "russian-made", "Russian army", "minister", "Paris"}) {
    CAPTURE(word);
    CHECK_FALSE(dateline::is_demonym(word));
  }
}

TEST_CASE("annotate: words for regions and types") {
  CHECK(to_string(Region::kTitle) == "title");
  CHECK(to_string(Region::kFurniture) == "furniture");
  CHECK(to_string(dateline::DateType::kDate) == "DATE");
  CHECK(to_string(dateline::DateType::kSet) == "SET");
  for (const Region region : {Region::kReference, Region::kRelated, Region::kFurniture})
    CHECK_FALSE(gives_facets(region));
  for (const Region region : {Region::kTitle, Region::kSubhead, Region::kBody,
                              Region::kList, Region::kCaption, Region::kCredit})
    CHECK(gives_facets(region));
}

TEST_CASE("annotate: facets are the names given, then those of title and body") {
  Article article;
  article.title = "Lavrov Goes to Geneva";
  article.body =
      "Russian officials said that Sergey Lavrov would travel to Geneva and then to "
      "sao paulo or to S\xC3\xA3o Paulo on Friday.\n"
      "Read Also: All about Sweden\n";
  article.names = {{NameKind::kPlace, "Sao Paulo"}, {NameKind::kOrg, "Opec"}};
  CHECK(facets(dateline::annotate(article)) ==
        "place:Sao Paulo*1 org:Opec*0 person:Sergey Lavrov*2 place:Geneva*2 ");
}

TEST_CASE("annotate: names are looked for in English only") {
  for (const char* language : {"", "en", "en-GB", "EN_us", "english"}) {
    CAPTURE(language);
    CHECK(dateline::annotate("He is in Geneva.", {.language = language}).names.size() ==
          1);
  }
  for (const char* language : {"de", "enm", "e", "ru-RU"}) {
    CAPTURE(language);
    CHECK(dateline::annotate("He is in Geneva.", {.language = language}).names.empty());
  }
}

TEST_CASE("annotate: only a full day of publication is one to count from") {
  const auto dates = [](Date published) {
    return facet_dates(annotated("It was on Tuesday", "Or today.", published));
  };
  CHECK(dates({2023, 3, 2}) ==
        std::vector{days_of(Date{2023, 2, 28}), days_of(Date{2023, 3, 2})});
  CHECK(dates({2023, 3}).empty());
  CHECK(dates({}).empty());
  // A day that the calendar does not have is none.
  CHECK(dates({2023, 2, 31}).empty());
}

TEST_CASE("annotate: facet dates are distinct, ordered, not from references") {
  const auto article =
      annotated("",
                "It began in 2018 and on March 2-4, 2023, and again in 2018.\n"
                "0. \"That\" CNN, 5 Mar. 2021, https://www.cnn.com/\n");
  CHECK(facet_dates(article) == std::vector{days_of({2018}), days_of({2023, 3, 2}),
                                            days_of({2023, 3, 3}),
                                            days_of({2023, 3, 4})});
  REQUIRE(article.body.dates.size() == 4);
  CHECK(article.body.dates.back().region == Region::kReference);
}

// Whether offsets are in order, inside the text, and mentions do not overlap.
template <typename Mentions>
bool is_sound(const Mentions& mentions, std::size_t size) {
  std::size_t at = 0;
  for (const auto& mention : mentions) {
    if (mention.begin < at || mention.end <= mention.begin || mention.end > size)
      return false;
    if (mention.score <= 0 || mention.score > 1 || mention.reason.empty()) return false;
    at = mention.end;
  }
  return true;
}

void check_sound(const std::string& title, const std::string& body) {
  const auto article = annotated(title, body, {2023, 3, 2});
  CHECK(is_sound(article.title.names, title.size()));
  CHECK(is_sound(article.body.names, body.size()));
  CHECK(is_sound(article.title.dates, title.size()));
  CHECK(is_sound(article.body.dates, body.size()));
  const std::size_t covered = article.regions.empty() ? 0 : article.regions.back().end;
  CHECK(covered == body.size());
  facet_names(article);
  facet_dates(article);
}

TEST_CASE("annotate: any bytes will do") {
  std::mt19937 random(20230302);
  const std::vector<std::string> pieces = {
      "Antony ", "Blinken ", "of ",   "the ",     "March ", "2",        ", ",
      "2023",    "U.S.",     "'s ",   "\xE2\x80", "\x99s",  "\xC2",     "\xA0",
      "-",       "&",        "al",    "(",        ")",      "\n",       "\n\n",
      "George ", "W. ",      "Bank ", "last ",    "week ",  "G",        "20 ",
      "\xFF",    "\xF0\x9F", "Mr. ",  "and ",     "Russia", "foreign ", "ministry ",
      "/",       "'",        "70s ",  ".",        "START ",
  };
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    const auto length = random() % 60;
    for (unsigned i = 0; i < length; ++i) {
      if (random() % 8 == 0) {
        body += static_cast<char>(random() % 256);
      } else {
        body += pieces[random() % pieces.size()];
      }
    }
    CAPTURE(body);
    check_sound(body.substr(0, body.size() / 4), body);
  }
}

TEST_CASE("annotate: a megabyte of one thing is done like any other") {
  const auto repeat = [](std::string_view piece) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    return text;
  };
  for (const std::string_view piece : {"A",
                                       "Aa ",
                                       "A ",
                                       "A.",
                                       "AB ",
                                       "Bank of ",
                                       "President ",
                                       "John ",
                                       "and Co ",
                                       "1",
                                       "1 ",
                                       "2023 ",
                                       "2023-",
                                       "March ",
                                       "March 2-",
                                       "last ",
                                       "of ",
                                       "(",
                                       "'s",
                                       "New ",
                                       "United ",
                                       "\xE2\x80\x99",
                                       "\xFF",
                                       "\n",
                                       "Aa\n",
                                       "- ",
                                       "al-",
                                       "John Aa. ",
                                       "Aa Bb. ",
                                       "Group of ",
                                       "Secretary of ",
                                       "Mr. Aa, ",
                                       "Ministry of Foreign "}) {
    CAPTURE(piece);
    check_sound("", repeat(piece));
  }
}

TEST_CASE("annotate: as many persons of one name as there may be") {
  std::string body;
  for (int i = 0; i < 20'000; ++i)
    body += "John" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::to_string(i) + " Smith said. Mr. Smith said. ";
  check_sound("Smith", body);
}

struct Seed {
  const char* file;
  std::vector<Name> names;
  std::vector<Date> dates;
};

Name person(const char* text) { return {NameKind::kPerson, text}; }
Name org(const char* text) { return {NameKind::kOrg, text}; }
Name place(const char* text) { return {NameKind::kPlace, text}; }
Name thing(const char* text) { return {NameKind::kThing, text}; }

const std::vector<Seed>& seeds() {
  static const std::vector<Seed> all = {
      {"000_f7ebd16aa685e7e6.txt",
       {person("Antony Blinken"),
        person("Sergey Lavrov"),
        person("Paul Whelan"),
        person("David Whelan"),
        person("Elizabeth Whelan"),
        person("Maria Zakharova"),
        person("Zelensky"),
        person("Vladimir Putin"),
        person("Brittney Griner"),
        org("U.S. State Department"),
        org("Russian Foreign Ministry"),
        place("White House"),
        org("G20"),
        place("Russia"),
        place("Ukraine"),
        place("United States"),
        place("China"),
        place("New Delhi"),
        place("Moscow"),
        place("Kyiv"),
        place("Soviet Union"),
        thing("New START"),
        thing("Cold War")},
       {{2018, 12}, {2022, 2}, {2022, 12}, {2023, 2, 28}, {2023, 3, 2}}},
      {"001_6ac699eb32e3822f.txt",
       {person("Antony Blinken"),
        person("Sergey Lavrov"),
        person("Paul Whelan"),
        person("David Whelan"),
        person("Elizabeth Whelan"),
        person("Maria Zakharova"),
        person("Zelensky"),
        person("Vladimir Putin"),
        person("Brittney Griner"),
        person("Qin Gang"),
        person("Frederik Pleitgen"),
        org("U.S. State Department"),
        org("Russian Foreign Ministry"),
        place("White House"),
        org("Kremlin"),
        org("United Nations"),
        org("CNN"),
        org("G20"),
        place("Russia"),
        place("Ukraine"),
        place("United States"),
        place("China"),
        place("New Delhi"),
        place("Moscow"),
        place("Washington"),
        place("Beijing"),
        place("Geneva"),
        place("Soviet Union"),
        thing("New START"),
        thing("Cold War")},
       {{2018, 12},
        {2020, 6},
        {2022, 1},
        {2022, 2},
        {2022, 7},
        {2022, 12},
        {2023, 2, 28},
        {2023, 3, 1},
        {2023, 3, 2}}},
      {"002_8c886e1e23791552.txt",
       {person("Antony Blinken"),
        person("Sergei Lavrov"),
        person("Paul Whelan"),
        person("David Whelan"),
        person("Maria Zakharova"),
        person("Vladimir Putin"),
        person("Brittney Grenier"),
        person("Viktor Bout"),
        person("Subramaniam Jaishankar"),
        person("Narendra Modi"),
        org("Russian Foreign Ministry"),
        org("Kremlin"),
        org("NATO"),
        org("United Nations"),
        org("WNBA"),
        org("G20"),
        place("Russia"),
        place("Ukraine"),
        place("United States"),
        place("China"),
        place("India"),
        place("New Delhi"),
        place("Moscow"),
        place("Kyiv"),
        place("Washington"),
        place("Geneva"),
        place("Switzerland"),
        place("Bali"),
        place("South Africa"),
        place("Soviet Union"),
        place("Michigan"),
        place("Mordovia"),
        thing("New START"),
        thing("Cold War"),
        thing("Cuban Missile Crisis")},
       {{2022}, {2022, 1}, {2022, 2, 24}, {2023, 3, 2}}},
      {"003_631d486e5f357ec1.txt",
       {person("Antony Blinken"), person("Sergei Lavrov"), person("Paul Whelan"),
        person("Volodymyr Zelenskyy"), person("Brittney Griner"), org("WNBA"),
        org("United Nations"), org("G20"), place("Russia"), place("Ukraine"),
        place("United States"), place("India"), place("New Delhi"), place("Moscow"),
        thing("New START"), thing("Cold War")},
       {{2020, 7}, {2023, 3, 2}}},
      {"004_0cf30faa1423875d.txt",
       {person("Antony Blinken"),
        person("Sergey Lavrov"),
        person("Paul Whelan"),
        person("Maria Zakharova"),
        person("Vladimir Putin"),
        person("Brittney Griner"),
        person("John Kirby"),
        org("Russian Foreign Ministry"),
        place("White House"),
        org("WNBA"),
        org("Federation of American Scientists"),
        org("G20"),
        place("Russia"),
        place("Ukraine"),
        place("United States"),
        place("India"),
        place("Moscow"),
        place("Soviet Union"),
        thing("New START"),
        thing("Cold War")},
       {{2018}, {2020}, {2022, 12}, {2023, 3, 2}}},
  };
  return all;
}

TEST_CASE("annotate: the seed articles") {
  const auto folder = dateline::testing::shared_data("seeds");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  std::size_t false_names = 0;
  for (const Seed& seed : seeds()) {
    CAPTURE(std::string(seed.file));
    const std::string text = dateline::testing::read_file(*folder / seed.file);
    const auto line = text.find('\n');
    const auto article =
        annotated(text.substr(0, line), text.substr(line + 1), {2023, 3, 2});
    std::vector<Name> found;
    for (const auto& count : facet_names(article)) found.push_back(count.name);
    for (const Name& name : seed.names) {
      CAPTURE(name.text);
      CHECK(std::count(found.begin(), found.end(), name) == 1);
    }
    for (const Name& name : found) {
      if (std::count(seed.names.begin(), seed.names.end(), name) != 0) continue;
      MESSAGE("not wanted in ", seed.file, ": ", name.text);
      ++false_names;
    }
    const auto dates = facet_dates(article);
    for (const Date date : seed.dates) {
      CAPTURE(to_string(date));
      CHECK(std::count(dates.begin(), dates.end(), days_of(date)) == 1);
    }
  }
  CHECK(false_names <= 2);
}

}  // namespace
