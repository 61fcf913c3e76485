#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/database.h"
#include "index/positions/position_changes.h"
#include "index/positions/position_chunk.h"
#include "index/positions/position_file.h"
#include "index/positions/term_positions.h"
#include "index/schema.h"
#include "tests/random_choice.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::positions;
using oracle::below;
using oracle::one_in;
using testing::TempDir;

using Positions = std::vector<std::uint32_t>;
using Documents = std::map<std::uint32_t, Positions>;
using Terms = std::map<std::string, Documents>;

Positions random_positions(std::mt19937& random) {
  const std::size_t steps[] = {3, 100, 2'000, 1 << 30};
  const std::size_t step = steps[below(random, 4)];
  Positions made;
  std::uint64_t position = below(random, step);
  for (std::size_t i = 0, n = one_in(random, 20) ? 500 : 1 + below(random, 4); i < n;
       ++i) {
    if (position > 0xFFFFFFFF) break;
    made.push_back(static_cast<std::uint32_t>(position));
    position += 1 + below(random, step);
  }
  return made;
}

Documents random_documents(std::mt19937& random, std::size_t most) {
  const std::size_t steps[] = {1, 5, 300, 1 << 24};
  const std::size_t step = steps[below(random, 4)];
  Documents made;
  std::uint64_t docid = 0;
  for (std::size_t i = 0, n = 1 + below(random, most); i < n; ++i) {
    docid += 1 + below(random, step);
    if (docid > 0xFFFFFFFF) break;
    made[static_cast<std::uint32_t>(docid)] = random_positions(random);
  }
  return made;
}

void add(PositionChunker& chunker, const std::string& term,
         const Documents& documents) {
  chunker.begin(term);
  for (const auto& [docid, positions] : documents) {
    std::string block;
    append_block(block, positions);
    chunker.add(docid, {positions.size() > 1, block});
  }
  chunker.end();
}

struct Chunk {
  std::uint32_t last;
  std::string bytes;
};

std::vector<Chunk> chunks_of(const Documents& documents) {
  std::vector<Chunk> chunks;
  PositionChunker chunker(
      [&](std::string_view term, std::uint32_t last, std::string_view chunk) {
        CHECK(term == "word");
        chunks.push_back({last, std::string(chunk)});
      });
  add(chunker, "word", documents);
  return chunks;
}

void read(PositionChunk& chunk, Documents& documents) {
  while (chunk.next()) {
    const auto found = chunk.positions();
    documents[chunk.document()] = {found.begin(), found.end()};
  }
}

TEST_CASE("positions: chunks give back what they were made of") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const Documents documents = random_documents(random, 900);
    Documents found;
    std::uint32_t before = 0;
    for (const Chunk& one : chunks_of(documents)) {
      PositionChunk chunk(one.bytes, one.last);
      read(chunk, found);
      CHECK(chunk.good());
      CHECK(chunk.document() == one.last);
      CHECK(one.last > before);
      before = one.last;
    }
    CHECK(found == documents);
  }
}

TEST_CASE("positions: a word that stands once in an article takes three bytes") {
  const auto chunks = chunks_of({{7, {schema::kTitleGap + 100}},
                                 {9, {schema::kTitleGap + 127}},
                                 {12, {schema::kTitleGap + 1}}});
  REQUIRE(chunks.size() == 1);
  CHECK(chunks.front().bytes == std::string("\x0a\x64\x04\x7f\x06\x01", 6));
}

TEST_CASE("positions: keys order by term, then by document") {
  const std::uint32_t documents[] = {1,        0x3F,       0x40,       0x41,
                                     0x3FFF,   0x4000,     65536,      0x3FFFFF,
                                     0x400000, 0x3FFFFFFF, 0x40000000, 0xFFFFFFFF};
  std::string before;
  for (const std::string term : {"a", "a\x01", "aa", "b", "\xFF"}) {
    for (const std::uint32_t document : documents) {
      CAPTURE(document);
      const std::string key = chunk_key(term, document);
      CHECK(before < key);
      CHECK(key.starts_with(key_prefix(term)));
      const auto parsed = parse_key(key);
      REQUIRE(parsed);
      CHECK(parsed->term == term);
      CHECK(parsed->last == document);
      CHECK_FALSE(parse_key(key + "x"));
      CHECK_FALSE(parse_key(key.substr(0, key.size() - 1)));
      before = key;
    }
  }
  CHECK_FALSE(parse_key(""));
  CHECK_FALSE(parse_key("dateline.schema"));
}

