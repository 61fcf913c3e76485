#include "tools/scores/name_pairs.h"

#include <dateline/annotate.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "tools/corpora/corpus_file.h"
#include "tools/scores/temporary_index.h"

namespace dateline::scores {
namespace {

constexpr std::size_t kColumns = 7;

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + separator.size());
  }
}

// The kind that the tagger takes it for; organisations are the most various.
Name name_in_context(const std::string& text) {
  const Annotations found = annotate(text);
  const bool whole = found.names.size() == 1 && !found.names.front().is_demonym &&
                     found.names.front().end - found.names.front().begin == text.size();
  return {whole ? found.names.front().name.kind : NameKind::kOrg, text};
}

Article article_of(std::string id, const Name& name,
                   const std::vector<std::string>& context) {
  Article article{.id = std::move(id)};
  article.names.push_back(name);
  for (const std::string& text : context) {
    article.names.push_back(name_in_context(text));
  }
  return article;
}

// The first consonants of every word: names that no linker could confuse share none.
std::set<std::string> sounds_of(const NamePair& pair) {
  constexpr std::size_t kSounds = 3;
  std::set<std::string> sounds;
  for (const std::string* name : {&pair.a, &pair.b}) {
    for (const std::string& word : split(fold_name(*name), " ")) {
      std::string sound;
      for (const char c : word) {
        const bool vowel = std::string_view("aeiouyh'-.").find(c) != std::string::npos;
        if (!vowel && sound.size() < kSounds) sound += c;
      }
      sounds.insert(sound);
    }
  }
  return sounds;
}

// Pairs that share an index, and what they have.
struct Batch {
  std::vector<std::size_t> pairs;
  std::set<std::string> sounds;
};

std::vector<Batch> batches_of(const std::vector<NamePair>& pairs) {
  std::vector<Batch> batches;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto sounds = sounds_of(pairs[i]);
    auto batch = std::ranges::find_if(batches, [&](const Batch& candidate) {
      return std::ranges::none_of(sounds, [&](const std::string& sound) {
        return candidate.sounds.contains(sound);
      });
    });
    if (batch == batches.end()) batch = batches.emplace(batches.end());
    batch->pairs.push_back(i);
    batch->sounds.insert(sounds.begin(), sounds.end());
  }
  return batches;
}

}  // namespace

std::vector<NamePair> read_name_pairs(const std::filesystem::path& file) {
  const std::string text = corpora::read_corpus_file(file);
  std::vector<NamePair> pairs;
  corpora::LineReader lines(text);
  for (std::string_view line; lines.next(line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = split(line, "\t");
    const auto kind = parse_name_kind(cells.size() > 1 ? cells[1] : "");
    const bool known = cells.size() == kColumns && kind &&
                       (cells[2] == "same" || cells[2] == "different") &&
                       !cells[3].empty() && !cells[4].empty();
    if (!known) {
      corpora::refuse_file(
          file, lines.number(),
          "The line is no pair of names: its 7 columns are part, kind, "
          "'same' or 'different', two names and two contexts.");
    }
    pairs.push_back({cells[0], *kind, cells[2] == "same", cells[3], cells[4],
                     split(cells[5], "; "), split(cells[6], "; ")});
  }
  return pairs;
}

bool is_homonym(const NamePair& pair) { return fold_name(pair.a) == fold_name(pair.b); }

std::vector<bool> linked_pairs(const std::vector<NamePair>& pairs) {
  std::vector<bool> linked(pairs.size());
  for (const Batch& batch : batches_of(pairs)) {
    std::vector<Article> articles;
    for (const std::size_t i : batch.pairs) {
      const NamePair& pair = pairs[i];
      const std::string id = std::to_string(i);
      articles.push_back(article_of(id + "a", {pair.kind, pair.a}, pair.context_a));
      articles.push_back(article_of(id + "b", {pair.kind, pair.b}, pair.context_b));
    }
    const EntityMap entities(articles);
    for (const std::size_t i : batch.pairs) {
      linked[i] = entities.entity_of({pairs[i].kind, pairs[i].a}) ==
                  entities.entity_of({pairs[i].kind, pairs[i].b});
    }
  }
  return linked;
}

}  // namespace dateline::scores
