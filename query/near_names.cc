#include "query/near_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/facets.h"

namespace dateline {
namespace {

// No term of a name is as long (schema::kMaxTermBytes).
constexpr std::size_t kMostBytes = 256;

// As many of the nearest are weighed by their counts.
constexpr std::size_t kMostCandidates = 64;

// Typing mistakes that a text of this size may have.
std::size_t tolerance(std::string_view text) {
  return std::min<std::size_t>(1 + text.size() / 6, 3);
}

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

struct Candidate {
  std::size_t edits = 0;
  std::size_t count = 0;
  NameKind kind = NameKind::kPerson;
  std::string name;
};

// The nearest names of one kind.
void add_candidates(Snapshot& snapshot, NameKind kind, std::string_view text,
                    std::vector<Candidate>& candidates) {
  const std::size_t most = tolerance(text);
  const bool is_surname =
      kind == NameKind::kPerson && text.find(' ') == std::string_view::npos;
  const auto list = snapshot.cache().names(snapshot.database(), kind);
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string_view name = (*list)[i];
    std::size_t edits = edits_between(text, name, most);
    if (is_surname && edits > 0) {
      edits = std::min(edits, edits_between(text, last_word(name), most));
    }
    if (edits <= most) candidates.push_back({edits, 0, kind, std::string(name)});
  }
}

void keep_nearest(std::vector<Candidate>& candidates) {
  if (candidates.size() <= kMostCandidates) return;
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.edits, a.name, a.kind) < std::tie(b.edits, b.name, b.kind);
  });
  candidates.resize(kMostCandidates);
}

}  // namespace

std::size_t edits_between(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  const std::size_t too_many = most + 1;
  if (b.size() - a.size() > most || b.size() >= kMostBytes) return too_many;
  // Only cells within `most` of the diagonal can matter: all others are too many.
  std::array<std::array<std::size_t, kMostBytes>, 3> rows;
  for (auto& row : rows) std::fill_n(row.begin(), a.size() + 1, too_many);
  for (std::size_t j = 0; j <= std::min(most, a.size()); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= b.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    std::fill_n(row.begin(), a.size() + 1, too_many);
    if (i <= most) row[0] = i;
    const std::size_t last = std::min(a.size(), i + most);
    for (std::size_t j = i > most ? i - most : 1; j <= last; ++j) {
      const std::size_t change = b[i - 1] == a[j - 1] ? 0 : 1;
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change, too_many});
      if (i > 1 && j > 1 && b[i - 1] == a[j - 2] && b[i - 2] == a[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return rows[b.size() % 3][a.size()];
}

std::vector<std::string> near_names(Snapshot& snapshot, std::span<const NameKind> kinds,
                                    std::string_view text, std::size_t most) {
  const std::string folded = text::fold(text);
  std::vector<Candidate> candidates;
  if (folded.empty() || most == 0) return {};
  for (const NameKind kind : kinds) add_candidates(snapshot, kind, folded, candidates);
  keep_nearest(candidates);
  for (Candidate& one : candidates) {
    one.count = snapshot.database().get_termfreq(schema::name_term(one.kind, one.name));
  }
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.edits, b.count, a.name, a.kind) <
           std::tie(b.edits, a.count, b.name, b.kind);
  });
  const auto table = snapshot.entities();
  std::set<std::uint32_t> groups;  // Of which one spelling is enough.
  std::vector<std::string> names;
  for (const Candidate& one : candidates) {
    if (names.size() == most) break;
    const std::uint32_t group = table->find(one.kind, one.name).group;
    const bool alone = group == entities::EntityTable::kNoGroup;
    if (!alone && !groups.insert(group).second) continue;
    std::string label = name_label(snapshot, one.kind, one.name);
    if (std::find(names.begin(), names.end(), label) == names.end()) {
      names.push_back(std::move(label));
    }
  }
  return names;
}

std::string did_you_mean(Snapshot& snapshot, std::span<const NameKind> kinds,
                         std::string_view text) {
  constexpr std::size_t kOffered = 3;
  const auto near = near_names(snapshot, kinds, text, kOffered);
  if (near.empty()) return ".";
  std::string sentence = "; did you mean ";
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) sentence += i + 1 == near.size() ? " or " : ", ";
    sentence += near[i];
  }
  return sentence + "?";
}

}  // namespace dateline
