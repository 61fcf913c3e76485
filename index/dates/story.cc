#include "index/dates/story.h"

namespace dateline::dates {
namespace {

bool is_evening(const Reading& reading) {
  constexpr int kEvening = 18 * 60;
  return reading.type == DateType::kTime &&
         (reading.minute >= kEvening || reading.value.ends_with("TNI") ||
          reading.value.ends_with("TEV"));
}

// Of the day of publication or the two before: papers tell of yesterday.
// "ROME, March 2": a dateline tells of no day.
void remember_recent(Story& story, Date reference, const Reading& reading) {
  constexpr int kDays = 2;
  if (!reference) return;
  const Date day = reading.period.first;
  const int days = to_days(reference) - to_days(day);
  if (days >= 0 && days <= kDays) story.recent = day;
  const bool dateline = days == 0 && (reading.rule == "day and month" ||
                                      reading.rule == "day, month and year");
  if (days >= 0 && days < static_cast<int>(story.named.size()) && !dateline)
    ++story.named[static_cast<std::size_t>(days)];
  if (days < 0 && -days < static_cast<int>(story.awaited.size()))
    story.awaited[static_cast<std::size_t>(-days)] = true;
}

// A date of years ago leads the dates behind it, until one of this year.
void remember_year(Story& story, Date reference, const Token& at,
                   const Reading& reading) {
  const Date date = reading.period.first;
  const Grain grain = reading.period.grain;
  if (date.year >= reference.year - 1) {
    story.past = {};
  } else if (grain == Grain::kDay || grain == Grain::kMonth) {
    // What takes its year from another leads no further.
    if (story.past && reading.anchor) return;
    story.past = date;
    story.past_at = at.begin;
  }
}

// A time of the clock without a day: of the day that the text is at.
void remember_time(Story& story, const Token& at, const Reading& reading) {
  if (!story.day) story.day = reading.period.first;
  if (story.day != reading.period.first) return;
  story.day_at = at.begin;
  if (reading.minute >= 0) story.minute = reading.minute;
  story.is_evening = is_evening(reading);
}

// "the first nine months", "for the six months", "for the year ended June 30".
bool tells_longer_results(const Token& at, const Reading& reading) {
  if (reading.type != DateType::kDuration) return false;
  const bool whole = (&at)[-1].is(Kind::kThe) || at.is(Kind::kOrdinal);
  const bool ended = reading.end->is(Kind::kEnded);
  return whole && (reading.value == "P9M" || reading.value == "P6M" ||
                   (reading.value == "P1Y" && ended));
}

}  // namespace

void remember(Story& story, Date reference, const Token& at, const Reading& reading) {
  if (tells_longer_results(at, reading)) story.longer = reading.value;
  if (reading.is_aside || !reading.period ||
      (reading.type != DateType::kDate && reading.type != DateType::kTime))
    return;
  if (reading.is_guess) {
    remember_time(story, at, reading);
    return;
  }
  remember_year(story, reference, at, reading);
  story.last = reading.period;
  story.last_at = at.begin;
  const Grain grain = reading.period.grain;
  if (grain == Grain::kQuarter || grain == Grain::kHalf) {
    story.part = reading.period;
    story.part_at = at.begin;
    story.longer.clear();
  }
  if (grain == Grain::kDay) {
    story.day = reading.period.first;
    story.day_at = at.begin;
    remember_recent(story, reference, reading);
  }
  if (reading.type == DateType::kTime) story.minute = reading.minute;
  story.is_evening = is_evening(reading);
  story.is_morning = reading.value.ends_with("TMO");
}

}  // namespace dateline::dates
