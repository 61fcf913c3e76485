// Articles from collections in TREC's <DOC> format.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/readers/record_reader.h"
#include "index/readers/sgml_records.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// One article a <DOC> element, as read_trec_record() says.
class TrecReader final : public RecordReader {
 public:
  /// `source` must outlive this.
  TrecReader(TextSource& source, std::size_t max_record_bytes, RejectSink reject);
  bool next(Article& article) override;

 private:
  SgmlRecords records_;
};

/// What reading a <DOC> gave besides the article.
struct TrecOutcome {
  std::string rejected{};               ///< Why it is no article; empty: it is one.
  std::vector<std::string> not_read{};  ///< Fields left out; the article is good.
};

/// Fills `article` from one element, "<DOC> … </DOC>", of the TREC disks, AQUAINT,
/// Gigaword and collections written like them. The id is the DOCNO. The day is that of
/// <DATE>, <DATE1> or <DATE_TIME>, else the one in the DOCNO (AP880212-0001,
/// LA010189-0001, APW19980601.0003), whose letters also tell the source. A dateline
/// stands at the start of the body.
TrecOutcome read_trec_record(std::string record, Article& article);

}  // namespace dateline::readers
