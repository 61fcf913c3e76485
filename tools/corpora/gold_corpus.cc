#include "tools/corpora/gold_corpus.h"

#include <utility>

#include "tools/corpora/gold_files.h"

namespace dateline::corpora {
namespace {

using corpus::GoldArticle;
using corpus::GoldKind;
using corpus::GoldLine;
using corpus::GoldName;
using corpus::GoldSpan;

NameKind kind_of(GoldKind kind) {
  switch (kind) {
    case GoldKind::person:
      return NameKind::kPerson;
    case GoldKind::org:
      return NameKind::kOrg;
    case GoldKind::place:
      return NameKind::kPlace;
    case GoldKind::thing:
      break;
  }
  return NameKind::kThing;
}

bool stands_in_facets(const GoldArticle& article, const GoldSpan& span) {
  for (const GoldLine& line : article.lines) {
    if (line.span.in_title == span.in_title && line.span.begin <= span.begin &&
        span.end <= line.span.end) {
      return gives_facets(region_of(line.region));
    }
  }
  return true;
}

LabelledArticle labelled(GoldArticle article) {
  LabelledArticle result{.id = std::filesystem::path(article.file).stem().string(),
                         .published = date_of(article.published)};
  for (const GoldName& name : article.names) {
    const corpus::GoldEntity& entity = article.entities[name.entity];
    result.mentions.push_back({.begin = name.span.begin,
                               .end = name.span.end,
                               .kind = kind_of(entity.kind),
                               .is_demonym = name.demonym,
                               .in_title = name.span.in_title,
                               .gives_facet = stands_in_facets(article, name.span),
                               .entity = entity.key,
                               .link = entity.name});
  }
  sort_mentions(result.mentions);
  result.title = std::move(article.title);
  result.body = std::move(article.body);
  return result;
}

}  // namespace

std::vector<LabelledArticle> read_gold_corpus(const std::filesystem::path& folder) {
  std::vector<LabelledArticle> articles;
  for (GoldArticle& article : read_gold_files(folder)) {
    articles.push_back(labelled(std::move(article)));
  }
  return articles;
}

}  // namespace dateline::corpora
