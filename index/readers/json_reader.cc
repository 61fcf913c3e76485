#include "index/readers/json_reader.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/json_article.h"

namespace dateline::readers {
namespace {

using simdjson::error_code;

std::string_view explain(error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a string has a control character in it";
    case simdjson::STRING_ERROR:
      return "a string has a wrong escape in it";
    case simdjson::NUMBER_ERROR:
      return "a number is malformed or too large";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a value begins like true, false or null and is none of them";
    case simdjson::DEPTH_ERROR:
      return "it is nested too deeply";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "it is too large to be parsed";
    default:
      return "a brace, quote, comma or key is missing or too many";
  }
}

// The code unit of the escape "\uXXXX" at `i`; -1 if there is none.
int escaped_unit(std::string_view text, std::size_t i) {
  if (i + 6 > text.size() || text[i] != '\\' || text[i + 1] != 'u') return -1;
  int unit = 0;
  for (const char c : ascii_lower(text.substr(i + 2, 4))) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'a' || c > 'f')) return -1;
    unit = unit * 16 + (digit ? c - '0' : c - 'a' + 10);
  }
  return unit;
}

bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Raw control characters become spaces, escaped surrogates without a pair "\ufffd".
// The size stays, and with it the place of everything else.
void mend(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<std::uint8_t>(text[i]) < 0x20) text[i] = ' ';
    if (text[i] != '\\') continue;
    const int unit = escaped_unit(text, i);
    if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(text, i + 6))) {
      i += 11;
    } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      text.replace(i + 2, 4, "fffd");
      i += 5;
    } else {
      ++i;  // The escaped character is no escape itself.
    }
  }
}

bool can_be_mended(error_code error) {
  return error == simdjson::UNESCAPED_CHARS || error == simdjson::STRING_ERROR ||
         error == simdjson::TAPE_ERROR;
}

}  // namespace

JsonReader::JsonReader(std::unique_ptr<JsonValues> values, std::size_t max_record_bytes,
                       const FieldNames& names, RejectSink reject)
    : values_(std::move(values)),
      max_record_bytes_(max_record_bytes),
      names_(names),
      reject_(std::move(reject)) {}

bool JsonReader::next(Article& article) {
  while (values_->next()) {
    release_large_buffers();
    if (trim(values_->text()).empty() && !values_->too_long()) continue;
    ++record_;
    if (read_record(article)) return true;
  }
  return false;
}

bool JsonReader::read_record(Article& article) {
  if (values_->too_long()) {
    report(too_long_reason(max_record_bytes_), false);
    return false;
  }
  simdjson::dom::element value;
  const error_code error = parse(value);
  if (error != simdjson::SUCCESS) {
    report("not valid JSON: " + std::string(explain(error)), false);
    return false;
  }
  JsonOutcome outcome = read_json_article(value, names_, article);
  if (outcome.rejected) {
    report(std::move(*outcome.rejected), false);
    return false;
  }
  for (std::string& reason : outcome.not_read) report(std::move(reason), true);
  return true;
}

error_code JsonReader::parse(simdjson::dom::element& value) {
  std::string& text = values_->text();
  make_utf8(text);
  const auto attempt = [&] {
    text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    return parser_.parse(text.data(), text.size(), false).get(value);
  };
  const error_code error = attempt();
  if (!can_be_mended(error)) return error;
  mend(text);
  return attempt();
}

void JsonReader::report(std::string reason, bool kept) {
  reject_({.record = record_,
           .line = values_->line(),
           .reason = std::move(reason),
           .kept = kept});
}

// A parser keeps room for the largest record it has met, many times its size.
void JsonReader::release_large_buffers() {
  constexpr std::size_t kLarge = std::size_t{1} << 20;
  if (parser_.capacity() > kLarge) parser_ = simdjson::dom::parser();
}

}  // namespace dateline::readers
