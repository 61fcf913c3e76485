// dateline eval: scores against labelled articles.

#include <array>
#include <string>
#include <string_view>

#include "command.h"
#include "corpus_arguments.h"
#include "eval_dates.h"
#include "eval_duplicates.h"
#include "eval_links.h"
#include "eval_names.h"
#include "eval_published.h"
#include "eval_regions.h"
#include "name_finder_arguments.h"

namespace dateline::cli {
namespace {

constexpr std::array kOwnOptions = {
    Option{"timeml", "DIR",
           "For 'dates': TimeML with its TIMEX3 tags, as TimeBank and TempEval-3 have "
           "it"},
    Option{
        "half", "all|develop|check",
        "For 'dates': only those articles whose file's name has an even (develop) or "
        "an odd 64-bit FNV-1a hash (check)"},
    Option{"files", "DIR",
           "For 'published': files of articles, and 'days.tsv' beside them: a line "
           "FILE, a tab, YYYY-MM-DD for each article"},
    Option{"dated", "PATH",
           "For 'published': articles in any format that tell their day, which is "
           "hidden"},
    Option{"seed", "N", "For 'duplicates': which copies are made (1)"},
    Option{"reuters", "DIR",
           "For 'names': articles with names that editors gave, such as Reuters-21578"},
    Option{"pairs", "FILE",
           "For 'links': pairs of names that are the same or not, as "
           "corpus/gold/name_pairs.tsv has them"},
    Option{"cross-validate", "N",
           "For 'names': score each of N parts of a corpus with a model trained on its "
           "other parts"},
    kNameModelOption,
    kNameListOption,
    Option{"errors", "", "Print every place where labels and what was found differ"},
    Option{"min-f1", "X",
           "Fail (exit code 1) where F1 of all mentions, of values of dates, or of "
           "lines of the article is below X, such as 0.80"},
    Option{"format", "text|json", "How scores are written"},
};

constexpr auto kOptions = joined(kCorpusOptions, kOwnOptions);

struct Subject {
  std::string_view name;
  int (*eval)(const Arguments& arguments, Output& out);
};

constexpr std::array kSubjects = {
    Subject{"names", eval_names},         Subject{"links", eval_links},
    Subject{"dates", eval_dates},         Subject{"regions", eval_regions},
    Subject{"published", eval_published}, Subject{"duplicates", eval_duplicates},
};

std::string subject_names() {
  std::string names;
  for (std::size_t i = 0; i < kSubjects.size(); ++i) {
    if (i > 0) names += i + 1 == kSubjects.size() ? " or " : ", ";
    names += "'" + std::string(kSubjects[i].name) + "'";
  }
  return names;
}

int run(const Arguments& arguments, Output& out) {
  const std::string& what = arguments.operands().front();
  for (const Subject& subject : kSubjects) {
    if (what == subject.name) return subject.eval(arguments, out);
  }
  throw UsageError("What is scored is " + subject_names() + ", not '" + what + "'.");
}

}  // namespace

constinit const Command kEvalCommand = {
    .name = "eval",
    .synopsis = "names|links|dates|regions|published|duplicates",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Score what the library finds against labelled articles",
    .description =
        "'eval names' finds the names of labelled articles and counts which are right. "
        "A mention is right when span and kind are the label's: CoNLL-2003's measure, "
        "by "
        "tokens where the corpus has tokens, else by bytes. Demonyms ('Russian') are "
        "rows of their own, or things where the corpus has them among these.\n\n"
        "Facets are the distinct names of an article that its facets show. Where "
        "labels "
        "say who is meant, a name that was found is right if at least half of its "
        "mentions overlap those of one entity of its kind, and no other name has that "
        "entity; elsewhere surfaces are compared, without regard to case. The second "
        "table counts only those with two mentions or more, found and labelled. The "
        "third asks whether they are there at all: precision is of names found twice "
        "or more, right when labelled at all; recall of names labelled twice or more, "
        "met when found at all.\n\n"
        "With --reuters, names found in the text alone are compared with those that "
        "editors gave. They come from a closed list and tell what an article is about, "
        "so only found names of that list are judged, and names that a text has "
        "without "
        "being about them count as wrong. The second table leaves out given names "
        "whose "
        "last word the text does not have.\n\n"
        "'eval links' takes the labels of mentions and asks who is meant: inside each "
        "article (B-cubed, MUC, entity-based CEAF); the same with the mentions that "
        "are "
        "found, where one that is not exactly a label is wrong; and across articles "
        "(B-cubed over pairs of an article and a name), by an index that is made for "
        "it "
        "in the system's folder for temporary files. With --pairs, each name is put "
        "into an article with the names beside it, and precision and recall are those "
        "of "
        "pairs that are linked; the last row leaves out pairs that are written alike."
        "\n\n"
        "'eval dates' reads the title and the body of labelled articles as running "
        "text, with the day of publication that the corpus tells, and counts as "
        "TempEval-3 does: a date is found when it overlaps a label (relaxed), begins "
        "and ends with it (strict), and then may have its type, its value, and its "
        "modifier; F1 of values is over all labels and all that was found. By type, "
        "both must be of it. Values of an article are the distinct ones of its dates "
        "(no times, durations or sets) that name a day, week, month, season, year and "
        "so on; 'as facets' has them as an index counts them: a time of a day is the "
        "day, week 2000-W8 is 2000-W08, decade 196X is 196. "
        "Of GUM, the genres news and interview are read; it marks no durations "
        "and no sets, so none are judged there. Of MEANTIME, only the sentences that "
        "its annotators read. Our own articles have a second set of tables, without "
        "furniture, references and related lines.\n\n"
        "'eval regions' writes our own articles as plain text, the title and every "
        "line, reads them as 'index' would, and compares what each line is taken for "
        "with its label. Lines of the article are title, subheads, body, lists and "
        "captions; the others are credits, references, related links and furniture.\n\n"
        "'eval published' looks for the day of publication where it is not told: in "
        "our own articles as plain text, in articles whose day is hidden, or in files "
        "as they are. Of days, those said are right or wrong, and all articles are to "
        "be found; of bounds, right are those that the day lies within, among the "
        "articles of which no day was said.\n\n"
        "'eval duplicates' makes edited copies of our own articles: cut, partly "
        "replaced by other text, with furniture, within a longer article. It tells of "
        "each edit how many copies are found as such of their originals, and how many "
        "of all pairs that are found are of one article.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
