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

// A weekday or a month of which one side is near and the other far. Red with
// weighed_tense() returning the tense it is given.
TEST_CASE("dates: the farther of two days or months needs a verb that says so") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"They prepared to open talks Friday", "Friday=2023-03-03"},
      {"a poll to be published Friday", "Friday=2023-03-03"},
      {"The trial was to begin Friday", "Friday=2023-03-03"},
      {"said in its Friday editions", "Friday=2023-03-03"},
      {"The trial was held over until Friday", "Friday=2023-03-03"},
      {"sales for Friday's drawing were double", "Friday=2023-03-03"},
      {"they will lead Friday's march, which was to be small", "Friday=2023-03-03"},
      {"Analysts await Friday's report", "Friday=2023-03-03"},
      {"a service was planned Friday", "Friday=2023-03-03"},
      {"They arrived on Friday", "Friday=2023-02-24"},
      {"They failed to agree Friday", "Friday=2023-02-24"},
      {"They returned to work Friday", "Friday=2023-02-24"},
      {"They returned to normal on Friday", "Friday=2023-02-24"},
      {"They were told to report for duty Sunday", "Sunday=2023-03-05"},
      {"He hoped to have it contained by Saturday", "Saturday=2023-03-04"},
      {"Rison read it in Saturday's edition", "Saturday=2023-02-25"},
      {"ahead of Friday's report on the trade balance for November",
       "Friday=2023-03-03; November=2022-11"},
      {"They wept on Friday. Since Friday they sleep.",
       "Friday=2023-02-24; Friday=2023-02-24"},
      {"It closed unchanged from Wednesday", "Wednesday=2023-03-01"},
      {"are to leave, according to a notice Wednesday", "Wednesday=2023-03-01"},
      {"the planned visit and a bomb that exploded Wednesday", "Wednesday=2023-03-01"},
      {"The centre, planned earlier, opened Wednesday", "Wednesday=2023-03-01"},
      {"a dance scheduled for Wednesday was canceled", "Wednesday=2023-03-01"},
      {"Shelling continued until Wednesday", "Wednesday=2023-03-01"},
      {"The bill passed on a voice vote Wednesday", "Wednesday=2023-03-01"},
      {"On Wednesday, he promised a law that would bind them", "Wednesday=2023-03-01"},
      {"The court will rule Wednesday", "Wednesday=2023-03-08"},
      {"The show starts on Wednesday", "Wednesday=2023-03-08"},
      {"They plan to test it on Wednesday", "Wednesday=2023-03-08"},
      {"The game is postponed until Sunday", "Sunday=2023-03-05"},
      {"a ruling in January that would bind them", "January=2023-01"},
      {"a drop after the reports in January", "January=2023-01"},
      {"He was a baker until January", "January=2023-01"},
      {"The vote will be held in January", "January=2024-01"},
      {"Output will fall from January, they agreed", "January=2024-01"},
      {"He was in prison until January 9", "January 9=2023-01-09"},
      {"They agreed to meet again on June 9", "June 9=2023-06-09"},
      {"The fair is due in January", "January=2024-01"},
      {"The prize is given in January", "January=2024-01"},
      {"The bank has extended credit through April", "April=2023-04"},
      {"He was a baker until June", "June=2022-06"},
      {"They agreed to meet again in April", "April=2023-04"},
      {"They gave in to demands to vote after riots in June", "June=2022-06"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.expected);
  }
}

}  // namespace