// Whatever is read lies in order, and a changed chunk is good only if it says so of
// something that could have been written.
TEST_CASE("positions: a damaged chunk is never read beyond its bytes") {
  std::mt19937 random(2);
  std::size_t found_bad = 0;
  for (int round = 0; round < 200; ++round) {
    Documents documents = random_documents(random, 30);
    const Chunk whole = chunks_of(documents).front();
    for (std::size_t i = 0; i < std::min<std::size_t>(whole.bytes.size(), 60); ++i) {
      std::string bytes = whole.bytes;
      if (one_in(random, 3)) {
        bytes.resize(i);
      } else {
        bytes[i] = static_cast<char>(random());
      }
      const std::string copy(bytes);  // Its own allocation, for ASan.
      PositionChunk chunk(copy, whole.last);
      std::uint32_t before = 0;
      while (chunk.next()) {
        CHECK(chunk.document() > before);
        before = chunk.document();
        CHECK_FALSE(chunk.positions().empty());
        CHECK(std::ranges::is_sorted(chunk.positions()));
      }
      if (!chunk.good()) ++found_bad;
    }
  }
  CHECK(found_bad > 1'000);
}

TEST_CASE("positions: a term with a NUL is refused") {
  PositionChunker chunker([](std::string_view, std::uint32_t, std::string_view) {});
  CHECK_THROWS_AS(chunker.begin(std::string("a\0b", 3)), Error);
}

Terms random_terms(std::mt19937& random) {
  Terms terms;
  for (std::size_t i = 0; i < 40; ++i) {
    terms["w" + std::to_string(below(random, 60))] = random_documents(random, 50);
  }
  return terms;
}

void write_file(const std::string& folder, const Terms& terms) {
  std::filesystem::create_directories(folder);
  PositionFileWriter writer(folder);
  for (const auto& [term, documents] : terms) add(writer.chunker(), term, documents);
  writer.finish();
}

Terms read_file(const std::string& folder) {
  Terms terms;
  PositionFileReader reader(folder);
  while (reader.next_term()) {
    PositionChunk chunk = reader.chunk();
    read(chunk, terms[reader.term()]);
    CHECK(chunk.good());
  }
  return terms;
}

TEST_CASE("positions: files of segments are merged, and leave documents out") {
  std::mt19937 random(3);
  const TempDir folder;
  std::vector<std::string> parts;
  Terms all;
  std::uint32_t base = 0;
  for (int part = 0; part < 5; ++part) {
    Terms terms;
    for (auto& [term, documents] : part == 2 ? Terms() : random_terms(random)) {
      for (auto& [docid, positions] : documents) {
        if (docid > 1'000'000) continue;
        terms[term][base + docid] = positions;
        all[term][base + docid] = positions;
      }
    }
    base += 1'000'000;
    parts.push_back(folder / std::to_string(part));
    write_file(parts.back(), terms);
    CHECK(read_file(parts.back()) == terms);
  }
  const std::string merged = folder / "merged";
  std::filesystem::create_directory(merged);
  PositionFileWriter writer(merged);
  merge_positions(parts, writer.chunker());
  writer.finish();
  CHECK(read_file(merged) == all);

  std::set<std::uint32_t> dropped;
  for (auto& [term, documents] : all) dropped.insert(documents.begin()->first);
  for (auto& [term, documents] : all) {
    std::erase_if(documents,
                  [&](const auto& one) { return dropped.contains(one.first); });
  }
  std::erase_if(all, [](const auto& term) { return term.second.empty(); });
  drop_positions(merged, dropped);
  CHECK(read_file(merged) == all);
  CHECK(testing::read_file(merged + "/positions").size() > 0);
}

TEST_CASE("positions: a file that is cut short is told") {
  const TempDir folder;
  write_file(folder.path().string(), {{"word", {{1, {1}}, {2, {2, 3}}}}});
  const std::string file = folder / "positions";
  for (std::size_t size = 1; size < std::filesystem::file_size(file); ++size) {
    const TempDir other;
    std::filesystem::copy(file, other / "positions");
    std::filesystem::resize_file(other / "positions", size);
    CHECK_THROWS_AS(read_file(other.path().string()), Error);
  }
  CHECK_THROWS(PositionFileReader(folder / "nowhere"));
}

// What a database of random changes should hold.
class Model {
 public:
  explicit Model(const std::string& path) : database_(create_segment(path)) {}

  void change(std::mt19937& random) {
    PositionChanges changes;
    const std::uint32_t range = one_in(random, 4) ? 100'000 : 3'000;
    for (std::size_t i = 0; i < 200; ++i) {
      const std::string term = "t" + std::to_string(below(random, 12));
      const auto docid = static_cast<std::uint32_t>(1 + below(random, range));
      if (one_in(random, 3)) {
        if (changed_.contains({term, docid})) continue;
        changes.remove(term, docid);
        terms_[term].erase(docid);
      } else {
        const Positions positions = random_positions(random);
        std::string block;
        append_block(block, positions);
        changes.put(term, docid, {positions.size() > 1, block});
        changes.remove(term, docid);  // Put is what counts.
        terms_[term][docid] = positions;
        changed_.insert({term, docid});
      }
    }
    changed_.clear();
    changes.apply(database_);
    database_.commit();
  }

  void check(std::mt19937& random) {
    Terms found;
    for_each_positions(database_, [&](std::string_view term,
                                      const PositionChunk& chunk) {
      const auto positions = chunk.positions();
      found[std::string(term)][chunk.document()] = {positions.begin(), positions.end()};
    });
    std::erase_if(terms_, [](const auto& term) { return term.second.empty(); });
    CHECK(found == terms_);
    for (const auto& [term, documents] : terms_) check(term, documents, random);
  }

  std::size_t chunks() const {
    return static_cast<std::size_t>(std::distance(database_.metadata_keys_begin("P"),
                                                  database_.metadata_keys_end("P")));
  }

 private:
  // Documents that are there and others, mostly rising, now and then from the start.
  void check(const std::string& term, const Documents& documents,
             std::mt19937& random) const {
    TermPositions positions(database_, term);
    std::uint32_t docid = 0;
    std::size_t wrong = 0;
    for (int i = 0; i < 500; ++i) {
      docid = one_in(random, 40) ? 1
                                 : docid + static_cast<std::uint32_t>(below(
                                               random, one_in(random, 9) ? 900 : 3));
      const auto at = documents.lower_bound(std::max(docid, 1U));
      if (one_in(random, 2) && at != documents.end()) docid = at->first;
      docid = std::max(docid, 1U);
      const auto expected = documents.find(docid);
      const auto found = positions.in(docid);
      if (!std::ranges::equal(
              found, expected == documents.end() ? Positions() : expected->second)) {
        ++wrong;
      }
    }
    CHECK(wrong == 0);
  }

  Xapian::WritableDatabase database_;
  Terms terms_;
  std::set<std::pair<std::string, std::uint32_t>> changed_;
};

TEST_CASE("positions: changes in place are what a model of them holds") {
  const TempDir folder;
  std::mt19937 random(4);
  Model model(folder / "x");
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    model.change(random);
    model.check(random);
  }
}

