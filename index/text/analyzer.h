// Text to words: split on Unicode rules, folded, joined, stemmed. The same for
// articles and for queries, so that what is typed meets what was written.
//
//   word      "Россия's" -> россия: lower case, accents off, possessive off
//   stem      Snowball by language; words with a digit have none
//   capitals  START in mixed-case text: the word also as it was written
//   joined    G-20, G20 and G 20 meet in "g20"; face-to-face also in "facetoface";
//             U.S. is the word "us" with capitals "US"
//
// Words stand at positions 0, 1, 2, …; a joined form stands at the position of its
// first part and comes right after it.
//
// The rules, in order of surprise:
//   - Letters, marks and numbers are words; of Han and Hiragana each character is one.
//     Everything else parts words, `_ . : / @` too: state.gov is state, gov.
//   - Apostrophes stay inside and are dropped: O'Brien is obrien. Possessives are off:
//     Russia's is russia, and `end` is before the 's. French, Italian and Catalan part
//     l'État into l and etat; Turkish drops the suffix behind the apostrophe.
//   - Single letters with points are an acronym, its last point included: U.S. is us.
//   - 3.5 is one word, 1.2.3 is three; 1,000 is 1000.
//   - Hyphens and & without spaces join 2 to 8 words, numbers alone excepted; so do one
//     or two capitals, a space and up to three digits (G 20).
//   - Soft hyphens and other invisible characters are as if not there.
//   - Folding is that of index/text/folding.h. Words are cut to 200 bytes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::text {

/// One word of a text, or one joined form. The views live until the next call of
/// Analyzer::analyze() on the same object; of `word` and `stem` eight bytes can be read
/// from any of their bytes on.
struct Token {
  std::string_view word;  ///< Folded; never empty.
  std::string_view stem;  ///< Folded. Empty: none (it has a digit or was cut, the
                          ///< language is not known).
  std::string_view
      capitals;             ///< Not folded, without points, apostrophes and hyphens;
                            ///< empty unless two or more letters, all capital, perhaps
                            ///< digits, in mixed-case text: US, COVID19, ATT (joined).
  std::uint32_t begin = 0;  ///< Bytes [begin, end) of the text, without 's.
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< Words from the start of the text.
  bool joined = false;         ///< A joined form: `end` is that of its last part.
  std::uint32_t parts = 1;     ///< Joined forms: how many positions it spans.
};

/// How text is read.
struct AnalyzeOptions {
  /// False: the text is known to be all in capitals, or lacks case; give no `capitals`.
  /// Set by the caller from is_mixed_case(), so that a query and a title are judged as
  /// a whole, a body line by line or as a whole.
  bool capitals = true;
};

/// Cuts texts of one language into tokens. Reused, it allocates nothing a word. One
/// object belongs to one thread at a time.
class Analyzer {
 public:
  /// `language`: BCP 47 ("en", "pt-BR") or a Snowball name; one that Snowball does not
  /// know gives words without stems.
  explicit Analyzer(std::string_view language);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text`, in order. At most 4 GiB of UTF-8; a wrong byte parts words.
  /// Time is linear in the text. Lives until the next call; `text` may go before.
  /// Throws Error kInvalidArgument for more than 4 GiB.
  std::span<const Token> analyze(std::string_view text,
                                 const AnalyzeOptions& options = {});

  /// The Snowball name of the language: "english"; empty when it is not known.
  std::string_view stemmer_name() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// True when `text` has lower-case letters among its capitals, so that a word in
/// capitals means something: of the runs of two or more letters, at most half are all
/// capitals (U.S. is none). False for texts without letters that have case.
bool is_mixed_case(std::string_view text);

/// Lower case, accents off, compatibility forms resolved (NFKC and case folding, then
/// the rules of index/text/folding.h), ’ as ', ‐ as -, invalid bytes as U+FFFD, spaces
/// and controls collapsed to one space and trimmed: how names and metadata are
/// compared. "São  Paulo" -> "sao paulo". Folding twice is folding once.
std::string fold(std::string_view text);

/// A word that names the rules above; it changes whenever their output does, so that an
/// index knows which analysis made it.
std::string_view analysis_fingerprint();

}  // namespace dateline::text
