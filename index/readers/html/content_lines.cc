#include "index/readers/html/content_lines.h"

#include <cstddef>
#include <unordered_set>

#include "index/readers/encoding.h"
#include "index/readers/html/prose.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kRepeatedLine = 30;  // Bytes; shorter lines may well come twice.
constexpr std::size_t kShortLine = 60;
constexpr std::uint16_t kSmallMarks = kByline | kDateLine | kUpdated | kCaption | kLead;

LineKind kind_of(const Element& element, LineKind around, bool is_data) {
  switch (element.tag) {
    case Tag::kHeading:
    case Tag::kHeading1:
      return LineKind::kHeading;
    case Tag::kFigcaption:
    case Tag::kFigure:
      return LineKind::kCaption;
    case Tag::kItem:
    case Tag::kDefinition:
      return LineKind::kItem;
    case Tag::kCell:
      return is_data ? LineKind::kRow : LineKind::kParagraph;
    case Tag::kPre:
      return LineKind::kPre;
    case Tag::kParagraph:
    case Tag::kBlock:
    case Tag::kDiv:
      break;
    default:
      return LineKind::kParagraph;
  }
  if ((element.marks & kCaption) != 0) return LineKind::kCaption;
  const bool other = around == LineKind::kRow ||
                     (around == LineKind::kHeading && element.tag == Tag::kParagraph);
  return other ? LineKind::kParagraph : around;
}

// Lists whose text is mostly links.
void find_link_lists(const Page& page, PageLayout& layout) {
  std::vector<std::uint64_t> bytes(page.elements.size());
  std::vector<std::uint64_t> link_bytes(page.elements.size());
  for (const Block& block : page.blocks) {
    bytes[block.element] += block.end - block.begin;
    link_bytes[block.element] += block.link_bytes;
  }
  for (std::size_t i = page.elements.size(); i-- > 1;) {
    const std::uint32_t parent = page.elements[i].parent;
    bytes[parent] += bytes[i];
    link_bytes[parent] += link_bytes[i];
  }
  layout.link_list.resize(page.elements.size());
  for (std::size_t i = 1; i < page.elements.size(); ++i) {
    const bool list =
        page.elements[i].tag == Tag::kList && link_bytes[i] * 2 > bytes[i];
    layout.link_list[i] = list || layout.link_list[page.elements[i].parent];
  }
}

