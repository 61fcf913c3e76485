#include "index/text/folding.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>

#include "index/text/analyzer.h"
#include "index/text/char_class.h"
#include "index/text/utf8.h"

namespace dateline::text {
namespace {

using Codes = std::vector<std::int32_t>;

bool within(std::int32_t code, std::int32_t first, std::int32_t last) {
  return code >= first && code <= last;
}

const utf8proc_property_t& property_of(std::int32_t code) {
  return *utf8proc_get_property(code);
}

/// Appends the full decomposition of `code`.
void decompose(char32_t code, int options, Codes& out) {
  std::array<std::int32_t, 32> codes;  // Unicode's longest is 18: U+FDFA.
  const auto length = utf8proc_decompose_char(
      static_cast<std::int32_t>(code), codes.data(), codes.size(),
      static_cast<utf8proc_option_t>(options), nullptr);
  if (length > 0) out.insert(out.end(), codes.begin(), codes.begin() + length);
}

/// Unicode's canonical order: marks after one base by their class. Stable, and never
/// quadratic, however many marks a hostile text piles up.
void order_marks(Codes& codes) {
  const auto rank = [](std::int32_t code) { return property_of(code).combining_class; };
  auto at = codes.begin();
  while (at != codes.end()) {
    const auto first =
        std::find_if(at, codes.end(), [&](auto c) { return rank(c) != 0; });
    at = std::find_if(first, codes.end(), [&](auto c) { return rank(c) == 0; });
    if (at - first > 1) {
      std::stable_sort(first, at, [&](auto a, auto b) { return rank(a) < rank(b); });
    }
  }
}

void compose(Codes& codes) {
  const auto length = utf8proc_normalize_utf32(
      codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  if (length >= 0) codes.resize(static_cast<std::size_t>(length));
}

/// The blocks of marks that only Latin, Greek and Cyrillic, and signs, use.
bool is_diacritic(std::int32_t code) {
  return within(code, 0x0300, 0x036F) || within(code, 0x1AB0, 0x1AFF) ||
         within(code, 0x1DC0, 0x1DFF) || within(code, 0x20D0, 0x20FF) ||
         within(code, 0xFE20, 0xFE2F);
}

bool is_semitic_mark(std::int32_t code) {
  return within(code, 0x0591, 0x05BD) || code == 0x05BF ||
         within(code, 0x05C1, 0x05C2) || within(code, 0x05C4, 0x05C5) ||
         code == 0x05C7 || within(code, 0x0610, 0x061A) ||
         within(code, 0x064B, 0x065F) || code == 0x0670 ||
         within(code, 0x06D6, 0x06DC) || within(code, 0x06DF, 0x06E4) ||
         within(code, 0x06E7, 0x06E8) || within(code, 0x06EA, 0x06ED) ||
         within(code, 0x08CA, 0x08E1) || within(code, 0x08E3, 0x08FF) || code == 0xFB1E;
}

/// Whether `mark` goes when it stands on `base`, a folded letter.
bool mark_goes(std::int32_t base, std::int32_t mark) {
  if (is_diacritic(mark)) {
    const bool breve = mark == 0x0306 && (base == 0x0438 || base == 0x0443);  // й ў
    const bool diaeresis = mark == 0x0308 && base == 0x0456;                  // ї
    return !breve && !diaeresis;
  }
  if (mark == 0x0654) {  // The hamza of ؤ ئ ۂ ۀ ۓ.
    return base != 0x0648 && base != 0x064A && base != 0x06C1 && base != 0x06D5 &&
           base != 0x06D2;
  }
  return is_semitic_mark(mark);
}

/// The ASCII digit of the same value, or `code` itself.
std::int32_t ascii_digit(std::int32_t code) {
  static constexpr std::array<std::int32_t, 24> kZeros = {
      0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
      0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20,
      0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90};
  const auto after = std::upper_bound(kZeros.begin(), kZeros.end(), code);
  if (after == kZeros.begin() || code > *std::prev(after) + 9) return code;
  return '0' + code - *std::prev(after);
}

/// Appends what stands for `code`, a case-folded letter that no decomposition covers.
void append_mapped(std::int32_t code, Codes& out) {
  switch (code) {
    case 0x00E6:  // æ
      out.push_back('a');
      out.push_back('e');
      return;
    case 0x0153:  // œ
      out.push_back('o');
      out.push_back('e');
      return;
    case 0x00FE:  // þ
      out.push_back('t');
      out.push_back('h');
      return;
    case 0x00F8:  // ø
      return out.push_back('o');
    case 0x0142:  // ł
      return out.push_back('l');
    case 0x00F0:  // ð
    case 0x0111:  // đ
      return out.push_back('d');
    case 0x0127:  // ħ
      return out.push_back('h');
    case 0x0167:  // ŧ
      return out.push_back('t');
    case 0x014B:  // ŋ
      return out.push_back('n');
    case 0x0131:  // ı
      return out.push_back('i');
    case 0x0671:  // Alef wasla.
      return out.push_back(0x0627);
    case 0x0640:  // Tatweel only stretches a word.
      return;
    default:
      out.push_back(ascii_digit(code));
  }
}

/// From `codes`, decomposed and case-folded, to the folded characters in `out`.
void fold_decomposed(const Codes& codes, Codes& out) {
  out.clear();
  std::int32_t base = 0;
  for (const std::int32_t code : codes) {
    if (mark_goes(base, code) || property_of(code).ignorable) continue;
    if (property_of(code).combining_class == 0) base = code;
    append_mapped(code, out);
  }
  compose(out);
}

/// Compatibility forms can hold signs: ŉ is ʼn, ﱞ has a space. No word has them, but
/// for the stroke of ½ and the points of numbers.
bool is_word_char(std::int32_t code) {
  if (code == 0x2044 || code == '.') return true;
  const CharClass c = class_of(static_cast<char32_t>(code));
  return starts_word(c) || c == CharClass::kMark;
}

void encode_word(const Codes& codes, std::string& out) {
  out.clear();
  for (const std::int32_t code : codes) {
    if (is_word_char(code)) append_char(static_cast<char32_t>(code), out);
  }
}

/// Characters that are their own folded form, whatever stands beside them in a word
/// without marks: Han, kana, Hangul syllables.
bool folds_to_itself(char32_t code) {
  return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
         (code >= 0x3041 && code <= 0x3096) || (code >= 0x30A1 && code <= 0x30FA) ||
         code == 0x30FC || (code >= 0xAC00 && code <= 0xD7A3);
}

/// What a character becomes, whatever stands beside it.
struct CharForm {
  static constexpr std::uint8_t kNone = 0xFF;
  std::array<char, 7> bytes{};
  std::uint8_t length = kNone;  // kNone: the character needs its neighbours.

  void set(std::string_view text) {
    if (text.size() > bytes.size()) return;
    std::copy(text.begin(), text.end(), bytes.begin());
    length = static_cast<std::uint8_t>(text.size());
  }

  std::string_view text() const { return {bytes.data(), length}; }
};

constexpr int kFoldOptions = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
constexpr int kLowerOptions = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;

}  // namespace

/// The forms of single characters of the alphabets most used, so that their words need
/// no normalisation.
struct WordFolder::Tables {
  static constexpr char32_t kSize =
      0x0700;  // Latin, Greek, Cyrillic to Hebrew, Arabic.

