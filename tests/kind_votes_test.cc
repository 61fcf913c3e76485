#include "index/names/kind_votes.h"

#include "index/names/gazetteer/name_class.h"
#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::names {
namespace {

constexpr auto kPerson = NameKind::kPerson;
constexpr auto kOrg = NameKind::kOrg;
constexpr auto kPlace = NameKind::kPlace;
constexpr auto kThing = NameKind::kThing;

using Lags = std::array<std::int32_t, kNameKinds.size()>;

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

// An article with mentions as the model found them.
class Article {
 public:
  explicit Article(std::string_view text)
      : text_(text), tokens_(tokenize(text, lexicon())) {}

  // The next place of `name` in the text.
  void add(std::string_view name, NameKind kind, Lags lags) {
    const auto begin = text_.find(name, from_);
    REQUIRE(begin != std::string_view::npos);
    from_ = begin + name.size();
    Mention mention;
    while (tokens_[mention.first].begin < begin) ++mention.first;
    mention.last = mention.first + 1;
    while (tokens_[mention.last - 1].end < from_) ++mention.last;
    mention.kind = kind;
    mention.lags = lags;
    mentions_.push_back(mention);
  }

  void add_listed(std::string_view name, NameKind kind, Lags lags, NameClass list) {
    add(name, kind, lags);
    mentions_.back().lists = static_cast<std::uint16_t>(list);
  }

  std::vector<NameKind> kinds() const {
    auto mentions = mentions_;
    agree_on_kinds(text_, tokens_, lexicon(), mentions);
    std::vector<NameKind> kinds;
    for (const Mention& mention : mentions) kinds.push_back(mention.kind);
    return kinds;
  }

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Mention> mentions_;
  std::size_t from_ = 0;
};

using Kinds = std::vector<NameKind>;

TEST_CASE("kind votes: mentions are summed") {
  Article article("Quolvo rose. Quolvo fell. Quolvo slept.");
  article.add("Quolvo", kOrg, {400, 0, 300, 300});
  article.add("Quolvo", kOrg, {400, 0, 300, 300});
  SUBCASE("a weak one follows") {
    article.add("Quolvo", kThing, {400, 200, 500, 0});
    CHECK(article.kinds() == Kinds{kOrg, kOrg, kOrg});
  }
  SUBCASE("a sure one stays") {
    article.add("Quolvo", kThing, {400, 350, 500, 0});
    CHECK(article.kinds() == Kinds{kOrg, kOrg, kThing});
  }
}

TEST_CASE("kind votes: a city and its team have one name") {
  Article article("Quolvo lost. Rain in Quolvo. Back in Quolvo.");
  article.add("Quolvo", kOrg, {400, 0, 100, 400});
  article.add_listed("Quolvo", kPlace, {400, 400, 0, 400}, NameClass::kTown);
  article.add_listed("Quolvo", kPlace, {400, 400, 0, 400}, NameClass::kTown);
  CHECK(article.kinds() == Kinds{kOrg, kPlace, kPlace});
}

TEST_CASE("kind votes: a lone person who does nothing is none") {
  const auto twice = [](std::string_view text) {
    Article article(text);
    article.add("Quolvo", kPerson, {0, 80, 300, 300});
    article.add("Quolvo", kPerson, {0, 90, 300, 300});
    return article.kinds();
  };
  CHECK(twice("Its scandal was Quolvo. He shut Quolvo at once.") == Kinds{kOrg, kOrg});
  CHECK(twice("Its chief was Mr Quolvo. He met Quolvo at once.") ==
        Kinds{kPerson, kPerson});
  CHECK(twice("Quolvo said so. He met Quolvo at once.") == Kinds{kPerson, kPerson});
  CHECK(twice("Quolvo, 43, was there. He met Quolvo.") == Kinds{kPerson, kPerson});
}

TEST_CASE("kind votes: persons have no article") {
  Article article("aboard the Quolvo. The Quolvo sank.");
  article.add("Quolvo", kPerson, {0, 300, 120, 130});
  article.add("Quolvo", kPlace, {300, 300, 0, 100});
  CHECK(article.kinds() == Kinds{kThing, kThing});
}

TEST_CASE("kind votes: one mention stays, unless a legal form tells") {
  Article lone("A survey by Quolvo was out.");
  lone.add("Quolvo", kPerson, {0, 10, 300, 300});
  CHECK(lone.kinds() == Kinds{kPerson});
  Article company("A survey by Quolvo Oy was out.");
  company.add("Quolvo Oy", kPerson, {0, 10, 300, 300});
  CHECK(company.kinds() == Kinds{kOrg});
}

TEST_CASE("kind votes: letters and short forms are what the long form is") {
  Article letters("Quolvo Risk Models (QRM) grew.");
  letters.add("Quolvo Risk Models", kThing, {400, 80, 400, 0});
  letters.add("QRM", kOrg, {500, 0, 500, 300});
  CHECK(letters.kinds() == Kinds{kOrg, kOrg});
  Article lake("Lake Quolvo froze, and Quolvo thawed.");
  lake.add("Lake Quolvo", kPlace, {500, 500, 0, 500});
  lake.add("Quolvo", kOrg, {100, 0, 200, 300});
  CHECK(lake.kinds() == Kinds{kPlace, kPlace});
}

}  // namespace
}  // namespace dateline::names
