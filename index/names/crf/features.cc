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
    "how it begins",
    "how it begins",
    "how it ends",
    "how it ends",
    "how it ends",
    "its word classes",
    "the word and its shape",
    "what stands before",
    "two before",
    "what stands after",
    "two after",
    "with what stands before",
    "with what stands after",
    "between its neighbours",
    "the two before",
    "the two after",
    "signs before",
    "signs after",
    "signs around",
    "shape before",
    "shape after",
    "shapes up to it",
    "shapes from it",
    "shapes around",
    "how the word before ends",
    "how the word after ends",
    "sentence start",
    "the word at a sentence start",
    "class of word",
    "class of the word before",
    "class of the word after",
    "classes up to it",
    "classes from it",
    "classes around",
    "lists of names",
    "a list of names",
    "lists before",
    "lists after",
    "lists and shape",
    "lists and class",
    "rules",
    "rules and shape",
    "rules before",
    "rules after",
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
    "what it is elsewhere in the text",
    "what it is elsewhere, and shape",
    "longer names it is in",
    "how surely elsewhere",
    "what it is elsewhere, and rules",
    "what its neighbours are elsewhere",
};

std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t mixed = (std::uint64_t{a} << 32 | b) * 0xD6E8FEB86659FD93u;
  return static_cast<std::uint32_t>(mixed >> 32) ^ static_cast<std::uint32_t>(mixed);
}

// One class of word, the most telling: 0 for a word that no list has.
std::uint32_t category_of(std::uint32_t classes) {
  constexpr std::uint32_t kByWeight[] = {
      kCompany,      kOrgHead,    kOfficeHead, kThingHead,    kPlaceHead, kPlacePrefix,
      kTitle,        kCalendar,   kNameSuffix, kSpeech,       kLocative,  kPlaceNoun,
      kParticle,     kTitlePart,  kGivenName,  kSyllableName, kOrgOfHead, kThingOfHead,
      kFunctionWord, kCommonWord, kNoName,     kPhraseStart};
  std::uint32_t rank = 1;
  for (const std::uint32_t one : kByWeight) {
    if ((classes & one) != 0) return rank;
    ++rank;
  }
  return 0;
}

std::uint32_t bucket(unsigned count) { return count < 2 ? count : count < 4 ? 2 : 3; }

// A token beside the site, or nothing at the ends of the text.
struct Neighbour {
  std::uint32_t shape = 0;
  std::uint32_t category = 0;
  std::uint32_t suffix = 0;
};

class Reader {
 public:
  Reader(const Context& context, std::size_t site, Features& out)
      : context_(context),
        site_(context.sites()[site]),
        index_(site),
        word_(context.word(site_)),
        out_(out),
        token_(site_.token) {}

  void text_features() {
    before_ = neighbour(token_, -1);
    after_ = neighbour(token_, 1);
    category_ = category_of(word_.classes);
    own();
    around();
    shapes_and_classes();
    lists_and_rules();
    run();
    document();
  }

  void label_features(Label own);

 private:
  void add(Template which, std::uint32_t value) { out_.add(which, value); }
  const Token& token(std::size_t i) const { return context_.tokens()[i]; }

  Neighbour neighbour(std::size_t at, int step) const;
  void own();
  void around();
  void shapes_and_classes();
  void lists_and_rules();
  void run();
  void document();

  // Of the site `step` beside this one, when its token is the next one.
  const Site* beside(int step) const {
    const std::size_t other = index_ + static_cast<std::size_t>(step);
    if (other >= context_.sites().size()) return nullptr;
    const Site& found = context_.sites()[other];
    return found.token == token_ + static_cast<std::size_t>(step) ? &found : nullptr;
  }
  std::uint32_t run_place() const {
    const std::uint32_t length =
        std::min<std::uint32_t>(4, site_.run_last - site_.run_first + 1);
    return length * 4 + part();
  }
  std::uint32_t part() const {
    const bool first = token_ == site_.run_first;
    const bool last = token_ == site_.run_last;
    return first ? (last ? 3u : 0u) : last ? 2u : 1u;
  }

  const Context& context_;
  const Site& site_;
  std::size_t index_;
  const Word& word_;
  Features& out_;
  std::size_t token_;
  Neighbour before_;
  Neighbour after_;
  std::uint32_t category_ = 0;
};

