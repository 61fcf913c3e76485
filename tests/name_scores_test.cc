// The scores of names and links, worked out by hand.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <dateline/error.h>

#include "tests/testing.h"
#include "tools/scores/best_pairing.h"
#include "tools/scores/coreference.h"
#include "tools/scores/disagreements.h"
#include "tools/scores/editor_scores.h"
#include "tools/scores/entity_links.h"
#include "tools/scores/facet_scores.h"
#include "tools/scores/found_names.h"
#include "tools/scores/link_scores.h"
#include "tools/scores/name_pairs.h"
#include "tools/scores/span_scores.h"

namespace {

using namespace dateline::scores;
using dateline::NameKind;
using dateline::corpora::LabelledArticle;
using dateline::corpora::LabelledMention;

constexpr auto kPerson = NameKind::kPerson;
constexpr auto kPlace = NameKind::kPlace;

// "Ann Lee met Bob Ray in Rome." in tokens.
LabelledArticle tokens_article() {
  LabelledArticle article{
      .id = "x",
      .body = "Ann Lee met Bob Ray in Rome.\n",
      .tokens =
          {{0, 3}, {4, 7}, {8, 11}, {12, 15}, {16, 19}, {20, 22}, {23, 27}, {27, 28}},
      .lines_are_sentences = true};
  article.mentions = {{.begin = 0, .end = 7, .kind = kPerson},
                      {.begin = 12, .end = 19, .kind = kPerson},
                      {.begin = 23, .end = 27, .kind = kPlace}};
  return article;
}

TEST_CASE("scores: a tally") {
  const Tally tally{3, 4, 6};
  CHECK(tally.precision() == 0.75);
  CHECK(tally.recall() == 0.5);
  CHECK(tally.f1() == doctest::Approx(0.6));
  CHECK(Tally{}.f1() == 0);
}

TEST_CASE("scores: exact matches by tokens") {
  const LabelledArticle article = tokens_article();
  const std::vector<LabelledMention> found = {
      {.begin = 0, .end = 6, .kind = kPerson},    // Overlaps both tokens of Ann Lee.
      {.begin = 16, .end = 19, .kind = kPerson},  // Half of Bob Ray.
      {.begin = 23, .end = 28, .kind = kPlace},   // Takes the full stop.
      {.begin = 28, .end = 28, .kind = kPlace},   // Nothing.
  };
  SpanScores scores;
  scores.add(spans_of(article, article.mentions, false),
             spans_of(article, found, false));
  CHECK(scores.by_label[0] == Tally{1, 2, 2});
  CHECK(scores.by_label[2] == Tally{0, 1, 1});
  CHECK(scores.typed == Tally{1, 3, 3});
  CHECK(scores.untyped == Tally{1, 3, 3});
}

TEST_CASE("scores: exact matches by bytes, kinds and demonyms") {
  LabelledArticle article{.id = "x", .title = "Rome", .body = "Rome. Roman."};
  article.mentions = {{.begin = 0, .end = 4, .kind = kPlace, .in_title = true},
                      {.begin = 0, .end = 4, .kind = kPlace},
                      {.begin = 6, .end = 11, .kind = kPlace, .is_demonym = true}};
  const std::vector<LabelledMention> found = {
      {.begin = 0, .end = 4, .kind = kPerson},
      {.begin = 6, .end = 11, .kind = kPlace, .is_demonym = true}};
  CHECK(marks_demonyms(std::vector{article}));
  SpanScores scores;
  scores.add(spans_of(article, article.mentions, true), spans_of(article, found, true));
  CHECK(scores.by_label[static_cast<std::size_t>(SpanLabel::kDemonym)] ==
        Tally{1, 1, 1});
  CHECK(scores.by_label[static_cast<std::size_t>(SpanLabel::kPlace)] == Tally{0, 0, 2});
  CHECK(scores.typed == Tally{1, 2, 3});
  CHECK(scores.untyped == Tally{2, 2, 3});

  const auto folded = spans_of(article, found, false);
  CHECK(folded.back().label == SpanLabel::kThing);
}

TEST_CASE("scores: facets of entities") {
  LabelledArticle article{.id = "x", .body = "Ann Lee, Lee, Lee, Bob, Bob, Ann"};
  const auto mention = [](std::size_t begin, std::size_t end, const char* entity) {
    return LabelledMention{
        .begin = begin, .end = end, .kind = kPerson, .entity = entity};
  };
  article.mentions = {mention(0, 7, "a"),   mention(9, 12, "a"),  mention(14, 17, "b"),
                      mention(19, 22, "c"), mention(24, 27, "c"), mention(29, 32, "d")};
  article.mentions[5].gives_facet = false;
  // Three mentions, of which two are a; one of b; nothing of c; one that is nobody's.
  const std::vector<LabelledMention> found = {
      mention(0, 7, "Ann Lee"), mention(9, 12, "Ann Lee"), mention(19, 22, "Ann Lee"),
      mention(14, 17, "Lee"), mention(8, 9, "No")};
  CHECK(marks_entities(std::vector{article}));
  FacetScores scores;
  scores.add(article, found, true);
  CHECK(scores.by_kind[0].all == Tally{2, 3, 3});
  CHECK(scores.by_kind[0].repeated == Tally{1, 1, 2});
  CHECK(scores.by_kind[0].repeated_at_all == TwoSidedTally{1, 1, 1, 2});
  CHECK(scores.total().all == Tally{2, 3, 3});

  // Two values for one entity: the second is wrong.
  FacetScores split;
  const std::vector<LabelledMention> two = {mention(0, 7, "Ann Lee"),
                                            mention(9, 12, "Lee")};
  split.add(article, two, true);
  CHECK(split.by_kind[0].all == Tally{1, 2, 3});
  // Found once, labelled twice: met, and not right.
  CHECK(split.by_kind[0].repeated == Tally{0, 0, 2});
  CHECK(split.by_kind[0].repeated_at_all == TwoSidedTally{0, 0, 1, 2});

  // Found twice, labelled once.
  FacetScores twice;
  const std::vector<LabelledMention> again = {mention(14, 17, "Lee"),
                                              mention(15, 16, "Lee")};
  twice.add(article, again, true);
  CHECK(twice.by_kind[0].repeated == Tally{0, 1, 2});
  CHECK(twice.by_kind[0].repeated_at_all == TwoSidedTally{1, 1, 0, 2});
  CHECK(twice.total().repeated_at_all.precision() == 1.0);
  CHECK(twice.total().repeated_at_all.recall() == 0.0);
  CHECK(twice.total().repeated_at_all.f1() == 0.0);
}

TEST_CASE("scores: facets of surfaces, where nobody says who is meant") {
  LabelledArticle article{.id = "x", .body = "ROME Rome Oslo"};
  article.mentions = {{.begin = 0, .end = 4, .kind = kPlace},
                      {.begin = 5, .end = 9, .kind = kPlace},
                      {.begin = 10, .end = 14, .kind = kPlace}};
  const std::vector<LabelledMention> found = {
      {.begin = 5, .end = 9, .kind = kPlace, .entity = "Roma"},
      {.begin = 10, .end = 14, .kind = kPerson, .entity = "Oslo"}};
  FacetScores scores;
  scores.add(article, found, false);
  CHECK(scores.by_kind[static_cast<std::size_t>(kPlace)].all == Tally{1, 1, 2});
  CHECK(scores.by_kind[static_cast<std::size_t>(kPlace)].repeated == Tally{0, 0, 1});
  CHECK(scores.by_kind[static_cast<std::size_t>(kPerson)].all == Tally{0, 1, 0});
}

TEST_CASE("scores: disagreements, in the order of the text") {
  const LabelledArticle article = tokens_article();
  const std::vector<LabelledMention> found = {
      {.begin = 0, .end = 7, .kind = kPlace},
      {.begin = 8, .end = 11, .kind = kPerson},
      {.begin = 16, .end = 19, .kind = kPerson}};
  std::string all;
  for (const auto& place :
       disagreements(article, spans_of(article, article.mentions, false),
                     spans_of(article, found, false))) {
    all += std::string(to_string(place.kind)) + ": " + place.gold + " / " +
           place.found + " in " + place.context.before + "[" + place.context.text +
           "]" + place.context.after + "\n";
  }
  CHECK(all ==
        "kind: person 'Ann Lee' / place 'Ann Lee' in [Ann Lee] met Bob Ray in Rome.\n"
        "false:  / person 'met' in Ann Lee [met] Bob Ray in Rome.\n"
        "border: person 'Bob Ray' / person 'Ray' in Ann Lee met [Bob Ray] in Rome.\n"
        "missed: place 'Rome' /  in Ann Lee met Bob Ray in [Rome].\n");
}

TEST_CASE("scores: what the library finds takes the form of labels") {
  LabelledArticle article{.id = "x",
                          .title = "A meeting",
                          .body = "Antony Blinken met Russian officials in Geneva.",
                          .published = {2023, 3, 2}};
  const auto found = find_names(article);
  REQUIRE(found.size() == 3);
  CHECK(found[0].entity == "Antony Blinken");
  CHECK(found[1].is_demonym);
  CHECK_FALSE(found[2].in_title);
  CHECK(surface_of(article, found[2]) == "Geneva");
}

TEST_CASE("scores: the best pairing") {
  CHECK(best_pairing({}) == 0);
  CHECK(best_pairing({{2}}) == 2);
  CHECK(best_pairing({{5, 4}, {4, 0}}) == 8);
  CHECK(best_pairing({{1, 2, 3}, {3, 2, 1}}) == 6);
  CHECK(best_pairing({{7, 5, 1}, {7, 1, 1}, {6, 5, 1}}) == 13);
}

TEST_CASE("scores: clusters") {
  // Bagga and Baldwin's example: 12345, 67 and 89ABC, answered as 12345, 6789ABC.
  const Clustering bagga{{"a", "a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "c"},
                         {"1", "1", "1", "1", "1", "2", "2", "2", "2", "2", "2", "2"}};
  CHECK(b_cubed(bagga).precision() == doctest::Approx(16.0 / 21.0));
  CHECK(b_cubed(bagga).recall() == 1);
  CHECK(muc(bagga).precision() == doctest::Approx(9.0 / 10.0));
  CHECK(muc(bagga).recall() == 1);
  // 12345 pairs with itself, 6789ABC with 89ABC: 1 + 10/12, of 2 found and 3 gold.
  CHECK(ceaf_e(bagga).precision() == doctest::Approx((1 + 10.0 / 12.0) / 2));
  CHECK(ceaf_e(bagga).recall() == doctest::Approx((1 + 10.0 / 12.0) / 3));

  const Clustering apart{{"a", "a"}, {"1", "2"}};
  CHECK(muc(apart).recall() == 0);
  CHECK(muc(apart).precision() == 0);
  CHECK(b_cubed(apart).precision() == 1);
  CHECK(b_cubed(apart).recall() == 0.5);
  CHECK(b_cubed(apart).f1() == doctest::Approx(2.0 / 3.0));
  CHECK(b_cubed({}).f1() == 0);
  CHECK(ceaf_e({}).f1() == 0);

  // Two of a's three were found, and one that is nobody's is with them.
  const Clustering lacking{{"a", "a", "a", ""}, {"1", "1", "", "1"}};
  CHECK(b_cubed(lacking).precision() == doctest::Approx(4.0 / 9.0));
  CHECK(b_cubed(lacking).recall() == doctest::Approx(4.0 / 9.0));

  ClusterScore sum = b_cubed(apart);
  sum += b_cubed(bagga);
  CHECK(sum.gold == 14);
}

// Two articles that name Antony Blinken in two ways, and one who only shares a name.
std::vector<LabelledArticle> linked_articles() {
  LabelledArticle first{.id = "1",
                        .title = "Blinken in Geneva",
                        .body = "Antony Blinken spoke. Blinken left."};
  const auto mention = [](std::size_t begin, std::size_t end, const char* entity,
                          const char* link) {
    return LabelledMention{
        .begin = begin, .end = end, .kind = kPerson, .entity = entity, .link = link};
  };
  first.mentions = {mention(0, 7, "b", "Antony Blinken"),
                    mention(0, 14, "b", "Antony Blinken"),
                    mention(22, 29, "b", "Antony Blinken")};
  first.mentions[0].in_title = true;
  LabelledArticle second{.id = "2", .body = "Antony Blinken met Maria Stone."};
  second.mentions = {mention(0, 14, "x", "Antony Blinken"),
                     mention(19, 30, "y", "Maria Stone")};
  return {first, second};
}

TEST_CASE("scores: links inside articles") {
  const auto articles = linked_articles();
  const auto linked = link_labels(articles[0]);
  REQUIRE(linked.size() == 3);
  for (const auto& label : linked) CHECK(label.entity == "Antony Blinken");
  DocumentLinkScores scores;
  for (const auto& article : articles) scores.add(article);
  CHECK(scores.all.b_cubed.f1() == 1);
  CHECK(scores.all.b_cubed.gold == 5);
  CHECK(scores.by_kind[0].muc.f1() == 1);
  CHECK(scores.by_kind[0].ceaf_e.gold == 3);
  CHECK(scores.by_kind[1].b_cubed.gold == 0);
  CHECK(scores.all.found_b_cubed.gold == 5);
}

TEST_CASE("scores: links across articles") {
  const auto scores = score_entity_links(linked_articles());
  CHECK(scores.all.gold == 3);
  CHECK(scores.all.f1() == 1);
  CHECK(scores.wrong.empty());

  auto mixed = linked_articles();
  mixed[1].mentions[0].link = "Antony Blinken (footballer)";
  const auto wrong = score_entity_links(mixed);
  CHECK(wrong.all.precision() == doctest::Approx((0.5 + 0.5 + 1) / 3));
  REQUIRE(wrong.wrong.size() == 1);
  CHECK(wrong.wrong[0] == "mixed person: Antony Blinken, Antony Blinken (footballer)");
  CHECK(score_entity_links({}).all.gold == 0);
}

TEST_CASE("scores: pairs of names") {
  const dateline::testing::TempDir folder;
  const std::string good =
      "# comment\n\ntune\tperson\tsame\tZoë Kravitz\tZoe Kravitz\tA; B\tC\n"
      "check\tplace\tdifferent\tIran\tIraq\tA\tA\n";
  const auto pairs = read_name_pairs(folder.write("x.tsv", good));
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].same);
  CHECK(pairs[0].context_a == std::vector<std::string>{"A", "B"});
  CHECK(pairs[1].kind == kPlace);
  CHECK(linked_pairs(pairs) == std::vector<bool>{true, false});
  CHECK(linked_pairs({}).empty());
  CHECK(is_homonym(pairs[0]));
  CHECK_FALSE(is_homonym(pairs[1]));

