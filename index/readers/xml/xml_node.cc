#include "index/readers/xml/xml_node.h"

#include <algorithm>

#include "index/readers/encoding.h"

namespace dateline::readers::xml {
namespace {

void append_content(const XmlNode& node, std::string& out) {
  out.append(node.text);
  for (const XmlNode& child : node.children) append_content(child, out);
}

}  // namespace

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found = std::ranges::find(children, wanted, &XmlNode::name);
  return found == children.end() ? nullptr : &*found;
}

const XmlNode* XmlNode::at(std::string_view path) const {
  const XmlNode* node = this;
  while (node != nullptr && !path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    node = node->child(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return node;
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

std::string XmlNode::content() const {
  std::string out;
  append_content(*this, out);
  return out;
}

std::string line_at(const XmlNode& node, std::string_view path) {
  const XmlNode* found = node.at(path);
  return found == nullptr ? std::string() : collapse_spaces(found->content());
}

void append_escaped(std::string_view text, std::string& out) {
  for (;;) {
    const std::size_t at = text.find_first_of("&<");
    out.append(text.substr(0, at));
    if (at == text.npos) return;
    out.append(text[at] == '&' ? "&amp;" : "&lt;");
    text.remove_prefix(at + 1);
  }
}

}  // namespace dateline::readers::xml
