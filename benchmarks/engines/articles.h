// The articles that all engines index: a file of JSON Lines, which export_articles
// writes. Every engine reads the same bytes, so none gets more text than another.

#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

/// One line of the file.
struct PlainArticle {
  std::string id;
  std::string title;
  std::string body;
  std::string date;  ///< "1987-03-02"; empty: not known to the day.
  std::string source;
  std::vector<std::string> topics;

  friend bool operator==(const PlainArticle&, const PlainArticle&) = default;
};

/// `text` as a JSON string, quotes around it. It must be UTF-8.
std::string json_quoted(std::string_view text);

/// `article` as one line, without its end. Its text must be UTF-8.
std::string to_json_line(const PlainArticle& article);

/// The article of a line; `line` may be changed by it. A key that is missing is an
/// empty field, keys of other names are passed over. Throws std::runtime_error for what
/// is no JSON object or has values of other types.
PlainArticle from_json_line(const std::string& line);

/// "1987-03" of "1987-03-02"; empty of an empty date.
std::string_view month_of(std::string_view date);

/// The whole number 19870302 of "1987-03-02"; 0 of anything shorter.
int day_number(std::string_view date);

/// Reads such a file line by line; memory does not grow with it.
class ArticleFile {
 public:
  /// Throws std::runtime_error when the file cannot be read.
  explicit ArticleFile(const std::string& path);

  /// Whether there was another one. Throws std::runtime_error that names the line.
  bool next(PlainArticle& article);

 private:
  std::string path_;
  std::ifstream in_;
  std::string line_;
  std::size_t number_ = 0;
};

}  // namespace dateline::bench
