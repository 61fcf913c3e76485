#include "index/glass/termlist_codec.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "index/byte_codec.h"

namespace dateline::glass {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t limit = std::min(a.size(), b.size());
  std::size_t size = 0;
  while (size < limit && a[size] == b[size]) ++size;
  return size;
}

void append_first(std::string& out, const Posting& posting) {
  out.push_back(static_cast<char>(posting.term.size()));
  out.append(posting.term);
  append_varint(out, posting.wdf);
}

/// A term by what it does not share with the term before. A wdf that is small enough
/// goes into the byte that says how much it shares: there is room for it, as no more
/// than all of the term before can be shared.
void append_next(std::string& out, const Posting& posting, std::string_view before) {
  const std::size_t shared = common_prefix(before, posting.term);
  const std::string_view rest = posting.term.substr(shared);
  const std::uint64_t packed =
      (std::uint64_t{posting.wdf} + 1) * (before.size() + 1) + shared;
  const bool wdf_fits = packed < 256;
  out.push_back(static_cast<char>(wdf_fits ? packed : shared));
  out.push_back(static_cast<char>(rest.size()));
  out.append(rest);
  if (!wdf_fits) append_varint(out, posting.wdf);
}

}  // namespace

void append_termlist(std::string& out, std::span<const Posting> postings,
                     std::uint32_t length) {
  if (postings.empty()) return;
  append_varint(out, length);
  append_varint(out, postings.size());
  append_first(out, postings.front());
  for (std::size_t i = 1; i < postings.size(); ++i) {
    append_next(out, postings[i], postings[i - 1].term);
  }
}

void append_used_slots(std::string& out, std::span<const Value> values) {
  std::uint32_t expected = 0;
  for (const Value& value : values) {
    append_varint(out, value.slot - expected);
    expected = value.slot + 1;
  }
}

}  // namespace dateline::glass
