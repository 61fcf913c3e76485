#include "benchmarks/ranking_engines.h"

#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <sqlite3.h>
#include <unistd.h>
#include <xapian.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "index/document_record.h"
#include "query/query_compiler.h"
#include "query/snapshot_pool.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

std::string build_index(const ScratchFolder& folder,
                        std::span<const Article> articles) {
  const std::string path = folder / "news.db";
  IndexWriter writer(path);
  for (const Article& article : articles) writer.add(article);
  writer.commit();
  return path;
}

class DatelineEngine : public RankingEngine {
 public:
  explicit DatelineEngine(std::span<const Article> articles)
      : searcher_(build_index(folder_, articles)) {}

  std::vector<std::string> search(const std::string& words) override {
    const Results results = searcher_.search(parse_query(words).query,
                                             {.limit = kRankingDepth, .any = true});
    std::vector<std::string> ids;
    for (const Hit& hit : results.hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  ScratchFolder folder_;
  Searcher searcher_;
};

class XapianEngine : public RankingEngine {
 public:
  explicit XapianEngine(std::span<const Article> articles) {
    Xapian::WritableDatabase database(folder_ / "plain", Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (const Article& article : articles) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(article.title);
      generator.increase_termpos();
      generator.index_text(article.body);
      document.set_data(article.id);
      database.add_document(document);
    }
    database.commit();
    database_ = Xapian::Database(folder_ / "plain");
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_database(database_);
  }

  std::vector<std::string> search(const std::string& words) override {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(words));
    const Xapian::MSet best = enquire.get_mset(0, kRankingDepth);
    std::vector<std::string> ids;
    for (auto one = best.begin(); one != best.end(); ++one) {
      ids.push_back(one.get_document().get_data());
    }
    return ids;
  }

 private:
  ScratchFolder folder_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) {
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) !=
        SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database));
    }
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int place, const std::string& text) {
    sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
  }

  // True while there is a row.
  bool step() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement_)));
    }
    return result == SQLITE_ROW;
  }

  std::string text(int column) {
    const auto* bytes = sqlite3_column_text(statement_, column);
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

  void reset() { sqlite3_reset(statement_); }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

class Fts5Engine : public RankingEngine {
 public:
  Fts5Engine(std::span<const Article> articles, std::string_view tokenizer) {
    if (sqlite3_open(":memory:", &database_) != SQLITE_OK) {
      throw std::runtime_error("SQLite opens no database.");
    }
    run("CREATE VIRTUAL TABLE news USING fts5(id UNINDEXED, title, body, tokenize='" +
        std::string(tokenizer) + "')");
    run("BEGIN");
    Statement insert(database_, "INSERT INTO news VALUES (?, ?, ?)");
    for (const Article& article : articles) {
      insert.bind(1, article.id);
      insert.bind(2, article.title);
      insert.bind(3, article.body);
      insert.step();
      insert.reset();
    }
    run("COMMIT");
  }
  ~Fts5Engine() override { sqlite3_close_v2(database_); }

  std::vector<std::string> search(const std::string& words) override {
    Statement select(database_,
                     "SELECT id FROM news WHERE news MATCH ? ORDER BY bm25(news) "
                     "LIMIT " +
                         std::to_string(kRankingDepth));
    select.bind(1, any_of(words));
    std::vector<std::string> ids;
    while (select.step()) ids.push_back(select.text(0));
    return ids;
  }

 private:
  static std::string any_of(const std::string& words) {
    std::istringstream stream(words);
    std::string query;
    for (std::string word; stream >> word;) {
      query += (query.empty() ? "\"" : " OR \"") + word + "\"";
    }
    return query;
  }

  void run(const std::string& sql) { Statement(database_, sql).step(); }

  sqlite3* database_ = nullptr;
};

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string name = fs::temp_directory_path() / "ranking_bench.XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("No folder can be made at " + name + ".");
  }
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::unique_ptr<RankingEngine> make_dateline(std::span<const Article> articles) {
  return std::make_unique<DatelineEngine>(articles);
}

std::unique_ptr<RankingEngine> make_xapian(std::span<const Article> articles) {
  return std::make_unique<XapianEngine>(articles);
}

std::unique_ptr<RankingEngine> make_fts5(std::span<const Article> articles,
                                         std::string_view tokenizer) {
  return std::make_unique<Fts5Engine>(articles, tokenizer);
}

struct TunableDateline::Impl {
  explicit Impl(std::span<const Article> articles)
      : pool({build_index(folder, articles)}), ids(read_ids(pool)) {}

  // By document. Ids are not looked up in records: a grid searches very often.
  static std::vector<std::string> read_ids(const SnapshotPool& pool) {
    return pool.run([](Snapshot& snapshot) {
      const Xapian::Database& database = snapshot.database();
      std::vector<std::string> by_document(database.get_lastdocid() + std::size_t{1});
      for (auto one = database.postlist_begin(""); one != database.postlist_end("");
           ++one) {
        by_document[*one] = snapshot.article(*one).article.id;
      }
      return by_document;
    });
  }

  ScratchFolder folder;
  SnapshotPool pool;
  std::vector<std::string> ids;
};

TunableDateline::TunableDateline(std::span<const Article> articles)
    : impl_(std::make_unique<Impl>(articles)) {}

TunableDateline::~TunableDateline() = default;

std::vector<std::string> TunableDateline::search(const std::string& words,
                                                 const RankingParameters& parameters) {
  return impl_->pool.run([&](Snapshot& snapshot) {
    const Query query = parse_query(words).query;
    const CompiledQuery compiled =
        compile_query(query.root(), snapshot, {.any = true, .ranking = parameters});
    Xapian::Enquire enquire(snapshot.database());
    enquire.set_query(compiled.query);
    enquire.set_weighting_scheme(weighting(parameters));
    const Xapian::MSet best = enquire.get_mset(0, kRankingDepth);
    std::vector<std::string> ids;
    for (auto one = best.begin(); one != best.end(); ++one) {
      ids.push_back(impl_->ids[*one]);
    }
    return ids;
  });
}

}  // namespace dateline::bench
