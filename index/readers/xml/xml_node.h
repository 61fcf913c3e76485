// A small tree of XML: one item of a feed or wire.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::readers::xml {

/// An element, or a text where `name` is empty.
///
/// Names of the vocabularies that we know have a prefix that does not depend on the
/// file: "dc:date", "content:encoded", "media:title", "atom:entry", "xhtml:p",
/// "rdf:about"; those of RSS, NITF and NewsML-G2 have none.
struct XmlNode {
  std::string name{};
  std::string text{};  ///< Of a text.
  std::vector<std::pair<std::string, std::string>> attributes{};
  std::vector<XmlNode> children{};

  /// The first child of that name; null when there is none.
  const XmlNode* child(std::string_view wanted) const;

  /// Along child(), "itemMeta/pubStatus"; null when there is none.
  const XmlNode* at(std::string_view path) const;

  /// Empty when it is not there.
  std::string_view attribute(std::string_view wanted) const;

  /// All text below, without markup.
  std::string content() const;
};

/// content() of at(path), in one line; empty when it is not there.
std::string line_at(const XmlNode& node, std::string_view path);

/// Calls `take` with `node` and every element below it, in document order.
template <typename Take>
void for_each_node(const XmlNode& node, const Take& take) {
  take(node);
  for (const XmlNode& child : node.children) {
    if (!child.name.empty()) for_each_node(child, take);
  }
}

/// Writes what stands in the node as HTML, names without their prefix; `rename` gives
/// the name of an element in HTML, "" to leave it out with all in it.
template <typename Rename>
void append_html(const XmlNode& node, const Rename& rename, std::string& out);

/// `text` with "&" and "<" escaped.
void append_escaped(std::string_view text, std::string& out);

template <typename Rename>
void append_html(const XmlNode& node, const Rename& rename, std::string& out) {
  for (const XmlNode& child : node.children) {
    if (child.name.empty()) {
      append_escaped(child.text, out);
      continue;
    }
    const std::string name(rename(child));
    if (name.empty()) continue;
    out.append("<").append(name);
    for (const char* kept : {"class", "href"}) {
      const std::string_view value = child.attribute(kept);
      if (value.empty() || value.find_first_of("\"<&") != value.npos) continue;
      out.append(" ").append(kept).append("=\"").append(value).append("\"");
    }
    out.append(">");
    append_html(child, rename, out);
    out.append("</").append(name).append(">");
  }
}

}  // namespace dateline::readers::xml
