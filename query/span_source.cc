#include "query/span_source.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "index/schema.h"
#include "query/near_windows.h"

namespace dateline {
namespace {

// The end of all documents.
constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

// The documents with one term, and its positions in them.
class TermReader {
 public:
  TermReader(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {
    docid_ = at_ == end_ ? kEnd : *at_;
  }

  Xapian::docid skip_to(Xapian::docid docid) {
    if (docid_ < docid) {
      at_.skip_to(docid);
      docid_ = at_ == end_ ? kEnd : *at_;
    }
    return docid_;
  }

  // Adds the positions in `docid` where it is there.
  void add_positions(Xapian::docid docid, WordSpans& spans) {
    if (skip_to(docid) != docid) return;
    for (auto p = at_.positionlist_begin(); p != at_.positionlist_end(); ++p) {
      spans.push_back({*p, *p});
    }
  }

 private:
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid docid_ = kEnd;
};

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
        for (Word& word : words_) word.add_positions(docid, spans);
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

    void add_positions(Xapian::docid docid, WordSpans& spans) {
      if (!capitals) return reader.add_positions(docid, spans);
      WordSpans words;
      WordSpans shouted;
      reader.add_positions(docid, words);
      if (words.empty()) return;
      capitals->add_positions(docid, shouted);
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

class SpanSource : public Xapian::PostingSource {
 public:
  SpanSource(std::shared_ptr<const SpanQuery> query, const SpanCondition& condition,
             const RunLimit& limit)
      : query_(std::move(query)), condition_(condition), limit_(limit) {}

  void init(const Xapian::Database& database) override {
    set_maxweight(0);
    documents_ = database.get_doccount();
    reader_ = std::make_unique<SpanReader>(*query_, database, condition_.in_title,
                                           limit_.deadline);
    docid_ = 0;
    is_match_ = true;
  }

  // As if it had every document: whatever else is asked for is looked at first.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  Xapian::docid get_docid() const override { return docid_; }
  bool at_end() const override { return docid_ == kEnd; }

  void next(double) override { find_from(docid_ + 1); }

  void skip_to(Xapian::docid docid, double) override {
    if (docid > docid_ || !is_match_) find_from(std::max(docid, docid_));
  }

  // May stay where nothing matches, which the matcher is told.
  bool check(Xapian::docid docid, double) override {
    if (docid > docid_) {
      docid_ = docid;
      is_match_ = reader_->skip_to(docid) == docid && matches(docid);
    }
    return is_match_;
  }

  SpanSource* clone() const override {
    return new SpanSource(query_, condition_, limit_);
  }

  std::string get_description() const override {
    const std::string where = condition_.in_title ? "title:" : "";
    const std::string times =
        condition_.times > 1 ? "atleast/" + std::to_string(condition_.times) + ":" : "";
    return where + times + "[" + description_of(*query_) + "]";
  }

 private:
  // Right, whatever the time; but the first that is right when it is over is the last.
  bool matches(Xapian::docid docid) {
    try {
      reader_->find_spans(docid, condition_.times <= 1, spans_);
    } catch (const TimeIsUp&) {
      *limit_.cut = true;
      throw;
    }
    if (limit_.is_over()) *limit_.cut = true;
    return spans_.size() >= condition_.times;
  }

  void find_from(Xapian::docid docid) {
    for (docid_ = reader_->skip_to(docid); docid_ != kEnd && !matches(docid_);) {
      docid_ = limit_.cut && *limit_.cut ? kEnd : reader_->skip_to(docid_ + 1);
    }
    is_match_ = true;
  }

  std::shared_ptr<const SpanQuery> query_;
  SpanCondition condition_;
  RunLimit limit_;
  Xapian::doccount documents_ = 0;
  std::unique_ptr<SpanReader> reader_;
  WordSpans spans_;
  Xapian::docid docid_ = 0;
  bool is_match_ = true;  // Whether docid_ is known to match, or is the end.
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
