#include "tools/corpora/cat_document.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/xml_tags.h"

namespace dateline::corpora {
namespace {

constexpr std::size_t kMarkedSentences = 6;  // The headline, the day, and four more.

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
    if (name != "token_anchor") anchors_ = nullptr;
    if (name == "Document") {
      document_.name = tags_.attribute("doc_name");
    } else if (name == "token") {
      read_token();
    } else if (name == "ENTITY_MENTION") {
      document_.phrases.push_back(
          {tags_.attribute("m_id"), tags_.attribute("syntactic_type")});
      anchors_ = &document_.phrases.back().tokens;
    } else if (name == "token_anchor" && anchors_ != nullptr) {
      anchors_->push_back(tags_.attribute("t_id"));
    } else if (name == "ENTITY") {
      document_.entities[tags_.attribute("m_id")] = {tags_.attribute("ent_type"),
                                                     tags_.attribute("external_ref")};
    } else if (name == "TIMEX3") {
      read_time();
    } else {
      read_relation(name);
    }
  }

  void read_time() {
    document_.times.push_back(
        {.is_creation_time = tags_.attribute("functionInDocument") == "CREATION_TIME",
         .type = tags_.attribute("type"),
         .value = tags_.attribute("value"),
         .modifier = tags_.attribute("mod")});
    const CatTime& time = document_.times.back();
    if (time.is_creation_time) {
      document_.published = parse_date(time.value).value_or(Date{});
    }
    anchors_ = &document_.times.back().tokens;
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
  std::vector<std::string>* anchors_ = nullptr;  // Of the mark that is read.
  std::optional<std::vector<std::string>> sources_;
};

}  // namespace

std::optional<TokenRange> CatDocument::range_of(
    const std::vector<std::string>& ids) const {
  std::vector<std::size_t> tokens;
  for (const std::string& id : ids) {
    const auto token = token_by_id.find(id);
    if (token == token_by_id.end()) return std::nullopt;
    tokens.push_back(token->second);
  }
  if (tokens.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax(tokens);
  if (last - first + 1 != tokens.size()) return std::nullopt;
  return TokenRange{first, last};
}

CatDocument read_cat_document(const std::filesystem::path& file) {
  const std::string xml = read_corpus_file(file);
  return CatReader(file, xml).read();
}

}  // namespace dateline::corpora
