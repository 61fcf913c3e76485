#include "corpus/gold_checks.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/gold_words.h"

namespace dateline::corpus {
namespace {

using std::string_view;

// What may stand before a person's name, folded.
constexpr string_view kTitles =
    "mr, mrs, ms, miss, dr, prof, professor, president, vice president, prime "
    "minister, foreign minister, chancellor, secretary of state, secretary, "
    "minister, senator, sen, rep, representative, congressman, congresswoman, "
    "governor, gov, mayor, sir, dame, lord, lady, king, queen, prince, "
    "princess, pope, cardinal, archbishop, bishop, rev, father, pastor, judge, "
    "justice, general, gen, colonel, col, major, maj, captain, capt, "
    "lieutenant, lt, sergeant, sgt, admiral, sheriff, coach, sheikh, imam";

/// Without the disambiguator: "Jordan Tate" of "Jordan Tate (footballer)".
string_view base_name(string_view name) {
  const auto bracket = name.rfind(" (");
  return name.ends_with(')') && bracket != string_view::npos ? name.substr(0, bracket)
                                                             : name;
}

bool has_word_of(string_view surface, string_view name) {
  const auto words = folded_words(surface);
  const auto others = folded_words(name);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(others.begin(), others.end(), word) != others.end();
  });
}

/// "St Mary's" is no possessive of "St Mary's Hospital".
bool has_last_word(string_view name, const std::string& folded_surface) {
  const auto words = folded_words(name);
  const auto last = folded_surface.substr(folded_surface.rfind(' ') + 1);
  return std::find(words.begin(), words.end(), last) != words.end();
}

/// The title that `surface` starts with, with more behind it; empty if none.
string_view leading_title(string_view surface) {
  static const std::vector<std::string> titles = split_list(kTitles);
  const std::string words = folded(surface);
  for (const std::string& title : titles) {
    if (words.starts_with(title) && words.size() > title.size() &&
        words[title.size()] == ' ') {
      return title;
    }
  }
  return {};
}

bool is_possessive(string_view surface) {
  for (const string_view end :
       {"'s", "\u2019s", "s'", "s\u2019", "'S", "\u2019S", "S'"}) {
    if (surface.ends_with(end)) return true;
  }
  return false;
}

/// The checks of one article.
class ArticleCheck {
 public:
  ArticleCheck(const GoldArticle& article, std::vector<GoldProblem>& problems)
      : article_(article), problems_(problems) {}

  void run() {
    check_header();
    check_canonical_names();
    for (const GoldName& name : article_.names) check_surface(name);
    check_people();
    check_shared_surfaces();
    check_repetitions();
    if (article_.language != "en") return;
    for (const GoldDate& date : article_.dates) {
      // Who is quoted may have spoken on any day.
      const auto day =
          in_quotation(date) ? std::chrono::year_month_day() : article_.published;
      auto sentence = disagreement(date.surface, date.timex, day);
      if (!sentence.empty()) problem(date.line, std::move(sentence));
    }
  }

 private:
  void problem(std::size_t line, std::string sentence, bool note = false) {
    problems_.push_back({article_.file, line, std::move(sentence), note});
  }

  const GoldEntity& entity_of(const GoldName& name) const {
    return article_.entities[name.entity];
  }

  bool in_quotation(const GoldDate& date) const {
    const auto line = std::find_if(
        article_.lines.begin(), article_.lines.end(),
        [&](const GoldLine& candidate) { return candidate.line == date.line; });
    const string_view before =
        article_.text_at({date.span.in_title, line->span.begin, date.span.begin});
    const auto opened = before.rfind("\u201C");
    const auto closed = before.rfind("\u201D");
    return std::count(before.begin(), before.end(), '"') % 2 == 1 ||
           (opened != string_view::npos &&
            (closed == string_view::npos || closed < opened));
  }

