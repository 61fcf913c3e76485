// Articles from web archives.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/expansion_limit.h"
#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// One article a page of HTML in a WARC file (ISO 28500, versions 1.0 and 1.1): records
/// of responses with status 200, and of resources, as read_html_article() says; and of
/// text that crawlers have converted pages to. WARC-Target-URI is the address,
/// WARC-Date bounds the day of publication. Other records are passed over.
class WarcReader final : public RecordReader {
 public:
  /// `source` and `limit` must outlive this.
  WarcReader(TextSource& source, std::size_t max_record_bytes, ExpansionLimit& limit,
             RejectSink reject);
  bool next(Article& article) override;

 private:
  // What a record's header says.
  struct Header {
    std::string type{};
    std::string url{};
    std::string date{};
    std::string content_type{};
    std::size_t bytes = 0;
  };

  bool read_header(Header& header);
  bool find_header();
  bool read_record(const Header& header, Article& article);
  bool read_page(const Header& header, std::string_view block, Article& article);
  bool read_html(const Header& header, std::string page, std::string charset,
                 Article& article);
  bool read_converted(const Header& header, std::string text, Article& article);
  bool skip(std::size_t bytes);
  bool fill_to(std::size_t bytes);
  bool fill();
  void report(std::string reason, bool kept);

  TextSource& source_;
  std::size_t max_record_bytes_;
  ExpansionLimit& limit_;
  RejectSink reject_;
  std::string buffer_;  // Read and not yet used, from begin_ on.
  std::size_t begin_ = 0;
  std::size_t record_ = 0;
  std::size_t pages_ = 0;  // Records that were read, with success or without.
  bool done_ = false;
};

}  // namespace dateline::readers
