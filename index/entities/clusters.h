// Names that are one entity, as they are brought together pair by pair.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace dateline::entities {

/// Disjoint sets of names (union by size), each with its members.
class Clusters {
 public:
  /// Every one of `names` names alone.
  explicit Clusters(std::size_t names);

  /// The number of a name's cluster: one of its members.
  std::uint32_t find(std::uint32_t name) const { return roots_[name]; }

  /// The names of the cluster that a name is in.
  std::span<const std::uint32_t> members(std::uint32_t name) const;

  bool is_alone(std::uint32_t name) const { return members(name).size() == 1; }

  void unite(std::uint32_t a, std::uint32_t b);

 private:
  std::vector<std::uint32_t> roots_;                 // By name.
  std::vector<std::uint32_t> alone_;                 // By name: itself.
  std::vector<std::uint32_t> lists_;                 // By name: 1 + index in members_.
  std::vector<std::vector<std::uint32_t>> members_;  // Of clusters of two or more.
};

}  // namespace dateline::entities
