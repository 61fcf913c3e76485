#include "tools/corpora/corpus_formats.h"

#include <algorithm>
#include <array>

#include "tools/corpora/conll_corpus.h"
#include "tools/corpora/gmb_corpus.h"
#include "tools/corpora/gold_corpus.h"
#include "tools/corpora/gum_corpus.h"
#include "tools/corpora/meantime_corpus.h"

namespace dateline::corpora {
namespace {

constexpr std::array kFormats = {
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

}  // namespace

std::span<const CorpusFormat> corpus_formats() { return kFormats; }

const CorpusFormat* find_corpus_format(std::string_view name) {
  const auto format = std::ranges::find(kFormats, name, &CorpusFormat::name);
  return format == kFormats.end() ? nullptr : &*format;
}

}  // namespace dateline::corpora
