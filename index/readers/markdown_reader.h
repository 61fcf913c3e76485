// Articles from Markdown, one a file.

#pragma once

#include <cstddef>
#include <string>

#include "index/readers/record_fields.h"
#include "index/readers/whole_file_reader.h"

namespace dateline::readers {

/// The whole file is one article: its fields from the front matter, its title from
/// there or the first heading, its body the text as markdown_to_text() gives it.
class MarkdownReader final : public WholeFileReader {
 public:
  /// `id` is given to the article unless its front matter has one. `source` and `names`
  /// must outlive this.
  MarkdownReader(TextSource& source, std::string id, std::size_t max_record_bytes,
                 const FieldNames& names, RejectSink reject);

 private:
  std::string read(std::string text, Article& article) override;

  const FieldNames& names_;
};

}  // namespace dateline::readers
