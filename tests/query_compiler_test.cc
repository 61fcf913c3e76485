// From a query's tree to what Xapian runs, and to what snippets mark.

#include <dateline/query.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/count_matches.h"
#include "query/query_compiler.h"
#include "query/snapshot_pool.h"
#include "tests/search_corpus.h"

namespace {

using dateline::compile_query;
using dateline::CompiledQuery;
using dateline::parse_query;
using dateline::SnapshotPool;
using dateline::Wanted;
using dateline::testing::build_index;
using dateline::testing::search_corpus;
using dateline::testing::TempDir;

const SnapshotPool& pool() {
  static const TempDir folder;
  static const SnapshotPool made({build_index(folder, search_corpus())});
  return made;
}

// What Xapian would run, without what only ranks.
std::string matching_part(const std::string& text) {
  return pool().run([&](dateline::Snapshot& snapshot) {
    const auto parsed = parse_query(text);
    const CompiledQuery compiled = compile_query(parsed.query.root(), snapshot);
    std::string description = compiled.query.get_description();
    const std::string_view maybe = " AND_MAYBE ";
    const std::size_t end = description.find(maybe);
    // Behind "Query(", or "Query(1 * ", and a parenthesis for each.
    std::size_t begin = description.starts_with("Query(1 * ") ? 10 : 6;
    for (std::size_t at = end; at != std::string::npos;
         at = description.find(maybe, at + 1)) {
      ++begin;
    }
    if (end != std::string::npos) return description.substr(begin, end - begin);
    return description.substr(6, description.size() - 7);
  });
}

TEST_CASE("query compiler: the terms that are asked for") {
  const struct {
    std::string query;
    std::string xapian;
  } cases[] = {
      {"", "<alldocuments>"},
      {"treaties", "Ztreati"},
      {"=treaties", "treaties"},
      {"START treaty", "(XC:START AND Ztreati)"},
      {"START", "Zstart"},
      {"New START", R"(((new AND XC:START) FILTER PostingSource("new XC:START")))"},
      {"a OR b OR c", "(Za OR Zb OR Zc)"},
      {"a b AND c", "(Za AND Zb AND Zc)"},
      {"a -b -c", "(Za AND_NOT (Zb OR Zc))"},
      {"-a", "(<alldocuments> AND_NOT Za)"},
      {"G-20", R"((g20 OR 0.5 * ((g AND 20) FILTER PostingSource("g 20"))))"},
      {"-\"a b\"",
       R"((<alldocuments> AND_NOT ((a AND b) FILTER PostingSource("a b"))))"},
      {"=bank NEAR/3 =oil",
       "((bank AND oil) FILTER PostingSource([(bank NEAR/3 oil)]))"},
      {"title:(=bank ADJ/2 =oil)",
       "((Sbank AND Soil) FILTER PostingSource(title:[(bank ADJ/2 oil)]))"},
      {"(=a OR =b) NEAR/1 =c",
       "(((a OR b) AND c) FILTER PostingSource([((a OR b) NEAR/1 c)]))"},
      {"title:floods", "ZSflood"},
      {"title:\"new start\"",
       R"(((Snew AND Sstart) FILTER PostingSource("Snew Sstart")))"},
      {"title:\"New START\" a",
       R"((((Snew AND XC:START) FILTER PostingSource("Snew XC:START")) AND Za))"},
      {"title:START oil", "((Sstart FILTER PostingSource(title:[START])) AND Zoil)"},
      // What only chooses has no weight.
      {"oil source:CNN lang:en", "(Zoil FILTER (XSRC:cnn AND Len))"},
      {"source:CNN", "0 * XSRC:cnn"},
      {"oil OR source:CNN", "(Zoil OR 0 * XSRC:cnn)"},
      {"oil published:2023-03", "(Zoil FILTER M202303)"},
      {"oil person:\"Sergei Lavrov\"", "(Zoil FILTER XPER:sergei lavrov)"},
      {"published:2021-12-31..2022-01", "0 * (D20211231 OR M202201)"},
      {"id:n1", "0 * Qn1"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(matching_part(c.query) == c.xapian);
  }
}

std::vector<Wanted> wanted(const std::string& text) {
  return pool().run([&](dateline::Snapshot& snapshot) {
    return compile_query(parse_query(text).query.root(), snapshot).wanted;
  });
}

TEST_CASE("query compiler: what snippets mark") {
  using List = std::vector<Wanted>;
  const Wanted arms_control = {.phrases = {{{"arms", false}, {"control", false}}}};
  CHECK(wanted("") == List{});
  CHECK(wanted("treaties") == List{{.stem = "treati"}});
  CHECK(wanted("treaty treaties treaty") == List{{.stem = "treati"}});
  CHECK(wanted("=treaties") == List{{.word = "treaties"}});
  CHECK(wanted("START oil") == List{{.capitals = "START"}, {.stem = "oil"}});
  CHECK(wanted("\"arms control\"") == List{arms_control});
  CHECK(wanted("New START") == List{{.phrases = {{{"new", false}, {"START", true}}}}});
  CHECK(wanted("a OR (b c)") == List{{.stem = "a"}, {.stem = "b"}, {.stem = "c"}});
  // Not what must be absent, nor what is asked of the title or of metadata.
  CHECK(wanted("a -b -(c OR \"d e\") -person:Lavrov") == List{{.stem = "a"}});
  CHECK(wanted("title:a source:b published:2023") == List{});
  CHECK(wanted("person:\"Sergei Lavrov\"") ==
        List{{.names = {{dateline::NameKind::kPerson, "sergei lavrov"}}}});
}

TEST_CASE("query compiler: what only ranks never changes what matches") {
  pool().run([](dateline::Snapshot& snapshot) {
    for (const char* text : {"nuclear treaty", "arms control", "New START treaty",
                             "G-20", "a OR treaty arms", "talks \"new start\""}) {
      CAPTURE(text);
      const auto parsed = parse_query(text);
      const auto compiled = compile_query(parsed.query.root(), snapshot);
      Xapian::Query matching = compiled.query;
      int bonuses = 0;
      while (matching.get_type() == Xapian::Query::OP_AND_MAYBE ||
             matching.get_type() == Xapian::Query::OP_SCALE_WEIGHT) {
        if (matching.get_type() == Xapian::Query::OP_AND_MAYBE) ++bonuses;
        matching = matching.get_subquery(0);
      }
      CHECK(bonuses > 0);
      CHECK(dateline::count_matches(snapshot, compiled.query) ==
            dateline::count_matches(snapshot, matching));
    }
    return 0;
  });
}

TEST_CASE("query compiler: clauses stand where they were typed") {
  pool().run([](dateline::Snapshot& snapshot) {
    const auto parsed = parse_query("New START talks -(a OR b) source:CNN");
    const auto compiled = compile_query(parsed.query.root(), snapshot);
    std::vector<std::string> readings;
    std::vector<std::string> texts;
    for (const auto& clause : compiled.clauses) {
      readings.push_back(clause.reading);
      texts.push_back(parsed.query.text().substr(clause.offset, clause.length));
    }
    CHECK(readings == std::vector<std::string>{"\"New START\" (a name)", "talks",
                                               "NOT (a OR b)", "source:CNN"});
    CHECK(texts == std::vector<std::string>{"New START", "talks", "-(a OR b)", "CNN"});
    return 0;
  });
}

}  // namespace
