#include "index/text/stemmer.h"

#include <libstemmer.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <utility>

#include "index/text/char_class.h"
#include "index/text/eight_bytes.h"
#include "index/text/utf8.h"

namespace dateline::text {
namespace {

struct Language {
  std::string_view tag;      // ISO 639-1, as BCP 47 has it.
  std::string_view iso_639;  // Three letters, as some feeds have it.
  std::string_view name;     // Snowball's.
};

constexpr std::array kLanguages = {
    Language{"ar", "ara", "arabic"},     Language{"ca", "cat", "catalan"},
    Language{"da", "dan", "danish"},     Language{"de", "deu", "german"},
    Language{"el", "ell", "greek"},      Language{"en", "eng", "english"},
    Language{"es", "spa", "spanish"},    Language{"eu", "eus", "basque"},
    Language{"fi", "fin", "finnish"},    Language{"fr", "fra", "french"},
    Language{"ga", "gle", "irish"},      Language{"hi", "hin", "hindi"},
    Language{"hu", "hun", "hungarian"},  Language{"hy", "hye", "armenian"},
    Language{"id", "ind", "indonesian"}, Language{"it", "ita", "italian"},
    Language{"lt", "lit", "lithuanian"}, Language{"nb", "nob", "norwegian"},
    Language{"ne", "nep", "nepali"},     Language{"nl", "nld", "dutch"},
    Language{"nn", "nno", "norwegian"},  Language{"no", "nor", "norwegian"},
    Language{"pt", "por", "portuguese"}, Language{"ro", "ron", "romanian"},
    Language{"ru", "rus", "russian"},    Language{"sr", "srp", "serbian"},
    Language{"sv", "swe", "swedish"},    Language{"ta", "tam", "tamil"},
    Language{"tr", "tur", "turkish"},    Language{"yi", "yid", "yiddish"},
};

/// The Snowball name of `language`, or nothing.
std::string_view snowball_name(std::string_view language) {
  std::string tag(language.substr(0, language.find_first_of("-_")));
  std::transform(tag.begin(), tag.end(), tag.begin(), ascii_lower);
  for (const Language& known : kLanguages) {
    if (tag == known.tag || tag == known.iso_639 || tag == known.name) {
      return known.name;
    }
  }
  return {};
}

}  // namespace

Stemmer::Stemmer(std::string_view language)
    : name_(snowball_name(language)), snowball_(nullptr, sb_stemmer_delete) {
  if (name_.empty()) return;
  snowball_.reset(sb_stemmer_new(std::string(name_).c_str(), "UTF_8"));
  if (!snowball_) {  // This libstemmer was built without the language.
    name_ = {};
    return;
  }
  entries_.resize(kFirstEntries);
  mask_ = kFirstEntries - 1;
}

/// The first eight bytes of a short word, and the last eight if it has more; without a
/// branch on how many.
Stemmer::Key Stemmer::key_of(std::string_view word) {
  const char* const at = word.data();
  const std::size_t size = word.size();
  if (size > kShortWord) [[unlikely]]
    return {XXH3_64bits(at, size), 0};
  const bool has_more = size > 8;
  const auto count = static_cast<unsigned>(std::min<std::size_t>(size, 8));
  const char* const tail = at + (has_more ? size - 8 : 0);
  return {keep_first(load_eight(at), count),
          load_eight(tail) & (0u - std::uint64_t{has_more})};
}

Stemmer::Lookup Stemmer::lookup_of(std::string_view word) {
  const Key key = key_of(word);
  std::uint64_t mixed = (key.first ^ word.size()) * 0x9E3779B97F4A7C15;
  mixed = (mixed ^ mixed >> 32 ^ key.last) * 0xD6E8FEB86659FD93;
  return {key, static_cast<std::uint32_t>(mixed >> 32)};
}

void Stemmer::stem(std::span<std::string_view* const> words) {
  if (name_.empty()) {
    for (std::string_view* const word : words) *word = {};
    return;
  }
  constexpr std::size_t kAtOnce = 16;
  std::array<Lookup, kAtOnce> lookups;
  for (; !words.empty(); words = words.subspan(std::min(kAtOnce, words.size()))) {
    const auto some = words.first(std::min(kAtOnce, words.size()));
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (some[i]->empty()) continue;
      lookups[i] = lookup_of(*some[i]);
      __builtin_prefetch(&entries_[lookups[i].hash & mask_]);
    }
    for (std::size_t i = 0; i < some.size(); ++i)
      if (!some[i]->empty()) *some[i] = find(*some[i], lookups[i]);
  }
}

