// From tags and text to blocks, boxes and fields.

#include <algorithm>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html/field_reader.h"
#include "index/readers/html/page.h"
#include "index/readers/html/tokenizer.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kDeepest = 256;  // Levels; deeper elements are not told apart.
constexpr std::size_t kMostLdBytes = std::size_t{8} << 20;  // Of all scripts.

// An element that is not closed yet.
struct Open {
  std::string_view name;
  TagInfo info;
  std::uint32_t element;  // The innermost block-level one.
  std::uint16_t around;   // Marks of the elements around it and its own.
  bool time = false;
  bool skipped = false;  // Its text is not the page's.
  bool link = false;
};

bool is_article(Tag tag) { return tag == Tag::kArticle || tag == Tag::kMain; }
bool is_heading(Tag tag) { return tag == Tag::kHeading || tag == Tag::kHeading1; }

// Whether the style attribute hides an element.
bool hides(std::string_view style) {
  for (std::size_t at = style.find("isplay"); at != style.npos;
       at = style.find("isplay", at + 1)) {
    std::size_t value = style.find_first_not_of(": \t", at + 6);
    if (value != style.npos && style.substr(value).starts_with("none")) return true;
  }
  return false;
}

bool is_hidden(const Token& token) {
  for (const auto& [name, value] : token.attributes) {
    if (equals_ignoring_case(name, "hidden")) return true;
    if (equals_ignoring_case(name, "aria-hidden") && value == "true") return true;
    if (equals_ignoring_case(name, "style") && hides(value)) return true;
  }
  return false;
}

class PageScanner {
 public:
  explicit PageScanner(std::string_view html) : tokenizer_(html) {
    page_.text.reserve(html.size() / 4);
    page_.elements.push_back({});
  }

  Page scan() {
    Token token;
    while (tokenizer_.next(token)) {
      switch (token.kind) {
        case Token::Kind::kText:
          add_text(token.text);
          break;
        case Token::Kind::kStartTag:
          start(token);
          break;
        case Token::Kind::kEndTag:
          end(token);
          break;
      }
    }
    pop_to(0);
    end_block();
    page_.elements[0].end_block = count_blocks();
    return std::move(page_);
  }

 private:
  std::uint32_t count_blocks() const {
    return static_cast<std::uint32_t>(page_.blocks.size());
  }
  std::uint32_t element() const { return open_.empty() ? 0 : open_.back().element; }
  std::uint16_t around() const { return open_.empty() ? 0 : open_.back().around; }

  void start(const Token& token) {
    fields_.read_tag(token, context());
    const TagInfo info = token.info;
    if (info.tag == Tag::kBr) return add_break();
    close_implied(info);
    if (info.is_block) end_block();
    if (!info.is_block && text_ends_sentence()) append_space();
    if (info.is_void || token.closes_itself) return;
    if (open_.size() == kDeepest) {
      ++too_deep_;
      return;
    }
    push(token);
    fields_.open(token, open_.size(), context());
  }

  // "In July.<span>Photo: …" has its space in the style sheet.
  bool text_ends_sentence() const {
    return page_.text.size() > begin_ && page_.text.back() == '.' && links_ == 0;
  }

