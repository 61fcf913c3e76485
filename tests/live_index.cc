#include "tests/live_index.h"

#include <dateline/error.h>
#include <dateline/index_writer.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <set>
#include <stdexcept>
#include <utility>

#include "index/database.h"

namespace dateline::testing {
namespace {

constexpr std::size_t kMostBatches = 60;

// Of many words, so that a batch is small beside the index.
std::string body_of(std::size_t batch, std::size_t number) {
  std::string text = "A common sentence of batch" + std::to_string(batch) + ".\n";
  std::mt19937 random(static_cast<unsigned>(batch * kBatchArticles + number));
  for (int i = 0; i < 150; ++i) text += "word" + std::to_string(random() % 3000) + ' ';
  return text;
}

Article article_of(std::size_t batch, std::size_t number) {
  const std::string n = std::to_string(batch);
  return {
      .id = n + "-" + std::to_string(number),
      .title = "Common report " + n,
      .body = body_of(batch, number),
      .published = Date{2020 + static_cast<int>(batch % 5), 3, 2},
      .source = "batch" + n,
      .names = {{NameKind::kPerson, "Person " + n}, {NameKind::kPlace, "Place " + n}}};
}

Article ledger(std::size_t state, std::size_t articles) {
  const std::string n = std::to_string(state);
  return {.id = "ledger",
          .title = "State " + n,
          .body = "A common ledger of state" + n + ".",
          .source = "ledger",
          .topics = {"state " + n, "articles " + std::to_string(articles)}};
}

void require(bool holds, const std::string& what) {
  if (!holds) throw std::logic_error(what);
}

// The number behind `word` in "word 12".
std::size_t number_behind(const std::string& text, std::string_view word) {
  require(text.starts_with(word), "'" + text + "' is no " + std::string(word));
  return std::strtoul(text.c_str() + word.size(), nullptr, 10);
}

// One thread's questions. Each throws std::logic_error where an answer does not hold
// together.
class Reader {
 public:
  Reader(const Searcher& searcher, unsigned seed)
      : searcher_(searcher), random_(seed) {}

  static constexpr unsigned kQuestions = 10;

  void ask(unsigned question) {
    switch (question % kQuestions) {
      case 0:
      case 1:
        return search();
      case 2:
        return read_articles();
      case 3:
        return ask_timeline();
      case 4:
        return ask_pairs();
      case 5:
        return ask_similar();
      case 6:
        return list_names();
      case 7:
        return explain();
      case 8:
        return export_all();
      default:
        return info();
    }
  }

  void ask_any() { ask(static_cast<unsigned>(random_())); }

 private:
  // The ledger, which tells what else must be there, is among the articles found.
  void search() {
    SearchOptions options{
        .limit = 20, .facets = {"source:0", "topic:0", "person:0", "published:year:0"}};
    options.sort = random_() % 2 == 0 ? SortOrder::kRelevance : SortOrder::kNewest;
    options.fold = random_() % 4 == 0;
    const Results found = searcher_.search(common_, options);
    std::size_t articles = 0;
    for (const FacetValue& topic : found.facets[1].values) {
      if (topic.value.starts_with("articles ")) {
        articles = number_behind(topic.value, "articles ");
      } else {
        see_state(number_behind(topic.value, "state "));
      }
    }
    require(
        found.matches.exact && found.matches.count == articles + 1,
        std::to_string(found.matches.count) + " found of " + std::to_string(articles));
    check_batches(found.facets[0], articles + 1);
    check_batches(found.facets[2], articles);
    std::size_t dated = 0;
    for (const FacetValue& year : found.facets[3].values) dated += year.count;
    require(dated == articles, "dates of another state");
    require(
        found.hits.size() == std::min<std::size_t>(20, articles + 1) || options.fold,
        "hits are missing");
    for (const Hit& hit : found.hits) check_hit(hit);
  }

  static void check_batches(const Facet& facet, std::size_t articles) {
    std::size_t sum = 0;
    for (const FacetValue& value : facet.values) {
      sum += value.count;
      require(value.count == (value.value == "ledger" ? 1 : kBatchArticles),
              "part of " + value.value);
    }
    require(sum == articles, facet.kind + " adds up to " + std::to_string(sum) +
                                 " of " + std::to_string(articles));
  }

  static void check_hit(const Hit& hit) {
    if (hit.id == "ledger") {
      const std::size_t state = number_behind(hit.title, "State ");
      require(
          hit.snippet.find("state" + std::to_string(state) + ".") != std::string::npos,
          "ledger of two states");
      return;
    }
    const std::size_t batch = number_behind(hit.source, "batch");
    require(
        hit.snippet.find("batch" + std::to_string(batch) + ".") != std::string::npos &&
            hit.names.size() == 2 && !hit.names.empty() &&
            hit.names[0].name.text == "Person " + std::to_string(batch),
        "hit of two articles: " + hit.id);
  }

  void read_articles() {
    const auto now = searcher_.article("ledger");
    require(now.has_value(), "no ledger");
    see_state(number_behind(now->article.title, "State "));
    const auto fixed = searcher_.article("0-0");
    require(fixed && fixed->article.body == body_of(0, 0), "another article 0-0");
  }

  void ask_timeline() {
    const Timeline found = searcher_.timeline(common_, {.published = true, .told = 3});
    std::size_t dated = 0;
    for (const TimelinePeriod& period : found.periods) dated += period.count;
    require(found.dated == dated && found.matches.count == dated + 1 &&
                dated % kBatchArticles == 0,
            "timeline of two states");
  }

