#include "tests/oracle_places.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

namespace dateline::oracle {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

// One word as it is written, at one position.
using Test = std::function<bool(const Word&)>;

Test same_word(const Word& wanted, bool mind_capitals) {
  if (mind_capitals && !wanted.capitals.empty() && !has_digit(wanted.word)) {
    return
        [text = wanted.capitals](const Word& found) { return found.capitals == text; };
  }
  return [text = wanted.word](const Word& found) { return found.word == text; };
}

// Every way to write words one by one: G-20 is also G20, and G20 is also G 20.
void add_ways(const Text& words, std::size_t at, bool mind_capitals,
              std::vector<Test> begin, std::vector<std::vector<Test>>& ways) {
  if (at == words.size()) {
    ways.push_back(std::move(begin));
    return;
  }
  for (const Word& word : words[at]) {
    std::vector<Test> next = begin;
    next.push_back(same_word(word, mind_capitals));
    add_ways(words, at + word.parts, mind_capitals, std::move(next), ways);
  }
  const Word& word = words[at].front();
  const auto digit = std::find_if(word.word.begin(), word.word.end(), is_digit);
  const bool numbered = digit != word.word.begin() && digit != word.word.end() &&
                        std::all_of(digit, word.word.end(), is_digit);
  if (!numbered || words.size() == 1) return;
  begin.push_back(same_word({.word = std::string(word.word.begin(), digit)}, false));
  begin.push_back(same_word({.word = std::string(digit, word.word.end())}, false));
  add_ways(words, at + 1, mind_capitals, std::move(begin), ways);
}

std::vector<std::vector<Test>> ways_to_write(const std::string& text,
                                             bool mind_capitals) {
  std::vector<std::vector<Test>> ways;
  add_ways(read_typed(text), 0, mind_capitals, {}, ways);
  return ways;
}

bool stands_at(const Text& text, std::size_t position, const Test& test) {
  return position < text.size() &&
         std::any_of(text[position].begin(), text[position].end(), test);
}

Places places_of(Test test) {
  return [test = std::move(test)](const Text& text) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < text.size(); ++t) {
      if (stands_at(text, t, test)) spans.push_back({t, t + 1});
    }
    return spans;
  };
}

Places in_order(std::vector<Test> words) {
  return [words = std::move(words)](const Text& text) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < text.size(); ++t) {
      std::size_t same = 0;
      while (same < words.size() && stands_at(text, t + same, words[same])) ++same;
      if (same == words.size()) spans.push_back({t, t + same});
    }
    return spans;
  };
}

// Every choice of a span of each operand, as windows.
class Windows {
 public:
  Windows(const std::vector<std::vector<Span>>& operands, std::size_t extra,
          bool ordered)
      : operands_(operands), extra_(extra), ordered_(ordered) {
    std::vector<Span> chosen;
    choose(chosen);
  }

  // First position, and the one behind the last.
  using Window = std::pair<std::size_t, std::size_t>;

  // Those that hold no other.
  std::vector<Span> minimal() const {
    std::vector<Span> result;
    for (const Window& one : windows_) {
      const bool holds_another =
          std::any_of(windows_.begin(), windows_.end(), [&](const Window& other) {
            return other != one && one.first <= other.first &&
                   other.second <= one.second;
          });
      if (!holds_another) result.push_back({one.first, one.second});
    }
    return result;
  }

 private:
  void choose(std::vector<Span>& chosen) {
    if (chosen.size() == operands_.size()) return add(chosen);
    for (const Span& span : operands_[chosen.size()]) {
      const bool apart =
          std::all_of(chosen.begin(), chosen.end(), [&](const Span& other) {
            return other.last <= span.first || (!ordered_ && span.last <= other.first);
          });
      if (!apart) continue;
      chosen.push_back(span);
      choose(chosen);
      chosen.pop_back();
    }
  }

  void add(const std::vector<Span>& chosen) {
    std::size_t first = chosen.front().first;
    std::size_t last = chosen.front().last;
    std::size_t covered = 0;
    for (const Span& span : chosen) {
      first = std::min(first, span.first);
      last = std::max(last, span.last);
      covered += span.last - span.first;
    }
    if (last - first - covered <= extra_) windows_.emplace(first, last);
  }

  const std::vector<std::vector<Span>>& operands_;
  std::size_t extra_;
  bool ordered_;
  std::set<Window> windows_;
};

bool fits(std::string_view word, std::string_view pattern) {
  if (pattern.empty()) return word.empty();
  if (pattern.front() == '*') {
    return fits(word, pattern.substr(1)) ||
           (!word.empty() && fits(word.substr(1), pattern));
  }
  return !word.empty() && (pattern.front() == '?' || pattern.front() == word.front()) &&
         fits(word.substr(1), pattern.substr(1));
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

}  // namespace

