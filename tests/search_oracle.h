// A second, slow search engine that shares nothing with Dateline but the articles: it
// reads every article for every query, by rules written down once more and as plainly
// as possible. Where the two disagree, one of them is wrong.
//
// For English text in ASCII. It knows no query language: a query is a predicate.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::oracle {

/// One word, or several that a hyphen, an & or a designation (G 7) makes one.
struct Word {
  std::string word;    ///< In lower case, without apostrophes and points.
  std::string stem{};  ///< By Xapian's English stemmer; empty for words with a digit.
  std::string capitals{};  ///< As written when two or more letters and all capital.
  std::size_t parts = 1;
};

/// The words of a title or a body by position. Joined words stand in the list of the
/// position of their first part, behind it.
using Text = std::vector<std::vector<Word>>;

/// `capitals` are kept where they mean something: in lines that are not all capitals,
/// of texts that are not.
Text read_text(std::string_view text);

/// The same of what is typed in a query: all capitals are kept.
Text read_typed(std::string_view text);

/// Names that are one entity.
struct SameEntity {
  NameKind kind;
  std::vector<std::string> names;  ///< In lower case. The first is what facets show.
};

/// What the oracle knows of one article.
struct Document {
  Article article;                   ///< Without its text.
  std::vector<SameEntity> entities;  ///< Of each name in `article`.
  Text title;
  Text body;
};

/// A name that is in none of `linked` is an entity of its own.
Document read_article(Article article, const std::vector<SameEntity>& linked = {});

/// Whether words in capitals mean something in a query: not all its words are.
bool capitals_matter(std::string_view words);

/// Positions [first, last) of a text.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Everywhere in a text that something stands, in order of `first`.
using Finder = std::function<std::vector<Span>(const Text&)>;

/// The word in any form that has its stem; exactly; in capitals.
Finder find_word(std::string text);
Finder find_exact(std::string text);
Finder find_capitals(std::string text);

/// These words side by side. Those typed in capitals must be in capitals if
/// `mind_capitals`.
Finder find_phrase(std::string text, bool mind_capitals = false);

/// One word as it is typed in a query: by its stem, in capitals if it is and if
/// `mind_capitals`; what a hyphen makes one also as its parts.
Finder find_typed(std::string text, bool mind_capitals);

Finder find_any(std::vector<Finder> finders);

/// Whether these, together, make up the whole of a text.
bool is_covered(std::string_view text, const std::vector<Finder>& finders);

/// A query.
using Predicate = std::function<bool(const Document&)>;

/// In the title or in the body; in the title.
Predicate anywhere(Finder finder);
Predicate in_title(Finder finder);

Predicate word(std::string text);
Predicate exact(std::string text);
Predicate capitals(std::string text);
Predicate phrase(std::string text, bool mind_capitals = false);
Predicate title_word(std::string text);
Predicate title_exact(std::string text);
Predicate title_phrase(std::string text);

/// Metadata that editors gave, without regard to case. A name is also every other name
/// of the same entity; a person of one word is also each name that ends with it.
Predicate topic(std::string code);
Predicate place(std::string name);
Predicate org(std::string name);
Predicate person(std::string name);
Predicate source(std::string name);
Predicate author(std::string name);
Predicate id(std::string id);

/// A name of any kind.
Predicate name(std::string text);

/// Wholly from `first` to `last`, both included.
Predicate published(Date first, Date last);

Predicate all(std::vector<Predicate> predicates);
Predicate any(std::vector<Predicate> predicates);
Predicate none(std::vector<Predicate> predicates);

/// The values of an article, entities by their first name, for a facet kind: "topic",
/// "source", "author", "place", "person", "org" or "published:month"; in lower case.
std::set<std::string> facet_values(const std::string& kind, const Document& document);

}  // namespace dateline::oracle
