#include "index/readers/markdown_text.h"

#include <algorithm>
#include <cstddef>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "# ", "###### "; 0: no heading.
std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool ends = level == line.size() || line[level] == ' ' || line[level] == '\t';
  return level <= 6 && ends ? level : 0;
}

bool only_of(std::string_view line, std::string_view signs) {
  return line.find_first_not_of(signs) == line.npos;
}

// "---", "* * *", "___".
bool is_rule(std::string_view line) {
  if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_')) {
    return false;
  }
  const char signs[] = {line[0], ' ', '\0'};
  return only_of(line, signs) && std::count(line.begin(), line.end(), line[0]) >= 3;
}

// The size of "- ", "12. "; 0: no item.
std::size_t marker_size(std::string_view line) {
  std::size_t size = 0;
  if (line.starts_with('-') || line.starts_with('*') || line.starts_with('+')) {
    size = 1;
  } else {
    while (size < line.size() && size < 9 && is_digit(line[size])) ++size;
    if (size == 0 || size == line.size()) return 0;
    if (line[size] != '.' && line[size] != ')') return 0;
    ++size;
  }
  return size < line.size() && line[size] == ' ' ? size + 1 : 0;
}

// "[label]: address", that links by label point at; "[^1]: …" is a footnote's text.
bool is_link_definition(std::string_view line) {
  if (!line.starts_with('[') || line.starts_with("[^")) return false;
  const std::size_t close = line.find("]:");
  return close != line.npos && close > 1 && line.find('[', 1) > close;
}

// "|---|:--:|" between a table's header and its rows.
bool is_table_rule(std::string_view line) {
  return line.find('-') != line.npos && line.find('|') != line.npos &&
         only_of(line, "|-: ");
}

class MarkdownText {
 public:
  explicit MarkdownText(std::string& title) : title_(title) {}

  std::string read(std::string_view markdown) {
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      read_line(markdown.substr(0, end));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    finish();
    return std::move(out_);
  }

 private:
  void read_line(std::string_view raw) {
    std::string_view line = trim(raw);
    while (fence_.empty() && line.starts_with('>')) line = trim(line.substr(1));
    if (!fence_.empty()) return read_code_line(raw, line);
    if (in_comment_ || line.starts_with("<!--")) return read_comment(line);
    if (line.starts_with("```") || line.starts_with("~~~")) return open_fence(line);
    if (line.empty()) return finish();
    if (!block_.empty() && only_of(line, "=")) return finish_heading(1);
    if (!block_.empty() && only_of(line, "-") && prefix_.empty()) {
      return finish_heading(2);
    }
    if (is_rule(line)) return finish();
    if (block_.empty() && is_link_definition(line)) return;
    if (const std::size_t level = heading_level(line)) return read_heading(line, level);
    if (const std::size_t size = marker_size(line)) return open_item(line, size);
    if (line.starts_with('|')) return read_row(line);
    add_line(raw, line);
  }

  void open_fence(std::string_view line) {
    finish();
    const std::size_t size = std::min(line.find_first_not_of(line[0]), line.size());
    fence_ = line.substr(0, size);
  }

  void read_code_line(std::string_view raw, std::string_view line) {
    if (line.starts_with(fence_) && only_of(line, fence_.substr(0, 1))) {
      fence_.clear();
      end_block();
    } else {
      out_.append(raw).push_back('\n');
    }
  }

  void read_comment(std::string_view line) {
    in_comment_ = line.find("-->") == line.npos;
  }

  void read_heading(std::string_view line, std::size_t level) {
    finish();
    std::string_view text = trim(line.substr(level));
    const std::size_t last = text.find_last_not_of('#');
    if (last == text.npos) return;
    if (text[last] == ' ') text = trim(text.substr(0, last));  // "# Heading #"
    block_ = text;
    finish_heading(level);
  }

  void finish_heading(std::size_t level) {
    if (level == 1 && title_.empty() && out_.empty()) {
      title_ = collapse_spaces(markdown_inline(block_));
      block_.clear();
      return;
    }
    finish();
  }

  // Items follow each other without blank lines.
  void open_item(std::string_view line, std::size_t size) {
    const bool in_list = !prefix_.empty();
    write_block();
    if (!in_list) end_block();
    const std::string_view marker = trim(line.substr(0, size));
    prefix_ = is_digit(marker[0]) ? std::string(marker) + " " : "- ";
    std::string_view text = trim(line.substr(size));
    for (const char* box : {"[ ] ", "[x] ", "[X] "}) {
      if (text.starts_with(box)) text.remove_prefix(4);
    }
    add_line(text, text);
  }

  void read_row(std::string_view line) {
    write_block();
    if (is_table_rule(line)) return;
    line = line.substr(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    std::string row;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find('|'), line.size());
      if (!row.empty()) row.push_back('\t');
      row.append(trim(line.substr(0, end)));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    block_ = row;
    write_block();
  }

  // A line of a paragraph; two blanks or a backslash at its end break it.
  void add_line(std::string_view raw, std::string_view line) {
    if (line.starts_with("[^")) {
      const std::size_t close = line.find("]:");
      if (close != line.npos) line = trim(line.substr(close + 2));
    }
    if (!block_.empty() && block_.back() != '\n') block_.push_back(' ');
    const bool breaks = raw.ends_with("  ") || line.ends_with('\\');
    if (line.ends_with('\\')) line.remove_suffix(1);
    block_.append(line);
    if (breaks) block_.push_back('\n');
  }

  void finish() {
    write_block();
    prefix_.clear();
    end_block();
  }

  void write_block() {
    if (trim(block_).empty()) {
      block_.clear();
      return;
    }
    const std::string text = markdown_inline(trim(block_));
    block_.clear();
    if (trim(text).empty()) return;
    out_.append(prefix_).append(trim(text)).push_back('\n');
  }

  // A blank line, unless there is one.
  void end_block() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_.push_back('\n');
  }

  std::string& title_;
  std::string out_{};
  std::string block_{};   // The lines of a paragraph or item that is not written yet.
  std::string prefix_{};  // Of the item that block_ is; empty: it is none.
  std::string fence_{};   // Of the code that the lines stand in.
  bool in_comment_ = false;
};

}  // namespace

std::string markdown_to_text(std::string_view markdown, std::string& title) {
  return std::string(trim(MarkdownText(title).read(markdown)));
}

}  // namespace dateline::readers
