#include "index/segment_sinks.h"

#include <filesystem>

#include "index/database.h"
#include "index/index_metadata.h"

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
    for (const std::uint32_t position : posting.positions) {
      document.add_posting(term, position, 0);
    }
    document.add_term(term, posting.wdf);
  }
  for (const glass::Value& value : built.values) {
    document.add_value(value.slot, std::string(value.bytes));
  }
  document.set_data(std::string(built.data));
  return document;
}

BulkSegment::BulkSegment(const std::string& path, const std::string& language)
    : writer_(made(path)) {
  for (const auto& [key, value] : index_metadata(language)) {
    writer_.set_metadata(key, value);
  }
}

void BulkSegment::add(const BuiltDocument& built) {
  writer_.add_document(built.postings, built.values, built.data,
                       is_compressed(built.data));
}

void BulkSegment::finish() { writer_.finish(); }

XapianSegment::XapianSegment(const std::string& path, const std::string& language)
    : database_(create_segment(path)) {
  database_.begin_transaction(false);  // Nothing is written before all of it is there.
  for (const auto& [key, value] : index_metadata(language)) {
    database_.set_metadata(key, value);
  }
}

void XapianSegment::add(const BuiltDocument& built) {
  database_.add_document(to_xapian(built));
}

void XapianSegment::finish() {
  database_.commit_transaction();
  database_.close();
}

}  // namespace dateline
