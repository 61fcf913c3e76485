#include "query/name_pattern.h"

#include <cstddef>

#include "index/text/analyzer.h"
#include "query/name_list.h"

namespace dateline {
namespace {

// After each mismatch the last `*` takes one byte more.
bool fits_glob(std::string_view pattern, std::string_view name) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t p = 0;
  std::size_t star = kNone;
  std::size_t taken = 0;
  for (std::size_t n = 0; n < name.size();) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != kNone) {
      p = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

NamePattern::NamePattern(std::string_view text)
    : text_(text::fold(text)), is_glob_(text_.find_first_of("*?") != text_.npos) {}

bool NamePattern::fits(std::string_view name) const {
  if (text_.empty()) return true;
  return is_glob_ ? fits_glob(text_, name) : has_words(name, text_);
}

}  // namespace dateline
