// Links, emphasis, code and escapes of Markdown.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "index/readers/encoding.h"
#include "index/readers/html/tokenizer.h"
#include "index/readers/markdown_text.h"

namespace dateline::readers {
namespace {

constexpr std::size_t kMostLook = 1000;  // Bytes in which a tag or address must end.

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_punctuation(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte > 0x20 && byte < 0x7F && !is_letter(c) && !(c >= '0' && c <= '9');
}

// A run of *, _ or ~ in the output that may be emphasis.
struct Run {
  std::size_t at;
  std::size_t size;
  char sign;
  bool opens;
  bool closes;
  std::size_t removed = 0;
};

class InlineText {
 public:
  explicit InlineText(std::string_view text) : text_(text), closing_(text.size(), 0) {}

  std::string read() {
    match_brackets();
    while (at_ < text_.size()) step();
    remove_emphasis();
    std::string decoded;
    html::append_decoded(out_, decoded);
    return decoded;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) {
      out_.push_back(text_[at_ + 1]);
      at_ += 2;
    } else if (c == '`') {
      read_code();
    } else if (c == '!' && next_is('[') && closing_[at_ + 1] != 0) {
      ++at_;
      at_ = end_of_link(closing_[at_]);
    } else if (c == '[' && closing_[at_] != 0) {
      open_link();
    } else if (c == ']' && link_ends_here()) {
      at_ = end_of_link(at_);
      open_links_.pop_back();
    } else if (c == '<') {
      read_tag();
    } else if (c == '{' && (next_is('{') || next_is('%'))) {
      read_shortcode();
    } else if (c == '*' || c == '_' || c == '~') {
      read_run(c);
    } else {
      out_.push_back(c);
      ++at_;
    }
  }

  bool next_is(char c) const { return at_ + 1 < text_.size() && text_[at_ + 1] == c; }

  bool link_ends_here() const {
    return !open_links_.empty() && open_links_.back() == at_;
  }

