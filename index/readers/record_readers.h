// The reader for a file or an archive's member, whatever it holds.

#pragma once

#include <dateline/article_reader.h>

#include <cstddef>
#include <memory>
#include <string>

#include "index/readers/expansion_limit.h"
#include "index/readers/record_fields.h"
#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// What is known of a file besides its bytes.
struct FileContext {
  std::string path{};  ///< As messages name it.
  std::string id{};    ///< Of an article that has no other; may be empty.
  std::size_t max_record_bytes{};
  const FieldNames& names;
  RejectSink reject{};  ///< Fills in the path where it is missing.
  ExpansionLimit& limit;
  std::size_t level = 0;  ///< How many archives it lies in.
};

/// The reader for the format of `text`; null, and reported, when nothing can be read.
/// `text` and what `context` refers to must outlive it. Throws Error when not even the
/// beginning can be read.
std::unique_ptr<RecordReader> make_record_reader(TextSource& text,
                                                 const FileContext& context);

/// The id of an article that has none but its file's path; empty for "-".
std::string id_of_file(const std::string& path);

}  // namespace dateline::readers
