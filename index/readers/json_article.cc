#include "index/readers/json_article.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

#include "index/readers/encoding.h"
#include "index/readers/record_date.h"
#include "index/readers/record_fields.h"

namespace dateline::readers {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// Why a record is no article; becomes JsonOutcome::rejected.
struct Rejected {
  std::string reason;
};

// A value and the key it stood under, for messages.
struct Found {
  std::string_view key{};
  element value{};
  int rank = std::numeric_limits<int>::max();

  bool present() const { return rank != std::numeric_limits<int>::max(); }
};

std::string clean(std::string_view text) {
  std::string out(text);
  drop_controls(out);
  return out;
}

std::string_view type_name(element value) {
  switch (value.type()) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "text";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

[[noreturn]] void throw_wrong_type(std::string_view key, element value,
                                   std::string_view expected) {
  throw Rejected{"field " + in_quotes(key) + " is " + std::string(type_name(value)) +
                 ", expected " + std::string(expected)};
}

bool is_empty_text(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS && text.empty();
}

// Text, or the text under one of `keys` of an object: {"name": "Reuters"}.
std::optional<std::string_view> text_of(element value,
                                        std::initializer_list<const char*> keys) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return text;
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return std::nullopt;
  for (const char* key : keys) {
    if (fields[key].get(text) == simdjson::SUCCESS) return text;
  }
  return std::nullopt;
}

std::string number_text(element value) {
  std::array<char, 32> buffer;
  char* end = buffer.data();
  const auto write = [&](auto number) {
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  };
  if (value.is_int64()) {
    write(std::int64_t{value});
  } else if (value.is_uint64()) {
    write(std::uint64_t{value});
  } else {
    write(double{value});
  }
  return {buffer.data(), end};
}

class JsonArticle {
 public:
  JsonArticle(const FieldNames& names, Article& article, JsonOutcome& outcome)
      : names_(names), article_(article), outcome_(outcome) {}

  void read(object record) {
    collect(record);
    if (!has_text_) throw Rejected{"has neither a title nor a body"};
    article_.id = collapse_spaces(id_text());
    article_.title = collapse_spaces(text(Field::kTitle));
    article_.body = text(Field::kBody);
    article_.source = collapse_spaces(text(Field::kSource));
    article_.url = trim(text(Field::kUrl));
    article_.language = language_tag(text(Field::kLanguage));
    read_published();
    read_authors();
    remove_repeats(article_.topics);
    read_names();
  }

 private:
  Found& at(Field field) { return found_[static_cast<std::size_t>(field)]; }

  // The best value for every field; topics are taken from all that have some.
  void collect(object record) {
    for (const auto& [key, value] : record) {
      const auto name = names_.find(key);
      if (!name || value.is_null()) continue;
      // An empty text is there all the same: such articles exist.
      has_text_ |= name->field == Field::kTitle || name->field == Field::kBody;
      if (is_empty_text(value)) continue;
      // Some systems have a flag of this name beside the date.
      if (name->field == Field::kPublished && value.is_bool()) continue;
      if (name->field == Field::kTopics) read_topics(key, value);
      Found& best = at(name->field);
      if (name->rank < best.rank) best = {key, value, name->rank};
    }
  }

  std::string text(Field field) {
    const Found& found = at(field);
    if (!found.present()) return {};
    const bool may_be_object = field == Field::kSource;
    const auto value = may_be_object ? text_of(found.value, {"name", "title", "id"})
                                     : text_of(found.value, {});
    if (!value) throw_wrong_type(found.key, found.value, "text");
    return clean(*value);
  }

  std::string id_text() {
    const Found& found = at(Field::kId);
    if (!found.present()) return {};
    if (found.value.is_number()) return number_text(found.value);
    const auto value = text_of(found.value, {"$oid"});
    if (!value) throw_wrong_type(found.key, found.value, "text or a number");
    return clean(*value);
  }

  void read_published() {
    const Found& found = at(Field::kPublished);
    if (!found.present() || !is_given_day(published_from())) return;
    element value = found.value;
    object wrapped;  // {"$date": "2023-03-02T00:00:00Z"}
    if (value.get(wrapped) == simdjson::SUCCESS) {
      if (wrapped["$date"].get(value) != simdjson::SUCCESS) value = found.value;
    }
    std::optional<Date> date;
    std::string shown;
    std::string_view written;
    if (value.get(written) == simdjson::SUCCESS) {
      date = read_record_date(written);
      shown = clean(written);
    } else if (value.is_number()) {
      date = date_of_number(value);
      shown = number_text(value);
    } else {
      throw_wrong_type(found.key, found.value, "a date as text or a number");
    }
    if (date) {
      article_.published = *date;
    } else {
      outcome_.not_read.push_back(
          "field " + in_quotes(found.key) +
          " is no date that is understood: " + in_quotes(shown));
    }
  }

  // Other people's records may have anything there.
  std::string_view published_from() {
    std::string_view from;
    const Found& found = at(Field::kPublishedFrom);
    if (found.present() && found.value.get(from) != simdjson::SUCCESS) return {};
    return from;
  }

  static std::optional<Date> date_of_number(element value) {
    if (value.is_int64()) return read_epoch(std::int64_t{value});
    if (!value.is_double()) return std::nullopt;
    const double count = value;
    if (!(count > -9e18 && count < 9e18)) return std::nullopt;
    return read_epoch(static_cast<std::int64_t>(count));
  }

