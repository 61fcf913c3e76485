#include "index/regions/line_phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "index/regions/characters.h"

namespace dateline::regions {
namespace {

enum class Where : std::uint8_t { kStart, kInside, kWhole };

struct Phrase {
  std::string_view text;  // Lower case; begins with two letters.
  std::uint32_t sign;     // 0: a word of menus.
  Where where;
};

// At the start of a line or of a part of it between marks.
constexpr auto kFurnitureStarts =
    std::to_array<std::string_view>({"advertisement",
                                     "advertise",
                                     "sponsored",
                                     "promoted",
                                     "paid content",
                                     "leave a reply",
                                     "leave a comment",
                                     "click here",
                                     "click to",
                                     "tap here",
                                     "subscribe",
                                     "unsubscribe",
                                     "sign up",
                                     "sign in",
                                     "log in",
                                     "log out",
                                     "register",
                                     "follow us",
                                     "follow @",
                                     "share this",
                                     "share on",
                                     "share",
                                     "like us",
                                     "like this",
                                     "copyright",
                                     "all rights reserved",
                                     "terms of use",
                                     "terms and conditions",
                                     "privacy policy",
                                     "skip to",
                                     "home updates",
                                     "loading",
                                     "print this",
                                     "email this",
                                     "copy link",
                                     "post a comment",
                                     "view comments",
                                     "add a comment",
                                     "comments",
                                     "tags",
                                     "tagged",
                                     "filed under",
                                     "topics",
                                     "related topics",
                                     "join our",
                                     "join the",
                                     "join us",
                                     "download our",
                                     "download the",
                                     "get our",
                                     "get the",
                                     "get more",
                                     "this website uses",
                                     "this site uses",
                                     "we use cookies",
                                     "we value your",
                                     "we and our",
                                     "your privacy",
                                     "manage choices",
                                     "manage preferences",
                                     "accept all",
                                     "accept cookies",
                                     "reject all",
                                     "cookies",
                                     "breaking news",
                                     "latest news",
                                     "trending",
                                     "most read",
                                     "most popular",
                                     "most viewed",
                                     "popular now",
                                     "fastest news",
                                     "your email",
                                     "required fields",
                                     "enter your email",
                                     "powered by",
                                     "back to top",
                                     "back to",
                                     "next article",
                                     "previous article",
                                     "next post",
                                     "previous post",
                                     "cancel reply",
                                     "support our",
                                     "support the",
                                     "support us",
                                     "donate",
                                     "listen to this",
                                     "listen live",
                                     "watch live",
                                     "newsletter",
                                     "newsletters",
                                     "read in the app",
                                     "open in app",
                                     "continue reading",
                                     "show more",
                                     "load more",
                                     "see all",
                                     "view all",
                                     "toggle",
                                     "search",
                                     "contact us",
                                     "about us",
                                     "our standards",
                                     "scores",
                                     "kiosk price",
                                     "on sale",
                                     "in print",
                                     "page",
                                     "classifieds",
                                     "small ads",
                                     "subscriber",
                                     "subscribers",
                                     "already a subscriber",
                                     "reprints",
                                     "order reprints",
                                     "get alerts",
                                     "turn on notifications",
                                     "buy tickets",
                                     "buy photographs",
                                     "watchlist",
                                     "your portfolio",
                                     "markets",
                                     "forgot password",
                                     "do not sell",
                                     "cookie settings",
                                     "not now",
                                     "no thanks",
                                     "allow notifications",
                                     "gift this article",
                                     "save article",
                                     "save for later",
                                     "bookmark",
                                     "install our",
                                     "available on",
                                     "watch on",
                                     "view on",
                                     "posted in",
                                     "updated throughout",
                                     "most recent",
                                     "live updates below",
                                     "refresh",
                                     "recommended for you"});

constexpr auto kFurnitureParts =
    std::to_array<std::string_view>({"all rights reserved",
                                     "uses cookies",
                                     "use cookies",
                                     "our cookie",
                                     "cookie policy",
                                     "privacy policy",
                                     "privacy notice",
                                     "terms of service",
                                     "terms of use",
                                     "leave a comment",
                                     "leave a reply",
                                     "subscribe to",
                                     "sign up for",
                                     "sign up to",
                                     "follow us on",
                                     "click here to",
                                     "share this article",
                                     "share this story",
                                     "your inbox",
                                     "opt-out",
                                     "opt out",
                                     "app store",
                                     "google play",
                                     "enable javascript",
                                     "our newsletter",
                                     "our daily",
                                     "our weekly",
                                     "our website",
                                     "our app",
                                     "our app's",
                                     "free articles",
                                     "free trial",
                                     "unlimited access",
                                     "a month",
                                     "ad-free",
                                     "learn more",
                                     "may not be published",
                                     "not be reproduced",
                                     "without permission",
                                     "reproduction",
                                     "on facebook",
                                     "on twitter",
                                     "on whatsapp",
                                     "on instagram",
                                     "on telegram",
                                     "via email",
                                     "by email",
                                     "our team",
                                     "our journalism",
                                     "the newsdesk",
                                     "news desk",
                                     "newsdesk",
                                     "the editor",
                                     "on paper",
                                     "in the app",
                                     "our partners",
                                     "advertisers",
                                     "sponsored by",
                                     "brought to you",
                                     "presented by",
                                     "house style",
                                     "box office",
                                     "tickets from",
                                     "bet responsibly",
                                     "gamble responsibly",
                                     "en espa\u00F1ol",
                                     "long read",
                                     "special report",
                                     "exclusive",
                                     "issue"});

constexpr auto kMenuWords = std::to_array<std::string_view>(
    {"home",        "news",          "sport",       "sports",      "business",
     "world",       "politics",      "culture",     "opinion",     "video",
     "videos",      "audio",         "podcast",     "podcasts",    "newsletter",
     "newsletters", "live",          "live tv",     "live scores", "live blog",
     "scores",      "fixtures",      "results",     "tables",      "table",
     "standings",   "rankings",      "weather",     "travel",      "tech",
     "science",     "health",        "markets",     "menu",        "search",
     "sign in",     "log in",        "sign up",     "register",    "account",
     "my account",  "subscribe",     "unsubscribe", "share",       "save",
     "print",       "email",         "copy",        "copy link",   "listen",
     "watch",       "read",          "more",        "follow",      "like",
     "comment",     "comments",      "shop",        "store",       "jobs",
     "tickets",     "photos",        "pictures",    "in pictures", "gallery",
     "maps",        "programmes",    "schedule",    "tv",          "radio",
     "facebook",    "twitter",       "instagram",   "whatsapp",    "telegram",
     "linkedin",    "youtube",       "rss",         "accept",      "reject",
     "agree",       "manage",        "ok",          "options",     "settings",
     "policy",      "privacy",       "terms",       "contact",     "about",
     "help",        "faq",           "advertise",   "obituaries",  "classifieds",
     "archive",     "archives",      "africa",      "asia",        "europe",
     "americas",    "middle east",   "climate",     "explained",   "analysis",
     "features",    "lifestyle",     "life",        "arts",        "film",
     "music",       "books",         "games",       "puzzles",     "crosswords",
     "deals",       "money",         "property",    "cars",        "education",
     "environment", "entertainment", "magazine",    "latest",      "trending",
     "top stories", "elections",     "medals",      "rumours",     "transfers",
     "football",    "cricket",       "rugby",       "tennis",      "boxing",
     "golf",        "racing",        "refresh",     "free",        "watchlist",
     "economy",     "industries",    "companies",   "earnings",    "space",
     "data",        "investigations"});

constexpr auto kRelatedStarts = std::to_array<std::string_view>({"read also",
                                                                 "read more",
                                                                 "read next",
                                                                 "read this",
                                                                 "also read",
                                                                 "also in",
                                                                 "also",
                                                                 "read",
                                                                 "see also",
                                                                 "see more",
                                                                 "related",
                                                                 "related articles",
                                                                 "related stories",
                                                                 "related news",
                                                                 "related content",
                                                                 "related links",
                                                                 "more on this",
                                                                 "more from",
                                                                 "more on",
                                                                 "more",
                                                                 "more stories",
                                                                 "more news",
                                                                 "you may also",
                                                                 "you might also",
                                                                 "you may like",
                                                                 "recommended",
                                                                 "don't miss",
                                                                 "do not miss",
                                                                 "watch",
                                                                 "listen",
                                                                 "further reading",
                                                                 "next",
                                                                 "up next",
                                                                 "up next:",
                                                                 "from the archive",
                                                                 "from our archive",
                                                                 "from the archives",
                                                                 "in pictures",
                                                                 "in photos",
                                                                 "in video",
                                                                 "photos",
                                                                 "video",
                                                                 "podcast",
                                                                 "live blog",
                                                                 "live updates",
                                                                 "explainer",
                                                                 "explained",
                                                                 "analysis",
                                                                 "opinion",
                                                                 "comment",
                                                                 "column",
                                                                 "profile",
                                                                 "interview",
                                                                 "editorial",
                                                                 "gallery",
                                                                 "timeline",
                                                                 "background",
                                                                 "quiz",
                                                                 "letters",
                                                                 "elsewhere",
                                                                 "previously",
                                                                 "earlier",
                                                                 "on this topic",
                                                                 "on the topic",
                                                                 "in depth",
                                                                 "what to read",
                                                                 "win!",
                                                                 "tomorrow in",
                                                                 "coming up",
                                                                 "also on",
                                                                 "also on this",
                                                                 "your pictures",
                                                                 "in charts",
                                                                 "the full list",
                                                                 "full list",
                                                                 "full coverage",
                                                                 "full report"});

constexpr auto kSureRelatedStarts = std::to_array<std::string_view>(
    {"read also", "read more", "also read", "read next", "see also", "related",
     "related articles", "related stories", "related news", "related content",
     "more on this", "more from", "you may also", "you might also", "recommended",
     "further reading", "more stories"});

constexpr auto kSureFurnitureParts = std::to_array<std::string_view>(
    {"all rights reserved", "privacy policy", "terms of service", "terms of use",
     "cookie policy", "uses cookies", "use cookies", "enable javascript",
     "leave a comment", "leave a reply", "follow us on", "sign up for our",
     "subscribe to our", "share this article"});

constexpr auto kRelatedParts = std::to_array<std::string_view>(
    {"your pictures", "in five charts", "in charts", "in pictures", "in numbers",
     "as it happened", "in full", "years on", "year on", "explained"});

constexpr auto kCreditStarts = std::to_array<std::string_view>({"by",
                                                                "from",
                                                                "reporting by",
                                                                "reported by",
                                                                "written by",
                                                                "writing by",
                                                                "edited by",
                                                                "editing by",
                                                                "compiled by",
                                                                "collected by",
                                                                "curated by",
                                                                "words by",
                                                                "words",
                                                                "story by",
                                                                "text by",
                                                                "additional reporting",
                                                                "photographs",
                                                                "pictures",
                                                                "photos",
                                                                "pictures by",
                                                                "photographs by",
                                                                "photos by",
                                                                "illustration",
                                                                "illustrations",
                                                                "graphics",
                                                                "graphic",
                                                                "translated by",
                                                                "as told to",
                                                                "interview by",
                                                                "produced by",
                                                                "exclusive by",
                                                                "our correspondent",
                                                                "our own correspondent",
                                                                "staff reporter",
                                                                "staff writer",
                                                                "from wire reports",
                                                                "agencies",
                                                                "with agencies",
                                                                "associated press",
                                                                "with reporting",
                                                                "tips by",
                                                                "research by",
                                                                "picture editor",
                                                                "review by"});

constexpr auto kSureCredits = std::to_array<std::string_view>(
    {"contributed to this report", "contributed to this story",
     "contributed to this article", "contributed reporting", "additional reporting",
     "reporting by", "editing by", "writing by"});

constexpr auto kCreditParts =
    std::to_array<std::string_view>({"contributed to this report",
                                     "contributed to this story",
                                     "contributed to this article",
                                     "contributed reporting",
                                     "contributed",
                                     "reporting by",
                                     "additional reporting",
                                     "editing by",
                                     "compiled by",
                                     "writing by",
                                     "written by",
                                     "reports from",
                                     "reporting from",
                                     "staff writer",
                                     "staff reporter",
                                     "correspondent",
                                     "staff",
                                     "political editor",
                                     "sports editor",
                                     "business editor",
                                     "news editor",
                                     "wire reports",
                                     "wire services",
                                     "and agencies",
                                     "with agencies",
                                     "is a columnist",
                                     "is a freelance",
                                     "is our",
                                     "is the author of",
                                     "is a writer",
                                     "is a reporter",
                                     "teaches at",
                                     "lives in",
                                     "photographs by",
                                     "pictures by",
                                     "photographs",
                                     "editor",
                                     "column",
                                     "columnist",
                                     "the author is",
                                     "the writer is",
                                     "reporter",
                                     "bureau",
                                     "special to",
                                     "for the associated press"});

constexpr auto kPictureMarks = std::to_array<std::string_view>({"photo:",
                                                                "photos:",
                                                                "photograph:",
                                                                "photographs:",
                                                                "picture:",
                                                                "pictures:",
                                                                "image:",
                                                                "images:",
                                                                "credit:",
                                                                "graphic:",
                                                                "illustration:",
                                                                "video:",
                                                                "file photo",
                                                                "file picture",
                                                                "file image",
                                                                "archive photo",
                                                                "photo by",
                                                                "picture by",
                                                                "photograph by",
                                                                "image by",
                                                                "photo courtesy",
                                                                "picture courtesy",
                                                                "courtesy of",
                                                                "courtesy",
                                                                "screen grab",
                                                                "screenshot",
                                                                "handout",
                                                                "via reuters",
                                                                "via ap",
                                                                "via afp",
                                                                "getty images",
                                                                "getty",
                                                                "reuters",
                                                                "afp",
                                                                "epa",
                                                                "shutterstock",
                                                                "all photos",
                                                                "all pictures",
                                                                "advertiser photo",
                                                                "staff photo",
                                                                "stock photo",
                                                                "photo/",
                                                                "pool photo",
                                                                "photo illustration",
                                                                "file"});

constexpr auto kPictureWords = std::to_array<std::string_view>(
    {"left",     "right",      "centre",       "center",      "pictured",  "above",
     "below",    "from left",  "second from",  "top left",    "top right", "seen here",
     "poses",    "celebrates", "holds",        "waves",       "arrives",   "outside",
     "inside",   "beside",     "stands",       "in front of", "walks",     "leads",
     "looks on", "during",     "view of",      "queue",       "shows",     "attends",
     "with his", "with her",   "shakes hands", "speaks",      "gestures",  "embraces",
     "reacts"});

constexpr auto kReferenceParts = std::to_array<std::string_view>({"et al",
                                                                  "eds",
                                                                  "journal of",
                                                                  "proceedings of",
                                                                  "university press",
                                                                  "press release",
                                                                  "doi",
                                                                  "isbn",
                                                                  "issn",
                                                                  "vol",
                                                                  "pp",
                                                                  "retrieved",
                                                                  "accessed",
                                                                  "letters",
                                                                  "nature",
                                                                  "resolution",
                                                                  "working paper",
                                                                  "annual report",
                                                                  "ibid",
                                                                  "published in",
                                                                  "and others",
                                                                  "award of",
                                                                  "case",
                                                                  "report of",
                                                                  "communiqu\u00E9",
                                                                  "company filings",
                                                                  "company statements",
                                                                  "regulations"});

constexpr auto kSourceStarts = std::to_array<std::string_view>(
    {"source", "sources", "references", "reference", "notes", "bibliography",
     "footnotes", "data:", "sourced from", "citations"});

constexpr auto kAppeals = std::to_array<std::string_view>(
    {"have you", "do you",       "did you",      "are you",  "got a",
     "got this", "seen a",       "seen",         "missing",  "write to",
     "send us",  "send them",    "send your",    "call the", "call us",
     "ring the", "ring before",  "text the",     "email us", "email",
     "tips",     "tell us",      "contact",      "tickets",  "win",
     "enter",    "your",         "you",          "you have", "you get",
     "help us",  "never",        "play starts",  "tides",    "would you",
     "want to",  "need to",      "whatsapp us",  "buy",      "pictures?",
     "story?",   "to advertise", "to subscribe", "to order"});

constexpr auto kUpdates = std::to_array<std::string_view>(
    {"updated", "last updated", "last modified", "published", "posted",
     "first published", "issued", "date:", "published on", "posted on", "updated on",
     "released"});

constexpr auto kReadingTimes = std::to_array<std::string_view>(
    {"min read", "minute read", "minutes read", "mins read", "min", "minutes",
     "reading time", "comments", "comment", "shares", "views", "no. ", "issue"});

constexpr auto kCorrections = std::to_array<std::string_view>(
    {"correction", "clarification", "editor's note", "editors' note",
     "this article was", "this story has", "this article has", "an earlier version",
     "a previous version"});

class PhraseTable {
 public:
  PhraseTable() {
    add(kFurnitureStarts, kFurnitureStart, Where::kStart);
    add(kFurnitureParts, kFurnitureInside, Where::kInside);
    add(kMenuWords, 0, Where::kWhole);
    add(kRelatedStarts, kRelatedStart, Where::kStart);
    add(kSureRelatedStarts, kSureRelated, Where::kStart);
    add(kSureFurnitureParts, kSureFurniture, Where::kInside);
    add(kRelatedParts, kRelatedStart, Where::kInside);
    add(kCreditStarts, kCreditStart, Where::kStart);
    add(kCreditParts, kCreditInside, Where::kInside);
    add(kSureCredits, kSureCredit, Where::kInside);
    add(kPictureMarks, kPictureMark, Where::kInside);
    add(kPictureWords, kPictureWord, Where::kInside);
    add(kReferenceParts, kReferenceInside, Where::kInside);
    add(kSourceStarts, kSourceStart, Where::kStart);
    add(kAppeals, kAppeal, Where::kInside);
    add(kUpdates, kUpdated, Where::kStart);
    add(kReadingTimes, kReadingTime, Where::kInside);
    add(kCorrections, kCorrection, Where::kStart);
    std::ranges::stable_sort(phrases_, {}, [](const Phrase& p) { return key(p.text); });
    for (std::size_t i = phrases_.size(); i-- > 0;) {
      first_[key(phrases_[i].text)] = static_cast<std::uint16_t>(i);
      if (i + 1 == phrases_.size() ||
          key(phrases_[i + 1].text) != key(phrases_[i].text)) {
        last_[key(phrases_[i].text)] = static_cast<std::uint16_t>(i + 1);
      }
    }
  }

