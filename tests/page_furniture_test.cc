// Pages of news sites, the report between what the site itself prints. The words are
// others than those in index/regions/page_furniture.txt, which weights are trained on.

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/regions/regions.h"

namespace {

using dateline::Region;
using Lines = std::vector<std::string>;

constexpr std::string_view kTitle = "Ministers meet in the capital for two days";

const Lines& report() {
  static const Lines lines = {
      "The ministers of twenty countries met on Thursday to speak about the war, the "
      "price of grain and the debts of the poorest among them.",
      "\"Nobody will leave this town with what he came for,\" said the minister of the "
      "smallest of them, who had brought his own chair.",
      "Grain first",
      "They began with grain, of which three of them have too much and the others far "
      "too little, as they have had for the last nine years.",
      "A paper that the host had written overnight was read aloud twice, and nobody in "
      "the hall wished to hear it for a third time.",
      "They will meet again in the spring, when the ice on the river has gone and the "
      "ships with the grain can leave the harbour."};
  return lines;
}

// The regions of all lines of a page, one after the other.
std::vector<Region> regions_of(const Lines& page, bool blank_lines) {
  std::string body;
  std::vector<std::size_t> places;
  for (const std::string& line : page) {
    places.push_back(body.size());
    body += line + (blank_lines ? "\n\n" : "\n");
  }
  const auto spans = dateline::regions::find_regions(kTitle, body);
  std::vector<Region> regions;
  std::size_t span = 0;
  for (const std::size_t place : places) {
    while (spans[span].end <= place) ++span;
    regions.push_back(spans[span].region);
  }
  return regions;
}

// The report with `lines` put in before its line `at`.
Lines page_with(const Lines& lines, std::size_t at) {
  Lines page = report();
  page.insert(page.begin() + static_cast<std::ptrdiff_t>(at), lines.begin(),
              lines.end());
  return page;
}

// Checks that at most one of `lines` is left in the report and nothing of it is lost.
void check_page(const Lines& lines, std::size_t at) {
  const Lines page = page_with(lines, at);
  for (const bool blank_lines : {false, true}) {
    const std::vector<Region> regions = regions_of(page, blank_lines);
    Lines left;
    for (std::size_t i = 0; i < page.size(); ++i) {
      CAPTURE(page[i]);
      const bool inserted = i >= at && i < at + lines.size();
      if (!inserted) {
        CHECK(dateline::gives_facets(regions[i]));
      } else if (dateline::gives_facets(regions[i])) {
        left.push_back(page[i]);
      }
    }
    CAPTURE(left.size() > 1 ? left[0] + " | " + left[1] : "");
    CHECK(left.size() <= 1);
  }
}

TEST_CASE("regions: what sites print over an article") {
  const Lines tops[] = {
      {"Skip to main content", "UK edition", "News", "Opinion", "Sport", "Culture",
       "Show more", "World", "Climate", "By Ann Lee", "2 hours ago", "Share", "Save"},
      {"Home > World > Africa", "Updated 3 hours ago", "4 min read", "Listen",
       "Sign in", "Subscribe for $1"},
      {"Home / India / Delhi", "Updated on: Jan 12, 2021 10:31 pm IST", "Follow us",
       "Read time: 2 mins"},
      {"Live TV", "Menu", "Search", "Log in", "PUBLISHED: 10:01, 3 May 2019",
       "UPDATED: 12:40, 3 May 2019", "Print", "Facebook Twitter Email"},
      {"Posted Sat 2 May 2020 at 7:15am", "Share this article", "Copy link", "Print"},
  };
  for (const Lines& lines : tops) check_page(lines, 0);
}

TEST_CASE("regions: what sites print between the paragraphs of an article") {
  const Lines groups[] = {
      {"Advertisement"},
      {"Story continues below"},
      {"READ MORE: What the ministers had for dinner"},
      {"Read also: A summit in nine pictures"},
      {"Sign up to the Harbour Letter", "Free weekly newsletter",
       "Enter your email address", "Sign up"},
      {"Play video", "Unmute", "Current time 0:00", "Duration 3:09"},
      {"View this post on Instagram"},
      {"More on this story", "Grain ships wait at the bar", "Three charts on bread"},
  };
  for (const Lines& lines : groups) check_page(lines, 4);
}

TEST_CASE("regions: what sites print under an article") {
  const Lines bottoms[] = {
      {"Related topics", "Grain", "War", "Poverty", "More on this story",
       "Grain price 'will not fall'", "4 May", "Top stories", "Storm shuts the harbour",
       "1 hour ago", "Most read", "Actor wins libel case"},
      {"Reporting by Ann Lee; Editing by Bob Roe", "Our Standards: The Lakeside Rules",
       "Read Next", "Markets", "Wheat falls on hopes of rain", "an hour ago"},
      {"Tags: Grain, Ministers, Summit", "First published: 4 May 2021, 09:10 IST",
       "Comments (3)", "Post a comment", "Trending stories",
       "Gold rate today in the city", "Copyright © 2021 Lakeside Media Ltd"},
      {"To continue reading, log in or subscribe.", "Subscribe from $3 a month",
       "Already a subscriber? Sign in", "Cancel anytime"},
      {"This article was amended on 5 May 2021 to name the host.", "Share on Facebook",
       "Share on X", "Reuse this content", "Terms of use", "Privacy policy",
       "Cookie settings", "Complaints", "Jobs", "Syndication"},
      {"Join the conversation", "12 comments", "Newest first", "Log in to reply",
       "Report abuse", "Load more comments"},
      {"Follow us on Twitter and Instagram", "Download our app", "App Store",
       "Google Play", "All rights reserved."},
      {"MORE: Bread riots in three towns", "MORE: The baker who said no",
       "MORE: How to bake with rye"},
      {"Photo gallery 1/12", "Next photo", "Previous photo", "Full screen"},
  };
  for (const Lines& lines : bottoms) check_page(lines, report().size());
}

TEST_CASE("regions: short lines of a report stay in it") {
  const Lines endings[] = {
      {"Results", "Arsenal 2 Stoke 1", "Derby 0 Wigan 0", "Luton 3 Crewe 2"},
      {"Grain in tonnes:", "- Egypt: 12", "- Peru: 9", "- Nepal: 2"},
      {"Arsenal v Stoke", "Derby v Wigan", "Luton v Crewe", "Preston v Hull"},
  };
  for (const Lines& lines : endings) {
    const Lines page = page_with(lines, report().size());
    for (const bool blank_lines : {false, true}) {
      const std::vector<Region> regions = regions_of(page, blank_lines);
      for (std::size_t i = 0; i < page.size(); ++i) {
        CAPTURE(page[i]);
        CHECK(dateline::gives_facets(regions[i]));
      }
    }
  }
  for (const std::string line :
       {"Early years.", "Sunday", "What did they want?", "Home is where the wheat is",
        "He told them to contact the embassy by email or to "
        "wait for a month, and not to click on anything."}) {
    const auto regions = regions_of(page_with({line}, 4), true);
    CAPTURE(line);
    CHECK(dateline::gives_facets(regions[4]));
  }
}

}  // namespace