  std::array<CharForm, kSize> folded{};
  std::array<CharForm, kSize> lowered{};

  /// True when each character of `word` has a form of its own; `out` is then the word.
  static bool concat(const std::array<CharForm, kSize>& forms, std::u32string_view word,
                     std::string& out) {
    out.clear();
    for (const char32_t code : word) {
      if (code >= kSize) {
        if (!folds_to_itself(code)) return false;
        append_char(code, out);
      } else {
        if (forms[code].length == CharForm::kNone) return false;
        out.append(forms[code].text());
      }
    }
    return true;
  }
};

const WordFolder::Tables& WordFolder::tables() {
  static const Tables tables = [] {
    Tables made;
    WordFolder folder;
    std::string form;
    for (char32_t code = 0; code < Tables::kSize; ++code) {
      if (class_of(code) == CharClass::kMark) continue;
      folder.fold_any({&code, 1}, form);
      made.folded[code].set(form);
      folder.lower_any({&code, 1}, form);
      made.lowered[code].set(form);
    }
    return made;
  }();
  return tables;
}

void WordFolder::fold(std::u32string_view word, std::string& out) {
  if (!Tables::concat(tables().folded, word, out)) fold_any(word, out);
}

void WordFolder::lower(std::u32string_view word, std::string& out) {
  if (!Tables::concat(tables().lowered, word, out)) lower_any(word, out);
}

void WordFolder::fold_any(std::u32string_view word, std::string& out) {
  decomposed_.clear();
  for (const char32_t code : word) decompose(code, kFoldOptions, decomposed_);
  order_marks(decomposed_);
  fold_decomposed(decomposed_, kept_);
  encode_word(kept_, out);
}

void WordFolder::lower_any(std::u32string_view word, std::string& out) {
  decomposed_.clear();
  for (const char32_t code : word) {
    decompose(static_cast<char32_t>(utf8proc_tolower(static_cast<std::int32_t>(code))),
              kLowerOptions, decomposed_);
  }
  order_marks(decomposed_);
  kept_.clear();
  for (std::int32_t code : decomposed_) {
    code = utf8proc_tolower(code);
    const std::int32_t before = kept_.empty() ? 0 : kept_.back();
    if (code == 0x0308 && before == 0x0435) continue;  // ё
    if (code == 0x0307 && before == 'i') continue;     // İ
    if (code != 0x0640 && !property_of(code).ignorable) kept_.push_back(code);
  }
  compose(kept_);
  encode_word(kept_, out);
}

namespace {

bool is_space(std::int32_t code) {
  switch (property_of(code).category) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return true;
    default:
      return false;
  }
}

/// Appends text to a string: runs of spaces as one, none at either end.
class SpaceCollapser {
 public:
  explicit SpaceCollapser(std::string& out) : out_(out) {}

