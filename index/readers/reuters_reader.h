// Articles from Reuters-21578 SGML.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "index/readers/record_reader.h"
#include "index/readers/sgml_records.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// One article a <REUTERS> element: id "reuters/NEWID", source "Reuters". The dateline
/// stands at the start of the body ("SALVADOR, Feb 26 - Showers …"). A text without
/// <BODY> gives what is left of <TEXT>. The closing line "Reuter" is left out, and
/// "Blah blah blah.", which the collection has where there was no text. Of <DATE> only
/// the day is read, whatever dirt follows it. A record without title and text is an
/// article too: the editors' codes stand in it.
class ReutersReader final : public RecordReader {
 public:
  /// `source` must outlive this.
  ReutersReader(TextSource& source, std::size_t max_record_bytes, RejectSink reject);
  bool next(Article& article) override;

 private:
  SgmlRecords records_;
};

/// Fills `article` from one element, "<REUTERS …> … </REUTERS>". Gives the text of a
/// <DATE> that is not understood.
std::optional<std::string> read_reuters_record(std::string record, Article& article);

}  // namespace dateline::readers
