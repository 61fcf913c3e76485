#include "query/query_compiler.h"

#include <dateline/fields.h>
#include <dateline/period.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "index/schema.h"
#include "query/date_query.h"
#include "query/name_resolver.h"
#include "query/near_names.h"
#include "query/ranking.h"
#include "query/word_queries.h"
#include "query/word_units.h"

namespace dateline {
namespace {

using Xapian::Query;
using Kind = QueryNode::Kind;

Query all_articles() {
  return Query(std::string());  // Query::MatchAll is not safe to share.
}

// How tightly a reading holds together, for its brackets.
enum class Binding { kOr, kAnd, kNot, kAtom };

// What became of a node.
struct Part {
  Query query;
  std::string reading;
  Binding binding = Binding::kAtom;
  bool ranks = true;      // False for metadata and dates, which only choose.
  bool negative = false;  // `query` is what must not match.
  std::size_t offset = 0;
  std::size_t length = 0;
};

std::string in_brackets(const Part& part, Binding at_least) {
  return part.binding < at_least ? "(" + part.reading + ")" : part.reading;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

// A value as it would have to be typed.
std::string shown_value(const std::string& text) {
  return text.find(' ') == std::string::npos ? text : quoted(text);
}

std::string shown_unit(const WordUnit& unit, bool exact_word) {
  switch (unit.kind) {
    case WordUnit::Kind::kName:
      return quoted(unit.shown) + " (a name)";
    case WordUnit::Kind::kPhrase:
      return quoted(unit.shown);
    case WordUnit::Kind::kExact:
      return exact_word ? "=" + unit.shown : quoted(unit.shown);
    case WordUnit::Kind::kJoined:
    case WordUnit::Kind::kWord:
      break;
  }
  return unit.shown;
}

Query combined(Query::op op, const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front()
                             : Query(op, queries.begin(), queries.end());
}

// All positive parts, without the negative ones.
Query conjunction(const std::vector<Part>& parts) {
  std::vector<Query> ranking;
  std::vector<Query> choosing;
  std::vector<Query> excluded;
  for (const Part& part : parts) {
    (part.negative ? excluded : part.ranks ? ranking : choosing).push_back(part.query);
  }
  Query query = ranking.empty() ? all_articles() : combined(Query::OP_AND, ranking);
  if (!choosing.empty()) {
    query = ranking.empty()
                ? Query(Query::OP_SCALE_WEIGHT, combined(Query::OP_AND, choosing), 0.0)
                : Query(Query::OP_FILTER, query, combined(Query::OP_AND, choosing));
  }
  if (excluded.empty()) return query;
  return {Query::OP_AND_NOT, query, combined(Query::OP_OR, excluded)};
}

class Compiler {
 public:
  Compiler(Snapshot& snapshot, const CompileOptions& options)
      : snapshot_(snapshot), options_(options) {
    if (options_.any) reader_.name_lookups = 0;
  }

  CompiledQuery compile(const QueryNode* root) {
    reader_.capitals = capitals_matter(root, reader_.analyzer);
    std::vector<Part> parts;
    if (root != nullptr) add_parts(*root, parts);
    if (parts.empty()) {
      result_.query = all_articles();
      result_.reading = "every article";
      return std::move(result_);
    }
    result_.query = conjunction(parts);
    result_.reading = join(parts).reading;
    if (!bonuses_.empty()) {
      result_.query =
          Query(Query::OP_AND_MAYBE, result_.query, combined(Query::OP_OR, bonuses_));
    }
    for (const Part& part : parts) {
      result_.clauses.push_back(
          {part.reading, conjunction({part}), part.offset, part.length});
    }
    return std::move(result_);
  }

 private:
  // One part for a node; nullopt when it holds nothing to search for.
  std::optional<Part> part_of(const QueryNode& node) {
    std::vector<Part> parts;
    add_parts(node, parts);
    if (parts.empty()) return std::nullopt;
    Part part = join(parts);
    part.offset = node.offset;
    part.length = node.length;
    return part;
  }

  // The conditions of a node that must all hold.
  void add_parts(const QueryNode& node, std::vector<Part>& parts) {
    switch (node.kind) {
      case Kind::kWord:
        if (node.exact) {
          add_phrase(node, parts);
        } else {
          add_words(std::span(&node, 1), parts);
        }
        return;
      case Kind::kPhrase:
        add_phrase(node, parts);
        return;
      case Kind::kRun:
        return add_run(node, parts);
      case Kind::kAnd:
        for (const QueryNode& child : node.children) add_parts(child, parts);
        return;
      case Kind::kOr:
        return add_or(node, parts);
      case Kind::kNot:
        return add_not(node, parts);
      case Kind::kField:
        return add_field(node, parts);
      case Kind::kDates:
        return add_dates(node, parts);
    }
  }

  static Part join(const std::vector<Part>& parts) {
    if (parts.size() == 1 && !parts.front().negative) return parts.front();
    Part whole{.query = conjunction(parts),
               .reading = {},
               .binding = parts.size() == 1 ? Binding::kNot : Binding::kAnd};
    whole.ranks = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
      return part.ranks && !part.negative;
    });
    for (const Part& part : parts) {
      if (!whole.reading.empty()) whole.reading += " AND ";
      whole.reading += in_brackets(part, Binding::kAnd);
    }
    return whole;
  }

