#include "query/phrase_source.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "query/checked_source.h"
#include "query/term_reader.h"

namespace dateline {
namespace {

class PhraseSource : public CheckedSource {
 public:
  PhraseSource(std::vector<std::string> terms, const RunLimit& limit)
      : CheckedSource(limit), terms_(std::move(terms)) {}

  PhraseSource* clone() const override { return new PhraseSource(terms_, limit()); }

  std::string get_description() const override {
    std::string text;
    for (const std::string& term : terms_) text += (text.empty() ? "" : " ") + term;
    return '"' + text + '"';
  }

 private:
  void open(const Xapian::Database& database) override {
    std::vector<std::pair<Xapian::doccount, std::size_t>> rarest_first;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      rarest_first.emplace_back(database.get_termfreq(terms_[i]), i);
    }
    std::ranges::sort(rarest_first);
    readers_.clear();
    offsets_.clear();
    for (const auto& [documents, i] : rarest_first) {
      readers_.emplace_back(database, terms_[i]);
      offsets_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  Xapian::docid seek(Xapian::docid docid) override {
    return skip_to_all(readers_, docid);
  }

  bool passes(Xapian::docid docid) override {
    starts_.clear();
    for (const std::uint32_t place : readers_.front().places(docid)) {
      if (place >= offsets_.front()) starts_.push_back(place - offsets_.front());
    }
    for (std::size_t i = 1; i < readers_.size() && !starts_.empty(); ++i) {
      keep_where(readers_[i].places(docid), offsets_[i]);
    }
    return !starts_.empty();
  }

  // Of starts_ those `offset` behind which there is one of `places`.
  void keep_where(Places places, std::uint32_t offset) {
    auto at = places.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      at = std::lower_bound(at, places.end(), start + offset);
      return at == places.end() || *at != start + offset;
    });
  }

  std::vector<std::string> terms_;
  std::vector<TermReader> readers_;     // The rarest first.
  std::vector<std::uint32_t> offsets_;  // Of their terms from the start of the phrase.
  std::vector<std::uint32_t> starts_;   // Where the phrase may stand.
};

}  // namespace

Xapian::Query phrase_source(std::vector<std::string> terms, const RunLimit& limit) {
  auto* source = new PhraseSource(std::move(terms), limit);
  return Xapian::Query(source->release());
}

}  // namespace dateline
