// A response of HTTP/1 as crawlers keep it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::readers {

struct HttpResponse {
  int status = 0;
  std::string content_type{};      ///< "text/html", in lower case, without parameters.
  std::string charset{};           ///< Of Content-Type; may be empty.
  std::string content_encoding{};  ///< "gzip", in lower case; empty for none.
  std::string body{};              ///< Its chunks joined, still encoded.
};

/// Reads the status line and header of `message`, and what follows as the body; nullopt
/// for what does not begin with "HTTP/". Chunks that are none are taken as the body.
std::optional<HttpResponse> read_http_response(std::string_view message);

/// `bytes` decoded by "gzip", "x-gzip" or "deflate"; cut short, what could be decoded.
/// nullopt for another encoding, for damage at the beginning, and for more than `most`
/// bytes.
std::optional<std::string> decode_content(std::string_view bytes,
                                          std::string_view encoding, std::size_t most);

/// The lines "Name: value" of a header, in which a line that begins with a blank goes
/// on.
class HeaderLines {
 public:
  explicit HeaderLines(std::string_view lines) : lines_(lines) {}

  /// The value of the first with that name (lower case), in one line; empty without.
  std::string find(std::string_view name) const;

 private:
  std::string_view lines_;
};

}  // namespace dateline::readers
