// dateline/annotate.h - the names and dates of any text, no index needed.
//
//   const auto found = dateline::annotate(text, {.published = day});
//   for (const auto& mention : found.names)
//     std::cout << text.substr(mention.begin, mention.end - mention.begin) << '\n';
//
// Everything here is safe to call from any number of threads.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class NameFinder;  // dateline/name_finder.h

/// What a part of an article's text is. Nothing is deleted, but furniture, related and
/// reference lines give no facets and no snippets.
enum class Region {
  kTitle,
  kSubhead,
  kBody,
  kList,
  kCaption,
  kCredit,
  kReference,
  kRelated,
  kFurniture,
};

/// "title", "subhead", "body", ... in lower case.
std::string_view to_string(Region region);

/// Whether names and dates of the region count as facets, and its text as snippet.
bool gives_facets(Region region);

/// Bytes [begin, end) of a text, and what they are.
struct RegionSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  Region region = Region::kBody;

  friend bool operator==(const RegionSpan&, const RegionSpan&) = default;
};

/// Why a mention is taken for the name it is linked to, in order of certainty: the
/// rules of a sieve (after Lee et al. 2013, "Deterministic coreference resolution based
/// on entity-centric, precision-ranked rules").
enum class LinkRule {
  kNone,        ///< It is how that name is written.
  kVariant,     ///< But for titles, initials, middle names: "George Bush".
  kAlias,       ///< Another name by the lists: "Kiev" for Kyiv.
  kDefinition,  ///< The text says so: "Federation of American Scientists (FAS)".
  kOffice,      ///< A country's body: "Russia's foreign ministry".
  kPart,        ///< A part of a longer name: "Brodix" for Brodix Products.
  kAcronym,     ///< Its letters.
  kSurname,     ///< "Blinken", "López Obrador".
  kGivenName,   ///< "David".
  kSpelling,    ///< A slip or another transliteration: "Blinkin".
};

/// "variant", "alias", "definition", ...; "itself" for kNone.
std::string_view to_string(LinkRule rule);

/// One place where a name stands in a text.
struct NameMention {
  std::size_t begin = 0;  ///< Bytes [begin, end) of the text: the surface form.
  std::size_t end = 0;
  Name name;  ///< As linked inside the article: "Blinken" there is "Antony Blinken".
  Region region = Region::kBody;
  double score = 1.0;       ///< 0 to 1: how sure the tagger is.
  std::string reason{};     ///< For people: "title 'Secretary of State'".
  bool is_demonym = false;  ///< A country meant by "Russian": no place facet.
  /// A person by one name that no full name in the article explains: "Whelan" where
  /// three of them are named. It may be anyone's.
  bool is_lone = false;
  LinkRule link = LinkRule::kNone;  ///< How the mention led to `name`.
};

/// The TIMEX3 types of ISO-TimeML.
enum class DateType { kDate, kTime, kDuration, kSet };

/// "DATE", "TIME", "DURATION", "SET".
std::string_view to_string(DateType type);

/// One place where a date stands in a text.
struct DateMention {
  std::size_t begin = 0;  ///< Bytes [begin, end) of the text: the surface form.
  std::size_t end = 0;
  DateType type = DateType::kDate;
  std::string value{};  ///< TIMEX3 value: "2023-03-02", "2022-SU", "197". Empty while
                        ///< it is relative to a day that is not known.
  DatePrecision precision = DatePrecision::kNone;  ///< As written.
  DateRange range{};  ///< The days it covers, where `value` is a calendar date.
  Region region = Region::kBody;
  double score = 1.0;    ///< 0 to 1.
  std::string reason{};  ///< The rule that read it.
  /// TIMEX3 modifier: "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN",
  /// "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"; empty for none.
  std::string modifier{};
  Date anchor{};  ///< The day that `value` was counted from; Date{} where it was not.
};

/// What was found in one text, each by `begin`, no two of a kind overlapping.
struct Annotations {
  std::vector<NameMention> names{};
  std::vector<DateMention> dates{};
};

/// What a caller may know about a text.
struct AnnotateOptions {
  Date published{};        ///< What relative dates are relative to; Date{}: unknown.
  std::string language{};  ///< BCP 47; names are looked for in English ("" or "en*").
  bool lines_are_sentences = false;    ///< Every line of the text is one sentence.
  const NameFinder* finder = nullptr;  ///< Null: with what comes with the library.
  bool with_names = true;  ///< Finding them takes most of the time; dates need none.
};

/// Finds names and dates in `text`, taking all of it as running text: no title line,
/// no furniture. UTF-8; offsets are bytes into `text`.
/// Time is linear in the text.
Annotations annotate(std::string_view text, const AnnotateOptions& options = {});

/// Whether `text` is a word for the people of a country: "Russian", "Swiss". English.
bool is_demonym(std::string_view text);

/// Links names that another tagger found: `mentions` say where and of which kind, and
/// come back in the same order with `name`, `is_demonym`, `is_lone`, `link` and
/// `reason` filled in. A span may hold a title or "the"; one without a letter or digit
/// is a name of its own. Throws Error kInvalidArgument where a span does not lie in
/// `text`.
std::vector<NameMention> link_mentions(std::string_view text,
                                       std::vector<NameMention> mentions);

/// An article, and what was found in it.
struct AnnotatedArticle {
  Article article;
  std::vector<RegionSpan> regions{};  ///< Of the body, in order, covering all of it.
  Annotations title{};                ///< Offsets into article.title.
  Annotations body{};                 ///< Offsets into article.body.
};

/// Whether people will read why.
enum class Reasons { kGiven, kLeftOut };

/// Finds the regions, names and dates of an article. NameMention::reason costs time;
/// who does not show it leaves it out. `finder` may be null, as in AnnotateOptions.
AnnotatedArticle annotate(Article article, Reasons reasons = Reasons::kGiven,
                          const NameFinder* finder = nullptr);

/// Only the regions: what annotate() has as AnnotatedArticle::regions. Linear time.
std::vector<RegionSpan> find_regions(const Article& article);

/// One distinct name of an article, and how often it stands there.
struct NameCount {
  Name name;
  std::size_t mentions = 0;  ///< 0: given by editors, not found in the text.

  friend bool operator==(const NameCount&, const NameCount&) = default;
};

/// The names that are facets of the article: those given, then those found in regions
/// that give facets, demonyms left out; each once, in order of first appearance.
std::vector<NameCount> facet_names(const AnnotatedArticle& article);

/// The periods that the article's dates count as in facets and searches: those
/// mentioned in regions that give facets, each once, in full days, by first day and
/// then by last; period_name() tells what they are. A month is its days together and no
/// single one of them, as is a quarter or a week; a time of the day is its day; "2 to 4
/// March" is three days, "2019-2021" three years, up to 31 days, 12 months or 10 years,
/// and a longer one its two ends and all between them as one period. What is relative
/// to a day that is not known, durations, sets and ages are none.
std::vector<DateRange> facet_dates(const AnnotatedArticle& article);

}  // namespace dateline
