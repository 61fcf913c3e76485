// Cuts a stream of XML into the items of a feed or wire, as they come.

#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "index/readers/xml/xml_node.h"

namespace dateline::readers::xml {

struct XmlItem {
  XmlNode node{};
  std::size_t line = 0;   ///< Where it begins, 1 is the first.
  bool too_long = false;  ///< Over the limit; `node` is not whole.
};

/// What stands around the items: the texts of a channel or feed, "channel/title", and
/// the attributes of the root, "@lang". The first of each.
using Envelope = std::map<std::string, std::string, std::less<>>;

/// An incremental parser around libxml2's, which keeps no more than the item at hand.
/// Errors of well-formedness are stepped over where that is possible. Nothing is
/// fetched; no entity is expanded but those of HTML, and a document that uses its own
/// is stopped. libxml2 stops at 256 levels. One object belongs to one thread.
class ItemParser {
 public:
  /// Of an item of more than `max_bytes` in memory only its being there is kept.
  explicit ItemParser(std::size_t max_bytes);
  ~ItemParser();
  ItemParser(const ItemParser&) = delete;
  ItemParser& operator=(const ItemParser&) = delete;

  /// Parses the next bytes, UTF-8, cut anywhere. Items found are put at the end of
  /// items().
  void feed(std::string_view text);

  /// Says that the document is over.
  void finish();

  std::deque<XmlItem>& items();
  const Envelope& envelope() const;

  /// The name of the root element; empty before it.
  const std::string& root() const;

  /// Why nothing more comes, when parsing had to stop: a sentence without its subject.
  const std::optional<std::string>& problem() const;

  /// The line that has been reached.
  std::size_t line() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Makes XML that feeds get wrong acceptable, in pieces cut anywhere: control
/// characters vanish, and a "&" that begins no reference becomes "&amp;".
class XmlMender {
 public:
  /// Appends the text mended; up to 16 bytes may wait for the next piece.
  void mend(std::string_view text, std::string& out);
  void finish(std::string& out);

 private:
  std::string pending_;  // From a "&" on.
};

}  // namespace dateline::readers::xml
