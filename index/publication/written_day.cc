#include "index/publication/written_day.h"

#include <algorithm>
#include <array>
#include <string>

#include "index/publication/words.h"

namespace dateline::publication {
namespace {

struct MonthName {
  std::string_view name;
  int month;
};

// English, German, French, Spanish, Russian (as it stands behind a day).
constexpr auto kMonths =
    std::to_array<MonthName>({{"january", 1},
                              {"february", 2},
                              {"march", 3},
                              {"april", 4},
                              {"may", 5},
                              {"june", 6},
                              {"july", 7},
                              {"august", 8},
                              {"september", 9},
                              {"october", 10},
                              {"november", 11},
                              {"december", 12},
                              {"jan", 1},
                              {"feb", 2},
                              {"mar", 3},
                              {"apr", 4},
                              {"jun", 6},
                              {"jul", 7},
                              {"aug", 8},
                              {"sep", 9},
                              {"sept", 9},
                              {"oct", 10},
                              {"nov", 11},
                              {"dec", 12},
                              {"januar", 1},
                              {"februar", 2},
                              {"m\u00E4rz", 3},
                              {"mai", 5},
                              {"juni", 6},
                              {"juli", 7},
                              {"oktober", 10},
                              {"dezember", 12},
                              {"janvier", 1},
                              {"f\u00E9vrier", 2},
                              {"mars", 3},
                              {"avril", 4},
                              {"juin", 6},
                              {"juillet", 7},
                              {"ao\u00FBt", 8},
                              {"septembre", 9},
                              {"octobre", 10},
                              {"novembre", 11},
                              {"d\u00E9cembre", 12},
                              {"enero", 1},
                              {"febrero", 2},
                              {"marzo", 3},
                              {"abril", 4},
                              {"mayo", 5},
                              {"junio", 6},
                              {"julio", 7},
                              {"agosto", 8},
                              {"septiembre", 9},
                              {"octubre", 10},
                              {"noviembre", 11},
                              {"diciembre", 12},
                              {"\u044F\u043D\u0432\u0430\u0440\u044F", 1},
                              {"\u0444\u0435\u0432\u0440\u0430\u043B\u044F", 2},
                              {"\u043C\u0430\u0440\u0442\u0430", 3},
                              {"\u0430\u043F\u0440\u0435\u043B\u044F", 4},
                              {"\u043C\u0430\u044F", 5},
                              {"\u0438\u044E\u043D\u044F", 6},
                              {"\u0438\u044E\u043B\u044F", 7},
                              {"\u0430\u0432\u0433\u0443\u0441\u0442\u0430", 8},
                              {"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F", 9},
                              {"\u043E\u043A\u0442\u044F\u0431\u0440\u044F", 10},
                              {"\u043D\u043E\u044F\u0431\u0440\u044F", 11},
                              {"\u0434\u0435\u043A\u0430\u0431\u0440\u044F", 12}});

int month_of(std::string_view word) {
  constexpr std::size_t kLongest = 24;
  if (word.size() > kLongest) return 0;
  const std::string lower = lowered(word);
  for (const MonthName& month : kMonths)
    if (month.name == lower) return month.month;
  return 0;
}

// Capitals, for "est" and "et" are words of other languages.
bool is_time_zone(std::string_view word) {
  constexpr auto kZones = std::to_array<std::string_view>(
      {"EST", "EDT", "ET",  "CST",  "CDT", "CT",  "MST",  "MDT", "PST",
       "PDT", "PT",  "GMT", "UTC",  "BST", "CET", "CEST", "EET", "MSK",
       "IST", "JST", "HKT", "AEST", "HRS", "hrs", "hours"});
  return std::ranges::find(kZones, word) != kZones.end();
}

constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2100;

// Reads one day at a place.
class DayReader {
 public:
  DayReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // Begins with a digit.
  std::optional<WrittenDay> read_number() {
    const std::size_t begin = at_;
    const std::size_t digits = digits_at(text_, at_, 5);
    const int number = number_of(text_.substr(at_, digits));
    at_ += digits;
    if (digits == 4) return read_year_first(begin, number);
    if (digits > 2) return std::nullopt;
    if (const auto day = read_dotted(begin, number)) return day;
    skip_ordinal();
    if (!skip_blanks()) return std::nullopt;
    skip_word("de");
    skip_word("of");
    const int month = month_of(take_letters());
    if (month == 0) return std::nullopt;
    const std::size_t end = at_;
    skip_mark();
    skip_blanks();
    skip_word("de");
    return made(begin, end, take_year(), month, number);
  }

