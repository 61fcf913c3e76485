// The corpora that can be read, as one table: commands make their options of it.

#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "tools/corpora/conll_corpus.h"
#include "tools/corpora/gmb_corpus.h"
#include "tools/corpora/gold_corpus.h"
#include "tools/corpora/gum_corpus.h"
#include "tools/corpora/labelled_article.h"
#include "tools/corpora/meantime_corpus.h"

namespace dateline::corpora {

/// One row of the table.
struct CorpusFormat {
  std::string_view name;  ///< "conll"
  std::string_view path;  ///< "FILE" or "DIR".
  std::string_view help;  ///< What is read; a sentence without its full stop.
  std::vector<LabelledArticle> (*read)(const std::filesystem::path& path);
};

/// All of them. Each reader throws Error.
inline constexpr std::array kCorpusFormats = {
    CorpusFormat{"gold", "DIR", "Articles in the format of corpus/gold/README.md",
                 read_gold_corpus},
    CorpusFormat{"conll", "FILE",
                 "One token a line with its IOB or BILOU tag, as CoNLL-2003, WikiGold "
                 "and WNUT have them",
                 read_conll_corpus},
    CorpusFormat{"gum", "DIR",
                 "The genres of GUM whose text is free: its tsv/ and xml/",
                 read_gum_corpus},
    CorpusFormat{"meantime", "DIR", "The English part of MEANTIME, as CAT XML",
                 read_meantime_corpus},
    CorpusFormat{"gmb", "FILE", "Names of the Groningen Meaning Bank, as one CSV table",
                 read_gmb_corpus},
};

}  // namespace dateline::corpora
