// Snowball stems, remembered: news repeats its words, and a look-up is much cheaper
// than stemming.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/byte_arena.h"
#include "index/text/folding.h"

struct sb_stemmer;

namespace dateline::text {

/// The stemmer of one language with a bounded memory. One object belongs to one thread
/// at a time.
class Stemmer {
 public:
  /// `language`: a BCP 47 tag or a Snowball name, in any case.
  explicit Stemmer(std::string_view language);

  /// The Snowball name; empty when the language is not known.
  std::string_view name() const { return name_; }

  /// True when stem() wants accents: French and German endings are told by them.
  /// English has them only on loaned words, which are written with and without.
  bool wants_accents() const { return name_ != "english" && name_ != "indonesian"; }

  /// Allows the stems given so far to be forgotten.
  void begin_text() { retired_.clear(); }

  /// Puts in the place of each word, lower case with or without accents, its folded
  /// stem; of an empty one, or without a language, nothing. The views live until
  /// begin_text(). Of each word eight bytes are read whatever its size: words of a
  /// ByteArena. Many words at once: what is remembered of them is more than the
  /// nearest cache holds, and is fetched for some while others are read.
  void stem(std::span<std::string_view* const> words);

 private:
  /// What tells a word from others of its size: all its bytes if it is short, its hash
  /// if it is long.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// A word with its stem in the arena, behind the word itself if that is long. The
  /// short ones are compared without a look at the arena, which is far from the cache.
  struct Entry {
    Key key;
    const char* stem = nullptr;
    std::uint32_t hash = 0;
    std::uint16_t word_size = 0;  ///< 0: no entry.
    std::uint16_t stem_size = 0;
  };
  static constexpr std::size_t kShortWord = 16;

  /// A word with what it is looked up by.
  struct Lookup {
    Key key;
    std::uint32_t hash = 0;
  };
  // Few probes: words chosen to collide cost a stemming each, and no more.
  static constexpr std::size_t kProbes = 8;
  static constexpr std::size_t kFirstEntries = std::size_t{1} << 10;
  static constexpr std::size_t kMaxEntries = std::size_t{1} << 17;
  static constexpr std::size_t kMaxWord = 0x7FFF;

  static Key key_of(std::string_view word);
  static Lookup lookup_of(std::string_view word);
  std::string_view find(std::string_view word, const Lookup& lookup);
  std::string_view compute(std::string_view word, const Lookup& lookup);
  std::string_view snowball(std::string_view word);
  void make_room();
  void insert(const Entry& entry);

  std::string_view name_;
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> snowball_;
  std::vector<Entry> entries_;
  std::size_t mask_ = 0;
  std::size_t count_ = 0;
  ByteArena arena_;
  std::vector<ByteArena> retired_;  // Stems of this text that the table has forgotten.

  WordFolder folder_;
  std::u32string codes_;
  std::string folded_;
};

}  // namespace dateline::text
