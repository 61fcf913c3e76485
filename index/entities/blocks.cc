#include "index/entities/blocks.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "index/entities/alias_table.h"
#include "index/entities/name_words.h"
#include "index/entities/spelling.h"

namespace dateline::entities {
namespace {

using Words = std::span<const std::uint32_t>;

// What a key is made of; keys of two sorts never meet.
enum class KeySort : std::uint64_t {
  kLetters = 1,
  kSurnameInitial,
  kSurnameGroup,
  kWords,
  kSounds,
  kBeginning,
  kEnd,
  kAlias,
  kBones,
  kInitials
};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t key = (a ^ (b + 0x9E37'79B9'7F4A'7C15)) * 0xD6E8'FEB8'6659'FD93;
  key ^= key >> 32;
  key *= 0xD6E8'FEB8'6659'FD93;
  return key ^ (key >> 29);
}

// The keys of names, one after the other.
class KeyMaker {
 public:
  explicit KeyMaker(const NameParser& parser) : parser_(parser) {}

  // The keys of a name, without doubles.
  const std::vector<std::uint64_t>& keys(const ParsedName& name) {
    keys_.clear();
    kind_ = static_cast<std::uint64_t>(name.kind);
    if (name.alias != 0) add(KeySort::kAlias, name.alias);
    if (name.word_count == 0) return keys_;
    add(KeySort::kLetters, name.letters);
    if (name.kind == NameKind::kPerson) {
      if (!name.is_weak) add_person(parser_.words(name));
    } else {
      add_title(name, parser_.words(name));
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    return keys_;
  }

 private:
  const Word& word(std::uint32_t number) const { return parser_.word(number); }

  void add(KeySort sort, std::uint64_t value) {
    keys_.push_back(mixed(static_cast<std::uint64_t>(sort) * 8 + kind_, value));
  }

  void add_surname(const Word& given, const Word& surname) {
    add(KeySort::kSurnameInitial,
        mixed(surname.bones_hash,
              static_cast<std::uint64_t>(initial_class(given.key))));
    for (const std::uint16_t group : given.given_groups) {
      add(KeySort::kSurnameGroup, mixed(surname.bones_hash, group));
    }
  }

  // A letter changed leaves one end of a surname as it was.
  void add_ends(const Word& given, const Word& surname) {
    constexpr std::size_t kEnd = 3;
    const std::string_view key = surname.key;
    if (key.size() <= kEnd) return;
    const std::uint64_t who =
        given.given_groups.empty() ? given.hash : given.given_groups.front();
    add(KeySort::kBeginning, mixed(who, hash_of(key.substr(0, kEnd))));
    add(KeySort::kEnd, mixed(who, hash_of(key.substr(key.size() - kEnd))));
  }

  static std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0;
    for (const char c : text) hash = mixed(hash, static_cast<unsigned char>(c));
    return hash;
  }

  // The same of words in any order, cut anywhere.
  std::uint64_t letters_of(Words words) const {
    std::uint64_t sum = 0;
    for (const std::uint32_t w : words) {
      for (const char c : word(w).text) sum += mixed(1, static_cast<unsigned char>(c));
    }
    return sum;
  }

  void add_person(Words words) {
    // Any word but the first may be what another spelling of the name ends in.
    for (const std::uint32_t surname : words.subspan(1)) {
      if (!word(surname).is_initial) add_surname(word(words[0]), word(surname));
    }
    if (words.size() > 2) add_surname(word(words[1]), word(words.back()));
    add_ends(word(words[0]), word(words.back()));
    add(KeySort::kWords, letters_of(words));
    std::string sounds;
    for (const std::uint32_t w : words) sounds += word(w).key;
    add(KeySort::kSounds, hash_of(sounds));
  }

  void add_title(const ParsedName& name, Words words) {
    std::uint64_t bones = 0;
    for (const std::uint32_t w : words) bones += word(w).bones_hash;
    add(KeySort::kBones, bones);
    add(KeySort::kWords, bag(words));
    if (name.kind == NameKind::kPlace) return;
    const std::uint32_t tail = name.kind == NameKind::kOrg ? kOrgTail : kThingTail;
    Words head = words;
    while (head.size() > 1 && (word(head.back()).roles & tail) != 0) {
      head = head.first(head.size() - 1);
      add(KeySort::kWords, bag(head));
    }
    const bool has_thing_head =
        name.kind == NameKind::kThing && (word(words[0]).roles & kThingHead) != 0;
    if (words.size() > 1 && (has_thing_head || AliasTable::instance().country_of(
                                                   word(words[0]).text) != 0)) {
      add(KeySort::kWords, bag(words.subspan(1)));
    }
    if (name.initials != 0) add(KeySort::kInitials, name.initials);
    if (name.all_initials != 0) add(KeySort::kInitials, name.all_initials);
  }

  std::uint64_t bag(Words words) const {
    std::uint64_t sum = 0;
    for (const std::uint32_t w : words) sum += word(w).hash;
    return sum;
  }

  const NameParser& parser_;
  std::uint64_t kind_ = 0;
  std::vector<std::uint64_t> keys_;
};

// Which keys may have come more than once: all that did, and few of the others.
class RepeatedKeys {
 public:
  explicit RepeatedKeys(std::size_t keys)
      : mask_(std::bit_ceil(kBitsOfKey * keys + kBits) - 1),
        once_((mask_ + 1) / kBits),
        again_(once_.size()) {}

  void add(std::uint64_t key) {
    const std::uint64_t place = key & mask_;
    const std::uint64_t bit = std::uint64_t{1} << (place % kBits);
    again_[place / kBits] |= once_[place / kBits] & bit;
    once_[place / kBits] |= bit;
  }

  bool contains(std::uint64_t key) const {
    const std::uint64_t place = key & mask_;
    return (again_[place / kBits] >> (place % kBits) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 64;
  static constexpr std::size_t kBitsOfKey = 4;

  std::uint64_t mask_;
  std::vector<std::uint64_t> once_;
  std::vector<std::uint64_t> again_;
};

}  // namespace

Blocks::Blocks(const NameParser& parser, std::span<const ParsedName> parsed)
    : names_(parsed.size()) {
  constexpr std::size_t kKeysOfName = 6;  // As a rule.
  std::vector<Entry> entries;
  entries.reserve(parsed.size() * kKeysOfName);
  RepeatedKeys repeated(parsed.size() * kKeysOfName);
  KeyMaker maker(parser);
  for (std::uint32_t name = 0; name < parsed.size(); ++name) {
    for (const std::uint64_t key : maker.keys(parsed[name])) {
      entries.push_back({key, name});
      repeated.add(key);
    }
  }
  // Most keys are one name's: they make no block, and need not be sorted.
  std::erase_if(entries,
                [&](const Entry& entry) { return !repeated.contains(entry.key); });
  std::sort(entries.begin(), entries.end());
  keep_blocks(entries);
}

// `entries` are sorted: a block is a run of one key.
void Blocks::keep_blocks(std::span<const Entry> entries) {
  members_.reserve(entries.size());
  for (std::size_t at = 0; at < entries.size();) {
    std::size_t end = at + 1;
    while (end < entries.size() && entries[end].key == entries[at].key) ++end;
    if (end - at > 1) {
      for (std::size_t i = at; i < end; ++i) members_.push_back(entries[i].name);
      ends_.push_back(members_.size());
    }
    at = end;
  }
}

// A search through blocks, from name to name.
class Blocks::Closure {
 public:
  Closure(const Blocks& blocks, const Related& related, std::span<const NamePair> links)
      : blocks_(blocks),
        related_(related),
        emptied_(blocks.size()),
        reached_(blocks.names_) {
    for (std::uint32_t number = 0; number < blocks.size(); ++number) {
      for (const std::uint32_t name : blocks.block(number)) {
        ways_.push_back({name, number});
      }
    }
    std::sort(ways_.begin(), ways_.end());
    for (const NamePair& link : links) {
      links_.push_back(link);
      links_.push_back({link.b, link.a});
    }
    std::sort(links_.begin(), links_.end());
  }

  std::vector<bool> of(std::span<const std::uint32_t> seeds) {
    for (const std::uint32_t name : seeds) reach(name);
    while (!waiting_.empty()) {
      const std::uint32_t name = waiting_.back();
      waiting_.pop_back();
      for_each_partner(links_, name, [this](std::uint32_t other) { reach(other); });
      for_each_partner(ways_, name,
                       [&](std::uint32_t block) { go_through(block, name); });
    }
    return std::move(reached_);
  }

 private:
  template <class Use>
  static void for_each_partner(const std::vector<NamePair>& pairs, std::uint32_t name,
                               Use use) {
    auto at = std::lower_bound(pairs.begin(), pairs.end(), NamePair{name, 0});
    for (; at != pairs.end() && at->a == name; ++at) use(at->b);
  }

  void reach(std::uint32_t name) {
    if (reached_[name]) return;
    reached_[name] = true;
    waiting_.push_back(name);
  }

  void go_through(std::uint32_t number, std::uint32_t name) {
    if (emptied_[number]) return;
    const auto block = blocks_.block(number);
    emptied_[number] = block.size() > kLargeBlock;
    for (const std::uint32_t other : block) {
      if (reached_[other]) continue;
      if (emptied_[number] || related_(name, other)) reach(other);
    }
  }

  const Blocks& blocks_;
  const Related& related_;
  std::vector<bool> emptied_;   // By block: all of it is reached.
  std::vector<NamePair> ways_;  // Names and numbers of their blocks.
  std::vector<NamePair> links_;
  std::vector<bool> reached_;  // By name.
  std::vector<std::uint32_t> waiting_;
};

// Where names stand in the blocks of those names that exist.
class Blocks::Places {
 public:
  Places(const Blocks& blocks, const std::vector<bool>& exists)
      : first_(blocks.names_ + 1) {
    for (std::size_t number = 0; number < blocks.size(); ++number) {
      const std::size_t begin = members_.size();
      for (const std::uint32_t name : blocks.block(number)) {
        if (exists[name]) members_.push_back(name);
      }
      add_ends(members_.size() - begin);
    }
    deal_out();
  }

  // Calls use(name) with the names behind a name in one of its blocks, each block in
  // turn, as far as they are to be paired with it.
  template <class Use>
  void for_each_partner(std::uint32_t name, Use use) const {
    for (std::size_t i = first_[name]; i < first_[name + 1]; ++i) {
      const std::size_t place = places_[i];
      for (std::size_t at = place + 1; at < ends_[place]; ++at) use(members_[at]);
    }
  }

 private:
  // Of the last `count` places.
  void add_ends(std::size_t count) {
    const std::size_t end = members_.size();
    const std::size_t reach = count > kLargeBlock ? kNeighbours : count;
    for (std::size_t place = end - count; place < end; ++place) {
      ends_.push_back(std::min(place + 1 + reach, end));
    }
  }

  void deal_out() {
    for (const std::uint32_t name : members_) ++first_[name + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    places_.resize(members_.size());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t place = 0; place < members_.size(); ++place) {
      places_[next[members_[place]]++] = place;
    }
  }

  std::vector<std::uint32_t> members_;  // By place.
  std::vector<std::size_t> ends_;       // By place: behind its last partner.
  std::vector<std::size_t> places_;     // Name by name.
  std::vector<std::size_t> first_;      // By name: in places_.
};

std::vector<NamePair> Blocks::pairs(const std::vector<bool>& exists,
                                    const std::vector<bool>& wanted,
                                    const Related& related) const {
  const Places places(*this, exists);
  std::vector<NamePair> found;
  // Many pairs share several blocks, and most are not related: they are looked at once.
  std::vector<std::uint32_t> met_by(names_, NameStatistics::kNone);
  for (std::uint32_t name = 0; name < names_; ++name) {
    if (!wanted[name]) continue;
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    places.for_each_partner(name, [&](std::uint32_t other) {
      if (met_by[other] == name) return;
      met_by[other] = name;
      if (wanted[other] && related(name, other)) found.push_back({name, other});
    });
    std::sort(found.begin() + first, found.end());
  }
  return found;
}

std::vector<bool> Blocks::closure(std::span<const std::uint32_t> seeds,
                                  const Related& related,
                                  std::span<const NamePair> links) const {
  return Closure(*this, related, links).of(seeds);
}

}  // namespace dateline::entities
