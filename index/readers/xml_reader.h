// Articles from RSS, RDF, Atom, NITF and NewsML-G2.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "index/readers/charset.h"
#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"
#include "index/readers/xml/item_parser.h"

namespace dateline::readers {

/// One article an item, entry, <nitf> or <newsItem>, wherever in the file it stands;
/// packages of references are passed over. Memory in use does not depend on the number
/// of items.
class XmlReader final : public RecordReader {
 public:
  /// `source` must outlive this.
  XmlReader(TextSource& source, std::size_t max_record_bytes, RejectSink reject);
  bool next(Article& article) override;

 private:
  bool read_block();
  bool read_record(xml::XmlItem item, Article& article);
  void feed(std::string_view block);
  void end_of_file();
  void report(std::string reason, std::size_t line, bool kept);

  TextSource& source_;
  std::size_t max_record_bytes_;
  RejectSink reject_;
  xml::ItemParser parser_;
  std::optional<CharsetDecoder> decoder_;  // None for UTF-8.
  std::string pending_;                    // The beginning of a character.
  std::size_t record_ = 0;
  std::size_t articles_ = 0;
  std::size_t ignored_ = 0;
  bool done_ = false;
};

}  // namespace dateline::readers
