// Names in running text: found, typed, linked inside the article.

#include "index/names/name_tagger.h"

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using dateline::Name;
using dateline::NameKind;
using dateline::NameMention;
using dateline::Region;
using dateline::RegionSpan;
using dateline::names::NameTagger;
using dateline::names::NameTaggerInput;

// "surface=kind:name", parted by "; "; a demonym's kind is "demonym".
std::string show(std::string_view text, const std::vector<NameMention>& mentions) {
  std::string shown;
  for (const NameMention& mention : mentions) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += '=';
    shown += mention.is_demonym ? "demonym" : to_string(mention.name.kind);
    shown += ':';
    shown += mention.name.text;
  }
  return shown;
}

std::string names_in(std::string_view text) {
  return show(text, dateline::annotate(text).names);
}

TEST_CASE("names: found by their own words and those around them") {
  struct {
    std::string text;
    std::string names;
  } const cases[] = {
      {"", ""},
      {"Nothing happened.", ""},
      // Titles are evidence, and no part of the name.
      {"The talks with President Zelensky went on.", "Zelensky=person:Zelensky"},
      {"He met Secretary of State Antony Blinken there.",
       "Antony Blinken=person:Antony Blinken"},
      {"It was said by spokesman Ulf Nadir in the evening.",
       "Ulf Nadir=person:Ulf Nadir"},
      {"He met Russian Foreign Minister Sergey Lavrov.",
       "Russian=demonym:Russia; Sergey Lavrov=person:Sergey Lavrov"},
      {"She thanked Sen. Ewout Pell and Dr. Quor.",
       "Ewout Pell=person:Ewout Pell; Quor=person:Quor"},
      // Given names, initials, particles, ages.
      {"They saw George W. Bush and J. Smith.",
       "George W. Bush=person:George W. Bush; J. Smith=person:J. Smith"},
      {"They saw Jean-Claude Trichet's house.",
       "Jean-Claude Trichet=person:Jean-Claude Trichet"},
      {"It was written by Ludwig van Beethoven.",
       "Ludwig van Beethoven=person:Ludwig van Beethoven"},
      {"North Korean leader Kim Jong-un smiled.",
       "North Korean=demonym:North Korea; Kim Jong-un=person:Kim Jong-un"},
      {"The driver, Qulo Bantan, 53, was hurt.", "Qulo Bantan=person:Qulo Bantan"},
      {"Prime Minister Theresa May came in May.", "Theresa May=person:Theresa May"},
      {"The game of Jan Hernych, Jan-Michael Gambill and A. K. Velan in Jan.",
       "Jan Hernych=person:Jan Hernych; "
       "Jan-Michael Gambill=person:Jan-Michael Gambill; A. K. Velan=person:A. K. "
       "Velan"},
      {"It is said that Mr Law sang.", "Law=person:Law"},
      {"Prime Minister Han Duck-soo and Interior Minister Lee Sang-min came.",
       "Han Duck-soo=person:Han Duck-soo; Lee Sang-min=person:Lee Sang-min"},
      {"King Mohammed VI spoke.", "Mohammed VI=person:Mohammed VI"},
      {"She wrote of Tsai Ing-wen.", "Tsai Ing-wen=person:Tsai Ing-wen"},
      {"It is also written Yoon Suk Yeol there; President Yoon Suk Yeol wept.",
       "Yoon Suk Yeol=person:Yoon Suk Yeol; Yoon Suk Yeol=person:Yoon Suk Yeol"},
      {"External Affairs Minister S. Jaishankar spoke.",
       "S. Jaishankar=person:S. Jaishankar"},
      {"The actor Denzel Washington was born there.",
       "Denzel Washington=person:Denzel Washington"},
      // Months and places that people are named for.
      {"June Winter, who ran it, met Delphine August in June.",
       "June Winter=person:June Winter; Delphine August=person:Delphine August"},
      {"April May will leave in May.", "April May=person:April May"},
      {"Paris Delacroix, born in London, met the author, Israel Kamakau, there.",
       "Paris Delacroix=person:Paris Delacroix; London=place:London; "
       "Israel Kamakau=person:Israel Kamakau"},
      {"In Novi, Jordan Tate, said people, was liked. Tate said so.",
       "Novi=place:Novi; Jordan Tate=person:Jordan Tate; Tate=person:Jordan Tate"},
      // Organisations by their heads and endings.
      {"A deal with Brodix Products Inc was made.",
       "Brodix Products Inc=org:Brodix Products"},
      {"The Ministry of Foreign Affairs denied it.",
       "Ministry of Foreign Affairs=org:Ministry of Foreign Affairs"},
      {"It was the Federation of American Scientists.",
       "Federation of American Scientists=org:Federation of American Scientists"},
      {"The Bank of England and AT&T agreed.",
       "Bank of England=org:Bank of England; AT&T=org:AT&T"},
      {"It was the Ministry of External Affairs.",
       "Ministry of External Affairs=org:Ministry of External Affairs"},
      {"Four of the Independent Electoral and Boundaries Commission left.",
       "Independent Electoral and Boundaries Commission=org:"
       "Independent Electoral and Boundaries Commission"},
      // Bodies that many countries have.
      {"The Supreme Court and Congress met.",
       "Supreme Court=org:Supreme Court; Congress=org:Congress"},
      {"The Supreme Court of the U.S. and its Congress met.",
       "Supreme Court=org:U.S. Supreme Court; U.S.=place:United States; "
       "Congress=org:U.S. Congress"},
      {"Kenya's Supreme Court spoke. Kenyans saw the US win.",
       "Kenya=place:Kenya; Supreme Court=org:Supreme Court; Kenyans=demonym:Kenya; "
       "US=place:United States"},
      {"Kenya heard of the U.S. Supreme Court; the Supreme Court spoke.",
       "Kenya=place:Kenya; U.S. Supreme Court=org:U.S. Supreme Court; "
       "Supreme Court=org:U.S. Supreme Court"},
      {"The Russian Foreign Ministry spoke.",
       "Russian Foreign Ministry=org:Russian Foreign Ministry"},
      {"The Russian Ministry of Foreign Affairs spoke.",
       "Russian Ministry of Foreign Affairs=org:Russian Foreign Ministry"},
      {"Russia's foreign ministry spoke.",
       "Russia=place:Russia; foreign ministry=org:Russian Foreign Ministry"},
      {"The State Department spoke.", "State Department=org:U.S. State Department"},
      // Spellings that are one name.
      {"The G-20, the G20, the G 20 and the Group of 20.",
       "G-20=org:G20; G20=org:G20; G 20=org:G20; Group of 20=org:G20"},
      {"The G-20 Foreign Ministers met.", "G-20 Foreign Ministers=org:G20"},
      {"The US, the U.S. and the United States.",
       "US=place:United States; U.S.=place:United States; "
       "United States=place:United States"},
      {"They told us to go to Kiev.", "Kiev=place:Kyiv"},
      // Places.
      {"They met in Geneva, Switzerland.",
       "Geneva=place:Geneva; Switzerland=place:Switzerland"},
      {"He is held in the Mordia region of Russia.",
       "Mordia=place:Mordia; Russia=place:Russia"},
      {"Moscow-based and U.S.-led.", "Moscow=place:Moscow; U.S.=place:United States"},
      {"The top spy:Russia will be out.", "Russia=place:Russia"},
      // Things.
      {"The New START treaty and the Treaty of Lisbon.",
       "New START=thing:New START; Treaty of Lisbon=thing:Lisbon Treaty"},
      {"At the height of the Cold War.", "Cold War=thing:Cold War"},
      {"They signed the Ankaro Convention.",
       "Ankaro Convention=thing:Ankaro Convention"},
      // No names.
      {"On Thursday, the English march in May began. I may start in March.", ""},
      {"However, Hundreds of people spoke English on the Internet.", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(names_in(c.text) == c.names);
  }
}

TEST_CASE("names: linked inside the article") {
  struct {
    std::string text;
    std::string names;
  } const cases[] = {
      {"Antony Blinken came. Blinken spoke. Mr. Blinken left.",
       "Antony Blinken=person:Antony Blinken; Blinken=person:Antony Blinken; "
       "Blinken=person:Antony Blinken"},
      // The surname before the full name.
      {"Blinken spoke to Antony Blinken.",
       "Blinken=person:Antony Blinken; Antony Blinken=person:Antony Blinken"},
      // Three of one surname: the one most named, given names to each.
      {"Paul Whelan is held. Paul Whelan waits. Paul Whelan hopes. David Whelan and "
       "Elizabeth Whelan "
       "hope. "
       "Whelan is ill, said David.",
       "Paul Whelan=person:Paul Whelan; Paul Whelan=person:Paul Whelan; "
       "Paul Whelan=person:Paul Whelan; "
       "David Whelan=person:David Whelan; Elizabeth Whelan=person:Elizabeth Whelan; "
       "Whelan=person:Paul Whelan; David=person:David Whelan"},
      // A surname that speaks makes a person of a run that nothing else tells about.
      {"The call of Robbo Ginepri came. Ginepri said no.",
       "Robbo Ginepri=person:Robbo Ginepri; Ginepri=person:Robbo Ginepri"},
      {"The Union of Quiet Readers (UQR) met. It is late for UQR now.",
       "Union of Quiet Readers=org:Union of Quiet Readers; "
       "UQR=org:Union of Quiet Readers; UQR=org:Union of Quiet Readers"},
      {"The New START Treaty holds. The end of the START treaty is near.",
       "New START Treaty=thing:New START; START=thing:New START"},
      {"Brodix Products Inc grew. In May Brodix Products sold; later Brodix "
       "slept.",
       "Brodix Products Inc=org:Brodix Products; "
       "Brodix Products=org:Brodix Products; Brodix=org:Brodix Products"},
      {"Michael Jordan played. It was late when Jordan scored.",
       "Michael Jordan=person:Michael Jordan; Jordan=person:Michael Jordan"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(names_in(c.text) == c.names);
  }
}

TEST_CASE("names: every mention says why") {
  const auto found =
      dateline::annotate("Foreign Minister Qin Gang came. Mr. Gang left.").names;
  REQUIRE(found.size() == 2);
  CHECK(!found[0].reason.empty());
  CHECK(found[1].reason == "surname of Qin Gang");
  CHECK(found[0].score > 0.5);
  CHECK(found[0].score <= 1.0);
}

TEST_CASE("names: headlines give only what the text or the lists know") {
  const std::string_view body = "Antony Blinken met Sergey Lavrov in a hotel.";
  const RegionSpan all{0, body.size(), Region::kBody};
  struct {
    std::string title;
    std::string names;
  } const cases[] = {
      {"Blinken Urges Russia to End Aggressive War in Ukraine",
       "Blinken=person:Antony Blinken; Russia=place:Russia; Ukraine=place:Ukraine"},
      {"LAVROV TELLS US OF RUSSIA'S PLAN IN UN",
       "LAVROV=person:Sergey Lavrov; RUSSIA=place:Russia; UN=org:United Nations"},
      {"Logistics Race For Rich Countries", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.title);
    const auto found =
        NameTagger::english().tag({c.title, body, std::span(&all, 1), {}});
    CHECK(show(c.title, found.title) == c.names);
  }
}

TEST_CASE("names: those given by editors help, and are no mentions") {
  const std::string_view body = "Rates fell, and Baker was pleased.";
  const RegionSpan all{0, body.size(), Region::kBody};
  const Name given[] = {{NameKind::kPerson, "Howard Baker"}};
  CHECK(show(body,
             NameTagger::english().tag({"", body, std::span(&all, 1), given}).body) ==
        "Baker=person:Howard Baker");
}

TEST_CASE("names: what editors gave is what the body means") {
  const std::string_view body =
      "The Charlotte Hornets saw it with Sergei V. Lavrov. The Supreme Court spoke.";
  const RegionSpan all{0, body.size(), Region::kBody};
  const Name given[] = {{NameKind::kOrg, "Charlotte Hornets"},
                        {NameKind::kPerson, "Sergei Lavrov"},
                        {NameKind::kOrg, "Supreme Court of Kenya"}};
  CHECK(show(body,
             NameTagger::english().tag({"", body, std::span(&all, 1), given}).body) ==
        "Charlotte Hornets=org:Charlotte Hornets; Sergei V. Lavrov=person:Sergei "
        "Lavrov; Supreme Court=org:Supreme Court of Kenya");
}

TEST_CASE("names: a surname written wrong once is its bearer's") {
  const std::string often =
      "Antony Blinken spoke. Mr Blinken said so. Then Blinken left, and Blinken "
      "said more. ";
  // The model takes either for no person.
  CHECK(names_in(often + "The Blinkin was signed.")
            .ends_with("Blinkin=person:Antony Blinken"));
  CHECK_FALSE(names_in("Antony Blinken spoke. The Blinkin was signed.")
                  .ends_with("Blinkin=person:Antony Blinken"));
}

TEST_CASE("names: texts in capitals give the usual writing") {
  CHECK(names_in("THE G-20 HEARD FOREIGN MINISTER SERGEI LAVROV IN THE UNITED STATES. "
                 "MR. LAVROV, IT SAID, WAS LATE FOR PRESIDENT JOKO WIDODO AND MINISTER "
                 "GRACE WAS NOT. SECRETARY OF STATE ANTONY BLINKEN SAID SO TO ALL.") ==
        "G-20=org:G20; SERGEI LAVROV=person:Sergei Lavrov; UNITED STATES=place:United "
        "States; LAVROV=person:Sergei Lavrov; JOKO WIDODO=person:Joko Widodo; "
        "GRACE=person:Grace; "
        "ANTONY BLINKEN=person:Antony Blinken");
  CHECK(names_in(
            "FREMONT FALLS, Ohio - The team did not come that evening, as planned.") ==
        "FREMONT FALLS=place:Fremont Falls; Ohio=place:Ohio");
}

TEST_CASE("names: in text without capitals only the lists tell") {
  CHECK(names_in("the bank of england and the united nations said that turkey and "
                 "germany, who told us so, will be in new delhi in march.") ==
        "bank of england=org:Bank of England; united nations=org:United Nations; "
        "germany=place:Germany; new delhi=place:New Delhi");
  CHECK(names_in("he is from germany.") == "");
}

TEST_CASE("names: in wrapped text lines hang together, in paragraphs they do not") {
  CHECK(names_in("The board of the bank that is called after its founder, the Bank of\n"
                 "England, has said that it would not lend any money to Sergey\n"
                 "Lavrov in this year or the next one.\n") ==
        "Bank of\nEngland=org:Bank of England; Sergey\nLavrov=person:Sergey Lavrov");
}

}  // namespace
