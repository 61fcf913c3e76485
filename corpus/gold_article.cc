#include "corpus/gold_article.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "corpus/gold_words.h"

namespace dateline::corpus {
namespace {

using std::string_view;

template <typename Enum, std::size_t N>
std::optional<Enum> parse_word(string_view word, const string_view (&words)[N]) {
  const auto found = std::find(std::begin(words), std::end(words), word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(words));
}

bool is_key(string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// "2023-03-02"; not ok() for anything else.
std::chrono::year_month_day parse_day(string_view text) {
  const auto timex = parse_timex(text);
  if (!timex || timex->type != TimexType::date || !timex->modifier.empty()) return {};
  const auto points = points_of(*timex);
  if (points.size() != 1 || points[0].day == 0) return {};
  return std::chrono::year(points[0].year) / std::chrono::month(points[0].month) /
         std::chrono::day(points[0].day);
}

/// Reads one file from the first line to the last.
class Reader {
 public:
  Reader(std::string file, std::vector<GoldProblem>& problems) : problems_(problems) {
    article_.file = std::move(file);
    article_.language = "en";
  }

  GoldArticle read(string_view text) {
    const bool ended = text.ends_with('\n');
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      ++line_;
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!ended) problem("The file does not end in a newline.");
    check_whole();
    return std::move(article_);
  }

 private:
  enum class Part { header, entities, text };

  void problem(std::string sentence) { problem_at(line_, std::move(sentence)); }

  void problem_at(std::size_t line, std::string sentence) {
    problems_.push_back(
        {article_.file, std::max<std::size_t>(line, 1), std::move(sentence)});
  }

  void read_line(string_view line) {
    if (!is_clean_text(line)) {
      problem("The line is not UTF-8 or has a control character.");
    }
    if (line.ends_with(' ')) problem("The line ends in a blank.");
    if (part_ == Part::entities && line.starts_with("  ")) {
      read_entity(line.substr(2));
    } else if (part_ == Part::text) {
      read_text_line(line);
    } else {
      read_header_line(line);
    }
  }

  void read_header_line(string_view line) {
    const auto colon = line.find(':');
    if (colon == string_view::npos) {
      problem("A header line is `field: value`.");
      return;
    }
    const std::string field(line.substr(0, colon));
    const string_view value = trimmed(line.substr(colon + 1));
    if (!header_lines_.emplace(field, line_).second) {
      problem("The field " + in_quotes(field) + " stands twice.");
    }
    if (field == "entities" || field == "text") {
      if (!value.empty()) problem("Nothing follows on the line of `" + field + ":`.");
      part_ = field == "text" ? Part::text : Part::entities;
    } else if (part_ == Part::entities) {
      problem("Behind `entities:` stand entities, then `text:`.");
    } else {
      read_field(field, value);
    }
  }

  void read_field(string_view field, string_view value) {
    const std::pair<string_view, std::string*> texts[] = {
        {"source", &article_.source},
        {"topic", &article_.topic},
        {"manner", &article_.manner},
        {"language", &article_.language},
        {"url", &article_.url}};
    if (value.empty()) problem("The field " + in_quotes(field) + " has no value.");
    for (const auto& [name, target] : texts) {
      if (field == name) {
        *target = value;
        return;
      }
    }
    if (field == "author") {
      article_.authors = split_list(value);
    } else if (field == "published") {
      article_.published = parse_day(value);
      if (!article_.published.ok()) problem("`published` is a day, YYYY-MM-DD.");
    } else if (field == "unmarked") {
      article_.unmarked = {split_list(value), line_};
    } else if (field == "shared") {
      article_.shared = {split_list(value), line_};
    } else {
      problem("There is no field " + in_quotes(field) + ".");
    }
  }

  void read_entity(string_view line) {
    const auto equals = line.find(" = ");
    const auto colon = line.find(": ", equals == string_view::npos ? 0 : equals);
    if (equals == string_view::npos || colon == string_view::npos) {
      problem("An entity is `  KEY = KIND: CANONICAL NAME`.");
      return;
    }
    const std::string key(line.substr(0, equals));
    const string_view kind_word = line.substr(equals + 3, colon - equals - 3);
    const auto kind = parse_word<GoldKind>(kind_word, kGoldKinds);
    const std::string name(line.substr(colon + 2));
    if (!is_key(key))
      problem("The key " + in_quotes(key) + " is not of a-z, 0-9 and -.");
    if (!kind) problem("There is no kind " + in_quotes(kind_word) + ".");
    if (name.empty() || trimmed(name) != name) {
      problem("The canonical name is empty or has blanks around it.");
    }
    if (!keys_.emplace(key, article_.entities.size()).second) {
      problem("The key " + in_quotes(key) + " is declared twice.");
    }
    article_.entities.push_back({key, kind.value_or(GoldKind::thing), name, line_});
  }

  void read_text_line(string_view line) {
    const auto bar = line.find('|');
    const string_view word = line.substr(0, std::min(bar, line.size()));
    const auto region = parse_word<GoldRegion>(word, kGoldRegions);
    if (bar == string_view::npos || !region) {
      problem("A line of text is `REGION| content`, and there is no region " +
              in_quotes(word.substr(0, 20)) + ".");
      return;
    }
    string_view content = line.substr(bar + 1);
    if (!content.empty() && !content.starts_with(' ')) {
      problem("A blank stands between `REGION|` and the content.");
    }
    if (content.starts_with(' ')) content.remove_prefix(1);
    if (content.starts_with(' ')) problem("The content starts with a blank.");

    const bool first = article_.lines.empty();
    in_title_ = *region == GoldRegion::title && first;
    if (first != (*region == GoldRegion::title)) {
      problem("The first line of text, and no other, is the title.");
    }
    if (first && content.empty()) problem("The title is empty.");
    if (article_.lines.size() > 1) article_.body += '\n';
    const std::size_t begin = out().size();
    read_content(content);
    article_.lines.push_back({*region, {in_title_, begin, out().size()}, line_});
  }

  std::string& out() { return in_title_ ? article_.title : article_.body; }

  void read_content(string_view content) {
    while (!content.empty()) {
      const auto special = std::min(content.find_first_of("[]{}|"), content.size());
      out() += content.substr(0, special);
      content.remove_prefix(special);
      if (content.empty()) return;
      const char open = content.front();
      const char close = open == '[' ? ']' : '}';
      const auto end = content.find_first_of("[]{}", 1);
      if ((open != '[' && open != '{') || end == string_view::npos ||
          content[end] != close) {
        problem("The markup is not balanced at " + in_quotes(content.substr(0, 20)) +
                ".");
        out() += open;
        content.remove_prefix(1);
        continue;
      }
      read_mark(open, content.substr(1, end - 1));
      content.remove_prefix(end + 1);
    }
  }

  void read_mark(char open, string_view inside) {
    const auto bar = std::min(inside.find('|'), inside.size());
    const std::string surface(inside.substr(0, bar));
    const string_view value = inside.substr(std::min(bar + 1, inside.size()));
    const GoldSpan span{in_title_, out().size(), out().size() + surface.size()};
    out() += surface;
    if (bar == inside.size() || value.empty() || value.find('|') != string_view::npos) {
      problem("A mark is `[surface|key]` or `{surface|value}`, not " +
              in_quotes(inside) + ".");
    } else if (surface.empty() || trimmed(surface) != surface) {
      problem("The surface of " + in_quotes(inside) +
              " is empty or has blanks around it.");
    } else if (open == '[') {
      add_name(span, surface, value);
    } else {
      add_date(span, surface, value);
    }
  }

  void add_name(const GoldSpan& span, const std::string& surface, string_view key) {
    const bool demonym = key.starts_with('~');
    if (demonym) key.remove_prefix(1);
    const auto declared = keys_.find(key);
    if (declared == keys_.end()) {
      problem("The key " + in_quotes(key) + " is not declared.");
      return;
    }
    article_.names.push_back({span, surface, declared->second, demonym, line_});
  }

  void add_date(const GoldSpan& span, const std::string& surface, string_view value) {
    auto timex = parse_timex(value);
    if (!timex) {
      problem("The value " + in_quotes(value) + " of " + in_quotes(surface) +
              " is not well formed.");
      return;
    }
    article_.dates.push_back({span, surface, std::move(*timex), line_});
  }

  void check_whole() {
    for (const char* field :
         {"source", "published", "topic", "manner", "entities", "text"}) {
      if (!header_lines_.contains(field)) {
        problem_at(1, std::string("The field \"") + field + "\" is missing.");
      }
    }
    if (article_.lines.size() < 2) problem("There is no text below a title.");
    std::vector<bool> used(article_.entities.size());
    for (const auto& name : article_.names) used[name.entity] = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      const GoldEntity& entity = article_.entities[i];
      problem_at(entity.line, "The key " + in_quotes(entity.key) + " is never used.");
    }
  }

  GoldArticle article_;
  std::vector<GoldProblem>& problems_;
  std::size_t line_ = 0;
  Part part_ = Part::header;
  bool in_title_ = false;
  std::map<std::string, std::size_t, std::less<>> header_lines_;
  std::map<std::string, std::size_t, std::less<>> keys_;  // To index in entities.
};

}  // namespace

bool GoldSurfaces::contains(string_view surface) const {
  return std::find(surfaces.begin(), surfaces.end(), surface) != surfaces.end();
}

GoldArticle parse_gold_article(string_view text, std::string file,
                               std::vector<GoldProblem>& problems) {
  return Reader(std::move(file), problems).read(text);
}

GoldArticle read_gold_article(const std::filesystem::path& path,
                              std::vector<GoldProblem>& problems) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    problems.push_back({path.string(), 1, "The file cannot be read."});
    GoldArticle nothing;
    nothing.file = path.string();
    return nothing;
  }
  return parse_gold_article(text, path.string(), problems);
}

}  // namespace dateline::corpus
