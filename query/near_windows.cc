#include "query/near_windows.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace dateline {
namespace {

std::uint32_t length_of(const WordSpan& span) { return span.last - span.first + 1; }

// Finds the window that begins with a given span.
class WindowFinder {
 public:
  WindowFinder(std::span<const WordSpans> operands, const Nearness& nearness,
               const Deadline& deadline)
      : operands_(operands), nearness_(nearness), deadline_(deadline) {
    reach_ = nearness.extra;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      std::uint32_t longest = 0;
      for (const WordSpan& span : operands[i]) {
        events_.push_back({span, i});
        longest = std::max(longest, length_of(span));
      }
      reach_ += longest;
    }
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
      return a.span != b.span ? a.span < b.span : a.operand < b.operand;
    });
    has_all_ = std::none_of(operands.begin(), operands.end(),
                            [](const WordSpans& spans) { return spans.empty(); });
  }

  // Calls found(window) for the shortest window that begins with each span, from the
  // last span to the first, until it gives false.
  template <class Found>
  void each_window(Found&& found) {
    if (!has_all_) return;
    std::vector<std::size_t> behind(operands_.size(), 0);  // An event of each operand.
    for (std::size_t at = events_.size(); at-- > 0;) {
      step();
      behind[events_[at].operand] = at + 1;
      if (nearness_.ordered && events_[at].operand != 0) continue;
      if (!may_begin(at, behind)) continue;
      const auto end = best_end(at);
      if (end && !found(WordSpan{events_[at].span.first, *end})) return;
    }
  }

 private:
  struct Event {
    WordSpan span;
    std::size_t operand;
  };
  // The spans chosen so far, from left to right.
  struct State {
    std::uint32_t operands;  // A bit for each that has one.
    std::uint32_t end;
    std::uint32_t covered;  // Positions in the spans.
  };

  // Cheap: whether each operand has a span within reach behind event `at`. The nearest
  // is events_[behind[operand] - 1].
  bool may_begin(std::size_t at, const std::vector<std::size_t>& behind) const {
    const std::uint32_t first = events_[at].span.first;
    return std::all_of(behind.begin(), behind.end(), [&](std::size_t next) {
      return next > 0 && events_[next - 1].span.first - first < reach_;
    });
  }

  std::optional<std::uint32_t> best_end(std::size_t at) {
    const WordSpan& begin = events_[at].span;
    const std::uint32_t all =
        static_cast<std::uint32_t>((std::uint64_t{1} << operands_.size()) - 1);
    std::optional<std::uint32_t> best;
    if (bit(events_[at].operand) == all) return begin.last;
    states_.assign(1, {bit(events_[at].operand), begin.last, length_of(begin)});
    for (std::size_t i = at + 1; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (event.span.first - begin.first >= reach_) break;
      if (best && event.span.first > *best) break;
      const std::size_t known = states_.size();
      for (std::size_t s = 0; s < known; ++s) {
        step();
        const auto next = extended(states_[s], event, begin.first);
        if (!next) continue;
        if (next->operands == all) {
          best = std::min(best.value_or(next->end), next->end);
        } else {
          add_state(*next);
        }
      }
    }
    return best;
  }

  // The clock is read once in so many steps.
  void step() {
    constexpr std::size_t kStepsAtOnce = 4096;
    if (++steps_ % kStepsAtOnce == 0) deadline_.check();
  }

  static std::uint32_t bit(std::size_t operand) { return std::uint32_t{1} << operand; }

  std::optional<State> extended(const State& state, const Event& event,
                                std::uint32_t begin) const {
    const std::uint32_t bit_of_event = bit(event.operand);
    if ((state.operands & bit_of_event) != 0) return std::nullopt;
    if (event.span.first <= state.end) return std::nullopt;
    if (nearness_.ordered && state.operands != bit_of_event - 1) return std::nullopt;
    const State next{state.operands | bit_of_event, event.span.last,
                     state.covered + length_of(event.span)};
    if (next.end - begin + 1 - next.covered > nearness_.extra) return std::nullopt;
    return next;
  }

  // Of the same operands a state is no worse that ends no later and covers no less.
  void add_state(const State& state) {
    for (State& known : states_) {
      if (known.operands != state.operands) continue;
      if (known.end <= state.end && known.covered >= state.covered) return;
      if (state.end <= known.end && state.covered >= known.covered) {
        known = state;
        return;
      }
    }
    states_.push_back(state);
  }

  std::span<const WordSpans> operands_;
  Nearness nearness_;
  const Deadline& deadline_;
  std::size_t steps_ = 0;
  std::uint32_t reach_ = 0;  // Positions of the longest window.
  bool has_all_ = false;
  std::vector<Event> events_;
  std::vector<State> states_;
};

