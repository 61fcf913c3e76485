#include "benchmarks/bench_articles.h"

#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string_view>
#include <utility>

namespace dateline::bench {
namespace {

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

void add_reuters(std::string_view file, Articles& articles) {
  for (auto at = file.find("<BODY>"); at != file.npos; at = file.find("<BODY>", at)) {
    at += 6;
    const auto end = file.find("</BODY>", at);
    articles.add(decoded(file.substr(at, end - at)));
  }
}

/// Pieces of about an article's length, each ending at a line end.
void add_plain(std::string_view file, Articles& articles) {
  constexpr std::size_t kAbout = 3'000;
  while (!file.empty()) {
    const auto line_end = file.find('\n', kAbout);
    const auto size = line_end == file.npos ? file.size() : line_end + 1;
    articles.add(std::string(file.substr(0, size)));
    file.remove_prefix(size);
  }
}

bool add_file(const std::string& path, Articles& articles) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    return false;
  }
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  if (path.ends_with(".sgm")) {
    add_reuters(file, articles);
  } else {
    add_plain(file, articles);
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

void add_made_up(Articles& articles) {
  std::mt19937 random(20230302);
  const auto words = make_words(random);
  for (int i = 0; i < 3'000; ++i) articles.add(make_article(words, random));
}

}  // namespace

void Articles::add(std::string text) {
  if (text.empty()) return;
  bytes += static_cast<std::int64_t>(text.size());
  texts.push_back(std::move(text));
}

bool read_articles(int argc, char** argv, Articles& articles) {
  for (int i = 1; i < argc; ++i)
    if (!add_file(argv[i], articles)) return false;
  if (articles.texts.empty()) add_made_up(articles);
  return true;
}

}  // namespace dateline::bench
