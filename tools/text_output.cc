#include "text_output.h"

#include <dateline/fields.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "names_output.h"

namespace dateline::cli {
namespace {

// More problems than this help nobody.
constexpr std::size_t kMostProblems = 8;

// As many names of a hit as fit on its line.
constexpr std::size_t kNamesOfHit = 8;

// Columns that a value beside its label should have.
constexpr std::size_t kLeastCell = 26;

std::string story_count(std::size_t stories) {
  return stories == 1 ? "1 story" : with_commas(stories) + " stories";
}

// The names that an article speaks of most, on one line.
std::string names_line(const std::vector<NameCount>& names, std::size_t indent,
                       const Terminal& terminal) {
  std::vector<NameCount> most = names;
  std::ranges::stable_sort(most, std::greater{}, &NameCount::mentions);
  if (most.size() > kNamesOfHit) most.resize(kNamesOfHit);
  StyledText line;
  std::size_t used = indent;
  for (const NameCount& name : most) {
    const std::string text = printable(name.name.text);
    const std::size_t needed = columns(text) + (line.empty() ? 0 : 2);
    if (used + needed > terminal.width) break;
    used += needed;
    if (!line.empty()) line.push_back({", "});
    line.push_back({text, style_of(name.name.kind)});
  }
  if (line.empty()) return "";
  return std::string(indent, ' ') + on_one_line(line, terminal) + "\n";
}

// "2 copies: AP, 1987-03-02, ap-17; ..."
std::string copies_lines(const Hit& hit, std::size_t indent, const Terminal& terminal) {
  if (hit.copy_count == 0) return "";
  std::string text =
      hit.copy_count == 1 ? "1 copy" : with_commas(hit.copy_count) + " copies";
  std::string_view before = ": ";
  for (const Copy& copy : hit.copies) {
    text += before;
    before = "; ";
    if (!copy.source.empty()) text += copy.source + ", ";
    if (copy.published) text += dateline::to_string(copy.published) + ", ";
    text += copy.id;
  }
  if (hit.copy_count > hit.copies.size()) text += "; …";
  return std::string(indent, ' ') +
         wrap({{text, Style::kDim}}, terminal, {indent, indent + 2});
}

std::string hit_text(const Hit& hit, std::size_t rank_width, const Terminal& terminal) {
  std::string rank = std::to_string(hit.rank);
  rank.insert(0, rank_width - std::min(rank_width, rank.size()), ' ');
  const std::size_t indent = rank_width + 2;
  const std::string margin(indent, ' ');

  const std::string title = hit.title.empty() ? "(no title)" : hit.title;
  std::string text = on_one_line({{rank, Style::kDim}, {"  "}}, terminal);
  text += wrap({{title, Style::kBold}}, terminal, {indent, indent});

  std::string place = hit.source;
  for (const std::string& part : {publication_text(hit.published), hit.id}) {
    place += (place.empty() ? "" : " · ") + part;
  }
  text += margin + wrap({{place, Style::kDim}}, terminal, {indent, indent});
  const std::string snippet =
      wrap(snippet_spans(hit.snippet), terminal, {indent, indent});
  if (!snippet.empty()) text += margin + snippet;
  return text + names_line(hit.names, indent, terminal) +
         copies_lines(hit, indent, terminal);
}

// "38%; both: Antony Blinken, New START; 2023-03-02"
std::string shared_lines(const SimilarArticle& article, std::size_t indent,
                         const Terminal& terminal) {
  std::string names;
  for (const Name& name : article.names) names += ", " + name.text;
  std::string days;
  for (const Date day : article.days) days += ", " + dateline::to_string(day);
  std::string text =
      std::to_string(static_cast<int>(article.hit.score * 100 + .5)) + "% alike";
  for (const std::string& list : {names, days}) {
    if (!list.empty()) text += "; " + list.substr(2);
  }
  return std::string(indent, ' ') +
         wrap({{text, Style::kDim}}, terminal, {indent, indent + 2});
}

std::string summary_line(const Results& results, std::size_t offset,
                         const Terminal& terminal) {
  std::string count = match_count(results.matches);
  const std::size_t stories = results.matches.stories.value_or(0);
  if (results.folded) count = story_count(stories) + " (" + count + ")";
  const std::size_t all = results.folded ? stories : results.matches.count;
  const std::size_t shown = results.hits.size();
  if (shown > 0 && (offset > 0 || shown < all)) {
    std::string places = with_commas(offset + 1);
    if (shown > 1) places += " to " + with_commas(offset + shown);
    count = places + " of " + count;
  }
  if (results.matches.stories && !results.folded) {
    count += " (" + story_count(stories) + ")";
  }
  return summary_text(count, results.reading, terminal);
}

// The longest end of printable text that takes at most `width` columns, with an
// ellipsis where something was cut off.
std::string last_columns(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t used = 1;  // The ellipsis.
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t previous = begin - 1;
    while (previous > 0 && (text[previous] & 0xC0) == 0x80) --previous;
    used += columns(text.substr(previous, begin - previous));
    if (used > width) break;
    begin = previous;
  }
  return "…" + std::string(text.substr(begin));
}

// The part of a query that holds the place of a problem, and carets under it.
std::string caret_lines(std::string_view query, const QueryProblem& problem,
                        const Terminal& terminal) {
  const std::size_t begin = std::min(problem.offset, query.size());
  const std::size_t end = begin + std::min(problem.length, query.size() - begin);
  const std::size_t room = terminal.width - 4;
  const std::string before = last_columns(printable(query.substr(0, begin)), room / 2);
  const std::string place = printable(query.substr(begin, end - begin));
  const std::size_t left = room - columns(before);
  const std::string rest = shortened(place + printable(query.substr(end)), left);
  const std::string carets(std::clamp<std::size_t>(columns(place), 1, left), '^');
  return "  " + before + rest + "\n  " + std::string(columns(before), ' ') +
         on_one_line({{carets, Style::kWarning}}, terminal) + "\n";
}

// The first words of an expansion, and how many more there are.
std::string expansion_text(const ExpandedTerm& term) {
  constexpr std::size_t kShown = 12;
  std::string text;
  const std::size_t shown = std::min(kShown, term.words.size());
  for (std::size_t i = 0; i < shown; ++i) {
    text += (i == 0 ? "" : ", ") + term.words[i];
  }
  const std::size_t more = term.words.size() - shown;
  if (more > 0) text += " and " + with_commas(more) + " more";
  if (term.left_out > 0) text += "; " + with_commas(term.left_out) + " left out";
  return text.empty() ? "none" : text;
}

}  // namespace

