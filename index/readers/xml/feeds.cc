// RSS, RDF and Atom.

#include <algorithm>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html_article.h"
#include "index/readers/record_fields.h"
#include "index/readers/xml/xml_records.h"

namespace dateline::readers::xml {
namespace {

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

std::string without_prefix(const XmlNode& node) {
  return node.name.substr(node.name.find(':') + 1);
}

// The markup in an element: as text, escaped or CDATA, or as elements.
std::string markup_in(const XmlNode& node) {
  const bool elements = std::ranges::any_of(
      node.children, [](const XmlNode& child) { return !child.name.empty(); });
  if (!elements) return node.content();
  std::string html;
  append_html(node, without_prefix, html);
  return html;
}

// Text as it stands has its paragraphs in lines; HTML does not.
std::string text_in(const XmlNode& node) {
  const std::string markup = markup_in(node);
  if (markup.find_first_of("<&") != markup.npos) return html_to_text(markup);
  return std::string(trim(markup));
}

std::string text_at(const XmlNode& item, std::string_view name) {
  const XmlNode* node = item.child(name);
  return node == nullptr ? std::string() : text_in(*node);
}

std::string title_at(const XmlNode& item, std::string_view name) {
  const XmlNode* node = item.child(name);
  return node == nullptr ? std::string() : html_to_line(markup_in(*node));
}

// Calls `take` with the text of each child called `name`.
template <typename Take>
void for_each_text(const XmlNode& item, std::string_view name, const Take& take) {
  for (const XmlNode& child : item.children) {
    if (child.name == name) take(html_to_line(child.content()));
  }
}

// "lawyer@example.org (Ann Lee)", as RSS wants it, is Ann Lee.
std::string author_name(const std::string& text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  const bool address = text.find('@') != text.npos;
  if (address && open != text.npos && close != text.npos && close > open) {
    return text.substr(open + 1, close - open - 1);
  }
  return address && text.find(' ') == text.npos ? std::string() : text;
}

void add_authors(const std::string& text, Article& article) {
  for (std::string& author : split_byline(author_name(text))) {
    article.authors.push_back(std::move(author));
  }
}

std::string find_rss_link(const XmlNode& item) {
  std::string link = line_at(item, "link");
  if (is_address(link)) return link;
  for (const XmlNode& child : item.children) {
    const std::string_view rel = child.attribute("rel");
    if (child.name == "atom:link" && (rel.empty() || rel == "alternate")) {
      return std::string(trim(child.attribute("href")));
    }
  }
  const XmlNode* guid = item.child("guid");
  if (guid != nullptr && guid->attribute("isPermaLink") != "false") {
    std::string url = line_at(item, "guid");
    if (is_address(url)) return url;
  }
  const std::string_view about = item.attribute("rdf:about");
  return is_address(about) ? std::string(about) : link;
}

// The longer of two accounts of one article, the first if in doubt.
std::string longer(std::string first, std::string second) {
  return second.size() > first.size() * 2 ? std::move(second) : std::move(first);
}

// The link to the page itself.
std::string find_atom_link(const XmlNode& entry) {
  for (const XmlNode& child : entry.children) {
    const std::string_view rel = child.attribute("rel");
    if (child.name == "atom:link" && (rel.empty() || rel == "alternate")) {
      return std::string(trim(child.attribute("href")));
    }
  }
  return {};
}

}  // namespace

XmlOutcome read_rss_item(const XmlNode& item, const Envelope& channel,
                         Article& article) {
  XmlOutcome outcome;
  article = {};
  article.id =
      first_of({line_at(item, "guid"), std::string(item.attribute("rdf:about")),
                line_at(item, "dc:identifier")});
  article.title = first_of({title_at(item, "title"), title_at(item, "dc:title"),
                            title_at(item, "media:title")});
  article.body =
      first_of({text_at(item, "content:encoded"), text_at(item, "xhtml:body")});
  article.body =
      longer(std::move(article.body),
             first_of({text_at(item, "description"), text_at(item, "media:description"),
                       text_at(item, "dc:description")}));
  article.url = find_rss_link(item);
  article.source = html_to_line(first_of(
      {line_at(item, "source"), line_at(item, "dc:publisher"),
       value_in(channel, "channel/dc:publisher"), value_in(channel, "channel/title")}));
  article.language = language_tag(
      first_of({std::string(item.attribute("lang")), line_at(item, "dc:language"),
                value_in(channel, "channel/language"),
                value_in(channel, "channel/dc:language"), value_in(channel, "@lang")}));
  set_published({line_at(item, "pubDate"), line_at(item, "dc:date"),
                 line_at(item, "dcterms:issued"), line_at(item, "dcterms:created"),
                 line_at(item, "atom:published"), line_at(item, "atom:updated")},
                article, outcome);
  for_each_text(item, "dc:creator",
                [&](const std::string& text) { add_authors(text, article); });
  if (article.authors.empty()) {
    for_each_text(item, "author",
                  [&](const std::string& text) { add_authors(text, article); });
  }
  for (const std::string_view name : {"category", "dc:subject"}) {
    for_each_text(item, name,
                  [&](const std::string& text) { append_value(article.topics, text); });
  }
  remove_repeats(article.authors);
  remove_repeats(article.topics);
  reject_if_empty(article, outcome);
  return outcome;
}

XmlOutcome read_atom_entry(const XmlNode& entry, const Envelope& feed,
                           Article& article) {
  XmlOutcome outcome;
  article = {};
  article.id = line_at(entry, "atom:id");
  article.title = title_at(entry, "atom:title");
  article.body = longer(text_at(entry, "atom:content"), text_at(entry, "atom:summary"));
  article.url = find_atom_link(entry);
  article.source = html_to_line(first_of({line_at(entry, "atom:source/atom:title"),
                                          value_in(feed, "atom:feed/atom:title")}));
  article.language =
      language_tag(first_of({std::string(entry.attribute("lang")),
                             value_in(feed, "@lang"), line_at(entry, "dc:language")}));
  set_published({line_at(entry, "atom:published"), line_at(entry, "atom:issued"),
                 line_at(entry, "atom:created"), line_at(entry, "dc:date"),
                 line_at(entry, "atom:updated"), line_at(entry, "atom:modified")},
                article, outcome);
  for (const XmlNode& child : entry.children) {
    if (child.name == "atom:author") add_authors(line_at(child, "atom:name"), article);
    if (child.name != "atom:category") continue;
    const std::string_view label = child.attribute("label");
    append_value(article.topics, label.empty() ? child.attribute("term") : label);
  }
  if (article.authors.empty()) {
    append_value(article.authors, value_in(feed, "atom:author/atom:name"));
  }
  remove_repeats(article.authors);
  remove_repeats(article.topics);
  reject_if_empty(article, outcome);
  return outcome;
}

}  // namespace dateline::readers::xml
