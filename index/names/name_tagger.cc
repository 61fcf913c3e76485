#include "index/names/name_tagger.h"

#include "index/names/candidates.h"
#include "index/names/crf/model.h"
#include "index/names/crf/sequence_tagger.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/headlines.h"
#include "index/names/kind_votes.h"
#include "index/names/known_strings.h"
#include "index/names/lexicon.h"
#include "index/names/link_reasons.h"
#include "index/names/links/sieve.h"
#include "index/names/lower_case.h"
#include "index/names/mention_rules.h"
#include "index/names/name_borders.h"
#include "index/names/repeated_names.h"
#include "index/names/surname_slips.h"
#include "index/names/tokens.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestText = std::size_t{1} << 31;  // Offsets have 32 bits.
// Between title and body. A broken character at the title's end takes one of them.
constexpr std::string_view kBetween = "\n\n\n";

// The title and the body as one text, so that each tells about the other.
class JoinedText {
 public:
  explicit JoinedText(const NameTaggerInput& input) : text_(input.body) {
    if (input.title.empty()) {
      regions_.assign(input.regions.begin(), input.regions.end());
      return;
    }
    joined_.reserve(input.title.size() + kBetween.size() + input.body.size());
    joined_.append(input.title).append(kBetween).append(input.body);
    text_ = joined_;
    body_ = input.title.size() + kBetween.size();
    regions_.push_back({0, body_, Region::kTitle});
    for (RegionSpan region : input.regions) {
      region.begin += body_;
      region.end += body_;
      regions_.push_back(region);
    }
  }
  JoinedText(const JoinedText&) = delete;
  JoinedText& operator=(const JoinedText&) = delete;

  std::string_view text() const { return text_; }
  std::size_t body() const { return body_; }  ///< Where it begins.
  std::span<const RegionSpan> regions() const { return regions_; }

 private:
  std::string joined_;
  std::string_view text_;
  std::size_t body_ = 0;
  std::vector<RegionSpan> regions_;
};

bool longer_first(const Mention& a, const Mention& b) {
  return a.first != b.first ? a.first < b.first : a.last > b.last;
}

std::string found_by(const Mention& mention) {
  std::string reason(mention.why);
  if (!mention.evidence.empty()) ((reason += " '") += mention.evidence) += '\'';
  return reason;
}

// One article on its way from text to mentions.
class ArticleTagger {
 public:
  ArticleTagger(const Lexicon& lexicon, const SequenceTagger& tagger,
                const NameTaggerInput& input)
      : lexicon_(lexicon),
        input_(input),
        joined_(input),
        text_(joined_.text()),
        tokens_(tokenize(text_, lexicon,
                         {.lines_are_sentences = input.lines_are_sentences})),
        headlines_(find_headlines(text_, tokens_, joined_.regions(), lexicon)),
        strings_(lexicon) {
    const auto candidates = find_candidates(text_, tokens_, lexicon_);
    spans_ = tagger.tag(text_, tokens_, candidates, input.explain);
    mentions_ = apply_mention_rules(text_, tokens_, lexicon_, spans_, candidates);
  }

  NameTaggerOutput run() {
    if (lacks_capitals(tokens_)) {
      headlines_.clear();
      mentions_ = match_lower_case(text_, tokens_, lexicon_);
      return link();
    }
    drop_headlines();
    mend_borders(text_, tokens_, lexicon_, mentions_);
    agree_on_kinds(text_, tokens_, lexicon_, mentions_);
    take_slips_for_persons(text_, tokens_, mentions_);
    learn_strings();
    settle_kinds(text_, tokens_, lexicon_, strings_, mentions_);
    find_more();
    return link();
  }

 private:
  Words words_of(const Mention& mention) const {
    return {text_,
            std::span(tokens_).subspan(mention.first, mention.last - mention.first)};
  }

  // What the tagger made of capitals that tell nothing. In lines all in capitals it
  // does better than nothing.
  void drop_headlines() {
    std::size_t headline = 0;
    std::erase_if(mentions_, [&](const Mention& mention) {
      while (headline < headlines_.size() && headlines_[headline].last <= mention.first)
        ++headline;
      if (headline == headlines_.size() || headlines_[headline].first >= mention.last)
        return false;
      return !headlines_[headline].all_capitals || is_unsure_in_capitals(mention);
    });
  }

  // "US", "WHO" in a text all in capitals.
  bool is_unsure_in_capitals(const Mention& mention) const {
    const KnownSpan known = lexicon_.longest(words_of(mention).tokens, text_);
    return known.name != nullptr && known.name->unsure_in_capitals &&
           known.length == mention.last - mention.first;
  }

  void learn_strings() {
    for (const Name& name : input_.given) {
      given_tokens_.push_back(tokenize(name.text, lexicon_));
      if (!given_tokens_.back().empty())
        strings_.add(name.kind, {name.text, given_tokens_.back()});
    }
    for (const Mention& mention : mentions_)
      if (mention.country == nullptr)
        strings_.add(mention.kind, words_of(mention), mention.score);
    for (const Headline& headline : headlines_)
      if (headline.all_capitals)
        add_titled_persons(headline, text_, tokens_, lexicon_, strings_);
  }

