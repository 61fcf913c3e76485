// How fast articles become an index, and how large it is: IndexWriter beside what one
// would write with Xapian alone, on the same articles, turn by turn.
//
//   index_bench [--rounds N] [--jobs N] [--segment BYTES] [--only NAME] [--folder DIR]
//               PATH…
//
//   writer       IndexWriter: words, names and dates, segments, merge, sync
//   api          the same with segments through Xapian's API
//   xapian       one database, as one would write it with Xapian alone: TermGenerator
//                with the English stemmer for title and body, the same names, dates and
//                metadata as boolean terms, the same stored record, commit
//   words        IndexWriter without looking for names and dates
//   xapian-words the like with Xapian alone
//
// PATH is what ArticleReader reads. All of it is read first, so that only indexing is
// measured. Every round runs each once; the spread over the rounds is printed, by the
// clock and by the processor's time, which other work on the machine disturbs less.

#include <dateline/annotate.h>
#include <dateline/article_reader.h>
#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_record.h"
#include "index/schema.h"

namespace {

namespace fs = std::filesystem;
using dateline::Article;
using dateline::Field;
namespace schema = dateline::schema;

struct Arguments {
  int rounds = 3;
  unsigned jobs = 0;
  std::size_t segment_bytes = dateline::IndexWriterOptions{}.segment_bytes;
  std::string only;
  std::string folder = fs::temp_directory_path().string();
  std::vector<std::string> paths;
};

/// One way of indexing, and what it took.
struct Contender {
  std::string name;
  std::string base;  // The contender it is measured against.
  std::function<void(const std::string& path)> build;
  std::vector<double> by_clock{};      // MB/s
  std::vector<double> by_processor{};  // MB a second of processor time
  std::uint64_t bytes_on_disk = 0;
  std::uint64_t bytes_compacted = 0;
};

std::vector<Article> articles;

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double text_megabytes() {
  std::size_t bytes = 0;
  for (const Article& article : articles) {
    bytes += article.title.size() + article.body.size();
  }
  return static_cast<double>(bytes) / 1e6;
}

void build_by_writer(const std::string& path, const Arguments& arguments, bool annotate,
                     dateline::SegmentFormatter formatter) {
  dateline::IndexWriter writer(path, {.jobs = arguments.jobs,
                                      .segment_bytes = arguments.segment_bytes,
                                      .annotate = annotate,
                                      .formatter = formatter});
  for (const Article& article : articles) writer.add(article);
  writer.commit();
}

void add_metadata(const Article& article, Xapian::Document& document) {
  document.add_boolean_term(schema::id_term(article.id));
  for (const std::string& topic : article.topics) {
    document.add_boolean_term(schema::value_term(Field::kTopic, topic));
  }
  if (!article.source.empty()) {
    document.add_boolean_term(schema::value_term(Field::kSource, article.source));
  }
  for (const auto date : schema::with_coarser(article.published.date)) {
    document.add_boolean_term(schema::published_term(date));
  }
}

void add_names_and_dates(const dateline::AnnotatedArticle& annotated,
                         Xapian::Document& document) {
  std::vector<std::uint64_t> ids;
  for (const auto& [name, mentions] : facet_names(annotated)) {
    document.add_boolean_term(schema::name_term(name.kind, name.text));
    ids.push_back(schema::name_id(name.kind, name.text));
  }
  document.add_value(schema::slot::kNames, schema::pack_name_ids(ids));
  const auto periods = facet_dates(annotated);
  for (const auto& period : periods) {
    for (const std::string& term : schema::mentioned_terms(period)) {
      document.add_boolean_term(term);
    }
  }
  document.add_value(schema::slot::kMentioned, schema::pack_periods(periods));
}

Xapian::Document by_term_generator(const Article& article,
                                   Xapian::TermGenerator& generator, bool annotate) {
  Xapian::Document document;
  generator.set_document(document);
  generator.set_termpos(0);
  generator.index_text(article.title, 1, "S");
  generator.set_termpos(0);
  generator.index_text(article.title);
  generator.increase_termpos();
  generator.index_text(article.body);
  add_metadata(article, document);
  dateline::AnnotatedArticle annotated;
  if (annotate) {
    annotated = dateline::annotate(article);
    add_names_and_dates(annotated, document);
  } else {
    annotated.article = article;
  }
  document.set_data(encode_record(annotated));
  return document;
}

void build_by_xapian(const std::string& path, bool annotate) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  for (const Article& article : articles) {
    database.add_document(by_term_generator(article, generator, annotate));
  }
  database.commit();
}

