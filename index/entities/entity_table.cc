#include "index/entities/entity_table.h"

#include <dateline/error.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "index/byte_codec.h"
#include "index/schema.h"
#include "index/table_codec.h"

namespace dateline::entities {
namespace {

// Version 1: for each kind the number of names, and the names in the order of bytes.
// Each is what it shares with the one before (a length), the rest, and a code: 0 for a
// hidden name, else 1 + 2 * BACK + IS_LABEL, where BACK is 0 when the name is the first
// of its group and else how many groups back from the newest its group was begun, plus
// one. Behind all that its XXH3-64, lowest byte first.
constexpr TableFormat kFormat{.version = 1,
                              .name = "entities",
                              .remedy = "index something, or correct an entity,"};
constexpr std::size_t kLeastNameBytes = 3;

void tidy(EntityGroup& group) {
  auto& names = group.names;
  if (names.empty()) return;
  std::sort(names.begin() + 1, names.end());
  names.erase(std::unique(names.begin() + 1, names.end()), names.end());
  names.erase(std::remove(names.begin() + 1, names.end(), names.front()), names.end());
}

const std::string& least_name(const EntityGroup& group) {
  return group.names.size() < 2 ? group.names.front()
                                : std::min(group.names[0], group.names[1]);
}

// The names of one kind, as they are read from bytes.
struct NamesOfKind {
  std::vector<EntityGroup> groups{};
  std::vector<Name> hidden{};
};

// Puts a name with its code into its group. False: the code is impossible.
bool place_name(NameKind kind, std::string name, std::uint64_t code,
                std::vector<bool>& labelled, NamesOfKind& read) {
  if (code == 0) {
    read.hidden.push_back({kind, std::move(name)});
    return true;
  }
  const bool is_label = (code - 1) % 2 != 0;
  const std::uint64_t back = (code - 1) / 2;
  if (back > read.groups.size()) return false;
  if (back == 0) {
    read.groups.push_back({kind, {}});
    labelled.push_back(false);
  }
  const std::size_t number = back == 0 ? read.groups.size() - 1  //
                                       : read.groups.size() - back;
  if (is_label && labelled[number]) return false;
  auto& names = read.groups[number].names;
  names.push_back(std::move(name));
  if (is_label) {
    labelled[number] = true;
    std::swap(names.front(), names.back());
  }
  return true;
}

// False: the bytes are damaged.
bool read_kind(ByteReader& reader, NameKind kind, NamesOfKind& read) {
  const std::size_t count = reader.count(kLeastNameBytes);
  std::string name;
  std::vector<bool> labelled;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t shared = reader.varint();
    const std::string_view rest = reader.string();
    const std::uint64_t code = reader.varint();
    if (!reader.good() || shared > name.size()) return false;
    const std::string before = name;
    name.resize(static_cast<std::size_t>(shared));
    name.append(rest);
    if (name.empty() || (i > 0 && name <= before)) return false;
    if (shared_prefix(name, before) != shared) return false;
    if (!place_name(kind, name, code, labelled, read)) return false;
  }
  const auto complete = [](const EntityGroup& group) { return group.names.size() > 1; };
  return reader.good() &&
         std::all_of(read.groups.begin(), read.groups.end(), complete) &&
         std::find(labelled.begin(), labelled.end(), false) == labelled.end();
}

}  // namespace

EntityTable::EntityTable(std::vector<EntityGroup> groups, std::vector<Name> hidden) {
  for (EntityGroup& group : groups) tidy(group);
  std::erase_if(groups, [](const EntityGroup& group) { return group.names.empty(); });
  std::sort(groups.begin(), groups.end(),
            [](const EntityGroup& a, const EntityGroup& b) {
              return a.kind != b.kind ? a.kind < b.kind : least_name(a) < least_name(b);
            });

  std::vector<Name> taken;
  for (const EntityGroup& group : groups) {
    for (const std::string& name : group.names) taken.push_back({group.kind, name});
    if (group.names.size() < 2) continue;
    for (const std::string& name : group.names) add_name(group.kind, name);
    begins_.push_back(static_cast<std::uint32_t>(name_count()));
    kinds_.push_back(group.kind);
  }
  std::sort(taken.begin(), taken.end());
  if (const auto twice = std::adjacent_find(taken.begin(), taken.end());
      twice != taken.end()) {
    throw Error(ErrorCode::kInvalidArgument,
                "The name '" + twice->text + "' is in two entities.");
  }

  std::sort(hidden.begin(), hidden.end());
  hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
  for (const Name& name : hidden) {
    if (name.text.empty()) continue;
    if (std::binary_search(taken.begin(), taken.end(), name)) continue;
    add_name(name.kind, name.text);
    hidden_kinds_.push_back(name.kind);
  }
  std::sort(by_id_.begin(), by_id_.end(),
            [](const IdEntry& a, const IdEntry& b) { return a.id < b.id; });
}

