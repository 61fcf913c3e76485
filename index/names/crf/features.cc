#include "index/names/crf/features.h"

#include <algorithm>
#include <bit>

namespace dateline::names::crf {
namespace {

using enum Template;

constexpr std::string_view kDescriptions[kTemplates] = {
    "the model's bias",
    "the word",
    "the word as written",
    "its shape",
    "how it begins",
    "how it ends",
    "how it ends",
    "how it ends",
    "its word classes",
    "what stands before",
    "two before",
    "what stands after",
    "two after",
    "the two before",
    "shape before",
    "shape after",
    "shapes around",
    "sentence start",
    "classes around",
    "lists of names",
    "a list of names",
    "lists before",
    "lists after",
    "lists and class",
    "rules",
    "rules and shape",
    "rules before",
    "rules and lists",
    "place among the capitals",
    "last of the capitals",
    "first of the capitals",
    "classes of the capitals",
    "before the capitals",
    "after the capitals",
    "classes around the capitals",
    "how the capitals end",
    "lists of the capitals",
    "shapes of the capitals",
    "kind of line",
    "kind of line, and shape",
    "line in the text",
    "case elsewhere in the text",
    "case elsewhere, at a sentence start",
    "neighbours elsewhere in the text",
    "case elsewhere, and shape",
    "what stands beside it in the text",
    "what it is elsewhere in the text",
    "what it is elsewhere, and shape",
    "longer names it is in",
    "how surely elsewhere",
    "what it is elsewhere, and rules",
    "plain words that tell the kind",
    "plain words elsewhere that tell the kind",
    "lists, and what the text is about",
    "shapes, and what the text is about",
    "classes around, and what the text is about",
};

std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t mixed = (std::uint64_t{a} << 32 | b) * 0xD6E8FEB86659FD93u;
  return static_cast<std::uint32_t>(mixed >> 32) ^ static_cast<std::uint32_t>(mixed);
}

// By each byte of a set of word classes: the rank of the most telling one.
using Ranks = std::array<std::array<std::uint8_t, 256>, 4>;
constexpr std::uint8_t kNoRank = 0xFF;

constexpr Ranks kRanks = [] {
  constexpr std::uint32_t kByWeight[] = {
      kCompany,      kOrgHead,    kOfficeHead, kThingHead,    kPlaceHead, kPlacePrefix,
      kTitle,        kCalendar,   kNameSuffix, kSpeech,       kLocative,  kPlaceNoun,
      kParticle,     kTitlePart,  kGivenName,  kSyllableName, kOrgOfHead, kThingOfHead,
      kFunctionWord, kCommonWord, kNoName,     kPhraseStart};
  Ranks ranks{};
  for (unsigned byte = 0; byte < ranks.size(); ++byte)
    for (unsigned set = 0; set < 256; ++set) {
      ranks[byte][set] = kNoRank;
      std::uint8_t rank = 1;
      for (const std::uint32_t one : kByWeight) {
        if (ranks[byte][set] == kNoRank && ((set << (8 * byte)) & one) != 0)
          ranks[byte][set] = rank;
        ++rank;
      }
    }
  return ranks;
}();

// One class of word, the most telling: 0 for a word that no list has.
std::uint32_t category_of(std::uint32_t classes) {
  std::uint8_t best = kNoRank;
  for (unsigned byte = 0; byte < kRanks.size(); ++byte)
    best = std::min(best, kRanks[byte][(classes >> (8 * byte)) & 0xFF]);
  return best & (0u - std::uint32_t{best != kNoRank});
}

// 0, 1, 2 or 3, 4 and more.
std::uint32_t bucket(unsigned count) {
  return unsigned{count > 0} + unsigned{count > 1} + unsigned{count > 3};
}

// How the text writes a word: in lower case, as a sentence goes on, at all.
std::uint32_t case_elsewhere(const WordCounts& counts) {
  return bucket(counts.lower) * 16 + bucket(counts.middle) * 4 +
         bucket(counts.start + counts.middle);
}

// The commonest label of the word elsewhere: 0 for none, else 1 + 2 * label, one more
// where nearly all agree.
std::uint32_t label_elsewhere(const WordCounts& counts, std::size_t own,
                              std::uint32_t& total) {
  std::size_t best = 0;
  std::uint32_t most = 0;
  total = 0;
  for (std::size_t i = 0; i < counts.labels.size(); ++i) {
    const std::uint32_t count = counts.labels[i] - (i == own ? 1u : 0u);
    total += count;
    if (count > most) {
      most = count;
      best = i;
    }
  }
  if (most == 0) return 0;
  return static_cast<std::uint32_t>(1 + best * 2 + (most * 10 > total * 7));
}

// Where in its run a site stands: first, inside, last, alone.
std::uint32_t part_of_run(const Site& site) {
  if (site.token == site.run_first) return site.token == site.run_last ? 3 : 0;
  return site.token == site.run_last ? 2 : 1;
}

}  // namespace

