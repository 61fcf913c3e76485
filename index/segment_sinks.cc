#include "index/segment_sinks.h"

#include <filesystem>

#include "index/database.h"
#include "index/index_metadata.h"
#include "index/positions/position_file.h"
#include "index/schema.h"

namespace dateline {
namespace {

// The folder, made.
std::string made(const std::string& path) {
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace

bool bulk_is_proven() {
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4;
}

Xapian::Document to_xapian(const BuiltDocument& built) {
  Xapian::Document document;
  std::string term;
  for (const glass::Posting& posting : built.postings) {
    term.assign(posting.term);
    document.add_term(term, posting.wdf);
  }
  for (const glass::Value& value : built.values) {
    document.add_value(value.slot, std::string(value.bytes));
  }
  document.set_data(std::string(built.data));
  return document;
}

BulkSegment::BulkSegment(const std::string& path, const std::string& language,
                         Xapian::docid first, bool has_termlists)
    : writer_(made(path), first, has_termlists) {
  if (!has_termlists) writer_.set_metadata(schema::metadata::kNoTermlists, "yes");
  for (const auto& [key, value] : index_metadata(language)) {
    writer_.set_metadata(key, value);
  }
}

void BulkSegment::add(const BuiltDocument& built) {
  writer_.add_document(built.postings, built.values, built.data,
                       is_compressed(built.data));
}

void BulkSegment::finish() { writer_.finish(); }

XapianSegment::XapianSegment(const std::string& path, const std::string& language,
                             Xapian::docid first, bool has_termlists)
    : path_(path),
      database_(create_segment(path, has_termlists ? 0 : Xapian::DB_NO_TERMLIST)),
      next_(first) {
  database_.begin_transaction(false);  // Nothing is written before all of it is there.
  for (const auto& [key, value] : index_metadata(language)) {
    database_.set_metadata(key, value);
  }
  if (!has_termlists) {
    database_.set_metadata(std::string(schema::metadata::kNoTermlists), "yes");
  }
}

void XapianSegment::add(const BuiltDocument& built) {
  for (const glass::Posting& posting : built.postings) {
    if (posting.positions.empty()) continue;
    inverter_.add(posting.term, next_, posting.wdf, posting.positions);
  }
  database_.replace_document(next_++, to_xapian(built));
}

void XapianSegment::finish() {
  database_.commit_transaction();
  database_.close();
  inverter_.sort();
  positions::PositionFileWriter positions(path_);
  glass::add_positions(inverter_, positions.chunker());
  positions.finish();
}

}  // namespace dateline
