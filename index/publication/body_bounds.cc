#include "index/publication/body_bounds.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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
  if (at < 3 || at + 2 >= text.size()) return false;
  const bool blank = text[at + 1] == ' ' || text[at + 1] == '\n';
  const bool word = text[at - 1] >= 'a' && text[at - 1] <= 'z' && text[at - 2] != '.' &&
                    text[at - 2] != ' ';
  const bool number = is_digit(text[at - 1]) && is_digit(text[at - 2]);
  return blank && (word || number);
}

std::string before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kBytesBefore && !ends_sentence(text, begin - 1)) {
    --begin;
  }
  return lowered(text.substr(begin, at - begin));
}

std::string behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kBytesBehind && !ends_sentence(text, end))
    ++end;
  return lowered(text.substr(at, end - at));
}

bool has_any(std::string_view lower, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return has_word(lower, word); });
}

// Before a date: what is to come.
constexpr auto kAheadBefore = std::to_array<std::string_view>(
    {"will",         "would",       "shall",       "could",        "might",
     "should",       "by",          "until",       "till",         "beyond",
     "next",         "plan",        "plans",       "planned",      "planning",
     "schedule",     "scheduled",   "due",         "expect",       "expects",
     "expected",     "expecting",   "forecast",    "forecasts",    "projected",
     "projects",     "projection",  "projections", "target",       "targets",
     "targeted",     "goal",        "aim",         "aims",         "aimed",
     "hope",         "hopes",       "hoped",       "hoping",       "intends",
     "intend",       "pledged",     "pledge",      "promised",     "promise",
     "proposed",     "proposes",    "deadline",    "expire",       "expires",
     "expiring",     "maturing",    "matures",     "mature",       "maturity",
     "upcoming",     "coming",      "ahead",       "future",       "bid",
     "bidding",      "host",        "hosting",     "estimate",     "estimates",
     "predict",      "predicts",    "predicted",   "likely",       "effective",
     "payable",      "budget",      "fiscal",      "candidate",    "candidates",
     "prepare",      "preparing",   "prepares",    "wants",        "want",
     "term",         "vision",      "agenda",      "outlook",      "guidance",
     "extended",     "extend",      "extends",     "extension",    "postponed",
     "delayed",      "delay",       "rescheduled", "election",     "elections",
     "runs",         "lasts",       "last until",  "qualify",      "qualified",
     "qualifying",   "book",        "novel",       "film",         "set in",
     "set for",      "set to",      "agreed",      "agree",        "through",
     "in time for",  "as early as", "as late as",  "phase out",    "phased out",
     "vowed",        "unless",      "dividend",    "bonds",        "notes",
     "coupon",       "debentures",  "convertible", "callable",     "year ending",
     "decrease in",  "increase in", "rise in",     "growth in",    "earnings for",
     "for all of",   "slash",       "decision",    "calls for",    "is thought",
     "last of them", "allow",       "committed",   "commits",      "supposed",
     "warrants",     "warrant",     "bond",        "loan",         "loans",
     "interest",     "pct",         "yield",       "subscription", "expiration",
     "tranche",      "tap",         "provision",   "retires",      "retire",
     "running",      "mid",         "prices at",   "mail date",    "record date",
     "split",        "option"});

// Right before a date.
constexpr auto kOpeningWords = std::to_array<std::string_view>(
    {"beginning", "starting", "commencing", "ending", "between", "delivery"});
constexpr auto kTimePrepositions = std::to_array<std::string_view>(
    {"in", "since", "during", "of", "early", "late", "mid", "around", "about", "circa",
     "until", "through"});

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

