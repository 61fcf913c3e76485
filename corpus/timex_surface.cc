// Whether a date's words and its value say the same.

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>

#include "corpus/gold_words.h"
#include "corpus/timex.h"

namespace dateline::corpus {
namespace {

using std::string_view;
using std::chrono::sys_days;

constexpr string_view kMonths[] = {"january",   "february", "march",    "april",
                                   "may",       "june",     "july",     "august",
                                   "september", "october",  "november", "december"};
constexpr string_view kWeekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                     "thursday", "friday", "saturday"};
constexpr string_view kPartsOfDay[] = {
    "on",       "morning", "afternoon", "evening", "night", "at",   "noon",
    "midnight", "midday",  "early",     "late",    "dawn",  "dusk", "about"};

struct Token {
  std::string text;  // In lower case.
  char before;       // The characters around it; '\0' at the ends.
  char after;

  bool is_number() const { return text[0] >= '0' && text[0] <= '9'; }
  int number() const { return text.size() > 4 ? -1 : std::atoi(text.c_str()); }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Runs of digits and runs of letters: "2nd" is "2" and "nd".
std::vector<Token> tokens_of(string_view surface) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < surface.size();) {
    const bool digits = is_digit(surface[at]);
    if (!digits && !is_letter(surface[at])) {
      ++at;
      continue;
    }
    const auto begin = at;
    std::string text;
    while (at < surface.size() &&
           (digits ? is_digit(surface[at]) : is_letter(surface[at]))) {
      const char c = surface[at++];
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    tokens.push_back({std::move(text), begin == 0 ? '\0' : surface[begin - 1],
                      at == surface.size() ? '\0' : surface[at]});
  }
  return tokens;
}

/// Index of the full word or of its abbreviation by three letters or more; -1 if none.
template <std::size_t N>
int index_of(string_view word, const string_view (&words)[N]) {
  if (word.size() < 3) return -1;
  const auto found =
      std::find_if(std::begin(words), std::end(words), [word](string_view full) {
        return full == word || (word.size() <= 5 && full.starts_with(word));
      });
  return found == std::end(words) ? -1 : static_cast<int>(found - std::begin(words));
}

/// What an expression says outright.
struct Said {
  std::vector<unsigned> weekdays;  // 0 is Sunday.
  std::vector<unsigned> months;
  std::vector<unsigned> days;  // Of a month that is said too.
  std::vector<int> years;
  std::vector<unsigned> numeric;     // The 3 and 2 of 3/2/2023.
  std::vector<std::string> decades;  // The 199 of 1990s.
  bool any_of_them = false;          // "a Friday"
  bool recurrent = false;            // "Fridays"
  bool bare_weekday = false;         // Nothing but a weekday and a part of the day.
  bool whole_month = false;          // Nothing but a month, perhaps with its year.
};

/// A number that may be a day of the month: not of a clock, of a year or of a count.
bool may_be_day(const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  const int value = token.number();
  if (value < 1 || value > 31 || token.text.size() > 2) return false;
  if (token.before == ':' || token.after == ':' || token.before == '\'') return false;
  if (token.before == '/' || token.after == '/') return false;
  const auto next = i + 1 < tokens.size() ? tokens[i + 1].text : std::string();
  if ((token.after == '.' && i + 1 < tokens.size() && tokens[i + 1].is_number()) ||
      (token.before == '.' && i > 0 && tokens[i - 1].is_number())) {
    return false;
  }
  for (const char* other :
       {"a", "p", "am", "pm", "hours", "h", "o", "past", "to", "gmt", "minutes", "days",
        "weeks", "months", "years", "hrs"}) {
    if (next == other && !(next == "to" && token.after == ' ')) return false;
  }
  return i == 0 || !tokens[i - 1].is_number() || tokens[i - 1].text.size() != 4;
}

bool is_year(const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.text.size() != 4 || token.number() < 1000 || token.number() > 2999) {
    return false;
  }
  const auto next = i + 1 < tokens.size() ? string_view(tokens[i + 1].text) : "";
  for (const string_view unit : {"gmt", "hours", "hrs", "utc", "local", "days", "years",
                                 "h", "bc", "s", "months", "weeks", "minutes"}) {
    if (next == unit) return false;
  }
  return true;
}

bool is_decade(const std::vector<Token>& tokens, std::size_t i) {
  return tokens[i].text.size() == 4 && tokens[i].text[3] == '0' &&
         tokens[i].after == 's' && tokens[i + 1].text == "s";
}

