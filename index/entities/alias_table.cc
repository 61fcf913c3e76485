#include "index/entities/alias_table.h"

#include <algorithm>

#include "index/names/tables.h"
#include "index/text/analyzer.h"

namespace dateline::entities {
namespace {

template <class Use>
void for_each_part(std::string_view list, std::string_view separators, Use use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    if (list.substr(0, end).find_first_not_of(" \n") != list.npos) {
      use(list.substr(0, end));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace

const AliasTable& AliasTable::instance() {
  static const AliasTable table;
  return table;
}

AliasTable::AliasTable() {
  for_each_part(names::countries(), "\n",
                [this](std::string_view line) { add_country(line); });
  for_each_part(names::places(), "|", [this](std::string_view entry) {
    add_list(NameKind::kPlace, entry, '=');
  });
  for (const std::string_view list :
       {names::organisations(), names::companies(), names::media(), names::parties()}) {
    for_each_part(list, "\n", [this](std::string_view line) {
      add_list(NameKind::kOrg, line, '|');
    });
  }
  for_each_part(names::things(), "\n", [this](std::string_view line) {
    add_list(NameKind::kThing, line, '|');
  });
}

std::uint32_t AliasTable::add_entry(std::string_view canonical, bool is_country) {
  canonical_.push_back(text::fold(canonical));
  is_country_.push_back(is_country);
  return static_cast<std::uint32_t>(canonical_.size() - 1);
}

// An alias that is there already keeps its first meaning, as with the tagger.
void AliasTable::add_alias(NameKind kind, std::string_view alias, std::uint32_t entry) {
  by_kind_[static_cast<std::size_t>(kind)].emplace(text::fold(alias), entry);
}

void AliasTable::add_list(NameKind kind, std::string_view names, char separator) {
  std::uint32_t entry = 0;
  for_each_part(names, {&separator, 1}, [&](std::string_view name) {
    if (entry == 0) {
      const std::uint32_t known = find(kind, text::fold(name));
      entry = known != 0 ? known : add_entry(name, false);
    }
    add_alias(kind, name, entry);
  });
}

// "name|alias:demonym|demonym:capital|capital=alias"
void AliasTable::add_country(std::string_view line) {
  const std::size_t first = std::min(line.find(':'), line.size());
  const std::size_t second = std::min(line.find(':', first + 1), line.size());
  const std::string_view names = line.substr(0, first);
  const std::uint32_t entry = add_entry(names.substr(0, names.find('|')), true);
  for_each_part(names, "|", [&](std::string_view name) {
    add_alias(NameKind::kPlace, name, entry);
    countries_.emplace(text::fold(name), entry);
  });
  if (first == line.size()) return;
  for_each_part(line.substr(first + 1, second - first - 1), "|",
                [&](std::string_view demonym) {
                  countries_.emplace(text::fold(demonym), entry);
                });
  if (second == line.size()) return;
  for_each_part(line.substr(second + 1), "|", [this](std::string_view city) {
    add_list(NameKind::kPlace, city, '=');
  });
}

std::uint32_t AliasTable::find(NameKind kind, std::string_view folded) const {
  const Names& names = by_kind_[static_cast<std::size_t>(kind)];
  const auto found = names.find(std::string(folded));
  return found == names.end() ? 0 : found->second;
}

std::uint32_t AliasTable::country_of(std::string_view word) const {
  const auto found = countries_.find(std::string(word));
  return found == countries_.end() ? 0 : found->second;
}

}  // namespace dateline::entities
