#include "tools/corpora/conll_corpus.h"

#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/bio_tags.h"
#include "tools/corpora/corpus_file.h"
#include "tools/corpora/token_text.h"

namespace dateline::corpora {
namespace {

constexpr std::string_view kArticleStart = "-DOCSTART-";

struct Columns {
  std::string_view token;
  std::string_view tag;
};

// The first and the last column. The token alone may hold blanks, in files with tabs.
Columns columns_of(std::string_view line) {
  const std::string_view blanks =
      line.find('\t') == std::string_view::npos ? " " : "\t";
  const std::size_t end = line.find_last_not_of(" \t");
  line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const std::size_t first = line.find_first_of(blanks);
  if (first == std::string_view::npos) return {line, {}};
  return {line.substr(0, first), line.substr(line.find_last_of(blanks) + 1)};
}

// Gathers the tokens and tags of one article after the other.
class ConllReader {
 public:
  ConllReader(const std::filesystem::path& file, bool has_articles)
      : file_(file), has_articles_(has_articles) {}

  void read(std::string_view line, std::size_t number) {
    const auto [token, tag] = columns_of(line);
    if (token == kArticleStart) {
      finish_article();
    } else if (token.empty()) {
      text_.end_sentence();
      tags_.end_sentence();
      if (!has_articles_) finish_article();
    } else if (tag.empty() || !tags_.add(tag)) {
      refuse_file(file_, number, "The last column is no tag of a name.");
    } else {
      text_.add_token(token);
      check_type(number);
    }
  }

  std::vector<LabelledArticle> finish() {
    finish_article();
    return std::move(articles_);
  }

 private:
  void check_type(std::size_t number) {
    if (tags_.runs().empty() || find_name_type(tags_.runs().back().type)) return;
    refuse_file(file_, number,
                "'" + tags_.runs().back().type + "' is no known type of name.");
  }

  void finish_article() {
    text_.end_sentence();
    if (!text_.tokens().empty()) articles_.push_back(article());
    text_ = {};
    tags_ = {};
  }

  LabelledArticle article() const {
    LabelledArticle article{
        .id = file_.filename().string() + "#" + std::to_string(articles_.size() + 1),
        .body = text_.text(),
        .tokens = text_.tokens(),
        .lines_are_sentences = true};
    for (const TokenRun& run : tags_.runs()) {
      const auto kind = find_name_type(run.type)->kind;
      if (!kind) continue;
      article.mentions.push_back({.begin = article.tokens[run.first].begin,
                                  .end = article.tokens[run.last].end,
                                  .kind = *kind});
    }
    return article;
  }

  const std::filesystem::path& file_;
  bool has_articles_;
  TokenText text_;
  TagReader tags_;
  std::vector<LabelledArticle> articles_;
};

}  // namespace

std::vector<LabelledArticle> read_conll_corpus(const std::filesystem::path& file) {
  const std::string content = read_corpus_file(file);
  ConllReader reader(file, content.find(kArticleStart) != std::string::npos);
  LineReader lines(content);
  for (std::string_view line; lines.next(line);) reader.read(line, lines.number());
  return reader.finish();
}

}  // namespace dateline::corpora