  void space() { pending_ = !out_.empty(); }
  void put(char32_t code) {
    end_space();
    append_char(code, out_);
  }
  void put_ascii(char c) {
    end_space();
    out_.push_back(c);
  }
  void put(std::string_view text) {
    end_space();
    out_.append(text);
  }

 private:
  void end_space() {
    if (pending_) out_.push_back(' ');
    pending_ = false;
  }

  std::string& out_;
  bool pending_ = false;
};

/// ’ and ‐ are typed as ' and - as often as not.
char32_t plain_sign(std::int32_t code) {
  if (code == 0x2019 || code == 0x02BC) return U'\'';
  return code == 0x2010 ? U'-' : static_cast<char32_t>(code);
}

std::string fold_any_text(std::string_view text) {
  Codes decomposed;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const auto [code, length] = decode_char(at, end);
    decompose(code == kInvalidChar ? 0xFFFD : code, kFoldOptions, decomposed);
    at += length;
  }
  order_marks(decomposed);
  Codes folded;
  fold_decomposed(decomposed, folded);
  std::string out;
  out.reserve(text.size());
  SpaceCollapser sink(out);
  for (const std::int32_t code : folded) {
    if (is_space(code)) {
      sink.space();
    } else {
      sink.put(plain_sign(code));
    }
  }
  return out;
}

/// What fold() makes of the single characters of a text, for all that need no
/// neighbours: those of the alphabets most used, and the signs of print.
class TextForms {
 public:
  static const TextForms& instance() {
    static const TextForms forms;
    return forms;
  }

  /// Null where the character needs its neighbours, as marks do, or becomes spaces or
  /// nothing.
  const CharForm* find(char32_t code) const {
    const std::size_t place =
        code < kLetters ? code : std::size_t{code - kFirstSign} + kLetters;
    if (code >= kLetters && (code < kFirstSign || code > kLastSign)) return nullptr;
    return forms_[place].length == CharForm::kNone ? nullptr : &forms_[place];
  }

 private:
  static constexpr char32_t kLetters = 0x0700;
  static constexpr char32_t kFirstSign = 0x2010;
  static constexpr char32_t kLastSign = 0x2027;

  TextForms() {
    for (char32_t code = 0; code < kLetters; ++code) set(code, forms_[code]);
    for (char32_t code = kFirstSign; code <= kLastSign; ++code)
      set(code, forms_[code - kFirstSign + kLetters]);
  }

  static void set(char32_t code, CharForm& form) {
    if (class_of(code) == CharClass::kMark) return;
    std::string text = "|";  // At its ends, spaces would not be seen.
    append_char(code, text);
    const std::string folded = fold_any_text(text += '|');
    const std::string_view inner(folded.data() + 1, folded.size() - 2);
    if (!inner.empty() && inner.find(' ') == inner.npos) form.set(inner);
  }

  std::array<CharForm, kLetters + kLastSign - kFirstSign + 1> forms_{};
};

/// False where a character needs its neighbours; `out` is then a part of the text.
bool fold_by_character(std::string_view text, std::string& out) {
  out.reserve(text.size());
  SpaceCollapser sink(out);
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    if (!(byte_bits(*at) & kByteHigh)) {
      const char c = *at++;
      if (c <= ' ' || c == 0x7F) {
        sink.space();
      } else {
        sink.put_ascii(ascii_lower(c));
      }
      continue;
    }
    const auto [code, length] = decode_char(at, end);
    const CharForm* form = TextForms::instance().find(code);
    if (form == nullptr) return false;
    sink.put(form->text());
    at += length;
  }
  return true;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  return fold_by_character(text, out) ? out : fold_any_text(text);
}

}  // namespace dateline::text
