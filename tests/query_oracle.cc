#include "tests/query_oracle.h"

#include <dateline/index_writer.h>
#include <dateline/query.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "tests/random_choice.h"
#include "tests/random_dates.h"

namespace dateline::oracle {
namespace {

using Counts = std::map<std::string, std::size_t>;

constexpr const char* kKinds[] = {
    "topic", "source", "author",         "person",          "org",
    "place", "thing",  "published:year", "published:month", "published:day"};

constexpr const char* kOpen = "[[";
constexpr const char* kClose = "]]";

// The kind of facet without the unit of its dates: filters of one kind are
// alternatives.
std::string field_of(const std::string& kind) { return kind.substr(0, kind.find(':')); }

// As facet_values() has it.
std::string value_of(const FacetFilter& filter, const Vocabulary& vocabulary) {
  const std::string value = lower(filter.value);
  for (const auto& [kind, names] : vocabulary.linked) {
    const bool has = std::find(names.begin(), names.end(), value) != names.end();
    if (has && to_string(kind) == filter.kind) return names.front();
  }
  return value;
}

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) {
    if (value.count > 0) counts[lower(value.value)] += value.count;
  }
  return counts;
}

std::string shown(const Counts& counts) {
  std::string text;
  for (const auto& [value, count] : counts) {
    text += ' ' + value + ' ' + std::to_string(count);
  }
  return text;
}

// What is marked in a snippet.
std::vector<std::string> marked(const std::string& snippet) {
  std::vector<std::string> result;
  for (std::size_t at = 0; (at = snippet.find(kOpen, at)) != snippet.npos;) {
    const std::size_t end = snippet.find(kClose, at);
    result.push_back(snippet.substr(at + 2, end - at - 2));
    at = end;
  }
  return result;
}

// A pattern for more words than a query may have finds less than it asks, and says so.
bool leaves_words_out(const Results& results) {
  return std::any_of(results.notes.begin(), results.notes.end(),
                     [](const QueryProblem& note) {
                       return note.message.find(" in most articles are searched for") !=
                              std::string::npos;
                     });
}

// Every request that is a part of `request`.
std::vector<Request> smaller(const Request& request) {
  std::vector<Request> result;
  for (std::size_t i = 0; i < request.filters.size(); ++i) {
    Request one = request;
    one.filters.erase(one.filters.begin() + static_cast<std::ptrdiff_t>(i));
    result.push_back(std::move(one));
  }
  for (const Question& child : request.question.children) {
    result.push_back(request);
    result.back().question = child;
  }
  if (request.any) {
    result.push_back(request);
    result.back().any = false;
  }
  if (request.recency) {
    result.push_back(request);
    result.back().recency.reset();
  }
  const std::size_t children = request.question.children.size();
  for (std::size_t i = 0; i < children; ++i) {
    if (children > 2) {
      Request one = request;
      auto& rest = one.question.children;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      result.push_back(std::move(one));
    }
    for (Request& part : smaller({.question = request.question.children[i]})) {
      Request one = request;
      one.question.children[i] = std::move(part.question);
      result.push_back(std::move(one));
    }
  }
  return result;
}

}  // namespace

Request random_request(const Vocabulary& vocabulary, std::mt19937& random) {
  Request request{.question = random_question(vocabulary, random)};
  request.filters = random_filters(vocabulary, random);
  constexpr SortOrder kOrders[] = {SortOrder::kRelevance, SortOrder::kNewest,
                                   SortOrder::kOldest};
  request.sort = kOrders[random() % 3];
  request.page = 1 + random() % 40;
  request.any = one_in(random, 4);
  if (one_in(random, 5)) request.recency = Recency{kToday, 30};
  return request;
}

std::string to_string(const Request& request) {
  std::string text = to_query(request.question);
  for (const FacetFilter& filter : request.filters) {
    text += " where " + filter.kind + '=' + filter.value;
  }
  return text + (request.any ? " --any" : "") +
         (request.recency ? " --prefer-recent" : "");
}

