#include "index/readers/charset.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kMetaBytes = 4096;  // A <meta charset> stands within these.

struct Label {
  std::string_view label;
  const char* iconv_name;
};

// By label, for binary search. Source: WHATWG Encoding Standard, section 4.2.
constexpr std::array kLabels = {
    Label{"ascii", "CP1252"},
    Label{"big5", "BIG5-HKSCS"},
    Label{"cp1250", "CP1250"},
    Label{"cp1251", "CP1251"},
    Label{"cp1252", "CP1252"},
    Label{"euc-jp", "EUC-JP"},
    Label{"euc-kr", "CP949"},
    Label{"gb18030", "GB18030"},
    Label{"gb2312", "GB18030"},
    Label{"gbk", "GB18030"},
    Label{"ibm866", "CP866"},
    Label{"iso-2022-jp", "ISO-2022-JP"},
    Label{"iso-8859-1", "CP1252"},
    Label{"iso-8859-10", "ISO-8859-10"},
    Label{"iso-8859-13", "ISO-8859-13"},
    Label{"iso-8859-14", "ISO-8859-14"},
    Label{"iso-8859-15", "ISO-8859-15"},
    Label{"iso-8859-16", "ISO-8859-16"},
    Label{"iso-8859-2", "ISO-8859-2"},
    Label{"iso-8859-3", "ISO-8859-3"},
    Label{"iso-8859-4", "ISO-8859-4"},
    Label{"iso-8859-5", "ISO-8859-5"},
    Label{"iso-8859-6", "ISO-8859-6"},
    Label{"iso-8859-7", "ISO-8859-7"},
    Label{"iso-8859-8", "ISO-8859-8"},
    Label{"iso-8859-9", "CP1254"},
    Label{"koi8-r", "KOI8-R"},
    Label{"koi8-u", "KOI8-U"},
    Label{"ks_c_5601-1987", "CP949"},
    Label{"latin1", "CP1252"},
    Label{"macintosh", "MACINTOSH"},
    Label{"shift-jis", "CP932"},
    Label{"shift_jis", "CP932"},
    Label{"sjis", "CP932"},
    Label{"tis-620", "CP874"},
    Label{"us-ascii", "CP1252"},
    Label{"windows-1250", "CP1250"},
    Label{"windows-1251", "CP1251"},
    Label{"windows-1252", "CP1252"},
    Label{"windows-1253", "CP1253"},
    Label{"windows-1254", "CP1254"},
    Label{"windows-1255", "CP1255"},
    Label{"windows-1256", "CP1256"},
    Label{"windows-1257", "CP1257"},
    Label{"windows-1258", "CP1258"},
    Label{"windows-874", "CP874"},
    Label{"x-sjis", "CP932"},
};
static_assert(std::ranges::is_sorted(kLabels, {}, &Label::label));

const char* iconv_name(std::string_view label) {
  const std::string wanted = ascii_lower(trim(label));
  const auto* found = std::ranges::lower_bound(kLabels, wanted, {}, &Label::label);
  return found != kLabels.end() && found->label == wanted ? found->iconv_name : nullptr;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

// The value of "charset=…" in the <meta> elements at the beginning of a page.
std::string meta_charset(std::string_view page) {
  const std::string head = ascii_lower(page.substr(0, kMetaBytes));
  for (std::size_t at = head.find("<meta"); at != head.npos;
       at = head.find("<meta", at + 1)) {
    const std::string_view tag =
        std::string_view(head).substr(at, head.find('>', at) - at);
    std::size_t value = tag.find("charset");
    if (value == tag.npos) continue;
    value = tag.find('=', value);
    if (value == tag.npos) continue;
    value = tag.find_first_not_of(" \t\n'\"", value + 1);
    if (value == tag.npos) continue;
    return std::string(
        tag.substr(value, tag.find_first_of(" \t\n'\";/>", value) - value));
  }
  return {};
}

// Takes a byte order mark off, and UTF-16 with it.
bool decode_by_mark(std::string& bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    make_utf8(bytes);
    return true;
  }
  const bool little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return false;
  std::string text;
  Utf16Decoder decoder(!little);
  decoder.decode(std::string_view(bytes).substr(2), text);
  decoder.finish(text);
  bytes = std::move(text);
  return true;
}

void decode_without_mark(std::string& bytes, std::string_view header) {
  const std::string label(header.empty() ? meta_charset(bytes) : header);
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
    const bool escapes = ascii_lower(label) == "iso-2022-jp";
    if (!escapes || !is_ascii(bytes)) return;
  }
  CharsetDecoder decoder(label);
  if (!decoder.converts()) return make_utf8(bytes);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  decoder.decode(bytes, text);
  decoder.finish(text);
  bytes = std::move(text);
}

}  // namespace

CharsetDecoder::CharsetDecoder(std::string_view label) {
  if (const char* name = iconv_name(label)) iconv_ = iconv_open("UTF-8", name);
}

CharsetDecoder::~CharsetDecoder() {
  if (iconv_ != kNone) iconv_close(iconv_);
}

void CharsetDecoder::decode(std::string_view bytes, std::string& out) {
  if (!converts()) {
    out.append(bytes);
    return;
  }
  pending_.append(bytes);
  std::array<char, 8192> buffer;
  char* from = pending_.data();
  std::size_t left = pending_.size();
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = ::iconv(iconv_, &from, &left, &to, &room);
    const int error = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    if (error == EINVAL) break;  // A character that the next piece completes.
    append_utf8(out, kReplacement);
    ++from;
    --left;
  }
  pending_.erase(0, pending_.size() - left);
}

void CharsetDecoder::finish(std::string& out) {
  if (!pending_.empty()) append_utf8(out, kReplacement);
  pending_.clear();
}

void decode_page(std::string& bytes, std::string_view header) {
  if (!decode_by_mark(bytes)) decode_without_mark(bytes, header);
  drop_controls(bytes);
}

}  // namespace dateline::readers
