// libFuzzer target: decodes any bytes as the tables in an index's metadata, with
// a checksum that is right.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_index_tables
//   build/fuzz/tests/fuzz_index_tables -max_total_time=600

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/duplicates/chain_table.h"
#include "index/entities/entity_rules.h"
#include "index/entities/entity_table.h"
#include "index/table_codec.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;

void check_entities(std::string_view bytes) {
  const auto table = dateline::entities::EntityTable::decode(bytes);
  for (std::uint32_t group = 0; group < table.size(); ++group) {
    require(table.names(group).size() >= 2);
    require(table.find(table.kind(group), table.label(group)).group == group);
  }
  require(dateline::entities::EntityTable::decode(table.encode()) == table);
}

void check_chains(std::string_view bytes) {
  const auto table = dateline::duplicates::ChainTable::decode(bytes);
  for (std::uint32_t chain = 0; chain < table.size(); ++chain) {
    require(table.size(chain) >= 2);
    require(table.find(table.id_term(chain, 0)) == chain);
  }
}

void check_rules(std::string_view bytes) {
  const auto rules = dateline::entities::EntityRules::decode(bytes);
  require(dateline::entities::EntityRules::decode(rules.encode()) == rules);
}

template <typename Check>
void check_or_refuse(const Check& check, std::string_view bytes) {
  try {
    check(bytes);
  } catch (const dateline::Error& error) {
    require(error.code() == dateline::ErrorCode::kCorrupt ||
            error.code() == dateline::ErrorCode::kNewerSchema);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = dateline::testing::as_text(data, size);
  const std::string sealed = dateline::seal_table(std::string(bytes));
  for (const std::string_view table : {bytes, std::string_view(sealed)}) {
    check_or_refuse(check_entities, table);
    check_or_refuse(check_chains, table);
  }
  check_or_refuse(check_rules, bytes);
  return 0;
}
