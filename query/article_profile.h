// What an article is about, for finding others about the same: its rare words, its
// names, the days it tells of, and when it appeared.

#pragma once

#include <dateline/annotate.h>
#include <dateline/name.h>
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/document_terms.h"
#include "query/snapshot.h"

namespace dateline {

/// A word of an article by its stem, and how much it tells of it.
struct RareWord {
  std::string stem;
  std::string term;
  double weight = 0;

  friend bool operator==(const RareWord&, const RareWord&) = default;
};

/// A name of an article, with all names that are the same entity.
struct ProfileName {
  Name name;  ///< By the label of its entity.
  double weight = 0;
};

/// The profile of one article. Weights are the higher the fewer articles of the index
/// have a thing: tf-idf (Salton and Buckley, "Term-weighting approaches in automatic
/// text retrieval", 1988).
class ArticleProfile {
 public:
  /// Of the article that document `docid` is.
  ArticleProfile(Snapshot& snapshot, Xapian::docid docid);

  /// The words that tell most, the best first.
  const std::vector<RareWord>& words() const { return words_; }

  /// The day it appeared, counted from 1970; nullopt: not known.
  std::optional<double> published() const { return published_; }

  /// What another article has in common with this one: cosines of the weights of names
  /// and of days, 0 to 1, and which these are.
  struct Shared {
    double names_cosine = 0;
    double days_cosine = 0;
    std::vector<Name> names{};
    std::vector<Date> days{};
  };
  Shared shared_with(const Xapian::Document& other) const;

 private:
  void take_words(const DocumentTerms& terms);
  void take_names(const AnnotatedArticle& record);
  void take_days(const Xapian::Document& document);
  void compare_names(const Xapian::Document& other, Shared& shared) const;
  void compare_days(const Xapian::Document& other, Shared& shared) const;
  double rarity(Xapian::doccount articles) const;
  Xapian::doccount frequency(const Name& name, std::vector<std::uint64_t>& ids) const;

  Snapshot& snapshot_;
  std::vector<RareWord> words_;
  std::vector<ProfileName> names_;
  std::unordered_map<std::uint64_t, std::size_t> name_of_id_;  // Into names_.
  std::map<std::string, double> days_;                         // Weights by term.
  std::optional<double> published_;
};

/// The day a document appeared, counted from 1970.
std::optional<double> published_day(const Xapian::Document& document);

}  // namespace dateline
