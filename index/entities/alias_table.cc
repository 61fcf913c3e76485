#include "index/entities/alias_table.h"

#include <algorithm>

#include "index/names/gazetteer/alias_lists.h"
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

// What writers leave out or change at will: points, apostrophes, hyphens, "the".
std::string key_of(std::string_view folded) {
  constexpr std::string_view kArticle = "the ";
  if (folded.starts_with(kArticle)) folded.remove_prefix(kArticle.size());
  std::string key;
  key.reserve(folded.size());
  for (const char c : folded) {
    if (c != '.' && c != '\'') key.push_back(c == '-' ? ' ' : c);
  }
  return key;
}

}  // namespace

const AliasTable& AliasTable::instance() {
  static const AliasTable table;
  return table;
}

// The tagger's lists tell what is a name, not what is another name of something: where
// they have two lines for one entity, the lists of aliases know better, and come first.
AliasTable::AliasTable() {
  for (const NameKind kind : kNameKinds) {
    for_each_part(names::alias_list(kind), "\n", [&](std::string_view line) {
      if (!line.starts_with('#')) add_list(kind, line, '\t');
    });
  }
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

std::uint32_t AliasTable::known_or_new(NameKind kind, std::string_view canonical) {
  const std::string folded = text::fold(canonical);
  if (const std::uint32_t known = find(kind, folded); known != 0) return known;
  canonical_.push_back(folded);
  is_country_.push_back(false);
  return static_cast<std::uint32_t>(canonical_.size() - 1);
}

// An alias that is there already keeps its first meaning.
void AliasTable::add_alias(NameKind kind, std::string_view alias, std::uint32_t entry) {
  by_kind_[static_cast<std::size_t>(kind)].add(key_of(text::fold(alias)), entry);
}

void AliasTable::add_list(NameKind kind, std::string_view names, char separator) {
  std::uint32_t entry = 0;
  for_each_part(names, {&separator, 1}, [&](std::string_view name) {
    if (entry == 0) entry = known_or_new(kind, name);
    add_alias(kind, name, entry);
  });
}

// "name|alias:demonym|demonym:capital|capital=alias"
void AliasTable::add_country(std::string_view line) {
  const std::size_t first = std::min(line.find(':'), line.size());
  const std::size_t second = std::min(line.find(':', first + 1), line.size());
  const std::string_view names = line.substr(0, first);
  const std::uint32_t entry =
      known_or_new(NameKind::kPlace, names.substr(0, names.find('|')));
  is_country_[entry] = true;
  for_each_part(names, "|", [&](std::string_view name) {
    add_alias(NameKind::kPlace, name, entry);
    countries_.add(text::fold(name), entry);
  });
  if (first == line.size()) return;
  for_each_part(
      line.substr(first + 1, second - first - 1), "|",
      [&](std::string_view demonym) { countries_.add(text::fold(demonym), entry); });
  if (second == line.size()) return;
  for_each_part(line.substr(second + 1), "|", [this](std::string_view city) {
    add_list(NameKind::kPlace, city, '=');
  });
}

std::uint32_t AliasTable::Names::find(std::string_view key) const {
  if (!filter.may_contain(key)) return 0;
  const auto found = entries.find(std::string(key));
  return found == entries.end() ? 0 : found->second;
}

std::uint32_t AliasTable::find(NameKind kind, std::string_view folded) const {
  return by_kind_[static_cast<std::size_t>(kind)].find(key_of(folded));
}

std::uint32_t AliasTable::country_of(std::string_view word) const {
  return countries_.find(word);
}

}  // namespace dateline::entities
