// From an article to the document that Xapian stores, by way of text analysis and the
// schema.

#pragma once

#include <dateline/annotate.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_record.h"
#include "index/duplicates/fingerprint.h"
#include "index/glass/segment_writer.h"
#include "index/interner.h"
#include "index/posting_collector.h"
#include "index/record_compression.h"
#include "index/text/analyzer.h"

namespace dateline {

/// Replaces each byte that is no UTF-8 by U+FFFD, in all texts of `article`.
void repair_text(Article& article);

/// Replaces each byte of `text` that is no UTF-8 by U+FFFD.
void repair_text(std::string& text);

/// A document that no database has yet.
struct BuiltDocument {
  std::span<const glass::Posting> postings;  ///< By term.
  std::span<const glass::Value> values;      ///< By slot.
  std::string_view data;                     ///< The record, maybe compressed.
};

/// Makes documents. Reused, it keeps its memory; one object belongs to one thread at a
/// time.
class DocumentBuilder {
 public:
  /// `default_language`: of articles that name none. BCP 47. Records are compressed by
  /// `dictionary` unless it is null.
  explicit DocumentBuilder(std::string default_language,
                           RecordDictionaryPtr dictionary = nullptr);

  /// The document of `annotated`: every term, slot and the record that schema.h tells
  /// of. Its texts must be UTF-8. Lives until the next call.
  BuiltDocument build(const AnnotatedArticle& annotated);

 private:
  text::Analyzer& analyzer_for(const std::string& language);
  std::uint32_t add_title(text::Analyzer& analyzer, std::string_view title);
  std::uint32_t add_body(text::Analyzer& analyzer, const AnnotatedArticle& annotated,
                         std::uint32_t first_position);
  void add_value_terms(const Article& article);
  void add_values(const Article& article);
  void add_published(Date date);
  void add_lines(const Article& article);
  void add_mentioned(const AnnotatedArticle& annotated);
  void add_names(const AnnotatedArticle& annotated);
  void add_demonyms(const AnnotatedArticle& annotated,
                    std::span<const std::uint64_t> sorted_ids);
  void set_value(std::uint32_t slot, std::string bytes);
  std::span<const glass::Value> sorted_values();

  std::string default_language_;
  std::map<std::string, text::Analyzer, std::less<>> analyzers_;
  PostingCollector postings_;
  std::map<std::uint32_t, std::string> values_;
  std::vector<glass::Value> value_views_;
  Interner names_;  // Of one article, as they are written.
  duplicates::Fingerprinter fingerprinter_;
  RecordEncoder encoder_;
  std::optional<RecordCompressor> compressor_;
};

}  // namespace dateline
