#include "index/readers/html/page_title.h"

#include <array>
#include <cstddef>
#include <vector>

#include "index/readers/encoding.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kLongestSite = 40;
constexpr std::size_t kShortestTitle = 12;
constexpr auto kSeparators =
    std::to_array<std::string_view>({" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                     " :: ", " \xC2\xBB ", " \xC2\xB7 "});

// Letters and digits, in lower case: what two spellings of a title have in common.
std::string skeleton(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(text)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      static_cast<unsigned char>(c) >= 0x80;
    if (keep) out.push_back(c);
  }
  return out;
}

// The headings of the first level that are not in furniture.
std::vector<std::string_view> shown_titles(const Page& page) {
  std::vector<std::string_view> titles;
  for (const Block& block : page.blocks) {
    const Element& element = page.elements[block.element];
    if (element.tag != Tag::kHeading1) continue;
    titles.push_back(page.text_of(block));
    if (titles.size() == 4) break;
  }
  return titles;
}

// "bbc.co.uk" or "BBC News" against " - BBC": one contains the other.
bool names_site(std::string_view end, std::string_view site) {
  const std::string a = skeleton(end);
  const std::string b = skeleton(site);
  if (a.empty() || b.empty()) return false;
  return a.find(b) != a.npos || b.find(a) != b.npos;
}

// Where the last separator in `title` begins; npos: none. `size` becomes its bytes.
std::size_t last_separator(std::string_view title, std::size_t& size) {
  std::size_t last = title.npos;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos || (last != title.npos && at < last)) continue;
    last = at;
    size = separator.size();
  }
  return last;
}

}  // namespace

std::string without_site(std::string title, std::string_view site) {
  for (int cuts = 0; cuts < 3; ++cuts) {  // "Headline | World | Outlet"
    std::size_t size = 0;
    const std::size_t at = last_separator(title, size);
    if (at == title.npos || at < kShortestTitle) break;
    const std::string_view end = std::string_view(title).substr(at + size);
    const bool bar = title[at + 1] == '|' || title[at + 1] == ':' ||
                     title.substr(at + 1, 2) == "\xC2\xBB";
    const bool is_site = !site.empty() && names_site(end, site);
    const bool may_be_site = end.size() <= kLongestSite && (bar || cuts > 0);
    if (!is_site && !may_be_site) break;
    title.resize(at);
  }
  return title;
}

std::string find_title(const Page& page) {
  const std::string_view site = page.fields.best(PageField::kSource);
  const std::string page_title = collapse_spaces(page.page_title);
  std::vector<std::string> told;
  for (const PageValue* value : page.fields.all(PageField::kTitle)) {
    told.push_back(value->text);
  }
  if (!page_title.empty()) told.push_back(page_title);

  const std::vector<std::string_view> shown = shown_titles(page);
  for (const std::string_view heading : shown) {
    const std::string key = skeleton(heading);
    if (key.size() < kShortestTitle / 2) continue;
    for (const std::string& title : told) {
      if (skeleton(title).starts_with(key)) return collapse_spaces(heading);
    }
  }
  if (!told.empty()) return without_site(told.front(), site);
  return shown.empty() ? std::string() : collapse_spaces(shown.front());
}

std::string find_site(const Page& page, std::string_view title) {
  const std::string page_title = collapse_spaces(page.page_title);
  if (title.empty() || !page_title.starts_with(title)) return {};
  std::size_t size = 0;
  const std::size_t at = last_separator(page_title, size);
  if (at == page_title.npos || at < title.size()) return {};
  std::string site = page_title.substr(at + size);
  return site.size() <= kLongestSite ? site : std::string();
}

}  // namespace dateline::readers::html
