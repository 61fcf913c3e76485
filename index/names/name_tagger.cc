#include "index/names/name_tagger.h"

#include "index/names/candidates.h"
#include "index/names/lexicon.h"
#include "index/names/linker.h"
#include "index/names/tokens.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestText = std::size_t{1} << 31;  // Offsets have 32 bits.
constexpr std::size_t kCapitalWords = 3;  // So many make a line in capitals.

std::string reason_of(const Candidate& candidate, const Link& link, const Name& name) {
  std::string reason(link.why.empty() ? candidate.why : link.why);
  if (!link.why.empty()) {
    if (link.why.ends_with(" of") || link.why.ends_with(" for"))
      (reason += ' ') += name.text;
    return reason;
  }
  if (!candidate.evidence.empty()) ((reason += " '") += candidate.evidence) += '\'';
  return reason;
}

// One text of the article, with its tokens and what became of them.
class TextMentions {
 public:
  TextMentions(std::string_view text, std::span<const Token> tokens,
               std::span<const RegionSpan> regions, Region otherwise)
      : text_(text), tokens_(tokens), regions_(regions), otherwise_(otherwise) {}

  // Whether capitals tell nothing in the sentence of tokens [first, last).
  bool is_headline(std::size_t first, std::size_t last) {
    const Region region = region_at(tokens_[first].begin);
    return region == Region::kTitle || region == Region::kSubhead ||
           all_capitals(first, last);
  }

  bool all_capitals(std::size_t first, std::size_t last) const {
    std::size_t capitals = 0;
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i) {
      words += tokens_[i].shape != Shape::kNumber;
      capitals += tokens_[i].shape == Shape::kAllCaps;
    }
    return capitals >= kCapitalWords && capitals * 4 >= words * 3;
  }

  Region region_at(std::size_t byte) {
    while (region_ < regions_.size() && regions_[region_].end <= byte) ++region_;
    return region_ < regions_.size() ? regions_[region_].region : otherwise_;
  }

  void add(std::size_t first, std::size_t last, const Linker& linker, const Link& link,
           const Candidate& candidate) {
    NameMention mention;
    mention.begin = tokens_[first].begin;
    mention.end = tokens_[last - 1].end;
    mention.name = linker.name(link.name);
    mention.region = region_at(mention.begin);
    mention.score = link.score;
    mention.reason = reason_of(candidate, link, mention.name);
    mention.is_demonym = candidate.known != nullptr && candidate.known->is_demonym;
    mentions_.push_back(std::move(mention));
  }

  std::vector<NameMention> take() { return std::move(mentions_); }

  std::span<const Token> tokens() const { return tokens_; }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const RegionSpan> regions_;
  Region otherwise_;
  std::size_t region_ = 0;
  std::vector<NameMention> mentions_;
};

// The token after the sentence that begins at `first`.
std::size_t sentence_end(std::span<const Token> tokens, std::size_t first) {
  std::size_t last = first + 1;
  while (last < tokens.size() && !tokens[last].sentence_start) ++last;
  return last;
}

// Names in a line whose capitals tell nothing: only those known already.
void match_headline(TextMentions& mentions, Linker& linker, const Lexicon& lexicon,
                    std::size_t first, std::size_t last) {
  const auto tokens = mentions.tokens();
  const bool all_capitals = mentions.all_capitals(first, last);
  for (std::size_t i = first; i < last;) {
    std::size_t length = 0;
    Link link;
    if (tokens[i].is_capital()) {
      link = linker.match(mentions.text(), tokens.subspan(i, last - i), all_capitals,
                          length);
    }
    if (length > 0 && link.name != Link::kNone) {
      Candidate candidate;
      candidate.known =
          lexicon.longest(tokens.subspan(i, length), mentions.text()).name;
      if (linker.known(link.name) == nullptr) candidate.known = nullptr;
      mentions.add(i, i + length, linker, link, candidate);
    }
    i += std::max<std::size_t>(length, 1);
  }
}

}  // namespace

struct NameTagger::Impl {
  Lexicon lexicon;