Neighbour Reader::neighbour(std::size_t at, int step) const {
  const std::size_t other = at + static_cast<std::size_t>(step);
  if (other >= context_.tokens().size()) return {0xFF, 0xFF, 0xFF};
  const auto gap = context_.gap(step < 0 ? at : other);
  if (gap != 0) return {gap, gap, gap};
  const Token& next = token(other);
  Neighbour found;
  found.shape = static_cast<std::uint32_t>(next.shape) + 8u * next.has_digit +
                16u * next.has_capital;
  found.category = category_of(context_.classes(other));
  const auto text = context_.text().substr(next.begin, next.end - next.begin);
  const std::size_t length = std::min<std::size_t>(3, text.size());
  for (std::size_t i = text.size() - length; i < text.size(); ++i)
    found.suffix = found.suffix << 8 | (static_cast<unsigned char>(text[i]) | 0x20u);
  return found;
}

// What the word's own letters tell.
void Reader::own() {
  const std::uint32_t lower = token(token_).hash;
  const bool start = context_.starts_sentence(token_);
  add(kBias, 0);
  add(kWord, lower);
  add(kExactWord, word_.exact);
  add(kShape, word_.shape);
  add(kWordShape, combine(word_.shape, word_.length));
  if (word_.length > 2) add(kPrefix2, word_.prefix >> 16);
  if (word_.length > 3) add(kPrefix3, word_.prefix >> 8);
  if (word_.length > 4) add(kPrefix4, word_.prefix);
  if (word_.length > 2) add(kSuffix2, word_.suffix & 0xFFFF);
  if (word_.length > 3) add(kSuffix3, word_.suffix & 0xFFFFFF);
  if (word_.length > 4) add(kSuffix4, word_.suffix);
  if (word_.classes != 0) add(kClasses, word_.classes);
  add(kStart, start);
  add(kWordStart, combine(lower, start));
}

void Reader::around() {
  const std::uint32_t lower = token(token_).hash;
  const auto before1 = context_.before(token_, 0);
  const auto before2 = context_.before(token_, 1);
  const auto after1 = context_.after(token_, 0);
  const auto after2 = context_.after(token_, 1);
  add(kBefore1, before1);
  add(kBefore2, before2);
  add(kAfter1, after1);
  add(kAfter2, after2);
  add(kBeforeWord, combine(before1, lower));
  add(kWordAfter, combine(lower, after1));
  add(kBeforeAfter, combine(before1, after1));
  add(kBefore2Before1, combine(before2, before1));
  add(kAfter1After2, combine(after1, after2));
  const auto gap_before = context_.gap(token_);
  const auto gap_after = context_.gap(token_ + 1);
  if (gap_before != 0) add(kGapBefore, combine(gap_before, word_.shape));
  if (gap_after != 0) add(kGapAfter, combine(gap_after, word_.shape));
  if ((gap_before | gap_after) != 0) add(kGaps, combine(gap_before, gap_after));
}

void Reader::shapes_and_classes() {
  add(kShapeBefore, before_.shape);
  add(kShapeAfter, after_.shape);
  add(kShapeBeforeWord, combine(before_.shape, word_.shape));
  add(kShapeWordAfter, combine(word_.shape, after_.shape));
  add(kShapes, combine(combine(before_.shape, word_.shape), after_.shape));
  add(kSuffixBefore, before_.suffix);
  add(kSuffixAfter, after_.suffix);
  if (category_ != 0) add(kCategory, category_);
  if (before_.category != 0) add(kCategoryBefore, before_.category);
  if (after_.category != 0) add(kCategoryAfter, after_.category);
  add(kCategoryBeforeWord, combine(before_.category, category_));
  add(kCategoryWordAfter, combine(category_, after_.category));
  add(kCategories, combine(combine(before_.category, category_), after_.category));
}

