#include "query/filter_compiler.h"

#include <dateline/fields.h>
#include <dateline/period.h>
#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "index/schema.h"
#include "query/date_query.h"
#include "query/near_names.h"

namespace dateline {
namespace {

std::string prefix(const QueryNode& node) {
  return std::string(field_info(node.field).name) + ":";
}

// As it would have to be typed.
std::string shown_value(const QueryNode& node) {
  const bool plain = node.text.find(' ') == std::string::npos;
  return prefix(node) + (plain ? node.text : '"' + node.text + '"');
}

Part filter(const QueryNode& node, std::string reading) {
  return {.query = {},
          .reading = std::move(reading),
          .binding = Binding::kAtom,
          .ranks = false,
          .offset = node.offset,
          .length = node.length};
}

}  // namespace

Part FilterCompiler::read(const QueryNode& node, bool marked) {
  switch (field_info(node.field).type) {
    case FieldType::kName:
      return names(node, marked);
    case FieldType::kDate:
      return dates(node, marked);
    case FieldType::kValue:
    case FieldType::kText:
      break;
  }
  return value(node);
}

Part FilterCompiler::names(const QueryNode& node, bool marked) {
  const ResolvedNames resolved = resolve_names(snapshot_, node.field, node.text);
  if (marked && !resolved.entities.empty()) {
    Wanted mentions;
    for (const ResolvedNames::Entity& entity : resolved.entities) {
      for (const std::string& name : entity.names) {
        mentions.names.push_back({entity.kind, name});
      }
    }
    result_.want(std::move(mentions));
  }
  return names(node, resolved);
}

Part FilterCompiler::names(const QueryNode& node, const ResolvedNames& resolved) {
  Part part = filter(node, shown_value(node));
  std::vector<Xapian::Query> queries;
  for (const ResolvedNames::Entity& entity : resolved.entities) {
    for (const std::string& name : entity.names) {
      queries.emplace_back(schema::name_term(entity.kind, name));
    }
  }
  if (queries.empty()) {
    // A term that no article has; MatchNothing would vanish from what is printed.
    const NameKind kind = name_kinds(node.field).front();
    part.query = Xapian::Query(schema::name_term(kind, node.text));
    result_.note(node, "No article has " + part.reading +
                           did_you_mean(snapshot_, name_kinds(node.field), node.text));
    return part;
  }
  const std::string found = describe(snapshot_, resolved);
  part.query = combined(Xapian::Query::OP_OR, queries);
  result_.note(node, part.reading + " is read as " + found + ".");
  part.reading += " = " + found;
  part.binding = Binding::kOr;
  if (resolved.left_out > 0) {
    result_.note(node, "Only the " + std::to_string(resolved.entities.size()) +
                           " most frequent of these names are searched for.");
  }
  return part;
}

Part FilterCompiler::value(const QueryNode& node) const {
  std::string value = node.text;
  if (node.field == Field::kSite) {
    // "https://www.example.org/a" and "www.example.org" both name example.org.
    const bool is_url = value.find("//") != std::string::npos;
    value = schema::site_of(is_url ? value : "//" + value);
  }
  Part part = filter(node, shown_value(node));
  part.query = Xapian::Query(schema::value_term(node.field, value));
  return part;
}

Part FilterCompiler::dates(const QueryNode& node, bool marked) {
  if (node.field == Field::kAbout && marked) result_.want({.days = node.range});
  Part part = filter(node, prefix(node) + period_name(node.range));
  part.query = date_query(node.field, node.range, snapshot_);
  return part;
}

}  // namespace dateline
