#include "index/dates/date_tagger.h"

#include "index/dates/date_reader.h"

#include <string>
#include <utility>

namespace dateline::dates {

std::vector<DateMention> DateReader::run() {
  while (scanner_.piece().kind != Piece::kEnd) {
    if (!read_one()) step();
  }
  return std::move(found_);
}

void DateReader::step(std::size_t pieces) {
  for (; pieces > 0; --pieces) {
    before_ = word();
    before_piece_ = piece();
    scanner_.advance();
  }
}

bool DateReader::found(std::size_t pieces, std::string value, DatePrecision precision,
                       DateRange range, double score, std::string reason) {
  DateMention mention;
  mention.begin = piece().begin;
  mention.end = piece(pieces - 1).end;
  mention.value = std::move(value);
  mention.precision = precision;
  mention.range = range;
  mention.score = score;
  mention.reason = std::move(reason);
  found_.push_back(std::move(mention));
  step(pieces);
  return true;
}

bool DateReader::found(std::size_t pieces, Date date, double score,
                       std::string reason) {
  if (!is_valid(date)) return false;
  return found(pieces, to_string(date), precision(date),
               {first_day(date), last_day(date)}, score, std::move(reason));
}

bool DateReader::unresolved(std::size_t pieces, DatePrecision precision,
                            std::string reason) {
  return found(pieces, {}, precision, {}, 0.5,
               std::move(reason) + ", no reference day");
}

std::string DateReader::from_reference(std::string_view rule) const {
  return std::string(rule) + ", from " + to_string(reference_);
}

// A date that begins at the present piece; false: there is none.
bool DateReader::read_one() {
  const Piece& now = piece();
  if (now.kind == Piece::kNumber) return read_number();
  switch (word().kind) {
    case WordKind::kMonth:
      return read_month(0);
    case WordKind::kWeekday:
      return read_weekday();
    case WordKind::kRelative:
      return read_relative_day();
    case WordKind::kPointer:
      return read_pointer();
    case WordKind::kSeason:
      return read_season();
    default:
      return false;
  }
}

std::vector<DateMention> tag_dates(std::string_view text, Date reference) {
  return DateReader(text, reference).run();
}

}  // namespace dateline::dates
