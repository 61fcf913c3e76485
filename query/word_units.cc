#include "query/word_units.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline {
namespace {

// No name of news has more words; longer ones are found by their parts.
constexpr std::size_t kMaxNameWords = 6;

// A text cut into positions, with the joined forms that span several of them.
struct Analysis {
  struct Position {
    QueryWord word;
    std::size_t begin = 0;  // Bytes of the text.
    std::size_t node = 0;   // The node that it came from.
  };
  struct Joined {
    QueryWord word;
    std::size_t position = 0;
    std::size_t parts = 1;
  };

  std::vector<Position> positions;
  std::vector<Joined> joined;  // By position.
};

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// Gives every word its stems in the other languages. All cut a text in the same words.
void add_other_stems(std::string_view text, WordReader& reader, Analysis& analysis) {
  for (text::Analyzer* other : reader.other_analyzers) {
    std::size_t p = 0;
    std::size_t j = 0;
    for (const text::Token& token :
         other->analyze(text, {.capitals = reader.capitals})) {
      std::size_t& at = token.joined ? j : p;
      const std::size_t size =
          token.joined ? analysis.joined.size() : analysis.positions.size();
      if (at == size) break;
      QueryWord& word =
          token.joined ? analysis.joined[at].word : analysis.positions[at].word;
      ++at;
      word.lacks_stem_elsewhere |= token.stem.empty() && !word.stem.empty();
      std::vector<std::string>& known = word.other_stems;
      if (token.stem.empty() || token.stem == word.stem ||
          std::find(known.begin(), known.end(), token.stem) != known.end()) {
        continue;
      }
      if (reader.is_stem(token.stem)) known.emplace_back(token.stem);
    }
  }
}

Analysis analyze(std::string_view text, WordReader& reader) {
  Analysis result;
  for (const text::Token& token :
       reader.analyzer.analyze(text, {.capitals = reader.capitals})) {
    QueryWord word{std::string(token.word), std::string(token.stem),
                   std::string(token.capitals)};
    // F16 is F-16 is f16: only words without digits are told apart by their case.
    if (has_digit(word.word)) word.capitals.clear();
    if (token.joined) {
      result.joined.push_back({std::move(word), token.position, token.parts});
    } else {
      result.positions.push_back({std::move(word), token.begin, 0});
    }
  }
  add_other_stems(text, reader, result);
  return result;
}

// Where the letters of a word like "g20" or "covid19" end and its number begins; 0 when
// it is no such word.
std::size_t number_begin(std::string_view word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto first = std::find_if(word.begin(), word.end(), is_digit);
  return std::all_of(first, word.end(), is_digit) && first != word.end()
             ? static_cast<std::size_t>(first - word.begin())
             : 0;
}

// In how many ways a phrase is looked for at most; that as it is typed is the first.
constexpr std::size_t kMostWays = 16;

// What stands at the same place: "G-20" or "G20".
using Spellings = std::vector<WordSequence>;

const Analysis::Joined* longest_joined(const Analysis& text, std::size_t position,
                                       std::size_t last) {
  const Analysis::Joined* longest = nullptr;
  for (const Analysis::Joined& joined : text.joined) {
    if (joined.position == position && position + joined.parts <= last &&
        (longest == nullptr || joined.parts > longest->parts)) {
      longest = &joined;
    }
  }
  return longest;
}

// A word, and a "g20" as it stands in "G-20".
Spellings spellings_of(const QueryWord& word) {
  const std::size_t digits = number_begin(word.word);
  if (digits == 0) return {{word}};
  return {{word},
          {{word.word.substr(0, digits), {}, {}}, {word.word.substr(digits), {}, {}}}};
}

// The words of positions [first, last), joined forms by their parts first.
std::vector<Spellings> spellings(const Analysis& text, std::size_t first,
                                 std::size_t last) {
  std::vector<Spellings> result;
  for (std::size_t p = first; p < last;) {
    const Analysis::Joined* joined = longest_joined(text, p, last);
    if (joined == nullptr) {
      result.push_back(spellings_of(text.positions[p++].word));
      continue;
    }
    WordSequence parts;
    for (const std::size_t end = p + joined->parts; p < end; ++p) {
      parts.push_back(text.positions[p].word);
    }
    result.push_back({std::move(parts), {joined->word}});
  }
  return result;
}

// Every choice of spellings, those of the first words changing fastest.
std::vector<WordSequence> ways(const std::vector<Spellings>& words) {
  std::vector<WordSequence> result = {{}};
  for (const Spellings& choices : words) {
    const std::size_t before = result.size();
    const bool all = before * choices.size() <= kMostWays;
    for (std::size_t c = 1; all && c < choices.size(); ++c) {
      for (std::size_t i = 0; i < before; ++i) {
        result.push_back(result[i]);
        result.back().insert(result.back().end(), choices[c].begin(), choices[c].end());
      }
    }
    for (std::size_t i = 0; i < before; ++i) {
      result[i].insert(result[i].end(), choices[0].begin(), choices[0].end());
    }
  }
  return result;
}

WordUnit make_unit(WordUnit::Kind kind, const Analysis& text, std::size_t first,
                   std::size_t last) {
  if (last == first + 1) return {.kind = kind, .words = {text.positions[first].word}};
  std::vector<WordSequence> all = ways(spellings(text, first, last));
  WordUnit unit{.kind = kind, .words = std::move(all.front())};
  unit.alternatives.assign(std::make_move_iterator(all.begin() + 1),
                           std::make_move_iterator(all.end()));
  return unit;
}

// Cuts the words of neighbouring nodes.
class RunCutter {
 public:
  RunCutter(std::span<const QueryNode> nodes, WordReader& reader)
      : nodes_(nodes), reader_(reader) {
    std::vector<std::size_t> begins;
    for (const QueryNode& node : nodes) {
      if (!text_.empty()) text_ += ' ';
      begins.push_back(text_.size());
      text_ += node.text;
    }
    analysis_ = analyze(text_, reader);
    for (Analysis::Position& position : analysis_.positions) {
      const auto after = std::upper_bound(begins.begin(), begins.end(), position.begin);
      position.node = static_cast<std::size_t>(after - begins.begin()) - 1;
    }
    begins_ = std::move(begins);
  }

