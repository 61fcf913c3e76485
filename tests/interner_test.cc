// Rows of distinct texts: the same as a map would number them.

#include <doctest/doctest.h>

#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "index/interner.h"

namespace {

using dateline::Interner;

TEST_CASE("interner: numbers texts as a map does, also when used again") {
  std::mt19937 random(7);
  Interner interner;
  for (const std::uint32_t distinct : {3U, 40U, 5000U, 20U}) {
    CAPTURE(distinct);
    interner.clear();
    CHECK(interner.rows().empty());
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> expected;
    std::deque<std::string> texts;
    for (int i = 0; i < 10'000; ++i) {
      const std::uint32_t tag = random() % 4;
      texts.push_back(std::to_string(random() % distinct));
      const auto row = expected.try_emplace({tag, texts.back()}, expected.size());
      REQUIRE(interner.row(texts.back(), tag) == row.first->second);
    }
    REQUIRE(interner.rows().size() == expected.size());
    for (const auto& [key, row] : expected) {
      CHECK(interner.rows()[row].tag == key.first);
      CHECK(interner.rows()[row].text == key.second);
    }
  }
}

TEST_CASE("interner: an empty text is a text") {
  Interner interner;
  CHECK(interner.row("") == 0);
  CHECK(interner.row("a") == 1);
  CHECK(interner.row("") == 0);
  CHECK(interner.row("", 1) == 2);
}

}  // namespace
