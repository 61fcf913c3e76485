#include "index/dates/near_side.h"

#include "index/dates/bare_months.h"
#include "index/dates/tense.h"
#include "index/dates/verbs.h"

#include <algorithm>

namespace dateline::dates {
namespace {

constexpr int kFarther = 4;   // Days to a weekday that is nearer on the other side,
constexpr int kFarthest = 6;  // and to one that is a day away there.
constexpr int kClose = 6;     // Words from a verb to its date, on the far side,
constexpr int kLonger = 8;    // and on the near one.
constexpr std::uint32_t kReach = 90;  // Bytes of the clause that are read.

// Whether the clause of `next` begins there: nothing before it rules the day.
bool begins_clause(const Context& context, const Token* at, const Token* next) {
  const bool parted = next->gap >= Gap::kComma && !(next->gap == Gap::kDotSpace &&
                                                    is_abbreviation(context, next[-1]));
  return parted || context.starts_line(*next) || next[-1].is(Kind::kEnd) ||
         at->begin - next->begin > kReach;
}

// "starts", "meet"; "a 44-2 vote" and "the reports" are nouns.
// "said it would close May 1" of a May that is just over: a report of what was to be.
bool is_reported(const Context& context, const Token* at) {
  for (const Token* token = at; !begins_clause(context, at, token);)
    if (context.is_word(*--token, "would")) return true;
  return false;
}

bool is_verb_of_plans(const Context& context, const Token* token) {
  return token->is(Kind::kAhead) && is_present(context, token) &&
         !context.is_word(*token, "vote") && !context.is_word(*token, "reports");
}

bool is_is(const Context& context, const Token& token) {
  return context.is_word(token, "is") || context.is_word(token, "are");
}

// "will be held", where "be" rules "held".
bool is_passive(const Context& context, const Token* participle) {
  return joined(participle) && context.is_word(participle[-1], "be");
}

// "effective Jan. 1", "raised benefits beginning in January": when it will hold; but
// "he was there five months, starting in October".
bool takes_effect(const Context& context, const Token* at) {
  const Token* verb = joined(at) && at[-1].is(Kind::kIn) ? at - 2 : at - 1;
  if (!joined(verb + 1)) return false;
  if (context.is_word(*verb, "effective")) return true;
  return joined(verb) &&
         (context.is_word(*verb, "beginning") || context.is_word(*verb, "starting"));
}

// What is told of another day: "gave in after riots in February".
bool begins_reason(const Context& context, const Token& token) {
  return token.is(Kind::kAfter) || context.is_word(token, "following") ||
         context.is_word(token, "according");
}

// "will rule Monday", "plans to conduct a test on Wednesday", "starts on Sunday",
// "effective Friday".
bool is_ruled_ahead(const Context& context, const Token* at) {
  if (joined(at) && context.is_word(at[-1], "effective")) return true;
  for (const Token* token = at; !begins_clause(context, at, token);) {
    --token;
    if (begins_reason(context, *token)) return false;
    if (is_past(*token) && !is_passive(context, token)) return false;
    if (is_future(context, token) || is_verb_of_plans(context, token) ||
        (token->is(Kind::kTo) && is_future_to(context, token)))
      return true;
  }
  return continues_days_ahead(context, at);
}

// "originally scheduled for May", "up from 3 million expected in May".
bool is_former_plan(const Context& context, const Token* plan) {
  const Token& before = plan[-1];
  return joined(plan) && (context.is_word(before, "originally") ||
                          context.is_word(before, "previously") ||
                          context.is_word(before, "initially") ||
                          before.is(Kind::kNumber) || before.is(Kind::kCounted));
}

// "is due in May", "is given in May".
bool is_planned(const Context& context, const Token* at) {
  for (const Token* token = at; !begins_clause(context, at, token);) {
    --token;
    if (token->is(Kind::kPlan) && tense_of(context, token) != Tense::kUnknown)
      return !is_former_plan(context, token);
    if (begins_reason(context, *token)) return false;
    if (is_past(*token) && !is_passive(context, token))
      return joined(token) && is_is(context, token[-1]);
  }
  return false;
}

// "returned to work Friday", "to normal on Friday": no verb.
bool is_place_of_to(const Context& context, const Token* noun, const Token* at) {
  if (noun + 1 != at && !(noun + 2 == at && noun[1].is(Kind::kOn))) return false;
  for (const std::string_view word :
       {"work", "normal", "school", "court", "jail", "prison"})
    if (context.is_word(*noun, word)) return true;
  return false;
}

bool is_verb_of_to(const Context& context, const Token& verb) {
  if (verb.gap != Gap::kSpace || verb.capital) return false;
  return context.is_word(verb, "be") || verb.is(Kind::kAhead) || verb.is(Kind::kPast) ||
         (verb.is(Kind::kNone) && !verb.past);
}

// "failed to pay in May", "had been due to expire": what was done, or was not.
bool is_settled(const Context& context, const Token& verb) {
  if (verb.is(Kind::kPlan)) return context.is_word((&verb)[-1], "been");
  for (const std::string_view word :
       {"failed", "managed", "refused", "tried", "began", "used", "voted"})
    if (context.is_word(verb, word)) return true;
  return false;
}

// "prepared to open talks Friday", "a poll to be published Monday": what was still to
// be done, within so many words.
bool is_still_to_do(const Context& context, const Token* at, int most) {
  for (const Token* token = at; !begins_clause(context, at, token);) {
    --token;
    if (at - token > most) return false;
    if (token->is(Kind::kTo) && joined(token) && is_verb_of_to(context, token[1]) &&
        !is_place_of_to(context, token + 1, at))
      return !is_settled(context, token[-1]);
    if (begins_reason(context, *token)) return false;
    if (is_past(*token) && !is_passive(context, token)) return false;
  }
  return false;
}

// "has extended credit through January"; "he was his deputy until September".
bool is_granted(const Context& context, const Token* at) {
  for (const Token* token = at; !begins_clause(context, at, token);)
    if (is_have(context, *--token)) return true;
  return false;
}

// "awaiting a report Friday", "the eve of a meeting Tuesday", "before Sunday's vote".
bool is_awaited(const Context& context, const Token* at) {
  constexpr int kMost = 7;
  for (const Token* token = at; !begins_clause(context, at, token);) {
    --token;
    if (at - token > kMost || is_past(*token)) return false;
    if (token->is(Kind::kEve) || context.is_word(*token, "awaiting") ||
        context.is_word(*token, "await") || context.is_word(*token, "anticipation"))
      return true;
  }
  return false;
}

// "was leaving Tuesday", "were to meet today and Friday".
bool is_leaving(const Context& context, const Token* at) {
  if (!joined(at) || !joined(at - 1)) return false;
  const bool was = context.is_word(at[-2], "was") || context.is_word(at[-2], "were");
  for (const std::string_view word : {"leaving", "arriving", "departing", "returning",
                                      "flying", "traveling", "meeting", "heading"})
    if (context.is_word(at[-1], word)) return was;
  return false;
}

// "rain is likely today and Friday".
bool is_beside_today(const Token* at) {
  const bool linked = links_dates(at - 1) && joined(at) && joined(at - 1);
  return linked && at[-2].is(Kind::kDayWord) && at[-2].word.value >= 0;
}

// "On Monday he was visiting a farm", "headed Tuesday to Africa", "Thursday's
// forecast": of a weekday, what a wire of the day before tells in the past.
bool is_foretold(const Context& context, const Token* at, const Token* end) {
  if (!at->is(Kind::kWeekday) || end != at + 1) return false;
  if (is_awaited(context, at)) return true;
  if (at->possessive) return context.is_word(*end, "forecast");
  if (is_leaving(context, at) || is_beside_today(at)) return true;
  if (joined(at) && context.is_word(at[-1], "headed"))
    return follows(end, Kind::kTo) || follows(end, Kind::kFor);
  constexpr int kMost = 4;
  if (!joined(at) || !at[-1].is(Kind::kOn) || !at[-1].capital) return false;
  for (const Token* token = end; token < end + kMost; ++token) {
    const bool was = context.is_word(*token, "was") || context.is_word(*token, "were");
    if (was) return joined(token + 1) && context.surface(token[1]).ends_with("ing");
  }
  return false;
}

// "noted that the hearing in January would take long", "the elections in June will".
bool leads_to_future(const Context& context, const Token* at, const Token* end) {
  return joined(at) && at[-1].is(Kind::kIn) && !at[-1].capital && joined(end) &&
         is_future(context, end) && !context.is_word(*end, "could");
}

// "were due home Thursday", "was expected in Bonn Thursday".
bool was_due(const Context& context, const Token* at) {
  constexpr int kMost = 4;
  if (!at->is(Kind::kWeekday)) return false;
  for (const Token* token = at; !begins_clause(context, at, token);) {
    --token;
    if (at - token > kMost) return false;
    if (token->is(Kind::kPlan))
      return !token[1].is(Kind::kTo) &&
             (context.is_word(token[-1], "was") || context.is_word(token[-1], "were"));
    if (is_past(*token)) return false;
  }
  return false;
}

// "sales for Saturday's drawing", "in their Sunday editions", "held over until
// Thursday", "a service was planned Monday".
bool is_aimed_at(const Context& context, const Token* at, const Token* end) {
  const bool edition =
      context.is_word(*end, "editions") || context.is_word(*end, "edition");
  if (edition && at->is(Kind::kWeekday) && joined(end))
    return at->word.value == weekday(context.reference) % 7 + 1;
  if (!joined(at)) return false;
  const Token* link = at - 1;
  while (link->is(Kind::kPhase) || link->is(Kind::kOf) || link->is(Kind::kThe)) --link;
  if (end[-1].possessive) return link->is(Kind::kFor);
  if (was_due(context, at)) return tense_behind(context, at, end) != Tense::kPast;
  const bool deadline =
      link->is(Kind::kUntil) || link->is(Kind::kThrough) || link->is(Kind::kBy);
  const bool set_for = link->is(Kind::kFor) && joined(link) &&
                       (link[-1].is(Kind::kPlan) || context.is_word(link[-1], "set") ||
                        context.is_word(link[-1], "called")) &&
                       !is_former_plan(context, link - 1);
  if (!at->is(Kind::kWeekday)) return set_for || (deadline && is_granted(context, at));
  return deadline || link->is(Kind::kTo) || link->is(Kind::kPlan);
}

}  // namespace

// A month that was there a month or two ago: the next of its name is hardly meant.
bool is_just_over(const Context& context, const Token* at) {
  constexpr int kMonths = 2;
  return at->is(Kind::kMonth) &&
         (context.reference.month - at->word.value + 12) % 12 <= kMonths;
}

Tense weighed_tense(const Context& context, const Token* at, const Token* end,
                    Tense tense, NearSide near) {
  if (is_since(at)) return Tense::kPast;
  if (near == NearSide::kNext && takes_effect(context, at)) return Tense::kAhead;
  if (near == NearSide::kLast && tense == Tense::kAhead) {
    const bool until = joined(at) && at[-1].is(Kind::kUntil);
    if (!at->is(Kind::kWeekday) && !until && is_reported(context, at))
      return Tense::kPast;
    if (is_ruled_ahead(context, at)) return tense;
    // Who postpones a vote scheduled Sunday knows when it was.
    const bool planned =
        !at->is(Kind::kWeekday) &&
        (is_planned(context, at) ||
         (!is_just_over(context, at) && is_still_to_do(context, at, kClose)));
    const bool over = tense_behind(context, at, end) == Tense::kPast;
    return planned && !over ? tense : Tense::kPast;
  }
  if (near == NearSide::kNext && tense == Tense::kPast) {
    const bool ahead = is_aimed_at(context, at, end) ||
                       is_still_to_do(context, at, kLonger) ||
                       is_foretold(context, at, end) || is_ruled_ahead(context, at) ||
                       leads_to_future(context, at, end);
    return ahead ? Tense::kAhead : tense;
  }
  return tense;
}

int days_to_bare_weekday(const Context& context, const Token* at, const Token* end,
                         int number) {
  const int today = weekday(context.reference);
  const int ahead = (number - today + 7) % 7;
  const int back = (today - number + 7) % 7;
  // What the text has called its own past stays there.
  const bool told = context.story.named[static_cast<std::size_t>(back)] > 0;
  // What it has called its future does, too, as far as that is nearer.
  const bool opens = at->gap >= Gap::kComma || (joined(at) && at[-1].capital);
  const bool farther = back > kFarther || (at->possessive && back == kFarther);
  if (!told && !opens && farther && end == at + 1 &&
      context.story.awaited[static_cast<std::size_t>(ahead)])
    return ahead;
  const bool tomorrow = back == kFarthest && !told;
  // Where it is Thursday already, what a wire of Wednesday tells was "said Thursday".
  if (tomorrow && end == at + 1 && at->gap == Gap::kSpace &&
      context.is_word(at[-1], "said"))
    return ahead;
  const NearSide near = back >= kFarther && !told ? NearSide::kNext
                        : ahead == kFarthest      ? NearSide::kLast
                                                  : NearSide::kNeither;
  const Tense tense = weighed_tense(context, at, end, tense_at(context, at, end), near);
  const bool next = tense == Tense::kAhead || (tomorrow && tense == Tense::kUnknown);
  return next ? ahead : -back;
}

Tense tense_of_day(const Context& context, const Token* at, const Token* end, int month,
                   int day) {
  constexpr int kNear = 120;  // Days.
  constexpr int kYear = 365;
  const Date here{context.reference.year, month, std::min(day, 28)};
  const int back = (to_days(context.reference) - to_days(here) + kYear) % kYear;
  const NearSide near = back == 0               ? NearSide::kNeither
                        : back <= kNear         ? NearSide::kLast
                        : kYear - back <= kNear ? NearSide::kNext
                                                : NearSide::kNeither;
  return weighed_tense(context, at, end, tense_at(context, at, end), near);
}

Tense tense_of_month(const Context& context, const Token* at, const Token* end) {
  constexpr int kNear = 4;  // Months.
  const int back = (context.reference.month - at->word.value + 12) % 12;
  const NearSide near = back == 0            ? NearSide::kNeither
                        : back <= kNear      ? NearSide::kLast
                        : 12 - back <= kNear ? NearSide::kNext
                                             : NearSide::kNeither;
  return weighed_tense(context, at, end, tense_at(context, at, end), near);
}

}  // namespace dateline::dates
