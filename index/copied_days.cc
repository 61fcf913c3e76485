#include "index/copied_days.h"

#include <dateline/date.h>
#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "index/document_record.h"
#include "index/id_terms.h"
#include "index/publication/publication.h"
#include "index/record_compression.h"
#include "index/record_dictionary.h"
#include "index/schema.h"
#include "index/stored_article.h"

namespace dateline {
namespace {

using duplicates::ChainTable;

// Of an article whose day is a copy's: what was known without it.
std::string pack_own(const Publication& own) {
  const std::array<std::string, 3> parts = {to_string(own.not_before),
                                            to_string(own.not_after), own.reason};
  return schema::pack_strings(parts);
}

std::optional<Publication> unpack_own(std::string_view packed) {
  const auto parts = schema::unpack_strings(packed);
  if (!parts || parts->size() != 3) return std::nullopt;
  Publication own;
  own.not_before = parse_date((*parts)[0]).value_or(Date{});
  own.not_after = parse_date((*parts)[1]).value_or(Date{});
  own.reason = (*parts)[2];
  return own;
}

// Reads and writes the records of an index; most of its changes need none.
class Records {
 public:
  explicit Records(const Xapian::Database& database) : database_(database) {}

  AnnotatedArticle read(const Xapian::Document& document) {
    return decode_data(document.get_data(), dictionaries(), document.get_docid());
  }

  // The data of a document.
  std::string write(const AnnotatedArticle& article) {
    std::string record = encode_record(article);
    if (!compressor_ && dictionaries().find(1)) {
      compressor_.emplace(dictionaries().find(1));
    }
    return compressor_ ? std::string(compressor_->compress(record)) : record;
  }

 private:
  const RecordDictionaries& dictionaries() {
    if (!dictionaries_) dictionaries_.emplace(database_);
    return *dictionaries_;
  }

  const Xapian::Database& database_;
  std::optional<RecordDictionaries> dictionaries_;
  std::optional<RecordCompressor> compressor_;
};

// An article of a chain, as the index has it.
class Member {
 public:
  Member(const Xapian::Database& database, Xapian::docid docid)
      : docid_(docid), document_(database.get_document(docid)) {}

  Xapian::docid docid() const { return docid_; }

  bool has_copied_day() const {
    return !document_.get_value(schema::slot::kOwnBounds).empty();
  }

  // Its own, as exact as it is.
  Date own_date() const {
    if (has_copied_day()) return {};
    const auto dates =
        schema::unpack_dates(document_.get_value(schema::slot::kPublishedDate));
    return dates && !dates->empty() ? dates->front() : Date{};
  }

  // Reads its record; false where that is damaged, and then nothing is changed.
  bool read(Records& records) {
    try {
      annotated_ = records.read(document_);
    } catch (const Error&) {
      return false;
    }
    return true;
  }

  const Publication& published() const { return annotated_.article.published; }

  // What is known of it without copies.
  std::optional<Publication> own() const {
    if (!has_copied_day()) return published();
    return unpack_own(document_.get_value(schema::slot::kOwnBounds));
  }

  // Writes another day, or none.
  void publish(Xapian::WritableDatabase& database, Records& records,
               const Publication& own, const Publication& found) {
    for (const Date date : schema::with_coarser(published().date)) {
      document_.remove_term(schema::published_term(date));
    }
    for (const Date date : schema::with_coarser(found.date)) {
      document_.add_boolean_term(schema::published_term(date));
    }
    set_values(own, found.date);
    annotated_.article.published = found;
    document_.set_data(records.write(annotated_));
    database.replace_document(docid_, document_);
  }

 private:
  void set_values(const Publication& own, Date date) {
    // An empty value is none.
    const bool is_dated = static_cast<bool>(date);
    document_.add_value(
        schema::slot::kPublished,
        is_dated ? Xapian::sortable_serialise(to_days(first_day(date))) : "");
    document_.add_value(schema::slot::kPublishedDate,
                        is_dated ? schema::pack_dates(std::span(&date, 1)) : "");
    document_.add_value(schema::slot::kOwnBounds, is_dated ? pack_own(own) : "");
  }

  Xapian::docid docid_;
  Xapian::Document document_;
  AnnotatedArticle annotated_;
};

std::optional<Member> find_member(const Xapian::Database& database,
                                  std::string_view id_term) {
  const std::string term(id_term);
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return Member(database, *found);
}

// Appends the change of what a member says of its day to what `copy` makes of it.
void give_day(Records& records, Member& member, const Publication& copy,
              std::vector<CopiedDay>& changes) {
  if (!member.read(records)) return;
  const std::optional<Publication> own = member.own();
  if (!own) return;
  Publication found = publication::with_copy(*own, copy);
  if (found != member.published()) {
    changes.push_back({member.docid(), *own, std::move(found)});
  }
}

// The publication of the earliest copy with a day, where all others with one are of
// about that day; none elsewhere: a text that was printed again after years.
Publication day_of_copies(std::vector<Member>& dated, Records& records) {
  std::erase_if(dated, [](const Member& member) {
    return precision(member.own_date()) != DatePrecision::kDay;
  });
  if (dated.empty() || !dated.front().read(records)) return {};
  const std::int32_t first = to_days(dated.front().own_date());
  const std::int32_t last = to_days(dated.back().own_date());
  if (last - first > publication::kCopyDays) return {};
  return dated.front().published();
}

// Those without a date of their own stand behind all others of a chain.
void find_in_chain(const Xapian::Database& database, Records& records,
                   const ChainTable& table, std::uint32_t chain,
                   std::vector<CopiedDay>& changes) {
  std::vector<Member> undated;
  std::size_t left = table.size(chain);
  for (; left > 0; --left) {
    auto member = find_member(database, table.id_term(chain, left - 1));
    if (!member) continue;
    if (member->own_date()) break;
    undated.push_back(*std::move(member));
  }
  if (undated.empty()) return;
  std::vector<Member> dated;
  for (std::size_t i = 0; i < left; ++i) {
    if (auto member = find_member(database, table.id_term(chain, i))) {
      dated.push_back(*std::move(member));
    }
  }
  const Publication copy = day_of_copies(dated, records);
  for (Member& member : undated) {
    if (copy.date || member.has_copied_day()) give_day(records, member, copy, changes);
  }
}

// Articles with a copy's day that are in no chain any more.
void find_alone(const Xapian::Database& database, Records& records,
                const ChainTable& table, std::vector<CopiedDay>& changes) {
  IdTerms id_terms(database);
  const auto end = database.valuestream_end(schema::slot::kOwnBounds);
  for (auto value = database.valuestream_begin(schema::slot::kOwnBounds); value != end;
       ++value) {
    const auto docid = value.get_docid();
    if (table.find(id_terms.of(docid))) continue;
    Member member(database, docid);
    give_day(records, member, {}, changes);
  }
}

}  // namespace

std::vector<CopiedDay> find_copied_days(const Xapian::Database& database,
                                        const ChainTable& table) {
  Records records(database);
  std::vector<CopiedDay> changes;
  find_alone(database, records, table, changes);
  for (std::uint32_t chain = 0; chain < table.size(); ++chain) {
    find_in_chain(database, records, table, chain, changes);
  }
  return changes;
}

void write_copied_days(Xapian::WritableDatabase& database,
                       const std::vector<CopiedDay>& changes) {
  Records records(database);
  for (const auto& [docid, own, found] : changes) {
    Member member(database, docid);
    if (member.read(records)) member.publish(database, records, own, found);
  }
}

}  // namespace dateline
