// Names that another tagger found, linked inside their text.

#include <dateline/annotate.h>
#include <dateline/error.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using dateline::link_mentions;
using dateline::NameKind;
using dateline::NameMention;

// A text and the names marked in it: "<p Antony Blinken> met <o NATO>".
struct Marked {
  std::string text;
  std::vector<NameMention> mentions;
};

Marked read_marked(std::string_view marked) {
  Marked read;
  while (!marked.empty()) {
    const auto open = std::min(marked.find('<'), marked.size());
    read.text += marked.substr(0, open);
    marked.remove_prefix(open);
    if (marked.empty()) break;
    const auto close = marked.find('>');
    NameMention mention;
    mention.name.kind = marked[1] == 'p'   ? NameKind::kPerson
                        : marked[1] == 'o' ? NameKind::kOrg
                        : marked[1] == 'l' ? NameKind::kPlace
                                           : NameKind::kThing;
    mention.begin = read.text.size();
    read.text += marked.substr(3, close - 3);
    mention.end = read.text.size();
    read.mentions.push_back(mention);
    marked.remove_prefix(close + 1);
  }
  return read;
}

// "Antony Blinken; Antony Blinken (surname); Whelan (itself, lone)".
std::string links_of(std::string_view marked) {
  const Marked read = read_marked(marked);
  std::string shown;
  for (const NameMention& mention : link_mentions(read.text, read.mentions)) {
    if (!shown.empty()) shown += "; ";
    shown += mention.name.text;
    if (mention.link != dateline::LinkRule::kNone)
      ((shown += " (") += to_string(mention.link)) += ')';
    if (mention.is_demonym) shown += '~';
    if (mention.is_lone) shown += '?';
  }
  return shown;
}

struct Case {
  std::string text;
  std::string links;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(links_of(c.text) == c.links);
  }
}

TEST_CASE("link_mentions: full names of persons") {
  check({
      {"", ""},
      {"<p Antony Blinken> and <p ANTONY BLINKEN> and <p Antony  Blinken>",
       "Antony Blinken; Antony Blinken; Antony Blinken"},
      {"<p João Lula> and <p Joao Lula>", "João Lula; João Lula"},
      // Titles, initials, middle names, suffixes.
      {"<p U.S. President Joe Biden> and <p the President Joe Biden>",
       "Joe Biden; Joe Biden"},
      {"<p Sergei Lavrov>, <p S. Lavrov>, <p Sergei V. Lavrov>",
       "Sergei V. Lavrov (variant); Sergei V. Lavrov (variant); Sergei V. Lavrov"},
      {"<p George W. Bush> and <p George H. W. Bush>",
       "George W. Bush; George H. W. Bush"},
      {"<p George W. Bush> and <p George Bush>",
       "George W. Bush; George W. Bush (variant)"},
      {"<p Mahendra Singh Dhoni> and <p MS Dhoni>",
       "Mahendra Singh Dhoni; Mahendra Singh Dhoni (variant)"},
      {"<p Ken Griffey Jr> and <p Ken Griffey Sr>", "Ken Griffey Jr; Ken Griffey Sr"},
      {"<p Martin Luther King Jr> and <p Martin Luther King>",
       "Martin Luther King Jr; Martin Luther King Jr (variant)"},
      // Compound surnames, particles, order.
      {"<p Andrés Manuel López Obrador>, then <p López Obrador>, then <p Obrador>",
       "Andrés Manuel López Obrador; Andrés Manuel López Obrador (surname); "
       "Andrés Manuel López Obrador (surname)"},
      {"<p Gabriel García Márquez>, then <p García>",
       "Gabriel García Márquez; Gabriel García Márquez (surname)"},
      {"<p Mohammed bin Salman>, then <p bin Salman>, then <p Salman>",
       "Mohammed bin Salman; Mohammed bin Salman (surname); "
       "Mohammed bin Salman (surname)"},
      {"<p Bashar al-Assad>, <p al-Assad>, <p Assad>, <p Bashar al Assad>",
       "Bashar al-Assad; Bashar al-Assad (surname); Bashar al-Assad (surname); "
       "Bashar al-Assad"},
      {"<p Dominique de Villepin>, then <p de Villepin>, then <p Villepin>",
       "Dominique de Villepin; Dominique de Villepin (surname); "
       "Dominique de Villepin (surname)"},
      {"<p Kim Jong-un>, <p Kim Jong Un>, <p Kim>",
       "Kim Jong-un; Kim Jong-un; Kim Jong-un (surname)"},
      {"<p Tsai Ing-wen> and <p Ing-wen Tsai>", "Tsai Ing-wen; Tsai Ing-wen (variant)"},
      {"<p Al Gore>, then <p Gore>", "Al Gore; Al Gore (surname)"},
  });
}

