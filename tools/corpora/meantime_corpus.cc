#include "tools/corpora/meantime_corpus.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/name_phrase.h"
#include "tools/corpora/token_text.h"
#include "tools/corpora/xml_tags.h"

namespace dateline::corpora {
namespace {

constexpr std::size_t kMarkedSentences = 6;  // The headline, the day, and four more.

// A phrase that means somebody or something, by the tokens it is anchored to.
struct Phrase {
  std::string id;
  std::string syntax;
  std::vector<std::string> tokens;
};

struct Entity {
  std::string type;
  std::string link;
};

// What a file says, by its own ids.
struct CatDocument {
  std::string name;
  std::string title;
  Date published{};
  TokenText text;
  std::vector<std::string> words;
  std::map<std::string, std::size_t> token_by_id;
  std::vector<Phrase> phrases;
  std::map<std::string, Entity> entities;
  std::map<std::string, std::string> entity_of;  // By phrase.
};

class CatReader {
 public:
  CatReader(const std::filesystem::path& file, std::string_view xml)
      : file_(file), tags_(xml) {}

  CatDocument read() {
    while (tags_.next()) read_tag();
    if (tags_.damaged()) refuse_file(file_, tags_.line(), "A tag does not end.");
    if (document_.words.empty()) refuse_file(file_, 0, "There is no token in it.");
    document_.text.end_sentence();
    return std::move(document_);
  }

 private:
  void read_tag() {
    const std::string_view name = tags_.name();
    if (name == "Document") {
      document_.name = tags_.attribute("doc_name");
    } else if (name == "token") {
      read_token();
    } else if (name == "ENTITY_MENTION") {
      document_.phrases.push_back(
          {tags_.attribute("m_id"), tags_.attribute("syntactic_type"), {}});
      inside_phrase_ = true;
    } else if (name == "token_anchor" && inside_phrase_) {
      document_.phrases.back().tokens.push_back(tags_.attribute("t_id"));
    } else if (name == "ENTITY") {
      document_.entities[tags_.attribute("m_id")] = {tags_.attribute("ent_type"),
                                                     tags_.attribute("external_ref")};
    } else if (name == "TIMEX3" &&
               tags_.attribute("functionInDocument") == "CREATION_TIME") {
      document_.published = parse_date(tags_.attribute("value")).value_or(Date{});
    } else {
      read_relation(name);
    }
    if (name == "/ENTITY_MENTION") inside_phrase_ = false;
  }

  void read_relation(std::string_view name) {
    if (name == "REFERS_TO") {
      sources_.emplace();
    } else if (name == "source" && sources_) {
      sources_->push_back(tags_.attribute("m_id"));
    } else if (name == "target" && sources_) {
      for (const std::string& source : *sources_) {
        document_.entity_of[source] = tags_.attribute("m_id");
      }
    } else if (name == "/REFERS_TO") {
      sources_.reset();
    }
  }

  void read_token() {
    const std::string number = tags_.attribute("sentence");
    std::size_t sentence = 0;
    const char* const end = number.data() + number.size();
    if (number.empty() || std::from_chars(number.data(), end, sentence).ptr != end) {
      refuse_file(file_, tags_.line(), "The sentence of a token is no number.");
    }
    if (sentence >= kMarkedSentences) return;
    if (sentence != sentence_) document_.text.end_sentence();
    sentence_ = sentence;
    const std::string word = tags_.text();
    if (word.empty()) refuse_file(file_, tags_.line(), "A token is empty.");
    document_.token_by_id[tags_.attribute("t_id")] = document_.words.size();
    document_.words.push_back(word);
    document_.text.add_token(word);
  }

  const std::filesystem::path& file_;
  XmlTagReader tags_;
  CatDocument document_;
  std::size_t sentence_ = 0;
  bool inside_phrase_ = false;
  std::optional<std::vector<std::string>> sources_;
};

std::optional<NameKind> kind_of(std::string_view type) {
  if (type == "PER") return NameKind::kPerson;
  if (type == "ORG") return NameKind::kOrg;
  if (type == "LOC") return NameKind::kPlace;
  if (type == "PRO" || type == "FIN") return NameKind::kThing;
  return std::nullopt;
}

// A phrase that the annotators call a name, or one word before a noun that may be.
bool may_be_name(const Phrase& phrase) {
  return phrase.syntax == "NAM" || phrase.syntax == "PRE.NAM" ||
         phrase.syntax == "ARC" ||
         (phrase.syntax == "PRE.NOM" && phrase.tokens.size() == 1);
}

// The tokens that a phrase covers, where they are a run.
std::optional<TokenRange> range_of(const CatDocument& document, const Phrase& phrase) {
  std::vector<std::size_t> tokens;
  for (const std::string& id : phrase.tokens) {
    const auto token = document.token_by_id.find(id);
    if (token == document.token_by_id.end()) return std::nullopt;
    tokens.push_back(token->second);
  }
  if (tokens.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax(tokens);
  if (last - first + 1 != tokens.size()) return std::nullopt;
  return TokenRange{first, last};
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
                                          const Phrase& phrase) {
  const auto id = document.entity_of.find(phrase.id);
  if (!may_be_name(phrase) || id == document.entity_of.end()) return std::nullopt;
  const auto entity = document.entities.find(id->second);
  if (entity == document.entities.end()) return std::nullopt;
  const auto kind = kind_of(entity->second.type);
  const auto range = range_of(document, phrase);
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
  for (const Phrase& phrase : document.phrases) {
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
    const std::string xml = read_corpus_file(file);
    articles.push_back(labelled(CatReader(file, xml).read()));
  }
  return articles;
}

}  // namespace dateline::corpora
