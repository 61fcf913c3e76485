#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr std::uint32_t kReach = 90;  // Bytes that a verb governs.

// A verb that tells of the past, or a participle, which may not.
bool is_past(const Token& token) {
  return token.is(Kind::kPast) ||
         (token.past && token.is(Kind::kNone) && !token.capital);
}

// Whether the token behind `next` begins another sentence.
bool ends_sentence(const Context& context, const Token* token, const Token* next) {
  if (next->gap == Gap::kStop) return true;
  if (next->gap != Gap::kDotSpace || !next->capital) return false;
  const auto word = context.surface(*token);
  constexpr std::size_t kAbbreviation = 4;
  return word.size() > kAbbreviation || !token->capital;
}

// "was expected" tells of a plan that is over, "closed due to" of a reason.
bool is_over(const Token* plan) {
  return plan->gap == Gap::kSpace && is_past(plan[-1]);
}

// "to" of "is to meet", "plans to".
bool is_future_to(const Token* to) {
  if (!joined(to)) return false;
  const Token* verb = to - 1;
  if (verb->is(Kind::kPlan)) return !is_over(verb);
  return verb->is(Kind::kPresentBe) || verb->is(Kind::kFuture) ||
         verb->is(Kind::kAhead);
}

// The present that tells of what is to come: "is on", "play", but not "to play".
bool is_present(const Context& context, const Token* token) {
  // "Poland votes": a name's verb, no votes that are counted.
  if (token->is(Kind::kCounted))
    return joined(token) && token[-1].capital && context.is_word(*token, "votes");
  if (token->is(Kind::kPresentBe))
    return context.is_word(*token, "is") || context.is_word(*token, "are");
  if (!token->is(Kind::kAhead)) return false;
  if ((token->word.flags & kPlural) == 0) return true;
  const bool ruled = token[-1].is(Kind::kTo) || token[-1].is(Kind::kPast) ||
                     token[-1].is(Kind::kThe) || token[-1].is(Kind::kA) ||
                     context.is_word(token[-1], "not");
  return !ruled && !token->capital;
}

bool is_next(const Token& token) {
  return token.is(Kind::kPointer) && token.word.value == kNext;
}

// The tense that one word on the left gives.
Tense tense_of(const Context& context, const Token* token) {
  if (token->is(Kind::kPlan)) return is_over(token) ? Tense::kPast : Tense::kAhead;
  // "is to be held": what comes before tells.
  if (is_past(*token) && joined(token) && context.is_word(token[-1], "be"))
    return Tense::kUnknown;
  // "the case is heard in May"
  const bool passive =
      token->is(Kind::kPast) && joined(token) &&
      (context.is_word(token[-1], "is") || context.is_word(token[-1], "are"));
  if (passive) return Tense::kUnknown;
  if (is_past(*token) || token->is(Kind::kSince)) return Tense::kPast;
  if (token->is(Kind::kEnded) && token->past) return Tense::kPast;
  if (token->is(Kind::kTo))
    return is_future_to(token) ? Tense::kAhead : Tense::kUnknown;
  // Will Smith is a man.
  if (token->is(Kind::kFuture))
    return token->capital && !token->capitals ? Tense::kUnknown : Tense::kAhead;
  if (is_present(context, token) || is_next(*token)) return Tense::kAhead;
  return Tense::kUnknown;
}

// "until Friday", "from Monday": to come, unless a verb is past.
bool is_deadline(const Token& token, const Token& date) {
  if (date.is(Kind::kWeekday) && token.is(Kind::kFrom)) return true;
  return token.is(Kind::kUntil) || token.is(Kind::kBy) || token.is(Kind::kTo);
}

// "has rice until Friday": no perfect, but what lasts.
bool owns(const Context& context, const Token* token) {
  if (!context.is_word(*token, "has") && !context.is_word(*token, "have")) return false;
  return token[1].is(Kind::kNone) && !token[1].past;
}

// "has until Friday", "was given until Sunday": what is granted is to come.
bool is_term(const Context& context, const Token* at) {
  return follows(at - 1, Kind::kUntil) && joined(at) &&
         (context.is_word(at[-2], "has") || context.is_word(at[-2], "have") ||
          context.is_word(at[-2], "given"));
}

// "Final: Saturday": an entry of fixtures; results begin with their day.
bool is_entry(const Context& context, const Token* at) {
  return at->is(Kind::kWeekday) && context.text.substr(0, at->begin).ends_with(": ");
}

Tense tense_before(const Context& context, const Token* at) {
  if (is_term(context, at)) return Tense::kAhead;
  const Token* next = at;
  bool participle = false;
  bool deadline = false;
  for (const Token* token = at - 1; !token->is(Kind::kEnd); next = token--) {
    if (at->begin - token->begin >= kReach || ends_sentence(context, token, next))
      break;
    if (token == at - 1) deadline = is_deadline(*token, *at);
    // Another clause begins there.
    const bool clause = token->gap == Gap::kComma &&
                        (token->is(Kind::kAnd) || context.is_word(*token, "but"));
    if (clause) break;
    const Tense tense = tense_of(context, token);
    if (deadline && owns(context, token)) return Tense::kAhead;
    if (tense == Tense::kPast && !token->is(Kind::kPast) && !participle) {
      // "will declare the town liberated on Sunday"
      participle = true;
    } else if (tense == Tense::kAhead && participle && token->is(Kind::kPresentBe)) {
      break;  // "is accused of": what the participle tells.
    } else if (tense != Tense::kUnknown) {
      return tense;
    }
    if (participle && token->gap >= Gap::kComma) break;
  }
  if (deadline) return Tense::kAhead;
  return participle ? Tense::kPast : Tense::kUnknown;
}

Tense tense_behind(const Context& context, const Token* end) {
  constexpr std::uint32_t kNear = 60;
  const std::uint32_t from = end->begin;
  for (const Token* token = end; !token->is(Kind::kEnd); ++token) {
    if (token->begin - from > kNear || ends_sentence(context, token - 1, token))
      return Tense::kUnknown;
    const bool plan = token->is(Kind::kPlan) && !token[-1].is(Kind::kPresentBe);
    if (is_past(*token) || plan) return Tense::kPast;
    // "Tuesday is a holiday"
    if (token == end && is_present(context, token)) return Tense::kAhead;
    if (token->is(Kind::kFuture) && !token->capital) return Tense::kAhead;
    if (token->is(Kind::kTo) && is_future_to(token)) return Tense::kAhead;
  }
  return Tense::kUnknown;
}

}  // namespace

Tense tense_at(const Context& context, const Token* at, const Token* end) {
  // "Wednesday's ruling" has been made.
  const bool owner = end[-1].possessive && end == at + 1;
  Tense tense = owner ? Tense::kUnknown : tense_before(context, at);
  if (tense == Tense::kUnknown) tense = tense_behind(context, end);
  if (tense == Tense::kUnknown && is_entry(context, at)) return Tense::kAhead;
  return tense;
}

}  // namespace dateline::dates
