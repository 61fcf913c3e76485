// Every article, the postings of all terms, and the tables in the metadata.

#include <dateline/error.h>
#include <xapian.h>

#include <set>
#include <string>
#include <utility>

#include "index/copy_linking.h"
#include "index/database.h"
#include "index/index_metadata.h"
#include "index/integrity/article_check.h"
#include "index/integrity/findings.h"
#include "index/integrity/posting_trace.h"
#include "index/name_linking.h"
#include "index/positions/term_positions.h"
#include "index/record_dictionary.h"
#include "index/schema.h"
#include "index/stored_article.h"
#include "index/termlists.h"
#include "index/xapian_guard.h"

namespace dateline::integrity {
namespace {

constexpr std::uint64_t kTermsBetweenProgress = 1024;

class DatabaseCheck {
 public:
  DatabaseCheck(const std::string& path, const Xapian::Database& database,
                const CheckProgress& progress)
      : path_(path), database_(database), progress_(progress), articles_(database) {}

  CheckReport run() {
    check_metadata();
    check_articles();
    guarded("postlist.glass", [&] { check_other_slots(); });
    guarded("dictionary", [&] { check_dictionary(); });
    guarded("postlist.glass", [&] { check_postings(); });
    guarded("postlist.glass", [&] { check_positions(); });
    guarded("entities", [&] { check_entities(); });
    guarded("copies", [&] { check_copies(); });
    note_versions();
    return std::move(report_);
  }

 private:
  void at(std::string_view place) const {
    if (progress_) progress_(place);
  }

  // Damage that an exception tells is a finding like any other.
  template <class Action>
  void guarded(const std::string& place, Action&& action) {
    try {
      with_xapian(path_, action);
    } catch (const Error& error) {
      const bool is_damage =
          error.code() == ErrorCode::kCorrupt || error.code() == ErrorCode::kInternal;
      if (!is_damage) throw;
      findings_.add(place, error.what(), kSearchMeaning);
    }
  }

  void check_metadata() {
    const auto has = [&](std::string_view key) {
      return !database_.get_metadata(std::string(key)).empty();
    };
    namespace keys = schema::metadata;
    for (const std::string_view key :
         {keys::kDatelineVersion, keys::kXapianVersion, keys::kAnalysis}) {
      if (has(key)) continue;
      findings_.add("metadata", "The entry '" + std::string(key) + "' is missing.",
                    kSearchMeaning);
    }
  }

  void check_articles() {
    auto posting = database_.postlist_begin("");
    const auto end = database_.postlist_end("");
    for (; posting != end; ++posting) {
      ++report_.articles;
      check(*posting);
    }
    if (report_.articles == database_.get_doccount()) return;
    findings_.add("postlist.glass",
                  "There are " + std::to_string(report_.articles) +
                      " articles, and should be " +
                      std::to_string(database_.get_doccount()) + ".",
                  kSearchMeaning);
  }

  void check(Xapian::docid docid) {
    const std::string number = "article number " + std::to_string(docid);
    at(number);
    bool has_terms = false;
    guarded(number, [&] {
      const auto fault = articles_.check(docid);
      has_terms = !fault || fault->meaning != kTextMeaning;
      if (!fault) return;
      faulty_.insert(docid);
      findings_.add(fault->id.empty() ? number : fault->id, fault->what,
                    fault->meaning);
    });
    all_have_terms_ = all_have_terms_ && has_terms;
  }

  // Without lists an article does not tell of slots that no version of ours has.
  void check_other_slots() {
    constexpr Xapian::valueno kEnd = 256;  // Others are beyond what anybody uses.
    for (Xapian::valueno slot = schema::slot::kCount; slot < kEnd; ++slot) {
      const auto end = database_.valuestream_end(slot);
      for (auto value = database_.valuestream_begin(slot); value != end; ++value) {
        const Xapian::docid docid = value.get_docid();
        if (!faulty_.insert(docid).second) continue;
        const std::string id = readable_id(database_, docid);
        findings_.add(id.empty() ? "article number " + std::to_string(docid) : id,
                      "Its slot " + std::to_string(slot) + " should be empty.",
                      kSearchMeaning);
      }
    }
  }

  void check_dictionary() {
    const bool is_missing = read_dictionary(database_) == nullptr;
    if (is_missing && articles_.unreadable() > 0) throw_missing_dictionary();
  }

