// The day that stands in an article's own address.

#pragma once

#include <string_view>

#include "index/publication/evidence.h"

namespace dateline::publication {

/// The day, or the month, in the path or query of `url`:
///
///   /2023/03/02/   /2023/3/2/   /2023/mar/02/   /2023-03-02   /20230302   /202303/02/
///   /2023/0302/   -20230302-   ?date=2023-03-02   /2023/03/ (the month)
///
/// In a folder of its own a day is surer than inside of a name. Of an archive's copy,
/// the address that was copied counts.
Evidence day_in_url(std::string_view url);

}  // namespace dateline::publication
