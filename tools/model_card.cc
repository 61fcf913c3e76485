#include "model_card.h"

#include <dateline/name_model.h>
#include <dateline/version.h>

#include <cstdio>
#include <filesystem>
#include <utility>

namespace dateline::cli {
namespace {

constexpr std::array<std::string_view, 5> kColumns = {"person", "org", "place", "thing",
                                                      "demonym"};

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

std::string hexadecimal(std::uint64_t number) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(number));
  return digits.data();
}

// The option, and the last part of the path.
std::string short_option(const std::string& option) {
  const auto blank = option.find(' ');
  std::filesystem::path path(option.substr(blank + 1));
  if (!path.has_filename()) path = path.parent_path();
  return option.substr(0, blank + 1) + path.filename().string();
}

std::string table(const std::vector<ModelCard::Corpus>& corpora) {
  std::string rows = "| corpus | counted | articles | words |";
  std::string rule = "|---|---:|---:|---:|";
  for (const auto column : kColumns) {
    ((rows += ' ') += column) += " |";
    rule += "---:|";
  }
  rows += '\n' + rule + '\n';
  for (const ModelCard::Corpus& corpus : corpora) {
    rows += "| `" + corpus.option + "` | " + std::to_string(corpus.times) + " x | " +
            std::to_string(corpus.articles) + " | " + std::to_string(corpus.words) +
            " |";
    for (const std::size_t count : corpus.names)
      rows += ' ' + std::to_string(count) + " |";
    rows += '\n';
  }
  return rows;
}

}  // namespace

void ModelCard::add(const NamedCorpus& corpus) {
  std::string option = short_option(corpus.option);
  for (Corpus& other : corpora) {
    if (other.option != option || other.articles != corpus.articles.size()) continue;
    ++other.times;
    return;
  }
  Corpus& row = corpora.emplace_back();
  row.option = std::move(option);
  row.articles = corpus.articles.size();
  for (const corpora::LabelledArticle& article : corpus.articles) {
    row.words += count_words(article.body);
    for (const corpora::LabelledMention& mention : article.mentions)
      if (!mention.in_title)
        ++row.names[mention.is_demonym ? 4 : static_cast<std::size_t>(mention.kind)];
  }
}

void ModelCard::describe(std::string_view model) {
  const NameModelInfo info = describe_name_model(model);
  bytes = model.size();
  features = info.features;
  checksum = info.checksum;
}

std::string ModelCard::markdown() const {
  std::string page = "# " + title + "\n\n";
  page +=
      "A linear-chain conditional random field that finds the names of people,\n"
      "organisations, places and things in English news.\n\n";
  page += "| | |\n|---|---|\n";
  page += "| made by | `dateline train` " DATELINE_VERSION " |\n";
  page += "| epochs | " + std::to_string(epochs) + " |\n";
  page += "| features with weights | " + std::to_string(features) + " |\n";
  page += "| bytes | " + std::to_string(bytes) + " |\n";
  page += "| checksum (XXH3) | `" + hexadecimal(checksum) + "` |\n\n";
  page += "Trained on\n\n" + table(corpora);
  for (const std::string& note : notes) page += '\n' + note + '\n';
  return page;
}

std::string ModelCard::summary() const {
  std::size_t articles = 0;
  for (const Corpus& corpus : corpora) articles += corpus.articles;
  return "Trained on " + std::to_string(articles) +
         " articles: " + std::to_string(features) + " features, " +
         std::to_string(bytes) + " bytes, checksum " + hexadecimal(checksum) + ".\n";
}

}  // namespace dateline::cli
