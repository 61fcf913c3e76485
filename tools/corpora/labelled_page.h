// An article as a page of lines, of which each is marked: body, caption, furniture ...

#pragma once

#include <dateline/annotate.h>
#include <dateline/date.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// Bytes [begin, end) of a page, without the line break. No blank line.
struct LabelledLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  Region region = Region::kBody;

  friend bool operator==(const LabelledLine&, const LabelledLine&) = default;
};

/// Plain data, UTF-8.
struct LabelledPage {
  std::string id{};    ///< The name of its file.
  std::string text{};  ///< The line of the title, then all others.
  std::string url{};
  std::string source{};
  Date published{};
  std::vector<LabelledLine> lines{};  ///< In order; the first one is the title.

  std::string_view text_of(const LabelledLine& line) const {
    return std::string_view(text).substr(line.begin, line.end - line.begin);
  }
};

/// Reads our own articles below `folder`, or one file. Throws Error: kNotFound, kIo,
/// and kInvalidArgument with the first thing that breaks the format.
std::vector<LabelledPage> read_gold_pages(const std::filesystem::path& folder);

}  // namespace dateline::corpora
