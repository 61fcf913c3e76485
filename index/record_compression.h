// Compressed records: byte kCompressedRecord, then the zstd frame of a record by the
// dictionary of its index, without the four bytes that all frames begin with.
//
// A frame says how long its record is, and has neither checksum (the record has one)
// nor the number of its dictionary (an index has only one).

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "index/record_dictionary.h"

struct ZSTD_CCtx_s;

namespace dateline {

/// Records that are not compressed begin with their version, which this never becomes.
inline constexpr char kCompressedRecord = 'z';

/// Compresses records. Reused, it keeps its memory; one object belongs to one thread at
/// a time.
class RecordCompressor {
 public:
  explicit RecordCompressor(RecordDictionaryPtr dictionary);

  /// `record` compressed, or as it is where that would not be smaller. Lives until the
  /// next call, and as long as `record`.
  std::string_view compress(std::string_view record);

 private:
  RecordDictionaryPtr dictionary_;
  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> context_;
  std::string out_;
};

/// Whether the data of a document are a compressed record.
bool is_compressed(std::string_view data);

/// The record that is_compressed() `data` hold. Throws Error kCorrupt where they are
/// damaged: not always where a byte has changed, which the record's checksum tells.
/// Takes no more memory than so many bytes can hold of text.
std::string decompress_record(std::string_view data,
                              const RecordDictionary& dictionary);

}  // namespace dateline
