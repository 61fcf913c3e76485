// What words mean for dates, in English and, for absolute dates, four languages more.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
  kAdverb,     ///< "daily", "weekdays": the Unit of a set, or kWorkdays
  kDecade,     ///< "seventies": 7
  kMeridiem,   ///< "am", "pm": 0, 12
  kZone,       ///< "GMT", "EST"
  kReference,  ///< "recently", "now", "soon", "future", "these": -1 to 4
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

/// Monday to Friday, beside the units of a kAdverb.
inline constexpr int kWorkdays = -1;

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
  Word find(std::string_view text, std::size_t at, std::size_t size) const {
    const Key key = key_of(text, at, size);
    const std::uint64_t mixed = mix(key);
    const Tag tag = tag_of(mixed);
    for (std::size_t slot = slot_of(mixed); tags_[slot] != 0;
         slot = (slot + 1) % kSlots)
      if (tags_[slot] == tag && slots_[slot].key == key) return slots_[slot].word;
    return {};
  }

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
  using Tag = std::uint16_t;  // Bits of a hash; 0 where a slot is empty.

  static constexpr int kSlotBits = 11;  // For three times the words or more.
  static constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;

  Lexicon(std::span<const WordRow> rows, bool english);
  void add(std::string_view text, Word word);

  // Up to eight bytes of a word at `at`, in small letters, the first at the bottom.
  static std::uint64_t load(std::string_view text, std::size_t at, std::size_t size) {
    constexpr std::uint64_t kLowerCase = 0x2020202020202020;
    std::uint64_t bytes = 0;
    if (at + sizeof bytes <= text.size() &&
        std::endian::native == std::endian::little) {
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
    } else {
      for (std::size_t i = size; i-- > 0;)
        bytes = bytes << 8 | static_cast<unsigned char>(text[at + i]);
    }
    const std::uint64_t mask = size == 0 ? 0 : ~std::uint64_t{0} >> (8 * (8 - size));
    return (bytes | kLowerCase) & mask;
  }

  static Key key_of(std::string_view text, std::size_t at, std::size_t size) {
    Key key;
    key.low = load(text, at, size < 8 ? size : 8);
    if (size > 8) key.middle = load(text, at + 8, size < 16 ? size - 8 : 8);
    if (size > 16) key.high = load(text, at + 16, size - 16);
    return key;
  }

  static std::uint64_t mix(const Key& key) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
    return (key.low ^ key.middle * 31 ^ key.high * 961) * kOdd;
  }
  static std::size_t slot_of(std::uint64_t mixed) {
    return static_cast<std::size_t>(mixed >> (64 - kSlotBits));
  }
  static Tag tag_of(std::uint64_t mixed) { return static_cast<Tag>(mixed >> 32 | 1); }

  // Most words mean nothing for dates, and one look at the tags tells.
  std::vector<Tag> tags_;
  std::vector<Slot> slots_;
  bool english_;
};

}  // namespace dateline::dates
