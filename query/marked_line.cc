#include "query/marked_line.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// The bytes of the control character at the start of `text`, C0, C1 or DEL; 0 for any
// other.
std::size_t control_bytes(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return static_cast<unsigned char>(text[i]);
  };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  return text.size() > 1 && byte(0) == 0xC2 && byte(1) < 0xA0 ? 2 : 0;
}

// Whether the byte is written as it is, whatever comes before or behind it.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte != 0x7F && byte != 0xC2 && c != '&' && c != '<' &&
         c != '>' && c != '"';
}

// Writes text as one line, escaped where asked.
class LineWriter {
 public:
  explicit LineWriter(bool escape_html) : escape_html_(escape_html) {}

  void add_mark(std::string_view mark) { line_ += mark; }

  // Runs of blanks and control characters become one space.
  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      while (i < text.size() && is_plain(text[i])) ++i;
      if (i > begin) {
        line_ += text.substr(begin, i - begin);
        after_space_ = false;
        continue;
      }
      const std::size_t control = control_bytes(text.substr(i));
      if (control > 0 || text[i] == ' ') {
        if (!after_space_) line_ += ' ';
        after_space_ = true;
        i += std::max<std::size_t>(control, 1);
        continue;
      }
      add_character(text[i++]);
      after_space_ = false;
    }
  }

  std::string finish() { return std::move(line_); }

 private:
  void add_character(char c) {
    std::string_view shown(&c, 1);
    if (escape_html_) {
      if (c == '&') shown = "&amp;";
      if (c == '<') shown = "&lt;";
      if (c == '>') shown = "&gt;";
      if (c == '"') shown = "&quot;";
    }
    line_ += shown;
  }

  bool escape_html_;
  bool after_space_ = true;  // None at the start of the line.
  std::string line_;
};

// The matches within the passage, overlapping ones as one.
std::vector<Stretch> marks_in(const Passage& passage,
                              std::span<const TextMatch> matches) {
  std::vector<Stretch> marks;
  for (const TextMatch& match : matches) {
    if (match.begin < passage.begin || match.end > passage.end) continue;
    if (!marks.empty() && match.begin < marks.back().end) {
      marks.back().end = std::max(marks.back().end, match.end);
    } else {
      marks.push_back({match.begin, match.end});
    }
  }
  return marks;
}

}  // namespace

std::string marked_line(std::string_view text, const Passage& passage,
                        std::span<const TextMatch> matches,
                        const SnippetOptions& options) {
  LineWriter line(options.escape_html);
  if (passage.cut_before) line.add_mark(kEllipsis);
  std::size_t at = passage.begin;
  for (const Stretch& mark : marks_in(passage, matches)) {
    line.add_text(text.substr(at, mark.begin - at));
    line.add_mark(options.open);
    line.add_text(text.substr(mark.begin, mark.end - mark.begin));
    line.add_mark(options.close);
    at = mark.end;
  }
  line.add_text(text.substr(at, passage.end - at));
  if (passage.cut_after) line.add_mark(kEllipsis);
  return line.finish();
}

}  // namespace dateline
