// A segment that SegmentWriter wrote is, to all that Xapian can see, the database that
// Xapian writes itself of the same documents.

#include "index/glass/segment_writer.h"
#include "index/positions/position_file.h"

#include <dateline/article_reader.h>
#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/document_builder.h"
#include "index/glass/key_codec.h"
#include "index/record_compression.h"
#include "index/segment_sinks.h"
#include "tests/testing.h"

namespace dateline {
namespace {

using testing::TempDir;

struct TestPosting {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions{};
};

struct TestDocument {
  std::map<std::string, TestPosting> terms{};
  std::map<std::uint32_t, std::string> values{};
  std::string data{};
  bool data_is_compressed = false;
};

struct TestDatabase {
  std::vector<TestDocument> documents{};
  std::map<std::string, std::string> metadata{};
};

// Without positions, which no table of ours has.
void write_with_xapian(const TestDatabase& database, const std::string& path) {
  Xapian::WritableDatabase out(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  out.begin_transaction(false);
  for (const TestDocument& from : database.documents) {
    Xapian::Document document;
    for (const auto& [term, posting] : from.terms) {
      document.add_term(term, posting.wdf);
    }
    for (const auto& [slot, bytes] : from.values) document.add_value(slot, bytes);
    document.set_data(from.data);
    out.add_document(document);
  }
  for (const auto& [key, value] : database.metadata) out.set_metadata(key, value);
  out.commit_transaction();
}

void write_segment(const TestDatabase& database, const std::string& path) {
  std::filesystem::create_directory(path);
  glass::SegmentWriter out(path);
  for (const TestDocument& from : database.documents) {
    std::vector<glass::Posting> postings;
    for (const auto& [term, posting] : from.terms) {
      postings.push_back({term, posting.wdf, posting.positions});
    }
    std::vector<glass::Value> values;
    for (const auto& [slot, bytes] : from.values) values.push_back({slot, bytes});
    out.add_document(postings, values, from.data, from.data_is_compressed);
  }
  for (const auto& [key, value] : database.metadata) out.set_metadata(key, value);
  out.finish();
}

using Positions =
    std::map<std::string, std::map<std::uint32_t, std::vector<std::uint32_t>>>;

Positions positions_of(const TestDatabase& database) {
  Positions all;
  std::uint32_t number = 0;
  for (const TestDocument& document : database.documents) {
    ++number;
    for (const auto& [term, posting] : document.terms) {
      if (!posting.positions.empty()) all[term][number] = posting.positions;
    }
  }
  return all;
}

// By the file beside the tables of a segment.
Positions positions_in(const std::string& path) {
  Positions all;
  positions::PositionFileReader file(path);
  while (file.next_term()) {
    CHECK((all.empty() || all.rbegin()->first < file.term()));
    auto& documents = all[file.term()];
    positions::PositionChunk chunk = file.chunk();
    while (chunk.next()) {
      const auto found = chunk.positions();
      documents[chunk.document()] = {found.begin(), found.end()};
    }
    CHECK(chunk.good());
  }
  return all;
}

using Lines = std::vector<std::string>;

std::string text(std::uint64_t number) { return " " + std::to_string(number); }

void describe_whole(const Xapian::Database& database, Lines& lines) {
  lines.push_back(
      "documents" + text(database.get_doccount()) + text(database.get_lastdocid()) +
      text(database.get_total_length()) + text(database.get_doclength_lower_bound()) +
      text(database.get_doclength_upper_bound()) + text(database.has_positions()));
  lines.push_back("average " + std::to_string(database.get_average_length()));
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end();
       ++key) {
    lines.push_back("metadata " + *key + "=" + database.get_metadata(*key));
  }
}

void describe_postings(const Xapian::Database& database, Lines& lines) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    lines.push_back("term " + *term + text(term.get_termfreq()) +
                    text(database.get_collection_freq(*term)) +
                    text(database.get_wdf_upper_bound(*term)));
    for (auto posting = database.postlist_begin(*term);
         posting != database.postlist_end(*term); ++posting) {
      std::string line = "posting" + text(*posting) + text(posting.get_wdf()) +
                         text(posting.get_doclength());
      lines.push_back(std::move(line));
    }
  }
}

