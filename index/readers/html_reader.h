// Articles from HTML pages, one a file.

#pragma once

#include <string>

#include "index/readers/whole_file_reader.h"

namespace dateline::readers {

/// The whole file is one page, and that one article, as read_html_article() says.
class HtmlReader final : public WholeFileReader {
 public:
  /// `id` is given to the article unless it has an address. `source` must outlive this.
  using WholeFileReader::WholeFileReader;

 private:
  std::string read(std::string bytes, Article& article) override;
};

}  // namespace dateline::readers
