#include "index/entities/name_statistics.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "index/schema.h"

namespace dateline::entities {
namespace {

std::uint32_t capped_count(std::size_t count) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(count, kMost));
}

// Names as they come, before they are sorted.
struct Gathered {
  std::string bytes;
  std::vector<std::uint64_t> offsets = {0};
  std::vector<NameKind> kinds;
  std::vector<std::uint32_t> articles;

  void add(NameKind kind, std::string_view text, std::size_t count) {
    bytes.append(text);
    offsets.push_back(bytes.size());
    kinds.push_back(kind);
    articles.push_back(capped_count(count));
  }

  std::string_view text(std::uint32_t i) const {
    return std::string_view(bytes).substr(offsets[i], offsets[i + 1] - offsets[i]);
  }

  bool less(std::uint32_t a, std::uint32_t b) const {
    if (kinds[a] != kinds[b]) return kinds[a] < kinds[b];
    const int order = text(a).compare(text(b));
    return order != 0 ? order < 0 : articles[a] > articles[b];
  }
};

}  // namespace

NameStatistics::NameStatistics(const NameSource& source, std::span<const Name> others) {
  Gathered all;
  source.for_each_name([&](NameKind kind, std::string_view text, std::size_t count) {
    if (!text.empty()) all.add(kind, text, count);
  });
  for (const Name& name : others) {
    if (!name.text.empty()) all.add(name.kind, name.text, 0);
  }
  std::vector<std::uint32_t> order(all.kinds.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto less = [&](std::uint32_t a, std::uint32_t b) { return all.less(a, b); };
  if (!std::is_sorted(order.begin(), order.end(), less)) {
    std::sort(order.begin(), order.end(), less);
  }
  for (const std::uint32_t i : order) {
    const bool is_again = !kinds_.empty() && kinds_.back() == all.kinds[i] &&
                          text(static_cast<std::uint32_t>(size() - 1)) == all.text(i);
    if (is_again) continue;
    bytes_.append(all.text(i));
    offsets_.push_back(bytes_.size());
    kinds_.push_back(all.kinds[i]);
    articles_.push_back(all.articles[i]);
  }
  index_ids();
}

void NameStatistics::index_ids() {
  const std::size_t places = std::bit_ceil(2 * size() + 1);
  places_.assign(places, kNone);
  ids_.reserve(size());
  for (std::uint32_t name = 0; name < size(); ++name) {
    ids_.push_back(schema::name_id(kind(name), text(name)));
    std::size_t place = ids_.back() & (places - 1);
    while (places_[place] != kNone) place = (place + 1) & (places - 1);
    places_[place] = name;
  }
}

std::uint32_t NameStatistics::find(std::uint64_t name_id) const {
  const std::size_t mask = places_.size() - 1;
  for (std::size_t place = name_id & mask;; place = (place + 1) & mask) {
    const std::uint32_t name = places_[place];
    if (name == kNone || ids_[name] == name_id) return name;
  }
}

std::uint32_t NameStatistics::find(NameKind kind, std::string_view folded) const {
  return find(schema::name_id(kind, folded));
}

}  // namespace dateline::entities
