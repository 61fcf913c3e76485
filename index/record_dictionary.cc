#define ZDICT_STATIC_LINKING_ONLY  // For ZDICT_trainFromBuffer_fastCover().
#include "index/record_dictionary.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <utility>

#include "index/record_compression.h"
#include "index/schema.h"
#include "index/table_codec.h"

namespace dateline {
namespace {

constexpr TableFormat kFormat{
    .version = 1, .name = "phrases that articles share", .remedy = "rebuild the index"};

// Higher ones take twice the time to make records smaller by a twentieth.
constexpr int kLevel = 3;

// A dictionary of a fifth of its sample takes about what it saves there. A larger one
// than kMostBytes, or one of more text, makes records hardly smaller.
constexpr std::size_t kLeastSample = std::size_t{256} << 10;
constexpr std::size_t kMostSample = std::size_t{1} << 20;
constexpr std::size_t kSampleOfByte = 5;
constexpr std::size_t kMostBytes = std::size_t{110} << 10;

// Of a long record the beginning is enough.
constexpr std::size_t kMostOfRecord = std::size_t{4} << 10;

// Of a database. One with fewer words than this, which terms count up to three times,
// has too little text and is not looked at.
constexpr Xapian::doccount kSampledDocuments = 1000;
constexpr Xapian::totallength kLeastWords = kLeastSample / 8;

std::string key() { return std::string(schema::metadata::kDictionary); }

// Chosen by measuring: what others gain is below a hundredth of the records, and their
// search by ZDICT_trainFromBuffer() takes ten times as long.
ZDICT_fastCover_params_t training_parameters() {
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 200;
  parameters.d = 6;
  parameters.f = 18;
  parameters.accel = 4;
  parameters.zParams.compressionLevel = kLevel;
  return parameters;
}

// Texts one behind the other, as zstd wants them.
struct Sample {
  std::string bytes;
  std::vector<std::size_t> sizes;
};

std::size_t sampled_bytes(const std::string& record) {
  return std::min(record.size(), kMostOfRecord);
}

// Of records from all over `records`.
Sample take_sample(std::span<const std::string> records) {
  std::size_t bytes = 0;
  for (const std::string& record : records) bytes += sampled_bytes(record);
  const std::size_t step = 1 + bytes / kMostSample;
  Sample sample;
  for (std::size_t i = 0; i < records.size(); i += step) {
    sample.sizes.push_back(sampled_bytes(records[i]));
    sample.bytes.append(records[i], 0, sample.sizes.back());
  }
  return sample;
}

}  // namespace

RecordDictionary::RecordDictionary(std::string bytes)
    : bytes_(std::move(bytes)),
      for_reading_(ZSTD_createDDict(bytes_.data(), bytes_.size())) {
  if (for_reading_ == nullptr) throw_damaged_table(kFormat);
}

RecordDictionary::~RecordDictionary() {
  ZSTD_freeDDict(for_reading_);
  ZSTD_freeCDict(for_writing_);
}

const ZSTD_CDict* RecordDictionary::for_writing() const {
  std::call_once(once_, [this] {
    for_writing_ = ZSTD_createCDict(bytes_.data(), bytes_.size(), kLevel);
  });
  if (for_writing_ == nullptr) throw std::bad_alloc();
  return for_writing_;
}

RecordDictionaryPtr train_dictionary(std::span<const std::string> records) {
  const Sample sample = take_sample(records);
  if (sample.bytes.size() < kLeastSample) return nullptr;
  std::string bytes(std::min(sample.bytes.size() / kSampleOfByte, kMostBytes), '\0');
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      bytes.data(), bytes.size(), sample.bytes.data(), sample.sizes.data(),
      static_cast<unsigned>(sample.sizes.size()), training_parameters());
  if (ZDICT_isError(size) != 0) return nullptr;  // Few records, or all the same.
  bytes.resize(size);
  return std::make_shared<const RecordDictionary>(std::move(bytes));
}

RecordDictionaryPtr train_dictionary(const Xapian::Database& database) {
  if (database.get_total_length() < kLeastWords) return nullptr;
  const Xapian::doccount step = 1 + database.get_doccount() / kSampledDocuments;
  std::vector<std::string> records;
  Xapian::doccount number = 0;
  const auto end = database.postlist_end("");
  for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
    if (number++ % step != 0) continue;
    try {
      records.push_back(database.get_document(*posting).get_data());
    } catch (const Xapian::DatabaseCorruptError&) {
      continue;  // To be told by those who want this article.
    }
    if (is_compressed(records.back())) records.pop_back();
  }
  return train_dictionary(records);
}

RecordDictionaryPtr read_dictionary(const Xapian::Database& database) {
  const std::string sealed = database.get_metadata(key());
  if (sealed.empty()) return nullptr;
  return std::make_shared<const RecordDictionary>(
      std::string(unseal_table(sealed, kFormat)));
}

void add_dictionary(Xapian::WritableDatabase& database,
                    const RecordDictionary& dictionary) {
  if (!database.get_metadata(key()).empty()) return;
  std::string bytes(1, kFormat.version);
  database.set_metadata(key(), seal_table(bytes.append(dictionary.bytes())));
}

void throw_missing_dictionary() {
  try {
    throw_damaged_table(kFormat);
  } catch (const Error& error) {
    throw DictionaryError(error.code(), error.what());
  }
}

RecordDictionaries::RecordDictionaries(std::span<const Xapian::Database> shards) {
  for (const Xapian::Database& shard : shards) {
    RecordDictionaryPtr& dictionary = dictionaries_.emplace_back();
    try {
      dictionary = read_dictionary(shard);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kCorrupt) throw;
    }
  }
}

const RecordDictionary& RecordDictionaries::of(Xapian::docid docid) const {
  const RecordDictionaryPtr& dictionary = find(docid);
  if (!dictionary) throw_missing_dictionary();
  return *dictionary;
}

}  // namespace dateline
