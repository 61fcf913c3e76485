// Turns lists of names into the table that Gazetteer reads.

#pragma once

#include "index/names/gazetteer/gazetteer_table.h"
#include "index/names/gazetteer/name_class.h"
#include "index/names/lexicon.h"

#include <span>
#include <string>
#include <string_view>

namespace dateline::names {

/// Collects names. The same names give the same bytes in any order.
class GazetteerCompiler {
 public:
  /// `lexicon` tells the tokenizer what abbreviations there are; it must outlive this.
  explicit GazetteerCompiler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Adds a name as it is written in a sentence. One of several words is found with its
  /// short words in capitals too: "Bank Of England". False, and nothing added, where it
  /// has more than kLongestPhrase words or none, begins with a small letter, or its
  /// words do not hang together: "Springfield, Ohio".
  bool add(std::string_view name, NameClass name_class);

  /// The compiled table.
  std::string finish() const { return table_.finish(); }

 private:
  void add_phrase(std::span<const Token> tokens, std::uint16_t classes);

  const Lexicon& lexicon_;
  GazetteerTableWriter table_;
};

}  // namespace dateline::names
