#include "index/readers/record_fields.h"

#include <dateline/error.h>

#include <algorithm>
#include <array>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

struct KnownKey {
  std::string_view key;  // As normalise() gives it.
  Field field;
  int rank;
};

// By key, for binary search.
constexpr std::array kKnownKeys = {
    KnownKey{"abstract", Field::kBody, 8},
    KnownKey{"agency", Field::kSource, 5},
    KnownKey{"article", Field::kBody, 5},
    KnownKey{"articlebody", Field::kBody, 3},
    KnownKey{"articlesection", Field::kTopics, 4},
    KnownKey{"articletext", Field::kBody, 5},
    KnownKey{"auteur", Field::kAuthors, 3},
    KnownKey{"author", Field::kAuthors, 1},
    KnownKey{"authors", Field::kAuthors, 0},
    KnownKey{"autor", Field::kAuthors, 3},
    KnownKey{"autoren", Field::kAuthors, 3},
    KnownKey{"body", Field::kBody, 0},
    KnownKey{"byline", Field::kAuthors, 2},
    KnownKey{"categories", Field::kTopics, 5},
    KnownKey{"category", Field::kTopics, 5},
    KnownKey{"content", Field::kBody, 4},
    KnownKey{"creator", Field::kAuthors, 3},
    KnownKey{"date", Field::kPublished, 6},
    KnownKey{"datepublish", Field::kPublished, 2},
    KnownKey{"datepublished", Field::kPublished, 1},
    KnownKey{"datetime", Field::kPublished, 7},
    KnownKey{"datum", Field::kPublished, 8},
    KnownKey{"description", Field::kBody, 7},
    KnownKey{"docid", Field::kId, 4},
    KnownKey{"docno", Field::kId, 3},
    KnownKey{"domain", Field::kSource, 4},
    KnownKey{"fecha", Field::kPublished, 8},
    KnownKey{"fuente", Field::kSource, 6},
    KnownKey{"fulltext", Field::kBody, 3},
    KnownKey{"guid", Field::kId, 2},
    KnownKey{"headline", Field::kTitle, 1},
    KnownKey{"id", Field::kId, 0},
    KnownKey{"inhalt", Field::kBody, 6},
    KnownKey{"inlanguage", Field::kLanguage, 2},
    KnownKey{"keyword", Field::kTopics, 2},
    KnownKey{"keywords", Field::kTopics, 2},
    KnownKey{"lang", Field::kLanguage, 1},
    KnownKey{"language", Field::kLanguage, 0},
    KnownKey{"link", Field::kUrl, 1},
    KnownKey{"locations", Field::kPlaces, 1},
    KnownKey{"maintext", Field::kBody, 2},
    KnownKey{"names", Field::kNames, 0},
    KnownKey{"newspaper", Field::kSource, 2},
    KnownKey{"newssource", Field::kSource, 1},
    KnownKey{"organisations", Field::kOrgs, 1},
    KnownKey{"organizations", Field::kOrgs, 2},
    KnownKey{"orgs", Field::kOrgs, 0},
    KnownKey{"outlet", Field::kSource, 1},
    KnownKey{"people", Field::kPersons, 0},
    KnownKey{"persons", Field::kPersons, 1},
    KnownKey{"places", Field::kPlaces, 0},
    KnownKey{"pubdate", Field::kPublished, 5},
    KnownKey{"publication", Field::kSource, 3},
    KnownKey{"publicationdate", Field::kPublished, 5},
    KnownKey{"publishdate", Field::kPublished, 3},
    KnownKey{"published", Field::kPublished, 0},
    KnownKey{"publishedat", Field::kPublished, 4},
    KnownKey{"publisheddate", Field::kPublished, 3},
    KnownKey{"publishedfrom", Field::kPublishedFrom, 0},
    KnownKey{"publishedon", Field::kPublished, 4},
    KnownKey{"publishedtime", Field::kPublished, 3},
    KnownKey{"publisher", Field::kSource, 2},
    KnownKey{"publishtime", Field::kPublished, 4},
    KnownKey{"quelle", Field::kSource, 6},
    KnownKey{"section", Field::kTopics, 3},
    KnownKey{"source", Field::kSource, 0},
    KnownKey{"story", Field::kBody, 5},
    KnownKey{"subject", Field::kTitle, 3},
    KnownKey{"summary", Field::kBody, 9},
    KnownKey{"tag", Field::kTopics, 1},
    KnownKey{"tags", Field::kTopics, 1},
    KnownKey{"text", Field::kBody, 1},
    KnownKey{"texte", Field::kBody, 6},
    KnownKey{"texto", Field::kBody, 6},
    KnownKey{"things", Field::kThings, 0},
    KnownKey{"timestamp", Field::kPublished, 7},
    KnownKey{"titel", Field::kTitle, 4},
    KnownKey{"title", Field::kTitle, 0},
    KnownKey{"titre", Field::kTitle, 4},
    KnownKey{"titulo", Field::kTitle, 4},
    KnownKey{"topic", Field::kTopics, 0},
    KnownKey{"topics", Field::kTopics, 0},
    KnownKey{"título", Field::kTitle, 4},
    KnownKey{"url", Field::kUrl, 0},
    KnownKey{"weburl", Field::kUrl, 2},
    KnownKey{"writer", Field::kAuthors, 3},
    KnownKey{"überschrift", Field::kTitle, 4},
    KnownKey{"автор", Field::kAuthors, 3},
    KnownKey{"дата", Field::kPublished, 8},
    KnownKey{"заголовок", Field::kTitle, 4},
    KnownKey{"источник", Field::kSource, 6},
    KnownKey{"текст", Field::kBody, 6},
};
static_assert(std::ranges::is_sorted(kKnownKeys, {}, &KnownKey::key));

