// From tags and text to blocks, boxes and fields.

#include <algorithm>
#include <optional>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html/page.h"
#include "index/readers/html/tokenizer.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kDeepest = 256;  // Levels; deeper elements are not told apart.
constexpr std::size_t kLongestCapture = 300;
constexpr std::size_t kMostCaptures = 8;
constexpr std::size_t kShownBlocks = 6;  // After the headline, where a byline may be.
constexpr std::size_t kMostLdBytes = std::size_t{8} << 20;  // Of all scripts.
constexpr std::uint16_t kNotTheArticle = kFurniture | kComments | kTeasers;

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

// Text that is a field's value up to the end of an element.
struct Capture {
  std::size_t depth;  // Of the element.
  PageField field;
  int rank;
  std::string text{};
};

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

// "By Ann Lee" as the text of a byline; with much else in it it is none.
std::optional<std::string_view> shown_author(std::string_view text) {
  text = trim(text);
  if (text.size() > 120 || !starts_with_ignoring_case(text, "by ")) return std::nullopt;
  return text.substr(0, text.find_first_of("|\xC2\xB7"));
}

// The date behind "Published on" and the like.
std::string_view shown_date(std::string_view text) {
  text = trim(text);
  for (const std::string_view start :
       {"first published", "published", "posted", "publication date", "date"}) {
    if (!starts_with_ignoring_case(text, start)) continue;
    text = trim(text.substr(start.size()));
    break;
  }
  if (text.starts_with(':')) text = trim(text.substr(1));
  if (starts_with_ignoring_case(text, "on ")) text = trim(text.substr(3));
  return text;
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
    read_fields(token);
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
    begin_captures(token);
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
      open_.pop_back();
      while (!captures_.empty() && captures_.back().depth > open_.size()) end_capture();
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
    for (Capture& capture : captures_) {
      if (capture.text.size() < kLongestCapture) {
        capture.text.append(cut_utf8(text, kLongestCapture));
      }
    }
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
    for (Capture& capture : captures_) capture.text.push_back(' ');
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
      read_shown(page_.text_of(page_.blocks.back()));
    }
    begin_ = text.size();
    link_bytes_ = 0;
    time_bytes_ = 0;
    for (Capture& capture : captures_) capture.text.push_back(' ');
  }

  // Fields that stand in the tag itself.
  void read_fields(const Token& token) {
    PageFields& fields = page_.fields;
    const Tag tag = token.info.tag;
    if (tag == Tag::kMeta) {
      const std::string_view content = find_attribute(token, "content");
      for (const char* key : {"name", "property", "http-equiv"}) {
        fields.add_meta(find_attribute(token, key), content);
      }
    }
    if (tag == Tag::kLink &&
        equals_ignoring_case(find_attribute(token, "rel"), "canonical")) {
      fields.add(PageField::kUrl, kMetadata, find_attribute(token, "href"));
    }
    if (tag == Tag::kHtml) {
      fields.add(PageField::kLanguage, kMetadata, find_attribute(token, "lang"));
      fields.add(PageField::kLanguage, kMetadata, find_attribute(token, "xml:lang"));
    }
    if ((around() & kNotTheArticle) != 0) return;
    if (const auto name = find_attribute(token, "itemprop"); !name.empty()) {
      if (name == "name") add_name_of_outer(find_attribute(token, "content"));
      fields.add_itemprop(name, find_attribute(token, "content"));
      fields.add_itemprop(name, find_attribute(token, "datetime"));
    }
    if (tag == Tag::kTime && skipped_ == 0 && in_article()) {
      const bool sure = has_attribute(token, "pubdate");
      fields.add(PageField::kPublished, sure ? kPublishedTime : kTime,
                 find_attribute(token, "datetime"));
    }
  }

  bool in_article() const {
    return std::ranges::any_of(open_, [](const Open& open) {
      return open.info.tag == Tag::kArticle || open.info.tag == Tag::kMain;
    });
  }

  // Fields that the text of the element just opened is the value of.
  void begin_captures(const Token& token) {
    if ((around() & kNotTheArticle) != 0) return;
    const std::string_view prop = find_attribute(token, "itemprop");
    if (!prop.empty()) begin_itemprop(token, prop);
    if (token.info.tag == Tag::kA && find_attribute(token, "rel") == "author") {
      capture(PageField::kAuthor, kShown - 1);
    }
    const std::uint16_t marks = marks_of(find_attribute(token, "class"));
    if ((marks & kByline) != 0) capture(PageField::kAuthor, kShown);
    if ((marks & kDateLine) != 0 && (marks & kUpdated) == 0) {
      capture(PageField::kPublished, kShown);
    }
  }

  void begin_itemprop(const Token& token, std::string_view prop) {
    if (has_attribute(token, "content") || has_attribute(token, "datetime")) return;
    if (prop == "author") capture(PageField::kAuthor, kMicrodata + 1);
    if (prop == "headline") capture(PageField::kTitle, kMicrodata);
    if (prop == "datePublished") capture(PageField::kPublished, kMicrodata);
    if (prop == "publisher") capture(PageField::kSource, kMicrodata + 1);
    if (prop != "name") return;
    if (const Capture* outer = outer_item()) capture(outer->field, kMicrodata);
  }

  // The author or publisher that an itemprop "name" belongs to; null: none.
  const Capture* outer_item() const {
    const auto found = std::ranges::find(captures_, kMicrodata + 1, &Capture::rank);
    return found == captures_.end() ? nullptr : &*found;
  }

  void add_name_of_outer(std::string_view name) {
    if (const Capture* outer = outer_item()) {
      page_.fields.add(outer->field, kMicrodata, name);
    }
  }

  // "By Ann Lee" and "Published: March 5, 2009" on a line of their own, soon after the
  // headline.
  void read_shown(std::string_view block) {
    if (is_heading1_last()) shown_blocks_ = 1;
    if (shown_blocks_ == 0 || shown_blocks_ > kShownBlocks) return;
    ++shown_blocks_;
    if (block.size() > kLongestCapture || (around() & kNotTheArticle) != 0) return;
    while (!block.empty()) {
      const std::size_t end = std::min(block.find('\n'), block.size());
      const std::string_view line = block.substr(0, end);
      block.remove_prefix(std::min(end + 1, block.size()));
      page_.fields.add(PageField::kAuthor, kShown + 1, shown_author(line).value_or(""));
      const std::string_view date = shown_date(line);
      if (date.size() < line.size()) {
        page_.fields.add(PageField::kPublished, kShown + 1, date);
      }
    }
  }

  bool is_heading1_last() const {
    return page_.elements[page_.blocks.back().element].tag == Tag::kHeading1;
  }

  void capture(PageField field, int rank) {
    if (captures_.size() < kMostCaptures)
      captures_.push_back({open_.size(), field, rank});
  }

  void end_capture() {
    const Capture done = std::move(captures_.back());
    captures_.pop_back();
    std::string text = collapse_spaces(done.text);
    if (done.rank == kShown && done.field == PageField::kAuthor) {
      text = std::string(shown_author(text).value_or(""));
    } else if (done.field == PageField::kPublished) {
      text = std::string(shown_date(text));
    }
    page_.fields.add(done.field, done.rank, text);
  }

  Tokenizer tokenizer_;
  Page page_;
  std::vector<Open> open_;
  std::vector<Capture> captures_;
  std::size_t too_deep_ = 0;      // Elements open beyond the deepest level.
  std::size_t skipped_ = 0;       // Open elements without text of the page, and
  std::size_t links_ = 0;         // open links and
  std::size_t times_ = 0;         // <time> elements.
  std::size_t begin_ = 0;         // Of the block in page_.text, and
  std::size_t link_bytes_ = 0;    // how much of it is in links and
  std::size_t time_bytes_ = 0;    // <time>.
  std::size_t shown_blocks_ = 0;  // Since the headline.
  bool is_ld_ = false;            // The <script> just opened is JSON-LD.
  std::size_t ld_bytes_ = 0;
  std::string decoded_;
};

}  // namespace

Page scan_page(std::string_view html) { return PageScanner(html).scan(); }

}  // namespace dateline::readers::html
