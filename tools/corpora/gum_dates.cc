#include "tools/corpora/gum_dates.h"

#include <dateline/error.h>

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/gum_document.h"

namespace dateline::corpora {
namespace {

bool is_dated_genre(std::string_view document) {
  return document.starts_with("GUM_news_") || document.starts_with("GUM_interview_");
}

constexpr int kMonday = 1;
constexpr int kSaturday = 6;
constexpr int kDaysOfWeek = 7;

// "2017-W28" of a day in it, by ISO 8601: the week has the year of its Thursday.
std::string week_value(Date day) {
  const int days = to_days(day);
  const Date thursday = from_days(days - weekday(day) + kMonday + 3);
  const int week =
      (to_days(thursday) - to_days({thursday.year, 1, 1})) / kDaysOfWeek + 1;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-W%02d", thursday.year, week);
  return text.data();
}

// "193" for ten years, "19" for a hundred; "" for other spans.
std::string years_value(Date first, Date last) {
  const int years = last.year - first.year + 1;
  if (first.month != 1 || first.day != 1 || last.month != 12 || last.day != 31) {
    return "";
  }
  if (years == 1) return std::to_string(first.year);
  if (years == 10 && first.year % 10 == 0) return std::to_string(first.year / 10);
  if (years == 100 && first.year % 100 == 0) return std::to_string(first.year / 100);
  return "";
}

// "2022-SU" of three whole months; "2022-05" of one.
std::string months_value(Date first, Date last) {
  if (first.day != 1 || last != last_day({last.year, last.month})) return "";
  if (first.year != last.year) return "";
  if (first.month == last.month) return to_string(Date{first.year, first.month});
  static constexpr std::array<std::pair<int, std::string_view>, 3> kSeasons = {
      {{3, "-SP"}, {6, "-SU"}, {9, "-FA"}}};
  for (const auto& [month, season] : kSeasons) {
    if (first.month == month && last.month == month + 2) {
      return to_string(Date{first.year}) + std::string(season);
    }
  }
  return "";
}

std::string days_value(Date first, Date last) {
  const int days = to_days(last) - to_days(first) + 1;
  if (days == 1) return to_string(first);
  if (days == kDaysOfWeek && weekday(first) == kMonday) return week_value(first);
  if (days == 2 && weekday(first) == kSaturday) return week_value(first) + "-WE";
  return "";
}

// "22:30" without seconds that are 0.
std::string without_seconds(std::string time) {
  constexpr std::string_view kSeconds = ":00";
  constexpr std::size_t kWithSeconds = 8;
  if (time.size() >= kWithSeconds && time.ends_with(kSeconds)) {
    time.resize(time.size() - kSeconds.size());
  }
  return time;
}

// A label, without its place; nullopt for what is unjudged.
std::optional<LabelledDate> label_of(const GumDate& date) {
  LabelledDate label;
  if (!date.from.empty() || !date.to.empty()) {
    label.value = interval_value(date.from, date.to);
  } else if (date.when.starts_with("--")) {
    label.value = "XXXX" + date.when.substr(1);
  } else if (date.when.find('T') != std::string::npos) {
    label.type = DateType::kTime;
    label.value = without_seconds(date.when);
  } else if (!date.is_time) {
    label.value = date.when;
  }
  if (label.value.empty()) return std::nullopt;
  return label;
}

DatedArticle dated(const GumDocument& document) {
  const TokenText text = running_text(document);
  DatedArticle article{.id = document.name + ".xml",
                       .body = text.text(),
                       .published = document.published,
                       .lines_are_sentences = true,
                       .only_calendar = true};
  for (const GumDate& date : document.dates) {
    const TokenSpan span{text.tokens()[date.first].begin,
                         text.tokens()[date.end - 1].end};
    if (auto label = label_of(date)) {
      label->begin = span.begin;
      label->end = span.end;
      article.dates.push_back(std::move(*label));
    } else {
      article.unjudged.push_back(span);
    }
  }
  sort_dates(article.dates);
  return article;
}

}  // namespace

std::string interval_value(const std::string& from, const std::string& to) {
  const auto begin = parse_date(from);
  const auto end = parse_date(to);
  if (!begin || !end || !*begin || !*end) return "";
  const Date first = first_day(*begin);
  const Date last = last_day(*end);
  if (last < first) return "";
  for (const auto value_of : {days_value, months_value, years_value}) {
    std::string value = value_of(first, last);
    if (!value.empty()) return value;
  }
  return from + "/" + to;
}

std::vector<DatedArticle> read_gum_dates(const std::filesystem::path& folder) {
  std::vector<DatedArticle> articles;
  for (const auto& tsv : corpus_files(folder / "tsv", ".tsv")) {
    const std::string name = tsv.stem().string();
    if (!is_dated_genre(name)) continue;
    articles.push_back(dated(read_gum_document(tsv, folder / "xml" / (name + ".xml"))));
  }
  if (articles.empty()) {
    throw Error(ErrorCode::kNotFound,
                "'" + folder.string() + "' has no news and no interview.");
  }
  return articles;
}

}  // namespace dateline::corpora
