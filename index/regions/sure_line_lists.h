// Whole short lines by which sure_lines.cc knows what is not the report: as they are
// when written plainly, in lower case, without punctuation and with "#" for a number.
// "|" or a line's end is between them; what ends in "*" may go on with other words.

#pragma once

#include <string_view>

namespace dateline::regions {

inline constexpr std::string_view kSureFurnitureLines = R"(
ad|ads|advert|advertisement|advertisements|advertisement #
advertisement scroll to continue|advertisement continue reading*|story continues below*
story continues after*|article continues below*|article continues after*
content continues below*|continues below advertisement|continue reading below
scroll to continue|scroll down for more|scroll for more|scroll to continue reading
sponsored|sponsored content|sponsored links|sponsored stories|promoted|promoted content
promoted stories|promoted links|paid content|partner content|paid for by *
brought to you by *|presented by our *|powered by *|in association with *|share|# share
# shares|share this|share this article*|share this story*|share this post*
share this page*|share this on *|share this via *|share this with *|share on facebook*
share on twitter*|share on x|share on whatsapp*|share on linkedin*|share via *
share to *|share article|share story|share full article|tweet|tweet this*|pin it
copy link|copy url|copy link to *|link copied*|copied to clipboard|print|print this*
print article|print page|email this*|text size*|font size*|resize text|a a a|listen
listen #*|listen to this*|listen to article|listen to story|play audio|# min read
# mins read|# minute read|# minutes read|read time*|reading time*
estimated reading time*|comment|comments|# comment|# comments|comments #|comment #
comments # share|join the conversation|join the discussion|join the debate
view comments*|view # comments|view all comments|show comments*|show # comments
hide comments|read comments|read # comments|see all comments|load comments
be the first to comment*|log in to comment|sign in to comment|login to comment
comments are closed|comments are off*|comments are moderated*|leave a comment*
leave a reply*|post a comment*|add a comment*|post comment|write a comment
have your say*|what do you think let us know*|let us know in the comments*
tell us what you think*|let us know what you think*|sign up|sign up for our*
sign up to our*|sign up here*|sign up now*|sign up for free*|sign up for daily*
sign up for email*|sign up to receive*|get our free*|get our daily*|get our newsletter*
get our app*|get the latest news*|get the days headlines*|get the newsletter*
get the app|get the day s headlines*|get breaking news*|get alerts*|get more news*
receive our*|our newsletters|newsletter|newsletters|newsletter sign up|newsletter signup
email newsletter|daily newsletter|thanks for signing up*|thank you for subscribing*
subscribe|subscribe now*|subscribe today*|subscribe here*|subscribe to our*
subscribe to continue*|subscribe to read*|subscribe for full access|subscribe for free
unsubscribe*|this article is for subscribers*|this story is for subscribers*
this content is for*|subscribers only|subscriber only|for subscribers only
exclusive to subscribers|exclusive for subscribers|subscriber exclusive
already a subscriber*|already a member*|already have an account*|not a subscriber*
you have # free*|you have read #*|you ve read #*|youve read #*|# free articles*
start your free*|start your subscription*|start a free trial*|try it free*|free trial
support independent journalism|support our journalism*|support local journalism
support our work|support us|support quality journalism|become a member*
become a subscriber|become a supporter*|donate|donate now|donate today|make a donation
contribute now|we use cookies*|this site uses cookies*|this website uses cookies*
our site uses cookies*|by continuing to use*|by continuing to browse*
by using this site*|accept all|accept cookies|accept all cookies|accept and continue
accept close|reject all|reject all cookies|i agree|i accept|manage cookies
manage preferences|manage your preferences|manage your cookie*|manage consent
manage options|cookie settings|cookie policy*|cookie notice|cookie preferences
your privacy choices|your privacy matters|we value your privacy|privacy policy*
privacy notice|privacy settings|do not sell*|download our app*|download the app*
download our free*|install our app*|install the app|get it on google play
available on the app*|read this story in our app|read this article in our app
read in app|read in the app|open in app|open in the app|view in app|use our app
follow us*|follow live updates on our*|like us on*|find us on*|join us on*
join our whatsapp*|join our telegram*|join our channel*|join our community
turn on notifications*|enable notifications*|allow notifications*|push notifications
breaking news alerts|news alerts|copyright #*|copyright the *|copyright c #*|all rights reserved*
# all rights reserved*|terms|terms of use*|terms of service*|terms and conditions*
terms conditions*|contact us*|about us*|site map|sitemap|advertise with us|accessibility
accessibility statement|skip to main*|skip to content*|skip to navigation|skip to footer
skip advertisement|skip ad|skip to article|menu|main menu|open menu|close menu
toggle menu|toggle navigation|open navigation*|back to top|back to the top|go to top
return to top|back to home*|go to homepage|previous|previous next|prev next|next article
next story|next post|previous article|previous story|previous post|next page
previous page|page # of #|page #|# of # pages|tags|filed under*|posted in *|tagged with*
most read|most read stories|most popular|most popular stories|most viewed|most shared
most commented|most watched|most recent|popular now|popular stories|popular articles
trending|trending now|trending stories|trending topics|whats trending|what s trending
top stories|top headlines|latest news|latest stories|latest headlines|latest articles
latest updates|latest videos|latest posts|more headlines|our standards*
purchase licensing rights*|licensing rights|reprints and permissions|request reprints
order reprints|rights permissions|republish this*|report a correction*|report a typo*
report an error*|report a problem*|report this ad|report ad|suggest a correction
spotted an error*|see something wrong*|found a mistake*|send us your tips*
send us a tip*|send us your news*|send your stories*|got a story*|got a tip*
got a news tip*|have a tip*|have you got a story*|do you have a story*
contact the newsroom*|email the newsroom*|submit a tip|submit a letter*|news tips*
please enable javascript*|enable javascript*|javascript is disabled*
your browser does not*|this browser does not*|this video can not*|this video cannot*
this video is unavailable|this video is not available*|video unavailable
this content is not available*|media playback is*|video player is loading|play video
watch video|loading|loading comments*|loading video|please wait|load more|load more*
show more|show less|see more|see less|view more|view all|see all|show all
click to enlarge|click to expand|click to share*|click here*|click to view*
tap to expand|tap to enlarge|tap here*|swipe left*|swipe right*|swipe for more
swipe to see more|view gallery|open gallery|open image in gallery
view image in fullscreen|view full size|view larger image|open image modal|enlarge image
hide caption|toggle caption|enlarge this image|read more|read full story
read full article|read the full story|read the full article|read article
continue reading|continue reading the main story|view the original*
view original article|permalink|permanent link|bookmark|saved|save article
save for later|save this story*|save this article*|gift this*|gift article
give this article|add us as a*|add to your saved stories|add to favourites
add to favorites|add to reading list|prefer us on google|log in|login|log out|sign in
sign out|register now|my account|create an account|create account|forgot password*
forgot your password*|enter your email*|your email address*|email address|your email
required fields*|this field is required|not now|no thanks|maybe later|live tv|watch live
listen live|photo gallery|photos and videos|rss|rss feed|ends|end|# ends
notes to editors|ends ends|by signing up you*|by subscribing you*
republish this article*)";

