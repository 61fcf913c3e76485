#include "index/termlists.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "index/database.h"
#include "index/glass/key_codec.h"
#include "index/glass/table_writer.h"
#include "index/glass/termlist_codec.h"
#include "index/glass/version_file.h"
#include "index/schema.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Postings that are turned round at once, of twelve bytes and twice.
constexpr std::uint64_t kPostingsAtOnce = std::uint64_t{8} << 20;

// Documents from `first` on, up to but not including `end`.
struct Range {
  Xapian::docid first;
  Xapian::docid end;
};

// Turns postings by term into terms by document, some documents at a time.
class TermlistMaker {
 public:
  TermlistMaker(const Xapian::Database& database, const std::string& folder)
      : database_(database),
        table_(folder + "/termlist.glass", glass::kTextCompressMin) {
    std::uint64_t postings = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end();
         ++term) {
      terms_.push_back(*term);
      postings += term.get_termfreq();
    }
    const std::uint64_t parts = postings / kPostingsAtOnce + 1;
    documents_at_once_ =
        static_cast<Xapian::docid>(database.get_lastdocid() / parts + 1);
    for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
      values_.push_back(database.valuestream_begin(slot));
    }
  }

  glass::TableRoot run() {
    auto document = database_.postlist_begin("");
    const auto end = database_.postlist_end("");
    while (document != end) {
      const Range range{*document, *document + documents_at_once_};
      collect(range);
      for (; document != end && *document < range.end; ++document) {
        write(*document, terms_of(*document - range.first));
      }
    }
    return table_.finish();
  }

 private:
  struct Entry {
    std::uint32_t document;  // Less the first of the range.
    std::uint32_t term;      // Its row.
    std::uint32_t wdf;
  };

  // The postings of a range: by document, and of one by term.
  void collect(const Range& range) {
    std::vector<Entry> by_term;
    for (std::uint32_t row = 0; row < terms_.size(); ++row) {
      auto posting = database_.postlist_begin(terms_[row]);
      const auto end = database_.postlist_end(terms_[row]);
      for (posting.skip_to(range.first); posting != end && *posting < range.end;
           ++posting) {
        by_term.push_back({*posting - range.first, row, posting.get_wdf()});
      }
    }
    starts_.assign(std::size_t{documents_at_once_} + 1, 0);
    for (const Entry& entry : by_term) ++starts_[entry.document + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    entries_.resize(by_term.size());
    for (const Entry& entry : by_term) entries_[next[entry.document]++] = entry;
  }

  std::vector<glass::Posting> terms_of(std::size_t document) const {
    std::vector<glass::Posting> postings;
    for (std::size_t i = starts_[document]; i < starts_[document + 1]; ++i) {
      postings.push_back({terms_[entries_[i].term], entries_[i].wdf});
    }
    return postings;
  }

  void write(Xapian::docid docid, const std::vector<glass::Posting>& postings) {
    std::string key;
    glass::append_ordered(key, docid);
    std::string tag;
    glass::append_termlist(tag, postings, database_.get_doclength(docid));
    table_.add(key, tag);
    const std::vector<glass::Value> used = values_of(docid);
    if (used.empty()) return;
    key.push_back('\0');
    tag.clear();
    glass::append_used_slots(tag, used);
    table_.add(key, tag);
  }

  // The slots in which a document has values. Documents rise.
  std::vector<glass::Value> values_of(Xapian::docid docid) {
    std::vector<glass::Value> used;
    for (std::uint32_t slot = 0; slot < values_.size(); ++slot) {
      Xapian::ValueIterator& value = values_[slot];
      const auto end = database_.valuestream_end(slot);
      while (value != end && value.get_docid() < docid) ++value;
      if (value != end && value.get_docid() == docid) used.push_back({slot, ""});
    }
    return used;
  }

  const Xapian::Database& database_;
  glass::TableWriter table_;
  std::vector<std::string> terms_;
  std::vector<Xapian::ValueIterator> values_;
  Xapian::docid documents_at_once_ = 1;
  std::vector<Entry> entries_;
  std::vector<std::size_t> starts_;  // Of a document's entries.
};

void say(const std::string& folder, const char* is_compact) {
  Xapian::WritableDatabase database = open_segment_to_write(folder);
  database.set_metadata(std::string(schema::metadata::kCompact), is_compact);
  database.commit();
  database.close();
}

}  // namespace

bool is_compact(const Xapian::Database& database) {
  return !database.get_metadata(std::string(schema::metadata::kCompact)).empty();
}

void drop_termlists(const std::string& folder) {
  with_xapian(folder, [&] {
    if (is_compact(open_segment(folder))) return;
    say(folder, "yes");
    glass::forget_table(folder, glass::Table::kTermlist);
  });
}

void restore_termlists(const std::string& folder) {
  with_xapian(folder, [&] {
    const glass::TableRoot root = [&] {
      const Xapian::Database database = open_segment(folder);
      return TermlistMaker(database, folder).run();
    }();
    glass::add_table(folder, glass::Table::kTermlist, root);
    say(folder, "");
  });
}

}  // namespace dateline
