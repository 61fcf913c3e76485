#include "index/readers/html_reader.h"

#include <utility>

#include "index/readers/html_article.h"

namespace dateline::readers {

HtmlReader::HtmlReader(TextSource& source, std::string id, std::size_t max_record_bytes,
                       RejectSink reject)
    : source_(source),
      id_(std::move(id)),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)) {}

bool HtmlReader::next(Article& article) {
  if (std::exchange(done_, true)) return false;
  std::string bytes;
  if (!read_whole(source_, max_record_bytes_, bytes)) {
    reject_({.reason = too_long_reason(max_record_bytes_)});
    return false;
  }
  HtmlOutcome outcome = read_html_article(std::move(bytes), {}, article);
  if (outcome.rejected) {
    reject_({.reason = std::move(*outcome.rejected)});
    return false;
  }
  for (std::string& reason : outcome.not_read) {
    reject_({.reason = std::move(reason), .kept = true});
  }
  if (article.url.empty()) article.id = id_;
  return true;
}

}  // namespace dateline::readers
