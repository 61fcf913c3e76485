// Chains of copies: components against all pairs, changes against finding all anew.

#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "index/copy_linking.h"
#include "index/duplicates/candidates.h"
#include "index/duplicates/chain_table.h"
#include "index/duplicates/chains.h"
#include "index/duplicates/disjoint_sets.h"
#include "index/schema.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::duplicates;
using namespace dateline::testing;
using corpus::Random;
using Chains = std::vector<std::vector<std::string>>;
using Sets = std::vector<std::vector<std::uint32_t>>;

Signature random_signature(Random& random) {
  Signature signature{.shingles = 200};
  for (auto& bin : signature.bins) bin = static_cast<std::uint8_t>(random.next());
  return signature;
}

// A signature with `changed` bins of another one drawn anew.
Signature edited(Signature signature, std::size_t changed, Random& random) {
  for (std::size_t i = 0; i < changed; ++i) {
    signature.bins[random.below(kBins)] = static_cast<std::uint8_t>(random.next());
  }
  return signature;
}

std::string packed(const Signature& signature) {
  return pack({.words = 300, .text = {1, 2}, .signature = signature});
}

TEST_CASE("packed fingerprints: signature or hash; damaged bytes are told") {
  Random random(1, 0);
  const Signature signature = random_signature(random);
  CHECK(unpack_signature(packed(signature)) == signature);
  CHECK(packed(signature).size() == kBins + 2);
  const std::string brief = pack({.words = 3, .text = {1, 2}});
  CHECK(brief.size() == 16);
  CHECK(unpack_signature(brief) == Signature());
  CHECK(pack({}).empty());
  for (const std::string& damaged :
       {std::string("x"), std::string(kBins, 'x'), std::string(kBins, 'x') + '\0',
        packed(signature) + "x", std::string(kBins + 9, '\xFF')}) {
    CHECK_FALSE(unpack_signature(damaged));
    const auto error = error_of([&] { ChainFinder().add(1, damaged); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::kCorrupt);
  }
}

// Chains by comparing all with all; texts of which a band is shared.
Sets brute_force(const std::vector<Signature>& texts) {
  DisjointSets sets(texts.size());
  for (std::uint32_t a = 0; a < texts.size(); ++a) {
    for (std::uint32_t b = 0; b < a; ++b) {
      const Bands bands_a = bands(texts[a]);
      const Bands bands_b = bands(texts[b]);
      bool met = false;
      for (std::size_t i = 0; i < kBands; ++i) met = met || bands_a[i] == bands_b[i];
      if (met && are_copies(texts[a], texts[b])) sets.unite(a, b);
    }
  }
  return sets.sets();
}

Sets chains_of(const std::vector<Signature>& texts) {
  ChainFinder finder;
  for (std::size_t i = texts.size(); i-- > 0;) {
    finder.add(static_cast<std::uint32_t>(i), packed(texts[i]));
  }
  return finder.find();
}

TEST_CASE("chains: components of all pairs of copies") {
  Random random(2, 0);
  std::vector<Signature> texts;
  for (int i = 0; i < 60; ++i) texts.push_back(random_signature(random));
  for (int i = 0; i < 240; ++i) {
    const Signature& original = texts[random.below(300 > texts.size() ? 60 : 1)];
    texts.push_back(edited(original, random.below(110), random));
  }
  texts.push_back(texts[7]);
  const Sets expected = brute_force(texts);
  CHECK(expected.size() > 20);
  CHECK(chains_of(texts) == expected);
}

TEST_CASE("chains: what a crowd shares makes no copies, and hides none") {
  Random random(3, 0);
  const Signature form = random_signature(random);
  std::vector<Signature> texts;
  // All have the first three bands, as by a form; 40 are copies of their neighbour.
  for (std::uint32_t i = 0; i < 2 * kCrowd; ++i) {
    Signature text = random_signature(random);
    if (i % 2 == 1 && i < 80) text = edited(texts.back(), 20, random);
    std::copy_n(form.bins.begin(), 3 * kBandRows, text.bins.begin());
    texts.push_back(text);
  }
  Sets expected;
  for (std::uint32_t i = 0; i < 80; i += 2) expected.push_back({i, i + 1});
  CHECK(chains_of(texts) == expected);

  std::size_t visited = 0;
  std::vector<const Signature*> pointers;
  for (const Signature& text : texts) pointers.push_back(&text);
  for_each_candidate(pointers, [&](std::uint32_t, std::uint32_t) { ++visited; });
  CHECK(visited < 20 * texts.size());

  // A crowd that is nearly one text: few bands tell them apart.
  texts.clear();
  for (std::uint32_t i = 0; i < 2 * kCrowd; ++i) {
    texts.push_back(form);
    texts.back().bins[126] = static_cast<std::uint8_t>(i);
    texts.back().bins[127] = static_cast<std::uint8_t>(i >> 8);
  }
  REQUIRE(chains_of(texts).size() == 1);
  CHECK(chains_of(texts).front().size() == texts.size());
}

TEST_CASE("chain table: equal tables have equal bytes, damaged ones are told") {
  const ChainTable table(Chains{{"Qb2", "Qa1"}, {"Qa2", "Qa3", "Qc"}});
  CHECK(table.size() == 2);
  CHECK(table.id_term(0, 0) == "Qa2");
  CHECK(table.id_term(1, 1) == "Qa1");
  CHECK(table.find("Qa1") == 1U);
  CHECK(table.find("Qc") == 0U);
  CHECK_FALSE(table.find("Q"));
  CHECK(table.encode() ==
        ChainTable(Chains{{"Qa2", "Qa3", "Qc"}, {"Qb2", "Qa1"}}).encode());
  CHECK(table.encode() !=
        ChainTable(Chains{{"Qa3", "Qa2", "Qc"}, {"Qb2", "Qa1"}}).encode());

  const ChainTable none((Chains()));
  CHECK(none.is_computed());
  CHECK(ChainTable::decode(none.encode()).is_computed());
  CHECK_FALSE(ChainTable::decode("").is_computed());
  CHECK(ChainTable::decode(table.encode()).encode() == table.encode());

  for (const Chains& wrong :
       {Chains{{"Qa"}}, Chains{{"Qa", "Qa"}}, Chains{{"Qa", "Qb"}, {"Qc", "Qb"}}}) {
    CHECK(error_of([&] { ChainTable table_of(wrong); })->code() ==
          ErrorCode::kInvalidArgument);
  }
  const std::string bytes = table.encode();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    for (const std::string& text : {damaged, bytes.substr(0, i)}) {
      if (text.empty()) continue;
      const auto error = error_of([&] { ChainTable::decode(text); });
      REQUIRE(error);
      CHECK(error->code() == ErrorCode::kCorrupt);
    }
  }
}

