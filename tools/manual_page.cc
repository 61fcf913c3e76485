#include <dateline/fields.h>
#include <dateline/version.h>

#include <algorithm>
#include <array>
#include <utility>

#include "examples.h"
#include "help.h"

namespace dateline::cli {
namespace {

// Text that roff prints as it is, quotation marks and hyphens kept for copying.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\\':
        result += "\\e";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '"':
        result += "\\(dq";
        break;
      case '~':
        result += "\\(ti";
        break;
      case '^':
        result += "\\(ha";
        break;
      case '`':
        result += "\\(ga";
        break;
      default:
        result += c;
    }
  }
  return text.starts_with('.') ? "\\&" + result : result;
}

std::string section(std::string_view name) { return ".SH " + std::string(name) + "\n"; }

// The names of commands and pages are in capitals where a page begins.
std::string heading(std::string_view page) {
  std::string title(page);
  for (char& c : title) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return ".TH " + escaped(title) +
         " 1 \"\" \"Dateline " DATELINE_VERSION "\" \"User Commands\"\n";
}

// A term, and under it what it means.
std::string entry(std::string_view term, std::string_view meaning) {
  return ".TP\n.B " + escaped(term) + "\n" + escaped(meaning) + "\n";
}

std::string paragraphs(std::string_view text) {
  std::string result;
  bool is_first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (!is_first) result += ".PP\n";
    is_first = false;
    result += escaped(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return result;
}

std::string page_of(const Command& command) {
  return "dateline-" + std::string(command.name);
}

std::string reference(std::string_view page) { return ".BR " + escaped(page) + " (1)"; }

std::string commands_section() {
  std::string text = section("COMMANDS");
  for (const Command* command : commands()) {
    text += ".TP\n" + reference(page_of(*command)) + "\n" + escaped(command->summary) +
            ".\n";
  }
  return text;
}

std::string query_section() {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14>
      kForms = {
          {{"nuclear treaty",
            "Both words; nearer together ranks higher. Words that are "
            "together a name known to the index are read as that name."},
           {"a AND b, a OR b, NOT a, -a, ( )",
            "As everywhere; operators are capitals. A query of only NOT is all the "
            "others."},
           {"\"arms control\"", "These words in this order."},
           {"\"arms control\"~5", "Within five words, in any order."},
           {"Putin NEAR/10 (treaty OR pact), ADJ/10",
            "Within ten words of each other; ADJ: in this order. The operands are "
            "words, "
            "phrases, patterns, and ORs of them."},
           {"sanction*, organi*ation, wom?n",
            "Words of the index that fit: * is any letters, ? one."},
           {"lavrof~, lavrof~2", "Words one letter off, or two."},
           {"atleast/3:Minsk", "Three times or more."},
           {"=treaty", "The word exactly, not its other forms."},
           {"START",
            "A word in capitals inside a query that is not: that word in capitals."},
           {"person:\"Sergei Lavrov\"", "The person, under every spelling."},
           {"title:(summit OR talks)", "In the title."},
           {"published:2023-02..2023-04, published:2023, published:30d",
            "When it appeared: days, months, years, quarters (2023-Q1), halves "
            "(2023-H1), "
            "ISO weeks (2023-W09), seasons (2022-SU), decades (1970s), ranges of them "
            "open "
            "at either end, and today, yesterday, last-week, last-month or a number of "
            "days."},
           {"about:2018-12",
            "A date mentioned in the text, the same forms. Found is what lies wholly "
            "within: 2 December 2018 and December 2018, but not 2018, nor its last "
            "quarter."}}};
  std::string text = section("QUERIES");
  for (const auto& [form, meaning] : kForms) text += entry(form, meaning);
  text += ".SS Fields\n";
  for (const FieldInfo& field : fields()) {
    std::string names = std::string(field.name) + ":";
    if (!field.alias.empty()) names += ", " + std::string(field.alias) + ":";
    text += entry(names, std::string(field.description) + ", as in " +
                             std::string(field.example));
  }
  return text;
}

// The numbers of query/query_limits.h, of ArticleReaderOptions and of the readers,
// which a test compares.
std::string limits_section() {
  return section("LIMITS") +
         paragraphs(
             "What is beyond these is left out or rejected, and told in a sentence.") +
         entry(
             "A query",
             "16,384 bytes; 500 words, phrases and filters; brackets 50 deep; 8 words "
             "or phrases of one NEAR, which looks 1,000 words far; atleast/10000; ~2; "
             "1,000 words that one with *, ? or ~ stands for, or --expand N, to "
             "100,000. As JSON: 1 MiB, and 200 nodes deep.") +
         entry("An article",
               "16 MiB for a record or a file of plain text, or --record-size SIZE, to "
               "64 MiB; archives 4 within each other; 400 times the size of a packed "
               "file, or 256 MiB, unpacked.") +
         entry("Time", "None, or --time-limit MS: then what was found until then.");
}

std::string exit_section() {
  return section("EXIT STATUS") + entry("0", "Done; what was looked for was found.") +
         entry("1",
               "Nothing was found: no article matches, has the id, or could be read "
               "for the index.") +
         entry("2", "A usage error, or something broke; one line says what.") +
         entry("75", "Another process is writing the index; try again.") +
         entry(
             "130",
             "Ctrl-C stopped 'index' (128 and the number of the signal, for others).") +
         ".PP\n" + paragraphs("A reader that closes the pipe early is no error.");
}

std::string surroundings() {
  return section("ENVIRONMENT") +
         entry("DATELINE_INDEX", "The index to use where --index is not given.") +
         entry("XDG_DATA_HOME", "Where the index lies otherwise; see FILES.") +
         entry("DATELINE_PAGER, PAGER",
               "What is longer than the terminal's screen goes through this command, "
               "run by the shell; the first of the two that is set counts, and less "
               "-FRX where neither is and less is there. Empty or cat: no pager.") +
         entry("NO_COLOR", "Where set and not empty, no colours are used.") +
         entry("CLICOLOR, CLICOLOR_FORCE",
               "CLICOLOR=0: no colours. CLICOLOR_FORCE, neither empty nor 0: colours "
               "even where no terminal is.") +
         entry("COLUMNS",
               "How wide lines may be, from 24 to 120; otherwise as wide as "
               "the terminal, and 80 where there is none.") +
         section("FILES") +
         entry("$XDG_DATA_HOME/dateline/index, ~/.local/share/dateline/index",
               "The index where neither --index nor DATELINE_INDEX names another.");
}

std::string options_section(const Command& command) {
  std::string text = section("OPTIONS");
  for (const auto options : {command.options, common_options()}) {
    for (const Option& option : options) {
      text += entry(usage_of(option), description_of(option) + ".");
    }
  }
  return text;
}

std::string examples_section(const Command& command) {
  const auto examples = examples_of(command.name);
  if (examples.empty()) return "";
  std::string text = section("EXAMPLES");
  for (const Example& example : examples) {
    text += ".TP\n.B " + escaped(example.line) + "\n" + escaped(example.says) + ".\n";
  }
  return text;
}

}  // namespace

