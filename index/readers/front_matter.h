// The fields that stand before a Markdown text, as YAML or TOML.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::readers {

struct FrontMatterField {
  std::string key{};
  std::vector<std::string> values{};
  bool is_list = false;
};

struct FrontMatter {
  std::vector<FrontMatterField> fields{};
  std::size_t bytes = 0;  ///< Up to where the text begins.
};

/// Reads what stands between the lines "---" (YAML) or "+++" (TOML) at the start of
/// `text`; nullopt where there is no such block of keys. Scalars, in quotes or not,
/// block scalars and lists of scalars are understood, of lists of maps their "name" or
/// "title"; other values are passed over. `text` is clean UTF-8.
std::optional<FrontMatter> read_front_matter(std::string_view text);

}  // namespace dateline::readers
