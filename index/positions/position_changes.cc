#include "index/positions/position_changes.h"

#include <algorithm>
#include <utility>

#include "index/positions/position_file.h"
#include "index/schema.h"

namespace dateline {
namespace {

using positions::PositionBlock;
using positions::PositionChunk;
using positions::PositionChunker;

// The last chunk of a term is looked for among those that end so many documents before
// a new one: not found, it stays as it is, and a new one is begun.
constexpr Xapian::docid kDocumentsBack = 4096;

[[noreturn]] void throw_damaged(std::string_view key) {
  const auto parsed = positions::parse_key(key);
  throw Xapian::DatabaseCorruptError("The positions of '" +
                                     std::string(parsed ? parsed->term : key) +
                                     "' are damaged.");
}

positions::ChunkKey checked_key(const std::string& key) {
  const auto parsed = positions::parse_key(key);
  if (!parsed) throw_damaged(key);
  return *parsed;
}

// Calls `visit` with each document of the chunk at `key`, as a PositionChunk.
template <class Visit>
void for_each_document(const Xapian::Database& database, const std::string& key,
                       Visit visit) {
  const std::string bytes = database.get_metadata(key);
  PositionChunk chunk(bytes, checked_key(key).last);
  while (chunk.next()) visit(chunk);
  if (!chunk.good()) throw_damaged(key);
}

// The key of the chunk of `term` that has `docid`, or would have; empty: none.
std::string key_from(const Xapian::Database& database, const std::string& term,
                     Xapian::docid docid) {
  const std::string prefix = positions::key_prefix(term);
  auto key = database.metadata_keys_begin(prefix);
  const auto end = database.metadata_keys_end(prefix);
  if (key != end) key.skip_to(positions::chunk_key(term, docid));
  return key == end ? std::string() : *key;
}

// The key of the last chunk of `term`, if it ends not far before `docid`, behind which
// there is none.
std::string last_key_before(const Xapian::Database& database, const std::string& term,
                            Xapian::docid docid) {
  const std::string prefix = positions::key_prefix(term);
  auto key = database.metadata_keys_begin(prefix);
  const auto end = database.metadata_keys_end(prefix);
  if (key == end) return {};
  key.skip_to(positions::chunk_key(term, docid - std::min(docid - 1, kDocumentsBack)));
  std::string last;
  for (; key != end; ++key) last = *key;
  return last;
}

}  // namespace

// Writes the changes of one term.
class PositionChanges::TermWriter {
 public:
  TermWriter(Xapian::WritableDatabase& database, const std::string& term)
      : database_(database),
        term_(term),
        chunker_([&database](std::string_view of, Xapian::docid last,
                             std::string_view chunk) {
          database.set_metadata(positions::chunk_key(of, last), std::string(chunk));
        }) {}

  void write(const Documents& changes) {
    for (auto at = changes.begin(); at != changes.end();) {
      const std::string key = key_from(database_, term_, at->first);
      if (key.empty()) return append(at, changes.end());
      const auto behind = changes.upper_bound(checked_key(key).last);
      rewrite(key, at, behind);
      at = behind;
    }
  }

 private:
  using Iterator = Documents::const_iterator;

  // Behind all that there is.
  void append(Iterator at, Iterator end) {
    while (at != end && !at->second) ++at;
    if (at == end) return;
    const std::string key = last_key_before(database_, term_, at->first);
    const bool has_room =
        !key.empty() && database_.get_metadata(key).size() < positions::kChunkBytes;
    rewrite(has_room ? key : std::string(), at, end);
  }

  // The chunk at `key`, or none, together with changes.
  void rewrite(const std::string& key, Iterator at, Iterator end) {
    std::map<Xapian::docid, Block> documents;
    if (!key.empty()) {
      for_each_document(database_, key, [&](const PositionChunk& chunk) {
        documents[chunk.document()] = {chunk.block().several,
                                       std::string(chunk.block().bytes)};
      });
      database_.set_metadata(key, "");
    }
    for (; at != end; ++at) {
      if (at->second) {
        documents.insert_or_assign(at->first, *at->second);
      } else {
        documents.erase(at->first);
      }
    }
    chunker_.begin(term_);
    for (const auto& [docid, block] : documents) {
      chunker_.add(docid, {block.several, block.bytes});
    }
    chunker_.end();
  }

  Xapian::WritableDatabase& database_;
  const std::string& term_;
  PositionChunker chunker_;
};

void PositionChanges::put(std::string_view term, Xapian::docid docid,
                          PositionBlock block) {
  terms_[std::string(term)].insert_or_assign(
      docid, Block{block.several, std::string(block.bytes)});
}

void PositionChanges::remove(std::string_view term, Xapian::docid docid) {
  terms_[std::string(term)].try_emplace(docid, std::nullopt);
}

void PositionChanges::remove_all(const Xapian::Document& document) {
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (schema::has_positions(*term)) remove(*term, document.get_docid());
  }
}

void PositionChanges::apply(Xapian::WritableDatabase& database) const {
  for (const auto& [term, documents] : terms_) {
    TermWriter(database, term).write(documents);
  }
}

void add_positions(const std::string& segment,
                   const std::map<Xapian::docid, Xapian::docid>& docids,
                   PositionChanges& changes) {
  positions::PositionFileReader file(segment);
  while (file.next_term()) {
    PositionChunk chunk = file.chunk();
    while (chunk.next()) {
      const auto found = docids.find(chunk.document());
      if (found == docids.end()) continue;
      changes.put(file.term(), found->second, chunk.block());
    }
  }
}

}  // namespace dateline
