#include "index/publication/body_bounds.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/publication/phrase_set.h"
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

// What stands before a date and behind it in its sentence.
struct Sides {
  Stretch before;
  Stretch behind;
};

// A text of which many stretches are looked at.
class CasedText {
 public:
  explicit CasedText(std::string_view text) : written_(text), lower_(lowered(text)) {}

  Sides sides_of(const DateMention& mention) const {
    std::size_t begin = mention.begin;
    while (begin > 0 && mention.begin - begin < kBytesBefore &&
           !ends_sentence(written_, begin - 1))
      --begin;
    std::size_t end = mention.end;
    while (end < written_.size() && end - mention.end < kBytesBehind &&
           !ends_sentence(written_, end))
      ++end;
    return {stretch(begin, mention.begin), stretch(mention.end, end)};
  }

  std::string_view surface(const DateMention& mention) const {
    return stretch(mention.begin, mention.end).written;
  }

  // The byte before a mention; 0 at the beginning.
  char byte_before(const DateMention& mention) const {
    return mention.begin > 0 ? written_[mention.begin - 1] : '\0';
  }

 private:
  Stretch stretch(std::size_t begin, std::size_t end) const {
    return {written_.substr(begin, end - begin),
            std::string_view(lower_).substr(begin, end - begin)};
  }

  std::string_view written_;
  std::string lower_;
};

// Before a date: what is to come.
constexpr PhraseSet kAheadBefore(std::to_array<std::string_view>(
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
     "required to",  "ordered to",   "imposed for", "no earlier",  "no later"}));

// Right before a date: a term.
constexpr PhraseSet kTermWords(std::to_array<std::string_view>({"by", "until", "till",
                                                                "through"}));

// Right before a date.
constexpr PhraseSet kOpeningWords(std::to_array<std::string_view>(
    {"beginning", "starting", "commencing", "ending", "between", "delivery", "prior",
     "and after", "or after"}));
constexpr PhraseSet kTimePrepositions(std::to_array<std::string_view>(
    {"in", "since", "during", "early", "late", "mid", "around", "about", "circa"}));

// Right before a day of no event: "moved to March 1".
constexpr PhraseSet kNoDaysOfEvents(
    std::to_array<std::string_view>({"to", "for", "before", "until", "till", "by",
                                     "through", "than", "beyond", "a", "an"}));

// Behind a date: what it names is of the time to come.
constexpr PhraseSet kAheadBehind(std::to_array<std::string_view>(
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
     "production",    "output",    "harvest"}));

// A promise of the text itself: only what is certain.
constexpr PhraseSet kPromised(std::to_array<std::string_view>({"will", "expires",
                                                               "shall"}));
constexpr PhraseSet kNoPromises(std::to_array<std::string_view>(
    {"than", "as", "from", "would", "since", "said", "was", "that", "a will",
     "the will", "his will", "her will", "their will", "last will", "own will",
     "free will"}));

std::optional<Date> calendar_date(const DateMention& mention) {
  if (mention.type != DateType::kDate) return std::nullopt;
  return parse_date(mention.value);
}

std::string_view last_words(std::string_view text, std::size_t most) {
  const std::string_view words = trimmed(text);
  std::size_t at = words.size();
  for (; at > 0; --at)
    if (words[at - 1] == ' ' && --most == 0) break;
  return words.substr(at);
}

// "in 1991", "since 1991": when it happened. "The 1991 election", "for 1991", "moved to
// 1991" and "beginning in 1991" may all be said before the year; of days, "by March 1".
bool tells_when(const Sides& sides, DatePrecision precision) {
  const std::string_view words = last_words(sides.before.lower, 2);
  if (kOpeningWords.stand_in(words)) return false;
  const std::string_view last = last_words(words, 1);
  if (precision == DatePrecision::kDay) return !kNoDaysOfEvents.stand_in(last);
  return kTimePrepositions.stand_in(last);
}

// Whether the year is written with the date: one that is taken from another date, "a
// month later", is only as sure as both.
bool has_own_year(const CasedText& text, const DateMention& mention, Date date) {
  // "IN-2000" is the name of a thing.
  const bool joined = text.byte_before(mention) == '-';
  const std::string_view words = text.surface(mention);
  return !joined && words.find(std::to_string(date.year)) != words.npos;
}

// A date that is likely past, and the first day of the article if it is.
struct PastDate {
  Date limit{};
  Past past = Past::kUntold;
  const DateMention* mention = nullptr;
};

PastDate past_date(const CasedText& text, const DateMention& mention,
                   const Sides& sides, Date date) {
  if (!has_own_year(text, mention, date) || !tells_when(sides, mention.precision))
    return {};
  const Past past = told_past(sides.before, sides.behind);
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

Date promised_limit(const Sides& sides, Date date) {
  constexpr std::size_t kNear = 60;
  if (precision(date) == DatePrecision::kYear) return {};
  std::string_view words = sides.before.lower;
  words.remove_prefix(words.size() - std::min(words.size(), kNear));
  const bool promised = kPromised.stand_in(words) && !kNoPromises.stand_in(words);
  return promised && told_past(sides.before, sides.behind) == Past::kUntold
             ? last_day(date)
             : Date{};
}

// Whether the words around it speak of a day to come.
bool is_ahead(const Sides& sides) {
  return kAheadBefore.stand_in(sides.before.lower) ||
         kTermWords.stand_in(last_words(sides.before.lower, 1)) ||
         kAheadBehind.stand_in(sides.behind.lower);
}

std::string spoken_of(const CasedText& text, const DateMention& mention) {
  return "It speaks of " + quoted(text.surface(mention));
}

}  // namespace

BodyBounds bounds_of_dates(std::string_view body, std::span<const DateMention> dates) {
  BodyBounds bounds;
  if (dates.empty()) return bounds;
  const CasedText text(body);
  std::vector<PastDate> past;
  std::vector<Date> ahead;
  for (const DateMention& mention : dates) {
    if (!gives_facets(mention.region)) continue;
    const auto date = calendar_date(mention);
    if (!date || date->year < kFirstYear) continue;
    const Sides sides = text.sides_of(mention);
    if (is_ahead(sides)) {
      ahead.push_back(first_day(*date));
    } else if (const PastDate found = past_date(text, mention, sides, *date);
               found.limit) {
      past.push_back(found);
    }
    const Date promised = promised_limit(sides, *date);
    if (promised && (!bounds.not_after || promised < bounds.not_after.day))
      bounds.not_after = {promised, spoken_of(text, mention) + " as to come."};
  }
  // What is once told as to come is not past elsewhere.
  std::erase_if(past, [&](const PastDate& date) {
    return std::ranges::find(ahead, date.limit) != ahead.end();
  });
  const PastDate latest = latest_past(std::move(past));
  if (latest.limit)
    bounds.not_before = {latest.limit, spoken_of(text, *latest.mention) + " as past."};
  // A promise of old days is history.
  if (bounds.not_after.day < bounds.not_before.day || !bounds.not_before) {
    bounds.not_after = {};
  }
  return bounds;
}

}  // namespace dateline::publication
