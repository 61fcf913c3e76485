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
#include "query_batch.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostHits = 100'000;
constexpr std::size_t kMostBatchBytes = std::size_t{64} << 20;

constexpr std::array kOptions = {
    kIndexOption,
    Option{"limit", "N", "Show at most N articles (10)"},
    Option{"offset", "N", "Leave out the first N articles"},
    Option{"sort", "relevance|newest|oldest", "Which articles come first"},
    kRecencyOption,
    kAnyOption,
    Option{"facet", "KIND[:N],...",
           "Count the values of these kinds over all articles found, and show the top "
           "N of each (10, of dates 31; 0 for all), as in person,published:month:12"},
    kCountOption,
    Option{"fold", "",
           "Show an article and its copies as one: the earliest of those found, the "
           "others named under it"},
    kWhereOption,
    Option{
        "queries", "FILE",
        "Run each line of a file (- for standard input) as a query, and tell how long "
        "each took; JSON is then one object a line, one for each query and a "
        "summary"},
    kTodayOption,
    Option{"format", "text|json|jsonl|csv", "How the result is written"},
};

enum class Format { kText, kJson, kJsonLines, kCsv };

Format format_of(const Arguments& arguments) {
  const std::string format = arguments.choice("format");
  if (format == "json") return Format::kJson;
  if (format == "jsonl") return Format::kJsonLines;
  return format == "csv" ? Format::kCsv : Format::kText;
}

// How snippets are marked: for programs in HTML, for people in colour or not at all.
SnippetOptions snippet_options(Format format, const Terminal& terminal) {
  SnippetOptions snippet;
  if (format == Format::kJson || format == Format::kJsonLines) return snippet;
  const bool marked = format == Format::kText && terminal.colour;
  snippet.open = marked ? kMatchBegin : "";
  snippet.close = marked ? kMatchEnd : "";
  snippet.escape_html = false;
  return snippet;
}

SearchRequest request_of(const Arguments& arguments, Format format,
                         const Terminal& terminal) {
  SearchRequest request;
  request.options.limit = arguments.number("limit", 10, 0, kMostHits);
  request.options.offset = arguments.number("offset", 0, 0, 1'000'000'000);
  const std::string sort = arguments.choice("sort");
  request.options.sort = sort == "newest"   ? SortOrder::kNewest
                         : sort == "oldest" ? SortOrder::kOldest
                                            : SortOrder::kRelevance;
  request.options.recency = recency(arguments);
  request.options.any = arguments.has("any");
  request.options.fold = arguments.has("fold");
  request.options.facet_unit = facet_unit(arguments);
  request.options.where = where_filters(arguments);
  request.options.snippet = snippet_options(format, terminal);
  for (const std::string& kinds : arguments.values("facet")) {
    const auto facets = parse_facets(kinds);
    request.facets.insert(request.facets.end(), facets.begin(), facets.end());
  }
  return request;
}

class Search {
 public:
  Search(const Arguments& arguments, Output& out)
      : out_(out),
        format_(format_of(arguments)),
        batch_(arguments.has("queries")),
        query_options_{.today = today(arguments)},
        request_(request_of(arguments, format_, out.terminal())),
        searcher_(index_path(arguments)) {
    if (format_ == Format::kCsv) {
      out_.write(hits_csv_header(batch_, request_.options.fold));
    }
  }

  // Writes what is found; whether anything was.
  bool run(std::string_view text) {
    const Clock::time_point begin = Clock::now();
    const ParsedQuery parsed = parse_query(text, query_options_);
    times_.parse = milliseconds_since(begin);
    const Clock::time_point parsed_at = Clock::now();
    const Results results = run_search(searcher_, parsed.query, request_);
    times_.search = milliseconds_since(parsed_at);
    const bool notes_in_output =
        format_ == Format::kJson || (format_ == Format::kJsonLines && batch_);
    if (!notes_in_output) report_problems(parsed, results);
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

  void write(const ParsedQuery& parsed, const Results& results) {
    switch (format_) {
      case Format::kText:
        write_text(parsed, results);
        break;
      case Format::kJson:
        out_.write(
            results_json(results, parsed, true, !batch_, batch_ ? &times_ : nullptr));
        break;
      case Format::kJsonLines:
        if (batch_) {
          out_.write(results_json(results, parsed, true, false, &times_));
        } else {
          for (const Hit& hit : results.hits) out_.write(hit_json(hit));
        }
        break;
      case Format::kCsv: {
        std::optional<std::string> query;
        if (batch_) query = parsed.query.text();
        out_.write(hits_csv(results, query, request_.options.fold));
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
    out_.write(hits_text(results, request_.options.offset, terminal));
    out_.write(facets_text(results.facets, terminal));
    if (batch_) out_.flush();
  }

  Output& out_;
  Format format_;
  bool batch_;
  QueryTimes times_;  // Of the query that ran last.
  QueryBatch ran_;
  QueryOptions query_options_;
  SearchRequest request_;
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
