#include "query/article_profile.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "index/index_metadata.h"
#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/name_counts.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 32;

// Words that no other article has find none, but say how little of this one the rest
// may be.
constexpr std::size_t kMostAlone = 8;

// A word in more articles than these, and in a quarter of all, tells nothing.
constexpr Xapian::doccount kAlwaysRare = 10;

// Where something happened tells less of what it was than who took part.
constexpr double kPlaceTells = .6;

// Days that an article mentions, but for that on which it appeared: that one tells
// nothing of the event. In the order of days.
template <class Visit>
void for_each_told_day(const Xapian::Document& document, Visit visit) {
  const auto published = published_day(document);
  const auto periods =
      schema::unpack_periods(document.get_value(schema::slot::kMentioned));
  for (const DateRange& period : periods.value_or(std::vector<DateRange>())) {
    if (period.first != period.last || published == to_days(period.first)) continue;
    visit(schema::mentioned_term(period.first), period.first);
  }
}

// The cosine of two sets of which the squares of the weights add up to `in_both` where
// they meet, and to `here` in the one. Of what only the other one has the weight is not
// known: it is taken as the mean.
double cosine(double in_both, double here, std::size_t here_count,
              std::size_t only_there) {
  if (in_both == 0) return 0;
  const double mean = here / static_cast<double>(here_count);
  const double there = in_both + mean * static_cast<double>(only_there);
  return in_both / std::sqrt(here * there);
}

void keep_best(std::vector<RareWord>& words, std::size_t most) {
  std::ranges::sort(words, [](const RareWord& a, const RareWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (words.size() > most) words.resize(most);
}

// Figures tell articles of one form apart, not events.
bool is_word(std::string_view stem) {
  return !stem.empty() && (stem.front() < '0' || stem.front() > '9') &&
         (stem.front() < 'A' || stem.front() > 'Z');
}

}  // namespace

std::optional<double> published_day(const Xapian::Document& document) {
  const std::string value = document.get_value(schema::slot::kPublished);
  if (value.empty()) return std::nullopt;
  return Xapian::sortable_unserialise(value);
}

ArticleProfile::ArticleProfile(Snapshot& snapshot, Xapian::docid docid)
    : snapshot_(snapshot) {
  const Xapian::Document document = snapshot.database().get_document(docid);
  published_ = published_day(document);
  const AnnotatedArticle article = snapshot.article(docid);
  take_words(DocumentTerms(document, article, metadata_language(snapshot.database())));
  take_names(article);
  take_days(document);
}

double ArticleProfile::rarity(Xapian::doccount articles) const {
  const double all = snapshot_.database().get_doccount();
  return std::log(1 + all / std::max<double>(articles, 1));
}

void ArticleProfile::take_words(const DocumentTerms& terms) {
  const std::string prefix = schema::stem_term("");
  std::vector<RareWord> alone;
  terms.for_each(prefix, [&](const std::string& term, Xapian::termcount wdf) {
    std::string stem = term.substr(prefix.size());
    if (!is_word(stem)) return;  // Also not those of the title, which are "S…".
    const Xapian::doccount articles = snapshot_.database().get_termfreq(term);
    if (articles > std::max(kAlwaysRare, snapshot_.database().get_doccount() / 4)) {
      return;
    }
    const double often = 2.0 * wdf / (wdf + 1.0);
    (articles < 2 ? alone : words_)
        .push_back({std::move(stem), term, often * rarity(articles)});
  });
  keep_best(words_, kMostWords);
  keep_best(alone, kMostAlone);
  words_.insert(words_.end(), alone.begin(), alone.end());
  keep_best(words_, words_.size());
}

// The articles that have any spelling of a name, about, and the ids of these.
Xapian::doccount ArticleProfile::frequency(const Name& name,
                                           std::vector<std::uint64_t>& ids) const {
  const auto table = snapshot_.entities();
  const std::string folded = text::fold(name.text);
  const auto entry = table->find(name.kind, folded);
  std::vector<std::string_view> spellings = {folded};
  if (entry.group != entities::EntityTable::kNoGroup) {
    spellings = table->names(entry.group);
  }
  Xapian::doccount articles = 0;
  for (const std::string_view spelling : spellings) {
    ids.push_back(schema::name_id(name.kind, spelling));
    articles +=
        snapshot_.database().get_termfreq(schema::name_term(name.kind, spelling));
  }
  return articles;
}

void ArticleProfile::take_names(const AnnotatedArticle& record) {
  for (const NameCount& found : entity_names(snapshot_, record)) {
    std::vector<std::uint64_t> ids;
    const double rare = rarity(frequency(found.name, ids));
    const double often = 1 + std::log(static_cast<double>(found.mentions + 1));
    const double telling = found.name.kind == NameKind::kPlace ? kPlaceTells : 1;
    for (const std::uint64_t id : ids) name_of_id_.emplace(id, names_.size());
    names_.push_back({found.name, rare * often * telling});
  }
}

void ArticleProfile::take_days(const Xapian::Document& document) {
  for_each_told_day(document, [&](const std::string& term, Date) {
    days_.emplace(term, rarity(snapshot_.database().get_termfreq(term)));
  });
}

void ArticleProfile::compare_names(const Xapian::Document& other,
                                   Shared& shared) const {
  double all = 0;
  for (const ProfileName& name : names_) all += name.weight * name.weight;
  std::set<std::size_t> common;
  std::size_t others = 0;
  const auto ids = schema::unpack_name_ids(other.get_value(schema::slot::kNames));
  for (const std::uint64_t id : ids.value_or(std::vector<std::uint64_t>())) {
    const auto found = name_of_id_.find(id);
    if (found == name_of_id_.end()) {
      ++others;
    } else {
      common.insert(found->second);
    }
  }
  double both = 0;
  for (const std::size_t number : common) {
    both += names_[number].weight * names_[number].weight;
    shared.names.push_back(names_[number].name);
  }
  shared.names_cosine = cosine(both, all, names_.size(), others);
}

void ArticleProfile::compare_days(const Xapian::Document& other, Shared& shared) const {
  double all = 0;
  for (const auto& [term, weight] : days_) all += weight * weight;
  double both = 0;
  std::size_t others = 0;
  for_each_told_day(other, [&](const std::string& term, Date day) {
    const auto found = days_.find(term);
    if (found == days_.end()) {
      ++others;
      return;
    }
    both += found->second * found->second;
    shared.days.push_back(day);
  });
  shared.days_cosine = cosine(both, all, days_.size(), others);
}

ArticleProfile::Shared ArticleProfile::shared_with(
    const Xapian::Document& other) const {
  Shared shared;
  compare_names(other, shared);
  compare_days(other, shared);
  return shared;
}

}  // namespace dateline
