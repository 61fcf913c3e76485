// What each line of an article is.

#include "index/text/regions.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using dateline::Region;

constexpr std::string_view kTitle = "Ministers meet in the capital for two days";
constexpr std::string_view kProse =
    "The ministers of twenty countries met on Thursday to speak about the war, the "
    "price of grain and the debts of the poorest among them, as they do every year.\n";

// The region of `line` with prose around it.
std::string region_of(const std::string& line) {
  const std::string body =
      std::string(kProse) + "\n" + line + "\n\nAnd " + std::string(kProse);
  const auto place = body.find(line);
  for (const auto& span : dateline::text::find_regions(kTitle, body))
    if (span.begin <= place && place < span.end)
      return std::string(to_string(span.region));
  return "none";
}

TEST_CASE("regions: lines by what they say") {
  struct {
    std::string line;
    std::string region;
  } const cases[] = {
      {"- Advertisement -", "furniture"},
      {"Source: Web", "furniture"},
      {"Leave a Reply", "furniture"},
      {" Reuter", "furniture"},
      {"Click Here to Leave a Comment Below 0 comments", "furniture"},
      {"This website uses cookies to improve your experience. We'll assume you're ok "
       "with this, but you can opt-out if you wish. Accept Read More",
       "furniture"},
      {"Follow us on Facebook", "furniture"},
      {"\xC2\xA9 2023 The Paper. All rights reserved.", "furniture"},
      {"Read Also: Russian Offensive Prompts Race", "related"},
      {"CNN's Frederik Pleitgen contributed to this report.", "credit"},
      {"0. \"Blinken met\" CNN, 2 Mar. 2023, https://www.cnn.com/index.html",
       "reference"},
      {"  \xE2\x80\xA2 Ukraine war: a peace plan has been put forward.", "list"},
      {"What did they discuss?", "subhead"},
      {"Ministers Urge All to End the War", "subhead"},
      {"Ministers meet in the capital for two days", "caption"},
      {"They met again on Friday.", "body"},
      {"Photo: that was the word he used when he asked for the picture of the meeting.",
       "body"},
      {"3. That is his third point.", "body"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    CHECK(region_of(c.line) == c.region);
  }
}

TEST_CASE("regions: a line that comes twice is a caption the second time") {
  const std::string body = std::string(kProse) + std::string(kProse);
  const auto spans = dateline::text::find_regions("", body);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].region == Region::kBody);
  CHECK(spans[1].region == Region::kCaption);
}

TEST_CASE("regions: cover the text, whatever it is") {
  for (const std::string& body :
       {std::string(), std::string("\n"), std::string("\n\n\n"), std::string("word"),
        std::string("\xFF\xFE\n\xE2\n\n\xC2"), std::string(kProse) + "\nEnd",
        std::string("a\r\nb\r\n\r\nc")}) {
    CAPTURE(body);
    std::size_t at = 0;
    for (const auto& span : dateline::text::find_regions("", body)) {
      CHECK(span.begin == at);
      CHECK(span.end > span.begin);
      CHECK((span.end == body.size() || body[span.end - 1] == '\n'));
      at = span.end;
    }
    CHECK(at == body.size());
  }
}

TEST_CASE("regions: short lines of wrapped text are no subheads") {
  const auto spans = dateline::text::find_regions(
      "",
      "The ministers of twenty countries met on Thursday to\nspeak about the war\n"
      "and the price of grain.\n");
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].region == Region::kBody);
}

}  // namespace
