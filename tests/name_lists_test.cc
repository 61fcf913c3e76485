#include "index/names/gazetteer/name_lists.h"

#include "index/names/gazetteer/gazetteer.h"
#include "index/names/lexicon.h"
#include "tests/testing.h"

#include <dateline/error.h>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {
namespace {

constexpr std::string_view kList =
    "\xEF\xBB\xBF# Ours\n"
    "company\tAcme Widgets\r\n"
    "\n"
    "person\tBibi Netanyahu\tBenjamin Netanyahu\n"
    "city\tKyjiv\tKyiv\n"
    "country\tRuritania\n"
    "demonym\tRuritanian\tRuritania\n"
    "acronym\tAWX\tAcme Widgets\n"
    "given-name\tXanthor\n"
    "surname\tQuux";

std::vector<ListedName> lists() { return parse_name_list(kList, "ours.tsv"); }

TEST_CASE("a list is read line by line") {
  const auto names = lists();
  REQUIRE(names.size() == 8);
  CHECK(names[0] == ListedName{NameClass::kCompany, "Acme Widgets"});
  CHECK(names[1] ==
        ListedName{NameClass::kPerson, "Bibi Netanyahu", "Benjamin Netanyahu"});
  CHECK(names[7] == ListedName{NameClass::kSurname, "Quux"});
  CHECK(parse_name_list("", "empty").empty());
}

TEST_CASE("a wrong line is named, with what to do") {
  struct Case {
    std::string_view text;
    std::string_view message;  // A part of it.
  };
  const Case cases[] = {
      {"company Acme", "ours.tsv:1: there is no tab"},
      {"# fine\n\nfirm\tAcme", "ours.tsv:3: there is no class \"firm\""},
      {"firm\tAcme", "given-name, "},
      {"company\t", "ours.tsv:1: \"\" cannot be found"},
      {"company\tacme", "begins with a capital"},
      {"city\tParis, Texas", "no comma"},
      {"thing\tOne Two Three Four Five Six Seven", "one to 6 words"},
      {"company\tAcme\tAcme Widgets\tAcme Group", "more than three fields"},
      {"company\tAcm\xE9", "not UTF-8"},
  };
  for (const Case& one : cases) {
    const auto text = one.text;
    const auto message = one.message;
    CAPTURE(text);
    std::string what;
    try {
      parse_name_list(text, "ours.tsv");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kInvalidArgument);
      what = error.what();
    }
    CAPTURE(what);
    CHECK(what.find(message) != what.npos);
  }
}

TEST_CASE("a file that cannot be read is named") {
  const testing::TempDir folder;
  CHECK(read_name_list(folder.write("good.tsv", kList)).size() == 8);
  try {
    read_name_list(folder / "none.tsv");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kNotFound);
    CHECK(std::string_view(error.what()).find("none.tsv") != std::string_view::npos);
  }
  CHECK_THROWS_AS(read_name_list(folder.path()), Error);
}

// The canonical name of the known name that is all of `text`, and what it is.
std::string canonical(const Lexicon& lexicon, std::string_view text) {
  const auto tokens = tokenize(text, lexicon);
  const KnownSpan span = lexicon.longest(tokens, text);
  if (span.length == 0 || span.length != tokens.size()) return "";
  std::string shown(to_string(span.name->kind));
  ((shown += ' ') += lexicon.text(*span.name));
  if (span.name->is_demonym) shown += " demonym";
  if (span.name->is_country) shown += " country";
  return shown;
}

TEST_CASE("listed names are known by their canonical names") {
  const Lexicon lexicon(lists());
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"Acme Widgets", "org Acme Widgets"},
      {"AWX", "org Acme Widgets"},
      {"Bibi Netanyahu", "person Benjamin Netanyahu"},
      {"Benjamin Netanyahu", "person Benjamin Netanyahu"},
      {"Kyjiv", "place Kyiv"},
      {"Kiev", "place Kyiv"},
      {"Ruritania", "place Ruritania country"},
      {"Ruritanian", "place Ruritania demonym country"},
      {"Quux", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(canonical(lexicon, one.text) == one.expected);
  }
  CHECK(canonical(Lexicon(), "Acme Widgets") == "");
  const auto tokens = tokenize("Xanthor", lexicon);
  CHECK((lexicon.classes(tokens[0].word) & kGivenName) != 0);
}

TEST_CASE("listed names are found beside those of the library") {
  const auto names = lists();
  const Lexicon lexicon(names);
  const Gazetteer gazetteer(Gazetteer::english(), names, lexicon);
  const std::string_view text = "Xanthor Quux of Acme Widgets left Germany.";
  const auto tokens = tokenize(text, lexicon);
  std::vector<GazetteerBits> bits(tokens.size());
  gazetteer.match(tokens, bits);
  const auto has = [](std::uint16_t bits_of_token, NameClass name_class) {
    return (bits_of_token & static_cast<std::uint16_t>(name_class)) != 0;
  };
  CHECK(has(bits[0].word, NameClass::kGivenName));
  CHECK(has(bits[1].word, NameClass::kSurname));
  CHECK(has(bits[3].phrase, NameClass::kCompany));
  CHECK(has(bits[4].phrase, NameClass::kCompany));
  CHECK(has(bits[6].word, NameClass::kCountry));
  CHECK(gazetteer.entries() > Gazetteer::english().entries());
}

}  // namespace
}  // namespace dateline::names