void EntityTable::add_name(NameKind kind, std::string_view text) {
  by_id_.push_back(
      {schema::name_id(kind, text), static_cast<std::uint32_t>(name_count())});
  bytes_.append(text);
  offsets_.push_back(bytes_.size());
}

std::vector<std::string_view> EntityTable::names(std::uint32_t group) const {
  std::vector<std::string_view> found;
  for (std::uint32_t name = begins_[group]; name < begins_[group + 1]; ++name) {
    found.push_back(text(name));
  }
  return found;
}

std::uint32_t EntityTable::group_of(std::uint32_t name) const {
  if (name >= begins_.back()) return kNoGroup;
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), name);
  return static_cast<std::uint32_t>(after - begins_.begin()) - 1;
}

NameKind EntityTable::kind_of_name(std::uint32_t name) const {
  const std::uint32_t group = group_of(name);
  return group != kNoGroup ? kinds_[group] : hidden_kinds_[name - begins_.back()];
}

EntityTable::Entry EntityTable::entry(std::uint32_t name) const {
  const std::uint32_t group = group_of(name);
  return {group, group == kNoGroup};
}

EntityTable::Entry EntityTable::find(std::uint64_t name_id) const {
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), name_id,
                       [](const IdEntry& e, std::uint64_t id) { return e.id < id; });
  if (found == by_id_.end() || found->id != name_id) return {};
  return entry(found->name);
}

EntityTable::Entry EntityTable::find(NameKind kind, std::string_view folded) const {
  if (by_id_.empty()) return {};
  return find(schema::name_id(kind, folded));
}

std::vector<Name> EntityTable::hidden() const {
  std::vector<Name> names;
  for (std::uint32_t name = begins_.back(); name < name_count(); ++name) {
    names.push_back({hidden_kinds_[name - begins_.back()], std::string(text(name))});
  }
  return names;
}

std::vector<EntityGroup> EntityTable::groups() const {
  std::vector<EntityGroup> all;
  for (std::uint32_t group = 0; group < size(); ++group) {
    const auto found = names(group);
    all.push_back({kinds_[group], {found.begin(), found.end()}});
  }
  return all;
}

std::vector<std::uint32_t> EntityTable::sorted_names(NameKind kind) const {
  std::vector<std::uint32_t> names;
  for (std::uint32_t name = 0; name < name_count(); ++name) {
    if (kind_of_name(name) == kind) names.push_back(name);
  }
  std::sort(names.begin(), names.end(),
            [this](std::uint32_t a, std::uint32_t b) { return text(a) < text(b); });
  return names;
}

std::string EntityTable::encode_names(NameKind kind) const {
  const auto names = sorted_names(kind);
  std::string out;
  append_varint(out, names.size());
  // Groups are numbered as their least names come: in this order they are begun.
  std::uint32_t next = static_cast<std::uint32_t>(
      std::find(kinds_.begin(), kinds_.end(), kind) - kinds_.begin());
  std::string_view before;
  for (const std::uint32_t name : names) {
    const std::size_t shared = shared_prefix(text(name), before);
    append_varint(out, shared);
    append_string(out, text(name).substr(shared));
    before = text(name);
    const std::uint32_t group = group_of(name);
    if (group == kNoGroup) {
      append_varint(out, 0);
      continue;
    }
    const std::uint64_t back = group == next ? 0 : next - group;
    if (group == next) ++next;
    append_varint(out, 1 + 2 * back + (name == begins_[group] ? 1 : 0));
  }
  return out;
}

std::string EntityTable::encode() const {
  if (empty()) return {};
  std::string out(1, kFormat.version);
  for (const NameKind kind : kNameKinds) out += encode_names(kind);
  return seal_table(std::move(out));
}

EntityTable EntityTable::decode(std::string_view bytes) {
  if (bytes.empty()) return {};
  ByteReader reader(unseal_table(bytes, kFormat));
  std::vector<EntityGroup> groups;
  std::vector<Name> hidden;
  for (const NameKind kind : kNameKinds) {
    NamesOfKind read;
    if (!read_kind(reader, kind, read)) throw_damaged_table(kFormat);
    std::move(read.groups.begin(), read.groups.end(), std::back_inserter(groups));
    std::move(read.hidden.begin(), read.hidden.end(), std::back_inserter(hidden));
  }
  if (!reader.at_end()) throw_damaged_table(kFormat);
  return EntityTable(std::move(groups), std::move(hidden));
}

}  // namespace dateline::entities
