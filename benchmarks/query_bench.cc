// What each kind of query costs over Reuters-21578, and what finding by position costs
// beside Xapian's own OP_PHRASE and OP_NEAR. These have a database of their own, with
// Xapian's table of positions: of the same articles, in memory at its best, as it has
// the words that they ask for and no others.
//
//   build/release/benchmarks/query_bench [BENCHMARK OPTION…] DATA/reut2-*.sgm
//
// "search" is everything a Searcher does for ten hits with snippets; "parse",
// "compile", "match" and "hits" are its pieces: the text to a tree, that to what Xapian
// runs, the ten best documents, and what is told of them, the snippets among it.
// "count" compiles the query and finds all its articles, of which the counter
// `articles` says how many; "xapian" does so with a query of Xapian's, over words as
// they are written, so that both find the same.

#include <benchmark/benchmark.h>
#include <dateline/article_reader.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <stdlib.h>
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "index/positions/term_positions.h"
#include "query/count_matches.h"
#include "query/hits.h"
#include "query/query_compiler.h"
#include "query/ranked_matches.h"
#include "query/snapshot_pool.h"
#include "query/snippets.h"

namespace {

namespace fs = std::filesystem;

struct Index {
  fs::path folder;
  std::unique_ptr<dateline::Searcher> searcher;
  std::unique_ptr<dateline::SnapshotPool> pool;
  Xapian::Database of_xapian;
};

Index& index() {
  static Index made;
  return made;
}

// The documents of `database` by the same numbers, of which each has `words` where they
// stand.
void copy_positions(const Xapian::Database& database,
                    const std::set<std::string>& words, const std::string& path) {
  std::vector<Xapian::Document> documents(database.get_lastdocid() + 1);
  for (const std::string& word : words) {
    dateline::TermPositions positions(database, word);
    for (auto at = database.postlist_begin(word); at != database.postlist_end(word);
         ++at) {
      for (const std::uint32_t place : positions.in(*at)) {
        documents[*at].add_posting(word, place);
      }
    }
  }
  Xapian::WritableDatabase copy(path, Xapian::DB_CREATE);
  for (Xapian::docid docid = 1; docid < documents.size(); ++docid) {
    copy.replace_document(docid, documents[docid]);
  }
  copy.commit();
}

std::set<std::string> rival_words();

void build(const std::vector<std::string>& files) {
  std::string folder = fs::temp_directory_path() / "query_bench.XXXXXX";
  if (mkdtemp(folder.data()) == nullptr)
    throw std::runtime_error("no temporary folder");
  index().folder = folder;
  const std::string path = fs::path(folder) / "news.db";
  dateline::IndexWriter writer(path, {.annotate = false, .link_names = false});
  dateline::ArticleReader reader(files);
  for (dateline::Article article; reader.next(article);) {
    if (!article.title.empty() || !article.body.empty()) writer.add(article);
  }
  writer.commit();
  copy_positions(Xapian::Database(path), rival_words(), fs::path(folder) / "xapian.db");
  index().of_xapian = Xapian::Database(fs::path(folder) / "xapian.db");
  index().searcher = std::make_unique<dateline::Searcher>(path);
  index().pool =
      std::make_unique<dateline::SnapshotPool>(std::vector<std::string>{path});
}

void search(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    const auto query = dateline::parse_query(text).query;
    benchmark::DoNotOptimize(index().searcher->search(query));
  }
}

void parse(benchmark::State& state, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(dateline::parse_query(text));
}

void compile(benchmark::State& state, const std::string& text) {
  const auto query = dateline::parse_query(text).query;
  index().pool->run([&](dateline::Snapshot& snapshot) {
    for (auto _ : state) {
      benchmark::DoNotOptimize(dateline::compile_query(query.root(), snapshot));
    }
    return 0;
  });
}

// The ten best, as a searcher finds them.
dateline::RankedMatches rank(const dateline::Snapshot& snapshot,
                             const dateline::CompiledQuery& compiled) {
  const dateline::WordQuery* words = compiled.words ? &*compiled.words : nullptr;
  return dateline::rank_matches(snapshot, {compiled.query, words}, {}, 0, 10, nullptr);
}

void match(benchmark::State& state, const std::string& text) {
  const auto query = dateline::parse_query(text).query;
  index().pool->run([&](dateline::Snapshot& snapshot) {
    const auto compiled = dateline::compile_query(query.root(), snapshot);
    for (auto _ : state) {
      const auto found = rank(snapshot, compiled);
      benchmark::DoNotOptimize(found.count);
    }
    return 0;
  });
}

