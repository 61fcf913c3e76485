#include "index/readers/format.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "index/readers/csv_table.h"
#include "index/readers/encoding.h"
#include "index/readers/front_matter.h"
#include "index/readers/mail_message.h"
#include "index/readers/mail_reader.h"
#include "index/readers/markup_format.h"

namespace dateline::readers {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view name;
};

constexpr Signature kSignatures[] = {
    {0, "%PDF-"sv, "a PDF document"},
    {0, "PK\x05\x06"sv, "an empty zip archive"},
    {0, "PK\x07\x08"sv, "a part of a zip archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {0, "\x1F\x8B"sv, "a damaged gzip file"},
    {0, "\xFD\x37zXZ\0"sv, "a damaged xz file"},
    {0, "\x28\xB5\x2F\xFD"sv, "a damaged zstd file"},
    {4, "1AY&SY"sv, "a damaged bzip2 file"},
    {0, "\x89PNG"sv, "a PNG image"},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    {0, "GIF8"sv, "a GIF image"},
    {0,
     "\x7F"
     "ELF"sv,
     "a program"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
    {0, "PK\x03\x04"sv, "an office document"},
    {0, "\xD0\xCF\x11\xE0"sv, "an office document"},
    {0, "{\\rtf"sv, "an RTF document"},
};

// Office documents and books are zip archives of markup that is no news.
bool begins_office_document(std::string_view zip) {
  constexpr std::size_t kName = 30;  // Where the first member's name is.
  if (zip.size() < kName) return false;
  const std::string_view name = zip.substr(kName);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetype") ||
         name.starts_with("META-INF/") || name.starts_with("_rels/");
}

// tar or zip, and that not of an office document.
bool begins_archive(std::string_view beginning) {
  constexpr std::size_t kTarMagic = 257;
  if (beginning.size() > kTarMagic &&
      beginning.substr(kTarMagic).starts_with("ustar")) {
    return true;
  }
  return beginning.starts_with("PK\x03\x04") && !begins_office_document(beginning);
}

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view skip_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  return begin == text.npos ? std::string_view() : text.substr(begin);
}

// A few control characters are dirt in a text; many mean that it is none. Random bytes
// have 11 in a hundred.
bool has_many_controls(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) > 12 + text.size() / 50;
}

// "<DOC>" and, soon after it, the document's number.
bool begins_trec(std::string_view text) {
  if (!text.starts_with("<DOC>") && !text.starts_with("<DOC ")) return false;
  const std::string_view head = text.substr(0, 2000);
  for (const char* tag : {"<DOCNO>", "<DOCID>", "<TEXT>", " id=\""}) {
    if (head.find(tag) != head.npos) return true;
  }
  return false;
}

// Front matter, or a heading on the first line.
bool begins_markdown(std::string_view text) {
  if (read_front_matter(text)) return true;
  text = skip_spaces(text);
  const std::size_t level = text.find_first_not_of('#');
  return level != text.npos && level > 0 && level <= 6 && text[level] == ' ';
}

bool begins_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view inside = skip_spaces(text.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

bool begins_array(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const std::string_view inside = skip_spaces(text.substr(1));
  return inside.starts_with('{') || inside.starts_with(']');
}

// Whether an object begins with the first line and goes on with the second.
bool spans_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == text.npos) return false;
  const std::string_view first = trim(text.substr(0, end));
  const std::string_view second = skip_spaces(text.substr(end));
  if (first.ends_with('}')) return false;
  return second.starts_with('"') || second.starts_with('}') || first == "{";
}

// Whether most of the lines are objects, though the first is not.
bool has_object_lines(std::string_view text) {
  std::size_t lines = 0;
  std::size_t objects = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = skip_spaces(text.substr(0, end));
    lines += line.empty() ? 0 : 1;
    objects += begins_object(line) ? 1 : 0;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return objects > 0 && objects * 2 >= lines;
}

}  // namespace

DetectedFormat detect_format(std::string_view beginning, const FieldNames& names) {
  if (beginning.empty()) return {Format::kEmpty};
  if (begins_archive(beginning)) return {Format::kArchive};
  // Its records may be of anything, so they are not looked at.
  if (beginning.starts_with("WARC/1.")) return {Format::kWarc};
  for (const Signature& s : kSignatures) {
    if (beginning.size() > s.offset &&
        beginning.substr(s.offset).starts_with(s.bytes)) {
      return {Format::kBinary, s.name};
    }
  }
  if (has_many_controls(beginning)) {
    return {Format::kBinary,
            "binary data (a text in UTF-32 or another rare encoding wants to be "
            "converted to UTF-8 first)"};
  }

  if (is_from_line(beginning.substr(0, beginning.find('\n')))) return {Format::kMbox};

  const std::string_view text = skip_spaces(beginning);
  const std::string start = ascii_lower(text.substr(0, 16));
  if (start.starts_with("<!doctype lewis") || start.starts_with("<reuters")) {
    return {Format::kReuters};
  }
  if (begins_trec(text)) return {Format::kTrec};
  if (const auto markup = detect_markup(text)) return {*markup};
  if (begins_array(text)) return {Format::kJsonValues};
  if (begins_object(text)) {
    return {spans_lines(text) ? Format::kJsonValues : Format::kJsonLines};
  }
  if (begins_mail(text)) return {Format::kMail};
  if (begins_markdown(beginning)) return {Format::kMarkdown};
  if (has_object_lines(text)) return {Format::kJsonLines};
  return {find_csv_layout(beginning, names) ? Format::kCsv : Format::kText};
}

}  // namespace dateline::readers