void describe_documents(const Xapian::Database& database, Lines& lines) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    lines.push_back("document" + text(*id) + text(database.get_doclength(*id)) +
                    text(database.get_unique_terms(*id)) + " " + document.get_data());
    for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id);
         ++term) {
      lines.push_back("has " + *term + text(term.get_wdf()));
    }
    for (auto value = document.values_begin(); value != document.values_end();
         ++value) {
      lines.push_back("value" + text(value.get_valueno()) + " " + *value);
    }
  }
}

constexpr std::uint32_t kSlots[] = {0,   1,   2,     7,     127,        128,
                                    255, 256, 65535, 70000, 0xFFFFFFFEU};

void describe_values(const Xapian::Database& database, Lines& lines) {
  for (const std::uint32_t slot : kSlots) {
    lines.push_back("slot" + text(slot) + text(database.get_value_freq(slot)) + " " +
                    database.get_value_lower_bound(slot) + " " +
                    database.get_value_upper_bound(slot));
    for (auto value = database.valuestream_begin(slot);
         value != database.valuestream_end(slot); ++value) {
      lines.push_back("in" + text(value.get_docid()) + " " + *value);
    }
  }
}

/// All that Xapian tells of the database at `path`.
Lines describe(const std::string& path) {
  const Xapian::Database database(path);
  Lines lines;
  describe_whole(database, lines);
  describe_postings(database, lines);
  describe_documents(database, lines);
  describe_values(database, lines);
  return lines;
}

void check_tables([[maybe_unused]] const std::string& path) {
#ifndef __SANITIZE_ADDRESS__  // Xapian 1.4's check() frees 440 bytes as 432.
  CHECK(Xapian::Database::check(path, 0, nullptr) == 0);
#endif
}

void check_same(const std::string& found, const std::string& expected) {
  check_tables(found);
  const Lines left = describe(found);
  const Lines right = describe(expected);
  CHECK(left.size() == right.size());
  const auto [a, b] =
      std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  if (a != left.end() && b != right.end()) CHECK(*a == *b);  // The first to differ.
}

