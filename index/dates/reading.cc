#include "index/dates/reading.h"

#include <algorithm>

namespace dateline::dates {
namespace {

// Whether a place stands within a quotation of its paragraph. A paragraph that begins
// too far before tells nothing by its straight quotation marks.
bool is_quoted(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 1000;
  const std::size_t from = at > kReach ? at - kReach : 0;
  auto before = text.substr(from, at - from);
  const std::size_t line = before.rfind('\n') + 1;
  before.remove_prefix(line);
  const std::size_t opened = before.rfind("\xE2\x80\x9C");
  const std::size_t closed = before.rfind("\xE2\x80\x9D");
  if (opened != before.npos) return closed == before.npos || closed < opened;
  return (from == 0 || line != 0) &&
         std::count(before.begin(), before.end(), '"') % 2 == 1;
}

}  // namespace

bool has_sentence_end(std::string_view text) {
  for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at + 1))
    if (at < 2 || text[at - 2] != '.' || (text[at - 1] | 0x20) != 'm') return true;
  return false;
}

Date Context::day_of_speech(const Token& at) const {
  const bool yesterday = story.recent && story.recent < reference;
  return yesterday && is_quoted(text, at.begin) ? story.recent : reference;
}

bool Context::has_letters(const Token& token, std::string_view word) const {
  const auto own = surface(token);
  for (std::size_t i = 0; i < own.size(); ++i) {
    const char c =
        own[i] >= 'A' && own[i] <= 'Z' ? static_cast<char>(own[i] | 0x20) : own[i];
    if (c != word[i]) return false;
  }
  return true;
}

Date Context::main_day() const {
  std::size_t best = 0;
  for (std::size_t days = 1; days < story.named.size(); ++days)
    if (story.named[days] > story.named[best]) best = days;
  return reference ? day_after(reference, -static_cast<int>(best)) : Date{};
}

Date Context::day_of_time(const Token& at) const {
  constexpr std::uint32_t kNear = 200;
  if (!reference || !story.day) return story.day ? story.day : reference;
  if (at.begin - story.day_at > kNear) return main_day();
  const auto between = text.substr(story.day_at, at.begin - story.day_at);
  if (between.find('\n') != between.npos) return main_day();
  // A day to come leads its own sentence only.
  const bool ended = has_sentence_end(between);
  return story.day > reference && ended ? main_day() : story.day;
}

bool Context::is_next_day(Date day, int minute) const {
  constexpr int kSmallHours = 4 * 60;
  if (!reference || !day || day >= reference || minute >= kSmallHours) return false;
  return day == story.day ? story.is_evening : day_after(day, 1) == reference;
}

bool Context::is_in_name(const Token& token) const {
  constexpr int kReach = 8;
  if (!token.capital || token.capitals || token.gap != Gap::kSpace ||
      starts_line(token))
    return false;
  const auto is_small = [this](const Token& word) {
    return word.is(Kind::kNone) && !word.capital && word.end - word.begin > 3 &&
           text[word.begin] >= 'a';
  };
  const auto begins = [this](const Token& word) {
    return word.gap == Gap::kStop || word.is(Kind::kEnd) || starts_line(word);
  };
  const Token* at = &token;
  for (int i = 1; i < kReach && !begins(at[1 - i]); ++i)
    if (is_small(at[-i])) return true;
  for (int i = 1; i < kReach && !begins(at[i]); ++i)
    if (is_small(at[i])) return true;
  return false;
}

bool set_period(Reading& reading, const Token* end, Period period,
                std::string_view rule, Date anchor) {
  if (!period || !is_valid(period.first)) return false;
  reading.end = end;
  reading.period = period;
  reading.value = value_of(period);
  reading.range = range_of(period);
  reading.precision = precision_of(period.grain);
  reading.rule = rule;
  reading.anchor = anchor;
  return true;
}

bool set_unresolved(Reading& reading, const Token* end, Grain grain,
                    std::string_view rule, std::string value) {
  reading.end = end;
  reading.value = std::move(value);
  reading.precision = precision_of(grain);
  reading.rule = rule;
  reading.score = 0.5;
  return true;
}

bool set_value(Reading& reading, const Token* end, DateType type, std::string value,
               std::string_view rule) {
  reading.end = end;
  reading.type = type;
  reading.value = std::move(value);
  reading.rule = rule;
  return true;
}

bool set_interval(Reading& reading, const Token* end, Period first, Period last,
                  std::string_view rule, Date anchor) {
  if (!last || !is_valid(last.first) || last.first <= first.first) return false;
  if (!set_period(reading, end, first, rule, anchor)) return false;
  reading.value += '/' + value_of(last);
  reading.range.last = range_of(last).last;
  return true;
}

}  // namespace dateline::dates