  void check_postings() {
    PostingSums sums;
    for (auto term = database_.allterms_begin(); term != database_.allterms_end();
         ++term) {
      const std::string name = *term;
      if (report_.terms++ % kTermsBetweenProgress == 0) at("postlist.glass");
      Xapian::doccount count = 0;
      const auto end = database_.postlist_end(name);
      for (auto one = database_.postlist_begin(name); one != end; ++one, ++count) {
        sums.add(name, *one, one.get_wdf());
      }
      if (count == term.get_termfreq()) continue;
      findings_.add(
          "postlist.glass",
          "The term '" + name + "' does not have as many articles as it says.",
          kSearchMeaning);
    }
    // Articles that could not be read were not added up.
    if (!all_have_terms_ || articles_.unreadable() > 0 || sums == articles_.postings())
      return;
    const bool has_lists = has_termlists(database_);
    if (!has_lists && !articles_.derives()) return;
    if (!has_lists && trace(sums)) return;
    findings_.add("postlist.glass",
                  "The articles of some terms are not those that have the terms.",
                  kSearchMeaning);
  }

  // Tells of the articles whose postings are wrong; false where it cannot.
  bool trace(const PostingSums& sums) {
    bool has_told = !faulty_.empty();
    const auto tell = [&](const ArticleFault& fault) {
      has_told = true;
      findings_.add(fault.id, fault.what, fault.meaning);
    };
    return PostingTrace(database_, articles_, sums).run(faulty_, tell) && has_told;
  }

  // That no word stands in an article that does not have it.
  void check_positions() {
    const bool are_all_added = all_have_terms_ && articles_.unreadable() == 0;
    if (!articles_.derives() || !are_all_added || database_.has_positions()) return;
    PostingSums sum;
    for_each_positions(
        database_, [&](std::string_view term, const positions::PositionChunk& chunk) {
          sum.add(term, chunk.document(),
                  static_cast<Xapian::termcount>(chunk.positions().size()));
        });
    if (sum == articles_.positions()) return;
    findings_.add("postlist.glass",
                  "The positions of some words are in articles that lack the words.",
                  kSearchMeaning);
  }

  void check_entities() {
    at("entities");
    read_entity_rules(database_);
    const entities::EntityTable table = read_entities(database_);
    for (std::uint32_t group = 0; group < table.size(); ++group) {
      const NameKind kind = table.kind(group);
      for (const std::string_view name : table.names(group)) {
        if (database_.term_exists(schema::name_term(kind, name))) continue;
        findings_.add("entities",
                      "The name '" + std::string(name) +
                          "' is told to be a spelling, and no article has it.",
                      "Facets and names may show wrong spellings.");
      }
    }
  }

  void check_copies() {
    at("copies");
    const duplicates::ChainTable table = read_copies(database_);
    for (std::uint32_t chain = 0; chain < table.size(); ++chain) {
      for (std::size_t i = 0; i < table.size(chain); ++i) {
        const std::string term(table.id_term(chain, i));
        if (database_.term_exists(term)) continue;
        findings_.add("copies",
                      "The article '" + term.substr(1) +
                          "' is told to be a copy, and is not in the index.",
                      "Chains of copies may be wrong.");
      }
    }
  }

  void note_versions() {
    if (!articles_.derives()) {
      report_.notes.push_back(
          "Another version of Dateline or Xapian wrote the index: terms were not "
          "compared with the texts. Words may be cut or stemmed otherwise than they "
          "are "
          "now; `dateline index --rebuild` makes them alike.");
    } else if (articles_.earlier() > 0) {
      report_.notes.push_back(std::to_string(articles_.earlier()) +
                              " articles were indexed by an earlier version: their "
                              "terms were not compared with their texts.");
    }
  }

  const std::string& path_;
  const Xapian::Database& database_;
  const CheckProgress& progress_;
  ArticleCheck articles_;
  bool all_have_terms_ = true;
  std::set<Xapian::docid> faulty_;
  CheckReport report_;
  Findings findings_{report_};
};

// Whether the index is another one than `database` is.
bool has_moved_on(const std::string& path, std::uint64_t directory,
                  const Xapian::Database& database) {
  return identity(path) != directory ||
         open_to_read(path).get_revision() != database.get_revision();
}

}  // namespace

CheckReport check_articles(const std::string& path, const CheckProgress& progress) {
  constexpr int kAttempts = 3;
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    const std::uint64_t directory = identity(path);
    const Xapian::Database database = open_to_read(path);
    try {
      CheckReport report = with_xapian(
          path, [&] { return DatabaseCheck(path, database, progress).run(); });
      // Blocks that are written over look like damage.
      if (report.problems.empty() || !has_moved_on(path, directory, database)) {
        return report;
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kBusy) throw;
    }
  }
  return {.was_busy = true};
}

}  // namespace dateline::integrity
