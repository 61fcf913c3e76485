#include "index/names/gazetteer/gazetteer.h"

#include "index/names/gazetteer/gazetteer_compiler.h"
#include "index/names/gazetteer/gazetteer_table.h"
#include "index/names/lexicon.h"
#include "tests/testing.h"

#include <dateline/error.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::names {
namespace {

const Lexicon& lexicon() {
  static const Lexicon words;
  return words;
}

std::string compile(std::vector<std::pair<NameClass, std::string_view>> names) {
  GazetteerCompiler compiler(lexicon());
  for (const auto& [name_class, name] : names) CHECK(compiler.add(name, name_class));
  return compiler.finish();
}

const std::string& small_gazetteer() {
  static const std::string bytes = compile({
      {NameClass::kSurname, "Reading"},
      {NameClass::kTown, "Reading"},
      {NameClass::kAcronym, "WHO"},
      {NameClass::kCountry, "Oman"},
      {NameClass::kCity, "New York"},
      {NameClass::kTeam, "New York Yankees"},
      {NameClass::kOrganisation, "Bank of England"},
      {NameClass::kPerson, "Antonio de Oliveira Salazar"},
      {NameClass::kCompany, "Lloyd's of London"},
      {NameClass::kCompany, "Procter & Gamble"},
      {NameClass::kTown, "St. Louis"},
      {NameClass::kTown, "Stratford-upon-Avon"},
  });
  return bytes;
}

std::string names_of(std::uint16_t classes) {
  std::string names;
  for (std::size_t i = 0; i < kNameClassNames.size(); ++i)
    if ((classes >> i) & 1) (names += names.empty() ? "" : "+") += kNameClassNames[i];
  return names;
}

// "New=/city York=/city": the tokens with their classes alone and in phrases.
std::string matches(const Gazetteer& gazetteer, std::string_view text) {
  const auto tokens = tokenize(text, lexicon());
  std::vector<GazetteerBits> bits(tokens.size());
  gazetteer.match(tokens, bits);
  std::string shown;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (bits[i] == GazetteerBits{}) continue;
    if (!shown.empty()) shown += ' ';
    shown += text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    ((shown += '=') += names_of(bits[i].word));
    if (bits[i].phrase != 0) (shown += '/') += names_of(bits[i].phrase);
  }
  return shown;
}

TEST_CASE("names are found as they are written") {
  const Gazetteer gazetteer(small_gazetteer(), "test", false);
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"He likes reading in Reading.", "Reading=surname+town"},
      {"READING WON AGAIN", "READING=surname+town"},
      {"The WHO said so.", "WHO=acronym"},
      {"Who said so?", ""},
      {"OMAN SAID", "OMAN=country"},
      {"She lives in New York.", "New=/city York=/city"},
      {"The New York Yankees won.", "New=/team York=/team Yankees=/team"},
      {"A new York", ""},
      {"New, York", ""},
      {"the Bank of England's rate",
       "Bank=/organisation of=/organisation England=/organisation"},
      {"THE BANK OF ENGLAND",
       "BANK=/organisation OF=/organisation ENGLAND=/organisation"},
      {"the bank of England", ""},
      {"Antonio de Oliveira Salazar",
       "Antonio=/person de=/person Oliveira=/person Salazar=/person"},
      {"Antonio de Oliveira", ""},
      {"at Lloyd's of London", "Lloyd=/company of=/company London=/company"},
      {"at Lloyd of London", ""},
      {"Procter & Gamble", "Procter=/company Gamble=/company"},
      {"St. Louis, St Louis", "St=/town Louis=/town St=/town Louis=/town"},
      {"Stratford-upon-Avon", "Stratford=/town upon=/town Avon=/town"},
      {"", ""},
  };
  for (const auto& [written, expected] : cases) {
    const std::string_view text = written;  // clang 14 captures no binding.
    CAPTURE(text);
    CHECK(matches(gazetteer, text) == expected);
  }
}

