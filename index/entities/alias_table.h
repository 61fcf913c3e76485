// Which names the library's lists say are one: Kyiv and Kiev, UN and United Nations,
// Pelé and Edson Arantes do Nascimento.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/entities/text_filter.h"

namespace dateline::entities {

/// The lists of index/names, folded. Immutable: safe to share between threads.
class AliasTable {
 public:
  /// The one of this library.
  static const AliasTable& instance();

  /// The entry of a folded name, written with or without points, apostrophes, hyphens
  /// and a leading "the"; 0: none.
  std::uint32_t find(NameKind kind, std::string_view folded) const;

  /// The name, folded, that the lists prefer for an entry.
  std::string_view canonical(std::uint32_t entry) const { return canonical_[entry]; }

  /// Whether the entry is a country, and so says little of whom it stands beside.
  bool is_country(std::uint32_t entry) const { return is_country_[entry]; }

  /// The entry of a country by a name of it, or by its demonym: "russian"; 0: none.
  std::uint32_t country_of(std::string_view word) const;

 private:
  AliasTable();
  std::uint32_t known_or_new(NameKind kind, std::string_view canonical);
  void add_alias(NameKind kind, std::string_view alias, std::uint32_t entry);
  void add_list(NameKind kind, std::string_view names, char separator);
  void add_country(std::string_view line);

  // Few words of articles are listed: most are told by a filter.
  struct Names {
    std::unordered_map<std::string, std::uint32_t> entries;
    TextFilter filter{std::size_t{1} << 13};

    void add(std::string key, std::uint32_t entry) {
      filter.add(key);
      entries.emplace(std::move(key), entry);
    }
    std::uint32_t find(std::string_view key) const;
  };
  Names by_kind_[kNameKinds.size()];
  Names countries_;
  std::vector<std::string> canonical_ = {""};
  std::vector<bool> is_country_ = {false};
};

}  // namespace dateline::entities
