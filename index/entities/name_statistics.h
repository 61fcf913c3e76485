// Where names stand: what is gathered from an index before names are resolved to
// entities.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::entities {

/// The names of a collection of articles, in whatever order it has them.
class NameSource {
 public:
  using NameVisitor =
      std::function<void(NameKind kind, std::string_view folded, std::size_t articles)>;
  using ArticleVisitor = std::function<void(std::span<const std::uint64_t> name_ids)>;

  virtual ~NameSource() = default;

  /// Every name once, with the number of articles that have it.
  virtual void for_each_name(const NameVisitor& visit) const = 0;

  /// Every article, with the schema::name_id() of each of its names once.
  virtual void for_each_article(const ArticleVisitor& visit) const = 0;
};

/// The names of a source in a fixed order: by kind, then by bytes. Immutable: safe to
/// share between threads.
class NameStatistics {
 public:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  /// Reads all names of `source`, and adds those of `others` that it does not have, as
  /// names in no article.
  explicit NameStatistics(const NameSource& source, std::span<const Name> others = {});

  std::size_t size() const { return kinds_.size(); }
  NameKind kind(std::uint32_t name) const { return kinds_[name]; }
  std::string_view text(std::uint32_t name) const {
    return std::string_view(bytes_).substr(offsets_[name],
                                           offsets_[name + 1] - offsets_[name]);
  }
  std::size_t articles(std::uint32_t name) const { return articles_[name]; }
  Name name(std::uint32_t number) const {
    return {kind(number), std::string(text(number))};
  }

  /// The number of a name; kNone: there is no such name.
  std::uint32_t find(std::uint64_t name_id) const;
  std::uint32_t find(NameKind kind, std::string_view folded) const;

 private:
  NameStatistics() = default;
  void add(NameKind kind, std::string_view text, std::uint32_t articles);
  bool is_behind_last(NameKind kind, std::string_view text) const;
  void sort();
  void index_ids();

  std::string bytes_;
  std::vector<std::uint64_t> offsets_ = {0};
  std::vector<NameKind> kinds_;
  std::vector<std::uint32_t> articles_;
  std::vector<std::uint64_t> ids_;     // By name.
  std::vector<std::uint32_t> places_;  // A hash table of names by id; kNone: free.
};

}  // namespace dateline::entities
