#include "eval_reports.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

#include "score_output.h"
#include "text_layout.h"

namespace dateline::cli {

void ReportWriter::write_text(const std::string& text) {
  out_.write(any_ ? "\n" + text : text);
  any_ = true;
}

void ReportWriter::add_json(const std::string& list, nlohmann::ordered_json report) {
  any_ = true;
  document_[list].push_back(std::move(report));
}

void ReportWriter::finish(const std::string& what_is_missing) {
  if (!any_) throw UsageError(what_is_missing);
  if (!as_text_) out_.write(scores_json(document_));
}

double least_f1(const Arguments& arguments) {
  const std::string given = arguments.value("min-f1").value_or("0");
  double share = 0;
  const char* const end = given.data() + given.size();
  const auto [stop, error] = std::from_chars(given.data(), end, share);
  if (error != std::errc() || stop != end || !(share >= 0 && share <= 1)) {
    throw UsageError("The option '--min-f1' is a number from 0 to 1, not '" + given +
                     "'.");
  }
  return share;
}

namespace {

std::string megabytes_a_second(std::uint64_t bytes, double seconds) {
  constexpr double kMegabyte = 1e6;
  if (seconds <= 0) return "-";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB/s",
                static_cast<double>(bytes) / kMegabyte / seconds);
  return text.data();
}

}  // namespace

std::string corpus_line(const std::string& corpus, std::size_t articles,
                        std::uint64_t bytes, double seconds, const Terminal& terminal,
                        const std::string& counts) {
  return on_one_line({{corpus, Style::kBold},
                      {": " + counted(articles, "article") + ", " + counts +
                       byte_size(bytes) + ", " + megabytes_a_second(bytes, seconds)}},
                     terminal) +
         "\n\n";
}

}  // namespace dateline::cli