constexpr std::size_t kLongestKey = 100;

constexpr std::string_view kFieldList =
    "id, title, body, date, source, authors, url, language, topics, persons, orgs, "
    "places, things, names";

// The key without "_", "-" and spaces, in lower case, into `buffer`; empty when it is
// too long to be known.
std::string_view normalise(std::string_view key,
                           std::array<char, kLongestKey>& buffer) {
  std::size_t size = 0;
  for (const char c : key) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (size == buffer.size()) return {};
    buffer[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {buffer.data(), size};
}

// The size of the separator at the start of `text`: "," or " and "; 0: none.
std::size_t separator_size(std::string_view text) {
  if (text.starts_with(',')) return 1;
  return ascii_lower(text.substr(0, 5)) == " and " ? 5 : 0;
}

}  // namespace

std::optional<FieldName> find_field(std::string_view key) {
  std::array<char, kLongestKey> buffer;
  const std::string_view wanted = normalise(key, buffer);
  const auto found =
      std::lower_bound(kKnownKeys.begin(), kKnownKeys.end(), wanted,
                       [](const KnownKey& a, std::string_view b) { return a.key < b; });
  if (found == kKnownKeys.end() || found->key != wanted) return std::nullopt;
  return FieldName{found->field, found->rank};
}

FieldNames::FieldNames(const std::vector<FieldMapping>& mappings) {
  for (const auto& [field, name] : mappings) {
    const auto known = find_field(field);
    if (!known) {
      throw Error(ErrorCode::kInvalidArgument, "An article has no field " +
                                                   in_quotes(field) + "; it has " +
                                                   std::string(kFieldList) + ".");
    }
    std::array<char, kLongestKey> buffer;
    const std::string key(normalise(name, buffer));
    if (key.empty()) {
      throw Error(ErrorCode::kInvalidArgument,
                  in_quotes(name) + " cannot be the name of a field in a record.");
    }
    mapped_[key] = known->field;
  }
}

std::optional<FieldName> FieldNames::find(std::string_view key) const {
  constexpr int kMapped = -1;  // Before all that only are usual.
  if (!mapped_.empty()) {
    std::array<char, kLongestKey> buffer;
    const auto found = mapped_.find(normalise(key, buffer));
    if (found != mapped_.end()) return FieldName{found->second, kMapped};
  }
  return find_field(key);
}

std::vector<std::string> split_byline(std::string_view text) {
  std::vector<std::string> authors;
  const std::string line = collapse_spaces(text);
  std::string_view rest = line;
  if (ascii_lower(rest.substr(0, 3)) != "by ") {
    append_value(authors, rest);
    return authors;
  }
  rest.remove_prefix(3);
  std::size_t end = 0;
  while (end < rest.size()) {
    const std::size_t separator = separator_size(rest.substr(end));
    if (separator == 0) {
      ++end;
      continue;
    }
    append_value(authors, rest.substr(0, end));
    rest.remove_prefix(end + separator);
    end = 0;
  }
  append_value(authors, rest);
  return authors;
}

std::vector<std::string> split_list(std::string_view text,
                                    std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    append_value(parts, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

void append_value(std::vector<std::string>& list, std::string_view text) {
  std::string value = collapse_spaces(text);
  if (!value.empty()) list.push_back(std::move(value));
}

bool is_given_day(std::string_view from) {
  constexpr std::array kFound = {DateOrigin::kUrl, DateOrigin::kHeader,
                                 DateOrigin::kCitations, DateOrigin::kCopy};
  return std::none_of(kFound.begin(), kFound.end(),
                      [&](DateOrigin origin) { return to_string(origin) == from; });
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string shown(text.substr(0, kShown + 4));
  make_utf8(shown);
  drop_controls(shown);
  const std::string_view cut = cut_utf8(shown, kShown);
  return "\"" + collapse_spaces(cut) + (cut.size() < text.size() ? "...\"" : "\"");
}

std::string language_tag(std::string_view text) {
  std::string tag(trim(text));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

}  // namespace dateline::readers
