// One <REUTERS> element to one article. The markup is SGML, not XML: control characters
// stand in it as entities, attributes have defaults, and nothing nests.

#include <algorithm>

#include "index/readers/encoding.h"
#include "index/readers/record_date.h"
#include "index/readers/record_fields.h"
#include "index/readers/reuters_names.h"
#include "index/readers/reuters_reader.h"
#include "index/readers/sgml.h"

namespace dateline::readers {
namespace {

using sgml::attribute;
using sgml::decode;
using sgml::find_element;
using sgml::inside_of;

// Calls `take` with each <D> of a list.
template <typename Take>
void for_each_code(std::string_view head, std::string_view list, const Take& take) {
  std::string_view rest = inside_of(head, list);
  while (const auto item = find_element(rest, "D")) {
    const std::string code = ascii_lower(collapse_spaces(decode(item->inside)));
    if (!code.empty()) take(code);
    rest.remove_prefix(item->end);
  }
}

void read_codes(std::string_view head, Article& article) {
  const auto add_names = [&](std::string_view list, NameKind kind,
                             std::string (*name_of)(std::string_view)) {
    for_each_code(head, list, [&](const std::string& code) {
      article.names.push_back({kind, name_of(code)});
    });
  };
  for_each_code(head, "TOPICS",
                [&](const std::string& code) { article.topics.push_back(code); });
  add_names("PLACES", NameKind::kPlace, reuters_place);
  add_names("PEOPLE", NameKind::kPerson, reuters_person);
  add_names("ORGS", NameKind::kOrg, reuters_org);
  add_names("EXCHANGES", NameKind::kOrg, reuters_exchange);
  add_names("COMPANIES", NameKind::kOrg, reuters_org);
  remove_repeats(article.topics);
  remove_repeats(article.names);
}

// "    By Janie Gabbett, Reuters" -> Janie Gabbett.
std::vector<std::string> read_authors(std::string_view text) {
  std::vector<std::string> authors = split_byline(decode(text));
  std::erase_if(authors, [](const std::string& author) {
    return ascii_lower(author).starts_with("reuter");
  });
  return authors;
}

// Takes the agency's mark off the end of a text.
std::string_view without_signature(std::string_view text) {
  text = trim(text);
  const std::size_t last_line = text.find_last_of('\n');
  const std::size_t begin = last_line == text.npos ? 0 : last_line + 1;
  const std::string last = ascii_lower(trim(text.substr(begin)));
  return last == "reuter" || last == "reuters" ? trim(text.substr(0, begin)) : text;
}

// What is left of <TEXT> without its elements, stars and placeholder.
std::string leftover(std::string_view text) {
  std::string rest(text);
  for (const char* name : {"TITLE", "DATELINE", "AUTHOR"}) {
    if (const auto e = find_element(rest, name))
      rest.erase(e->begin, e->end - e->begin);
  }
  rest = decode(rest);
  std::string_view shown = trim(rest);
  while (shown.starts_with('*')) shown.remove_prefix(1);
  shown = without_signature(shown);
  return shown == "Blah blah blah." ? std::string() : std::string(shown);
}

std::string read_body(std::string_view text) {
  const auto body = find_element(text, "BODY");
  const std::string place = decode(inside_of(text, "DATELINE"));
  std::string shown =
      body ? std::string(without_signature(decode(body->inside))) : leftover(text);
  const std::string_view dateline = trim(place);
  if (dateline.empty()) return shown;
  return shown.empty() ? std::string(dateline) : std::string(dateline) + " " + shown;
}

}  // namespace

std::optional<std::string> read_reuters_record(std::string record, Article& article) {
  make_utf8(record);
  const std::string_view all = record;
  const std::size_t split = std::min(all.find("<TEXT"), all.size());
  const std::string_view head = all.substr(0, split);
  const std::string_view text = inside_of(all.substr(split), "TEXT");

  article = {};
  const std::string number = collapse_spaces(decode(attribute(all, "NEWID")));
  if (!number.empty()) article.id = "reuters/" + number;
  article.source = "Reuters";
  article.title = collapse_spaces(decode(inside_of(text, "TITLE")));
  article.body = read_body(text);
  article.authors = read_authors(inside_of(text, "AUTHOR"));
  read_codes(head, article);

  const std::string date = collapse_spaces(decode(inside_of(head, "DATE")));
  const auto day = read_record_date(date);
  if (day) article.published = *day;
  if (day || date.empty()) return std::nullopt;
  return std::string(cut_utf8(date, 40));
}

}  // namespace dateline::readers
