#include "index/readers/html/class_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::readers::html {
namespace {

constexpr std::size_t kLongestName = 400;  // Of a class attribute; styles go on and on.

struct WordMark {
  std::string_view word;
  std::uint16_t mark;
};

// One word of a name; sorted, for binary search.
constexpr std::array kWords = {
    WordMark{"ad", kFurniture},
    WordMark{"addthis", kFurniture},
    WordMark{"addtoany", kFurniture},
    WordMark{"ads", kFurniture},
    WordMark{"advert", kFurniture},
    WordMark{"advertisement", kFurniture},
    WordMark{"adverts", kFurniture},
    WordMark{"articlebody", kArticleBody},
    WordMark{"articlecontent", kArticleBody},
    WordMark{"articletext", kArticleBody},
    WordMark{"author", kByline},
    WordMark{"autor", kByline},
    WordMark{"banner", kFurniture},
    WordMark{"bio", kFurniture},
    WordMark{"bodytext", kArticleBody},
    WordMark{"breadcrumb", kFurniture},
    WordMark{"breadcrumbs", kFurniture},
    WordMark{"byline", kByline},
    WordMark{"caption", kCaption},
    WordMark{"carousel", kTeasers},
    WordMark{"comment", kComments},
    WordMark{"commentlist", kComments},
    WordMark{"comments", kComments},
    WordMark{"consent", kFurniture},
    WordMark{"cookie", kFurniture},
    WordMark{"cookies", kFurniture},
    WordMark{"copyright", kFurniture},
    WordMark{"cta", kFurniture},
    WordMark{"date", kDateLine},
    WordMark{"datetime", kDateLine},
    WordMark{"dek", kLead},
    WordMark{"disclaimer", kFurniture},
    WordMark{"disqus", kComments},
    WordMark{"donate", kFurniture},
    WordMark{"donation", kFurniture},
    WordMark{"flyout", kFurniture},
    WordMark{"footer", kFurniture},
    WordMark{"gdpr", kFurniture},
    WordMark{"kicker", kFurniture},
    WordMark{"kommentar", kComments},
    WordMark{"kommentare", kComments},
    WordMark{"login", kFurniture},
    WordMark{"masthead", kFurniture},
    WordMark{"menu", kFurniture},
    WordMark{"modal", kFurniture},
    WordMark{"modified", kUpdated},
    WordMark{"mostpopular", kTeasers},
    WordMark{"mostread", kTeasers},
    WordMark{"nav", kFurniture},
    WordMark{"navbar", kFurniture},
    WordMark{"navigation", kFurniture},
    WordMark{"newsletter", kFurniture},
    WordMark{"outbrain", kTeasers},
    WordMark{"overlay", kFurniture},
    WordMark{"pager", kFurniture},
    WordMark{"pagination", kFurniture},
    WordMark{"paywall", kFurniture},
    WordMark{"popular", kTeasers},
    WordMark{"popup", kFurniture},
    WordMark{"posted", kDateLine},
    WordMark{"promo", kFurniture},
    WordMark{"promobox", kFurniture},
    WordMark{"promotion", kFurniture},
    WordMark{"pubdate", kDateLine},
    WordMark{"published", kDateLine},
    WordMark{"rating", kFurniture},
    WordMark{"readalso", kTeasers},
    WordMark{"readmore", kTeasers},
    WordMark{"recirc", kTeasers},
    WordMark{"recirculation", kTeasers},
    WordMark{"recommendation", kTeasers},
    WordMark{"recommendations", kTeasers},
    WordMark{"recommended", kTeasers},
    WordMark{"regwall", kFurniture},
    WordMark{"related", kTeasers},
    WordMark{"replies", kComments},
    WordMark{"respond", kComments},
    WordMark{"share", kFurniture},
    WordMark{"sharebar", kFurniture},
    WordMark{"sharedaddy", kFurniture},
    WordMark{"sharing", kFurniture},
    WordMark{"sidebar", kFurniture},
    WordMark{"signup", kFurniture},
    WordMark{"social", kFurniture},
    WordMark{"sponsor", kFurniture},
    WordMark{"sponsored", kFurniture},
    WordMark{"standfirst", kLead},
    WordMark{"storybody", kArticleBody},
    WordMark{"subheadline", kLead},
    WordMark{"subscribe", kFurniture},
    WordMark{"subscription", kFurniture},
    WordMark{"subtitle", kLead},
    WordMark{"taboola", kTeasers},
    WordMark{"tags", kFurniture},
    WordMark{"teaser", kTeasers},
    WordMark{"teasers", kTeasers},
    WordMark{"ticker", kTeasers},
    WordMark{"timestamp", kDateLine},
    WordMark{"toolbar", kFurniture},
    WordMark{"tooltip", kFurniture},
    WordMark{"topbar", kFurniture},
    WordMark{"toplist", kTeasers},
    WordMark{"trending", kTeasers},
    WordMark{"updated", kUpdated},
    WordMark{"vorspann", kLead},
    WordMark{"widget", kFurniture},
    WordMark{"widgets", kFurniture},
};
static_assert(std::ranges::is_sorted(kWords, {}, &WordMark::word));

// Two words in a row.
struct PairMark {
  std::string_view first;
  std::string_view second;
  std::uint16_t mark;
};

constexpr std::array kPairs = {
    PairMark{"also", "read", kTeasers},
    PairMark{"article", "body", kArticleBody},
    PairMark{"article", "content", kArticleBody},
    PairMark{"article", "date", kDateLine},
    PairMark{"article", "intro", kLead},
    PairMark{"article", "lead", kLead},
    PairMark{"article", "summary", kLead},
    PairMark{"article", "text", kArticleBody},
    PairMark{"author", "box", kFurniture},
    PairMark{"body", "content", kArticleBody},
    PairMark{"body", "copy", kArticleBody},
    PairMark{"body", "text", kArticleBody},
    PairMark{"entry", "content", kArticleBody},
    PairMark{"field", "body", kArticleBody},
    PairMark{"more", "from", kTeasers},
    PairMark{"more", "stories", kTeasers},
    PairMark{"most", "read", kTeasers},
    PairMark{"most", "viewed", kTeasers},
    PairMark{"next", "article", kTeasers},
    PairMark{"post", "body", kArticleBody},
    PairMark{"post", "content", kArticleBody},
    PairMark{"post", "text", kArticleBody},
    PairMark{"read", "also", kTeasers},
    PairMark{"read", "more", kTeasers},
    PairMark{"read", "next", kTeasers},
    PairMark{"read", "time", kFurniture},
    PairMark{"reading", "time", kFurniture},
    PairMark{"screen", "reader", kFurniture},
    PairMark{"see", "also", kTeasers},
    PairMark{"skip", "link", kFurniture},
    PairMark{"sr", "only", kFurniture},
    PairMark{"story", "body", kArticleBody},
    PairMark{"story", "content", kArticleBody},
    PairMark{"story", "text", kArticleBody},
    PairMark{"visually", "hidden", kFurniture},
};

std::uint16_t mark_of_word(std::string_view word) {
  const auto* found = std::ranges::lower_bound(kWords, word, {}, &WordMark::word);
  return found != kWords.end() && found->word == word ? found->mark : std::uint16_t{0};
}

std::uint16_t mark_of_pair(std::string_view first, std::string_view second) {
  for (const PairMark& pair : kPairs) {
    if (pair.second == second && pair.first == first) return pair.mark;
  }
  return 0;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// "no-comments" and "with-sidebar" are of a page that has them or not.
bool is_about_page(std::string_view word) {
  return word == "no" || word == "has" || word == "with" || word == "without" ||
         word == "open" || word == "closed" || word == "enabled" || word == "disabled";
}

// The marks of one name; `lower` is the same in lower case.
std::uint16_t marks_of_name(std::string_view name, std::string_view lower) {
  // Where each box of a page is a "widget", that says nothing.
  const bool all_widgets = lower.find("elementor") != lower.npos;
  std::uint16_t marks = 0;
  std::string_view previous;
  for (std::size_t i = 0; i < name.size();) {
    if (!is_lower(lower[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i++;
    while (i < name.size() && is_lower(name[i])) ++i;
    // "NAV" is one word, "mostRead" are two.
    while (i < name.size() && is_upper(name[i]) && is_upper(name[i - 1])) ++i;
    const std::string_view word = lower.substr(begin, i - begin);
    if (is_about_page(word)) return 0;
    if (!all_widgets || word != "widget")
      marks = static_cast<std::uint16_t>(marks | mark_of_word(word));
    marks = static_cast<std::uint16_t>(marks | mark_of_pair(previous, word));
    previous = word;
  }
  return marks;
}

}  // namespace

std::uint16_t marks_of(std::string_view names) {
  names = names.substr(0, kLongestName);
  std::array<char, kLongestName> buffer;
  std::transform(names.begin(), names.end(), buffer.begin(), lower);
  std::string_view text(buffer.data(), names.size());
  std::uint16_t marks = 0;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \n\t"), names.size());
    marks = static_cast<std::uint16_t>(
        marks | marks_of_name(names.substr(0, end), text.substr(0, end)));
    const std::size_t used = std::min(end + 1, names.size());
    names.remove_prefix(used);
    text.remove_prefix(used);
  }
  return marks;
}

}  // namespace dateline::readers::html
