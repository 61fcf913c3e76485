#include "index/readers/markdown_reader.h"

#include <string_view>
#include <utility>
#include <vector>

#include "index/readers/encoding.h"
#include "index/readers/front_matter.h"
#include "index/readers/markdown_text.h"
#include "index/readers/text_record.h"

namespace dateline::readers {

MarkdownReader::MarkdownReader(TextSource& source, std::string id,
                               std::size_t max_record_bytes, const FieldNames& names,
                               RejectSink reject)
    : source_(source),
      id_(std::move(id)),
      max_record_bytes_(max_record_bytes),
      names_(names),
      reject_(std::move(reject)) {}

bool MarkdownReader::next(Article& article) {
  if (std::exchange(done_, true)) return false;
  std::string text;
  if (!read_whole(source_, max_record_bytes_, text)) {
    reject_({.reason = too_long_reason(max_record_bytes_)});
    return false;
  }
  clean_text(text);
  article = {};
  std::string_view markdown = text;
  if (const auto front = read_front_matter(markdown)) {
    TextRecord record(names_);
    for (const auto& field : front->fields) {
      if (field.is_list) {
        record.add_list(field.key, field.values);
      } else {
        record.add(field.key, field.values.front());
      }
    }
    std::vector<std::string> not_read;
    record.fill(article, not_read);
    for (std::string& reason : not_read) {
      reject_({.reason = std::move(reason), .kept = true});
    }
    markdown.remove_prefix(front->bytes);
  }
  const std::string body = markdown_to_text(markdown, article.title);
  if (!body.empty()) article.body = body;
  if (article.id.empty()) article.id = id_;
  if (article.title.empty() && article.body.empty()) {
    reject_({.reason = "has no text"});
    return false;
  }
  return true;
}

}  // namespace dateline::readers
