// Made-up articles: the n-th of a seed is always the same, and can be made alone.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/world.h"

namespace dateline::corpus {

/// What a corpus is made of.
struct CorpusSettings {
  std::uint64_t seed = 1;
  std::uint64_t articles = 100'000;
  std::chrono::sys_days from{};  ///< Days of publication, both included.
  std::chrono::sys_days to{};
  std::uint32_t mean_words = 300;        ///< Of a body.
  std::uint32_t duplicates_percent = 5;  ///< Articles that are edited copies.
};

/// A name where it stands: its kind and whole form, and how it is written there.
struct TrueName {
  std::string_view kind;  ///< "person", "org", "place", "thing".
  std::string name;
  std::string surface;
};

/// A date where it stands, and what it means: "2023-03-02", "2018-12", "2019", and
/// "199" for the 1990s.
struct TrueDate {
  std::string surface;
  std::string value;
};

/// An article, and the truth about it.
struct MadeArticle {
  std::uint64_t number = 0;
  std::string title;
  std::string body;
  std::chrono::sys_seconds published{};
  std::string_view source;
  std::string_view author;
  std::string_view topics[2];  ///< The second may be empty.
  std::optional<std::uint64_t> duplicate_of;
  std::vector<TrueName> names;  ///< In order; title first.
  std::vector<TrueDate> dates;
};

/// The id of an article: "a0000000042".
std::string article_id(std::uint64_t number);

/// "2023-03-02".
std::string iso_day(std::chrono::sys_days day);

/// Makes the articles of one corpus, in order of their publication or in any other.
class ArticleMaker {
 public:
  /// `world` must outlive the maker.
  ArticleMaker(const World& world, const CorpusSettings& settings)
      : world_(world), settings_(settings) {}

  /// Writes article `number` into `article`, whose strings are used again.
  void make(std::uint64_t number, MadeArticle& article) const;

 private:
  bool is_duplicate(std::uint64_t number) const;
  std::optional<std::uint64_t> original_of(std::uint64_t number) const;
  std::chrono::sys_seconds published(std::uint64_t number) const;

  const World& world_;
  CorpusSettings settings_;
};

}  // namespace dateline::corpus
