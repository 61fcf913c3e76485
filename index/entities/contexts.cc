#include "index/entities/contexts.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "index/entities/alias_table.h"

namespace dateline::entities {
namespace {

constexpr std::size_t kMostItems = 20;

// Articles read of one name, about: more say no more.
constexpr std::size_t kSample = 200;

// Names beside names that are held at a time: 96 MB.
constexpr std::size_t kMostHeld = 8'000'000;
constexpr std::size_t kNamesOfArticle = 16;  // As a rule.

// Of an index: no name of those that were asked for.
constexpr std::uint32_t kNotAsked = ~std::uint32_t{0};

std::uint64_t hash_of(std::span<const std::uint64_t> ids) {
  return XXH3_64bits(ids.data(), ids.size_bytes());
}

// How much a name beside another tells of it, in hundredths.
std::uint32_t weight_of(const ParsedName& name) {
  constexpr std::uint32_t kCountry = 30;
  constexpr std::uint32_t kOfLists = 50;
  constexpr std::uint32_t kPlace = 70;
  constexpr std::uint32_t kOther = 100;
  if (name.alias == 0) return name.kind == NameKind::kPlace ? kPlace : kOther;
  return AliasTable::instance().is_country(name.alias) ? kCountry : kOfLists;
}

}  // namespace

// One reading of all articles, for some of the names.
class Contexts::Pass {
 public:
  Pass(const Contexts& contexts, std::size_t first, std::size_t last)
      : contexts_(contexts), first_(first), last_(last), sampled_(last - first) {}

  void add(std::span<const std::uint64_t> ids) {
    numbers_.clear();
    for (const std::uint64_t id : ids) {
      const std::uint32_t name = contexts_.statistics_.find(id);
      if (name != NameStatistics::kNone) numbers_.push_back(name);
    }
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    const std::uint64_t hash = hash_of(ids);
    for (const std::uint32_t name : numbers_) add(name, hash);
  }

  // Calls use(index, names beside it, articles read).
  template <class Use>
  void finish(Use use) {
    // Dealt out by index: only the few names of each are left to be sorted.
    std::vector<std::size_t> ends(last_ - first_ + 1);
    for (const Held& held : held_) ++ends[held.index - first_ + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint32_t> beside(held_.size());
    for (const Held& held : held_) beside[ends[held.index - first_]++] = held.beside;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sampled_.size(); ++i) {
      const auto own = std::span(beside).subspan(begin, ends[i] - begin);
      std::sort(own.begin(), own.end());
      use(first_ + i, own, sampled_[i]);
      begin = ends[i];
    }
  }

 private:
  struct Held {
    std::uint32_t index;   // Of a name.
    std::uint32_t beside;  // A name beside it.
  };

  void add(std::uint32_t name, std::uint64_t hash) {
    const std::size_t articles = contexts_.statistics_.articles(name);
    if (articles > kSample && hash % articles >= kSample) return;
    const std::size_t index = contexts_.indexes_[name];
    if (index < first_ || index >= last_) return;
    ++sampled_[index - first_];
    for (const std::uint32_t other : numbers_) {
      if (other != name) held_.push_back({static_cast<std::uint32_t>(index), other});
    }
  }

