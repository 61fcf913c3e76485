#include "index/publication/body_bounds.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/publication/told_tense.h"
#include "index/publication/words.h"

namespace dateline::publication {
namespace {

constexpr std::size_t kBytesBefore = 110;
constexpr std::size_t kBytesBehind = 70;
constexpr int kFirstYear = 1500;

// Where a sentence is cut, roughly: what stands before counts for little.
bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return at + 1 < text.size() && text[at + 1] == '\n';
  if (c == ';') return true;
  if (c != '.' && c != '!' && c != '?') return false;
  if (at < 3 || at + 3 >= text.size()) return false;
  const bool quoted = text[at + 1] == '"';  // Said and done.
  const char next = text[at + (quoted ? 2 : 1)];
  const bool blank = next == ' ' || next == '\n';
  const bool word = text[at - 1] >= 'a' && text[at - 1] <= 'z' && text[at - 2] != '.' &&
                    text[at - 2] != ' ';
  const bool number = is_digit(text[at - 1]) && is_digit(text[at - 2]);
  return blank && (word || number);
}

std::string_view before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kBytesBefore && !ends_sentence(text, begin - 1)) {
    --begin;
  }
  return text.substr(begin, at - begin);
}

std::string_view behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kBytesBehind && !ends_sentence(text, end))
    ++end;
  return text.substr(at, end - at);
}

bool has_any(std::string_view lower, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return has_word(lower, word); });
}

// Before a date: what is to come.
constexpr auto kAheadBefore = std::to_array<std::string_view>(
    {"will",         "would",        "shall",       "could",       "might",
     "should",       "beyond",       "next",        "plan",        "plans",
     "planned",      "planning",     "schedule",    "scheduled",   "due",
     "expect",       "expects",      "expected",    "expecting",   "forecast",
     "forecasts",    "projected",    "projects",    "projection",  "projections",
     "target",       "targets",      "targeted",    "goal",        "aim",
     "aims",         "aimed",        "hope",        "hopes",       "hoped",
     "hoping",       "intends",      "intend",      "pledged",     "pledge",
     "promised",     "promise",      "proposed",    "proposes",    "deadline",
     "expire",       "expires",      "expiring",    "maturing",    "matures",
     "mature",       "maturity",     "upcoming",    "coming",      "ahead",
     "future",       "bid",          "bidding",     "host",        "hosting",
     "estimate",     "estimates",    "predict",     "predicts",    "predicted",
     "likely",       "effective",    "payable",     "budget",      "fiscal",
     "candidate",    "candidates",   "prepare",     "preparing",   "prepares",
     "wants",        "want",         "term",        "vision",      "agenda",
     "outlook",      "guidance",     "extended",    "extend",      "extends",
     "extension",    "postponed",    "delayed",     "delay",       "rescheduled",
     "election",     "elections",    "runs",        "lasts",       "last until",
     "qualify",      "qualified",    "qualifying",  "book",        "novel",
     "film",         "set in",       "set for",     "set to",      "agreed",
     "agree",        "in time for",  "as early as", "as late as",  "phase out",
     "phased out",   "vowed",        "unless",      "dividend",    "bonds",
     "notes",        "coupon",       "debentures",  "convertible", "callable",
     "year ending",  "decrease in",  "increase in", "rise in",     "growth in",
     "earnings for", "for all of",   "slash",       "decision",    "calls for",
     "is thought",   "last of them", "allow",       "committed",   "commits",
     "supposed",     "warrants",     "warrant",     "bond",        "loan",
     "loans",        "interest",     "pct",         "yield",       "subscription",
     "expiration",   "tranche",      "tap",         "provision",   "retires",
     "retire",       "running",      "prices at",   "mail date",   "record date",
     "split",        "option",       "on track",    "earmarked",   "intention",
     "intentions",   "set aside",    "right to",    "entitled",    "provides for",
     "provide for",  "delivery",     "shipment",    "issuance",    "authorized",
     "required to",  "ordered to",   "imposed for", "no earlier",  "no later"});

// Right before a date: a term.
constexpr auto kTermWords =
    std::to_array<std::string_view>({"by", "until", "till", "through"});

// Right before a date.
constexpr auto kOpeningWords = std::to_array<std::string_view>(
    {"beginning", "starting", "commencing", "ending", "between", "delivery", "prior",
     "and after", "or after"});
constexpr auto kTimePrepositions = std::to_array<std::string_view>(
    {"in", "since", "during", "early", "late", "mid", "around", "about", "circa"});

// Right before a day of no event: "moved to March 1".
constexpr auto kNoDaysOfEvents =
    std::to_array<std::string_view>({"to", "for", "before", "until", "till", "by",
                                     "through", "than", "beyond", "a", "an"});

// Behind a date: what it names is of the time to come.
constexpr auto kAheadBehind = std::to_array<std::string_view>(
    {"olympics",      "olympic",   "games",     "world cup",  "euro",
     "election",      "elections", "budget",    "season",     "campaign",
     "presidential",  "race",      "deadline",  "target",     "goal",
     "goals",         "will",      "forecast",  "outlook",    "agenda",
     "plan",          "edition",   "model",     "crop",       "delivery",
     "contract",      "futures",   "bonds",     "notes",      "fiscal",
     "estimate",      "estimates", "earnings",  "convention", "championship",
     "championships", "primary",   "primaries", "ballot",     "cup",
     "tournament",    "draft",     "would",     "should",     "expected",
     "decision",      "internal",  "tax",       "pay",        "revenue",
     "production",    "output",    "harvest"});

