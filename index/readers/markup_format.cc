#include "index/readers/markup_format.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr std::string_view kHtmlRoots[] = {
    "html", "head", "body", "title", "meta",    "link",   "article", "main",
    "div",  "p",    "h1",   "h2",    "section", "center", "table"};
constexpr std::string_view kXmlRoots[] = {
    "rss", "rdf", "feed", "nitf", "newsitem", "newsmessage", "packageitem", "entry"};

// Passes over what stands before the first element; gives the rest from its "<" on.
// `doctype` becomes the name in a <!DOCTYPE …>, in lower case.
std::string_view find_root(std::string_view text, std::string& doctype) {
  while (!text.empty()) {
    text = trim(text);
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
    } else if (text.starts_with("<!")) {
      const std::string lower = ascii_lower(text.substr(0, 40));
      if (lower.starts_with("<!doctype ")) {
        const std::string name = lower.substr(10);
        doctype = name.substr(0, name.find_first_of(" >[\n"));
      }
      // Declarations of its own stand in brackets.
      const std::size_t bracket = text.find('[');
      end = bracket < text.find('>') ? "]>" : ">";
    } else {
      return text;
    }
    const std::size_t found = text.find(end);
    if (found == text.npos) return {};
    text.remove_prefix(found + end.size());
  }
  return text;
}

// The name of the element that begins `text`, without prefix, in lower case.
std::string element_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  const std::string_view beginning = name.substr(0, 40);
  return ascii_lower(beginning.substr(beginning.find(':') + 1));
}

}  // namespace

std::optional<Format> detect_markup(std::string_view text) {
  if (!text.starts_with('<')) return std::nullopt;
  std::string doctype;
  const std::string root = element_name(find_root(text, doctype));
  if (doctype == "html") return Format::kHtml;
  if (std::ranges::find(kXmlRoots, root) != std::end(kXmlRoots)) return Format::kXml;
  if (std::ranges::find(kHtmlRoots, root) != std::end(kHtmlRoots)) return Format::kHtml;
  if (text.starts_with("<?xml ")) return Format::kXml;
  return std::nullopt;
}

}  // namespace dateline::readers
