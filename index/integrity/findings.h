// What the steps of a check have in common: problems in the words of the user.

#pragma once

#include <dateline/check.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dateline::integrity {

/// Collects problems, of each kind so many that a person can still read them.
class Findings {
 public:
  explicit Findings(CheckReport& report) : report_(report) {}

  /// `meaning` is the kind of problem.
  void add(std::string place, std::string what, std::string_view meaning);

 private:
  CheckReport& report_;
  std::map<std::string, std::uint64_t, std::less<>> by_meaning_;
};

/// What damage of a file means for those who search.
std::string_view meaning_of_file(std::string_view name);

inline constexpr std::string_view kTextMeaning =
    "It cannot be shown; searches that find it end with an error.";
inline constexpr std::string_view kSearchMeaning =
    "Searches may miss articles, find wrong ones, or end with an error.";

/// One step each; see CheckStep. They throw Error, and Xapian's exceptions.
CheckReport check_files(const std::string& path, const CheckProgress& progress);
CheckReport check_structure(const std::string& path, const CheckProgress& progress);
CheckReport check_articles(const std::string& path, const CheckProgress& progress);

}  // namespace dateline::integrity
