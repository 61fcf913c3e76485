#include "tools/corpora/dated_files.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "tools/corpora/corpus_file.h"

namespace dateline::corpora {

std::vector<DatedFile> read_dated_files(const std::filesystem::path& folder) {
  const std::filesystem::path table = folder / "days.tsv";
  const std::string text = read_corpus_file(table);
  std::vector<DatedFile> files;
  std::map<std::string, std::size_t, std::less<>> known;
  LineReader lines(text);
  for (std::string_view line; lines.next(line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view day =
        tab < line.size() ? line.substr(tab + 1) : std::string_view();
    const auto date = parse_date(day);
    if (tab == 0 || !date || precision(*date) != DatePrecision::kDay) {
      refuse_file(table, lines.number(), "The line is no file, a tab, and a day.");
    }
    const auto [place, fresh] =
        known.emplace(std::string(line.substr(0, tab)), files.size());
    if (fresh) files.push_back({.path = folder / place->first});
    files[place->second].days.push_back(*date);
  }
  if (files.empty()) refuse_file(table, 0, "There is no file in it.");
  return files;
}

}  // namespace dateline::corpora
