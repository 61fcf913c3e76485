// dateline train: a model of names from labelled articles.

#include <dateline/error.h>
#include <dateline/name_model.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.h"
#include "corpus_arguments.h"
#include "environment.h"
#include "model_card.h"
#include "progress.h"

namespace dateline::cli {
namespace {

constexpr std::array kOwnOptions = {
    Option{"output", "MODEL", "Where the model goes"},
    Option{"card", "FILE",
           "Write the model's card too: what it was trained on, in Markdown"},
    Option{
        "note", "TEXT",
        "A paragraph for the card, such as the licence of a corpus; may be repeated"},
    Option{"epochs", "N", "Go N times through the articles (8)"},
};

constexpr auto kOptions = joined(kCorpusOptions, kOwnOptions);
constexpr std::size_t kMostEpochs = 1000;

// The running text of an article; what its headline names tells a tagger of sentences
// nothing.
LabelledText labelled_text(corpora::LabelledArticle article) {
  LabelledText text;
  for (const corpora::LabelledMention& mention : article.mentions)
    if (!mention.in_title)
      text.names.push_back(
          {mention.begin, mention.end, mention.kind, mention.is_demonym});
  text.text = std::move(article.body);
  text.lines_are_sentences = article.lines_are_sentences;
  return text;
}

// A corpus that is named several times counts for as many.
std::vector<LabelledText> labelled_texts(std::vector<NamedCorpus> corpora) {
  std::vector<LabelledText> texts;
  for (std::size_t i = 0; i < corpora.size(); ++i) {
    const auto same = [&](const NamedCorpus& other) {
      return other.option == corpora[i].option;
    };
    if (std::any_of(corpora.begin(), corpora.begin() + static_cast<std::ptrdiff_t>(i),
                    same))
      continue;
    const auto repeats = std::count_if(corpora.begin(), corpora.end(), same);
    for (corpora::LabelledArticle& article : corpora[i].articles) {
      texts.push_back(labelled_text(std::move(article)));
      texts.back().repeats = static_cast<int>(repeats);
    }
  }
  return texts;
}

void write_file(const std::string& path, std::string_view bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes << std::flush;
  if (!file)
    throw Error(ErrorCode::kIo,
                "'" + path + "' cannot be written: " + system_reason(errno) + ".");
}

int run(const Arguments& arguments, Output& out) {
  const auto output = arguments.value("output");
  if (!output) throw UsageError("Say where the model goes: --output MODEL.");
  NameTrainingOptions options;
  options.epochs = static_cast<int>(arguments.number(
      "epochs", static_cast<std::size_t>(options.epochs), 1, kMostEpochs));
  auto corpora = read_corpora(arguments);
  if (corpora.empty())
    throw UsageError("Name a corpus: --gold DIR, --conll FILE or another.");
  ModelCard card{.title = std::filesystem::path(*output).filename().string(),
                 .epochs = options.epochs,
                 .notes = arguments.values("note")};
  for (const NamedCorpus& corpus : corpora) card.add(corpus);

  Progress progress;
  options.progress = [&](std::string_view stage, double part_done) {
    progress.stage("Learning, " + std::string(stage) + ": " +
                   std::to_string(static_cast<int>(part_done * 100)) + " %");
  };
  const std::string model =
      train_name_model(labelled_texts(std::move(corpora)), options);
  progress.clear();
  write_file(*output, model);
  card.describe(model);
  if (const auto path = arguments.value("card")) write_file(*path, card.markdown());
  out.write(card.summary());
  return kFound;
}

}  // namespace

constinit const Command kTrainCommand = {
    .name = "train",
    .synopsis = "--output MODEL",
    .operand = Operand::kNone,
    .min_operands = 0,
    .max_operands = 0,
    .summary = "Train the tagger of names on labelled articles",
    .description =
        "Reads articles in which every name is marked, and writes a model by which "
        "'index' and 'annotate' find names in other ones. Corpora may be mixed; one "
        "that is named twice counts twice. The same articles give the same model, byte "
        "for byte, on every machine.\n\n"
        "Score it with 'dateline eval names --name-model MODEL', on articles that it "
        "was not trained on.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
