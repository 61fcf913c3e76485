#include "index/entities/resolver.h"

#include "index/entities/resolution.h"

namespace dateline::entities {

EntityTable resolve(const NameSource& source, const EntityRules& rules) {
  Resolution resolution(source, rules, {});
  resolution.want_all();
  resolution.run();
  return resolution.table();
}

EntityTable resolve_changed(const NameSource& source, const EntityRules& rules,
                            const EntityTable& before, std::span<const Name> changed) {
  Resolution resolution(source, rules, changed);
  resolution.want_only(changed, before);
  resolution.run();
  return resolution.table();
}

}  // namespace dateline::entities
