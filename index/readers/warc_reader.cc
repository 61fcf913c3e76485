#include "index/readers/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/file_time.h"
#include "index/readers/headline.h"
#include "index/readers/html_article.h"
#include "index/readers/http_response.h"
#include "index/readers/record_fields.h"

namespace dateline::readers {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr std::size_t kMostHeaderBytes = std::size_t{64} << 10;

// Where the block begins, behind the header's blank line; npos: not in `text`.
std::size_t end_of_header(std::string_view text) {
  const std::size_t crlf = text.find("\r\n\r\n");
  const std::size_t lf = text.find("\n\n");
  if (crlf == text.npos && lf == text.npos) return text.npos;
  return crlf < lf ? crlf + 4 : lf + 2;
}

bool is_html(std::string_view content_type) {
  return content_type == "text/html" || content_type == "application/xhtml+xml";
}

std::string media_type(const std::string& content_type) {
  return ascii_lower(
      trim(std::string_view(content_type).substr(0, content_type.find(';'))));
}

}  // namespace

WarcReader::WarcReader(TextSource& source, std::size_t max_record_bytes,
                       ExpansionLimit& limit, RejectSink reject)
    : source_(source),
      max_record_bytes_(max_record_bytes),
      limit_(limit),
      reject_(std::move(reject)) {}

bool WarcReader::next(Article& article) {
  Header header;
  while (!done_ && read_header(header)) {
    if (read_record(header, article)) return true;
  }
  if (!std::exchange(done_, true) && pages_ == 0) {
    reject_({.reason = "has no pages: none of its records is a response with HTML"});
  }
  return false;
}

// Reads the next header, up to its block; false at the end of the file.
bool WarcReader::read_header(Header& header) {
  for (;;) {
    if (!find_header()) return false;
    ++record_;
    std::size_t end = 0;
    for (;;) {
      const std::string_view text = std::string_view(buffer_).substr(begin_);
      end = end_of_header(text.substr(0, kMostHeaderBytes));
      if (end != text.npos || text.size() >= kMostHeaderBytes || !fill()) break;
    }
    const std::string_view text = std::string_view(buffer_).substr(begin_);
    const HeaderLines lines(text.substr(0, std::min(end, text.size())));
    const std::string length = lines.find("content-length");
    const auto [stop, error] =
        std::from_chars(length.data(), length.data() + length.size(), header.bytes);
    if (end == text.npos || error != std::errc() ||
        stop != length.data() + length.size()) {
      report("has no header of a WARC record with a Content-Length", false);
      begin_ += std::min(kVersion.size(), text.size());
      continue;
    }
    header.type = ascii_lower(lines.find("warc-type"));
    header.url = lines.find("warc-target-uri");
    if (header.url.starts_with('<') && header.url.ends_with('>')) {
      header.url = header.url.substr(1, header.url.size() - 2);
    }
    header.date = lines.find("warc-date");
    header.content_type = media_type(lines.find("content-type"));
    begin_ += end;
    return true;
  }
}

// Passes over what stands before the next line "WARC/1.0".
bool WarcReader::find_header() {
  for (;;) {
    std::size_t at = buffer_.find(kVersion, begin_);
    while (at != std::string::npos && at > begin_ && buffer_[at - 1] != '\n') {
      at = buffer_.find(kVersion, at + 1);
    }
    if (at != std::string::npos) {
      begin_ = at;
      return true;
    }
    const std::size_t left = buffer_.size() - begin_;
    begin_ += left - std::min(left, kVersion.size());
    if (!fill()) return false;
  }
}

// Reads or passes over the block; false when it gives no article.
bool WarcReader::read_record(const Header& header, Article& article) {
  const bool converted =
      header.type == "conversion" && header.content_type == "text/plain";
  const bool page = header.type == "response" ||
                    (header.type == "resource" && is_html(header.content_type));
  if (!converted && !page) {
    skip(header.bytes);
    return false;
  }
  if (header.bytes > max_record_bytes_) {
    ++pages_;
    report(too_long_reason(max_record_bytes_), false);
    skip(header.bytes);
    return false;
  }
  const bool whole = fill_to(header.bytes);
  const std::string_view all = std::string_view(buffer_).substr(begin_);
  const std::string block(all.substr(0, header.bytes));
  begin_ += block.size();
  if (!whole) {
    report("ends early: its file is cut; what there is of it was read", true);
  }
  return converted ? read_converted(header, block, article)
                   : read_page(header, block, article);
}

bool WarcReader::read_page(const Header& header, std::string_view block,
                           Article& article) {
  auto response = read_http_response(block);
  if (!response) {
    if (header.type != "resource") return false;  // Of FTP or DNS.
    return read_html(header, std::string(block), {}, article);
  }
  if (response->status != 200 || !is_html(response->content_type)) return false;
  if (response->content_encoding.empty()) {
    return read_html(header, std::move(response->body), response->charset, article);
  }
  auto decoded =
      decode_content(response->body, response->content_encoding, max_record_bytes_);
  if (!decoded) {
    ++pages_;
    report("cannot be decoded by its Content-Encoding " +
               in_quotes(response->content_encoding) +
               ", or is larger than a record may be; what is read is gzip and deflate",
           false);
    return false;
  }
  limit_.add_unpacked(decoded->size());
  return read_html(header, std::move(*decoded), response->charset, article);
}

bool WarcReader::read_html(const Header& header, std::string page, std::string charset,
                           Article& article) {
  ++pages_;
  HtmlOutcome outcome = read_html_article(
      std::move(page), {.url = header.url, .charset = std::move(charset)}, article);
  if (outcome.rejected) {
    report(header.url + " " + *outcome.rejected, false);
    return false;
  }
  for (std::string& reason : outcome.not_read) report(std::move(reason), true);
  bound_by_fetch(article.published, header.date);
  return true;
}

bool WarcReader::read_converted(const Header& header, std::string text,
                                Article& article) {
  ++pages_;
  clean_text(text);
  article = {};
  article.url = header.url;
  const std::string_view headline = find_headline(text);
  article.title = collapse_spaces(headline);
  if (!headline.empty() && headline.data() == text.data()) {
    article.body = trim(std::string_view(text).substr(headline.size()));
  } else {
    article.body = trim(text);
  }
  if (article.title.empty() && article.body.empty()) {
    report("has no text", false);
    return false;
  }
  bound_by_fetch(article.published, header.date);
  return true;
}

// Passes over so many bytes; false when there are fewer.
bool WarcReader::skip(std::size_t bytes) {
  for (;;) {
    const std::size_t here = std::min(bytes, buffer_.size() - begin_);
    begin_ += here;
    bytes -= here;
    if (bytes == 0) return true;
    if (!fill()) return false;
  }
}

// Reads until there are so many bytes; false when there are fewer.
bool WarcReader::fill_to(std::size_t bytes) {
  while (buffer_.size() - begin_ < bytes) {
    if (!fill()) return false;
  }
  return true;
}

bool WarcReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::string_view block = source_.read();
  buffer_.append(block);
  return !block.empty();
}

void WarcReader::report(std::string reason, bool kept) {
  reject_({.record = record_, .reason = std::move(reason), .kept = kept});
}

}  // namespace dateline::readers
