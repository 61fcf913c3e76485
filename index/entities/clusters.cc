#include "index/entities/clusters.h"

#include <numeric>
#include <utility>

namespace dateline::entities {

Clusters::Clusters(std::size_t names) : roots_(names), alone_(names), lists_(names) {
  std::iota(roots_.begin(), roots_.end(), 0U);
  std::iota(alone_.begin(), alone_.end(), 0U);
}

std::span<const std::uint32_t> Clusters::members(std::uint32_t name) const {
  const std::uint32_t root = roots_[name];
  if (lists_[root] == 0) return std::span(alone_).subspan(root, 1);
  return members_[lists_[root] - 1];
}

void Clusters::unite(std::uint32_t a, std::uint32_t b) {
  a = roots_[a];
  b = roots_[b];
  if (a == b) return;
  if (members(a).size() < members(b).size()) std::swap(a, b);
  if (lists_[a] == 0) {
    members_.push_back({a});
    lists_[a] = static_cast<std::uint32_t>(members_.size());
  }
  const auto moved = members(b);
  auto& list = members_[lists_[a] - 1];
  for (const std::uint32_t name : moved) {
    roots_[name] = a;
    list.push_back(name);
  }
}

}  // namespace dateline::entities