std::string_view describe(Template which) {
  return kDescriptions[static_cast<std::size_t>(which)];
}

void FeatureReader::add_word_features(std::size_t index, Features& out) const {
  const Word& word = context_.words()[index];
  out.add(kBias, 0);
  out.add(kWord, word.lower);
  out.add(kExactWord, word.exact);
  out.add(kShape, word.shape);
  if (word.length > 3) out.add(kPrefix3, word.prefix >> 8);
  if (word.length > 2) out.add(kSuffix2, word.suffix & 0xFFFF);
  if (word.length > 3) out.add(kSuffix3, word.suffix & 0xFFFFFF);
  if (word.length > 4) out.add(kSuffix4, word.suffix);
  if (word.classes != 0) out.add(kClasses, word.classes);
  if (!word.has_capital) return;
  const WordCounts& counts = context_.counts()[word.counts];
  const auto letter_case = case_elsewhere(counts);
  out.add(kDocumentCase, letter_case);
  out.add(kDocumentCaseShape, combine(letter_case, word.shape));
  out.add(kDocumentNeighbours, bucket(counts.after_capital) * 16 +
                                   bucket(counts.before_capital) * 4 +
                                   bucket(counts.start + counts.middle));
  for (std::uint32_t bits = counts.cues; bits != 0; bits &= bits - 1)
    out.add(kOneCue, static_cast<std::uint32_t>(std::countr_zero(bits)));
  for (std::uint32_t bits = counts.kind_cues; bits != 0; bits &= bits - 1)
    out.add(kOneKindCue, static_cast<std::uint32_t>(std::countr_zero(bits)));
}

void FeatureReader::add_site_features(std::size_t index, Features& out) {
  const Site& site = context_.sites()[index];
  add_neighbours(site, out);
  add_lists_and_rules(index, out);
  add_run(index, out);
  add_lines(site, out);
}

FeatureReader::Neighbour FeatureReader::left_of(std::size_t token) const {
  const auto gap = context_.gap(token);
  return gap != 0 ? Neighbour{gap, gap} : describe_token(token - 1);
}

FeatureReader::Neighbour FeatureReader::right_of(std::size_t token) const {
  const auto gap = context_.gap(token + 1);
  return gap != 0 ? Neighbour{gap, gap} : describe_token(token + 1);
}

FeatureReader::Neighbour FeatureReader::describe_token(std::size_t index) const {
  const Token& token = context_.tokens()[index];
  Neighbour found;
  found.shape = static_cast<std::uint32_t>(token.shape) + 8u * token.has_digit +
                16u * token.has_capital;
  found.category = category_at(index);
  return found;
}

std::uint32_t FeatureReader::category_at(std::size_t token) const {
  return category_of(context_.classes(token));
}

// The site `step` after this one (before it for -1), when its token is the next one
// too.
const Site* FeatureReader::beside(std::size_t site, std::size_t step) const {
  const std::size_t other = site + step;
  if (other >= context_.sites().size()) return nullptr;
  const Site& found = context_.sites()[other];
  return found.token == context_.sites()[site].token + step ? &found : nullptr;
}

void FeatureReader::add_neighbours(const Site& site, Features& out) const {
  const Word& word = context_.word(site);
  const std::size_t token = site.token;
  const bool start = context_.starts_sentence(token);
  const auto [before1, before2] = context_.before(token);
  const auto [after1, after2] = context_.after(token);
  out.add(kStart, start);
  out.add(kBefore1, before1);
  out.add(kBefore2, before2);
  out.add(kAfter1, after1);
  out.add(kAfter2, after2);
  out.add(kBefore2Before1, combine(before2, before1));

  const Neighbour left = left_of(token);
  const Neighbour right = right_of(token);
  const std::uint32_t category = category_at(token);
  out.add(kShapeBefore, left.shape);
  out.add(kShapeAfter, right.shape);
  out.add(kShapes, combine(combine(left.shape, word.shape), right.shape));
  out.add(kCategories, combine(combine(left.category, category), right.category));
  if (word.has_capital)
    out.add(kDocumentCaseStart, combine(case_elsewhere(context_.counts(site)), start));
}

