// What all subjects of `dateline eval` share: how reports are written, and how good
// scores must be.

#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "arguments.h"
#include "output.h"

namespace dateline::cli {

/// Writes reports as they come: as text one after the other, or as one document of JSON
/// at the end.
class ReportWriter {
 public:
  ReportWriter(const Arguments& arguments, Output& out)
      : as_text_(arguments.choice("format") == "text"), out_(out) {}

  bool as_text() const { return as_text_; }
  const Terminal& terminal() const { return out_.terminal(); }

  void write_text(const std::string& text);

  /// Appends to a list of the document.
  void add_json(const std::string& list, nlohmann::ordered_json report);

  /// Throws UsageError where nothing was reported.
  void finish(const std::string& what_is_missing);

 private:
  bool as_text_;
  Output& out_;
  bool any_ = false;
  nlohmann::ordered_json document_ = {{"format_version", 1}};
};

/// --min-f1 as a share; 0 where it was not given. Throws UsageError.
double least_f1(const Arguments& arguments);

/// The line above the tables of a corpus: "--gold DIR: 3 articles, 12 kB, 4.5 MB/s".
/// `counts` are what else was counted, each with ", " behind it. "-" for a speed where
/// no time passed.
std::string corpus_line(const std::string& corpus, std::size_t articles,
                        std::uint64_t bytes, double seconds, const Terminal& terminal,
                        const std::string& counts = "");

}  // namespace dateline::cli
