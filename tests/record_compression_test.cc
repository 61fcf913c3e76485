// Records compressed by a dictionary: what comes back, what damage does, and when a
// dictionary pays.

#include "index/record_compression.h"

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "index/document_record.h"
#include "tests/index_testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

// Reports that have phrases in common, another one for each number.
std::string report(std::uint32_t number) {
  std::mt19937 random(number);
  std::string text = "The ministers met on Thursday, a spokesman told reporters. ";
  for (int i = 0; i < 120; ++i) {
    text += "word" + std::to_string(random() % 2000) + (i % 12 == 11 ? ". " : " ");
  }
  return text;
}

std::string record(std::uint32_t number) {
  return encode_record({.article = article(std::to_string(number), report(number))});
}

std::vector<std::string> records(std::uint32_t count) {
  std::vector<std::string> all;
  for (std::uint32_t number = 0; number < count; ++number)
    all.push_back(record(number));
  return all;
}

const RecordDictionaryPtr& dictionary() {
  static const RecordDictionaryPtr trained = train_dictionary(records(400));
  return trained;
}

// What decompressing and decoding give; nullopt where it is told that they cannot.
std::optional<AnnotatedArticle> read(const std::string& data) {
  try {
    return decode_record(is_compressed(data) ? decompress_record(data, *dictionary())
                                             : data);
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::kCorrupt);
    return std::nullopt;
  }
}

TEST_CASE("record compression: what comes back is what went in") {
  REQUIRE(dictionary());
  RecordCompressor compressor(dictionary());
  for (std::uint32_t number = 1000; number < 1200; ++number) {
    const std::string plain = record(number);
    const std::string data(compressor.compress(plain));
    CHECK(is_compressed(data));
    CHECK(data.size() < plain.size() / 2);
    CHECK(decompress_record(data, *dictionary()) == plain);
    CHECK_FALSE(is_compressed(plain));
  }
}

TEST_CASE("record compression: records of any size") {
  RecordCompressor compressor(dictionary());
  for (const std::size_t size :
       {0U, 1U, 60U, 200U, 250U, 260U, 65'000U, 66'000U, 3'000'000U}) {
    CAPTURE(size);
    const std::string plain =
        encode_record({.article = article("a", std::string(size, 'x'))});
    const std::string data(compressor.compress(plain));
    CHECK(data.size() <= plain.size());
    REQUIRE(read(data));
    CHECK(read(data)->article.body.size() == size);
  }
}

TEST_CASE("record compression: what would not be smaller is left as it is") {
  std::mt19937 random(3);
  std::string noise(1000, ' ');
  for (char& byte : noise) byte = static_cast<char>(random());
  noise.front() = 2;
  RecordCompressor compressor(dictionary());
  CHECK(compressor.compress(noise) == noise);
}

TEST_CASE("record compression: every changed or missing byte is told") {
  RecordCompressor compressor(dictionary());
  const std::string data(compressor.compress(record(2000)));
  REQUIRE(is_compressed(data));
  for (std::size_t i = 0; i < data.size(); ++i) {
    CAPTURE(i);
    for (const int bit : {0x01, 0x10, 0x80}) {
      std::string changed = data;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      // Some bits of a frame mean nothing.
      if (const auto found = read(changed)) CHECK(found->article.body == report(2000));
    }
    CHECK_FALSE(read(data.substr(0, i)));
  }
  CHECK_FALSE(read(data + "x"));
}

TEST_CASE("record compression: a frame does not get more memory than it can fill") {
  std::string huge(1, kCompressedRecord);
  huge += '\xE0';  // A single segment, its size in eight bytes.
  huge += std::string("\0\0\0\0\0\1\0\0", 8);
  huge += std::string("\1\0\0", 3);
  CHECK_FALSE(read(huge));
  huge.replace(2, 8, std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8));
  CHECK_FALSE(read(huge));
  std::string unsized(1, kCompressedRecord);
  unsized += std::string("\0\x58\1\0\0", 5);
  CHECK_FALSE(read(unsized));
}

TEST_CASE("record compression: another dictionary gives no other text") {
  std::vector<std::string> others;
  for (std::uint32_t i = 5000; i < 5400; ++i) others.push_back(record(i));
  const RecordDictionaryPtr other = train_dictionary(others);
  REQUIRE(other);
  REQUIRE(other->bytes() != dictionary()->bytes());
  RecordCompressor compressor(other);
  for (std::uint32_t number = 0; number < 50; ++number) {
    CHECK_FALSE(read(std::string(compressor.compress(record(number)))));
  }
}

TEST_CASE("record dictionary: the same for the same records") {
  const RecordDictionaryPtr again = train_dictionary(records(400));
  REQUIRE(again);
  CHECK(again->bytes() == dictionary()->bytes());
}

TEST_CASE("record dictionary: none of too few records") {
  CHECK_FALSE(train_dictionary(std::vector<std::string>{}));
  CHECK_FALSE(train_dictionary(records(100)));
  CHECK_FALSE(train_dictionary(std::vector<std::string>(1, std::string(1 << 20, 'x'))));
  CHECK_FALSE(train_dictionary(std::vector<std::string>(1000, "")));
}

TEST_CASE("record dictionary: long records do not make training long") {
  std::vector<std::string> all = records(400);
  all.push_back(std::string(std::size_t{64} << 20, 'x'));
  const RecordDictionaryPtr trained = train_dictionary(all);
  REQUIRE(trained);
  CHECK(trained->bytes().size() <= (110 << 10));
}

}  // namespace
