#include "tools/corpora/dated_article.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

namespace dateline::corpora {

std::string_view surface_of(const DatedArticle& article, const LabelledDate& date) {
  const std::string_view text = date.in_title ? article.title : article.body;
  return text.substr(date.begin, date.end - date.begin);
}

void sort_dates(std::vector<LabelledDate>& dates) {
  const auto place = [](const LabelledDate& date) {
    return std::tuple(!date.in_title, date.begin);
  };
  std::ranges::stable_sort(dates, {}, place);
  std::vector<LabelledDate> kept;
  for (LabelledDate& date : dates) {
    const bool overlaps = !kept.empty() && kept.back().in_title == date.in_title &&
                          date.begin < kept.back().end;
    if (!overlaps) {
      kept.push_back(std::move(date));
    } else if (date.end - date.begin > kept.back().end - kept.back().begin) {
      kept.back() = std::move(date);
    }
  }
  dates = std::move(kept);
}

bool overlaps_any(const std::vector<TokenSpan>& spans, std::size_t begin,
                  std::size_t end) {
  return std::ranges::any_of(spans, [&](const TokenSpan& span) {
    return begin < span.end && span.begin < end;
  });
}

std::optional<DateType> date_type(std::string_view word) {
  static constexpr std::array kTypes = {DateType::kDate, DateType::kTime,
                                        DateType::kDuration, DateType::kSet};
  for (const DateType type : kTypes) {
    if (word == to_string(type)) return type;
  }
  return std::nullopt;
}

Half half_of(std::string_view file_name) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : file_name) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  return hash % 2 == 0 ? Half::kDevelop : Half::kCheck;
}

}  // namespace dateline::corpora
