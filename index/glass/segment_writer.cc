#include "index/glass/segment_writer.h"

#include <dateline/error.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "index/glass/flat_inverter.h"
#include "index/glass/key_codec.h"
#include "index/glass/posting_chunks.h"
#include "index/glass/table_writer.h"
#include "index/glass/termlist_codec.h"
#include "index/glass/value_chunks.h"
#include "index/glass/version_file.h"
#include "index/positions/position_file.h"

namespace dateline::glass {
namespace {

constexpr std::ptrdiff_t kLongestTerm = 245;

/// The reader trusts what it finds, so that a defect of the caller must not get into a
/// file.
void require(bool holds, const char* what) {
  if (!holds) throw Error(ErrorCode::kInvalidArgument, what);
}

void require_order(std::span<const Posting> postings, std::span<const Value> values) {
  std::string_view before;
  for (const Posting& posting : postings) {
    require(before < posting.term, "the terms of a document must rise");
    before = posting.term;
  }
  for (std::size_t i = 1; i < values.size(); ++i) {
    require(values[i - 1].slot < values[i].slot, "the slots of a document must rise");
  }
}

void require_term_size(std::string_view term) {
  const auto size = std::ssize(term) + std::count(term.begin(), term.end(), '\0');
  require(size <= kLongestTerm, "a term is too long");
}

}  // namespace

struct SegmentWriter::Impl {
  Impl(std::string path, std::uint32_t first, bool has_termlists)
      : folder(std::move(path)),
        first_document(first),
        records(folder + "/docdata.glass", kTextCompressMin) {
    if (has_termlists) termlists.emplace(folder + "/termlist.glass", kTextCompressMin);
  }

  void add_document(std::span<const Posting> postings, std::span<const Value> values,
                    std::string_view data, bool data_is_compressed);
  void add_postings(std::span<const Posting> postings);
  void add_length(std::uint32_t length);
  void write_termlist(std::span<const Posting> postings, std::span<const Value> values);
  TableRoot write_postings();
  void write_special_entries(TableWriter& table);
  void write_document_lengths(PostingChunks& chunks) const;
  void write_terms(PostingChunks& chunks) const;
  void finish();

  const std::string folder;
  const std::uint32_t first_document;
  std::optional<TableWriter> termlists;  // Written as documents come, in order of key.
  TableWriter records;
  FlatInverter inverter;
  ValueChunks value_chunks;
  std::map<std::string, std::string, std::less<>> metadata;  // By key in the table.
  std::vector<std::uint32_t> lengths;                        // Of the documents.
  DatabaseStatistics statistics;
  std::string key;  // Kept for their memory.
  std::string tag;
};

void SegmentWriter::Impl::add_document(std::span<const Posting> postings,
                                       std::span<const Value> values,
                                       std::string_view data, bool data_is_compressed) {
  require_order(postings, values);
  statistics.last_document = first_document + statistics.documents++;
  add_postings(postings);
  for (const Value& value : values) {
    value_chunks.add(value.slot, statistics.last_document, value.bytes);
  }
  if (termlists) write_termlist(postings, values);
  key.clear();
  append_ordered(key, statistics.last_document);
  if (data.empty()) return;
  if (data_is_compressed) {
    records.add_compressed(key, data);
  } else {
    records.add(key, data);
  }
}

void SegmentWriter::Impl::add_postings(std::span<const Posting> postings) {
  std::uint32_t length = 0;
  for (const Posting& posting : postings) {
    inverter.add(posting.term, statistics.last_document, posting.wdf,
                 posting.positions);
    length += posting.wdf;
    statistics.wdf_upper_bound = std::max(statistics.wdf_upper_bound, posting.wdf);
  }
  add_length(length);
}

void SegmentWriter::Impl::add_length(std::uint32_t length) {
  lengths.push_back(length);
  statistics.total_length += length;
  statistics.longest = std::max(statistics.longest, length);
  if (length == 0) return;
  statistics.shortest =
      statistics.shortest == 0 ? length : std::min(statistics.shortest, length);
}

void SegmentWriter::Impl::write_termlist(std::span<const Posting> postings,
                                         std::span<const Value> values) {
  key.clear();
  append_ordered(key, statistics.last_document);
  tag.clear();
  append_termlist(tag, postings, lengths.back());
  termlists->add(key, tag);  // Without terms too: the entry says that there is one.
  if (values.empty()) return;
  key.push_back('\0');
  tag.clear();
  append_used_slots(tag, values);
  termlists->add(key, tag);
}

void SegmentWriter::Impl::write_special_entries(TableWriter& table) {
  std::vector<TableEntry> entries(metadata.begin(), metadata.end());
  value_chunks.move_to(entries);
  std::sort(entries.begin(), entries.end());
  for (const auto& [entry_key, entry_tag] : entries) table.add(entry_key, entry_tag);
}

void SegmentWriter::Impl::write_document_lengths(PostingChunks& chunks) const {
  if (lengths.empty()) return;
  chunks.begin_document_lengths();
  std::uint32_t document = first_document;
  for (const std::uint32_t length : lengths) chunks.add(document++, length);
  chunks.end();
}

void SegmentWriter::Impl::write_terms(PostingChunks& chunks) const {
  inverter.for_each_term([&](std::string_view term, std::uint32_t occurrences,
                             std::span<const std::uint32_t> postings) {
    require_term_size(term);
    chunks.begin_term(term, static_cast<std::uint32_t>(postings.size()), occurrences);
    for (const std::uint32_t index : postings) {
      const InvertedPosting& posting = inverter.posting(index);
      chunks.add(posting.document, posting.wdf);
    }
    chunks.end();
  });
}

TableRoot SegmentWriter::Impl::write_postings() {
  inverter.sort();
  TableWriter table(folder + "/postlist.glass", 0);
  PostingChunks chunks(table);
  write_special_entries(table);
  write_document_lengths(chunks);
  write_terms(chunks);
  return table.finish();
}

void SegmentWriter::Impl::finish() {
  DatabaseTables tables;
  tables.termlist.compress_min = kTextCompressMin;
  if (termlists) tables.termlist = termlists->finish();
  tables.docdata = records.finish();
  tables.postlist = write_postings();
  write_version_file(folder, tables, statistics);
  positions::PositionFileWriter positions(folder);
  add_positions(inverter, positions.chunker());
  positions.finish();
}

SegmentWriter::SegmentWriter(std::string folder, std::uint32_t first_document,
                             bool termlists)
    : impl_(std::make_unique<Impl>(std::move(folder), first_document, termlists)) {}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::add_document(std::span<const Posting> postings,
                                 std::span<const Value> values, std::string_view data,
                                 bool data_is_compressed) {
  impl_->add_document(postings, values, data, data_is_compressed);
}

void SegmentWriter::set_metadata(std::string_view key, std::string_view value) {
  impl_->metadata.insert_or_assign(metadata_key(key), std::string(value));
}

void SegmentWriter::finish() { impl_->finish(); }

}  // namespace dateline::glass
