#include "index/names/repeated_names.h"

#include "index/names/links/acronyms.h"
#include "index/names/links/key_map.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kFewestLetters = 3;

Words words_of(std::string_view text, std::span<const Token> tokens,
               const Mention& mention) {
  return {text, tokens.subspan(mention.first, mention.last - mention.first)};
}

// Finds the names that stand outside of mentions.
class RepeatFinder {
 public:
  RepeatFinder(std::string_view text, std::span<const Token> tokens,
               const Lexicon& lexicon, const KnownStrings& strings,
               std::span<const Mention> mentions)
      : text_(text), tokens_(tokens), lexicon_(lexicon), strings_(strings) {
    for (const Mention& mention : mentions) add_letters(mention);
  }

  // Those in tokens [first, last), which no mention touches.
  void search(std::size_t first, std::size_t last, std::vector<Mention>& found) const {
    for (std::size_t i = first; i < last;) {
      const KnownString string = string_at(i, last);
      if (string.length == 0) {
        ++i;
        continue;
      }
      Mention mention;
      mention.first = static_cast<std::uint32_t>(i);
      mention.last = static_cast<std::uint32_t>(i + string.length);
      mention.kind = string.kind;
      mention.score = string.is_part ? 0.6 : 0.7;
      mention.why = string.is_part ? "surname of a person in the text"
                                   : "named so elsewhere in the article";
      found.push_back(mention);
      i += string.length;
    }
  }

 private:
  // "NEC" of the National Electoral Commission.
  void add_letters(const Mention& mention) {
    const bool body =
        mention.kind == NameKind::kOrg || mention.kind == NameKind::kThing;
    if (!body || mention.country != nullptr || mention.last - mention.first < 3) return;
    const std::string letters = initials_of(words_of(text_, tokens_, mention));
    if (letters.size() >= kFewestLetters)
      letters_.emplace(word_hash(letters), static_cast<std::uint32_t>(mention.kind));
  }

  // The letters of a name of the article, where they are no word.
  KnownString letters_at(std::size_t i) const {
    constexpr std::uint32_t kWord = kCommonWord | kFunctionWord | kCalendar | kTitle;
    const Token& token = tokens_[i];
    if (token.shape != Shape::kAllCaps || token.end - token.begin < kFewestLetters ||
        (lexicon_.classes(token) & kWord) != 0)
      return {};
    const std::uint32_t kind = letters_.find(token.hash);
    if (kind == KeyMap::kNone) return {};
    return {1, static_cast<NameKind>(kind), false};
  }

  KnownString string_at(std::size_t i, std::size_t last) const {
    if (!tokens_[i].is_capital() || tokens_[i].shape == Shape::kInitial) return {};
    const KnownString letters = letters_at(i);
    if (letters.length != 0) return letters;
    const KnownString string = strings_.longest({text_, tokens_.subspan(i, last - i)});
    if (string.length == 0 || !stands_alone(i, i + string.length)) return {};
    if (string.length == 1 && !is_telling(i)) return {};
    return string;
  }

  // Whether no other capitals hang on: "Washington" of "Washington Post" does not.
  bool stands_alone(std::size_t first, std::size_t last) const {
    const auto hangs_on = [&](std::size_t before, std::size_t after) {
      return tokens_[after].glue <= Glue::kAmpersand && !tokens_[before].possessive &&
             tokens_[before].is_capital() && tokens_[after].is_capital() &&
             !tokens_[after].sentence_start;
    };
    constexpr std::uint32_t kTitleWord = kTitle | kTitlePart | kFunctionWord;
    if (first > 0 && hangs_on(first - 1, first) &&
        (lexicon_.classes(tokens_[first - 1].word) & kTitleWord) == 0)
      return false;
    return last >= tokens_.size() || !hangs_on(last - 1, last);
  }

