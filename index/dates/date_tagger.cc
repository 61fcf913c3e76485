#include "index/dates/date_tagger.h"

#include "index/dates/reading.h"
#include "index/dates/story.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::dates {
namespace {

// Long texts are read in blocks, so that memory is bounded.
constexpr std::size_t kBlock = 64 * 1024;
constexpr std::size_t kHead = 8;  // Tokens of no kind before the first.
constexpr std::size_t kMostRules = 8;

// The longest reading wins, of equals that of the first rule; null behind the last.
using Rules = std::array<Rule, kMostRules>;

struct Dispatch {
  Kind kind;
  Rules rules;
};

// What a token of each kind may begin.
constexpr Dispatch kDispatch[] = {
    {Kind::kNumber,
     {read_past_hour, read_numeric_date, read_day_first, read_year_quarter, read_year,
      read_clock, read_duration, read_period_to}},
    {Kind::kMonth, {read_month_first, read_month_quarter}},
    {Kind::kWeekday, {read_weekday}},
    {Kind::kDayWord, {read_day_word}},
    {Kind::kTonight, {read_tonight}},
    {Kind::kPointer, {read_pointer, read_ordinal_period}},
    {Kind::kOrdinal, {read_century, read_ordinal_period, read_spelled_day}},
    {Kind::kCardinal,
     {read_spelled_year, read_past_hour, read_century, read_clock, read_duration,
      read_period_to, read_seasons}},
    {Kind::kScale, {read_duration}},
    {Kind::kVague, {read_duration}},
    {Kind::kA, {read_per, read_duration}},
    {Kind::kHalf, {read_past_hour, read_duration}},
    {Kind::kTimes, {read_per}},
    {Kind::kPer, {read_per}},
    {Kind::kUnit, {read_past_hour, read_duration, read_bare_unit, read_period_to}},
    {Kind::kWhole, {read_another}},
    {Kind::kSeason, {read_season}},
    {Kind::kDayPart, {read_day_part}},
    {Kind::kSmall, {read_small_hours}},
    {Kind::kPhase, {read_small_hours}},
    {Kind::kClock, {read_noon}},
    {Kind::kDecade, {read_decade}},
    {Kind::kFiscal, {read_fiscal}},
    {Kind::kLetter, {read_short_quarter}},
    {Kind::kEvery, {read_every}},
    {Kind::kAdverb, {read_adverb}},
    {Kind::kFeast, {read_named_day}},
    {Kind::kReference, {read_reference}},
};

constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::kAhead) + 1;

using RuleTable = std::array<Rules, kKinds>;

constexpr RuleTable kRules = [] {
  RuleTable rules{};
  for (const Dispatch& dispatch : kDispatch)
    rules[static_cast<std::size_t>(dispatch.kind)] = dispatch.rules;
  return rules;
}();

// Other languages than English: what names its month, or is in digits.
constexpr RuleTable kAbsoluteRules = [] {
  RuleTable rules{};
  rules[static_cast<std::size_t>(Kind::kNumber)] = {read_numeric_date, read_day_first,
                                                    read_year};
  rules[static_cast<std::size_t>(Kind::kMonth)] = {read_month_first};
  rules[static_cast<std::size_t>(Kind::kWeekday)] = {read_weekday};
  return rules;
}();

// "1970s" and "20th century" are numbers too.
bool read_marked_number(const Context& context, const Token* at, Reading& reading) {
  if (at->plural) return read_decade(context, at, reading);
  return at->ordinal && (read_century(context, at, reading) ||
                         read_ordinal_period(context, at, reading) ||
                         read_ordinal_day(context, at, reading));
}

constexpr std::string_view kPhaseModifiers[] = {"START", "MID", "END",
                                                "START", "MID", "END"};
constexpr std::string_view kBoundModifiers[] = {"APPROX", "LESS_THAN", "MORE_THAN",
                                                "EQUAL_OR_LESS", "EQUAL_OR_MORE"};

// Widens a reading to the words before it that belong to it.
class Prefixes {
 public:
  Prefixes(const Context& context, const Token* begin, Reading& reading)
      : context_(context), begin_(begin), reading_(reading) {}

  const Token* widen() {
    if (takes(kTakesThe) && before(Kind::kThe)) --begin_;
    if (takes(kTakesPhase)) take_phase();
    if (takes(kTakesBound)) take_bound();
    if (takes(kTakesHour)) take_hour();
    if (takes(kTakesAll) && joined(begin_) && context_.is_word(begin_[-1], "all"))
      --begin_;
    return begin_;
  }

