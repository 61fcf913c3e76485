#include "benchmarks/engines/articles.h"

#include <simdjson.h>

#include <cstdio>
#include <stdexcept>

namespace dateline::bench {
namespace {

std::string* field_of(PlainArticle& article, std::string_view key) {
  if (key == "id") return &article.id;
  if (key == "title") return &article.title;
  if (key == "body") return &article.body;
  if (key == "date") return &article.date;
  if (key == "source") return &article.source;
  return nullptr;
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      out += escape;
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

std::string to_json_line(const PlainArticle& article) {
  std::string line = "{\"id\":" + json_quoted(article.id) +
                     ",\"title\":" + json_quoted(article.title) +
                     ",\"body\":" + json_quoted(article.body) +
                     ",\"date\":" + json_quoted(article.date) +
                     ",\"source\":" + json_quoted(article.source) + ",\"topics\":[";
  for (const std::string& topic : article.topics) {
    if (line.back() != '[') line.push_back(',');
    line += json_quoted(topic);
  }
  return line + "]}";
}

PlainArticle from_json_line(const std::string& line) {
  thread_local simdjson::dom::parser parser;
  PlainArticle article;
  try {
    const simdjson::dom::object object = parser.parse(line).get_object();
    for (const auto& [key, value] : object) {
      if (std::string* const text = field_of(article, key)) {
        *text = value.get_string().value();
      } else if (key == "topics") {
        for (const auto topic : value.get_array()) {
          article.topics.emplace_back(topic.get_string().value());
        }
      }
    }
  } catch (const simdjson::simdjson_error& error) {
    throw std::runtime_error(error.what());
  }
  return article;
}

std::string_view month_of(std::string_view date) { return date.substr(0, 7); }

int day_number(std::string_view date) {
  if (date.size() < 10) return 0;
  int number = 0;
  for (const char c : date.substr(0, 10)) {
    if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
  }
  return number;
}

ArticleFile::ArticleFile(const std::string& path)
    : path_(path), in_(path, std::ios::binary) {
  if (!in_) throw std::runtime_error(path + " cannot be read");
}

bool ArticleFile::next(PlainArticle& article) {
  do {
    if (!std::getline(in_, line_)) return false;
    ++number_;
  } while (line_.empty());
  try {
    article = from_json_line(line_);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(path_ + ":" + std::to_string(number_) + ": " +
                             error.what());
  }
  return true;
}

}  // namespace dateline::bench
