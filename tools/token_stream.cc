#include "token_stream.h"

#include <dateline/annotate.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace dateline::cli {
namespace {

constexpr std::string_view kArticleStart = "-DOCSTART-";

// One line of the input, and where its token stands in the text of its article.
struct Token {
  std::string_view text;  // Empty: the sentence ends here.
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What annotators wrote for characters that their format could not hold.
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
  static constexpr std::array<std::string_view, 18> kTight = {
      ".", ",",  ";",  ":",   "?",   "!",   "%",   ")",  "]",
      "}", "'s", "'S", "n't", "'re", "'ve", "'ll", "'d", "'m"};
  return std::ranges::find(kTight, token) != kTight.end();
}

bool leaves_no_blank(std::string_view token) {
  return token == "(" || token == "[" || token == "{" || token == "$";
}

// The tokens of one article, and the running text they make: a sentence a line.
class TokenizedArticle {
 public:
  void add(std::string_view token) {
    const std::string_view printed = as_printed(token);
    const bool at_start = text_.empty() || text_.back() == '\n';
    if (!at_start && !tight_ && !follows_without_blank(printed)) text_ += ' ';
    const std::size_t begin = text_.size();
    text_ += printed;
    tokens_.push_back({token, begin, text_.size()});
    tight_ = leaves_no_blank(printed);
  }

  void end_sentence() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    tokens_.push_back({"", text_.size(), text_.size()});
  }

  std::string tagged(Date published) const {
    const Annotations found = annotate(text_, {.published = published});
    std::string lines;
    auto mention = found.names.begin();
    bool inside = false;  // The token before belongs to `mention`.
    for (const Token& token : tokens_) {
      lines.append(token.text);
      if (token.text.empty()) {
        inside = false;
      } else {
        while (mention != found.names.end() && mention->end <= token.begin) {
          ++mention;
          inside = false;
        }
        const bool tagged = mention != found.names.end() && mention->begin < token.end;
        lines += tagged ? (inside ? "\tI-" : "\tB-") + type_of(*mention) : "\tO";
        inside = tagged;
      }
      lines += '\n';
    }
    return lines;
  }

 private:
  static std::string type_of(const NameMention& mention) {
    if (mention.is_demonym) return "MISC";
    switch (mention.name.kind) {
      case NameKind::kPerson:
        return "PER";
      case NameKind::kOrg:
        return "ORG";
      case NameKind::kPlace:
        return "LOC";
      case NameKind::kThing:
        break;
    }
    return "MISC";
  }

  std::string text_;
  std::vector<Token> tokens_;
  bool tight_ = false;
};

}  // namespace

std::string tag_tokens(std::string_view input, Date published) {
  std::string result;
  TokenizedArticle article;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    std::string_view line = input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
    const std::string_view token = line.substr(0, line.find_first_of(" \t\r"));
    if (token == kArticleStart) {
      result += article.tagged(published);
      result.append(kArticleStart).append("\tO\n");
      article = {};
    } else if (token.empty()) {
      article.end_sentence();
    } else {
      article.add(token);
    }
  }
  return result + article.tagged(published);
}

}  // namespace dateline::cli
