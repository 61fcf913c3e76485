#include "index/readers/html/tokenizer.h"

#include <algorithm>
#include <utility>

namespace dateline::readers::html {
namespace {

constexpr std::size_t kMostAttributes = 64;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where "</name" stands from `at` on; npos: nowhere.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != html.npos; at = html.find("</", at + 2)) {
    const std::string_view rest = html.substr(at + 2);
    if (rest.size() < name.size()) return html.npos;
    const bool same = std::equal(name.begin(), name.end(), rest.begin(),
                                 [](char a, char b) { return lower(a) == lower(b); });
    if (same && (rest.size() == name.size() || !is_letter(rest[name.size()])))
      return at;
  }
  return html.npos;
}

}  // namespace

bool starts_with_ignoring_case(std::string_view name, std::string_view wanted) {
  if (name.size() < wanted.size()) return false;
  return std::equal(wanted.begin(), wanted.end(), name.begin(),
                    [](char a, char b) { return a == lower(b); });
}

bool equals_ignoring_case(std::string_view name, std::string_view wanted) {
  return name.size() == wanted.size() && starts_with_ignoring_case(name, wanted);
}

bool Tokenizer::next(Token& token) {
  token.attributes.clear();
  token.closes_itself = false;
  if (!raw_element_.empty() && read_raw_text(token)) return true;
  while (at_ < html_.size()) {
    if (html_[at_] == '<') {
      if (read_markup(token)) return true;
      continue;
    }
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    token.kind = Token::Kind::kText;
    token.text = html_.substr(at_, end - at_);
    at_ = end;
    return true;
  }
  return false;
}

// The content of <script> and the like; false when it is empty. A <title> that is not
// closed is taken for empty, or the whole page would be its content.
bool Tokenizer::read_raw_text(Token& token) {
  const std::string_view name = std::exchange(raw_element_, {});
  const bool is_title = equals_ignoring_case(name, "title");
  if (is_title && title_unclosed_) return false;
  std::size_t end = find_end_tag(html_, at_, name);
  if (end == html_.npos && is_title) {
    title_unclosed_ = true;
    return false;
  }
  end = std::min(end, html_.size());
  if (end == at_) return false;
  token.kind = Token::Kind::kText;
  token.text = html_.substr(at_, end - at_);
  at_ = end;
  return true;
}

// At a '<'. False when it was passed over.
bool Tokenizer::read_markup(Token& token) {
  const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
  if (is_letter(next)) {
    token.kind = Token::Kind::kStartTag;
    ++at_;
    read_tag(token);
    return true;
  }
  const char after = at_ + 2 < html_.size() ? html_[at_ + 2] : '\0';
  if (next == '/' && is_letter(after)) {
    token.kind = Token::Kind::kEndTag;
    at_ += 2;
    read_tag(token);
    return true;
  }
  if (next == '!' && html_.substr(at_).starts_with("<!--")) {
    at_ += 2;  // "<!-->" is a whole comment.
    skip_past("-->");
    return false;
  }
  if (next == '!' || next == '?' || next == '/') {
    skip_past(">");
    return false;
  }
  token.kind = Token::Kind::kText;
  token.text = html_.substr(at_, 1);
  ++at_;
  return true;
}

void Tokenizer::read_tag(Token& token) {
  const std::size_t begin = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' &&
         html_[at_] != '/') {
    ++at_;
  }
  token.text = html_.substr(begin, at_ - begin);
  token.info = find_tag(token.text);
  read_attributes(token);
  if (token.kind != Token::Kind::kStartTag) return;
  const Tag tag = token.info.tag;
  if (tag == Tag::kScript || tag == Tag::kTitle) raw_element_ = token.text;
}

void Tokenizer::read_attributes(Token& token) {
  for (;;) {
    skip_spaces();
    if (at_ == html_.size()) return;
    if (html_[at_] == '>') {
      ++at_;
      return;
    }
    if (html_[at_] == '/') {
      ++at_;
      token.closes_itself = at_ < html_.size() && html_[at_] == '>';
      continue;
    }
    const Attribute attribute = read_attribute();
    if (token.attributes.size() < kMostAttributes)
      token.attributes.push_back(attribute);
  }
}

Attribute Tokenizer::read_attribute() {
  const std::size_t begin = at_++;  // Even "=" can begin a name.
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' &&
         html_[at_] != '>' && html_[at_] != '/') {
    ++at_;
  }
  const std::string_view name = html_.substr(begin, at_ - begin);
  skip_spaces();
  if (at_ == html_.size() || html_[at_] != '=') return {name, {}};
  ++at_;
  skip_spaces();
  return {name, read_attribute_value()};
}

std::string_view Tokenizer::read_attribute_value() {
  if (at_ == html_.size() || html_[at_] == '>') return {};
  const char quote = html_[at_];
  std::size_t begin = at_;
  if (quote == '"' || quote == '\'') {
    ++begin;
    const std::size_t end = std::min(html_.find(quote, begin), html_.size());
    at_ = std::min(end + 1, html_.size());
    return html_.substr(begin, end - begin);
  }
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
  return html_.substr(begin, at_ - begin);
}

void Tokenizer::skip_spaces() {
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
}

void Tokenizer::skip_past(std::string_view end) {
  const std::size_t found = html_.find(end, at_);
  at_ = found == html_.npos ? html_.size() : found + end.size();
}

std::string_view find_attribute(const Token& token, std::string_view name) {
  for (const Attribute& attribute : token.attributes) {
    if (equals_ignoring_case(attribute.name, name)) return attribute.value;
  }
  return {};
}

bool has_attribute(const Token& token, std::string_view name) {
  return std::ranges::any_of(token.attributes, [&](const Attribute& attribute) {
    return equals_ignoring_case(attribute.name, name);
  });
}

}  // namespace dateline::readers::html
