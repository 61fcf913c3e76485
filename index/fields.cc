#include <dateline/fields.h>

#include <array>

namespace dateline {
namespace {

using enum FieldType;

constexpr std::array kFields = {
    FieldInfo{Field::kTitle, "title", "headline", kText, false, "words of the title",
              "title:\"peace talks\""},
    FieldInfo{Field::kPerson, "person", "who", kName, true,
              "a person, under every spelling", "person:\"Sergei Lavrov\""},
    FieldInfo{Field::kOrg, "org", "organisation", kName, true, "an organisation",
              "org:\"European Union\""},
    FieldInfo{Field::kPlace, "place", "location", kName, true, "a place",
              "place:\"New Delhi\""},
    FieldInfo{Field::kThing, "thing", "", kName, true,
              "a treaty, summit, law, event or work", "thing:\"New START\""},
    FieldInfo{Field::kName, "name", "", kName, false,
              "a person, organisation, place or thing", "name:Blinken"},
    FieldInfo{Field::kSource, "source", "outlet", kValue, true, "the outlet or agency",
              "source:Reuters"},
    FieldInfo{Field::kAuthor, "author", "by", kValue, true, "who wrote it",
              "author:\"Jane Doe\""},
    FieldInfo{Field::kTopic, "topic", "tag", kValue, true, "a topic that editors gave",
              "topic:trade"},
    FieldInfo{Field::kLanguage, "lang", "language", kValue, true,
              "the language, as BCP 47", "lang:en"},
    FieldInfo{Field::kId, "id", "", kValue, false, "the article with this id", "id:a1"},
    FieldInfo{Field::kSite, "site", "domain", kValue, false,
              "the site it was published on", "site:example.org"},
    FieldInfo{Field::kUrl, "url", "link", kValue, false, "the address of the article",
              "url:\"https://example.org/a\""},
    FieldInfo{Field::kPublished, "published", "date", kDate, true, "when it appeared",
              "published:2023-02..2023-04"},
    FieldInfo{Field::kAbout, "about", "mentioned", kDate, true,
              "a date mentioned in the text", "about:2018-12"},
};

constexpr bool in_order_of_enum() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  }
  return kFields.size() == static_cast<std::size_t>(Field::kAbout) + 1;
}
static_assert(in_order_of_enum(), "field_info() finds a row by the enum's value");

}  // namespace

std::span<const FieldInfo> fields() { return kFields; }

const FieldInfo& field_info(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

std::optional<Field> find_field(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name == "organization") return Field::kOrg;
  for (const FieldInfo& info : kFields) {
    if (name == info.name || name == info.alias) return info.field;
  }
  return std::nullopt;
}

}  // namespace dateline