void make_hits(benchmark::State& state, const std::string& text) {
  const auto query = dateline::parse_query(text).query;
  index().pool->run([&](dateline::Snapshot& snapshot) {
    const auto compiled = dateline::compile_query(query.root(), snapshot);
    const auto found = rank(snapshot, compiled);
    const dateline::SnippetOptions options;
    const dateline::SnippetMaker snippets(compiled.wanted, options);
    for (auto _ : state) {
      for (const auto& one : found.page) {
        benchmark::DoNotOptimize(dateline::make_hit(snapshot, one.docid, snippets));
      }
    }
    return 0;
  });
}

void count(benchmark::State& state, const std::string& text) {
  std::size_t found = 0;
  for (auto _ : state) {
    const auto query = dateline::parse_query(text).query;
    found = index().pool->run([&](dateline::Snapshot& snapshot) {
      const auto compiled = dateline::compile_query(query.root(), snapshot);
      return dateline::count_matches(snapshot, compiled.query);
    });
  }
  state.counters["articles"] = static_cast<double>(found);
}

void count_by_xapian(benchmark::State& state, const Xapian::Query& query) {
  const Xapian::Database& database = index().of_xapian;
  std::size_t found = 0;
  for (auto _ : state) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    found = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
  }
  state.counters["articles"] = static_cast<double>(found);
}

struct Workload {
  const char* name;
  const char* query;
};

// Words that are frequent in Reuters, so that there is something to do.
constexpr Workload kSearches[] = {
    {"term", "bank"},
    {"and", "bank AND rate"},
    {"or", "bank OR rate OR oil"},
    {"not", "bank -rate"},
    {"phrase", "\"interest rates\""},
    {"near_10", "bank NEAR/10 rate"},
    {"adj_10", "bank ADJ/10 rate"},
    {"window_5", "\"rates interest\"~5"},
    {"near_of_groups", "(bank OR banks*) NEAR/10 (rate OR \"prime rate\")"},
    {"wildcard", "econom*"},
    {"fuzzy", "econimy~2"},
    {"at_least", "atleast/3:bank"},
    {"title", "title:(bank OR rate)"},
    {"name", "place:usa"},
    {"dates", "published:1987-03-01..1987-03-20"},
};

// The same by both.
struct Rivalry {
  const char* name;
  const char* query;
  Xapian::Query::op op;
  std::vector<std::string> words;
  Xapian::termcount window;
};

const std::vector<Rivalry>& rivalries() {
  using Xapian::Query;
  static const std::vector<Rivalry> all = {
      {"phrase", "\"interest rates\"", Query::OP_PHRASE, {"interest", "rates"}, 2},
      {"phrase_3", "\"of the year\"", Query::OP_PHRASE, {"of", "the", "year"}, 3},
      {"near_10", "=the NEAR/10 =bank", Query::OP_NEAR, {"the", "bank"}, 11},
      {"near_10_rare", "=prime NEAR/10 =rate", Query::OP_NEAR, {"prime", "rate"}, 11},
      {"adj_10", "=the ADJ/10 =bank", Query::OP_PHRASE, {"the", "bank"}, 11},
      {"window_5", "\"rates interest\"~5", Query::OP_NEAR, {"rates", "interest"}, 6},
  };
  return all;
}

std::set<std::string> rival_words() {
  std::set<std::string> words;
  for (const Rivalry& one : rivalries()) {
    words.insert(one.words.begin(), one.words.end());
  }
  return words;
}

void register_searches() {
  const std::pair<const char*, void (*)(benchmark::State&, const std::string&)>
      stages[] = {{"search/", search},
                  {"parse/", parse},
                  {"compile/", compile},
                  {"match/", match},
                  {"hits/", make_hits}};
  for (const auto& [stage, run] : stages) {
    for (const Workload& one : kSearches) {
      benchmark::RegisterBenchmark((std::string(stage) + one.name).c_str(), run,
                                   std::string(one.query))
          ->Unit(benchmark::kMicrosecond);
    }
  }
}

void register_all() {
  register_searches();
  for (const Rivalry& one : rivalries()) {
    benchmark::RegisterBenchmark((std::string("count/") + one.name).c_str(), count,
                                 std::string(one.query))
        ->Unit(benchmark::kMicrosecond);
    const Xapian::Query query(one.op, one.words.begin(), one.words.end(), one.window);
    benchmark::RegisterBenchmark((std::string("xapian/") + one.name).c_str(),
                                 count_by_xapian, query)
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 2) {
    std::cerr << "query_bench [BENCHMARK OPTION...] FILE...\n";
    return 2;
  }
  build({argv + 1, argv + argc});
  register_all();
  benchmark::RunSpecifiedBenchmarks();
  std::error_code ignored;
  fs::remove_all(index().folder, ignored);
  return 0;
}
