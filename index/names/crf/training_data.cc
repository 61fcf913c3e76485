#include "index/names/crf/training_data.h"

#include <algorithm>

namespace dateline::names::crf {
namespace {

// Demonyms are things to the model, as in CoNLL's MISC; a list tells them afterwards.
std::size_t kind_index(const LabelledName& name) {
  return static_cast<std::size_t>(name.is_demonym ? NameKind::kThing : name.kind);
}

// The true label of every token.
std::vector<Label> token_labels(const LabelledText& text,
                                std::span<const Token> tokens) {
  std::vector<Label> labels(tokens.size(), kOutside);
  std::size_t at = 0;
  for (const LabelledName& name : text.names) {
    while (at < tokens.size() && tokens[at].end <= name.begin) ++at;
    std::size_t last = at;
    while (last < tokens.size() && tokens[last].begin < name.end) ++last;
    const std::size_t kind = kind_index(name);
    for (std::size_t i = at; i < last; ++i) {
      const Part part = last - at == 1 ? Part::kUnit
                        : i == at      ? Part::kBegin
                        : i + 1 < last ? Part::kInside
                                       : Part::kLast;
      labels[i] = label_of(kind, part);
    }
    at = last;
  }
  return labels;
}

// Whether the labels of sites [first, last) are of whole names.
bool is_whole(std::span<const Label> labels) {
  Label before = kOutside;
  for (const Label label : labels) {
    if (!may_follow(before, label)) return false;
    before = label;
  }
  return !is_open(before);
}

}  // namespace

std::uint32_t RowNumbers::add(std::uint32_t key) {
  const auto [at, is_new] =
      numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
  if (is_new) keys_.push_back(key);
  return at->second;
}

Context& TextReader::read(std::string_view text, bool lines_are_sentences) {
  tokens_ = tokenize(text, lexicon_, {.lines_are_sentences = lines_are_sentences});
  candidates_ = find_candidates(text, tokens_, lexicon_);
  lists_.assign(tokens_.size(), {});
  Gazetteer::english().match(tokens_, lists_);
  context_.read({text, tokens_, candidates_, lists_}, lexicon_);
  return context_;
}

TrainingText TrainingReader::read(const LabelledText& text) {
  const Context& context = reader_.read(text.text, text.lines_are_sentences);
  const auto labels = token_labels(text, reader_.tokens());
  TrainingText out;
  for (const Site& site : context.sites()) {
    out.labels.push_back(labels[site.token]);
    out.joints.push_back(site.joint);
  }
  for (const Segment& segment : context.segments()) {
    const auto own =
        std::span(out.labels).subspan(segment.first, segment.last - segment.first);
    out.segments.push_back({segment.first, segment.last});
    if (is_whole(own)) out.examples.push_back({segment.first, segment.last});
  }
  FeatureReader reader(context);
  for (std::size_t site = 0; site < context.sites().size(); ++site) {
    features_.clear();
    reader.add_word_features(context.sites()[site].word, features_);
    reader.add_site_features(site, features_);
    add_rows(out.text_rows);
  }
  return out;
}

void TrainingReader::add_labels(const LabelledText& text, std::span<const Label> labels,
                                TrainingText& out) {
  Context& context = reader_.read(text.text, text.lines_are_sentences);
  context.count_labels(labels);
  out.label_rows = {};
  const FeatureReader reader(context);
  for (std::size_t site = 0; site < context.sites().size(); ++site) {
    features_.clear();
    reader.add_label_features(site, labels[site], features_);
    add_rows(out.label_rows);
  }
}

void TrainingReader::add_rows(RowLists& out) {
  for (std::size_t i = 0; i < features_.size(); ++i)
    if (choice_.has(features_.which(i)))
      out.rows.push_back(rows_.add(features_.key(i)));
  out.ends.push_back(out.rows.size());
}

void TrainingReader::drop_rare(std::span<TrainingText> texts) const {
  if (choice_.least_count <= 1) return;
  std::vector<std::uint32_t> seen(rows_.size());
  for (const TrainingText& text : texts)
    for (const std::uint32_t row : text.text_rows.rows) ++seen[row];
  for (TrainingText& text : texts) {
    RowLists kept;
    for (std::size_t site = 0; site < text.text_rows.ends.size(); ++site) {
      for (const std::uint32_t row : text.text_rows.of(site))
        if (seen[row] >= choice_.least_count) kept.rows.push_back(row);
      kept.ends.push_back(kept.rows.size());
    }
    text.text_rows = std::move(kept);
  }
}

}  // namespace dateline::names::crf
