#include "index/glass/posting_chunks.h"

#include <cstddef>

#include "index/byte_codec.h"
#include "index/glass/key_codec.h"

namespace dateline::glass {
namespace {

/// A chunk of so many bytes takes no further posting.
constexpr std::size_t kFullChunk = 2000;

}  // namespace

void PostingChunks::begin_term(std::string_view term, std::uint32_t documents,
                               std::uint32_t occurrences) {
  first_key_.clear();
  append_term(first_key_, term);
  later_key_ = first_key_;
  end_term(later_key_);
  begin(documents, occurrences);
}

void PostingChunks::begin_document_lengths() {
  first_key_ = kDocumentLengthPrefix;
  later_key_ = kDocumentLengthPrefix;
  begin(0, 0);  // The version file has the true figures.
}

void PostingChunks::begin(std::uint32_t documents, std::uint32_t occurrences) {
  documents_ = documents;
  occurrences_ = occurrences;
  entries_.clear();
  is_first_ = true;
}

void PostingChunks::add(std::uint32_t document, std::uint32_t wdf) {
  if (entries_.size() >= kFullChunk) flush(false);
  if (entries_.empty()) {
    first_document_ = document;
  } else {
    append_varint(entries_, document - last_document_ - 1);
  }
  append_varint(entries_, wdf);
  last_document_ = document;
}

void PostingChunks::end() { flush(true); }

void PostingChunks::flush(bool is_last) {
  tag_.clear();
  if (is_first_) {
    append_varint(tag_, documents_);
    append_varint(tag_, occurrences_);
    append_varint(tag_, first_document_ - 1);
  } else {
    key_ = later_key_;
    append_ordered(key_, first_document_);
  }
  tag_.push_back(is_last ? '1' : '0');
  append_varint(tag_, last_document_ - first_document_);
  tag_.append(entries_);
  table_.add(is_first_ ? first_key_ : key_, tag_);
  entries_.clear();
  is_first_ = false;
}

}  // namespace dateline::glass