  void ask_pairs() {
    const NamePairs found = searcher_.pairs(
        common_, {.kinds = {NameKind::kPerson, NameKind::kPlace}, .limit = 0});
    for (const NamePair& pair : found.pairs) {
      require(pair.articles == kBatchArticles, "pair of part of a batch");
    }
    require(found.pairs.size() * kBatchArticles + 1 == found.matches.count,
            "pairs of two states");
  }

  void ask_similar() {
    const auto found = searcher_.similar("0-0");
    require(found.has_value(), "no article 0-0");
    for (const SimilarArticle& one : found->articles) check_hit(one.hit);
  }

  void list_names() {
    const EntityList found =
        searcher_.entities({.kind = NameKind::kPerson, .limit = 0});
    require(found.entities.size() == found.found, "names are missing");
    for (const Entity& entity : found.entities) {
      require(entity.articles == kBatchArticles, "part of " + entity.label);
    }
    const auto fixed = searcher_.entity(NameKind::kPerson, "Person 0");
    require(fixed && fixed->articles == kBatchArticles, "another Person 0");
  }

  void explain() {
    const Explanation found = searcher_.explain(common_);
    require(found.matches.count % kBatchArticles == 1, "explained by two states");
  }

  // Whole batches, as many as the ledger among them tells of.
  void export_all() {
    std::set<std::string> seen;
    std::size_t articles = 0;
    const auto take = [&](const ExportedArticle& one) {
      const Article& article = one.found.article;
      require(seen.insert(article.id).second, "exported twice");
      for (const std::string& topic : article.topics) {
        if (topic.starts_with("articles "))
          articles = number_behind(topic, "articles ");
      }
    };
    const ExportSummary summary = searcher_.export_articles(common_, {}, take);
    require(summary.matches.count == seen.size(), "export miscounted");
    require(seen.size() == articles + 1, "export of two states");
  }

  void info() {
    require(searcher_.info().articles % kBatchArticles == 1, "info of two states");
  }

  // States never go back.
  void see_state(std::size_t state) {
    require(state >= newest_,
            "state " + std::to_string(state) + " after " + std::to_string(newest_));
    newest_ = state;
  }

  const Searcher& searcher_;
  std::mt19937 random_;
  const Query common_ = parse_query("common").query;
  std::size_t newest_ = 0;
};

void note_fault(ReaderTally& tally, std::atomic<std::uint64_t>& count,
                const char* what) {
  if (count.fetch_add(1) > 0 || tally.first_fault[0] != '\0') return;
  std::strncpy(tally.first_fault, what, sizeof tally.first_fault - 1);
}

template <class Question>
void tally_one(Question&& question, ReaderTally& tally) {
  try {
    question();
  } catch (const Error& error) {
    // What export_articles() promises where its state is written over.
    const bool promised =
        error.code() == ErrorCode::kBusy &&
        std::strstr(error.what(), "handed out is not all of it") != nullptr;
    if (promised) {
      ++tally.cut_short;
    } else {
      note_fault(tally, tally.errors, error.what());
    }
  } catch (const std::logic_error& wrong) {
    note_fault(tally, tally.wrong, wrong.what());
  }
  ++tally.operations;
}

}  // namespace

LiveWriter::LiveWriter(std::string path, std::size_t batches, unsigned seed)
    : path_(std::move(path)), random_(seed) {
  write(batches - 1, 0, true);
}

void LiveWriter::step() {
  const std::size_t choice = random_() % 40;
  if (commits_ == 5 || choice == 0) return write(0, 0, true);
  if (commits_ == 15 || choice == 1)
    return write(kMostBatches / 2, batches_.size() / 2, false);
  const std::size_t removed = batches_.size() > kMostBatches ? 3 : random_() % 3;
  write(1 + random_() % 2, std::min(removed, batches_.size()), false);
}

void LiveWriter::write(std::size_t added, std::size_t removed, bool rebuild) {
  const std::uint64_t before = identity(path_);
  IndexWriter writer(
      path_, {.rebuild = rebuild, .jobs = 1, .annotate = false, .link_names = false});
  for (; removed > 0; --removed) {
    const auto leaving =
        batches_.begin() + static_cast<std::ptrdiff_t>(random_() % batches_.size());
    for (std::size_t i = 0; i < kBatchArticles && !rebuild; ++i) {
      writer.remove(std::to_string(*leaving) + "-" + std::to_string(i));
    }
    batches_.erase(leaving);
  }
  const std::size_t old = batches_.size();
  for (; added > 0; --added) batches_.push_back(next_batch_++);
  const auto add = [&](std::size_t batch) {
    for (std::size_t i = 0; i < kBatchArticles; ++i) writer.add(article_of(batch, i));
  };
  if (rebuild) add(0);
  for (std::size_t b = rebuild ? 0 : old; b < batches_.size(); ++b) add(batches_[b]);
  writer.add(ledger(++commits_, kBatchArticles * (batches_.size() + 1)));
  writer.commit();
  if (identity(path_) != before) ++exchanges_;
}

void read_until(const std::atomic<bool>& done, const Searcher& searcher, unsigned seed,
                ReaderTally& tally) {
  Reader reader(searcher, seed);
  for (unsigned q = 0; q < Reader::kQuestions; ++q) {
    tally_one([&] { reader.ask(q); }, tally);
  }
  while (!done) tally_one([&] { reader.ask_any(); }, tally);
  tally.repetitions = searcher.repetitions();
}

}  // namespace dateline::testing
