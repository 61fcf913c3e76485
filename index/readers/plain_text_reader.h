// Articles from plain text files, one a file.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/record_fields.h"
#include "index/readers/whole_file_reader.h"

namespace dateline::readers {

/// The whole file is one article. Lines `Title: …`, `Date: …`, `Source: …`, `Author:
/// …`, `URL: …`, `Language: …`, `Topics: …` at its top, all of them known, up to a
/// blank line, are fields. The title is theirs, else what find_headline() finds; the
/// body is all the rest, the title's line taken out. The day of publication is not
/// looked for.
class PlainTextReader final : public WholeFileReader {
 public:
  /// `id` is given to the article unless its header has one. `source` and
  /// `names` must outlive this.
  PlainTextReader(TextSource& source, std::string id, std::size_t max_record_bytes,
                  const FieldNames& names, RejectSink reject);

 private:
  std::string read(std::string text, Article& article) override;
  std::string_view read_header(std::string_view text, Article& article);

  const FieldNames& names_;
};

}  // namespace dateline::readers
