// The sample articles are what they say, and the generator of larger corpora gives the
// same bytes everywhere.

#include <dateline/date.h>
#include <dateline/name.h>
#include <doctest/doctest.h>
#include <simdjson.h>
#include <sys/wait.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"

namespace {

using dateline::testing::read_file;
using dateline::testing::source_dir;
using dateline::testing::TempDir;

struct Line {
  std::string id, title, body, published, language;
  std::string duplicate_of;         // Of a truth file.
  std::vector<std::string> values;  // Of its dates.
  std::vector<std::string> surfaces;
  std::vector<std::string> kinds;
};

std::string text_of(simdjson::dom::element record, std::string_view field) {
  std::string_view value;
  if (record[field].get(value) != simdjson::SUCCESS) return {};
  return std::string(value);
}

void add_facts(simdjson::dom::element record, Line& line) {
  for (const char* list : {"names", "dates"}) {
    simdjson::dom::array facts;
    if (record[list].get(facts) != simdjson::SUCCESS) continue;
    for (const auto fact : facts) {
      if (list == std::string_view("names"))
        line.kinds.push_back(text_of(fact, "kind"));
      if (list == std::string_view("dates"))
        line.values.push_back(text_of(fact, "value"));
      line.surfaces.push_back(text_of(fact, "surface"));
    }
  }
}

/// Every line must be a JSON object.
std::vector<Line> parse_lines(std::string_view text) {
  std::vector<Line> lines;
  simdjson::dom::parser parser;
  while (!text.empty()) {
    const auto end = text.find('\n');
    REQUIRE(end != std::string_view::npos);
    const auto record = parser.parse(std::string(text.substr(0, end)));
    CAPTURE(lines.size() + 1);
    REQUIRE(record.error() == simdjson::SUCCESS);
    const simdjson::dom::element element = record.value_unsafe();
    Line line{.id = text_of(element, "id"),
              .title = text_of(element, "title"),
              .body = text_of(element, "body"),
              .published = text_of(element, "published"),
              .language = text_of(element, "language"),
              .duplicate_of = text_of(element, "duplicate_of"),
              .values = {},
              .surfaces = {},
              .kinds = {}};
    add_facts(element, line);
    lines.push_back(std::move(line));
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
  });
}

std::vector<std::filesystem::path> sample_texts() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(source_dir() / "corpus/text")) {
    files.push_back(entry.path());
  }
  return files;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

TEST_CASE("sample corpus: well formed") {
  const std::string jsonl = read_file(source_dir() / "corpus/sample.jsonl");
  CHECK(simdjson::validate_utf8(jsonl));
  std::set<std::string> ids;
  std::size_t undated = 0;
  for (const auto& line : parse_lines(jsonl)) {
    CAPTURE(line.id);
    CHECK(ids.insert(line.id).second);
    CHECK(!line.id.empty());
    CHECK(!line.title.empty());
    CHECK(!has_control_characters(line.title + line.body));
    CHECK(word_count(line.title + ' ' + line.body) >= 80);
    CHECK(word_count(line.title + ' ' + line.body) <= 350);
    if (line.published.empty()) {
      ++undated;
    } else {
      CHECK(dateline::parse_date(line.published.substr(0, 10)).has_value());
    }
    for (const auto& kind : line.kinds)
      CHECK(dateline::parse_name_kind(kind).has_value());
  }
  CHECK(undated == 1);  // One article is there to have no day.

  const auto texts = sample_texts();
  CHECK(ids.size() + texts.size() >= 80);
  for (const auto& file : texts) {
    CAPTURE(file);
    const std::string text = read_file(file);
    CHECK(simdjson::validate_utf8(text));
    CHECK(!has_control_characters(text));
    CHECK(text.find('\n') > 10);  // The title.
    CHECK(word_count(text) >= 60);
    CHECK(word_count(text) <= 350);
  }
}

