// What words mean for dates, in English and, for absolute dates, four languages more.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::dates {

/// The part that a word can play in a date.
enum class Kind : std::uint8_t {
  kNone,
  kEnd,     ///< Past the last token.
  kNumber,  ///< Digits.

  // Words with a value.
  kMonth,      ///< 1 to 12
  kWeekday,    ///< 1 (Monday) to 7
  kUnit,       ///< a Unit
  kSeason,     ///< 0 to 3: spring, summer, autumn, winter
  kDayPart,    ///< a DayPart
  kDayWord,    ///< "today": days from the reference day
  kTonight,    ///< "tonight", "overnight"
  kClock,      ///< "noon", "midnight": the hour
  kCardinal,   ///< "three"
  kScale,      ///< "hundred", "thousand"
  kOrdinal,    ///< "third"
  kPointer,    ///< a Pointer
  kPhase,      ///< a Phase: "early", "beginning"
  kVague,      ///< "several", "few": a number that is not known
  kAdverb,     ///< "daily": the Unit of a set
  kDecade,     ///< "seventies": 7
  kMeridiem,   ///< "am", "pm": 0, 12
  kZone,       ///< "GMT", "EST"
  kReference,  ///< "recently", "now", "soon", "future": -1 to 2
  kFeast,      ///< a Feast of named_days.h that one word names
  kBound,      ///< "nearly", "over": a Bound

  // Words that rules ask for.
  kThe,
  kA,
  kOf,
  kIn,
  kOn,
  kAt,
  kFrom,
  kTo,
  kAnd,
  kOr,
  kBetween,
  kUntil,
  kBy,
  kSince,
  kDuring,
  kThrough,
  kBefore,
  kAfter,
  kAgo,
  kHence,
  kFor,
  kEvery,
  kPer,
  kHalf,
  kFiscal,
  kOld,
  kMore,
  kThan,
  kTimes,
  kAs,
  kWithin,
  kEve,
  kOclock,
  kEnded,
  kLater,
  kEarlier,
  kWhole,
  kAged,
  kTime,
  kAd,
  kMost,
  kEvent,
  kPeriod,
  kLetter,
  kCounted,
  kYearWord,
  kSmall,

  // Words that tell the tense.
  kFuture,     ///< "will"
  kPast,       ///< "was", "said"
  kPresentBe,  ///< "is", "are"
  kPlan,       ///< "expected", "plans": future when "to" follows
  kAhead,      ///< "opens", "meets": the present that tells of what is to come
};

enum Unit : int {
  kSecond,
  kMinute,
  kHour,
  kDayUnit,
  kNight,
  kWeek,
  kFortnight,
  kWeekend,
  kMonthUnit,
  kQuarter,
  kYear,
  kDecadeUnit,
  kCentury,
  kMillennium,
  kSeasonUnit,
};

enum DayPart : int {
  kMorning,
  kAfternoon,
  kEvening,
  kNightPart,
  kDawn,
  kDusk,
  kNightfall
};

enum Pointer : int {
  kLast,
  kThis,
  kNext,
  kPrevious,
  kFollowing,
  kPastPointer,
  kComing,
  kSame,
  kThat,
  kLatest,
  kCurrent,
  kRecent,
};

enum Phase : int { kStart, kMid, kFinish, kStartOf, kMidOf, kFinishOf };

enum Bound : int { kApprox, kLess, kMoreThan, kUpTo, kAtLeast };

/// Properties of a word, or'd together.
enum WordFlag : std::uint8_t {
  kShort = 1,   ///< "Sat", "Mar": only where a dot or number helps.
  kUnsure = 2,  ///< "May": also a common word or a name.
  kPlural = 4,  ///< "weeks", "Fridays"
};

struct Word {
  Kind kind = Kind::kNone;
  std::uint8_t flags = 0;
  std::int16_t value = 0;
};

/// A row of a language's table: words that mean the same, with blanks between.
struct WordRow {
  Kind kind;
  int value;
  std::uint8_t flags;
  std::string_view words;
};

/// The words of a language, found by the bytes of a word in lower case.
class Lexicon {
 public:
  static constexpr std::size_t kLongest = 24;

  /// The lexicon of a language by its BCP 47 tag: English for "" and any language that
  /// has none of its own.
  static const Lexicon& of(std::string_view language);

  bool is_english() const { return english_; }

  /// The word of `size` bytes at `at` of a text, no more than kLongest, in any case.
  Word find(std::string_view text, std::size_t at, std::size_t size) const;

 private:
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t middle = 0;
    std::uint64_t high = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    Word word;
  };

  Lexicon(std::span<const WordRow> rows, bool english);
  static Key key_of(std::string_view text, std::size_t at, std::size_t size);
  static std::size_t hash(const Key& key);
  void add(std::string_view text, Word word);

  std::vector<Slot> slots_;
  bool english_;
};

}  // namespace dateline::dates
