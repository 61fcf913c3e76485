#include "query/word_expansion.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "index/schema.h"
#include "query/edit_distance.h"
#include "query/vocabulary.h"

namespace dateline {
namespace {

// Above every byte of UTF-8.
constexpr char kBehindAll = '\xFF';

bool continues_letter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

std::size_t letter_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && continues_letter(text[end])) ++end;
  return end - at;
}

std::string term_prefix(bool titles, std::string_view word) {
  // Words beyond the limit of terms are hashed, and no prefix of a word is as long.
  return titles ? schema::title_word_term(word) : schema::word_term(word);
}

// Walks the words that begin with `prefix`, in the order of their bytes.
class WordWalk {
 public:
  WordWalk(const Xapian::Database& database, bool titles, std::string_view prefix)
      : field_(term_prefix(titles, {}).size()),
        at_(database.allterms_begin(term_prefix(titles, prefix))),
        end_(database.allterms_end(term_prefix(titles, prefix))) {
    read();
  }

  bool at_end() const { return at_ == end_; }
  std::string_view word() const { return std::string_view(term_).substr(field_); }
  std::size_t articles() const { return at_.get_termfreq(); }

  void next() {
    ++at_;
    read();
  }

  // To the first word that does not begin with `beginning`, with which this one does.
  void skip(std::string_view beginning) {
    at_.skip_to(term_.substr(0, field_) + std::string(beginning) + kBehindAll);
    read();
  }

 private:
  // Terms of other kinds begin with a capital letter, and words never do.
  void read() {
    while (at_ != end_) {
      term_ = *at_;
      if (term_.size() <= field_) {
        ++at_;
        continue;
      }
      const char first = term_[field_];
      if (first < 'A' || first > 'Z') return;
      at_.skip_to(term_.substr(0, field_) + static_cast<char>('Z' + 1));
    }
  }

  std::size_t field_;  // Bytes before the word.
  Xapian::TermIterator at_;
  Xapian::TermIterator end_;
  std::string term_;
};

// Keeps the words in most articles.
class Gathered {
 public:
  void add(std::string_view word, std::size_t articles) {
    words_.emplace_back(articles, word);
  }

  WordExpansion most(std::size_t count) {
    std::sort(words_.begin(), words_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    WordExpansion result;
    result.left_out = words_.size() > count ? words_.size() - count : 0;
    words_.resize(words_.size() - result.left_out);
    for (auto& [articles, word] : words_) result.words.push_back(std::move(word));
    return result;
  }

 private:
  std::vector<std::pair<std::size_t, std::string>> words_;
};

bool has_stem(std::string_view word, std::span<const std::string> stems,
              std::span<text::Analyzer* const> analyzers) {
  return std::any_of(analyzers.begin(), analyzers.end(), [&](text::Analyzer* analyzer) {
    const auto tokens = analyzer->analyze(word);
    return tokens.size() == 1 &&
           std::find(stems.begin(), stems.end(), tokens.front().stem) != stems.end();
  });
}

// Whether stems of the language may begin otherwise than their words.
bool changes_beginnings(std::string_view stemmer) {
  constexpr std::array<std::string_view, 5> kStemmers = {
      "arabic", "hindi", "indonesian", "irish", "tamil"};
  return std::find(kStemmers.begin(), kStemmers.end(), stemmer) != kStemmers.end();
}

// The beginnings of `stem` that its words are sought by, one after another: most words
// differ from their stems in the last letter at most, nearly all behind the first two,
// and the others ("dying" is "die") behind the first.
std::vector<std::string> beginnings_of(std::string_view stem, bool may_change) {
  std::vector<std::size_t> borders;
  for (std::size_t at = 0; at < stem.size(); at += letter_bytes(stem, at)) {
    borders.push_back(at);
  }
  std::vector<std::string> result;
  for (const std::size_t letters :
       {borders.size() - 1, std::size_t{2}, std::size_t{1}}) {
    if (letters == 0 || letters >= borders.size()) continue;
    std::string beginning(stem.substr(0, borders[letters]));
    if (result.empty() || beginning.size() < result.back().size()) {
      result.push_back(std::move(beginning));
    }
  }
  if (result.empty()) result.emplace_back(stem);  // Of one letter.
  if (may_change) result.emplace_back();
  return result;
}

}  // namespace

