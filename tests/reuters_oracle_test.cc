// Dateline against the oracle (search_oracle.h) over Reuters-21578: the same articles,
// the same facets, for each query.

#include <dateline/article_reader.h>
#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/search_oracle.h"
#include "tests/testing.h"

namespace {

using namespace dateline::oracle;
using dateline::Date;

// Unoptimised and sanitized builds read a part.
#ifdef NDEBUG
constexpr int kFiles = 22;
#else
constexpr int kFiles = 4;
#endif

// The hits of a larger result are counted, and its facets compared, but not listed.
constexpr std::size_t kMostHits = 1500;

const std::vector<std::string> kFacets = {
    "topic", "published:month", "source", "author", "place", "person", "org"};

// Some names, made one entity by hand. None of them are one, which does not matter
// here. Linked by hand alone, an entity is shown by the first of its names.
const std::vector<SameEntity> kLinked = {
    {dateline::NameKind::kPerson, {"miyazawa", "nakasone", "takeshita"}},
    {dateline::NameKind::kPerson, {"james baker", "reagan", "volcker"}},
    {dateline::NameKind::kPlace, {"east germany", "west germany"}},
    {dateline::NameKind::kPlace,
     {"bahrain", "kuwait", "qatar", "saudi arabia", "united arab emirates"}},
    {dateline::NameKind::kOrg, {"ec", "european community"}},
    {dateline::NameKind::kOrg, {"imf", "opec", "world bank"}},
};

struct Question {
  std::string text;
  Predicate predicate;
};

std::vector<Question> word_questions() {
  return {
      {"treaty", word("treaty")},
      {"bankruptcies", word("bankruptcy")},
      {"=tariffs", exact("tariffs")},
      {"Japan's surplus", all({word("japan"), word("surplus")})},
      {"=Japan's deficit", all({exact("japan"), word("deficit")})},
      {"oil tanker", all({word("oil"), word("tanker")})},
      {"new york stock exchange",
       all({word("new"), word("york"), word("stock"), word("exchange")})},
      {"profit and loss", all({word("profit"), word("and"), word("loss")})},
      {"3.5 pct", all({word("3.5"), word("pct")})},
      {"10,000 tonnes", all({word("10000"), word("tonnes")})},

      // A compound is itself, or its parts in order.
      {"co-operation", any({word("cooperation"), phrase("co operation")})},
      {"cooperation", word("cooperation")},
      {"long-term debt",
       all({any({word("longterm"), phrase("long term")}), word("debt")})},
      {"AT&T", any({word("att"), phrase("at t")})},
      {"G-7 communique", all({any({word("g7"), phrase("g 7")}), word("communique")})},
      {"g7", word("g7")},
      {"1986/87 crop", all({phrase("1986 87"), word("crop")})},

      // Capitals in a mixed-case query are capitals in mixed-case text.
      {"OPEC", word("opec")},
      {"OPEC meeting", all({capitals("OPEC"), word("meeting")})},
      {"opec meeting", all({word("opec"), word("meeting")})},
      {"=OPEC meeting", all({exact("opec"), word("meeting")})},
      {"GATT AND tariffs", all({capitals("GATT"), word("tariff")})},
      {"U.S. semiconductor", all({capitals("US"), word("semiconductor")})},
      {"us semiconductor", all({word("us"), word("semiconductor")})},

      // A name that editors gave is read as a phrase.
      {"saudi arabia oil minister",
       all({phrase("saudi arabia"), word("oil"), word("minister")})},
      {"West Germany bundesbank", all({phrase("west germany"), word("bundesbank")})},
  };
}

std::vector<Question> phrase_questions() {
  return {
      {"\"interest rates\"", phrase("interest rates")},
      {"\"interest rate\" -\"interest rates\"",
       all({phrase("interest rate"), none({phrase("interest rates")})})},
      {"\"Bank of England\"", phrase("bank of england")},
      {"\"the United States and Japan\"", phrase("the united states and japan")},
      {"\"OPEC ministers\"", phrase("OPEC ministers", true)},
      {"\"opec ministers\"", phrase("opec ministers")},
      {"\"take-or-pay contracts\"", phrase("take-or-pay contracts")},
      {"\"G-7 countries\"", phrase("G-7 countries")},
      {"\"1,000 tonnes\" wheat", all({phrase("1000 tonnes"), word("wheat")})},
      {"\"U.S. dollar\" falls", all({phrase("U.S. dollar", true), word("falls")})},
      {"\"no such run of words\"", phrase("no such run of words")},
  };
}

std::vector<Question> boolean_questions() {
  return {
      {"wheat OR barley", any({word("wheat"), word("barley")})},
      {"wheat barley OR rice",
       any({all({word("wheat"), word("barley")}), word("rice")})},
      {"wheat AND (barley OR rice)",
       all({word("wheat"), any({word("barley"), word("rice")})})},
      {"copper AND NOT gold", all({word("copper"), none({word("gold")})})},
      {"copper -gold -\"silver mine\"",
       all({word("copper"), none({word("gold"), phrase("silver mine")})})},
      {"soybean NOT (wheat OR corn)",
       all({word("soybean"), none({word("wheat"), word("corn")})})},
      {"copper OR NOT the", any({word("copper"), none({word("the")})})},
      {"NOT the", none({word("the")})},
      {"-title:oil -the", none({title_word("oil"), word("the")})},
      {"NOT (copper -gold) tin",
       all({none({all({word("copper"), none({word("gold")})})}), word("tin")})},
      {"", all({})},
  };
}

std::vector<Question> field_questions() {
  return {
      {"title:dividend", title_word("dividend")},
      {"title:=sees", title_exact("sees")},
      {"title:\"stock split\"", title_phrase("stock split")},
      {"title:(merger OR takeover) topic:acq",
       all({any({title_word("merger"), title_word("takeover")}), topic("acq")})},
      {"title:(oil -crude)", all({title_word("oil"), none({title_word("crude")})})},
      {"oil -title:oil", all({word("oil"), none({title_word("oil")})})},
      {"topic:crude AND topic:ship", all({topic("crude"), topic("ship")})},
      {"topic:(wheat OR corn) -place:\"United States\"",
       all({any({topic("wheat"), topic("corn")}), none({place("united states")})})},
      {"topic:money-fx yen", all({topic("money-fx"), word("yen")})},
      {"place:Japan place:\"United States\" semiconductor",
       all({place("japan"), place("united states"), word("semiconductor")})},
      {"place:(West Germany)", place("west germany")},
      {"person:Volcker", person("volcker")},
      {"person:Baker dollar", all({person("baker"), word("dollar")})},
      {"person:(\"James Baker\" OR Lawson)",
       any({person("james baker"), person("lawson")})},
      {"org:OPEC -title:opec", all({org("opec"), none({title_word("opec")})})},
      {"org:\"World Bank\" debt", all({org("world bank"), word("debt")})},
      // Every spelling of an entity, and everyone who bears a surname.
      {"person:Nakasone", person("nakasone")},
      {"person:\"James Baker\" dollar", all({person("james baker"), word("dollar")})},
      {"person:Reagan -person:Baker", all({person("reagan"), none({person("baker")})})},
      {"place:Kuwait OR place:\"East Germany\"",
       any({place("kuwait"), place("east germany")})},
      {"org:IMF tin", all({org("imf"), word("tin")})},
      {"org:(EC OR OPEC) -place:Qatar",
       all({any({org("ec"), org("opec")}), none({place("qatar")})})},
      {"source:reuters bundesbank", all({source("reuters"), word("bundesbank")})},
      {"author:\"Rich Miller\"", author("rich miller")},
  };
}

std::vector<Question> date_questions() {
  constexpr Date kNever{1, 1, 1};
  return {
      {"published:1987-03-02", published({1987, 3, 2}, {1987, 3, 2})},
      {"published:1987-02", published({1987, 2, 1}, {1987, 2, 28})},
      {"published:..1987-03-01", published(kNever, {1987, 3, 1})},
      {"published:1987", published({1987, 1, 1}, {1987, 12, 31})},
      {"published:1987-02-27..1987-03-05 tariff",
       all({published({1987, 2, 27}, {1987, 3, 5}), word("tariff")})},
      {"published:1987-03-03.. -topic:earn dividend",
       all({published({1987, 3, 3}, {9999, 12, 31}), none({topic("earn")}),
            word("dividend")})},
      {"trade -published:1987-03",
       all({word("trade"), none({published({1987, 3, 1}, {1987, 3, 31})})})},
      {"published:1988", published({1988, 1, 1}, {1988, 12, 31})},
  };
}

// Words that stand side by side in some article of the first file, as it writes them,
// with all its commas, points, hyphens and figures.
std::vector<Question> sampled_questions(const std::string& file) {
  constexpr std::size_t kQuestions = 120;
  std::mt19937 random(1987);
  std::vector<Question> result;
  dateline::ArticleReader reader({file});
  dateline::Article article;
  while (result.size() < kQuestions && reader.next(article)) {
    std::istringstream body(article.body);
    std::vector<std::string> words{std::istream_iterator<std::string>(body), {}};
    if (words.size() < 10) continue;
    const std::size_t first = random() % (words.size() - 5);
    std::string text = words[first];
    for (std::size_t i = 1; i <= random() % 4; ++i) text += ' ' + words[first + i];
    if (text.find('"') != std::string::npos || read_text(text).empty()) continue;
    result.push_back({'"' + text + '"', phrase(text, capitals_matter(text))});
  }
  return result;
}

std::vector<Question> all_questions(const std::string& file) {
  std::vector<Question> result = sampled_questions(file);
  for (auto part : {word_questions(), phrase_questions(), boolean_questions(),
                    field_questions(), date_questions()}) {
    for (Question& question : part) result.push_back(std::move(question));
  }
  return result;
}

using Counts = std::map<std::string, std::size_t>;

// What the oracle finds.
struct Answer {
  std::set<std::string> ids;
  std::map<std::string, Counts> facets;
};

void answer(const Document& document, const std::vector<Question>& questions,
            std::vector<Answer>& answers) {
  std::map<std::string, std::set<std::string>> values;
  for (const std::string& kind : kFacets) values[kind] = facet_values(kind, document);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (!questions[i].predicate(document)) continue;
    answers[i].ids.insert(document.article.id);
    for (const auto& [kind, found] : values) {
      for (const std::string& value : found) ++answers[i].facets[kind][value];
    }
  }
}