  // For every "[" the place of its "]", 0 where it has none.
  void match_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '[') {
        open.push_back(i);
      } else if (text_[i] == ']' && !open.empty()) {
        closing_[open.back()] = i;
        open.pop_back();
      }
    }
  }

  // Behind the address or label that follows the "]" at `close`; `close` + 1 without.
  std::size_t end_of_link(std::size_t close) const {
    const std::size_t begin = close + 1;
    if (begin >= text_.size()) return begin;
    if (text_[begin] == '[') {
      return closing_[begin] == 0 ? begin : closing_[begin] + 1;
    }
    if (text_[begin] != '(') return begin;
    std::size_t depth = 0;
    const std::size_t last = std::min(text_.size(), begin + kMostLook);
    for (std::size_t i = begin; i < last; ++i) {
      depth += text_[i] == '(' ? 1 : 0;
      if (text_[i] == ')' && --depth == 0) return i + 1;
    }
    return begin;
  }

  void open_link() {
    const std::size_t close = closing_[at_];
    if (next_is('^')) {  // A footnote's mark.
      at_ = close + 1;
    } else if (end_of_link(close) > close + 1) {
      open_links_.push_back(close);
      ++at_;
    } else {
      out_.push_back('[');
      ++at_;
    }
  }

  // `code`, ``co`de``; a run of backticks without another is only that.
  void read_code() {
    const std::size_t end = std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::string_view ticks = text_.substr(at_, end - at_);
    const std::size_t close = text_.substr(0, end + kMostLook).find(ticks, end);
    if (close == text_.npos) {
      out_.append(ticks);
      at_ = end;
      return;
    }
    out_.append(trim(text_.substr(end, close - end)));
    at_ = close + ticks.size();
  }

  // A tag is left out, an address in <> stays; another "<" is only that.
  void read_tag() {
    const std::string_view ahead = text_.substr(at_, kMostLook);
    const std::size_t end = ahead.find('>');
    const char first = ahead.size() > 1 ? ahead[1] : ' ';
    if (end == ahead.npos || !(is_letter(first) || first == '/' || first == '!')) {
      out_.push_back('<');
      ++at_;
      return;
    }
    const std::string_view inside = ahead.substr(1, end - 1);
    const bool is_address =
        inside.find_first_of(" \n\"") == inside.npos &&
        (inside.find("://") != inside.npos ||
         (inside.find('@') != inside.npos && inside.find('=') == inside.npos));
    if (is_address) {
      out_.append(inside.starts_with("mailto:") ? inside.substr(7) : inside);
    } else if (ascii_lower(inside.substr(0, 2)) == "br") {
      out_.push_back('\n');
    }
    at_ += end + 1;
  }

  // {{< figure >}} of Hugo, {% raw %} of Jekyll.
  void read_shortcode() {
    const std::string_view close = next_is('{') ? "}}" : "%}";
    const std::size_t end = text_.substr(0, at_ + kMostLook).find(close, at_ + 2);
    if (end == text_.npos) {
      out_.append(text_.substr(at_, 2));
      at_ += 2;
    } else {
      at_ = end + 2;
    }
  }

  // Notes a run of signs. Whether it may open or close emphasis is told by what stands
  // beside it; "_" within a word never does.
  void read_run(char sign) {
    const std::size_t end = std::min(text_.find_first_not_of(sign, at_), text_.size());
    const std::size_t size = end - at_;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = end == text_.size() ? ' ' : text_[end];
    const bool left = !is_space(after) && (!is_punctuation(after) || is_space(before) ||
                                           is_punctuation(before));
    const bool right = !is_space(before) && (!is_punctuation(before) ||
                                             is_space(after) || is_punctuation(after));
    const bool word = sign == '_';
    Run run{out_.size(), size, sign, left, right};
    if (word) run.opens = left && (!right || is_punctuation(before));
    if (word) run.closes = right && (!left || is_punctuation(after));
    if (sign != '~' || size == 2) runs_.push_back(run);
    out_.append(size, sign);
    at_ = end;
  }

  // Pairs runs of the same sign, and cuts the pairs out.
  void remove_emphasis() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      Run& run = runs_[i];
      while (run.closes && run.removed < run.size && waiting(run.sign) > 0) {
        pair_with_last_opener(run);
      }
      if (run.opens && run.removed < run.size) {
        openers_.push_back(i);
        ++waiting(run.sign);
      }
    }
    std::string kept;
    std::size_t from = 0;
    for (const Run& run : runs_) {
      kept.append(out_, from, run.at - from);
      from = run.at + run.removed;
    }
    kept.append(out_, from, out_.size() - from);
    out_ = std::move(kept);
  }

  // The opener of that sign which came last; those within are no openers any more.
  void pair_with_last_opener(Run& run) {
    while (runs_[openers_.back()].sign != run.sign) pop_opener();
    Run& opener = runs_[openers_.back()];
    const std::size_t both =
        std::min(opener.size - opener.removed, run.size - run.removed);
    opener.removed += both;
    run.removed += both;
    if (opener.removed == opener.size) pop_opener();
  }

  void pop_opener() {
    --waiting(runs_[openers_.back()].sign);
    openers_.pop_back();
  }

  // How many openers there are of a sign.
  std::size_t& waiting(char sign) {
    return waiting_[sign == '*' ? 0 : (sign == '_' ? 1 : 2)];
  }

  std::string_view text_;
  std::vector<std::size_t> closing_;
  std::vector<std::size_t> open_links_{};  // Where their "]" are.
  std::vector<Run> runs_{};
  std::vector<std::size_t> openers_{};    // Runs that are not closed yet.
  std::array<std::size_t, 3> waiting_{};  // Of them, by sign.
  std::string out_{};
  std::size_t at_ = 0;
};

}  // namespace

std::string markdown_inline(std::string_view markdown) {
  return InlineText(markdown).read();
}

}  // namespace dateline::readers