  void check_header() {
    const auto is_word = [](string_view text) {
      return std::all_of(text.begin(), text.end(),
                         [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    };
    if (!is_word(article_.topic)) problem(1, "The topic is not a word in lower case.");
    if (article_.language.size() != 2 || !is_word(article_.language)) {
      problem(1, "The language is not two letters in lower case.");
    }
    if (!article_.url.empty() && !article_.url.starts_with("https://")) {
      problem(1, "The url does not start with https://.");
    }
    for (const std::string& author : article_.authors) {
      if (author.empty()) problem(1, "An author is empty.");
    }
  }

  void check_canonical_names() {
    std::set<std::string> names;
    for (const GoldEntity& entity : article_.entities) {
      check_canonical_name(entity);
      if (!names.insert(entity.name).second) {
        problem(entity.line, in_quotes(entity.name) + " is declared under two keys.");
      }
    }
  }

  void check_canonical_name(const GoldEntity& entity) {
    const string_view base = base_name(entity.name);
    if (std::count(entity.name.begin(), entity.name.end(), '(') !=
        std::count(entity.name.begin(), entity.name.end(), ')')) {
      problem(entity.line, in_quotes(entity.name) + " has a bracket too many.");
    }
    for (const string_view title : {"Mr ", "Mrs ", "Ms ", "Dr ", "President "}) {
      if (entity.kind == GoldKind::person && base.starts_with(title)) {
        problem(entity.line, in_quotes(entity.name) + " starts with a title.");
      }
    }
  }

  void check_surface(const GoldName& name) {
    const GoldEntity& entity = entity_of(name);
    const std::string canonical = folded(entity.name);
    const std::string words = folded(name.surface);
    const string_view title = leading_title(name.surface);
    if (entity.kind == GoldKind::person && !title.empty() &&
        !canonical.starts_with(std::string(title) + ' ') &&
        has_word_of(words.substr(title.size()), canonical)) {
      problem(name.line, in_quotes(name.surface) + " starts with a title.");
    }
    if (words.starts_with("the ") && !canonical.starts_with("the ")) {
      problem(name.line, in_quotes(name.surface) + " starts with \"the\".");
    }
    if (is_possessive(name.surface) && !has_last_word(entity.name, words)) {
      problem(name.line, in_quotes(name.surface) + " ends in a possessive.");
    }
    if (name.demonym && entity.kind != GoldKind::place) {
      problem(name.line,
              in_quotes(name.surface) + " is a demonym of what is no place.");
    }
  }

  /// All that a person is called in this article: the canonical name and surfaces of
  /// more than one word.
  std::vector<std::string> full_names() const {
    std::vector<std::string> names;
    for (const GoldEntity& entity : article_.entities) names.push_back(entity.name);
    for (const GoldName& name : article_.names) {
      if (folded_words(name.surface).size() > 1) {
        names[name.entity] += ' ' + name.surface;
      }
    }
    return names;
  }

  /// A surname alone is one of the person's own, and not only of another's.
  void check_people() {
    const std::vector<std::string> full = full_names();
    std::set<std::pair<std::size_t, std::string>> seen;
    for (const GoldName& name : article_.names) {
      const GoldEntity& entity = entity_of(name);
      if (entity.kind != GoldKind::person ||
          has_word_of(name.surface, full[name.entity]))
        continue;
      if (!seen.emplace(name.entity, name.surface).second) continue;
      const auto other = std::find_if(
          article_.entities.begin(), article_.entities.end(), [&](const GoldEntity& e) {
            return e.kind == GoldKind::person && has_word_of(name.surface, e.name);
          });
      if (other != article_.entities.end()) {
        problem(name.line, in_quotes(name.surface) + " is marked as " +
                               in_quotes(entity.name) + " but is the name of " +
                               in_quotes(other->name) + '.');
      } else {
        problem(name.line,
                in_quotes(name.surface) + " shares no word with " +
                    in_quotes(entity.name) + '.',
                true);
      }
    }
  }

  void check_shared_surfaces() {
    std::map<std::string, std::map<std::size_t, std::size_t>> uses;  // Entity to line.
    for (const GoldName& name : article_.names) {
      uses[name.surface].emplace(name.entity, name.line);
    }
    for (const auto& [surface, entities] : uses) {
      if (entities.size() < 2 || article_.shared.contains(surface)) continue;
      const bool namesakes = std::all_of(
          entities.begin(), entities.end(), [&, &surface = surface](const auto& use) {
            const GoldEntity& entity = article_.entities[use.first];
            return entity.kind == GoldKind::person && has_word_of(surface, entity.name);
          });
      if (namesakes) continue;
      problem(std::prev(entities.end())->second,
              in_quotes(surface) + " is both " +
                  in_quotes(article_.entities[entities.begin()->first].name) + " and " +
                  in_quotes(article_.entities[std::prev(entities.end())->first].name) +
                  "; if that is meant, say `shared: " + surface + "`.");
    }
    for (const std::string& surface : article_.shared.surfaces) {
      const auto use = uses.find(surface);
      if (use == uses.end() || use->second.size() < 2) {
        problem(article_.shared.line, in_quotes(surface) + " is not shared.");
      }
    }
  }

  bool in_a_mark(const GoldSpan& line, std::size_t begin, std::size_t end) const {
    const auto overlaps = [&](const auto& mention) {
      return mention.span.in_title == line.in_title && mention.span.begin < end &&
             begin < mention.span.end;
    };
    return std::any_of(article_.names.begin(), article_.names.end(), overlaps) ||
           std::any_of(article_.dates.begin(), article_.dates.end(), overlaps);
  }

  /// Part of an address, whose words are no names.
  static bool in_an_address(string_view text, std::size_t at) {
    const auto blank = text.rfind(' ', at);
    const auto begin = blank == string_view::npos ? 0 : blank + 1;
    const auto word = text.substr(begin, text.find(' ', begin) - begin);
    for (const string_view part : {"://", "www.", "@", ".example"}) {
      if (word.find(part) != string_view::npos) return true;
    }
    return false;
  }

  /// Whether `surface` stands in the line outside of all marks.
  bool stands_unmarked(const GoldLine& line, string_view surface) const {
    const string_view text = article_.text_at(line.span);
    for (auto at = find_words(text, surface, 0); at != string_view::npos;
         at = find_words(text, surface, at + 1)) {
      const auto begin = line.span.begin + at;
      if (in_a_mark(line.span, begin, begin + surface.size())) continue;
      if (!in_an_address(text, at)) return true;
    }
    return false;
  }

  void check_repetitions() {
    std::set<std::string> surfaces;
    for (const GoldName& name : article_.names) surfaces.insert(name.surface);
    std::set<std::string> found;
    for (const GoldLine& line : article_.lines) {
      for (const std::string& surface : surfaces) {
        if (!stands_unmarked(line, surface)) continue;
        found.insert(surface);
        if (article_.unmarked.contains(surface)) continue;
        problem(line.line, in_quotes(surface) +
                               " is marked elsewhere but not here; if "
                               "that is meant, say `unmarked: " +
                               surface + "`.");
      }
    }
    for (const std::string& surface : article_.unmarked.surfaces) {
      if (!found.contains(surface)) {
        problem(article_.unmarked.line, in_quotes(surface) + " never stands unmarked.");
      }
    }
  }

  const GoldArticle& article_;
  std::vector<GoldProblem>& problems_;
};

bool is_file_name(string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

void check_gold_article(const GoldArticle& article,
                        std::vector<GoldProblem>& problems) {
  ArticleCheck(article, problems).run();
}

void GoldCorpusCheck::add(const GoldArticle& article) {
  const std::filesystem::path path(article.file);
  const std::string folder = path.parent_path().filename().string();
  const std::string name = path.stem().string();
  if (!is_file_name(name) || path.extension() != ".txt") {
    problems_.push_back({article.file, 1, "A file is called words-in-lower-case.txt."});
  }
  const auto file = files_.emplace(name, article.file);
  if (!file.second) {
    problems_.push_back({article.file, 1, file.first->second + " has the same name."});
  }
  const auto topic = topics_.emplace(article.topic, folder);
  if (!topic.second && topic.first->second != folder) {
    problems_.push_back({article.file, 1,
                         "The topic " + in_quotes(article.topic) + " is one of " +
                             topic.first->second + "/ too."});
  }
  for (const GoldEntity& entity : article.entities) add_entity(article, entity);
}

void GoldCorpusCheck::add_entity(const GoldArticle& article, const GoldEntity& entity) {
  const auto [found, is_new] = identities_.emplace(
      folded(entity.name),
      Identity{entity.kind, entity.name, {article.file, entity.line}});
  if (is_new) return;
  const Identity& known = found->second;
  const std::string where =
      " in " + known.first.file + ':' + std::to_string(known.first.line);
  if (known.name != entity.name) {
    problems_.push_back(
        {article.file, entity.line,
         in_quotes(entity.name) + " is " + in_quotes(known.name) + where + '.'});
  } else if (known.kind != entity.kind) {
    problems_.push_back({article.file, entity.line,
                         in_quotes(entity.name) + " is of kind " +
                             std::string(kGoldKinds[static_cast<int>(known.kind)]) +
                             where + "; say which is which in round brackets."});
  }
}

}  // namespace dateline::corpus
