// Whole short lines by which sure_lines.cc knows what is not the report: as they are
// when written plainly, in lower case, without punctuation and with "#" for a number.
// "|" or a line's end is between them; what ends in "*" may go on with other words.

#pragma once

#include <string_view>

namespace dateline::regions {

inline constexpr std::string_view kSureFurnitureLines = R"(
ad|ads|advert|advertisement|advertisements|advertisement #
advertisement scroll to continue|advertisement continue reading*
story continues below*|story continues after*|article continues below*
article continues after*|content continues below*|continues below advertisement
continue reading below|scroll to continue|scroll down for more|scroll for more
scroll to continue reading|sponsored|sponsored content|sponsored links
sponsored stories|promoted|promoted content|promoted stories|promoted links
paid content|partner content|paid for by *|brought to you by *|presented by our *
powered by *|in association with *|share|# share|# shares|share this
share this article*|share this story*|share this post*|share this page*
share this on *|share this via *|share this with *|share on facebook*
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
sign up for email*|sign up to receive*|get our free*|get our daily*
get our newsletter*|get our app*|get the latest news*|get the days headlines*
get the newsletter*|get the app|get the day s headlines*|get breaking news*
get alerts*|get more news*|receive our*|our newsletters|newsletter|newsletters
newsletter sign up|newsletter signup|email newsletter|daily newsletter
thanks for signing up*|thank you for subscribing*|subscribe|subscribe now*
subscribe today*|subscribe here*|subscribe to our*|subscribe to continue*
subscribe to read*|subscribe for full access|subscribe for free|unsubscribe*
this article is for subscribers*|this story is for subscribers*|this content is for*
subscribers only|subscriber only|for subscribers only|exclusive to subscribers
exclusive for subscribers|subscriber exclusive|already a subscriber*|already a member*
already have an account*|not a subscriber*|you have # free*|you have read #*
you ve read #*|youve read #*|# free articles*|start your free*
start your subscription*|start a free trial*|try it free*|free trial
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
breaking news alerts|news alerts|copyright #*|copyright the *|copyright c #*
all rights reserved*|# all rights reserved*|terms|terms of use*|terms of service*
terms and conditions*|terms conditions*|contact us*|about us*|site map|sitemap
advertise with us|accessibility|accessibility statement|skip to main*|skip to content*
skip to navigation|skip to footer|skip advertisement|skip ad|skip to article|menu
main menu|open menu|close menu|toggle menu|toggle navigation|open navigation*
back to top|back to the top|go to top|return to top|back to home*|go to homepage
previous|previous next|prev next|next article|next story|next post|previous article
previous story|previous post|next page|previous page|page # of #|page #|# of # pages
tags|filed under*|posted in *|tagged with*|most read|most read stories|most popular
most popular stories|most viewed|most shared|most commented|most watched|most recent
popular now|popular stories|popular articles|trending|trending now|trending stories
trending topics|whats trending|what s trending|top stories|top headlines|latest news
latest stories|latest headlines|latest articles|latest updates|latest videos
latest posts|more headlines|our standards|our standards the *|purchase licensing rights*
licensing rights
reprints and permissions|request reprints|order reprints|rights permissions
republish this*|report a correction*|report a typo*|report an error*|report a problem*
report this ad|report ad|suggest a correction|spotted an error*|see something wrong*
found a mistake*|send us your tips*|send us a tip*|send us your news*
send your stories*|got a story*|got a tip*|got a news tip*|have a tip*
have you got a story*|do you have a story*|contact the newsroom*|email the newsroom*
submit a tip|submit a letter*|news tips*|please enable javascript*|enable javascript*
javascript is disabled*|your browser does not*|this browser does not*
this video can not*|this video cannot*|this video is unavailable
this video is not available*|video unavailable|this content is not available*
media playback is*|video player is loading|play video|watch video|loading
loading comments*|loading video|please wait|load more|load more*|show more|show less
see more|see less|view more|view all|see all|show all|click to enlarge|click to expand
click to share*|click here*|click to view*|tap to expand|tap to enlarge|tap here*
swipe left*|swipe right*|swipe for more|swipe to see more|view gallery|open gallery
open image in gallery|view image in fullscreen|view full size|view larger image
open image modal|enlarge image|hide caption|toggle caption|enlarge this image
read more|read full story|read full article|read the full story|read the full article
read article|continue reading|continue reading the main story|view the original*
view original article|permalink|permanent link|bookmark|saved|save article
save for later|save this story*|save this article*|gift this*|gift article
give this article|add us as a*|add to your saved stories|add to favourites
add to favorites|add to reading list|prefer us on google|log in|login|log out|sign in
sign out|register now|my account|create an account|create account|forgot password*
forgot your password*|enter your email*|your email address*|email address|your email
required fields*|this field is required|not now|no thanks|maybe later|live tv
watch live|listen live|photo gallery|photos and videos|rss|rss feed|ends|end|# ends
notes to editors|ends ends|by signing up you*|by subscribing you*
republish this article*|# hour ago|# hours ago|# minute ago|# minutes ago|# mins ago
# min ago|# hrs ago|# hr ago|# day ago|# days ago|# week ago|# weeks ago|an hour ago
a minute ago|a day ago|just now|published # hours ago|published # hour ago
published # minutes ago|published # days ago|updated # hours ago|updated # hour ago
updated # minutes ago|updated # days ago|updated ago|last updated
last updated # hours ago|last updated # minutes ago|first published|first published #*
date published|originally published*|accessibility links*|skip to search|skip links
skip to comments|breadcrumb|breadcrumbs|all sections|more menu|search the site
search this site|subscribe for*|subscribe from*|subscribe and save|subscribe and get*
subscribe or log in*|todays paper|today s paper|digital edition|e paper|epaper
back issues|past issues|this weeks issue|listen to this story*|listen to the article*
listen now|read aloud|hear this story|audio version|print text only|print version
printer friendly*|printer friendly version|small text|medium text|large text|aa
normal text|increase text size|decrease text size|change font size|increase font size
view as pdf|share options|share this news*|share this report*|share this video
share on telegram|share on reddit|share on email|share by email|share on messenger
send by email|send to a friend|email to a friend|email a friend|email this page
get link|shares #|# views|views #|# votes|# ratings|# replies|# reply|# responses
k shares|sign me up|sign up for alerts|sign up for newsletters|sign up free
sign up today|newsletter signup*|newsletter sign ups|email newsletters|all newsletters
view all newsletters|free newsletter|free daily newsletter|daily newsletter*
weekly newsletter|after newsletter promotion|get it in your inbox*
delivered to your inbox*|straight to your inbox*|never miss a story*|dont miss out
never miss a beat|get notified*|turn on alerts*|follow topic|follow author
follow this author|follow this topic|topics you follow|add to my list|story saved
article saved|saved stories|my bookmarks|my list|you can find this story in*
article continues|story continues|story goes on below|content continues|ad feedback
why this ad|about this ad|ads by *|ad choices|adchoices|your ad choices
sponsor message|sponsor content|advertiser content|native advertisement|paid post
paid partner content*|promoted by *|promoted stories from *|from our partners
partner offers|special offers|vouchers|discount codes|watch more|must watch
watch this video|watch the video|unmute|full screen|fullscreen|exit full screen
current time #*|duration #*|remaining time *|video player*|subtitles unavailable
subtitles off|captions off|autoplay|up next in*|view slideshow|start slideshow
slideshow|next slide|previous slide|next picture|next photo|next image
previous picture|previous photo|previous image|slide # of #|image # of #|photo # of #
picture # of #|gallery # of #|# photos|# images|# pictures|view # images|view # photos
view all photos|see all photos|see more photos|view this post on*|view this photo on*
a post shared by *|view post|see this post on*|see post on*|see tweet|view tweet
tweets by *|accept and show|this content is hosted*|this content is provided by*
this content comes from*|we need your permission*|we need your consent*|allow content
show content|accept and view|always accept|loading posts|loading tweet|view results
see results|vote now|cast your vote*|# of # found this*|was this useful
was this helpful|was this article helpful*|did you find this*|rate this article
rate this story|rate this|thank you for your feedback|thanks for your feedback
give feedback|send feedback|leave feedback|write the first comment
comments have been closed*|commenting is closed*|comments on this article*
commenting on this article*|this article is closed to*|join the conversation*
start the conversation|start the discussion|sort by *|newest first|oldest first
most liked|most recent first|top comments|log in to reply|report abuse|report comment
report this comment|more replies|load more comments|load more replies
show more comments|show replies|view replies|all comments|post your comment
your comment|your name|comment policy|commenting guidelines|community guidelines
community standards|save my name*|notify me of*|post comment*|submit comment
about the author|about the authors|about the writer|follow the author*
more by this author|view author archive|view profile|author archive|author archives
author profile|get author rss feed*|full bio|view bio|to continue reading*
to keep reading*|to read the full*|to read this*|read this for free
create a free account*|create your free*|make an account*|create an account to*
continue with google|continue with facebook|continue with apple|continue with email
i already have *|already registered*|already subscribed*|cancel anytime*
cancel any time*|billed monthly|billed annually|unlimited digital access
unlimited access*|full digital access|digital subscription|see all offers
see subscription options|view offers|choose your plan|see my options|see plans
gift subscriptions|gift a subscription|give a gift*|customer service|customer support
need help|help centre|help center|you have reached your*|youve reached your*
you ve reached your*|you have one free*|you have no free*|# articles left*
# articles remaining*|this is your last free*|this is a subscriber*
this article is available to*|subscriber benefits|premium content|members only
for members|member exclusive|every contribution*|support our newsroom*|please support*
annually|every month|other amount|remind me later|remind me in*|maybe another time
how to support us|make a contribution|give now|give today|support independent news*
get the app*|scan the qr code*|app store|google play|play store|our apps|mobile apps
on your phone|get our app on*|download on the app*|available on|stay connected
stay informed|stay up to date*|stay in touch|keep in touch|connect with us*
follow the conversation|follow us|join our group*|join our whats*|join whatsapp*
join us|click to join*|click here to join*|find us on social*|imprint|impressum
legal notice|legal notices|copyright notice|copyright information|cookie choices
privacy statement|privacy center|privacy centre|your california privacy*|terms of sale
terms of service privacy*|terms privacy*|modern slavery*|complaints
complaints procedure|how to complain|editorial complaints|editorial code*
editorial guidelines|editorial policy*|editorial standards|our editorial*
ethics policy|ethics statement|code of conduct|code of ethics|corrections policy
corrections and clarifications|corrections clarifications|fact checking policy
our journalism|how we report|who owns us|ownership funding|ownership and funding
content licensing|buy rights*|acquire licensing*|request permission*
reuse this content|use this content|use this text*|order a reprint*
explore more on these*|explore these topics|explore this topic|site index
site feedback|site information*|site faqs|faqs|faq|contact help|contact and help
work for us|work with us|about the paper|company information|press room|media kit
media centre|media center|our other sites|our sites|family of sites|from other local*
from other sites|information about these*|horoscopes|crosswords|puzzles|tv guide
tv listings|lottery results|ticket office|events calendar|submit an event*
place an advertisement*|place an ad*|place your ad*|classifieds|death notices
family notices|public notices|newspapers archive|registered in england*
registered office*|company number*|company no *|a version of this article*
a version of this story*|a version of this report*|this article appeared in*
this story appeared in*|this article originally appeared*|this article originally ran*
this story originally appeared*|this story originally ran*
this piece originally appeared*|this article first appeared*
this article was first published*|this story was first published*
this article was originally*|this story was originally*|this article was amended*
this article was updated*|this article was corrected*|this article has been updated*
this article has been amended*|this story has been updated*|this story was updated*
this story has been corrected*|this story was corrected*|this page was corrected*
this headline has been changed*|this headline has been updated*
an earlier version of this article*|an earlier version of this story*
an earlier version of this report*|a previous version of this article*
a previous version of this story*|the story has been updated*
this report has been updated*|this copy has been updated*|this is a breaking news*
this is a breaking story*|this is a developing*|this story is developing*
this is a translation*|this story has not been edited*
this article has not been edited*|this report has not been edited*
this report was produced by*|this article was produced by*|catch all the *
get latest news*|get the latest updates*|for all the latest*|for the latest news*
for more news*|for more on this story*|for latest updates*|to get all the latest*
check out our*|read our privacy*|read our newsletter*|see our privacy*
you can unsubscribe*|you can opt out*|you can leave the list*|by providing your*
by entering your*|please enter a*|please enter your*|please try again*
please check your*|please sign in*|please log in*|please register*
thanks for contacting*|thank you for reading*|thank you for contacting*
thanks for reading*|something went wrong|an error occurred*|an error has occurred*
invalid email*|check your inbox*|before you go|dear reader*|want to write|write for us
write an article and*|pitch us*|submit a story|submit your *|send us a story*
send us your*|have a news tip*|have you been affected*|are you affected*|get in touch*
end of list|list # of #|end of recommended*|end of article|follow live*
follow our live*|breaking news email*|breaking news to your*|live tv on|on air now
watch tv|all rights reserved|rights reserved|uk news|india news|sports news
business news|more news categories|more less|view comments|got it|learn more
find out more|know more|see details|full coverage|keep me logged in|remember me
username|user name|sign in with*|sign in or*|sign in to*|log in or*|log in to*
log in with*|login or*|register or*|register for*|register free|my profile
your account|my news|your profile|display settings|dark mode|light mode|night mode
go back|back to news|advertising|loading video*|loading audio|loading player
republish|republish our*|newer post|newer posts|older post|older posts
newer article|older article|skip this|skip this ad*|skip video|cast a vote
total votes|total votes #|voting is closed|poll results|see the results
filed in *|# views|# view|views #
article views|note to editors*|notes to editors*|editors note to *
article goes on below*|the article goes on*|story goes on*|the story goes on*
story continues*|the story continues below*|article continues*|content continues*
all times are *|times are eastern*|times are gmt*|all times gmt*
editorial office|media enquiries|media inquiries|media contact
print subscriptions|subscribe to the print*|turn on alerts*|turn on notifications*
create an alert*|set an alert*|click to follow*|click to share*|click to subscribe*
click to print*|click to email*|click to enlarge|tap to enlarge|enlarge image*
view larger image|full screen|fullscreen|exit full screen|view gallery
open image in gallery|expand image|image gallery|view all photos|open the gallery
hide caption|toggle caption|show caption|download our *
follow us for *|follow us at *|follow the latest*|follow for *
in your inbox *|we acknowledge the traditional*|we pay our respects*
we acknowledge aboriginal*|this service may include *|this material may not be *
you may use this text*|this text may be *|reproduction in whole*
any use of this material*|any use of this content*
not for publication*|not for republication*|syndicated by *
text by|photos by|pictures by|video by|about this article|about this story
about this page
follow the latest from *|for further information
from our partners|from our partner|partner offers
from our advertisers|our sponsors|with thanks to our sponsors*)";

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
similar articles|keep reading|also in the news|related topics*|related article*
read also *|also read *|read more on *|see more on *|more on this*|latest from *
must read|must reads|popular on *|most popular in *|most read in *|trending in *
trending on *|top reads|best reads|long reads|features analysis|features and analysis
our picks|readers picks|staff picks|todays top *|explore more|explore more on *
further on this*|more to read|more to explore|what to watch|listen next
discover more from *|other articles|other top stories|you may have missed*
you might have missed*|if you liked this*|if you enjoyed this*|people also read*
others also read*|recommended by *|recommended articles*|recommended stories*
recommended for *|related to this*|related tags|topics in this*|elsewhere on this*
more coverage|special coverage|on this topic|on this story|read the series
suggested reading|suggested for you|similar topics|keep on reading*
latest|the latest|just in|more on|latest stories|latest headlines|more headlines from *
more by *|also by *|more top stories|today s top *|the latest news on *)";

inline constexpr std::string_view kSureCreditLines = R"(
reporting by *|additional reporting by *|writing by *|editing by *|with reporting by *
with additional reporting*|with files from *|compiled by *|edited by *|written by *
reported by *|with inputs from *|with agency inputs*)";

// Every word of a row of buttons.
inline constexpr std::string_view kShareWords = R"(
facebook|twitter|x|whatsapp|instagram|linkedin|telegram|reddit|pinterest|tiktok|youtube
email|print|share|tweet|copy|link|comment|comments|save|sms|messenger|flipboard|rss
threads|bluesky|mastodon|snapchat|tumblr|viber|vk|#)";

}  // namespace dateline::regions
