// dateline check: is the index whole, and does it hold what its sources say?

#include <dateline/article_reader.h>
#include <dateline/check.h>
#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "check_output.h"
#include "child_process.h"
#include "command.h"
#include "environment.h"
#include "source_arguments.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr std::size_t kMostSeconds = 1'000'000;

constexpr std::array kOptions = {
    kIndexOption,
    Option{"quick", "", "Only compare every byte with the manifest of the index"},
    Option{"against", "PATH",
           "Also compare the articles with those of a file or folder, or of standard "
           "input for '-'; may be given more than once"},
    kMapOption,
    kRecordSizeOption,
    Option{"published", "DAY",
           "The day of articles that name none, as it was given to 'index'"},
    Option{"patience", "SECONDS",
           "How long a step may show no progress before it counts as damage (120, and "
           "a second for every 5 MB)"},
    Option{"format", "text|json", "How it is written"},
};

std::uint64_t bytes_in(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    std::error_code no_file;
    const auto size = it->file_size(no_file);
    if (!no_file) bytes += size;
  }
  return bytes;
}

seconds patience_with(const std::string& path, const Arguments& arguments) {
  constexpr std::size_t kLeast = 120;
  constexpr std::size_t kBytesASecond = 5'000'000;
  const auto by_size =
      static_cast<std::size_t>(kLeast + bytes_in(path) / kBytesASecond);
  return seconds(arguments.number("patience", by_size, 1, kMostSeconds));
}

// Does `work` where it cannot harm us. Its own failures are told, too.
template <class Work>
ChildOutcome guarded(Work work, seconds patience, bool quiet) {
  return run_in_child(
      [&](const TellPlace& tell) -> std::string {
        try {
          return packed(work(tell));
        } catch (const Error& error) {
          return packed_failure(static_cast<int>(error.code()), error.what());
        }
      },
      patience, quiet);
}

// A child that crashed or hung has met damage.
CheckReport report_of_crash(const ChildOutcome& outcome, std::string_view step,
                            seconds patience) {
  CheckReport report;
  report.problem_count = 1;
  std::string how = "ended before it had finished";
  if (outcome.timed_out) {
    how = "did not go on for " +
          counted(static_cast<std::uint64_t>(patience.count()), "second");
  } else if (outcome.signal != 0) {
    how = "crashed (" + std::string(strsignal(outcome.signal)) + ")";
  }
  report.problems.push_back(
      {outcome.place.empty() ? std::string(step) : outcome.place,
       "Reading it for the step '" + std::string(step) + "' " + how + ".",
       "A search that meets the same place may crash or hang.",
       "Restore the index from a copy, or build it anew from its sources: dateline "
       "index --rebuild PATH..."});
  return report;
}

CheckReport run_step(const std::string& path, CheckStep step, seconds patience) {
  const ChildOutcome outcome = guarded(
      [&](const TellPlace& tell) {
        tell("");
        return check_index(path, step, tell);
      },
      patience, true);
  if (outcome.finished) return unpacked_report(outcome.result);
  return report_of_crash(outcome, to_string(step), patience);
}

class Sources {
 public:
  explicit Sources(const Arguments& arguments)
      : published_(arguments.day("published")),
        reader_(paths(arguments), options(arguments)) {}

  bool next(Article& article) {
    if (!reader_.next(article)) return false;
    if (published_ && !article.published.date) article.published = published_;
    return true;
  }

 private:
  static std::vector<std::string> paths(const Arguments& arguments) {
    auto paths = arguments.values("against");
    require_readable(paths);
    return paths;
  }

  static ArticleReaderOptions options(const Arguments& arguments) {
    ArticleReaderOptions options;
    options.field_names = field_mappings(arguments);
    options.max_record_bytes = record_bytes(arguments);
    options.on_reject = [](const RejectedRecord& record) {
      complain(record.to_string());
    };
    return options;
  }

  Date published_;  // Of articles that name no day; Date{}: none is given.
  ArticleReader reader_;
};

void compare(const Arguments& arguments, seconds patience, CheckResult& result) {
  Sources sources(arguments);
  const ChildOutcome outcome = guarded(
      [&](const TellPlace& tell) {
        return compare_with_sources(
            result.path, [&](Article& article) { return sources.next(article); }, tell);
      },
      patience, false);
  if (!outcome.finished) {
    return result.report.add(report_of_crash(outcome, "against", patience));
  }
  result.sources = unpacked_comparison(outcome.result);
}

// Once there is damage, that a later step cannot even begin follows from it.
template <class Action>
void unless_damaged(CheckResult& result, std::string_view step, Action action) {
  try {
    action();
  } catch (const Error& error) {
    if (!result.has_damage()) throw;
    result.report.notes.push_back("The step '" + std::string(step) +
                                  "' was not done: " + error.what());
  }
}

int run(const Arguments& arguments, Output& out) {
  CheckResult result{.path = index_path(arguments)};
  const seconds patience = patience_with(result.path, arguments);
  for (const CheckStep step : kCheckSteps) {
    if (arguments.has("quick") && step != CheckStep::kFiles) break;
    result.steps.push_back(step);
    unless_damaged(result, to_string(step),
                   [&] { result.report.add(run_step(result.path, step, patience)); });
  }
  if (arguments.has("against")) {
    unless_damaged(result, "against", [&] { compare(arguments, patience, result); });
  }
  out.write(arguments.choice("format") == "json" ? check_json(result)
                                                 : check_text(result, out.terminal()));
  if (result.has_damage() || result.differs()) return kNothing;
  return result.report.was_busy ? kBusy : kFound;
}

}  // namespace

constinit const Command kCheckCommand = {
    .name = "check",
    .synopsis = "",
    .operand = Operand::kNone,
    .min_operands = 0,
    .max_operands = 0,
    .summary = "Look for damage, and for differences from the sources",
    .description =
        "Checks the index in three steps: every byte of its files against the manifest "
        "that was written when it was published; the trees of its tables; and every "
        "article against its checksum, and its terms, places and slots against its "
        "text. The first finds every byte that has changed; of an index that a writer "
        "is changing, or was changing when it was killed, it leaves out what was "
        "written since. Each step runs in a process of its own, so that damage at "
        "which it crashes or hangs is found like any other. Nothing is changed.\n\n"
        "With --against, articles are compared with the files that they came from: "
        "those missing in the index, those that no file has any more, and those with "
        "another title or body. Give the same --map and --published as to 'index'.\n\n"
        "The exit status is 0 where nothing is wrong, 1 where damage or a difference "
        "was found, 2 where the check itself failed, and 75 where a writer was in the "
        "way.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
