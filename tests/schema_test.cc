// The table of terms and slots: a file format, so every row here is a promise.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/schema.h"

namespace {

using namespace dateline;

TEST_CASE("schema: terms are spelled like this") {
  struct {
    std::string term;
    const char* spelling;
  } const cases[] = {
      {schema::word_term("treaty"), "treaty"},
      {schema::stem_term("treati"), "Ztreati"},
      {schema::title_word_term("treaty"), "Streaty"},
      {schema::title_stem_term("treati"), "ZStreati"},
      {schema::capitals_term("START"), "XC:START"},
      {schema::id_term("News/A1"), "QNews/A1"},
      {schema::value_term(Field::kId, "News/A1"), "QNews/A1"},
      {schema::value_term(Field::kSource, "The  Times"), "XSRC:the times"},
      {schema::value_term(Field::kAuthor, "José Á"), "Ajose a"},
      {schema::value_term(Field::kTopic, "Trade"), "Ktrade"},
      {schema::value_term(Field::kLanguage, "pt-BR"), "Lpt-br"},
      {schema::value_term(Field::kSite, "Example.org"), "Jexample.org"},
      {schema::value_term(Field::kUrl, "https://e.org/A"), "Uhttps://e.org/A"},
      {schema::name_term(NameKind::kPerson, "Sergey Lavrov"), "XPER:sergey lavrov"},
      {schema::name_term(NameKind::kOrg, "EU"), "XORG:eu"},
      {schema::name_term(NameKind::kPlace, "São Paulo"), "XLOC:sao paulo"},
      {schema::name_term(NameKind::kThing, "New START"), "XTHG:new start"},
      {schema::demonym_term("Russia"), "XDEM:russia"},
      {schema::published_term({2023, 3, 2}), "D20230302"},
      {schema::published_term({2023, 3}), "M202303"},
      {schema::published_term({33}), "Y0033"},
      {schema::mentioned_term({2023, 3, 2}), "XMD:20230302"},
      {schema::mentioned_term({2023, 3}), "XMM:202303"},
      {schema::mentioned_term({2023}), "XMY:2023"},
  };
  for (const auto& c : cases) CHECK(c.term == c.spelling);
}

TEST_CASE("schema: the site of a URL") {
  struct {
    const char* url;
    const char* site;
  } const cases[] = {
      {"https://www.Example.org:80/a", "example.org"},
      {"http://example.org", "example.org"},
      {"//cdn.example.org/x", "cdn.example.org"},
      {"https://user:pass@example.org/?q=//x", "example.org"},
      {"https://example.org?u=http://other.org", "example.org"},
      {"https://example.org.", "example.org"},
      {"http://[2001:db8::1]:8080/", "[2001:db8::1]"},
      {"http://[2001", ""},
      {"https://www./", "www"},
      {"/news//a", ""},
      {"news/a.txt", ""},
      {"mailto:a@example.org", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.url);
    CHECK(schema::site_of(c.url) == c.site);
  }
}

TEST_CASE("schema: a name is the same however it is written") {
  const auto id = [](NameKind kind, const char* text) {
    return schema::name_id(kind, text);
  };
  CHECK(id(NameKind::kPerson, "José  Manuel") == id(NameKind::kPerson, "jose manuel"));
  CHECK(id(NameKind::kPerson, "Paris") != id(NameKind::kPlace, "Paris"));
  CHECK(id(NameKind::kPlace, "Paris") != id(NameKind::kPlace, "Pari"));
  // Indexes of other machines and years hold these numbers.
  CHECK(id(NameKind::kPlace, "Paris") == 18396243081239369775U);
}

TEST_CASE("schema: the key of a name is its term and its id") {
  for (const NameKind kind : kNameKinds) {
    for (const std::string& text : {std::string("Paris"), std::string("São  Paulo"),
                                    std::string(), std::string(400, 'A')}) {
      CAPTURE(text);
      const schema::NameKey key = schema::name_key(kind, text);
      CHECK(key.term == schema::name_term(kind, text));
      CHECK(key.id == schema::name_id(kind, text));
    }
  }
}

TEST_CASE("schema: dates are terms by their precision") {
  CHECK(schema::published_term({2023, 3, 2}) == "D20230302");
  CHECK(schema::published_term({987, 12}) == "M098712");
  CHECK(schema::published_term({7}) == "Y0007");
  CHECK(schema::mentioned_term({9999, 12, 31}) == "XMD:99991231");
  CHECK(schema::mentioned_term({2023, 3}) == "XMM:202303");
  CHECK(schema::mentioned_term({2023}) == "XMY:2023");
}

TEST_CASE("schema: dates carry their coarser ones") {
  CHECK(schema::with_coarser({2023, 3, 2}) ==
        std::vector<Date>{{2023, 3, 2}, {2023, 3}, {2023}});
  CHECK(schema::with_coarser({2023, 3}) == std::vector<Date>{{2023, 3}, {2023}});
  CHECK(schema::with_coarser({2023}) == std::vector<Date>{{2023}});
  CHECK(schema::with_coarser({}).empty());
}

TEST_CASE("schema: long terms stay apart and within Xapian's limit") {
  const std::string fits(schema::kMaxTermBytes, 'a');
  CHECK(schema::capped(fits) == fits);
  CHECK(schema::capped(fits + "b").size() == schema::kMaxTermBytes);
  CHECK(schema::capped(fits + "b") != schema::capped(fits + "c"));
  CHECK(schema::capped(fits + "b") == schema::capped(fits + "b"));

  // Cut between characters, wherever the border falls.
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'a');
    while (text.size() < 400) text += "\xF0\x9F\x98\x80";
    const std::string term = schema::capped(text);
    CHECK(term.size() <= schema::kMaxTermBytes);
    CHECK((term.size() - 16 - shift) % 4 == 0);
  }
  CHECK(schema::capped(std::string(400, '\x80')).size() <= schema::kMaxTermBytes);

  // Xapian writes a NUL as two bytes.
  const std::string nuls = schema::capped(std::string(200, '\0'));
  CHECK(nuls.size() == 112 + 16);
  CHECK(schema::capped(std::string(120, '\0')).size() == 120);
}

