#include "index/names/known_strings.h"

#include "index/names/lexicon.h"
#include "index/names/repeated_names.h"
#include "index/names/tokens.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {
namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

// The strings of an article that has these names.
class Article {
 public:
  void add(NameKind kind, std::string_view name, double score = 1.0) {
    const auto tokens = tokenize(name, lexicon());
    strings_.add(kind, {name, tokens}, score);
  }

  NameKind usual_kind(std::string_view name, NameKind kind) const {
    const auto tokens = tokenize(name, lexicon());
    return strings_.usual_kind({name, tokens}, kind);
  }

  // What settle_kinds() makes of `text`, which is one mention, "|" between parts.
  std::string settled(std::string_view text, NameKind kind) const {
    const auto tokens = tokenize(text, lexicon());
    std::vector<Mention> mentions(1);
    mentions[0].last = static_cast<std::uint32_t>(tokens.size());
    mentions[0].kind = kind;
    settle_kinds(text, tokens, lexicon(), strings_, mentions);
    std::string parts;
    for (const Mention& mention : mentions) {
      if (!parts.empty()) parts += '|';
      const auto begin = tokens[mention.first].begin;
      parts += text.substr(begin, tokens[mention.last - 1].end - begin);
    }
    return parts;
  }

 private:
  KnownStrings strings_{lexicon()};
};

TEST_CASE("known strings: the first word of an organisation is short for it") {
  Article article;
  article.add(NameKind::kOrg, "Elliott Management");
  CHECK(article.usual_kind("Elliott", NameKind::kPerson) == NameKind::kOrg);
  SUBCASE("unless a person has that name") {
    article.add(NameKind::kPerson, "Paul Elliott");
    CHECK(article.usual_kind("Elliott", NameKind::kPerson) == NameKind::kPerson);
  }
  SUBCASE("unless the word is a name or a common word of its own") {
    article.add(NameKind::kOrg, "Boston Celtics");
    CHECK(article.usual_kind("Boston", NameKind::kPlace) == NameKind::kPlace);
    article.add(NameKind::kOrg, "Kaltungo General Hospital");
    CHECK(article.usual_kind("Kaltungo", NameKind::kPlace) == NameKind::kPlace);
    article.add(NameKind::kOrg, "National Grid");
    CHECK(article.usual_kind("National", NameKind::kThing) == NameKind::kThing);
  }
}

TEST_CASE("known strings: the surer kind wins") {
  Article article;
  article.add(NameKind::kThing, "Razoni", 0.95);
  article.add(NameKind::kPlace, "Razoni", 0.6);
  CHECK(article.usual_kind("Razoni", NameKind::kPlace) == NameKind::kThing);
  CHECK(article.usual_kind("Razoni", NameKind::kThing) == NameKind::kThing);
  article.add(NameKind::kPlace, "Razoni", 0.8);
  CHECK(article.usual_kind("Razoni", NameKind::kPlace) == NameKind::kPlace);
}

// What add_repeated() finds in `text`, whose first `words` words are an organisation.
std::string found_after(std::string_view text, std::uint32_t words) {
  const auto tokens = tokenize(text, lexicon());
  std::vector<Mention> mentions(1);
  mentions[0].last = words;
  mentions[0].kind = NameKind::kOrg;
  add_repeated(text, tokens, lexicon(), KnownStrings(lexicon()), mentions);
  std::string found;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const auto begin = tokens[mentions[i].first].begin;
    found += text.substr(begin, tokens[mentions[i].last - 1].end - begin);
    found += mentions[i].kind == NameKind::kOrg ? "=org" : "=other";
  }
  return found;
}

TEST_CASE("repeated names: the letters of a name of the article") {
  CHECK(found_after("Quarkian Electoral Commission: will the QEC count?", 3) ==
        "QEC=org");
  CHECK(found_after("QUARKIAN VOTERS OF SPILLIA AND THE QVS WON", 4) == "QVS=org");
  CHECK(found_after("Quarkian Electoral Commission: will the QED count?", 3) == "");
  CHECK(found_after("Quarkian Commission: will the QC count?", 2) == "");
}

TEST_CASE("known strings: two names with 'and' between are two") {
  Article article;
  article.add(NameKind::kPlace, "Dak Lak");
  CHECK(article.settled("Dak Lak and Gia Lai", NameKind::kPlace) ==
        "Dak Lak and Gia Lai");
  article.add(NameKind::kPlace, "Gia Lai");
  CHECK(article.settled("Dak Lak and Gia Lai", NameKind::kPlace) == "Dak Lak|Gia Lai");
  article.add(NameKind::kPlace, "Trinidad");
  article.add(NameKind::kPlace, "Tobago");
  CHECK(article.settled("Trinidad and Tobago", NameKind::kPlace) ==
        "Trinidad and Tobago");
  article.add(NameKind::kPerson, "Lennon");
  article.add(NameKind::kPerson, "McCartney");
  CHECK(article.settled("Lennon & McCartney", NameKind::kPerson) == "Lennon|McCartney");
}

}  // namespace
}  // namespace dateline::names
