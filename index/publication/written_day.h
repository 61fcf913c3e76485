// Days as bylines and datelines write them, in the languages of the index.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::publication {

/// A day written in a text; `date.year` is 0 where none is written.
struct WrittenDay {
  std::size_t begin = 0;
  std::size_t end = 0;
  Date date{};
};

/// The first day written in `text` from byte `from` on:
///
///   March 2, 2023   Mar. 2 2023   2 March 2023   2nd March   2. März 2023
///   2 de marzo de 2023   2 марта 2023   2023-03-02   2023/03/02   02.03.2023
///
/// Days that do not exist, and forms that may be read two ways (02/03/2023), are none.
std::optional<WrittenDay> find_written_day(std::string_view text, std::size_t from = 0);

/// 1 to 7 for "Monday", "mon" … in English, 0 for all else. Lower case.
int weekday_of(std::string_view word);

}  // namespace dateline::publication
