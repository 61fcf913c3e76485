#include <dateline/name_finder.h>

#include "tests/command.h"
#include "tests/testing.h"

#include <dateline/annotate.h>
#include <dateline/error.h>
#include <dateline/index_writer.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace dateline {
namespace {

using testing::TempDir;

constexpr std::string_view kList =
    "company\tZorblatt Widgets\n"
    "acronym\tZBW\tZorblatt Widgets\n"
    "city\tKyjiv\tKyiv\n";
constexpr std::string_view kText =
    "Profits rose at Zorblatt Widgets, analysts said. The shares of ZBW closed higher "
    "in Kyjiv on Monday.";

bool names(const Annotations& found, NameKind kind, std::string_view text) {
  return std::any_of(found.names.begin(), found.names.end(),
                     [&](const NameMention& mention) {
                       return mention.name.kind == kind && mention.name.text == text;
                     });
}

TEST_CASE("name finder: listed names are found, and filed as the list says") {
  const TempDir folder;
  const NameFinder finder({.name_lists = {folder.write("ours.tsv", kList)}});
  const Annotations found = annotate(kText, {.finder = &finder});
  CHECK(names(found, NameKind::kOrg, "Zorblatt Widgets"));
  CHECK(names(found, NameKind::kPlace, "Kyiv"));
  CHECK(!names(found, NameKind::kOrg, "ZBW"));
  CHECK(!names(annotate(kText), NameKind::kPlace, "Kyiv"));

  Article article;
  article.body = std::string(kText);
  const auto annotated = annotate(article, Reasons::kLeftOut, &finder);
  CHECK(names(annotated.body, NameKind::kPlace, "Kyiv"));
}

TEST_CASE("name finder: without files it finds what annotate() finds") {
  const NameFinder finder;
  const Annotations found = annotate(kText, {.finder = &finder});
  const Annotations expected = annotate(kText);
  REQUIRE(found.names.size() == expected.names.size());
  for (std::size_t i = 0; i < found.names.size(); ++i) {
    CHECK(found.names[i].begin == expected.names[i].begin);
    CHECK(found.names[i].name == expected.names[i].name);
  }
}

TEST_CASE("name finder: files that are missing or wrong are named") {
  const TempDir folder;
  const auto code_of = [](const NameFinderOptions& options) {
    try {
      const NameFinder finder(options);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kInternal;
  };
  CHECK(code_of({.name_lists = {folder / "none.tsv"}}) == ErrorCode::kNotFound);
  CHECK(code_of({.name_lists = {folder.write("bad.tsv", "firm\tAcme\n")}}) ==
        ErrorCode::kInvalidArgument);
  CHECK(code_of({.name_model = folder / "none.dnm"}) == ErrorCode::kNotFound);
  CHECK(code_of({.name_model = folder.write("bad.dnm", "no model")}) ==
        ErrorCode::kCorrupt);
  IndexWriterOptions options;
  options.name_finder.name_lists = {folder / "none.tsv"};
  CHECK_THROWS_AS(IndexWriter(folder / "news.db", options), Error);
}

TEST_CASE("name finder: lists at the command line") {
  if (!testing::CommandRunner::is_built()) return;
  const testing::CommandRunner dateline;
  const std::string list = dateline.dir().write("ours.tsv", kList);
  const auto found = dateline.run(
      {"annotate", "-", "--format", "text", "--name-list", list}, std::string(kText));
  CHECK(found.code == 0);
  CHECK(found.out.find("Zorblatt Widgets") != std::string::npos);
  const std::string bad =
      dateline.dir().write("bad.tsv", "company\tAcme\nfirm\tAcme\n");
  const auto refused = dateline.run({"index", bad, "--name-list", bad});
  CHECK(refused.code != 0);
  CHECK(refused.err.find("bad.tsv:2: there is no class \"firm\"") != std::string::npos);
}

}  // namespace
}  // namespace dateline
