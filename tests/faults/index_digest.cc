#include "tests/faults/index_digest.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <memory>
#include <set>

#include "index/database.h"
#include "index/schema.h"
#include "index/xapian_guard.h"

namespace dateline::testing {
namespace {

class Digest {
 public:
  Digest() : state_(XXH3_createState()) { XXH3_128bits_reset(state_.get()); }

  void add(std::uint64_t number) {
    XXH3_128bits_update(state_.get(), &number, sizeof number);
  }
  void add(const std::string& text) {
    add(std::uint64_t{text.size()});
    XXH3_128bits_update(state_.get(), text.data(), text.size());
  }

  std::string text() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return std::to_string(hash.high64) + "-" + std::to_string(hash.low64);
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

void add_document(Digest& digest, const Xapian::Document& document,
                  std::set<Xapian::valueno>& slots) {
  digest.add(std::uint64_t{document.get_docid()});
  digest.add(document.get_data());
  for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
    const std::string value = document.get_value(slot);
    if (value.empty()) continue;
    slots.insert(slot);
    digest.add(std::uint64_t{slot});
    digest.add(value);
  }
}

void add_term(Digest& digest, const Xapian::Database& database,
              const std::string& term) {
  digest.add(term);
  digest.add(std::uint64_t{database.get_termfreq(term)});
  digest.add(std::uint64_t{database.get_collection_freq(term)});
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    digest.add(std::uint64_t{*posting});
    digest.add(std::uint64_t{posting.get_wdf()});
    digest.add(std::uint64_t{posting.get_doclength()});
  }
}

std::string digest_of(const Xapian::Database& database) {
  Digest digest;
  std::set<Xapian::valueno> slots;
  digest.add(std::uint64_t{database.get_doccount()});
  digest.add(std::uint64_t{database.get_lastdocid()});
  digest.add(std::uint64_t{database.get_total_length()});
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    add_document(digest, database.get_document(*posting), slots);
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    add_term(digest, database, *term);
  }
  for (const Xapian::valueno slot : slots) {
    digest.add(std::uint64_t{database.get_value_freq(slot)});
    digest.add(database.get_value_lower_bound(slot));
    digest.add(database.get_value_upper_bound(slot));
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end();
       ++key) {
    digest.add(*key);
    digest.add(database.get_metadata(*key));
  }
  return digest.text();
}

}  // namespace

std::string index_digest(const std::string& path) {
  if (inspect_path(path) == PathContent::kNothing) return "none";
  return with_xapian(path, [&] { return digest_of(open_to_read(path)); });
}

}  // namespace dateline::testing
