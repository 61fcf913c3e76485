// check_gold: are the gold articles well formed, and do they agree with themselves?

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/gold_article.h"
#include "corpus/gold_checks.h"

namespace {

using namespace dateline::corpus;
using std::string_view;

constexpr string_view kUsage =
    "usage: check_gold [FILE|FOLDER...]\n"
    "\n"
    "Checks annotated articles: those in corpus/gold of the source tree, or the "
    "given.\n"
    "Prints what is wrong as FILE:LINE: SENTENCE, then `note:` lines on what may be, "
    "or\n"
    "counts if nothing is wrong.\n"
    "\n"
    "exit status: 0 nothing is wrong, 1 something is, 2 it could not be told\n";

/// What lies beside the articles: how they are written, and the pairs of names.
bool is_article(const std::filesystem::path& path) {
  return path.filename() != "README.md" && path.extension() != ".tsv";
}

/// The files given, and those in folders given, by name.
std::vector<std::filesystem::path> files_of(const std::vector<std::string>& arguments) {
  std::vector<std::filesystem::path> files;
  for (const std::string& argument : arguments) {
    if (!std::filesystem::is_directory(argument)) {
      files.emplace_back(argument);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argument)) {
      if (entry.is_regular_file() && is_article(entry.path())) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::size_t count_words(string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

/// The rows of the table, for some of the articles.
class Counts {
 public:
  void add(const GoldArticle& article) {
    ++articles_;
    words_ += count_words(article.title) + count_words(article.body);
    for (const auto& entity : article.entities) {
      entities_.emplace(entity.kind, entity.name);
    }
    for (const auto& name : article.names) {
      ++names_[static_cast<int>(article.entities[name.entity].kind)];
      demonyms_ += name.demonym;
    }
    for (const auto& date : article.dates) ++dates_[static_cast<int>(date.timex.type)];
    for (const auto& line : article.lines) ++regions_[static_cast<int>(line.region)];
  }

  std::vector<std::pair<std::string, std::size_t>> rows() const {
    std::vector<std::pair<std::string, std::size_t>> rows = {
        {"articles", articles_}, {"words", words_}, {"entities", entities_.size()}};
    const auto add_all = [&](string_view what, const auto& words, const auto& counts) {
      for (std::size_t i = 0; i < std::size(words); ++i) {
        rows.emplace_back(std::string(what) + std::string(words[i]), counts[i]);
      }
    };
    add_all("names: ", kGoldKinds, names_);
    rows.emplace_back("  of these, demonyms", demonyms_);
    add_all("dates: ", kTimexTypes, dates_);
    add_all("lines: ", kGoldRegions, regions_);
    return rows;
  }

 private:
  std::size_t articles_ = 0;
  std::size_t words_ = 0;
  std::size_t demonyms_ = 0;
  std::set<std::pair<GoldKind, std::string>> entities_;
  std::size_t names_[std::size(kGoldKinds)] = {};
  std::size_t dates_[std::size(kTimexTypes)] = {};
  std::size_t regions_[std::size(kGoldRegions)] = {};
};

void print_table(const Counts& train, const Counts& heldout, const Counts& all) {
  std::printf("%-20s %8s %8s %8s\n", "", "train", "heldout", "all");
  const auto left = train.rows();
  const auto middle = heldout.rows();
  const auto right = all.rows();
  for (std::size_t i = 0; i < right.size(); ++i) {
    std::printf("%-20s %8zu %8zu %8zu\n", right[i].first.c_str(), left[i].second,
                middle[i].second, right[i].second);
  }
}

void print(const GoldProblem& problem) {
  std::printf("%s:%zu: %s%s\n", problem.file.c_str(), problem.line,
              problem.note ? "note: " : "", problem.sentence.c_str());
}

int run(const std::vector<std::string>& arguments) {
  std::vector<GoldProblem> problems;
  GoldCorpusCheck corpus(problems);
  Counts train, heldout, all;
  const auto files = files_of(arguments);
  if (files.empty()) throw std::runtime_error("There are no articles.");
  for (const auto& file : files) {
    const auto known_problems = problems.size();
    const GoldArticle article = read_gold_article(file, problems);
    if (problems.size() == known_problems) check_gold_article(article, problems);
    corpus.add(article);
    all.add(article);
    const auto folder = file.parent_path().filename();
    if (folder == "train") train.add(article);
    if (folder == "heldout") heldout.add(article);
  }
  const auto first_note = std::stable_partition(problems.begin(), problems.end(),
                                                [](const auto& p) { return !p.note; });
  for (const auto& problem : problems) print(problem);
  if (first_note != problems.begin()) return 1;
  print_table(train, heldout, all);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  for (const std::string& argument : arguments) {
    if (argument == "--help") {
      std::fputs(kUsage.data(), stdout);
      return 0;
    }
    if (argument.starts_with('-')) {
      std::fprintf(stderr, "check_gold: There is no option '%s'. Try --help.\n",
                   argument.c_str());
      return 2;
    }
  }
  if (arguments.empty()) arguments = {DATELINE_GOLD_FOLDER};
  try {
    const int status = run(arguments);
    if (std::fflush(stdout) == 0) return status;
    std::fprintf(stderr, "check_gold: The output could not be written.\n");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "check_gold: %s\n", error.what());
  }
  return 2;
}