void Reader::lists_and_rules() {
  const Site* left = beside(-1);
  const Site* right = beside(1);
  const std::uint32_t lists_before = left == nullptr ? 0 : left->lists;
  const std::uint32_t lists_after = right == nullptr ? 0 : right->lists;
  if (site_.lists != 0) {
    add(kLists, site_.lists);
    add(kListsShape, combine(site_.lists, word_.shape));
    for (std::uint32_t bits = site_.lists; bits != 0; bits &= bits - 1)
      add(kOneList, static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
  if ((site_.lists | lists_before) != 0)
    add(kListsBefore, combine(lists_before, site_.lists));
  if ((site_.lists | lists_after) != 0)
    add(kListsAfter, combine(site_.lists, lists_after));
  add(kListsCategory, combine(site_.lists, category_));
  const std::uint32_t rule_before = left == nullptr ? 0 : left->rule;
  const std::uint32_t rule_after = right == nullptr ? 0 : right->rule;
  add(kRule, site_.rule);
  add(kRuleShape, combine(site_.rule, word_.shape));
  add(kRuleBefore, combine(rule_before, site_.rule));
  add(kRuleAfter, combine(site_.rule, rule_after));
  add(kRuleLists, combine(site_.rule, site_.lists));
}

void Reader::run() {
  const std::uint32_t place = run_place();
  const std::uint32_t at = part();
  const std::size_t first = site_.run_first;
  const std::size_t last = site_.run_last;
  const Site& first_site = context_.sites()[index_ - (token_ - first)];
  const Site& last_site = context_.sites()[index_ + (last - token_)];
  const Word& first_word = context_.word(first_site);
  const Word& last_word = context_.word(last_site);
  const Neighbour before = neighbour(first, -1);
  const Neighbour after = neighbour(last, 1);
  const auto first_category = category_of(first_word.classes);
  const auto last_category = category_of(last_word.classes);
  add(kRunPlace, place);
  add(kRunLast, combine(token(last).hash, at));
  add(kRunFirst, combine(token(first).hash, at));
  add(kRunCategories, combine(first_category * 32 + last_category, at));
  add(kRunBefore, combine(context_.before(first, 0), at));
  add(kRunAfter, combine(context_.after(last, 0), at));
  add(kRunAround, combine(combine(before.category, after.category), place));
  add(kRunSuffix, combine(last_word.suffix & 0xFFFFFF, at));
  if ((first_site.lists | last_site.lists) != 0)
    add(kRunLists, combine(combine(first_site.lists, last_site.lists), at));
  add(kRunShapes, combine(combine(first_word.shape, last_word.shape), place));
}

// What the rest of the text tells of the word.
void Reader::document() {
  add(kLine, site_.line);
  add(kLineShape, combine(site_.line, word_.shape));
  add(kPosition, combine(site_.position, combine(site_.line, word_.shape)));
  if (!token(token_).has_capital) return;
  const WordCounts& counts = context_.counts(site_);
  const bool start = context_.starts_sentence(token_);
  const std::uint32_t letter_case = bucket(counts.lower) * 16 +
                                    bucket(counts.middle) * 4 +
                                    bucket(counts.start + counts.middle);
  add(kDocumentCase, letter_case);
  add(kDocumentCaseStart, combine(letter_case, start));
  add(kDocumentCaseShape, combine(letter_case, word_.shape));
  add(kDocumentNeighbours, bucket(counts.after_capital) * 16 +
                               bucket(counts.before_capital) * 4 +
                               bucket(counts.start + counts.middle));
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

void Reader::label_features(Label own) {
  if (!token(token_).has_capital) return;
  const WordCounts& counts = context_.counts(site_);
  std::uint32_t total = 0;
  const std::size_t own_label = own == kOutside ? 0 : 1 + kind_of(own);
  const auto elsewhere = label_elsewhere(counts, own_label, total);
  std::uint32_t longer = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind)
    if (counts.in_longer[kind] > (longer == 0 ? 0 : counts.in_longer[longer - 1]))
      longer = static_cast<std::uint32_t>(1 + kind);
  add(kLabelElsewhere, elsewhere);
  add(kLabelElsewhereShape, combine(elsewhere, word_.shape));
  add(kLongerElsewhere, longer * 16 + elsewhere);
  add(kLabelsElsewhere, bucket(total) * 32 + elsewhere);
  add(kLabelElsewhereRule, combine(elsewhere, site_.rule));
}

}  // namespace

std::string_view describe(Template which) {
  return kDescriptions[static_cast<std::size_t>(which)];
}

void add_text_features(const Context& context, std::size_t site, Features& out) {
  Reader(context, site, out).text_features();
}

void add_label_features(const Context& context, std::size_t site, Label own,
                        Features& out) {
  Reader(context, site, out).label_features(own);
}

}  // namespace dateline::names::crf
