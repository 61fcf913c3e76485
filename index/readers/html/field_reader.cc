#include "index/readers/html/field_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html/class_words.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kLongestCapture = 300;
constexpr std::size_t kMostCaptures = 8;
constexpr std::size_t kShownBlocks = 6;  // After the headline, where a byline may be.
constexpr std::uint16_t kNotTheArticle = kFurniture | kComments | kTeasers;

// "By Ann Lee" as the text of a byline; with much else in it it is none.
std::optional<std::string_view> shown_author(std::string_view text) {
  text = trim(text);
  if (text.size() > 120 || !starts_with_ignoring_case(text, "by ")) return std::nullopt;
  return text.substr(0, std::min(text.find('|'), text.find("\xC2\xB7")));
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

}  // namespace

void FieldReader::read_tag(const Token& token, FieldContext context) {
  const Tag tag = token.info.tag;
  if (tag == Tag::kMeta) {
    const std::string_view content = find_attribute(token, "content");
    for (const char* key : {"name", "property", "http-equiv"}) {
      fields_.add_meta(find_attribute(token, key), content);
    }
  }
  if (tag == Tag::kLink &&
      equals_ignoring_case(find_attribute(token, "rel"), "canonical")) {
    fields_.add(PageField::kUrl, kMetadata, find_attribute(token, "href"));
  }
  if (tag == Tag::kHtml) {
    fields_.add(PageField::kLanguage, kMetadata, find_attribute(token, "lang"));
    fields_.add(PageField::kLanguage, kMetadata, find_attribute(token, "xml:lang"));
  }
  if ((context.marks & kNotTheArticle) != 0) return;
  if (const auto name = find_attribute(token, "itemprop"); !name.empty()) {
    const Capture* outer = name == "name" ? outer_item() : nullptr;
    if (outer != nullptr) {
      fields_.add(outer->field, kMicrodata, find_attribute(token, "content"));
    }
    fields_.add_itemprop(name, find_attribute(token, "content"));
    fields_.add_itemprop(name, find_attribute(token, "datetime"));
  }
  if (tag == Tag::kTime && context.in_article) {
    const bool sure = has_attribute(token, "pubdate");
    fields_.add(PageField::kPublished, sure ? kPublishedTime : kTime,
                find_attribute(token, "datetime"));
  }
}

void FieldReader::open(const Token& token, std::size_t depth, FieldContext context) {
  if ((context.marks & kNotTheArticle) != 0) return;
  const std::string_view prop = find_attribute(token, "itemprop");
  if (!prop.empty()) open_itemprop(token, prop, depth);
  if (token.info.tag == Tag::kA && find_attribute(token, "rel") == "author") {
    capture(PageField::kAuthor, kShown - 1, depth);
  }
  const std::uint16_t marks = marks_of(find_attribute(token, "class"));
  if ((marks & kByline) != 0) capture(PageField::kAuthor, kShown, depth);
  if ((marks & kDateLine) != 0 && (marks & kUpdated) == 0) {
    capture(PageField::kPublished, kShown, depth);
  }
}

void FieldReader::open_itemprop(const Token& token, std::string_view prop,
                                std::size_t depth) {
  if (has_attribute(token, "content") || has_attribute(token, "datetime")) return;
  if (prop == "author") capture(PageField::kAuthor, kMicrodata + 1, depth);
  if (prop == "headline") capture(PageField::kTitle, kMicrodata, depth);
  if (prop == "datePublished") capture(PageField::kPublished, kMicrodata, depth);
  if (prop == "publisher") capture(PageField::kSource, kMicrodata + 1, depth);
  if (prop != "name") return;
  if (const Capture* outer = outer_item()) capture(outer->field, kMicrodata, depth);
}

// The author or publisher that an itemprop "name" belongs to; null: none.
const FieldReader::Capture* FieldReader::outer_item() const {
  const auto found = std::ranges::find(captures_, kMicrodata + 1, &Capture::rank);
  return found == captures_.end() ? nullptr : &*found;
}

// "By Ann Lee" and "Published: March 5, 2009" on a line of their own, soon after the
// headline.
void FieldReader::read_block(std::string_view block, bool is_headline,
                             FieldContext context) {
  if (is_headline) shown_blocks_ = 1;
  if (shown_blocks_ == 0 || shown_blocks_ > kShownBlocks) return;
  ++shown_blocks_;
  if (block.size() > kLongestCapture || (context.marks & kNotTheArticle) != 0) return;
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    fields_.add(PageField::kAuthor, kShown + 1, shown_author(line).value_or(""));
    const std::string_view date = shown_date(line);
    if (date.size() < line.size()) {
      fields_.add(PageField::kPublished, kShown + 1, date);
    }
  }
}

void FieldReader::capture(PageField field, int rank, std::size_t depth) {
  if (captures_.size() < kMostCaptures) captures_.push_back({depth, field, rank});
}

void FieldReader::finish(const Capture& done) {
  std::string text = collapse_spaces(done.text);
  if (done.rank == kShown && done.field == PageField::kAuthor) {
    text = std::string(shown_author(text).value_or(""));
  } else if (done.field == PageField::kPublished) {
    text = std::string(shown_date(text));
  }
  fields_.add(done.field, done.rank, text);
}

void FieldReader::close(std::size_t depth) {
  while (!captures_.empty() && captures_.back().depth > depth) {
    const Capture done = std::move(captures_.back());
    captures_.pop_back();
    finish(done);
  }
}

void FieldReader::add_text(std::string_view text) {
  for (Capture& capture : captures_) {
    if (capture.text.size() < kLongestCapture) {
      capture.text.append(cut_utf8(text, kLongestCapture));
    }
  }
}

}  // namespace dateline::readers::html
