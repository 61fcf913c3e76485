// Decides which names of an article are one: "Blinken" is the Antony Blinken who was
// named in full, FAS what it was short for. A sieve of rules, the surest first, each
// link with its rule (after Lee et al. 2013); nothing but the article and the lists.

#pragma once

#include "index/names/links/article_names.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Whom a mention names.
struct NameLink {
  std::uint32_t entity = 0;  ///< For Sieve::name().
  LinkRule rule = LinkRule::kNone;
  bool is_demonym = false;  ///< "Russian" for Russia.
};

/// Links the mentions of one article. Made, filled and run once by one thread.
class Sieve {
 public:
  explicit Sieve(const Lexicon& lexicon) : names_(lexicon) {}

  /// A name that editors gave the article; before any mention.
  void add_given(const Name& name);

  /// The mentions of one of the article's texts, in order. Texts and tokens must live
  /// as long as the sieve.
  void add(std::string_view text, std::span<const Token> tokens,
           std::span<const Mention> mentions);

  /// Links all mentions, in the order in which they were added. Called once. Time is
  /// linear in the mentions, but for the few forms that share a word.
  std::vector<NameLink> run();

  /// What links lead to: the fullest well-formed writing in the article, or what lists
  /// or editors say.
  const Name& name(std::uint32_t entity) const { return labels_[entity]; }

  /// Whether nothing but one name of a person is known: a surname that no full name of
  /// the article explains.
  bool is_lone(std::uint32_t entity) const;

 private:
  struct Place {  // Of a mention.
    std::uint32_t form = kNone;
    std::uint32_t text = 0;
    std::uint32_t begin = 0;  // Byte.
  };
  struct GivenName {
    std::string text;
    std::vector<Token> tokens;
  };

  std::uint32_t form_of(const Words& words, const Mention& mention,
                        const TitleBefore& title);
  void note_definition(std::span<const Token> tokens, const Mention& name,
                       const Mention& brackets);
  void link_definitions();
  NameLink bearer_before(std::size_t mention) const;
  LinkRule bearing(const Form& full, const Form& lone) const;
  void make_labels();
  std::string label_of(const LocalEntity& entity) const;

  ArticleNames names_;
  KeyMap by_words_;  // Key of a form -> form.
  std::vector<Place> places_;
  std::vector<std::string_view> texts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> definitions_;  // Long, short.
  std::deque<GivenName> given_;
  std::vector<Name> labels_;
};

}  // namespace dateline::names
