#include "query/timeline_sentences.h"

#include <xxhash.h>

#include <algorithm>

#include "index/mentioned_dates.h"
#include "query/body_tokens.h"
#include "query/marked_line.h"
#include "query/sentences.h"

namespace dateline {
namespace {

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

// Words that tell what a title is about are rarely shorter.
constexpr std::size_t kContentWord = 4;

std::uint64_t stem_hash(const text::Token& token) {
  return hash_of(token.stem.empty() ? token.word : token.stem);
}

void make_set(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

// The elements of `sorted`, a list ordered by `begin`, that begin in `sentence`.
template <class List>
auto within(const List& sorted, Stretch sentence) {
  const auto at = [&](std::size_t byte) {
    return std::partition_point(sorted.begin(), sorted.end(),
                                [byte](const auto& item) { return item.begin < byte; });
  };
  return std::span(at(sentence.begin), at(sentence.end));
}

Region region_at(std::span<const RegionSpan> regions, std::size_t byte) {
  const auto after = std::partition_point(
      regions.begin(), regions.end(),
      [byte](const RegionSpan& region) { return region.end <= byte; });
  return after == regions.end() ? Region::kBody : after->region;
}

// The first mention in the sentence that counts as an asked period, and that period.
std::optional<std::pair<const DateMention*, DateRange>> asked_mention(
    std::span<const DateMention> mentions, const ArticleSentences::IsAsked& is_asked) {
  std::vector<DateRange> periods;
  for (const DateMention& mention : mentions) {
    periods.clear();
    add_mentioned(mention, periods);
    const auto found = std::find_if(periods.begin(), periods.end(), is_asked);
    if (found != periods.end()) return std::pair(&mention, *found);
  }
  return std::nullopt;
}

}  // namespace

bool are_alike(const ToldSentence& a, const ToldSentence& b) {
  constexpr std::size_t kTenthsShared = 7;
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(shared));
  const std::size_t fewer = std::min(a.words.size(), b.words.size());
  return shared.size() * 10 >= fewer * kTenthsShared;
}

ArticleSentences::ArticleSentences(const AnnotatedArticle& article,
                                   const TextMatcher& matcher,
                                   text::Analyzer& analyzer) {
  read_title(article, matcher, analyzer);
  read_body(article, matcher, analyzer);
}

void ArticleSentences::read_title(const AnnotatedArticle& article,
                                  const TextMatcher& matcher,
                                  text::Analyzer& analyzer) {
  title_.text = readable_part(article.article.title);
  title_.dates = &article.title.dates;
  if (!title_.text.empty()) title_.sentences = {{0, title_.text.size()}};
  const auto tokens = body_tokens(title_.text, analyzer, matcher.reads_capitals());
  title_.matches = matcher.find(tokens, article.title);
  for (const text::Token& token : tokens) {
    if (token.word.size() >= kContentWord) title_stems_.push_back(stem_hash(token));
  }
  make_set(title_stems_);
  add_words(tokens, title_);
}

void ArticleSentences::read_body(const AnnotatedArticle& article,
                                 const TextMatcher& matcher, text::Analyzer& analyzer) {
  body_.text = readable_part(article.article.body);
  body_.dates = &article.body.dates;
  body_.regions = article.regions;
  for (const Stretch& sentence : split_sentences(body_.text)) {
    if (gives_facets(region_at(article.regions, sentence.begin))) {
      body_.sentences.push_back(sentence);
    }
  }
  const auto tokens = body_tokens(body_.text, analyzer, matcher.reads_capitals());
  body_.matches = matcher.find(tokens, article.body);
  add_words(tokens, body_);
}

void ArticleSentences::add_words(std::span<const text::Token> tokens, Part& part) {
  for (const text::Token& token : tokens) {
    if (token.joined) continue;
    const bool in_title =
        std::binary_search(title_stems_.begin(), title_stems_.end(), stem_hash(token));
    part.words.push_back({token.begin, hash_of(token.word), in_title});
  }
}

int ArticleSentences::score(const Part& part, Stretch sentence) {
  constexpr int kWanted = 6;
  constexpr int kTitleWord = 2;
  constexpr int kMostOfEach = 3;
  constexpr int kEarly = 4;
  constexpr std::size_t kScrap = 50;
  constexpr std::size_t kHeap = 400;
  constexpr std::size_t kManyDates = 3;

  std::vector<std::uint64_t> wanted;
  for (const TextMatch& match : within(part.matches, sentence)) {
    wanted.push_back(match.wanted);
  }
  make_set(wanted);
  std::vector<std::uint64_t> shared;
  for (const Word& word : within(part.words, sentence)) {
    if (word.in_title) shared.push_back(word.hash);
  }
  make_set(shared);
  const auto at_most = [](std::size_t count) {
    return static_cast<int>(std::min<std::size_t>(count, kMostOfEach));
  };
  int points = kWanted * at_most(wanted.size()) + kTitleWord * at_most(shared.size());
  points += kEarly - static_cast<int>(kEarly * sentence.begin / part.text.size());
  const std::size_t length = sentence.end - sentence.begin;
  if (length < kScrap) points -= 4;
  if (length > kHeap) points -= 2;
  if (within(*part.dates, sentence).size() > kManyDates) points -= 2;
  const Region region = region_at(part.regions, sentence.begin);
  if (region != Region::kBody && region != Region::kTitle) points -= 3;
  return points;
}

std::optional<ToldSentence> ArticleSentences::best(
    const IsAsked& is_asked, const SnippetOptions& options) const {
  Candidate best;
  for (const Part* part : {&body_, &title_}) {
    for (const Stretch& sentence : part->sentences) {
      const auto asked = asked_mention(within(*part->dates, sentence), is_asked);
      if (!asked) continue;
      const int points = score(*part, sentence);
      if (best.part != nullptr && points <= best.score) continue;
      best = {part, sentence, asked->first, asked->second, points};
    }
  }
  if (best.part == nullptr) return std::nullopt;
  return told(best, options);
}

std::optional<ToldSentence> ArticleSentences::best(
    const SnippetOptions& options) const {
  Candidate best;
  for (const Part* part : {&body_, &title_}) {
    for (const Stretch& sentence : part->sentences) {
      const int points = score(*part, sentence);
      if (best.part != nullptr && points <= best.score) continue;
      best = {part, sentence, nullptr, {}, points};
    }
  }
  if (best.part == nullptr) return std::nullopt;
  return told(best, options);
}

ToldSentence ArticleSentences::told(const Candidate& candidate,
                                    const SnippetOptions& options) {
  const Part& part = *candidate.part;
  const Stretch sentence = candidate.sentence;
  ToldSentence told;
  told.score = candidate.score;
  told.mentioned = candidate.mentioned;
  for (const Word& word : within(part.words, sentence)) told.words.push_back(word.hash);
  make_set(told.words);

  std::vector<TextMatch> marks;
  if (candidate.mention != nullptr) {
    marks.push_back({candidate.mention->begin, candidate.mention->end, 0});
  }
  Passage passage{sentence.begin, sentence.end};
  if (sentence.end - sentence.begin > options.length) {
    passage = best_passage(part.text, std::span(&sentence, 1), marks, options.length);
  }
  told.text = marked_line(part.text, passage, marks, options);
  return told;
}

}  // namespace dateline
