#include "query/suggestion.h"

#include <dateline/fields.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/name_resolver.h"
#include "query/near_names.h"
#include "query/spelling.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

// Words of a query that are corrected; with more wrong it is no slip of the fingers.
constexpr std::size_t kMostWrong = 4;

// Spellings of a word that are tried, and whole queries.
constexpr std::size_t kMostSpellings = 4;
constexpr std::size_t kMostTried = 16;

// A place in the query that is spelled otherwise than anything in the index.
struct Misspelling {
  std::size_t offset = 0;  // Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
  std::vector<Spelling> spellings;  // The likeliest first, at least one.
  bool needs_quotes = false;        // A name of several words where one was typed.
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// `word` in capitals, or with one, where `typed` is.
std::string in_case_of(std::string_view typed, std::string word) {
  if (typed.empty() || !is_capital(typed.front())) return word;
  const bool all = std::all_of(typed.begin(), typed.end(), is_capital);
  const std::size_t changed = all ? word.size() : std::min<std::size_t>(1, word.size());
  for (std::size_t i = 0; i < changed; ++i) {
    if (word[i] >= 'a' && word[i] <= 'z') word[i] = static_cast<char>(word[i] - 32);
  }
  return word;
}

// "James Baker" of "James A. Baker III": without initials and generations, as long as
// two words are left.
std::string plain_name(std::string_view name) {
  constexpr std::array<std::string_view, 6> kGenerations = {"jr",  "sr", "ii",
                                                            "iii", "iv", "esq"};
  std::string plain;
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    begin = end + 1;
    std::string folded = text::fold(word);
    while (folded.ends_with('.') || folded.ends_with(',')) folded.pop_back();
    if (folded.size() < 2) continue;
    if (std::ranges::find(kGenerations, folded) != kGenerations.end()) continue;
    plain.append(plain.empty() ? "" : " ").append(word);
    if (plain.ends_with(',')) plain.pop_back();
    ++words;
  }
  return words < 2 ? std::string(name) : plain;
}

// Finds the misspelled places of a tree, in the order of the text.
class Misspellings {
 public:
  Misspellings(const Query& query, Snapshot& snapshot)
      : text_(query.text()), snapshot_(snapshot) {
    if (query.root() != nullptr) visit(*query.root());
  }

  std::vector<Misspelling>& found() { return found_; }

 private:
  // Trees are at most 50 deep: parse_query() sees to it.
  void visit(const QueryNode& node) {
    if (node.kind == Kind::kNot || found_.size() == kMostWrong) return;
    if (node.kind == Kind::kWord || node.kind == Kind::kPhrase) check_words(node);
    if (node.kind == Kind::kField && node.children.empty()) check_name(node);
    for (const QueryNode& child : node.children) visit(child);
  }

  std::string_view typed(const QueryNode& node) const {
    const std::size_t begin = std::min(node.offset, text_.size());
    return text_.substr(begin, node.length);
  }

  void check_words(const QueryNode& node) {
    const std::string_view words = typed(node);
    struct Word {
      std::string word;
      std::string stem;
      std::size_t begin;
      std::size_t length;
    };
    std::vector<Word> read;  // Copies: analysing in another language ends the views.
    for (const text::Token& token : snapshot_.analyzer().analyze(words)) {
      if (token.joined) continue;
      read.push_back({std::string(token.word),
                      node.exact ? std::string() : std::string(token.stem), token.begin,
                      token.end - token.begin});
    }
    for (const Word& one : read) {
      if (found_.size() == kMostWrong) return;
      auto spellings = spellings_of(one.word, one.stem);
      if (spellings.empty()) continue;
      for (Spelling& spelling : spellings) {
        spelling.word =
            in_case_of(words.substr(one.begin, one.length), std::move(spelling.word));
      }
      found_.push_back({.offset = node.offset + one.begin,
                        .length = one.length,
                        .spellings = std::move(spellings)});
    }
  }

  std::size_t articles_with(const std::string& word, const std::string& stem) {
    const Xapian::Database& database = snapshot_.database();
    std::size_t articles = database.get_termfreq(schema::word_term(word));
    const auto add_stem = [&](std::string_view one) {
      if (one.empty()) return;
      const std::size_t count = database.get_termfreq(schema::stem_term(one));
      articles = std::max(articles, count);
    };
    add_stem(stem);
    if (articles > 0 || stem.empty()) return articles;
    for (text::Analyzer* other : snapshot_.other_analyzers()) {
      for (const text::Token& token : other->analyze(word)) add_stem(token.stem);
    }
    return articles;
  }

