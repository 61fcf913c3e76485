// Items of feeds and wires to articles.

#pragma once

#include <dateline/article.h>

#include <optional>
#include <string>
#include <vector>

#include "index/readers/xml/item_parser.h"

namespace dateline::readers::xml {

/// What reading an item gave besides the article.
struct XmlOutcome {
  std::optional<std::string> rejected{};  ///< Why it is no article.
  std::vector<std::string> not_read{};    ///< Fields left out; the article is good.
  bool ignored = false;                   ///< It has references to articles only.
};

/// An <item> of RSS 0.9 to 2.0 or RDF. Source: RSS 2.0 Specification; RSS 1.0 modules
/// Dublin Core and Content; Media RSS.
XmlOutcome read_rss_item(const XmlNode& item, const Envelope& channel,
                         Article& article);

/// An <entry> of Atom, also of 0.3. Source: RFC 4287.
XmlOutcome read_atom_entry(const XmlNode& entry, const Envelope& feed,
                           Article& article);

/// A <nitf> document. Source: IPTC NITF 3.6.
XmlOutcome read_nitf(const XmlNode& nitf, Article& article);

/// A <newsItem>. Source: IPTC NewsML-G2 Guidelines.
XmlOutcome read_news_item(const XmlNode& item, const Envelope& message,
                          Article& article);

/// By the item's name.
XmlOutcome read_item(const XmlNode& item, const Envelope& envelope, Article& article);

/// The first of `written` that is a date becomes the day of publication; one that is
/// none is reported.
void set_published(const std::vector<std::string>& written, Article& article,
                   XmlOutcome& outcome);

/// Title and body are both empty: `outcome` says so.
void reject_if_empty(const Article& article, XmlOutcome& outcome);

/// The first that is not empty.
std::string first_of(std::vector<std::string> texts);

/// The value in the envelope; empty when there is none.
std::string value_in(const Envelope& envelope, std::string_view key);

}  // namespace dateline::readers::xml