inline constexpr std::string_view kSureRelatedLines = R"(
related|related article|related articles|related story|related stories|related news
related content|related coverage|related links|related topics|related posts
related reading|related videos|you may also like*|you might also like*|you may like
you might like|you may be interested in*|you might be interested in*|more from *
more on this story|more on this topic|more on this|more stories|more news
more like this|more in this section|more for you|recommended|recommended for you
recommended stories|recommended reading|recommended articles|recommended videos
up next|read next|whats next|what to read next|read also|also read|see also|dont miss
don t miss|dont miss these|in case you missed it|editors picks|editor s picks
editors choice|editors pick|further reading|elsewhere on *|from our archive
from the archives|from the web|around the web|from around the web|we recommend
watch next|watch more|latest on this story|other stories|other news|similar stories
similar articles|keep reading|also in the news)";

inline constexpr std::string_view kSureCreditLines = R"(
reporting by *|additional reporting by *|writing by *|editing by *|with reporting by *
with additional reporting*|with files from *|compiled by *|edited by *|written by *
reported by *)";

// Every word of a row of buttons.
inline constexpr std::string_view kShareWords = R"(
facebook|twitter|x|whatsapp|instagram|linkedin|telegram|reddit|pinterest|tiktok|youtube
email|print|share|tweet|copy|link|comment|comments|save|sms|messenger|flipboard|rss
threads|bluesky|mastodon|snapchat|tumblr|viber|vk|#)";

}  // namespace dateline::regions
