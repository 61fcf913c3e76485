#include "index/readers/text_record.h"

#include <algorithm>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/record_date.h"

namespace dateline::readers {
namespace {

bool is_missing(std::string_view value) {
  const std::string_view text = trim(value);
  if (text.empty()) return true;
  if (text.size() > 4) return false;
  const std::string lower = ascii_lower(text);
  return lower == "nan" || lower == "none" || lower == "null" || lower == "n/a";
}

// "['Ann Lee', \"Bob O'Hara\"]", as data frames write a list into one cell.
std::vector<std::string> quoted_items(std::string_view list) {
  std::vector<std::string> items;
  for (;;) {
    const std::size_t open = list.find_first_of("'\"");
    if (open == list.npos) return items;
    const std::size_t close = list.find(list[open], open + 1);
    if (close == list.npos) return items;
    append_value(items, list.substr(open + 1, close - open - 1));
    list.remove_prefix(close + 1);
  }
}

// The items of a text that may be a list.
std::vector<std::string> items_of(std::string_view text, std::string_view separators) {
  text = trim(text);
  if (text.starts_with('[') && text.ends_with(']')) {
    auto items = quoted_items(text);
    if (!items.empty()) return items;
    text = text.substr(1, text.size() - 2);
    separators = ",;|";
  }
  return split_list(text, separators);
}

}  // namespace

void TextRecord::add(std::string_view key, std::string_view value) {
  const auto name = names_.find(key);
  if (!name) return;
  has_text_field_ |= name->field == Field::kTitle || name->field == Field::kBody;
  if (is_missing(value)) return;
  if (name->field == Field::kTopics) {
    for (auto& topic : items_of(value, ",;|")) topics_.push_back(std::move(topic));
  }
  Found& best = found_[static_cast<std::size_t>(name->field)];
  if (name->rank < best.rank) {
    best = {std::string(key), {std::string(value)}, false, name->rank};
  }
}

void TextRecord::add_list(std::string_view key,
                          const std::vector<std::string>& values) {
  const auto name = names_.find(key);
  if (!name || values.empty()) return;
  has_text_field_ |= name->field == Field::kTitle || name->field == Field::kBody;
  if (name->field == Field::kTopics) {
    for (const std::string& topic : values) append_value(topics_, topic);
  }
  Found& best = found_[static_cast<std::size_t>(name->field)];
  if (name->rank < best.rank) best = {std::string(key), values, true, name->rank};
}

std::string TextRecord::line(Field field) const {
  const Found& found = at(field);
  return found.texts.empty() ? std::string() : collapse_spaces(found.texts.front());
}

void TextRecord::fill(Article& article, std::vector<std::string>& not_read) const {
  const auto set = [&](std::string& to, Field field) {
    if (std::string value = line(field); !value.empty()) to = std::move(value);
  };
  set(article.id, Field::kId);
  set(article.title, Field::kTitle);
  set(article.source, Field::kSource);
  set(article.url, Field::kUrl);
  const std::string language = language_tag(line(Field::kLanguage));
  if (!language.empty()) article.language = language;
  if (const Found& body = at(Field::kBody); !body.texts.empty()) {
    article.body = trim(body.texts.front());
  }
  fill_published(article, not_read);
  fill_authors(article);
  fill_names(article);
  for (const std::string& topic : topics_) article.topics.push_back(topic);
  remove_repeats(article.topics);
}

void TextRecord::fill_published(Article& article,
                                std::vector<std::string>& not_read) const {
  const Found& found = at(Field::kPublished);
  if (found.texts.empty() || !is_given_day(line(Field::kPublishedFrom))) return;
  if (const auto date = read_record_date(found.texts.front())) {
    article.published = *date;
  } else {
    not_read.push_back(
        "field " + in_quotes(found.key) +
        " is no date that is understood: " + in_quotes(found.texts.front()));
  }
}

void TextRecord::fill_authors(Article& article) const {
  const Found& found = at(Field::kAuthors);
  for (const std::string& text : found.texts) {
    const auto items =
        found.is_list ? std::vector<std::string>{text} : items_of(text, ";|");
    for (const std::string& item : items) {
      for (std::string& author : split_byline(item)) {
        if (author != article.source) article.authors.push_back(std::move(author));
      }
    }
  }
  remove_repeats(article.authors);
}

void TextRecord::fill_names(Article& article) const {
  constexpr std::array kKinds = {
      std::pair{Field::kPersons, NameKind::kPerson},
      std::pair{Field::kOrgs, NameKind::kOrg},
      std::pair{Field::kPlaces, NameKind::kPlace},
      std::pair{Field::kThings, NameKind::kThing},
  };
  for (const auto& [field, kind] : kKinds) {
    const Found& found = at(field);
    for (const std::string& text : found.texts) {
      const auto items =
          found.is_list ? std::vector<std::string>{text} : items_of(text, ";|");
      for (const std::string& item : items) article.names.push_back({kind, item});
    }
  }
  remove_repeats(article.names);
}

}  // namespace dateline::readers
