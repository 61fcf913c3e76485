// What one word says of the time that a sentence tells of: its verbs, mostly.

#pragma once

#include "index/dates/calendar.h"
#include "index/dates/reading.h"

namespace dateline::dates {

/// A verb that tells of the past, or a participle, which may not.
bool is_past(const Token& token);
bool is_have(const Context& context, const Token& token);
/// "will", "may"; Will Smith is a man, and "a can held" a thing.
bool is_future(const Context& context, const Token* token);
/// "to" of "is to meet", "plans to"; not of "seems to have met".
bool is_future_to(const Context& context, const Token* to);
/// The present that tells of what is to come: "is on", "play", but not "to play".
bool is_present(const Context& context, const Token* token);
bool is_next(const Token& token);
/// "has a meeting", "have Australia": no perfect.
bool owns(const Context& context, const Token* token);
/// The tense that one word left of a date gives.
Tense tense_of(const Context& context, const Token* token);

}  // namespace dateline::dates
