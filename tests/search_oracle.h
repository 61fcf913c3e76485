// A second, slow search engine that shares nothing with Dateline but the articles: it
// reads every article for every query, by rules written down once more and as plainly
// as possible. Where the two disagree, one of them is wrong.
//
// For English text in ASCII. It knows no query language: a query is a predicate.

#pragma once

#include <dateline/annotate.h>
#include <dateline/article.h>
#include <dateline/fields.h>

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle_text.h"

namespace dateline::oracle {

/// Names that are one entity.
struct SameEntity {
  NameKind kind;
  std::vector<std::string> names;  ///< In lower case. The first is what facets show.
};

/// What the oracle knows of one article.
struct Document {
  Article article;                   ///< Without its text.
  std::vector<SameEntity> entities;  ///< Of each name in `article`.
  std::vector<DateRange> mentioned;  ///< Days that its text speaks of.
  Text title;
  Text body;
};

/// A name that is in none of `linked` is an entity of its own. No day is mentioned.
Document read_article(Article article, const std::vector<SameEntity>& linked = {});

/// The same of an article whose names and dates were found: a name counts as one that
/// editors gave unless it is a demonym, and both count where they give facets.
Document read_article(const AnnotatedArticle& found,
                      const std::vector<SameEntity>& linked);

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

/// The site of a URL: its host without "www.", which may stand before `host`.
Predicate site(std::string host);
Predicate url(std::string url);

/// A name of any kind.
Predicate name(std::string text);

/// Whether a field of names means an entity by a name.
bool is_meant(const SameEntity& entity, Field field, const std::string& name);

/// Wholly from `first` to `last`, both included.
Predicate published(Date first, Date last);

/// Mentions something that lies wholly within these days.
Predicate about(Date first, Date last);

Predicate all(std::vector<Predicate> predicates);
Predicate any(std::vector<Predicate> predicates);
Predicate none(std::vector<Predicate> predicates);

/// The values of an article, entities by their first name, for a facet kind: "topic",
/// "source", "author", "place", "person", "org" or "published:month"; in lower case.
std::set<std::string> facet_values(const std::string& kind, const Document& document);

}  // namespace dateline::oracle
