// schema.org articles in JSON-LD.

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "index/readers/encoding.h"
#include "index/readers/html/page_fields.h"

namespace dateline::readers::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;  // Of graphs within graphs.
constexpr std::size_t kLongest = std::size_t{4} << 20;
constexpr std::size_t kMostTexts = 50;  // Of a list of authors or keywords.

// Pages are careless with newlines in strings, and wrap the script in a comment.
void mend(std::string& json) {
  for (char& c : json) {
    if (static_cast<std::uint8_t>(c) < 0x20) c = ' ';
  }
  for (const std::string_view open :
       {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    const std::string_view text = trim(json);
    if (text.starts_with(open)) json = std::string(text.substr(open.size()));
  }
  // "]]>" of CDATA is at the end, within a comment or not.
  const std::size_t cdata = json.rfind("]]>");
  if (cdata != json.npos && json.find('}', cdata) == json.npos) json.resize(cdata);
  const std::size_t end = json.find_last_of("}]");
  if (end != json.npos) json.resize(end + 1);
}

// A text, or that under one of `keys` of an object.
std::string_view text_of(element value, std::initializer_list<const char*> keys) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return text;
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return {};
  for (const char* key : keys) {
    if (fields[key].get(text) == simdjson::SUCCESS) return text;
  }
  return {};
}

// Calls `take` with a text, or with each of a list.
template <typename Take>
void for_each_text(element value, const Take& take) {
  array list;
  if (value.get(list) != simdjson::SUCCESS) {
    take(text_of(value, {"name", "@value"}));
    return;
  }
  std::size_t count = 0;
  for (const element item : list) {
    if (++count > kMostTexts) return;
    take(text_of(item, {"name", "@value"}));
  }
}

bool is_article_type(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  if (slash != type.npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type == "BlogPosting" ||
         type == "LiveBlogPosting" || type == "Report";
}

bool is_article(object node) {
  element type;
  if (node["@type"].get(type) != simdjson::SUCCESS) return false;
  bool found = false;
  for_each_text(type, [&](std::string_view text) { found |= is_article_type(text); });
  return found;
}

class JsonLd {
 public:
  explicit JsonLd(PageFields& fields) : fields_(fields) {}

  // Reads the first article below `value`: lists of teasers come after it.
  bool read(element value, int depth) {
    if (depth > kDeepest) return false;
    array list;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) {
        if (read(item, depth + 1)) return true;
      }
      return false;
    }
    object node;
    if (value.get(node) != simdjson::SUCCESS) return false;
    if (is_article(node)) {
      read_article(node);
      return true;
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      element inner;
      if (node[key].get(inner) == simdjson::SUCCESS && read(inner, depth + 1)) {
        return true;
      }
    }
    return false;
  }

 private:
  void add(PageField field, std::string_view text) {
    fields_.add(field, kJsonLd, text);
  }

  void add_texts(object node, const char* key, PageField field) {
    element value;
    if (node[key].get(value) != simdjson::SUCCESS) return;
    for_each_text(value, [&](std::string_view text) { add(field, text); });
  }

  void read_article(object node) {
    add_texts(node, "headline", PageField::kTitle);
    add_texts(node, "name", PageField::kTitle);
    add_texts(node, "datePublished", PageField::kPublished);
    add_texts(node, "dateCreated", PageField::kPublished);
    add_texts(node, "dateModified", PageField::kModified);
    add_texts(node, "author", PageField::kAuthor);
    add_texts(node, "creator", PageField::kAuthor);
    add_texts(node, "publisher", PageField::kSource);
    add_texts(node, "articleSection", PageField::kTopic);
    add_texts(node, "keywords", PageField::kTopic);
    add_texts(node, "inLanguage", PageField::kLanguage);
    add_texts(node, "articleBody", PageField::kBody);
    element url;
    if (node["url"].get(url) == simdjson::SUCCESS) {
      fields_.add(PageField::kUrl, kMetadata + 3,
                  text_of(url, {}));  // Often the site's.
    }
  }

  PageFields& fields_;
};

}  // namespace

void read_json_ld(std::string json, PageFields& fields) {
  if (json.size() > kLongest) return;
  mend(json);
  simdjson::dom::parser parser;
  element value;
  if (parser.parse(json).get(value) == simdjson::SUCCESS) JsonLd(fields).read(value, 0);
}

}  // namespace dateline::readers::html
