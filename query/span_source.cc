#include "query/span_source.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "index/schema.h"
#include "query/checked_source.h"
#include "query/near_windows.h"
#include "query/term_reader.h"

namespace dateline {
namespace {

constexpr Xapian::docid kEnd = TermReader::kEnd;

// Adds the spans of a term in `docid`.
void add_places(TermReader& term, Xapian::docid docid, WordSpans& spans) {
  if (term.skip_to(docid) != docid) return;
  for (const std::uint32_t place : term.places(docid)) spans.push_back({place, place});
}

// A SpanQuery at work in one database. Documents are asked for in rising order.
class SpanReader {
 public:
  SpanReader(const SpanQuery& query, const Xapian::Database& database, bool in_title,
             const Deadline& deadline)
      : query_(query), deadline_(deadline) {
    for (const SpanQuery& part : query.parts) {
      parts_.emplace_back(part, database, in_title, deadline);
    }
    found_.resize(query.parts.size());
    for (const SpanWord& word : query.words) {
      add_word(word, database, in_title);
    }
    for (const Name& name : query.names) {
      names_.emplace_back(database, schema::name_term(name.kind, name.text));
    }
  }

  // The first document from `docid` on that may have spans.
  Xapian::docid skip_to(Xapian::docid docid) {
    docid = skip_to_words(docid);
    while (!names_.empty() && docid != kEnd) {
      const Xapian::docid named = skip_to_name(docid);
      if (named == docid) break;
      docid = skip_to_words(named);
    }
    return docid;
  }

  // Its spans in `docid`; of a NEAR at least one, if there is any, with `any`. Throws
  // TimeIsUp.
  void find_spans(Xapian::docid docid, bool any, WordSpans& spans) {
    deadline_.check();
    spans.clear();
    if (!names_.empty() && skip_to_name(docid) != docid) return;
    switch (query_.kind) {
      case SpanQuery::Kind::kWords:
        for (Word& word : words_) word.add_spans(docid, spans);
        if (words_.size() > 1) sort(spans);
        return;
      case SpanQuery::Kind::kAny:
        for (std::size_t i = 0; i < parts_.size(); ++i) {
          parts_[i].find_spans(docid, any, found_[i]);
          spans.insert(spans.end(), found_[i].begin(), found_[i].end());
        }
        sort(spans);
        if (!names_.empty()) keep_longest(spans);
        return;
      case SpanQuery::Kind::kNear:
      case SpanQuery::Kind::kAdj:
        return find_windows(docid, any, spans);
    }
  }

 private:
  static void sort(WordSpans& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }

  // "Lavrov" of "Sergei Lavrov" is no mention of its own. `spans` are in order.
  static void keep_longest(WordSpans& spans) {
    WordSpans longest;
    for (const WordSpan& span : spans) {
      if (!longest.empty() && longest.back().first == span.first) longest.pop_back();
      if (longest.empty() || longest.back().last < span.last) longest.push_back(span);
    }
    spans = std::move(longest);
  }

  struct Word {
    TermReader reader;
    std::unique_ptr<TermReader> capitals;  // Where `reader` must stand, too; or null.

    void add_spans(Xapian::docid docid, WordSpans& spans) {
      if (!capitals) return add_places(reader, docid, spans);
      WordSpans words;
      WordSpans shouted;
      add_places(reader, docid, words);
      if (words.empty()) return;
      add_places(*capitals, docid, shouted);
      std::set_intersection(words.begin(), words.end(), shouted.begin(), shouted.end(),
                            std::back_inserter(spans));
    }
  };

  // Words in capitals have one term for title and body.
  void add_word(const SpanWord& word, const Xapian::Database& database, bool in_title) {
    const bool shouted = !word.capitals.empty();
    const std::string capitals = shouted ? schema::capitals_term(word.capitals) : "";
    if (!in_title) {
      const std::string term = shouted ? capitals : schema::word_term(word.word);
      words_.push_back({TermReader(database, term), nullptr});
      return;
    }
    words_.push_back(
        {TermReader(database, schema::title_word_term(word.word)),
         shouted ? std::make_unique<TermReader>(database, capitals) : nullptr});
  }

  Xapian::docid skip_to_name(Xapian::docid docid) {
    Xapian::docid first = kEnd;
    for (TermReader& name : names_) first = std::min(first, name.skip_to(docid));
    return first;
  }

