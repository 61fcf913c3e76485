#include "tools/corpora/gum_corpus.h"

#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/gum_document.h"
#include "tools/corpora/name_phrase.h"
#include "tools/corpora/token_text.h"

namespace dateline::corpora {
namespace {

bool is_free_genre(std::string_view document) {
  static constexpr std::array<std::string_view, 6> kGenres = {
      "GUM_news_",   "GUM_interview_", "GUM_bio_",
      "GUM_voyage_", "GUM_academic_",  "GUM_court_"};
  return std::ranges::any_of(
      kGenres, [&](std::string_view genre) { return document.starts_with(genre); });
}

std::optional<NameKind> kind_of(std::string_view type) {
  if (type == "person") return NameKind::kPerson;
  if (type == "organization") return NameKind::kOrg;
  if (type == "place") return NameKind::kPlace;
  if (type == "event" || type == "object" || type == "abstract") {
    return NameKind::kThing;
  }
  return std::nullopt;
}

bool is_proper(const GumToken& token) {
  return token.tag == "NP" || token.tag == "NPS";
}

// Words that join proper nouns to one name: "of", "the", "&", numbers, capitals.
bool may_stand_in_name(const GumToken& token) {
  if (is_proper(token) || token.tag == "IN" || token.tag == "DT" || token.tag == "CC" ||
      token.tag == "HYPH" || token.tag == "CD" || token.tag == "FW") {
    return true;
  }
  if (token.word == "&" || token.word == "." || token.word == "/") return true;
  return is_capitalised(token.word) && token.tag != "PP" && token.tag != "PP$";
}

bool ends_name(const GumToken& token) {
  return token.tag == "," || token.tag == "(" || token.tag == "POS" ||
         token.tag == ":" || token.tag == "WDT" || token.tag == "WP" ||
         token.tag == "''";
}

// Whether two phrases stand side by side in it: "Poland and Sweden".
bool is_coordination(const GumDocument& document, TokenRange range) {
  bool joined = false;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    joined = joined || document.tokens[i].tag == "CC";
    if (joined && document.tokens[i].relation == "conj") return true;
  }
  return false;
}

// "Alvin Yeung from the Civic Party" has a name before its preposition.
bool is_behind_name(const GumToken& token, NameKind kind) {
  if (ends_name(token)) return true;
  if (token.tag != "IN") return false;
  if (kind == NameKind::kPerson) return true;
  return token.word != "of" && token.word != "for" && token.word != "in" &&
         token.word != "on" && token.word != "with" && token.word != "to";
}

// A phrase without the articles and quotes it begins with, up to its first comma or
// possessive, and without the titles before a person.
std::optional<TokenRange> core_of(const GumDocument& document, const GumPhrase& phrase,
                                  NameKind kind) {
  std::size_t first = phrase.first;
  while (first <= phrase.last &&
         (document.tokens[first].tag == "DT" || document.tokens[first].tag == "PP$" ||
          document.tokens[first].tag == "``")) {
    ++first;
  }
  std::size_t end = first;
  while (end <= phrase.last && !is_behind_name(document.tokens[end], kind)) ++end;
  if (kind == NameKind::kPerson) {
    for (std::size_t i = first; i < end; ++i) {
      const GumToken& token = document.tokens[i];
      const bool describes = token.relation == "nmod:desc" || token.tag == "NN";
      if (describes || title_word(token.word) == TitleWord::kTitle) first = i + 1;
    }
  }
  if (first >= end) return std::nullopt;
  return TokenRange{first, end - 1};
}

// The part of a phrase that is a name, where it has one.
std::optional<TokenRange> name_in(const GumDocument& document, const GumPhrase& phrase,
                                  NameKind kind) {
  const auto core = core_of(document, phrase, kind);
  if (!core) return std::nullopt;
  const auto begin = document.tokens.begin();
  const auto first = begin + static_cast<std::ptrdiff_t>(core->first);
  const auto end = begin + static_cast<std::ptrdiff_t>(core->last) + 1;
  if (!std::all_of(first, end, may_stand_in_name)) return std::nullopt;
  if (!std::any_of(first, end, is_proper)) return std::nullopt;
  const GumToken& last = document.tokens[core->last];
  if (last.tag == "IN" || last.tag == "DT" || last.tag == "CC") return std::nullopt;
  if (phrase.link.empty() && is_coordination(document, *core)) return std::nullopt;
  return core;
}

// "Figure 1", "Table 2", "24 °C".
bool is_number(const GumDocument& document, TokenRange name) {
  const GumToken& first = document.tokens[name.first];
  const GumToken& second = document.tokens[std::min(name.first + 1, name.last)];
  if (first.tag == "CD" && (second.word == "°" || second.word == "º")) return true;
  static constexpr std::array<std::string_view, 9> kParts = {
      "Figure",  "Fig.",     "Table",   "Factor", "Section",
      "Chapter", "Appendix", "Example", "Step"};
  return std::ranges::find(kParts, first.word) != kParts.end();
}

// Capitals that are no name here: "the Petitioner", "Modern English", "Culture".
bool is_generic(const GumDocument& document, const GumPhrase& phrase, TokenRange name,
                NameKind kind) {
  const bool one_word = name.first == name.last;
  if (kind == NameKind::kPerson) {
    return one_word && phrase.link.empty() && document.tokens[phrase.first].tag == "DT";
  }
  if (kind != NameKind::kThing) return false;
  if (phrase.link.find("language") != std::string::npos) return true;
  if (is_number(document, name)) return true;
  return phrase.link.empty() && one_word;
}

std::optional<LabelledMention> mention_of(const GumDocument& document,
                                          const GumPhrase& phrase,
                                          const std::vector<TokenSpan>& spans) {
  const auto kind = kind_of(phrase.type);
  if (!kind || phrase.last >= document.tokens.size()) return std::nullopt;
  const auto name = name_in(document, phrase, *kind);
  if (!name || is_generic(document, phrase, *name, *kind)) return std::nullopt;
  return LabelledMention{.begin = spans[name->first].begin,
                         .end = spans[name->last].end,
                         .kind = *kind,
                         .entity = phrase.chain,
                         .link = phrase.link};
}

TokenText text_of(const GumDocument& document) {
  TokenText text;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const GumToken& token = document.tokens[i];
    if (i > 0 && token.sentence != document.tokens[i - 1].sentence) text.end_sentence();
    if (token.tag == "HYPH") text.join_next();
    text.add_token(token.word);
    if (token.tag == "HYPH") text.join_next();
  }
  text.end_sentence();
  return text;
}

