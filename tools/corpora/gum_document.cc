#include "tools/corpora/gum_document.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/xml_tags.h"

namespace dateline::corpora {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// One value of a WebAnno cell: "person[16]", "17_1" of "3-1[17_1]"; the layer's id is
// "" where the value stands alone.
struct CellValue {
  std::string_view text;
  std::string_view id;
};

std::vector<CellValue> values_of(std::string_view cell) {
  std::vector<CellValue> values;
  if (cell == "_") return values;
  for (const std::string_view part : split(cell, '|')) {
    const std::size_t bracket = part.rfind('[');
    if (bracket == std::string_view::npos || !part.ends_with(']')) {
      values.push_back({part, ""});
    } else {
      values.push_back({part.substr(0, bracket),
                        part.substr(bracket + 1, part.size() - bracket - 2)});
    }
  }
  return values;
}

// Phrases that are joined by coreference, as a forest: each knows one that it is with.
class Chains {
 public:
  std::size_t add() {
    parents_.push_back(parents_.size());
    return parents_.back();
  }

  std::size_t root(std::size_t phrase) {
    while (parents_[phrase] != phrase) {
      parents_[phrase] = parents_[parents_[phrase]];
      phrase = parents_[phrase];
    }
    return phrase;
  }

  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

// "Marbles is an entertainer. She ..." goes on by way of the predicate.
bool is_coreference(std::string_view relation) {
  return relation == "coref" || relation == "ana" || relation == "cata" ||
         relation == "appos" || relation == "pred";
}

class TsvReader {
 public:
  TsvReader(const std::filesystem::path& file, GumDocument& document)
      : file_(file), document_(document) {}

  void read(std::string_view text) {
    LineReader lines(text);
    for (std::string_view line; lines.next(line);) {
      if (line.empty() || line.starts_with('#')) continue;
      const auto cells = split(line, '\t');
      if (cells.size() < 4) {
        refuse_file(file_, lines.number(), "The row has fewer than 4 columns.");
      }
      read_row(cells, lines.number());
    }
    join_chains();
  }

 private:
  struct Link {
    std::size_t source;
    std::string target_token;  // Where the target begins, and
    std::string target;        // its id; "": the only one there.
  };

  void read_row(const std::vector<std::string_view>& cells, std::size_t line) {
    const auto place = split(cells[0], '-');
    const auto sentence = number_of(place[0]);
    if (!sentence || place.size() != 2) {
      refuse_file(file_, line, "The row does not begin with a token's number.");
    }
    token_ = document_.tokens.size();
    document_.tokens.push_back({.word = std::string(cells[2]), .sentence = *sentence});
    tokens_.emplace(cells[0], token_);
    read_phrases(cells[3]);
    if (cells.size() > 6) read_links(cells[6]);
    if (cells.size() > 9) read_chains(cells[8], cells[9]);
  }

  std::size_t phrase_at(std::string_view id) {
    const std::string key = key_of(id, token_);
    const auto [found, added] = phrases_.emplace(key, document_.phrases.size());
    if (added) {
      document_.phrases.push_back({.first = token_, .last = token_});
      chains_.add();
    }
    return found->second;
  }

  // An id is unique in a document; without one a phrase is the token's own.
  static std::string key_of(std::string_view id, std::size_t token) {
    return id.empty() ? "@" + std::to_string(token) : std::string(id);
  }

  void read_phrases(std::string_view cell) {
    for (const CellValue& value : values_of(cell)) {
      GumPhrase& phrase = document_.phrases[phrase_at(value.id)];
      phrase.last = token_;
      phrase.type = value.text;
    }
  }

  void read_links(std::string_view cell) {
    for (const CellValue& value : values_of(cell)) {
      const auto phrase = phrases_.find(key_of(value.id, token_));
      if (phrase != phrases_.end()) document_.phrases[phrase->second].link = value.text;
    }
  }

  // "coref|bridge:def" and "8-5[68_16]|4-3[28_17]": phrase 16, which is or begins here,
  // is with phrase 68 at token 8-5.
  void read_chains(std::string_view types, std::string_view targets) {
    const auto relations = values_of(types);
    const auto places = values_of(targets);
    for (std::size_t i = 0; i < std::min(relations.size(), places.size()); ++i) {
      if (!is_coreference(relations[i].text)) continue;
      auto ids = split(places[i].id, '_');
      if (ids.size() != 2) ids = {"", ""};
      if (ids[0] == "0") ids[0] = "";
      if (ids[1] == "0") ids[1] = "";
      const auto source = phrases_.find(key_of(ids[1], token_));
      if (source == phrases_.end()) continue;
      links_.push_back(
          {source->second, std::string(places[i].text), std::string(ids[0])});
    }
  }

