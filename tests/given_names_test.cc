#include "index/names/gazetteer/given_names.h"

#include "tests/testing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

namespace dateline::names {
namespace {

TEST_CASE("given names are compared by the groups they are in") {
  using enum GivenNameMatch;
  struct Case {
    std::string_view a, b;
    GivenNameMatch expected;
  };
  const Case cases[] = {
      {"sergei", "sergey", kSpelling},
      {"serguei", "serhiy", kSpelling},
      {"mohammed", "muhammad", kSpelling},
      {"mohamed", "mehmet", kSpelling},
      {"yuri", "yury", kSpelling},
      {"aleksandr", "alexander", kSpelling},
      {"volodymyr", "vladimir", kSpelling},
      {"osama", "usama", kSpelling},
      {"geoffrey", "jeffrey", kSpelling},
      {"william", "bill", kShortForm},
      {"bill", "billy", kShortForm},
      {"robert", "bob", kShortForm},
      {"elizabeth", "liz", kShortForm},
      {"alexander", "alex", kShortForm},
      {"alexandra", "alex", kShortForm},
      {"mikhail", "misha", kShortForm},
      {"sergei", "sergei", kSame},
      {"zzyzx", "zzyzx", kSame},
      {"sergei", "mikhail", kNone},
      {"john", "juan", kNone},
      {"paul", "david", kNone},
      {"alexander", "alexandra", kNone},
      {"zzyzx", "sergei", kNone},
      {"", "sergei", kNone},
      {"salah", "saleh", kNone},
      {"robert", "bill", kNone},
  };
  for (const auto& one : cases) {
    CAPTURE(one.a);
    CAPTURE(one.b);
    CHECK(compare_given_names(one.a, one.b) == one.expected);
    CHECK(compare_given_names(one.b, one.a) == one.expected);
  }
}

TEST_CASE("names of one group share its number") {
  const auto sergei = given_name_groups("sergei");
  const auto sergey = given_name_groups("sergey");
  REQUIRE(!sergei.empty());
  CHECK(std::equal(sergei.begin(), sergei.end(), sergey.begin(), sergey.end()));
  CHECK(given_name_groups("alex").size() >= 2);
  CHECK(std::is_sorted(given_name_groups("alex").begin(),
                       given_name_groups("alex").end()));
  CHECK(given_name_groups("zzyzx").empty());
  CHECK(given_name_groups("").empty());
}

TEST_CASE("every line of the groups has names of its own, folded") {
  std::istringstream lines(testing::read_file(
      testing::source_dir() / "index/names/gazetteer/given_name_groups.tsv"));
  std::set<std::string> all;
  std::set<std::string> whole_lines;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    CAPTURE(line);
    CHECK(whole_lines.insert(line).second);
    CHECK(std::count(line.begin(), line.end(), '\t') <= 1);
    std::set<std::string> names;
    std::istringstream words(line);
    for (std::string name; words >> name;) {
      CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz'-") == name.npos);
      CHECK(names.insert(name).second);
      all.insert(name);
    }
    CHECK(names.size() >= 2);
  }
  CHECK(all.size() >= 1500);
}

}  // namespace
}  // namespace dateline::names
