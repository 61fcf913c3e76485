#include "query/unit_reading.h"

namespace dateline {
namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

std::string shown_unit(const WordUnit& unit, bool exact_word) {
  switch (unit.kind) {
    case WordUnit::Kind::kName:
      return quoted(unit.shown) + " (a name)";
    case WordUnit::Kind::kPhrase:
      return quoted(unit.shown);
    case WordUnit::Kind::kExact:
      return exact_word ? "=" + unit.shown : quoted(unit.shown);
    case WordUnit::Kind::kJoined:
    case WordUnit::Kind::kWord:
      break;
  }
  return unit.shown;
}

std::string nothing_in(const std::string& text) {
  return quoted(text) + " holds no word to search for: left out.";
}

}  // namespace dateline