// Each commit adds to the last chunk of a word while that has room.
TEST_CASE("positions: articles that come one by one share chunks") {
  const TempDir folder;
  Xapian::WritableDatabase database = create_segment(folder / "x");
  std::string block;
  append_block(block, Positions{1'001});
  for (Xapian::docid docid = 1; docid <= 500; ++docid) {
    PositionChanges changes;
    changes.put("word", docid, {false, block});
    changes.apply(database);
  }
  CHECK(std::distance(database.metadata_keys_begin("P"),
                      database.metadata_keys_end("P")) == 1);
}

TEST_CASE("positions: what Xapian's own table holds is found, beside chunks") {
  const TempDir folder;
  Xapian::WritableDatabase database = create_segment(folder / "x");
  Xapian::Document document;
  document.add_posting("word", 3);
  document.add_posting("word", 8);
  database.add_document(document);
  PositionChanges changes;
  std::string block;
  append_block(block, Positions{5});
  changes.put("word", 2, {false, block});
  changes.apply(database);
  TermPositions positions(database, "word");
  CHECK(std::ranges::equal(positions.in(1), Positions{3, 8}));
  CHECK(std::ranges::equal(positions.in(2), Positions{5}));
  CHECK(positions.in(3).empty());
  CHECK(TermPositions(database, "other").in(1).empty());
}

TEST_CASE("positions: a damaged chunk in a database is told as damage") {
  const TempDir folder;
  Xapian::WritableDatabase database = create_segment(folder / "x");
  database.set_metadata(chunk_key("word", 9), "\xFF\xFF");
  database.set_metadata(key_prefix("other") + "xyz", "x");
  CHECK_THROWS_AS(TermPositions(database, "word").in(9), Xapian::DatabaseCorruptError);
  CHECK_THROWS_AS(TermPositions(database, "other").in(1), Xapian::DatabaseCorruptError);
  CHECK_THROWS_AS(
      for_each_positions(database, [](std::string_view, const PositionChunk&) {}),
      Xapian::DatabaseCorruptError);
}

}  // namespace
