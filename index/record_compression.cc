#include "index/record_compression.h"

#include <dateline/error.h>
#include <zstd.h>

#include <new>
#include <utility>

#include "index/document_record.h"

namespace dateline {
namespace {

// What every frame begins with, ZSTD_MAGICNUMBER with its lowest byte first.
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

// One byte less than the magic number: the frame is shorter by that much than data.
constexpr std::size_t kMagicLessMark = kMagic.size() - 1;

// A block holds at most 128 KiB, and takes at least four bytes.
constexpr unsigned long long kMostOfAByte = (128 << 10) / 4;

// Set up once a thread: zstd's takes 160 KB.
ZSTD_DCtx* context_of_thread() {
  thread_local const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(
      ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  return context.get();
}

}  // namespace

RecordCompressor::RecordCompressor(RecordDictionaryPtr dictionary)
    : dictionary_(std::move(dictionary)), context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);
  ZSTD_CCtx_refCDict(context_.get(), dictionary_->for_writing());
}

std::string_view RecordCompressor::compress(std::string_view record) {
  const std::size_t most = ZSTD_compressBound(record.size());
  if (out_.size() < most) out_.resize(most);
  const std::size_t size = ZSTD_compress2(context_.get(), out_.data(), out_.size(),
                                          record.data(), record.size());
  if (ZSTD_isError(size) != 0 || size - kMagicLessMark >= record.size()) return record;
  out_[kMagicLessMark] = kCompressedRecord;
  return std::string_view(out_).substr(kMagicLessMark, size - kMagicLessMark);
}

bool is_compressed(std::string_view data) {
  return !data.empty() && data.front() == kCompressedRecord;
}

std::string decompress_record(std::string_view data,
                              const RecordDictionary& dictionary) {
  std::string frame(kMagic);
  frame.append(data.substr(1));
  // Above all sizes where it says none.
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > frame.size() * kMostOfAByte) throw_damaged_record();
  std::string record(static_cast<std::size_t>(size), '\0');
  const std::size_t read =
      ZSTD_decompress_usingDDict(context_of_thread(), record.data(), record.size(),
                                 frame.data(), frame.size(), dictionary.for_reading());
  if (ZSTD_isError(read) != 0 || read != record.size()) throw_damaged_record();
  return record;
}

}  // namespace dateline