std::string match_count(const MatchCount& matches) {
  return (matches.exact ? "" : "at least ") + counted(matches.count, "article");
}

StyledText snippet_spans(std::string_view snippet) {
  StyledText spans;
  Style style = Style::kPlain;
  while (!snippet.empty()) {
    const std::size_t end = std::min(snippet.find_first_of("\1\2"), snippet.size());
    if (end > 0) spans.push_back({std::string(snippet.substr(0, end)), style});
    if (end == snippet.size()) break;
    style = snippet.substr(end, 1) == kMatchBegin ? Style::kMatch : Style::kPlain;
    snippet.remove_prefix(end + 1);
  }
  return spans;
}

void mark_for_people(SnippetOptions& snippet, bool marked, const Terminal& terminal) {
  const bool in_colour = marked && terminal.colour;
  snippet.open = in_colour ? kMatchBegin : "";
  snippet.close = in_colour ? kMatchEnd : "";
  snippet.escape_html = false;
}

std::string summary_text(std::string_view count, std::string_view reading,
                         const Terminal& terminal) {
  constexpr std::size_t kMostLines = 6;
  const std::string shown = shortened(printable(reading), kMostLines * terminal.width);
  return wrap({{std::string(count), Style::kBold}, {": "}, {shown}}, terminal, {0, 2});
}

std::string hits_text(const Results& results, std::size_t offset,
                      const Terminal& terminal) {
  std::string text = summary_line(results, offset, terminal);
  const std::size_t rank_width =
      results.hits.empty() ? 1 : std::to_string(results.hits.back().rank).size();
  for (const Hit& hit : results.hits) {
    text += "\n" + hit_text(hit, rank_width, terminal);
  }
  return text;
}

std::string similar_text(const SimilarArticles& similar, const Terminal& terminal) {
  std::string text;
  const std::size_t rank_width = std::to_string(similar.articles.size()).size();
  for (const SimilarArticle& article : similar.articles) {
    if (!text.empty()) text += "\n";
    text += hit_text(article.hit, rank_width, terminal);
    text += shared_lines(article, rank_width + 2, terminal);
  }
  return text;
}

std::string problems_text(std::string_view query,
                          const std::vector<QueryProblem>& problems,
                          std::string_view label, bool carets,
                          const Terminal& terminal) {
  std::string text;
  for (std::size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
    const StyledText sentence = {{std::string(label) + ": ", Style::kBold},
                                 {problems[i].message}};
    text += wrap(sentence, terminal, {0, 2});
    if (carets && problems[i].length > 0) {
      text += caret_lines(query, problems[i], terminal);
    }
  }
  if (problems.size() > kMostProblems) {
    text += "... and " + with_commas(problems.size() - kMostProblems) + " more\n";
  }
  return text;
}

