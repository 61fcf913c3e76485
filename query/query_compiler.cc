#include "query/query_compiler.h"

#include <dateline/fields.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "index/schema.h"
#include "query/alternatives.h"
#include "query/compiled_part.h"
#include "query/filter_compiler.h"
#include "query/name_resolver.h"
#include "query/place_bonus_source.h"
#include "query/place_compiler.h"
#include "query/ranking.h"
#include "query/span_source.h"
#include "query/unit_reading.h"
#include "query/word_queries.h"
#include "query/word_units.h"

namespace dateline {
namespace {

using Xapian::Query;
using Kind = QueryNode::Kind;

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
    result_.reading = joint_reading(parts);
    result_.query = raised(std::move(result_.query), bonuses_);
    for (const Part& part : parts) {
      result_.clauses.push_back(
          {part.reading, conjunction({&part, 1}), part.offset, part.length});
    }
    if (auto words = all_words(parts)) {
      result_.words = {.tree = std::move(*words), .bonuses = std::move(place_bonuses_)};
    }
    return std::move(result_);
  }

 private:
  // One part for a node; nullopt when it holds nothing to search for.
  std::optional<Part> part_of(const QueryNode& node) {
    std::vector<Part> parts;
    add_parts(node, parts);
    if (parts.empty()) return std::nullopt;
    Part part = join(std::move(parts));
    part.offset = node.offset;
    part.length = node.length;
    return part;
  }

  // The conditions of a node that must all hold.
  void add_parts(const QueryNode& node, std::vector<Part>& parts) {
    // A name in the article is not yet one in its text.
    const bool counted = times_ > 1 || (times_ == 1 && is_name(node));
    if (counted && is_place(node)) return add_place(node, parts);
    switch (node.kind) {
      case Kind::kWord:
        if (node.exact) {
          add_phrase(node, parts);
        } else {
          add_words(std::span(&node, 1), parts);
        }
        return;
      case Kind::kPhrase:
        if (node.number > 0) return add_place(node, parts);
        add_phrase(node, parts);
        return;
      case Kind::kPattern:
      case Kind::kFuzzy:
      case Kind::kNear:
      case Kind::kAdj:
        return add_place(node, parts);
      case Kind::kAtLeast:
        return add_at_least(node, parts);
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
      case Kind::kDates:
        return add_field(node, parts);
    }
  }

  // What stands at places in the text, `times_` times.
  void add_place(const QueryNode& node, std::vector<Part>& parts) {
    std::optional<Place> place = places_.read(node, in_title_);
    if (!place) return;
    Part part{.query = place->ranking,
              .reading = std::move(place->reading),
              .binding = place->is_atom                      ? Binding::kAtom
                         : node.kind == QueryNode::Kind::kOr ? Binding::kOr
                                                             : Binding::kNear,
              .ranks = !is_name(node),
              .offset = node.offset,
              .length = node.length};
    if (place->by_position || times_ > 1) {
      part.query = measured(part.query, place->spans);
    } else if (!place->terms.empty()) {
      part.words = WordTree{.word = {.terms = std::move(place->terms)}};
    }
    parts.push_back(std::move(part));
    if (negations_ == 0 && !in_title_) result_.want({.spans = std::move(place->spans)});
  }

  // What `ranking` finds, where `spans` are there often enough.
  Query measured(const Query& ranking, const SpanQuery& spans) const {
    return {
        Query::OP_FILTER, ranking,
        span_source(spans,
                    {.in_title = in_title_, .times = std::max<std::size_t>(times_, 1)},
                    snapshot_.run_limit())};
  }

  void add_at_least(const QueryNode& node, std::vector<Part>& parts) {
    const std::size_t times = std::exchange(times_, node.number);
    std::optional<Part> part = part_of(node.children.front());
    times_ = times;
    if (!part) return;
    part->reading = "atleast/" + std::to_string(node.number) + ":" +
                    in_brackets(*part, Binding::kAtom);
    part->binding = Binding::kAtom;
    part->offset = node.offset;
    part->length = node.length;
    parts.push_back(std::move(*part));
  }

  void add_unit(const WordUnit& unit, bool exact_word, std::vector<Part>& parts) {
    const Query ranking = unit_query(unit, in_title_, snapshot_.run_limit());
    Part& part = parts.emplace_back();
    part.query = times_ > 1 ? measured(ranking, places_.spans_of(unit)) : ranking;
    part.reading = shown_unit(unit, exact_word);
    part.offset = unit.offset;
    part.length = unit.length;
    if (times_ <= 1 && !in_title_) part.words = words_of(unit);
    if (negations_ > 0 || in_title_) return;
    add_bonuses(unit, options_.ranking, snapshot_.run_limit(), bonuses_);
    result_.want(wanted(unit));
  }

