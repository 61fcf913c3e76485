// A stranger's application: builds an index in the folder it is given, and asks it.

#include <dateline/annotate.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>

#include <iostream>
#include <string>

int main(int argc, char** argv) {
  const std::string path = argc > 1 ? argv[1] : "consumer.db";
  dateline::IndexWriter writer(path, {.rebuild = true});
  writer.add({.id = "a1",
              .title = "Ministers meet in New Delhi",
              .body = "Sergey Lavrov spoke of the New START Treaty on 2 March 2023.",
              .published = dateline::Date{2023, 3, 2}});
  writer.commit();

  const dateline::Searcher searcher(path);
  const auto [query, problems] = dateline::parse_query("New START AND Lavrov");
  const auto results = searcher.search(query, {.limit = 10, .facets = {"person"}});
  for (const auto& hit : results.hits) {
    std::cout << hit.title << ": " << hit.snippet << '\n';
  }
  const auto found = dateline::annotate("Sergey Lavrov met reporters on 2 March 2023.");
  const bool good = problems.empty() && results.matches.count == 1 &&
                    results.facets.size() == 1 && found.dates.size() == 1;
  return good ? 0 : 1;
}
