// A record whose fields are texts: a row of a table, the header of a text or message.

#pragma once

#include <dateline/article.h>

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/record_fields.h"

namespace dateline::readers {

/// Collects fields by their names, then fills an article.
class TextRecord {
 public:
  /// `names` must outlive this.
  explicit TextRecord(const FieldNames& names) : names_(names) {}

  /// Adds a value, clean UTF-8; of several names for one field the best that has a
  /// value wins. What software writes for nothing ("nan", "None") is nothing.
  void add(std::string_view key, std::string_view value);

  /// Adds a list of values.
  void add_list(std::string_view key, const std::vector<std::string>& values);

  /// Some name of a title or body was there, with or without a value.
  bool has_text_field() const { return has_text_field_; }

  /// Sets the fields that have values. A value not understood is left out, and said so
  /// in `not_read`.
  void fill(Article& article, std::vector<std::string>& not_read) const;

 private:
  struct Found {
    std::string key{};
    std::vector<std::string> texts{};
    bool is_list = false;
    int rank = std::numeric_limits<int>::max();
  };

  const Found& at(Field field) const { return found_[static_cast<std::size_t>(field)]; }
  std::string line(Field field) const;
  void fill_published(Article& article, std::vector<std::string>& not_read) const;
  void fill_authors(Article& article) const;
  void fill_names(Article& article) const;

  const FieldNames& names_;
  std::array<Found, kFields> found_{};
  std::vector<std::string> topics_{};  // From every name that they go by.
  bool has_text_field_ = false;
};

}  // namespace dateline::readers