  std::optional<WordTree> words_of(const WordUnit& unit) {
    if (auto word = ranked_word(unit, options_.ranking)) {
      if (negations_ > 0) word->bonuses.clear();
      return WordTree{.word = std::move(*word)};
    }
    auto phrase = ranked_phrase(unit, snapshot_.database(), snapshot_.cache().terms(),
                                options_.ranking);
    if (!phrase) return std::nullopt;
    if (negations_ == 0) place_bonuses_.push_back(std::move(phrase->bonus));
    return WordTree{.kind = WordTree::Kind::kPhrase, .terms = std::move(phrase->terms)};
  }

  void add_nearness(std::span<const WordUnit> units) {
    const std::size_t known = place_bonuses_.size();
    add_nearness_bonuses(units, snapshot_.database(), snapshot_.cache().terms(),
                         options_.ranking, place_bonuses_);
    for (std::size_t i = known; i < place_bonuses_.size(); ++i) {
      bonuses_.push_back(place_bonus_query(place_bonuses_[i], snapshot_.run_limit()));
    }
  }

  std::vector<WordUnit> units_of(std::span<const QueryNode> nodes) {
    std::vector<const QueryNode*> dropped;
    std::vector<WordUnit> units = read_words(nodes, reader_, dropped);
    for (const QueryNode* node : dropped) note_nothing_in(*node);
    for (const WordUnit& unit : units) {
      if (unit.kind != WordUnit::Kind::kName) continue;
      result_.notes.push_back(
          {unit.offset, unit.length,
           '"' + unit.shown + "\" is a name in this index: read as a phrase."});
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
      add_nearness(units);
    }
    if (options_.any && negations_ == 0)
      own = with_any(std::move(own), node.offset, node.length);
    parts.insert(parts.end(), std::make_move_iterator(own.begin()),
                 std::make_move_iterator(own.end()));
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
      const bool is_phrase = child->kind == Kind::kPhrase && child->number == 0;
      if (is_phrase || child->kind == Kind::kWord) {
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
    std::vector<std::optional<WordTree>> words;
    Part whole{.query = {}, .reading = {}, .binding = Binding::kOr, .ranks = false};
    for (const QueryNode& child : node.children) {
      std::optional<Part> part = part_of(child);
      if (!part) continue;
      queries.push_back(part->ranks ? part->query
                                    : Query(Query::OP_SCALE_WEIGHT, part->query, 0.0));
      words.push_back(part->ranks ? std::move(part->words) : std::nullopt);
      whole.ranks = whole.ranks || part->ranks;
      if (!whole.reading.empty()) whole.reading += " OR ";
      whole.reading += in_brackets(*part, Binding::kNot);
      if (queries.size() == 1) whole.binding = part->binding;
    }
    if (queries.empty()) return;
    if (queries.size() > 1) whole.binding = Binding::kOr;
    if (node.mixed && queries.size() > 1) {
      result_.note(node, "AND binds tighter than OR, so this is read as " +
                             whole.reading + "; brackets make it otherwise.");
    }
    whole.query = any_of(queries);
    whole.words = any_words(std::move(words));
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
                     .length = node.length,
                     .words = std::move(part->words)});
  }

  void add_field(const QueryNode& node, std::vector<Part>& parts) {
    if (field_info(node.field).type == FieldType::kText) return add_title(node, parts);
    Part& part = parts.emplace_back(filters_.read(node, negations_ == 0));
    part.words = filter_words(part.query);
  }

  void add_title(const QueryNode& node, std::vector<Part>& parts) {
    if (node.children.empty()) return;
    const bool was_in_title = std::exchange(in_title_, true);
    std::optional<Part> part = part_of(node.children.front());
    in_title_ = was_in_title;
    if (!part) return;
    part->reading = std::string(field_info(node.field).name) + ":" +
                    in_brackets(*part, Binding::kAtom);
    part->binding = Binding::kAtom;
    part->offset = node.offset;
    part->length = node.length;
    parts.push_back(std::move(*part));
  }

  void note_nothing_in(const QueryNode& node) {
    result_.note(node, nothing_in(node.text));
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
            return snapshot_.documents_with(schema::stem_term(stem)) > 0;
          },
      .is_name =
          [this](std::string_view text) { return is_known_name(snapshot_, text); }};
  FilterCompiler filters_{snapshot_, result_};
  PlaceCompiler places_{snapshot_, reader_, options_.expansions, result_};
  std::vector<Query> bonuses_;             // What only ranks.
  std::vector<PlaceBonus> place_bonuses_;  // Those of them that look at places.
  std::size_t times_ = 0;                  // Of atleast, where it counts.
  int negations_ = 0;
  bool in_title_ = false;
};

}  // namespace

void CompiledQuery::want(Wanted one) {
  if (std::find(wanted.begin(), wanted.end(), one) == wanted.end()) {
    wanted.push_back(std::move(one));
  }
}

void CompiledQuery::note(const QueryNode& node, std::string message) {
  notes.push_back({node.offset, node.length, std::move(message)});
}

CompiledQuery compile_query(const QueryNode* root, Snapshot& snapshot,
                            const CompileOptions& options) {
  return Compiler(snapshot, options).compile(root);
}

}  // namespace dateline