  // Begins with a letter.
  std::optional<WrittenDay> read_month() {
    const std::size_t begin = at_;
    const std::string_view word = take_letters();
    skip_mark();
    if (!skip_blanks()) return std::nullopt;
    const std::size_t digits = digits_at(text_, at_, 3);
    if (digits == 0 || digits > 2) return std::nullopt;
    const int month = month_of(word);  // Few words get here.
    if (month == 0) return std::nullopt;
    const int day = number_of(text_.substr(at_, digits));
    at_ += digits;
    skip_ordinal();
    if (at_ < text_.size() && (text_[at_] == ':' || text_[at_] == '%')) {
      return std::nullopt;
    }
    const std::size_t end = at_;
    if (at_ < text_.size() && text_[at_] == ',') ++at_;
    skip_blanks();
    return made(begin, end, take_year(), month, day);
  }

 private:
  std::optional<WrittenDay> made(std::size_t begin, std::size_t end, int year,
                                 int month, int day) const {
    const bool written = year >= kFirstYear && year <= kLastYear;
    const Date date{written ? year : 0, month, day};
    // A leap year stands for an unwritten one.
    const Date checked{written ? year : 2000, month, day};
    if (day == 0 || !is_valid(checked)) return std::nullopt;
    return WrittenDay{begin, written ? at_ : end, date};
  }

  // 2023-03-02, 2023/03/02, 2023.03.02
  std::optional<WrittenDay> read_year_first(std::size_t begin, int year) {
    if (at_ >= text_.size()) return std::nullopt;
    const char mark = text_[at_];
    if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
    const std::size_t months = digits_at(text_, at_ + 1, 3);
    const std::size_t behind = at_ + 1 + months;
    if (months == 0 || months > 2 || behind >= text_.size() || text_[behind] != mark) {
      return std::nullopt;
    }
    const std::size_t days = digits_at(text_, behind + 1, 3);
    if (days == 0 || days > 2 || year < kFirstYear) return std::nullopt;
    const int month = number_of(text_.substr(at_ + 1, months));
    const int day = number_of(text_.substr(behind + 1, days));
    at_ = behind + 1 + days;
    return month == 0 ? std::nullopt : made(begin, at_, year, month, day);
  }

  // 02.03.2023: with dots the day comes first.
  std::optional<WrittenDay> read_dotted(std::size_t begin, int day) {
    if (at_ >= text_.size() || text_[at_] != '.') return std::nullopt;
    const std::size_t months = digits_at(text_, at_ + 1, 2);
    const std::size_t behind = at_ + 1 + months;
    if (months == 0 || behind >= text_.size() || text_[behind] != '.') {
      return std::nullopt;
    }
    if (digits_at(text_, behind + 1, 5) != 4) return std::nullopt;
    const int month = number_of(text_.substr(at_ + 1, months));
    const int year = number_of(text_.substr(behind + 1, 4));
    if (month == 0 || year < kFirstYear) return std::nullopt;
    at_ = behind + 5;
    return made(begin, at_, year, month, day);
  }

  std::string_view take_letters() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // 0 where there is none: "1600 EST" is a time.
  int take_year() {
    if (digits_at(text_, at_, 5) != 4 || is_time_zone(word_behind(at_ + 4))) return 0;
    const int year = number_of(text_.substr(at_, 4));
    at_ += 4;
    return year;
  }

  // The word after the blanks at `at`.
  std::string_view word_behind(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    std::size_t end = at;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    return text_.substr(at, end - at);
  }

  void skip_ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "."}) {
      const std::string_view rest = text_.substr(at_);
      const bool alone =
          rest.size() <= ending.size() || !is_letter(rest[ending.size()]);
      if (rest.starts_with(ending) && alone) {
        at_ += ending.size();
        return;
      }
    }
  }

  void skip_mark() {
    if (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ',')) ++at_;
  }

  bool skip_blanks() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && at_ < begin + 4 &&
           (text_[at_] == ' ' || text_[at_] == '-' || text_[at_] == '\n')) {
      ++at_;
    }
    return at_ != begin;
  }

  void skip_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return;
    if (at_ + word.size() >= text_.size() || text_[at_ + word.size()] != ' ') return;
    at_ += word.size() + 1;
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::optional<WrittenDay> find_written_day(std::string_view text, std::size_t from) {
  bool in_word = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool word = is_letter(text[at]) || is_digit(text[at]);
    if (word && !in_word) {
      DayReader reader(text, at);
      const auto day = is_digit(text[at]) ? reader.read_number() : reader.read_month();
      if (day) return day;
    }
    in_word = word;
  }
  return std::nullopt;
}

int weekday_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (word == kDays[i] || word == kDays[i].substr(0, 3))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace dateline::publication