  for (const std::string_view line :
       {"tune\tperson\tsame\tA\tB\tC\n", "tune\tman\tsame\tA\tB\tC\tD\n",
        "tune\tperson\tmaybe\tA\tB\tC\tD\n", "tune\tperson\tsame\t\tB\tC\tD\n", "x"}) {
    CAPTURE(line);
    CHECK_THROWS_WITH_AS(read_name_pairs(folder.write("x.tsv", line)),
                         doctest::Contains(", line 1: The line is no pair of names"),
                         dateline::Error);
  }
}

TEST_CASE("scores: names that editors gave") {
  using dateline::Article;
  const std::vector<Article> articles = {
      {.id = "1",
       .body = "President Ronald Reagan flew to Geneva. Reagan met Japanese officials.",
       .names = {{kPerson, "Reagan"}, {kPlace, "Japan"}, {kPlace, "Switzerland"}}},
      {.id = "2",
       .body = "President Ronald Reagan spoke to Antony Blinken in Japan.",
       .names = {{kPlace, "Japan"}}},
  };
  EditorScores scores(articles);
  scores.run();
  CHECK(scores.people.names == Tally{1, 2, 1});  // Blinken is not of the list.
  CHECK(scores.places.names == Tally{1, 1, 3});
  CHECK(scores.places.in_text == Tally{1, 1, 2});  // "Japanese" has Japan in it.
  CHECK(scores.places_with_demonyms.names == Tally{2, 2, 3});
  CHECK(scores.organisations.names == Tally{});
  const auto differences = scores.differences(9);
  REQUIRE(differences.size() == 2);
  CHECK(differences[0].name.text == "Reagan");
  CHECK(differences[0].extra == 1);
  CHECK(differences[0].example == "2");
  CHECK(differences[1].missed == 1);
  CHECK(scores.differences(1).size() == 1);
}

}  // namespace
