#include <doctest/doctest.h>
#include <xapian.h>

#include <string>

#include "index/database.h"
#include "index/positions/position_changes.h"
#include "index/positions/term_positions.h"
#include "index/renumbering.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

void make(const std::string& path, Xapian::docid first) {
  Xapian::WritableDatabase database = create_segment(path);
  PositionChanges positions;
  for (Xapian::docid docid : {first, first + 3, first + 400}) {
    Xapian::Document document;
    document.add_term("word", 1);
    document.add_value(3, "value");
    document.set_data("data " + std::to_string(docid - first));
    database.replace_document(docid, document);
    std::string block;
    positions::append_block(block, std::vector<std::uint32_t>{docid - first + 7});
    positions.put("word", docid, {false, block});
  }
  positions.apply(database);
  database.commit();
}

TEST_CASE("renumbering: a gap before all documents is closed where it is wide") {
  const TempDir folder;
  make(folder / "small", 1);
  make(folder / "x", 5'000'000);
  const auto expected = documents_of(open_segment(folder / "small"));
  close_front_gap(folder / "x", folder.path().string());
  CHECK(open_segment(folder / "x").get_lastdocid() == 401);
  CHECK(documents_of(open_segment(folder / "x")) == expected);
  CHECK(expected.size() == 3);
  CHECK(expected.back().find("word*1@407") != std::string::npos);
}

TEST_CASE("renumbering: small gaps stay") {
  const TempDir folder;
  make(folder / "x", 1'000);
  close_front_gap(folder / "x", folder.path().string());
  CHECK(open_segment(folder / "x").get_lastdocid() == 1'400);
}

}  // namespace
