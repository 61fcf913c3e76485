// NewsML-G2 items.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html_article.h"
#include "index/readers/record_fields.h"
#include "index/readers/xml/xml_records.h"

namespace dateline::readers::xml {
namespace {

constexpr std::size_t kMostNames = 300;

// A code without its scheme: "stat:canceled" and ".../pubstatusg2/canceled".
std::string_view code_of(const XmlNode& node) {
  std::string_view code = node.attribute("qcode");
  if (code.empty()) code = node.attribute("uri");
  if (code.empty()) code = node.attribute("literal");
  const std::size_t end = code.find_last_of(":/");
  return end == code.npos ? code : code.substr(end + 1);
}

// The name in the language of the item, else the first.
std::string name_in(const XmlNode& node, std::string_view language) {
  const XmlNode* chosen = nullptr;
  for (const XmlNode& child : node.children) {
    if (child.name != "name") continue;
    const bool same = !language.empty() &&
                      child.attribute("lang").substr(0, 2) == language.substr(0, 2);
    if (chosen == nullptr || same) chosen = &child;
    if (same) break;
  }
  return chosen == nullptr ? std::string() : collapse_spaces(chosen->content());
}

class NewsItem {
 public:
  NewsItem(const XmlNode& item, const Envelope& message, Article& article)
      : item_(item), message_(message), article_(article) {}

  XmlOutcome read() {
    if (is_void()) return std::move(outcome_);
    read_content();
    article_.id = item_.attribute("guid");
    if (article_.language.empty()) article_.language = find_language();
    read_item_meta();
    if (const XmlNode* meta = item_.child("contentMeta")) read_content_meta(*meta);
    remove_repeats(article_.authors);
    remove_repeats(article_.topics);
    remove_repeats(article_.names);
    reject_if_empty(article_, outcome_);
    return std::move(outcome_);
  }

 private:
  // Canceled or withheld by its provider.
  bool is_void() {
    const XmlNode* status = item_.at("itemMeta/pubStatus");
    if (status == nullptr) return false;
    const std::string code = ascii_lower(code_of(*status));
    if (code == "canceled" || code == "cancelled") {
      outcome_.rejected = "is canceled by its provider (pubStatus)";
    } else if (code == "withheld") {
      outcome_.rejected =
          "is withheld by its provider until further notice (pubStatus)";
    }
    return outcome_.rejected.has_value();
  }

  // The text first: what NITF says of itself gives way to what the item says.
  void read_content() {
    const XmlNode* contents = item_.child("contentSet");
    if (contents == nullptr) return;
    for (const XmlNode& content : contents->children) {
      if (content.name == "inlineXML") read_inline_xml(content);
      if (content.name == "inlineData" && article_.body.empty() &&
          !content.attribute("contenttype").starts_with("image")) {
        article_.body = read_inline_data(content);
      }
    }
  }

  static std::string read_inline_data(const XmlNode& content) {
    std::string text = content.content();
    const bool html =
        content.attribute("contenttype").find("html") != std::string::npos;
    return html ? html_to_text(text) : std::string(trim(text));
  }

  void read_inline_xml(const XmlNode& content) {
    Article inner;
    for (const XmlNode& child : content.children) {
      if (child.name == "nitf") {
        outcome_.rejected = read_nitf(child, inner).rejected;
        outcome_.rejected.reset();  // Its title may stand outside of it.
      } else if (child.name == "xhtml:html" || child.name == "xhtml:body" ||
                 child.name == "xhtml:div" || child.name == "html") {
        read_xhtml(child, inner);
      }
    }
    if (inner.body.size() > article_.body.size()) article_ = std::move(inner);
  }

  static void read_xhtml(const XmlNode& node, Article& inner) {
    const auto rename = [](const XmlNode& child) {
      return child.name.substr(child.name.find(':') + 1);
    };
    std::string html;
    const XmlNode* body = node.child("xhtml:body");
    append_html(body != nullptr ? *body : node, rename, html);
    inner.body = html_to_text(html);
    if (inner.title.empty()) inner.title = line_at(node, "xhtml:head/xhtml:title");
    inner.language = node.attribute("lang");
  }

  std::string find_language() const {
    const XmlNode* language = item_.at("contentMeta/language");
    return language_tag(first_of(
        {language == nullptr ? std::string() : std::string(language->attribute("tag")),
         std::string(item_.attribute("lang"))}));
  }

