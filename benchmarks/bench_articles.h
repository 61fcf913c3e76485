// The texts that benchmarks read.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::bench {

/// The texts of one run.
struct Articles {
  std::vector<std::string> texts;
  std::int64_t bytes = 0;

  void add(std::string text);
};

/// Reads the FILEs behind the options of `argv`: of a Reuters .sgm file the bodies, of
/// any other file pieces of about an article's length, cut at line ends. With no file,
/// text is made up, the same each time. False after a complaint on standard error.
bool read_articles(int argc, char** argv, Articles& articles);

}  // namespace dateline::bench
