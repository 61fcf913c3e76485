// Edited copies of articles, and scores of finding them.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "tools/scores/duplicate_scores.h"
#include "tools/scores/edited_copies.h"

namespace {

using namespace dateline::scores;
using dateline::Article;

// 20 paragraphs of 10 words, each word of the text once.
std::string numbered_body(const std::string& prefix) {
  std::string body;
  for (int i = 0; i < 200; ++i) {
    body += prefix + std::to_string(i) + (i % 10 == 9 ? "\n" : " ");
  }
  return body;
}

std::vector<Article> originals() {
  std::vector<Article> articles;
  for (const char* id : {"a", "b", "c"}) {
    articles.push_back({.id = id,
                        .title = std::string("About ") + id,
                        .body = numbered_body(id),
                        .published = dateline::Date{2023, 3, 2},
                        .url = "https://x.example/1"});
  }
  return articles;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// How many words of the original the copy has.
std::size_t kept_words(const Article& original, const Article& copy) {
  const auto words = words_of(copy.body);
  const std::set<std::string> all(words.begin(), words.end());
  return static_cast<std::size_t>(std::ranges::count_if(
      words_of(original.body), [&](const auto& word) { return all.contains(word); }));
}

TEST_CASE("edited copies: every edit, and the words it leaves") {
  const auto articles = originals();
  const auto copies = edited_copies(articles, 1);
  REQUIRE(copies.size() == articles.size() * edits().size());
  std::set<std::string> ids;
  for (const EditedCopy& copy : copies) {
    const Article& original = articles[copy.original];
    const Edit& edit = edits()[copy.edit];
    CAPTURE(copy.article.id);
    CHECK(ids.insert(copy.article.id).second);
    CHECK(copy.article.url == "");
    CHECK_FALSE(copy.article.published.date);
    const std::size_t kept = kept_words(original, copy.article);
    const std::size_t words = words_of(copy.article.body).size();
    switch (edit.kind) {
      case Edit::Kind::kHeadline:
        CHECK(copy.article.title != original.title);
        CHECK(copy.article.body == original.body);
        break;
      case Edit::Kind::kFurniture:
      case Edit::Kind::kPartOfLonger:
        CHECK(copy.article.body.find(original.body) != std::string::npos);
        CHECK(words > 200);
        break;
      default:
        CHECK(copy.article.title == original.title);
        CHECK(kept == 200 - 2 * edit.per_cent);
        CHECK(words == (edit.replaced ? 200 : kept));
    }
  }
}

TEST_CASE("edited copies: the seed decides, and nothing else") {
  const auto articles = originals();
  const auto bodies = [&](std::uint64_t seed) {
    std::string all;
    for (const EditedCopy& copy : edited_copies(articles, seed)) {
      all += copy.article.body;
    }
    return all;
  };
  CHECK(bodies(1) == bodies(1));
  CHECK(bodies(1) != bodies(2));
}

TEST_CASE("edited copies: texts too short for their edits") {
  std::vector<Article> articles(2);
  articles[0].body = "one two";
  for (const EditedCopy& copy : edited_copies(articles, 1)) {
    if (copy.original != 0 || !edits()[copy.edit].is_light()) continue;
    CHECK(kept_words(articles[0], copy.article) == 2);
  }
}

TEST_CASE("duplicate scores: recall by edit, precision over pairs") {
  const auto articles = originals();
  const auto copies = edited_copies(articles, 1);
  const std::size_t per_original = edits().size();
  std::vector<TextPair> wrong;
  // Copy 0 of "a" from both sides, copy 1 of "a" with copy 2 of "a", "a" with "b", and
  // copy 0 of "b" with "c".
  const auto scores = score_duplicates(
      3, copies, {{0, 3}, {3, 0}, {4, 5}, {0, 1}, {3 + per_original, 2}}, wrong);
  CHECK(scores.pairs == 4);
  CHECK(scores.right_pairs == 2);
  CHECK(scores.precision() == 0.5);
  CHECK(wrong == std::vector<TextPair>{{0, 1}, {2, 3 + per_original}});
  CHECK(scores.by_edit.at(0) == Tally{.right = 1, .found = 1, .gold = 3});
  CHECK(scores.by_edit.at(1) == Tally{.right = 0, .found = 0, .gold = 3});
  CHECK(scores.all == Tally{.right = 1, .found = 1, .gold = copies.size()});
  CHECK(scores.light.right == 1);
  CHECK(scores.light.gold < scores.all.gold);
  CHECK(score_duplicates(3, copies, {}, wrong).precision() == 1);
}

}  // namespace
