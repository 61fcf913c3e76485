#include "index/text/analyzer.h"

#include <dateline/error.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "index/text/char_class.h"
#include "index/text/eight_bytes.h"
#include "index/text/folding.h"
#include "index/text/token_builder.h"
#include "index/text/utf8.h"
#include "index/text/word_splitter.h"

namespace dateline::text {

struct Analyzer::Impl {
  explicit Impl(std::string_view language)
      : builder(language), splitter(builder.stemmer().name()) {}

  void analyze(std::string_view whole);
  const char* read_ascii(const char* at);
  const char* read_any(const char* at);
  void gather(const WordSpan& span);
  std::string_view stem_form(std::string_view word);
  std::string_view written_form(std::u32string_view letters);
  std::uint32_t offset(const char* at) const {
    return static_cast<std::uint32_t>(at - text);
  }

  TokenBuilder builder;
  WordSplitter splitter;
  WordFolder folder;
  const char* text = nullptr;
  const char* end = nullptr;

  // The word being read: its letters, and what its characters are.
  std::u32string letters;
  std::uint8_t bits = 0;
  std::string folded;
  std::string lower;
};

namespace {

/// Characters that are folded of one word; what is behind them is beyond the bound of
/// the folded form in any case.
constexpr std::size_t kMaxWordChars = 2 * kMaxWordBytes;

}  // namespace

void Analyzer::Impl::analyze(std::string_view whole) {
  text = whole.data();
  end = text + whole.size();
  const char* at = splitter.find_word(text, end);
  while (at < end) {
    const char* next = (byte_bits(*at) & kByteHigh) == 0 ? read_ascii(at) : nullptr;
    if (next == nullptr) next = read_any(at);
    at = splitter.find_word(next, end);
  }
}

/// Reads a word of ASCII letters and digits alone; null when it is of another kind.
/// This is the way of nearly all English words.
const char* Analyzer::Impl::read_ascii(const char* at) {
  static_assert(kMaxWordBytes % 8 == 0);
  char* const room = builder.arena().room(kMaxWordBytes);
  char* out = room;
  const char* const begin = at;
  std::uint64_t seen_capitals = 0;
  std::uint64_t seen_lower = 0;
  std::uint64_t seen_digits = 0;
  unsigned length = 0;
  do {
    const std::uint64_t bytes = load_eight(at, end);
    const std::uint64_t of_letters = flag_letters(bytes);
    const std::uint64_t digits = flag_digits(bytes);
    const std::uint64_t capitals = capitals_among(of_letters, bytes);
    length = flagged_length(of_letters | digits);
    store_eight(out, with_lower_case(bytes, capitals));
    seen_capitals |= keep_first(capitals, length);
    seen_lower |= keep_first(of_letters & ~capitals, length);
    seen_digits |= keep_first(digits, length);
    at += length;
    out += length;
  } while (length == 8 && out < room + kMaxWordBytes);
  const auto seen = static_cast<std::uint8_t>((seen_lower != 0 ? kByteLower : 0) |
                                              (seen_capitals != 0 ? kByteUpper : 0) |
                                              (seen_digits != 0 ? kByteDigit : 0));
  if (!splitter.ends_plainly(begin, at, end, seen)) return nullptr;

  const std::uint32_t link = splitter.link_length(at, end);
  const std::string_view word =
      builder.arena().take(static_cast<std::size_t>(out - room));
  builder.add({.folded = word,
               .lower = word,
               .written = {begin, word.size()},
               .begin = offset(begin),
               .end = offset(at),
               .bits = seen,
               .linked = link != 0});
  return at + link;
}

/// Reads a word of any kind.
const char* Analyzer::Impl::read_any(const char* at) {
  const WordSpan span = splitter.read_word(text, at, end);
  const std::uint32_t link = splitter.link_length(span.next, end);
  gather(span);
  folder.fold(letters, folded);
  if (folded.empty()) {
    builder.skip();
    return span.next + link;
  }
  const std::string_view kept = builder.arena().copy(cut_to(folded, kMaxWordBytes));
  const std::string_view stemmed = stem_form(kept);
  const bool capitals = (bits & (kByteLower | kByteCaseless)) == 0;
  builder.add({.folded = kept,
               .lower = stemmed,
               .written = capitals ? written_form(letters) : std::string_view(),
               .begin = offset(span.begin),
               .end = offset(span.end),
               .bits = bits,
               .linked = link != 0});
  return span.next + link;
}

/// The characters of a word, without those that have no part in it.
void Analyzer::Impl::gather(const WordSpan& span) {
  letters.clear();
  bits = 0;
  for (const char* at = span.begin; at < span.end;) {
    const auto [code, length] = decode_char(at, span.end);
    at += length;
    const CharClass what = class_of(code);
    bits |= bits_of(what);
    const bool point = code == U'.' && !span.acronym;
    if (!point && !starts_word(what) && what != CharClass::kMark) continue;
    if (letters.size() < kMaxWordChars) letters.push_back(code);
  }
}

/// The form of the word that is to be stemmed, in the arena: `folded`, or with accents.
/// Empty for words that were cut.
std::string_view Analyzer::Impl::stem_form(std::string_view word) {
  if (word.size() < folded.size() || builder.stemmer().name().empty()) return {};
  if (!builder.stemmer().wants_accents()) return word;
  folder.lower(letters, lower);
  return builder.arena().copy(lower);
}

/// The letters as they were written, in the arena.
std::string_view Analyzer::Impl::written_form(std::u32string_view word) {
  folded.clear();
  for (const char32_t code : word) append_char(code, folded);
  return builder.arena().copy(folded);
}

Analyzer::Analyzer(std::string_view language)
    : impl_(std::make_unique<Impl>(language)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text,
                                         const AnalyzeOptions& options) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::kInvalidArgument,
                "The text is over 4 GiB; analyze it in pieces.");
  }
  impl_->builder.begin(text, options);
  impl_->analyze(text);
  return impl_->builder.finish();
}

std::string_view Analyzer::stemmer_name() const {
  return impl_->builder.stemmer().name();
}

std::string_view analysis_fingerprint() { return "dateline-words-1"; }

}  // namespace dateline::text
