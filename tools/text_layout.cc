#include "text_layout.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace dateline::cli {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kEllipsis = "…";

// One character of a text: its bytes, and its code point, -1 where they are wrong.
struct Character {
  std::string_view bytes;
  utf8proc_int32_t code = -1;
};

Character first_character(std::string_view text) {
  utf8proc_int32_t code = -1;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return {text.substr(0, 1), -1};
  return {text.substr(0, static_cast<std::size_t>(length)), code};
}

bool turns_direction(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200E || code == 0x200F || code == 0x061C;
}

// What stands for a character on the screen; its own bytes where it does no harm.
std::string_view shown(const Character& character) {
  if (character.code < 0) return kReplacement;
  if (character.code == '\n' || character.code == '\t') return " ";
  switch (utf8proc_category(character.code)) {
    case UTF8PROC_CATEGORY_CC:
      return "";
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return " ";
    default:
      return turns_direction(character.code) ? "" : character.bytes;
  }
}

std::size_t width_of(utf8proc_int32_t code) {
  return code < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
}

// Fills lines with words, one character at a time.
class Wrapper {
 public:
  Wrapper(const Terminal& terminal, Indent indent)
      : terminal_(terminal), indent_(indent), used_(indent.first) {}

  void add(const Span& span) {
    const std::string text = printable(span.text);
    std::string_view rest = text;
    while (!rest.empty()) {
      const Character character = first_character(rest);
      rest.remove_prefix(character.bytes.size());
      if (character.bytes == " ") {
        end_word();
        if (!line_.empty()) blank_ = span.style;
        has_blank_ = !line_.empty();
      } else {
        extend_word(character, span.style);
      }
    }
  }

  std::string finish() {
    end_word();
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  std::size_t room() const { return std::max(terminal_.width, used_ + 1) - used_; }

  static void append(StyledText& to, std::string_view text, Style style) {
    if (to.empty() || to.back().style != style) to.push_back({"", style});
    to.back().text.append(text);
  }

  void extend_word(const Character& character, Style style) {
    const std::size_t width = width_of(character.code);
    const std::size_t longest = terminal_.width > indent_.rest + 2
                                    ? terminal_.width - indent_.rest
                                    : std::size_t{2};
    if (word_width_ + width > longest) end_word();
    append(word_, character.bytes, style);
    word_width_ += width;
  }

  void end_word() {
    if (word_.empty()) return;
    const std::size_t needed = word_width_ + (has_blank_ ? 1 : 0);
    if (!line_.empty() && needed > room()) {
      end_line();
    } else if (has_blank_) {
      append(line_, " ", blank_);
      ++used_;
    }
    has_blank_ = false;
    for (const Span& piece : word_) append(line_, piece.text, piece.style);
    used_ += word_width_;
    word_.clear();
    word_width_ = 0;
  }

  void end_line() {
    if (!lines_.empty()) lines_.append(indent_.rest, ' ');
    lines_ += on_one_line(line_, terminal_);
    lines_ += '\n';
    line_.clear();
    used_ = indent_.rest;
    has_blank_ = false;
  }

  const Terminal& terminal_;
  Indent indent_;
  std::string lines_;
  StyledText line_;
  StyledText word_;
  std::size_t used_;
  std::size_t word_width_ = 0;
  Style blank_ = Style::kPlain;
  bool has_blank_ = false;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    result.append(shown(character));
    text.remove_prefix(character.bytes.size());
  }
  return result;
}

std::string with_escapes(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  while (!json.empty()) {
    const Character character = first_character(json);
    json.remove_prefix(character.bytes.size());
    if (character.code < 0x7F || shown(character) == character.bytes) {
      result.append(character.bytes);
    } else {
      char escape[8];  // All of them are within the first 65,536.
      std::snprintf(escape, sizeof escape, "\\u%04x",
                    static_cast<unsigned>(character.code) & 0xFFFFU);
      result.append(escape);
    }
  }
  return result;
}

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += width_of(character.code);
    text.remove_prefix(character.bytes.size());
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t used = 1;  // The ellipsis.
  std::size_t end = 0;
  while (end < text.size()) {
    const Character character = first_character(text.substr(end));
    if (used + width_of(character.code) > width) break;
    used += width_of(character.code);
    end += character.bytes.size();
  }
  return std::string(text.substr(0, end)).append(kEllipsis);
}

Style style_of(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return Style::kPerson;
    case NameKind::kOrg:
      return Style::kOrg;
    case NameKind::kPlace:
      return Style::kPlace;
    case NameKind::kThing:
      break;
  }
  return Style::kThing;
}

std::string on_one_line(const StyledText& text, const Terminal& terminal) {
  std::string result;
  for (const Span& span : text) {
    result.append(terminal.begin(span.style));
    result.append(printable(span.text));
    result.append(terminal.end(span.style));
  }
  return result;
}

std::string wrap(const StyledText& text, const Terminal& terminal, Indent indent) {
  Wrapper wrapper(terminal, indent);
  for (const Span& span : text) wrapper.add(span);
  return wrapper.finish();
}

std::string heading(std::string_view text, const Terminal& terminal) {
  return on_one_line({{std::string(text), Style::kBold}}, terminal) + "\n";
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return with_commas(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string byte_size(std::uint64_t bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  static constexpr std::array kUnits = {"kB", "MB", "GB", "TB", "PB", "EB"};
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (value >= 999.95 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", value, kUnits[unit]);
  return text;
}

std::string duration(double seconds) {
  char text[48];
  if (seconds < 59.95) {
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
  }
  const auto whole = static_cast<std::uint64_t>(std::min(seconds + 0.5, 1e12));
  if (whole < 3600) {
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  }
  return with_commas(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::size_t bar_width(std::size_t taken, std::size_t widest, const Terminal& terminal) {
  constexpr std::size_t kNarrowest = 4;
  return std::min(widest, std::max(terminal.width, taken + kNarrowest) - taken);
}

std::string bar(std::uint64_t value, std::uint64_t most, std::size_t width) {
  static constexpr std::array<std::string_view, 8> kPart = {"",  "▏", "▎", "▍",
                                                            "▌", "▋", "▊", "▉"};
  if (value == 0 || most == 0) return "";
  const double share =
      std::min(1.0, static_cast<double>(value) / static_cast<double>(most));
  const auto eighths = std::max<std::size_t>(
      1, static_cast<std::size_t>(std::lround(share * static_cast<double>(width * 8))));
  std::string result;
  for (std::size_t i = 0; i < eighths / 8; ++i) result += "█";
  return result.append(kPart[eighths % 8]);
}

}  // namespace dateline::cli
