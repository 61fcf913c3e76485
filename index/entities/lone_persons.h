// Lone surnames: whom "Lavrov" means where no full name is near.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "index/entities/clusters.h"
#include "index/entities/contexts.h"
#include "index/entities/name_statistics.h"
#include "index/entities/parsed_name.h"

namespace dateline::entities {

/// The persons who bear each surname. Immutable.
class LonePersons {
 public:
  LonePersons(const NameStatistics& statistics, const NameParser& parser,
              std::span<const ParsedName> parsed);

  /// Calls `visit` with the full names that a weak one could stand for: of its surname,
  /// with its initials.
  void for_each_bearer(std::uint32_t weak,
                       const std::function<void(std::uint32_t)>& visit) const;

  /// Whom a weak name can only mean.
  struct Choice {
    std::uint32_t name = NameStatistics::kNone;  ///< One of the cluster; kNone: nobody.
    std::size_t articles = 0;                    ///< Of its full names.
    std::size_t others = 0;       ///< Of the names of all others who bear the surname.
    double least_similarity = 0;  ///< Contexts this alike are needed besides.
  };

  /// The only cluster that bears the surname, or one ten times as frequent as all
  /// others together; in very like contexts five times.
  Choice choose(std::uint32_t weak, const Clusters& clusters) const;

  /// The names of a cluster whose contexts are compared: the most frequent.
  std::vector<std::uint32_t> spokesmen(const Clusters& clusters,
                                       std::uint32_t name) const;

 private:
  bool fits(const ParsedName& weak, const ParsedName& full) const;

  const NameStatistics& statistics_;
  const NameParser& parser_;
  std::span<const ParsedName> parsed_;
  std::vector<NamePair> bearers_;  // A surname's word and a name, sorted.
};

}  // namespace dateline::entities
