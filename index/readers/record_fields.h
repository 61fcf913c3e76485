// The names that fields go by in other people's records, and how their values read.

#pragma once

#include <dateline/article_reader.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::readers {

/// What a field of a record means to an article.
enum class Field {
  kId,
  kTitle,
  kBody,
  kPublished,
  kPublishedFrom,  ///< How an exported day was known.
  kSource,
  kAuthors,
  kUrl,
  kLanguage,
  kTopics,
  kNames,
  kPersons,
  kOrgs,
  kPlaces,
  kThings,
};
inline constexpr std::size_t kFields = 15;

/// A name for a field: where a record has several for one field, the lowest rank that
/// holds a value wins.
struct FieldName {
  Field field;
  int rank;
};

/// What the key means; case, "_", "-" and spaces make no difference ("datePublished",
/// "date_published", "Date Published"). nullopt: nothing to us.
std::optional<FieldName> find_field(std::string_view key);

/// find_field(), but the names that the caller mapped come first. Immutable once made,
/// so safe to share between threads.
class FieldNames {
 public:
  FieldNames() = default;

  /// Throws Error (kInvalidArgument), naming the fields there are, for one that is
  /// none.
  explicit FieldNames(const std::vector<FieldMapping>& mappings);

  std::optional<FieldName> find(std::string_view key) const;

 private:
  std::map<std::string, Field, std::less<>> mapped_;  // By the name, normalised.
};

/// "By Ann Lee and Bob Roe, Reuters" -> Ann Lee; Bob Roe; Reuters. Without "By" the
/// text is one author, as it stands.
std::vector<std::string> split_byline(std::string_view text);

/// "a, b; c" -> a; b; c.
std::vector<std::string> split_list(std::string_view text,
                                    std::string_view separators = ",;");

/// Appends `text`, trimmed and in one line, unless that is empty.
void append_value(std::vector<std::string>& list, std::string_view text);

/// Removes every value that stands earlier in the list; the order stays.
template <typename T>
void remove_repeats(std::vector<T>& list) {
  std::set<T> seen;
  std::erase_if(list, [&](const T& value) { return !seen.insert(value).second; });
}

/// Whether an exported article's day was given, and not found in its text or address,
/// where it will be found again: `from` is to_string() of a DateOrigin, or any other
/// text.
bool is_given_day(std::string_view from);

/// A value as messages show it: in quotes, short, in one line, safe on a terminal.
std::string in_quotes(std::string_view text);

/// A language tag as BCP 47 writes it: "en_US" -> "en-US".
std::string language_tag(std::string_view text);

}  // namespace dateline::readers