  std::vector<Spelling> spellings_of(const std::string& word, const std::string& stem) {
    if (word.find_first_of("0123456789") != std::string::npos) return {};
    const std::size_t articles = articles_with(word, stem);
    if (articles == 0) {
      const auto vocabulary = snapshot_.cache().words(snapshot_.database());
      return likely_spellings(*vocabulary, word, kMostSpellings);
    }
    const auto likelier = likelier_spelling(snapshot_.database(), word, articles);
    if (!likelier) return {};
    // Names are mistyped for names: Soares is not meant for shares.
    const bool is_name = is_known_name(snapshot_, word);
    if (is_name && !is_known_name(snapshot_, likelier->word)) return {};
    return {*likelier};
  }

  // Names that were perhaps meant: spelled alike, or as the index has it without what
  // is often left out.
  std::string likely_name(const QueryNode& node) {
    const std::string plain = plain_name(node.text);
    if (plain != node.text &&
        !resolve_names(snapshot_, node.field, plain).entities.empty()) {
      return plain;
    }
    const auto near = near_names(snapshot_, name_kinds(node.field), node.text, 1);
    return near.empty() ? "" : near.front();
  }

  void check_name(const QueryNode& node) {
    if (field_info(node.field).type != FieldType::kName) return;
    if (!resolve_names(snapshot_, node.field, node.text).entities.empty()) return;
    const std::string_view field = typed(node);
    const std::size_t at = field.find(node.text);
    if (at == std::string_view::npos) return;  // Its white space was not one space.
    const std::string meant = likely_name(node);
    if (meant.empty()) return;
    const bool quoted = at > 0 && field[at - 1] == '"';
    const bool needs_quotes = !quoted && meant.find(' ') != std::string::npos;
    found_.push_back({.offset = node.offset + at,
                      .length = node.text.size(),
                      .spellings = {{.word = meant}},
                      .needs_quotes = needs_quotes});
  }

  std::string_view text_;
  Snapshot& snapshot_;
  std::vector<Misspelling> found_;
};

// Which spelling of each place is taken.
using Choice = std::vector<std::size_t>;

std::string corrected_text(std::string_view text, const std::vector<Misspelling>& all,
                           const Choice& choice) {
  std::string corrected;
  std::size_t from = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    corrected += text.substr(from, all[i].offset - from);
    const std::string& word = all[i].spellings[choice[i]].word;
    corrected += all[i].needs_quotes ? '"' + word + '"' : word;
    from = all[i].offset + all[i].length;
  }
  return corrected.append(text.substr(from));
}

// The same in the tree: a parser would need to know the day that the query speaks from.
void correct_tree(QueryNode& node, std::string_view text,
                  const std::vector<Misspelling>& all, const Choice& choice) {
  for (QueryNode& child : node.children) correct_tree(child, text, all, choice);
  if (!node.children.empty()) return;
  std::size_t from = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].offset < node.offset || all[i].offset >= node.offset + node.length) {
      continue;
    }
    const std::string_view wrong = text.substr(all[i].offset, all[i].length);
    const std::size_t at = node.text.find(wrong, from);
    if (at == std::string::npos) continue;
    const std::string& word = all[i].spellings[choice[i]].word;
    node.text.replace(at, wrong.size(), word);
    from = at + word.size();
  }
}

std::int64_t slips_of(const std::vector<Misspelling>& all, const Choice& choice) {
  std::int64_t slips = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    slips += all[i].spellings[choice[i]].slips;
  }
  return slips;
}

// Every choice whose places in the lists add up to little, the least first.
std::vector<Choice> choices(const std::vector<Misspelling>& all) {
  std::vector<Choice> result = {{}};
  for (const Misspelling& place : all) {
    std::vector<Choice> longer;
    for (const Choice& choice : result) {
      for (std::size_t i = 0; i < place.spellings.size(); ++i) {
        longer.push_back(choice);
        longer.back().push_back(i);
      }
    }
    result = std::move(longer);
  }
  const auto rank = [](const Choice& choice) {
    std::size_t sum = 0;
    for (const std::size_t i : choice) sum += i;
    return sum;
  };
  std::stable_sort(result.begin(), result.end(),
                   [&](const Choice& a, const Choice& b) { return rank(a) < rank(b); });
  if (result.size() > kMostTried) result.resize(kMostTried);
  return result;
}

}  // namespace

std::optional<Suggestion> suggest_query(
    const Query& query, Snapshot& snapshot,
    const std::function<std::size_t(const QueryNode&)>& count) {
  const std::vector<Misspelling> all = std::move(Misspellings(query, snapshot).found());
  if (all.empty()) return std::nullopt;
  std::optional<Suggestion> best;
  std::int64_t least = 0;
  for (const Choice& choice : choices(all)) {
    QueryNode tree = *query.root();
    correct_tree(tree, query.text(), all, choice);
    const std::size_t matches = count(tree);
    if (matches == 0) continue;
    const std::int64_t cost = slips_of(all, choice) - eighths_of_log2(matches);
    if (best && cost >= least) continue;
    least = cost;
    best = Suggestion{corrected_text(query.text(), all, choice), matches};
  }
  return best;
}

}  // namespace dateline
