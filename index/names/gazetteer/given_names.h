// Given names that may be one person's: other spellings of a name, and its short forms.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::names {

/// How two given names are related.
enum class GivenNameMatch : std::uint8_t {
  kNone,       ///< Not known to be the same.
  kShortForm,  ///< "William" and "Bill", "Bill" and "Billy".
  kSpelling,   ///< "Sergei" and "Sergey", "Mohammed" and "Muhammad".
  kSame,       ///< The same letters.
};

/// Compares two given names, folded ("sergei"; index/text/analyzer.h). A pair that can
/// be read in two ways gives the stronger relation. Not transitive: "alex" is short for
/// "alexander" and for "alexis".
GivenNameMatch compare_given_names(std::string_view a, std::string_view b);

/// The groups of given_name_groups.tsv that a folded name is in, in rising order; none
/// for a name that is not listed. The numbers are those of the table's lines: they are
/// for blocking, not for storing.
std::span<const std::uint16_t> given_name_groups(std::string_view folded);

}  // namespace dateline::names
