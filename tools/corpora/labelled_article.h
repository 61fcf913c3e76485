// An article in which every name is marked, whatever corpus it comes from.
//
//   for (const LabelledArticle& article : read_conll_corpus("eng.train"))
//     for (const LabelledMention& mention : article.mentions)
//       use(surface_of(article, mention), mention.kind);

#pragma once

#include <dateline/date.h>
#include <dateline/name.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// Bytes [begin, end) of the title or of the body that are a name.
struct LabelledMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  NameKind kind = NameKind::kPerson;
  bool is_demonym = false;  ///< "Russian"; `kind` is then kPlace.
  bool in_title = false;    ///< The bytes are of LabelledArticle::title.
  bool gives_facet = true;  ///< False in furniture, references, related lines.
  std::string entity{};     ///< Who is meant, inside the article; "" unknown.
  std::string link{};       ///< The same over all articles: a canonical name or the
                            ///< title of a Wikipedia page; "" unknown.

  friend bool operator==(const LabelledMention&, const LabelledMention&) = default;
};

/// Bytes [begin, end) of a body that are one token of the corpus.
struct TokenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

/// Plain data, UTF-8. What the corpus does not tell is empty.
struct LabelledArticle {
  std::string id;
  std::string title{};
  std::string body{};
  Date published{};
  std::vector<LabelledMention> mentions{};  ///< Those of the title first, each part by
                                            ///< `begin`; no two overlap.
  std::vector<TokenSpan> tokens{};   ///< Of the body, where the corpus came in tokens.
  bool lines_are_sentences = false;  ///< Every line of the body is one sentence.
};

/// The bytes of the mention.
std::string_view surface_of(const LabelledArticle& article,
                            const LabelledMention& mention);

/// Orders the mentions as LabelledArticle has them; of two that overlap the longer one
/// stays, of equally long ones the first.
void sort_mentions(std::vector<LabelledMention>& mentions);

}  // namespace dateline::corpora
