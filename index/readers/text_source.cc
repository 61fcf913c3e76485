#include "index/readers/text_source.h"

#include <dateline/error.h>

#include <cstddef>

namespace dateline::readers {
namespace {

constexpr std::size_t kPeekBytes = std::size_t{32} << 10;

}  // namespace

TextSource::TextSource(ByteStream& bytes) : bytes_(bytes) {
  try {
    while (beginning_.size() < kPeekBytes) {
      const std::string_view block = bytes_.read();
      if (block.empty()) break;
      beginning_.append(block);
    }
  } catch (const Error&) {
    early_error_ = std::current_exception();
  }
  find_encoding();
}

void TextSource::find_encoding() {
  if (beginning_.starts_with("\xEF\xBB\xBF")) {
    beginning_.erase(0, 3);
    return;
  }
  const bool little = beginning_.starts_with("\xFF\xFE");
  const bool marked = little || beginning_.starts_with("\xFE\xFF");
  const Utf16Order guessed = marked ? Utf16Order::kNone : guess_utf16(beginning_);
  if (!marked && guessed == Utf16Order::kNone) return;
  utf16_.emplace(marked ? !little : guessed == Utf16Order::kBig);
  std::string converted;
  utf16_->decode(std::string_view(beginning_).substr(marked ? 2 : 0), converted);
  beginning_ = std::move(converted);
}

std::string_view TextSource::convert(std::string_view block) {
  if (!utf16_) return block;
  converted_.clear();
  if (block.empty()) {
    utf16_->finish(converted_);
  } else {
    utf16_->decode(block, converted_);
  }
  return converted_;
}

std::string_view TextSource::read() {
  if (!beginning_read_) {
    beginning_read_ = true;
    if (!beginning_.empty()) return beginning_;
  }
  if (early_error_) std::rethrow_exception(early_error_);
  for (;;) {
    const std::string_view block = bytes_.read();
    const std::string_view text = convert(block);
    // A single byte of UTF-16 is no text yet, and not the end either.
    if (!text.empty() || block.empty()) return text;
  }
}

bool read_whole(TextSource& source, std::size_t most, std::string& text) {
  for (auto block = source.read(); !block.empty(); block = source.read()) {
    if (block.size() > most - text.size()) return false;
    text.append(block);
  }
  return true;
}

}  // namespace dateline::readers