// Reads the articles once, for the oracle and for an index at `path`.
std::vector<Answer> index_and_answer(const std::string& folder, const std::string& path,
                                     const std::vector<Question>& questions) {
  std::vector<std::string> files;
  for (int i = 0; i < kFiles; ++i) {
    files.push_back(folder + "/reut2-0" + (i < 10 ? "0" : "") + std::to_string(i) +
                    ".sgm");
  }
  dateline::IndexWriter writer(path, {.annotate = false, .link_names = false});
  for (const auto& [kind, names] : kLinked) {
    for (const std::string& name : names) {
      if (name != names.front()) writer.merge_names(kind, names.front(), name);
    }
  }
  std::vector<Answer> answers(questions.size());
  dateline::ArticleReader reader(files);
  dateline::Article article;
  while (reader.next(article)) {
    if (article.title.empty() && article.body.empty()) continue;
    answer(read_article(article, kLinked), questions, answers);
    writer.add(article);
  }
  writer.commit();
  return answers;
}

// As the oracle counts: without regard to case.
Counts counts_of(const dateline::Facet& facet) {
  Counts counts;
  for (const auto& value : facet.values) {
    if (value.count == 0) continue;  // A gap between dates.
    std::string lower = value.value;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    counts[lower] += value.count;
  }
  return counts;
}

