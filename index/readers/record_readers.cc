#include "index/readers/record_readers.h"

#include <exception>
#include <filesystem>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "index/readers/archive_reader.h"
#include "index/readers/csv_reader.h"
#include "index/readers/encoding.h"
#include "index/readers/format.h"
#include "index/readers/html_reader.h"
#include "index/readers/json_reader.h"
#include "index/readers/mail_reader.h"
#include "index/readers/markdown_reader.h"
#include "index/readers/plain_text_reader.h"
#include "index/readers/reuters_reader.h"
#include "index/readers/trec_reader.h"
#include "index/readers/warc_reader.h"
#include "index/readers/xml_reader.h"

namespace dateline::readers {
namespace {

std::string not_text_reason(std::string_view looks_like) {
  return "not text: it looks like " + std::string(looks_like) +
         "; what is read is plain text, Markdown, HTML, feeds, JSON, CSV, SGML, mail, "
         "WARC, "
         "and tar and zip archives of them";
}

bool is_named(std::string_view path, std::initializer_list<const char*> endings) {
  const std::string lower = ascii_lower(path);
  for (const char* ending : endings) {
    for (const char* packed : {"", ".gz", ".zst", ".xz", ".bz2"}) {
      if (lower.ends_with(std::string(ending) + packed)) return true;
    }
  }
  return false;
}

constexpr std::string_view kNoHeader =
    "is a table whose first line names no title or body: name its columns there, or "
    "map "
    "them (--map title=COLUMN,body=COLUMN)";

}  // namespace

std::unique_ptr<RecordReader> make_record_reader(TextSource& text,
                                                 const FileContext& context) {
  const auto& [path, id, limit, names, reject, expansion, level] = context;
  if (text.peek().empty() && text.early_error()) {
    std::rethrow_exception(text.early_error());
  }
  const auto [format, looks_like] = detect_format(text.peek(), names);
  switch (format) {
    case Format::kEmpty:
      reject({.reason = "is empty"});
      return nullptr;
    case Format::kBinary:
      reject({.reason = not_text_reason(looks_like)});
      return nullptr;
    case Format::kArchive:
      if (level < ArchiveReader::kMostLevels) {
        return std::make_unique<ArchiveReader>(text, context);
      }
      reject({.reason = "is an archive within " + std::to_string(level) +
                        " others; unpack one and give its files"});
      return nullptr;
    case Format::kJsonLines:
      return std::make_unique<JsonReader>(std::make_unique<JsonLineValues>(text, limit),
                                          limit, names, reject);
    case Format::kJsonValues:
      return std::make_unique<JsonReader>(
          std::make_unique<JsonStreamValues>(text, limit), limit, names, reject);
    case Format::kCsv:
      return std::make_unique<CsvReader>(text, *find_csv_layout(text.peek(), names),
                                         limit, names, reject);
    case Format::kReuters:
      return std::make_unique<ReutersReader>(text, limit, reject);
    case Format::kTrec:
      return std::make_unique<TrecReader>(text, limit, reject);
    case Format::kMarkdown:
      return std::make_unique<MarkdownReader>(text, id, limit, names, reject);
    case Format::kMbox:
      return std::make_unique<MboxReader>(text, limit, reject);
    case Format::kMail:
      return std::make_unique<MailReader>(text, id, limit, reject);
    case Format::kWarc:
      return std::make_unique<WarcReader>(text, limit, expansion, reject);
    case Format::kHtml:
      return std::make_unique<HtmlReader>(text, id, limit, reject);
    case Format::kXml:
      return std::make_unique<XmlReader>(text, limit, reject);
    case Format::kText:
      break;
  }
  if (is_named(path, {".csv", ".tsv"})) {
    reject({.reason = std::string(kNoHeader)});
    return nullptr;
  }
  if (is_named(path, {".md", ".markdown"})) {
    return std::make_unique<MarkdownReader>(text, id, limit, names, reject);
  }
  return std::make_unique<PlainTextReader>(text, id, limit, names, reject);
}

std::string id_of_file(const std::string& path) {
  if (path == "-") return {};
  std::string id = std::filesystem::path(path).lexically_normal().generic_string();
  clean_text(id);
  return id;
}

}  // namespace dateline::readers