  // Calls `take` with each text of a value that is a text, an object with a name, or a
  // list of these.
  template <typename Take>
  void for_each_text(std::string_view key, element value, const Take& take) {
    array list;
    if (value.get(list) != simdjson::SUCCESS) {
      const auto single = text_of(value, {"name", "title", "text"});
      if (!single) throw_wrong_type(key, value, "text or a list of texts");
      take(clean(*single));
      return;
    }
    for (const element item : list) {
      if (item.is_null()) continue;
      const auto single = text_of(item, {"name", "title", "text"});
      if (!single) {
        throw Rejected{"field " + in_quotes(key) + " has " +
                       std::string(type_name(item)) + " in it, expected texts"};
      }
      take(clean(*single));
    }
  }

  void read_authors() {
    const Found& found = at(Field::kAuthors);
    if (!found.present()) return;
    for_each_text(found.key, found.value, [&](const std::string& text) {
      for (std::string& author : split_byline(text)) {
        if (author != article_.source) article_.authors.push_back(std::move(author));
      }
    });
    remove_repeats(article_.authors);
  }

  // Lists of keywords often come as one text with commas.
  void read_topics(std::string_view key, element value) {
    const bool splits = value.is_string() &&
                        (ascii_lower(key) == "keywords" || ascii_lower(key) == "tags");
    for_each_text(key, value, [&](const std::string& text) {
      if (!splits) return append_value(article_.topics, text);
      for (auto& part : split_list(text)) article_.topics.push_back(std::move(part));
    });
  }

  void read_names() {
    constexpr std::array kKindFields = {
        std::pair{Field::kPersons, NameKind::kPerson},
        std::pair{Field::kOrgs, NameKind::kOrg},
        std::pair{Field::kPlaces, NameKind::kPlace},
        std::pair{Field::kThings, NameKind::kThing},
    };
    if (at(Field::kNames).present()) read_names_field(at(Field::kNames));
    for (const auto& [field, kind] : kKindFields) {
      const Found& found = at(field);
      if (found.present()) add_names(found.key, found.value, kind);
    }
    remove_repeats(article_.names);
  }

  void add_names(std::string_view key, element value, NameKind kind) {
    for_each_text(key, value, [&, name_kind = kind](const std::string& text) {
      std::string name = collapse_spaces(text);
      if (!name.empty()) article_.names.push_back({name_kind, std::move(name)});
    });
  }

  // {"person": ["..."], "org": [...]} or [{"kind": "person", "name": "..."}].
  void read_names_field(const Found& found) {
    object by_kind;
    if (found.value.get(by_kind) == simdjson::SUCCESS) {
      for (const auto& [key, value] : by_kind) {
        const auto kind = kind_of(key);
        if (kind && !value.is_null()) add_names(key, value, *kind);
      }
      return;
    }
    array list;
    if (found.value.get(list) != simdjson::SUCCESS) {
      throw_wrong_type(found.key, found.value, "a list of objects with kind and name");
    }
    for (const element item : list) read_name(found.key, item);
  }

  void read_name(std::string_view key, element item) {
    object fields;
    if (item.get(fields) != simdjson::SUCCESS) {
      throw Rejected{"field " + in_quotes(key) + " has " +
                     std::string(type_name(item)) +
                     " in it, expected objects with kind and name"};
    }
    const auto kind_text = text_of(item, {"kind", "type"});
    const auto name = text_of(item, {"name", "text"});
    if (!kind_text || !name) {
      throw Rejected{"field " + in_quotes(key) +
                     " has an object without kind and name"};
    }
    const auto kind = kind_of(*kind_text);
    if (kind) add_names(key, item, *kind);
  }

  std::optional<NameKind> kind_of(std::string_view text) {
    const std::string lower = ascii_lower(text);
    if (const auto kind = parse_name_kind(lower)) return kind;
    if (lower == "per") return NameKind::kPerson;
    if (lower == "loc" || lower == "gpe") return NameKind::kPlace;
    if (const auto field = find_field(lower)) {
      if (field->field == Field::kPersons) return NameKind::kPerson;
      if (field->field == Field::kOrgs) return NameKind::kOrg;
      if (field->field == Field::kPlaces) return NameKind::kPlace;
      if (field->field == Field::kThings) return NameKind::kThing;
    }
    outcome_.not_read.push_back("names of the kind " + in_quotes(text) +
                                " were left out: expected person, org, place or thing");
    return std::nullopt;
  }

  const FieldNames& names_;
  Article& article_;
  JsonOutcome& outcome_;
  std::array<Found, kFields> found_{};
  bool has_text_ = false;
};

}  // namespace

JsonOutcome read_json_article(element value, const FieldNames& names,
                              Article& article) {
  JsonOutcome outcome;
  article = {};
  object record;
  if (value.get(record) != simdjson::SUCCESS) {
    outcome.rejected =
        "the record is " + std::string(type_name(value)) + ", expected an object";
    return outcome;
  }
  try {
    JsonArticle(names, article, outcome).read(record);
  } catch (const Rejected& rejected) {
    outcome.rejected = rejected.reason;
    return outcome;
  }
  return outcome;
}

}  // namespace dateline::readers
