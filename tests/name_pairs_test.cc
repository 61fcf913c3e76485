// The labelled pairs of names: well formed, none twice, and both parts alike.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/testing.h"

namespace {

using dateline::testing::read_file;
using dateline::testing::source_dir;

struct NamePair {
  std::string part, kind, verdict, a, b;
  std::vector<std::string> with_a, with_b;
};

std::vector<std::string> split(const std::string& text, const std::string& between) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(between, begin)) != std::string::npos;
       begin = end + between.size()) {
    pieces.push_back(text.substr(begin, end - begin));
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

std::vector<NamePair> name_pairs() {
  std::istringstream file(read_file(source_dir() / "corpus/gold/name_pairs.tsv"));
  std::vector<NamePair> pairs;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    CAPTURE(line);
    const auto fields = split(line, "\t");
    REQUIRE(fields.size() == 7);
    pairs.push_back({fields[0], fields[1], fields[2], fields[3], fields[4],
                     split(fields[5], "; "), split(fields[6], "; ")});
  }
  return pairs;
}

bool trimmed(const std::string& name) {
  return !name.empty() && name.front() != ' ' && name.back() != ' ' &&
         name.find("  ") == std::string::npos;
}

void check_context(const std::vector<std::string>& context, const NamePair& pair) {
  CHECK(context.size() >= 3);
  CHECK(context.size() <= 6);
  CHECK(std::set<std::string>(context.begin(), context.end()).size() == context.size());
  for (const auto& name : context) {
    CAPTURE(name);
    CHECK(trimmed(name));
    CHECK(name != pair.a);
    CHECK(name != pair.b);
  }
}

TEST_CASE("name pairs: every line is well formed") {
  const std::set<std::string> kinds = {"person", "org", "place", "thing"};
  for (const auto& pair : name_pairs()) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK((pair.part == "tune" || pair.part == "check"));
    CHECK(kinds.count(pair.kind) == 1);
    CHECK((pair.verdict == "same" || pair.verdict == "different"));
    CHECK(trimmed(pair.a));
    CHECK(trimmed(pair.b));
    if (pair.verdict == "same") CHECK(pair.a != pair.b);
    check_context(pair.with_a, pair);
    check_context(pair.with_b, pair);
  }
}

TEST_CASE("name pairs: no pair stands twice, whichever name comes first") {
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const auto& pair : name_pairs()) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    const auto [first, second] = std::minmax(pair.a, pair.b);
    CHECK(seen.emplace(pair.kind, first, second).second);
  }
}

TEST_CASE("name pairs: the parts hold as many of every kind and verdict") {
  const auto pairs = name_pairs();
  CHECK(pairs.size() >= 640);
  std::map<std::pair<std::string, std::string>, std::pair<int, int>> counts;
  std::map<std::string, int> verdicts;
  for (const auto& pair : pairs) {
    auto& [tune, check] = counts[{pair.kind, pair.verdict}];
    ++(pair.part == "tune" ? tune : check);
    ++verdicts[pair.verdict];
  }
  CHECK(verdicts["same"] >= 320);
  CHECK(verdicts["different"] >= 320);
  CHECK(counts.size() == 8);
  for (const auto& count : counts) {
    CAPTURE(count.first.first);
    CAPTURE(count.first.second);
    CHECK(std::abs(count.second.first - count.second.second) <= 1);
  }
}

}  // namespace
