// How many misspellings "did you mean" sets right at first, and how fast, beside
// Xapian's own spelling dictionary made of the same words.
//
//   build/release/benchmarks/spelling_bench benchmarks/misspellings.tsv INDEX
//
// A line of the table is what was typed, a tab, and what was meant. Words that the
// index happens to have as they were typed are corrected as if it had not: whether they
// are doubted is told by the rows about queries, which go through a Searcher.

#include <dateline/searcher.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "index/text/analyzer.h"
#include "query/spelling.h"
#include "query/vocabulary.h"

namespace {

using dateline::Vocabulary;
using Clock = std::chrono::steady_clock;
using Pair = std::pair<std::string, std::string>;
using Corrector = std::function<std::string(const std::string&)>;

double microseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

std::vector<Pair> read_pairs(const char* path) {
  std::ifstream file(path);
  std::vector<Pair> pairs;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) {
      pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return pairs;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(dateline::text::fold(text));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// The pairs of words that differ.
std::vector<Pair> differing_words(const std::vector<Pair>& pairs) {
  std::vector<Pair> words;
  for (const auto& [wrong, right] : pairs) {
    const auto a = words_of(wrong);
    const auto b = words_of(right);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
      if (a[i] != b[i]) words.emplace_back(a[i], b[i]);
    }
  }
  return words;
}

void report(const char* name, const std::vector<Pair>& pairs,
            const Corrector& correct) {
  std::size_t right = 0;
  double time = 0;
  double longest = 0;
  std::string missed;
  for (const auto& [wrong, meant] : pairs) {
    const auto begin = Clock::now();
    const std::string corrected = correct(wrong);
    const double taken = microseconds_since(begin);
    time += taken;
    longest = std::max(longest, taken);
    if (dateline::text::fold(corrected) == meant) {
      ++right;
    } else {
      missed += "    " + wrong + " -> " + corrected + " (" + meant + ")\n";
    }
  }
  const auto count = static_cast<double>(pairs.size());
  std::printf("%-44s %5.1f%% of %zu right, %.0f us each, %.0f at most\n", name,
              100 * static_cast<double>(right) / count, pairs.size(), time / count,
              longest);
  if (std::getenv("DATELINE_MISSED") != nullptr) std::fputs(missed.c_str(), stdout);
}

// A throwaway database that has nothing but a spelling dictionary.
Xapian::Database xapian_dictionary(const Vocabulary& vocabulary,
                                   const std::filesystem::path& path) {
  const auto begin = Clock::now();
  Xapian::WritableDatabase writer(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    writer.add_spelling(std::string(vocabulary[i]),
                        static_cast<Xapian::termcount>(vocabulary.articles(i)));
  }
  writer.commit();
  writer.close();
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(path)) {
    bytes += file.file_size();
  }
  std::printf("Xapian's dictionary: %.0f ms, %.1f MB in the index\n",
              microseconds_since(begin) / 1000, static_cast<double>(bytes) / 1e6);
  return Xapian::Database(path.string());
}

Corrector by_dictionary(const Xapian::Database& dictionary, unsigned edits) {
  return [&dictionary, edits](const std::string& word) {
    return dictionary.get_spelling_suggestion(word, edits);
  };
}

// The nearest word, of several the one in most articles.
std::string nearest(const Vocabulary& vocabulary, const std::string& word) {
  auto near = vocabulary.near(word, 2);
  std::erase_if(near, [&](const auto& one) { return one.word == word; });
  const auto best =
      std::min_element(near.begin(), near.end(), [](const auto& a, const auto& b) {
        return a.edits != b.edits ? a.edits < b.edits : a.articles > b.articles;
      });
  return best == near.end() ? "" : std::string(best->word);
}

std::string likeliest(const Vocabulary& vocabulary, const std::string& word) {
  const auto spellings = dateline::likely_spellings(vocabulary, word, 1);
  return spellings.empty() ? "" : spellings.front().word;
}

std::string suggested(const dateline::Searcher& searcher, const std::string& text) {
  const auto query = dateline::parse_query(text).query;
  const auto results = searcher.search(query, {.limit = 0});
  return results.suggestion ? results.suggestion->query : "";
}

std::size_t matches(const dateline::Searcher& searcher, const std::string& text) {
  return searcher.search(dateline::parse_query(text).query, {.limit = 0}).matches.count;
}

// Without the pairs of which the index answers both alike: *independant* has the stem
// of *independent*.
std::vector<Pair> differing_queries(const dateline::Searcher& searcher,
                                    std::vector<Pair> pairs) {
  std::erase_if(pairs, [&](const Pair& pair) {
    return matches(searcher, pair.first) >= matches(searcher, pair.second);
  });
  return pairs;
}

// Words in few articles that are doubted for a frequent neighbour.
void report_doubts(const Xapian::Database& database, const Vocabulary& vocabulary) {
  std::size_t rare = 0;
  std::size_t doubted = 0;
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    if (vocabulary.articles(i) > 10) continue;
    ++rare;
    const auto found =
        dateline::likelier_spelling(database, vocabulary[i], vocabulary.articles(i));
    if (!found) continue;
    ++doubted;
    if (std::getenv("DATELINE_DOUBTED") != nullptr) {
      std::cout << "    " << vocabulary[i] << " -> " << found->word << '\n';
    }
  }
  std::printf("%zu of %zu words in ten articles or fewer are doubted, %.0f us each\n",
              doubted, rare, microseconds_since(begin) / static_cast<double>(rare));
}

int run(const char* table, const char* index) {
  const auto pairs = read_pairs(table);
  const auto words = differing_words(pairs);
  if (words.empty()) {
    std::cerr << table << " holds no pairs\n";
    return 2;
  }
  const auto begin = Clock::now();
  const Xapian::Database database(index);
  const Vocabulary vocabulary(database);
  std::printf("%zu words, read in %.1f ms\n", vocabulary.size(),
              microseconds_since(begin) / 1000);
  const auto folder =
      std::filesystem::temp_directory_path() / "dateline-spelling-bench";
  const Xapian::Database dictionary = xapian_dictionary(vocabulary, folder);

  report("words: Dateline, slips weighed", words,
         [&](const std::string& word) { return likeliest(vocabulary, word); });
  report("words: nearest, then most frequent", words,
         [&](const std::string& word) { return nearest(vocabulary, word); });
  report("words: Xapian's dictionary, 2 edits", words, by_dictionary(dictionary, 2));
  report("words: Xapian's dictionary, 3 edits", words, by_dictionary(dictionary, 3));
  const dateline::Searcher searcher(index);
  report("queries: Results::suggestion", differing_queries(searcher, pairs),
         [&](const std::string& text) { return suggested(searcher, text); });
  report_doubts(database, vocabulary);
  std::filesystem::remove_all(folder);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "spelling_bench MISSPELLINGS.tsv INDEX\n";
    return 2;
  }
  return run(argv[1], argv[2]);
}
