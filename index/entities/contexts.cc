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

// Names of articles that are held at a time: 32 MB, or little more.
constexpr std::size_t kMostHeld = 8'000'000;
constexpr std::size_t kNamesOfArticle = 16;  // As a rule.

// Of an index: no name of those that were asked for.
constexpr std::uint32_t kNotAsked = ~std::uint32_t{0};

std::uint64_t hash_of(std::span<const std::uint64_t> ids) {
  return XXH3_64bits(ids.data(), ids.size_bytes());
}

// How much a name beside another tells of it, in hundredths.
std::uint8_t weight_of(const ParsedName& name) {
  constexpr std::uint8_t kCountry = 30;
  constexpr std::uint8_t kOfLists = 50;
  constexpr std::uint8_t kPlace = 70;
  constexpr std::uint8_t kOther = 100;
  if (name.alias == 0) return name.kind == NameKind::kPlace ? kPlace : kOther;
  return AliasTable::instance().is_country(name.alias) ? kCountry : kOfLists;
}

}  // namespace

// One reading of all articles, for some of the names.
class Contexts::Pass {
 public:
  Pass(const Contexts& contexts, std::size_t first, std::size_t last)
      : contexts_(contexts), first_(first), last_(last) {}

  void add(std::span<const std::uint64_t> ids) {
    numbers_.clear();
    for (const std::uint64_t id : ids) {
      const std::uint32_t name = contexts_.statistics_.find(id);
      if (name != NameStatistics::kNone) numbers_.push_back(name);
    }
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    const std::uint64_t hash = hash_of(ids);
    const std::size_t before = readings_.size();
    for (const std::uint32_t name : numbers_) add(name, hash);
    if (readings_.size() == before) return;
    beside_.insert(beside_.end(), numbers_.begin(), numbers_.end());
    ends_.push_back(beside_.size());
  }

  // Calls use(index, names beside it, articles read).
  template <class Use>
  void finish(Use use) const {
    // Dealt out by index: the names beside each are counted, and not sorted.
    std::vector<std::size_t> ends(last_ - first_ + 1);
    for (const Reading& reading : readings_) ++ends[reading.index - first_ + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint32_t> articles(readings_.size());
    for (const Reading& reading : readings_) {
      articles[ends[reading.index - first_]++] = reading.article;
    }
    Counter counter(contexts_.statistics_.size());
    std::size_t begin = 0;
    for (std::size_t index = first_; index < last_; ++index) {
      const std::size_t end = ends[index - first_];
      counter.clear();
      for (std::size_t i = begin; i < end; ++i) {
        counter.add(numbers_of(articles[i]), contexts_.names_[index]);
      }
      use(index, counter.beside(), end - begin);
      begin = end;
    }
  }

 private:
  // An article is read for a name.
  struct Reading {
    std::uint32_t index;  // Of the name.
    std::uint32_t article;
  };

  // Counts names, and forgets as much as it counted.
  class Counter {
   public:
    explicit Counter(std::size_t names) : counts_(names) {}

    void clear() {
      for (const std::uint32_t name : names_) counts_[name] = 0;
      names_.clear();
    }

    void add(std::span<const std::uint32_t> names, std::uint32_t but) {
      for (const std::uint32_t name : names) {
        if (name != but && counts_[name]++ == 0) names_.push_back(name);
      }
    }

    Beside beside() const { return {names_, counts_}; }

   private:
    std::vector<std::uint32_t> names_;
    std::vector<std::uint32_t> counts_;  // By name.
  };

  void add(std::uint32_t name, std::uint64_t hash) {
    const std::uint32_t index = contexts_.indexes_[name];
    if (index < first_ || index >= last_) return;
    const std::size_t articles = contexts_.statistics_.articles(name);
    if (articles > kSample && hash % articles >= kSample) return;
    readings_.push_back({index, static_cast<std::uint32_t>(ends_.size() - 1)});
  }

  std::span<const std::uint32_t> numbers_of(std::uint32_t article) const {
    return std::span(beside_).subspan(ends_[article],
                                      ends_[article + 1] - ends_[article]);
  }

  const Contexts& contexts_;
  std::size_t first_;
  std::size_t last_;
  std::vector<std::uint32_t> numbers_;  // The names of the article.
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> beside_;    // The names of all articles read.
  std::vector<std::size_t> ends_ = {0};  // By article: where its names begin and end.
};

Contexts::Contexts(const NameSource& source, const NameStatistics& statistics,
                   std::span<const ParsedName> parsed, std::vector<std::uint32_t> names,
                   std::vector<NamePair> pairs)
    : statistics_(statistics),
      names_(std::move(names)),
      indexes_(statistics.size(), kNotAsked),
      pairs_(std::move(pairs)),
      together_(pairs_.size()),
      places_(names_.size()) {
  weights_.reserve(parsed.size());
  for (const ParsedName& name : parsed) weights_.push_back(weight_of(name));
  for (std::uint32_t i = 0; i < names_.size(); ++i) indexes_[names_[i]] = i;
  for (std::size_t first = 0; first < names_.size();) {
    std::size_t held = 0;
    std::size_t last = first;
    for (; last < names_.size() && (last == first || held < kMostHeld); ++last) {
      held += std::min(statistics.articles(names_[last]), kSample) * kNamesOfArticle;
    }
    Pass pass(*this, first, last);
    source.for_each_article([&](std::span<const std::uint64_t> ids) { pass.add(ids); });
    pass.finish([this](std::size_t index, const Beside& beside, std::size_t sampled) {
      keep(index, beside, sampled);
    });
    first = last;
  }
}

void Contexts::keep(std::size_t index, const Beside& beside, std::size_t sampled) {
  keep_together(names_[index], beside.counts);
  constexpr std::uint64_t kScale = 1000;
  std::vector<Item> items;
  items.reserve(beside.names.size());
  for (const std::uint32_t name : beside.names) {
    const std::uint64_t weight = beside.counts[name] * kScale * weights_[name];
    items.push_back({name, static_cast<std::uint32_t>(weight / sampled)});
  }
  const auto heavier = [](const Item& a, const Item& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.name < b.name;
  };
  if (items.size() > kMostItems) {
    std::nth_element(items.begin(), items.begin() + kMostItems, items.end(), heavier);
    items.resize(kMostItems);
  }
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.name < b.name; });
  places_[index].begin = static_cast<std::uint32_t>(items_.size());
  items_.insert(items_.end(), items.begin(), items.end());
  places_[index].end = static_cast<std::uint32_t>(items_.size());
}

void Contexts::keep_together(std::uint32_t name,
                             std::span<const std::uint32_t> counts) {
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), NamePair{name, 0});
  for (; pair != pairs_.end() && pair->a == name; ++pair) {
    together_[static_cast<std::size_t>(pair - pairs_.begin())] = counts[pair->b];
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
