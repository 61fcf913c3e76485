// A small newsroom for tests of the command, and how to read what it prints.

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/command.h"

namespace dateline::testing {

using nlohmann::json;

// Three articles: two of one story, one of another.
inline constexpr const char* kArticles =
    R"({"id":"delhi-1","title":"Blinken and Lavrov meet in New Delhi","source":"Meridian","published":"2023-03-02","url":"https://meridian.example/1","language":"en","topics":["diplomacy"],"author":"Jane Doe","body":"U.S. Secretary of State Antony Blinken met Russian Foreign Minister Sergey Lavrov in New Delhi on 2 March 2023.\n\nThey spoke about the New START treaty."}
{"id":"delhi-2","title":"Ten minutes in India","source":"Harbour","published":"2023-03-03","body":"Antony Blinken spoke with Sergey Lavrov for ten minutes. The treaty was signed in April 2010."}
{"id":"flood-1","title":"=River rises, \"worst\" in years","source":"Harbour","published":"2022-07-15","body":"The river flooded the town. Insurance firms counted the damage."}
)";

// A runner with kArticles in its index.
class Newsroom : public CommandRunner {
 public:
  Newsroom() {
    const Outcome outcome = run({"index", dir().write("news.jsonl", kArticles)});
    if (outcome.code != 0) throw std::runtime_error("index failed: " + outcome.err);
  }

  json run_json(Words words, const std::string& input = "") const {
    words.insert(words.end(), {"--format", "json"});
    const Outcome outcome = run(words, input);
    CAPTURE(outcome.err);
    REQUIRE(!outcome.out.empty());
    const json document = json::parse(outcome.out);
    CHECK(document.at("format_version") == 1);
    return document;
  }
};

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::vector<std::string> keys(const json& object) {
  std::vector<std::string> result;
  for (const auto& [key, value] : object.items()) result.push_back(key);
  return result;
}

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    result.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

}  // namespace dateline::testing