void FeatureReader::add_lists_and_rules(std::size_t index, Features& out) const {
  const Site& site = context_.sites()[index];
  const Word& word = context_.word(site);
  const Site* left = beside(index, ~std::size_t{0});
  const Site* right = beside(index, 1);
  const std::uint32_t lists_before = left == nullptr ? 0 : left->lists;
  const std::uint32_t lists_after = right == nullptr ? 0 : right->lists;
  if (site.lists != 0) {
    out.add(kLists, site.lists);
    for (std::uint32_t bits = site.lists; bits != 0; bits &= bits - 1)
      out.add(kOneList, static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
  if ((site.lists | lists_before) != 0)
    out.add(kListsBefore, combine(lists_before, site.lists));
  if ((site.lists | lists_after) != 0)
    out.add(kListsAfter, combine(site.lists, lists_after));
  out.add(kListsCategory, combine(site.lists, category_at(site.token)));
  const std::uint32_t rule_before = left == nullptr ? 0 : left->rule;
  out.add(kRule, site.rule);
  out.add(kRuleShape, combine(site.rule, word.shape));
  out.add(kRuleBefore, combine(rule_before, site.rule));
  out.add(kRuleLists, combine(site.rule, site.lists));
}

void FeatureReader::read_run(std::size_t index) {
  const Site& site = context_.sites()[index];
  const std::size_t first = site.run_first;
  const std::size_t last = site.run_last;
  const Site& first_site = context_.sites()[index - (site.token - first)];
  const Site& last_site = context_.sites()[index + (last - site.token)];
  const Word& first_word = context_.word(first_site);
  const Word& last_word = context_.word(last_site);
  const Neighbour before = left_of(first);
  const Neighbour after = right_of(last);
  run_.first = first;
  run_.length = static_cast<std::uint32_t>(std::min<std::size_t>(4, last - first + 1));
  run_.first_word = first_word.lower;
  run_.last_word = last_word.lower;
  run_.before = context_.before(first)[0];
  run_.after = context_.after(last)[0];
  run_.categories = category_at(first) * 32 + category_at(last);
  run_.around = combine(before.category, after.category);
  run_.suffix = last_word.suffix & 0xFFFFFF;
  run_.lists = (first_site.lists | last_site.lists) == 0
                   ? 0
                   : combine(first_site.lists, last_site.lists);
  run_.shapes = combine(first_word.shape, last_word.shape);
}

void FeatureReader::add_run(std::size_t index, Features& out) {
  const Site& site = context_.sites()[index];
  if (run_.first != site.run_first) read_run(index);
  const std::uint32_t part = part_of_run(site);
  const std::uint32_t place = run_.length * 4 + part;
  out.add(kRunPlace, place);
  out.add(kRunLast, combine(run_.last_word, part));
  out.add(kRunFirst, combine(run_.first_word, part));
  out.add(kRunCategories, combine(run_.categories, part));
  out.add(kRunBefore, combine(run_.before, part));
  out.add(kRunAfter, combine(run_.after, part));
  out.add(kRunAround, combine(run_.around, place));
  out.add(kRunSuffix, combine(run_.suffix, part));
  if (run_.lists != 0) out.add(kRunLists, combine(run_.lists, part));
  out.add(kRunShapes, combine(run_.shapes, place));
  add_topic(site, part, out);
  for (std::uint32_t bits = site.kind_cues; bits != 0; bits &= bits - 1)
    out.add(kRunKindCue, static_cast<std::uint32_t>(std::countr_zero(bits)) * 4 + part);
}

void FeatureReader::add_topic(const Site& site, std::uint32_t part,
                              Features& out) const {
  const auto topic = static_cast<std::uint32_t>(context_.topic());
  out.add(kTopicLists, combine(site.lists, topic));
  out.add(kTopicShapes, combine(run_.shapes, topic * 4 + part));
  out.add(kTopicAround, combine(run_.around, topic * 4 + part));
}

void FeatureReader::add_lines(const Site& site, Features& out) const {
  const std::uint32_t shape = context_.word(site).shape;
  const std::uint32_t line_shape = combine(site.line, shape);
  out.add(kLine, site.line);
  out.add(kLineShape, line_shape);
  out.add(kPosition, combine(site.position, line_shape));
}

void FeatureReader::add_label_features(std::size_t index, Label own,
                                       Features& out) const {
  const Site& site = context_.sites()[index];
  const Word& word = context_.word(site);
  if (!word.has_capital) return;
  const WordCounts& counts = context_.counts(site);
  std::uint32_t total = 0;
  const std::size_t own_label = own == kOutside ? 0 : 1 + kind_of(own);
  const auto elsewhere = label_elsewhere(counts, own_label, total);
  std::uint32_t longer = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind)
    if (counts.in_longer[kind] > (longer == 0 ? 0 : counts.in_longer[longer - 1]))
      longer = static_cast<std::uint32_t>(1 + kind);
  out.add(kLabelElsewhere, elsewhere);
  out.add(kLabelElsewhereShape, combine(elsewhere, word.shape));
  out.add(kLongerElsewhere, longer * 16 + elsewhere);
  out.add(kLabelsElsewhere, bucket(total) * 32 + elsewhere);
  out.add(kLabelElsewhereRule, combine(elsewhere, site.rule));
}

}  // namespace dateline::names::crf
