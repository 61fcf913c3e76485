#include "benchmarks/judged_set.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("Cannot read " + path + ".");
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_word_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || (c & '\x80') != 0;
}

// "017" and "17" name one document.
std::string number(std::string_view text) {
  const std::size_t first = text.find_first_of("123456789");
  if (first == std::string_view::npos) throw std::runtime_error("A number is missing.");
  return std::string(
      text.substr(first, text.find_first_not_of("0123456789", first) - first));
}

/// A record of a file in the format of SMART: ".I 12", then ".T" and lines of text, …
struct SmartRecord {
  std::string id;
  std::map<char, std::string> fields;
};

std::vector<SmartRecord> read_smart(const std::string& path) {
  std::istringstream lines(read_file(path));
  std::vector<SmartRecord> records;
  std::string* field = nullptr;
  for (std::string line; std::getline(lines, line);) {
    const bool is_mark = line.size() >= 2 && line[0] == '.' && line[1] >= 'A' &&
                         line[1] <= 'Z' && (line.size() == 2 || line[2] == ' ');
    if (is_mark && line[1] == 'I') {
      records.push_back({number(line), {}});
      field = nullptr;
    } else if (is_mark && !records.empty()) {
      field = &records.back().fields[line[1]];
    } else if (field != nullptr) {
      *field += line + '\n';
    }
  }
  return records;
}

/// The title of a record, and the text without the title that it begins with.
Article smart_article(SmartRecord& record) {
  Article article{.id = record.id};
  article.title = std::move(record.fields['T']);
  while (article.title.ends_with('\n')) article.title.pop_back();
  article.body = std::move(record.fields['W']);
  if (article.body.starts_with(article.title))
    article.body.erase(0, article.title.size());
  std::replace(article.title.begin(), article.title.end(), '\n', ' ');
  return article;
}

std::vector<Article> smart_articles(const std::string& path) {
  std::vector<Article> articles;
  for (SmartRecord& record : read_smart(path)) {
    Article article = smart_article(record);
    if (!article.title.empty() || !article.body.empty()) {
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

std::vector<Topic> smart_topics(const std::string& path) {
  std::vector<Topic> topics;
  for (SmartRecord& record : read_smart(path)) {
    topics.push_back({record.id, std::move(record.fields['W']), {}});
  }
  return topics;
}

// Gives each judgement, by the id of its topic, to that topic. `judge` reads a line.
struct Judgement {
  std::string topic;
  std::string document;
  double gain = 1;
};
void add_judgements(const std::string& path,
                    const std::function<Judgement(std::istream&)>& judge,
                    std::vector<Topic>& topics) {
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::istringstream words(line);
    const Judgement judged = judge(words);
    const auto topic = std::find_if(topics.begin(), topics.end(), [&](const Topic& t) {
      return t.id == judged.topic;
    });
    if (topic == topics.end()) {
      throw std::runtime_error(path + " judges for no question: " + line);
    }
    topic->judged[number(judged.document)] = judged.gain;
  }
}

// The parts of a file that begin with lines of `mark`, without it: first line and rest.
std::vector<std::pair<std::string, std::string>> marked_parts(const std::string& path,
                                                              std::string_view mark) {
  std::istringstream lines(read_file(path));
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("*STOP")) break;
    if (line.starts_with(mark)) {
      parts.emplace_back(line.substr(mark.size()), "");
    } else if (!parts.empty() && !line.empty()) {
      parts.back().second += line + '\n';
    }
  }
  return parts;
}

JudgedSet read_time(const std::string& folder) {
  JudgedSet set{.name = "time", .articles = {}, .topics = {}};
  for (auto& [head, text] : marked_parts(folder + "/TIME.ALL", "*TEXT ")) {
    set.articles.push_back({.id = number(head), .title = {}, .body = std::move(text)});
  }
  for (auto& [head, text] : marked_parts(folder + "/TIME.QUE", "*FIND")) {
    set.topics.push_back({number(head), std::move(text), {}});
  }
  add_judgements(
      folder + "/TIME.qrels.corrected",
      [](std::istream& words) {
        Judgement judged;
        std::string unused;
        words >> judged.topic >> unused >> judged.document >> judged.gain;
        return judged;
      },
      set.topics);
  return set;
}

JudgedSet read_cranfield(const std::string& folder) {
  JudgedSet set{.name = "cran",
                .articles = smart_articles(folder + "/cran.all.1400"),
                .topics = smart_topics(folder + "/cran.qry")};
  // Judgements count the questions from 1; their own numbers have gaps.
  for (std::size_t i = 0; i < set.topics.size(); ++i) {
    set.topics[i].id = std::to_string(i + 1);
  }
  add_judgements(
      folder + "/cranqrel",
      [](std::istream& words) {
        Judgement judged;
        double degree = 0;
        words >> judged.topic >> judged.document >> degree;
        judged.gain = degree >= 1 && degree <= 4 ? 5 - degree : 0;
        return judged;
      },
      set.topics);
  return set;
}

JudgedSet read_cisi(const std::string& folder) {
  JudgedSet set{.name = "cisi",
                .articles = smart_articles(folder + "/CISI.ALL"),
                .topics = smart_topics(folder + "/CISI.QRY")};
  add_judgements(
      folder + "/CISI.REL",
      [](std::istream& words) {
        Judgement judged;
        words >> judged.topic >> judged.document;
        return judged;
      },
      set.topics);
  return set;
}

bool is_operator(std::string_view word) {
  constexpr std::array<std::string_view, 6> kOperators = {"AND",  "OR",  "NOT",
                                                          "NEAR", "ADJ", "XOR"};
  return std::find(kOperators.begin(), kOperators.end(), word) != kOperators.end();
}

}  // namespace

JudgedSet read_judged_set(const std::string& folder, std::string_view name) {
  const std::string own = folder + "/" + std::string(name);
  JudgedSet set;
  if (name == "time") {
    set = read_time(own);
  } else if (name == "cran") {
    set = read_cranfield(own);
  } else if (name == "cisi") {
    set = read_cisi(own);
  } else {
    throw std::runtime_error("No set is called '" + std::string(name) +
                             "'; there are time, cran and cisi.");
  }
  std::erase_if(set.topics,
                [](const Topic& topic) { return relevant_in(topic.judged) == 0; });
  return set;
}

std::string plain_words(std::string_view text) {
  std::string spaced(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside = i > 0 && i + 1 < text.size() && is_word_byte(text[i - 1]) &&
                        is_word_byte(text[i + 1]);
    const bool kept =
        is_word_byte(text[i]) || (inside && (text[i] == '\'' || text[i] == '.'));
    if (!kept) spaced[i] = ' ';
  }
  std::istringstream words(spaced);
  std::string result;
  for (std::string word; words >> word;) {
    if (is_operator(word)) continue;
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

}  // namespace dateline::bench
