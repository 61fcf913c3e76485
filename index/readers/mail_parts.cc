#include "index/readers/mail_parts.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

#include "index/readers/charset.h"
#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr int kMostLevels = 20;

// The bytes of a part, its transfer encoding undone.
std::string decoded_content(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const std::unique_ptr<GMimeStream, void (*)(gpointer)> memory(g_mime_stream_mem_new(),
                                                                g_object_unref);
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes =
      g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string parameter(GMimeObject* part, const char* name) {
  const char* value = g_mime_object_get_content_type_parameter(part, name);
  return value == nullptr ? std::string() : std::string(value);
}

// A flowed text (RFC 3676) has its paragraphs cut into lines that end with a blank.
std::string unflow(std::string_view text, bool delete_blank) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool flows = line.ends_with(' ') && line != "-- ";
    if (line.starts_with(' ')) line.remove_prefix(1);  // It was stuffed.
    if (flows && delete_blank) line.remove_suffix(1);
    out.append(line);
    if (!flows) out.push_back('\n');
  }
  return out;
}

bool is_attachment(GMimeObject* part) {
  const char* disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && ascii_lower(disposition) == "attachment";
}

void append_paragraph(std::string& text, std::string_view more) {
  if (trim(more).empty()) return;
  if (!text.empty()) text.append("\n\n");
  text.append(trim(more));
}

// What goes before the mark of a signature.
std::string_view without_signature(std::string_view text) {
  if (text.starts_with("-- \n")) return {};
  return text.substr(0, text.find("\n-- \n"));
}

void read_text_part(GMimeObject* part, MailText& found) {
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
  if (!html && g_mime_content_type_is_type(type, "text", "plain") == 0) return;
  std::string text = decoded_content(reinterpret_cast<GMimePart*>(part));
  decode_page(text, parameter(part, "charset"));
  if (html) {
    found.html.append(text);
    return;
  }
  if (ascii_lower(parameter(part, "format")) == "flowed") {
    text = unflow(text, ascii_lower(parameter(part, "delsp")) == "yes");
  }
  append_paragraph(found.plain, without_signature(text));
}

void read_part(GMimeObject* part, int level, MailText& found) {
  if (part == nullptr || level > kMostLevels || is_attachment(part)) return;
  if (GMIME_IS_PART(part)) return read_text_part(part, found);
  if (!GMIME_IS_MULTIPART(part)) return;
  auto* parts = reinterpret_cast<GMimeMultipart*>(part);
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool alternative =
      g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
  MailText inside;
  const int count = g_mime_multipart_get_count(parts);
  for (int i = 0; i < count; ++i) {
    MailText one;
    read_part(g_mime_multipart_get_part(parts, i), level + 1, one);
    append_paragraph(inside.plain, one.plain);
    // Of a mixed message all is shown; of alternatives one is enough.
    if (!alternative || inside.html.empty()) inside.html.append(one.html);
  }
  append_paragraph(found.plain, inside.plain);
  if (inside.plain.empty() || !alternative) found.html.append(inside.html);
}

}  // namespace

MailText read_mail_parts(GMimeObject* part) {
  MailText found;
  read_part(part, 0, found);
  return found;
}

}  // namespace dateline::readers