  void add_unit(const WordUnit& unit, bool exact_word, std::vector<Part>& parts) {
    parts.push_back({.query = unit_query(unit, in_title_),
                     .reading = shown_unit(unit, exact_word),
                     .offset = unit.offset,
                     .length = unit.length});
    if (negations_ > 0 || in_title_) return;
    add_bonuses(unit, options_.ranking, bonuses_);
    want(wanted(unit));
  }

  std::vector<WordUnit> units_of(std::span<const QueryNode> nodes) {
    std::vector<const QueryNode*> dropped;
    std::vector<WordUnit> units = read_words(nodes, reader_, dropped);
    for (const QueryNode* node : dropped) note_nothing_in(*node);
    for (const WordUnit& unit : units) {
      if (unit.kind != WordUnit::Kind::kName) continue;
      note(unit.offset, unit.length,
           quoted(unit.shown) + " is a name in this index: read as a phrase.");
    }
    return units;
  }

  std::vector<WordUnit> add_words(std::span<const QueryNode> nodes,
                                  std::vector<Part>& parts) {
    std::vector<WordUnit> units = units_of(nodes);
    for (const WordUnit& unit : units) add_unit(unit, false, parts);
    return units;
  }

  std::optional<WordUnit> add_phrase(const QueryNode& node, std::vector<Part>& parts) {
    auto unit = read_phrase(node, reader_);
    if (unit) {
      add_unit(*unit, node.exact, parts);
    } else {
      note_nothing_in(node);
    }
    return unit;
  }

  void add_run(const QueryNode& node, std::vector<Part>& parts) {
    std::vector<Part> own;
    const std::vector<WordUnit> units = add_run_parts(node, own);
    if (negations_ == 0 && !in_title_) {
      add_nearness_bonuses(units, snapshot_.database(), options_.ranking, bonuses_);
    }
    if (options_.any && negations_ == 0) own = with_any(std::move(own), node);
    parts.insert(parts.end(), std::make_move_iterator(own.begin()),
                 std::make_move_iterator(own.end()));
  }

  // The parts with those that rank in one, of which any will do: metadata and dates
  // must hold all the same.
  static std::vector<Part> with_any(std::vector<Part> parts, const QueryNode& node) {
    const auto chooses = [](const Part& part) { return part.negative || !part.ranks; };
    const auto ranking = std::stable_partition(parts.begin(), parts.end(), chooses);
    if (parts.end() - ranking < 2) return parts;
    std::vector<Query> queries;
    Part any{.query = {},
             .reading = {},
             .binding = Binding::kOr,
             .offset = node.offset,
             .length = node.length};
    for (auto part = ranking; part != parts.end(); ++part) {
      queries.push_back(part->query);
      if (!any.reading.empty()) any.reading += " OR ";
      any.reading += in_brackets(*part, Binding::kNot);
    }
    any.query = combined(Query::OP_OR, queries);
    parts.erase(ranking, parts.end());
    parts.insert(parts.begin(), std::move(any));
    return parts;
  }

