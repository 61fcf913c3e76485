#include "index/readers/html/page_fields.h"

#include <algorithm>
#include <array>

#include "index/readers/encoding.h"
#include "index/readers/html/tokenizer.h"
#include "index/readers/html_article.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kMostValues = 2000;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

struct MetaName {
  std::string_view name;
  PageField field;
  int rank;
};

// By name, for binary search.
constexpr std::array kMetaNames = {
    MetaName{"article:author", PageField::kAuthor, 2},
    MetaName{"article:modified_time", PageField::kModified, 1},
    MetaName{"article:published", PageField::kPublished, 2},
    MetaName{"article:published_time", PageField::kPublished, 1},
    MetaName{"article:section", PageField::kTopic, 1},
    MetaName{"article:tag", PageField::kTopic, 1},
    MetaName{"author", PageField::kAuthor, kMicrodata + 5},
    MetaName{"byl", PageField::kAuthor, 4},
    MetaName{"citation_publication_date", PageField::kPublished, 7},
    MetaName{"citation_title", PageField::kTitle, 5},
    MetaName{"content-language", PageField::kLanguage, 3},
    MetaName{"cxenseparse:recs:publishtime", PageField::kPublished, 4},
    MetaName{"date", PageField::kPublished, 10},
    MetaName{"dc.creator", PageField::kAuthor, 5},
    MetaName{"dc.date", PageField::kPublished, 8},
    MetaName{"dc.date.created", PageField::kPublished, 7},
    MetaName{"dc.date.issued", PageField::kPublished, 6},
    MetaName{"dc.date.modified", PageField::kModified, 4},
    MetaName{"dc.language", PageField::kLanguage, 3},
    MetaName{"dc.publisher", PageField::kSource, 3},
    MetaName{"dc.subject", PageField::kTopic, 5},
    MetaName{"dc.title", PageField::kTitle, 4},
    MetaName{"dcterms.created", PageField::kPublished, 7},
    MetaName{"dcterms.creator", PageField::kAuthor, 5},
    MetaName{"dcterms.date", PageField::kPublished, 8},
    MetaName{"dcterms.issued", PageField::kPublished, 6},
    MetaName{"dcterms.modified", PageField::kModified, 4},
    MetaName{"dcterms.title", PageField::kTitle, 4},
    MetaName{"hdl", PageField::kTitle, 5},
    MetaName{"keywords", PageField::kTopic, 6},
    MetaName{"last-modified", PageField::kModified, 5},
    MetaName{"lastmod", PageField::kModified, 5},
    MetaName{"news_keywords", PageField::kTopic, 3},
    MetaName{"og:article:author", PageField::kAuthor, 2},
    MetaName{"og:article:published_time", PageField::kPublished, 2},
    MetaName{"og:locale", PageField::kLanguage, 2},
    MetaName{"og:published_time", PageField::kPublished, 2},
    MetaName{"og:site_name", PageField::kSource, 1},
    MetaName{"og:title", PageField::kTitle, 1},
    MetaName{"og:updated_time", PageField::kModified, 2},
    MetaName{"og:url", PageField::kUrl, 2},
    MetaName{"parsely-author", PageField::kAuthor, 2},
    MetaName{"parsely-link", PageField::kUrl, 3},
    MetaName{"parsely-pub-date", PageField::kPublished, 3},
    MetaName{"parsely-section", PageField::kTopic, 4},
    MetaName{"parsely-tags", PageField::kTopic, 4},
    MetaName{"parsely-title", PageField::kTitle, 2},
    MetaName{"pdate", PageField::kPublished, 9},
    MetaName{"ptime", PageField::kPublished, 9},
    MetaName{"pubdate", PageField::kPublished, 9},
    MetaName{"publication_date", PageField::kPublished, 9},
    MetaName{"publish-date", PageField::kPublished, 9},
    MetaName{"publish_date", PageField::kPublished, 9},
    MetaName{"publishdate", PageField::kPublished, 9},
    MetaName{"published-date", PageField::kPublished, 9},
    MetaName{"sailthru.author", PageField::kAuthor, 3},
    MetaName{"sailthru.date", PageField::kPublished, 5},
    MetaName{"sailthru.tags", PageField::kTopic, 4},
    MetaName{"sailthru.title", PageField::kTitle, 3},
    MetaName{"twitter:title", PageField::kTitle, 6},
    MetaName{"utime", PageField::kModified, 4},
};
static_assert(std::ranges::is_sorted(kMetaNames, {}, &MetaName::name));

constexpr std::array kItemprops = {
    MetaName{"author", PageField::kAuthor, kMicrodata},
    MetaName{"creator", PageField::kAuthor, kMicrodata + 1},
    MetaName{"datecreated", PageField::kPublished, kMicrodata + 1},
    MetaName{"datemodified", PageField::kModified, kMicrodata},
    MetaName{"datepublished", PageField::kPublished, kMicrodata},
    MetaName{"headline", PageField::kTitle, kMicrodata},
    MetaName{"inlanguage", PageField::kLanguage, kMicrodata},
    MetaName{"keywords", PageField::kTopic, kMicrodata},
    MetaName{"publisher", PageField::kSource, kMicrodata},
};
static_assert(std::ranges::is_sorted(kItemprops, {}, &MetaName::name));

template <typename Table>
const MetaName* find_name(const Table& table, std::string_view name) {
  const auto* found = std::ranges::lower_bound(table, name, {}, &MetaName::name);
  return found != table.end() && found->name == name ? found : nullptr;
}

}  // namespace

void PageFields::add(PageField field, int rank, std::string_view text) {
  if (values_.size() == kMostValues || bytes_ > kMostBytes) return;
  std::string value =
      field == PageField::kBody ? std::string(trim(text)) : html_to_line(text);
  if (value.empty()) return;
  bytes_ += value.size();
  values_.push_back({field, rank, std::move(value)});
}

void PageFields::add_meta(std::string_view name, std::string_view content) {
  std::string key = ascii_lower(trim(name));
  if (key.starts_with("dc:")) key[2] = '.';
  if (key.starts_with("dcterms:")) key[7] = '.';
  const MetaName* known = find_name(kMetaNames, key);
  if (known != nullptr) add(known->field, known->rank, content);
}

void PageFields::add_itemprop(std::string_view name, std::string_view value) {
  const MetaName* known = find_name(kItemprops, ascii_lower(trim(name)));
  if (known != nullptr) add(known->field, known->rank, value);
}

std::string_view PageFields::best(PageField field) const {
  const PageValue* found = nullptr;
  for (const PageValue& value : values_) {
    if (value.field != field) continue;
    if (found == nullptr || value.rank < found->rank) found = &value;
  }
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

std::vector<const PageValue*> PageFields::all(PageField field) const {
  std::vector<const PageValue*> found;
  for (const PageValue& value : values_) {
    if (value.field == field) found.push_back(&value);
  }
  std::ranges::stable_sort(found, {},
                           [](const PageValue* value) { return value->rank; });
  return found;
}

}  // namespace dateline::readers::html
