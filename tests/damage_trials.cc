#include "tests/damage_trials.h"

#include <dateline/check.h>
#include <dateline/error.h>
#include <dateline/searcher.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "index/manifest.h"
#include "tools/child_process.h"

namespace dateline::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kQueries[] = {"the", "\"New START\"", "place:Geneva sanction*"};

const SearchOptions kWholeHits = {
    .limit = 100, .snippet = {.open = "", .close = "", .escape_html = false}};
const SearchOptions kBriefHits = {
    .limit = 100, .parts = {.snippet = false, .names = false, .mentioned = false}};

// Where so many readings have failed, the others would take long to fail alike.
constexpr int kMostTold = 3;

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

// With every run of blanks as one.
std::string squeezed(const std::string& text) {
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

// Whether all that a snippet shows stands in the article.
bool stands_in(const std::string& snippet, const std::string& article) {
  const std::string all = squeezed(article);
  static const std::string kEllipsis = "\u2026";
  for (std::size_t begin = 0; begin <= snippet.size();) {
    const std::size_t end = std::min(snippet.find(kEllipsis, begin), snippet.size());
    const std::string part = squeezed(snippet.substr(begin, end - begin));
    if (all.find(part) == std::string::npos) return false;
    begin = end + kEllipsis.size();
  }
  return true;
}

}  // namespace

DamageTrials::DamageTrials(std::uint64_t seed) : random_(seed) {
  const std::string corpus = (source_dir() / "corpus").string();
  const Outcome outcome =
      runner_.run({"index", corpus + "/sample.jsonl", corpus + "/text"});
  if (outcome.code != 0) throw std::runtime_error("index failed: " + outcome.err);
  const Searcher searcher(runner_.index());
  searcher.export_articles({}, {}, [&](const ExportedArticle& one) {
    const Article& article = one.found.article;
    texts_[article.id] = {article.title, article.body};
  });
}

DamageTrials::Place DamageTrials::random_place() {
  std::vector<std::string> names = {"docdata.glass"};
  if (++places_ % 4 != 0) {
    names = manifest_files(runner_.index());
    names.emplace_back(kManifestFile);
  }
  std::uint64_t all = 0;
  for (const std::string& name : names) {
    all += fs::file_size(fs::path(runner_.index()) / name);
  }
  std::uint64_t at = random_() % all;
  for (const std::string& name : names) {
    const std::string file = (fs::path(runner_.index()) / name).string();
    const std::uint64_t size = fs::file_size(file);
    if (at < size) return {file, read_file(file), static_cast<std::size_t>(at)};
    at -= size;
  }
  throw std::logic_error("no byte there");
}

void DamageTrials::flip(bool with_check) {
  const Place place = random_place();
  std::string damaged = place.content;
  const auto mask = static_cast<char>(1 + random_() % 255);
  damaged[place.at] = static_cast<char>(damaged[place.at] ^ mask);
  try_damage(place, damaged, with_check);
}

void DamageTrials::truncate(bool with_check) {
  const Place place = random_place();
  try_damage(place, place.content.substr(0, place.at), with_check);
}

void DamageTrials::try_damage(const Place& place, const std::string& damaged,
                              bool with_check) {
  trial_ = fs::path(place.file).filename().string() + " at " +
           std::to_string(place.at) + ", " + std::to_string(damaged.size()) + " of " +
           std::to_string(place.content.size()) + " bytes";
  ++counts_.trials;
  write_bytes(place.file, damaged);
  const CheckReport files = check_index(runner_.index(), CheckStep::kFiles);
  if (files.problem_count > 0) {
    ++counts_.found;
  } else {
    note("not found by the manifest");
  }
  read_all();
  if (with_check) run_check();
  write_bytes(place.file, place.content);
}

void DamageTrials::read_all() {
  const cli::ChildOutcome outcome = cli::run_in_child(
      [&](const cli::TellPlace& tell) {
        tell("reading");
        return read_in_child();
      },
      std::chrono::seconds(60));
  if (!outcome.finished) {
    ++counts_.reader_crashes;
    return;
  }
  int told = 0;
  int lost = 0;
  int wrong = 0;
  std::istringstream(outcome.result) >> told >> lost >> wrong;
  counts_.told += told;
  counts_.lost += lost;
  counts_.wrong_texts += wrong;
  if (wrong > 0) note("gave a wrong text: " + outcome.result);
}

// How many hits are not what was indexed, in what they have of it.
int DamageTrials::count_wrong(const Results& results) const {
  int wrong = 0;
  for (const Hit& hit : results.hits) {
    const auto text = texts_.find(hit.id);
    const bool is_right =
        text != texts_.end() && hit.title == text->second.title &&
        stands_in(hit.snippet, text->second.body + ' ' + text->second.title);
    if (!is_right) ++wrong;
  }
  return wrong;
}

// Shows every article and asks every query: how many told an error, how many articles
// were not there, and how many texts are not those that were indexed.
std::string DamageTrials::read_in_child() const {
  int told = 0;
  int lost = 0;
  int wrong = 0;
  const auto guarded = [&](auto action) {
    try {
      action();
    } catch (const Error&) {
      ++told;
    }
  };
  guarded([&] {
    const Searcher searcher(runner_.index());
    for (const auto& [id, text] : texts_) {
      if (told >= kMostTold) return;
      guarded([&, &id = id, &text = text] {
        const auto found = searcher.article(id);
        if (!found) {
          ++lost;
        } else if (found->article.id != id || found->article.title != text.title ||
                   found->article.body != text.body) {
          ++wrong;
        }
      });
    }
    guarded([&] {  // What one search tells, the others would tell again.
      for (const char* query : kQueries) {
        wrong += count_wrong(searcher.search(parse_query(query).query, kWholeHits));
      }
    });
    guarded([&] {
      for (const char* query : kQueries) {
        wrong += count_wrong(searcher.search(parse_query(query).query, kBriefHits));
      }
    });
  });
  return std::to_string(told) + ' ' + std::to_string(lost) + ' ' +
         std::to_string(wrong);
}

void DamageTrials::run_check() {
  const Outcome outcome = runner_.run({"check"});
  ++counts_.checks;
  if (outcome.code == 1) {
    ++counts_.check_found;
  } else {
    if (outcome.code > 1) ++counts_.check_crashes;
    note("check ended with " + std::to_string(outcome.code) + ": " + outcome.err);
  }
}

void DamageTrials::note(const std::string& what) {
  log_ += trial_ + ": " + what + '\n';
}

}  // namespace dateline::testing
