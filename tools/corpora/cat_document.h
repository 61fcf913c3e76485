// One document of MEANTIME, as the XML of the CAT tool has it.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/corpora/name_phrase.h"
#include "tools/corpora/token_text.h"

namespace dateline::corpora {

/// A phrase that means somebody or something, by the tokens it is anchored to.
struct CatPhrase {
  std::string id;
  std::string syntax;
  std::vector<std::string> tokens{};
};

struct CatEntity {
  std::string type;
  std::string link;
};

/// A TIMEX3, by the tokens it is anchored to; none where nothing in the text says it.
struct CatTime {
  bool is_creation_time = false;
  std::string type;
  std::string value;
  std::string modifier;
  std::vector<std::string> tokens{};
};

/// What a file says, by its own ids: the headline, the day, and four more sentences.
/// Annotators stopped there (Minard et al. 2016).
struct CatDocument {
  std::string name;
  Date published{};
  TokenText text;
  std::vector<std::string> words;
  std::map<std::string, std::size_t> token_by_id;
  std::vector<CatPhrase> phrases;
  std::vector<CatTime> times;
  std::map<std::string, CatEntity> entities;
  std::map<std::string, std::string> entity_of;  ///< By phrase.

  /// The tokens of these ids, where they are a run of the text.
  std::optional<TokenRange> range_of(const std::vector<std::string>& ids) const;
};

/// Throws Error: kNotFound, kIo, kInvalidArgument.
CatDocument read_cat_document(const std::filesystem::path& file);

}  // namespace dateline::corpora
