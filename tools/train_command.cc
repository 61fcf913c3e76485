// dateline train: a model of names from labelled articles.

#include <dateline/name_model.h>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.h"
#include "corpus_arguments.h"
#include "environment.h"
#include "model_card.h"
#include "progress.h"
#include "training_texts.h"

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
      train_name_model(training_texts(std::move(corpora)), options);
  progress.clear();
  write_whole_file(*output, model);
  card.describe(model);
  if (const auto path = arguments.value("card"))
    write_whole_file(*path, card.markdown());
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
