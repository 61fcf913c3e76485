#include "tools/corpora/token_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::corpora {
namespace {

std::string_view as_printed(std::string_view token) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8>
      kWritten = {{{"``", "\""},
                   {"''", "\""},
                   {"-LRB-", "("},
                   {"-RRB-", ")"},
                   {"-LSB-", "["},
                   {"-RSB-", "]"},
                   {"-LCB-", "{"},
                   {"-RCB-", "}"}}};
  for (const auto& [written, printed] : kWritten) {
    if (token == written) return printed;
  }
  return token;
}

bool follows_without_blank(std::string_view token) {
  static constexpr std::array<std::string_view, 21> kTight = {
      ".",  ",",  ";",   ":",   "?",   "!",   "%",  ")",  "]", "}", "...",
      "'s", "'S", "n't", "'re", "'ve", "'ll", "'d", "'m", "”", "’s"};
  return std::ranges::find(kTight, token) != kTight.end();
}

bool leaves_no_blank(std::string_view token) {
  static constexpr std::array<std::string_view, 5> kOpening = {"(", "[", "{", "$", "“"};
  return std::ranges::find(kOpening, token) != kOpening.end();
}

}  // namespace

void TokenText::add_token(std::string_view token) {
  const std::string_view printed = as_printed(token);
  const bool quote = printed == "\"";
  const bool closing = quote && token != "``" && in_quote_;
  if (!at_line_start() && !tight_ && !closing && !follows_without_blank(printed)) {
    text_ += ' ';
  }
  const std::size_t begin = text_.size();
  text_ += printed;
  tokens_.push_back({begin, text_.size()});
  tight_ = leaves_no_blank(printed) || (quote && !closing && token != "''");
  if (quote) in_quote_ = tight_;
}

void TokenText::end_sentence() {
  if (!at_line_start()) text_ += '\n';
  tight_ = false;
  in_quote_ = false;
}

}  // namespace dateline::corpora
