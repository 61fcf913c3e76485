// What readers of files that hold one article have in common.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// Reads a file whole, and makes one article of it, or none.
class WholeFileReader : public RecordReader {
 public:
  /// `id` is for an article that has none of its own. `source` must outlive this.
  WholeFileReader(TextSource& source, std::string id, std::size_t max_record_bytes,
                  RejectSink reject);
  bool next(Article& article) final;

 protected:
  /// Reads `bytes` over `article`. Gives why they are none; empty: they are one.
  virtual std::string read(std::string bytes, Article& article) = 0;

  const std::string& file_id() const { return id_; }
  /// Tells of what was not read of an article that is kept.
  void report(std::vector<std::string> not_read);

 private:
  TextSource& source_;
  std::string id_;
  std::size_t max_record_bytes_;
  RejectSink reject_;
  bool done_ = false;
};

/// Why an article without title and body is none; empty: it has one of them.
std::string no_text_reason(const Article& article);

}  // namespace dateline::readers
