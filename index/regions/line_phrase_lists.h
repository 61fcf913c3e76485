// The phrases by which line_phrases.cc knows lines that are not the report. Lower case,
// with "|" or a line's end between them; each begins with a letter.

#pragma once

#include <string_view>

namespace dateline::regions {

// At the start of a line or of a part of it between marks.
inline constexpr std::string_view kFurnitureStarts = R"(
advertisement|advertise|sponsored|promoted|paid content|leave a reply|leave a comment
click here|click to|tap here|subscribe|unsubscribe|sign up|sign in|log in|log out
register|follow us|follow @|share this|share on|share|like us|like this|copyright
all rights reserved|terms of use|terms and conditions|privacy policy|skip to
home updates|loading|print this|email this|copy link|post a comment|view comments
add a comment|comments|tags|tagged|filed under|topics|related topics|join our|join the
join us|download our|download the|get our|get the|get more|this website uses
this site uses|we use cookies|we value your|we and our|your privacy|manage choices
manage preferences|accept all|accept cookies|reject all|cookies|breaking news
latest news|trending|most read|most popular|most viewed|popular now|fastest news
your email|required fields|enter your email|powered by|back to top|back to
next article|previous article|next post|previous post|cancel reply|support our
support the|support us|donate|listen to this|listen live|watch live|newsletter
newsletters|read in the app|open in app|continue reading|show more|load more|see all
view all|toggle|search|contact us|about us|our standards|scores|kiosk price|on sale
in print|page|classifieds|small ads|subscriber|subscribers|already a subscriber
reprints|order reprints|get alerts|turn on notifications|buy tickets|buy photographs
watchlist|your portfolio|markets|forgot password|do not sell|cookie settings|not now
no thanks|allow notifications|gift this article|save article|save for later|bookmark
install our|available on|watch on|view on|posted in|updated throughout|most recent
live updates below|refresh|recommended for you|story saved|find us|stay connected
order a|buy rights|licensing|use this|reuse|listen to|play video|video player|swipe
tap to|rate this|was this|newest
sort by|post your|report abuse|continue with|create an account|need help|see all
explore more|about the author|you are here|listed under
last updated|last update|originally published|keep up with|never miss|scan the
get breaking|get latest|catch all|remind me|give now|ads by|promoted by
category:|categories:|published by:|editor:|notify me|save my|please enter
unlimited access|full access|cancel anytime)";

inline constexpr std::string_view kFurnitureParts = R"(
all rights reserved|uses cookies|use cookies|our cookie|cookie policy|privacy policy
privacy notice|terms of service|terms of use|leave a comment|leave a reply
subscribe to|sign up for|sign up to|follow us on|click here to|share this article
share this story|your inbox|opt-out|opt out|app store|google play|enable javascript
our newsletter|our daily|our weekly|our website|our app|our app's|free articles
free trial|unlimited access|a month|ad-free|learn more|may not be published
not be reproduced|without permission|reproduction|on facebook|on twitter|on whatsapp
on instagram|on telegram|via email|by email|our team|our journalism|the newsdesk
news desk|newsdesk|the editor|on paper|in the app|our partners|advertisers
sponsored by|brought to you|presented by|house style|box office|tickets from
bet responsibly|gamble responsibly|en español|long read|special report|exclusive|issue
this article was|this story was|this page was|appeared in print|rewritten or
or redistributed|be published, broadcast|written permission|external sites
registered in|registered office|responsible for the content|our terms|our channel
whatsapp channel|our newsroom|our privacy|set cookies|to our newsletter
terms of sale|on instagram|as little as|one-off|independent news
syndicated feed|by an agency|has not been|our readers)";

inline constexpr std::string_view kMenuWords = R"(
home|news|sport|sports|business|world|politics|culture|opinion|video|videos|audio
podcast|podcasts|newsletter|newsletters|live|live tv|live scores|live blog|scores
fixtures|results|tables|table|standings|rankings|weather|travel|tech|science|health
markets|menu|search|sign in|log in|sign up|register|account|my account|subscribe
unsubscribe|share|save|print|email|copy|copy link|listen|watch|read|more|follow|like
comment|comments|shop|store|jobs|tickets|photos|pictures|in pictures|gallery|maps
programmes|schedule|tv|radio|facebook|twitter|instagram|whatsapp|telegram|linkedin
youtube|rss|accept|reject|agree|manage|ok|options|settings|policy|privacy|terms
contact|about|help|faq|advertise|obituaries|classifieds|archive|archives|africa|asia
europe|americas|middle east|climate|explained|analysis|features|lifestyle|life|arts
film|music|books|games|puzzles|crosswords|deals|money|property|cars|education
environment|entertainment|magazine|latest|trending|top stories|elections|medals
rumours|transfers|football|cricket|rugby|tennis|boxing|golf|racing|refresh|free
watchlist|economy|industries|companies|earnings|space|data|investigations|close|cancel
print edition|offers|poll|feedback|newest|oldest|reply|website|premium|connect
following|social media|legal|disclaimer|copyright|cookies|ethics|corrections
syndication|licensing|browse|careers|dating|horoscope|sudoku|crossword|announcements
next|prev|previous|reset|submit|send|password|name|back|local news|world news
national news|us news|top news|uk|us|india|national|state|states|cities|regional|local
edition|all|profile|my profile|your account|programmes|classifieds|ads|vouchers|on air
play|mute|pause|vote|monthly|once|annual|store|social|company|imprint|complaints|apps)";

