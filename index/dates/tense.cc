#include "index/dates/tense.h"

#include "index/dates/verbs.h"

#include <cstddef>

namespace dateline::dates {
namespace {

constexpr std::uint32_t kReach = 90;  // Bytes that a verb governs.

}  // namespace

// "Mr", "Gen", "Sept", the "S" of "U.S.".
bool is_abbreviation(const Context& context, const Token& token) {
  if (!token.capital) return false;
  if (token.end - token.begin == 1 || (token.word.flags & kShort) != 0) return true;
  for (const std::string_view word :
       {"mr",  "mrs",  "ms",  "dr",  "gen", "sen",  "rep",  "gov", "lt", "col",
        "sgt", "capt", "maj", "adm", "rev", "prof", "pres", "st",  "mt", "ft",
        "inc", "corp", "co",  "ltd", "jr",  "sr",   "no",   "vs"})
    if (context.is_word(token, word)) return true;
  return false;
}

namespace {

// Whether the token behind `next` begins another sentence.
bool ends_sentence(const Context& context, const Token* token, const Token* next) {
  if (next->gap == Gap::kStop) return true;
  if (!next->capital) return false;
  if (context.before(*next) == '\n') return true;
  // "at 7 p.m. Thursday" goes on.
  const bool hour = token->gap == Gap::kDot && context.is_word(*token, "m") &&
                    (next->is(Kind::kWeekday) || next->is(Kind::kZone));
  return next->gap == Gap::kDotSpace && !hour && !is_abbreviation(context, *token);
}

// What stands before "5 p.m." of "5 p.m. Tuesday", before "midnight Tuesday".
const Token* before_hour(const Context& context, const Token* at) {
  const Token* hour = at - 1;
  if (hour->is(Kind::kZone)) --hour;
  if (hour->is(Kind::kClock)) return hour - 1;
  const bool dotted = context.is_word(*hour, "m") && hour->gap == Gap::kDot;
  if (!dotted && !hour->is(Kind::kMeridiem)) return at - 1;
  hour -= dotted ? 2 : 1;
  if (hour->is(Kind::kNumber) && hour->gap == Gap::kColon) --hour;
  return hour->is(Kind::kNumber) ? hour - 1 : at - 1;
}

// "until Friday", "by the end of May", "from Monday": to come, unless a verb is past.
bool is_deadline(const Context& context, const Token* at) {
  const Token* link = at->is(Kind::kWeekday) ? before_hour(context, at) : at - 1;
  if (!at->is(Kind::kWeekday)) {
    while (link->is(Kind::kThe) || link->is(Kind::kOf) || link->is(Kind::kPhase))
      --link;
  }
  if (link->is(Kind::kTo))
    return !context.is_word(link[-1], "contrast") &&
           !context.is_word(link[-1], "compared");
  if (link->is(Kind::kFrom) || link->is(Kind::kBefore)) return at->is(Kind::kWeekday);
  return link->is(Kind::kUntil) || link->is(Kind::kBy);
}

// "has rice until Friday": no perfect, but what lasts.
bool keeps(const Context& context, const Token* token) {
  return is_have(context, *token) && token[1].is(Kind::kNone) && !token[1].past;
}

// "is called for Monday": what is done at a day that follows closely is to come.
bool is_arranged(const Context& context, const Token* participle, const Token* at) {
  constexpr std::ptrdiff_t kNear = 4;
  const Token& verb = participle[-1];
  const bool passive = joined(participle) &&
                       (context.is_word(verb, "is") || context.is_word(verb, "are"));
  if (!passive || !at->is(Kind::kWeekday) || at - participle > kNear) return false;
  return !participle[1].is(Kind::kOf);
}

// "has until Friday", "was given until Sunday": what is granted is to come, as is what
// was "put off to July".
bool is_term(const Context& context, const Token* at) {
  const bool until = at[-1].is(Kind::kUntil) || at[-1].is(Kind::kTo);
  if (until && joined(at) &&
      (context.is_word(at[-2], "off") || context.is_word(at[-2], "back") ||
       context.is_word(at[-2], "postponed") || context.is_word(at[-2], "adjourned")))
    return true;
  return follows(at - 1, Kind::kUntil) && joined(at) &&
         (context.is_word(at[-2], "has") || context.is_word(at[-2], "have") ||
          context.is_word(at[-2], "given"));
}

// "for Sunday", "for January 5": what is called, set or asked for.
bool is_appointment(const Token* at) {
  const bool day =
      at->is(Kind::kWeekday) || (at->is(Kind::kMonth) && at[1].is(Kind::kNumber));
  return day && joined(at) && at[-1].is(Kind::kFor) && !at->possessive;
}

// "the year starting Oct. 1".
bool is_year_starting(const Context& context, const Token* at) {
  return joined(at) && joined(at - 1) && at[-2].is(Kind::kUnit) &&
         at[-2].word.value == kYear &&
         (context.is_word(at[-1], "starting") || context.is_word(at[-1], "beginning"));
}

// "an interview to be aired Sunday".
bool is_to_be_done(const Context& context, const Token* at) {
  const Token* verb = at - 1;
  return at->is(Kind::kWeekday) && !at->possessive && joined(at) && joined(verb) &&
         is_past(*verb) && context.is_word(verb[-1], "be") && joined(verb - 1) &&
         verb[-2].is(Kind::kTo) && !is_past(verb[-3]);
}

// "a summit opening Sunday".
bool is_opening(const Context& context, const Token* at) {
  if (is_year_starting(context, at) || is_to_be_done(context, at)) return true;
  if (!at->is(Kind::kWeekday) || at->gap != Gap::kSpace || at->possessive) return false;
  if (context.is_word(at[-1], "effective")) return true;
  for (const std::string_view word : {"opening", "starting", "beginning"})
    if (context.is_word(at[-1], word))
      return at[-2].is(Kind::kNone) || at[-2].is(Kind::kEvent);
  return false;
}

// "Next up:", "Next week:" before what is to come.
bool names_next(const Token* label) {
  return is_next(*label) || is_next(label[-1]) || is_next(label[-2]);
}

// "Mill chimney to come down": a headline's future.
bool is_headline_to(const Token* to) {
  const Token& verb = to[1];
  return to->is(Kind::kTo) && joined(to) && to[-1].is(Kind::kNone) &&
         (verb.is(Kind::kNone) || verb.is(Kind::kAhead)) && !verb.capital &&
         verb.gap == Gap::kSpace;
}

// "It's graduation day", "there's a vote".
bool is_it_is(const Context& context, const Token& token) {
  return token.possessive &&
         (context.is_word(token, "it") || context.is_word(token, "there"));
}

// What the words on the left have told.
struct Left {
  Tense tense = Tense::kUnknown;
  bool participle = false;  // "-ed": the past, unless a verb rules it.
  bool hint = false;        // Something that hints at what is to come.
  bool assumed = false;     // A deadline, with no verb.
  bool after = false;       // "after": what was done on that day led to the present.
};

// "was expected to arrive Friday", "was to begin Sunday": of a weekday, what was still
// to come when the paper was printed.
bool was_planned(const Context& context, const Token* token, const Token* at) {
  if (!at->is(Kind::kWeekday) || !token->is(Kind::kTo) || !joined(token)) return false;
  const Token& plan = token[-1];
  if (context.is_word(token[1], "have")) return false;
  const bool was = context.is_word(plan, "was") || context.is_word(plan, "were");
  // What "had been expected to" come is over.
  if (plan.is(Kind::kPlan))
    return context.is_word(token[-2], "was") || context.is_word(token[-2], "were");
  const Token& verb = token[1];
  const bool plain = verb.is(Kind::kNone) && !verb.past;
  return was && (plain || verb.is(Kind::kAhead) || context.is_word(verb, "be"));
}

// "will hear a case filed Friday": what was done to the noun before.
bool is_reduced(const Context& context, const Token* participle, const Token* at) {
  const Token& noun = participle[-1];
  return participle->is(Kind::kNone) && at->is(Kind::kWeekday) &&
         participle + 1 == at && at->gap == Gap::kSpace &&
         participle->gap == Gap::kSpace && noun.is(Kind::kNone) && !noun.past &&
         !context.is_word(noun, "get");
}

// ", called Thursday", "that exploded Thursday": no verb farther left rules it.
bool opens_clause(const Context& context, const Token& verb) {
  if (verb.gap >= Gap::kComma) return true;
  const Token& subject = (&verb)[-1];
  for (const std::string_view word :
       {"that", "which", "who", "he", "she", "it", "they"})
    if (context.is_word(subject, word)) return true;
  return false;
}

// Takes in one word more; whether that settles it.
bool take_in(const Context& context, const Token* token, const Token* at, Left& left) {
  if (was_planned(context, token, at)) {
    left.tense = Tense::kAhead;
    return true;
  }
  const Tense tense = tense_of(context, token);
  if (tense == Tense::kPast && is_reduced(context, token, at)) {
    left.tense = Tense::kPast;
    return true;
  }
  if (tense == Tense::kPast && !token->is(Kind::kPast) && !left.participle) {
    // "will declare the town liberated on Sunday"
    left.participle = !is_arranged(context, token, at);
    if (!left.participle) left.tense = Tense::kAhead;
    return !left.participle || opens_clause(context, *token);
  }
  // "is accused of": what the participle tells.
  if (tense == Tense::kAhead && left.participle && token->is(Kind::kPresentBe))
    return true;
  if (tense != Tense::kUnknown) {
    const bool led = left.after && !token->is(Kind::kFuture) && !token->is(Kind::kTo);
    left.tense = led ? Tense::kPast : tense;
    return true;
  }
  left.after = left.after ||
               (token->is(Kind::kAfter) && at->is(Kind::kWeekday) && token + 1 != at);
  left.hint = left.hint || owns(context, token) || is_headline_to(token) ||
              is_it_is(context, *token);
  return left.participle && token->gap >= Gap::kComma;
}

// "ordered to pay by Friday": what is to be done by then is to come.
bool is_told_to(const Token* to) {
  const Token& verb = to[1];
  return to->is(Kind::kTo) && joined(to) && is_past(to[-1]) &&
         (verb.is(Kind::kNone) || verb.is(Kind::kPresentBe)) && !verb.past &&
         verb.gap == Gap::kSpace && !verb.capital;
}

// ", and", ", but", ", where": another clause.
bool begins_clause(const Context& context, const Token& token) {
  if (token.gap != Gap::kComma) return false;
  return token.is(Kind::kAnd) || context.is_word(token, "but") ||
         context.is_word(token, "where") || context.is_word(token, "when");
}

Left read_left(const Context& context, const Token* at) {
  if (is_term(context, at) || is_appointment(at) || is_opening(context, at))
    return {Tense::kAhead};
  const bool deadline = is_deadline(context, at);
  const Token* next = at;
  Left left;
  for (const Token* token = at - 1; !token->is(Kind::kEnd); next = token--) {
    if (at->begin - token->begin >= kReach || ends_sentence(context, token, next))
      break;
    // Another clause begins there.
    if (begins_clause(context, *token) || context.is_word(*token, "according")) break;
    if (context.after(*token) == ':' && next->gap != Gap::kColon) {
      if (names_next(token)) left.tense = Tense::kAhead;
      break;
    }
    if (deadline && (keeps(context, token) || is_told_to(token)))
      return {Tense::kAhead};
    if (take_in(context, token, at, left)) break;
  }
  if (left.tense != Tense::kUnknown) return left;
  left.assumed = deadline;
  if (deadline)
    left.tense = Tense::kAhead;
  else if (left.participle)
    left.tense = Tense::kPast;
  return left;
}

// "it keeps", "there is": behind a day, what is to come.
bool is_plain_present(const Context& context, const Token* token) {
  const Token& verb = token[1];
  if (token->capital || !joined(&verb)) return false;
  if (context.is_word(*token, "there"))
    return context.is_word(verb, "is") || context.is_word(verb, "are");
  const bool subject = context.is_word(*token, "it") || context.is_word(*token, "he") ||
                       context.is_word(*token, "she");
  return subject && (verb.is(Kind::kNone) || verb.is(Kind::kAhead)) &&
         context.text[verb.end - 1] == 's' && !context.is_word(verb, "says") &&
         !context.is_word(verb, "writes");
}

// "4 p.m.", "10.30", "16:00".
bool tells_hour(const Context& context, const Token& token) {
  const bool dotted = token.gap == Gap::kDot && context.is_word(token, "m");
  return dotted || token.is(Kind::kMeridiem) ||
         (token.gap == Gap::kColon && token.digits == 2) ||
         (token.decimal && token.fraction > 9 && token.fraction < 60);
}

// "Final: Saturday", "Saturday, 4 p.m.: Latvia v Germany": an entry of fixtures. Of
// results, those that begin with their day tell scores.
bool is_entry(const Context& context, const Token* at, const Token* end) {
  constexpr int kClause = 4;
  constexpr int kMost = 8;
  if (!at->is(Kind::kWeekday) || at[-1].is(Kind::kOn)) return false;
  if (context.text.substr(0, at->begin).ends_with(": ")) return true;
  for (int i = 0; i < kMost && end[i].gap < Gap::kStop; ++i) {
    const Token& token = end[i];
    if (token.is(Kind::kEnd) || is_past(token)) return false;
    if ((i < kClause && tells_hour(context, token)) || context.is_word(token, "v"))
      return true;
  }
  return false;
}

// "Saturday's game": what is known beforehand.
bool owns_event(const Context& context, const Token* day) {
  for (const std::string_view word :
       {"game", "match", "final", "vote", "race", "meeting", "poll", "fight", "test",
        "clash", "derby", "debate", "hearing", "concert", "parade", "primary"})
    if (context.is_word(day[1], word)) return true;
  return day[1].is(Kind::kEvent);
}

// "will ride in Friday's parade": the parade is to come; but a ruling of Wednesday's
// that one will appeal has been made.
bool is_ahead_of_owner(const Context& context, const Token* at) {
  constexpr int kMost = 8;
  const bool within = at[-1].is(Kind::kIn) || at[-1].is(Kind::kAt) ||
                      at[-1].is(Kind::kDuring) || context.is_word(at[-2], "ahead");
  if (joined(at) && at[-1].is(Kind::kBefore))
    return at[1].is(Kind::kAhead) || at[1].is(Kind::kEvent);
  // "to complete by Saturday's start"
  if (joined(at) && (at[-1].is(Kind::kBy) || at[-1].is(Kind::kUntil)) &&
      joined(at - 1) && at[-2].is(Kind::kNone) && !at[-2].past && at[-3].is(Kind::kTo))
    return true;
  const bool event = owns_event(context, at);
  // "Saturday's game begins at noon"
  if (event && at[2].is(Kind::kAhead) && is_present(context, at + 2)) return true;
  if ((!within && !event) || !joined(at)) return false;
  for (const Token* token = at - 1; token > at - kMost; --token) {
    if (event && is_past(*token)) return false;
    if (is_future(context, token) || context.is_word(*token, "ahead") ||
        (token->is(Kind::kAhead) && is_present(context, token)))
      return true;
    if (token->is(Kind::kEnd) || token->gap >= Gap::kStop) return false;
  }
  return false;
}

// "a Friday deadline".
bool is_deadline_day(const Context& context, const Token* at, const Token* end) {
  return at->is(Kind::kWeekday) && !at[-1].is(Kind::kThe) && end->gap == Gap::kSpace &&
         context.is_word(*end, "deadline");
}

}  // namespace

bool continues_days_ahead(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 120;
  constexpr int kDays = 14;
  const Story& story = context.story;
  if (!at->is(Kind::kWeekday) || !context.reference || story.day <= context.reference ||
      to_days(story.day) - to_days(context.reference) > kDays ||
      at->begin - story.day_at > kNear)
    return false;
  const auto between = context.text.substr(story.day_at, at->begin - story.day_at);
  return !has_sentence_end(between) && between.find('\n') == between.npos;
}

Tense tense_behind(const Context& context, const Token* at, const Token* end) {
  constexpr std::uint32_t kNear = 60;
  const std::uint32_t from = end->begin;
  for (const Token* token = end; !token->is(Kind::kEnd); ++token) {
    if (token->begin - from > kNear || ends_sentence(context, token - 1, token))
      return Tense::kUnknown;
    const bool plan = token->is(Kind::kPlan) && !token[-1].is(Kind::kPresentBe);
    const bool passive = joined(token) && (context.is_word(token[-1], "is") ||
                                           context.is_word(token[-1], "are"));
    const bool pledge =
        token->past && token->is(Kind::kPresentBe) && !token[1].is(Kind::kTo);
    if ((is_past(*token) && !passive) || plan || pledge) return Tense::kPast;
    // "Tuesday is a holiday", "On Sunday Harriet Moncrieff asks"
    const bool named = at->is(Kind::kWeekday) && token->gap == Gap::kSpace &&
                       token[-1].capital && token[-1].is(Kind::kNone) &&
                       token->is(Kind::kAhead) && (token->word.flags & kPlural) == 0;
    const bool first = token == end && !end[-1].possessive;
    if (((first && token->gap != Gap::kComma) || named) && is_present(context, token))
      return Tense::kAhead;
    if (at->is(Kind::kWeekday) && is_plain_present(context, token))
      return Tense::kAhead;
    if (!token->capital && is_future(context, token)) return Tense::kAhead;
    if (token->is(Kind::kTo) && is_future_to(context, token)) return Tense::kAhead;
  }
  return Tense::kUnknown;
}

Tense tense_at(const Context& context, const Token* at, const Token* end) {
  if (is_deadline_day(context, at, end))
    return tense_behind(context, at, end) == Tense::kPast ? Tense::kPast
                                                          : Tense::kAhead;
  // "Wednesday's ruling" has been made.
  if (end[-1].possessive && end == at + 1)
    return is_ahead_of_owner(context, at) ? Tense::kAhead
                                          : tense_behind(context, at, end);
  const Left left = read_left(context, at);
  Tense tense = left.tense;
  // "the site from Friday theorised", "by September four were dead"
  const bool opens = joined(at) && at[-1].capital;  // "Until May he was a judge."
  const bool open =
      left.assumed && (opens ? near(end) : !at[-1].is(Kind::kUntil) && joined(end));
  if (tense == Tense::kUnknown || open) {
    const Tense behind = tense_behind(context, at, end);
    tense = open && behind != Tense::kPast ? tense : behind;
  }
  if (tense != Tense::kUnknown) return tense;
  return left.hint || is_entry(context, at, end) || continues_days_ahead(context, at)
             ? Tense::kAhead
             : Tense::kUnknown;
}

}  // namespace dateline::dates
