// The manifest of an index: it covers every byte after every commit, and never takes a
// damaged byte for a new one.

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

Manifest manifest_of(const std::string& path) {
  const auto bytes = read_manifest_bytes(path);
  REQUIRE(bytes);
  return Manifest::decode(*bytes);
}

// What the manifest of the files as they are would be.
Manifest made_anew(const std::string& path, std::uint32_t revision) {
  const TempDir copy;
  for (const std::string& name : manifest_files(path)) {
    fs::copy_file(fs::path(path) / name, copy.path() / name);
  }
  seal(copy.path().string(), revision);
  return manifest_of(copy.path().string());
}

std::vector<Article> articles(int count, const std::string& prefix) {
  std::mt19937 random(7);
  std::vector<Article> made;
  for (int i = 0; i < count; ++i) {
    std::string body;
    for (int word = 0; word < 150; ++word) {
      body += "word" + std::to_string(random() % 3000) + ' ';
    }
    made.push_back(article(prefix + std::to_string(i), body));
  }
  return made;
}

void flip(const std::string& file, std::size_t at) {
  std::string bytes = read_file(file);
  bytes.at(at) = static_cast<char>(bytes.at(at) ^ 0x10);
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_CASE("manifest: covers what was published, and what was changed in place") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, articles(400, "a"));
  const Manifest published = manifest_of(path);
  CHECK(published.files.size() == 3);
  CHECK(published == made_anew(path, published.revision));

  // Blocks that are older keep their hash: this holds only if all others say so.
  Manifest before = published;
  for (int round = 0; round < 5; ++round) {
    CAPTURE(round);
    const std::uint64_t directory = identity(path);
    IndexWriter writer(path);
    for (const Article& one : articles(3, "b" + std::to_string(round))) writer.add(one);
    writer.remove("a" + std::to_string(round));
    writer.commit();
    REQUIRE(identity(path) == directory);  // It was changed in place.
    const Manifest after = manifest_of(path);
    CHECK(after.revision > before.revision);
    CHECK(after == made_anew(path, after.revision));
    CHECK_FALSE(is_being_changed(path));
    before = after;
  }
}

TEST_CASE("manifest: damage stays damage through a commit in place") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, articles(400, "a"));
  const Manifest before = manifest_of(path);
  // In the text of an article in the middle of the table, which no commit rewrites.
  const std::string table = path + "/docdata.glass";
  const std::size_t block = fs::file_size(table) / kManifestBlock / 2;
  flip(table, block * kManifestBlock + 5000);
  IndexWriter writer(path);
  writer.add(article("new"));
  writer.commit();
  const Manifest after = manifest_of(path);
  REQUIRE(after.revision > before.revision);
  const auto is_table = [](const Manifest::File& f) {
    return f.name == "docdata.glass";
  };
  const auto kept = std::ranges::find_if(after.files, is_table)->blocks.at(block);
  CHECK(kept == std::ranges::find_if(before.files, is_table)->blocks.at(block));
  for_each_block(table, [&](std::size_t number, std::string_view bytes) {
    if (number == block) CHECK(block_hash(bytes) != kept);
  });
}

TEST_CASE("manifest: a change that did not finish leaves its mark") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, articles(3, "a"));
  const Manifest before = manifest_of(path);
  begin_change(path);
  CHECK(is_being_changed(path));
  CHECK(manifest_of(path) == before);
  // The manifest cannot be written: the old one stays, and so does the mark.
  fs::create_directory(path + "/dateline.manifest.new");
  finish_change(path, before.revision + 1);
  CHECK(is_being_changed(path));
  CHECK(manifest_of(path) == before);
  fs::remove(path + "/dateline.manifest.new");
  finish_change(path, before.revision + 1);
  CHECK_FALSE(is_being_changed(path));
  CHECK(manifest_of(path).revision == before.revision + 1);

  // The same revision again, after the first was lost with the power.
  const Manifest lost = manifest_of(path);
  flip(path + "/postlist.glass", 8000);
  begin_change(path);
  finish_change(path, lost.revision);
  CHECK(manifest_of(path) == made_anew(path, lost.revision));
  CHECK_FALSE(manifest_of(path) == lost);

  // An index of an earlier version gets neither.
  fs::remove(path + "/dateline.manifest");
  begin_change(path);
  finish_change(path, 9);
  CHECK_FALSE(is_being_changed(path));
  CHECK_FALSE(read_manifest_bytes(path));
}

TEST_CASE("manifest: every changed or missing byte of its own is told") {
  const Manifest manifest{7, {{"iamglass", 100, {1}}, {"x.glass", 16384, {2, 3}}}};
  const std::string bytes = manifest.encode();
  CHECK(Manifest::decode(bytes) == manifest);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CAPTURE(i);
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x40);
    CHECK_THROWS_AS(Manifest::decode(changed), Error);
    CHECK_THROWS_AS(Manifest::decode(bytes.substr(0, i)), Error);
  }
}

}  // namespace
