#include "index/readers/xml/item_parser.h"

#include <dateline/error.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <new>
#include <set>

#include "index/readers/encoding.h"
#include "index/readers/html/tokenizer.h"

namespace dateline::readers::xml {
namespace {

constexpr std::size_t kNodeBytes = 160;  // Of an element in memory, about.
constexpr std::size_t kMostEnvelope = std::size_t{1} << 20;
constexpr std::size_t kMostEntities = 1000;
constexpr std::size_t kFeedBytes = std::size_t{16} << 10;
// libxml2 compares each attribute of a tag with all others.
constexpr std::size_t kLongestTag = std::size_t{64} << 10;

struct Vocabulary {
  std::string_view uri;
  std::string_view prefix;
};

constexpr auto kVocabularies = std::to_array<Vocabulary>({
    {"http://www.w3.org/2005/Atom", "atom:"},
    {"http://purl.org/atom/ns#", "atom:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://search.yahoo.com/mrss/", "media:"},
    {"http://search.yahoo.com/mrss", "media:"},
    {"http://www.w3.org/1999/xhtml", "xhtml:"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://www.w3.org/XML/1998/namespace", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
});

constexpr auto kItemNames = std::to_array<std::string_view>(
    {"item", "atom:entry", "nitf", "newsItem", "packageItem"});

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

std::string name_of(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  const std::string_view space = view(uri);
  const auto* known = std::ranges::find(kVocabularies, space, &Vocabulary::uri);
  if (known != kVocabularies.end())
    return std::string(known->prefix).append(view(local));
  // Wires have a namespace for each edition; prefixes of others tell them apart.
  if (prefix == nullptr || space.find("iptc.org") != space.npos) {
    return std::string(view(local));
  }
  return std::string(view(prefix)).append(":").append(view(local));
}

}  // namespace

struct ItemParser::Impl {
  explicit Impl(std::size_t limit) : max_bytes(limit) {}

  void start(std::string name,
             std::vector<std::pair<std::string, std::string>> attributes);
  void end();
  void text(std::string_view piece);
  void keep_in_envelope(const std::string& key, std::string_view value);
  void count(std::size_t bytes);
  xmlEntity* resolve(std::string_view name);
  void stop(std::string reason);
  bool waits_for_long_tag() const;
  void check_stopped();
  void parse();  // What is in `mended`.

  static xmlSAXHandler handlers();
  static void on_start(void* data, const xmlChar* local, const xmlChar* prefix,
                       const xmlChar* uri, int, const xmlChar**, int count, int,
                       const xmlChar** values);
  static void on_text(void* data, const xmlChar* text, int size);
  static void on_entity(void* data, const xmlChar* name, int, const xmlChar*,
                        const xmlChar*, xmlChar*);

  std::size_t max_bytes;
  xmlParserCtxt* context = nullptr;
  std::deque<XmlItem> items;
  Envelope envelope;
  std::size_t envelope_bytes = 0;
  std::string root;
  std::optional<std::string> problem;
  std::set<std::string, std::less<>> declared;  // Entities of the document's own.
  xmlEntity entity{};                           // The one asked for last, with
  std::string entity_name;                      // its name and
  std::string entity_text;                      // text.
  XmlMender mender;
  std::string mended;

