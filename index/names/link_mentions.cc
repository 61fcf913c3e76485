// Names that another tagger found, linked.

#include <dateline/annotate.h>
#include <dateline/error.h>

#include "index/names/link_reasons.h"
#include "index/names/links/sieve.h"
#include "index/names/name_tagger.h"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace names {
namespace {

// Phrases that a name follows; by LinkRule.
constexpr std::string_view kPhrases[] = {
    "",         "form of ",    "other name of ", "short for ",     "same office as ",
    "part of ", "letters of ", "surname of ",    "given name of ", "spelling of "};

constexpr std::string_view kRuleNames[] = {
    "itself", "variant", "alias",   "definition", "office",
    "part",   "acronym", "surname", "given name", "spelling"};

// The tokens that a span touches, as a mention; none where it has no word.
Mention mention_of(const NameMention& span, std::span<const Token> tokens) {
  const auto first =
      std::partition_point(tokens.begin(), tokens.end(),
                           [&](const Token& token) { return token.end <= span.begin; });
  const auto last = std::partition_point(
      first, tokens.end(), [&](const Token& token) { return token.begin < span.end; });
  Mention mention;
  mention.first = static_cast<std::uint32_t>(first - tokens.begin());
  mention.last = static_cast<std::uint32_t>(last - tokens.begin());
  mention.kind = span.name.kind;
  return mention;
}

void check_spans(std::string_view text, std::span<const NameMention> mentions) {
  for (const NameMention& mention : mentions)
    if (mention.begin > mention.end || mention.end > text.size())
      throw Error(ErrorCode::kInvalidArgument,
                  "a name at bytes " + std::to_string(mention.begin) + " to " +
                      std::to_string(mention.end) + " lies outside its text");
}

}  // namespace

std::string reason_of(LinkRule rule, std::string_view name, std::string_view found) {
  if (rule == LinkRule::kNone) return std::string(found);
  return std::string(kPhrases[static_cast<std::size_t>(rule)]).append(name);
}

}  // namespace names

std::string_view to_string(LinkRule rule) {
  return names::kRuleNames[static_cast<std::size_t>(rule)];
}

std::vector<NameMention> link_mentions(std::string_view text,
                                       std::vector<NameMention> mentions) {
  names::check_spans(text, mentions);
  const names::Lexicon& lexicon = names::NameTagger::english().lexicon();
  const auto tokens = names::tokenize(text, lexicon);
  std::vector<std::size_t> order(mentions.size());  // Of reading.
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return mentions[a].begin < mentions[b].begin;
  });
  std::vector<names::Mention> spans;
  std::vector<std::size_t> linked;
  for (const std::size_t i : order) {
    NameMention& mention = mentions[i];
    const auto span = names::mention_of(mention, tokens);
    mention.name.text = text.substr(mention.begin, mention.end - mention.begin);
    if (span.first == span.last) continue;
    spans.push_back(span);
    linked.push_back(i);
  }
  names::Sieve sieve(lexicon);
  sieve.add(text, tokens, spans);
  const auto links = sieve.run();
  for (std::size_t i = 0; i < links.size(); ++i) {
    NameMention& mention = mentions[linked[i]];
    mention.name = sieve.name(links[i].entity);
    mention.link = links[i].rule;
    mention.is_lone = sieve.is_lone(links[i].entity);
    mention.is_demonym = links[i].is_demonym;
    mention.reason = names::reason_of(links[i].rule, mention.name.text, {});
  }
  return mentions;
}

}  // namespace dateline
