#include "query/name_list.h"

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
  for (std::size_t at = bytes.find(word); at != std::string_view::npos;
       at = bytes.find(word, at)) {
    const std::size_t end = at + word.size();
    if (!is_whole_word(bytes, at, end)) {
      ++at;
      continue;
    }
    found.push_back(names_[names_.at_offset(at)]);
    at = bytes.find('\n', end);  // A name is found once.
  }
  return found;
}

bool is_last_word(std::string_view name, std::string_view word) {
  return name.ends_with(word) &&
         is_whole_word(name, name.size() - word.size(), name.size());
}

}  // namespace dateline
