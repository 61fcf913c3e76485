// dateline timeline: which days the articles found speak of, and in which words.

#include <dateline/period.h>
#include <dateline/searcher.h>

#include <array>
#include <string>

#include "command.h"
#include "csv_output.h"
#include "query_arguments.h"
#include "search_arguments.h"
#include "text_output.h"
#include "timeline_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostPeriods = 1'000'000;
constexpr std::size_t kMostSentences = 100;

constexpr auto kOptions = joined(
    joined(kQueryOptions, kTimeLimitOption),
    std::array{
        Option{"by", "auto|day|week|month|quarter|year|decade",
               "The periods to count by; auto takes days, months, years or decades"},
        Option{"from", "DATE", "Only what lies on or after it: a day, month or year"},
        Option{"to", "DATE", "Only what lies on or before it"},
        Option{"limit", "N",
               "Quote sentences for the N periods of most articles (10; 0 for all)"},
        Option{"sentences", "N", "Quote N sentences of each (2)"},
        Option{"published", "", "Count by the days on which articles appeared instead"},
        Option{"format", "text|json|csv", "How the result is written"}});

// The days of --from or --to; open where it was not given.
DateRange period_argument(const Arguments& arguments, std::string_view name) {
  const auto text = arguments.value(name);
  if (!text) return {};
  if (const auto period = parse_period(*text)) return *period;
  throw UsageError("'--" + std::string(name) + " " + *text +
                   "' is no date; write one as 2023-03-02, 2023-03, 2023-Q1, 2023 or "
                   "1970s.");
}

TimelineOptions options_of(const Arguments& arguments, const Terminal& terminal) {
  auto options = within_articles(arguments, TimelineOptions{});
  options.unit = parse_calendar_unit(arguments.choice("by"));
  options.published = arguments.has("published");
  options.time_limit = time_limit(arguments);
  options.days = {period_argument(arguments, "from").first,
                  period_argument(arguments, "to").last};
  if (options.days.first && options.days.last &&
      options.days.last < options.days.first) {
    throw UsageError("--from lies after --to.");
  }
  options.told = arguments.number("limit", options.told, 0, kMostPeriods);
  options.sentences =
      arguments.number("sentences", options.sentences, 0, kMostSentences);
  if (arguments.choice("format") != "json") {
    mark_for_people(options.snippet, arguments.choice("format") == "text", terminal);
  }
  return options;
}

int run(const Arguments& arguments, Output& out) {
  const TimelineOptions options = options_of(arguments, out.terminal());
  const AskedQuery asked(arguments);
  const Timeline timeline = asked.searcher().timeline(asked.query(), options);

  const std::string format = arguments.choice("format");
  if (format != "json") asked.report(timeline);
  if (format == "json") {
    out.write(timeline_json(timeline, asked.parsed(), options.published));
  } else if (format == "csv") {
    out.write(timeline_csv(timeline));
  } else {
    out.write(timeline_text(timeline, options.published, out.terminal()));
  }
  return timeline.dated > 0 ? kFound : kNothing;
}

}  // namespace

constinit const Command kTimelineCommand = {
    .name = "timeline",
    .synopsis = "[QUERY...]",
    .operand = Operand::kQuery,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "Show which days the articles found speak of, and in which words",
    .description =
        "Counts, over every article that matches, the days, weeks, months, quarters, "
        "years or decades that their texts mention, gaps kept, and quotes for the most "
        "frequent of them the "
        "sentences that tell best what happened: those with the words and names of the "
        "query and of the title, near the start of the text, and of nearly equal ones "
        "one.\n\n"
        "A date counts where the whole of it lies: 2 March 2023 in that day, that "
        "month "
        "and that year, March 2023 in the month and the year but in no day, the first "
        "quarter in the year alone. What counts in no period shown is listed below "
        "them. The day of what is relative ('on Thursday') is counted only where the "
        "day of publication is known.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
