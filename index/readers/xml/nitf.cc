// NITF documents.

#include <algorithm>
#include <array>
#include <cstddef>

#include "index/readers/encoding.h"
#include "index/readers/html_article.h"
#include "index/readers/record_fields.h"
#include "index/readers/xml/xml_records.h"

namespace dateline::readers::xml {
namespace {

constexpr std::size_t kMostNames = 300;

struct HtmlName {
  std::string_view nitf;
  std::string_view html;
};

// What is not here is inline: <person>, <chron>, <em> …
constexpr auto kHtmlNames = std::to_array<HtmlName>({
    {"abstract", "div"},
    {"alt-code", ""},
    {"block", "div"},
    {"body.head", ""},
    {"bq", "blockquote"},
    {"br", "br"},
    {"byline", "p"},
    {"credit", "p"},
    {"dateline", ""},
    {"dd", "dd"},
    {"dl", "dl"},
    {"dt", "dt"},
    {"fn", "p"},
    {"hl1", "h2"},
    {"hl2", "h2"},
    {"hr", "hr"},
    {"li", "li"},
    {"media", "figure"},
    {"media-caption", "figcaption"},
    {"media-metadata", ""},
    {"media-object", ""},
    {"media-producer", "figcaption"},
    {"media-reference", ""},
    {"nitf-table", "div"},
    {"nitf-table-metadata", ""},
    {"note", "div"},
    {"ol", "ol"},
    {"p", "p"},
    {"pre", "pre"},
    {"table", "table"},
    {"td", "td"},
    {"th", "th"},
    {"tr", "tr"},
    {"ul", "ul"},
});
static_assert(std::ranges::is_sorted(kHtmlNames, {}, &HtmlName::nitf));

std::string_view html_name(const XmlNode& node) {
  const auto* found = std::ranges::lower_bound(kHtmlNames, std::string_view(node.name),
                                               {}, &HtmlName::nitf);
  const bool known = found != kHtmlNames.end() && found->nitf == node.name;
  return known ? found->html : "span";
}

std::string body_text(const XmlNode& nitf) {
  std::string html;
  if (const XmlNode* content = nitf.at("body/body.content")) {
    append_html(*content, html_name, html);
  }
  if (const XmlNode* tagline = nitf.at("body/body.end/tagline")) {
    html += "<p>";
    append_html(*tagline, html_name, html);
    html += "</p>";
  }
  return html_to_text(html);
}

// The text with "GENEVA, March 2 - " before it, as agencies write, unless it has that.
std::string with_dateline(std::string body, const XmlNode& nitf) {
  const std::string location = line_at(nitf, "body/body.head/dateline/location");
  const std::string dateline =
      location.empty() ? line_at(nitf, "body/body.head/dateline")
                       : first_of({line_at(nitf, "body/body.head/dateline"), location});
  if (dateline.empty()) return body;
  const std::string_view begin =
      location.empty() ? std::string_view(dateline) : std::string_view(location);
  const std::string_view head = cut_utf8(body, begin.size());
  if (ascii_lower(head) == ascii_lower(begin)) return body;
  return body.empty() ? dateline : dateline + " - " + body;
}

std::string_view attribute_at(const XmlNode& node, std::string_view path,
                              std::string_view name) {
  const XmlNode* found = node.at(path);
  return found == nullptr ? std::string_view() : found->attribute(name);
}

// "Abara, Joan", as indexes write, is Joan Abara.
std::string in_speaking_order(std::string name) {
  const std::size_t comma = name.find(", ");
  if (comma == name.npos || name.find(',', comma + 1) != name.npos) return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

void read_names(const XmlNode& nitf, Article& article) {
  for_each_node(nitf, [&](const XmlNode& node) {
    if (article.names.size() == kMostNames) return;
    const auto kind = node.name == "person"     ? std::optional(NameKind::kPerson)
                      : node.name == "org"      ? std::optional(NameKind::kOrg)
                      : node.name == "location" ? std::optional(NameKind::kPlace)
                                                : std::nullopt;
    if (!kind) return;
    std::string name = collapse_spaces(
        first_of({node.content(), std::string(node.attribute("value"))}));
    if (kind == NameKind::kPerson) name = in_speaking_order(std::move(name));
    const bool name_like = !name.empty() && name.size() <= 100;
    if (name_like) article.names.push_back({*kind, std::move(name)});
  });
  remove_repeats(article.names);
}

void read_authors(const XmlNode& nitf, Article& article) {
  const XmlNode* head = nitf.at("body/body.head");
  if (head == nullptr) return;
  for (const XmlNode& child : head->children) {
    if (child.name != "byline") continue;
    if (child.attribute("class") == "normalized_byline") continue;  // Says it again.
    bool persons = false;
    for (const XmlNode& part : child.children) {
      if (part.name != "person") continue;
      append_value(article.authors, part.content());
      persons = true;
    }
    if (persons) continue;
    // The title of the writer, or the agency, stands in a <byttl>.
    std::string text;
    for (const XmlNode& part : child.children) {
      if (part.name != "byttl") text += part.content();
    }
    for (std::string& author : split_byline(text)) article.authors.push_back(author);
  }
  remove_repeats(article.authors);
}

void read_topics(const XmlNode& nitf, Article& article) {
  for_each_node(nitf, [&](const XmlNode& node) {
    if (node.name == "keyword") append_value(article.topics, node.attribute("key"));
    if (node.name == "tobject.subject") {
      append_value(article.topics,
                   first_of({std::string(node.attribute("tobject.subject.matter")),
                             std::string(node.attribute("tobject.subject.type"))}));
    }
    if (node.name == "classifier" && node.attribute("type") == "subject") {
      append_value(article.topics, node.attribute("value"));
    }
  });
  remove_repeats(article.topics);
}

}  // namespace

XmlOutcome read_nitf(const XmlNode& nitf, Article& article) {
  XmlOutcome outcome;
  article = {};
  const auto head = [&](std::string_view path, std::string_view name) {
    return std::string(trim(attribute_at(nitf, path, name)));
  };
  if (head("head/docdata", "management-status") == "canceled") {
    outcome.rejected = "is canceled by its provider (management-status)";
    return outcome;
  }
  article.id = head("head/docdata/doc-id", "id-string");
  article.title =
      first_of({line_at(nitf, "body/body.head/hedline/hl1"),
                line_at(nitf, "body/body.head/hedline"), line_at(nitf, "head/title")});
  article.body = with_dateline(body_text(nitf), nitf);
  article.source = first_of({line_at(nitf, "body/body.head/distributor"),
                             head("head/docdata/doc.copyright", "holder"),
                             head("head/pubdata", "name")});
  article.url = head("head/pubdata", "ex-ref");
  article.language =
      language_tag(first_of({std::string(nitf.attribute("lang")), head("body", "lang"),
                             head("body/body.content", "lang")}));
  set_published({head("head/docdata/date.issue", "norm"),
                 head("head/pubdata", "date.publication"),
                 head("head/docdata/date.release", "norm"),
                 head("body/body.head/dateline/story.date", "norm")},
                article, outcome);
  read_authors(nitf, article);
  read_topics(nitf, article);
  read_names(nitf, article);
  reject_if_empty(article, outcome);
  return outcome;
}

}  // namespace dateline::readers::xml
