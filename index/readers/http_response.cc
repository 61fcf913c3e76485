#include "index/readers/http_response.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// The size in hexadecimal that begins a chunk.
std::optional<std::size_t> chunk_size(std::string_view line) {
  line = trim(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool whole = error == std::errc() && end == line.data() + line.size();
  return whole && !line.empty() ? std::optional(size) : std::nullopt;
}

// RFC 9112, section 7.1. Crawlers often keep the header of a message whose chunks they
// have joined already.
std::string join_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  while (!rest.empty()) {
    const auto size = chunk_size(take_line(rest));
    if (!size) return joined.empty() ? std::string(body) : joined;
    if (*size == 0) break;
    joined.append(rest.substr(0, *size));
    rest.remove_prefix(std::min(*size, rest.size()));
    take_line(rest);
  }
  return joined;
}

// The value of "charset=…" in a Content-Type.
std::string charset_of(std::string_view content_type) {
  const std::string lower = ascii_lower(content_type);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t begin = lower.find_first_not_of(" \"'", at + 8);
  if (begin == std::string::npos) return {};
  return lower.substr(begin, lower.find_first_of(" \"';", begin) - begin);
}

// Inflates as zlib's `window_bits` says: which header the data has.
std::optional<std::string> inflate(std::string_view bytes, int window_bits,
                                   std::size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  // zlib writes nothing there, though its type says so.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, std::size_t{32} << 10> block;
  std::string out;
  int status = Z_OK;
  while (status == Z_OK && out.size() <= most) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = ::inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > most || (out.empty() && status != Z_STREAM_END)) return std::nullopt;
  return out;
}

}  // namespace

std::string HeaderLines::find(std::string_view name) const {
  std::string_view rest = lines_;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::size_t colon = line.find(':');
    if (colon != name.size() || ascii_lower(line.substr(0, colon)) != name) continue;
    std::string value(line.substr(colon + 1));
    while (rest.starts_with(' ') || rest.starts_with('\t')) {
      value.append(take_line(rest));
    }
    make_utf8(value);
    drop_controls(value);
    return collapse_spaces(value);
  }
  return {};
}

std::optional<HttpResponse> read_http_response(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  HttpResponse response;
  std::string_view rest = message;
  const std::string_view status = take_line(rest);
  const std::size_t blank = std::min(status.find(' '), status.size() - 1);
  std::from_chars(status.data() + blank + 1, status.data() + status.size(),
                  response.status);
  const std::string_view beginning = rest;
  while (!rest.empty() && !trim(take_line(rest)).empty()) {
  }
  const HeaderLines header(beginning.substr(0, beginning.size() - rest.size()));
  const std::string type = header.find("content-type");
  response.content_type = ascii_lower(trim(type.substr(0, type.find(';'))));
  response.charset = charset_of(type);
  response.content_encoding = ascii_lower(header.find("content-encoding"));
  if (response.content_encoding == "identity") response.content_encoding.clear();
  const bool chunked = ascii_lower(header.find("transfer-encoding")) == "chunked";
  response.body = chunked ? join_chunks(rest) : std::string(rest);
  return response;
}

std::optional<std::string> decode_content(std::string_view bytes,
                                          std::string_view encoding, std::size_t most) {
  constexpr int kGzipOrZlib = 15 + 32;
  constexpr int kRaw = -15;
  if (encoding == "gzip" || encoding == "x-gzip") {
    return inflate(bytes, kGzipOrZlib, most);
  }
  if (encoding != "deflate") return std::nullopt;
  auto decoded = inflate(bytes, kGzipOrZlib, most);
  return decoded ? std::move(decoded) : inflate(bytes, kRaw, most);
}

}  // namespace dateline::readers
