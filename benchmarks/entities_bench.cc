// How long it takes to resolve the names of a large index to entities, and how much
// memory: made-up names from lists of given names, surnames and towns, with the
// variants that papers print, in made-up articles about the same few of them.
//
//   entities_bench [--names N] [--seed S] [--lists FOLDER]
//
// Prints what was made, then time of the processor, peak memory and size of the table;
// then the time for a batch of articles that came in since. FOLDER has given-name.txt,
// surname.txt and town.txt, one name a line; by default those of
// index/names/gazetteer/lists.

#include <dateline/name.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/resolver.h"
#include "index/schema.h"
#include "index/text/analyzer.h"

namespace {

using dateline::Name;
using dateline::NameKind;
using dateline::entities::EntityTable;

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(dateline::text::fold(line));
  }
  if (lines.empty()) {
    std::cerr << "entities_bench: nothing to read in '" << path << "'\n";
    std::exit(2);
  }
  return lines;
}

// Makes names, all different, variants of a name right behind it.
class NameMaker {
 public:
  NameMaker(const std::string& lists, unsigned seed)
      : given_(read_lines(lists + "/given-name.txt")),
        surnames_(read_lines(lists + "/surname.txt")),
        towns_(read_lines(lists + "/town.txt")),
        random_(seed) {}