  void push(const Token& token) {
    const TagInfo info = token.info;
    const bool root = info.tag == Tag::kHtml || info.tag == Tag::kBody;
    std::uint16_t marks = 0;
    if (!root) {
      marks = static_cast<std::uint16_t>(marks_of(find_attribute(token, "class")) |
                                         marks_of(find_attribute(token, "id")));
      const std::string_view role = find_attribute(token, "role");
      if (role == "navigation" || role == "complementary" || role == "search" ||
          role == "dialog" || role == "contentinfo") {
        marks |= kFurniture;
      }
      if (find_attribute(token, "itemprop") == "articleBody") marks |= kArticleBody;
      if (find_attribute(token, "itemtype").ends_with("/Comment")) marks |= kComments;
    }
    Open open{token.text, info, element(),
              static_cast<std::uint16_t>(around() | marks)};
    open.skipped = info.tag == Tag::kSkipped || info.tag == Tag::kScript ||
                   info.tag == Tag::kTitle || (!root && is_hidden(token)) ||
                   (!info.is_block && (marks & kFurniture) != 0);
    open.link = info.tag == Tag::kA;
    open.time = info.tag == Tag::kTime;
    if (info.is_block) {
      open.element = static_cast<std::uint32_t>(page_.elements.size());
      page_.elements.push_back({element(), 0, count_blocks(), marks, info.tag});
    }
    skipped_ += open.skipped ? 1 : 0;
    links_ += open.link ? 1 : 0;
    times_ += open.time ? 1 : 0;
    articles_ += is_article(info.tag) ? 1 : 0;
    open_.push_back(open);
    is_ld_ = info.tag == Tag::kScript &&
             equals_ignoring_case(trim(find_attribute(token, "type")),
                                  "application/ld+json");
  }

