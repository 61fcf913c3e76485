// Articles from JSON Lines, JSON arrays and JSON objects.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <string>

#include "index/readers/json_values.h"
#include "index/readers/record_fields.h"
#include "index/readers/record_reader.h"

namespace dateline::readers {

/// One article a JSON object. Wrong bytes in a record are converted as make_utf8()
/// says; raw control characters and lone surrogates in strings, which are not JSON but
/// common, are mended.
class JsonReader final : public RecordReader {
 public:
  /// `names` must outlive this.
  JsonReader(std::unique_ptr<JsonValues> values, std::size_t max_record_bytes,
             const FieldNames& names, RejectSink reject);
  bool next(Article& article) override;

 private:
  bool read_record(Article& article);
  simdjson::error_code parse(simdjson::dom::element& value);
  void report(std::string reason, bool kept);
  void release_large_buffers();

  std::unique_ptr<JsonValues> values_;
  std::size_t max_record_bytes_;
  const FieldNames& names_;
  RejectSink reject_;
  simdjson::dom::parser parser_;
  std::size_t record_ = 0;
};

}  // namespace dateline::readers
