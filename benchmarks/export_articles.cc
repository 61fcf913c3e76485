// Writes what ArticleReader reads as JSON Lines that every engine of the comparison
// indexes (engines/articles.h).
//
//   export_articles [--repeat N] [--limit N] PATH… > articles.jsonl
//
// With --repeat the articles come N times, with other ids. Articles with neither title
// nor body are left out, and so are ids that came before; a sentence on standard error
// tells how many.

#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

#include "benchmarks/engines/articles.h"

namespace dateline::bench {
namespace {

struct Arguments {
  unsigned long repeat = 1;
  unsigned long limit = std::numeric_limits<unsigned long>::max();
  std::vector<std::string> paths;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string one = argv[i];
    if ((one == "--repeat" || one == "--limit") && i + 1 < argc) {
      (one == "--repeat" ? arguments.repeat : arguments.limit) = std::stoul(argv[++i]);
    } else if (one.starts_with("--")) {
      throw std::runtime_error("there is no option " + one);
    } else {
      arguments.paths.push_back(one);
    }
  }
  if (arguments.paths.empty()) throw std::runtime_error("no PATH was given");
  return arguments;
}

PlainArticle plain(Article article) {
  PlainArticle one;
  one.id = std::move(article.id);
  one.title = std::move(article.title);
  one.body = std::move(article.body);
  const Date day = article.published.date;
  if (day && precision(day) == DatePrecision::kDay) one.date = to_string(day);
  one.source = std::move(article.source);
  one.topics = std::move(article.topics);
  return one;
}

class Exporter {
 public:
  explicit Exporter(const Arguments& arguments) : arguments_(arguments) {}

  void write_all() {
    for (unsigned long copy = 0; copy < arguments_.repeat; ++copy) write(copy);
    std::fprintf(stderr, "%lu articles, %lu left out\n", written_, left_out_);
  }

 private:
  void write(unsigned long copy) {
    ArticleReader reader(arguments_.paths);
    Article article;
    for (unsigned long n = 0; n < arguments_.limit && reader.next(article); ++n) {
      PlainArticle one = plain(std::move(article));
      if (one.id.empty()) one.id = "article" + std::to_string(n);
      if (copy > 0) one.id += "#" + std::to_string(copy + 1);
      if ((one.title.empty() && one.body.empty()) || !ids_.insert(one.id).second) {
        ++left_out_;
        continue;
      }
      std::puts(to_json_line(one).c_str());
      ++written_;
    }
  }

  const Arguments& arguments_;
  std::unordered_set<std::string> ids_;
  unsigned long written_ = 0;
  unsigned long left_out_ = 0;
};

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  try {
    dateline::bench::Exporter(dateline::bench::parse(argc, argv)).write_all();
    return std::fflush(stdout) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "export_articles: " << error.what() << '\n';
    return 2;
  }
}
