// dateline/fields.h - the fields that a query may name: what help prints.

#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace dateline {

/// What the part behind `field:` is.
enum class FieldType {
  kText,   ///< Words, phrases and groups, searched in one part of the article.
  kName,   ///< A person, organisation, place or thing, by name.
  kValue,  ///< A piece of metadata, compared as a whole.
  kDate,   ///< A day, month or year, or a range of them.
};

/// A field of the query language.
enum class Field {
  kTitle,
  kPerson,
  kOrg,
  kPlace,
  kThing,
  kName,  ///< Any of the four kinds.
  kSource,
  kAuthor,
  kTopic,
  kLanguage,
  kId,
  kSite,
  kUrl,
  kPublished,
  kAbout,
};

struct FieldInfo {
  Field field;
  std::string_view name;   ///< As typed before the colon: "person".
  std::string_view alias;  ///< Another spelling, or empty: "location" for place.
  FieldType type;
  bool is_facet;                 ///< May be counted by SearchOptions::facets.
  std::string_view description;  ///< Half a sentence.
  std::string_view example;      ///< A query that uses it.
};

/// All fields, in the order in which help shows them. Lives for ever.
std::span<const FieldInfo> fields();

/// The row of one field.
const FieldInfo& field_info(Field field);

/// The field called `name` or by that alias, in lower case.
std::optional<Field> find_field(std::string_view name);

}  // namespace dateline
