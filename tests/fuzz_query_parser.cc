// libFuzzer target: parses any bytes and checks what every query promises.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_query_parser
//   build/fuzz/tests/fuzz_query_parser -max_total_time=60

#include <dateline/query.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "query/query_limits.h"
#include "query/query_node.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// Leaves below `node`, having checked it.
std::size_t check(const dateline::QueryNode& node, std::size_t text_size,
                  std::size_t depth) {
  using Kind = dateline::QueryNode::Kind;
  // Each bracket can bring an OR, an AND, a run, and a chain of NEARs.
  require(depth <= 600);
  require(node.offset + node.length <= text_size);
  const std::size_t children = node.children.size();
  switch (node.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
      require(children == 0 && !node.text.empty() && node.number <= 1000);
      break;
    case Kind::kPattern:
      require(children == 0 && node.text.find_first_of("*?") != std::string::npos);
      break;
    case Kind::kFuzzy:
      require(children == 0 && !node.text.empty());
      require(node.number == 1 || node.number == 2);
      break;
    case Kind::kNear:
    case Kind::kAdj:
      require(children >= 2 && children <= 8);
      require(node.number >= 1 && node.number <= 1000);
      for (const auto& child : node.children) require(dateline::is_place(child));
      break;
    case Kind::kAtLeast:
      require(children == 1 && dateline::is_countable(node.children[0]));
      require(node.number >= 1 && node.number <= 10'000);
      break;
    case Kind::kRun:
    case Kind::kAnd:
    case Kind::kOr:
      require(children >= 2);
      break;
    case Kind::kNot:
      require(children == 1 && node.children[0].kind != Kind::kNot);
      break;
    case Kind::kField:
      require(children == 1 || (children == 0 && !node.text.empty()));
      break;
    case Kind::kDates:
      require(children == 0 && is_valid(node.range.first) && is_valid(node.range.last));
      require(!node.range.first || !node.range.last ||
              node.range.first <= node.range.last);
      break;
  }
  std::size_t leaves = children == 0 ? 1 : 0;
  for (const auto& child : node.children) {
    require(node.kind != Kind::kRun || child.kind != Kind::kNot);
    const bool nests =
        node.kind == Kind::kRun || node.kind == Kind::kNear || node.kind == Kind::kAdj;
    require(child.kind != node.kind || nests);
    leaves += check(child, text_size, depth + 1);
  }
  return leaves;
}

// How deep brackets nest, those in quotation marks left out.
std::size_t nesting(std::string_view query) {
  std::size_t deepest = 0;
  std::size_t open = 0;
  bool quoted = false;
  for (const char c : query) {
    quoted ^= c == '"';
    if (quoted) continue;
    if (c == '(') deepest = std::max(deepest, ++open);
    if (c == ')' && open > 0) --open;
  }
  return deepest;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = dateline::parse_query(text, {.today = {2023, 3, 2}});
  require(text.starts_with(parsed.query.text()));
  if (const auto* root = parsed.query.root()) {
    require(check(*root, parsed.query.text().size(), 1) <= 500);
    // What is written out is read as the same, unless brackets that nobody typed, of
    // NOT a:(b) for one, bring it beyond the bounds.
    const std::string written = parsed.query.to_text();
    if (written.size() < 16'000 && nesting(written) <= dateline::query::kMaxDepth) {
      const auto again = dateline::parse_query(written);
      require(again.query.to_string() == parsed.query.to_string());
      require(again.problems.empty());
    }
  }
  require(!parsed.query.to_string().empty());
  require(parsed.problems.size() <= 20);
  std::size_t previous = 0;
  for (const auto& problem : parsed.problems) {
    require(problem.offset >= previous && problem.offset + problem.length <= size);
    require(problem.message.ends_with('.'));
    previous = problem.offset;
  }
  return 0;
}