Places places_of_word(std::string text, bool mind_capitals) {
  const Text words = read_typed(text);
  const Word& last = words.front().back();
  if (words.size() > 1 && last.parts != words.size()) {
    return places_of_phrase(text, mind_capitals);
  }
  if (words.size() > 1) {
    std::vector<Test> parts;
    for (const auto& here : words) parts.push_back(same_word(here.front(), false));
    return find_any({places_of_word(last.word, false), in_order(std::move(parts))});
  }
  const Word& word = words.front().front();
  if (mind_capitals && !word.capitals.empty() && !has_digit(word.word)) {
    return places_of(same_word(word, true));
  }
  return places_of([word](const Word& found) {
    return word.stem.empty() ? word.word == found.word : word.stem == found.stem;
  });
}

Places places_of_exact(std::string text) { return places_of_phrase(text, false); }

Places places_of_phrase(std::string text, bool mind_capitals) {
  std::vector<Places> any;
  for (auto& way : ways_to_write(text, mind_capitals)) any.push_back(in_order(way));
  return find_any(std::move(any));
}

Places places_of_window(std::string text, std::size_t number, bool mind_capitals) {
  std::vector<Places> any;
  for (auto& way : ways_to_write(text, mind_capitals)) {
    std::vector<Places> words;
    for (Test& word : way) words.push_back(places_of(std::move(word)));
    any.push_back(places_of_near(std::move(words), number, false));
  }
  return find_any(std::move(any));
}

Places places_of_each_word(std::string text, bool mind_capitals) {
  std::vector<Places> any;
  for (auto& way : ways_to_write(text, mind_capitals)) {
    for (Test& word : way) any.push_back(places_of(std::move(word)));
  }
  return find_any(std::move(any));
}

Places places_of_names(const std::vector<std::string>& names, bool people) {
  std::vector<Places> any;
  for (const std::string& name : names) {
    any.push_back(places_of_exact(name));
    if (people) any.push_back(places_of_exact(name.substr(name.rfind(' ') + 1)));
  }
  return [find = find_any(std::move(any))](const Text& text) {
    std::vector<Span> longest;
    const std::vector<Span> spans = find(text);
    for (const Span& span : spans) {
      const bool part = std::any_of(spans.begin(), spans.end(), [&](const Span& other) {
        return other != span && other.first <= span.first && span.last <= other.last;
      });
      if (!part) longest.push_back(span);
    }
    return longest;
  };
}

Places places_of_pattern(std::string pattern) {
  return places_of([pattern = lower(std::move(pattern))](const Word& found) {
    return fits(found.word, pattern);
  });
}

Places places_of_fuzzy(std::string word, std::size_t most) {
  // Texts have the same words over and over.
  auto known = std::make_shared<std::unordered_map<std::string, bool>>();
  return places_of([word = lower(std::move(word)), most, known](const Word& found) {
    const auto [entry, is_new] = known->try_emplace(found.word);
    if (is_new) entry->second = edits(word, found.word) <= most;
    return entry->second;
  });
}

Places places_of_near(std::vector<Places> operands, std::size_t number, bool ordered) {
  return [operands = std::move(operands), number, ordered](const Text& text) {
    std::vector<std::vector<Span>> spans;
    for (const Places& places : operands) spans.push_back(places(text));
    return Windows(spans, number - 1, ordered).minimal();
  };
}

Finder whole_words(Places places) {
  return [places = std::move(places)](const Text& text) {
    std::vector<Span> spans = places(text);
    for (Span& span : spans) {
      const std::size_t position = span.last - 1;
      for (const Word& word : text[position]) {
        span.last = std::max(span.last, position + word.parts);
      }
    }
    return spans;
  };
}

Predicate at_least(std::size_t times, Places places) {
  return [times, places = std::move(places)](const Document& document) {
    return places(document.title).size() + places(document.body).size() >= times;
  };
}

Predicate at_least_in_title(std::size_t times, Places places) {
  return [times, places = std::move(places)](const Document& document) {
    return places(document.title).size() >= times;
  };
}

// Between two swapped letters others may be put: the recurrence of Lowrance and Wagner,
// each cell by looking at all cells before it.
std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                             std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& best = cost[i][j];
      best = i + j;
      if (i > 0) best = std::min(best, cost[i - 1][j] + 1);
      if (j > 0) best = std::min(best, cost[i][j - 1] + 1);
      if (i == 0 || j == 0) continue;
      best = std::min(best, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      for (std::size_t k = 1; k < i; ++k) {
        for (std::size_t l = 1; l < j; ++l) {
          if (a[k - 1] != b[j - 1] || a[i - 1] != b[l - 1]) continue;
          best = std::min(best, cost[k - 1][l - 1] + (i - k - 1) + 1 + (j - l - 1));
        }
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace dateline::oracle