  // Neighbouring words are read together; what else stands in a run by itself.
  std::vector<WordUnit> add_run_parts(const QueryNode& node, std::vector<Part>& parts) {
    const auto is_word = [](const QueryNode& child) {
      return child.kind == Kind::kWord && !child.exact;
    };
    std::vector<WordUnit> units;
    for (auto child = node.children.begin(); child != node.children.end();) {
      const auto end = std::find_if_not(child, node.children.end(), is_word);
      if (end != child) {
        for (WordUnit& unit : add_words({child, end}, parts)) {
          units.push_back(std::move(unit));
        }
        child = end;
        continue;
      }
      if (child->kind == Kind::kPhrase || child->kind == Kind::kWord) {
        if (auto unit = add_phrase(*child, parts)) units.push_back(std::move(*unit));
      } else if (options_.any) {
        // What is joined by AND within brackets is one alternative.
        if (auto part = part_of(*child)) parts.push_back(std::move(*part));
      } else {
        add_parts(*child, parts);
      }
      ++child;
    }
    return units;
  }

  void add_or(const QueryNode& node, std::vector<Part>& parts) {
    std::vector<Query> queries;
    Part whole{.query = {}, .reading = {}, .binding = Binding::kOr, .ranks = false};
    for (const QueryNode& child : node.children) {
      const std::optional<Part> part = part_of(child);
      if (!part) continue;
      queries.push_back(part->ranks ? part->query
                                    : Query(Query::OP_SCALE_WEIGHT, part->query, 0.0));
      whole.ranks = whole.ranks || part->ranks;
      if (!whole.reading.empty()) whole.reading += " OR ";
      whole.reading += in_brackets(*part, Binding::kNot);
      if (queries.size() == 1) whole.binding = part->binding;
    }
    if (queries.empty()) return;
    if (queries.size() > 1) whole.binding = Binding::kOr;
    whole.query = combined(Query::OP_OR, queries);
    whole.offset = node.offset;
    whole.length = node.length;
    parts.push_back(std::move(whole));
  }

  void add_not(const QueryNode& node, std::vector<Part>& parts) {
    ++negations_;
    std::optional<Part> part;
    if (!node.children.empty()) part = part_of(node.children.front());
    --negations_;
    if (!part) return;
    parts.push_back({.query = part->query,
                     .reading = "NOT " + in_brackets(*part, Binding::kNot),
                     .binding = Binding::kNot,
                     .ranks = false,
                     .negative = true,
                     .offset = node.offset,
                     .length = node.length});
  }

  void add_field(const QueryNode& node, std::vector<Part>& parts) {
    switch (field_info(node.field).type) {
      case FieldType::kText:
        return add_title(node, parts);
      case FieldType::kName:
        return add_names(node, parts);
      case FieldType::kValue:
        return add_value(node, parts);
      case FieldType::kDate:
        return add_dates(node, parts);
    }
  }

  void add_title(const QueryNode& node, std::vector<Part>& parts) {
    if (node.children.empty()) return;
    const bool was_in_title = std::exchange(in_title_, true);
    std::optional<Part> part = part_of(node.children.front());
    in_title_ = was_in_title;
    if (!part) return;
    part->reading = prefix(node) + in_brackets(*part, Binding::kAtom);
    part->binding = Binding::kAtom;
    part->offset = node.offset;
    part->length = node.length;
    parts.push_back(std::move(*part));
  }

