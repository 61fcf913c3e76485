#include "query/name_list.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "index/schema.h"

namespace dateline {
namespace {

// Letters and digits, and every character outside ASCII.
bool is_word_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') ||
         (c >= '0' && c <= '9');
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_word_byte(text[begin - 1])) &&
         (end == text.size() || !is_word_byte(text[end]));
}

}  // namespace

NameList::NameList(const Xapian::Database& database, NameKind kind) {
  const std::string prefix = schema::name_term(kind, "");
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    names_.add(std::string_view(*term).substr(prefix.size()));
  }
}

std::vector<std::string_view> NameList::with_word(std::string_view word) const {
  std::vector<std::string_view> found;
  if (word.empty()) return found;
  const std::string_view bytes = names_.bytes();
  const std::boyer_moore_horspool_searcher searcher(word.begin(), word.end());
  for (auto from = bytes.begin();;) {
    const auto place = std::search(from, bytes.end(), searcher);
    if (place == bytes.end()) return found;
    const auto at = static_cast<std::size_t>(place - bytes.begin());
    from = place + 1;
    if (!is_whole_word(bytes, at, at + word.size())) continue;
    found.push_back(names_[names_.at_offset(at)]);
    from = std::find(place, bytes.end(), '\n');  // A name is found once.
  }
}

bool NameList::has(std::string_view name) const {
  std::size_t begin = 0;
  for (std::size_t end = size(); begin < end;) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (names_[middle] < name) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < size() && names_[begin] == name;
}

NameList unseen_names(const entities::EntityTable& entities, NameKind kind,
                      const NameList& seen) {
  std::vector<std::string_view> unseen;
  for (std::uint32_t group = 0; group < entities.size(); ++group) {
    if (entities.kind(group) != kind) continue;
    for (const std::string_view name : entities.names(group)) {
      if (!seen.has(name)) unseen.push_back(name);
    }
  }
  std::sort(unseen.begin(), unseen.end());
  StringTable names;
  for (const std::string_view name : unseen) names.add(name);
  return NameList(std::move(names));
}

bool has_words(std::string_view name, std::string_view words) {
  for (std::size_t at = name.find(words); at != std::string_view::npos;
       at = name.find(words, at + 1)) {
    if (is_whole_word(name, at, at + words.size())) return true;
  }
  return false;
}

bool is_last_word(std::string_view name, std::string_view word) {
  return name.ends_with(word) &&
         is_whole_word(name, name.size() - word.size(), name.size());
}

}  // namespace dateline
