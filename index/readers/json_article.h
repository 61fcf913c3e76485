// One JSON object to one article.

#pragma once

#include <dateline/article.h>
#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "index/readers/record_fields.h"

namespace dateline::readers {

/// What reading a record gave besides the article.
struct JsonOutcome {
  std::optional<std::string> rejected{};  ///< Why it is no article.
  std::vector<std::string> not_read{};    ///< Fields left out; the article is good.
};

/// Fills `article` from `value`. Fields that mean nothing to an article are ignored.
JsonOutcome read_json_article(simdjson::dom::element value, const FieldNames& names,
                              Article& article);

}  // namespace dateline::readers