/// "18.12.2020", "3/2/2023": the two numbers before a year.
void note_numeric_day(const std::vector<Token>& tokens, std::size_t i, Said& said) {
  if (i < 2) return;
  const char separator = tokens[i].before;
  if (separator != '.' && separator != '/') return;
  for (const std::size_t j : {i - 2, i - 1}) {
    if (!tokens[j].is_number() || tokens[j].text.size() > 2 ||
        tokens[j].after != separator) {
      return;
    }
  }
  said.numeric = {static_cast<unsigned>(tokens[i - 2].number()),
                  static_cast<unsigned>(tokens[i - 1].number())};
}

/// Notes a year, a decade or a day of the month.
void note_number(const std::vector<Token>& tokens, std::size_t i, Said& said) {
  if (is_year(tokens, i)) {
    said.years.push_back(tokens[i].number());
    note_numeric_day(tokens, i, said);
  } else if (is_decade(tokens, i)) {
    said.decades.push_back(tokens[i].text.substr(0, 3));
  } else if (may_be_day(tokens, i)) {
    said.days.push_back(static_cast<unsigned>(tokens[i].number()));
  }
}

/// Notes a month or a weekday.
void note_word(string_view word, Said& said) {
  said.any_of_them |= word == "a" || word == "one";
  const int month = index_of(word, kMonths);
  const int weekday = index_of(word, kWeekdays);
  if (month >= 0) said.months.push_back(static_cast<unsigned>(month) + 1);
  if (weekday >= 0) {
    said.weekdays.push_back(static_cast<unsigned>(weekday));
  } else if (word.ends_with('s')) {
    said.recurrent |= index_of(word.substr(0, word.size() - 1), kWeekdays) >= 0;
  }
}

bool is_bare(const Token& token) {
  return !token.is_number() &&
         (index_of(token.text, kWeekdays) >= 0 ||
          std::find(std::begin(kPartsOfDay), std::end(kPartsOfDay), token.text) !=
              std::end(kPartsOfDay));
}

Said what_is_said(string_view surface) {
  const std::vector<Token> tokens = tokens_of(surface);
  Said said;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_number()) {
      note_number(tokens, i, said);
    } else {
      note_word(tokens[i].text, said);
    }
  }
  if (said.months.empty()) said.days.clear();
  said.bare_weekday =
      said.weekdays.size() == 1 && std::all_of(tokens.begin(), tokens.end(), is_bare);
  said.whole_month = said.months.size() == 1 && tokens.size() == 1 + said.years.size();
  return said;
}

sys_days day_of(const TimexPoint& point) {
  return sys_days(std::chrono::year(point.year) / std::chrono::month(point.month) /
                  std::chrono::day(point.day));
}

int two_digits(string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

struct Clock {
  int hour;
  int minute;
  char half;  // 'a' or 'p' of a.m. and p.m.; '\0' if not said.
};

/// "9.25pm", "15:00", "9 a.m."; nullopt if nothing so plain is said.
std::optional<Clock> clock_said(string_view surface) {
  const std::vector<Token> tokens = tokens_of(surface);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& hour = tokens[i];
    if (!hour.is_number() || hour.text.size() > 2) continue;
    const bool minutes = i + 1 < tokens.size() && tokens[i + 1].is_number() &&
                         tokens[i + 1].text.size() == 2 &&
                         (hour.after == ':' || hour.after == '.') &&
                         tokens[i + 1].before == hour.after;
    const std::size_t next = i + (minutes ? 2 : 1);
    const string_view half = next < tokens.size() ? string_view(tokens[next].text) : "";
    const bool has_half = half == "am" || half == "pm" || half == "a" || half == "p";
    if (!minutes && !has_half) continue;
    return Clock{hour.number(), minutes ? tokens[i + 1].number() : 0,
                 has_half ? half[0] : '\0'};
  }
  return std::nullopt;
}

/// Compares one expression with its value.
class Comparison {
 public:
  Comparison(string_view surface, const Timex& timex,
             std::chrono::year_month_day published)
      : surface_(surface),
        timex_(timex),
        published_(published),
        points_(points_of(timex)),
        said_(what_is_said(surface)) {}

  std::string result() const {
    if (!decades().empty()) return decades();
    if (points_.empty() || points_[0].year == 0 || said_.recurrent) return {};
    for (const auto check :
         {&Comparison::years, &Comparison::months, &Comparison::days,
          &Comparison::weekdays, &Comparison::numeric_day, &Comparison::iso_day,
          &Comparison::nearness, &Comparison::day_beside, &Comparison::whole_month,
          &Comparison::clock}) {
      std::string sentence = (this->*check)();
      if (!sentence.empty()) return sentence;
    }
    return {};
  }