  std::vector<WordUnit> cut() {
    std::vector<WordUnit> units;
    for (std::size_t p = 0; p < analysis_.positions.size();) {
      units.push_back(next_unit(p));
      p += units.back().words.size();
    }
    return units;
  }

  // Nodes that hold no word.
  std::vector<const QueryNode*> dropped() const {
    std::vector<const QueryNode*> result;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const bool has_word =
          std::any_of(analysis_.positions.begin(), analysis_.positions.end(),
                      [n](const auto& position) { return position.node == n; });
      if (!has_word) result.push_back(&nodes_[n]);
    }
    return result;
  }

 private:
  // True when a node ends before position `p`.
  bool at_border(std::size_t p) const {
    const auto& positions = analysis_.positions;
    return p == positions.size() ||
           (p < positions.size() && positions[p].node != positions[p - 1].node);
  }

  WordUnit next_unit(std::size_t p) {
    const Analysis::Joined* joined = longest_joined(p);
    const std::size_t name_words = longest_name(p);
    WordUnit unit;
    if (name_words > (joined == nullptr ? 0 : joined->parts)) {
      unit = make_unit(WordUnit::Kind::kName, analysis_, p, p + name_words);
    } else if (joined != nullptr) {
      unit = make_unit(WordUnit::Kind::kJoined, analysis_, p, p + joined->parts);
      unit.joined = joined->word;
      unit.joined.capitals.clear();
      unit.alternatives.clear();
      // The joined form has no capitals, so that its parts need none either.
      for (QueryWord& word : unit.words) word.capitals.clear();
    } else {
      std::size_t last = p + 1;
      while (!at_border(last)) ++last;
      unit = make_unit(last == p + 1 ? WordUnit::Kind::kWord : WordUnit::Kind::kPhrase,
                       analysis_, p, last);
    }
    place(unit, p);
    return unit;
  }

