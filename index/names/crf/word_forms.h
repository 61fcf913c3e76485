// What the letters of a word tell the sequence model.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::names::crf {

/// Whether the word, in lower case, is a small one that stands inside names: "of".
bool is_bridge(std::string_view word);

/// A hash of the bytes as they are.
std::uint32_t exact_hash(std::string_view word);

/// Three bits a sign, runs cut to two: "Aa", "A.A.". What is beyond nine is left out.
std::uint32_t shape_of(std::string_view word);

/// Up to four bytes from `at` on, ASCII letters in lower case, the last one lowest.
std::uint32_t bytes_at(std::string_view word, std::size_t at, std::size_t count);

}  // namespace dateline::names::crf