 private:
  std::string differs(string_view what) const {
    return in_quotes(surface_) + " and its value " + in_quotes(timex_.value) +
           " differ in " + std::string(what) + '.';
  }

  template <typename Number, typename Of>
  bool each_is_an_end(const std::vector<Number>& numbers, Of of) const {
    return std::all_of(numbers.begin(), numbers.end(), [&](Number number) {
      return std::any_of(points_.begin(), points_.end(),
                         [&](const TimexPoint& point) { return of(point) == number; });
    });
  }

  std::string decades() const {
    if (timex_.type != TimexType::date || said_.decades.size() != 1) return {};
    return timex_.value.starts_with(said_.decades[0].substr(0, timex_.value.size()))
               ? ""
               : differs("the decade");
  }

  std::string whole_month() const {
    return said_.whole_month && has_day() ? differs("length") : "";
  }

  bool has_day() const { return points_[0].day != 0; }

  std::string years() const {
    const auto year = [](const TimexPoint& point) { return point.year; };
    return each_is_an_end(said_.years, year) ? "" : differs("the year");
  }

  std::string months() const {
    if (points_[0].month == 0) return {};
    const auto month = [](const TimexPoint& point) { return point.month; };
    return each_is_an_end(said_.months, month) ? "" : differs("the month");
  }

  std::string days() const {
    if (points_[0].month == 0) return {};
    const auto day = [](const TimexPoint& point) { return point.day; };
    return each_is_an_end(said_.days, day) ? "" : differs("the day");
  }

  std::string weekdays() const {
    if (said_.weekdays.empty()) return {};
    if (!has_day()) {  // "a Friday in April" may well be any.
      return points_[0].month == 0 || said_.any_of_them ? "" : differs("the weekday");
    }
    const auto weekday = [](const TimexPoint& point) {
      return std::chrono::weekday(day_of(point)).c_encoding();
    };
    return each_is_an_end(said_.weekdays, weekday) ? "" : differs("the weekday");
  }

  std::string numeric_day() const {
    if (said_.numeric.empty() || !has_day()) return {};
    const unsigned month = points_[0].month;
    const unsigned day = points_[0].day;
    const bool same = said_.numeric == std::vector<unsigned>{day, month} ||
                      said_.numeric == std::vector<unsigned>{month, day};
    return same ? "" : differs("the day");
  }

  std::string iso_day() const {
    const auto iso = parse_timex(surface_);
    if (!iso || surface_.size() != 10 || surface_[4] != '-') return {};
    return timex_.value.starts_with(surface_) ? "" : differs("the day");
  }

  /// Whether the value, or an end of it, lies from `first` to `last` days behind the
  /// day of publication.
  bool lies_within(long first, long last) const {
    return std::any_of(points_.begin(), points_.end(), [&](const TimexPoint& point) {
      const long days = (day_of(point) - sys_days(published_)).count();
      return first <= days && days <= last;
    });
  }

  std::string nearness() const {
    if (!said_.bare_weekday || !has_day() || !published_.ok()) return {};
    if (lies_within(-7, 7)) return {};
    return in_quotes(surface_) + " is more than a week from the day of publication.";
  }

  std::string day_beside() const {
    if (!has_day() || !published_.ok()) return {};
    struct {
      string_view word;
      long days;
    } const words[] = {
        {"yesterday", -1}, {"today", 0}, {"tonight", 0}, {"tomorrow", 1}};
    for (const Token& token : tokens_of(surface_)) {
      for (const auto& [word, days] : words) {
        if (token.text == word && !lies_within(days, days)) {
          return in_quotes(surface_) + " is not " + timex_.value +
                 " by the day of publication.";
        }
      }
    }
    return {};
  }

  std::string clock() const {
    if (timex_.type != TimexType::time || points_.size() != 1) return {};
    const string_view time =
        string_view(timex_.value).substr(timex_.value.find('T') + 1);
    const auto said = clock_said(surface_);
    if (!said || !is_digit(time[0])) return {};
    const int hour = two_digits(time) % 24;
    const int minute = time.size() < 5 ? 0 : two_digits(time.substr(3));
    const bool same_hour = hour % 12 == said->hour % 12 &&
                           (said->half == '\0' || (said->half == 'p') == (hour >= 12));
    return same_hour && said->minute == minute ? "" : differs("the time of day");
  }

  string_view surface_;
  const Timex& timex_;
  std::chrono::year_month_day published_;
  std::vector<TimexPoint> points_;
  Said said_;
};

}  // namespace

std::string disagreement(string_view surface, const Timex& timex,
                         std::chrono::year_month_day published) {
  return Comparison(surface, timex, published).result();
}

}  // namespace dateline::corpus
