// What a rule reads off the tokens of a text, and what it reads it with.

#pragma once

#include <dateline/annotate.h>

#include "index/dates/calendar.h"
#include "index/dates/tokens.h"

#include <array>
#include <string>
#include <string_view>

namespace dateline::dates {

/// What may stand before an expression and belongs to it.
enum Prefix : std::uint8_t {
  kTakesThe = 1,
  kTakesPhase = 2,  ///< "early", "the end of"
  kTakesBound = 4,  ///< "nearly", "more than"
  kTakesHour = 8,   ///< "late on" of a weekday
  kTakesAll = 16,   ///< "all night"
};

/// An expression that a rule has read: tokens up to `end`, and what they mean.
struct Reading {
  const Token* end = nullptr;  ///< Null: nothing was read.
  DateType type = DateType::kDate;
  Period period;      ///< What was meant, where that is one period of the calendar.
  std::string value;  ///< TIMEX3; empty while relative to what is not known.
  DateRange range;    ///< The days it covers, where it is of the calendar.
  DatePrecision precision = DatePrecision::kNone;
  std::string_view modifier;
  std::string_view rule;
  Date anchor;  ///< The day it was counted from.
  double score = 0.9;
  std::uint8_t takes = 0;
  int minute = -1;        ///< Of the day, for times of the clock.
  bool is_none = false;   ///< An age or a count: read, and no date.
  bool is_aside = false;  ///< A comparison: the story does not move there.
  bool is_guess = false;  ///< A time that names no day: the story keeps its own.
};

/// What the text has told so far: "the next day" counts from it.
struct Story {
  Period last;                ///< The last date.
  std::uint32_t last_at = 0;  ///< Where in the block it stood.
  Date day;                   ///< The last day.
  Date recent;                ///< The last day of those about publication.
  int minute = -1;            ///< The last time of that day.
  bool is_evening = false;    ///< Its evening or night has just been told of.
  bool is_morning = false;    ///< Its morning has just been told of.
  Date past;  ///< The last day or month that told its year, of years ago.
  std::uint32_t past_at = 0;  ///< Where in the block it stood.
  Period part;  ///< The last quarter or half: results are compared with it.
  std::uint32_t part_at = 0;  ///< Where in the block it stood.
  std::string longer;         ///< "P9M": since then, the results of more months.
  std::uint32_t day_at = 0;   ///< Where in the block `day` stood.
  /// How often each of the last days has been named: that of publication, the one
  /// before ...
  std::array<std::uint16_t, 8> named{};
  /// Whether each of the next days has been named: publication's, the one after ...
  std::array<bool, 8> awaited{};
};

/// What rules may ask for.
struct Context {
  std::string_view text;  ///< The block that the tokens are of.
  const Lexicon& lexicon;
  Date reference;  ///< The day of publication, or Date{}.
  Story story;

