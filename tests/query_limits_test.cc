// Queries that are too long, too deep, or meant to do harm.

#include <dateline/error.h>
#include <dateline/query.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "query/query_node.h"

namespace {

using dateline::parse_query;
using dateline::ParsedQuery;
using dateline::QueryNode;

ParsedQuery parse(std::string_view text) {
  return parse_query(text, {.today = {2023, 3, 2}});
}

// Every query, however bad, has these properties.
void check_sound(std::string_view text) {
  const ParsedQuery parsed = parse(text);
  CHECK(parsed.problems.size() <= 20);
  CHECK(
      std::is_sorted(parsed.problems.begin(), parsed.problems.end(),
                     [](const auto& a, const auto& b) { return a.offset < b.offset; }));
  for (const auto& problem : parsed.problems) {
    CHECK(problem.offset + problem.length <= text.size());
    CHECK(problem.message.ends_with('.'));
  }
  CHECK(parsed.query.to_string().size() <= 100'000);
  // What is written is read as the same, unless writing it out made it too long.
  const std::string written = parsed.query.to_text();
  if (written.size() > 4000) return;
  CAPTURE(written);
  const ParsedQuery again = parse(written);
  CHECK(again.query.to_string() == parsed.query.to_string());
  if (again.query.to_string() != parsed.query.to_string()) CAPTURE(text);
  CHECK(again.problems.empty());
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

std::size_t leaves(const QueryNode& node) {
  if (node.children.empty()) return 1;
  std::size_t sum = 0;
  for (const QueryNode& child : node.children) sum += leaves(child);
  return sum;
}

std::size_t depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const QueryNode& child : node.children) {
    deepest = std::max(deepest, depth(child));
  }
  return deepest + 1;
}

TEST_CASE("query parser: a query is read up to 16 KiB, and never half a character") {
  const std::string whole = std::string(16384, 'a');
  CHECK(parse(whole).problems.empty());

  const std::string longer = std::string(16383, 'a') + "é and more";
  const ParsedQuery cut = parse(longer);
  CHECK(cut.query.text() == std::string(16383, 'a'));
  REQUIRE(cut.problems.size() == 1);
  CHECK(cut.problems[0].offset == 16383);
  CHECK(cut.problems[0].length == longer.size() - 16383);
  CHECK(cut.problems[0].message ==
        "Only the first 16384 bytes of a query are read; the rest is left out.");
}

TEST_CASE("query parser: at most 500 words, in one flat run") {
  CHECK(parse(repeated("a ", 500)).problems.empty());
  const ParsedQuery parsed = parse(repeated("a ", 1000));
  REQUIRE(parsed.query.root() != nullptr);
  CHECK(leaves(*parsed.query.root()) == 500);
  CHECK(depth(*parsed.query.root()) == 2);
  REQUIRE(parsed.problems.size() == 1);
  CHECK(parsed.problems[0].offset == 1000);
  CHECK(parsed.problems[0].length == 1000);
  CHECK(parsed.problems[0].message ==
        "A query has at most 500 words, phrases and filters; these are left out.");

  const std::string joints[] = {" AND ", " OR ", " -", " NOT "};
  for (const std::string& joint : joints) {
    CAPTURE(joint);
    std::string text = "a";
    for (int i = 0; i < 600; ++i) text += joint + 'b';
    const ParsedQuery joined = parse(text);
    CHECK(leaves(*joined.query.root()) == 500);
    CHECK(depth(*joined.query.root()) <= 3);
    CHECK(joined.problems.size() == 1);
  }
}

TEST_CASE("query parser: brackets nest 50 deep") {
  const auto nested = [](std::size_t deep) {
    return repeated("a (", deep) + "b" + repeated(")", deep);
  };
  const ParsedQuery good = parse(nested(50));
  CHECK(good.problems.empty());
  CHECK(depth(*good.query.root()) == 51);
  CHECK(leaves(*good.query.root()) == 51);

  const ParsedQuery deeper = parse(nested(60) + " c");
  CHECK(leaves(*deeper.query.root()) == 52);
  REQUIRE(deeper.problems.size() == 1);
  CHECK(deeper.problems[0].offset == 152);
  CHECK(deeper.problems[0].message ==
        "Brackets may nest 50 deep; what nests deeper is left out.");
}

// Each bound of query_limits.h that a number or a count meets.
TEST_CASE(
    "query parser: at its bound a query is as it is typed, one beyond it is not") {
  const auto joined = [](std::size_t operands) {
    std::string text = "a";
    for (std::size_t i = 1; i < operands; ++i) text += " NEAR/3 a";
    return text;
  };
  const auto json = [](std::size_t deep) {
    return repeated(R"({"not": )", deep) + R"({"word": "a"})" + repeated("}", deep);
  };
  const struct {
    std::string within;
    std::string beyond;
  } cases[] = {
      {"a NEAR/1000 b", "a NEAR/1001 b"},     {"a ADJ/1000 b", "a ADJ/1001 b"},
      {"\"a b\"~1000", "\"a b\"~1001"},       {joined(8), joined(9)},
      {"atleast/10000:a", "atleast/10001:a"}, {"treaty~2", "treaty~3"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.beyond);
    CHECK(parse(one.within).problems.empty());
    const ParsedQuery parsed = parse(one.beyond);
    REQUIRE(parsed.problems.size() == 1);
    CHECK(parsed.problems[0].message.ends_with('.'));
  }
  const std::string counted = "From here on, ";
  CHECK_FALSE(
      parse(repeated("foo:b ", 20)).problems.back().message.starts_with(counted));
  CHECK(parse(repeated("foo:b ", 21)).problems.back().message.starts_with(counted));

  using dateline::Query;
  CHECK_NOTHROW(Query::from_json(json(199)));
  CHECK_THROWS_AS(Query::from_json(json(200)), dateline::Error);
  const std::string leaf = R"({"word": "a"})";
  const std::string padding((std::size_t{1} << 20) - leaf.size(), ' ');
  CHECK_NOTHROW(Query::from_json(leaf + padding));
  CHECK_THROWS_AS(Query::from_json(leaf + padding + ' '), dateline::Error);
}

TEST_CASE("query parser: hostile text costs a few reports, not the stack") {
  CHECK(parse(std::string(100'000, '(')).query.to_string() == "(all)");
  CHECK(parse(std::string(100'000, '(')).problems.size() == 3);
  CHECK(parse(std::string(100'000, ')')).problems.size() == 2);
  const std::string units[] = {"(",
                               ")",
                               "()",
                               "(a",
                               "a)",
                               "-",
                               "--",
                               "-(",
                               "\"",
                               "\"\"",
                               "“",
                               "=",
                               "~",
                               "~1",
                               "*",
                               ":",
                               "a:",
                               "a:b",
                               "title:",
                               "title:(",
                               "title:-",
                               "title:-(",
                               "foo:(",
                               "NOT ",
                               "AND ",
                               "OR ",
                               "NEAR ",
                               "NOT -",
                               "a NEAR NOT ",
                               "published:x ",
                               "a NEAR/5 ",
                               "a NEAR/2 b ADJ/3 ",
                               "atleast/3:(",
                               "a* ",
                               "?a",
                               "a~2 ",
                               "\"a b\"~9",
                               "published:",
                               "atleast/1:",
                               "..",
                               "\\",
                               "a AND (",
                               "a OR (b ",
                               "^2",
                               "\xF0\x9F",
                               "\xC3",
                               "é"};
  for (const std::string& unit : units) {
    CAPTURE(unit);
    check_sound(repeated(unit, 5'000));
    check_sound(repeated(unit, 100));
    check_sound("a " + repeated(unit, 30) + " b");
  }
  check_sound(repeated("foo:bar ", 130'000));
}

TEST_CASE("query parser: many problems are counted, not listed") {
  const ParsedQuery parsed = parse(repeated("foo:b ", 100));
  REQUIRE(parsed.problems.size() == 20);
  CHECK(parsed.problems.back().message ==
        "From here on, 81 more problems are not listed.");
  CHECK(parsed.problems.back().offset == 19 * 6);
}

TEST_CASE("query parser: any bytes") {
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const std::string c(1, static_cast<char>(byte));
    check_sound(c);
    check_sound("a" + c + "b" + c + "\"x" + c + "\"");
    check_sound("a " + c + " b");
  }
  // Wrong UTF-8 parts words and is never printed.
  CHECK(parse("a\xFF"
              "b \"c\xC3(d\"")
            .query.to_string() == "(run a b (phrase \"c (d\"))");
  CHECK(parse("a\u00A0b\u200Bc\uFEFF").query.to_string() == "(run a b c)");

  std::uint32_t state = 12345;
  const auto random = [&state]() -> std::size_t {
    return (state = state * 1664525U + 1013904223U) >> 16;
  };
  constexpr std::string_view kPieces[] = {
      "(",       ")",          "\"",      "-",    "=",     " ",
      "a",       "AND ",       " OR",     "NOT",  "foo:",  "~1",
      "title:",  "published:", "2023",    "..",   "\xE2",  "é",
      "*",       "NEAR",       ":",       "?",    "~2",    "NEAR/3",
      " ADJ/2 ", "atleast/2:", "person:", "url:", " AND ", "last-week"};
  for (int i = 0; i < 3'000; ++i) {
    std::string text;
    for (auto pieces = random() % 40; pieces > 0; --pieces) {
      const std::size_t pick = random() % (std::size(kPieces) + 1);
      text += pick < std::size(kPieces) ? std::string(kPieces[pick])
                                        : std::string(1, static_cast<char>(random()));
    }
    CAPTURE(text);
    check_sound(text);
  }
}

}  // namespace
