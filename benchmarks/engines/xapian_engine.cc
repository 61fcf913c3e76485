// Xapian as its own documentation shows it: TermGenerator and QueryParser, one
// database, the default flush threshold; merged is compacted.

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <unordered_map>

#include "benchmarks/engines/articles.h"
#include "benchmarks/engines/engine.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

enum Slot : Xapian::valueno { kDay, kMonth, kTopics };
constexpr char kSeparator = '\x1F';

// Counts the values of a slot that holds several of them in one string.
class TopicSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    const std::string packed = document.get_value(kTopics);
    for (std::size_t begin = 0; begin < packed.size();) {
      const auto end = std::min(packed.find(kSeparator, begin), packed.size());
      ++counts_[packed.substr(begin, end - begin)];
      begin = end + 1;
    }
  }

  std::vector<std::pair<std::string, std::uint64_t>> best() const {
    std::vector<std::pair<std::string, std::uint64_t>> values(counts_.begin(),
                                                              counts_.end());
    keep_best(values);
    return values;
  }

 private:
  std::unordered_map<std::string, std::uint64_t> counts_;
};

Xapian::Document document_of(const PlainArticle& article,
                             Xapian::TermGenerator& generator) {
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text(article.title, 1, "S");
  generator.set_termpos(0);
  generator.index_text(article.title);
  generator.increase_termpos();
  generator.index_text(article.body);
  std::string topics;
  for (const std::string& topic : article.topics) {
    document.add_boolean_term("K" + topic.substr(0, 200));
    if (!topics.empty()) topics.push_back(kSeparator);
    topics += topic;
  }
  document.add_value(kTopics, topics);
  if (!article.date.empty()) {
    document.add_value(kDay, std::to_string(day_number(article.date)));
    document.add_value(kMonth, std::string(month_of(article.date)));
  }
  document.add_boolean_term("Q" + article.id.substr(0, 200));
  // The id and the title in lines of their own.
  document.set_data(article.id + "\n" + article.title + "\n" + article.body);
  return document;
}

class XapianEngine : public Engine {
 public:
  IndexFigures index(const std::string& folder, const std::string& articles,
                     const IndexOptions&) override {
    IndexFigures figures;
    const Stopwatch whole;
    const std::string loose = folder + ".unmerged";
    fs::remove_all(loose);  // A run that was ended has left it.
    {
      Xapian::WritableDatabase database(loose,
                                        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      Xapian::TermGenerator generator;
      generator.set_stemmer(Xapian::Stem("english"));  // Keeps the words, too.
      ArticleFile file(articles);
      for (PlainArticle article; file.next(article);) {
        database.add_document(document_of(article, generator));
      }
      database.commit();
    }
    figures.index_seconds = whole.seconds();
    figures.bytes_unmerged = folder_bytes(loose);
    const Stopwatch merging;
    Xapian::Database(loose, Xapian::DB_BACKEND_GLASS).compact(folder);
    figures.merge_seconds = merging.seconds();
    fs::remove_all(loose);
    return figures;
  }

  void open(const std::string& folder, const ServeOptions& options) override {
    options_ = options;
    database_ = Xapian::Database(folder, Xapian::DB_BACKEND_GLASS);
    parser_.set_database(database_);
    if (!options.exact) {
      parser_.set_stemmer(Xapian::Stem("english"));
      parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    }
  }

  Answer answer(const Question& question) override {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_of(question));
    if (question.kind == QueryKind::kFacet) return count_facets(enquire);
    const bool all = counts_all(question, options_);
    const Xapian::MSet found =
        enquire.get_mset(0, kBest, all ? database_.get_doccount() : 0);
    if (!options_.bare) {
      for (auto hit = found.begin(); hit != found.end(); ++hit) {
        const std::string data = hit.get_document().get_data();
        const auto id_end = data.find('\n');
        title_ = data.substr(0, data.find('\n', id_end + 1));
      }
    }
    return {.count = all ? found.get_matches_estimated() : found.size()};
  }

 private:
  Xapian::Query query_of(const Question& question) {
    if (question.words.empty()) return Xapian::Query::MatchAll;
    Xapian::Query query = parser_.parse_query(
        with_operators(question),
        Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD);
    if (question.kind != QueryKind::kRange) return query;
    const Xapian::Query days(Xapian::Query::OP_VALUE_RANGE, kDay,
                             std::to_string(day_number(question.first_day)),
                             std::to_string(day_number(question.last_day)));
    return {Xapian::Query::OP_FILTER, query, days};
  }

  Answer count_facets(Xapian::Enquire& enquire) const {
    TopicSpy topics;
    Xapian::ValueCountMatchSpy months(kMonth);
    enquire.add_matchspy(&topics);
    enquire.add_matchspy(&months);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, 0, database_.get_doccount());
    for (auto one = months.top_values_begin(kBest); one != months.top_values_end(kBest);
         ++one) {
    }
    return {.count = found.get_matches_estimated(), .topics = topics.best()};
  }

  ServeOptions options_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
  std::string title_;
};

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  try {
    dateline::bench::XapianEngine engine;
    return run_engine(engine, argc, argv);
  } catch (const Xapian::Error& error) {  // No std::exception.
    std::cerr << argv[0] << ": " << error.get_description() << '\n';
    return 2;
  }
}
