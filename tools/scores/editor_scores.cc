#include "tools/scores/editor_scores.h"

#include <dateline/annotate.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::scores {
namespace {

using Names = std::set<Name>;

std::string folded(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.find_last_of(" -") + 1);  // npos + 1 is 0.
}

// The name that the library gives to what is written so: "IMF" is the International
// Monetary Fund.
Name canonical(const Name& name) {
  NameMention whole{.begin = 0, .end = name.text.size(), .name = name};
  const auto linked = link_mentions(name.text, {whole});
  return {name.kind, linked.front().name.text};
}

// Whether the words of `ending` end `name`.
bool ends_with_words(std::string_view name, std::string_view ending) {
  if (!name.ends_with(ending)) return false;
  if (name.size() == ending.size()) return true;
  const char before = name[name.size() - ending.size() - 1];
  return before == ' ' || before == '-';
}

// The words of `part` stand in `whole` in their order: "James Baker", "James A. Baker".
bool has_words(std::string_view whole, std::string_view part) {
  while (!part.empty()) {
    const std::size_t end = std::min(part.find(' '), part.size());
    const std::size_t at = whole.find(part.substr(0, end));
    if (at == std::string_view::npos) return false;
    whole.remove_prefix(at + end);
    part.remove_prefix(std::min(end + 1, part.size()));
  }
  return true;
}

Names given_names(const Article& article) {
  Names names;
  for (const Name& name : article.names) {
    if (name.kind != NameKind::kThing) names.insert(canonical(name));
  }
  return names;
}

// The facets of the text alone, and apart from them those told by demonyms.
struct Found {
  Names names;
  Names by_demonym;
};

Found find_facets(const Article& article) {
  const AnnotatedArticle annotated = annotate(Article{.id = article.id,
                                                      .title = article.title,
                                                      .body = article.body,
                                                      .published = article.published});
  Found found;
  for (const NameCount& name : facet_names(annotated)) found.names.insert(name.name);
  for (const auto* part : {&annotated.title, &annotated.body}) {
    for (const NameMention& mention : part->names) {
      if (mention.is_demonym) found.by_demonym.insert(mention.name);
    }
  }
  return found;
}

Names of_kind(const Names& names, NameKind kind) {
  Names result;
  std::ranges::copy_if(names, std::inserter(result, result.end()),
                       [&](const Name& name) { return name.kind == kind; });
  return result;
}

// `text` is folded.
void tally(std::string_view text, const Names& given, const Names& found,
           EditorTally& tally) {
  tally.names += {0, found.size(), given.size()};
  for (const Name& name : found) {
    tally.names.right += given.contains(name);
    tally.in_text.right += given.contains(name);
    ++tally.in_text.found;
  }
  for (const Name& name : given) {
    const bool in_text = text.find(folded(last_word(name.text))) != std::string::npos;
    tally.in_text.gold += in_text || found.contains(name);
  }
}

}  // namespace

EditorScores::EditorScores(const std::vector<Article>& articles) : articles_(articles) {
  for (const Article& article : articles) {
    for (const Name& name : given_names(article)) {
      list_.insert(name);
      if (name.kind == NameKind::kPerson) {
        people_by_last_word_[folded(last_word(name.text))].insert(name);
      }
    }
  }
}

// The name of the list that was found, or one without text.
Name EditorScores::of_list(const Name& found) const {
  if (list_.contains(found)) return found;
  if (found.kind != NameKind::kPerson) return {};
  const std::string text = folded(found.text);
  const auto namesakes = people_by_last_word_.find(std::string(last_word(text)));
  if (namesakes == people_by_last_word_.end()) return {};
  for (const Name& person : namesakes->second) {
    const std::string listed = folded(person.text);
    if (ends_with_words(text, listed) || has_words(text, listed)) return person;
  }
  return {};
}

void EditorScores::compare(const Article& article) {
  const Found found = find_facets(article);
  Names names;
  for (const Name& name : found.names) {
    if (Name listed = of_list(name); !listed.text.empty()) names.insert(listed);
  }
  const Names given = given_names(article);
  const std::string text = folded(article.title + "\n" + article.body);
  const auto score = [&](NameKind kind, EditorTally& sum) {
    tally(text, of_kind(given, kind), of_kind(names, kind), sum);
  };
  score(NameKind::kPerson, people);
  score(NameKind::kOrg, organisations);
  score(NameKind::kPlace, places);
  for (const Name& name : found.by_demonym) {
    if (list_.contains(name)) names.insert(name);
  }
  score(NameKind::kPlace, places_with_demonyms);
  note_differences(article, given, names);
}

void EditorScores::note_differences(const Article& article, const Names& given,
                                    const Names& found) {
  const auto note = [&](const Name& name, std::size_t EditorDifference::*count) {
    EditorDifference& difference = differences_[name];
    if (difference.example.empty()) difference.example = article.id;
    difference.name = name;
    ++(difference.*count);
  };
  for (const Name& name : given) {
    if (!found.contains(name)) note(name, &EditorDifference::missed);
  }
  for (const Name& name : found) {
    if (!given.contains(name)) note(name, &EditorDifference::extra);
  }
}

void EditorScores::run() {
  for (const Article& article : articles_) compare(article);
}

std::vector<EditorDifference> EditorScores::differences(std::size_t limit) const {
  std::vector<EditorDifference> all;
  for (const auto& [name, difference] : differences_) all.push_back(difference);
  std::ranges::stable_sort(all, std::greater{}, [](const EditorDifference& difference) {
    return difference.missed + difference.extra;
  });
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace dateline::scores
