// Runs a libFuzzer target without libFuzzer: on the files of its saved corpus, and on
// as many seeded mutations of them as are asked for. The same inputs on every machine,
// so that every build, sanitized or not, tests a little of what fuzzing does at length.
//
//   replay_TARGET MUTATIONS FOLDER [--dictionary FILE] [--seeds FILE] [--keep FILE]
//
// --seeds names a file that lists others to begin with, one a line.
// A fault ends the program, as it does under libFuzzer. --keep writes each input to
// FILE before it is run: then FILE holds the one at fault.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// Bytes of a mutation, where no seed is longer; as of libFuzzer's own.
constexpr std::size_t kLongest = 4096;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// By name, so that they come in the same order everywhere.
std::vector<std::string> read_folder(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const auto& path : paths) inputs.push_back(read_file(path));
  return inputs;
}

// A file that is not there would be one that is not tried.
void add_listed(const std::string& list, std::vector<std::string>& inputs) {
  std::ifstream lines(list);
  for (std::string path; std::getline(lines, path);) {
    inputs.push_back(read_file(path));
    if (!inputs.back().empty()) continue;
    std::cerr << list << " names " << path << ", which is empty or not there\n";
    std::exit(2);
  }
}

// A word with its \xAB as bytes, the one escape that is used.
std::string unescaped(const std::string& text) {
  std::string word;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text.compare(at, 2, "\\x") == 0 && at + 4 <= text.size();
    word += escape ? static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16))
                   : text[at];
    if (escape) at += 3;
  }
  return word;
}

// What stands between quotation marks, one a line.
std::vector<std::string> read_dictionary(const std::string& path) {
  std::vector<std::string> words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t begin = line.find('"');
    const std::size_t end = line.rfind('"');
    if (line.starts_with('#') || begin == line.npos || end == begin) continue;
    words.push_back(unescaped(line.substr(begin + 1, end - begin - 1)));
  }
  return words;
}

class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, std::vector<std::string> words)
      : seeds_(std::move(seeds)), words_(std::move(words)) {
    if (seeds_.empty()) seeds_.emplace_back();
    for (const std::string& seed : seeds_) longest_ = std::max(longest_, seed.size());
  }

  std::string next() {
    std::string input = seeds_[below(seeds_.size())];
    for (std::size_t changes = 1 + below(5); changes > 0; --changes) change(input);
    if (input.size() > longest_) input.resize(longest_);
    return input;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  std::size_t place(const std::string& input) { return below(input.size() + 1); }

  // A piece of some seed, a word of the dictionary, or a byte.
  std::string piece() {
    const std::size_t choice = below(3);
    if (choice == 0 && !words_.empty()) return words_[below(words_.size())];
    if (choice == 1) {
      const std::string& seed = seeds_[below(seeds_.size())];
      const std::size_t begin = place(seed);
      return seed.substr(begin, 1 + below(64));
    }
    return std::string(1, static_cast<char>(below(256)));
  }

  void change(std::string& input) {
    const std::size_t at = place(input);
    switch (below(5)) {
      case 0:
        input.insert(at, piece());
        break;
      case 1:
        input.erase(at, 1 + below(16));
        break;
      case 2:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 3:
        input.replace(at, std::min(input.size() - at, below(16)), piece());
        break;
      default:  // Over and over.
        const std::string again = input.substr(at, 1 + below(32));
        for (std::size_t times = 1 + below(8); times > 0; --times) {
          input.insert(at, again);
        }
    }
  }

  // Its numbers are laid down by the standard; those of distributions are not.
  std::mt19937 random_{20230302};
  std::size_t longest_ = kLongest;
  std::vector<std::string> seeds_;
  std::vector<std::string> words_;
};

struct Arguments {
  std::size_t mutations = 0;
  std::string folder;
  std::string dictionary{};
  std::string seeds{};
  std::string keep{};
};

void run(const std::string& input, const Arguments& arguments) {
  if (!arguments.keep.empty()) {
    std::ofstream(arguments.keep, std::ios::binary) << input;
  }
  // A copy of exactly these bytes, so that a sanitizer sees what reads beyond them.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  if (given.size() < 2 || given.size() % 2 != 0) {
    std::cerr << "replay_TARGET MUTATIONS FOLDER [--dictionary FILE] [--seeds FILE] "
                 "[--keep FILE]\n";
    return 2;
  }
  Arguments arguments{std::strtoul(given[0].c_str(), nullptr, 10), given[1]};
  for (std::size_t i = 2; i < given.size(); i += 2) {
    std::string& value = given[i] == "--keep"    ? arguments.keep
                         : given[i] == "--seeds" ? arguments.seeds
                                                 : arguments.dictionary;
    value = given[i + 1];
  }
  std::vector<std::string> seeds = read_folder(arguments.folder);
  add_listed(arguments.seeds, seeds);
  for (const std::string& seed : seeds) run(seed, arguments);
  Mutator mutator(seeds, read_dictionary(arguments.dictionary));
  for (std::size_t i = 0; i < arguments.mutations; ++i) run(mutator.next(), arguments);
  std::cout << seeds.size() << " files, " << arguments.mutations << " mutations\n";
  return 0;
}
