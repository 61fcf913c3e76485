#include "examples.h"

#include <algorithm>
#include <array>

namespace dateline::cli {
namespace {

// Those of one command stand together.
constexpr std::array kExamples = {
    Example{"index", "dateline index corpus/sample.jsonl corpus/text",
            "Read a file of articles and a folder of them"},
    Example{"index", "gzip -c corpus/sample.jsonl | dateline index - --format json",
            "Read compressed articles from a pipe; the summary is for a program"},
    Example{"search", "dateline search treaty AND place:Geneva --sort newest",
            "Articles about a treaty that name Geneva, the latest first"},
    Example{"search", "dateline search '\"ten minutes\" Lavrov' --fold",
            "A phrase and a word, copies of one text as one hit"},
    Example{"search", "dateline search about:2022-02 --facet person:5,published:month",
            "What speaks of that month, by whom it names and when it appeared"},
    Example{"search",
            "printf 'treaty\\nflood\\n' | dateline search --queries - --format jsonl",
            "A batch of queries, with the time that each takes"},
    Example{"facets", "dateline facets earthquake --by person,place:5",
            "Who and where, over all articles found"},
    Example{"facets", "dateline facets --where source='Open Dispatch' --by topic",
            "The topics of one source"},
    Example{"facets", "dateline facets 'New START' --rank typical",
            "What these articles have more often than all the others"},
    Example{"facets", "dateline facets --by published:quarter,mentioned:decade",
            "When articles appeared, and of which times they tell"},
    Example{"timeline", "dateline timeline 'New START' --by month --limit 3",
            "Which months articles speak of, and in which words"},
    Example{"pairs", "dateline pairs 'New START' --kinds person --rank typical",
            "Which people stand together, the least likely by chance first"},
    Example{"pairs", "dateline pairs --top 0 --format graphml",
            "All pairs of people and organisations as a graph"},
    Example{"export", "dateline export earthquake --format csv --bom",
            "All articles found as a table for a spreadsheet"},
    Example{"export", "dateline export published:2023 --fields id,published,body",
            "Some fields of each as JSON Lines"},
    Example{"names", "dateline names lavrov",
            "Everyone whose name has that word, with all spellings"},
    Example{"names", "dateline names --why 'Sergei Lavrov' 'Sergey Lavrov'",
            "The evidence that both are one"},
    Example{"show", "dateline show delhi-harbour",
            "One article, its names and dates marked"},
    Example{"similar", "dateline similar delhi-neva --fold",
            "What else was written of the event"},
    Example{"explain", "dateline explain 'New START AND person:Lavrov'",
            "Every stage of a query"},
    Example{"info", "dateline info", "What the index holds, and the fields of a query"},
    Example{"check", "dateline check", "Whether the index is whole"},
    Example{"check",
            "dateline check --against corpus/sample.jsonl --against corpus/text",
            "And whether it holds what these files say"},
    Example{"remove", "dateline remove wordle-sold tonga-cable",
            "Two articles, by their ids"},
    Example{"annotate",
            "dateline annotate corpus/text/delhi-aggregator.txt --published 2023-03-02",
            "Names and dates of a text, without an index"},
    Example{"help", "dateline help search", "How one command is used"},
    Example{"help", "dateline help --man search", "The same as a manual page, in roff"},
    Example{"completions", "dateline completions bash",
            "What bash needs; source it as in 'source <(dateline completions bash)'"},
};

}  // namespace

std::span<const Example> examples_of(std::string_view command) {
  const auto is_other = [command](const Example& example) {
    return example.command != command;
  };
  const auto begin = std::ranges::find_if_not(kExamples, is_other);
  return {begin, std::find_if(begin, kExamples.end(), is_other)};
}

}  // namespace dateline::cli
