#include "index/entities/entity_rules.h"

#include <dateline/error.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "index/text/analyzer.h"

namespace dateline::entities {
namespace {

std::string folded_name(std::string_view text) {
  std::string folded = text::fold(text);
  if (folded.empty()) {
    throw Error(ErrorCode::kInvalidArgument,
                "A correction of entities names nothing: give it a name.");
  }
  return folded;
}

std::vector<std::string_view> split_at_tabs(std::string_view line) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t tab = line.find('\t');
    parts.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return parts;
    line.remove_prefix(tab + 1);
  }
}

// One line of the text form. False: it is none.
bool read_line(std::string_view line, EntityRules& rules) {
  const auto parts = split_at_tabs(line);
  if (parts.size() < 3) return false;
  const std::optional<NameKind> kind = parse_name_kind(parts[1]);
  if (!kind) return false;
  try {
    if (parts[0] == "merge" && parts.size() == 4) {
      rules.merge(*kind, parts[2], parts[3]);
    } else if (parts[0] == "split" && parts.size() == 3) {
      rules.split(*kind, parts[2]);
    } else {
      return false;
    }
  } catch (const Error&) {
    return false;
  }
  return true;
}

}  // namespace

void EntityRules::merge(NameKind kind, std::string_view a, std::string_view b) {
  Merge rule{kind, folded_name(a), folded_name(b)};
  if (rule.a == rule.b) {
    throw Error(ErrorCode::kInvalidArgument,
                "'" + std::string(a) + "' and '" + std::string(b) +
                    "' are one name already: there is nothing to merge.");
  }
  if (rule.b < rule.a) std::swap(rule.a, rule.b);
  splits_.erase({kind, rule.a});
  splits_.erase({kind, rule.b});
  merges_.insert(std::move(rule));
}

void EntityRules::split(NameKind kind, std::string_view name) {
  forget(kind, name);
  splits_.insert({kind, folded_name(name)});
}

bool EntityRules::forget(NameKind kind, std::string_view name) {
  const std::string folded = text::fold(name);
  const std::size_t merges = std::erase_if(merges_, [&](const Merge& rule) {
    return rule.kind == kind && (rule.a == folded || rule.b == folded);
  });
  return merges + splits_.erase({kind, folded}) > 0;
}

void EntityRules::add(const EntityRules& later) {
  for (const Name& name : later.splits_) split(name.kind, name.text);
  for (const Merge& rule : later.merges_) merge(rule.kind, rule.a, rule.b);
}

bool EntityRules::is_split(NameKind kind, std::string_view folded) const {
  return splits_.contains({kind, std::string(folded)});
}

std::string EntityRules::encode() const {
  std::string text;
  for (const auto& [kind, a, b] : merges_) {
    text.append("merge\t").append(to_string(kind));
    text.append("\t").append(a).append("\t").append(b).append("\n");
  }
  for (const auto& [kind, name] : splits_) {
    text.append("split\t").append(to_string(kind));
    text.append("\t").append(name).append("\n");
  }
  return text;
}

EntityRules EntityRules::decode(std::string_view text) {
  EntityRules rules;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#') || read_line(line, rules)) continue;
    throw Error(ErrorCode::kCorrupt,
                "Line " + std::to_string(number) +
                    " of the corrections of entities is not of the form "
                    "'merge KIND NAME NAME' or 'split KIND NAME', with tabs between.");
  }
  return rules;
}

}  // namespace dateline::entities
