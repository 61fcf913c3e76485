// The corpora whose dates can be read, as one table: commands make their options of it.

#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "tools/corpora/dated_article.h"
#include "tools/corpora/gold_dates.h"
#include "tools/corpora/gum_dates.h"
#include "tools/corpora/meantime_dates.h"
#include "tools/corpora/timeml_corpus.h"

namespace dateline::corpora {

/// One row of the table.
struct DateCorpus {
  std::string_view name;  ///< "timeml"
  std::vector<DatedArticle> (*read)(const std::filesystem::path& path);
};

/// All of them. Each reader throws Error.
inline constexpr std::array kDateCorpora = {
    DateCorpus{"gold", read_gold_dates},
    DateCorpus{"timeml", read_timeml_corpus},
    DateCorpus{"gum", read_gum_dates},
    DateCorpus{"meantime", read_meantime_dates},
};

}  // namespace dateline::corpora