  std::vector<XmlNode> open;  // Within an item, the item first.
  XmlItem item;               // What is known of it.
  std::size_t item_bytes = 0;
  std::vector<std::string> outside;  // Names of the elements open outside of items.
  std::string outside_text;          // Of the last of them.
};

void ItemParser::Impl::start(
    std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
  if (root.empty()) {
    root = name;
    for (const auto& [key, value] : attributes) keep_in_envelope("@" + key, value);
  }
  if (open.empty() && std::ranges::find(kItemNames, name) == kItemNames.end()) {
    outside.push_back(std::move(name));
    outside_text.clear();
    return;
  }
  if (open.empty()) {
    item = {};
    item.line = static_cast<std::size_t>(context->input ? context->input->line : 0);
    item_bytes = 0;
  }
  count(kNodeBytes + name.size());
  for (const auto& [key, value] : attributes) count(64 + key.size() + value.size());
  XmlNode node;
  node.name = std::move(name);
  if (!item.too_long) node.attributes = std::move(attributes);
  open.push_back(std::move(node));
}

void ItemParser::Impl::end() {
  if (open.empty()) {
    if (outside.empty()) return;
    const std::size_t depth = outside.size();
    if (depth == 2 || depth == 3) {
      keep_in_envelope(outside[depth - 2] + "/" + outside.back(), outside_text);
    }
    outside.pop_back();
    outside_text.clear();
    return;
  }
  XmlNode node = std::move(open.back());
  open.pop_back();
  if (!open.empty()) {
    if (!item.too_long) open.back().children.push_back(std::move(node));
    return;
  }
  item.node = std::move(node);
  items.push_back(std::move(item));
  item = {};
}

void ItemParser::Impl::text(std::string_view piece) {
  if (open.empty()) {
    if (outside_text.size() < 1000) outside_text.append(piece.substr(0, 1000));
    return;
  }
  count(piece.size());
  if (item.too_long) return;
  auto& children = open.back().children;
  if (children.empty() || !children.back().name.empty()) {
    count(kNodeBytes);
    children.emplace_back();
  }
  children.back().text.append(piece);
}

void ItemParser::Impl::count(std::size_t bytes) {
  item_bytes += bytes;
  if (item_bytes <= max_bytes || item.too_long) return;
  item.too_long = true;
  for (XmlNode& node : open) node = {.name = node.name};
}

void ItemParser::Impl::keep_in_envelope(const std::string& key,
                                        std::string_view value) {
  std::string text = collapse_spaces(value);
  if (text.empty() || envelope_bytes > kMostEnvelope) return;
  envelope_bytes += key.size() + text.size() + kNodeBytes;
  envelope.emplace(key, std::move(text));
}

// An entity as libxml2 wants it: those of HTML as if they were predefined, unknown ones
// as their own names. It lives until the next call.
xmlEntity* ItemParser::Impl::resolve(std::string_view name) {
  if (declared.contains(name)) {
    stop("uses an entity of its own, \"&" + std::string(cut_utf8(name, 40)) +
         ";\", and those are not expanded; write its text out");
    return nullptr;
  }
  entity_name = name;
  entity_text.clear();
  html::append_decoded("&" + entity_name + ";", entity_text);
  entity = {};
  entity.type = XML_ENTITY_DECL;
  entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  entity.name = reinterpret_cast<const xmlChar*>(entity_name.c_str());
  entity.content = reinterpret_cast<xmlChar*>(entity_text.data());
  entity.orig = entity.content;
  entity.length = static_cast<int>(entity_text.size());
  return &entity;
}

void ItemParser::Impl::stop(std::string reason) {
  if (!problem) problem = std::move(reason);
  xmlStopParser(context);
}

// libxml2 takes a start tag when all of it is there.
bool ItemParser::Impl::waits_for_long_tag() const {
  const xmlParserInput* input = context->input;
  if (input == nullptr || input->end - input->cur < 2) return false;
  const auto waiting = static_cast<std::size_t>(input->end - input->cur);
  return waiting > kLongestTag && input->cur[0] == '<' && input->cur[1] != '!' &&
         input->cur[1] != '?';
}

void ItemParser::Impl::check_stopped() {
  if (!problem && waits_for_long_tag()) {
    return stop("has a tag of more than 64 KiB, or one that does not end");
  }
  if (problem || context->disableSAX == 0) return;
  if (context->errNo == XML_ERR_NO_MEMORY) {
    throw Error(ErrorCode::kInternal, "not enough memory to read it");
  }
  problem =
      "is XML that cannot be read on from here: it is nested too deeply, has a "
      "name or attribute that is too long, or is no XML";
}

xmlSAXHandler ItemParser::Impl::handlers() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Impl*>(data)->end();
  };
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.getEntity = [](void* data, const xmlChar* name) {
    return static_cast<Impl*>(data)->resolve(view(name));
  };
  sax.entityDecl = on_entity;
  sax.serror = [](void*, xmlErrorPtr) {};  // Else libxml2 prints.
  return sax;
}