// Those of `spans` within [first, last].
WordSpans within(const WordSpans& spans, std::uint32_t first, std::uint32_t last) {
  WordSpans result;
  for (auto span = std::lower_bound(spans.begin(), spans.end(), WordSpan{first, 0});
       span != spans.end() && span->first <= last; ++span) {
    if (span->last <= last) result.push_back(*span);
  }
  return result;
}

std::uint32_t longest_of(const WordSpans& spans) {
  std::uint32_t longest = 0;
  for (const WordSpan& span : spans) longest = std::max(longest, length_of(span));
  return longest;
}

// Whether one of `after` begins behind one of `before` and near enough. The nearest of
// them is the first that begins behind it.
bool has_successor(const WordSpans& before, const WordSpans& after,
                   std::uint32_t extra) {
  auto next = after.begin();
  for (const WordSpan& span : before) {
    // Spans begin in order, but need not end so.
    while (next != after.begin() && std::prev(next)->first > span.last) --next;
    while (next != after.end() && next->first <= span.last) ++next;
    if (next != after.end() && next->first - span.last - 1 <= extra) return true;
  }
  return false;
}

}  // namespace

WordSpans near_windows(std::span<const WordSpans> operands, const Nearness& nearness,
                       const Deadline& deadline) {
  WordSpans windows;
  WindowFinder(operands, nearness, deadline).each_window([&](const WordSpan& window) {
    // From the last to the first: what was found begins no earlier.
    if (!windows.empty() && windows.back().first == window.first &&
        window.last < windows.back().last) {
      windows.pop_back();
    }
    if (windows.empty() || window.last < windows.back().last) windows.push_back(window);
    return true;
  });
  std::reverse(windows.begin(), windows.end());
  return windows;
}

bool has_near_window(std::span<const WordSpans> operands, const Nearness& nearness,
                     const Deadline& deadline) {
  if (operands.size() == 2) {  // By far the most, and without a window to build.
    return has_successor(operands[0], operands[1], nearness.extra) ||
           (!nearness.ordered &&
            has_successor(operands[1], operands[0], nearness.extra));
  }
  bool found = false;
  WindowFinder(operands, nearness, deadline).each_window([&](const WordSpan&) {
    found = true;
    return false;
  });
  return found;
}

std::vector<WordSpans> near_members(std::span<const WordSpans> operands,
                                    const Nearness& nearness,
                                    const Deadline& deadline) {
  std::uint32_t reach = nearness.extra;
  for (const WordSpans& spans : operands) reach += longest_of(spans);
  std::vector<WordSpans> members(operands.size());
  std::vector<WordSpans> local(operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const WordSpan& span : operands[i]) {
      deadline.check();
      const std::uint32_t first = span.first > reach ? span.first - reach : 0;
      for (std::size_t j = 0; j < operands.size(); ++j) {
        local[j] =
            j == i ? WordSpans{span} : within(operands[j], first, span.last + reach);
      }
      if (has_near_window(local, nearness, deadline)) members[i].push_back(span);
    }
  }
  return members;
}

}  // namespace dateline
