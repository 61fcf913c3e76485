#include "index/readers/xml/xml_records.h"

#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/record_date.h"

namespace dateline::readers::xml {

void set_published(const std::vector<std::string>& written, Article& article,
                   XmlOutcome& outcome) {
  std::string bad;
  for (const std::string& text : written) {
    if (text.empty()) continue;
    if (const auto date = read_record_date(text)) {
      article.published = *date;
      return;
    }
    if (bad.empty()) bad = text;
  }
  if (bad.empty()) return;
  outcome.not_read.push_back("the date is none that is understood: \"" +
                             std::string(cut_utf8(bad, 40)) + "\"");
}

void reject_if_empty(const Article& article, XmlOutcome& outcome) {
  if (article.title.empty() && article.body.empty()) {
    outcome.rejected = "has neither a title nor a text";
  }
}

std::string first_of(std::vector<std::string> texts) {
  for (std::string& text : texts) {
    if (!text.empty()) return std::move(text);
  }
  return {};
}

std::string value_in(const Envelope& envelope, std::string_view key) {
  const auto found = envelope.find(key);
  return found == envelope.end() ? std::string() : found->second;
}

XmlOutcome read_item(const XmlNode& item, const Envelope& envelope, Article& article) {
  if (item.name == "item") return read_rss_item(item, envelope, article);
  if (item.name == "atom:entry") return read_atom_entry(item, envelope, article);
  if (item.name == "nitf") return read_nitf(item, article);
  if (item.name == "newsItem") return read_news_item(item, envelope, article);
  XmlOutcome outcome;
  outcome.ignored = true;
  return outcome;
}

}  // namespace dateline::readers::xml
