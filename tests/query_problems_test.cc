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

TEST_CASE("query parser: signs of other languages are not misread in silence") {
  constexpr auto kNear =
      "NEAR/10 is not understood by this version; what stands around it is searched"
      " without it.";
  constexpr auto kStar =
      "A word cut short (word*) is not understood by this version; \"sanction\" is"
      " searched as it stands.";
  constexpr auto kFuzzy =
      "Inexact spelling (word~) is not understood by this version; \"lavrof\" is"
      " searched as it stands.";
  check_reported({
      {"Putin NEAR/10 (treaty OR pact)",
       "(and Putin (or treaty pact))",
       {{"NEAR/10", kNear}}},
      {"x Putin ADJ/3 -treaty y",
       "(run x (and Putin (not treaty)) y)",
       {{"ADJ/3",
         "ADJ/3 is not understood by this version; what stands around it is searched"
         " without it."}}},
      {"NOT a NEAR/10 b", "(not (and a b))", {{"NEAR/10", kNear}}},
      {"NEAR/10 a",
       "a",
       {{"NEAR/10",
         "There is nothing to search for before this NEAR/10, so it is left out."}}},
      {"sanction*", "sanction", {{"sanction*", kStar}}},
      {"title:sanction*", "(title sanction)", {{"sanction*", kStar}}},
      {"source:Reu*",
       "(source Reu)",
       {{"Reu*",
         "A value cut short (value*) is not understood by this version; \"Reu\" is"
         " searched as it stands."}}},
      {"lavrof~ lavrof~2, lavrof",
       "(run lavrof lavrof lavrof)",
       {{"lavrof~", kFuzzy}, {"lavrof~2,", kFuzzy}}},
      {"\"arms control\"~5 (a b)^2",
       "(run (phrase arms control) (run a b))",
       {{"~5", "\"~5\" is not understood by this version and is left out."},
        {"^2", "\"^2\" is not understood by this version and is left out."}}},
      {"foo^2",
       "foo",
       {{"foo^2",
         "Weighting (word^2) is not understood by this version; \"foo\" is searched as"
         " it stands."}}},
      {"atleast/3:Minsk",
       "Minsk",
       {{"atleast/3:",
         "\"atleast/3:\" is not understood by this version; what follows is searched"
         " without it."}}},
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
