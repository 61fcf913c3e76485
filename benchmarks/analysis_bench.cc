// How fast text becomes words: text::Analyzer beside Xapian::TermGenerator, on the same
// articles in the same run.
//
//   analysis_bench [--benchmark_…] [FILE…]
//
// Of a Reuters .sgm file the bodies are read; any other file is cut at line ends.
// With no file, the text is made up, the same each time.

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/text/analyzer.h"

namespace {

using dateline::text::Analyzer;
using dateline::text::Token;

/// The texts of one run.
struct Articles {
  std::vector<std::string> texts;
  std::int64_t bytes = 0;

  void add(std::string text) {
    if (text.empty()) return;
    bytes += static_cast<std::int64_t>(text.size());
    texts.push_back(std::move(text));
  }
};

Articles articles;

/// `text` with the three entities of the Reuters files as characters.
std::string decoded(std::string_view text) {
  static constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
  std::string out;
  while (!text.empty()) {
    char c = text.front();
    std::size_t length = 1;
    for (const auto& [entity, stands_for] : kEntities) {
      if (!text.starts_with(entity)) continue;
      c = stands_for;
      length = entity.size();
    }
    out.push_back(c);
    text.remove_prefix(length);
  }
  return out;
}

void add_reuters(std::string_view file) {
  for (auto at = file.find("<BODY>"); at != file.npos; at = file.find("<BODY>", at)) {
    at += 6;
    const auto end = file.find("</BODY>", at);
    articles.add(decoded(file.substr(at, end - at)));
  }
}

/// Pieces of about an article's length, each ending at a line end.
void add_plain(std::string_view file) {
  constexpr std::size_t kAbout = 3'000;
  while (!file.empty()) {
    const auto line_end = file.find('\n', kAbout);
    const auto size = line_end == file.npos ? file.size() : line_end + 1;
    articles.add(std::string(file.substr(0, size)));
    file.remove_prefix(size);
  }
}

bool add_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    return false;
  }
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  if (path.ends_with(".sgm")) {
    add_reuters(file);
  } else {
    add_plain(file);
  }
  return true;
}

/// A vocabulary of made-up words, the first the most common, as in any language.
std::vector<std::string> make_words(std::mt19937& random) {
  static constexpr std::string_view kStarts[] = {"b",  "c",  "d",  "f",  "g", "l", "m",
                                                 "n",  "p",  "r",  "s",  "t", "v", "w",
                                                 "st", "tr", "pr", "gr", "",  "h"};
  static constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u", "ea", "ou"};
  static constexpr std::string_view kEnds[] = {"",    "n",  "s",    "ed",    "ing",
                                               "ers", "er", "tion", "ments", "ly"};
  std::vector<std::string> words = {"the",  "of",  "to", "and", "a",  "in",
                                    "said", "for", "on", "it",  "by", "is"};
  while (words.size() < 30'000) {
    std::string word;
    for (auto syllables = 1 + random() % 3; syllables > 0; --syllables) {
      word += kStarts[random() % std::size(kStarts)];
      word += kVowels[random() % std::size(kVowels)];
    }
    words.push_back(word + std::string(kEnds[random() % std::size(kEnds)]));
  }
  return words;
}

/// One article: sentences of common and rare words, with what news has between them.
std::string make_article(const std::vector<std::string>& words, std::mt19937& random) {
  static constexpr std::string_view kSpecial[] = {
      "the U.S.",  "Russia's", "G-20", "1,000",   "3.5",  "face-to-face",
      "New START", "NATO",     "1987", "O'Brien", "dlrs", "ministers'"};
  std::uniform_real_distribution<double> share(0, 1);
  std::string text;
  while (text.size() < 800 + random() % 4'000) {
    const auto length = 8 + random() % 20;
    for (std::uint32_t i = 0; i < length; ++i) {
      if (random() % 16 == 0) {
        text += kSpecial[random() % std::size(kSpecial)];
      } else {
        const double rank = std::pow(static_cast<double>(words.size()), share(random));
        std::string word = words[static_cast<std::size_t>(rank) - 1];
        if (i == 0 || random() % 12 == 0) word[0] = static_cast<char>(word[0] - 32);
        text += word;
      }
      text += i + 1 < length ? (random() % 14 == 0 ? ", " : " ") : ".\n";
    }
  }
  return text;
}

void add_made_up() {
  std::mt19937 random(20230302);
  const auto words = make_words(random);
  for (int i = 0; i < 3'000; ++i) articles.add(make_article(words, random));
}

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          articles.bytes);
}

void analyzer(benchmark::State& state, std::string_view language) {
  Analyzer analyzer(language);
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      benchmark::DoNotOptimize(analyzer.analyze(text).data());
    }
  }
  set_bytes(state);
}

/// The analyzer with the terms that TermGenerator would make of its words: what both
/// then share is the cost of Xapian::Document.
void analyzer_to_document(benchmark::State& state) {
  Analyzer analyzer("en");
  std::string term;
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      Xapian::Document document;
      for (const Token& token : analyzer.analyze(text)) {
        document.add_posting(term.assign(token.word), token.position + 1);
        if (token.stem.empty()) continue;
        term.clear();
        term.push_back('Z');
        term.append(token.stem);
        document.add_term(term);
      }
      benchmark::DoNotOptimize(document.termlist_count());
    }
  }
  set_bytes(state);
}

void term_generator(benchmark::State& state) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(text);
      benchmark::DoNotOptimize(document.termlist_count());
    }
  }
  set_bytes(state);
}

void mixed_case(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      benchmark::DoNotOptimize(dateline::text::is_mixed_case(text));
    }
  }
  set_bytes(state);
}

/// The usual report, and behind it how many times as fast as TermGenerator.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (run.error_occurred || rate == run.counters.end()) continue;
      double& best = rates_[run.run_name.function_name];
      best = std::max(best, static_cast<double>(rate->second));
    }
  }

  void Finalize() override {
    const auto base = rates_.find("TermGenerator");
    std::printf("\n%zu texts, %.1f MB; best of each:\n", articles.texts.size(),
                static_cast<double>(articles.bytes) / 1e6);
    for (const auto& [name, rate] : rates_) {
      std::printf("%-24s %8.1f MB/s", name.c_str(), rate / 1e6);
      if (base != rates_.end()) std::printf("  x %.1f", rate / base->second);
      std::printf("\n");
    }
  }

 private:
  std::map<std::string, double> rates_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (!add_file(argv[i])) return 2;
  }
  if (articles.texts.empty()) add_made_up();

  const auto unit = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("TermGenerator", term_generator)->Unit(unit);
  benchmark::RegisterBenchmark("Analyzer", analyzer, "en")->Unit(unit);
  benchmark::RegisterBenchmark("AnalyzerWithoutStems", analyzer, "und")->Unit(unit);
  benchmark::RegisterBenchmark("AnalyzerToDocument", analyzer_to_document)->Unit(unit);
  benchmark::RegisterBenchmark("IsMixedCase", mixed_case)->Unit(unit);
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
