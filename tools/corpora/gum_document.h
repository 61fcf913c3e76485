// One document of GUM, as its two files have it.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "tools/corpora/token_text.h"

namespace dateline::corpora {

struct GumToken {
  std::string word{};
  std::string tag{};         ///< Part of speech, extended Penn tags: "NP".
  std::string relation{};    ///< To its head, Universal Dependencies: "nmod:desc".
  std::size_t sentence = 0;  ///< From 1.
};

/// A noun phrase: tokens [first, last].
struct GumPhrase {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string type{};   ///< "person".
  std::string link{};   ///< "Charles_Bolden"; "" none.
  std::string chain{};  ///< The same for all phrases that mean the same, by coreference
                        ///< or by their Wikipedia page.
};

/// A date or a time of day: tokens [first, end), and its attributes as TEI has them.
struct GumDate {
  std::size_t first = 0;
  std::size_t end = 0;
  bool is_time = false;
  std::string when{};  ///< "2017-07-18", "--10", "15:11:00".
  std::string from{};  ///< An interval, both ends included.
  std::string to{};
  std::string not_before{};  ///< Bounds of what is not known more exactly.
  std::string not_after{};
};

struct GumDocument {
  std::string name{};
  Date published{};
  std::vector<GumToken> tokens{};
  std::vector<GumPhrase> phrases{};
  std::vector<GumDate> dates{};
};

/// Reads mentions and coreference from `tsv`, parts of speech and dates from `xml`.
/// Throws Error: kNotFound, kIo, and kInvalidArgument where the two do not fit
/// together.
GumDocument read_gum_document(const std::filesystem::path& tsv,
                              const std::filesystem::path& xml);

/// The document's text, a sentence a line, hyphens inside words without blanks.
TokenText running_text(const GumDocument& document);

}  // namespace dateline::corpora
