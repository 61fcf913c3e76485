// Whether a day lies ahead: what the verbs around it say.

#include "index/dates/date_tagger.h"

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using dateline::Date;

// "surface=value", parted by "; ", read on a Thursday.
std::string read(std::string_view text) {
  std::string shown;
  for (const auto& mention : dateline::dates::tag_dates(text, Date{2023, 3, 2})) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += '=' + mention.value;
  }
  return shown;
}

TEST_CASE("dates: the verb tells which day is meant") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"has rice until Friday", "Friday=2023-03-03"},
      {"Poland votes on Sunday", "Sunday=2023-03-05"},
      {"they wept on Sunday", "Sunday=2023-02-26"},
      {"it ended on Sunday", "Sunday=2023-02-26"},
      {"Final: Saturday", "Saturday=2023-03-04"},
      {"Saturday 9 a.m., Legion Hall", "Saturday 9 a.m.=2023-03-04T09:00"},
      {"Monday: Latvia v Germany", "Monday=2023-03-06"},
      {"Sunday: Latvia lost to Germany", "Sunday=2023-02-26"},
      {"Next up: Sony on Tuesday", "Tuesday=2023-03-07"},
      {"a rally is called for Monday", "Monday=2023-03-06"},
      {"it is based on what he said on Monday", "Monday=2023-02-27"},
      {"there, on Saturday, there is a concert", "Saturday=2023-03-04"},
      {"On Saturday it keeps its feast", "Saturday=2023-03-04"},
      {"On Sunday Harriet Moncrieff asks the last one", "Sunday=2023-03-05"},
      {"they have a meeting on Monday", "Monday=2023-03-06"},
      {"they have had a meeting on Monday", "Monday=2023-02-27"},
      {"Mill chimney to come down on Sunday", "Sunday=2023-03-05"},
      {"seems to have met on Friday", "Friday=2023-02-24"},
      {"will ride in Friday's parade", "Friday=2023-03-03"},
      {"will appeal Tuesday's ruling", "Tuesday=2023-02-28"},
      {"he let it fall on Tuesday", "Tuesday=2023-02-28"},
      {"will let it fall on Tuesday", "Tuesday=2023-03-07"},
      {"last Wednesday", "last Wednesday=2023-02-22"},
      {"last Sunday", "last Sunday=2023-02-26"},
      {"this Tuesday they met", "this Tuesday=2023-02-28"},
      {"this Tuesday they meet", "this Tuesday=2023-03-07"},
      {"put off to July", "July=2023-07"},
      {"They drew in the Castle Cup. Tickets from Monday.", "Monday=2023-03-06"},
      {"will ban them from Monday, Gen. Fox said", "Monday=2023-03-06"},
      {"hit three home runs on Tuesday", "Tuesday=2023-02-28"},
      {"crude for May delivery rose", "May=2023-05"},
      {"it may change in the autumn", "the autumn=2023-FA"},
      {"has scheduled a vote on Monday", "Monday=2023-03-06"},
      {"The appeal is heard on Monday", "Monday=2023-03-06"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.expected);
  }
}

}  // namespace