QueryOracle::QueryOracle(Vocabulary vocabulary, const std::vector<Article>& articles)
    : vocabulary_(std::move(vocabulary)) {
  const std::string path = folder_ / "random.db";
  IndexWriter writer(path, {.annotate = is_analysed(), .link_names = false});
  for (const auto& [kind, names] : vocabulary_.linked) {
    for (const std::string& name : names) {
      if (name != names.front()) writer.merge_names(kind, names.front(), name);
    }
  }
  for (const Article& article : articles) writer.add(article);
  writer.commit();
  searcher_ = std::make_unique<Searcher>(path);
  read_documents(articles);
}

void QueryOracle::read_documents(const std::vector<Article>& articles) {
  for (const Article& article : articles) {
    documents_.push_back(is_analysed() ? read_article(*searcher_->article(article.id),
                                                      vocabulary_.linked)
                                       : read_article(article, vocabulary_.linked));
    for (const Name& name : documents_.back().article.names) {
      vocabulary_.known_names.insert(lower(name.text));
    }
  }
  for (const Document& document : documents_) {
    by_id_[document.article.id] = &document;
  }
}

SearchOptions QueryOracle::options(const Request& request) const {
  return {.sort = request.sort,
          .recency = request.recency,
          .any = request.any,
          .where = request.filters};
}

std::string QueryOracle::disagreement(const Request& request) const {
  const std::string text = to_query(request.question);
  const auto [query, problems] = parse_query(text, {.today = kToday});
  if (!problems.empty()) return "The parser complains: " + problems.front().message;
  SearchOptions whole = options(request);
  whole.limit = documents_.size() + 1;
  whole.facets.assign(std::begin(kKinds), std::end(kKinds));
  // Names that nobody could tell are no facets.
  if (is_analysed()) whole.facets = {"topic", "source", "author", "published:month"};
  whole.facet_limit = 0;
  whole.snippet = {.open = kOpen, .close = kClose, .escape_html = false};
  const Results results = searcher_->search(query, whole);
  if (leaves_words_out(results)) return {};
  for (const std::string& difference :
       {matches_differ(request, results), facets_differ(request, results),
        snippets_differ(request, results), order_differs(request, results)}) {
    if (!difference.empty()) return difference + "\n  reading: " + results.reading;
  }
  return count_differs(query, whole, results);
}

// Where no hit is wanted, nothing is scored.
std::string QueryOracle::count_differs(const Query& query, SearchOptions options,
                                       const Results& whole) const {
  options.limit = 0;
  const Results counted = searcher_->search(query, options);
  if (!counted.hits.empty()) return "It shows hits that nobody wanted.";
  if (!counted.matches.exact || counted.matches.count != whole.matches.count) {
    return "Without hits it counts " + std::to_string(counted.matches.count);
  }
  for (std::size_t i = 0; i < whole.facets.size(); ++i) {
    if (counts_of(counted.facets.at(i)) != counts_of(whole.facets[i])) {
      return "Without hits it counts other values of " + whole.facets[i].kind;
    }
  }
  return {};
}

Request QueryOracle::smallest(Request request) const {
  for (bool found = true; found;) {
    found = false;
    for (Request& part : smaller(request)) {
      if (disagreement(part).empty()) continue;
      request = std::move(part);
      found = true;
      break;
    }
  }
  return request;
}

double QueryOracle::share(const Request& request) const {
  return static_cast<double>(
             matching({.question = request.question, .any = request.any}).size()) /
         static_cast<double>(documents_.size());
}

bool QueryOracle::passes(const Document& document, const Request& request,
                         const std::string& except) const {
  std::map<std::string, bool> passed;  // By field.
  for (const FacetFilter& filter : request.filters) {
    const std::string field = field_of(filter.kind);
    if (field == field_of(except)) continue;
    const auto values = facet_values(filter.kind, document);
    passed[field] |= values.contains(value_of(filter, vocabulary_));
  }
  return std::all_of(passed.begin(), passed.end(),
                     [](const auto& entry) { return entry.second; });
}

std::vector<const Document*> QueryOracle::matching(const Request& request,
                                                   const std::string& except) const {
  const Predicate matches =
      meaning(request.question, {vocabulary_.known_names, request.any});
  std::vector<const Document*> result;
  for (const Document& document : documents_) {
    if (passes(document, request, except) && matches(document)) {
      result.push_back(&document);
    }
  }
  return result;
}

