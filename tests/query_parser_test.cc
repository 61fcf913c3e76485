// What people type, and what it means. The rows of the tables are the language: add a
// row here before changing query/query_parser.cc.

#include <dateline/query.h>
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "query/query_node.h"

namespace {

using dateline::Date;
using dateline::parse_query;
using dateline::ParsedQuery;
using dateline::QueryNode;

constexpr Date kToday{2023, 3, 2};  // A Thursday.

ParsedQuery parse(std::string_view text) {
  return parse_query(text, {.today = kToday});
}

struct Meaning {
  std::string text;
  std::string meaning;
};

template <std::size_t n>
void check_understood(const Meaning (&rows)[n]) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const ParsedQuery parsed = parse(row.text);
    CHECK(parsed.query.to_string() == row.meaning);
    CHECK(parsed.problems.empty());
    if (!parsed.problems.empty()) MESSAGE(parsed.problems.front().message);
  }
}

TEST_CASE("query parser: words and phrases") {
  check_understood({
      {"", "(all)"},
      {"  \t\n", "(all)"},
      {"*", "(all)"},
      {"treaty", "treaty"},
      {"=treaty", "=treaty"},
      {"nuclear treaty", "(run nuclear treaty)"},
      {"\"arms control\"", "(phrase arms control)"},
      {"\"  arms \n control \"", "(phrase arms control)"},
      {"\"treaty\"", "(phrase treaty)"},

      // Word processors bend quotation marks, and people mix them.
      {"“arms control” treaty", "(run (phrase arms control) treaty)"},
      {"„weiß nicht“ «да нет» »ja«",
       "(run (phrase weiß nicht) (phrase да нет) (phrase ja))"},
      {"“arms control\" a", "(run (phrase arms control) a)"},
      {"=\"arms control\"", "(phrase arms control)"},

      // Signs inside a word are its own.
      {"face-to-face", "face-to-face"},
      {"G-20 al-Assad New-START", "(run G-20 al-Assad New-START)"},
      {"U.S. Russia's o'clock AT&T", "(run U.S. Russia's o'clock AT&T)"},
      {"Россия 中国 naïve café", "(run Россия 中国 naïve café)"},
      {"e\u0301te\u0301", "e\u0301te\u0301"},
      {"C++ C# 1,000.5 9/11 10:30", "(run C++ C# 1,000.5 9/11 10:30)"},
      {"http://x.org/a?b=1", "http://x.org/a?b=1"},

      // Signs around a word, or alone, are punctuation.
      {"Putin, Lavrov; (talks)!", "(run Putin Lavrov talks)"},
      {"Russia: the talks…", "(run Russia the talks)"},
      {"a & b -- c - d — e", "(run a b c d e)"},
      {"¿qué? +plus #tag @handle 'single'", "(run qué plus tag handle single)"},
      {"--word ~20 years", "(run word 20 years)"},
  });
}

TEST_CASE("query parser: words cut short, and words some letters off") {
  check_understood({
      {"sanction*", "(like sanction*)"},
      {"organi*ation *burg wom?n",
       "(run (like organi*ation) (like *burg) (like wom?n))"},
      {"(sanction*), S**tion*.", "(run (like sanction*) (like S*tion*))"},
      {"title:sanction* -embargo*",
       "(and (title (like sanction*)) (not (like embargo*)))"},
      {"O'Brie*", "(like OBrie*)"},
      // A question mark at the end of a word is one; in an address it is a sign.
      {"who won?", "(run who won)"},
      {"wh?t? x.org/a?b", "(run (like wh?t) x.org/a?b)"},
      {"lavrof~ lavrof~1 lavrof~2, a~b",
       "(run (fuzzy/1 lavrof) (fuzzy/1 lavrof) (fuzzy/2 lavrof) a~b)"},
      {"-lavrof~2", "(not (fuzzy/2 lavrof))"},
  });
}