  // By its words and parts alone.
  Xapian::docid skip_to_words(Xapian::docid docid) {
    if (query_.kind == SpanQuery::Kind::kNear || query_.kind == SpanQuery::Kind::kAdj) {
      return skip_to_all(docid);
    }
    Xapian::docid first = kEnd;
    for (SpanReader& part : parts_) first = std::min(first, part.skip_to(docid));
    for (Word& word : words_) {
      first = std::min(first, word.reader.skip_to(docid));
    }
    return first;
  }

  // A document in which all parts may have spans.
  Xapian::docid skip_to_all(Xapian::docid docid) {
    for (std::size_t agreed = 0, i = 0; agreed < parts_.size();) {
      const Xapian::docid next = parts_[i].skip_to(docid);
      if (next == kEnd) return kEnd;
      agreed = next == docid ? agreed + 1 : 1;
      docid = next;
      i = (i + 1) % parts_.size();
    }
    return docid;
  }

  void find_windows(Xapian::docid docid, bool any, WordSpans& spans) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      parts_[i].find_spans(docid, false, found_[i]);
      if (found_[i].empty()) return;
    }
    const Nearness nearness{query_.kind == SpanQuery::Kind::kAdj, query_.extra};
    if (!any) {
      spans = near_windows(found_, nearness, deadline_);
    } else if (has_near_window(found_, nearness, deadline_)) {
      spans.emplace_back();
    }
  }

  const SpanQuery& query_;
  Deadline deadline_;
  std::vector<SpanReader> parts_;
  std::vector<WordSpans> found_;  // Of parts_; kept, as the next article needs them.
  std::vector<Word> words_;
  std::vector<TermReader> names_;  // Of which an article has to have one, if any.
};

class SpanSource : public CheckedSource {
 public:
  SpanSource(std::shared_ptr<const SpanQuery> query, const SpanCondition& condition,
             const RunLimit& limit)
      : CheckedSource(limit), query_(std::move(query)), condition_(condition) {}

  SpanSource* clone() const override {
    return new SpanSource(query_, condition_, limit());
  }

  std::string get_description() const override {
    const std::string where = condition_.in_title ? "title:" : "";
    const std::string times =
        condition_.times > 1 ? "atleast/" + std::to_string(condition_.times) + ":" : "";
    return where + times + "[" + description_of(*query_) + "]";
  }

 private:
  void open(const Xapian::Database& database) override {
    reader_ = std::make_unique<SpanReader>(*query_, database, condition_.in_title,
                                           limit().deadline);
  }

  Xapian::docid seek(Xapian::docid docid) override { return reader_->skip_to(docid); }

  bool passes(Xapian::docid docid) override {
    if (reader_->skip_to(docid) != docid) return false;
    reader_->find_spans(docid, condition_.times <= 1, spans_);
    return spans_.size() >= condition_.times;
  }

  std::shared_ptr<const SpanQuery> query_;
  SpanCondition condition_;
  std::unique_ptr<SpanReader> reader_;
  WordSpans spans_;
};

std::string description_of(const SpanWord& word) {
  return word.capitals.empty() ? word.word : word.capitals;
}

template <class Parts>
std::string described(const Parts& parts, const std::string& by) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text += by;
    text += description_of(part);
  }
  return parts.size() == 1 ? text : '(' + text + ')';
}

}  // namespace

Xapian::Query span_source(SpanQuery query, const SpanCondition& condition,
                          const RunLimit& limit) {
  auto shared = std::make_shared<const SpanQuery>(std::move(query));
  auto* source = new SpanSource(std::move(shared), condition, limit);
  return Xapian::Query(source->release());
}

std::string description_of(const SpanQuery& query) {
  const std::string distance = std::to_string(query.extra + 1) + ' ';
  switch (query.kind) {
    case SpanQuery::Kind::kWords:
      return described(query.words, ", ");
    case SpanQuery::Kind::kAny:
      return described(query.parts, " OR ");
    case SpanQuery::Kind::kNear:
      return described(query.parts, " NEAR/" + distance);
    case SpanQuery::Kind::kAdj:
      return described(query.parts, " ADJ/" + distance);
  }
  return {};
}

}  // namespace dateline
