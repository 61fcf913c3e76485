#include "corpus/article_maker.h"

#include <algorithm>
#include <array>

#include "corpus/story.h"

namespace dateline::corpus {
namespace {

using std::chrono::days;
using std::chrono::seconds;

// Each article has streams of random numbers of its own.
enum Stream : std::uint64_t { kText, kMetadata, kEditor, kStreams };

Random stream(std::uint64_t seed, std::uint64_t number, Stream which) {
  return Random(seed, number * kStreams + which);
}

// Lengths of bodies in sixteenths of the mean: most are short, a few long. They add up
// to 16 times 16.
constexpr auto kLengths = std::to_array<std::uint32_t>(
    {4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 21, 26, 33, 48});

// An original lies at most this many articles before its copy.
constexpr std::uint32_t kDuplicateWindow = 64;
constexpr std::uint32_t kCopyDelaySeconds = 36 * 3'600;

}  // namespace

std::string article_id(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return 'a' + std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date = day;
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  const auto month = static_cast<unsigned>(date.month());
  const auto day_of_month = static_cast<unsigned>(date.day());
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t last, unsigned value) {
    for (; value != 0; value /= 10) text[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, year);
  put(6, month);
  put(9, day_of_month);
  return text;
}

bool ArticleMaker::is_duplicate(std::uint64_t number) const {
  if (number == 0) return false;  // Of what?
  return stream(settings_.seed, number, kEditor).below(100) <
         settings_.duplicates_percent;
}

std::optional<std::uint64_t> ArticleMaker::original_of(std::uint64_t number) const {
  if (!is_duplicate(number)) return std::nullopt;
  Random random = stream(settings_.seed, number, kMetadata);
  const auto window = std::min<std::uint64_t>(number, kDuplicateWindow);
  auto original = number - 1 - random.below(static_cast<std::uint32_t>(window));
  while (is_duplicate(original)) --original;  // Ends at 0.
  return original;
}

std::chrono::sys_seconds ArticleMaker::published(std::uint64_t number) const {
  const auto span = static_cast<std::uint64_t>(
      seconds(settings_.to - settings_.from + days{1}).count());
  // number * span / articles, without its overflow.
  const auto step = span / settings_.articles;
  const auto rest = span % settings_.articles;
  const auto offset = number * step + number * rest / settings_.articles;
  return settings_.from + seconds{static_cast<std::int64_t>(offset)};
}

void ArticleMaker::make(std::uint64_t number, MadeArticle& article) const {
  const auto original = original_of(number);
  const auto told = original.value_or(number);

  // What a copy shares with its original: the story, its day, its topic.
  Random text = stream(settings_.seed, told, kText);
  const Topic& topic =
      world_.topics[text.below(static_cast<std::uint32_t>(world_.topics.size()))];
  const auto share = kLengths[text.below(kLengths.size())];
  auto words = std::max(settings_.mean_words * share / 16, 1u);

  // What it does not.
  Random metadata = stream(settings_.seed, number, kMetadata);
  article.number = number;
  article.duplicate_of = original;
  article.source =
      world_.sources[metadata.below(static_cast<std::uint32_t>(world_.sources.size()))];
  article.author =
      world_.authors[metadata.below(static_cast<std::uint32_t>(world_.authors.size()))];
  article.topics[0] = topic.name;
  const Topic& second =
      world_.topics[metadata.below(static_cast<std::uint32_t>(world_.topics.size()))];
  const bool has_second = metadata.one_in(3) && second.name != topic.name;
  article.topics[1] = has_second ? second.name : std::string_view{};
  article.published = published(told);

  Random editor = stream(settings_.seed, number, kEditor);
  if (original && editor.one_in(4)) words = words * 3 / 4;
  Story(world_, text, original ? &editor : nullptr, topic, article).write(words);

  if (original) {
    const auto end = std::chrono::sys_seconds(settings_.to + days{1}) - seconds{1};
    const auto delay = seconds{metadata.below(kCopyDelaySeconds)};
    article.published = std::min(article.published + delay, end);
  }
}

}  // namespace dateline::corpus
