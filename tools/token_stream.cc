#include "token_stream.h"

#include <dateline/annotate.h>

#include <algorithm>
#include <vector>

#include "tools/corpora/token_text.h"

namespace dateline::cli {
namespace {

constexpr std::string_view kArticleStart = "-DOCSTART-";

// The tokens of one article, and the running text they make: a sentence a line.
class TokenizedArticle {
 public:
  void add(std::string_view token) {
    lines_.push_back(token);
    text_.add_token(token);
  }

  void end_sentence() {
    lines_.emplace_back();
    text_.end_sentence();
  }

  std::string tagged(const AnnotateOptions& options) const {
    const Annotations found = annotate(text_.text(), options);
    std::string lines;
    auto span = text_.tokens().begin();
    auto mention = found.names.begin();
    bool inside = false;  // The token before belongs to `mention`.
    for (const std::string_view token : lines_) {
      lines.append(token);
      if (token.empty()) {
        inside = false;
      } else {
        while (mention != found.names.end() && mention->end <= span->begin) {
          ++mention;
          inside = false;
        }
        const bool tagged = mention != found.names.end() && mention->begin < span->end;
        ++span;
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

  std::vector<std::string_view> lines_;  // Empty: a sentence ends here.
  corpora::TokenText text_;
};

}  // namespace

std::string tag_tokens(std::string_view input, AnnotateOptions options) {
  options.lines_are_sentences = true;
  std::string result;
  TokenizedArticle article;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    std::string_view line = input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
    const std::string_view token = line.substr(0, line.find_first_of(" \t\r"));
    if (token == kArticleStart) {
      result += article.tagged(options);
      result.append(kArticleStart).append("\tO\n");
      article = {};
    } else if (token.empty()) {
      article.end_sentence();
    } else {
      article.add(token);
    }
  }
  return result + article.tagged(options);
}

}  // namespace dateline::cli
