#include "query/passage.h"

#include <algorithm>
#include <unordered_map>

namespace dateline {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

// True when a sentence or paragraph ends just before `at`, where a word begins.
bool begins_sentence(std::string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && is_space(text[before - 1])) {
    if (text[before - 1] == '\n') return true;
    --before;
  }
  if (before == at || before == 0) return false;
  while (before > 0 && (text[before - 1] == '"' || text[before - 1] == ')' ||
                        text[before - 1] == '\'')) {
    --before;
  }
  return before > 0 && (text[before - 1] == '.' || text[before - 1] == '!' ||
                        text[before - 1] == '?');
}

// Cuts passages out of one stretch of a text.
class Cutter {
 public:
  Cutter(std::string_view text, Stretch stretch) : text_(text), stretch_(stretch) {
    while (stretch_.begin < stretch_.end && is_space(text[stretch_.begin])) {
      ++stretch_.begin;
    }
    while (stretch_.end > stretch_.begin && is_space(text[stretch_.end - 1])) {
      --stretch_.end;
    }
  }

  bool is_blank() const { return stretch_.begin == stretch_.end; }

  // The passage of about `length` bytes around [begin, end).
  Passage around(std::size_t begin, std::size_t end, std::size_t length) const {
    begin = std::clamp(begin, stretch_.begin, stretch_.end);
    end = std::clamp(end, begin, stretch_.end);
    const std::size_t spare = length > end - begin ? length - (end - begin) : 0;
    begin = best_begin(begin, spare);
    end = best_end(std::max(end, begin), begin, length);
    if (end == stretch_.end && end - begin < length) {
      begin = earlier_sentence(begin, length - (end - begin));
    }
    return {begin, end, begin > stretch_.begin, end < stretch_.end};
  }

 private:
  bool begins_word(std::size_t at) const {
    return at == stretch_.begin || is_space(text_[at - 1]);
  }

  // Up to `spare` bytes before `begin`: where its sentence begins, if that is so near,
  // else at a word within the first half of what may be spared.
  std::size_t best_begin(std::size_t begin, std::size_t spare) const {
    const std::size_t limit =
        begin - stretch_.begin > spare ? begin - spare : stretch_.begin;
    for (std::size_t at = begin + 1; at-- > limit;) {
      if (at == stretch_.begin) return at;
      if (begins_word(at) && !is_space(text_[at]) && begins_sentence(text_, at)) {
        return at;
      }
    }
    std::size_t at = begin - std::min(begin - limit, spare / 2);
    while (at < begin && (!begins_word(at) || is_space(text_[at]))) ++at;
    return at;
  }

  // The first sentence that begins up to `spare` bytes before `begin`; `begin` when
  // none does.
  std::size_t earlier_sentence(std::size_t begin, std::size_t spare) const {
    std::size_t at = begin - std::min(begin - stretch_.begin, spare);
    while (at < begin && at != stretch_.begin &&
           !(begins_word(at) && !is_space(text_[at]) && begins_sentence(text_, at))) {
      ++at;
    }
    return at;
  }

  // About `length` bytes after `begin` and not before `least`: where a sentence ends,
  // if one does in the last third, else where a word does.
  std::size_t best_end(std::size_t least, std::size_t begin, std::size_t length) const {
    std::size_t limit = std::max(least, begin + std::min(length, stretch_.end - begin));
    if (limit == stretch_.end) return limit;
    const std::size_t earliest = std::max(least, begin + 2 * length / 3);
    for (std::size_t at = limit; at > earliest; --at) {
      if (is_space(text_[at - 1]) && !is_space(text_[at]) &&
          begins_sentence(text_, at)) {
        return without_space(at, least);
      }
    }
    std::size_t at = limit;
    while (at > least && !is_space(text_[at])) --at;
    if (is_space(text_[at])) return without_space(at, least);
    // One long word, or a script without spaces.
    while (limit > least && continues_character(text_[limit])) --limit;
    return limit;
  }

  std::size_t without_space(std::size_t end, std::size_t least) const {
    while (end > least && is_space(text_[end - 1])) --end;
    return end;
  }

  std::string_view text_;
  Stretch stretch_;
};

// Neighbouring matches that fit into a passage, and what they are worth.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;  // One past the end.
  std::size_t distinct = 0;

  bool better_than(const Window& other) const {
    if (distinct != other.distinct) return distinct > other.distinct;
    return last - first > other.last - other.first;
  }
};

// The best window among the matches of one stretch.
Window best_window(std::span<const TextMatch> matches, std::size_t first,
                   std::size_t end, std::size_t length) {
  std::unordered_map<std::size_t, std::size_t> shown;  // Matches by what they show.
  Window window{first, first, 0};
  Window best = window;
  for (; window.last < end; ++window.last) {
    ++shown[matches[window.last].wanted];
    while (matches[window.last].end - matches[window.first].begin > length &&
           window.first < window.last) {
      const auto leaving = shown.find(matches[window.first++].wanted);
      if (--leaving->second == 0) shown.erase(leaving);
    }
    Window now{window.first, window.last + 1, shown.size()};
    if (now.better_than(best)) best = now;
  }
  return best;
}

}  // namespace

Passage best_passage(std::string_view text, std::span<const Stretch> stretches,
                     std::span<const TextMatch> matches, std::size_t length) {
  Window best;
  const Stretch* chosen = nullptr;
  std::size_t next = 0;
  for (const Stretch& stretch : stretches) {
    while (next < matches.size() && matches[next].begin < stretch.begin) ++next;
    std::size_t end = next;
    while (end < matches.size() && matches[end].begin < stretch.end) ++end;
    const Window window = best_window(matches, next, end, length);
    next = end;
    if (!window.better_than(best)) continue;
    best = window;
    chosen = &stretch;
  }
  if (chosen != nullptr) {
    std::size_t end = 0;
    for (std::size_t i = best.first; i < best.last; ++i) {
      end = std::max(end, matches[i].end);
    }
    return Cutter(text, *chosen).around(matches[best.first].begin, end, length);
  }
  for (const Stretch& stretch : stretches) {
    const Cutter cutter(text, stretch);
    if (!cutter.is_blank()) return cutter.around(stretch.begin, stretch.begin, length);
  }
  return {};
}

}  // namespace dateline
