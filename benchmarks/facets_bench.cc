// What facets, typical values and pairs of names cost beside the search itself, on a
// made-up corpus.
//
//   facets_bench [--articles N] [--rounds N] [--index DIR] [QUERY…]
//
// Without DIR an index of N articles (120,000) is built in a temporary folder, from the
// generator of corpus/, the same each time; DIR is any index. For each query the
// searcher is warmed, then each of the rounds asks in turn for ten hits alone, for ten
// hits with the five facets that `dateline facets` shows, for these by typical values,
// and for pairs. Printed are the least times, and how many times the search itself the
// rest takes.

#include <dateline/index_writer.h>
#include <dateline/searcher.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_maker.h"
#include "corpus/world.h"

namespace {

namespace fs = std::filesystem;
using dateline::Query;
using dateline::Searcher;
using dateline::SearchOptions;

struct Arguments {
  std::uint64_t articles = 120'000;
  int rounds = 7;
  std::string index;
  std::vector<std::string> queries;
};

dateline::Article article_of(const dateline::corpus::MadeArticle& made) {
  dateline::Article article{.id = dateline::corpus::article_id(made.number),
                            .title = made.title,
                            .body = made.body};
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(made.published));
  article.published =
      dateline::Date{static_cast<int>(day.year()),
                     static_cast<int>(static_cast<unsigned>(day.month())),
                     static_cast<int>(static_cast<unsigned>(day.day()))};
  article.source = made.source;
  article.authors = {std::string(made.author)};
  for (const std::string_view topic : made.topics) {
    if (!topic.empty()) article.topics.emplace_back(topic);
  }
  return article;
}

void build(const std::string& path, std::uint64_t articles) {
  using namespace std::chrono;
  const dateline::corpus::World world;
  const dateline::corpus::ArticleMaker maker(
      world, {.articles = articles,
              .from = sys_days(year{2015} / January / 1),
              .to = sys_days(year{2024} / December / 31)});
  dateline::IndexWriter writer(path);
  dateline::corpus::MadeArticle made;
  for (std::uint64_t n = 0; n < articles; ++n) {
    maker.make(n, made);
    writer.add(article_of(made));
  }
  writer.commit();
}

// The least of the times that `action` takes, in milliseconds.
class Stopwatch {
 public:
  void run(const std::function<void()>& action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - begin;
    least_ = least_ < 0 ? spent.count() : std::min(least_, spent.count());
  }
  double least() const { return least_; }

 private:
  double least_ = -1;
};

void measure(const Searcher& searcher, const std::string& text, int rounds) {
  const Query query = dateline::parse_query(text).query;
  const SearchOptions alone{.limit = 10};
  SearchOptions with_facets = alone;
  with_facets.facets = {"person", "org", "place", "thing", "published"};
  SearchOptions typical = with_facets;
  typical.facet_rank = dateline::FacetRank::kTypical;
  std::size_t matches = 0;
  Stopwatch search;
  Stopwatch facets;
  Stopwatch scored;
  Stopwatch pairs;
  for (int i = 0; i < 2; ++i) searcher.search(query, typical);  // Warms it.
  for (int i = 0; i < rounds; ++i) {
    search.run([&] { matches = searcher.search(query, alone).matches.count; });
    facets.run([&] { searcher.search(query, with_facets); });
    scored.run([&] { searcher.search(query, typical); });
    pairs.run([&] { searcher.pairs(query); });
  }
  const double base = search.least();
  std::printf("%-28s %8zu %9.1f %9.1f %6.2f %9.1f %6.2f %9.1f\n",
              text.empty() ? "(all)" : text.c_str(), matches, base,
              facets.least() - base, (facets.least() - base) / base,
              scored.least() - base, (scored.least() - base) / base, pairs.least());
}

[[noreturn]] void usage() {
  std::cerr << "facets_bench [--articles N] [--rounds N] [--index DIR] [QUERY...]\n";
  std::exit(2);
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--")) {
      arguments.queries.emplace_back(name);
      continue;
    }
    if (++i == argc) usage();
    if (name == "--articles") {
      arguments.articles = std::strtoull(argv[i], nullptr, 10);
    } else if (name == "--rounds") {
      arguments.rounds = std::max(1, std::atoi(argv[i]));
    } else if (name == "--index") {
      arguments.index = argv[i];
    } else {
      usage();
    }
  }
  if (arguments.queries.empty()) {
    arguments.queries = {"said", "from", "said AND told", "\"said that\"", ""};
  }
  return arguments;
}

void run(const Arguments& arguments) {
  std::string folder;
  std::string path = arguments.index;
  if (path.empty()) {
    folder = (fs::temp_directory_path() / "facets_bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) usage();
    path = folder + "/news.db";
    build(path, arguments.articles);
  }
  {
    const Searcher searcher(path);
    std::printf("%zu articles; milliseconds\n", searcher.info().articles);
    std::printf("%-28s %8s %9s %9s %6s %9s %6s %9s\n", "query", "matches", "search",
                "facets", "ratio", "typical", "ratio", "pairs");
    for (const std::string& query : arguments.queries) {
      measure(searcher, query, arguments.rounds);
    }
  }
  if (!folder.empty()) fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