 private:
  bool takes(Prefix prefix) const { return (reading_.takes & prefix) != 0; }
  bool before(Kind kind) const { return joined(begin_) && begin_[-1].is(kind); }

  // "early", "mid-", "the end of", "later".
  void take_phase() {
    const Token* at = begin_;
    const bool of = before(Kind::kOf);
    const bool in = before(Kind::kIn);
    if (of || in) --at;
    const Token& word = at[-1];
    if (!joined(at) || (in && !begins_inside(word))) return;
    const bool end_of = at->gap == Gap::kHyphen && context_.is_word(word, "end");
    if (word.is(Kind::kPhase) && ((word.word.value >= kStartOf) == of || end_of)) {
      if (word.word.value == kMid && at->gap == Gap::kNone) return;
      reading_.modifier = kPhaseModifiers[word.word.value];
      begin_ = at - 1;
    } else if (!of && (word.is(Kind::kEarlier) || word.is(Kind::kLater))) {
      if (reading_.period.grain != Grain::kDay)
        reading_.modifier = word.is(Kind::kEarlier) ? "START" : "END";
      begin_ = at - 1;
    } else {
      return;
    }
    if (before(Kind::kThe)) --begin_;
  }

  // "later in June", "early in the week".
  static bool begins_inside(const Token& word) {
    return word.is(Kind::kEarlier) || word.is(Kind::kLater) ||
           (word.is(Kind::kPhase) && word.word.value < kStartOf);
  }

  // "late on Monday" is its night, "early Monday" its morning; "early Monday morning"
  // and "later on Monday" say it themselves.
  void take_hour() {
    if (reading_.value.empty()) return;
    const Token* at = before(Kind::kOn) ? begin_ - 1 : begin_;
    const Token& word = at[-1];
    if (!joined(at)) return;
    const bool part = reading_.type == DateType::kTime && reading_.minute < 0;
    const bool beside = word.is(Kind::kLater) || word.is(Kind::kEarlier);
    if ((beside && !begin_->is(Kind::kWeekday)) ||
        (part && word.is(Kind::kPhase) &&
         (word.word.value == kStart || word.word.value == kFinish))) {
      begin_ = at - 1;
      return;
    }
    if (reading_.type != DateType::kDate || !word.is(Kind::kPhase)) return;
    if (word.word.value != kStart && word.word.value != kFinish) return;
    reading_.type = DateType::kTime;
    reading_.value += word.word.value == kStart ? "TMO" : "TNI";
    begin_ = at - 1;
  }

  // "nearly", "more than", "at least", "up to", "as many as".
  void take_bound() {
    if (!joined(begin_)) return;
    const Token* at = begin_ - 1;
    if (at->is(Kind::kBound)) {
      if (at->word.value != kMoreThan || counts_over(at)) set_bound(at, at->word.value);
    } else if (at->is(Kind::kVague) && context_.is_word(*at, "some")) {
      set_bound(at, kApprox);
    } else if (at->is(Kind::kThan) && follows(at, Kind::kThan)) {
      const bool less =
          context_.is_word(at[-1], "less") || context_.is_word(at[-1], "fewer");
      if (at[-1].is(Kind::kMore) || less) set_bound(at - 1, less ? kLess : kMoreThan);
    } else if (at->is(Kind::kMost) && at[-1].is(Kind::kAt)) {
      set_bound(at - 1, context_.is_word(*at, "least") ? kAtLeast : kUpTo);
    } else if (at->is(Kind::kTo) && context_.is_word(at[-1], "up")) {
      set_bound(at - 1, kUpTo);
    } else if (context_.is_word(*at, "another")) {
      begin_ = at;
    }
  }

  // "for over ten years"; "phased in over ten years" tells only how long.
  bool counts_over(const Token* over) const {
    if (!context_.is_word(*over, "over")) return true;
    if (over->gap > Gap::kSpace) return false;
    const Token& word = over[-1];
    for (const std::string_view verb : {"spent", "lasted", "last", "took", "taken",
                                        "was", "were", "been", "just", "well"})
      if (context_.is_word(word, verb)) return true;
    return word.is(Kind::kFor) || word.is(Kind::kOf) || word.is(Kind::kAfter) ||
           word.is(Kind::kPresentBe) || word.is(Kind::kEarlier) ||
           (word.is(Kind::kIn) && !over[-2].past) || reading_.end[-1].is(Kind::kAgo);
  }

  void set_bound(const Token* at, int bound) {
    reading_.modifier = kBoundModifiers[bound];
    begin_ = at;
  }