  void end(const Token& token) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Open& open = open_[i];
      const bool heading = is_heading(open.info.tag) && is_heading(token.info.tag);
      const bool same = heading || (open.info.tag == token.info.tag &&
                                    open.name.size() == token.text.size() &&
                                    ascii_lower(open.name) == ascii_lower(token.text));
      if (same) return pop_to(i);
      if (open.info.is_block && !token.info.is_block) return;
    }
  }

  // Closes what the start of another element closes in HTML.
  void close_implied(TagInfo info) {
    if (info.tag == Tag::kA) close_link();
    if (!info.is_block) return;
    close_open(Tag::kParagraph, [](Tag tag, bool is_block) {
      return is_block && tag != Tag::kParagraph;
    });
    if (info.tag == Tag::kItem || info.tag == Tag::kDefinition) {
      close_open(info.tag, [](Tag tag, bool) {
        return tag == Tag::kList || tag == Tag::kCell || tag == Tag::kDiv;
      });
    }
    if (info.tag == Tag::kCell) {
      close_open(info.tag,
                 [](Tag tag, bool) { return tag == Tag::kRow || tag == Tag::kTable; });
    }
    if (info.tag == Tag::kRow) {
      close_open(info.tag, [](Tag tag, bool) { return tag == Tag::kTable; });
    }
    if (is_heading(info.tag)) {
      close_open(info.tag, [](Tag, bool is_block) { return is_block; });
    }
  }

  // Closes the innermost `tag`, unless there is an element around it that `bounds`.
  template <typename Bounds>
  void close_open(Tag tag, const Bounds& bounds) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const TagInfo& info = open_[i].info;
      if (info.tag == tag) return pop_to(i);
      if (bounds(info.tag, info.is_block)) return;
    }
  }

  // Links do not nest; one that was not closed ends where the next begins.
  void close_link() {
    if (links_ == 0) return;
    for (Open& open : open_) {
      if (!std::exchange(open.link, false)) continue;
      --links_;
    }
  }

  void pop_to(std::size_t size) {
    while (open_.size() > size) {
      if (open_.back().info.is_block) {
        end_block();
        page_.elements[open_.back().element].end_block = count_blocks();
      }
      skipped_ -= open_.back().skipped ? 1 : 0;
      links_ -= open_.back().link ? 1 : 0;
      times_ -= open_.back().time ? 1 : 0;
      articles_ -= is_article(open_.back().info.tag) ? 1 : 0;
      open_.pop_back();
      fields_.close(open_.size());
    }
  }

  void add_text(std::string_view raw) {
    const Tag tag = open_.empty() ? Tag::kBlock : open_.back().info.tag;
    if (tag == Tag::kTitle) {
      if (page_.page_title.empty()) append_decoded(raw, page_.page_title);
      return;
    }
    if (tag == Tag::kScript) {
      if (!is_ld_ || ld_bytes_ + raw.size() > kMostLdBytes) return;
      ld_bytes_ += raw.size();
      return read_json_ld(std::string(raw), page_.fields);
    }
    if (skipped_ > 0) return;
    std::string_view text = raw;
    if (raw.find('&') != raw.npos) {
      decoded_.clear();
      append_decoded(raw, decoded_);
      text = decoded_;
    }
    append_words(text, tag == Tag::kPre);
    fields_.add_text(text);
  }

  // Appends with single spaces; no-break spaces count as spaces, soft hyphens vanish.
  void append_words(std::string_view text, bool keep_lines) {
    const std::size_t before = page_.text.size();
    for (std::size_t i = 0; i < text.size();) {
      const char c = text[i];
      const bool two = c == '\xC2' && i + 1 < text.size();
      const bool no_break = two && text[i + 1] == '\xA0';
      if (c == ' ' || c == '\n' || c == '\t' || no_break) {
        if (keep_lines && c == '\n')
          add_break();
        else
          append_space();
        i += no_break ? 2 : 1;
      } else if (two && text[i + 1] == '\xAD') {
        i += 2;
      } else {
        std::size_t end = i + 1;
        while (end < text.size() && text[end] != ' ' && text[end] != '\n' &&
               text[end] != '\t' && text[end] != '\xC2') {
          ++end;
        }
        page_.text.append(text, i, end - i);
        i = end;
      }
    }
    if (links_ > 0) link_bytes_ += page_.text.size() - before;
    if (times_ > 0) time_bytes_ += page_.text.size() - before;
  }

  void append_space() {
    if (page_.text.size() == begin_) return;
    if (page_.text.back() != ' ' && page_.text.back() != '\n')
      page_.text.push_back(' ');
  }

  // A line break; a second one begins a new block, as a paragraph would.
  void add_break() {
    if (skipped_ > 0 || page_.text.size() == begin_) return;
    if (page_.text.back() == ' ') page_.text.pop_back();
    if (page_.text.size() == begin_) return;
    if (page_.text.back() == '\n') return end_block();
    page_.text.push_back('\n');
    fields_.add_text(" ");
  }

  void end_block() {
    std::string& text = page_.text;
    while (text.size() > begin_ && (text.back() == ' ' || text.back() == '\n')) {
      text.pop_back();
    }
    if (text.size() > begin_) {
      page_.blocks.push_back({static_cast<std::uint32_t>(begin_),
                              static_cast<std::uint32_t>(text.size()),
                              static_cast<std::uint32_t>(link_bytes_),
                              static_cast<std::uint32_t>(time_bytes_), element()});
      const bool headline = page_.elements[element()].tag == Tag::kHeading1;
      fields_.read_block(page_.text_of(page_.blocks.back()), headline, context());
    }
    begin_ = text.size();
    link_bytes_ = 0;
    time_bytes_ = 0;
    fields_.add_text(" ");
  }

  FieldContext context() const { return {around(), articles_ > 0 && skipped_ == 0}; }

  Tokenizer tokenizer_;
  Page page_;
  FieldReader fields_{page_.fields};
  std::vector<Open> open_;
  std::size_t too_deep_ = 0;    // Elements open beyond the deepest level.
  std::size_t skipped_ = 0;     // Open elements without text of the page, and
  std::size_t links_ = 0;       // open links and
  std::size_t times_ = 0;       // <time> elements;
  std::size_t articles_ = 0;    // of <article> and <main>.
  std::size_t begin_ = 0;       // Of the block in page_.text, and
  std::size_t link_bytes_ = 0;  // how much of it is in links and
  std::size_t time_bytes_ = 0;  // <time>.
  bool is_ld_ = false;          // The <script> just opened is JSON-LD.
  std::size_t ld_bytes_ = 0;
  std::string decoded_;
};

}  // namespace

Page scan_page(std::string_view html) { return PageScanner(html).scan(); }

}  // namespace dateline::readers::html
