// What the tests of the readers of labelled corpora share.

#pragma once

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpora/labelled_article.h"

namespace dateline::testing {

using corpora::LabelledArticle;
using corpora::LabelledMention;
using corpora::TokenSpan;
using Articles = std::vector<LabelledArticle>;

// "person:Antony Blinken, ~place:Russian" of one article; ^ in the title.
inline std::string names_of(const LabelledArticle& article) {
  std::string all;
  for (const LabelledMention& mention : article.mentions) {
    if (!all.empty()) all += ", ";
    if (mention.in_title) all += '^';
    if (mention.is_demonym) all += '~';
    all += to_string(mention.kind);
    all += ':';
    all += surface_of(article, mention);
    if (!mention.link.empty()) all += "=" + mention.link;
  }
  return all;
}

inline std::string names_of(const Articles& articles) {
  std::string all;
  for (const LabelledArticle& article : articles) all += names_of(article) + " | ";
  return all;
}

// What a reader says of a damaged file, without its path.
template <typename Read>
std::string complaint(Read read, const std::filesystem::path& path) {
  try {
    read(path);
  } catch (const Error& error) {
    const std::string_view sentence = error.what();
    const std::string quoted = "'" + path.string() + "'";
    return std::string(sentence.starts_with(quoted) ? sentence.substr(quoted.size())
                                                    : sentence);
  }
  return "";
}

struct Counts {
  std::size_t articles = 0, lines = 0, tokens = 0;
  std::size_t person = 0, org = 0, place = 0, thing = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Counts& c) {
    return out << c.articles << " articles " << c.lines << " lines " << c.tokens
               << " tokens, person " << c.person << " org " << c.org << " place "
               << c.place << " thing " << c.thing;
  }
};

inline Counts counted(const Articles& articles) {
  Counts counts{.articles = articles.size()};
  for (const LabelledArticle& article : articles) {
    counts.lines += static_cast<std::size_t>(std::ranges::count(article.body, '\n'));
    counts.tokens += article.tokens.size();
    for (const LabelledMention& mention : article.mentions) {
      std::size_t* const by_kind[] = {&counts.person, &counts.org, &counts.place,
                                      &counts.thing};
      ++*by_kind[static_cast<std::size_t>(mention.kind)];
    }
  }
  return counts;
}

// What must hold of every article of every reader.
inline void check_spans(const Articles& articles) {
  for (const LabelledArticle& article : articles) {
    CAPTURE(article.id);
    std::array<std::size_t, 2> end{};
    bool in_title = true;
    bool spans_in_order = true;
    for (const LabelledMention& mention : article.mentions) {
      const std::string& text = mention.in_title ? article.title : article.body;
      spans_in_order &= end[mention.in_title] <= mention.begin &&
                        mention.begin < mention.end && mention.end <= text.size() &&
                        (in_title || !mention.in_title);
      end[mention.in_title] = mention.end;
      in_title = mention.in_title;
    }
    REQUIRE(spans_in_order);
    std::size_t token_end = 0;
    bool tokens_in_order = true;
    for (const TokenSpan& token : article.tokens) {
      tokens_in_order &= token_end <= token.begin && token.begin < token.end;
      token_end = token.end;
    }
    REQUIRE(tokens_in_order);
    REQUIRE(token_end <= article.body.size());
  }
}

}  // namespace dateline::testing
