#include "corpus_arguments.h"

namespace dateline::cli {

std::vector<NamedCorpus> read_corpora(const Arguments& arguments) {
  std::vector<NamedCorpus> corpora;
  for (const corpora::CorpusFormat& format : corpora::kCorpusFormats) {
    for (const std::string& path : arguments.values(format.name)) {
      corpora.push_back(
          {"--" + std::string(format.name) + " " + path, format.read(path)});
    }
  }
  return corpora;
}

}  // namespace dateline::cli