TEST_CASE("query parser: NEAR, ADJ and windows") {
  check_understood({
      {"a NEAR/5 b", "(near/5 a b)"},
      {"a ADJ/2 b", "(adj/2 a b)"},
      {"a NEAR b ADJ c", "(adj/10 (near/10 a b) c)"},
      {"a NEAR/5 b NEAR/5 c NEAR/4 d", "(near/4 (near/5 a b c) d)"},
      {"a NEAR/5 (b NEAR/5 c)", "(near/5 a (near/5 b c))"},
      {"(a NEAR/5 b) NEAR/5 c", "(near/5 (near/5 a b) c)"},
      {"Putin NEAR/10 (treaty OR \"arms control\" OR =pact)",
       "(near/10 Putin (or treaty (phrase arms control) =pact))"},
      {"sanction* NEAR/3 lavrof~2", "(near/3 (like sanction*) (fuzzy/2 lavrof))"},
      // Tighter than words side by side, and than NOT.
      {"a b NEAR/5 c d", "(run a (near/5 b c) d)"},
      {"NOT a NEAR/5 b", "(not (near/5 a b))"},
      {"a OR b NEAR/5 c AND d", "(or a (and (near/5 b c) d))"},
      {"\"a b c\"~5", "(within/5 a b c)"},
      {"\"a b\"~3 NEAR/9 c", "(near/9 (within/3 a b) c)"},
      {"title:(a NEAR/5 b)", "(title (near/5 a b))"},
      {"title:a NEAR/5 title:b", "(title (near/5 a b))"},
      {"title:\"a b\"~5", "(title (within/5 a b))"},
  });
}

TEST_CASE("query parser: atleast") {
  check_understood({
      {"atleast/3:Minsk", "(atleast/3 Minsk)"},
      {"atleast/3:\"a b\" x", "(run (atleast/3 (phrase a b)) x)"},
      {"atleast/2:(a OR b c)", "(atleast/2 (or a (run b c)))"},
      {"atleast/2:(a NEAR/3 b)", "(atleast/2 (near/3 a b))"},
      {"atleast/2:sanction*", "(atleast/2 (like sanction*))"},
      {"-atleast/2:a", "(not (atleast/2 a))"},
      {"atleast/2:title:a", "(atleast/2 (title a))"},
      {"title:atleast/2:(a b)", "(title (atleast/2 (run a b)))"},
      {"ATLEAST/2 atleast/x", "(run ATLEAST/2 atleast/x)"},
  });
}

TEST_CASE("query parser: AND, OR, NOT and brackets") {
  check_understood({
      {"New START AND Lavrov", "(and (run New START) Lavrov)"},
      {"a OR b", "(or a b)"},
      {"a AND b AND c", "(and a b c)"},
      {"a OR b OR c", "(or a b c)"},

      // Tightest first: NOT, side by side, AND, OR.
      {"a b OR c", "(or (run a b) c)"},
      {"a OR b c", "(or a (run b c))"},
      {"a AND b OR c AND d", "(or (and a b) (and c d))"},
      {"a OR b AND c", "(or a (and b c))"},
      {"(a OR b) AND c", "(and (or a b) c)"},
      {"(a OR b) c", "(run (or a b) c)"},

      // Without, in every way.
      {"flood -insurance", "(and flood (not insurance))"},
      {"a NOT b", "(and a (not b))"},
      {"a AND NOT b", "(and a (not b))"},
      {"a OR NOT b", "(or a (not b))"},
      {"NOT a b", "(and (not a) b)"},
      {"NOT (a b)", "(not (run a b))"},
      {"-\"arms control\"", "(not (phrase arms control))"},
      {"-(a OR b) c", "(and (not (or a b)) c)"},
      {"-=treaty", "(not =treaty)"},
      {"-title:x", "(not (title x))"},
      {"-a -b", "(and (not a) (not b))"},
      {"NOT NOT a", "a"},
      {"NOT -(NOT a)", "(not a)"},

      // What is left out parts a run: "b" and "d" are no neighbours.
      {"a b -c d", "(and (run a b) (not c) d)"},
      {"x AND a -b", "(and x a (not b))"},

      // A - is NOT only at the start of a word.
      {"\"New START\"-related (a)-b", "(run (phrase New START) related a b)"},
      {"(-a)", "(not a)"},

      // Brackets: flattened where they change nothing, kept where they group words.
      {"((a))", "a"},
      {"a AND (b AND c)", "(and a b c)"},
      {"(a OR b) OR (c OR (d OR e))", "(or a b c d e)"},
      {"a (b c)", "(run a (run b c))"},
      {"a(b)c", "(run a b c)"},

      // Operators are whole words in capitals; all others are what people write about.
      {"trick or treat", "(run trick or treat)"},
      {"this and that, not those", "(run this and that not those)"},
      {"And Or Not", "(run And Or Not)"},
      {"ANDERSON NORTH", "(run ANDERSON NORTH)"},
      {"=AND =NEAR", "(run =AND =NEAR)"},
      {"\"AND\" -NOT", "(and (phrase AND) (not NOT))"},
      {"(a)AND(b)", "(and a b)"},
  });
}

