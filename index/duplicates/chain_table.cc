#include "index/duplicates/chain_table.h"

#include <dateline/error.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "index/byte_codec.h"
#include "index/table_codec.h"

namespace dateline::duplicates {
namespace {

// Version 1: the number of the rules; the number of chains; for each the number of its
// articles, and of each the length of what its term shares with the one before in the
// table, and the rest of it. Behind all that its XXH3-64, lowest byte first.
constexpr TableFormat kFormat{
    .version = 1, .name = "copies", .remedy = "index or remove something"};
constexpr std::size_t kLeastChainBytes = 5;
constexpr std::size_t kLeastArticleBytes = 2;
constexpr std::size_t kMostTermBytes = 255;

// To be raised with every change of what texts are copies, so that no table is built
// upon that was made by other rules.
constexpr std::uint64_t kRules = 1;

// The next chain of a table, behind a term `before`; empty where it is damaged.
std::vector<std::string> read_chain(ByteReader& reader, std::string& before) {
  std::vector<std::string> chain(reader.count(kLeastArticleBytes));
  for (std::string& term : chain) {
    const std::uint64_t shared = reader.varint();
    const std::string_view rest = reader.string();
    if (!reader.good() || shared > before.size()) return {};
    if (shared + rest.size() > kMostTermBytes) return {};
    term.assign(before, 0, static_cast<std::size_t>(shared)).append(rest);
    before = term;
  }
  return chain;
}

}  // namespace

ChainTable::ChainTable(std::vector<std::vector<std::string>> chains)
    : is_computed_(true) {
  for (const auto& chain : chains) {
    if (chain.size() >= 2) continue;
    throw Error(ErrorCode::kInvalidArgument, "A chain has two articles at least.");
  }
  std::ranges::sort(chains, {}, [](const auto& chain) { return chain.front(); });
  for (const auto& chain : chains) {
    for (const std::string& term : chain) {
      bytes_.append(term);
      offsets_.push_back(bytes_.size());
    }
    begins_.push_back(static_cast<std::uint32_t>(article_count()));
  }
  by_term_.resize(article_count());
  std::iota(by_term_.begin(), by_term_.end(), 0U);
  const auto term_of = [this](std::uint32_t article) { return text(article); };
  std::ranges::sort(by_term_, {}, term_of);
  if (std::ranges::adjacent_find(by_term_, {}, term_of) != by_term_.end()) {
    throw Error(ErrorCode::kInvalidArgument, "An article is in two chains.");
  }
}

std::optional<std::uint32_t> ChainTable::find(std::string_view id_term) const {
  const auto found = std::ranges::lower_bound(
      by_term_, id_term, {}, [this](std::uint32_t article) { return text(article); });
  if (found == by_term_.end() || text(*found) != id_term) return std::nullopt;
  const auto after = std::ranges::upper_bound(begins_, *found);
  return static_cast<std::uint32_t>(after - begins_.begin()) - 1;
}

std::string ChainTable::encode() const {
  if (!is_computed_) return {};
  std::string out(1, kFormat.version);
  append_varint(out, kRules);
  append_varint(out, size());
  std::string_view before;
  for (std::uint32_t chain = 0; chain < size(); ++chain) {
    append_varint(out, size(chain));
    for (std::size_t member = 0; member < size(chain); ++member) {
      const std::string_view term = id_term(chain, member);
      const std::size_t shared = shared_prefix(term, before);
      append_varint(out, shared);
      append_string(out, term.substr(shared));
      before = term;
    }
  }
  return seal_table(std::move(out));
}

ChainTable ChainTable::decode(std::string_view bytes) {
  if (bytes.empty()) return {};
  ByteReader reader(unseal_table(bytes, kFormat));
  if (reader.varint() != kRules) return {};
  std::vector<std::vector<std::string>> chains(reader.count(kLeastChainBytes));
  std::string before;
  for (auto& chain : chains) {
    chain = read_chain(reader, before);
    if (chain.size() < 2) throw_damaged_table(kFormat);
  }
  if (!reader.good() || !reader.at_end()) throw_damaged_table(kFormat);
  try {
    return ChainTable(std::move(chains));
  } catch (const Error&) {
    throw_damaged_table(kFormat);
  }
}

}  // namespace dateline::duplicates