std::string suggestion_text(const Suggestion& suggestion, const Terminal& terminal) {
  return wrap({{"did you mean: ", Style::kBold},
               {suggestion.query, Style::kMatch},
               {" (" + counted(suggestion.count, "article") + ")"}},
              terminal, {0, 2});
}

std::string any_text(const MatchCount& matches, const Terminal& terminal) {
  const std::string has = matches.count == 1 ? " has" : " have";
  return wrap({{"note: ", Style::kBold},
               {match_count(matches) + has +
                " some of these words; --any shows them, the best match first."}},
              terminal, {0, 2});
}

std::string rows_text(const std::vector<std::pair<std::string, std::string>>& rows,
                      const Terminal& terminal) {
  std::size_t width = 0;
  for (const auto& [label, value] : rows) {
    width = std::max(width, std::min(columns(printable(label)), terminal.width / 2));
  }
  // On a narrow screen a second column would be narrower still.
  const bool is_narrow = terminal.width < width + 4 + kLeastCell;
  const std::size_t indent = is_narrow ? 6 : width + 4;
  std::string text;
  for (const auto& [label, value] : rows) {
    std::string cell = wrap({{value}}, terminal, {indent, indent});
    if (cell.empty()) cell = "\n";
    if (is_narrow) {
      text += "  " + wrap({{label, Style::kDim}}, terminal, {2, 2});
      if (cell != "\n") text += std::string(indent, ' ') + cell;
      continue;
    }
    const std::string shown = shortened(printable(label), width);
    text += "  " + on_one_line({{shown, Style::kDim}}, terminal) +
            std::string(width - columns(shown) + 2, ' ') + cell;
  }
  return text;
}

std::string explanation_text(const Explanation& explanation, const Terminal& terminal) {
  std::string text = rows_text({{"tree", explanation.tree},
                                {"reading", explanation.reading},
                                {"xapian", explanation.xapian_query},
                                {"matches", match_count(explanation.matches)}},
                               terminal);
  if (!explanation.clauses.empty()) {
    text += "\n" + heading("Articles that match each clause alone", terminal);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const ClauseCount& clause : explanation.clauses) {
      rows.emplace_back(with_commas(clause.count), clause.clause);
    }
    text += rows_text(rows, terminal);
  }
  if (!explanation.expansions.empty()) {
    text += "\n" + heading("Words of the index that are searched for", terminal);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const ExpandedTerm& term : explanation.expansions) {
      rows.emplace_back(term.typed, expansion_text(term));
    }
    text += rows_text(rows, terminal);
  }
  if (!explanation.times.empty()) {
    text += "\n" + heading("Time", terminal);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const StageTime& time : explanation.times) {
      char milliseconds[48];
      std::snprintf(milliseconds, sizeof milliseconds, "%.3f ms",
                    time.microseconds / 1000);
      rows.emplace_back(time.stage, milliseconds);
    }
    text += rows_text(rows, terminal);
  }
  return text;
}

std::string info_text(const IndexInfo& info, const Terminal& terminal) {
  std::string days = "no publication day is known";
  if (info.earliest) {
    days =
        dateline::to_string(info.earliest) + " to " + dateline::to_string(info.latest);
  }
  char average[32];
  std::snprintf(average, sizeof average, "%.0f", info.average_words);
  std::string text =
      rows_text({{"index", info.path},
                 {"articles", with_commas(info.articles)},
                 {"words", with_commas(info.words) + ", " + average + " an article"},
                 {"names", with_commas(info.names) + ", of " + entities_count(info)},
                 {"published", days},
                 {"language", info.language},
                 {"size", byte_size(info.bytes)},
                 {"schema", "version " + std::to_string(info.schema_version)},
                 {"written by", "Dateline " + info.dateline_version + ", Xapian " +
                                    info.xapian_version}},
                terminal);
  text += "\n" + heading("Tables", terminal);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const TableSize& table : info.tables) {
    rows.emplace_back(table.table, byte_size(table.bytes));
  }
  text += rows_text(rows, terminal);
  text += "\n" + heading("Fields of a query", terminal);
  rows.clear();
  for (const FieldInfo& field : fields()) {
    const std::string alias =
        field.alias.empty() ? "" : ", " + std::string(field.alias) + ":";
    rows.emplace_back(
        std::string(field.name) + ":" + alias,
        std::string(field.description) + ", as in " + std::string(field.example));
  }
  return text + rows_text(rows, terminal);
}

std::string publication_text(const Publication& published) {
  if (published.date) return dateline::to_string(published.date);
  const std::string after = dateline::to_string(published.not_before);
  const std::string before = dateline::to_string(published.not_after);
  if (!after.empty() && !before.empty()) return "between " + after + " and " + before;
  if (!after.empty()) return "not before " + after;
  if (!before.empty()) return "not after " + before;
  return "no date";
}

}  // namespace dateline::cli