// A promise of the text itself: only what is certain.
constexpr auto kPromised =
    std::to_array<std::string_view>({"will", "expires", "shall"});
constexpr auto kNoPromises = std::to_array<std::string_view>(
    {"than", "as", "from", "would", "since", "said", "was", "that", "a will",
     "the will", "his will", "her will", "their will", "last will", "own will",
     "free will"});

std::optional<Date> calendar_date(const DateMention& mention) {
  if (mention.type != DateType::kDate) return std::nullopt;
  return parse_date(mention.value);
}

std::string last_words(std::string_view text, std::size_t most) {
  std::string_view words = trimmed(text);
  std::size_t at = words.size();
  for (; at > 0; --at)
    if (words[at - 1] == ' ' && --most == 0) break;
  return std::string(words.substr(at));
}

// "in 1991", "since 1991": when it happened. "The 1991 election", "for 1991", "moved to
// 1991" and "beginning in 1991" may all be said before the year; of days, "by March 1".
bool tells_when(std::string_view text, const DateMention& mention) {
  const std::string words = lowered(last_words(before(text, mention.begin), 2));
  if (has_any(words, kOpeningWords)) return false;
  const std::string last = last_words(words, 1);
  if (mention.precision == DatePrecision::kDay) return !has_any(last, kNoDaysOfEvents);
  return has_any(last, kTimePrepositions);
}

// Whether the year is written with the date: one that is taken from another date, "a
// month later", is only as sure as both.
bool has_own_year(std::string_view text, const DateMention& mention, Date date) {
  const std::string_view words =
      text.substr(mention.begin, mention.end - mention.begin);
  // "IN-2000" is the name of a thing.
  const bool joined = mention.begin > 0 && text[mention.begin - 1] == '-';
  return !joined && words.find(std::to_string(date.year)) != words.npos;
}

Past told_by_verbs(std::string_view text, const DateMention& mention) {
  return told_past(before(text, mention.begin), behind(text, mention.end));
}

// A date that is likely past, and the first day of the article if it is.
struct PastDate {
  Date limit{};
  Past past = Past::kUntold;
  const DateMention* mention = nullptr;
};

PastDate past_date(std::string_view text, const DateMention& mention, Date date) {
  if (!has_own_year(text, mention, date) || !tells_when(text, mention)) return {};
  const Past past = told_by_verbs(text, mention);
  if (past == Past::kUntold) return {};
  return {first_day(date), past, &mention};
}

// The latest of them. One that is alone years after all others, and not surely past, is
// of a plan or of a story.
PastDate latest_past(std::vector<PastDate> dates) {
  constexpr int kMostYearsApart = 3;
  std::ranges::stable_sort(dates, std::ranges::greater(), &PastDate::limit);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool year = dates[i].mention->precision == DatePrecision::kYear;
    if (dates[i].past == Past::kTold || (dates[i].past == Past::kLikely && !year)) {
      return dates[i];
    }
    const bool alone = i + 1 == dates.size() ||
                       dates[i].limit.year - dates[i + 1].limit.year > kMostYearsApart;
    if (!alone) return dates[i];
  }
  return {};
}

Date promised_limit(std::string_view text, const DateMention& mention, Date date) {
  constexpr std::size_t kNear = 60;
  if (precision(date) == DatePrecision::kYear) return {};
  std::string words = lowered(before(text, mention.begin));
  if (words.size() > kNear) words.erase(0, words.size() - kNear);
  const bool promised = has_any(words, kPromised) && !has_any(words, kNoPromises);
  return promised && told_by_verbs(text, mention) == Past::kUntold ? last_day(date)
                                                                   : Date{};
}

// Whether the words around it speak of a day to come.
bool is_ahead(std::string_view text, const DateMention& mention) {
  const std::string_view words = before(text, mention.begin);
  return has_any(lowered(words), kAheadBefore) ||
         has_any(lowered(last_words(words, 1)), kTermWords) ||
         has_any(lowered(behind(text, mention.end)), kAheadBehind);
}

std::string surface(std::string_view text, const DateMention& mention) {
  return quoted(text.substr(mention.begin, mention.end - mention.begin));
}

}  // namespace

BodyBounds bounds_of_dates(std::string_view text, std::span<const DateMention> dates) {
  BodyBounds bounds;
  std::vector<PastDate> past;
  std::vector<Date> ahead;
  for (const DateMention& mention : dates) {
    if (!gives_facets(mention.region)) continue;
    const auto date = calendar_date(mention);
    if (!date || date->year < kFirstYear) continue;
    if (is_ahead(text, mention)) {
      ahead.push_back(first_day(*date));
    } else if (const PastDate found = past_date(text, mention, *date); found.limit) {
      past.push_back(found);
    }
    const Date promised = promised_limit(text, mention, *date);
    if (promised && (!bounds.not_after || promised < bounds.not_after.day)) {
      bounds.not_after = {promised,
                          "It speaks of " + surface(text, mention) + " as to come."};
    }
  }
  // What is once told as to come is not past elsewhere.
  std::erase_if(past, [&](const PastDate& date) {
    return std::ranges::find(ahead, date.limit) != ahead.end();
  });
  const PastDate latest = latest_past(std::move(past));
  if (latest.limit) {
    bounds.not_before = {
        latest.limit, "It speaks of " + surface(text, *latest.mention) + " as past."};
  }
  // A promise of old days is history.
  if (bounds.not_after.day < bounds.not_before.day || !bounds.not_before) {
    bounds.not_after = {};
  }
  return bounds;
}

}  // namespace dateline::publication