  // The longest joined form at `p` that ends where a node does.
  const Analysis::Joined* longest_joined(std::size_t p) const {
    const Analysis::Joined* longest = nullptr;
    for (const Analysis::Joined& joined : analysis_.joined) {
      if (joined.position == p && at_border(p + joined.parts) &&
          (longest == nullptr || joined.parts > longest->parts)) {
        longest = &joined;
      }
    }
    return longest;
  }

  // The words of the longest known name of two or more nodes at `p`; 0 for none.
  std::size_t longest_name(std::size_t p) {
    const auto& positions = analysis_.positions;
    for (std::size_t last = std::min(p + kMaxNameWords, positions.size()); last > p + 1;
         --last) {
      if (!at_border(last) || positions[last - 1].node == positions[p].node) continue;
      if (reader_.name_lookups <= 0) return 0;
      --reader_.name_lookups;
      if (reader_.is_name(text_of(p, last))) return last - p;
    }
    return 0;
  }

  // What was typed for positions [first, last), which begin and end with nodes.
  std::string_view text_of(std::size_t first, std::size_t last) const {
    const std::size_t first_node = analysis_.positions[first].node;
    const std::size_t last_node = analysis_.positions[last - 1].node;
    const std::size_t begin = begins_[first_node];
    const std::size_t end = begins_[last_node] + nodes_[last_node].text.size();
    return std::string_view(text_).substr(begin, end - begin);
  }

  void place(WordUnit& unit, std::size_t p) const {
    const std::size_t last = p + unit.words.size();
    const QueryNode& first_node = nodes_[analysis_.positions[p].node];
    const QueryNode& last_node = nodes_[analysis_.positions[last - 1].node];
    unit.shown = text_of(p, last);
    unit.offset = first_node.offset;
    unit.length = last_node.offset + last_node.length - first_node.offset;
  }

  std::span<const QueryNode> nodes_;
  WordReader& reader_;
  std::string text_;
  std::vector<std::size_t> begins_;  // Of the nodes, in text_.
  Analysis analysis_;
};

// The texts of all leaves that hold words or names.
void collect_text(const QueryNode& node, std::string& text) {
  if (node.kind != QueryNode::Kind::kDates) text += node.text + ' ';
  for (const QueryNode& child : node.children) collect_text(child, text);
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
    return !continues && (c < '0' || c > '9');
  }));
}

}  // namespace

bool capitals_matter(const QueryNode* root, text::Analyzer& analyzer) {
  if (root == nullptr) return false;
  std::string text;
  collect_text(*root, text);
  const auto tokens = analyzer.analyze(text, {.capitals = true});
  return std::any_of(tokens.begin(), tokens.end(), [](const text::Token& token) {
    return !token.joined && token.capitals.empty() && letters(token.word) >= 2;
  });
}

std::vector<WordUnit> read_words(std::span<const QueryNode> nodes, WordReader& reader,
                                 std::vector<const QueryNode*>& dropped) {
  RunCutter cutter(nodes, reader);
  const auto without = cutter.dropped();
  dropped.insert(dropped.end(), without.begin(), without.end());
  return cutter.cut();
}

std::optional<WordUnit> read_phrase(const QueryNode& node, WordReader& reader) {
  const Analysis analysis = analyze(node.text, reader);
  const std::size_t words = analysis.positions.size();
  if (words == 0) return std::nullopt;
  WordUnit unit =
      make_unit(words == 1 ? WordUnit::Kind::kExact : WordUnit::Kind::kPhrase, analysis,
                0, words);
  // `=START` asks for the word, whatever its case; "START" for what is quoted.
  if (node.exact) {
    for (QueryWord& word : unit.words) word.capitals.clear();
  }
  unit.shown = node.text;
  unit.offset = node.offset;
  unit.length = node.length;
  return unit;
}

}  // namespace dateline
