// What people type that is not quite the language: what is said about it, and what is
// searched all the same.

#include <dateline/query.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using dateline::parse_query;
using dateline::ParsedQuery;

ParsedQuery parse(std::string_view text) {
  return parse_query(text, {.today = {2023, 3, 2}});
}

// A problem is shown as the part of the text that it is about, and its sentence.
struct Report {
  std::string text;
  std::string meaning;
  std::vector<std::pair<std::string, std::string>> problems;
};

void check_reported(const std::vector<Report>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const ParsedQuery parsed = parse(row.text);
    CHECK(parsed.query.to_string() == row.meaning);
    REQUIRE(parsed.problems.size() == row.problems.size());
    for (std::size_t i = 0; i < row.problems.size(); ++i) {
      const auto& problem = parsed.problems[i];
      CHECK(row.text.substr(problem.offset, problem.length) == row.problems[i].first);
      CHECK(problem.message == row.problems[i].second);
    }
  }
}

TEST_CASE("query parser: operators without operands are reported and left out") {
  constexpr auto kAndBefore =
      "There is nothing to search for before this AND, so it is left out.";
  constexpr auto kAndAfter =
      "There is nothing to search for after this AND, so it is left out.";
  constexpr auto kOrAfter =
      "There is nothing to search for after this OR, so it is left out.";
  constexpr auto kNotAfter =
      "There is nothing to search for after this NOT, so it is left out.";
  check_reported({
      {"AND treaty", "treaty", {{"AND", kAndBefore}}},
      {"a OR", "a", {{"OR", kOrAfter}}},
      {"a AND AND b", "(and a b)", {{"AND", kAndAfter}}},
      {"a OR AND b", "(and a b)", {{"OR", kOrAfter}}},
      {"(a OR) b", "(run a b)", {{"OR", kOrAfter}}},
      {"(AND a) b", "(run a b)", {{"AND", kAndBefore}}},
      {"a NOT", "a", {{"NOT", kNotAfter}}},
      {"a NOT AND b", "(and a b)", {{"NOT", kNotAfter}}},
      {"a AND &", "a", {{"AND", kAndAfter}}},
      {"(AND)", "(all)", {{"AND", kAndAfter}}},
      {"title:(OR) a", "a", {{"OR", kOrAfter}}},
      {"NOT", "(all)", {{"NOT", kNotAfter}}},
  });
}

TEST_CASE("query parser: brackets and quotation marks are repaired") {
  constexpr auto kStray =
      "No bracket was opened that this could close; it is left out.";
  constexpr auto kEmpty = "There is nothing to search for between these brackets.";
  constexpr auto kNoWords = "There are no words between these quotation marks.";
  constexpr auto kUnclosed =
      "This bracket is never closed; it is read as closed at the end.";
  constexpr auto kUnclosedQuote =
      "This quotation mark is never closed; all words after it are read as one phrase.";
  check_reported({
      {"flood (damage", "(run flood damage)", {{"(", kUnclosed}}},
      {"a OR (b AND ((c OR d) e",
       "(or a (and b (run (or c d) e)))",
       {{"(",
         "This bracket and 1 more are never closed; they are read as closed at the"
         " end."}}},
      {"a) b))) c", "(run a b c)", {{")", kStray}, {")))", kStray}}},
      {"()", "(all)", {{"()", kEmpty}}},
      {"a ((&)) b", "(run a b)", {{"(&)", kEmpty}}},
      {"a -() title:() b", "(run a b)", {{"()", kEmpty}, {"()", kEmpty}}},
      {"(", "(all)", {{"(", kUnclosed}}},
      {"a \"b c", "(run a (phrase b c))", {{"\"", kUnclosedQuote}}},
      {"a “b c", "(run a (phrase b c))", {{"“", kUnclosedQuote}}},
      {"a \"\" b", "(run a b)", {{"\"\"", kNoWords}}},
      {"-\"&\" b", "b", {{"\"&\"", kNoWords}}},
      {"&",
       "(all)",
       {{"&",
         "There is nothing to search for in this, so all articles"
         " match."}}},
  });
}