TEST_CASE("link_mentions: lone names of persons") {
  check({
      // Before and after the full name.
      {"<p Blinken> met <p Antony Blinken>; Mr <p Blinken> left, <p Antony> stayed.",
       "Antony Blinken (surname); Antony Blinken; Antony Blinken (surname); "
       "Antony Blinken (given name)"},
      // Three of a family: the one named most, given names, else nobody.
      {"<p Paul Whelan>, <p Paul Whelan>, <p Paul Whelan> with <p David Whelan> and "
       "<p Elizabeth Whelan>. <p Whelan> is held. <p David> said so.",
       "Paul Whelan; Paul Whelan; Paul Whelan; David Whelan; Elizabeth Whelan; "
       "Paul Whelan (surname); David Whelan (given name)"},
      {"<p Paul Whelan> and <p David Whelan>\nsaw it.\n<p Whelan> slept.",
       "Paul Whelan; David Whelan; Whelan?"},
      {"<p Paul Whelan> spoke.\n<p Whelan> slept.\n<p David Whelan> came.",
       "Paul Whelan; Paul Whelan (surname); David Whelan"},
      {"<p Paul Whelan> spoke.\n<p David Whelan> came, and <p Whelan> slept.",
       "Paul Whelan; David Whelan; David Whelan (surname)"},
      {"<p Lavrov> slept.", "Lavrov?"},
      {"Mr <p Brown> came. <p Brown> slept.", "Brown?; Brown (variant)?"},
      // Titles that contradict, and titles that decide.
      {"<p Bill Clinton> came. Mrs. <p Clinton> slept. Mr. <p Clinton> spoke.",
       "Bill Clinton; Clinton?; Bill Clinton (surname)"},
      {"<p Bill Clinton> and <p Hillary Clinton> came. Mrs. <p Clinton> slept.",
       "Bill Clinton; Hillary Clinton; Hillary Clinton (surname)"},
      {"Senator <p Bill Nelson> and Dr. <p Alondra Nelson> came.\nDr. <p Nelson> "
       "spoke.",
       "Bill Nelson; Alondra Nelson; Alondra Nelson (surname)"},
      {"<p Charles Kennedy> and <p Charles Moore> met King <p Charles>.",
       "Charles Kennedy; Charles Moore; Charles?"},
      // Slips of the pen.
      {"<p Antony Blinken> came. <p Blinken>, <p Blinken>, <p Blinkin>",
       "Antony Blinken; Antony Blinken (surname); Antony Blinken (surname); "
       "Antony Blinken (spelling)"},
      {"<p Brittney Grenier> played. <p Greiner> won.",
       "Brittney Grenier; Brittney Grenier (spelling)"},
      {"<p Brittney Griner>, <p Brittney Griner>, <p Brittney Grenier>",
       "Brittney Griner; Brittney Griner; Brittney Griner (spelling)"},
      {"<p Lawrence Lessig> and <p Larry Lessig>",
       "Lawrence Lessig; Lawrence Lessig (variant)"},
      {"<p Sergei Lavrov>, <p Sergey Lavrov>, <p Sergey Lavrov>",
       "Sergey Lavrov (spelling); Sergey Lavrov; Sergey Lavrov"},
      {"<p Ivan Petrov> and <p Petrova>", "Ivan Petrov; Petrova?"},
      {"<p Maria Berg> and <p Marie Berg>", "Maria Berg; Marie Berg"},
  });
}

