// How large a query may be: every bound of the language in one place. What is beyond is
// left out and told in a sentence, so that no text costs more than these allow.

#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::query {

/// Bytes of text that are read.
inline constexpr std::size_t kMaxBytes = std::size_t{16} << 10;

/// Words, phrases and filters.
inline constexpr std::size_t kMaxLeaves = 500;

/// Brackets within brackets.
inline constexpr std::size_t kMaxDepth = 50;

/// Of a query as JSON: bytes, and nodes within nodes.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxJsonDepth = 200;

/// Problems that are listed one by one.
inline constexpr std::size_t kMaxProblems = 20;

/// Words between which NEAR, ADJ and "…"~n look: no more than the gap that parts title
/// and body (schema::kTitleGap), so that no match can reach across it.
inline constexpr std::uint32_t kMaxDistance = 1000;

/// What NEAR and ADJ mean without a number.
inline constexpr std::uint32_t kDefaultDistance = 10;

/// Operands of one NEAR, words of one "…"~n: every order of them is tried.
inline constexpr std::size_t kMaxNearOperands = 8;

/// Of atleast/n.
inline constexpr std::uint32_t kMaxTimes = 10'000;

/// Of word~n.
inline constexpr std::uint32_t kMaxEdits = 2;

/// Words of an index that one pattern or one inexact word stands for, the most
/// frequent.
inline constexpr std::size_t kMaxExpansions = 1000;

/// The same where a caller asks for more: each is a list of articles to read.
inline constexpr std::size_t kMostExpansions = 100'000;

}  // namespace dateline::query
