// The forms of a query that can be read again: the language itself, and JSON.

#include <dateline/error.h>
#include <dateline/query.h>
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/query_node.h"
#include "query/query_tree.h"

namespace {

using dateline::Field;
using dateline::parse_query;
using dateline::Query;
using dateline::QueryNode;
using Kind = QueryNode::Kind;

TEST_CASE("query forms: written in the language, and as JSON") {
  const struct {
    std::string typed;
    std::string written;
    std::string json;
  } cases[] = {
      {"", "*", R"({"everything": true})"},
      {"treaty", "treaty", R"({"word": "treaty"})"},
      {"=treaty", "=treaty", R"({"word": "treaty", "exact": true})"},
      {"“arms  control”", "\"arms control\"", R"({"phrase": "arms control"})"},
      {"\"a b\"~5", "\"a b\"~5", R"({"phrase": "a b", "within": 5})"},
      {"s*n~ lavrof~", "s*n lavrof~1",
       R"({"run": [{"like": "s*n"}, {"fuzzy": "lavrof", "edits": 1}]})"},
      {"a b -c", "a b AND NOT c",
       R"({"and": [{"run": [{"word": "a"}, {"word": "b"}]}, {"not": {"word": "c"}}]})"},
      {"(a OR b) NEAR \"c d\"", "(a OR b) NEAR/10 \"c d\"",
       R"({"near": [{"or": [{"word": "a"}, {"word": "b"}]}, {"phrase": "c d"}], "within": 10})"},
      {"a ADJ/3 b", "a ADJ/3 b",
       R"({"adj": [{"word": "a"}, {"word": "b"}], "within": 3})"},
      {"Putin NEAR/5 (org:UN OR person:\"A B\")",
       "Putin NEAR/5 (org:\"UN\" OR person:\"A B\")",
       R"({"near": [{"word": "Putin"}, {"or": [{"org": "UN"}, {"person": "A B"}]}], "within": 5})"},
      {"atleast/3:(a b)", "atleast/3:(a b)",
       R"({"atleast": {"run": [{"word": "a"}, {"word": "b"}]}, "times": 3})"},
      {"headline:-x", "title:(NOT x)", R"({"title": {"not": {"word": "x"}}})"},
      {"who:Lavrov source:AP", "person:\"Lavrov\" source:\"AP\"",
       R"({"run": [{"person": "Lavrov"}, {"source": "AP"}]})"},
      {"published:2023-02..", "published:2023-02-01..",
       R"({"published": {"from": "2023-02-01"}})"},
      {"about:..0099", "about:..0099-12-31", R"({"about": {"to": "0099-12-31"}})"},
      // What would be read as more than a word is kept from it.
      {"=AND AND, NEAR/3.", "=AND AND, NEAR/3,",
       R"({"run": [{"word": "AND", "exact": true}, {"word": "AND"}, {"word": "NEAR/3"}]})"},
      {"x\\y", "x\\y", R"({"word": "x\\y"})"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    const Query query = parse_query(c.typed).query;
    CHECK(query.to_text() == c.written);
    CHECK(query.to_json() == c.json);
    const Query written = parse_query(c.written).query;
    CHECK(written.to_string() == query.to_string());
    const Query from_json = Query::from_json(c.json);
    CHECK(from_json.to_string() == query.to_string());
    CHECK(from_json.text() == (c.typed.empty() ? "" : c.written));
  }
}

TEST_CASE("query forms: JSON as others write it") {
  const auto text = [](std::string_view json) {
    return Query::from_json(json).to_text();
  };
  CHECK(text(R"({"exact": true, "word": "a"})") == "=a");
  CHECK(text(R"({"fuzzy": "lavrof"})") == "lavrof~1");
  CHECK(text(R"({"near": [{"word": "a"}, {"word": "b"}]})") == "a NEAR/10 b");
  CHECK(text(R"({"and": [{"word": "a"}, {"and": [{"word": "b"}, {"word": "c"}]}]})") ==
        "a AND b AND c");
  CHECK(text(R"({"or": [{"word": "a"}]})") == "a");
  CHECK(text(R"({"not": {"not": {"word": "a"}}})") == "a");
  CHECK(text(R"({"published": {"from": "2023", "to": "2023-02"}})") ==
        "published:2023-01-01..2023-02-28");
  CHECK(text(R"({"word": "\u041c\u0438\u0440"})") == "Мир");
}

TEST_CASE("query forms: JSON that is no query, and where") {
  const struct {
    std::string json;
    std::string message;
  } cases[] = {
      {"[]", "at /: an object is expected."},
      {"{}", "at /: the object is empty."},
      {R"({"exact": true})", "at /: no key names the kind of node."},
      {R"({"word": 1})", "at /word: a string is expected."},
      {R"({"word": "a b"})",
       "at /word: \"a b\" is read as (run a b) when it is typed, so it cannot stand"
       " here."},
      {R"({"and": [{"word": "a"}, {"word": ""}]})",
       "at /and/1/word: \"\" is read as (all) when it is typed, so it cannot stand"
       " here."},
      {R"({"word": "a", "word": "b"})", "at /word: this stands twice."},
      {R"({"word": "a", "times": 2})", "at /times: this does not go with \"word\"."},
      {R"({"wrd": "a"})", "at /wrd: there is no such kind of node and no such field."},
      {R"({"and": []})", "at /and: the array is empty."},
      {R"({"and": [{"everything": true}]})",
       "at /and/0: every article is no part of a query."},
      {R"({"near": [{"word": "a"}, {"source": "b"}]})",
       "at /near/1: only words, phrases, names, ORs of them, near and adj can be near"
       " each other."},
      {R"({"near": [{"word": "a"}, {"word": "b"}], "within": 1001})",
       "at /near: \"within\" is to be a number from 1 to 1000."},
      {R"({"atleast": {"word": "a"}})", "at /atleast: \"times\" is missing."},
      {R"({"title": {"person": "a"}})",
       "at /title/person: a field cannot stand within another."},
      {R"({"published": {}})", "at /published: a date is missing."},
      {R"({"published": {"from": "2023-02-30"}})",
       "at /published/from: this is no date."},
      {R"({"published": {"from": "2023", "to": "2022"}})",
       "at /published: the last day is before the first."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.json);
    std::string message;
    try {
      Query::from_json(c.json);
    } catch (const dateline::Error& error) {
      CHECK(error.code() == dateline::ErrorCode::kInvalidArgument);
      message = error.what();
    }
    CHECK(message == "The query cannot be read " + c.message);
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += R"({"not": )";
  CHECK_THROWS_AS(Query::from_json(deep), dateline::Error);
  for (const std::size_t nested : {100U, 500U, 900U}) {
    std::string json = R"({"word": "a"})";
    for (std::size_t i = 0; i < nested; ++i) {
      json = R"({"run": [{"word": "b"}, )" + json + "]}";
    }
    CHECK_THROWS_AS(Query::from_json(json), dateline::Error);
  }
  CHECK_THROWS_AS(Query::from_json("{\"word\": \"\xFF\"}"), dateline::Error);
  CHECK_THROWS_AS(Query::from_json(std::string(2 << 20, ' ')), dateline::Error);
}

// Trees in the shape that the parser gives them.
class RandomTrees {
 public:
  explicit RandomTrees(std::uint32_t seed) : random_(seed) {}

  QueryNode any(int depth) {
    if (depth == 0) return leaf();
    switch (below(10)) {
      case 0:
      case 1:
        return *dateline::query::combine(Kind::kAnd, several(depth), {});
      case 2:
      case 3:
        return *dateline::query::combine(Kind::kOr, several(depth), {});
      case 4:
        return *dateline::query::side_by_side(several(depth), {});
      case 5:
        return dateline::query::negated(any(depth - 1), {});
      case 6:
        return near(depth);
      case 7:
        return counted(depth);
      default:
        return leaf();
    }
  }

 private:
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(random_() % n);
  }
  template <std::size_t n>
  std::string one_of(const std::array<const char*, n>& texts) {
    return texts[below(n)];
  }

  std::vector<QueryNode> several(int depth) {
    std::vector<QueryNode> nodes;
    for (std::uint32_t n = 2 + below(3); n > 0; --n) nodes.push_back(any(depth - 1));
    return nodes;
  }

  QueryNode near(int depth) {
    std::vector<QueryNode> nodes;
    for (std::uint32_t n = 2 + below(3); n > 0; --n) nodes.push_back(place(depth - 1));
    QueryNode node = dateline::query::parent(below(2) == 0 ? Kind::kNear : Kind::kAdj,
                                             std::move(nodes), {});
    node.number = 1 + below(3);
    return node;
  }

  QueryNode place(int depth) {
    if (depth <= 0 || below(3) > 0) return word();
    if (below(2) == 0) return near(depth);
    std::vector<QueryNode> nodes;
    nodes.push_back(word());
    nodes.push_back(place(depth - 1));
    return *dateline::query::combine(Kind::kOr, std::move(nodes), {});
  }

  QueryNode counted(int depth) {
    std::vector<QueryNode> nodes;
    nodes.push_back(place(depth));
    QueryNode node = dateline::query::parent(Kind::kAtLeast, std::move(nodes), {});
    node.number = 1 + below(4);
    return node;
  }

  QueryNode word() {
    switch (below(5)) {
      case 0:
        return {.kind = Kind::kPhrase,
                .text = one_of<3>({"arms control", "a", "x (y"}),
                .number = below(2) * 5};
      case 1:
        return {.kind = Kind::kPattern, .text = one_of<3>({"s*", "*x?y", "w?m*n"})};
      case 2:
        return {.kind = Kind::kFuzzy,
                .text = one_of<3>({"lavrof", "title:x", "NEAR"}),
                .number = 1 + below(2)};
      default:
        return {
            .kind = Kind::kWord,
            .text = one_of<12>({"treaty", "U.S.", "C++", "G-20", "AND", "NOT", "NEAR/3",
                                "Мир", "title:x", "foo:bar", "or", "atleast/2:x"}),
            .exact = below(3) == 0};
    }
  }

  QueryNode leaf() {
    if (below(3) > 0) return word();
    QueryNode node{.kind = Kind::kField};
    switch (below(4)) {
      case 0:
        node.field = Field::kPerson;
        node.text = one_of<2>({"Sergei Lavrov", "AND"});
        return node;
      case 1:
        node.field = Field::kSource;
        node.text = one_of<3>({"AP", "a (b", "x*"});
        return node;
      case 2:
        node.kind = Kind::kDates;
        node.field = below(2) == 0 ? Field::kPublished : Field::kAbout;
        if (below(3) > 0) node.range.first = {2023, 3, 2};
        if (below(3) > 0 || !node.range.first) node.range.last = {2024, 2, 29};
        return node;
      default:
        return dateline::query::in_text_field(Field::kTitle, place(2), {});
    }
  }

  std::mt19937 random_;
};

TEST_CASE("query forms: any tree comes back from the language and from JSON") {
  RandomTrees trees(11);
  for (int round = 0; round < 5'000; ++round) {
    const QueryNode tree = trees.any(round % 4);
    const std::string written = dateline::to_text(tree);
    CAPTURE(written);
    const auto parsed = parse_query(written);
    REQUIRE(parsed.query.root() != nullptr);
    REQUIRE(dateline::to_string(tree) == parsed.query.to_string());
    REQUIRE(dateline::same_query(tree, *parsed.query.root()));
    REQUIRE(parsed.problems.empty());
    REQUIRE(parsed.query.to_text() == written);
    const Query from_json = Query::from_json(parsed.query.to_json());
    REQUIRE(dateline::same_query(tree, *from_json.root()));
  }
}

}  // namespace