class ContentWriter {
 public:
  ContentWriter(const Page& page, const PageLayout& layout, std::string_view title)
      : page_(page), layout_(layout), title_(ascii_lower(title)) {
    prose_before_.push_back(0);
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      const Block& block = page.blocks[i];
      prose_before_.push_back(prose_before_.back() +
                              (layout.is_prose[i] ? block.end - block.begin : 0));
    }
  }

  void write_lead(std::uint32_t block) { write(block, LineKind::kParagraph); }

  std::string write(ContentRange range) {
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const Block& block = page_.blocks[i];
      if (layout_.dropped[block.element]) continue;
      const LineKind kind = layout_.kinds[block.element];
      if (kind == LineKind::kHeading) {
        if (ends_article(page_.text_of(block)) && prose_ * 2 > range.mass) break;
        i = take_heading(i, range);
        continue;
      }
      if (!belongs(i, kind, range.is_whole)) continue;
      for (const std::uint32_t heading : headings_) write(heading, LineKind::kHeading);
      headings_.clear();
      write(i, kind);
    }
    return std::move(text_);
  }

 private:
  // Keeps the heading until text follows. One that is a link heads a teaser: gives the
  // last block of that.
  std::uint32_t take_heading(std::uint32_t i, const ContentRange& range) {
    const Block& block = page_.blocks[i];
    const std::string_view text = page_.text_of(block);
    if (is_mostly_links(block)) {
      headings_.clear();
      const std::uint32_t box = page_.elements[block.element].parent;
      const std::uint32_t end = page_.elements[box].end_block;
      const bool small = box != range.box && box > range.box && end <= range.end;
      return small && prose_in(i, end) * 4 < range.mass ? end - 1 : i;
    }
    if (ascii_lower(text) != title_ && !is_furniture(text)) headings_.push_back(i);
    return i;
  }

  std::uint64_t prose_in(std::uint32_t first, std::uint32_t end) const {
    return prose_before_[end] - prose_before_[first];
  }

  bool belongs(std::uint32_t i, LineKind kind, bool is_whole) {
    const Block& block = page_.blocks[i];
    const std::string_view text = page_.text_of(block);
    if (layout_.link_list[block.element] ||
        (is_mostly_links(block) && kind != LineKind::kItem && kind != LineKind::kRow)) {
      headings_.clear();  // They headed the links.
      return false;
    }
    if (is_furniture(text) || ascii_lower(text) == title_) return false;
    if (layout_.is_prose[i]) return true;
    if (block.time_bytes * 5 >= text.size() * 4) return false;
    const std::uint16_t marks = layout_.marks[block.element];
    if ((marks & (kByline | kDateLine | kUpdated)) != 0) return false;
    // Labels above the first paragraph: a section, minutes to read.
    const bool label = kind == LineKind::kParagraph && text.size() < kShortLine &&
                       !ends_sentence(text);
    return is_whole || prose_ > 0 || !label;
  }

  void write(std::uint32_t i, LineKind kind) {
    const Block& block = page_.blocks[i];
    const std::string_view line = page_.text_of(block);
    if (line.size() >= kRepeatedLine && !lines_.insert(line).second) return;
    if (layout_.is_prose[i]) prose_ += line.size();
    const std::uint32_t row = layout_.rows[block.element];
    const bool close =
        kind == last_ && (kind == LineKind::kItem || kind == LineKind::kRow);
    if (!text_.empty()) {
      const bool same_row = kind == LineKind::kRow && row != 0 && row == last_row_;
      text_ += same_row ? "\t" : (close ? "\n" : "\n\n");
    }
    text_.append(line);
    last_ = kind;
    last_row_ = row;
  }

  const Page& page_;
  const PageLayout& layout_;
  std::string title_;
  std::string text_;
  std::vector<std::uint32_t> headings_;  // Not written yet.
  std::unordered_set<std::string_view> lines_;
  std::vector<std::uint64_t> prose_before_;  // Bytes before each block.
  std::uint64_t prose_ = 0;                  // Bytes written.
  LineKind last_ = LineKind::kParagraph;
  std::uint32_t last_row_ = 0;
};

}  // namespace

bool is_mostly_links(const Block& block) {
  return std::uint64_t{block.link_bytes} * 10 >=
         std::uint64_t{block.end - block.begin} * 6;
}

PageLayout lay_out(const Page& page) {
  PageLayout layout;
  const std::size_t elements = page.elements.size();
  layout.kinds.resize(elements, LineKind::kParagraph);
  layout.rows.resize(elements);
  layout.marks.resize(elements);
  layout.dropped.resize(elements);
  layout.is_prose.reserve(page.blocks.size());
  for (const Block& block : page.blocks) {
    const bool linked = std::uint64_t{block.link_bytes} * 3 > block.end - block.begin;
    layout.is_prose.push_back(!linked && is_prose(page.text_of(block)));
  }
  for (std::uint32_t i = 1; i < elements; ++i) {
    const Element& element = page.elements[i];
    // Many a page is a table: a cell of data is a single short text.
    const std::uint32_t blocks = element.end_block - element.first_block;
    const bool is_data = blocks == 1 && !layout.is_prose[element.first_block];
    layout.kinds[i] = kind_of(element, layout.kinds[element.parent], is_data);
    layout.rows[i] = element.tag == Tag::kRow ? i : layout.rows[element.parent];
    const std::uint16_t around = layout.marks[element.parent] & kSmallMarks;
    layout.marks[i] = static_cast<std::uint16_t>(element.marks | around);
  }
  find_link_lists(page, layout);
  return layout;
}

std::string write_content(const Page& page, const PageLayout& layout,
                          std::string_view title,
                          const std::vector<std::uint32_t>& leads, ContentRange range) {
  ContentWriter writer(page, layout, title);
  for (const std::uint32_t block : leads) writer.write_lead(block);
  return writer.write(range);
}

}  // namespace dateline::readers::html
