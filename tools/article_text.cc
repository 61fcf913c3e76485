#include "article_text.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text_layout.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

// A stretch of bytes in one style.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Style style = Style::kPlain;
};

// All mentions by place; where a name and a date overlap, the one that begins first.
std::vector<Mark> marks_of(const Annotations& found, std::size_t size) {
  std::vector<Mark> all;
  for (const NameMention& mention : found.names) {
    all.push_back({mention.begin, mention.end, style_of(mention.name.kind)});
  }
  for (const DateMention& mention : found.dates) {
    all.push_back({mention.begin, mention.end, Style::kDate});
  }
  std::ranges::stable_sort(all, std::less{}, &Mark::begin);
  std::vector<Mark> marks;
  std::size_t end = 0;
  for (const Mark& mark : all) {
    if (mark.begin < end || mark.end > size || mark.begin >= mark.end) continue;
    marks.push_back(mark);
    end = mark.end;
  }
  return marks;
}

StyledText styled(std::string_view text, const std::vector<Mark>& marks,
                  std::size_t begin, std::size_t end) {
  StyledText result;
  std::size_t at = begin;
  const auto mark_from =
      std::ranges::lower_bound(marks, begin, std::less_equal{}, &Mark::end);
  for (auto mark = mark_from; mark != marks.end() && mark->begin < end; ++mark) {
    const std::size_t first = std::max(mark->begin, begin);
    const std::size_t last = std::min(mark->end, end);
    if (first > at) result.push_back({std::string(text.substr(at, first - at))});
    result.push_back({std::string(text.substr(first, last - first)), mark->style});
    at = last;
  }
  if (at < end) result.push_back({std::string(text.substr(at, end - at))});
  return result;
}

// Each line of the text is a paragraph, wrapped; empty lines stay, but not in runs.
std::string paragraphs(std::string_view text, const Annotations& found,
                       const Terminal& terminal) {
  const std::vector<Mark> marks = marks_of(found, text.size());
  std::string result;
  bool after_empty = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string lines = wrap(styled(text, marks, begin, end), terminal, {});
    if (!lines.empty() || !after_empty) result += lines.empty() ? "\n" : lines;
    after_empty = lines.empty();
    begin = end + 1;
  }
  return result;
}

// Values in the order of first appearance, and how often each was found.
class Counts {
 public:
  void add(const std::string& value) {
    const auto [known, is_new] = places_.try_emplace(value, counts_.size());
    if (is_new) counts_.emplace_back(value, 0);
    ++counts_[known->second].second;
  }

  // "Antony Blinken (3), Sergey Lavrov": the most frequent first.
  std::string text() const {
    auto counts = counts_;
    std::ranges::stable_sort(counts, std::greater{}, &Count::second);
    std::string line;
    for (const auto& [value, count] : counts) {
      line += (line.empty() ? "" : ", ") + value;
      if (count > 1) line += " (" + std::to_string(count) + ")";
    }
    return line;
  }

 private:
  using Count = std::pair<std::string, std::size_t>;
  std::vector<Count> counts_;
  std::unordered_map<std::string, std::size_t> places_;
};

std::string lists_text(const std::vector<const Annotations*>& all,
                       const Terminal& terminal) {
  std::map<std::string, Counts> lists;
  for (const Annotations* found : all) {
    for (const NameMention& mention : found->names) {
      const std::string kind(to_string(mention.name.kind));
      lists[mention.is_demonym ? "demonym" : kind].add(mention.name.text);
    }
    for (const DateMention& mention : found->dates) {
      if (mention.range.first) lists["date"].add(mention.value);
    }
  }
  std::vector<std::pair<std::string, std::string>> rows;
  for (const char* list : {"person", "org", "place", "thing", "demonym", "date"}) {
    const std::string line = lists[list].text();
    if (!line.empty()) rows.emplace_back(list, line);
  }
  return rows.empty() ? "" : "\n" + rows_text(rows, terminal);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

std::string place_line(const Article& article) {
  std::string line = article.source;
  std::string published = publication_text(article.published);
  if (article.published.date && article.published.origin != DateOrigin::kGiven) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", article.published.confidence);
    published += " (from its " + std::string(to_string(article.published.origin)) +
                 ", " + confidence + ")";
  }
  for (const std::string& part : {published, joined(article.authors),
                                  joined(article.topics), article.id, article.url}) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  }
  return line;
}

// Why the day, or its bounds, are what they are.
std::string evidence_line(const Publication& published, const Terminal& terminal) {
  if (published.reason.empty()) return {};
  return wrap({{printable(published.reason), Style::kDim}}, terminal, {});
}

}  // namespace

std::string article_text(const AnnotatedArticle& found, const Terminal& terminal) {
  const Article& article = found.article;
  const std::string title = article.title.empty() ? "(no title)" : article.title;
  return wrap({{title, Style::kBold}}, terminal, {}) +
         wrap({{place_line(article), Style::kDim}}, terminal, {}) +
         evidence_line(article.published, terminal) + "\n" +
         paragraphs(article.body, found.body, terminal) +
         lists_text({&found.title, &found.body}, terminal);
}

std::string annotated_text(std::string_view text, const Annotations& found,
                           const Terminal& terminal) {
  return paragraphs(text, found, terminal) + lists_text({&found}, terminal);
}

}  // namespace dateline::cli
