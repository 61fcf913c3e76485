#include "index/readers/html/main_content.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "index/readers/html/content_lines.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kTooLittle = 250;  // Bytes; then a second, laxer look.
constexpr std::size_t kMostLeads = 4;

// How strictly boxes are set aside.
enum class Strictness { kStrict, kLax };

std::uint64_t prose_bytes(const Page& page, const PageLayout& layout,
                          std::size_t block) {
  if (!layout.is_prose[block]) return 0;
  const Block& b = page.blocks[block];
  return b.end - b.begin - std::min(b.link_bytes, b.end - b.begin);
}

// Bytes of prose below each element, those set aside left out.
std::vector<std::uint64_t> measure(const Page& page, const PageLayout& layout) {
  std::vector<std::uint64_t> mass(page.elements.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::uint32_t element = page.blocks[i].element;
    if (!layout.dropped[element]) mass[element] += prose_bytes(page, layout, i);
  }
  for (std::size_t i = page.elements.size(); i-- > 1;) {
    mass[page.elements[i].parent] += mass[i];
  }
  return mass;
}

bool in_article(const Page& page, std::uint32_t element) {
  for (; element != 0; element = page.elements[element].parent) {
    const Tag tag = page.elements[element].tag;
    if (tag == Tag::kArticle || tag == Tag::kMain) return true;
  }
  return false;
}

bool is_set_aside(const Page& page, std::uint32_t i, Strictness strictness) {
  const Element& element = page.elements[i];
  if ((element.marks & kComments) != 0) return true;
  if (element.tag == Tag::kNav) return true;
  if (strictness == Strictness::kLax) return false;
  switch (element.tag) {
    case Tag::kAside:
    case Tag::kForm:
      return true;
    case Tag::kFooter:
      return page.elements[element.parent].tag != Tag::kBlockquote;
    case Tag::kHeader:
      return !in_article(page, i) || (element.marks & (kFurniture | kTeasers)) != 0;
    default:
      break;
  }
  const bool body = (element.marks & kArticleBody) != 0;
  return !body && (element.marks & (kFurniture | kTeasers)) != 0;
}

void set_aside(const Page& page, PageLayout& layout, Strictness strictness) {
  const std::vector<std::uint64_t> mass = measure(page, layout);
  for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
    const Element& element = page.elements[i];
    const bool most = mass[i] * 2 > mass[0] && (element.marks & kComments) == 0;
    layout.dropped[i] =
        layout.dropped[element.parent] || (!most && is_set_aside(page, i, strictness));
  }
}

struct Children {
  std::uint32_t heaviest = 0;  // 0: none.
  std::uint64_t second = 0;    // The prose of the heaviest of its own kind besides.
};

// Both say that they are the article's text, or both are <article>.
bool are_alike(const Element& a, const Element& b) {
  const bool bodies = (a.marks & b.marks & kArticleBody) != 0;
  return bodies || (a.tag == Tag::kArticle && b.tag == Tag::kArticle);
}

// For each element.
std::vector<Children> find_children(const Page& page,
                                    const std::vector<std::uint64_t>& mass) {
  std::vector<Children> children(page.elements.size());
  for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
    Children& siblings = children[page.elements[i].parent];
    const std::uint64_t heaviest = siblings.heaviest == 0 ? 0 : mass[siblings.heaviest];
    if (mass[i] > heaviest) siblings.heaviest = i;
  }
  for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
    Children& siblings = children[page.elements[i].parent];
    if (i == siblings.heaviest || siblings.heaviest == 0) continue;
    if (are_alike(page.elements[i], page.elements[siblings.heaviest])) {
      siblings.second = std::max(siblings.second, mass[i]);
    }
  }
  return children;
}

// The share of its parent's prose, in hundredths, from which on a box is the article.
std::uint64_t needed_share(const Element& parent, const Element& child) {
  const bool in_body = (parent.marks & kArticleBody) != 0;
  if ((child.marks & kArticleBody) != 0) return in_body ? 80 : 35;
  if (in_body) return 101;
  if (child.tag == Tag::kArticle || child.tag == Tag::kMain) return 40;
  if (parent.tag == Tag::kArticle) return 92;
  return 80;
}

std::uint32_t choose_box(const Page& page, const std::vector<std::uint64_t>& mass) {
  const std::vector<Children> children = find_children(page, mass);
  std::uint32_t box = 0;
  for (;;) {
    const auto [child, second] = children[box];
    if (child == 0) return box;
    if (second * 6 > mass[child]) return box;  // A text in several boxes.
    const std::uint64_t needed = needed_share(page.elements[box], page.elements[child]);
    if (mass[child] * 100 < mass[box] * needed) return box;
    if (page.elements[child].tag == Tag::kParagraph) return box;
    box = child;
  }
}

// Paragraphs between the headline and the box, in the article around it.
std::vector<std::uint32_t> find_leads(const Page& page, const PageLayout& layout,
                                      std::uint32_t box) {
  std::uint32_t around = box;
  while (around != 0 && page.elements[around].tag != Tag::kArticle &&
         page.elements[around].tag != Tag::kMain) {
    around = page.elements[around].parent;
  }
  std::vector<std::uint32_t> leads;
  for (std::uint32_t i = page.elements[box].first_block;
       i-- > page.elements[around].first_block;) {
    const Block& block = page.blocks[i];
    if (page.elements[block.element].tag == Tag::kHeading1) {
      std::ranges::reverse(leads);
      return leads;
    }
    if (layout.dropped[block.element] || leads.size() == kMostLeads) continue;
    const bool marked = (layout.marks[block.element] & kLead) != 0;
    if (is_mostly_links(block) || layout.kinds[block.element] == LineKind::kCaption)
      continue;
    if (layout.is_prose[i] || marked) leads.push_back(i);
  }
  // Without a headline above it, only what is marked as a lead is one.
  std::erase_if(leads, [&](std::uint32_t i) {
    return (layout.marks[page.blocks[i].element] & kLead) == 0;
  });
  std::ranges::reverse(leads);
  return leads;
}

std::string look(const Page& page, PageLayout layout, std::string_view title,
                 Strictness strictness) {
  set_aside(page, layout, strictness);
  const std::vector<std::uint64_t> mass = measure(page, layout);
  const std::uint32_t box = choose_box(page, mass);
  const Element& chosen = page.elements[box];
  return write_content(page, layout, title, find_leads(page, layout, box),
                       {chosen.first_block, chosen.end_block, box, mass[box], false});
}

}  // namespace

std::string find_main_content(const Page& page, std::string_view title) {
  const PageLayout layout = lay_out(page);
  std::string strict = look(page, layout, title, Strictness::kStrict);
  if (strict.size() >= kTooLittle) return strict;
  std::string lax = look(page, layout, title, Strictness::kLax);
  return lax.size() > strict.size() * 2 ? std::move(lax) : std::move(strict);
}

std::string whole_content(const Page& page) {
  PageLayout layout = lay_out(page);
  for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
    const Element& element = page.elements[i];
    const bool aside = (element.marks & (kFurniture | kTeasers | kComments)) != 0 ||
                       element.tag == Tag::kNav;
    layout.dropped[i] = layout.dropped[element.parent] || aside;
  }
  const auto blocks = static_cast<std::uint32_t>(page.blocks.size());
  return write_content(page, layout, {}, {},
                       {0, blocks, 0, measure(page, layout)[0], true});
}

}  // namespace dateline::readers::html