inline constexpr std::string_view kRelatedStarts = R"(
read also|read more|read next|read this|also read|also in|also|read|see also|see more
related|related articles|related stories|related news|related content|related links
more on this|more from|more on|more|more stories|more news|you may also|you might also
you may like|recommended|don't miss|do not miss|watch|listen|further reading|next
up next|up next:|from the archive|from our archive|from the archives|in pictures
in photos|in video|photos|video|podcast|live blog|live updates|explainer|explained
analysis|opinion|comment|column|profile|interview|editorial|gallery|timeline
background|quiz|letters|elsewhere|previously|earlier|on this topic|on the topic
in depth|what to read|win!|tomorrow in|coming up|also on|also on this|your pictures
in charts|the full list|full list|full coverage|full report)";

inline constexpr std::string_view kSureRelatedStarts = R"(
read also|read more|also read|read next|see also|related|related articles
related stories|related news|related content|more on this|more from|you may also
you might also|recommended|further reading|more stories)";

inline constexpr std::string_view kSureFurnitureParts = R"(
all rights reserved|privacy policy|terms of service|terms of use|cookie policy
uses cookies|use cookies|enable javascript|leave a comment|leave a reply|follow us on
sign up for our|subscribe to our|share this article|straight to your inbox
delivered to your inbox|sent to your inbox|in your inbox
without our written|not be printed, broadcast|not be reproduced, stored
our whatsapp channel|our telegram channel
may not be published, broadcast|has not been edited by our|pic.twitter.com)";

inline constexpr std::string_view kRelatedParts = R"(
your pictures|in five charts|in charts|in pictures|in numbers|as it happened|in full
years on|year on|explained)";

inline constexpr std::string_view kCreditStarts = R"(
by|from|reporting by|reported by|written by|writing by|edited by|editing by
compiled by|collected by|curated by|words by|words|story by|text by
additional reporting|photographs|pictures|photos|pictures by|photographs by|photos by
illustration|illustrations|graphics|graphic|translated by|as told to|interview by
produced by|exclusive by|our correspondent|our own correspondent|staff reporter
staff writer|from wire reports|agencies|with agencies|associated press|with reporting
tips by|research by|picture editor|review by)";

inline constexpr std::string_view kSureCredits = R"(
contributed to this report|contributed to this story|contributed to this article
contributed reporting|additional reporting|reporting by|editing by|writing by)";

inline constexpr std::string_view kCreditParts = R"(
contributed to this report|contributed to this story|contributed to this article
contributed reporting|contributed|reporting by|additional reporting|editing by
compiled by|writing by|written by|reports from|reporting from|staff writer
staff reporter|correspondent|staff|political editor|sports editor|business editor
news editor|wire reports|wire services|and agencies|with agencies|is a columnist
is a freelance|is our|is the author of|is a writer|is a reporter|teaches at|lives in
photographs by|pictures by|photographs|editor|column|columnist|the author is
the writer is|reporter|bureau|special to|for the associated press)";

inline constexpr std::string_view kPictureMarks = R"(
photo:|photos:|photograph:|photographs:|picture:|pictures:|image:|images:|credit:
graphic:|illustration:|video:|file photo|file picture|file image|archive photo
photo by|picture by|photograph by|image by|photo courtesy|picture courtesy|courtesy of
courtesy|screen grab|screenshot|handout|via reuters|via ap|via afp|getty images|getty
reuters|afp|epa|shutterstock|all photos|all pictures|advertiser photo|staff photo
stock photo|photo/|pool photo|photo illustration|file)";

inline constexpr std::string_view kPictureWords = R"(
left|right|centre|center|pictured|above|below|from left|second from|top left|top right
seen here|poses|celebrates|holds|waves|arrives|outside|inside|beside|stands
in front of|walks|leads|looks on|during|view of|queue|shows|attends|with his|with her
shakes hands|speaks|gestures|embraces|reacts)";

inline constexpr std::string_view kReferenceParts = R"(
et al|eds|journal of|proceedings of|university press|press release|doi|isbn|issn|vol
pp|retrieved|accessed|letters|nature|resolution|working paper|annual report|ibid
published in|and others|award of|case|report of|communiqué|company filings
company statements|regulations)";

inline constexpr std::string_view kSourceStarts = R"(
source|sources|references|reference|notes|bibliography|footnotes|data:|sourced from
citations)";

inline constexpr std::string_view kAppeals = R"(
have you|do you|did you|are you|got a|got this|seen a|seen|missing|write to|send us
send them|send your|call the|call us|ring the|ring before|text the|email us|email|tips
tell us|contact|tickets|win|enter|your|you|you have|you get|help us|never|play starts
tides|would you|want to|need to|whatsapp us|buy|pictures?|story?|to advertise
to subscribe|to order)";

inline constexpr std::string_view kUpdates = R"(
updated|last updated|last modified|published|posted|first published|issued|date:
published on|posted on|updated on|released)";

inline constexpr std::string_view kReadingTimes = R"(
min read|minute read|minutes read|mins read|min|minutes|reading time|comments|comment
shares|views|no. |issue)";

inline constexpr std::string_view kCorrections = R"(
correction|clarification|editor's note|editors' note|this article was|this story has
this article has|an earlier version|a previous version)";

}  // namespace dateline::regions
