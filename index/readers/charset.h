// Bytes of a named encoding to UTF-8.

#pragma once

#include <iconv.h>

#include <string>
#include <string_view>

namespace dateline::readers {

/// Decodes in pieces of any size by iconv. What does not exist in the encoding becomes
/// U+FFFD.
class CharsetDecoder {
 public:
  /// `label` is a name of the WHATWG Encoding Standard ("latin1", "Shift_JIS"); it
  /// means what browsers take it for, so "iso-8859-1" is Windows-1252.
  explicit CharsetDecoder(std::string_view label);
  ~CharsetDecoder();
  CharsetDecoder(const CharsetDecoder&) = delete;
  CharsetDecoder& operator=(const CharsetDecoder&) = delete;

  /// False for UTF-8 too, and for labels that mean nothing: then decode() copies.
  bool converts() const { return iconv_ != kNone; }

  /// Appends what `bytes` adds to the text.
  void decode(std::string_view bytes, std::string& out);

  /// Appends U+FFFD when the input ended inside a character.
  void finish(std::string& out);

 private:
  static inline const iconv_t kNone = reinterpret_cast<iconv_t>(-1);

  iconv_t iconv_ = kNone;
  std::string pending_;  // The beginning of a character.
};

/// A whole page in UTF-8 without control characters. Well-formed UTF-8 with characters
/// beyond ASCII is that whatever is declared; then a byte order mark, `header` (of
/// HTTP), and the <meta> of the page count, in this order; without any, make_utf8().
void decode_page(std::string& bytes, std::string_view header);

}  // namespace dateline::readers
