#include "index/names/crf/sequence_tagger.h"

#include <algorithm>
#include <utility>

#include "index/names/crf/context.h"
#include "index/names/crf/decoder.h"
#include "index/names/crf/explanation.h"
#include "index/names/crf/model.h"

namespace dateline::names {
namespace {

using crf::Context;
using crf::Decoder;

constexpr std::size_t kMostKept = 1 << 18;  // Tokens of a text whose memory is kept.

// What a thread keeps from text to text.
struct Workspace {
  Context context;
  Decoder decoder;
  std::vector<GazetteerBits> lists;
};

// From even odds, where the best labelling wins by nothing, towards one.
double score_of(std::int32_t margin, std::uint32_t scale) {
  const double odds = 1.0 + std::max(0.0, double(margin) / scale);
  const double squared = odds * odds;
  return squared / (1.0 + squared);
}

std::array<std::int32_t, crf::kKinds> lags_of(
    std::array<std::int32_t, crf::kKinds> scores, std::size_t kind,
    std::uint32_t scale) {
  const std::int32_t own = scores[kind];
  for (std::int32_t& score : scores)
    score = (own - score) * 100 / static_cast<std::int32_t>(scale);
  return scores;
}

// The lists that have the words as one name.
std::uint16_t lists_of(std::span<const GazetteerBits> words) {
  if (words.size() == 1) return words[0].word;
  std::uint16_t all = words[0].phrase;
  for (const GazetteerBits& word : words)
    all = static_cast<std::uint16_t>(all & word.phrase);
  return all;
}

bool is_demonym(const Lexicon& lexicon, std::string_view text,
                std::span<const Token> tokens) {
  const KnownSpan known = lexicon.longest(tokens, text);
  return known.length == tokens.size() && known.name != nullptr &&
         known.name->is_demonym;
}

}  // namespace

SequenceTagger::SequenceTagger(const Lexicon& lexicon)
    : SequenceTagger(lexicon, Gazetteer::english(), nullptr) {}

SequenceTagger::SequenceTagger(const Lexicon& lexicon, const Gazetteer& lists,
                               std::shared_ptr<const crf::Model> model)
    : lexicon_(lexicon), lists_(lists), model_(std::move(model)) {
  if (model_ == nullptr)
    model_ = std::shared_ptr<const crf::Model>(std::shared_ptr<void>(),
                                               &crf::Model::english());
}

std::vector<NameSpan> SequenceTagger::tag(std::string_view text,
                                          std::span<const Token> tokens,
                                          std::span<const Candidate> candidates,
                                          bool explain) const {
  thread_local std::unique_ptr<Workspace> kept;
  if (!kept) kept = std::make_unique<Workspace>();
  Workspace& work = *kept;
  Context& context = work.context;
  work.lists.assign(tokens.size(), {});
  lists_.match(tokens, work.lists);
  context.read({text, tokens, candidates, work.lists}, lexicon_);
  work.decoder.decode(context, *model_);
  const auto labels = work.decoder.labels();
  const auto margins = work.decoder.margins();
  std::vector<NameSpan> spans;
  spans.reserve(labels.size() / 2 + 1);
  for (std::size_t site = 0; site < labels.size(); ++site) {
    if (labels[site] == crf::kOutside) continue;
    NameSpan span;
    const std::size_t first = site;
    std::int32_t margin = margins[site];
    while (crf::is_open(labels[site])) margin = std::min(margin, margins[++site]);
    span.first = context.sites()[first].token;
    span.last = context.sites()[site].token + 1;
    span.kind = static_cast<NameKind>(crf::kind_of(labels[site]));
    span.score = score_of(margin, model_->scale());
    if (span.kind != NameKind::kPerson &&
        is_demonym(lexicon_, text,
                   tokens.subspan(span.first, span.last - span.first))) {
      span.kind = NameKind::kPlace;
      span.is_demonym = true;
    }
    span.lags = lags_of(work.decoder.kind_scores(first, site + 1),
                        static_cast<std::size_t>(span.kind), model_->scale());
    span.lists =
        lists_of(std::span(work.lists).subspan(span.first, span.last - span.first));
    span.kind_cues = context.sites()[first].kind_cues;
    if (explain) span.why = crf::explain(context, *model_, labels, first, site + 1);
    spans.push_back(std::move(span));
  }
  if (tokens.size() > kMostKept) kept.reset();
  return spans;
}

}  // namespace dateline::names