void measure(Contender& contender, const std::string& folder) {
  const std::string path = folder + "/" + contender.name;
  fs::remove_all(path);
  const auto begin = std::chrono::steady_clock::now();
  const double processor_begin = processor_seconds();
  contender.build(path);
  const std::chrono::duration<double> elapsed =
      std::chrono::steady_clock::now() - begin;
  const double seconds = elapsed.count();
  const double processor = processor_seconds() - processor_begin;
  contender.by_clock.push_back(text_megabytes() / seconds);
  contender.by_processor.push_back(text_megabytes() / processor);
  contender.bytes_on_disk = folder_bytes(path);
  if (contender.bytes_compacted == 0) {
    const std::string compacted = path + ".compacted";
    fs::remove_all(compacted);
    Xapian::Database(path, Xapian::DB_BACKEND_GLASS).compact(compacted);
    contender.bytes_compacted = folder_bytes(compacted);
    fs::remove_all(compacted);
  }
  std::printf("%-12s %6.2f s  %6.2f s of processor  %6.2f MB/s\n",
              contender.name.c_str(), seconds, processor, contender.by_clock.back());
  std::fflush(stdout);
}

struct Spread {
  double least;
  double middle;
  double most;
};

Spread spread(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values.front(), values[values.size() / 2], values.back()};
}

/// One speed against another, round by round.
Spread ratio(const std::vector<double>& speeds, const std::vector<double>& base) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < base.size(); ++i) ratios.push_back(speeds[i] / base[i]);
  return spread(ratios);
}

void print_ratio(const Contender& contender, const Contender& base) {
  const Spread clock = ratio(contender.by_clock, base.by_clock);
  const Spread processor = ratio(contender.by_processor, base.by_processor);
  std::printf(
      "%s is %.2f (%.2f to %.2f) times as fast as %s, by processor time %.2f (%.2f to "
      "%.2f)\n",
      contender.name.c_str(), clock.middle, clock.least, clock.most, base.name.c_str(),
      processor.middle, processor.least, processor.most);
}

void print_summary(const std::vector<Contender>& contenders) {
  std::printf("\n%-12s %28s %12s %12s\n", "", "MB/s (least, median, most)",
              "MB on disk", "compacted");
  for (const Contender& contender : contenders) {
    const auto [least, middle, most] = spread(contender.by_clock);
    std::printf("%-12s %10.2f %8.2f %8.2f %12.1f %12.1f\n", contender.name.c_str(),
                least, middle, most, static_cast<double>(contender.bytes_on_disk) / 1e6,
                static_cast<double>(contender.bytes_compacted) / 1e6);
  }
  for (const Contender& contender : contenders) {
    for (const Contender& base : contenders) {
      if (contender.base == base.name) print_ratio(contender, base);
    }
  }
}

[[noreturn]] void usage() {
  std::cerr << "index_bench [--rounds N] [--jobs N] [--segment BYTES] [--only NAME] "
               "[--folder DIR] PATH...\n";
  std::exit(2);
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--")) {
      arguments.paths.emplace_back(name);
      continue;
    }
    if (++i == argc) usage();
    const std::string value = argv[i];
    if (name == "--rounds") {
      arguments.rounds = std::max(1, std::atoi(value.c_str()));
    } else if (name == "--jobs") {
      arguments.jobs = static_cast<unsigned>(std::atoi(value.c_str()));
    } else if (name == "--segment") {
      arguments.segment_bytes = std::strtoull(value.c_str(), nullptr, 10);
    } else if (name == "--only") {
      arguments.only = value;
    } else if (name == "--folder") {
      arguments.folder = value;
    } else {
      usage();
    }
  }
  if (arguments.paths.empty()) usage();
  return arguments;
}

void read_articles(const std::vector<std::string>& paths) {
  dateline::ArticleReader reader(paths);
  Article article;
  while (reader.next(article)) {
    if (!article.title.empty() || !article.body.empty()) articles.push_back(article);
  }
  std::printf("%zu articles, %.1f MB of text\n", articles.size(), text_megabytes());
}

void run(const Arguments& arguments) {
  read_articles(arguments.paths);
  std::string folder = arguments.folder + "/index_bench-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) usage();
  const auto writer = [&](bool annotate, dateline::SegmentFormatter formatter) {
    return [&arguments, annotate, formatter](const std::string& path) {
      build_by_writer(path, arguments, annotate, formatter);
    };
  };
  const auto xapian = [](bool annotate) {
    return [annotate](const std::string& path) { build_by_xapian(path, annotate); };
  };
  using dateline::SegmentFormatter;
  std::vector<Contender> contenders = {
      {"writer", "xapian", writer(true, SegmentFormatter::kBulk)},
      {"api", "xapian", writer(true, SegmentFormatter::kXapian)},
      {"xapian", "", xapian(true)},
      {"words", "xapian-words", writer(false, SegmentFormatter::kBulk)},
      {"xapian-words", "", xapian(false)},
  };
  if (!arguments.only.empty()) {
    std::erase_if(contenders, [&](const Contender& contender) {
      return contender.name != arguments.only;
    });
    if (contenders.empty()) usage();
  }
  for (int round = 0; round < arguments.rounds; ++round) {
    for (Contender& contender : contenders) measure(contender, folder);
  }
  print_summary(contenders);
  fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 2;
  }
}
