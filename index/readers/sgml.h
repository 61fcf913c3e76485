// The little of SGML that news collections use: elements that do not nest in their
// like, attributes in double quotes, character entities.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::readers::sgml {

/// Where an element stands in a text; `inside` is a view of it.
struct Element {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view inside{};
};

/// The first <NAME …> … </NAME> of `text`.
std::optional<Element> find_element(std::string_view text, std::string_view name);

/// What stands in it; empty when there is none.
std::string_view inside_of(std::string_view text, std::string_view name);

/// The value of NAME="value" in the tag that begins `record`.
std::string_view attribute(std::string_view record, std::string_view name);

/// Text without entities and without control characters.
std::string decode(std::string_view text);

}  // namespace dateline::readers::sgml
