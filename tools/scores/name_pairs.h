// Pairs of names of which it is known whether they are one entity.

#pragma once

#include <dateline/name.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tools/scores/tally.h"

namespace dateline::scores {

/// A line of the file: "part kind verdict name name context context", with tabs. The
/// part is any word; the verdict "same" or "different"; a context is the names that
/// stand in the article with the name, with "; " between. '#' begins a comment line.
struct NamePair {
  std::string part;
  NameKind kind = NameKind::kPerson;
  bool same = false;
  std::string a, b;
  std::vector<std::string> context_a, context_b;
};

/// Throws Error: kNotFound, kIo, kInvalidArgument with the line that is wrong.
std::vector<NamePair> read_name_pairs(const std::filesystem::path& file);

/// Whether the two are written alike, but for case and accents: Georgia and Georgia. To
/// an index they are one name.
bool is_homonym(const NamePair& pair);

/// Whether the library links the two names of each pair, in their order. Each name is
/// given to an article together with its context, and articles of many pairs share an
/// index: but no two pairs that have alike words, so that each is decided for itself.
/// Throws Error.
std::vector<bool> linked_pairs(const std::vector<NamePair>& pairs);

}  // namespace dateline::scores