// A database of nothing but ids, days and fingerprints.
class Shelf {
 public:
  void put(const std::string& id, const Signature& signature, Date published = {}) {
    take(id);
    Xapian::Document document;
    document.add_boolean_term(schema::id_term(id));
    document.add_value(schema::slot::kFingerprint, packed(signature));
    if (published) {
      document.add_value(schema::slot::kPublishedDate,
                         schema::pack_dates(std::span(&published, 1)));
    }
    changes_.added.push_back(database_.replace_document(schema::id_term(id), document));
    ids_.insert(id);
  }

  void remove(const std::string& id) {
    take(id);
    database_.delete_document(schema::id_term(id));
    ids_.erase(id);
  }

  // The table after all that was put and removed since the last time.
  std::string update() {
    update_copies(database_, changes_);
    changes_ = {};
    told_ = ids_;
    return read_copies(database_).encode();
  }

  std::string anew() const {
    const Xapian::Database& all = database_;
    return find_copies(std::span(&all, 1)).encode();
  }
  const std::set<std::string>& ids() const { return ids_; }

 private:
  void take(const std::string& id) {
    const std::string term = schema::id_term(id);
    const auto found = database_.postlist_begin(term);
    if (found == database_.postlist_end(term)) return;
    std::erase(changes_.added, *found);
    // What came and went between two tables is no change.
    if (told_.erase(id) == 0) return;
    changes_.gone.push_back(leaving(database_.get_document(*found)));
  }

  Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
  CopyChanges changes_;
  std::set<std::string> ids_;
  std::set<std::string> told_;  // Of the last table, but for what has gone since.
};

