// One run of the resolver; see resolver.h for what it does.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/entities/blocks.h"
#include "index/entities/clusters.h"
#include "index/entities/contexts.h"
#include "index/entities/entity_rules.h"
#include "index/entities/entity_table.h"
#include "index/entities/evidence.h"
#include "index/entities/lone_persons.h"
#include "index/entities/name_statistics.h"

namespace dateline::entities {

/// The names of a source on their way to entities. The steps are called in the order in
/// which they stand here.
class Resolution {
 public:
  /// Reads the names of `source`, `others` too where it does not have them. Both
  /// arguments must outlive the object.
  Resolution(const NameSource& source, const EntityRules& rules,
             std::span<const Name> others);

  /// All names are to be resolved.
  void want_all();

  /// Those are to be resolved that some of `seeds` may have an influence on; of the
  /// others all is as `before`.
  void want_only(std::span<const Name> seeds, const EntityTable& before);

  /// Those are to be resolved that have an influence on `seeds`, and nothing is known
  /// of the others.
  void want_around(std::span<const Name> seeds);

  /// Brings together what is one by rules, then full names, then lone ones.
  void run();

  EntityTable table() const;

  // What came of it, for explanations.
  std::uint32_t find(NameKind kind, std::string_view folded) const;
  bool are_one(std::uint32_t a, std::uint32_t b) const;
  bool exists(std::uint32_t name) const { return exists_[name]; }
  const NameStatistics& names() const { return names_; }

  /// The names by way of which two names of one entity came together: both, and those
  /// between. Empty: they are not one.
  std::vector<std::uint32_t> way(std::uint32_t a, std::uint32_t b) const;

  /// What speaks for and against two names, in the order in which it is weighed.
  Comparison weigh_pair(std::uint32_t a, std::uint32_t b,
                        std::vector<Evidence>* log) const;

 private:
  struct Edge {
    int points;
    std::size_t articles;  // Of the rarer.
    NamePair pair;
  };
  struct LoneLink {
    std::uint32_t weak;
    std::vector<std::uint32_t> spokesmen;
    double least_similarity;
  };

  void parse_all();
  Comparison weigh_lone(std::uint32_t weak, std::uint32_t full, const Company& company,
                        std::vector<Evidence>* log) const;
  std::vector<bool> closure(std::span<const std::uint32_t> seeds) const;
  bool may_be_one(std::uint32_t a, std::uint32_t b) const;
  void keep_group(std::span<const std::string_view> names, NameKind kind);
  void unite_by_rules();
  void unite_full_names();
  void unite_lone_persons();
  bool is_wanted_lone(std::uint32_t name) const;
  bool is_unresolved_lone(std::uint32_t name) const;
  std::vector<LoneLink> lone_links() const;
  bool are_compatible(std::uint32_t a, std::uint32_t b) const;
  bool is_hidden(std::uint32_t name) const;
  EntityGroup group_of(std::span<const std::uint32_t> members) const;
  bool is_well_formed(std::uint32_t name) const;
  void unite(std::uint32_t a, std::uint32_t b);

  const NameSource& source_;
  const EntityRules& rules_;
  NameStatistics names_;
  NameParser parser_;
  std::vector<ParsedName> parsed_;  // By name.
  std::vector<bool> exists_;        // By name: some article has it.
  std::vector<bool> split_;         // By name: a rule has it stand alone.
  std::vector<bool> linked_;        // By name: a rule merges it.
  std::vector<NamePair> links_;     // Of rules.
  std::optional<Blocks> blocks_;
  std::optional<LonePersons> lone_;
  std::vector<bool> wanted_;         // By name.
  std::vector<NamePair> kept_lone_;  // Lone names and whose they are, as before.
  Clusters clusters_;
  std::vector<NamePair> united_;  // In the order of uniting.
};

}  // namespace dateline::entities
