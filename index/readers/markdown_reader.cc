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
    : WholeFileReader(source, std::move(id), max_record_bytes, std::move(reject)),
      names_(names) {}

std::string MarkdownReader::read(std::string text, Article& article) {
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
    report(std::move(not_read));
    markdown.remove_prefix(front->bytes);
  }
  const std::string body = markdown_to_text(markdown, article.title);
  if (!body.empty()) article.body = body;
  if (article.id.empty()) article.id = file_id();
  return no_text_reason(article);
}

}  // namespace dateline::readers
