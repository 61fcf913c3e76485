// A small hash table from 64-bit keys to numbers: what the names of an article are
// looked up by. An article has a dozen names, so that a node a key would be the cost.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::names {

/// One number a key; keys are hashes already.
class KeyMap {
 public:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  /// kNone where there is none.
  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty()) return kNone;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key & mask; slots_[at].value != kNone; at = (at + 1) & mask)
      if (slots_[at].key == key) return slots_[at].value;
    return kNone;
  }

  /// The number that `key` has; `fresh` if it had none.
  std::uint32_t emplace(std::uint64_t key, std::uint32_t fresh) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slot_of(key);
    if (slot.value == kNone) {
      slot = {key, fresh};
      ++count_;
    }
    return slot.value;
  }

  void assign(std::uint64_t key, std::uint32_t value) {
    emplace(key, value);
    slot_of(key).value = value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kNone;
  };

  Slot& slot_of(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].value != kNone && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    constexpr std::size_t kFirstSize = 64;
    std::vector<Slot> old(slots_.empty() ? kFirstSize : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.value != kNone) slot_of(slot.key) = slot;
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

/// Several numbers a key, the latest first.
class KeyListMap {
 public:
  void add(std::uint64_t key, std::uint32_t value) {
    const std::uint32_t head = heads_.find(key);
    if (head != KeyMap::kNone && nodes_[head].value == value) return;
    if (nodes_.empty()) nodes_.reserve(kUsual);
    nodes_.push_back({value, head});
    heads_.assign(key, static_cast<std::uint32_t>(nodes_.size() - 1));
  }

  /// Calls `use` with the numbers of `key`, at most `limit`.
  template <typename Use>
  void for_each(std::uint64_t key, std::size_t limit, Use use) const {
    std::uint32_t node = heads_.find(key);
    for (; node != KeyMap::kNone && limit > 0; --limit, node = nodes_[node].next)
      use(nodes_[node].value);
  }

 private:
  struct Node {
    std::uint32_t value;
    std::uint32_t next;
  };
  static constexpr std::size_t kUsual = 64;  // Numbers, of an article.

  KeyMap heads_;
  std::vector<Node> nodes_;
};

}  // namespace dateline::names
