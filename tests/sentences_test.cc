// Texts cut into sentences.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/sentences.h"

namespace {

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> found;
  for (const auto& [begin, end] : dateline::split_sentences(text)) {
    found.push_back(text.substr(begin, end - begin));
  }
  return found;
}

using List = std::vector<std::string>;

TEST_CASE("sentences: where they end") {
  const struct {
    std::string text;
    List sentences;
  } cases[] = {
      {"", {}},
      {" \n ... \n", {}},
      {"One.", {"One."}},
      {"One. Two! Three? Four", {"One.", "Two!", "Three?", "Four"}},
      {"  One.  \n\n  Two.  ", {"One.", "Two."}},
      {"Mr. Smith of the U.S. Senate met J. Doe. He left.",
       {"Mr. Smith of the U.S. Senate met J. Doe.", "He left."}},
      {"It rose 3.5 percent. It fell 1.2.", {"It rose 3.5 percent.", "It fell 1.2."}},
      {"\"We go.\" \"They stay.\" (All.) So",
       {"\"We go.\"", "\"They stay.\"", "(All.)", "So"}},
      {"It was a sentence of its own, and long.\nA heading\nIt went on.",
       {"It was a sentence of its own, and long.", "A heading", "It went on."}},
      {"- One. \u2014 Two. * (Three.) \u2022 $4 fell.",
       {"One.", "Two.", "(Three.)", "$4 fell."}},
      {"They met.[2] He also spoke.[3][14] It ended.",
       {"They met.[2]", "He also spoke.[3][14]", "It ended."}},
      {"\"They met.\"[0] He", {"\"They met.\"[0]", "He"}},
      {"The list [2] goes on] and [3] ends", {"The list [2] goes on] and [3] ends"}},
      {"See ]] x [] y ][1] z", {"See ]] x [] y ][1] z"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(sentences(c.text) == c.sentences);
  }
}

}  // namespace
