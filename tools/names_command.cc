// dateline names: the entities of the index with their spellings, why two names are
// one, and corrections by hand.

#include <dateline/index_writer.h>
#include <dateline/searcher.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "csv_output.h"
#include "environment.h"
#include "json_output.h"
#include "names_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostEntities = 100'000'000;
constexpr std::size_t kShown = 20;

constexpr std::array kOptions = {
    kIndexOption,
    Option{"kind", "all|person|org|place|thing", "Only names of this kind"},
    Option{"limit", "N",
           "Show N entities of each kind (20; 0 for all; all where the format is not "
           "text)"},
    Option{"sort", "count|name|spellings",
           "Most articles first, by name, or most spellings first"},
    Option{"hidden", "",
           "Also show lone surnames of nobody that could be told, which are no facet"},
    Option{"why", "", "Show what speaks for and against two names being one entity"},
    Option{"merge", "", "Make the names one entity, whatever linking finds"},
    Option{"split", "", "Make each of the names an entity of its own"},
    Option{"forget", "", "Take back what --merge and --split have said of the names"},
    Option{"relink", "", "Link all names of the index anew"},
    Option{"format", "text|json|jsonl|csv", "How the result is written"},
};

constexpr std::array kActions = {"why", "merge", "split", "forget", "relink"};

// The one thing to do besides listing; empty: to list.
std::string_view action_of(const Arguments& arguments) {
  std::string_view chosen;
  for (const std::string_view action : kActions) {
    if (!arguments.has(action)) continue;
    if (!chosen.empty()) {
      throw UsageError("Choose one of --" + std::string(chosen) + " and --" +
                       std::string(action) + ".");
    }
    chosen = action;
  }
  return chosen;
}

std::vector<NameKind> kinds_of(const Arguments& arguments) {
  const auto kind = parse_name_kind(arguments.choice("kind"));
  if (kind) return {*kind};
  return {kNameKinds.begin(), kNameKinds.end()};
}

EntitySort sort_of(const Arguments& arguments) {
  const std::string sort = arguments.choice("sort");
  if (sort == "name") return EntitySort::kLabel;
  return sort == "spellings" ? EntitySort::kSpellings : EntitySort::kArticles;
}

// "a", "a, b or c".
std::string alternatives(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += "'" + names[i] + "'";
  }
  return text;
}

std::string not_found(const std::string& sentence,
                      const std::vector<std::string>& near) {
  return near.empty() ? sentence + "."
                      : sentence + "; did you mean " + alternatives(near) + "?";
}

int list(const Arguments& arguments, Output& out) {
  const std::string format = arguments.choice("format");
  EntityOptions options{.pattern = arguments.text(),
                        .limit = arguments.number(
                            "limit", format == "text" ? kShown : 0, 0, kMostEntities),
                        .sort = sort_of(arguments),
                        .hidden = arguments.has("hidden")};
  const Searcher searcher(index_path(arguments));
  std::vector<KindOfNames> found;
  std::size_t count = 0;
  for (const NameKind kind : kinds_of(arguments)) {
    options.kind = kind;
    found.push_back({kind, searcher.entities(options)});
    count += found.back().list.found;
  }
  std::vector<std::string> near;
  if (count == 0) {
    options.kind = parse_name_kind(arguments.choice("kind"));
    near = searcher.entities(options).near;
  }
  if (format == "json") {
    out.write(names_json(found, near));
  } else if (format == "jsonl") {
    for (const KindOfNames& names : found) out.write(names_json_lines(names));
  } else if (format == "csv") {
    out.write(names_csv(found));
  } else {
    out.write(names_text(found, out.terminal()));
  }
  if (count > 0) return kFound;
  if (format == "json") return kNothing;
  complain(
      options.pattern.empty()
          ? "The index has no names of that kind."
          : not_found("No name in the index fits '" + options.pattern + "'", near));
  return kNothing;
}

// Two or more names on the command line, of one kind, all of which the index has.
class NamedEntities {
 public:
  NamedEntities(const Arguments& arguments, const Searcher& searcher)
      : names_(arguments.operands()), searcher_(searcher) {
    for (const NameKind kind : kinds_of(arguments)) {
      if (missing(kind).empty()) kinds_.push_back(kind);
    }
    if (kinds_.size() > 1) refuse_several();
  }

  // nullopt: not found, and said so.
  std::optional<NameKind> kind(const Arguments& arguments) const {
    if (!kinds_.empty()) return kinds_.front();
    std::string name = names_.front();
    for (const std::string& one : names_) {
      const auto kinds = kinds_of(arguments);
      const bool known = std::ranges::any_of(
          kinds, [&](NameKind of) { return searcher_.entity(of, one).has_value(); });
      if (known) continue;
      EntityOptions near{.kind = parse_name_kind(arguments.choice("kind")),
                         .pattern = one,
                         .limit = 1};
      complain(not_found("No article has the name '" + one + "'",
                         searcher_.entities(near).near));
      return std::nullopt;
    }
    complain("These names are not all of one kind.");
    return std::nullopt;
  }

