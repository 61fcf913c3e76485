#include "index/document_builder.h"

#include <simdjson.h>
#include <utf8proc.h>
#include <xapian.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "index/facet_names.h"
#include "index/regions/repeated_lines.h"
#include "index/schema.h"
#include "index/text/shouted_lines.h"

namespace dateline {
namespace {

// Positions after the last one of `tokens`, which start at 0.
std::uint32_t words_in(std::span<const text::Token> tokens) {
  std::uint32_t words = 0;
  for (const text::Token& token : tokens) {
    words = std::max(words, token.position + (token.joined ? token.parts : 1));
  }
  return words;
}

std::uint32_t tag_of(NameKind kind) { return static_cast<std::uint32_t>(kind); }
NameKind kind_of(std::uint32_t tag) { return static_cast<NameKind>(tag); }

}  // namespace

void repair_text(std::string& text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return;
  std::string repaired;
  repaired.reserve(text.size() + 16);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(
        bytes + i,
        static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - i, 4)),
        &character);
    if (length > 0) {
      repaired.append(text, i, static_cast<std::size_t>(length));
      i += static_cast<std::size_t>(length);
    } else {
      repaired.append("\xEF\xBF\xBD");
      ++i;
    }
  }
  text = std::move(repaired);
}

void repair_text(Article& article) {
  for (std::string* text : {&article.id, &article.title, &article.body, &article.source,
                            &article.url, &article.language}) {
    repair_text(*text);
  }
  for (std::string& author : article.authors) repair_text(author);
  for (std::string& topic : article.topics) repair_text(topic);
  for (Name& name : article.names) repair_text(name.text);
}

DocumentBuilder::DocumentBuilder(std::string default_language,
                                 RecordDictionaryPtr dictionary)
    : default_language_(std::move(default_language)) {
  if (dictionary) compressor_.emplace(std::move(dictionary));
}

text::Analyzer& DocumentBuilder::analyzer_for(const std::string& language) {
  const std::string& name = language.empty() ? default_language_ : language;
  const auto found = analyzers_.find(name);
  if (found != analyzers_.end()) return found->second;
  constexpr std::size_t kMostAnalyzers = 64;  // Articles may name any language.
  if (analyzers_.size() >= kMostAnalyzers) analyzers_.clear();
  return analyzers_.try_emplace(name, name).first->second;
}

std::uint32_t DocumentBuilder::add_title(text::Analyzer& analyzer,
                                         std::string_view title) {
  const auto tokens = analyzer.analyze(title, {.capitals = text::is_mixed_case(title)});
  for (const text::Token& token : tokens) {
    const std::uint32_t position = schema::kFirstPosition + token.position;
    postings_.add_word(TermKind::kWord, token.word, position, TermKind::kStem,
                       token.stem);
    postings_.add_word(TermKind::kTitleWord, token.word, position, TermKind::kTitleStem,
                       token.stem);
    if (!token.capitals.empty()) {
      postings_.add(TermKind::kCapitals, token.capitals, position);
    }
  }
  return words_in(tokens);
}

std::uint32_t DocumentBuilder::add_body(text::Analyzer& analyzer,
                                        const AnnotatedArticle& annotated,
                                        std::uint32_t first_position) {
  const std::string& body = annotated.article.body;
  const auto tokens = analyzer.analyze(body, {.capitals = text::is_mixed_case(body)});
  text::ShoutedLines shouted(body);
  for (const text::Token& token : tokens) {
    const std::uint32_t position = first_position + token.position;
    postings_.add_word(TermKind::kWord, token.word, position, TermKind::kStem,
                       token.stem);
    if (!token.capitals.empty() && !shouted.contains(token)) {
      postings_.add(TermKind::kCapitals, token.capitals, position);
    }
  }
  set_value(schema::slot::kFingerprint,
            duplicates::pack(fingerprinter_.take(annotated.article.title, tokens,
                                                 annotated.regions)));
  return words_in(tokens);
}

void DocumentBuilder::add_value_terms(const Article& article) {
  const auto add = [&](Field field, const std::string& value) {
    if (!value.empty()) postings_.add_boolean(schema::value_term(field, value));
  };
  postings_.add_boolean(schema::id_term(article.id));
  add(Field::kSource, article.source);
  for (const std::string& author : article.authors) add(Field::kAuthor, author);
  add(Field::kUrl, article.url);
  add(Field::kSite, schema::site_of(article.url));
  add(Field::kLanguage, article.language);
  for (const std::string& topic : article.topics) add(Field::kTopic, topic);
}

