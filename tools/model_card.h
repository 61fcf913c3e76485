// What is to be known of a trained model.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus_arguments.h"

namespace dateline::cli {

struct ModelCard {
  /// One corpus, by the end of its path: the card is the same wherever it was made.
  struct Corpus {
    std::string option;     ///< "--conll wikigold.conll.txt"
    std::size_t times = 1;  ///< How often it was named.
    std::size_t articles = 0;
    std::size_t words = 0;               ///< Parted by blanks.
    std::array<std::size_t, 5> names{};  ///< By kind, then demonyms.
  };

  std::string title;
  int epochs = 0;
  std::vector<std::string> notes{};
  std::vector<Corpus> corpora{};
  std::size_t bytes = 0;
  std::size_t features = 0;
  std::uint64_t checksum = 0;

  void add(const NamedCorpus& corpus);

  /// Takes size and checksum from the model's bytes.
  void describe(std::string_view model);

  /// A page of it.
  std::string markdown() const;

  /// Two lines of it.
  std::string summary() const;
};

}  // namespace dateline::cli
