#include "index/entities/word_table.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "index/entities/name_words.h"
#include "index/entities/spelling.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/gazetteer/given_names.h"
#include "index/names/tokens.h"

namespace dateline::entities {
namespace {

// The lists that a word stands in as a name of its own.
std::uint16_t listed_as(std::string_view word) {
  names::Token token;
  token.end = static_cast<std::uint32_t>(word.size());
  token.hash = names::word_hash(word);
  token.shape = names::Shape::kCapital;
  names::GazetteerBits bits;
  names::Gazetteer::english().match({&token, 1}, {&bits, 1});
  return bits.word;
}

bool has_class(std::uint16_t classes, names::NameClass name_class) {
  return (classes & static_cast<std::uint16_t>(name_class)) != 0;
}

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Word WordTable::describe(std::string_view text) {
  Word word;
  word.text = text;
  word.key = letters_.copy(spelling_key(text));
  word.bones = letters_.copy(skeleton(word.key));
  word.letters = letter_set(text);
  word.key_letters = letter_set(word.key);
  word.number = number_of(text);
  word.hash = word.number >= 0 ? hash_of(std::to_string(word.number)) : hash_of(text);
  const std::string_view bones = word.bones;
  const bool is_plural = bones.size() > 2 && text.ends_with('s');
  word.bones_hash = word.number >= 0
                        ? word.hash
                        : hash_of(bones.substr(0, bones.size() - (is_plural ? 1 : 0)));
  word.given_groups = names::given_name_groups(text);
  word.roles = roles_of(text);
  const std::uint16_t classes = listed_as(text);
  word.is_given =
      !word.given_groups.empty() || has_class(classes, names::NameClass::kGivenName);
  word.is_surname = has_class(classes, names::NameClass::kSurname);
  word.is_initial = text.size() == 1 && text[0] >= 'a' && text[0] <= 'z';
  word.has_digit = std::any_of(text.begin(), text.end(), is_digit);
  return word;
}

std::uint32_t WordTable::intern(std::string_view word) {
  std::copy(word.begin(), word.end(), letters_.room(word.size()));
  const std::string_view copied(letters_.room(word.size()), word.size());
  const std::uint32_t number = numbers_.row(copied);
  if (number == words_.size()) words_.push_back(describe(letters_.take(copied.size())));
  return number;
}

}  // namespace dateline::entities