// What is told of a date that is past, and of none that is not.
constexpr auto kPastWords = std::to_array<std::string_view>(
    {"was",       "were",      "had",       "did",      "went",      "came",
     "became",    "began",     "won",       "lost",     "died",      "born",
     "took",      "made",      "led",       "left",     "met",       "fell",
     "rose",      "saw",       "found",     "killed",   "founded",   "opened",
     "closed",    "ended",     "started",   "signed",   "elected",   "appointed",
     "launched",  "since",     "ago",       "last",     "history",   "invaded",
     "arrested",  "sentenced", "convicted", "served",   "joined",    "moved",
     "bought",    "sold",      "built",     "reported", "announced", "published",
     "played",    "beat",      "scored",    "wrote",    "held",      "resigned",
     "attacked",  "released",  "passed",    "worked",   "retired",   "married",
     "graduated", "received",  "named",     "earned",   "used",      "called",
     "been",      "followed",  "after",     "compared", "up from",   "down from"});

// A promise of the text itself: only what is certain.
constexpr auto kPromised =
    std::to_array<std::string_view>({"will", "expires", "shall"});

std::optional<Date> calendar_date(const DateMention& mention) {
  if (mention.type != DateType::kDate) return std::nullopt;
  return parse_date(mention.value);
}

// "secured", "voted": a verb of the past more often than not.
bool has_past_form(std::string_view lower) {
  constexpr std::size_t kShortest = 5;
  for (std::size_t at = lower.find("ed"); at != lower.npos;
       at = lower.find("ed", at + 1)) {
    const bool ends = at + 2 == lower.size() || !is_letter(lower[at + 2]);
    std::size_t begin = at;
    while (begin > 0 && is_letter(lower[begin - 1])) --begin;
    if (ends && at + 2 - begin >= kShortest) return true;
  }
  return false;
}

// How surely the words around a date say that it is past.
enum class Past { kUntold, kLikely, kTold };

Past told_as_past(std::string_view text, const DateMention& mention) {
  Past past = Past::kUntold;
  for (const std::string& words :
       {before(text, mention.begin), behind(text, mention.end)}) {
    if (has_any(words, kPastWords)) return Past::kTold;
    if (has_past_form(words)) past = Past::kLikely;
  }
  return past;
}

std::string last_words(std::string_view text, std::size_t most) {
  std::string_view words = trimmed(text);
  std::size_t at = words.size();
  for (; at > 0; --at)
    if (words[at - 1] == ' ' && --most == 0) break;
  return std::string(words.substr(at));
}

// "in 1991", "since 1991": when it happened. "The 1991 election", "for 1991", "moved to
// 1991" and "beginning in 1991" may all be said before the year.
bool tells_when(std::string_view text, const DateMention& mention) {
  const std::string words = last_words(before(text, mention.begin), 2);
  if (has_any(words, kOpeningWords)) return false;
  const bool year = mention.precision == DatePrecision::kYear;
  return !year || has_any(last_words(words, 1), kTimePrepositions);
}

// A date that is likely past, and the first day of the article if it is.
struct PastDate {
  Date limit{};
  Past past = Past::kUntold;
  const DateMention* mention = nullptr;
};

PastDate past_date(std::string_view text, const DateMention& mention, Date date) {
  const Past past = told_as_past(text, mention);
  if (past == Past::kUntold || !tells_when(text, mention)) return {};
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
  std::string words = before(text, mention.begin);
  if (words.size() > kNear) words.erase(0, words.size() - kNear);
  const bool promised = has_any(words, kPromised);
  const bool open = has_word(words, "than") || has_word(words, "as") ||
                    has_word(words, "from") || has_word(words, "would") ||
                    has_word(words, "since") || has_word(words, "said") ||
                    has_word(words, "was");
  return promised && !open && !has_word(words, "that") ? last_day(date) : Date{};
}

std::string surface(std::string_view text, const DateMention& mention) {
  return quoted(text.substr(mention.begin, mention.end - mention.begin));
}

}  // namespace

bool is_ahead(std::string_view text, const DateMention& mention) {
  return has_any(before(text, mention.begin), kAheadBefore) ||
         has_any(behind(text, mention.end), kAheadBehind);
}

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