  void read_item_meta() {
    if (const XmlNode* provider = item_.at("itemMeta/provider")) {
      const std::string name = first_of({name_in(*provider, article_.language),
                                         std::string(provider->attribute("literal")),
                                         std::string(code_of(*provider))});
      if (!name.empty()) article_.source = name;
    }
    if (const std::string title = line_at(item_, "itemMeta/title");
        article_.title.empty()) {
      article_.title = title;
    }
    Article dated;
    set_published(
        {line_at(item_, "itemMeta/versionCreated"),
         line_at(item_, "contentMeta/contentModified"),
         line_at(item_, "contentMeta/contentCreated"),
         line_at(item_, "itemMeta/firstCreated"), value_in(message_, "header/sent")},
        dated, outcome_);
    if (dated.published.date) article_.published = dated.published;
    if (const XmlNode* meta = item_.child("itemMeta")) read_address(*meta);
  }

  // Where readers find it.
  void read_address(const XmlNode& item_meta) {
    for (const XmlNode& child : item_meta.children) {
      if (child.name != "link") continue;
      const bool page = child.attribute("rel").ends_with(":page") ||
                        child.attribute("contenttype") == "text/html";
      if (page && article_.url.empty()) article_.url = child.attribute("href");
    }
  }

  void read_content_meta(const XmlNode& meta) {
    std::string by;
    std::vector<std::string> creators;
    std::optional<std::string> headline;
    for (const XmlNode& child : meta.children) {
      if (child.name == "headline") take_headline(child, headline);
      if (child.name == "by" && by.empty()) by = collapse_spaces(child.content());
      if (child.name == "creator") append_value(creators, name_of(child));
      if (child.name == "located") add_name(NameKind::kPlace, name_of(child));
      if (child.name == "subject") read_subject(child);
      if (child.name == "keyword") append_value(article_.topics, child.content());
      if (child.name == "infoSource" && article_.source.empty()) {
        article_.source = name_of(child);
      }
    }
    if (headline) article_.title = *headline;
    if (article_.source.empty()) article_.source = line_at(meta, "creditline");
    if (!by.empty()) {
      article_.authors = split_byline(by);
    } else if (article_.authors.empty()) {
      article_.authors = std::move(creators);
    }
    std::erase(article_.authors, article_.source);
    if (article_.body.empty()) article_.body = line_at(meta, "description");
    add_dateline(line_at(meta, "dateline"));
  }

  // The main one, not a shorter or longer form of it, wherever it stands.
  void take_headline(const XmlNode& node, std::optional<std::string>& headline) {
    const std::string_view role = node.attribute("role");
    const bool main =
        role.empty() || role.ends_with(":main") || role.ends_with(":headline");
    std::string text = collapse_spaces(node.content());
    if (text.empty() || (headline && (!main || has_main_headline_))) return;
    has_main_headline_ = main;
    headline = std::move(text);
  }

  void add_dateline(const std::string& dateline) {
    if (dateline.empty() || article_.body.empty()) return;
    const std::string place = dateline.substr(0, dateline.find(','));
    const std::string_view head = cut_utf8(article_.body, place.size());
    if (ascii_lower(head) != ascii_lower(place)) {
      article_.body.insert(0, dateline + " - ");
    }
  }

  // A name, literal, or what an <assert> says of the code; else the code.
  std::string name_of(const XmlNode& node) const {
    std::string name = name_in(node, article_.language);
    if (!name.empty()) return name;
    const std::string_view qcode = node.attribute("qcode");
    for (const XmlNode& child : item_.children) {
      if (qcode.empty() || child.name != "assert") continue;
      if (child.attribute("qcode") != qcode) continue;
      name = name_in(child, article_.language);
      if (!name.empty()) return name;
    }
    return first_of(
        {std::string(node.attribute("literal")), std::string(code_of(node))});
  }

  void read_subject(const XmlNode& subject) {
    std::string_view type = subject.attribute("type");
    type.remove_prefix(std::min(type.find_last_of(":/") + 1, type.size()));
    std::string name = name_of(subject);
    if (type == "person") return add_name(NameKind::kPerson, std::move(name));
    if (type == "organisation" || type == "organization") {
      return add_name(NameKind::kOrg, std::move(name));
    }
    if (type == "geoArea" || type == "poi" || type == "place") {
      return add_name(NameKind::kPlace, std::move(name));
    }
    if (type == "event" || type == "object") {
      return add_name(NameKind::kThing, std::move(name));
    }
    append_value(article_.topics, name);
  }

  void add_name(NameKind kind, std::string name) {
    if (name.empty() || article_.names.size() >= kMostNames) return;
    article_.names.push_back({kind, std::move(name)});
  }

  const XmlNode& item_;
  const Envelope& message_;
  Article& article_;
  XmlOutcome outcome_;
  bool has_main_headline_ = false;
};

}  // namespace

XmlOutcome read_news_item(const XmlNode& item, const Envelope& message,
                          Article& article) {
  article = {};
  return NewsItem(item, message, article).read();
}

}  // namespace dateline::readers::xml