 private:
  std::vector<std::string> missing(NameKind kind) const {
    std::vector<std::string> result;
    for (const std::string& name : names_) {
      if (!searcher_.entity(kind, name)) result.push_back(name);
    }
    return result;
  }

  [[noreturn]] void refuse_several() const {
    std::vector<std::string> kinds;
    for (const NameKind kind : kinds_) kinds.emplace_back(to_string(kind));
    throw UsageError("The names can be " + alternatives(kinds) +
                     "; say which by --kind.");
  }

  std::vector<std::string> names_;
  const Searcher& searcher_;
  std::vector<NameKind> kinds_;
};

int why(const Arguments& arguments, Output& out) {
  const auto& names = arguments.operands();
  if (names.size() != 2) throw UsageError("Give --why two names.");
  const Searcher searcher(index_path(arguments));
  const auto kind = NamedEntities(arguments, searcher).kind(arguments);
  if (!kind) return kNothing;
  const LinkExplanation link = searcher.why_linked(*kind, names[0], names[1]);
  if (arguments.choice("format") == "json") {
    out.write(link_json(link, *kind, names[0], names[1]));
  } else {
    out.write(link_text(link, out.terminal()));
  }
  return link.linked ? kFound : kNothing;
}

// Puts a correction into a writer. Whether it changes anything.
bool correct(IndexWriter& writer, std::string_view action, NameKind kind,
             const std::vector<std::string>& names) {
  bool changed = action != "forget";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (action == "merge" && i > 0) writer.merge_names(kind, names[0], names[i]);
    if (action == "split") writer.split_names(kind, names[i]);
    if (action == "forget") changed = writer.forget_names(kind, names[i]) || changed;
  }
  return changed;
}

int change(const Arguments& arguments, std::string_view action, Output& out) {
  const auto& names = arguments.operands();
  if (names.size() < (action == "merge" ? 2U : 1U)) {
    throw UsageError("Give --" + std::string(action) +
                     (action == "merge" ? " two names or more." : " a name."));
  }
  const std::string path = index_path(arguments);
  const Searcher searcher(path);
  const auto kind = NamedEntities(arguments, searcher).kind(arguments);
  if (!kind) return kNothing;
  IndexWriter writer(path);
  if (!correct(writer, action, *kind, names)) {
    complain("Nothing was said of that by --merge or --split.");
    return kNothing;
  }
  writer.commit();

  std::vector<Entity> now;
  for (const std::string& name : names) {
    const auto entity = searcher.entity(*kind, name);
    if (entity && std::ranges::find(now, *entity) == now.end()) now.push_back(*entity);
  }
  const std::string format = arguments.choice("format");
  const std::vector<KindOfNames> found = {{*kind, {now, now.size(), {}}}};
  if (format == "json") {
    out.write(names_json(found, {}));
  } else if (format == "jsonl") {
    out.write(names_json_lines(found.front()));
  } else if (format == "csv") {
    out.write(names_csv(found));
  } else {
    out.write(changed_text(action, *kind, now, names, out.terminal()));
  }
  return kFound;
}

int relink(const Arguments& arguments, Output& out) {
  if (!arguments.operands().empty()) throw UsageError("--relink takes no names.");
  const std::string path = index_path(arguments);
  const Searcher searcher(path);
  IndexWriter writer(path);
  writer.relink_names();
  writer.commit();
  const IndexInfo info = searcher.info();
  if (arguments.choice("format") == "json") {
    out.write(info_json(info));
  } else {
    out.write(relinked_text(info));
  }
  return kFound;
}

int run(const Arguments& arguments, Output& out) {
  const std::string_view action = action_of(arguments);
  if (action.empty()) return list(arguments, out);
  if (action == "why") return why(arguments, out);
  if (action == "relink") return relink(arguments, out);
  return change(arguments, action, out);
}

}  // namespace

constinit const Command kNamesCommand = {
    .name = "names",
    .synopsis = "[PATTERN...]",
    .operand = Operand::kText,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "List who and what the articles name, under every spelling",
    .description =
        "Lists the people, organisations, places and things of the index: how many "
        "articles name each, and under which spellings. PATTERN is words that stand "
        "side by side in a name, or with * or ? the whole of a name; case does not "
        "count.\n\n"
        "Which spellings are one entity is found by evidence after indexing. --why A B "
        "shows the evidence for two names; the exit status is 0 where they are one, "
        "and 1 where they are not.\n\n"
        "--merge A B... and --split A... correct it by hand. Corrections are kept in "
        "the index, win over everything that is found, and stay through additions and "
        "rebuilds; the articles are not indexed again. --forget A takes them back: the "
        "names are then left to the evidence again. Names are given in any of their "
        "spellings, with --kind where they could be of several kinds.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
