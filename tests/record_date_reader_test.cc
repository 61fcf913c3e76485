// The dates of records, as software writes them.

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "index/readers/record_date.h"

namespace {

std::string read(std::string_view text) {
  const auto date = dateline::readers::read_record_date(text);
  return date ? to_string(*date) : "none";
}

TEST_CASE("record date: the day as written, whatever follows it") {
  struct {
    const char* text;
    const char* date;
  } const cases[] = {
      {"2023-03-02", "2023-03-02"},
      {" 2023-03-02 ", "2023-03-02"},
      {"2023-03-02T23:30:00-05:00", "2023-03-02"},  // Not the day in UTC.
      {"2023-03-02T00:30:00.123+09:00", "2023-03-02"},
      {"2023-03-02 10:00", "2023-03-02"},
      {"2023-3-2", "2023-03-02"},
      {"2023/03/02", "2023-03-02"},
      {"2023.03.02", "2023-03-02"},
      {"2023-03", "2023-03"},
      {"2023", "2023"},
      {"20230302", "2023-03-02"},
      {"20230302T101500Z", "2023-03-02"},

      {"Thu, 02 Mar 2023 10:00:00 GMT", "2023-03-02"},
      {"Thu, 2 Mar 2023 10:00:00 +0000", "2023-03-02"},
      {"02 Mar 87 10:00:00 EST", "1987-03-02"},
      {"Thu Mar  2 10:00:00 2023", "2023-03-02"},
      {"Thu Mar  2 10:00:00 UTC 2023", "2023-03-02"},
      {"March 2, 2023", "2023-03-02"},
      {"Mar. 2, 2023 5:04 pm", "2023-03-02"},
      {"Sept. 11, 2001", "2001-09-11"},
      {"March 2nd, 2023", "2023-03-02"},
      {"Thursday, March 2, 2023", "2023-03-02"},
      {"2 March 2023", "2023-03-02"},
      {"Published 2 March 2023, 14:05 GMT", "2023-03-02"},
      {"March 2023", "2023-03"},

      // Reuters-21578 and its dirt.
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
      {" 7-APR-1987 16:22:00.0", "1987-04-07"},
      {"3-MAR-1987  09:15:05.40", "1987-03-03"},
      {"27-MAR-1987 00:02:59.13RM", "1987-03-27"},
      {"31-MAR-1987 605:12:19.12", "1987-03-31"},
      {"9-APR-1987 00:00:00.00    # date added by S Finch as guesswork", "1987-04-09"},

      {"25/12/2023", "2023-12-25"},
      {"12/25/2023 10:00", "2023-12-25"},
      {"05.05.2023", "2023-05-05"},
      {"03/02/2023", "none"},  // March or February: nobody can tell.

      {"1677715200", "2023-03-02"},
      {"1677715200000", "2023-03-02"},
      {"1677715200.5", "2023-03-02"},

      {"2023-02-29", "none"},
      {"2023-13-01", "none"},
      {"31 June 2023", "none"},
      {"0000-00-00", "none"},
      {"99 March 2023", "none"},
      {"yesterday", "none"},
      {"in may", "none"},
      {"the march of 1000 people", "none"},
      {"", "none"},
      {"12", "none"},
      {"99999999999999999999999999", "none"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.date);
  }
}

TEST_CASE("record date: a count from 1970, in any unit") {
  struct {
    std::int64_t count;
    const char* date;
  } const cases[] = {
      {0, "1970-01-01"},
      {-1, "1969-12-31"},
      {86'400, "1970-01-02"},
      {541'382'400, "1987-02-27"},
      {1'677'715'199, "2023-03-01"},
      {1'677'715'200, "2023-03-02"},
      {1'677'715'200'000, "2023-03-02"},
      {1'677'715'200'000'000, "2023-03-02"},
      {1'677'715'200'000'000'000, "2023-03-02"},
      {2023, "2023"},
      {20'230'302, "2023-03-02"},
      {INT64_MAX, "2262-04-11"},
      {INT64_MIN, "1677-09-21"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.count);
    const auto date = dateline::readers::read_epoch(c.count);
    CHECK((date ? to_string(*date) : "none") == c.date);
  }
}

TEST_CASE("record date: a long text costs no more than a short one") {
  CHECK(read(std::string(1'000'000, '1')) == "none");
  CHECK(read("2 March 2023 " + std::string(1'000'000, '1')) == "2023-03-02");
}

}  // namespace
