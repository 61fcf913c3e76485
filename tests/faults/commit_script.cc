#include "tests/faults/commit_script.h"

#include <dateline/error.h>

#include <optional>
#include <stdexcept>

#include "index/database.h"
#include "index/document_record.h"
#include "index/schema.h"

namespace dateline::testing {
namespace {

// Its body is the number of the commit that wrote it last.
constexpr char kState[] = "state";

// Several segments in a commit of some tens of articles.
constexpr std::size_t kSegmentBytes = 6'000;

std::string words(int seed, int count) {
  constexpr const char* kWords[] = {"harbour", "minister", "budget",   "strike",
                                    "port",    "council",  "election", "grain",
                                    "river",   "bridge"};
  std::string text;
  auto state = static_cast<unsigned>(seed) * 2654435761U + 1;
  for (int i = 0; i < count; ++i) {
    state = state * 1664525U + 1013904223U;
    text += kWords[state >> 16U & 7U];
    text += (state >> 24U) % 5 == 0 ? std::to_string(state % 97) + " " : " ";
  }
  return text;
}

Article numbered(int number, int version) {
  Article article{.id = "a" + std::to_string(number),
                  .title = "Report " + words(number, 4),
                  .body = words(number * 100 + version, 50)};
  article.source = number % 3 == 0 ? "Gazette" : "Courier";
  article.topics = {"topic" + std::to_string(number % 4)};
  article.names = {{NameKind::kPerson, "Ann Lee"},
                   {NameKind::kPlace, "Port " + std::to_string(number % 7)}};
  article.published.date = Date{2024, 1 + number % 12, 1 + number % 28};
  return article;
}

void add_range(IndexWriter& writer, int begin, int end, int version, int step = 1) {
  for (int i = begin; i < end; i += step) writer.add(numbered(i, version));
}

void remove_range(IndexWriter& writer, int begin, int end) {
  for (int i = begin; i < end; ++i) writer.remove("a" + std::to_string(i));
}

// A little of everything: changed in place.
void change_little(IndexWriter& writer, int commit) {
  writer.add(numbered(commit, commit));
  writer.add(numbered(900 + commit, commit));
  writer.remove("a" + std::to_string(20 + commit));
}

void change(IndexWriter& writer, int commit) {
  switch (commit) {
    case 1:  // A new index.
      add_range(writer, 0, 60, 1);
      break;
    case 3:
      writer.merge_names(NameKind::kPlace, "Port 1", "Port 2");
      change_little(writer, commit);
      break;
    case 4:
      remove_range(writer, 30, 32);
      break;
    case 5:  // Most articles leave or are replaced: a changed copy is merged aside.
      add_range(writer, 0, 60, 5, 2);
      add_range(writer, 100, 130, 5);
      remove_range(writer, 40, 50);
      break;
    case 7:  // Rebuilt by another writer.
      add_range(writer, 0, 50, 7);
      break;
    case 10:  // Many come and none leaves: the index itself is merged.
      add_range(writer, 200, 240, 10);
      break;
    default:
      change_little(writer, commit);
  }
  // Never replaced in the commit that only adds, for that would be a leaver.
  if (commit != 10) {
    writer.add({.id = kState, .title = "State", .body = std::to_string(commit)});
  } else {
    writer.add({.id = "done", .title = "Done", .body = "all commits"});
  }
}

bool has_article(const Xapian::Database& database, const std::string& id) {
  return database.term_exists(schema::id_term(id));
}

}  // namespace

int commits_in(const std::string& path) {
  if (inspect_path(path) == PathContent::kNothing) return 0;
  const Xapian::Database database = open_to_read(path);
  if (has_article(database, "done")) return kScriptCommits;
  const auto found = database.postlist_begin(schema::id_term(kState));
  const auto record = decode_record(database.get_document(*found).get_data());
  return std::stoi(record.article.body);
}

void run_script(const std::string& path, const ScriptOptions& options,
                const std::function<void(int)>& acknowledge) {
  std::optional<IndexWriter> writer;
  for (int commit = commits_in(path) + 1; commit <= kScriptCommits; ++commit) {
    const bool rebuilds = commit == 7;
    if (!writer || rebuilds) {
      writer.reset();
      writer.emplace(path, IndexWriterOptions{.rebuild = rebuilds,
                                              .jobs = options.jobs,
                                              .segment_bytes = kSegmentBytes,
                                              .annotate = false,
                                              .formatter = options.formatter});
    }
    const auto once = [&] {
      change(*writer, commit);
      writer->commit();
    };
    try {
      once();
    } catch (const Error&) {
      if (!options.tries_again) throw;
      once();
    }
    acknowledge(commit);
  }
}

}  // namespace dateline::testing