// --- Random documents, from what is awkward ---

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) { make_vocabulary(); }

  TestDatabase database(std::size_t documents) {
    TestDatabase made;
    for (std::size_t i = 0; i < documents; ++i) made.documents.push_back(document());
    made.metadata = {{"key", "value"},
                     {std::string("k\0\xFF", 3), std::string("\0v", 2)},
                     {std::string(200, 'k'), bytes(20'000)}};
    return made;
  }

 private:
  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }

  std::string bytes(std::size_t size) {
    std::string made(size, '\0');
    for (char& byte : made) byte = static_cast<char>(below(256));
    return made;
  }

  void make_vocabulary() {
    vocabulary_ = {std::string("a\0", 2),
                   std::string("a\0\0b", 4),
                   std::string("\0", 1),
                   std::string("\0\xE0", 2),
                   std::string("\0\xFF", 2),
                   std::string("a\0\xFF", 3),
                   "\xFF\xFF",
                   std::string(245, 'x'),
                   std::string(245, '\xFF'),
                   std::string(122, '\0'),
                   std::string(244, 'x') + 'y'};
    for (int i = 0; i < 60; ++i) vocabulary_.push_back(bytes(1 + below(12)));
    for (int i = 0; i < 600; ++i) {
      vocabulary_.push_back("word" + std::to_string(below(5000)));
    }
  }

  TestPosting posting() {
    TestPosting made;
    made.wdf = below(5) == 0 ? 0 : below(50) == 0 ? below(100'000) : 1 + below(4);
    if (below(3) == 0) return made;
    const std::uint32_t count = below(40) == 0 ? 1 + below(400) : 1 + below(5);
    const std::uint32_t step = below(30) == 0 ? 4'000'000 : 1 + below(60);
    std::uint32_t position = below(4);
    for (std::uint32_t i = 0; i < count; ++i) {
      made.positions.push_back(position);
      position += 1 + below(step);
    }
    return made;
  }

  TestDocument document() {
    TestDocument made;
    if (below(50) == 0) return made;  // Nothing at all.
    made.terms["everywhere"] = {1 + below(3), {}};
    made.terms["flag"] = {0, {}};
    for (std::uint32_t i = 0, count = below(60); i < count; ++i) {
      const auto size = static_cast<std::uint32_t>(vocabulary_.size());
      const std::string& term = vocabulary_[below(size)];
      TestPosting& made_posting = made.terms[term] = posting();
      if (term.find('\0') != term.npos) made_posting.positions.clear();
    }
    for (const std::uint32_t slot : kSlots) {
      if (below(3) != 0) made.values[slot] = bytes(1 + below(slot == 2 ? 300 : 9));
    }
    if (below(4) != 0) made.data = std::string(below(300), 'd') + bytes(below(300));
    if (below(400) == 0) made.data = bytes(100'000);
    made.data_is_compressed = below(2) == 0;
    return made;
  }

  std::mt19937_64 random_;
  std::vector<std::string> vocabulary_;
};

void check_both_ways(const TestDatabase& database) {
  TempDir folder;
  write_with_xapian(database, folder / "api");
  write_segment(database, folder / "segment");
  check_same(folder / "segment", folder / "api");
  CHECK(positions_in(folder / "segment") == positions_of(database));
}

TEST_CASE("a segment is the database that Xapian writes") {
  for (const std::size_t documents : {0U, 1U, 2U, 300U, 3'500U}) {
    CAPTURE(documents);
    check_both_ways(Maker(documents + 1).database(documents));
  }
}

TEST_CASE("a segment without metadata, positions, values or data is one too") {
  check_both_ways({});
  check_both_ways({{TestDocument{}}, {}});
  check_both_ways({{TestDocument{{{"term", {3, {}}}}, {}, {}}}, {}});
  check_both_ways({{TestDocument{{}, {{4, "value"}}, {}}}, {}});
  check_both_ways({{TestDocument{{}, {}, "data"}}, {}});
  check_both_ways({{}, {{"key", "value"}}});
}

TEST_CASE("document ids of three bytes") {
  TestDatabase database;
  database.documents.resize(33'000);
  for (std::size_t i = 0; i < database.documents.size(); i += 37) {
    database.documents[i] = {{{"t", {1, {1, 5}}}}, {{0, "v"}}, "data"};
  }
  check_both_ways(database);
}

TEST_CASE("document ids of all sizes are encoded as Xapian encodes them") {
  TempDir folder;
  const std::uint32_t ids[] = {0x7FFF,    0x8000,     0x1FFFFF,   0x200000,
                               0x3FFFFF,  0x400000,   0x1FFFFFFF, 0x20000000,
                               0xFFFFFFF, 0x10000000, 0xFFFFFFF0};
  Xapian::WritableDatabase out(folder / "api",
                               Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  Xapian::Document document;
  document.set_data("d");
  for (const std::uint32_t id : ids) out.replace_document(id, document);
  out.commit();
  const std::string file = testing::read_file(folder / "api/docdata.glass");
  std::string before;
  for (const std::uint32_t id :
       std::set<std::uint32_t>(std::begin(ids), std::end(ids))) {
    CAPTURE(id);
    std::string key;
    glass::append_ordered(key, id);
    CHECK(file.find(static_cast<char>(key.size()) + key) != file.npos);
    CHECK(before < key);
    before = key;
  }
}

// What shares a byte with the size of a common prefix: wdf of 0 to 127 behind terms of
// all sizes, so that each sum about 256 is there.
TEST_CASE("wdf in term lists at the limits of a byte") {
  TestDatabase database;
  for (std::size_t size = 1; size <= 245; ++size) {
    TestDocument document;
    for (std::uint32_t wdf = 0; wdf < 130; ++wdf) {
      const auto kind = static_cast<char>('0' + wdf);
      document.terms[kind + std::string(size - 1, 'x')] = {wdf, {}};
    }
    database.documents.push_back(document);
  }
  check_both_ways(database);
}

TEST_CASE("positions of 32 bits") {
  TestDatabase database;
  database.documents.push_back({{{"a", {1, {0, 0x7FFFFFFF}}},
                                 {"b", {1, {5, 0x7FFFFFFE, 0x7FFFFFFF}}},
                                 {"c", {1, {0x80000000, 0xFFFFFFF0, 0xFFFFFFFE}}},
                                 {"d", {1, {0xFFFFFFFE}}}},
                                {},
                                ""});
  check_both_ways(database);
}

TEST_CASE("Xapian merges segments as it merges databases of its own") {
  TempDir folder;
  Xapian::Database segments;
  Xapian::Database expected;
  int number = 0;
  for (const std::size_t documents : {700U, 0U, 1U, 1'200U}) {
    const TestDatabase database = Maker(documents).database(documents);
    const std::string name = std::to_string(++number);
    write_with_xapian(database, folder / ("api" + name));
    write_segment(database, folder / ("segment" + name));
    expected.add_database(Xapian::Database(folder / ("api" + name)));
    segments.add_database(Xapian::Database(folder / ("segment" + name)));
  }
  expected.compact(folder / "api");
  segments.compact(folder / "segment");
  check_same(folder / "segment", folder / "api");
}

TEST_CASE("Xapian goes on writing in a segment") {
  TempDir folder;
  const TestDatabase database = Maker(5).database(500);
  write_with_xapian(database, folder / "api");
  write_segment(database, folder / "segment");
  for (const char* name : {"api", "segment"}) {
    Xapian::WritableDatabase out(folder / name, Xapian::DB_OPEN);
    out.delete_document(17);
    for (int i = 0; i < 2'000; ++i) {
      Xapian::Document document;
      document.add_term("everywhere");
      document.add_value(1, "later");
      out.add_document(document);
    }
    out.commit();
  }
  check_same(folder / "segment", folder / "api");
}

// --- Dateline's own documents ---

TestDocument converted(const BuiltDocument& document) {
  TestDocument made;
  for (const glass::Posting& posting : document.postings) {
    made.terms[std::string(posting.term)] = {
        posting.wdf, {posting.positions.begin(), posting.positions.end()}};
  }
  for (const glass::Value& value : document.values)
    made.values[value.slot] = value.bytes;
  made.data = document.data;
  made.data_is_compressed = is_compressed(made.data);
  return made;
}

TEST_CASE("Dateline's documents") {
  const std::string phrases =
      "Shares of Siemens AG fell on Tuesday, said Angela Merkel";
  DocumentBuilder builder("en", std::make_shared<const RecordDictionary>(phrases));
  TestDatabase database;
  for (int i = 0; i < 400; ++i) {
    Article article;
    article.id = "article-" + std::to_string(i);
    article.title = "Markets in Frankfurt fell by " + std::to_string(i) + " points";
    article.body = "FRANKFURT, May " + std::to_string(1 + i % 28) +
                   " (Reuters) - Shares of Siemens AG fell on Tuesday, said Angela "
                   "Merkel's spokesman. The fall of the shares was number " +
                   std::to_string(i * 7919) + ".\n\nLast week they rose.";
    database.documents.push_back(
        converted(builder.build(annotate(std::move(article)))));
  }
  CHECK(database.documents.front().data_is_compressed);
  check_both_ways(database);
}

TEST_CASE("a document that is not as it must be is refused") {
  TempDir folder;
  glass::SegmentWriter out(folder.path().string());
  using Postings = std::vector<glass::Posting>;
  const std::string long_term(123, '\0');
  CHECK_THROWS_AS(out.add_document(Postings{{"b", 1}, {"a", 1}}, {}, ""), Error);
  CHECK_THROWS_AS(out.add_document(Postings{{"a", 1}, {"a", 1}}, {}, ""), Error);
  CHECK_THROWS_AS(out.add_document(Postings{{"", 1}}, {}, ""), Error);
  CHECK_THROWS_AS(
      out.add_document({}, std::vector<glass::Value>{{2, "a"}, {2, "b"}}, ""), Error);
  out.add_document(Postings{{long_term, 1}}, {}, "");
  CHECK_THROWS_AS(out.finish(), Error);
}

TEST_CASE("documents of a segment are numbered from where it says") {
  TempDir folder;
  glass::SegmentWriter out(folder.path().string(), 1000);
  const std::uint32_t position = 5;
  for (int i = 0; i < 3; ++i) {
    out.add_document(std::vector<glass::Posting>{{"a", 1, {&position, 1}}},
                     std::vector<glass::Value>{{0, "v"}}, "data");
  }
  out.finish();
  check_tables(folder.path().string());
  const Xapian::Database database(folder.path().string());
  CHECK(database.get_doccount() == 3);
  CHECK(database.get_lastdocid() == 1002);
  CHECK(database.get_document(1000).get_value(0) == "v");
  CHECK(database.get_document(1002).get_data() == "data");
  const std::vector<std::uint32_t> there{position};
  CHECK(positions_in(folder.path().string()) ==
        Positions{{"a", {{1000, there}, {1001, there}, {1002, there}}}});
}

}  // namespace
}  // namespace dateline
