#include "index/readers/html_article.h"

#include <cstddef>
#include <utility>

#include "index/readers/charset.h"
#include "index/readers/encoding.h"
#include "index/readers/html/main_content.h"
#include "index/readers/html/page.h"
#include "index/readers/html/page_title.h"
#include "index/readers/html/tokenizer.h"
#include "index/readers/record_date.h"
#include "index/readers/record_fields.h"
#include "index/readers/record_reader.h"

namespace dateline::readers {
namespace {

using html::Page;
using html::PageField;
using html::PageValue;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // Offsets have 32 bits.
constexpr std::size_t kMostTopics = 30;
constexpr std::size_t kMostAuthors = 20;
constexpr std::size_t kTooLittle =
    250;  // Bytes of a body that a script may have more of.

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

// "https://example.org" of "https://example.org/a/b".
std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("//");
  return host == url.npos ? std::string_view() : url.substr(0, url.find('/', host + 2));
}

bool is_front_page(std::string_view url) {
  return url.size() <= origin_of(url).size() + 1;
}

// The first address given that is one; what points at the front page is a mistake.
std::string find_url(const Page& page, const std::string& hint) {
  for (const PageValue* value : page.fields.all(PageField::kUrl)) {
    std::string url = value->text;
    if (url.starts_with("//")) url.insert(0, "https:");
    if (url.starts_with('/') && is_address(hint)) {
      url.insert(0, origin_of(hint));
    }
    if (is_address(url) && !is_front_page(url)) return url;
  }
  return hint;
}

// The first value that is a date. Date{} when there is none; `bad` is the first that
// was not understood.
Date find_date(const Page& page, PageField field, std::string& bad) {
  for (const PageValue* value : page.fields.all(field)) {
    if (const auto date = read_record_date(value->text)) return *date;
    if (bad.empty() && value->rank < html::kTime) bad = value->text;
  }
  return {};
}

void read_published(const Page& page, Article& article, HtmlOutcome& outcome) {
  std::string bad;
  if (const Date date = find_date(page, PageField::kPublished, bad)) {
    article.published = date;
    return;
  }
  if (!bad.empty()) {
    outcome.not_read.push_back(
        "the date of publication is none that is understood: \"" +
        std::string(cut_utf8(bad, 40)) + "\"");
  }
  std::string ignored;
  const Date modified = find_date(page, PageField::kModified, ignored);
  if (modified) article.published.not_after = last_day(modified);
}

// The values of the best rank that has any.
std::vector<std::string> best_values(const Page& page, PageField field) {
  std::vector<std::string> texts;
  int rank = 0;
  for (const PageValue* value : page.fields.all(field)) {
    if (!texts.empty() && value->rank != rank) break;
    rank = value->rank;
    texts.push_back(value->text);
  }
  return texts;
}

// An author, not the address of one or a handle.
bool is_author(std::string_view text) {
  return text.size() <= 100 && text.find("://") == text.npos && !text.starts_with('@');
}

void read_authors(const Page& page, Article& article) {
  int rank = -1;
  for (const PageValue* value : page.fields.all(PageField::kAuthor)) {
    if (!article.authors.empty() && value->rank != rank) break;
    rank = value->rank;
    for (std::string& author : split_byline(value->text)) {
      if (!is_author(author) || author == article.source) continue;
      if (article.authors.size() < kMostAuthors) {
        article.authors.push_back(std::move(author));
      }
    }
  }
  remove_repeats(article.authors);
}

void read_topics(const Page& page, Article& article) {
  for (const std::string& text : best_values(page, PageField::kTopic)) {
    for (std::string& topic : split_list(text)) {
      if (topic.size() <= 80) article.topics.push_back(std::move(topic));
    }
  }
  remove_repeats(article.topics);
  if (article.topics.size() > kMostTopics) article.topics.resize(kMostTopics);
}

std::string find_body(const Page& page, std::string_view title) {
  std::string body = html::find_main_content(page, title);
  if (body.size() >= kTooLittle) return body;
  const std::string_view told = page.fields.best(PageField::kBody);
  if (told.size() <= body.size() * 2) return body;
  std::string decoded;
  html::append_decoded(told, decoded);
  return decoded.find('<') == decoded.npos ? decoded : html_to_text(decoded);
}

}  // namespace

HtmlOutcome read_html_article(std::string bytes, const HtmlHints& hints,
                              Article& article) {
  HtmlOutcome outcome;
  article = {};
  if (bytes.size() > kMostBytes) {
    outcome.rejected = too_long_reason(kMostBytes);
    return outcome;
  }
  decode_page(bytes, hints.charset);
  const Page page = html::scan_page(bytes);
  article.title = html::find_title(page);
  article.body = find_body(page, article.title);
  article.source = page.fields.best(PageField::kSource);
  if (article.source.empty()) article.source = html::find_site(page, article.title);
  article.url = find_url(page, hints.url);
  article.language = language_tag(page.fields.best(PageField::kLanguage));
  read_published(page, article, outcome);
  read_authors(page, article);
  read_topics(page, article);
  if (article.body.empty()) {
    outcome.rejected =
        "has no text of an article: the page is a list of links, or a "
        "script writes its text; save the page as a browser shows it";
  }
  return outcome;
}

std::string html_to_text(std::string_view html) {
  return html::whole_content(html::scan_page(html.substr(0, kMostBytes)));
}

std::string html_to_line(std::string_view html) {
  std::string text;
  if (html.find_first_of("<&") == html.npos) return collapse_spaces(html);
  const Page page = html::scan_page(html.substr(0, kMostBytes));
  for (const html::Block& block : page.blocks) {
    if (!text.empty()) text.push_back(' ');
    text.append(page.text_of(block));
  }
  // Feeds often escape twice: "&amp;amp;".
  std::string decoded;
  html::append_decoded(text, decoded);
  return collapse_spaces(decoded);
}

}  // namespace dateline::readers
