#include "tools/corpora/gmb_corpus.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/bio_tags.h"
#include "tools/corpora/corpus_file.h"
#include "tools/corpora/name_phrase.h"
#include "tools/corpora/token_text.h"
#include "tools/corpora/windows_1252.h"

namespace dateline::corpora {
namespace {

constexpr std::size_t kColumns = 4;
constexpr std::size_t kMostSentences = 20;  // Of an article.

struct GmbToken {
  std::string word;
  std::string part_of_speech;
  std::string tag;
};
using GmbSentence = std::vector<GmbToken>;

// Cuts "a,""b"",c": fields may stand in quotes, and hold doubled ones.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

std::vector<GmbSentence> read_sentences(const std::filesystem::path& file) {
  const std::string text = windows_1252_to_utf8(read_corpus_file(file));
  std::vector<GmbSentence> sentences;
  LineReader lines(text);
  std::string_view line;
  lines.next(line);  // The names of the columns.
  while (lines.next(line)) {
    if (line.empty()) continue;
    std::vector<std::string> cells = cells_of(line);
    if (cells.size() != kColumns || cells[1].empty()) {
      refuse_file(file, lines.number(), "The row has not the 4 columns of the table.");
    }
    if (!cells[0].empty()) sentences.emplace_back();
    if (sentences.empty()) {
      refuse_file(file, lines.number(), "The first sentence has no number.");
    }
    sentences.back().push_back(
        {std::move(cells[1]), std::move(cells[2]), std::move(cells[3])});
  }
  return sentences;
}

std::optional<NameKind> kind_of(std::string_view type) {
  if (type == "per") return NameKind::kPerson;
  if (type == "org") return NameKind::kOrg;
  if (type == "geo" || type == "gpe") return NameKind::kPlace;
  if (type == "art" || type == "eve" || type == "nat") return NameKind::kThing;
  return std::nullopt;
}

// The words of each sentence that tell what it is about: long ones that few sentences
// have.
std::vector<std::set<std::string>> rare_words(
    const std::vector<GmbSentence>& sentences) {
  constexpr std::size_t kLeastBytes = 5;
  constexpr std::size_t kMostSentencesOfWord = 800;
  std::map<std::string, std::size_t> counts;
  std::vector<std::set<std::string>> words;
  for (const GmbSentence& sentence : sentences) {
    words.emplace_back();
    for (const GmbToken& token : sentence) {
      if (token.word.size() < kLeastBytes || !words.back().insert(token.word).second) {
        continue;
      }
      ++counts[token.word];
    }
  }
  for (auto& of_sentence : words) {
    std::erase_if(of_sentence, [&](const std::string& word) {
      return counts[word] > kMostSentencesOfWord;
    });
  }
  return words;
}

bool share_word(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a,
                             [&](const std::string& word) { return b.contains(word); });
}

// A first word that refers to what was said before.
bool goes_on(const GmbSentence& sentence) {
  static constexpr std::array<std::string_view, 13> kGoingOn = {
      "He",  "She", "They",    "It",   "But",   "His", "Her",
      "Mr.", "Ms.", "However", "Mrs.", "Their", "Its"};
  return std::ranges::find(kGoingOn, sentence.front().word) != kGoingOn.end();
}

// Finds where articles begin: at a sentence that has no rare word in common with those
// before it, but has one with those behind it.
class ArticleBorders {
 public:
  explicit ArticleBorders(const std::vector<GmbSentence>& sentences)
      : sentences_(sentences), words_(rare_words(sentences)) {}

  /// Whether sentence `i` begins an article, when the last one begins at `start`.
  bool begins(std::size_t i, std::size_t start) const {
    if (i - start >= kMostSentences) return true;
    if (goes_on(sentences_[i]) || !shares_with(i, i + 1, i + kAhead + 1)) {
      return false;
    }
    const std::size_t from = std::max(start, i < kBehind ? 0 : i - kBehind);
    return !shares_with(i, from, i) &&
           !(i + 1 < words_.size() && shares_with(i + 1, from, i));
  }

 private:
  static constexpr std::size_t kBehind = 4;  // Sentences that are looked at.
  static constexpr std::size_t kAhead = 2;

  bool shares_with(std::size_t i, std::size_t from, std::size_t to) const {
    for (std::size_t other = from; other < std::min(to, words_.size()); ++other) {
      if (share_word(words_[i], words_[other])) return true;
    }
    return false;
  }

  const std::vector<GmbSentence>& sentences_;
  std::vector<std::set<std::string>> words_;
};

// Where each article ends, as counts of sentences from the start.
std::vector<std::size_t> article_ends(const std::vector<GmbSentence>& sentences) {
  const ArticleBorders borders(sentences);
  std::vector<std::size_t> ends;
  std::size_t start = 0;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (!borders.begins(i, start)) continue;
    ends.push_back(i);
    start = i;
  }
  if (!sentences.empty()) ends.push_back(sentences.size());
  return ends;
}

// Makes the text and names of one article.
class ArticleBuilder {
 public:
  void add(const std::filesystem::path& file, const GmbSentence& sentence) {
    for (const GmbToken& token : sentence) {
      if (!tags_.add(token.tag)) {
        refuse_file(file, 0, "'" + token.tag + "' is no tag of a name.");
      }
      text_.add_token(token.word);
      words_.push_back(token.word);
      parts_of_speech_.push_back(token.part_of_speech);
    }
    tags_.end_sentence();
    text_.end_sentence();
  }

  LabelledArticle article(std::string id) const {
    LabelledArticle article{.id = std::move(id),
                            .body = text_.text(),
                            .tokens = text_.tokens(),
                            .lines_are_sentences = true};
    for (const TokenRun& run : tags_.runs()) {
      if (auto mention = mention_of(run)) {
        article.mentions.push_back(std::move(*mention));
      }
    }
    return article;
  }

 private:
  std::optional<LabelledMention> mention_of(const TokenRun& run) const {
    const auto kind = kind_of(run.type);
    std::optional<TokenRange> range = TokenRange{run.first, run.last};
    if (kind == NameKind::kPerson) range = without_titles(words_, *range);
    if (!kind || !range || !is_capitalised(words_[range->first])) return std::nullopt;
    const bool proper = parts_of_speech_[range->last].starts_with("NNP");
    return LabelledMention{.begin = text_.tokens()[range->first].begin,
                           .end = text_.tokens()[range->last].end,
                           .kind = *kind,
                           .is_demonym = run.type == "gpe" && !proper};
  }

  TokenText text_;
  TagReader tags_;
  std::vector<std::string> words_;
  std::vector<std::string> parts_of_speech_;
};

}  // namespace

std::vector<LabelledArticle> read_gmb_corpus(const std::filesystem::path& file) {
  const std::vector<GmbSentence> sentences = read_sentences(file);
  std::vector<LabelledArticle> articles;
  std::size_t next = 0;
  for (const std::size_t end : article_ends(sentences)) {
    ArticleBuilder builder;
    for (; next < end; ++next) builder.add(file, sentences[next]);
    articles.push_back(builder.article(file.filename().string() + "#" +
                                       std::to_string(articles.size() + 1)));
  }
  if (articles.empty()) refuse_file(file, 0, "There is no sentence in it.");
  return articles;
}

}  // namespace dateline::corpora