TEST_CASE("chains of an index: the earliest first, then by id") {
  Random random(4, 0);
  const Signature text = random_signature(random);
  Shelf shelf;
  shelf.put("a", text);
  shelf.put("b", text, {1987, 3});
  shelf.put("c", text, {1987, 3, 1});
  shelf.put("e", text, {1987, 2, 28});
  shelf.put("d", text, {1987, 2, 28});
  shelf.put("f", random_signature(random));
  const std::string table = shelf.update();
  CHECK(table == ChainTable(Chains{{"Qd", "Qe", "Qc", "Qb", "Qa"}}).encode());
  CHECK(table == shelf.anew());
}

TEST_CASE("chains of an index: after any changes as if found anew") {
  for (const std::uint64_t seed : {11U, 12U, 13U}) {
    CAPTURE(seed);
    Random random(seed, 0);
    std::vector<Signature> texts;
    for (int i = 0; i < 12; ++i) texts.push_back(random_signature(random));
    Shelf shelf;
    int number = 0;
    const auto put_any = [&](const std::string& id) {
      const Signature text = edited(texts[random.below(12)], random.below(100), random);
      shelf.put(id, random.one_in(4) ? random_signature(random) : text,
                {1987, 1 + static_cast<int>(random.below(12))});
    };
    const auto any_id = [&] {
      auto id = shelf.ids().begin();
      std::advance(id, random.below(static_cast<std::uint32_t>(shelf.ids().size())));
      return *id;
    };
    for (int i = 0; i < 150; ++i) put_any("a" + std::to_string(number++));
    shelf.update();
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      const std::uint32_t changes = 1 + random.below(3);
      std::set<std::string> touched;
      for (std::uint32_t i = 0; i < changes; ++i) {
        const std::string old = any_id();
        if (!touched.insert(old).second) continue;
        switch (random.below(3)) {
          case 0:
            shelf.remove(old);
            break;
          case 1:
            put_any(old);
            break;
          default:
            put_any("b" + std::to_string(number++));
        }
      }
      REQUIRE(shelf.update() == shelf.anew());
    }
  }
}

TEST_CASE("chains of an index: as if found anew where a crowd comes and goes") {
  Random random(21, 0);
  const Signature form = random_signature(random);
  const auto formed = [&](Signature text) {
    std::copy_n(form.bins.begin(), 2 * kBandRows, text.bins.begin());
    return text;
  };
  Shelf shelf;
  std::vector<Signature> texts;
  for (std::size_t i = 0; i < kCrowd + 40; ++i) {
    const bool is_copy = i % 3 == 1;
    // Most bins differ: few bands but those of the form can bring a pair together.
    texts.push_back(
        formed(is_copy ? edited(texts.back(), 78, random) : random_signature(random)));
  }
  const auto id = [](std::size_t i) { return "a" + std::to_string(i); };
  for (std::size_t i = 0; i < kCrowd - 2; ++i) shelf.put(id(i), texts[i]);
  shelf.update();
  std::set<std::string> tables;
  for (std::size_t i = kCrowd - 2; i < texts.size(); ++i) {
    CAPTURE(i);
    shelf.put(id(i), texts[i]);
    REQUIRE(shelf.update() == shelf.anew());
    tables.insert(shelf.anew());
  }
  CHECK(tables.size() > 10);
  for (std::size_t i = 0; i < 60; ++i) {
    CAPTURE(i);
    shelf.remove(id(2 * i));
    REQUIRE(shelf.update() == shelf.anew());
  }
}

