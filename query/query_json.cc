// Queries as JSON, for programs that build or keep them.

#include <dateline/error.h>
#include <dateline/period.h>
#include <dateline/query.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdint>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/query_limits.h"
#include "query/query_node.h"
#include "query/query_tree.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;
using simdjson::dom::element;

std::string json_string(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += "\\u00";
      json += {kHex[(c >> 4) & 0xF], kHex[c & 0xF]};
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string to_json(const QueryNode& node);

std::string pair(std::string_view key, const std::string& value) {
  return json_string(key) + ": " + value;
}

std::string list(const QueryNode& node) {
  std::string json;
  for (const QueryNode& child : node.children) {
    json += (json.empty() ? "" : ", ") + to_json(child);
  }
  return '[' + json + ']';
}

std::string with_number(const std::string& first, std::string_view key,
                        const QueryNode& node) {
  return '{' + first + ", " + pair(key, std::to_string(node.number)) + '}';
}

std::string dates_json(const QueryNode& node) {
  std::string ends;
  const auto add = [&](std::string_view key, Date day) {
    if (!day) return;
    ends += (ends.empty() ? "" : ", ") + pair(key, json_string(to_string(day)));
  };
  add("from", node.range.first);
  add("to", node.range.last);
  return '{' + ends + '}';
}

std::string to_json(const QueryNode& node) {
  const std::string text = json_string(node.text);
  switch (node.kind) {
    case Kind::kWord:
      return '{' + pair("word", text) + (node.exact ? ", \"exact\": true}" : "}");
    case Kind::kPhrase:
      return node.number > 0 ? with_number(pair("phrase", text), "within", node)
                             : '{' + pair("phrase", text) + '}';
    case Kind::kPattern:
      return '{' + pair("like", text) + '}';
    case Kind::kFuzzy:
      return with_number(pair("fuzzy", text), "edits", node);
    case Kind::kRun:
      return '{' + pair("run", list(node)) + '}';
    case Kind::kAnd:
      return '{' + pair("and", list(node)) + '}';
    case Kind::kOr:
      return '{' + pair("or", list(node)) + '}';
    case Kind::kNot:
      return '{' + pair("not", to_json(node.children.front())) + '}';
    case Kind::kNear:
      return with_number(pair("near", list(node)), "within", node);
    case Kind::kAdj:
      return with_number(pair("adj", list(node)), "within", node);
    case Kind::kAtLeast:
      return with_number(pair("atleast", to_json(node.children.front())), "times",
                         node);
    case Kind::kField:
      return '{' +
             pair(field_info(node.field).name,
                  node.children.empty() ? text : to_json(node.children.front())) +
             '}';
    case Kind::kDates:
      return '{' + pair(field_info(node.field).name, dates_json(node)) + '}';
  }
  return {};
}

[[noreturn]] void fail(const std::string& place, const std::string& what) {
  throw Error(
      ErrorCode::kInvalidArgument,
      "The query cannot be read at " + (place.empty() ? "/" : place) + ": " + what);
}

// Reads one JSON value into a tree. Recursion is bounded by kMaxJsonDepth.
class JsonReader {
 public:
  // nullopt: every article.
  std::optional<QueryNode> read(element value, const std::string& place) {
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) fail(place, "an object is expected.");
    if (++depth_ > query::kMaxJsonDepth) {
      fail(place, "it nests deeper than " + std::to_string(query::kMaxJsonDepth) + ".");
    }
    auto node = read_object(object, place);
    --depth_;
    return node;
  }

 private:
  using Object = simdjson::dom::object;

  std::optional<QueryNode> read_object(const Object& object, const std::string& place) {
    if (object.size() == 0) fail(place, "the object is empty.");
    // The key of the kind comes first when we write, and anywhere when others do.
    for (const auto& [key, value] : object) {
      if (is_addition(key)) continue;
      const std::string inner = place + '/' + std::string(key);
      check_others(object, key, place);
      return read_kind(object, key, value, inner);
    }
    fail(place, "no key names the kind of node.");
  }

  static bool is_addition(std::string_view key) {
    return key == "exact" || key == "within" || key == "edits" || key == "times";
  }

  // Every key must mean something with the kind, and stand once.
  static void check_others(const Object& object, std::string_view kind,
                           const std::string& place) {
    std::size_t kinds = 0;
    std::size_t others = 0;
    for (const auto& [key, value] : object) {
      const bool fits =
          key == kind || (key == "exact" && kind == "word") ||
          (key == "edits" && kind == "fuzzy") ||
          (key == "times" && kind == "atleast") ||
          (key == "within" && (kind == "phrase" || kind == "near" || kind == "adj"));
      const std::string inner = place + '/' + std::string(key);
      if (!fits) fail(inner, "this does not go with \"" + std::string(kind) + "\".");
      if (++(key == kind ? kinds : others) > 1) fail(inner, "this stands twice.");
    }
  }

  std::optional<QueryNode> read_kind(const Object& object, std::string_view key,
                                     element value, const std::string& place) {
    if (key == "everything") return everything(value, place);
    if (key == "word") return word(object, value, place);
    if (key == "phrase")
      return leaf(Kind::kPhrase, value,
                  number(object, "within", 0, 0, query::kMaxDistance, place), place);
    if (key == "like") return leaf(Kind::kPattern, value, 0, place);
    if (key == "fuzzy") {
      return leaf(Kind::kFuzzy, value,
                  number(object, "edits", 1, 1, query::kMaxEdits, place), place);
    }
    if (key == "and") return group(Kind::kAnd, value, place);
    if (key == "or") return group(Kind::kOr, value, place);
    if (key == "run") return group(Kind::kRun, value, place);
    if (key == "not") return query::negated(child(value, place), {});
    if (key == "near") return near(Kind::kNear, object, value, place);
    if (key == "adj") return near(Kind::kAdj, object, value, place);
    if (key == "atleast") return at_least(object, value, place);
    const std::optional<Field> field = find_field(key);
    if (!field) fail(place, "there is no such kind of node and no such field.");
    return field_node(*field, value, place);
  }

  static std::optional<QueryNode> everything(element value, const std::string& place) {
    bool yes = false;
    if (value.get(yes) != simdjson::SUCCESS || !yes) fail(place, "true is expected.");
    return std::nullopt;
  }

  // A node that is not every article.
  QueryNode child(element value, const std::string& place) {
    auto node = read(value, place);
    if (!node) fail(place, "every article is no part of a query.");
    return std::move(*node);
  }

  std::vector<QueryNode> children(element value, const std::string& place) {
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) fail(place, "an array is expected.");
    std::vector<QueryNode> nodes;
    for (const element one : array) {
      nodes.push_back(child(one, place + '/' + std::to_string(nodes.size())));
    }
    if (nodes.empty()) fail(place, "the array is empty.");
    return nodes;
  }

  std::optional<QueryNode> group(Kind kind, element value, const std::string& place) {
    std::vector<QueryNode> nodes = children(value, place);
    if (kind == Kind::kRun) return query::side_by_side(std::move(nodes), {});
    return query::combine(kind, std::move(nodes), {});
  }

  QueryNode near(Kind kind, const Object& object, element value,
                 const std::string& place) {
    std::vector<QueryNode> nodes = children(value, place);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (is_place(nodes[i])) continue;
      fail(place + '/' + std::to_string(i),
           "only words, phrases, names, ORs of them, near and adj can be near each"
           " other.");
    }
    if (nodes.size() < 2 || nodes.size() > query::kMaxNearOperands) {
      fail(place, "there may be 2 to " + std::to_string(query::kMaxNearOperands) +
                      " operands.");
    }
    QueryNode node = query::parent(kind, std::move(nodes), {});
    node.number = number(object, "within", query::kDefaultDistance, 1,
                         query::kMaxDistance, place);
    return node;
  }

  QueryNode at_least(const Object& object, element value, const std::string& place) {
    QueryNode counted = child(value, place);
    if (!is_countable(counted))
      fail(place, "only words, phrases and names can be counted.");
    std::vector<QueryNode> nodes;
    nodes.push_back(std::move(counted));
    QueryNode node = query::parent(Kind::kAtLeast, std::move(nodes), {});
    node.number = number(object, "times", std::nullopt, 1, query::kMaxTimes, place);
    return node;
  }

  QueryNode field_node(Field field, element value, const std::string& place) {
    if (in_field_) fail(place, "a field cannot stand within another.");
    const FieldType type = field_info(field).type;
    if (type == FieldType::kDate) return dates(field, value, place);
    if (type != FieldType::kText) {
      QueryNode node{.kind = Kind::kField, .text = text_of(value, place)};
      node.field = field;
      return checked(std::move(node), place);
    }
    in_field_ = true;
    QueryNode operand = child(value, place);
    in_field_ = false;
    return query::in_text_field(field, std::move(operand), {});
  }

  static QueryNode dates(Field field, element value, const std::string& place) {
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) fail(place, "an object is expected.");
    QueryNode node{.kind = Kind::kDates};
    node.field = field;
    for (const auto& [key, end] : object) {
      const std::string inner = place + '/' + std::string(key);
      if (key != "from" && key != "to") fail(inner, "\"from\" or \"to\" is expected.");
      const auto period = parse_period(text_of(end, inner));
      if (!period) fail(inner, "this is no date.");
      (key == "from" ? node.range.first : node.range.last) =
          key == "from" ? period->first : period->last;
    }
    const auto& [first, last] = node.range;
    if (!first && !last) fail(place, "a date is missing.");
    if (first && last && last < first) fail(place, "the last day is before the first.");
    return node;
  }

  QueryNode word(const Object& object, element value, const std::string& place) {
    bool exact = false;
    element given;
    if (object["exact"].get(given) == simdjson::SUCCESS &&
        given.get(exact) != simdjson::SUCCESS) {
      fail(place, "\"exact\" is to be true or false.");
    }
    QueryNode node{.kind = Kind::kWord, .text = text_of(value, place), .exact = exact};
    return checked(std::move(node), place);
  }

  QueryNode leaf(Kind kind, element value, std::uint32_t number,
                 const std::string& place) {
    QueryNode node{.kind = kind, .text = text_of(value, place)};
    node.number = number;
    return checked(std::move(node), place);
  }

  // Only what can be typed is a leaf: typed alone, it must be read as itself.
  static QueryNode checked(QueryNode node, const std::string& place) {
    const ParsedQuery typed = parse_query(to_text(node));
    if (typed.query.root() == nullptr || !same_query(node, *typed.query.root())) {
      fail(place, json_string(node.text) + " is read as " + typed.query.to_string() +
                      " when it is typed, so it cannot stand here.");
    }
    return node;
  }

  static std::string text_of(element value, const std::string& place) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) fail(place, "a string is expected.");
    return std::string(text);
  }

  static std::uint32_t number(const Object& object, const char* key,
                              std::optional<std::uint32_t> otherwise,
                              std::uint32_t least, std::uint32_t most,
                              const std::string& place) {
    element given;
    if (object[key].get(given) != simdjson::SUCCESS) {
      if (otherwise) return *otherwise;
      fail(place, "\"" + std::string(key) + "\" is missing.");
    }
    std::uint64_t value = 0;
    if (given.get(value) != simdjson::SUCCESS || value < std::max(least, 1U) ||
        value > most) {
      fail(place, "\"" + std::string(key) + "\" is to be a number from 1 to " +
                      std::to_string(most) + ".");
    }
    return static_cast<std::uint32_t>(value);
  }

  std::size_t depth_ = 0;
  bool in_field_ = false;
};

}  // namespace

std::string Query::to_json() const {
  return root_ ? dateline::to_json(*root_) : "{\"everything\": true}";
}

Query Query::from_json(std::string_view json) {
  if (json.size() > query::kMaxJsonBytes) fail("", "it has more than 1 MiB.");
  simdjson::dom::parser parser;
  element document;
  const auto error = parser.parse(json.data(), json.size()).get(document);
  if (error != simdjson::SUCCESS) {
    fail("", std::string("it is no JSON (") + simdjson::error_message(error) + ").");
  }
  const auto tree = JsonReader().read(document, "");
  if (!tree) return {};
  // Written and read again, it has a text and places in it, as all queries have.
  ParsedQuery parsed = parse_query(dateline::to_text(*tree));
  const QueryNode* root = parsed.query.root();
  if (root == nullptr || !same_query(*tree, *root)) {
    fail("", parsed.problems.empty() ? "it cannot be typed."
                                     : parsed.problems.front().message);
  }
  return std::move(parsed.query);
}

}  // namespace dateline
