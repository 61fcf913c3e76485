// A news article whose names and dates are marked by hand; README.md in corpus/gold/
// has the format.
//
//   std::vector<GoldProblem> problems;
//   const GoldArticle article = read_gold_article("corpus/gold/train/x.txt", problems);
//   for (const GoldName& name : article.names)
//     use(article.entities[name.entity].name, name.surface);

#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/timex.h"

namespace dateline::corpus {

enum class GoldKind { person, org, place, thing };
inline constexpr std::string_view kGoldKinds[] = {"person", "org", "place", "thing"};

enum class GoldRegion {
  title,
  subhead,
  body,
  list,
  caption,
  credit,
  reference,
  related,
  furniture
};
inline constexpr std::string_view kGoldRegions[] = {
    "title",  "subhead",   "body",    "list",     "caption",
    "credit", "reference", "related", "furniture"};

/// What is wrong with a file, in a sentence.
struct GoldProblem {
  std::string file;
  std::size_t line;  ///< From 1.
  std::string sentence;
  bool note = false;  ///< Only to be looked at: it may be right.
};

/// Who or what is named. (kind, name) is its identity over all files.
struct GoldEntity {
  std::string key;  ///< Of this file alone.
  GoldKind kind;
  std::string name;  ///< "Jordan Tate (footballer)"
  std::size_t line;
};

/// Bytes begin to end of GoldArticle::title or, if not in_title, of its body.
struct GoldSpan {
  bool in_title;
  std::size_t begin, end;
};

struct GoldName {
  GoldSpan span;
  std::string surface;
  std::size_t entity;  ///< Index in GoldArticle::entities.
  bool demonym;        ///< "Russian" for Russia.
  std::size_t line;
};

struct GoldDate {
  GoldSpan span;
  std::string surface;
  Timex timex;
  std::size_t line;
};

/// A line of text: a paragraph.
struct GoldLine {
  GoldRegion region;
  GoldSpan span;
  std::size_t line;
};

/// A line in the header that lists surfaces.
struct GoldSurfaces {
  std::vector<std::string> surfaces;
  std::size_t line = 0;

  bool contains(std::string_view surface) const;
};

/// Plain data; absent header fields are empty. `names` and `dates` are in text order.
struct GoldArticle {
  std::string file;
  std::string source, topic, manner, language, url;
  std::vector<std::string> authors;
  std::chrono::year_month_day published{};  ///< Not ok() if missing or wrong.
  GoldSurfaces unmarked;                    ///< Are also said without being the name.
  GoldSurfaces shared;                      ///< Stand for more than one entity.
  std::vector<GoldEntity> entities;
  std::string title;  ///< Without markup.
  std::string body;   ///< All lines but the title, '\n' between them.
  std::vector<GoldLine> lines;
  std::vector<GoldName> names;
  std::vector<GoldDate> dates;

  std::string_view text_at(const GoldSpan& span) const {
    return std::string_view(span.in_title ? title : body)
        .substr(span.begin, span.end - span.begin);
  }
};

/// Parses `text`. Everything that breaks the format is appended to `problems`, under
/// `file`; the article then has what could be read.
GoldArticle parse_gold_article(std::string_view text, std::string file,
                               std::vector<GoldProblem>& problems);

/// Reads and parses a file. One that cannot be read is a problem too.
GoldArticle read_gold_article(const std::filesystem::path& path,
                              std::vector<GoldProblem>& problems);

}  // namespace dateline::corpus