void DocumentBuilder::add_values(const Article& article) {
  set_value(schema::slot::kSource, article.source);
  set_value(schema::slot::kAuthors, schema::pack_strings(article.authors));
  set_value(schema::slot::kTopics, schema::pack_strings(article.topics));
  set_value(schema::slot::kLanguage, article.language);
}

void DocumentBuilder::add_published(Date date) {
  if (!date || !is_valid(date)) return;
  for (const Date coarser : schema::with_coarser(date)) {
    postings_.add_boolean(schema::published_term(coarser));
  }
  set_value(schema::slot::kPublished,
            Xapian::sortable_serialise(to_days(first_day(date))));
  set_value(schema::slot::kPublishedDate, schema::pack_dates(std::span(&date, 1)));
}

void DocumentBuilder::add_lines(const Article& article) {
  for (const auto& line : regions::repeatable_lines(article.source, article.body)) {
    postings_.add_boolean(schema::line_term(line.key));
  }
}

void DocumentBuilder::add_mentioned(const AnnotatedArticle& annotated) {
  const std::vector<DateRange> periods = facet_dates(annotated);
  for (const DateRange& period : periods) {
    for (const std::string& term : schema::mentioned_terms(period)) {
      postings_.add_boolean(term);
    }
  }
  set_value(schema::slot::kMentioned, schema::pack_periods(periods));
}

// Countries that are mentioned by their demonym, and not by name.
void DocumentBuilder::add_demonyms(const AnnotatedArticle& annotated,
                                   std::span<const std::uint64_t> sorted_ids) {
  names_.clear();
  for (const auto* part : {&annotated.title, &annotated.body}) {
    for (const NameMention& mention : part->names) {
      if (!mention.is_demonym || !gives_facets(mention.region)) continue;
      names_.row(mention.name.text, tag_of(mention.name.kind));
    }
  }
  for (const Interner::Row& name : names_.rows()) {
    const std::uint64_t id = schema::name_id(kind_of(name.tag), name.text);
    if (std::binary_search(sorted_ids.begin(), sorted_ids.end(), id)) continue;
    postings_.add_boolean(schema::demonym_term(name.text));
  }
}

void DocumentBuilder::add_names(const AnnotatedArticle& annotated) {
  names_.clear();
  for_each_facet_name(annotated, [this](const Name& name, std::size_t) {
    names_.row(name.text, tag_of(name.kind));
  });
  std::vector<std::uint64_t> ids;
  ids.reserve(names_.rows().size());
  for (const Interner::Row& name : names_.rows()) {
    const schema::NameKey key = schema::name_key(kind_of(name.tag), name.text);
    postings_.add_boolean(key.term);
    ids.push_back(key.id);
  }
  // Two spellings may fold to one name, which must not count twice.
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  set_value(schema::slot::kNames, schema::pack_name_ids(ids));
  add_demonyms(annotated, ids);
}

void DocumentBuilder::set_value(std::uint32_t slot, std::string bytes) {
  if (!bytes.empty()) values_.insert_or_assign(slot, std::move(bytes));
}

std::span<const glass::Value> DocumentBuilder::sorted_values() {
  value_views_.clear();
  for (const auto& [slot, bytes] : values_) value_views_.push_back({slot, bytes});
  return value_views_;
}

BuiltDocument DocumentBuilder::build(const AnnotatedArticle& annotated) {
  const Article& article = annotated.article;
  postings_.clear();
  values_.clear();
  text::Analyzer& analyzer = analyzer_for(article.language);
  const std::uint32_t title_words = add_title(analyzer, article.title);
  const std::uint32_t body_begin =
      schema::kFirstPosition + (title_words == 0 ? 0 : title_words + schema::kTitleGap);
  const std::uint32_t words = title_words + add_body(analyzer, annotated, body_begin);

  add_value_terms(article);
  add_values(article);
  add_published(article.published.date);
  add_lines(article);
  add_mentioned(annotated);
  add_names(annotated);
  set_value(schema::slot::kLength, Xapian::sortable_serialise(words));
  std::string_view record = encoder_.encode(annotated);
  if (compressor_) record = compressor_->compress(record);
  return {postings_.sorted(), sorted_values(), record};
}

}  // namespace dateline
