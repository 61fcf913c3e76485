#include "tools/corpora/meantime_corpus.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/cat_document.h"
#include "tools/corpora/corpus_file.h"
#include "tools/corpora/name_phrase.h"

namespace dateline::corpora {
namespace {

std::optional<NameKind> kind_of(std::string_view type) {
  if (type == "PER") return NameKind::kPerson;
  if (type == "ORG") return NameKind::kOrg;
  if (type == "LOC") return NameKind::kPlace;
  if (type == "PRO" || type == "FIN") return NameKind::kThing;
  return std::nullopt;
}

// A phrase that the annotators call a name, or one word before a noun that may be.
bool may_be_name(const CatPhrase& phrase) {
  return phrase.syntax == "NAM" || phrase.syntax == "PRE.NAM" ||
         phrase.syntax == "ARC" ||
         (phrase.syntax == "PRE.NOM" && phrase.tokens.size() == 1);
}

// "http://dbpedia.org/resource/Steve_Jobs" as "Steve_Jobs".
std::string page_title(const std::string& address) {
  return address.substr(address.rfind('/') + 1);
}

// "Boeing and Lockheed": its parts are phrases too.
bool is_coordination(const CatDocument& document, TokenRange range) {
  for (std::size_t i = range.first; i <= range.last; ++i) {
    if (document.words[i] == "and") return true;
  }
  return false;
}

// Without the ending of "EADS-led", "Intel-based".
std::size_t end_of_name(const CatDocument& document, std::size_t token) {
  const std::string& word = document.words[token];
  const std::size_t hyphen = word.rfind('-');
  const bool small = hyphen != std::string::npos && hyphen > 0 &&
                     hyphen + 1 < word.size() && word[hyphen + 1] >= 'a' &&
                     word[hyphen + 1] <= 'z';
  const TokenSpan span = document.text.tokens()[token];
  return small ? span.begin + hyphen : span.end;
}

std::optional<LabelledMention> mention_of(const CatDocument& document,
                                          const CatPhrase& phrase) {
  const auto id = document.entity_of.find(phrase.id);
  if (!may_be_name(phrase) || id == document.entity_of.end()) return std::nullopt;
  const auto entity = document.entities.find(id->second);
  if (entity == document.entities.end()) return std::nullopt;
  const auto kind = kind_of(entity->second.type);
  const auto range = document.range_of(phrase.tokens);
  if (!kind || !range) return std::nullopt;
  const auto name = name_in_phrase(document.words, *range, *kind);
  if (!name || (entity->second.link.empty() && is_coordination(document, *name))) {
    return std::nullopt;
  }
  return LabelledMention{.begin = document.text.tokens()[name->first].begin,
                         .end = end_of_name(document, name->last),
                         .kind = *kind,
                         .entity = id->second,
                         .link = page_title(entity->second.link)};
}

LabelledArticle labelled(const CatDocument& document) {
  LabelledArticle article{.id = document.name,
                          .body = document.text.text(),
                          .published = document.published,
                          .tokens = document.text.tokens(),
                          .lines_are_sentences = true};
  for (const CatPhrase& phrase : document.phrases) {
    if (auto mention = mention_of(document, phrase)) {
      article.mentions.push_back(std::move(*mention));
    }
  }
  sort_mentions(article.mentions);
  add_demonyms(document.words, article.tokens, article.mentions);
  return article;
}

}  // namespace

std::vector<LabelledArticle> read_meantime_corpus(const std::filesystem::path& folder) {
  std::vector<LabelledArticle> articles;
  for (const auto& file : corpus_files(folder, ".xml")) {
    articles.push_back(labelled(read_cat_document(file)));
  }
  return articles;
}

}  // namespace dateline::corpora
