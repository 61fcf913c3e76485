#include "benchmarks/engines/engine.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<std::string> operands;
  IndexOptions index;
  ServeOptions serve;
};

Arguments parse_arguments(int argc, char** argv) {
  Arguments arguments;
  const std::vector<std::string> given(argv + 1, argv + argc);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string& one = given[i];
    if (one == "--exact") {
      arguments.index.exact = arguments.serve.exact = true;
    } else if (one == "--bare") {
      arguments.serve.bare = true;
    } else if (one == "--full-hits") {
      arguments.serve.full_hits = true;
    } else if (one == "--processor-time") {
      arguments.serve.processor_time = true;
    } else if (one == "--no-names") {
      arguments.index.names = false;
    } else if (one == "--stop-words") {
      arguments.index.stop_words = true;
    } else if (one == "--threads" && i + 1 < given.size()) {
      arguments.index.threads = static_cast<unsigned>(std::stoul(given[++i]));
    } else if (one.starts_with("--")) {
      throw std::runtime_error("there is no option " + one);
    } else {
      arguments.operands.push_back(one);
    }
  }
  return arguments;
}

std::vector<Question> read_questions(std::size_t count) {
  std::vector<Question> questions;
  questions.reserve(count);
  std::string line;
  while (questions.size() < count && std::getline(std::cin, line)) {
    const auto tab = line.find('\t');
    if (tab == line.npos) throw std::runtime_error("no tab in the line: " + line);
    questions.push_back(parse_question(line.substr(0, tab), line.substr(tab + 1)));
  }
  if (questions.size() < count) throw std::runtime_error("a block ends too soon");
  return questions;
}

void print(const Answer& answer, std::int64_t nanoseconds) {
  std::cout << answer.count << '\t' << nanoseconds << '\t';
  for (std::size_t i = 0; i < answer.topics.size(); ++i) {
    const auto& [value, count] = answer.topics[i];
    std::cout << (i == 0 ? "" : ";") << value << '=' << count;
  }
  std::cout << '\n';
}

void answer_block(Engine& engine, std::span<const Question> questions,
                  const ServeOptions& options) {
  std::vector<std::pair<Answer, std::int64_t>> answers;
  answers.reserve(questions.size());
  for (const Question& question : questions) {
    const Stopwatch watch(options.processor_time);
    Answer answer = engine.answer(question);
    const std::int64_t nanoseconds = watch.nanoseconds();
    answers.emplace_back(std::move(answer), nanoseconds);
  }
  for (const auto& [answer, nanoseconds] : answers) print(answer, nanoseconds);
}

void warm_up(Engine& engine, double seconds, std::span<const Question> questions) {
  const Stopwatch watch;
  int rounds = 0;
  do {
    for (const Question& question : questions) engine.answer(question);
    ++rounds;
  } while (watch.seconds() < seconds && !questions.empty());
  std::cout << "warm " << rounds << '\n';
}

void serve(Engine& engine, const ServeOptions& options) {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string order;
    double seconds = 0;
    std::size_t count = 0;
    words >> order;
    if (order == "warm") words >> seconds;
    words >> count;
    if (!words || (order != "warm" && order != "block")) {
      throw std::runtime_error("not understood: " + line);
    }
    const auto questions = read_questions(count);
    if (order == "warm") {
      warm_up(engine, seconds, questions);
    } else {
      answer_block(engine, questions, options);
    }
    std::cout.flush();
  }
}

// The most memory that this process had resident, in KiB. What getrusage() tells also
// counts the one that started it.
unsigned long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string key; status >> key;) {
    unsigned long kibibytes = 0;
    if (key == "VmHWM:" && status >> kibibytes) return kibibytes;
  }
  return 0;
}

void make_index(Engine& engine, const Arguments& arguments) {
  const std::string& folder = arguments.operands[1];
  if (fs::exists(folder)) throw std::runtime_error(folder + " exists already");
  const auto figures = engine.index(folder, arguments.operands[2], arguments.index);
  std::printf(
      "index_seconds=%.3f\nmerge_seconds=%.3f\nbytes_unmerged=%llu\npeak_kib=%lu\n",
      figures.index_seconds, figures.merge_seconds,
      static_cast<unsigned long long>(figures.bytes_unmerged), peak_memory());
}