void ItemParser::Impl::on_start(void* data, const xmlChar* local, const xmlChar* prefix,
                                const xmlChar* uri, int, const xmlChar**, int count,
                                int, const xmlChar** values) {
  std::vector<std::pair<std::string, std::string>> attributes;
  attributes.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i, values += 5) {  // Name, prefix, uri, begin, end.
    const auto size = static_cast<std::size_t>(values[4] - values[3]);
    const std::string_view raw = view(values[3]).substr(0, size);
    std::string value;
    html::append_decoded(raw, value);
    make_utf8(value);
    attributes.emplace_back(name_of(values[0], values[1], values[2]), std::move(value));
  }
  static_cast<Impl*>(data)->start(name_of(local, prefix, uri), std::move(attributes));
}

void ItemParser::Impl::on_text(void* data, const xmlChar* text, int size) {
  const auto* bytes = reinterpret_cast<const char*>(text);
  static_cast<Impl*>(data)->text({bytes, static_cast<std::size_t>(size)});
}

// Kept are the names only, so that their use can be told.
void ItemParser::Impl::on_entity(void* data, const xmlChar* name, int, const xmlChar*,
                                 const xmlChar*, xmlChar*) {
  Impl& self = *static_cast<Impl*>(data);
  if (self.declared.size() < kMostEntities) {
    self.declared.emplace(view(name));
  } else {
    self.stop("declares more than " + std::to_string(kMostEntities) +
              " entities of its own, and those are not expanded; write their text out");
  }
}

ItemParser::ItemParser(std::size_t max_bytes)
    : impl_(std::make_unique<Impl>(max_bytes)) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  xmlSAXHandler sax = Impl::handlers();
  impl_->context = xmlCreatePushParserCtxt(&sax, impl_.get(), nullptr, 0, nullptr);
  if (impl_->context == nullptr) throw std::bad_alloc();
  // The bytes are UTF-8 by now, whatever their declaration says.
  xmlCtxtUseOptions(impl_->context,
                    XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
}

ItemParser::~ItemParser() {
  if (impl_->context == nullptr) return;
  xmlFreeDoc(impl_->context->myDoc);
  impl_->context->myDoc = nullptr;
  xmlFreeParserCtxt(impl_->context);
}

void ItemParser::feed(std::string_view text) {
  impl_->mended.clear();
  impl_->mender.mend(text, impl_->mended);
  impl_->parse();
}

void ItemParser::finish() {
  impl_->mended.clear();
  impl_->mender.finish(impl_->mended);
  impl_->parse();
  if (impl_->problem) return;
  xmlParseChunk(impl_->context, nullptr, 0, 1);
  if (!impl_->open.empty()) {
    impl_->problem = "ends within <" + impl_->open.front().name + ">: the file was cut";
  }
}

void ItemParser::Impl::parse() {
  std::string_view rest = mended;
  while (!rest.empty() && !problem) {
    const std::string_view piece = rest.substr(0, kFeedBytes);
    xmlParseChunk(context, piece.data(), static_cast<int>(piece.size()), 0);
    rest.remove_prefix(piece.size());
    check_stopped();
  }
}

std::deque<XmlItem>& ItemParser::items() { return impl_->items; }
const Envelope& ItemParser::envelope() const { return impl_->envelope; }
const std::string& ItemParser::root() const { return impl_->root; }
const std::optional<std::string>& ItemParser::problem() const { return impl_->problem; }

std::size_t ItemParser::line() const {
  const auto* input = impl_->context->input;
  return input == nullptr ? 0 : static_cast<std::size_t>(input->line);
}

}  // namespace dateline::readers::xml