TEST_CASE("schema: packed values come back, and damage is noticed") {
  const std::vector<std::uint64_t> ids = {0, 1, 0xFEDCBA9876543210, ~std::uint64_t{0}};
  CHECK(schema::unpack_name_ids(schema::pack_name_ids(ids)) == ids);
  CHECK(schema::unpack_name_ids("")->empty());
  CHECK_FALSE(schema::unpack_name_ids("1234567"));

  const std::vector<Date> dates = {{1, 1, 1}, {2023}, {2023, 3}, {9999, 12, 31}};
  CHECK(schema::unpack_dates(schema::pack_dates(dates)) == dates);
  CHECK(schema::unpack_dates("")->empty());
  CHECK_FALSE(schema::unpack_dates("12"));
  CHECK_FALSE(schema::unpack_dates(std::string(3, '\0')));
  CHECK_FALSE(schema::unpack_dates("\xFF\xFF\xFF"));

  const std::vector<std::string> strings = {"a", "", std::string(300, 'x'), "é"};
  CHECK(schema::unpack_strings(schema::pack_strings(strings)) == strings);
  CHECK(schema::unpack_strings("")->empty());
  CHECK_FALSE(
      schema::unpack_strings("\x05"
                             "abc"));
  CHECK_FALSE(schema::unpack_strings("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
}

TEST_CASE("schema: packed dates sort as dates do") {
  const std::vector<Date> ordered = {
      {1, 1, 1}, {1987}, {1987, 2}, {1987, 2, 26}, {1987, 3}, {2023, 12, 31}, {2024}};
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    CHECK(schema::pack_dates(std::vector{ordered[i - 1]}) <
          schema::pack_dates(std::vector{ordered[i]}));
  }
}

}  // namespace