  const Context& context_;
  const Token* begin_;
  Reading& reading_;
};

// Reads the dates off one block after the other.
class DateReader {
 public:
  DateReader(Date reference, const Lexicon& lexicon)
      : lexicon_(lexicon), reference_(reference) {}

  void read(std::string_view block, std::size_t offset) {
    tokens_.assign(kHead, Token{});
    for (Token& token : tokens_) token.word.kind = Kind::kEnd;
    tokenise(block, lexicon_, tokens_);
    Context context{block, lexicon_, reference_, story_};
    const RuleTable& rules = lexicon_.is_english() ? kRules : kAbsoluteRules;
    const Token* at = tokens_.data() + kHead;
    const Token* end = tokens_.data() + tokens_.size() - kTail;
    while (at < end) {
      const auto& begun = rules[static_cast<std::size_t>(at->word.kind)];
      if (begun.front() == nullptr) {  // Most tokens begin nothing.
        ++at;
        continue;
      }
      Reading best = read_at(context, begun, at);
      if (best.end == nullptr) {
        ++at;
        continue;
      }
      if (!best.is_none) report(context, at, best, offset);
      at = best.end;
    }
    story_ = context.story;
    story_.day_at = 0;
    story_.last_at = 0;
    story_.past = {};
  }

  std::vector<DateMention> take() { return std::move(found_); }

 private:
  Reading read_at(const Context& context, const Rules& rules, const Token* at) const {
    Reading best;
    if (at->is(Kind::kNumber) && (at->plural || at->ordinal)) {
      Reading reading;
      if (read_marked_number(context, at, reading)) best = std::move(reading);
    }
    for (const Rule rule : rules) {
      if (rule == nullptr) break;
      Reading reading;
      if (!rule(context, at, reading)) continue;
      if (best.end == nullptr || reading.end > best.end) best = std::move(reading);
    }
    if (best.end != nullptr && !best.is_none && lexicon_.is_english())
      add_time(context, best);
    return best;
  }

  void report(Context& context, const Token* at, Reading& reading, std::size_t offset) {
    const Token* begin = Prefixes(context, at, reading).widen();
    if (!found_.empty() && offset + begin->begin < found_.back().end) begin = at;
    remember(context.story, context.reference, *at, reading);
    DateMention mention;
    mention.begin = offset + begin->begin;
    mention.end = offset + end_of(context, reading);
    mention.type = reading.type;
    mention.value = std::move(reading.value);
    mention.precision = reading.precision;
    mention.range = reading.range;
    mention.score = reading.score;
    mention.reason = reason_of(reading);
    mention.modifier = reading.modifier;
    mention.anchor = reading.anchor;
    found_.push_back(std::move(mention));
  }

  // "10 a.m.": the last dot belongs to it.
  static std::size_t end_of(const Context& context, const Reading& reading) {
    const Token& last = reading.end[-1];
    const bool dot = last.gap == Gap::kDot && context.is_word(last, "m") &&
                     context.after(last) == '.';
    return last.end + (dot ? 1U : 0U);
  }

  static std::string reason_of(const Reading& reading) {
    std::string reason(reading.rule);
    if (reading.anchor) return reason + ", from " + to_string(reading.anchor);
    const bool open = reading.type == DateType::kDate && !reading.range.first &&
                      !reading.value.ends_with("_REF");
    return open && reading.score <= 0.5 ? reason + ", no reference day" : reason;
  }

  const Lexicon& lexicon_;
  Date reference_;
  Story story_;
  std::vector<Token> tokens_;
  std::vector<DateMention> found_;
};

// Where a block that begins at `from` ends: after a line, else a blank, if there is
// one.
std::size_t block_end(std::string_view text, std::size_t from) {
  if (text.size() - from <= kBlock) return text.size();
  // Only the block's second half is searched, or a text without lines would be searched
  // to its beginning for every block.
  const auto half = text.substr(from + kBlock / 2, kBlock / 2);
  for (const char mark : {'\n', ' '}) {
    const std::size_t at = half.rfind(mark);
    if (at != half.npos) return from + kBlock / 2 + at + 1;
  }
  return from + kBlock;
}

}  // namespace

std::vector<DateMention> tag_dates(std::string_view text, Date reference,
                                   std::string_view language) {
  const bool day = precision(reference) == DatePrecision::kDay && is_valid(reference);
  DateReader reader(day ? reference : Date{}, Lexicon::of(language));
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = block_end(text, from);
    reader.read(text.substr(from, end - from), from);
    from = end;
  }
  return reader.take();
}

}  // namespace dateline::dates
