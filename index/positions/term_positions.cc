#include "index/positions/term_positions.h"

#include <limits>
#include <utility>

namespace dateline {
namespace {

constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

[[noreturn]] void throw_damaged(std::string_view term) {
  throw Xapian::DatabaseCorruptError("The positions of '" + std::string(term) +
                                     "' are damaged.");
}

}  // namespace

TermPositions::TermPositions(Xapian::Database database, std::string_view term)
    : database_(std::move(database)),
      term_(term),
      has_xapian_table_(database_.has_positions()) {}

std::span<const std::uint32_t> TermPositions::in(Xapian::docid docid) {
  if (docid <= before_ || docid > last_) load(docid);
  while (chunk_ && chunk_->document() < docid) advance();
  if (chunk_ && chunk_->document() == docid) return chunk_->positions();
  if (has_xapian_table_) return in_xapian_table(docid);
  return {};
}

void TermPositions::advance() {
  before_ = chunk_->document();
  if (!chunk_->next()) throw_damaged(term_);
}

// The chunk that has `docid`, if any has. The cursor of the keys is not kept: it holds
// a block of each level of the table.
void TermPositions::load(Xapian::docid docid) {
  chunk_.reset();
  before_ = docid - 1;
  last_ = kEnd;
  const std::string prefix = positions::key_prefix(term_);
  auto key = database_.metadata_keys_begin(prefix);
  const auto end = database_.metadata_keys_end(prefix);
  if (key != end) key.skip_to(positions::chunk_key(term_, docid));
  if (key == end) return;
  const std::string name = *key;
  const auto parsed = positions::parse_key(name);
  if (!parsed || parsed->term != term_) throw_damaged(term_);
  bytes_ = std::make_unique<const std::string>(database_.get_metadata(name));
  chunk_.emplace(*bytes_, parsed->last);
  if (!chunk_->next()) throw_damaged(term_);
  last_ = parsed->last;
}

std::span<const std::uint32_t> TermPositions::in_xapian_table(Xapian::docid docid) {
  found_.assign(database_.positionlist_begin(docid, term_),
                database_.positionlist_end(docid, term_));
  return found_;
}

void for_each_positions(
    const Xapian::Database& database,
    const std::function<void(std::string_view term,
                             const positions::PositionChunk& chunk)>& visit) {
  const std::string prefix(1, positions::kKeyPrefix);
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    const std::string name = *key;
    const auto parsed = positions::parse_key(name);
    if (!parsed) throw_damaged(name);
    const std::string bytes = database.get_metadata(name);
    positions::PositionChunk chunk(bytes, parsed->last);
    while (chunk.next()) visit(parsed->term, chunk);
    if (!chunk.good()) throw_damaged(parsed->term);
  }
}

}  // namespace dateline
