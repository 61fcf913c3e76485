#include "query/text_matches.h"

#include <dateline/period.h>

#include <algorithm>
#include <string>
#include <utility>

#include "index/mentioned_dates.h"

namespace dateline {
namespace {

bool is_word(const text::Token& token, const Wanted::PhraseWord& word) {
  return (word.capitals ? token.capitals : token.word) == word.text;
}

// The byte where `phrase`, whose first word is token `at`, ends; 0 when the words after
// it are others.
std::size_t phrase_end(std::span<const text::Token> tokens, std::size_t at,
                       const Wanted::Phrase& phrase) {
  std::uint32_t position = tokens[at].position;
  std::size_t end = tokens[at].end;
  std::size_t next = at;
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    ++position;
    // A word and joined forms may stand at one position.
    while (next < tokens.size() && tokens[next].position < position) ++next;
    std::size_t found = next;
    while (found < tokens.size() && tokens[found].position == position &&
           !is_word(tokens[found], phrase[i])) {
      ++found;
    }
    if (found == tokens.size() || tokens[found].position != position) return 0;
    end = tokens[found].end;
  }
  return end;
}

bool has_capitals(const SpanQuery& query) {
  return std::any_of(query.words.begin(), query.words.end(),
                     [](const SpanWord& word) { return !word.capitals.empty(); }) ||
         std::any_of(query.parts.begin(), query.parts.end(), has_capitals);
}

bool has_capitals(const Wanted& wanted) {
  const auto among = [](const Wanted::Phrase& phrase) {
    return std::any_of(phrase.begin(), phrase.end(),
                       [](const Wanted::PhraseWord& word) { return word.capitals; });
  };
  return !wanted.capitals.empty() ||
         std::any_of(wanted.phrases.begin(), wanted.phrases.end(), among) ||
         (wanted.spans && has_capitals(*wanted.spans));
}

template <class Table>
auto lookup(const Table& table, std::string_view key) {
  using Value = typename Table::mapped_type::value_type;
  const auto found = key.empty() ? table.end() : table.find(key);
  return found == table.end() ? std::span<const Value>()
                              : std::span<const Value>(found->second);
}

}  // namespace

TextMatcher::TextMatcher(std::span<const Wanted> wanted, const Deadline& deadline)
    : deadline_(deadline) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Wanted& one = wanted[i];
    reads_capitals_ = reads_capitals_ || has_capitals(one);
    if (!one.stem.empty()) stems_[one.stem].push_back(i);
    for (const std::string& stem : one.other_stems) stems_[stem].push_back(i);
    if (!one.word.empty()) words_[one.word].push_back(i);
    if (!one.capitals.empty()) capitals_[one.capitals].push_back(i);
    for (const Wanted::Phrase& phrase : one.phrases) {
      if (phrase.empty()) continue;
      auto& table = phrase.front().capitals ? capitals_phrases_ : word_phrases_;
      table[phrase.front().text].push_back({&phrase, i});
    }
    for (const Name& name : one.names) names_.emplace_back(&name, i);
    if (one.days) days_.emplace_back(*one.days, i);
    if (one.spans) spans_.emplace_back(*one.spans, i);
  }
}

bool TextMatcher::empty() const {
  return stems_.empty() && words_.empty() && capitals_.empty() &&
         word_phrases_.empty() && capitals_phrases_.empty() && names_.empty() &&
         days_.empty() && spans_.empty();
}

std::vector<TextMatch> TextMatcher::find(std::span<const text::Token> tokens,
                                         const Annotations& found) const {
  std::vector<TextMatch> matches;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    find_words(tokens[i], matches);
    find_phrases(tokens, i, matches);
  }
  find_spans(tokens, matches);
  find_names(found.names, matches);
  find_dates(found.dates, matches);
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

void TextMatcher::find_words(const text::Token& token,
                             std::vector<TextMatch>& matches) const {
  const auto add = [&](std::span<const std::size_t> found) {
    for (const std::size_t wanted : found) {
      matches.push_back({token.begin, token.end, wanted});
    }
  };
  add(lookup(stems_, token.stem));
  add(lookup(words_, token.word));
  add(lookup(capitals_, token.capitals));
}

void TextMatcher::find_phrases(std::span<const text::Token> tokens, std::size_t at,
                               std::vector<TextMatch>& matches) const {
  const auto add = [&](std::span<const PhraseStart> starts) {
    for (const PhraseStart& start : starts) {
      const std::size_t end = phrase_end(tokens, at, *start.phrase);
      if (end > 0) matches.push_back({tokens[at].begin, end, start.wanted});
    }
  };
  add(lookup(word_phrases_, tokens[at].word));
  add(lookup(capitals_phrases_, tokens[at].capitals));
}

void TextMatcher::find_spans(std::span<const text::Token> tokens,
                             std::vector<TextMatch>& matches) const {
  for (const auto& [matcher, wanted] : spans_) {
    for (const ByteRange& range : matcher.find(tokens, deadline_)) {
      matches.push_back({range.begin, range.end, wanted});
    }
  }
}

void TextMatcher::find_names(std::span<const NameMention> names,
                             std::vector<TextMatch>& matches) const {
  if (names_.empty()) return;
  for (const NameMention& mention : names) {
    if (mention.is_demonym) continue;
    const std::string folded = text::fold(mention.name.text);
    for (const auto& [name, wanted] : names_) {
      if (name->kind == mention.name.kind && name->text == folded) {
        matches.push_back({mention.begin, mention.end, wanted});
      }
    }
  }
}

void TextMatcher::find_dates(std::span<const DateMention> dates,
                             std::vector<TextMatch>& matches) const {
  if (days_.empty()) return;
  std::vector<DateRange> periods;
  for (const DateMention& mention : dates) {
    periods.clear();
    add_mentioned(mention, periods);
    for (const auto& [days, wanted] : days_) {
      const bool is_within = std::any_of(
          periods.begin(), periods.end(),
          [&range = days](const auto& period) { return holds(range, period); });
      if (is_within) matches.push_back({mention.begin, mention.end, wanted});
    }
  }
}

}  // namespace dateline
