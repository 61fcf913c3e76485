// The sentence of an article that tells best of a period.

#pragma once

#include <dateline/annotate.h>
#include <dateline/searcher.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "query/passage.h"
#include "query/text_matches.h"

namespace dateline {

/// A sentence, and how well it tells of what is asked.
struct ToldSentence {
  int score = 0;
  std::string text;     ///< One line, the mention of the period marked.
  DateRange mentioned;  ///< The period that it mentions; open where none was asked for.
  std::vector<std::uint64_t> words;  ///< Hashes of its words, ordered, each once.
};

/// Whether two sentences say the same in nearly the same words.
bool are_alike(const ToldSentence& a, const ToldSentence& b);

/// The sentences of one article, of its title and of the lines that give facets. Lives
/// no longer than the article.
class ArticleSentences {
 public:
  /// `matcher`: what the query wants to see.
  ArticleSentences(const AnnotatedArticle& article, const TextMatcher& matcher,
                   text::Analyzer& analyzer);

  using IsAsked = std::function<bool(const DateRange&)>;

  /// The best of those that mention a period that is asked for: it has what the query
  /// wants, words of the title, stands early, is neither scrap nor heap. Of equals the
  /// first; nullopt where none mentions any.
  std::optional<ToldSentence> best(const IsAsked& is_asked,
                                   const SnippetOptions& options) const;

  /// The best of all, whatever it mentions; nullopt where there is no text.
  std::optional<ToldSentence> best(const SnippetOptions& options) const;

 private:
  struct Word {
    std::size_t begin;
    std::uint64_t hash;
    bool in_title;
  };
  // A title or a body.
  struct Part {
    std::string_view text;
    std::vector<Stretch> sentences;
    std::vector<Word> words;
    std::vector<TextMatch> matches;
    const std::vector<DateMention>* dates = nullptr;
    std::span<const RegionSpan> regions;
  };

  struct Candidate {
    const Part* part = nullptr;
    Stretch sentence;
    const DateMention* mention = nullptr;
    DateRange mentioned;
    int score = 0;
  };

  void read_title(const AnnotatedArticle& article, const TextMatcher& matcher,
                  text::Analyzer& analyzer);
  void read_body(const AnnotatedArticle& article, const TextMatcher& matcher,
                 text::Analyzer& analyzer);
  void add_words(std::span<const text::Token> tokens, Part& part);
  static int score(const Part& part, Stretch sentence);
  static ToldSentence told(const Candidate& candidate, const SnippetOptions& options);

  Part title_;
  Part body_;
  std::vector<std::uint64_t> title_stems_;  // Ordered.
};

}  // namespace dateline
