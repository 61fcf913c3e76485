// Bytes to clean UTF-8, whatever they were.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::readers {

/// Appends a code point as UTF-8; one that does not exist becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// Makes `text` valid UTF-8. Valid text stays as it is. Text with more well-formed
/// multi-byte characters than wrong bytes is damaged UTF-8: each wrong byte becomes
/// U+FFFD. All other text is taken for Windows-1252, which contains Latin-1.
void make_utf8(std::string& text);

/// Drops what no text needs from valid UTF-8: NUL and the other control characters but
/// tab and newline. CR LF, CR, form feed and vertical tab become newlines. U+0080 to
/// U+009F become what Windows-1252 has there: they come from its text taken for
/// Latin-1.
void drop_controls(std::string& text);

/// make_utf8(), then drop_controls().
void clean_text(std::string& text);

/// Runs of spaces, tabs and newlines become one space; none is left at the ends.
std::string collapse_spaces(std::string_view text);

/// `text` without spaces, tabs and newlines at its ends.
std::string_view trim(std::string_view text);

/// The first `bytes` bytes of UTF-8, or a little less, so that no character is cut.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

/// ASCII letters to lower case.
std::string ascii_lower(std::string_view text);

/// The byte order of UTF-16 without a mark, told by its zero bytes.
enum class Utf16Order { kNone, kLittle, kBig };

/// The order of `bytes`, the beginning of a file, if it is UTF-16: most of the bytes on
/// one side of its units are zero or one other value, as in texts of one alphabet; a
/// tenth are zero, which blanks and newlines have in any; hardly any is on the other
/// side; and the text decoded has no control characters and no broken ones.
Utf16Order guess_utf16(std::string_view bytes);

/// Decodes UTF-16 in pieces of any size. A surrogate without its pair becomes U+FFFD.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

  /// Appends what `bytes` adds to the text.
  void decode(std::string_view bytes, std::string& out);

  /// Appends U+FFFD when the input ended inside a character.
  void finish(std::string& out);

 private:
  void add_unit(char32_t unit, std::string& out);

  bool big_endian_;
  int first_byte_ = -1;          // Of a unit whose second byte has not come yet.
  char32_t high_surrogate_ = 0;  // 0: none.
};

}  // namespace dateline::readers