LabelledArticle labelled(const GumDocument& document) {
  const TokenText text = text_of(document);
  LabelledArticle article{.id = document.name,
                          .body = text.text(),
                          .published = document.published,
                          .tokens = text.tokens(),
                          .lines_are_sentences = true};
  for (const GumPhrase& phrase : document.phrases) {
    if (auto mention = mention_of(document, phrase, article.tokens)) {
      article.mentions.push_back(std::move(*mention));
    }
  }
  sort_mentions(article.mentions);
  std::vector<std::string> words;
  for (const GumToken& token : document.tokens) words.push_back(token.word);
  add_demonyms(words, article.tokens, article.mentions);
  return article;
}

}  // namespace

std::vector<LabelledArticle> read_gum_corpus(const std::filesystem::path& folder) {
  std::vector<LabelledArticle> articles;
  for (const auto& tsv : corpus_files(folder / "tsv", ".tsv")) {
    const std::string name = tsv.stem().string();
    if (!is_free_genre(name)) continue;
    articles.push_back(
        labelled(read_gum_document(tsv, folder / "xml" / (name + ".xml"))));
  }
  if (articles.empty()) {
    throw Error(ErrorCode::kNotFound,
                "'" + folder.string() + "' has no document whose text is free to use.");
  }
  return articles;
}

}  // namespace dateline::corpora