TEST_CASE("query parser: fields that are empty, unknown or out of place") {
  constexpr auto kEmptyTitle =
      "Nothing follows \"title:\" directly, so it is left out; write it without a "
      "space,"
      " as in title:\"peace talks\".";
  constexpr auto kSpy =
      "There is no field \"spy\", so it is searched as a word; the fields are title,"
      " person, org, place, thing, name, source, author, topic, lang, id, site, url,"
      " published, about.";
  constexpr auto kPersn =
      "There is no field \"persn\", so it is searched as a word; perhaps person: was"
      " meant.";
  check_reported({
      {"title:", "(all)", {{"title:", kEmptyTitle}}},
      {"title: summit", "summit", {{"title:", kEmptyTitle}}},
      {"(title:) a",
       "a",
       {{"(title:)", "There is nothing to search for between these brackets."},
        {"title:", kEmptyTitle}}},
      {"title:&", "(all)", {{"&", "There is nothing to search for in this."}}},
      {"spy:Russia", "(run spy Russia)", {{"spy:", kSpy}}},
      {"a spy:Russia b", "(run a spy Russia b)", {{"spy:", kSpy}}},
      {"a -spy:Russia", "(and a (not (run spy Russia)))", {{"spy:", kSpy}}},
      {"spy:\"a b\"", "(run spy (phrase a b))", {{"spy:", kSpy}}},
      {"spy:(a OR b)", "(run spy (or a b))", {{"spy:", kSpy}}},
      {"persn:Lavrov", "(run persn Lavrov)", {{"persn:", kPersn}}},
      {"title:(person:Lavrov OR b)",
       "(title (or Lavrov b))",
       {{"person:", "\"person:\" is left out, as it stands inside \"title:\"."}}},
      {"title:topic:trade x",
       "(run (title trade) x)",
       {{"topic:", "\"topic:\" is left out, as it stands inside \"title:\"."}}},
      {"title:(site:* arms)",
       "(title arms)",
       {{"site:", "\"site:\" is left out, as it stands inside \"title:\"."},
        {"*", "There is nothing to search for in this."}}},
      {"person:=Lavrov",
       "(person Lavrov)",
       {{"=", "\"=\" is left out; \"person:\" looks for names under every spelling."}}},
  });
}

TEST_CASE("query parser: dates that are none") {
  constexpr auto kNoDate =
      " is not a date; write a day, month or year (2023-03-02, 2023-03, 2023), a"
      " quarter, week or decade (2023-Q1, 2023-W09, 1970s), a range (2023-02..2023-04, "
      "..2022, 2024..), or today, yesterday, this-week, last-month,"
      " 30d and the like.";
  const std::string month = "\"2023-13\"" + std::string(kNoDate);
  const std::string dots = "\"..\"" + std::string(kNoDate);
  check_reported({
      {"a published:2023-13", "a", {{"2023-13", month}}},
      {"a OR published:(2023-13 OR 2022)",
       "(or a (published 2022-01-01..2022-12-31))",
       {{"2023-13", month}}},
      {"published:(2021 (2023-13 NOT 2022))",
       "(and (published 2021-01-01..2021-12-31)"
       " (not (published 2022-01-01..2022-12-31)))",
       {{"2023-13", month}}},
      {"NOT published:2023-13", "(all)", {{"2023-13", month}}},
      {"published:..", "(all)", {{"..", dots}}},
      {"published:2023..2021",
       "(published 2021-01-01..2023-12-31)",
       {{"2023..2021", "This range runs backwards; it is read as \"2021..2023\"."}}},
  });
  const ParsedQuery undated = parse_query("a published:last-week");
  CHECK(undated.query.to_string() == "a");
  REQUIRE(undated.problems.size() == 1);
  CHECK(
      undated.problems[0].message ==
      "\"last-week\" counts from today, and which day that is was not given; write the"
      " dates, as in 2023-02..2023-04.");
}

