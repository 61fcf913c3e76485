// Articles from HTML pages, one a file.

#pragma once

#include <cstddef>
#include <string>

#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// The whole file is one page, and that one article, as read_html_article() says.
class HtmlReader final : public RecordReader {
 public:
  /// `id` is given to the article unless it has an address. `source` must outlive this.
  HtmlReader(TextSource& source, std::string id, std::size_t max_record_bytes,
             RejectSink reject);
  bool next(Article& article) override;

 private:
  TextSource& source_;
  std::string id_;
  std::size_t max_record_bytes_;
  RejectSink reject_;
  bool done_ = false;
};

}  // namespace dateline::readers