std::string manual_page() {
  std::string others;
  for (const Command* command : commands())
    others += reference(page_of(*command)) + ",\n";
  return heading("dateline") + section("NAME") +
         "dateline \\- full\\-text search for news: who, where and when\n" +
         section("SYNOPSIS") +
         ".B dateline\n.I COMMAND\n[\\fB\\-\\-index\\fR \\fIDIR\\fR] ...\n" +
         section("DESCRIPTION") +
         paragraphs(
             "Dateline indexes news articles and answers queries over their words, the "
             "people, organisations, places and things they name, and the dates they "
             "were published on or speak of.\n\n"
             "Data goes to standard output, all else to standard error. Every JSON "
             "object has a \"format_version\"; within a version keys are only added. "
             "Options are long ones only, since a query may begin with '-'; what comes "
             "after a lone '--' is no option.") +
         commands_section() + query_section() + limits_section() + exit_section() +
         surroundings() + section("SEE ALSO") + others +
         ".BR xapian\\-delve (1),\n.BR xapian\\-check (1)\n";
}

std::string manual_page(const Command& command) {
  return heading(page_of(command)) + section("NAME") + escaped(page_of(command)) +
         " \\- " + escaped(command.summary) + "\n" + section("SYNOPSIS") +
         ".B dateline " + escaped(command.name) + "\n" + escaped(command.synopsis) +
         (command.synopsis.empty() ? "" : "\n") + "[\\fIOPTION\\fR]...\n" +
         section("DESCRIPTION") + paragraphs(command.description) +
         options_section(command) + examples_section(command) + exit_section() +
         section("SEE ALSO") + reference("dateline") +
         ", for queries, environment and files\n";
}

}  // namespace dateline::cli
