// Where a text shows what a query wants: the words, phrases and names that matched, and
// nothing else.

#pragma once

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/text/analyzer.h"
#include "query/deadline.h"
#include "query/span_matches.h"
#include "query/wanted.h"

namespace dateline {

/// Bytes [begin, end) of a text that show wanted number `wanted`.
struct TextMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t wanted = 0;

  friend auto operator<=>(const TextMatch&, const TextMatch&) = default;
};

/// Finds what is wanted. Positions, joined forms and capitals are taken as the index
/// takes them, so that a phrase is found exactly where the index has it. Immutable:
/// safe to share between threads.
class TextMatcher {
 public:
  /// `wanted` must live as long as the matcher.
  explicit TextMatcher(std::span<const Wanted> wanted, const Deadline& deadline = {});

  /// True when nothing is wanted.
  bool empty() const;

  /// Whether the `capitals` of tokens make a difference to what matches.
  bool reads_capitals() const { return reads_capitals_; }

  /// The matches among `tokens`, the analysis of a text, and what was `found` in it;
  /// ordered, and possibly overlapping. Throws TimeIsUp at the deadline.
  std::vector<TextMatch> find(std::span<const text::Token> tokens,
                              const Annotations& found) const;

 private:
  // A phrase, found by its first word.
  struct PhraseStart {
    const Wanted::Phrase* phrase;
    std::size_t wanted;
  };
  template <class T>
  using Table = std::unordered_map<std::string_view, std::vector<T>>;

  void find_words(const text::Token& token, std::vector<TextMatch>& matches) const;
  void find_phrases(std::span<const text::Token> tokens, std::size_t at,
                    std::vector<TextMatch>& matches) const;
  void find_spans(std::span<const text::Token> tokens,
                  std::vector<TextMatch>& matches) const;
  void find_names(std::span<const NameMention> names,
                  std::vector<TextMatch>& matches) const;

  void find_dates(std::span<const DateMention> dates,
                  std::vector<TextMatch>& matches) const;

  Deadline deadline_;
  bool reads_capitals_ = false;
  Table<std::size_t> stems_;
  Table<std::size_t> words_;
  Table<std::size_t> capitals_;
  Table<PhraseStart> word_phrases_;
  Table<PhraseStart> capitals_phrases_;
  std::vector<std::pair<const Name*, std::size_t>> names_;
  std::vector<std::pair<DateRange, std::size_t>> days_;
  std::vector<std::pair<SpanMatcher, std::size_t>> spans_;
};

}  // namespace dateline
