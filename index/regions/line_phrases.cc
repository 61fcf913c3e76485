#include "index/regions/line_phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "index/regions/characters.h"
#include "index/regions/line_phrase_lists.h"

namespace dateline::regions {
namespace {

enum class Where : std::uint8_t { kStart, kInside, kWhole };

struct Phrase {
  std::string_view text;  // Lower case; begins with a letter.
  std::uint32_t sign;     // 0: a word of menus.
  Where where;
};

// The first bytes of a phrase, as memory has them: what tells it from most others.
struct PhraseHead {
  std::uint64_t bytes = 0;
  std::uint64_t mask = 0;  // All ones where `bytes` has the phrase.
};

// The bytes at `text`, of which eight can be read.
std::uint64_t load_head(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

PhraseHead head_of(std::string_view phrase) {
  constexpr std::array<char, 8> kOnes = {-1, -1, -1, -1, -1, -1, -1, -1};
  PhraseHead head;
  const std::size_t size = std::min(phrase.size(), sizeof head.bytes);
  std::memcpy(&head.bytes, phrase.data(), size);
  std::memcpy(&head.mask, kOnes.data(), size);
  return head;
}

class PhraseTable {
 public:
  PhraseTable() {
    add(kFurnitureStarts, kFurnitureStart, Where::kStart);
    add(kFurnitureParts, kFurnitureInside, Where::kInside);
    add(kMenuWords, 0, Where::kWhole);
    add(kRelatedStarts, kRelatedStart, Where::kStart);
    add(kSureRelatedStarts, kSureRelated, Where::kStart);
    add(kSureFurnitureParts, kSureFurniture, Where::kInside);
    add(kRelatedParts, kRelatedStart, Where::kInside);
    add(kCreditStarts, kCreditStart, Where::kStart);
    add(kCreditParts, kCreditInside, Where::kInside);
    add(kSureCredits, kSureCredit, Where::kInside);
    add(kPictureMarks, kPictureMark, Where::kInside);
    add(kPictureWords, kPictureWord, Where::kInside);
    add(kReferenceParts, kReferenceInside, Where::kInside);
    add(kSourceStarts, kSourceStart, Where::kStart);
    add(kAppeals, kAppeal, Where::kInside);
    add(kUpdates, kUpdated, Where::kStart);
    add(kReadingTimes, kReadingTime, Where::kInside);
    add(kCorrections, kCorrection, Where::kStart);
    std::ranges::stable_sort(phrases_, {}, [](const Phrase& p) { return key(p.text); });
    for (std::size_t i = phrases_.size(); i-- > 0;) {
      first_[key(phrases_[i].text)] = static_cast<std::uint16_t>(i);
      if (i + 1 == phrases_.size() ||
          key(phrases_[i + 1].text) != key(phrases_[i].text)) {
        last_[key(phrases_[i].text)] = static_cast<std::uint16_t>(i + 1);
      }
    }
    for (const Phrase& phrase : phrases_) heads_.push_back(head_of(phrase.text));
  }

  // Calls `take` with each phrase that `text`, in lower case, begins with. Behind it
  // stand eight bytes 0.
  template <class Take>
  void match(std::string_view text, const Take& take) const {
    if (text.size() < 2 || !is_lower(text[0])) return;
    const std::size_t k = key(text);
    const std::uint64_t head = load_head(text.data());
    for (std::size_t i = first_[k]; i < last_[k]; ++i) {
      if ((head & heads_[i].mask) != heads_[i].bytes) continue;
      const std::string_view phrase = phrases_[i].text;
      if (phrase.size() > sizeof head && !text.starts_with(phrase)) continue;
      const bool open = text.size() > phrase.size() && is_letter(phrase.back()) &&
                        is_letter(text[phrase.size()]);
      if (!open) take(phrases_[i]);
    }
  }

 private:
  static constexpr std::size_t kSeconds = 27;  // A letter, or anything else.

  // By the first two characters: the first is a letter, the second may be none, as in
  // "a version of this article".
  static std::size_t key(std::string_view text) {
    const std::size_t second =
        is_lower(text[1]) ? static_cast<std::size_t>(text[1] - 'a') : kSeconds - 1;
    return static_cast<std::size_t>(text[0] - 'a') * kSeconds + second;
  }

  void add(std::string_view texts, std::uint32_t sign, Where where) {
    while (!texts.empty()) {
      const std::size_t end = std::min(texts.find_first_of("|\n"), texts.size());
      if (end > 0) phrases_.push_back({texts.substr(0, end), sign, where});
      texts.remove_prefix(std::min(end + 1, texts.size()));
    }
  }

  std::vector<Phrase> phrases_;
  std::vector<PhraseHead> heads_;  // Of each.
  std::array<std::uint16_t, 26 * kSeconds> first_{};
  std::array<std::uint16_t, 26 * kSeconds> last_{};
};

const PhraseTable& phrase_table() {
  static const PhraseTable table;
  return table;
}

// What a byte of a line in lower case is.
enum class ByteKind : std::uint8_t {
  kOther,
  kWord,      // A letter or a digit.
  kPartMark,  // Between the parts of a menu.
  kBeyond,    // Beyond ASCII: goes on in a word, else a mark likewise.
};

constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = ByteKind::kWord;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = ByteKind::kWord;
  for (std::size_t c = 0x80; c < 256; ++c) kinds[c] = ByteKind::kBeyond;
  for (const char c : {'|', '>', '/', '-', ':', ',', '.'}) {
    kinds[static_cast<unsigned char>(c)] = ByteKind::kPartMark;
  }
  return kinds;
}();

ByteKind kind_of(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }

bool is_part_mark(char c) { return kind_of(c) >= ByteKind::kPartMark; }

// Notes a phrase and what stands `behind` it.
void take(const Phrase& phrase, std::string_view behind, bool at_start, bool first_part,
          PhraseSigns& found) {
  if (phrase.where == Where::kInside || (phrase.where == Where::kStart && first_part)) {
    found.signs |= phrase.sign;
  }
  if (phrase.where != Where::kWhole || !at_start) return;
  const std::size_t next = behind.find_first_not_of(' ');
  if (next != behind.npos && !is_part_mark(behind[next])) return;
  ++found.menu_words;
  if (next == behind.npos && first_part) found.signs |= kFurnitureWhole;
}

}  // namespace

PhraseSigns find_phrases(std::string_view line) {
  constexpr std::size_t kMostBytes = 256;
  std::array<char, kMostBytes + sizeof(std::uint64_t)> lower;
  const std::size_t size = std::min(line.size(), kMostBytes);
  std::transform(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(size),
                 lower.begin(), lowered);
  std::memset(lower.data() + size, 0, sizeof(std::uint64_t));
  const std::string_view text(lower.data(), size);
  const PhraseTable& phrases = phrase_table();
  PhraseSigns found;
  bool at_start = true;  // Nothing but marks since the start of the part.
  bool in_word = false;
  bool first_part = true;
  for (std::size_t i = 0; i < size; ++i) {
    const ByteKind kind = kind_of(text[i]);
    const bool word = kind == ByteKind::kWord || (in_word && kind == ByteKind::kBeyond);
    if (word && !in_word) {
      phrases.match(text.substr(i), [&](const Phrase& phrase) {
        take(phrase, text.substr(i + phrase.text.size()), at_start, first_part, found);
      });
    }
    if (word) {
      at_start = false;
      first_part = false;
    } else if (kind >= ByteKind::kPartMark) {
      at_start = true;
    }
    in_word = word;
  }
  return found;
}

}  // namespace dateline::regions