std::string QueryOracle::matches_differ(const Request& request,
                                        const Results& results) const {
  std::set<std::string> wanted;
  for (const Document* document : matching(request)) {
    wanted.insert(document->article.id);
  }
  std::set<std::string> found;
  for (const Hit& hit : results.hits) found.insert(hit.id);
  std::string text;
  for (const std::string& id : wanted) {
    if (!found.contains(id)) text += " oracle only: " + id;
  }
  for (const std::string& id : found) {
    if (!wanted.contains(id)) text += " dateline only: " + id;
  }
  if (!text.empty()) return text.substr(0, 200);
  if (results.hits.size() != found.size()) return "A hit is there twice.";
  if (!results.matches.exact || results.matches.count != found.size()) {
    return "It finds " + std::to_string(found.size()) + " and counts " +
           std::to_string(results.matches.count);
  }
  return {};
}

std::string QueryOracle::facets_differ(const Request& request,
                                       const Results& results) const {
  for (const Facet& facet : results.facets) {
    Counts counts;
    for (const Document* document : matching(request, facet.kind)) {
      for (const auto& value : facet_values(facet.kind, *document)) ++counts[value];
    }
    const Counts found = counts_of(facet);
    if (found != counts) {
      return facet.kind + " by the oracle:" + shown(counts) +
             "; by Dateline:" + shown(found);
    }
  }
  return {};
}

std::string QueryOracle::snippets_differ(const Request& request,
                                         const Results& results) const {
  // Where names and dates are marked as well, words alone do not tell.
  if (is_analysed() || measures_names(request.question)) return {};
  const Wanted asked = wanted(request.question, {vocabulary_.known_names, request.any});
  for (const Hit& hit : results.hits) {
    for (const std::string& text : marked(hit.snippet)) {
      if (!is_covered(text, asked.words)) {
        return hit.id + " marks what is not asked for, '" + text + "': " + hit.snippet;
      }
    }
    const Document& document = *by_id_.at(hit.id);
    if (marked(hit.snippet).empty() &&
        !find_any(asked.answers)(document.body).empty()) {
      return hit.id + " marks nothing of what its body has: " + hit.snippet;
    }
  }
  return {};
}

// A page's counts, order and scores do not depend on how many hits it has: Xapian
// (1.4.22) misses some of the best where it need not look at all.
std::string QueryOracle::page_differs(const Results& page, const Results& whole,
                                      std::size_t first) {
  if (!page.matches.exact || page.matches.count != whole.matches.count) {
    return "it counts " + std::to_string(page.matches.count) + " of " +
           std::to_string(whole.matches.count);
  }
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    const Hit& hit = page.hits[i];
    const Hit& same = whole.hits.at(first + i);
    if (hit.rank != same.rank) return hit.id + " has another rank";
    if (hit.id != same.id) return "it has " + hit.id + " instead of " + same.id;
    if (std::abs(hit.score - same.score) > 1e-9 * std::abs(same.score)) {
      return hit.id + " has another score";
    }
  }
  return {};
}

// Pages put together are the whole, and days stand in order, unknown ones last.
std::string QueryOracle::order_differs(const Request& request,
                                       const Results& results) const {
  const Query query = parse_query(to_query(request.question), {.today = kToday}).query;
  for (const std::size_t first : {std::size_t{0}, results.hits.size() / 2}) {
    SearchOptions part = options(request);
    part.limit = request.page;
    part.offset = first;
    const std::string difference =
        page_differs(searcher_->search(query, part), results, first);
    if (!difference.empty()) {
      return "From " + std::to_string(first) + " on: " + difference;
    }
  }
  if (request.sort == SortOrder::kRelevance) return {};
  for (std::size_t i = 1; i < results.hits.size(); ++i) {
    const Date before = results.hits[i - 1].published.date;
    const Date after = results.hits[i].published.date;
    if (!after) continue;
    const bool newest = request.sort == SortOrder::kNewest;
    const bool right = before && (newest ? first_day(before) >= first_day(after)
                                         : first_day(before) <= first_day(after));
    if (!right) return to_string(before) + " stands before " + to_string(after);
  }
  return {};
}

}  // namespace dateline::oracle
