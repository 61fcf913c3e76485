#include "index/readers/xml_reader.h"

#include <simdjson.h>

#include <cstdint>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/xml/xml_records.h"

namespace dateline::readers {
namespace {

// The value of encoding="…" in the declaration.
std::string declared_encoding(std::string_view beginning) {
  const std::string_view head = beginning.substr(0, beginning.find("?>"));
  if (!trim(head).starts_with("<?xml")) return {};
  std::size_t at = head.find("encoding");
  if (at == head.npos) return {};
  at = head.find_first_of("'\"", at);
  if (at == head.npos) return {};
  return std::string(head.substr(at + 1, head.find(head[at], at + 1) - at - 1));
}

// How many bytes at the end are a character that has only begun.
std::size_t unfinished_bytes(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<std::uint8_t>(text[text.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    const std::size_t size =
        byte >= 0xF0 ? 4 : (byte >= 0xE0 ? 3 : (byte >= 0xC0 ? 2 : 1));
    return size > back ? back : 0;
  }
  return 0;
}

bool is_utf8_beyond_ascii(std::string_view text) {
  const std::string_view whole = text.substr(0, text.size() - unfinished_bytes(text));
  const bool ascii =
      whole.find_first_not_of("\t\n\r") == whole.npos ||
      std::string_view(whole).find_first_of("\xC2\xC3\xD0\xD1\xE2") == whole.npos;
  return !ascii && simdjson::validate_utf8(whole.data(), whole.size());
}

}  // namespace

XmlReader::XmlReader(TextSource& source, std::size_t max_record_bytes,
                     RejectSink reject)
    : source_(source),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)),
      parser_(max_record_bytes) {
  const std::string_view beginning = source.peek();
  const std::string label = declared_encoding(beginning);
  if (label.empty() || is_utf8_beyond_ascii(beginning)) return;
  decoder_.emplace(label);
  if (!decoder_->converts()) decoder_.reset();
}

bool XmlReader::next(Article& article) {
  for (;;) {
    auto& items = parser_.items();
    while (!items.empty()) {
      xml::XmlItem item = std::move(items.front());
      items.pop_front();
      ++record_;
      if (read_record(std::move(item), article)) return true;
    }
    if (done_) return false;
    if (!read_block()) end_of_file();
  }
}

bool XmlReader::read_record(xml::XmlItem item, Article& article) {
  if (item.too_long) {
    report(too_long_reason(max_record_bytes_), item.line, false);
    return false;
  }
  xml::XmlOutcome outcome = xml::read_item(item.node, parser_.envelope(), article);
  if (outcome.ignored) {
    ++ignored_;
    return false;
  }
  if (outcome.rejected) {
    report(std::move(*outcome.rejected), item.line, false);
    return false;
  }
  for (std::string& reason : outcome.not_read)
    report(std::move(reason), item.line, true);
  ++articles_;
  return true;
}

bool XmlReader::read_block() {
  if (parser_.problem()) return false;
  const std::string_view block = source_.read();
  if (!block.empty()) feed(block);
  return !block.empty();
}

void XmlReader::feed(std::string_view block) {
  if (decoder_) {
    std::string text;
    decoder_->decode(block, text);
    return parser_.feed(text);
  }
  pending_.append(block);
  std::string whole = std::move(pending_);
  const std::size_t left = unfinished_bytes(whole);
  pending_.assign(whole, whole.size() - left, left);
  whole.resize(whole.size() - left);
  make_utf8(whole);
  parser_.feed(whole);
}

void XmlReader::end_of_file() {
  done_ = true;
  std::string rest = std::exchange(pending_, {});
  make_utf8(rest);
  if (decoder_) decoder_->finish(rest);
  if (!parser_.problem()) {
    parser_.feed(rest);
    parser_.finish();
  }
  if (const auto& problem = parser_.problem()) {
    report(*problem, parser_.line(), false);
  } else if (record_ == 0 && parser_.items().empty()) {
    reject_({.reason = "has no articles: its root element is <" +
                       std::string(cut_utf8(parser_.root(), 40)) +
                       ">; what is read of XML is RSS, RDF, Atom, NITF and NewsML-G2"});
  } else if (record_ > 0 && record_ == ignored_) {
    reject_({.reason = "is a package of references; give the files of its items"});
  }
}

void XmlReader::report(std::string reason, std::size_t line, bool kept) {
  reject_({.record = record_, .line = line, .reason = std::move(reason), .kept = kept});
}

}  // namespace dateline::readers