bool fits_pattern(std::string_view word, std::string_view pattern) {
  std::size_t w = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;  // The last * that was met,
  std::size_t from = 0;                       // and what it leaves of the word.
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = w;
    } else if (p < pattern.size() && pattern[p] == '?') {
      w += letter_bytes(word, w);
      ++p;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++w;
      ++p;
    } else if (star != std::string_view::npos) {
      from += letter_bytes(word, from);
      w = from;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string folded_pattern(std::string_view pattern) {
  std::string folded;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t wild = std::min(pattern.find_first_of("*?", at), pattern.size());
    folded += text::fold(pattern.substr(at, wild - at));
    if (wild < pattern.size()) folded += pattern[wild];
    at = wild + 1;
  }
  return folded;
}

WordExpansion words_like(const WordSource& source, std::string_view pattern) {
  Gathered words;
  const std::string_view beginning = pattern.substr(0, pattern.find_first_of("*?"));
  WordWalk walk(source.database, source.titles, beginning);
  for (; !walk.at_end(); walk.next()) {
    if (fits_pattern(walk.word(), pattern)) words.add(walk.word(), walk.articles());
  }
  return words.most(source.most);
}

WordExpansion words_near(const WordSource& source, std::string_view word,
                         std::uint32_t edits) {
  constexpr std::size_t kSkippedLetters = 3;  // Longer beginnings have few words.
  Gathered words;
  EditDistance distance(characters_of(word), edits);
  std::u32string dead;  // No word that begins so is near.
  WordWalk walk(source.database, source.titles, {});
  std::u32string before;
  while (!walk.at_end()) {
    const std::u32string letters = characters_of(walk.word());
    const auto common = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), letters.begin(), letters.end())
            .first -
        before.begin());
    if (!dead.empty() && common >= dead.size()) {
      walk.next();
      continue;
    }
    dead.clear();
    distance.shorten(common);
    bool near = true;
    while (near && distance.size() < letters.size()) {
      near = distance.add(letters[distance.size()]);
    }
    before = letters.substr(0, distance.size());
    if (near) {
      if (distance.distance() <= edits) words.add(walk.word(), walk.articles());
      walk.next();
      continue;
    }
    dead = before;
    if (dead.size() > kSkippedLetters) {
      walk.next();
      continue;
    }
    std::size_t bytes = 0;
    for (std::size_t n = 0; n < dead.size(); ++n) {
      bytes += letter_bytes(walk.word(), bytes);
    }
    walk.skip(std::string(walk.word().substr(0, bytes)));
  }
  return words.most(source.most);
}

std::vector<std::string> words_of_stems(const Xapian::Database& database,
                                        std::span<const std::string> stems,
                                        std::span<text::Analyzer* const> analyzers) {
  const bool may_change =
      std::any_of(analyzers.begin(), analyzers.end(), [](text::Analyzer* analyzer) {
        return changes_beginnings(analyzer->stemmer_name());
      });
  std::set<std::string> found;
  for (const std::string& stem : stems) {
    if (stem.empty()) continue;
    // In one language all words of a stem are known once they occur as often as it.
    const Xapian::termcount occurrences =
        database.get_collection_freq(schema::stem_term(stem));
    for (const std::string& beginning : beginnings_of(stem, may_change)) {
      Xapian::termcount known = 0;
      WordWalk walk(database, false, beginning);
      for (; !walk.at_end(); walk.next()) {
        if (!has_stem(walk.word(), std::span(&stem, 1), analyzers)) continue;
        found.emplace(walk.word());
        known += database.get_collection_freq(schema::word_term(walk.word()));
      }
      if (analyzers.size() == 1 && known >= occurrences) break;
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace dateline
