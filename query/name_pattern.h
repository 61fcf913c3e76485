// What a person types to pick names out of a list.

#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Words that stand side by side in a name, or, with `*` or `?`, the whole of a name.
class NamePattern {
 public:
  /// `text` as typed; folded here.
  explicit NamePattern(std::string_view text);

  /// Without letters: every name fits.
  bool empty() const { return text_.empty(); }

  /// Whether it has `*` or `?`.
  bool is_glob() const { return is_glob_; }

  /// Whether a folded name fits. Time is linear in the name times the pattern at worst.
  bool fits(std::string_view name) const;

 private:
  std::string text_;
  bool is_glob_ = false;
};

}  // namespace dateline
