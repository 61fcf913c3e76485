// What two names say by themselves about being one entity. A row for every rule: add
// one before changing a list or a rule of index/entities/.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/entities/evidence.h"
#include "index/entities/parsed_name.h"
#include "index/entities/spelling.h"
#include "index/text/analyzer.h"

namespace {

using dateline::NameKind;
using dateline::entities::Company;
using dateline::entities::Comparison;
using dateline::entities::Evidence;
using dateline::entities::kEnoughPoints;
using dateline::entities::Likeness;
using dateline::entities::NameParser;

struct Case {
  const char* a;
  const char* b;
  // kOne: by themselves; kLikely, kPerhaps: in the same company, in very much the same;
  // kTwo: never.
  enum Verdict { kOne, kLikely, kPerhaps, kTwo } verdict;
};

Comparison compare(NameKind kind, std::string_view a, std::string_view b,
                   std::vector<Evidence>* log = nullptr) {
  NameParser parser;
  const auto one = parser.parse(kind, dateline::text::fold(a));
  const auto other = parser.parse(kind, dateline::text::fold(b));
  return dateline::entities::compare(parser, one, other, log);
}

Case::Verdict verdict(const Comparison& compared) {
  if (!compared.possible() || compared.points < 2) return Case::kTwo;
  if (compared.points >= kEnoughPoints) return Case::kOne;
  return compared.points >= 4 ? Case::kLikely : Case::kPerhaps;
}

void check(NameKind kind, const Case& c) {
  CAPTURE(std::string(c.a));
  CAPTURE(std::string(c.b));
  std::vector<Evidence> log;
  const Comparison compared = compare(kind, c.a, c.b, &log);
  CAPTURE(compared.points);
  CAPTURE(std::string(compared.veto));
  CHECK(verdict(compared) == c.verdict);
  const Comparison turned = compare(kind, c.b, c.a);
  CHECK(turned.points == compared.points);
  CHECK(turned.veto == compared.veto);

  // What is printed is what was decided.
  int sum = 0;
  for (const Evidence& evidence : log) sum += evidence.points;
  CHECK(sum == compared.points);
  CHECK(compared.possible() == (log.empty() || !log.back().what.starts_with("veto")));
}

TEST_CASE("entity evidence: people") {
  const Case cases[] = {
      // Transliterations.
      {"Sergei Lavrov", "Sergey Lavrov", Case::kOne},
      {"Volodymyr Zelensky", "Volodymyr Zelenskyy", Case::kOne},
      {"Mohammed bin Salman", "Muhammad bin Salman", Case::kOne},
      {"Mikhail Khodorkovsky", "Mikhail Khodorkovskiy", Case::kOne},
      {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", Case::kOne},
      {"Mohamed ElBaradei", "Mohammed El Baradei", Case::kOne},
      {"Dmitri Yazov", "Dmitry T. Yazov", Case::kLikely},
      // The same letters.
      {"Kim Jong-un", "Kim Jong Un", Case::kOne},
      {"Xi Jinping", "Xi Jin-ping", Case::kOne},
      {"J.K. Rowling", "JK Rowling", Case::kOne},
      {"F.W. de Klerk", "F. W. De Klerk", Case::kOne},
      {"Ehud Barak", "Ehud  BARAK", Case::kOne},
      // The other order, but not of two given names.
      {"Viktor Orban", "Orban Viktor", Case::kOne},
      {"Kenji Tanaka", "Tanaka Kenji", Case::kOne},
      {"Martin James", "James Martin", Case::kPerhaps},
      {"Kim Yuna", "Yu-na Kim", Case::kLikely},
      // Titles, particles, nicknames in quotes.
      {"President Joe Biden", "Joe Biden", Case::kOne},
      {"Bashar al-Assad", "Bashar Assad", Case::kOne},
      {"Joaquin \"El Chapo\" Guzman", "Joaquin Guzman", Case::kOne},
      {"Bill Clinton", "William Clinton", Case::kLikely},
      // Middle names.
      {"John Kerry", "John F. Kerry", Case::kLikely},
      {"Lyndon B. Johnson", "Lyndon Baines Johnson", Case::kOne},
      {"George W. Bush", "George H. W. Bush", Case::kTwo},
      {"Jose Maria Aznar", "José María Aznar López", Case::kLikely},
      {"Marta Robledo", "Marta Robledo de Kintana", Case::kPerhaps},
      {"Juan Carlos", "Juan Carlos Ferrero", Case::kTwo},
      {"Abdel Fattah al-Sisi", "Fattah al-Sisi", Case::kPerhaps},
      // One letter changed.
      {"Brittney Griner", "Brittney Grinor", Case::kLikely},
      {"Rishi Sunak", "Rishi Sunek", Case::kLikely},
      {"David Davis", "David Davies", Case::kPerhaps},
      {"Peter Johnson", "Peter Johnston", Case::kTwo},
      {"Peter Allan", "Peter Allen", Case::kPerhaps},
      {"Liu Wenli", "Liu Wenxi", Case::kTwo},
      {"Chen Xitong", "Chen Xiaotong", Case::kTwo},
      // Families. A father and a son keep the same company: only their names tell.
      {"Paul Whelan", "David Whelan", Case::kTwo},
      {"Paul Whelan", "Paula Whelan", Case::kTwo},
      {"Mario Lopez", "Maria Lopez", Case::kTwo},
      {"Ed Turner", "Ted Turner", Case::kTwo},
      {"Dmitry Medvedev", "Svetlana Medvedeva", Case::kTwo},
      {"Sasha Ivanov", "Sasha Ivanova", Case::kTwo},
      {"Vitaly Maltsky", "Vitaly Maltskaya", Case::kTwo},
      {"Martin King Jr.", "Martin King Sr.", Case::kTwo},
      {"Martin King Jr.", "Martin King", Case::kTwo},
      {"Henry Ford II", "Henry Ford III", Case::kTwo},
      {"Clementine Ash", "Clementine Ashe", Case::kTwo},
      // Those who are not said.
      {"Lavrov", "Sergei Lavrov", Case::kTwo},
      {"S. Lavrov", "Sergei Lavrov", Case::kTwo},
      {"S. Lavrov", "S Lavrov", Case::kOne},
      {"Lavrov", "Lawrow", Case::kTwo},
      // Of the lists, before any veto.
      {"Pelé", "Edson Arantes do Nascimento", Case::kOne},
      {"Martin Luther King", "Martin Luther King Jr.", Case::kOne},
      {"Luiz Inácio Lula da Silva", "Lula", Case::kOne},
      {"Joe Biden", "Joseph R. Biden Jr.", Case::kOne},
      {"Donald Trump", "Donald Trump Jr.", Case::kTwo},
      {"George W. Bush", "George H.W. Bush", Case::kTwo},
      {"Begum Rokeya Hossain", "Rokeya Hossain", Case::kOne},
  };
  for (const Case& c : cases) check(NameKind::kPerson, c);
}

TEST_CASE("entity evidence: organisations") {
  const Case cases[] = {
      {"Goldman Sachs", "The Goldman Sachs Inc.", Case::kOne},
      {"Siemens AG", "Siemens Inc", Case::kLikely},
      {"Gas Corp", "Gas Co Ltd", Case::kTwo},
      {"Trust Company", "Trust", Case::kTwo},
      {"AT&T", "A T & T", Case::kOne},
      {"Defence Ministry", "Ministry of Defense", Case::kOne},
      {"Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia", Case::kOne},
      {"Russian Foreign Ministry", "Chinese Foreign Ministry", Case::kTwo},
      {"U.S. Air Force", "United States Air Force", Case::kOne},
      {"Air Force", "Czech Air Force", Case::kTwo},
      {"Communist Party of China", "Chinese Communist Party", Case::kOne},
      {"National Liberal Party", "Liberal National Party", Case::kPerhaps},
      {"University of Oxford", "Oxford University", Case::kOne},  // Of the lists.
      {"University of Ghent", "Ghent University", Case::kPerhaps},
      {"University of Miami", "Miami University", Case::kTwo},
      {"Justice Centre", "Justice Center", Case::kPerhaps},
      {"Liggett Group", "Ligget Group", Case::kLikely},
      {"Morgan Brewing", "Morgan", Case::kPerhaps},
      {"Morgan Stanley Group", "Morgan Stanley", Case::kLikely},
      {"American", "American Airlines", Case::kTwo},
      {"Bank of Japan", "Bank of Korea", Case::kTwo},
      {"Varuna Jana Balakaya", "VJB", Case::kPerhaps},
      {"Union of Alpine Guides Associations", "UAGA", Case::kLikely},
      {"Union of European Football Associations", "UEFA", Case::kOne},
      {"CBS", "Community Bank System", Case::kTwo},
      {"IM", "Isuzu Motors", Case::kTwo},
      {"Kyiv Post", "Kyiv Times", Case::kTwo},
      {"Boeing", "Beoing", Case::kPerhaps},
      {"United Nations", "UN", Case::kOne},
      {"United Nations", "NATO", Case::kTwo},
      {"Lloyd's", "Lloyds Bank", Case::kTwo},
      {"FC Porto", "Porto", Case::kOne},
      {"NK Maribor", "Maribor", Case::kOne},
      {"Kiev Opera Orchestra", "Kyiv Opera Orchestra", Case::kOne},
      {"Bombay Hockey Club", "Mumbai Hockey Club", Case::kOne},
      {"Barcelona", "Barcelona SC", Case::kTwo},
  };
  for (const Case& c : cases) check(NameKind::kOrg, c);
}

TEST_CASE("entity evidence: places and things") {
  const Case places[] = {
      {"Kyiv", "Kiev", Case::kOne},
      {"St. Lucia", "Saint Lucia", Case::kOne},
      {"Port-au-Prince", "Port au Prince", Case::kOne},
      {"Iran", "Iraq", Case::kTwo},
      {"Niger", "Nigeria", Case::kTwo},
      {"Austria", "Australia", Case::kTwo},
      {"Michigan", "Lake Michigan", Case::kTwo},
      {"Verkhny Ustyug", "Verkhni Ustyug", Case::kLikely},
      {"York", "New York", Case::kTwo},
  };
  for (const Case& c : places) check(NameKind::kPlace, c);

  const Case things[] = {
      {"New START", "New START Treaty", Case::kOne},  // Of the lists.
      {"Treaty of Tordesillas", "Tordesillas Treaty", Case::kOne},
      {"Apollo 11", "Apollo XI", Case::kOne},
      {"Apollo 11", "Apollo 13", Case::kTwo},
      {"AK-47", "AK47", Case::kOne},
      {"World War I", "World War II", Case::kTwo},
      {"2010 World Cup", "2014 World Cup", Case::kTwo},
      {"2010 World Cup", "World Cup", Case::kTwo},
      {"Mayhew Award", "Mayhew Awards", Case::kLikely},
      {"National Championship", "National Championships", Case::kPerhaps},
      {"Joint Lasting Plan of Comity", "JLPOC", Case::kLikely},
      {"Super Typhoon Bavi", "Typhoon Bavi", Case::kOne},
      {"Hurricane Fiona", "Fiona", Case::kPerhaps},
      {"Hurricane Fiona", "Hurricane Fabian", Case::kTwo},
      {"HMS Ark Royal", "Ark Royal", Case::kLikely},
      {"HMS Ark Royal", "USS Ark Royal", Case::kTwo},
  };
  for (const Case& c : things) check(NameKind::kThing, c);
}

TEST_CASE("entity evidence: what company adds") {
  const Comparison typo = {4, Likeness::kTypo, {}};
  const Comparison shorter = {5, Likeness::kShorter, {}};
  const Comparison nickname = {5, Likeness::kNickname, {}};
  const Comparison same = {6, Likeness::kSame, {}};
  struct {
    const char* what;
    Comparison compared;
    Company company;
    int points;
    bool possible;
  } const cases[] = {
      {"no company", typo, {0, 5, 5, 0}, 4, true},
      {"much the same", typo, {0.2, 5, 5, 0}, 6, true},
      {"very much the same", typo, {0.4, 5, 5, 0}, 8, true},
      {"a rare form of a frequent one", typo, {0.1, 1, 50, 0}, 6, true},
      {"a rare form, in other company", typo, {0.01, 1, 50, 0}, 4, true},
      {"frequent, in other company", typo, {0.01, 50, 50, 0}, 4, false},
      {"frequent, in other company, but the same", same, {0.01, 50, 50, 0}, 6, true},
      {"one name beside both", shorter, {0.2, 4, 50, 0, 1}, 5, true},
      {"two names beside both", shorter, {0.2, 4, 50, 0, 2}, 7, true},
      {"one name, of few others", shorter, {0.4, 4, 50, 0, 1}, 9, true},
      {"a nickname, one name beside both", nickname, {0.2, 4, 50, 0, 1}, 5, true},
      {"a nickname, side by side", nickname, {0.2, 4, 50, 3, 2}, 7, true},
      {"side by side", shorter, {0.4, 4, 50, 1}, 5, false},
      {"side by side, often", shorter, {0.4, 40, 50, 2}, 5, false},
      {"side by side, once of many", shorter, {0.4, 40, 50, 1}, 9, true},
      {"side by side, a typo", typo, {0.4, 4, 50, 1}, 8, true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    const Comparison weighed = dateline::entities::weigh(c.compared, c.company);
    CHECK(weighed.points == c.points);
    CHECK(weighed.possible() == c.possible);
  }
}

TEST_CASE("entity evidence: hostile names cost no more than others") {
  const std::string words = [] {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "a b. ";
    return text;
  }();
  for (const std::string& name :
       {std::string(), std::string(" "), std::string("..."), std::string("\""), words,
        std::string(100'000, 'x'), std::string(100'000, '.'), std::string("\xff\xfe"),
        std::string("al"), std::string("of the"), std::string("Jr."),
        std::string("习近平"), std::string("de la"), std::string("Mr"),
        std::string("Inc"), std::string("99999999999999999999")}) {
    for (const NameKind kind : dateline::kNameKinds) {
      const Comparison compared = compare(kind, name, "Sergei Lavrov");
      CHECK(verdict(compared) == Case::kTwo);
      CHECK(compare(kind, name, name).points >= 0);
    }
  }
}

TEST_CASE("spelling: keys and bones") {
  struct {
    const char* word;
    const char* key;
    const char* bones;
  } const cases[] = {
      {"zelenskyy", "zelenski", "zlnsk"},
      {"zelensky", "zelenski", "zlnsk"},
      {"khrushchev", "hrusev", "hrsv"},
      {"chruschtschow", "crusov", "crsv"},
      {"yeltsin", "elzin", "elzn"},
      {"eltsin", "elzin", "elzn"},
      {"sergei", "sergi", "srg"},
      {"sergey", "sergi", "srg"},
      {"romanoff", "romanov", "rmnv"},
      {"romanow", "romanov", "rmnv"},
      {"qaddafi", "kadafi", "kdf"},
      {"tchaikovsky", "caikovski", "ckvsk"},
      {"", "", ""},
      {"h", "h", "h"},
      {"2023", "2023", "2023"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.word);
    const std::string key = dateline::entities::spelling_key(c.word);
    CHECK(key == c.key);
    CHECK(dateline::entities::skeleton(key) == c.bones);
  }
}

TEST_CASE("spelling: edit distance") {
  struct {
    const char* a;
    const char* b;
    std::size_t distance;
  } const cases[] = {
      {"", "", 0},
      {"a", "", 1},
      {"griner", "grenier", 2},
      {"blinken", "blinkin", 1},
      {"sergie", "sergei", 1},
      {"ab", "ba", 1},
      {"abc", "cab", 2},
      {"kitten", "sitting", 3},
      {"long", "longer", 2},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.a));
    CHECK(dateline::entities::edit_distance(c.a, c.b, 4) == c.distance);
    CHECK(dateline::entities::edit_distance(c.b, c.a, 4) == c.distance);
    CHECK(dateline::entities::edit_distance(c.a, c.b, 1) ==
          std::min<std::size_t>(c.distance, 2));
  }
  const std::string longest(64, 'a');
  CHECK(dateline::entities::edit_distance(longest, longest + "b", 1) == 2);
  CHECK(dateline::entities::edit_distance(longest, longest.substr(1), 1) == 1);
}

}  // namespace