TEST_CASE("link_mentions: organisations, places, things") {
  check({
      {"<l Kiev> and <l Kyiv>, <l US> and <l the United States>",
       "Kyiv (alias); Kyiv; United States (alias); United States"},
      {"<l Russian> troops", "Russia (alias)~"},
      // The country's body, however written.
      {"<o Russian Ministry of Foreign Affairs>, <o Russian Foreign Ministry>, "
       "<o Foreign Ministry of Russia>",
       "Russian Foreign Ministry; Russian Foreign Ministry (office); "
       "Russian Foreign Ministry (office)"},
      {"<o Kenyan Supreme Court>, then <o Supreme Court of Kenya>",
       "Kenyan Supreme Court; Kenyan Supreme Court (office)"},
      // Definitions and letters.
      {"<o Federation of Quiet Readers> (<o FQR>). <o FQR> and <o F.Q.R.>",
       "Federation of Quiet Readers; Federation of Quiet Readers (definition); "
       "Federation of Quiet Readers (definition); "
       "Federation of Quiet Readers (definition)"},
      {"<o HNX> (<o Hanoi Stock Exchange>)",
       "Hanoi Stock Exchange (definition); Hanoi Stock Exchange"},
      {"The <o Quiet Readers Union> and the <o QRU>",
       "Quiet Readers Union; Quiet Readers Union (acronym)"},
      {"<o Quiet Readers Union>, <o Quick Riders Union>, <o QRU>",
       "Quiet Readers Union; Quick Riders Union; QRU"},
      {"<o Quarks & Spiller> is <o Q&S>",
       "Quarks & Spiller; Quarks & Spiller (acronym)"},
      // All letters but one begin words; OF in capitals is none.
      {"The <o United Quarkworkers> met. <o UQW> struck.",
       "United Quarkworkers; United Quarkworkers (acronym)"},
      {"The <o United Quarkworkers> met. <o UQP> struck.", "United Quarkworkers; UQP"},
      {"The <o QUARK BANK OF SPILLIA> met. <o QBS> fell.",
       "QUARK BANK OF SPILLIA; QUARK BANK OF SPILLIA (acronym)"},
      // Legal forms and parts.
      {"<o Brodix Products Inc>, <o Brodix Products>, <o Brodix>",
       "Brodix Products; Brodix Products; Brodix Products (part)"},
      {"<o Quorx Brothers> fell, and <p Quorx> said so",
       "Quorx Brothers; Quorx Brothers (part)"},
      {"<o Quorx Foundation> fell, and <p Quorx> said so", "Quorx Foundation; Quorx?"},
      {"<o General Accounting Office> said so; the <o GAO> met",
       "General Accounting Office; General Accounting Office (acronym)"},
      {"<o Quorx> bought <o Quorx Canada Ltd>", "Quorx; Quorx Canada"},
      {"<o Texas Otters> won; the <o Otters> slept",
       "Texas Otters; Texas Otters (part)"},
      {"<o Texas Otters> and <o Ohio Otters>; the <o Otters> slept",
       "Texas Otters; Ohio Otters; Otters"},
      {"<o Air France> flew; <o France> won", "Air France; France"},
      {"<l Quorx> and <l Quorx Province>", "Quorx Province (part); Quorx Province"},
      {"<l Quorx> and <l New Quorx>", "Quorx; New Quorx"},
      {"the <t New Quorx Treaty> and the <t Quorx treaty>",
       "New Quorx Treaty; New Quorx Treaty (part)"},
      {"the <t PlayBox 3> and the <t PlayBox>", "PlayBox 3; PlayBox 3 (part)"},
      {"the <t PlayBox> and the <t PlayBox 3>", "PlayBox; PlayBox 3"},
  });
}

TEST_CASE("link_mentions: reasons name the name") {
  const Marked read = read_marked("<p Antony Blinken> met <p Blinken>.");
  const auto linked = link_mentions(read.text, read.mentions);
  CHECK(linked[0].reason == "");
  CHECK(linked[1].reason == "surname of Antony Blinken");
}

TEST_CASE("link_mentions: any spans inside the text, in any order") {
  const std::string text = "Antony Blinken (--) left.";
  std::vector<NameMention> mentions(4);
  mentions[0].begin = 7;  // "Blinken" before "Antony Blinken" around it.
  mentions[0].end = 14;
  mentions[1].begin = 0;
  mentions[1].end = 14;
  mentions[2].begin = 16;  // No word.
  mentions[2].end = 18;
  mentions[3].begin = 3;  // Empty, inside a word.
  mentions[3].end = 3;
  const auto linked = link_mentions(text, mentions);
  REQUIRE(linked.size() == 4);
  CHECK(linked[0].name.text == "Antony Blinken");
  CHECK(linked[1].name.text == "Antony Blinken");
  CHECK(linked[2].name.text == "--");
  mentions[2].end = text.size() + 1;
  CHECK_THROWS_AS(link_mentions(text, mentions), dateline::Error);
}

TEST_CASE("link_mentions: a name borne by thousands takes no time") {
  std::string marked;
  for (int i = 0; i < 4000; ++i)
    marked += "<p Q" + std::to_string(i) + "x Smith> <p Smith> <o Quorx B" +
              std::to_string(i) + "> ";
  const Marked read = read_marked(marked);
  const auto linked = link_mentions(read.text, read.mentions);
  CHECK(linked.back().name.text == "Quorx B3999");
  CHECK(linked[1].name.text == "Q0x Smith");
}

}  // namespace