void run(Engine& engine, const Arguments& arguments) {
  const auto& operands = arguments.operands;
  const std::string order = operands.empty() ? "" : operands[0];
  if (order == "index" && operands.size() == 3) {
    make_index(engine, arguments);
  } else if (order == "serve" && operands.size() == 2) {
    engine.open(operands[1], arguments.serve);
    serve(engine, arguments.serve);
  } else if (order == "ask" && operands.size() == 4) {
    const Question question = parse_question(operands[2], operands[3]);
    engine.open(operands[1], arguments.serve);
    std::cout << engine.answer(question).count << '\n';
  } else {
    throw std::runtime_error(
        "usage: index FOLDER ARTICLES | serve FOLDER | ask FOLDER KIND TEXT");
  }
}

std::int64_t now(bool processor_time) {
  timespec time{};
  clock_gettime(processor_time ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Question parse_question(std::string_view kind, std::string_view text) {
  static constexpr std::pair<std::string_view, QueryKind> kKinds[] = {
      {"and_count", QueryKind::kAndCount},
      {"term", QueryKind::kTerm},
      {"and", QueryKind::kAnd},
      {"or", QueryKind::kOr},
      {"phrase", QueryKind::kPhrase},
      {"range", QueryKind::kRange},
      {"prefix", QueryKind::kPrefix},
      {"facet", QueryKind::kFacet}};
  const auto* const found =
      std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& known) {
        return kind == known.first ||
               (kind.starts_with(known.first) && kind[known.first.size()] == '_');
      });
  if (found == std::end(kKinds)) {
    throw std::runtime_error("no kind of query: " + std::string(kind));
  }
  Question question{
      .kind = found->second, .words = {}, .first_day = {}, .last_day = {}};
  std::istringstream in{std::string(text)};
  for (std::string word; in >> word;) question.words.push_back(word);
  if (question.kind == QueryKind::kRange && question.words.size() == 3) {
    question.last_day = question.words[2];
    question.first_day = question.words[1];
    question.words.resize(1);
  }
  const bool all = question.kind == QueryKind::kFacet && text == "*";
  if (all) question.words.clear();
  if ((question.words.empty() && !all) ||
      (question.kind == QueryKind::kRange && question.last_day.size() != 10)) {
    throw std::runtime_error("no query: " + std::string(text));
  }
  return question;
}

bool counts_all(const Question& question, const ServeOptions& options) {
  return options.exact || question.kind == QueryKind::kAndCount;
}

std::string joined(const std::vector<std::string>& words, std::string_view between,
                   std::string_view before) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text.append(before).append(word);
  }
  return text;
}

std::string with_operators(const Question& question) {
  switch (question.kind) {
    case QueryKind::kOr:
      return joined(question.words, " OR ");
    case QueryKind::kPhrase:
      return '"' + joined(question.words, " ") + '"';
    case QueryKind::kPrefix:
      return question.words[0] + "*";
    default:
      return joined(question.words, " AND ");
  }
}

void keep_best(std::vector<std::pair<std::string, std::uint64_t>>& values) {
  const auto best = std::min(kBest, values.size());
  std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(best),
                    values.end(), [](const auto& a, const auto& b) {
                      return a.second != b.second ? a.second > b.second
                                                  : a.first < b.first;
                    });
  values.resize(best);
}

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

Stopwatch::Stopwatch(bool processor_time)
    : processor_time_(processor_time), begin_(now(processor_time)) {}

double Stopwatch::seconds() const { return static_cast<double>(nanoseconds()) / 1e9; }

std::int64_t Stopwatch::nanoseconds() const { return now(processor_time_) - begin_; }

int run_engine(Engine& engine, int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    run(engine, parse_arguments(argc, argv));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << argv[0] << ": " << error.what() << '\n';
    return 2;
  }
}

}  // namespace dateline::bench