TEST_CASE("query parser: places that cannot be measured") {
  constexpr auto kPlaces =
      " measures between words, phrases, names and ORs of them only; what stands around"
      " it is searched without it.";
  constexpr auto kNumber = "This number may be from 1 to 1000; it is read as ";
  check_reported({
      {"x Putin ADJ/3 -treaty y",
       "(run x (and Putin (not treaty)) y)",
       {{"ADJ/3", std::string("ADJ/3") + kPlaces}}},
      {"a NEAR/5 source:AP NEAR/5 c",
       "(and a (source AP) c)",
       {{"NEAR/5", std::string("NEAR/5") + kPlaces}}},
      {"a NEAR (b AND c)", "(and a b c)", {{"NEAR", std::string("NEAR") + kPlaces}}},
      {"a NEAR title:b",
       "(and a (title b))",
       {{"NEAR", std::string("NEAR") + kPlaces}}},
      {"a NEAR/3 (New START)",
       "(near/3 a (phrase New START))",
       {{"New START", "Beside NEAR and ADJ words side by side are read as a phrase."}}},
      {"a NEAR/0 b", "(near/1 a b)", {{"NEAR/0", std::string(kNumber) + "1."}}},
      {"a NEAR/99999999999999999999 b",
       "(near/1000 a b)",
       {{"NEAR/99999999999999999999", std::string(kNumber) + "1000."}}},
      {"\"a b\"~0", "(within/1 a b)", {{"~0", std::string(kNumber) + "1."}}},
      {"NEAR/10 a",
       "a",
       {{"NEAR/10",
         "There is nothing to search for before this NEAR/10, so it is left out."}}},
      {"source:(AP NEAR/3 CNN)",
       "(and (source AP) (source CNN))",
       {{"NEAR/3",
         "NEAR/3 measures between words, and here are none; what stands around it is"
         " searched without it."}}},
      {"a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h NEAR i",
       "(and a b c d e f g h i)",
       {{"NEAR",
         "NEAR looks at 8 words at most; what stands around it is searched without"
         " it."}}},
      {"atleast/2:source:AP",
       "(source AP)",
       {{"atleast/2:",
         "\"atleast/2:\" counts words, phrases, names and groups of them only; what"
         " follows is searched without it."}}},
      {"atleast/0:a",
       "(atleast/1 a)",
       {{"atleast/0:", "This number may be from 1 to 10000; it is read as 1."}}},
      {"atleast/2: a",
       "a",
       {{"atleast/2:",
         "Nothing follows \"atleast/2:\" directly, so it is left out; write it without "
         "a"
         " space, as in atleast/3:Minsk."}}},
  });
}

TEST_CASE("query parser: patterns and inexact words that are none") {
  check_reported({
      {"a * b",
       "(run a b)",
       {{"*",
         "\"*\" stands for every word, so it is left out; write a letter beside it, as "
         "in"
         " sanction*."}}},
      {"G-2*",
       "G-2",
       {{"G-2*",
         "* stands for letters of one word only, and \"G-2*\" is more; \"G-2\" is"
         " searched for."}}},
      {"1^*2",
       "1",
       {{"1^*2",
         "* stands for letters of one word only, and \"1^*2\" is more; \"1\" is "
         "searched"
         " for."},
        {"1^*2", "Words have no weights (word^2); \"1\" is searched as it stands."}}},
      {"\"sanction* relief\"",
       "(phrase sanction relief)",
       {{"\"sanction* relief\"",
         "Within quotation marks * stands for nothing; write the words with ADJ/1"
         " between, as in sanction* ADJ/1 relief."}}},
      {"=sanction*",
       "(like sanction*)",
       {{"=", "\"=\" is left out, as other words than this one are asked for."}}},
      {"sanc*~2",
       "(like sanc*)",
       {{"sanc*~2", "* and ? do not go together with ~, which is left out."}}},
      {"lavrof~3",
       "(fuzzy/2 lavrof)",
       {{"lavrof~3",
         "A word may be 1 or 2 letters off (word~, word~2); it is read as ~2."}}},
      {"source:Reu*",
       "(source Reu)",
       {{"Reu*",
         "\"source:\" looks for whole values; \"Reu\" is searched as it stands."}}},
      {"person:Lavr*",
       "(person Lavr)",
       {{"Lavr*",
         "\"person:\" looks for whole names; \"Lavr\" is searched as it stands."}}},
  });
}

TEST_CASE("query parser: signs of other languages are not misread in silence") {
  check_reported({
      {"\"arms control\"~ (a b)^2",
       "(run (phrase arms control) (run a b))",
       {{"~",
         "\"~\" needs a number of words, as in \"arms control\"~5; it is left out."},
        {"^2", "\"^2\" is no part of the language and is left out."}}},
      {"foo^2",
       "foo",
       {{"foo^2",
         "Words have no weights (word^2); \"foo\" is searched as it stands."}}},
      {"a || b",
       "(run a b)",
       {{"||", "\"||\" is left out; write OR for one or the other."}}},
      {"a !b", "(run a b)", {{"!", "\"!\" is left out; write NOT or - for without."}}},
      {"=(a b)",
       "(run a b)",
       {{"=", "\"=\" is left out; write it before a word, as in =treaty."}}},
  });
}

}  // namespace
