// What lines of news pages say that are not the report.

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::regions {

/// What a phrase is a sign of. A set of signs is an `or` of these.
enum PhraseSign : std::uint32_t {
  kFurnitureStart = 1u << 0,   ///< "Sign up", at the start of a line.
  kFurnitureInside = 1u << 1,  ///< "all rights reserved", anywhere.
  kFurnitureWhole = 1u << 2,   ///< "Menu", the whole line.
  kRelatedStart = 1u << 3,     ///< "Read also".
  kCreditStart = 1u << 4,      ///< "By".
  kCreditInside = 1u << 5,     ///< "staff writer", anywhere.
  kPictureMark = 1u << 6,      ///< "Photo:", "Picture by".
  kPictureWord = 1u << 7,      ///< "left", "right", "pictured".
  kReferenceInside = 1u << 8,  ///< "et al", "journal of".
  kSourceStart = 1u << 9,      ///< "Source:".
  kAppeal = 1u << 10,          ///< "Have you", "Got a story", "Write to".
  kUpdated = 1u << 11,         ///< "Updated", "Published".
  kReadingTime = 1u << 12,     ///< "min read", "comments".
  kCorrection = 1u << 13,      ///< "Correction", "Clarification".
  kSureCredit = 1u << 14,      ///< "contributed to this report", anywhere.
  kSureRelated = 1u << 15,     ///< "Read also", at the start of a line.
  kSureFurniture = 1u << 16,   ///< "all rights reserved", anywhere.
};
inline constexpr int kPhraseSigns = 17;

/// What the phrases of a line tell.
struct PhraseSigns {
  std::uint32_t signs = 0;
  unsigned menu_words = 0;  ///< Words of menus: "home", "podcasts", "fixtures".
};

/// Looks for all phrases in a line that is short. Linear time.
PhraseSigns find_phrases(std::string_view line);

}  // namespace dateline::regions