  // Names in headlines, and those that the tagger missed.
  void find_more() {
    for (const Headline& headline : headlines_)
      match_headline(headline, text_, tokens_, lexicon_, strings_, mentions_);
    sort_mentions(mentions_, longer_first);
    std::uint32_t end = 0;
    std::erase_if(mentions_, [&](const Mention& mention) {
      if (mention.first < end) return true;
      end = mention.last;
      return false;
    });
    add_repeated(text_, tokens_, lexicon_, strings_, mentions_);
  }

  NameTaggerOutput link() {
    const auto body = std::partition_point(
        mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
          return tokens_[mention.first].begin < joined_.body();
        });
    Sieve sieve(lexicon_);
    for (const Name& name : input_.given) sieve.add_given(name);
    // The body first: headlines are short for what it says.
    const std::span in_title(mentions_.begin(), body);
    const std::span in_body(body, mentions_.end());
    sieve.add(text_, tokens_, in_body);
    sieve.add(text_, tokens_, in_title);
    const auto links = sieve.run();
    const std::span all(links);
    return {
        write(sieve, in_title, all.subspan(in_body.size()), 0, input_.title),
        write(sieve, in_body, all.first(in_body.size()), joined_.body(), input_.body)};
  }

  std::vector<NameMention> write(const Sieve& sieve, std::span<const Mention> mentions,
                                 std::span<const NameLink> links, std::size_t origin,
                                 std::string_view part) const {
    std::vector<NameMention> written(mentions.size());
    const auto regions = joined_.regions();
    std::size_t region = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const Mention& mention = mentions[i];
      NameMention& name = written[i];
      const std::size_t begin = tokens_[mention.first].begin;
      while (region < regions.size() && regions[region].end <= begin) ++region;
      if (region < regions.size()) name.region = regions[region].region;
      name.begin = begin - origin;
      name.name = sieve.name(links[i].entity);
      name.end = std::min(end_of(mention, name.name.text) - origin, part.size());
      name.score = mention.score;
      name.is_demonym = links[i].is_demonym;
      name.is_lone = sieve.is_lone(links[i].entity);
      name.link = links[i].rule;
      if (input_.explain)
        name.reason = reason_of(name.link, name.name.text, found_by(mention));
    }
    return written;
  }

  // The byte after a mention: with the "'s" of "Moody's" and the dot of "Gap Inc.",
  // which tokens do not have.
  std::size_t end_of(const Mention& mention, std::string_view name) const {
    const Token& last = tokens_[mention.last - 1];
    const auto rest = text_.substr(last.end);
    if (last.possessive && name.ends_with("'s") && mention.known != nullptr)
      return last.end + (rest.starts_with('\'') ? 2 : 4);
    constexpr std::uint32_t kDotted = kLegalForm | kNameSuffix;
    // "Inc." is cut short; "GmbH" and "II" are not.
    const char end = text_[last.end - 1];
    const bool dotted = !input_.lines_are_sentences && rest.starts_with('.') &&
                        end >= 'a' && end <= 'z' && last.end - last.begin <= 4 &&
                        (lexicon_.classes(last.word) & kDotted) != 0;
    return last.end + dotted;
  }

  const Lexicon& lexicon_;
  const NameTaggerInput& input_;
  const JoinedText joined_;
  const std::string_view text_;
  const std::vector<Token> tokens_;
  std::vector<Headline> headlines_;
  std::vector<NameSpan> spans_;
  std::vector<std::vector<Token>> given_tokens_;
  KnownStrings strings_;
  std::vector<Mention> mentions_;
};

}  // namespace

struct NameTagger::Impl {
  Impl(std::span<const ListedName> names, std::shared_ptr<const crf::Model> model)
      : lexicon(names),
        lists(names.empty() ? Gazetteer::english()
                            : Gazetteer(Gazetteer::english(), names, lexicon)),
        tagger(lexicon, lists, std::move(model)) {}

  Lexicon lexicon;
  Gazetteer lists;
  SequenceTagger tagger;
};

NameTagger::NameTagger(std::span<const ListedName> lists,
                       std::shared_ptr<const crf::Model> model)
    : impl_(std::make_unique<Impl>(lists, std::move(model))) {}
NameTagger::~NameTagger() = default;

const NameTagger& NameTagger::english() {
  static const NameTagger tagger;
  return tagger;
}

bool NameTagger::is_demonym(std::string_view text) const {
  const auto tokens = tokenize(text, impl_->lexicon);
  if (tokens.empty()) return false;
  const KnownSpan span = impl_->lexicon.longest(tokens, text);
  return span.length == tokens.size() && span.name->is_demonym;
}

const Lexicon& NameTagger::lexicon() const { return impl_->lexicon; }

NameTaggerOutput NameTagger::tag(const NameTaggerInput& input) const {
  if (input.title.size() + input.body.size() > kLongestText) return {};
  return ArticleTagger(impl_->lexicon, impl_->tagger, input).run();
}

}  // namespace dateline::names
