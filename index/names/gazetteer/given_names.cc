#include "index/names/gazetteer/given_names.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::names {

// Made by the build: the bytes of given_name_groups.tsv (embed_file.cmake).
std::string_view given_name_groups_file();

namespace {

// Calls `use` with each part of `list`, empty ones left out.
template <typename Use>
void for_each_part(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const auto end = std::min(list.find(separator), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// The names with their groups, by name.
class GroupTable {
 public:
  GroupTable() {
    std::vector<Entry> entries;
    std::uint16_t group = 0;
    for_each_part(given_name_groups_file(), '\n', [&](std::string_view line) {
      if (line.starts_with('#')) return;
      const auto tab = std::min(line.find('\t'), line.size());
      const auto add = [&](std::string_view names, bool is_short) {
        for_each_part(names, ' ', [&](std::string_view name) {
          entries.push_back({name, group, is_short});
        });
      };
      add(line.substr(0, tab), false);
      add(line.substr(std::min(tab + 1, line.size())), true);
      ++group;
    });
    std::sort(entries.begin(), entries.end());
    for (const Entry& entry : entries) {
      if (names_.empty() || names_.back() != entry.name) {
        names_.push_back(entry.name);
        first_.push_back(groups_.size());
      }
      groups_.push_back(entry.group);
      is_short_.push_back(entry.is_short);
    }
    first_.push_back(groups_.size());
  }

  struct Groups {
    std::span<const std::uint16_t> ids;
    std::size_t first = 0;  // For is_short().
  };

  Groups find(std::string_view name) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), name);
    if (found == names_.end() || *found != name) return {};
    const auto index = static_cast<std::size_t>(found - names_.begin());
    const std::size_t first = first_[index];
    return {std::span(groups_).subspan(first, first_[index + 1] - first), first};
  }

  bool is_short(std::size_t place) const { return is_short_[place]; }

 private:
  struct Entry {
    std::string_view name;
    std::uint16_t group = 0;
    bool is_short = false;

    auto operator<=>(const Entry&) const = default;
  };

  std::vector<std::string_view> names_;  // Sorted, each once.
  std::vector<std::size_t> first_;       // By name, and the end: into the next two.
  std::vector<std::uint16_t> groups_;
  std::vector<bool> is_short_;
};

const GroupTable& table() {
  static const GroupTable groups;
  return groups;
}

}  // namespace

GivenNameMatch compare_given_names(std::string_view a, std::string_view b) {
  if (a == b) return GivenNameMatch::kSame;
  const auto first = table().find(a);
  const auto second = table().find(b);
  auto best = GivenNameMatch::kNone;
  for (std::size_t i = 0; i < first.ids.size(); ++i)
    for (std::size_t j = 0; j < second.ids.size(); ++j) {
      if (first.ids[i] != second.ids[j]) continue;
      const bool is_short =
          table().is_short(first.first + i) || table().is_short(second.first + j);
      if (!is_short) return GivenNameMatch::kSpelling;
      best = GivenNameMatch::kShortForm;
    }
  return best;
}

std::span<const std::uint16_t> given_name_groups(std::string_view folded) {
  return table().find(folded).ids;
}

}  // namespace dateline::names
