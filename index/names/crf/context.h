// What the features of the sequence model look at: the words of one text that may be
// names, the stretches of capitals they stand in, what the lists and rules say of them,
// and how the rest of the text writes them.

#pragma once

#include "index/names/candidates.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/topics.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names::crf {

inline constexpr std::uint32_t kSigns = 0xA5000000u;  ///< Keeps signs apart from words.
inline constexpr std::uint32_t kBoundary = kSigns | 0xFFFFFFu;  ///< A sentence's end.
inline constexpr std::uint16_t kSentenceEnd = kGapStop | kGapLine;

/// What is given of a text.
struct TextView {
  std::string_view text;
  std::span<const Token> tokens;
  std::span<const Candidate> candidates;  ///< Of the rules.
  std::span<const GazetteerBits> lists;   ///< One a token.
};

/// How often a text writes one word, letter case aside, in each way.
struct WordCounts {
  std::uint16_t lower = 0;
  std::uint16_t start = 0;   ///< Capitalised as first of a sentence.
  std::uint16_t middle = 0;  ///< Capitalised inside one.
  std::uint16_t after_capital = 0;
  std::uint16_t before_capital = 0;
  std::uint16_t all_capitals = 0;
  std::uint16_t cues = 0;       ///< A set of Cue, of all places.
  std::uint32_t kind_cues = 0;  ///< A set of KindCue, of all runs that it is in.
  /// As labelled by the first pass: outside, or the kind.
  std::array<std::uint16_t, 1 + kKinds> labels{};
  /// As part of a name of two words or more, by kind.
  std::array<std::uint16_t, kKinds> in_longer{};
};

/// A word that may be part of a name: all that its letters tell.
struct Word {
  std::uint32_t lower = 0;   ///< Token::hash.
  std::uint32_t exact = 0;   ///< Hash of its bytes.
  std::uint32_t shape = 0;   ///< "Aa", "A.A.", cut to two letters a run.
  std::uint32_t prefix = 0;  ///< The first four bytes in lower case.
  std::uint32_t suffix = 0;  ///< The last four.
  std::uint32_t length = 0;
  std::uint32_t classes = 0;  ///< Of the lexicon.
  std::uint32_t counts = 0;   ///< Index into Context::counts().
  bool has_capital = false;
};

/// A token that is decoded.
struct Site {
  std::uint32_t token = 0;
  std::uint32_t word = 0;       ///< Of Context::word().
  std::uint32_t run_first = 0;  ///< Tokens [run_first, run_last] hang together.
  std::uint32_t run_last = 0;
  std::uint32_t rule = 0;  ///< What the rules make of it; 0: nothing.
  std::uint32_t lists = 0;
  std::uint32_t kind_cues = 0;  ///< A set of KindCue, of its run.
  std::uint16_t line = 0;      ///< Class of its sentence: WordCase of the line, length.
  std::uint16_t position = 0;  ///< Where in the text its sentence stands.
  Joint joint = Joint::kBlank;
};

/// Sites [first, last) that are decoded together: no name crosses their ends.
struct Segment {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// One text made ready. Reused for the next one, it keeps its memory.
class Context {
 public:
  /// Linear in the text, which has to outlive the use of this, as has `lexicon`.
  void read(const TextView& view, const Lexicon& lexicon);

  std::span<const Site> sites() const { return sites_; }
  std::span<const Segment> segments() const { return segments_; }
  std::span<const Token> tokens() const { return view_.tokens; }
  std::string_view text() const { return view_.text; }
  const Word& word(const Site& site) const { return words_[site.word]; }
  std::span<const Word> words() const { return words_; }
  std::span<const WordCounts> counts() const { return counts_; }
  const WordCounts& counts(const Site& site) const {
    return counts_[word(site).counts];
  }

  /// The lexicon's classes of any token.
  std::uint32_t classes(std::size_t token) const {
    return lexicon_->classes(view_.tokens[token]);
  }

  /// The two next things that the text has before and after a token, words and signs
  /// alike, the nearer one first.
  std::array<std::uint32_t, 2> before(std::size_t token) const;
  std::array<std::uint32_t, 2> after(std::size_t token) const;

  /// The signs between a token and the one before: 0 for a blank alone, kSigns with a
  /// set of GapSign, where kGapBlank tells of a possessive, or kBoundary.
  std::uint32_t gap(std::size_t token) const {
    const auto tokens = view_.tokens;
    if (token >= tokens.size() || starts_sentence(token)) return kBoundary;
    // The bit of blanks is free: it tells a possessive.
    static_assert(kGapBlank == 1u << 14);
    const std::uint32_t signs = (tokens[token].gap & ~std::uint32_t{kGapBlank}) |
                                (std::uint32_t{tokens[token - 1].possessive} << 14);
    return signs | (kSigns & (0u - std::uint32_t{signs != 0}));
  }

  bool starts_sentence(std::size_t token) const {
    return token == 0 || (view_.tokens[token].gap & kSentenceEnd) != 0;
  }

  /// What the text is about.
  Topic topic() const { return topic_; }

  /// Counts how each word is labelled, for the second pass; one label a site.
  void count_labels(std::span<const Label> labels);

 private:
  struct Sentence {
    std::uint16_t line = 0;
    std::uint16_t position = 0;
  };

  void read_sentences();
  void mark_sites();
  std::span<const std::uint32_t> decoded_tokens();
  void add_sites();
  bool is_idle(std::size_t first, std::size_t last) const;
  void add_runs(std::size_t first, std::size_t last);
  void read_rules();
  void count_words();
  void add_run_cues();
  std::uint32_t add_word(const Token& token);
  std::uint32_t find_counts(std::uint32_t hash, bool add);

  const Lexicon* lexicon_ = nullptr;
  TextView view_;
  Topic topic_ = Topic::kNone;
  std::vector<std::uint8_t> decoded_;  // By token.
  std::vector<std::uint32_t> listed_;  // For decoded_tokens().
  std::vector<std::uint32_t> sentence_of_;
  std::vector<Sentence> sentences_;
  std::vector<Site> sites_;
  std::vector<Segment> segments_;
  std::vector<Word> words_;
  std::vector<WordCounts> counts_;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = 0;  // 1 + index; 0: free.
  };
  std::vector<Slot> word_slots_;   // By exact hash.
  std::vector<Slot> count_slots_;  // By lower-case hash.
  // A bit a hash that has counts, and some others: most words of a text have none.
  static constexpr std::size_t kFilterBits = 4096;
  static std::size_t filter_bit(std::uint32_t hash) {
    return (hash >> 12) % kFilterBits;
  }
  bool may_have_counts(std::uint32_t hash) const {
    return (counted_[filter_bit(hash) / 64] >> (filter_bit(hash) % 64) & 1) != 0;
  }
  std::array<std::uint64_t, kFilterBits / 64> counted_{};
};

}  // namespace dateline::names::crf
