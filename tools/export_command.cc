// dateline export: all articles found, for other programs or for another index.

#include <dateline/searcher.h>

#include <array>
#include <string>
#include <vector>

#include "command.h"
#include "export_fields.h"
#include "query_arguments.h"

namespace dateline::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

constexpr auto kOptions = joined(
    kQueryOptions,
    std::array{
        Option{"format", "jsonl|csv",
               "JSON Lines, which 'dateline index' reads, or CSV"},
        Option{"fields", "FIELD,...", "What to write of each article, in this order"},
        Option{"bom", "",
               "Begin CSV with a byte order mark, by which Excel knows that it is "
               "UTF-8"}});

std::vector<const ExportField*> fields_of(const Arguments& arguments, bool csv) {
  if (const auto list = arguments.value("fields")) return choose_export_fields(*list);
  std::vector<const ExportField*> fields;
  for (const ExportField& field : export_fields()) {
    if (csv ? field.in_csv : field.in_json) fields.push_back(&field);
  }
  return fields;
}

int run(const Arguments& arguments, Output& out) {
  const bool csv = arguments.choice("format") == "csv";
  if (arguments.has("bom") && !csv) throw UsageError("--bom is for --format csv only.");
  const auto fields = fields_of(arguments, csv);
  const auto options = within_articles(arguments, ExportOptions{});
  const AskedQuery asked(arguments);
  if (arguments.has("bom")) out.write(kByteOrderMark);
  if (csv) out.write(export_csv_header(fields));
  const ExportSummary summary = asked.searcher().export_articles(
      asked.query(), options, [&](const ExportedArticle& article) {
        out.write(csv ? export_csv(article, fields) : export_json(article, fields));
      });
  asked.report(summary);
  return summary.matches.count > 0 ? kFound : kNothing;
}

}  // namespace

constinit const Command kExportCommand = {
    .name = "export",
    .synopsis = "[QUERY...]",
    .operand = Operand::kQuery,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "Write all articles found as JSON Lines or CSV",
    .description =
        "Writes every article that matches, or every article where no query is given, "
        "in the order in which the index keeps them, which is the same each time until "
        "the index changes. However many they are, few are in memory at a time. All "
        "are of the state that the index had when it began. Where somebody else "
        "commits "
        "so often meanwhile that this state is written over, it ends with exit code "
        "75, "
        "and what it has written is not all: try again.\n\n"
        "Fields: id, title, published (the day, month or year it appeared), "
        "published_from (how that is known: given, url, header, citations, copy or "
        "none), not_before and not_after (bounds where it is not known), source, "
        "authors, url, language, topics, names (those that editors gave, with their "
        "kinds), found_person, found_org, found_place and found_thing (the names in "
        "it, each as the facet value that it is), mentioned (the days, months and "
        "other periods that its text mentions), body.\n\n"
        "JSON Lines have by default id, title, published, published_from, source, "
        "authors, url, language, topics, names and body: 'dateline index' makes of "
        "them an index that gives the same answers. What was found in the text is "
        "found again, and so is a day of publication that was not given.\n\n"
        "CSV has by default what a table has room for: all but names, body and "
        "bounds. It is as RFC 4180 has it; lists are joined by '; ', line breaks in a "
        "text become blanks, and a cell that begins with = + - or @ gets an "
        "apostrophe in front, since spreadsheets would run it as a formula.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
