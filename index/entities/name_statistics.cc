#include "index/entities/name_statistics.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

#include "index/schema.h"

namespace dateline::entities {
namespace {

std::uint32_t capped_count(std::size_t count) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(count, kMost));
}

}  // namespace

NameStatistics::NameStatistics(const NameSource& source, std::span<const Name> others) {
  bool is_sorted = true;
  const auto gather = [&](NameKind kind, std::string_view text, std::size_t count) {
    if (text.empty()) return;
    is_sorted = is_sorted && is_behind_last(kind, text);
    add(kind, text, capped_count(count));
  };
  source.for_each_name(gather);
  for (const Name& name : others) gather(name.kind, name.text, 0);
  if (!is_sorted) sort();
  index_ids();
}

void NameStatistics::add(NameKind kind, std::string_view text, std::uint32_t articles) {
  bytes_.append(text);
  offsets_.push_back(bytes_.size());
  kinds_.push_back(kind);
  articles_.push_back(articles);
}

bool NameStatistics::is_behind_last(NameKind kind, std::string_view text) const {
  if (kinds_.empty() || kinds_.back() < kind) return true;
  return kinds_.back() == kind &&
         this->text(static_cast<std::uint32_t>(size() - 1)) < text;
}

// Of a name that came again the larger count of articles is kept.
void NameStatistics::sort() {
  const NameStatistics all = std::move(*this);
  *this = NameStatistics();
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (all.kind(a) != all.kind(b)) return all.kind(a) < all.kind(b);
    const int order_of_texts = all.text(a).compare(all.text(b));
    return order_of_texts != 0 ? order_of_texts < 0 : all.articles(a) > all.articles(b);
  });
  for (const std::uint32_t i : order) {
    if (is_behind_last(all.kind(i), all.text(i))) {
      add(all.kind(i), all.text(i), all.articles_[i]);
    }
  }
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