TEST_CASE("query parser: fields") {
  check_understood({
      {"title:summit", "(title summit)"},
      {"title:summit talks", "(run (title summit) talks)"},
      {"title:\"peace talks\"", "(title (phrase peace talks))"},
      {"title:(a OR b)", "(title (or a b))"},
      {"title:(a -b)", "(title (and a (not b)))"},
      {"title:=summit", "(title =summit)"},
      {"title:-summit", "(title (not summit))"},
      {"title:U.S.", "(title U.S.)"},
      {"TITLE:x Headline:y", "(run (title x) (title y))"},

      // Names and values: each word or phrase is one, and so are words side by side.
      {"person:Lavrov", "(person Lavrov)"},
      {"person:\"Sergei Lavrov\"", "(person \"Sergei Lavrov\")"},
      {"person:(Sergei Lavrov)", "(person \"Sergei Lavrov\")"},
      {"person:(\"Sergei Lavrov\" OR Blinken)",
       "(or (person \"Sergei Lavrov\") (person Blinken))"},
      {"person:(Sergei Lavrov AND NOT Blinken)",
       "(and (person \"Sergei Lavrov\") (not (person Blinken)))"},
      {"person:-Lavrov", "(not (person Lavrov))"},
      {"who:Lavrov, org:NATO location:U.S. thing:\"New START\" name:Kyiv",
       "(run (person Lavrov) (org NATO) (place U.S.) (thing \"New START\")"
       " (name Kyiv))"},
      {"source:CNN, topic:money-fx lang:pt-BR author:(Jane Doe OR Roe)",
       "(run (source CNN) (topic money-fx) (lang pt-BR)"
       " (or (author \"Jane Doe\") (author Roe)))"},
      {"source:AT&T topic:&", "(run (source AT&T) (topic &))"},

      // Values are taken as they stand, colons and all.
      {"url:https://x.org/~a,b?c=*&d id:tag:x.org:5 id:-5 id:(a:1 OR b:2)",
       "(run (url https://x.org/~a,b?c=*&d) (id tag:x.org:5) (id -5)"
       " (or (id a:1) (id b:2)))"},
      {"url:\"http://x.org/a_(b)\"", "(url \"http://x.org/a_(b)\")"},
  });
}

TEST_CASE("query parser: dates") {
  check_understood({
      {"published:2023", "(published 2023-01-01..2023-12-31)"},
      {"published:2023-02", "(published 2023-02-01..2023-02-28)"},
      {"published:2023-03-02", "(published 2023-03-02..2023-03-02)"},
      {"date:2023-02..2023-04", "(published 2023-02-01..2023-04-30)"},
      {"published:..2022", "(published ..2022-12-31)"},
      {"published:2024..", "(published 2024-01-01..)"},
      {"published:\"2023-02 .. 2023-04\"", "(published 2023-02-01..2023-04-30)"},
      {"about:2018-12", "(about 2018-12-01..2018-12-31)"},
      {"mentioned:last-month", "(about 2023-02-01..2023-02-28)"},
      {"a published:30d, b", "(run a (published 2023-02-01..2023-03-02) b)"},
      {"-published:2022", "(not (published 2022-01-01..2022-12-31))"},
      {"published:(2021 OR 2023)",
       "(or (published 2021-01-01..2021-12-31) (published 2023-01-01..2023-12-31))"},
  });
}

TEST_CASE("query parser: the printed form is unambiguous") {
  check_understood({
      {"\"a (b) \\\\ c\"", "(phrase \"a (b) \\\\\\\\ c\")"},
      {"x\\y", "\"x\\\\y\""},
      {"\"or (and\"", "(phrase \"or (and\")"},
      {"\"=a\"", "(phrase \"=a\")"},
      {"source:=a", "(source \"=a\")"},
      {"source:\"a b\"", "(source \"a b\")"},
      {"or", "or"},
  });
}

TEST_CASE("query parser: a query keeps its text and where its parts stand") {
  const std::string text = "a OR title:(\"b c\" AND -=d,)";
  const auto query = parse(text).query;
  CHECK(query.text() == text);
  REQUIRE(query.root() != nullptr);

  const auto part = [&](const QueryNode& node) {
    return text.substr(node.offset, node.length);
  };
  const QueryNode& any = *query.root();
  CHECK(part(any) == text);
  REQUIRE(any.children.size() == 2);
  const QueryNode& title = any.children[1];
  CHECK(part(title) == "title:(\"b c\" AND -=d,)");
  CHECK(part(title.children[0]) == "\"b c\" AND -=d,");
  CHECK(part(title.children[0].children[0]) == "\"b c\"");
  CHECK(part(title.children[0].children[1]) == "-=d,");

  CHECK(dateline::Query().root() == nullptr);
  CHECK(dateline::Query().to_string() == "(all)");
}

}  // namespace
