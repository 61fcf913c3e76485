#include "index/readers/whole_file_reader.h"

#include <utility>

namespace dateline::readers {

WholeFileReader::WholeFileReader(TextSource& source, std::string id,
                                 std::size_t max_record_bytes, RejectSink reject)
    : source_(source),
      id_(std::move(id)),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)) {}

bool WholeFileReader::next(Article& article) {
  if (std::exchange(done_, true)) return false;
  std::string bytes;
  std::string rejected = too_long_reason(max_record_bytes_);
  if (read_whole(source_, max_record_bytes_, bytes)) {
    rejected = read(std::move(bytes), article);
  }
  if (rejected.empty()) return true;
  reject_({.reason = std::move(rejected)});
  return false;
}

void WholeFileReader::report(std::vector<std::string> not_read) {
  for (std::string& reason : not_read) {
    reject_({.reason = std::move(reason), .kept = true});
  }
}

std::string no_text_reason(const Article& article) {
  return article.title.empty() && article.body.empty() ? "has no text" : "";
}

}  // namespace dateline::readers
