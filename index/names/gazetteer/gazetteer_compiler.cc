#include "index/names/gazetteer/gazetteer_compiler.h"

#include "index/names/gazetteer/phrase_hash.h"
#include "index/names/tokens.h"

#include <algorithm>
#include <span>
#include <vector>

namespace dateline::names {

bool GazetteerCompiler::add(std::string_view name, NameClass name_class) {
  std::vector<Token> tokens = tokenize(name, lexicon_);
  if (tokens.empty() || tokens.size() > kLongestPhrase || !tokens[0].is_capital())
    return false;
  if (!std::all_of(tokens.begin() + 1, tokens.end(), continues_name)) return false;
  const auto classes = static_cast<std::uint16_t>(name_class);
  if (tokens.size() == 1) {
    const bool acronym = tokens[0].shape == Shape::kAllCaps;
    table_.add(acronym ? PhraseHash::acronym(tokens[0]) : PhraseHash::word(tokens[0]),
               classes, false);
    return true;
  }
  add_phrase(tokens, classes);
  for (Token& token : tokens)
    if (token.shape == Shape::kLower) token.shape = Shape::kCapital;
  add_phrase(tokens, classes);
  return true;
}

void GazetteerCompiler::add_phrase(std::span<const Token> tokens,
                                   std::uint16_t classes) {
  auto key = PhraseHash::word(tokens[0]);
  table_.add(key, 0, true);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    key = PhraseHash::append(key, tokens[i - 1], tokens[i]);
    table_.add(key, last ? classes : std::uint16_t{0}, !last);
  }
}

}  // namespace dateline::names