std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

// Twelve articles: four chains of two, one of three, one alone.
std::vector<Article> articles() {
  std::vector<Article> all;
  const auto add = [&](const std::string& id, int first, int count, Date day) {
    all.push_back({.id = id, .title = "T", .body = words(first, count)});
    all.back().published = day;
  };
  for (int i = 0; i < 4; ++i) {
    add("a" + std::to_string(i), i * 1000, 200, {1987, 3, 1 + i});
    add("b" + std::to_string(i), i * 1000, 190, {1987, 3, 4 - i});
  }
  add("c", 9000, 100, {1987, 3, 1});
  add("x1", 8000, 300, {});
  add("x2", 8020, 300, {1987, 5});
  add("x3", 8040, 300, {});
  return all;
}

const IndexWriterOptions kPlain{.annotate = false, .link_names = false};

std::string table_of(const std::string& path) {
  return read_copies(open_to_read(path)).encode();
}

TEST_CASE("chains of an index: whatever the order, the segments and the commits") {
  const TempDir folder;
  const std::string expected = ChainTable(Chains{{"Qa0", "Qb0"},
                                                 {"Qa1", "Qb1"},
                                                 {"Qb2", "Qa2"},
                                                 {"Qb3", "Qa3"},
                                                 {"Qx2", "Qx1", "Qx3"}})
                                   .encode();
  std::vector<Article> all = articles();
  for (const std::size_t bytes : kSegmentBytes) {
    for (const auto formatter : {SegmentFormatter::kBulk, SegmentFormatter::kXapian}) {
      IndexWriterOptions options = kPlain;
      options.segment_bytes = bytes;
      options.formatter = formatter;
      const std::string path = folder / "x" + std::to_string(bytes) +
                               std::to_string(static_cast<int>(formatter));
      build(path, all, options);
      CHECK(table_of(path) == expected);
      std::ranges::reverse(all);
    }
  }
  const std::string path = folder / "y";
  build(path, {}, kPlain);
  for (const Article& one : all) build(path, {one}, kPlain);
  CHECK(table_of(path) == expected);
}

TEST_CASE("chains of an index: removal, replacement, and a damaged table") {
  const TempDir folder;
  const std::string path = folder / "x";
  std::vector<Article> all = articles();
  for (int i = 0; i < 300; ++i) {  // So that changes are made in place.
    all.push_back({.id = "z" + std::to_string(i), .body = words(20'000 + i * 100, 80)});
  }
  build(path, all, kPlain);
  const std::uint64_t before = identity(path);
  IndexWriter writer(path, kPlain);
  writer.remove("x2");
  writer.remove("a0");
  Article changed = all[2];
  changed.body = words(8030, 300);
  writer.add(changed);
  writer.commit();
  CHECK(identity(path) == before);
  const std::string expected =
      ChainTable(Chains{{"Qa1", "Qx1", "Qx3"}, {"Qb2", "Qa2"}, {"Qb3", "Qa3"}})
          .encode();
  CHECK(table_of(path) == expected);

  const std::string key(schema::metadata::kCopies);
  for (const std::string& damage : {std::string("damaged"), std::string()}) {
    change_documents(path, {}, [&](Xapian::WritableDatabase& database) {
      database.set_metadata(key, damage);
    });
    if (!damage.empty()) {
      const auto error = error_of([&] { table_of(path); });
      REQUIRE(error);
      CHECK(error->code() == ErrorCode::kCorrupt);
    }
    writer.remove("z" + std::to_string(damage.size()));
    writer.commit();
    CHECK(table_of(path) == expected);
  }
}

}  // namespace