  std::string_view surface(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  char before(const Token& token) const {
    return token.begin == 0 ? '\0' : text[token.begin - 1];
  }
  char after(const Token& token) const {
    return token.end < text.size() ? text[token.end] : '\0';
  }
  /// The quarter or half that results told now are compared with, or none: where those
  /// of nine months or a year are told, it is the year.
  Period compared_part() const { return story.longer.empty() ? story.part : Period{}; }
  /// Whether the token is this word; `word` in lower case.
  bool is_word(const Token& token, std::string_view word) const {
    return token.end - token.begin == word.size() && has_letters(token, word);
  }
  /// The day that the text is at: the last it named, else that of publication.
  Date now() const { return story.day ? story.day : reference; }
  /// The day from which a text counts units of this grain: the first of its last date,
  /// or of its last day where the date is of a longer period, as a year is to "the
  /// previous month".
  Date told_day(Grain grain) const {
    if (!story.last) return reference;
    return story.last.grain > grain ? now() : story.last.first;
  }
  /// The year that the story is in at `at` where that is long over, or 0: what a text
  /// tells of a war it dates once.
  int past_year(const Token& at) const {
    constexpr std::uint32_t kNear = 250;
    constexpr int kYears = 20;
    if (!story.past || at.begin - story.past_at > kNear ||
        story.past.year > reference.year - kYears)
      return 0;
    const auto between = text.substr(story.past_at, at.begin - story.past_at);
    return between.find('\n') == between.npos ? story.past.year : 0;
  }
  /// The day that the text tells of: of those of the week before publication the one
  /// named most often, of equals the latest; else that of publication.
  Date main_day() const;
  /// The day of a time of the clock at `at` that names none: one named shortly before
  /// in its paragraph, else the one that the text tells of.
  Date day_of_time(const Token& at) const;
  /// Whether a time at `minute` is of the day after `day`, of whose evening the text
  /// has told, or whose night it is.
  bool is_next_day(Date day, int minute) const;
  /// The day that "today" is at `at`: that of publication, or, within a quotation, the
  /// one before where the text tells of that.
  Date day_of_speech(const Token& at) const;
  /// Whether the token has a capital that its place does not give it, as in "USA
  /// Today": it stands within a sentence, whose other words are small.
  bool is_in_name(const Token& token) const;
  /// Whether the token is the first of its line.
  bool starts_line(const Token& token) const {
    return token.begin == 0 || before(token) == '\n';
  }

 private:
  bool has_letters(const Token& token, std::string_view word) const;
};

/// Whether a sentence ends in a stretch of text: the dots of "p.m." do not.
bool has_sentence_end(std::string_view text);

/// Whether only blanks or a hyphen part the token from the one before.
inline bool joined(const Token* token) { return token->gap <= Gap::kHyphen; }
/// Likewise, or a comma.
inline bool near(const Token* token) {
  return joined(token) || token->gap == Gap::kComma;
}
/// Likewise, or the dot of an abbreviation.
inline bool after_short(const Token* token) {
  return joined(token) || token->gap == Gap::kDotSpace;
}
/// "since June"
inline bool is_since(const Token* at) { return joined(at) && at[-1].is(Kind::kSince); }
inline bool follows(const Token* token, Kind kind) {
  return token->is(kind) && joined(token);
}

/// "2023"
inline bool is_year(const Token* token) {
  constexpr int kFirstYear = 1500;
  constexpr int kLastYear = 2099;
  return token->is_plain_number() && token->digits == 4 && !token->plural &&
         !token->ordinal && token->number >= kFirstYear && token->number <= kLastYear;
}

/// The number of a day of a month: "2", "2nd".
inline bool is_day(const Token* token) {
  return token->is(Kind::kNumber) && !token->grouped && !token->decimal &&
         token->digits <= 2 && token->number >= 1 && token->number <= 31 &&
         !token->plural && !token->glued;
}

/// Sets what the reading means to a period, counted from `anchor` where given; false,
/// and nothing is set, of none or of one before year 1 or after year 9999.
bool set_period(Reading& reading, const Token* end, Period period,
                std::string_view rule, Date anchor = {});
/// A date that counts from a day that is not known; `value` may tell what it can.
bool set_unresolved(Reading& reading, const Token* end, Grain grain,
                    std::string_view rule, std::string value = {});
bool set_value(Reading& reading, const Token* end, DateType type, std::string value,
               std::string_view rule);
/// From one period to another.
bool set_interval(Reading& reading, const Token* end, Period first, Period last,
                  std::string_view rule, Date anchor = {});

// The rules, a family a file. Each reads what begins at `at` into `reading`, or says
// no.
using Rule = bool (*)(const Context& context, const Token* at, Reading& reading);

// numeric_dates.cc: dates in digits alone.
bool read_numeric_date(const Context& context, const Token* at, Reading& reading);

// absolute_dates.cc: dates that say their day, month or year.
bool read_day_first(const Context& context, const Token* at, Reading& reading);
bool read_month_first(const Context& context, const Token* at, Reading& reading);
bool read_spelled_day(const Context& context, const Token* at, Reading& reading);
/// "on the 16th"
bool read_ordinal_day(const Context& context, const Token* at, Reading& reading);
/// "2 March 2023", "March 2" at `at`, of either order, without range.
bool read_plain_day(const Context& context, const Token* at, Reading& reading);

// years.cc: years alone, and ranges of them.
bool read_year(const Context& context, const Token* at, Reading& reading);

// eras.cc: decades, centuries, years in words.
bool read_decade(const Context& context, const Token* at, Reading& reading);
bool read_century(const Context& context, const Token* at, Reading& reading);
bool read_spelled_year(const Context& context, const Token* at, Reading& reading);

// weekdays.cc: weekdays, today, tonight.
bool read_weekday(const Context& context, const Token* at, Reading& reading);
bool read_day_word(const Context& context, const Token* at, Reading& reading);
bool read_tonight(const Context& context, const Token* at, Reading& reading);
/// The weekday that `direction` points to, or that the verb's tense does for 0.
bool set_weekday(const Context& context, const Token* at, const Token* weekday,
                 int direction, Reading& reading);

// pointers.cc: "last week", "this March", "the next day".
bool read_pointer(const Context& context, const Token* at, Reading& reading);

// periods.cc: quarters, halves, fiscal years, seasons.
bool read_ordinal_period(const Context& context, const Token* at, Reading& reading);
bool read_short_quarter(const Context& context, const Token* at, Reading& reading);
bool read_fiscal(const Context& context, const Token* at, Reading& reading);
bool read_seasons(const Context& context, const Token* at, Reading& reading);
/// "the July-September quarter"
bool read_month_quarter(const Context& context, const Token* at, Reading& reading);
bool read_season(const Context& context, const Token* at, Reading& reading);
bool read_year_quarter(const Context& context, const Token* at, Reading& reading);

// bare_units.cc: units that stand alone.
bool read_bare_unit(const Context& context, const Token* at, Reading& reading);
bool read_another(const Context& context, const Token* at, Reading& reading);

// ended_periods.cc: "the year to March".
bool read_period_to(const Context& context, const Token* at, Reading& reading);

// durations.cc: "three days", "two years ago", "10-minute".
bool read_duration(const Context& context, const Token* at, Reading& reading);

// sets.cc: "every Friday", "daily", "twice a year".
bool read_every(const Context& context, const Token* at, Reading& reading);
bool read_adverb(const Context& context, const Token* at, Reading& reading);
bool read_per(const Context& context, const Token* at, Reading& reading);

/// TIMEX3 of the parts of a day, by DayPart.
inline constexpr std::string_view kDayPartCodes[] = {"TMO", "TAF", "TEV", "TNI",
                                                     "TMO", "TEV", "TNI"};

// clock_times.cc: times of the clock.
bool read_clock(const Context& context, const Token* at, Reading& reading);
bool read_noon(const Context& context, const Token* at, Reading& reading);
bool read_past_hour(const Context& context, const Token* at, Reading& reading);

// day_parts.cc: parts of the day.
bool read_day_part(const Context& context, const Token* at, Reading& reading);
bool read_small_hours(const Context& context, const Token* at, Reading& reading);
/// Makes a day that `reading` holds a time, if a time of the clock or a part of the day
/// follows: "Friday night", "Saturday at 10 a.m.".
void add_time(const Context& context, Reading& reading);

// named_days.cc: Christmas, Easter, Thanksgiving.
bool read_named_day(const Context& context, const Token* at, Reading& reading);

// vague_dates.cc: "now", "recently", "soon".
bool read_reference(const Context& context, const Token* at, Reading& reading);

}  // namespace dateline::dates
