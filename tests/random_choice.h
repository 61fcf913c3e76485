// What the generators of articles and of questions share.

#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace dateline::oracle {

inline std::size_t below(std::mt19937& random, std::size_t end) {
  return random() % end;
}

inline bool one_in(std::mt19937& random, std::size_t n) {
  return below(random, n) == 0;
}

template <class T>
const T& any_of(const std::vector<T>& values, std::mt19937& random) {
  return values[below(random, values.size())];
}

/// ASCII letters in the other case.
inline std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

inline std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

}  // namespace dateline::oracle