  const Contexts& contexts_;
  std::size_t first_;
  std::size_t last_;
  std::vector<std::uint32_t> numbers_;  // The names of the article.
  std::vector<Held> held_;
  std::vector<std::size_t> sampled_;  // By index: articles read.
};

Contexts::Contexts(const NameSource& source, const NameStatistics& statistics,
                   std::span<const ParsedName> parsed, std::vector<std::uint32_t> names,
                   std::vector<NamePair> pairs)
    : statistics_(statistics),
      parsed_(parsed),
      names_(std::move(names)),
      indexes_(statistics.size(), kNotAsked),
      pairs_(std::move(pairs)),
      together_(pairs_.size()),
      places_(names_.size()) {
  for (std::uint32_t i = 0; i < names_.size(); ++i) indexes_[names_[i]] = i;
  for (std::size_t first = 0; first < names_.size();) {
    std::size_t held = 0;
    std::size_t last = first;
    for (; last < names_.size() && (last == first || held < kMostHeld); ++last) {
      held += std::min(statistics.articles(names_[last]), kSample) * kNamesOfArticle;
    }
    Pass pass(*this, first, last);
    source.for_each_article([&](std::span<const std::uint64_t> ids) { pass.add(ids); });
    pass.finish([this](std::size_t index, std::span<const std::uint32_t> beside,
                       std::size_t sampled) { keep(index, beside, sampled); });
    first = last;
  }
}

// `beside` is sorted; a name stands in it once for each article.
void Contexts::keep(std::size_t index, std::span<const std::uint32_t> beside,
                    std::size_t sampled) {
  std::vector<Item> counts;
  for (const std::uint32_t name : beside) {
    if (counts.empty() || counts.back().name != name) counts.push_back({name, 0});
    counts.back().weight += 1;
  }
  keep_together(names_[index], counts);
  constexpr std::uint64_t kScale = 1000;
  for (Item& item : counts) {
    item.weight = static_cast<std::uint32_t>(item.weight * kScale *
                                             weight_of(parsed_[item.name]) / sampled);
  }
  const auto heavier = [](const Item& a, const Item& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.name < b.name;
  };
  if (counts.size() > kMostItems) {
    std::nth_element(counts.begin(), counts.begin() + kMostItems, counts.end(),
                     heavier);
    counts.resize(kMostItems);
  }
  std::sort(counts.begin(), counts.end(),
            [](const Item& a, const Item& b) { return a.name < b.name; });
  places_[index].begin = static_cast<std::uint32_t>(items_.size());
  items_.insert(items_.end(), counts.begin(), counts.end());
  places_[index].end = static_cast<std::uint32_t>(items_.size());
}

void Contexts::keep_together(std::uint32_t name, std::span<const Item> counts) {
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), NamePair{name, 0});
  auto item = counts.begin();
  for (; pair != pairs_.end() && pair->a == name; ++pair) {
    while (item != counts.end() && item->name < pair->b) ++item;
    if (item == counts.end()) return;
    if (item->name != pair->b) continue;
    together_[static_cast<std::size_t>(pair - pairs_.begin())] = item->weight;
  }
}

std::span<const Contexts::Item> Contexts::items(std::uint32_t name) const {
  const std::uint32_t index = indexes_[name];
  if (index == kNotAsked) return {};
  return std::span(items_).subspan(places_[index].begin,
                                   places_[index].end - places_[index].begin);
}

// The cosine of the two, without the names themselves.
Company Contexts::company(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  Company company;
  std::uint64_t product = 0;
  std::uint64_t square_a = 0;
  std::uint64_t square_b = 0;
  const auto of_b = items(b);
  auto other = of_b.begin();
  for (const Item& item : items(a)) {
    if (item.name == b) continue;
    square_a += std::uint64_t{item.weight} * item.weight;
    while (other != of_b.end() && other->name < item.name) ++other;
    if (other == of_b.end() || other->name != item.name) continue;
    product += std::uint64_t{item.weight} * other->weight;
    ++company.shared;
  }
  for (const Item& item : of_b) {
    if (item.name != a) square_b += std::uint64_t{item.weight} * item.weight;
  }
  company.articles_a = statistics_.articles(a);
  company.articles_b = statistics_.articles(b);
  if (product > 0) {
    company.similarity =
        static_cast<double>(product) /
        std::sqrt(static_cast<double>(square_a) * static_cast<double>(square_b));
  }
  const auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), NamePair{a, b});
  if (pair != pairs_.end() && *pair == NamePair{a, b}) {
    company.together = together_[static_cast<std::size_t>(pair - pairs_.begin())];
  }
  return company;
}

}  // namespace dateline::entities
