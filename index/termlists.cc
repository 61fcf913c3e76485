#include "index/termlists.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "index/database.h"
#include "index/document_builder.h"
#include "index/glass/key_codec.h"
#include "index/glass/table_writer.h"
#include "index/glass/termlist_codec.h"
#include "index/glass/version_file.h"
#include "index/index_metadata.h"
#include "index/record_dictionary.h"
#include "index/schema.h"
#include "index/stored_article.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Lists that are in memory together, some ten kilobytes each.
constexpr std::size_t kListsAtOnce = 2'000;

// The terms of a document, rising, and their wdf.
using Termlist = std::vector<std::pair<std::string, Xapian::termcount>>;

// Finds out what the lists of documents would be.
class TermlistFinder {
 public:
  explicit TermlistFinder(const Xapian::Database& database)
      : database_(database),
        dictionaries_(database),
        builder_(metadata_language(database)),
        derives_(has_metadata(database, metadata_language(database))) {}

  std::map<Xapian::docid, Termlist> find(const std::vector<Xapian::docid>& documents) {
    std::map<Xapian::docid, Termlist> lists;
    std::vector<Xapian::docid> left;
    for (const Xapian::docid docid : documents) {
      auto derived = derive(docid);
      if (!derived) left.push_back(docid);
      lists[docid] = std::move(derived).value_or(Termlist{});
    }
    if (!left.empty()) read_postings(left, lists);
    return lists;
  }

 private:
  // That which the stored article gives, if it is the one that the index has.
  std::optional<Termlist> derive(Xapian::docid docid) {
    if (!derives_) return std::nullopt;
    const Xapian::Document document = database_.get_document(docid);
    const auto article = readable_record(document, docid);
    if (!article) return std::nullopt;
    const BuiltDocument built = builder_.build(*article);
    if (!has_values(document, built)) return std::nullopt;
    Termlist list;
    Xapian::termcount length = 0;
    for (const glass::Posting& posting : built.postings) {
      list.emplace_back(posting.term, posting.wdf);
      if (!has_posting(list.back(), docid)) return std::nullopt;
      length += posting.wdf;
    }
    // With the postings above, this leaves no other term that has a wdf.
    if (database_.get_doclength(docid) != length) return std::nullopt;
    return list;
  }

  // Segments are without the dictionary of their index.
  std::optional<AnnotatedArticle> readable_record(const Xapian::Document& document,
                                                  Xapian::docid docid) const {
    try {
      return whole_record(document, dictionaries_, docid);
    } catch (const DictionaryError&) {
      return std::nullopt;
    }
  }

  // Whether the slots that tell of names, dates and fields are as the article has them.
  static bool has_values(const Xapian::Document& document, const BuiltDocument& built) {
    std::map<std::uint32_t, std::string_view> expected;
    for (const glass::Value& value : built.values) expected[value.slot] = value.bytes;
    for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
      if (slot == schema::slot::kOwnBounds) continue;  // Which no term is made of.
      if (document.get_value(slot) != expected[slot]) return false;
    }
    return true;
  }

  bool has_posting(const Termlist::value_type& term, Xapian::docid docid) const {
    auto posting = database_.postlist_begin(term.first);
    posting.skip_to(docid);
    return posting != database_.postlist_end(term.first) && *posting == docid &&
           posting.get_wdf() == term.second;
  }

  // By a look at all terms. `documents` rise.
  void read_postings(const std::vector<Xapian::docid>& documents,
                     std::map<Xapian::docid, Termlist>& lists) const {
    for (auto term = database_.allterms_begin(); term != database_.allterms_end();
         ++term) {
      const auto end = database_.postlist_end(*term);
      auto posting = database_.postlist_begin(*term);
      auto wanted = documents.begin();
      while (wanted != documents.end()) {
        posting.skip_to(*wanted);
        if (posting == end) break;
        wanted = std::lower_bound(wanted, documents.end(), *posting);
        if (wanted == documents.end() || *wanted != *posting) continue;
        lists[*wanted].emplace_back(*term, posting.get_wdf());
        ++wanted;
      }
    }
  }

  const Xapian::Database& database_;
  const RecordDictionaries dictionaries_;
  DocumentBuilder builder_;
  const bool derives_;
};

// Writes the table of lists, as Xapian has it. Documents rise.
class TermlistTable {
 public:
  TermlistTable(const Xapian::Database& database, const std::string& folder)
      : database_(database),
        table_(folder + "/termlist.glass", glass::kTextCompressMin) {}

  void add(Xapian::docid docid, const Termlist& list) {
    std::vector<glass::Posting> postings;
    for (const auto& [term, wdf] : list) postings.push_back({term, wdf});
    std::string key;
    glass::append_ordered(key, docid);
    std::string tag;
    glass::append_termlist(tag, postings, database_.get_doclength(docid));
    table_.add(key, tag);
    const std::vector<glass::Value> used = used_slots(docid);
    if (used.empty()) return;
    key.push_back('\0');
    tag.clear();
    glass::append_used_slots(tag, used);
    table_.add(key, tag);
  }

  glass::TableRoot finish() { return table_.finish(); }

 private:
  std::vector<glass::Value> used_slots(Xapian::docid docid) const {
    const Xapian::Document document = database_.get_document(docid);
    std::vector<glass::Value> used;
    for (std::uint32_t slot = 0; slot < schema::slot::kCount; ++slot) {
      if (!document.get_value(slot).empty()) used.push_back({slot, ""});
    }
    return used;
  }

  const Xapian::Database& database_;
  glass::TableWriter table_;
};

glass::TableRoot write_lists(const std::string& folder,
                             const std::set<Xapian::docid>& documents) {
  const Xapian::Database database = open_segment(folder);
  TermlistFinder finder(database);
  TermlistTable table(database, folder);
  std::vector<Xapian::docid> portion;
  for (auto next = documents.begin(); next != documents.end();) {
    portion.clear();
    while (next != documents.end() && portion.size() < kListsAtOnce) {
      portion.push_back(*next++);
    }
    for (const auto& [docid, list] : finder.find(portion)) table.add(docid, list);
  }
  return table.finish();
}

void say_without_lists(const std::string& folder) {
  Xapian::WritableDatabase database = open_segment_to_write(folder);
  database.set_metadata(std::string(schema::metadata::kNoTermlists), "yes");
  database.commit();
  database.close();
}

}  // namespace

bool has_termlists(const Xapian::Database& database) {
  return database.get_metadata(std::string(schema::metadata::kNoTermlists)).empty();
}

bool has_termlist(const Xapian::Database& database, Xapian::docid docid) {
  try {
    database.termlist_begin(docid);
    return true;
  } catch (const Xapian::DocNotFoundError&) {
    return false;
  } catch (const Xapian::FeatureUnavailableError&) {
    return false;
  }
}

void lend_termlists(const std::string& folder,
                    const std::set<Xapian::docid>& documents) {
  with_xapian(folder, [&] {
    glass::add_table(folder, glass::Table::kTermlist, write_lists(folder, documents));
  });
}

void drop_termlists(const std::string& folder) {
  with_xapian(folder, [&] {
    if (has_termlists(open_segment(folder))) say_without_lists(folder);
    glass::forget_table(folder, glass::Table::kTermlist);
  });
}

}  // namespace dateline
