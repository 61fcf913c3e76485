// dateline search: hits with snippets, facets beside them; or a batch of queries.

#include <dateline/searcher.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "command.h"
#include "csv_output.h"
#include "environment.h"
#include "facets_output.h"
#include "json_output.h"
#include "query_arguments.h"
#include "query_batch.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostBatchBytes = std::size_t{64} << 20;

constexpr auto kOptions = joined(
    joined(joined(kQueryOptions, kRankingOptions),
           joined(joined(kCountingOptions, kLeastOption),
                  joined(kTimeLimitOption, kBriefOption))),
    std::array{
        Option{
            "queries", "FILE",
            "Run each line of a file (- for standard input) as a query, and tell how "
            "long each took; JSON is then one object a line, one for each query and "
            "a summary"},
        Option{"format", "text|json|jsonl|csv", "How the result is written"}});

enum class Format { kText, kJson, kJsonLines, kCsv };

Format format_of(const Arguments& arguments) {
  const std::string format = arguments.choice("format");
  if (format == "json") return Format::kJson;
  if (format == "jsonl") return Format::kJsonLines;
  return format == "csv" ? Format::kCsv : Format::kText;
}

SearchOptions options_of(const Arguments& arguments, Format format,
                         const Terminal& terminal) {
  SearchOptions options = search_options(arguments);
  const bool is_text = format == Format::kText;
  const bool is_table = format == Format::kCsv;
  // What a format does not show need not be worked out.
  if (is_table) options.parts.names = false;
  if (is_table || is_text) options.parts.mentioned = false;
  if (is_text || is_table) {
    mark_for_people(options.snippet, is_text, terminal);
  }
  return options;
}

class Search {
 public:
  Search(const Arguments& arguments, Output& out)
      : out_(out),
        format_(format_of(arguments)),
        batch_(arguments.has("queries")),
        query_options_{.today = today(arguments)},
        options_(options_of(arguments, format_, out.terminal())),
        searcher_(index_path(arguments)) {
    if (format_ == Format::kCsv) {
      out_.write(hits_csv_header(batch_, options_.fold));
    }
  }

  // Writes what is found; whether anything was.
  bool run(std::string_view text) {
    const Clock::time_point begin = Clock::now();
    const ParsedQuery parsed = parse_query(text, query_options_);
    times_.parse = milliseconds_since(begin);
    const Clock::time_point parsed_at = Clock::now();
    const Results results = searcher_.search(parsed.query, options_);
    times_.search = milliseconds_since(parsed_at);
    const bool notes_in_output =
        format_ == Format::kJson || (format_ == Format::kJsonLines && batch_);
    if (!notes_in_output) report(parsed, results);
    write(parsed, results);
    ran_.add(results, times_);
    return results.matches.count > 0;
  }

  // Of all queries that ran: with the results, but where they are a table.
  void write_summary() {
    if (format_ == Format::kText) {
      out_.write("\n" + ran_.text());
    } else if (format_ == Format::kCsv) {
      write_to_stderr(ran_.text());
    } else {
      out_.write(ran_.json());
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  static double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  }

  void report(const ParsedQuery& parsed, const Results& results) const {
    report_problems(parsed, results.notes, results.suggestion);
    const bool found = results.matches.count > 0 || results.suggestion;
    if (!found && !batch_) report_any(searcher_, parsed.query, options_);
  }

  void write(const ParsedQuery& parsed, const Results& results) {
    switch (format_) {
      case Format::kText:
        write_text(parsed, results);
        break;
      case Format::kJson:
        out_.write(results_json(results, parsed, options_.parts, !batch_,
                                batch_ ? &times_ : nullptr));
        break;
      case Format::kJsonLines:
        if (batch_) {
          out_.write(results_json(results, parsed, options_.parts, false, &times_));
        } else {
          for (const Hit& hit : results.hits) out_.write(hit_json(hit, options_.parts));
        }
        break;
      case Format::kCsv: {
        std::optional<std::string> query;
        if (batch_) query = parsed.query.text();
        out_.write(hits_csv(results, query, options_.fold));
        break;
      }
    }
  }

  void write_text(const ParsedQuery& parsed, const Results& results) {
    const Terminal& terminal = out_.terminal();
    if (batch_) {
      if (ran_.queries() > 0) out_.write("\n");
      out_.write(wrap({{"> " + parsed.query.text(), Style::kBold},
                       {" (" + milliseconds(times_.total()) + ")", Style::kDim}},
                      terminal, {0, 2}));
    }
    out_.write(hits_text(results, options_.offset, terminal));
    out_.write(facets_text(results.facets, terminal));
    if (batch_) out_.flush();
  }

  Output& out_;
  Format format_;
  bool batch_;
  QueryTimes times_;  // Of the query that ran last.
  QueryBatch ran_;
  QueryOptions query_options_;
  SearchOptions options_;
  Searcher searcher_;
};

int run_batch(const Arguments& arguments, Search& search) {
  const std::string file = read_input(*arguments.value("queries"), kMostBatchBytes);
  bool found = false;
  for (std::string_view rest = file; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    found = search.run(line) || found;
  }
  search.write_summary();
  return found ? kFound : kNothing;
}

int run(const Arguments& arguments, Output& out) {
  const bool batch = arguments.has("queries");
  if (batch && !arguments.operands().empty()) {
    throw UsageError("Give a query or --queries FILE, not both.");
  }
  if (!batch && arguments.operands().empty()) {
    throw UsageError("Type a query; 'dateline search \"\"' shows every article.");
  }
  Search search(arguments, out);
  if (batch) return run_batch(arguments, search);
  return search.run(arguments.text()) ? kFound : kNothing;
}

}  // namespace

constinit const Command kSearchCommand = {
    .name = "search",
    .synopsis = "QUERY...",
    .operand = Operand::kQuery,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "Find articles",
    .description =
        "Shows the articles that match, the best first, each with the passage that "
        "answers. The words of the query need no quotes of their own, but a shell "
        "takes away quotation marks and parentheses: put a query that has some between "
        "single quotes. An empty query ('') matches every article.\n\n"
        "What could not be understood is shown on standard error with a caret under "
        "it; the rest of the query is run. Where words or names are in no article and "
        "others are near, the query that was perhaps meant is shown.\n\n"
        "After a batch comes a summary: the median time and that which 99 of 100 "
        "queries do not exceed, and a checksum of the results, by which two indexes or "
        "two builds can be compared. It is FNV-1a of 64 bits over a line for each "
        "query: "
        "how many articles match, and the ids of those shown, a blank before each.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
