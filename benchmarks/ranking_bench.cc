// How well `dateline search --any` ranks, beside plain Xapian and SQLite's FTS5, on
// questions whose answers people judged.
//
//   ranking_bench [--sets NAME,…] FOLDER
//   ranking_bench --grid NAME=VALUE,…[;NAME=VALUE,…] [--sets NAME,…] FOLDER
//
// FOLDER has the folders time, cran and cisi (judged_set.h). The first form prints the
// measures of ranking_measures.h, averaged over the questions of each set, for every
// engine, and how often the first ten are better and worse than plain Xapian's.
//
// The second ranks by every combination of these values of RankingParameters and prints
// NDCG@10 of each set and their mean, the best first: values were tuned on time and
// cran, and then looked at once on cisi.
//
// All engines are given the same titles and bodies and the same words (plain_words()).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks/judged_set.h"
#include "benchmarks/ranking_engines.h"
#include "benchmarks/ranking_measures.h"

namespace {

using dateline::RankingParameters;
using dateline::bench::JudgedSet;
using dateline::bench::RankingEngine;
using dateline::bench::Topic;

constexpr std::size_t kFirst = 10;

/// One question's measures.
struct Measures {
  double ndcg = 0;
  double average_precision = 0;
  double precision = 0;
};

using Search = std::function<std::vector<std::string>(const std::string& words)>;

std::vector<Measures> measure(const JudgedSet& set, const Search& search) {
  std::vector<Measures> all;
  for (const Topic& topic : set.topics) {
    const auto ranking = search(dateline::bench::plain_words(topic.text));
    all.push_back({dateline::bench::ndcg_at(kFirst, ranking, topic.judged),
                   dateline::bench::average_precision(ranking, topic.judged),
                   dateline::bench::precision_at(kFirst, ranking, topic.judged)});
  }
  return all;
}

double mean(const std::vector<Measures>& all, double Measures::*value) {
  double sum = 0;
  for (const Measures& one : all) sum += one.*value;
  return all.empty() ? 0 : sum / static_cast<double>(all.size());
}

// The engines, each with its name; the second is what others are compared with.
struct Contender {
  std::string name;
  std::unique_ptr<RankingEngine> engine;
};
std::vector<Contender> contenders(const JudgedSet& set) {
  using namespace dateline::bench;
  std::vector<Contender> all;
  all.push_back({"dateline --any", make_dateline(set.articles)});
  all.push_back({"Xapian", make_xapian(set.articles)});
  all.push_back({"FTS5 porter", make_fts5(set.articles, "porter unicode61")});
  all.push_back({"FTS5", make_fts5(set.articles, "unicode61")});
  return all;
}

std::string compared(const std::vector<Measures>& own,
                     const std::vector<Measures>& other) {
  std::size_t better = 0;
  std::size_t worse = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    better += own[i].ndcg > other[i].ndcg + 1e-9;
    worse += own[i].ndcg < other[i].ndcg - 1e-9;
  }
  return "+" + std::to_string(better) + " -" + std::to_string(worse);
}

void print_row(const std::string& name, std::size_t topics, double ndcg, double map,
               double precision, const std::string& beside) {
  std::printf("%-16s %9zu %9.4f %9.4f %9.4f   %s\n", name.c_str(), topics, ndcg, map,
              precision, beside.c_str());
}

void print_table(const std::vector<JudgedSet>& sets) {
  struct Sum {
    std::string name;
    Measures sum;
  };
  std::vector<Sum> sums;
  for (const JudgedSet& set : sets) {
    std::printf("%s: %zu documents\n", set.name.c_str(), set.articles.size());
    std::printf("%-16s %9s %9s %9s %9s   %s\n", "", "questions", "NDCG@10", "MAP",
                "P@10", "beside Xapian");
    const std::vector<Contender> all = contenders(set);
    std::vector<std::vector<Measures>> measures;
    for (const Contender& one : all) {
      measures.push_back(measure(
          set, [&](const std::string& words) { return one.engine->search(words); }));
    }
    sums.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Measures means = {mean(measures[i], &Measures::ndcg),
                              mean(measures[i], &Measures::average_precision),
                              mean(measures[i], &Measures::precision)};
      print_row(all[i].name, set.topics.size(), means.ndcg, means.average_precision,
                means.precision, compared(measures[i], measures[1]));
      sums[i].name = all[i].name;
      sums[i].sum.ndcg += means.ndcg;
      sums[i].sum.average_precision += means.average_precision;
      sums[i].sum.precision += means.precision;
    }
    std::printf("\n");
  }
  std::printf("mean of the sets\n");
  const auto count = static_cast<double>(sets.size());
  for (const auto& [name, sum] : sums) {
    print_row(name, sets.size(), sum.ndcg / count, sum.average_precision / count,
              sum.precision / count, "");
  }
}

