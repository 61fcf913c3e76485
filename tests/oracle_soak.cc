// Asks random queries of Dateline and of the oracle until the time is over:
//
//   oracle_soak SECONDS [SEED [FILE…]]
//
// Each round is a corpus and its queries from one seed, which is printed with what went
// wrong, so that the round can be asked again alone; the first is SEED, the next one
// more. FILEs of articles, such as those of Reuters-21578, are taken in turn with
// random articles. Ends with 1 where the two disagreed.

#include <dateline/article_reader.h>

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "tests/query_oracle.h"

namespace {

using namespace dateline::oracle;
using dateline::Article;

struct Tally {
  std::size_t rounds = 0;
  std::size_t queries = 0;
  std::size_t disagreements = 0;
};

std::vector<Article> read_articles(const std::string& file) {
  std::vector<Article> articles;
  dateline::ArticleReader reader({file});
  for (Article article; reader.next(article);) {
    if (!article.title.empty() || !article.body.empty()) articles.push_back(article);
  }
  return articles;
}

void ask(const QueryOracle& oracle, std::size_t queries, unsigned seed, Tally& tally) {
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < queries; ++i) {
    const Request request = random_request(oracle.vocabulary(), random);
    if (!oracle.disagreement(request).empty()) {
      const Request smallest = oracle.smallest(request);
      std::cout << "seed " << seed << ", query " << i << ": " << to_string(smallest)
                << "\n  " << oracle.disagreement(smallest) << std::endl;
      ++tally.disagreements;
    }
  }
  tally.queries += queries;
  ++tally.rounds;
}

void ask_round(unsigned seed, const std::vector<std::string>& files, Tally& tally) {
  std::mt19937 random(seed);
  if (!files.empty() && seed % 2 == 0) {
    const std::vector<Article> articles = read_articles(files[seed / 2 % files.size()]);
    ask(QueryOracle(vocabulary_of(articles, random), articles), 400, seed, tally);
  } else {
    const Vocabulary vocabulary =
        seed % 4 == 1 ? dated_vocabulary() : small_vocabulary();
    const std::size_t count = 1 + random() % 400;
    ask(QueryOracle(vocabulary, random_articles(vocabulary, count, random)), 1000, seed,
        tally);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty()) {
    std::cerr << "oracle_soak SECONDS [SEED [FILE...]]\n";
    return 2;
  }
  const std::chrono::seconds duration(std::atol(arguments[0].c_str()));
  auto seed =
      arguments.size() < 2
          ? std::random_device()()
          : static_cast<unsigned>(std::strtoul(arguments[1].c_str(), nullptr, 10));
  const std::vector<std::string> files(
      arguments.begin() + (arguments.size() < 2 ? 1 : 2), arguments.end());
  std::cout << "first seed " << seed << std::endl;
  const auto end = std::chrono::steady_clock::now() + duration;
  Tally tally;
  do {
    ask_round(seed++, files, tally);
  } while (std::chrono::steady_clock::now() < end);
  std::cout << tally.rounds << " rounds, " << tally.queries << " queries, "
            << tally.disagreements << " disagreements\n";
  return tally.disagreements == 0 ? 0 : 1;
}