std::string_view Stemmer::find(std::string_view word, const Lookup& lookup) {
  const auto& [key, hash] = lookup;
  for (std::size_t i = 0; i < kProbes; ++i) {
    const Entry& entry = entries_[(hash + i) & mask_];
    if (entry.word_size == 0) break;
    if (entry.key == key && entry.word_size == word.size() &&
        (word.size() <= kShortWord ||
         std::memcmp(entry.stem - word.size(), word.data(), word.size()) == 0)) {
      return {entry.stem, entry.stem_size};
    }
  }
  return compute(word, lookup);
}

std::string_view Stemmer::compute(std::string_view word, const Lookup& lookup) {
  if (word.size() > kMaxWord) return {};
  const std::string_view stem = snowball(word);
  if (count_ >= entries_.size() / 2) make_room();
  const std::size_t kept = word.size() > kShortWord ? word.size() : 0;
  char* bytes = arena_.room(kept + stem.size());
  std::copy_n(word.begin(), kept, bytes);
  std::copy(stem.begin(), stem.end(), bytes + kept);
  const std::string_view both = arena_.take(kept + stem.size());
  insert({lookup.key, both.data() + kept, lookup.hash,
          static_cast<std::uint16_t>(word.size()),
          static_cast<std::uint16_t>(stem.size())});
  return both.substr(kept);
}

/// Snowball's stem, folded; `word` folded where it gives none.
std::string_view Stemmer::snowball(std::string_view word) {
  const sb_symbol* stem =
      sb_stemmer_stem(snowball_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  std::string_view found = word;
  if (stem != nullptr && sb_stemmer_length(snowball_.get()) > 0) {
    found = {reinterpret_cast<const char*>(stem),
             static_cast<std::size_t>(sb_stemmer_length(snowball_.get()))};
  }
  codes_.clear();
  for (const char* at = found.data(); at < found.data() + found.size();) {
    const auto [code, length] = decode_char(at, found.data() + found.size());
    if (code != kInvalidChar) codes_.push_back(code);
    at += length;
  }
  folder_.fold(codes_, folded_);
  return cut_to(folded_, kMaxWord);
}

/// Grows the table, or, once it is as large as it may be, starts it anew: the common
/// words are back at once.
void Stemmer::make_room() {
  if (entries_.size() < kMaxEntries) {
    std::vector<Entry> old(entries_.size() * 4 > kMaxEntries ? kMaxEntries
                                                             : entries_.size() * 4);
    old.swap(entries_);
    mask_ = entries_.size() - 1;
    count_ = 0;
    for (const Entry& entry : old) {
      if (entry.word_size != 0) insert(entry);
    }
    return;
  }
  std::fill(entries_.begin(), entries_.end(), Entry{});
  count_ = 0;
  retired_.push_back(std::exchange(arena_, ByteArena()));
}

void Stemmer::insert(const Entry& entry) {
  ++count_;  // Also of what is overwritten: its bytes are in the arena.
  for (std::size_t i = 0; i < kProbes; ++i) {
    Entry& slot = entries_[(entry.hash + i) & mask_];
    if (slot.word_size == 0) {
      slot = entry;
      return;
    }
  }
  entries_[entry.hash & mask_] = entry;
}

}  // namespace dateline::text
