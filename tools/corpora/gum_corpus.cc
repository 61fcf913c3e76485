#include "tools/corpora/gum_corpus.h"

#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/gum_document.h"
#include "tools/corpora/name_phrase.h"

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
  return token.tag == "," || token.tag == "(" || token.tag == ":" ||
         token.tag == "WDT" || token.tag == "WP" || token.tag == "''";
}

// Stands before a name in its phrase: "the", "her", "only".
bool is_before_name(const GumToken& token) {
  return token.tag == "DT" || token.tag == "PDT" || token.tag == "PP$" ||
         token.tag == "RB" || token.tag == "HYPH" || token.tag == "``";
}

// "Alvin Yeung from the Civic Party" has a name before its preposition.
bool is_behind_name(const GumToken& token, NameKind kind) {
  if (ends_name(token)) return true;
  if (token.tag != "IN") return false;
  if (kind == NameKind::kPerson) return true;
  return token.word != "of" && token.word != "for" && token.word != "in" &&
         token.word != "on" && token.word != "with" && token.word != "to";
}

// Whether two phrases stand side by side in it: "Poland and Sweden". Organisations may
// have an "and" of their own.
bool is_coordination(const GumDocument& document, TokenRange range, NameKind kind) {
  bool joined = false;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    const GumToken& token = document.tokens[i];
    joined = joined || token.tag == "CC";
    if (joined && (kind == NameKind::kPerson || token.relation == "conj")) return true;
  }
  return false;
}

// Whether the phrase is somebody's who is named before: "Russell's interpreter".
bool has_possessor(const GumDocument& document, TokenRange range) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (document.tokens[i].tag == "POS") return true;
  }
  return false;
}

// Behind the last word that tells what a person is: "NASA Administrator Charles ...".
std::size_t behind_description(const GumDocument& document, TokenRange range) {
  std::size_t first = range.first;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    const GumToken& token = document.tokens[i];
    if (token.relation == "nmod:desc" || token.tag == "NN" ||
        title_word(token.word) == TitleWord::kTitle) {
      first = i + 1;
    }
  }
  return first;
}

// A phrase without what stands before and behind a name, and without a person's titles.
std::optional<TokenRange> core_of(const GumDocument& document, const GumPhrase& phrase,
                                  NameKind kind) {
  std::size_t first = phrase.first;
  while (first <= phrase.last && is_before_name(document.tokens[first])) ++first;
  std::size_t end = first;
  while (end <= phrase.last && !is_behind_name(document.tokens[end], kind)) ++end;
  if (first < end && document.tokens[end - 1].tag == "POS") --end;
  if (first >= end || has_possessor(document, {first, phrase.last})) {
    return std::nullopt;
  }
  if (kind == NameKind::kPerson) {
    first = behind_description(document, {first, end - 1});
    if (first >= end) return std::nullopt;
  }
  return TokenRange{first, end - 1};
}

// The part of a phrase that is a name, where it has one.
std::optional<TokenRange> name_in(const GumDocument& document, const GumPhrase& phrase,
                                  NameKind kind) {
  const auto core = core_of(document, phrase, kind);
  if (!core) return std::nullopt;
  const auto words =
      std::span(document.tokens).subspan(core->first, core->last - core->first + 1);
  if (!std::ranges::all_of(words, may_stand_in_name)) return std::nullopt;
  if (!std::ranges::any_of(words, is_proper)) return std::nullopt;
  const std::string& last = words.back().tag;
  if (last == "IN" || last == "DT" || last == "CC") return std::nullopt;
  const bool may_be_two = kind == NameKind::kPerson || phrase.link.empty();
  if (may_be_two && is_coordination(document, *core, kind)) return std::nullopt;
  return core;
}

// "Figure 1", "Table 2", "24 °C".
bool is_number(std::span<const GumToken> words) {
  static constexpr std::array<std::string_view, 9> kParts = {
      "Figure",  "Fig.",     "Table",   "Factor", "Section",
      "Chapter", "Appendix", "Example", "Step"};
  const bool degrees = words.size() > 1 && words[0].tag == "CD" &&
                       (words[1].word == "°" || words[1].word == "º");
  return degrees || std::ranges::find(kParts, words[0].word) != kParts.end();
}

// Capitals that are no person's name: "the Petitioner", "43 million Americans",
// "Governor".
bool is_generic_person(const GumDocument& document, const GumPhrase& phrase,
                       std::span<const GumToken> words) {
  if (words.front().tag == "CD" || words.back().tag == "NPS") return true;
  if (words.size() > 1) return false;
  return title_word(words[0].word) != TitleWord::kNone ||
         (phrase.link.empty() && document.tokens[phrase.first].tag == "DT");
}

// Capitals that are no name here, of a thing: "Modern English", "Culture".
bool is_generic_thing(const GumPhrase& phrase, std::span<const GumToken> words) {
  return phrase.link.find("language") != std::string::npos || is_number(words) ||
         (phrase.link.empty() && words.size() == 1);
}

bool is_generic(const GumDocument& document, const GumPhrase& phrase, TokenRange name,
                NameKind kind) {
  const auto words =
      std::span(document.tokens).subspan(name.first, name.last - name.first + 1);
  if (kind == NameKind::kPerson) return is_generic_person(document, phrase, words);
  return kind == NameKind::kThing && is_generic_thing(phrase, words);
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

LabelledArticle labelled(const GumDocument& document) {
  const TokenText text = running_text(document);
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