// The values of which the two have not as many.
std::string difference(const Counts& oracle, const Counts& dateline) {
  std::string text;
  for (const auto& [value, count] : oracle) {
    const auto found = dateline.find(value);
    const std::size_t other = found == dateline.end() ? 0 : found->second;
    if (other == count) continue;
    text += ' ' + value + ": " + std::to_string(count) + " by the oracle, " +
            std::to_string(other) + " by Dateline;";
  }
  for (const auto& [value, count] : dateline) {
    if (!oracle.contains(value)) text += ' ' + value + ": by Dateline alone;";
  }
  return text.substr(0, 300);
}

// At most a few that only one of the two has.
std::string difference(const std::set<std::string>& oracle,
                       const std::set<std::string>& dateline) {
  std::string text;
  std::size_t shown = 0;
  for (const std::string& id : oracle) {
    if (!dateline.contains(id) && shown++ < 5) text += " oracle only: " + id;
  }
  for (const std::string& id : dateline) {
    if (!oracle.contains(id) && shown++ < 10) text += " dateline only: " + id;
  }
  return text;
}

void compare(const dateline::Searcher& searcher, const Question& question,
             const Answer& expected) {
  CAPTURE(question.text);
  const auto [query, problems] = dateline::parse_query(question.text);
  CHECK(problems.empty());
  const std::size_t count = expected.ids.size();
  const auto results =
      searcher.search(query, {.limit = count > kMostHits ? 0 : kMostHits + 500,
                              .facets = kFacets,
                              .facet_limit = 0});
  CHECK(results.matches.exact);
  CHECK(results.matches.count == count);
  if (count <= kMostHits) {
    std::set<std::string> ids;
    for (const auto& hit : results.hits) ids.insert(hit.id);
    CHECK(difference(expected.ids, ids) == "");
  }
  REQUIRE(results.facets.size() == kFacets.size());
  for (const auto& facet : results.facets) {
    CAPTURE(facet.kind);
    const auto found = expected.facets.find(facet.kind);
    const Counts counts = found == expected.facets.end() ? Counts() : found->second;
    CHECK(facet.distinct == counts.size());
    CHECK(difference(counts, counts_of(facet)) == "");
  }
}

TEST_CASE("reuters oracle: Dateline finds what a plain reading finds") {
  const auto folder = dateline::testing::shared_data("news/reuters21578");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const std::vector<Question> questions =
      all_questions(folder->string() + "/reut2-000.sgm");
  const dateline::testing::TempDir dir;
  const auto answers =
      index_and_answer(folder->string(), dir / "reuters.db", questions);
  const dateline::Searcher searcher(dir / "reuters.db");
  std::size_t answered = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    compare(searcher, questions[i], answers[i]);
    if (!answers[i].ids.empty()) ++answered;
  }
  // Most questions find something, also in a part; else this would test little.
  CHECK(answered * 10 >= questions.size() * 9);
}

}  // namespace
