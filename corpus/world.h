// The invented world that made-up articles tell of: its words and its names. It is the
// same for every seed, so that queries written for one corpus fit another.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.h"

namespace dateline::corpus {

/// A person, under two spellings where transliteration has two.
struct Person {
  std::string given[2];
  std::string surname[2];
  std::string_view title;  ///< "President"; empty for most.
  std::string_view role;   ///< "a teacher": may stand behind the name.

  std::string full(bool other_spelling) const {
    return given[other_spelling] + ' ' + surname[other_spelling];
  }
};

/// An organisation, with the letters that stand for it later, if any.
struct Organisation {
  std::string name;
  std::string letters;
};

/// A topic: its name, and where its own words begin in World::words.
struct Topic {
  std::string_view name;
  std::uint32_t first_word;
};

/// All of it; a few megabytes. Immutable once made.
struct World {
  World();

  static constexpr std::uint32_t kWords = 60'000;
  static constexpr std::uint32_t kTopicWords = 300;

  std::vector<std::string> words;  ///< Most frequent first; function words among them.
  std::vector<Person> people;
  std::vector<Organisation> organisations;
  std::vector<std::string> places;
  std::vector<std::string> things;
  std::vector<std::string> sources;
  std::vector<std::string> authors;
  std::vector<Topic> topics;

  WeightedTable word_ranks;
  WeightedTable topic_word_ranks;
  WeightedTable person_ranks;
  WeightedTable organisation_ranks;
  WeightedTable place_ranks;
  WeightedTable thing_ranks;
};

/// A pronounceable word of `syllables` syllables, in lower case.
std::string make_word(Random& random, std::uint32_t syllables);

/// With its first letter, if it is ASCII, in upper case.
std::string capitalised(std::string word);

}  // namespace dateline::corpus
