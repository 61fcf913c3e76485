// The names of an index, for resolving them to entities.

#pragma once

#include <xapian.h>

#include <utility>

#include "index/entities/name_statistics.h"

namespace dateline::entities {

/// Reads names from a database, or several opened as one: terms and the slot of names.
/// Lets Xapian's exceptions through; throws Error kCorrupt where a slot is damaged.
class IndexNames : public NameSource {
 public:
  explicit IndexNames(Xapian::Database database) : database_(std::move(database)) {}

  void for_each_name(const NameVisitor& visit) const override;
  void for_each_article(const ArticleVisitor& visit) const override;

 private:
  Xapian::Database database_;
};

}  // namespace dateline::entities