  // A title written as a sentence names people as sentences do.
  void learn_title(std::string_view title, std::span<const Token> tokens,
                   Linker& linker) const {
    if (is_sentence(tokens))
      linker.learn(title, tokens, find_candidates(title, tokens, lexicon));
  }

  // Whether most words of four letters or more are in lower case.
  static bool is_sentence(std::span<const Token> tokens) {
    std::size_t lower = 0;
    std::size_t words = 0;
    for (const Token& token : tokens) {
      if (token.end - token.begin < 4 || token.shape == Shape::kNumber) continue;
      ++words;
      lower += token.shape == Shape::kLower;
    }
    return lower * 3 > words;
  }

  std::vector<NameMention> tag_title(std::string_view title,
                                     std::span<const Token> tokens,
                                     Linker& linker) const {
    TextMentions mentions(title, tokens, {}, Region::kTitle);
    if (!tokens.empty()) match_headline(mentions, linker, lexicon, 0, tokens.size());
    return mentions.take();
  }

  std::vector<NameMention> tag_body(const NameTaggerInput& input,
                                    Linker& linker) const {
    const auto tokens = tokenize(input.body, lexicon);
    auto candidates = find_candidates(input.body, tokens, lexicon);
    const auto headlines = take_headlines(input, tokens, candidates);
    const auto links = linker.link(input.body, tokens, candidates);
    TextMentions mentions(input.body, tokens, input.regions, Region::kBody);
    for (const auto& [first, last] : headlines)
      if (mentions.all_capitals(first, last))
        linker.learn_capitals(input.body,
                              std::span(tokens).subspan(first, last - first));
    std::size_t headline = 0;
    for (std::size_t i = 0; i <= candidates.size(); ++i) {
      const auto at = i < candidates.size() ? candidates[i].first : tokens.size();
      for (; headline < headlines.size() && headlines[headline].first < at; ++headline)
        match_headline(mentions, linker, lexicon, headlines[headline].first,
                       headlines[headline].second);
      if (i < candidates.size() && links[i].name != Link::kNone)
        mentions.add(candidates[i].first, candidates[i].last, linker, links[i],
                     candidates[i]);
    }
    return mentions.take();
  }

  // The sentences whose capitals tell nothing; their candidates go.
  std::vector<std::pair<std::size_t, std::size_t>> take_headlines(
      const NameTaggerInput& input, std::span<const Token> tokens,
      std::vector<Candidate>& candidates) const {
    std::vector<std::pair<std::size_t, std::size_t>> headlines;
    TextMentions reader(input.body, tokens, input.regions, Region::kBody);
    for (std::size_t first = 0; first < tokens.size();) {
      const std::size_t last = sentence_end(tokens, first);
      if (reader.is_headline(first, last)) headlines.emplace_back(first, last);
      first = last;
    }
    std::size_t headline = 0;
    std::erase_if(candidates, [&](const Candidate& candidate) {
      while (headline < headlines.size() &&
             headlines[headline].second <= candidate.first)
        ++headline;
      return headline < headlines.size() && headlines[headline].first < candidate.last;
    });
    return headlines;
  }
};

NameTagger::NameTagger() : impl_(std::make_unique<Impl>()) {}
NameTagger::~NameTagger() = default;

bool NameTagger::is_demonym(std::string_view text) const {
  const auto tokens = tokenize(text, impl_->lexicon);
  if (tokens.empty()) return false;
  const KnownSpan span = impl_->lexicon.longest(tokens, text);
  return span.length == tokens.size() && span.name->is_demonym;
}

const NameTagger& NameTagger::english() {
  static const NameTagger tagger;
  return tagger;
}

const Lexicon& NameTagger::lexicon() const { return impl_->lexicon; }

NameTaggerOutput NameTagger::tag(const NameTaggerInput& input) const {
  NameTaggerOutput output;
  if (input.title.size() > kLongestText || input.body.size() > kLongestText)
    return output;
  Linker linker(impl_->lexicon);
  for (const Name& name : input.given) linker.add_given(name);
  const auto title = tokenize(input.title, impl_->lexicon);
  impl_->learn_title(input.title, title, linker);
  output.body = impl_->tag_body(input, linker);
  output.title = impl_->tag_title(input.title, title, linker);
  return output;
}

}  // namespace dateline::names
