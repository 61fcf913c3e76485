// Decides which name each candidate of an article stands for: "Blinken" is the Antony
// Blinken who was named in full, FAS what it was short for.

#pragma once

#include "index/names/candidates.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::names {

/// What a candidate stands for.
struct Link {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t name = kNone;  ///< For Linker::name(); kNone: the candidate is no name.
  double score = 0;
  std::string_view why{};  ///< Static text; empty: the candidate's own reason.
};

/// The names of one article.
class Linker {
 public:
  explicit Linker(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// A name that the article is known to have.
  void add_given(const Name& name);

  /// Takes in the names that `candidates` of another text of the article, its title,
  /// are certain of.
  void learn(std::string_view text, std::span<const Token> tokens,
             std::span<const Candidate> candidates);

  /// Links the candidates of the article's text, one link each. Called once.
  std::vector<Link> link(std::string_view text, std::span<const Token> tokens,
                         std::span<const Candidate> candidates);

  /// Takes in the persons that titles tell of in a line all in capitals: "MINISTER
  /// SERGEI LAVROV" is Sergei Lavrov. Called after link().
  void learn_capitals(std::string_view text, std::span<const Token> tokens);

  /// The longest name, among those linked and those of the lists, that begins with
  /// tokens[0]; for lines whose capitals tell nothing. `length`: in tokens.
  Link match(std::string_view text, std::span<const Token> tokens, bool all_capitals,
             std::size_t& length);

  const Name& name(std::size_t index) const { return entities_[index].name; }
  const KnownName* known(std::size_t index) const { return entities_[index].known; }

 private:
  struct Entity {
    Name name;
    std::uint32_t first_word = 0;  // Hashes; of persons with two names or more.
    std::uint32_t last_word = 0;
    std::size_t words = 0;
    std::size_t mentions = 0;
    bool given = false;  ///< By editors: its text and kind stand.
    const KnownName* known = nullptr;
  };
  using Tokens = std::span<const Token>;

  std::size_t entity(NameKind kind, std::uint64_t key);
  std::size_t known_entity(const KnownName& known);
  std::size_t office_entity(const Candidate& office, Tokens words);
  std::size_t person_entity(Tokens words);
  std::size_t given_entity(Tokens words) const;
  std::size_t foreign_body(const KnownName& known);
  bool is_american(std::span<const Candidate> candidates) const;
  std::size_t other_entity(NameKind kind, Tokens words);
  std::size_t certain_entity(const Candidate& candidate, Tokens words);
  void register_words(Tokens words, std::size_t entity);
  void link_certain(std::span<const Candidate> candidates);
  void link_lone_persons(std::span<const Candidate> candidates);
  std::unordered_set<std::uint32_t> lone_words(
      std::span<const Candidate> candidates) const;
  void link_unsure(std::span<const Candidate> candidates);
  void link_lone(std::span<const Candidate> candidates);
  std::unordered_set<std::uint32_t> sure_places(
      std::span<const Candidate> candidates) const;
  void prefer_persons(std::span<const Candidate> candidates);
  Link find_lone(const Token& token) const;
  void note_acronym(const Candidate& owner, const Candidate& acronym,
                    std::size_t entity);
  void index_persons();
  Tokens words_of(const Candidate& candidate) const {
    return tokens_.subspan(candidate.first, candidate.last - candidate.first);
  }
  std::string_view surface(Tokens words) const {
    return text_.substr(words.front().begin, words.back().end - words.front().begin);
  }
  std::string tidy(Tokens words) const;
  Tokens without_legal_form(Tokens words) const;

  const Lexicon& lexicon_;
  std::string_view text_;
  Tokens tokens_;
  std::vector<Entity> entities_;
  std::vector<Link> links_;
  std::unordered_set<std::uint32_t> no_places_;  // "Jordan", a surname all along.
  bool american_ = false;                        // The article is on the United States.
  std::unordered_map<std::uint64_t, std::size_t> by_key_;
  std::unordered_map<std::uint64_t, std::size_t> by_words_;
  std::unordered_map<std::uint32_t, std::size_t> by_surname_;
  std::unordered_map<std::uint32_t, std::size_t> by_given_name_;
  std::unordered_map<std::uint32_t, std::size_t> by_first_word_;
  std::unordered_map<std::uint32_t, std::size_t> acronyms_;
};

}  // namespace dateline::names
