// How far two words are apart, and which names fit a pattern.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "query/name_pattern.h"
#include "query/near_names.h"

namespace {

using dateline::edits_between;
using dateline::NamePattern;

// The textbook table of optimal string alignment, whole.
std::size_t textbook(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1,
                                          std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                          d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("near names: edits are those of the textbook, within the bound") {
  CHECK(edits_between("", "", 3) == 0);
  CHECK(edits_between("kiyv", "kyiv", 3) == 1);
  CHECK(edits_between("lavrov", "lavrov", 0) == 0);
  CHECK(edits_between("lavrov", "lavrow", 0) > 0);
  CHECK(edits_between(std::string(1000, 'a'), std::string(1000, 'a'), 3) > 3);
  std::mt19937 random(5);
  const auto word = [&] {
    std::string text;
    for (auto n = random() % 8; n > 0; --n)
      text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t most = random() % 5;
    const std::size_t edits = textbook(a, b);
    CAPTURE(a);
    CAPTURE(b);
    CAPTURE(most);
    if (edits <= most) {
      CHECK(edits_between(a, b, most) == edits);
    } else {
      CHECK(edits_between(a, b, most) > most);
    }
  }
}

TEST_CASE("name pattern: words side by side, or a glob of the whole") {
  const struct {
    const char* pattern;
    const char* name;
    bool fits;
  } cases[] = {
      {"", "anything", true},
      {"Lavrov", "sergei lavrov", true},
      {"sergei lavrov", "sergei lavrov", true},
      {"sergei  LAVROV", "sergei lavrov", true},
      {"lavrov sergei", "sergei lavrov", false},
      {"lavro", "sergei lavrov", false},
      {"art", "bart art", true},
      {"smith", "kay smith-jones", true},
      {"Zoë", "zoe ball", true},
      {"*", "anything", true},
      {"*", "", true},
      {"?", "", false},
      {"lavr*", "lavrov", true},
      {"lavr*", "sergei lavrov", false},
      {"*lavr*", "sergei lavrov", true},
      {"s*i l*v", "sergei lavrov", true},
      {"s*i l*x", "sergei lavrov", false},
      {"serge? lavrov", "sergey lavrov", true},
      {"serge? lavrov", "serge lavrov", false},
      {"a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.name);
    CHECK(NamePattern(c.pattern).fits(c.name) == c.fits);
  }
}

}  // namespace
