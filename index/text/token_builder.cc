#include "index/text/token_builder.h"

#include <algorithm>

#include "index/text/utf8.h"

namespace dateline::text {
namespace {

/// Letters in `written`, capital letters and digits, that have at least two: a G20 is
/// found as g20, but WHO and COVID19 are worth a term of their own.
bool has_two_letters(std::string_view written) {
  int letters = 0;
  const char* const end = written.data() + written.size();
  for (const char* at = written.data(); at < end && letters < 2;) {
    const auto [code, length] = decode_char(at, end);
    letters += is_letter(class_of(code)) ? 1 : 0;
    at += length;
  }
  return letters >= 2;
}

}  // namespace

void TokenBuilder::begin(std::string_view text, const AnalyzeOptions& options) {
  if (tokens_.capacity() > kMaxKeptTokens) {
    tokens_ = {};
    to_stem_ = {};
    arena_ = {};
  }
  text_ = text;
  options_ = options;
  tokens_.clear();
  position_ = 0;
  arena_.clear();
  stemmer_.begin_text();
  skip();
}

std::span<const Token> TokenBuilder::finish() {
  to_stem_.clear();
  for (Token& token : tokens_)
    if (!token.stem.empty()) to_stem_.push_back(&token.stem);
  stemmer_.stem(to_stem_);
  return tokens_;
}

std::string_view TokenBuilder::long_capitals(std::string_view written) {
  if (written.size() > kMaxWordBytes || !has_two_letters(written)) return {};
  return arena_.copy(written);
}

/// Whether `number` and the word before it are a G 20 or an F 16: one or two capitals,
/// a space, up to three digits.
bool TokenBuilder::is_designation(const ReadWord& number) const {
  constexpr std::size_t kMaxDigits = 3;
  if (last_.bits != kByteUpper || in_compound_) return false;
  const std::string_view space = text_.substr(last_.end, number.begin - last_.end);
  if (space != " " && space != "\u00A0") return false;
  // The bytes of the text, so that the U.S. of "U.S. 20" is none, nor a word of more
  // letters that fold to few.
  const std::string_view name = text_.substr(last_.begin, last_.end - last_.begin);
  const auto characters = std::count_if(name.begin(), name.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U;
  });
  return characters <= 2 && name == last_.written &&
         number.folded.size() <= kMaxDigits &&
         number.end - number.begin == number.folded.size() &&
         number.folded.find('.') == number.folded.npos;
}

void TokenBuilder::add_designation(const ReadWord& number) {
  const std::array parts = {last_, number};
  add_joined(parts, tokens_.size(), position_ - 1);
}

/// Takes `word` into the compound that it begins, goes on or ends.
void TokenBuilder::add_part(const ReadWord& word) {
  if (!last_.linked) {
    parts_ = 0;
    first_token_ = tokens_.size() - 1;
  }
  if (parts_ < kMaxParts) part_[parts_] = word;
  ++parts_;
  if (word.linked) return;
  if (parts_ <= kMaxParts) {
    add_joined({part_.data(), parts_}, first_token_ + 1,
               position_ - static_cast<std::uint32_t>(parts_));
  }
  parts_ = 0;
}

/// Puts the joined form of `parts` before token `index`. Numbers alone (2023-03-02) are
/// not joined, nor is what would be too long.
void TokenBuilder::add_joined(std::span<const ReadWord> parts, std::size_t index,
                              std::uint32_t position) {
  std::uint8_t bits = 0;
  bool stems = true;
  joined_word_.clear();
  joined_lower_.clear();
  joined_written_.clear();
  for (const ReadWord& part : parts) {
    bits |= part.bits;
    stems = stems && !part.lower.empty();
    joined_word_ += part.folded;
    joined_lower_ += part.lower;
    joined_written_ += part.written;
  }
  if (bits == kByteDigit || joined_word_.size() > kMaxWordBytes) return;
  const ReadWord whole = {.folded = arena_.copy(joined_word_),
                          .lower = stems ? arena_.copy(joined_lower_) : "",
                          .written = joined_written_,
                          .begin = parts.front().begin,
                          .end = parts.back().end,
                          .bits = bits,
                          .linked = false};
  const Token token = {.word = whole.folded,
                       .stem = stem_form(whole.lower, bits),
                       .capitals = capitals_of(whole),
                       .begin = whole.begin,
                       .end = whole.end,
                       .position = position,
                       .joined = true,
                       .parts = static_cast<std::uint32_t>(parts.size())};
  tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(index), token);
}

}  // namespace dateline::text