  std::vector<Name> make(std::size_t count) {
    std::vector<Name> names;
    std::set<Name> seen;
    while (names.size() < count) {
      Name name = make_name();
      const bool is_new = seen.insert(name).second;
      if (!is_new) continue;
      names.push_back(name);
      if (below(8) != 0) continue;
      Name other = {name.kind, dateline::text::fold(variant(name))};
      if (seen.insert(other).second) names.push_back(std::move(other));
    }
    names.resize(count);
    return names;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  // Names at the front of a list are drawn more often, as few names are many people's.
  const std::string& pick(const std::vector<std::string>& list) {
    return list[std::min(below(list.size()), below(list.size()))];
  }

  Name make_name() {
    static constexpr std::string_view kHeads[] = {" inc",        " motors", " group",
                                                  " university", " & sons", " bank"};
    static constexpr std::string_view kThings[] = {" treaty", " prize", " accord"};
    switch (below(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return {NameKind::kOrg, pick(surnames_) + " " + pick(towns_) +
                                    std::string(kHeads[below(std::size(kHeads))])};
      case 4:
      case 5:
        return {NameKind::kPlace, pick(towns_) + " " + pick(surnames_)};
      case 6:
        return {NameKind::kThing, pick(towns_) + " " + pick(surnames_) +
                                      std::string(kThings[below(std::size(kThings))])};
      case 7:
        return {NameKind::kPerson, pick(surnames_)};
      default:
        return {NameKind::kPerson, pick(given_) + " " + pick(surnames_)};
    }
  }

  std::string variant(const Name& name) {
    std::string text = name.text;
    const std::size_t at = below(text.size());
    switch (below(name.kind == NameKind::kPerson ? 6 : 3)) {
      case 0:
        return text.erase(at, 1);
      case 1:
        return text.insert(at, 1, text[at]);
      case 2:
        return text + (name.kind == NameKind::kOrg ? " ltd" : "s");
      case 3:
        return text.substr(0, 1) + ". " + text.substr(text.rfind(' ') + 1);
      case 4: {
        const std::size_t space = text.find(' ');
        return space == text.npos ? text + "y" : text.insert(space, " j.");
      }
      default:
        std::replace(text.begin(), text.end(), 'y', 'i');
        return text;
    }
  }

  std::vector<std::string> given_;
  std::vector<std::string> surnames_;
  std::vector<std::string> towns_;
  std::mt19937 random_;
};

// Articles of 15 names each; names that were made one after the other share articles.
class MadeArticles : public dateline::entities::NameSource {
 public:
  MadeArticles(std::vector<Name> names, std::size_t articles, unsigned seed)
      : names_(std::move(names)), counts_(names_.size()), random_(seed) {
    for (const Name& name : names_) {
      ids_.push_back(dateline::schema::name_id(name.kind, name.text));
    }
    for (std::size_t i = 0; i < articles; ++i) add(i * names_.size() / articles);
  }

  // Adds an article about names near `centre`.
  void add(std::size_t centre) {
    std::set<std::uint32_t> chosen;
    while (chosen.size() < kNamesOfArticle) {
      const bool is_frequent = random_() % 4 == 0;  // "Washington".
      const std::size_t name =
          is_frequent ? random_() % (1 + random_() % 1000)
                      : (centre + random_() % (2 * kNamesOfArticle)) % names_.size();
      chosen.insert(static_cast<std::uint32_t>(name % names_.size()));
    }
    for (const std::uint32_t name : chosen) ++counts_[name];
    articles_.insert(articles_.end(), chosen.begin(), chosen.end());
  }

  std::size_t size() const { return articles_.size() / kNamesOfArticle; }

  std::vector<Name> last(std::size_t articles) const {
    std::vector<Name> names;
    const auto all = std::span(articles_).last(articles * kNamesOfArticle);
    for (const std::uint32_t name : all) names.push_back(names_[name]);
    return names;
  }

  void for_each_name(const NameVisitor& visit) const override {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (counts_[i] > 0) visit(names_[i].kind, names_[i].text, counts_[i]);
    }
  }

  void for_each_article(const ArticleVisitor& visit) const override {
    std::vector<std::uint64_t> ids(kNamesOfArticle);
    for (std::size_t at = 0; at < articles_.size(); at += kNamesOfArticle) {
      for (std::size_t i = 0; i < kNamesOfArticle; ++i)
        ids[i] = ids_[articles_[at + i]];
      visit(ids);
    }
  }

 private:
  static constexpr std::size_t kNamesOfArticle = 15;

  std::vector<Name> names_;
  std::vector<std::uint64_t> ids_;
  std::vector<std::size_t> counts_;
  std::vector<std::uint32_t> articles_;
  std::mt19937 random_;
};

// Of the processor, which other work on the machine disturbs less than the clock; the
// resolver has one thread.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_megabytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> options = {
      {"--names", "1000000"}, {"--seed", "1"}, {"--lists", DATELINE_NAME_LISTS}};
  for (int i = 1; i + 1 < argc; i += 2) options[argv[i]] = argv[i + 1];
  const std::size_t names = std::strtoull(options["--names"].c_str(), nullptr, 10);
  const auto seed = static_cast<unsigned>(std::strtoul(options["--seed"].c_str(),  //
                                                       nullptr, 10));
  MadeArticles articles(NameMaker(options["--lists"], seed).make(names), names / 4,
                        seed);
  const double before = peak_megabytes();
  std::printf("%zu names in %zu articles; %.0f MB with nothing resolved\n", names,
              articles.size(), before);

  double start = seconds();
  const EntityTable table = dateline::entities::resolve(articles, {});
  std::printf("resolve          %6.2f s  peak %4.0f MB, %4.0f of them its own\n",
              seconds() - start, peak_megabytes(), peak_megabytes() - before);
  std::printf("                 %zu entities of several names, %zu hidden, %zu bytes\n",
              table.size(), table.hidden().size(), table.encode().size());

  constexpr std::size_t kBatch = 100;
  for (std::size_t i = 0; i < kBatch; ++i) articles.add(i * names / kBatch);
  start = seconds();
  const EntityTable next =
      dateline::entities::resolve_changed(articles, {}, table, articles.last(kBatch));
  const double taken = seconds() - start;
  const bool is_same = next == dateline::entities::resolve(articles, {});
  std::printf("resolve_changed  %6.2f s  for %zu articles; %s\n", taken, kBatch,
              is_same ? "as all anew" : "NOT as all anew");
  return is_same ? 0 : 1;
}
