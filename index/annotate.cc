#include <dateline/annotate.h>
#include <dateline/name_finder.h>

#include "index/annotation_steps.h"
#include "index/dates/date_tagger.h"
#include "index/facet_names.h"
#include "index/interner.h"
#include "index/names/name_tagger.h"
#include "index/publication/publication.h"
#include "index/regions/regions.h"
#include "index/text/analyzer.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

// Names are looked for in English; a text of unknown language is taken as such.
bool is_english(std::string_view language) {
  constexpr std::string_view kEnglish = "english";
  if (language.empty() || language == kEnglish) return true;
  if (language.size() < 2) return false;
  const bool en = (language[0] | 0x20) == 'e' && (language[1] | 0x20) == 'n';
  return en && (language.size() == 2 || language[2] == '-' || language[2] == '_');
}

// The day that relative dates count from: one that was given, or is sure enough.
Date reference_day(const Publication& published) {
  const Date day = published.date;
  const bool inferred =
      published.origin != DateOrigin::kGiven && published.origin != DateOrigin::kNone;
  const bool sure = !inferred || published.confidence >= publication::kSureEnough;
  return sure && precision(day) == DatePrecision::kDay && is_valid(day) ? day : Date{};
}

void set_regions(std::vector<DateMention>& dates, std::span<const RegionSpan> regions) {
  std::size_t region = 0;
  for (DateMention& date : dates) {
    while (region < regions.size() && regions[region].end <= date.begin) ++region;
    if (region < regions.size()) date.region = regions[region].region;
  }
}

// The dates of a body, with their regions.
std::vector<DateMention> dates_of_body(const Article& article,
                                       std::span<const RegionSpan> regions) {
  auto found = dates::tag_dates(article.body, reference_day(article.published),
                                article.language);
  set_regions(found, regions);
  return found;
}

// Counts names, each once whatever its spelling, in order of first appearance.
class NameCounter {
 public:
  void add(const Name& name, std::size_t mentions) {
    const std::uint32_t row = written_.row(name.text, tag_of(name));
    if (row == count_of_.size()) count_of_.push_back(count_of(name));
    counts_[count_of_[row]].mentions += mentions;
  }

  std::vector<NameCount> take() { return std::move(counts_); }

 private:
  static std::uint32_t tag_of(const Name& name) {
    return static_cast<std::uint32_t>(name.kind);
  }

  std::uint32_t count_of(const Name& name) {
    folded_texts_.push_back(text::fold(name.text));
    const std::uint32_t count = folded_.row(folded_texts_.back(), tag_of(name));
    if (count == counts_.size()) counts_.push_back({name, 0});
    return count;
  }

  Interner written_;  // Most names of an article are there several times.
  std::vector<std::uint32_t> count_of_;  // By row of written_: a row of counts_.
  Interner folded_;                      // Its rows are those of counts_.
  std::deque<std::string> folded_texts_;
  std::vector<NameCount> counts_;
};

const names::NameTagger& tagger_of(const NameFinder* finder) {
  return finder != nullptr ? finder->tagger() : names::NameTagger::english();
}

}  // namespace

std::string_view to_string(Region region) {
  switch (region) {
    case Region::kTitle:
      return "title";
    case Region::kSubhead:
      return "subhead";
    case Region::kBody:
      return "body";
    case Region::kList:
      return "list";
    case Region::kCaption:
      return "caption";
    case Region::kCredit:
      return "credit";
    case Region::kReference:
      return "reference";
    case Region::kRelated:
      return "related";
    case Region::kFurniture:
      break;
  }
  return "furniture";
}

bool gives_facets(Region region) {
  return region != Region::kReference && region != Region::kRelated &&
         region != Region::kFurniture;
}

std::string_view to_string(DateType type) {
  switch (type) {
    case DateType::kDate:
      return "DATE";
    case DateType::kTime:
      return "TIME";
    case DateType::kDuration:
      return "DURATION";
    case DateType::kSet:
      break;
  }
  return "SET";
}

Annotations annotate(std::string_view text, const AnnotateOptions& options) {
  Annotations found;
  if (options.with_names && is_english(options.language)) {
    const RegionSpan all{0, text.size(), Region::kBody};
    names::NameTaggerInput input;
    input.body = text;
    input.regions = std::span(&all, 1);
    input.lines_are_sentences = options.lines_are_sentences;
    input.explain = true;
    found.names = tagger_of(options.finder).tag(input).body;
  }
  found.dates =
      dates::tag_dates(text, reference_day(options.published), options.language);
  return found;
}

bool is_demonym(std::string_view text) {
  return names::NameTagger::english().is_demonym(text);
}

std::vector<RegionSpan> find_regions(const Article& article) {
  return regions::find_regions(article.title, article.body);
}

void find_dates(AnnotatedArticle& annotated) {
  Article& article = annotated.article;
  annotated.body.dates = dates_of_body(article, annotated.regions);
  if (!article.published.date) {
    article.published =
        publication::infer(article, annotated.regions, annotated.body.dates);
    if (reference_day(article.published)) {
      annotated.body.dates = dates_of_body(article, annotated.regions);
    }
  }
  annotated.title.dates = dates::tag_dates(
      article.title, reference_day(article.published), article.language);
  for (DateMention& date : annotated.title.dates) date.region = Region::kTitle;
}

void find_names(AnnotatedArticle& annotated, Reasons reasons,
                const NameFinder* finder) {
  const Article& article = annotated.article;
  if (!is_english(article.language)) return;
  auto found = tagger_of(finder).tag({.title = article.title,
                                      .body = article.body,
                                      .regions = annotated.regions,
                                      .given = article.names,
                                      .explain = reasons == Reasons::kGiven});
  annotated.title.names = std::move(found.title);
  annotated.body.names = std::move(found.body);
}

AnnotatedArticle annotate(Article article, Reasons reasons, const NameFinder* finder) {
  AnnotatedArticle annotated{.article = std::move(article)};
  annotated.regions = find_regions(annotated.article);
  find_dates(annotated);
  find_names(annotated, reasons, finder);
  return annotated;
}

std::vector<NameCount> facet_names(const AnnotatedArticle& article) {
  NameCounter counter;
  for_each_facet_name(article, [&](const Name& name, std::size_t mentions) {
    counter.add(name, mentions);
  });
  return counter.take();
}

}  // namespace dateline
