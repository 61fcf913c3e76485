#include "index/dates/verbs.h"

namespace dateline::dates {
namespace {

// "to cut", "will put": the base of a verb whose past is written alike.
bool is_base(const Token& token) {
  const Token& before = (&token)[-1];
  const bool may = before.is(Kind::kMonth) && !before.capital;
  return (token.word.flags & kUnsure) != 0 &&
         (before.is(Kind::kTo) || before.is(Kind::kFuture) || may);
}

// "was expected" tells of a plan that is over, "closed due to" of a reason; what one
// "has scheduled" is to come.
bool is_over(const Context& context, const Token* plan) {
  return plan->gap == Gap::kSpace && is_past(plan[-1]) && !is_have(context, plan[-1]);
}

// "no reports", "his plans".
bool determines(const Context& context, const Token& token) {
  for (const std::string_view word : {"no", "any", "his", "her", "its", "their", "our"})
    if (context.is_word(token, word)) return true;
  return false;
}

// "payment", "restriction": no verbs.
bool is_surely_noun(const Context& context, const Token& token) {
  const auto word = context.surface(token);
  return token.is(Kind::kNone) &&
         (word.ends_with("yment") || word.ends_with("tion") || word.ends_with("sion") ||
          word.ends_with("ness") || word.ends_with("ity"));
}

// "due to the strike", "to its members": behind "to" no verb.
bool begins_noun(const Context& context, const Token& token) {
  return is_surely_noun(context, token) || token.is(Kind::kThe) || token.is(Kind::kA) ||
         token.is(Kind::kPointer) || token.is(Kind::kNumber) ||
         determines(context, token);
}

// "come into force", "take effect", "appears in court": of these verbs only some uses
// tell of what is to come.
bool is_whole_verb(const Context& context, const Token* verb) {
  const Token& next = verb[1];
  if (context.is_word(*verb, "come"))
    return context.is_word(next, "into") && !is_have(context, verb[-1]);
  if (context.is_word(*verb, "follows"))
    return next.is(Kind::kOn) || next.is(Kind::kWeekday) || next.gap >= Gap::kComma;
  if (context.is_word(*verb, "take")) return context.is_word(next, "effect");
  // "4TH QTR ENDS JAN 31 NET": what a wire heads results with.
  if (context.is_word(*verb, "ends")) return !context.is_word(verb[-1], "qtr");
  if (context.is_word(*verb, "appears"))
    return next.is(Kind::kIn) || next.is(Kind::kBefore) || next.is(Kind::kAt);
  return true;
}

// "over hosts Morocco", "11 runs", "that vote", "a play-off": a noun that is written
// like a verb.
bool is_noun(const Context& context, const Token* token) {
  if (token->gap == Gap::kHyphen || token[1].gap == Gap::kHyphen) return true;
  if (!joined(token)) return false;
  const Token& before = token[-1];
  switch (before.word.kind) {
    case Kind::kThe:
    case Kind::kA:
    case Kind::kTo:
    case Kind::kPast:
    case Kind::kCardinal:
    case Kind::kPointer:
    case Kind::kBound:
    case Kind::kOf:
    case Kind::kIn:
    case Kind::kFor:
    case Kind::kFrom:
    case Kind::kOn:
      return true;
    case Kind::kVague:
      return !context.is_word(before, "couple");
    case Kind::kNumber:  // Not "Tianwen-1 arrives".
      return before.gap != Gap::kHyphen && before.digits != 4;
    default:
      return before.possessive || determines(context, before) ||
             context.is_word(before, "record");
  }
}

// "may reach Florida", where the lexicon has the month.
bool is_verb_may(const Context& context, const Token* token) {
  if (!token->is(Kind::kMonth) || token->word.value != 5) return false;
  const Token& verb = token[1];
  const Token& before = token[-1];
  const bool verbal = (verb.is(Kind::kNone) && !verb.past) || verb.is(Kind::kAhead) ||
                      context.is_word(verb, "be");
  const bool placed = before.is(Kind::kIn) || before.is(Kind::kOf) ||
                      before.is(Kind::kSince) || before.is(Kind::kBy) ||
                      before.is(Kind::kUntil) || before.is(Kind::kPhase);
  return (!token->capital || token->capitals) && verb.gap == Gap::kSpace && verbal &&
         !placed;
}

}  // namespace

bool is_past(const Token& token) {
  if (token.is(Kind::kPast)) return !is_base(token);
  // "Communist-ruled", "the most endangered" are no verbs.
  const bool adjective = token.gap == Gap::kHyphen || (&token)[-1].is(Kind::kMost);
  return token.past && token.is(Kind::kNone) && !token.capital && !adjective;
}

bool is_have(const Context& context, const Token& token) {
  return context.is_word(token, "has") || context.is_word(token, "have");
}

bool is_future_to(const Context& context, const Token* to) {
  if (!joined(to) || context.is_word(to[1], "have") || begins_noun(context, to[1]))
    return false;
  const Token* verb = to - 1;
  if (verb->is(Kind::kPlan)) return !is_over(context, verb);
  return verb->is(Kind::kPresentBe) || verb->is(Kind::kFuture) ||
         verb->is(Kind::kAhead);
}

bool is_present(const Context& context, const Token* token) {
  // "Poland votes": a name's verb, no votes that are counted.
  if (token->is(Kind::kCounted))
    return joined(token) && token[-1].capital && context.is_word(*token, "votes");
  if (token->is(Kind::kPresentBe))
    return context.is_word(*token, "is") || context.is_word(*token, "are");
  if (!token->is(Kind::kAhead) || context.is_word(token[-1], "home")) return false;
  if (context.is_word(*token, "upcoming")) return true;
  if (is_noun(context, token) || !is_whole_verb(context, token)) return false;
  if ((token->word.flags & kPlural) == 0) return true;
  const bool ruled =
      context.is_word(token[-1], "not") || context.is_word(token[-1], "be");
  return !ruled && !token->capital && !token[1].is(Kind::kUntil);
}

bool is_future(const Context& context, const Token* token) {
  if (is_verb_may(context, token)) return true;
  if (!token->is(Kind::kFuture)) return false;
  const auto word = context.surface(*token);
  const bool pronoun = word.ends_with("'ll");  // "He'll" opens a sentence.
  return (!token->capital || token->capitals || pronoun) && !is_past(token[1]);
}

bool is_next(const Token& token) {
  return token.is(Kind::kPointer) && token.word.value == kNext;
}

bool owns(const Context& context, const Token* token) {
  const Token& thing = token[1];
  return is_have(context, *token) && joined(&thing) &&
         (thing.is(Kind::kA) || thing.is(Kind::kThe) ||
          (thing.capital && thing.is(Kind::kNone)));
}

Tense tense_of(const Context& context, const Token* token) {
  if (token->is(Kind::kPlan)) {
    if (token[-1].is(Kind::kAs)) return Tense::kUnknown;
    if (token[1].is(Kind::kTo) && begins_noun(context, token[2]))
      return Tense::kUnknown;
    return is_over(context, token) ? Tense::kPast : Tense::kAhead;
  }
  // "is to be held": what comes before tells.
  if (is_past(*token) && joined(token) && context.is_word(token[-1], "be"))
    return Tense::kUnknown;
  // "the case is heard in May"
  const bool passive =
      token->is(Kind::kPast) && joined(token) &&
      (context.is_word(token[-1], "is") || context.is_word(token[-1], "are"));
  if (passive) return Tense::kUnknown;
  if (owns(context, token)) return Tense::kUnknown;
  if (is_past(*token) || token->is(Kind::kSince)) return Tense::kPast;
  if (token->is(Kind::kEnded) && token->past) return Tense::kPast;
  if (token->is(Kind::kTo))
    return is_future_to(context, token) ? Tense::kAhead : Tense::kUnknown;
  if (is_future(context, token)) return Tense::kAhead;
  if (is_present(context, token) || is_next(*token)) return Tense::kAhead;
  return Tense::kUnknown;
}

}  // namespace dateline::dates