TEST_CASE("sample corpus: the New Delhi group tells one story in many spellings") {
  std::string all;
  std::size_t articles = 0;
  std::size_t new_start = 0;
  const auto add = [&](const std::string& text) {
    ++articles;
    new_start += text.find("New START") != std::string::npos ||
                 text.find("NEW START") != std::string::npos;
    all += text + '\n';
  };
  for (const auto& line :
       parse_lines(read_file(source_dir() / "corpus/sample.jsonl"))) {
    if (line.id.starts_with("delhi-")) add(line.title + '\n' + line.body);
  }
  for (const auto& file : sample_texts()) {
    if (file.filename().string().starts_with("delhi-")) add(read_file(file));
  }
  CHECK(articles >= 12);
  CHECK(new_start == articles);
  for (const char* spelling : {"Sergei Lavrov",
                               "Sergey Lavrov",
                               "SERGEY LAVROV",
                               "Kyiv",
                               "Kiev",
                               "Zelensky ",
                               "Zelenskyy",
                               "G20",
                               "G-20",
                               "Group of 20",
                               "New START",
                               "New START Treaty",
                               "NEW START TREATY",
                               "U.S.",
                               " US ",
                               "United States",
                               "face-to-face",
                               "2 March 2023",
                               "March 2, 2023",
                               "Feb. 24, 2022",
                               "24 February 2022",
                               "2023-02-21",
                               "December 2018",
                               "1990s",
                               "Paul Whelan"}) {
    CAPTURE(spelling);
    CHECK(all.find(spelling) != std::string::npos);
  }
}

TEST_CASE("sample corpus: the languages") {
  std::map<std::string, int> languages;
  for (const auto& line :
       parse_lines(read_file(source_dir() / "corpus/sample.jsonl"))) {
    ++languages[line.language];
  }
  for (const char* language : {"de", "fr", "es", "ru"}) CHECK(languages[language] == 1);
}

