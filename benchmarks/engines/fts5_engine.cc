// SQLite with FTS5, its English stemmer, and ORDER BY rank.

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>

#include "benchmarks/engines/articles.h"
#include "benchmarks/engines/engine.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

class Database {
 public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) {
      throw std::runtime_error("SQLite cannot open " + path);
    }
  }
  ~Database() { sqlite3_close_v2(database_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql) {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database_));
    }
  }

  sqlite3* get() { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

class Statement {
 public:
  Statement(Database& database, const std::string& sql) {
    if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &statement_, nullptr) !=
        SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database.get()));
    }
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int place, std::string_view text) {
    sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(int place, std::int64_t number) {
    sqlite3_bind_int64(statement_, place, number);
    return *this;
  }

  /// Whether there is a row.
  bool step() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement_)));
    }
    return result == SQLITE_ROW;
  }

  void run() {
    while (step()) {
    }
    reset();
  }
  void reset() { sqlite3_reset(statement_); }

  std::int64_t number(int column) { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) {
    const auto* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

class Fts5Engine : public Engine {
 public:
  IndexFigures index(const std::string& folder, const std::string& articles,
                     const IndexOptions& options) override {
    fs::create_directories(folder);
    const std::string path = folder + "/news.sqlite";
    IndexFigures figures;
    const Stopwatch whole;
    Database database(path);
    create_tables(database, options);
    database.run("BEGIN");
    insert(database, articles);
    database.run("CREATE INDEX months ON fields(month)");
    database.run("COMMIT");
    figures.index_seconds = whole.seconds();
    figures.bytes_unmerged = folder_bytes(folder);
    const Stopwatch merging;
    database.run("INSERT INTO news(news) VALUES ('optimize')");
    database.run("VACUUM");
    figures.merge_seconds = merging.seconds();
    return figures;
  }

  void open(const std::string& folder, const ServeOptions& options) override {
    options_ = options;
    database_.emplace(folder + "/news.sqlite");
  }

  Answer answer(const Question& question) override {
    if (question.kind == QueryKind::kFacet) return count_facets(question);
    const std::string from =
        question.kind == QueryKind::kRange
            ? " FROM news CROSS JOIN fields ON article = news.rowid "
              "WHERE news MATCH ?1 AND day BETWEEN ?2 AND ?3"
            : " FROM news WHERE news MATCH ?1";
    Answer answer;
    Statement& select = prepared(std::string("SELECT news.rowid") +
                                 (options_.bare ? "" : ", id, title") + from +
                                 " ORDER BY rank LIMIT 10");
    bind(select, question);
    while (select.step()) {
      ++answer.count;
      if (!options_.bare) title_ = select.text(1) + select.text(2);
    }
    select.reset();
    if (!counts_all(question, options_)) return answer;
    Statement& count = prepared("SELECT count(*)" + from);
    bind(count, question);
    count.step();
    answer.count = static_cast<std::uint64_t>(count.number(0));
    count.reset();
    return answer;
  }

 private:
  static void create_tables(Database& database, const IndexOptions& options) {
    const std::string tokenizer = options.exact ? "unicode61" : "porter unicode61";
    database.run(
        "CREATE VIRTUAL TABLE news USING fts5(title, body, id UNINDEXED, "
        "tokenize='" +
        tokenizer + "')");
    database.run(
        "CREATE TABLE fields(article INTEGER PRIMARY KEY, day INTEGER, "
        "month TEXT)");
    database.run(
        "CREATE TABLE topics(article INTEGER, topic TEXT, "
        "PRIMARY KEY(article, topic)) WITHOUT ROWID");
    database.run("CREATE INDEX days ON fields(day)");
  }

  static void insert(Database& database, const std::string& articles) {
    Statement news(database,
                   "INSERT INTO news(rowid, title, body, id) "
                   "VALUES (?1, ?2, ?3, ?4)");
    Statement fields(database, "INSERT INTO fields VALUES (?1, ?2, ?3)");
    Statement topics(database, "INSERT OR IGNORE INTO topics VALUES (?1, ?2)");
    ArticleFile file(articles);
    PlainArticle article;
    for (std::int64_t row = 1; file.next(article); ++row) {
      news.bind(1, row).bind(2, article.title).bind(3, article.body);
      news.bind(4, article.id).run();
      fields.bind(1, row).bind(2, std::int64_t{day_number(article.date)});
      fields.bind(3, month_of(article.date)).run();
      for (const std::string& topic : article.topics) {
        topics.bind(1, row).bind(2, topic).run();
      }
    }
  }

  // Kept, as a program does that asks often.
  Statement& prepared(const std::string& sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    return statements_.try_emplace(sql, *database_, sql).first->second;
  }

  void bind(Statement& statement, const Question& question) {
    if (!question.words.empty()) statement.bind(1, with_operators(question));
    if (question.kind != QueryKind::kRange) return;
    statement.bind(2, std::int64_t{day_number(question.first_day)});
    statement.bind(3, std::int64_t{day_number(question.last_day)});
  }

  Answer count_facets(const Question& question) {
    const std::string within =
        question.words.empty()
            ? ""
            : "WHERE article IN (SELECT rowid FROM news WHERE news MATCH ?1) ";
    const auto grouped = [&](const std::string& value,
                             const std::string& table) -> auto& {
      return prepared("SELECT " + value + ", count(*) FROM " + table + " " + within +
                      "GROUP BY 1 ORDER BY 2 DESC LIMIT 10");
    };
    Answer answer;
    Statement& topics = grouped("topic", "topics");
    bind(topics, question);
    while (topics.step()) {
      answer.topics.emplace_back(topics.text(0), topics.number(1));
    }
    topics.reset();
    Statement& months = grouped("month", "fields");
    bind(months, question);
    months.run();
    Statement& count = prepared(question.words.empty()
                                    ? "SELECT count(*) FROM fields"
                                    : "SELECT count(*) FROM news WHERE news MATCH ?1");
    bind(count, question);
    count.step();
    answer.count = static_cast<std::uint64_t>(count.number(0));
    count.reset();
    return answer;
  }

  ServeOptions options_;
  std::optional<Database> database_;
  std::map<std::string, Statement> statements_;
  std::string title_;
};

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  dateline::bench::Fts5Engine engine;
  return run_engine(engine, argc, argv);
}
