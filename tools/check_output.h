// What `dateline check` found, for people and for programs.

#pragma once

#include <dateline/check.h>

#include <optional>
#include <string>
#include <vector>

#include "terminal.h"

namespace dateline::cli {

/// All that one run found.
struct CheckResult {
  std::string path;
  std::vector<CheckStep> steps{};
  CheckReport report{};
  std::optional<SourceComparison> sources{};

  bool has_damage() const { return report.problem_count > 0; }
  bool differs() const { return sources && !sources->differences.empty(); }
};

std::string check_text(const CheckResult& result, const Terminal& terminal);
std::string check_json(const CheckResult& result);

/// How a process that does a step tells another what it found, and back. Reading throws
/// Error: that of the step, where it failed.
std::string packed(const CheckReport& report);
std::string packed(const SourceComparison& comparison);
std::string packed_failure(int code, const std::string& message);
CheckReport unpacked_report(const std::string& text);
SourceComparison unpacked_comparison(const std::string& text);

}  // namespace dateline::cli