TEST_CASE("keys are found in tables of any size, up to their last slot") {
  const auto key_of = [](std::uint64_t i) { return i * 0x9E3779B97F4A7C15u; };
  for (std::uint64_t size = 1; size <= 64; ++size) {
    GazetteerTableWriter writer;
    for (std::uint64_t i = 1; i <= size; ++i)
      writer.add(key_of(i), static_cast<std::uint16_t>(i), i % 2 == 0);
    const std::string bytes = writer.finish();
    const GazetteerTable table(bytes, "of a test", false);
    for (std::uint64_t i = 1; i <= 4 * size; ++i) {
      CAPTURE(size);
      CAPTURE(i);
      const auto found = table.find(key_of(i));
      CHECK(found.classes == (i <= size ? i : 0));
      CHECK(found.is_prefix == (i <= size && i % 2 == 0));
    }
  }
}

TEST_CASE("what cannot be looked up is not added") {
  GazetteerCompiler compiler(lexicon());
  for (const auto* name : {"", "...", "reading", "20th Century", "Springfield, Ohio",
                           "One Two Three Four Five Six Seven"}) {
    CAPTURE(name);
    CHECK_FALSE(compiler.add(name, NameClass::kThing));
  }
}

TEST_CASE("the compiled bytes do not depend on the order of names") {
  std::vector<std::pair<NameClass, std::string_view>> names = {
      {NameClass::kSurname, "Reading"}, {NameClass::kTown, "Reading"},
      {NameClass::kCity, "New York"},   {NameClass::kTeam, "New York Yankees"},
      {NameClass::kRegion, "New York"},
  };
  const std::string first = compile(names);
  std::reverse(names.begin(), names.end());
  CHECK(compile(names) == first);
}

TEST_CASE("a damaged gazetteer is refused") {
  const std::string& whole = small_gazetteer();
  const auto refused = [](std::string_view bytes) {
    try {
      const Gazetteer gazetteer(bytes, "test.gazetteer", false);
      return false;
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kCorrupt);
      CHECK(std::string_view(error.what()).find("test.gazetteer") !=
            std::string_view::npos);
      return true;
    }
  };
  CHECK_FALSE(refused(whole));
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK(refused(whole.substr(0, size)));
  CHECK(refused(whole + '\0'));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    CAPTURE(i);
    CHECK(refused(damaged));
  }
}

// The names of a list as it stands in the project, comments left out.
std::vector<std::string> names_in(const std::filesystem::path& list) {
  std::ifstream in(list);
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('#')) names.push_back(line);
  return names;
}

TEST_CASE("the lists are sorted, without repeats, and called by a class of names") {
  const auto folder = testing::source_dir() / "index/names/gazetteer";
  std::size_t lists = 0;
  for (const auto* part : {"lists", "own"})
    for (const auto& file : std::filesystem::directory_iterator(folder / part)) {
      if (file.path().extension() != ".txt") continue;
      CAPTURE(file.path().string());
      CHECK(parse_name_class(file.path().stem().string()).has_value());
      const auto names = names_in(file.path());
      CHECK(!names.empty());
      CHECK(std::adjacent_find(names.begin(), names.end(), std::greater_equal<>()) ==
            names.end());
      ++lists;
    }
  CHECK(lists >= kNameClassNames.size());
}

TEST_CASE("the lists of the library") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Sergei", "given-name"}, {"Petrov", "surname"}, {"Germany", "country"},
      {"California", "region"}, {"Karachi", "city"},   {"Danube", "place"},
      {"NATO", "acronym"},
  };
  for (const auto& [written, expected] : cases) {
    const std::string_view text = written;  // clang 14 captures no binding.
    CAPTURE(text);
    CHECK(matches(Gazetteer::english(), text).find(expected) != std::string::npos);
  }
  CHECK(matches(Gazetteer::english(), "Kofi Annan").find("/person") !=
        std::string::npos);
  for (const auto* word : {"The", "In", "But", "Government", "Minister", "October"}) {
    CAPTURE(word);
    CHECK(matches(Gazetteer::english(), word) == "");
  }
}

}  // namespace
}  // namespace dateline::names