  // Calls `take` with each phrase that `text`, in lower case, begins with.
  template <class Take>
  void match(std::string_view text, const Take& take) const {
    if (text.size() < 2 || !is_lower(text[0]) || !is_lower(text[1])) return;
    const std::size_t k = key(text);
    for (std::size_t i = first_[k]; i < last_[k]; ++i) {
      const std::string_view phrase = phrases_[i].text;
      if (!text.starts_with(phrase)) continue;
      const bool open = text.size() > phrase.size() && is_letter(phrase.back()) &&
                        is_letter(text[phrase.size()]);
      if (!open) take(phrases_[i]);
    }
  }

 private:
  static constexpr std::size_t key(std::string_view text) {
    return static_cast<std::size_t>(text[0] - 'a') * 26 +
           static_cast<std::size_t>(text[1] - 'a');
  }

  template <std::size_t N>
  void add(const std::array<std::string_view, N>& texts, std::uint32_t sign,
           Where where) {
    for (const std::string_view text : texts) phrases_.push_back({text, sign, where});
  }

  std::vector<Phrase> phrases_;
  std::array<std::uint16_t, std::size_t{26} * 26> first_{};
  std::array<std::uint16_t, std::size_t{26} * 26> last_{};
};

const PhraseTable& phrase_table() {
  static const PhraseTable table;
  return table;
}

// Marks between the parts of a menu.
bool is_part_mark(char c) {
  return c == '|' || c == '>' || c == '/' || c == '-' || c == ':' || c == ',' ||
         c == '.' || is_beyond_ascii(c);
}

// Notes a phrase and what stands `behind` it.
void take(const Phrase& phrase, std::string_view behind, bool at_start, bool first_part,
          PhraseSigns& found) {
  if (phrase.where == Where::kInside || (phrase.where == Where::kStart && first_part)) {
    found.signs |= phrase.sign;
  }
  if (phrase.where != Where::kWhole || !at_start) return;
  const std::size_t next = behind.find_first_not_of(' ');
  if (next != behind.npos && !is_part_mark(behind[next])) return;
  ++found.menu_words;
  if (next == behind.npos && first_part) found.signs |= kFurnitureWhole;
}

}  // namespace

PhraseSigns find_phrases(std::string_view line) {
  constexpr std::size_t kMostBytes = 256;
  std::array<char, kMostBytes> lower;
  const std::size_t size = std::min(line.size(), kMostBytes);
  for (std::size_t i = 0; i < size; ++i) lower[i] = lowered(line[i]);
  const std::string_view text(lower.data(), size);
  PhraseSigns found;
  bool at_start = true;  // Nothing but marks since the start of the part.
  bool in_word = false;
  bool first_part = true;
  for (std::size_t i = 0; i < size; ++i) {
    const char c = text[i];
    const bool word = is_letter(c) || is_digit(c) || (in_word && is_beyond_ascii(c));
    if (word && !in_word) {
      phrase_table().match(text.substr(i), [&](const Phrase& phrase) {
        take(phrase, text.substr(i + phrase.text.size()), at_start, first_part, found);
      });
    }
    if (word) {
      at_start = false;
      first_part = false;
    } else if (is_part_mark(c)) {
      at_start = true;
    }
    in_word = word;
  }
  return found;
}

}  // namespace dateline::regions
