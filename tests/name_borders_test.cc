#include "index/names/name_borders.h"

#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::names {
namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

// Mentions in brackets, the kind first: an (o)rganisation, a (p)lace, a (h)uman.
struct Marked {
  std::string text{};
  std::vector<std::pair<std::size_t, std::size_t>> spans{};
  std::vector<NameKind> kinds{};

  explicit Marked(std::string_view marked) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (marked[i] == '[') {
        const char letter = marked[++i];
        kinds.push_back(letter == 'h'   ? NameKind::kPerson
                        : letter == 'p' ? NameKind::kPlace
                                        : NameKind::kOrg);
        spans.emplace_back(text.size(), 0);
        ++i;
      } else if (marked[i] == ']') {
        spans.back().second = text.size();
      } else {
        text += marked[i];
      }
    }
  }
};

std::string mended(std::string_view marked) {
  const Marked article(marked);
  const auto tokens = tokenize(article.text, lexicon());
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < article.spans.size(); ++i) {
    Mention mention;
    while (tokens[mention.first].begin < article.spans[i].first) ++mention.first;
    mention.last = mention.first + 1;
    while (tokens[mention.last - 1].end < article.spans[i].second) ++mention.last;
    mention.kind = article.kinds[i];
    mentions.push_back(mention);
  }
  mend_borders(article.text, tokens, lexicon(), mentions);
  std::string names;
  for (const Mention& mention : mentions) {
    if (!names.empty()) names += "; ";
    const auto begin = tokens[mention.first].begin;
    names += to_string(mention.kind);
    names += ' ';
    names += article.text.substr(begin, tokens[mention.last - 1].end - begin);
  }
  return names;
}

TEST_CASE("name borders: what is of a place") {
  CHECK(mended("the [o National Federation of Coffee Growers] of [p Colombia] met") ==
        "org National Federation of Coffee Growers of Colombia");
  CHECK(mended("the [o Democratic Party] of [p Kosovo] met") ==
        "org Democratic Party of Kosovo");
  CHECK(mended("[o Kappa Group] of [p Finland] met") ==
        "org Kappa Group; place Finland");
  CHECK(mended("[o Galerie Noordster NV of Knokke] paid") ==
        "org Galerie Noordster NV; place Knokke");
  CHECK(mended("the [o Space Centre in Dubai] said") ==
        "org Space Centre; place Dubai");
}

TEST_CASE("name borders: what is of a person") {
  CHECK(mended("[h Gayton McKenzie] spoke. The [o Alliance of Gayton McKenzie] won") ==
        "person Gayton McKenzie; org Alliance; person Gayton McKenzie");
  CHECK(mended("the [o Federal Police of Lieutenant General Raed Jawdat] won") ==
        "org Federal Police; person Raed Jawdat");
  CHECK(mended("the [o Institute of Tropical Medicine] said") ==
        "org Institute of Tropical Medicine");
}

TEST_CASE("name borders: as letters elsewhere are") {
  CHECK(mended("the [o Board of Control for Cricket] in [p India]. BCCI said") ==
        "org Board of Control for Cricket in India");
  CHECK(mended("the [o Space Centre] in [p India]. BCCI said") ==
        "org Space Centre; place India");
}

TEST_CASE("name borders: as the letters in brackets are") {
  CHECK(mended("the [o Bangko Sentral] ng Pilipinas (BSP) said") ==
        "org Bangko Sentral ng Pilipinas");
  CHECK(mended("the [o Solar Energy Corporation] of [p India] (SECI) said") ==
        "org Solar Energy Corporation of India");
  CHECK(mended("the [o Bangko Sentral] ng Pilipinas (BSPX) said") ==
        "org Bangko Sentral");
}

}  // namespace
}  // namespace dateline::names