  void add_names(const QueryNode& node, std::vector<Part>& parts) {
    const ResolvedNames resolved = resolve_names(snapshot_, node.field, node.text);
    std::vector<Query> queries;
    Wanted mentions;
    for (const auto& [kind, names, count] : resolved.entities) {
      for (const std::string& name : names) {
        queries.emplace_back(schema::name_term(kind, name));
        mentions.names.push_back({kind, name});
      }
    }
    Part part{.query = {},
              .reading = prefix(node) + shown_value(node.text),
              .binding = Binding::kAtom,
              .ranks = false,
              .offset = node.offset,
              .length = node.length};
    const std::string found = describe(snapshot_, resolved);
    if (queries.empty()) {
      // A term that no article has; MatchNothing would vanish from what is printed.
      part.query = Query(schema::name_term(NameKind::kPerson, node.text));
      note(node, "No article has " + part.reading +
                     did_you_mean(snapshot_, name_kinds(node.field), node.text));
    } else {
      part.query = combined(Query::OP_OR, queries);
      note(node, part.reading + " is read as " + found + ".");
      part.reading += " = " + found;
      part.binding = Binding::kOr;
    }
    if (resolved.left_out > 0) {
      note(node, "Only the " + std::to_string(resolved.entities.size()) +
                     " most frequent of these names are searched for.");
    }
    parts.push_back(std::move(part));
    if (negations_ == 0 && !mentions.names.empty()) want(std::move(mentions));
  }

  void add_value(const QueryNode& node, std::vector<Part>& parts) {
    std::string value = node.text;
    if (node.field == Field::kSite) {
      // "https://www.example.org/a" and "www.example.org" both name example.org.
      const bool is_url = value.find("//") != std::string::npos;
      value = schema::site_of(is_url ? value : "//" + value);
    }
    parts.push_back({.query = Query(schema::value_term(node.field, value)),
                     .reading = prefix(node) + shown_value(node.text),
                     .binding = Binding::kAtom,
                     .ranks = false,
                     .offset = node.offset,
                     .length = node.length});
  }

  void add_dates(const QueryNode& node, std::vector<Part>& parts) {
    if (node.field == Field::kAbout && negations_ == 0) want({.days = node.range});
    parts.push_back({.query = date_query(node.field, node.range, snapshot_),
                     .reading = prefix(node) + period_name(node.range),
                     .binding = Binding::kAtom,
                     .ranks = false,
                     .offset = node.offset,
                     .length = node.length});
  }

  static std::string prefix(const QueryNode& node) {
    return std::string(field_info(node.field).name) + ":";
  }

  void want(Wanted wanted) {
    auto& all = result_.wanted;
    if (std::find(all.begin(), all.end(), wanted) == all.end()) {
      all.push_back(std::move(wanted));
    }
  }

  void note(std::size_t offset, std::size_t length, std::string message) {
    result_.notes.push_back({offset, length, std::move(message)});
  }
  void note(const QueryNode& node, std::string message) {
    note(node.offset, node.length, std::move(message));
  }
  void note_nothing_in(const QueryNode& node) {
    note(node, quoted(node.text) + " holds no word to search for: left out.");
  }

  Snapshot& snapshot_;
  const CompileOptions& options_;
  CompiledQuery result_;
  std::vector<text::Analyzer*> other_analyzers_ = snapshot_.other_analyzers();
  WordReader reader_{
      .analyzer = snapshot_.analyzer(),
      .capitals = true,
      .other_analyzers = other_analyzers_,
      .is_stem =
          [this](std::string_view stem) {
            return snapshot_.database().term_exists(schema::stem_term(stem));
          },
      .is_name =
          [this](std::string_view text) { return is_known_name(snapshot_, text); }};
  std::vector<Query> bonuses_;  // What only ranks.
  int negations_ = 0;
  bool in_title_ = false;
};

}  // namespace

CompiledQuery compile_query(const QueryNode* root, Snapshot& snapshot,
                            const CompileOptions& options) {
  return Compiler(snapshot, options).compile(root);
}

}  // namespace dateline
