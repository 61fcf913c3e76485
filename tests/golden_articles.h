// Files whose articles stand beside them as JSON.

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "index/readers/file_time.h"
#include "tests/article_json.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace dateline::testing {

/// The files of tests/data/`folder` that are no golden files, in order.
inline std::vector<std::filesystem::path> golden_inputs(const char* folder) {
  std::vector<std::filesystem::path> files;
  const auto all =
      std::filesystem::directory_iterator(source_dir() / "tests/data" / folder);
  for (const auto& entry : all) {
    if (entry.path().extension() != ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

inline nlohmann::json read_golden(std::filesystem::path input) {
  input += ".json";
  std::ifstream file(input);
  REQUIRE_MESSAGE(file.is_open(), input.string());
  return nlohmann::json::parse(file);
}

/// What a file gives; the folder is left out of ids, with ids that are the file's path
/// alone and bounds by the file's time.
inline nlohmann::json read_as_json(const std::filesystem::path& path) {
  const Reading reading = read_all({path.string()});
  const std::string folder = path.parent_path().string() + "/";
  nlohmann::json articles = nlohmann::json::array();
  for (const Article& article : reading.articles) {
    nlohmann::json one = to_json(article);
    if (article.published.not_after == readers::day_written(path.string())) {
      one.erase("not_after");
    }
    if (article.id == path.string()) one.erase("id");
    if (article.id.starts_with(folder) && one.contains("id")) {
      one["id"] = article.id.substr(folder.size());
    }
    articles.push_back(std::move(one));
  }
  nlohmann::json problems = nlohmann::json::array();
  for (const auto& problem : reading.problems) {
    std::string file = problem.file;
    if (file.starts_with(folder)) file.erase(0, folder.size());
    file = file == path.filename() ? "" : file + ":";
    problems.push_back(file + std::to_string(problem.line) + ": " + problem.reason);
  }
  return {{"articles", articles}, {"problems", problems}};
}

}  // namespace dateline::testing
