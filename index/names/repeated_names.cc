#include "index/names/repeated_names.h"

#include <algorithm>
#include <utility>

namespace dateline::names {
namespace {

Words words_of(std::string_view text, std::span<const Token> tokens,
               const Mention& mention) {
  return {text, tokens.subspan(mention.first, mention.last - mention.first)};
}

// Finds the names that stand outside of mentions.
class RepeatFinder {
 public:
  RepeatFinder(std::string_view text, std::span<const Token> tokens,
               const Lexicon& lexicon, const KnownStrings& strings)
      : text_(text), tokens_(tokens), lexicon_(lexicon), strings_(strings) {}

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
  KnownString string_at(std::size_t i, std::size_t last) const {
    if (!tokens_[i].is_capital() || tokens_[i].shape == Shape::kInitial) return {};
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
    return (lexicon_.classes(tokens_[i], text_) & kPlain) == 0;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  const KnownStrings& strings_;
};

// Whether the mention is two persons of the article with "&" between.
bool is_pair(const Words& words, const KnownStrings& strings) {
  const auto is_person = [&](std::size_t i) {
    const KnownString string =
        strings.longest({words.text, words.tokens.subspan(i, 1)});
    return string.length == 1 && string.kind == NameKind::kPerson;
  };
  return words.size() == 2 && words.tokens[1].glue == Glue::kAmpersand &&
         is_person(0) && is_person(1);
}

void part_pairs(std::string_view text, std::span<const Token> tokens,
                const KnownStrings& strings, std::vector<Mention>& mentions) {
  std::vector<Mention> parted;
  parted.reserve(mentions.size());
  for (Mention mention : mentions) {
    if (is_pair(words_of(text, tokens, mention), strings)) {
      mention.kind = NameKind::kPerson;
      mention.known = nullptr;
      parted.push_back(mention);
      parted.back().last = ++mention.first;
    }
    parted.push_back(mention);
  }
  mentions = std::move(parted);
}

}  // namespace

void settle_kinds(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, const KnownStrings& strings,
                  std::vector<Mention>& mentions) {
  part_pairs(text, tokens, strings, mentions);
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
  const RepeatFinder finder(text, tokens, lexicon, strings);
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