  void join_chains() {
    for (const Link& link : links_) {
      const auto token = tokens_.find(link.target_token);
      if (token == tokens_.end()) continue;
      const auto target = phrases_.find(key_of(link.target, token->second));
      if (target != phrases_.end()) chains_.join(link.source, target->second);
    }
    std::map<std::string, std::size_t> by_page;
    for (std::size_t i = 0; i < document_.phrases.size(); ++i) {
      const GumPhrase& phrase = document_.phrases[i];
      if (phrase.link.empty()) continue;
      chains_.join(i,
                   by_page.emplace(phrase.type + " " + phrase.link, i).first->second);
    }
    for (std::size_t i = 0; i < document_.phrases.size(); ++i) {
      document_.phrases[i].chain = std::to_string(chains_.root(i));
    }
  }

  const std::filesystem::path& file_;
  GumDocument& document_;
  std::size_t token_ = 0;
  std::map<std::string, std::size_t, std::less<>> tokens_;   // By "3-1".
  std::map<std::string, std::size_t, std::less<>> phrases_;  // By key_of().
  Chains chains_;
  std::vector<Link> links_;
};

// What the lines of the .xml file say: tags, or tokens as rows.
class XmlReader {
 public:
  XmlReader(const std::filesystem::path& file, GumDocument& document)
      : file_(file), document_(document) {}

  void read(std::string_view xml) {
    LineReader lines(xml);
    for (std::string_view line; lines.next(line);) {
      if (line.starts_with('<')) {
        read_tag(line);
      } else if (!line.empty()) {
        read_row(line, lines.number());
      }
    }
    if (token_ != document_.tokens.size()) {
      refuse_file(file_, 0, "There are fewer tokens than in the .tsv file.");
    }
  }

 private:
  void read_tag(std::string_view line) {
    XmlTagReader tag(line);
    if (!tag.next()) return;
    if (tag.name() == "text") {
      document_.published = parse_date(tag.attribute("dateCreated")).value_or(Date{});
    } else if (tag.name() == "date" || tag.name() == "time") {
      open_.push_back({.first = token_,
                       .is_time = tag.name() == "time",
                       .when = tag.attribute("when"),
                       .from = tag.attribute("from"),
                       .to = tag.attribute("to"),
                       .not_before = tag.attribute("notBefore"),
                       .not_after = tag.attribute("notAfter")});
    } else if ((tag.name() == "/date" || tag.name() == "/time") && !open_.empty()) {
      GumDate date = std::move(open_.back());
      open_.pop_back();
      date.end = token_;
      if (date.first < date.end) document_.dates.push_back(std::move(date));
    }
  }

  void read_row(std::string_view line, std::size_t number) {
    const auto cells = split(line, '\t');
    if (cells.size() < 6) {
      refuse_file(file_, number, "The row has fewer than 6 columns.");
    }
    if (token_ == document_.tokens.size()) {
      refuse_file(file_, number, "There are more tokens than in the .tsv file.");
    }
    document_.tokens[token_].tag = cells[1];
    document_.tokens[token_].relation = cells[5];
    ++token_;
  }

  const std::filesystem::path& file_;
  GumDocument& document_;
  std::size_t token_ = 0;
  std::vector<GumDate> open_{};
};

}  // namespace

GumDocument read_gum_document(const std::filesystem::path& tsv,
                              const std::filesystem::path& xml) {
  GumDocument document{.name = tsv.stem().string()};
  const std::string text = read_corpus_file(tsv);
  TsvReader(tsv, document).read(text);
  for (GumToken& token : document.tokens) {
    if (token.word.empty()) refuse_file(tsv, 0, "There is an empty token in it.");
  }
  XmlReader(xml, document).read(read_corpus_file(xml));
  return document;
}

TokenText running_text(const GumDocument& document) {
  TokenText text;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const GumToken& token = document.tokens[i];
    if (i > 0 && token.sentence != document.tokens[i - 1].sentence) text.end_sentence();
    if (token.tag == "HYPH") text.join_next();
    text.add_token(token.word);
    if (token.tag == "HYPH") text.join_next();
  }
  text.end_sentence();
  return text;
}

}  // namespace dateline::corpora
