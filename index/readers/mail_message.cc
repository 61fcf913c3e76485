#include "index/readers/mail_message.h"

#include <gmime/gmime.h>
#include <signal.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/html_article.h"
#include "index/readers/mail_parts.h"
#include "index/readers/record_date.h"
#include "index/readers/record_fields.h"

namespace dateline::readers {
namespace {

template <typename T>
using GObject = std::unique_ptr<T, void (*)(gpointer)>;

// GMime keeps tables that must be made once; they live as long as the program. It looks
// for GPGME, which has the process ignore SIGPIPE: that is the host's to say.
void init_gmime() {
  static std::once_flag once;
  std::call_once(once, [] {
    struct sigaction pipe {};
    sigaction(SIGPIPE, nullptr, &pipe);
    g_mime_init();
    sigaction(SIGPIPE, &pipe, nullptr);
  });
}

GObject<GMimeMessage> parse(std::string_view message) {
  init_gmime();
  const GObject<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(message.data(), message.size()),
      g_object_unref);
  const GObject<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()),
                                    g_object_unref);
  return {g_mime_parser_construct_message(parser.get(), nullptr), g_object_unref};
}

// One line of clean UTF-8.
std::string line_of(const char* text) {
  if (text == nullptr) return {};
  std::string line(text);
  clean_text(line);
  return collapse_spaces(line);
}

// Those of the content belong to the part that it is.
std::string header(GMimeMessage* message, const char* name) {
  auto* object = reinterpret_cast<GMimeObject*>(message);
  const char* value = g_mime_object_get_header(object, name);
  GMimeObject* part = g_mime_message_get_mime_part(message);
  if (value == nullptr && part != nullptr) value = g_mime_object_get_header(part, name);
  return line_of(value);
}

// What stands within "<" and ">", else all of it.
std::string in_brackets(const std::string& text) {
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>', open);
  if (open == std::string::npos || close == std::string::npos) return text;
  return text.substr(open + 1, close - open - 1);
}

// The names of the senders; of one without a name, the address.
std::vector<std::string> read_authors(GMimeMessage* message) {
  constexpr int kMostAuthors = 20;
  std::vector<std::string> authors;
  InternetAddressList* list = g_mime_message_get_from(message);
  if (list == nullptr) return authors;
  const int count = std::min(internet_address_list_length(list), kMostAuthors);
  for (int i = 0; i < count; ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    std::string name = line_of(internet_address_get_name(address));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(address)) {
      name = line_of(internet_address_mailbox_get_addr(
          reinterpret_cast<InternetAddressMailbox*>(address)));
    }
    append_value(authors, name);
  }
  remove_repeats(authors);
  return authors;
}

// "The Harbour List <list.harbour.example>" -> The Harbour List.
std::string list_name(const std::string& list_id) {
  const std::string name = list_id.substr(0, list_id.find('<'));
  const std::size_t begin = name.find_first_not_of(" \"");
  if (begin == std::string::npos) return {};
  return name.substr(begin, name.find_last_not_of(" \"") + 1 - begin);
}

void read_published(GMimeMessage* message, Article& article, MailOutcome& outcome) {
  const std::string written = header(message, "Date");
  if (written.empty()) return;
  if (const auto date = read_record_date(written)) {
    article.published = *date;
  } else {
    outcome.not_read.push_back("the Date is none that is understood: " +
                               in_quotes(written));
  }
}

std::string read_body(GMimeMessage* message) {
  MailText text = read_mail_parts(g_mime_message_get_mime_part(message));
  if (!text.plain.empty() || text.html.empty()) return std::move(text.plain);
  Article page;
  const std::string html = text.html;
  const HtmlOutcome outcome = read_html_article(std::move(text.html), {}, page);
  return outcome.rejected ? html_to_text(html) : std::move(page.body);
}

bool is_name_char(char c) { return c > ' ' && c < 0x7F && c != ':'; }

// Names that letters of the post begin with, and that no article does.
bool is_mail_header(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "bcc",           "cc",       "content-type", "delivered-to", "from",
      "in-reply-to",   "list-id",  "message-id",   "mime-version", "newsgroups",
      "path",          "received", "references",   "reply-to",     "return-path",
      "sender",        "subject",  "to",           "user-agent",   "x-mailer",
      "dkim-signature"};
  const std::string lower = ascii_lower(name);
  return std::find(std::begin(kNames), std::end(kNames), lower) != std::end(kNames) ||
         lower.starts_with("x-");
}

}  // namespace

MailOutcome read_mail_message(std::string_view message, Article& article) {
  MailOutcome outcome;
  article = {};
  const GObject<GMimeMessage> parsed = parse(message);
  if (!parsed) {
    outcome.rejected = "has no header of a message";
    return outcome;
  }
  GMimeMessage* mail = parsed.get();
  article.id = line_of(g_mime_message_get_message_id(mail));
  article.title = line_of(g_mime_message_get_subject(mail));
  article.authors = read_authors(mail);
  article.source = list_name(header(mail, "List-ID"));
  article.url = in_brackets(header(mail, "Archived-At"));
  const auto languages = split_list(header(mail, "Content-Language"));
  if (!languages.empty()) article.language = language_tag(languages.front());
  for (const char* name : {"Newsgroups", "Keywords"}) {
    for (auto& topic : split_list(header(mail, name))) {
      article.topics.push_back(std::move(topic));
    }
  }
  remove_repeats(article.topics);
  read_published(mail, article, outcome);
  article.body = read_body(mail);
  if (article.title.empty() && article.body.empty()) {
    outcome.rejected = "is a message with neither a subject nor a text";
  }
  return outcome;
}

bool begins_mail(std::string_view text) {
  std::size_t known = 0;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trim(line).empty()) break;
    if (!first && (line.front() == ' ' || line.front() == '\t')) continue;
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    if (colon == line.npos || name.empty() ||
        !std::all_of(name.begin(), name.end(), is_name_char)) {
      return false;
    }
    known += is_mail_header(name) ? 1 : 0;
  }
  return known >= 2;
}

}  // namespace dateline::readers