/// A value of RankingParameters by its name.
void set_parameter(RankingParameters& parameters, std::string_view name, double value) {
  if (name == "near_window") {
    parameters.near_window = static_cast<std::uint32_t>(value);
    return;
  }
  if (name == "near_pairs") {
    parameters.near_pairs = static_cast<std::size_t>(value);
    return;
  }
  const std::pair<std::string_view, double RankingParameters::*> known[] = {
      {"k1", &RankingParameters::k1},
      {"b", &RankingParameters::b},
      {"min_length", &RankingParameters::min_length},
      {"title", &RankingParameters::title},
      {"exact", &RankingParameters::exact},
      {"near_rarity", &RankingParameters::near_rarity},
      {"nearness", &RankingParameters::nearness}};
  for (const auto& [known_name, member] : known) {
    if (name == known_name) {
      parameters.*member = value;
      return;
    }
  }
  throw std::runtime_error("No value is called '" + std::string(name) + "'.");
}

std::vector<std::string> cut(const std::string& text, char at) {
  std::istringstream stream(text);
  std::vector<std::string> parts;
  for (std::string part; std::getline(stream, part, at);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

/// One combination of values.
struct GridPoint {
  RankingParameters parameters{};
  std::string shown{};
};

// "k1=1,1.2;b=.5,.75" is four of them.
std::vector<GridPoint> grid_points(const std::string& grid) {
  std::vector<GridPoint> points(1);
  for (const std::string& axis : cut(grid, ';')) {
    const std::size_t equals = axis.find('=');
    if (equals == std::string::npos) {
      throw std::runtime_error("'" + axis + "' is no NAME=VALUE,… of a grid.");
    }
    const std::string name = axis.substr(0, equals);
    std::vector<GridPoint> finer;
    for (const GridPoint& point : points) {
      for (const std::string& value : cut(axis.substr(equals + 1), ',')) {
        finer.push_back(point);
        set_parameter(finer.back().parameters, name, std::stod(value));
        finer.back().shown += name + "=" + value + " ";
      }
    }
    points = std::move(finer);
  }
  return points;
}

void print_grid(const std::vector<JudgedSet>& sets, const std::string& grid) {
  const std::vector<GridPoint> points = grid_points(grid);
  std::vector<std::pair<double, std::string>> rows(points.size());
  for (const JudgedSet& set : sets) {
    dateline::bench::TunableDateline engine(set.articles);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto measures = measure(set, [&](const std::string& words) {
        return engine.search(words, points[i].parameters);
      });
      const double ndcg = mean(measures, &Measures::ndcg);
      rows[i].first += ndcg / static_cast<double>(sets.size());
      char shown[64];
      std::snprintf(shown, sizeof shown, "%s %.4f  ", set.name.c_str(), ndcg);
      rows[i].second += shown;
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i) rows[i].second += points[i].shown;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [ndcg, row] : rows) std::printf("%.4f  %s\n", ndcg, row.c_str());
}

int run(const std::vector<std::string>& arguments) {
  std::string names = "time,cran,cisi";
  std::string grid;
  std::string folder;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool has_value = i + 1 < arguments.size();
    if (arguments[i] == "--sets" && has_value) {
      names = arguments[++i];
    } else if (arguments[i] == "--grid" && has_value) {
      grid = arguments[++i];
    } else {
      folder = arguments[i];
    }
  }
  if (folder.empty()) throw std::runtime_error("Name the folder of the sets.");
  std::vector<JudgedSet> sets;
  for (const std::string& name : cut(names, ',')) {
    sets.push_back(dateline::bench::read_judged_set(folder, name));
  }
  if (grid.empty()) {
    print_table(sets);
  } else {
    print_grid(sets, grid);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ranking_bench: %s\n", error.what());
    return 2;
  }
}
