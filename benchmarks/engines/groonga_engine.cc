// Groonga as a library, asked by its own commands: a word index of title and body with
// positions, its English stemmer, ordered by its score, which is how often the words
// occur. Its cache of answers is off.

#include <groonga.h>
#include <simdjson.h>

#include <filesystem>
#include <stdexcept>

#include "benchmarks/engines/articles.h"
#include "benchmarks/engines/engine.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

class Groonga {
 public:
  Groonga() {
    if (grn_init() != GRN_SUCCESS) throw std::runtime_error("groonga does not start");
    context_ = grn_ctx_open(0);
  }
  ~Groonga() {
    if (database_ != nullptr) grn_obj_close(context_, database_);
    grn_ctx_close(context_);
    grn_fin();
  }
  Groonga(const Groonga&) = delete;
  Groonga& operator=(const Groonga&) = delete;

  void create(const std::string& path) {
    database_ = grn_db_create(context_, path.c_str(), nullptr);
    require(database_ != nullptr);
  }
  void open(const std::string& path) {
    database_ = grn_db_open(context_, path.c_str());
    require(database_ != nullptr);
  }

  /// What the command prints; valid until the next one.
  std::string_view run(std::string_view command) {
    char* text = nullptr;
    unsigned size = 0;
    int flags = 0;
    grn_ctx_send(context_, command.data(), static_cast<unsigned>(command.size()), 0);
    require(context_->rc == GRN_SUCCESS);
    grn_ctx_recv(context_, &text, &size, &flags);
    require(context_->rc == GRN_SUCCESS);
    return {text, size};
  }

 private:
  void require(bool good) const {
    if (!good) throw std::runtime_error(std::string("groonga: ") + context_->errbuf);
  }

  grn_ctx* context_ = nullptr;
  grn_obj* database_ = nullptr;
};

// A row as `load` takes it.
std::string row_of(const PlainArticle& article) {
  std::string row = "{\"_key\":" + json_quoted(article.id) +
                    ",\"title\":" + json_quoted(article.title) +
                    ",\"body\":" + json_quoted(article.body);
  if (!article.date.empty()) {
    row += ",\"day\":" + std::to_string(day_number(article.date)) +
           ",\"month\":" + json_quoted(month_of(article.date));
  }
  row += ",\"topics\":[";
  for (const std::string& topic : article.topics) {
    if (row.back() != '[') row.push_back(',');
    row += json_quoted(topic);
  }
  return row + "]}";
}

std::string query_text(const Question& question) {
  switch (question.kind) {
    case QueryKind::kOr:
      return joined(question.words, " OR ");
    case QueryKind::kPhrase:
      return "\\\"" + joined(question.words, " ") + "\\\"";
    case QueryKind::kPrefix:
      return question.words[0] + "*";
    default:
      return joined(question.words, " ");
  }
}

class GroongaEngine : public Engine {
 public:
  IndexFigures index(const std::string& folder, const std::string& articles,
                     const IndexOptions& options) override {
    fs::create_directories(folder);
    const Stopwatch whole;
    Groonga groonga;
    groonga.create(folder + "/news.grn");
    groonga.run("plugin_register token_filters/stem");
    groonga.run("table_create Topics TABLE_HASH_KEY ShortText");
    groonga.run("table_create Months TABLE_HASH_KEY ShortText");
    groonga.run("table_create Articles TABLE_HASH_KEY ShortText");
    groonga.run("column_create Articles title COLUMN_SCALAR Text");
    groonga.run("column_create Articles body COLUMN_SCALAR Text");
    groonga.run("column_create Articles day COLUMN_SCALAR Int32");
    groonga.run("column_create Articles month COLUMN_SCALAR Months");
    groonga.run("column_create Articles topics COLUMN_VECTOR Topics");
    load(groonga, articles);
    // Indexes are made quicker of what is there already.
    groonga.run(std::string("table_create Words TABLE_PAT_KEY ShortText "
                            "--default_tokenizer TokenBigram --normalizer "
                            "NormalizerAuto") +
                (options.exact ? "" : " --token_filters TokenFilterStem"));
    groonga.run(
        "column_create Words text COLUMN_INDEX|WITH_POSITION|WITH_SECTION "
        "Articles title,body");
    groonga.run("table_create Days TABLE_PAT_KEY Int32");
    groonga.run("column_create Days articles COLUMN_INDEX Articles day");
    groonga.run("io_flush");
    return {.index_seconds = whole.seconds(),
            .merge_seconds = 0,
            .bytes_unmerged = folder_bytes(folder)};
  }

  void open(const std::string& folder, const ServeOptions& options) override {
    options_ = options;
    groonga_.open(folder + "/news.grn");
  }

  Answer answer(const Question& question) override {
    std::string command = "select Articles --cache no --sort_keys -_score";
    if (!question.words.empty()) {
      command += " --match_columns Words.text --query \"" + query_text(question) + '"';
    }
    if (question.kind == QueryKind::kRange) {
      command +=
          " --filter \"day >= " + std::to_string(day_number(question.first_day)) +
          " && day <= " + std::to_string(day_number(question.last_day)) + '"';
    }
    const bool facets = question.kind == QueryKind::kFacet;
    if (facets) {
      command +=
          " --limit 0 --drilldown topics,month --drilldown_sort_keys "
          "-_nsubrecs --drilldown_limit 10 --drilldown_output_columns "
          "_key,_nsubrecs";
    } else {
      command += " --limit 10 --output_columns ";
      command += options_.bare ? "_id" : "_key,title";
    }
    return parsed(groonga_.run(command), question);
  }

 private:
  static void load(Groonga& groonga, const std::string& articles) {
    groonga.run("load --table Articles");
    groonga.run("[");
    ArticleFile file(articles);
    PlainArticle article;
    bool first = true;
    while (file.next(article)) {
      groonga.run((first ? "" : ",") + row_of(article));
      first = false;
    }
    groonga.run("]");
  }

  // [[[count], columns, row...], [[count], columns, [value, count]...], ...]
  Answer parsed(std::string_view json, const Question& question) {
    const simdjson::padded_string padded(json);
    auto document = parser_.parse(padded);
    auto rows = document.at(0).get_array();
    Answer answer{.count = document.at(0).at(0).at(0).get_uint64()};
    if (question.kind != QueryKind::kFacet) {
      if (!counts_all(question, options_)) answer.count = rows.size() - 2;
      return answer;
    }
    std::size_t n = 0;
    for (auto value : document.at(1).get_array()) {
      if (n++ < 2) continue;
      const std::string_view name = value.at(0).get_string();
      answer.topics.emplace_back(name, std::uint64_t{value.at(1).get_uint64()});
    }
    return answer;
  }

  ServeOptions options_;
  Groonga groonga_;
  simdjson::dom::parser parser_;
};

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  dateline::bench::GroongaEngine engine;
  return run_engine(engine, argc, argv);
}
