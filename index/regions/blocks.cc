#include "index/regions/blocks.h"

#include <algorithm>

#include "index/regions/characters.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kPageWidth = 120;  // Longer lines are paragraphs.
constexpr std::size_t kFullLine = 40;    // A shorter one may end anywhere.

// Takes lines one after the other, and judges whether they are those of a page.
class PageTest {
 public:
  // False: the text is not wrapped, whatever else is in it.
  bool add(std::string_view line) {
    if (line.size() > kPageWidth) return false;
    const std::string_view shown = trimmed(line);
    if (!last_.empty() && !shown.empty()) {
      ++pairs_;
      const bool open = last_.size() >= kFullLine && !ends_sentence(last_);
      open_ += open ? 1 : 0;
      continued_ += open && is_lower(shown.front()) ? 1 : 0;
    }
    capitals_ = capitals_ && std::ranges::none_of(shown, is_lower);
    last_ = shown;
    return true;
  }

  // Most of the lines go on in the next one; in capitals nobody can tell how.
  bool is_page() const {
    return pairs_ > 0 &&
           (continued_ * 4 >= pairs_ || (capitals_ && open_ * 5 >= pairs_ * 3));
  }

 private:
  std::string_view last_;
  std::size_t pairs_ = 0;
  std::size_t open_ = 0;
  std::size_t continued_ = 0;
  bool capitals_ = true;
};

bool is_wrapped(std::string_view body) {
  PageTest test;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    if (!test.add(body.substr(at, end - at))) return false;
    at = end + 1;
  }
  return test.is_page();
}

bool is_indented(std::string_view line) {
  return !line.empty() && (line.front() == ' ' || line.front() == '\t');
}

class BlockCutter {
 public:
  explicit BlockCutter(bool wrapped) : wrapped_(wrapped) {}

  void add(std::string_view line, std::size_t end) {
    const std::string_view shown = trimmed(line);
    if (shown.empty()) {
      blank_ = true;
      if (!blocks_.empty()) {
        blocks_.back().blank_after = true;
        blocks_.back().end = end;
      }
      return;
    }
    const bool indented = is_indented(line);
    if (goes_on(indented)) {
      Block& block = blocks_.back();
      const char* begin = block.text.data();
      block.text = {begin,
                    static_cast<std::size_t>(shown.data() + shown.size() - begin)};
      block.end = end;
    } else {
      blocks_.push_back({shown, end, blank_, false, indented});
    }
    last_indented_ = indented;
    blank_ = false;
  }

  std::vector<Block> take() { return std::move(blocks_); }

 private:
  bool goes_on(bool indented) const {
    return wrapped_ && !blocks_.empty() && !blank_ && (!indented || last_indented_);
  }

  bool wrapped_;
  bool blank_ = false;
  bool last_indented_ = false;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> cut_blocks(std::string_view body) {
  BlockCutter cutter(is_wrapped(body));
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t newline = body.find('\n', at);
    const std::size_t end = newline == body.npos ? body.size() : newline + 1;
    cutter.add(body.substr(at, end - at), end);
    at = end;
  }
  return cutter.take();
}

}  // namespace dateline::regions
