// One message of mail or Usenet to one article.

#pragma once

#include <dateline/article.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::readers {

/// What reading a message gave besides the article.
struct MailOutcome {
  std::string rejected{};               ///< Why it is no article; empty: it is one.
  std::vector<std::string> not_read{};  ///< Fields left out; the article is good.
};

/// Fills `article` from a message as RFC 5322 and MIME (RFC 2045 to 2049, 3676) have
/// it: id and title are Message-ID and Subject, the author is From, the day that of
/// Date in its own zone; List-ID names the source, Newsgroups and Keywords the topics,
/// Archived-At the address. The body is what is text/plain, else the HTML as
/// read_html_article() gives it; a signature ("-- ") and attachments are left out.
/// Safe to call from several threads.
MailOutcome read_mail_message(std::string_view message, Article& article);

/// Whether `text` begins with the header of a message: lines "Name: value", of which
/// two at least are a message's, not any text's.
bool begins_mail(std::string_view text);

}  // namespace dateline::readers
