#include "index/readers/html/tags.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::readers::html {
namespace {

struct KnownTag {
  std::string_view name;
  TagInfo info;
};

constexpr TagInfo block(Tag tag) { return {tag, false, true}; }
constexpr TagInfo inside(Tag tag) { return {tag, false, false}; }
constexpr TagInfo empty(Tag tag) { return {tag, true, false}; }

// By name, for binary search. What is not here is kInline.
constexpr std::array kTags = {
    KnownTag{"a", inside(Tag::kA)},
    KnownTag{"address", block(Tag::kBlock)},
    KnownTag{"amp-ad", block(Tag::kSkipped)},
    KnownTag{"amp-carousel", block(Tag::kSkipped)},
    KnownTag{"amp-consent", block(Tag::kSkipped)},
    KnownTag{"amp-embed", block(Tag::kSkipped)},
    KnownTag{"amp-iframe", block(Tag::kSkipped)},
    KnownTag{"amp-img", inside(Tag::kSkipped)},
    KnownTag{"amp-list", block(Tag::kSkipped)},
    KnownTag{"amp-sidebar", block(Tag::kSkipped)},
    KnownTag{"amp-social-share", inside(Tag::kSkipped)},
    KnownTag{"amp-state", block(Tag::kSkipped)},
    KnownTag{"amp-sticky-ad", block(Tag::kSkipped)},
    KnownTag{"amp-user-notification", block(Tag::kSkipped)},
    KnownTag{"amp-video", block(Tag::kSkipped)},
    KnownTag{"area", empty(Tag::kVoid)},
    KnownTag{"article", block(Tag::kArticle)},
    KnownTag{"aside", block(Tag::kAside)},
    KnownTag{"audio", block(Tag::kSkipped)},
    KnownTag{"base", empty(Tag::kVoid)},
    KnownTag{"blockquote", block(Tag::kBlockquote)},
    KnownTag{"body", block(Tag::kBody)},
    KnownTag{"br", empty(Tag::kBr)},
    KnownTag{"button", inside(Tag::kSkipped)},
    KnownTag{"canvas", inside(Tag::kSkipped)},
    KnownTag{"caption", block(Tag::kFigcaption)},
    KnownTag{"center", block(Tag::kBlock)},
    KnownTag{"col", empty(Tag::kVoid)},
    KnownTag{"datalist", block(Tag::kSkipped)},
    KnownTag{"dd", block(Tag::kDefinition)},
    KnownTag{"details", block(Tag::kBlock)},
    KnownTag{"dialog", block(Tag::kSkipped)},
    KnownTag{"div", block(Tag::kDiv)},
    KnownTag{"dl", block(Tag::kList)},
    KnownTag{"dt", block(Tag::kDefinition)},
    KnownTag{"embed", empty(Tag::kVoid)},
    KnownTag{"fieldset", block(Tag::kForm)},
    KnownTag{"figcaption", block(Tag::kFigcaption)},
    KnownTag{"figure", block(Tag::kFigure)},
    KnownTag{"footer", block(Tag::kFooter)},
    KnownTag{"form", block(Tag::kForm)},
    KnownTag{"h1", block(Tag::kHeading1)},
    KnownTag{"h2", block(Tag::kHeading)},
    KnownTag{"h3", block(Tag::kHeading)},
    KnownTag{"h4", block(Tag::kHeading)},
    KnownTag{"h5", block(Tag::kHeading)},
    KnownTag{"h6", block(Tag::kHeading)},
    KnownTag{"header", block(Tag::kHeader)},
    KnownTag{"hr", {Tag::kVoid, true, true}},
    KnownTag{"html", block(Tag::kHtml)},
    KnownTag{"iframe", inside(Tag::kScript)},
    KnownTag{"img", empty(Tag::kVoid)},
    KnownTag{"input", empty(Tag::kVoid)},
    KnownTag{"label", inside(Tag::kSkipped)},
    KnownTag{"li", block(Tag::kItem)},
    KnownTag{"link", empty(Tag::kLink)},
    KnownTag{"main", block(Tag::kMain)},
    KnownTag{"menu", block(Tag::kNav)},
    KnownTag{"meta", empty(Tag::kMeta)},
    KnownTag{"nav", block(Tag::kNav)},
    KnownTag{"noembed", inside(Tag::kScript)},
    KnownTag{"noframes", inside(Tag::kScript)},
    KnownTag{"noscript", block(Tag::kSkipped)},
    KnownTag{"object", block(Tag::kSkipped)},
    KnownTag{"ol", block(Tag::kList)},
    KnownTag{"option", inside(Tag::kSkipped)},
    KnownTag{"p", block(Tag::kParagraph)},
    KnownTag{"param", empty(Tag::kVoid)},
    KnownTag{"picture", inside(Tag::kInline)},
    KnownTag{"pre", block(Tag::kPre)},
    KnownTag{"script", inside(Tag::kScript)},
    KnownTag{"section", block(Tag::kSection)},
    KnownTag{"select", inside(Tag::kSkipped)},
    KnownTag{"source", empty(Tag::kVoid)},
    KnownTag{"style", inside(Tag::kScript)},
    KnownTag{"summary", block(Tag::kBlock)},
    KnownTag{"svg", inside(Tag::kSkipped)},
    KnownTag{"table", block(Tag::kTable)},
    KnownTag{"td", block(Tag::kCell)},
    KnownTag{"template", block(Tag::kSkipped)},
    KnownTag{"textarea", inside(Tag::kScript)},
    KnownTag{"th", block(Tag::kCell)},
    KnownTag{"time", inside(Tag::kTime)},
    KnownTag{"title", inside(Tag::kTitle)},
    KnownTag{"tr", block(Tag::kRow)},
    KnownTag{"track", empty(Tag::kVoid)},
    KnownTag{"ul", block(Tag::kList)},
    KnownTag{"video", block(Tag::kSkipped)},
    KnownTag{"wbr", empty(Tag::kVoid)},
};
static_assert(std::ranges::is_sorted(kTags, {}, &KnownTag::name));

constexpr std::size_t kLongestName = 24;

}  // namespace

TagInfo find_tag(std::string_view name) {
  std::array<char, kLongestName> lower;
  if (name.size() > lower.size()) return {};
  std::transform(name.begin(), name.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view wanted(lower.data(), name.size());
  const auto* found = std::ranges::lower_bound(kTags, wanted, {}, &KnownTag::name);
  if (found != kTags.end() && found->name == wanted) return found->info;
  // The elements that sites define for themselves are mostly boxes.
  if (wanted.find('-') != wanted.npos) return {Tag::kBlock, false, true};
  return {};
}

}  // namespace dateline::readers::html