  // A word that begins a sentence, or is common, may be itself.
  bool is_telling(std::size_t i) const {
    constexpr std::uint32_t kPlain =
        kCommonWord | kNoName | kFunctionWord | kCalendar | kTitle | kTitlePart;
    return (lexicon_.classes(tokens_[i]) & kPlain) == 0;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  const KnownStrings& strings_;
  KeyMap letters_;  // Hash of initials -> kind.
};

// The kind of a name that stands elsewhere in the article or in the lists, all of
// `words`; nullopt for other words.
std::optional<NameKind> known_kind(const Words& words, const Lexicon& lexicon,
                                   const KnownStrings& strings) {
  const KnownString string = strings.longest(words);
  if (string.length == words.size()) return string.kind;
  const KnownSpan known = lexicon.longest(words.tokens, words.text);
  if (known.length == words.size() && !known.name->is_title) return known.name->kind;
  return std::nullopt;
}

// Two names in one mention, with "&" or "and" between: Tokens [0, first_end) and
// [second, end).
struct Pair {
  std::size_t first_end = 0;
  std::size_t second = 0;             // 0: it is no pair.
  NameKind kind = NameKind::kPerson;  // Of both.
};

// "Lennon & McCartney", "Dak Lak and Gia Lai", where the article has both by
// themselves; not "Trinidad and Tobago".
Pair find_pair(const Words& words, const Lexicon& lexicon,
               const KnownStrings& strings) {
  const auto part = [&](std::size_t first, std::size_t last) {
    const Words one{words.text, words.tokens.subspan(first, last - first)};
    return known_kind(one, lexicon, strings);
  };
  if (lexicon.longest(words.tokens, words.text).length == words.size()) return {};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Token& token = words.tokens[i];
    const auto word = words.text.substr(token.begin, token.end - token.begin);
    const bool ampersand = token.glue == Glue::kAmpersand;
    const std::size_t second = ampersand ? i : i + 1;
    if ((!ampersand && word != "and") || second == words.size()) continue;
    const auto left = part(0, i);
    const auto right = part(second, words.size());
    if (!left || !right || *left != *right) continue;
    // "Procter & Gamble" have surnames, too.
    if (ampersand && *left != NameKind::kPerson) continue;
    return {i, second, *left};
  }
  return {};
}

void part_pairs(std::string_view text, std::span<const Token> tokens,
                const Lexicon& lexicon, const KnownStrings& strings,
                std::vector<Mention>& mentions) {
  std::vector<Mention> parted;
  parted.reserve(mentions.size());
  for (Mention mention : mentions) {
    const Pair pair = find_pair(words_of(text, tokens, mention), lexicon, strings);
    if (pair.second != 0) {
      Mention left = mention;
      left.last = mention.first + static_cast<std::uint32_t>(pair.first_end);
      mention.first += static_cast<std::uint32_t>(pair.second);
      for (Mention* part : {&left, &mention}) {
        part->kind = pair.kind;
        const KnownSpan known =
            lexicon.longest(words_of(text, tokens, *part).tokens, text);
        const bool whole = known.length == part->last - part->first;
        part->known = whole && known.name->kind == pair.kind ? known.name : nullptr;
      }
      parted.push_back(left);
    }
    parted.push_back(mention);
  }
  mentions = std::move(parted);
}

}  // namespace

void settle_kinds(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, const KnownStrings& strings,
                  std::vector<Mention>& mentions) {
  part_pairs(text, tokens, lexicon, strings, mentions);
  for (Mention& mention : mentions) {
    if (mention.country != nullptr) continue;
    const Words words = words_of(text, tokens, mention);
    const NameKind usual = strings.usual_kind(words, mention.kind);
    if (usual == mention.kind) continue;
    const KnownSpan known = lexicon.longest(words.tokens, text);
    const bool whole = known.length == words.size() && !known.name->is_title;
    // Jordan the country may be beside Jordan the player.
    if (whole && known.name->kind == mention.kind) continue;
    mention.kind = usual;
    mention.known = whole && known.name->kind == usual ? known.name : nullptr;
  }
}

void add_repeated(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, const KnownStrings& strings,
                  std::vector<Mention>& mentions) {
  const RepeatFinder finder(text, tokens, lexicon, strings, mentions);
  std::vector<Mention> all;
  all.reserve(mentions.size());
  std::size_t end = 0;
  for (const Mention& mention : mentions) {
    finder.search(end, mention.first, all);
    all.push_back(mention);
    end = mention.last;
  }
  finder.search(end, tokens.size(), all);
  mentions = std::move(all);
}

}  // namespace dateline::names