/// Runs make_corpus; its exit code.
int make_corpus(const std::string& arguments, const std::string& output) {
  const std::string command = std::string("'") + DATELINE_MAKE_CORPUS + "' " +
                              arguments + " > '" + output + "' 2> /dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

std::string made_corpus(const std::string& arguments) {
  const TempDir folder;
  const std::string file = folder / "corpus.jsonl";
  REQUIRE(make_corpus(arguments, file) == 0);
  return read_file(file);
}

TEST_CASE("made corpus: the same bytes on every machine") {
  const std::string corpus = made_corpus("--articles 1000 --seed 1");
  // Benchmarks name corpora by their options: when this changes, so do their figures.
  CHECK(XXH3_64bits(corpus.data(), corpus.size()) == 11798727131103539396u);
  CHECK(made_corpus("--articles 1000 --seed 2") != corpus);

  const TempDir folder;
  const std::string truth = folder / "truth.jsonl";
  CHECK(made_corpus("--articles 1000 --truth '" + truth + "'") == corpus);
}

TEST_CASE("made corpus: lines, dates, lengths") {
  const auto lines = parse_lines(
      made_corpus("--articles 2000 --from 2019-03-01 --to 2020-02-29 --mean-words 120 "
                  "--duplicates 10"));
  REQUIRE(lines.size() == 2000);
  std::set<std::string> ids;
  std::size_t words = 0;
  std::set<std::string> months;
  for (const auto& line : lines) {
    CHECK(ids.insert(line.id).second);
    CHECK(dateline::parse_date(line.published.substr(0, 10)).has_value());
    CHECK(line.published >= "2019-03-01");
    CHECK(line.published < "2020-03-01");
    CHECK(!line.title.empty());
    months.insert(line.published.substr(0, 7));
    words += word_count(line.body);
  }
  CHECK(months.size() == 12);
  CHECK(words / lines.size() >= 108);
  CHECK(words / lines.size() <= 132);
}

TEST_CASE("made corpus: word frequencies follow Zipf's law") {
  std::map<std::string, std::size_t> counts;
  for (const auto& line : parse_lines(made_corpus("--articles 2000 --seed 5"))) {
    std::string word;
    for (const char c : line.body + ' ') {
      if (c >= 'a' && c <= 'z') {
        word += c;
      } else if (!word.empty()) {
        ++counts[word];
        word.clear();
      }
    }
  }
  std::vector<std::size_t> by_rank;
  for (const auto& [word, count] : counts) by_rank.push_back(count);
  std::sort(by_rank.rbegin(), by_rank.rend());
  REQUIRE(by_rank.size() > 20'000);
  // Ten times the rank, a tenth of the count, within a factor of two.
  for (const std::size_t rank : {10UL, 100UL, 1000UL}) {
    CAPTURE(rank);
    const auto ratio = by_rank[rank - 1] / by_rank[10 * rank - 1];
    CHECK(ratio >= 5);
    CHECK(ratio <= 20);
  }
}

std::set<std::string> distinct_words(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

double overlap(const std::string& a, const std::string& b) {
  const auto left = distinct_words(a);
  const auto right = distinct_words(b);
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  const auto all = left.size() + right.size() - both.size();
  return static_cast<double>(both.size()) / static_cast<double>(all);
}

TEST_CASE("made corpus: the truth agrees with the text") {
  const TempDir folder;
  const std::string truth_file = folder / "truth.jsonl";
  const auto lines = parse_lines(
      made_corpus("--articles 3000 --duplicates 20 --truth '" + truth_file + "'"));
  const auto truths = parse_lines(read_file(truth_file));
  REQUIRE(truths.size() == lines.size());

  std::map<std::string, const Line*> by_id;
  for (const auto& line : lines) by_id[line.id] = &line;
  std::size_t copies = 0;
  double copies_overlap = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CAPTURE(lines[i].id);
    const auto& truth = truths[i];
    REQUIRE(truth.id == lines[i].id);
    CHECK(truth.published == lines[i].published.substr(0, 10));
    const std::string text = lines[i].title + '\n' + lines[i].body;
    for (const auto& surface : truth.surfaces) {
      CAPTURE(surface);
      CHECK(text.find(surface) != std::string::npos);
    }
    for (const auto& value : truth.values) {
      CAPTURE(value);
      CHECK((value.size() == 3 || dateline::parse_date(value).has_value()));
    }
    for (const auto& kind : truth.kinds)
      CHECK(dateline::parse_name_kind(kind).has_value());
    if (truth.duplicate_of.empty()) continue;
    ++copies;
    REQUIRE(by_id.contains(truth.duplicate_of));
    const Line& original = *by_id[truth.duplicate_of];
    CHECK(original.published <= lines[i].published);
    CHECK(original.body != lines[i].body);
    copies_overlap += overlap(original.body, lines[i].body);
  }
  CHECK(copies > 3000 * 17 / 100);
  CHECK(copies < 3000 * 23 / 100);
  CHECK(copies_overlap / static_cast<double>(copies) > 0.7);
  CHECK(overlap(lines[0].body, lines[1].body) < 0.4);
}

TEST_CASE("made corpus: wrong options are named") {
  const TempDir folder;
  const std::string output = folder / "output";
  for (const char* arguments :
       {"--articles", "--articles 0", "--articles 12x", "--seed -1",
        "--from 2023-02-29", "--from 2023-3-1", "--to 1999-01-01", "--duplicates 91",
        "--mean-words ''", "--fast", "more", "--truth /nowhere/at/all"}) {
    CAPTURE(arguments);
    CHECK(make_corpus(arguments, output) == 2);
  }
  CHECK(make_corpus("--help", output) == 0);
  CHECK(read_file(output).find("--articles N") != std::string::npos);
  CHECK(make_corpus("--articles 5", "/dev/full") == 2);
}

}  // namespace
