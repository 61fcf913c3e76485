#include "query/word_windows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/seek_docid.h"

namespace dateline {
namespace {

using Parts = std::vector<std::unique_ptr<WordWindows>>;

class OneWord : public WordWindows {
 public:
  explicit OneWord(std::shared_ptr<const ScoredPostings> postings)
      : postings_(std::move(postings)),
        docids_(postings_->docids.data()),
        scores_(postings_->scores.data()),
        size_(postings_->docids.size()) {}

  Xapian::docid seek(Xapian::docid docid) override {
    at_ = from(at_, docid);
    return at_ == size_ ? kEnd : docids_[at_];
  }

  void fill(Xapian::docid first, Window& window) override {
    window.bits.fill(0);
    seek(first);
    for (; at_ < size_ && docids_[at_] - first < Window::kDocuments; ++at_) {
      const std::size_t place = docids_[at_] - first;
      window.bits[place / Window::kWord] |= std::uint64_t{1} << place % Window::kWord;
      window.scores[place] = scores_[at_];
    }
  }

  void add(Xapian::docid first, Window& window) override {
    seek(first);
    for (; at_ < size_ && docids_[at_] - first < Window::kDocuments; ++at_) {
      const std::size_t place = docids_[at_] - first;
      window.bits[place / Window::kWord] |= std::uint64_t{1} << place % Window::kWord;
      window.scores[place] += scores_[at_];
    }
  }

  void keep(Xapian::docid first, Window& window) override {
    seek(first);
    const std::size_t end = from(at_, first + Window::kDocuments);
    // Looking for one costs about as much as passing by so many.
    constexpr std::size_t kSearch = 8;
    if (window.count() * kSearch < end - at_) {
      keep_few(first, window);
    } else {
      keep_many(first, end, window);
    }
  }

  std::size_t documents() const override { return size_; }
  std::uint64_t most() const override { return postings_->most; }

 private:
  std::size_t from(std::size_t at, Xapian::docid docid) const {
    return seek_docid(postings_->docids, at, docid);
  }

  void keep_few(Xapian::docid first, Window& window) {
    window.each([&](std::size_t place) {
      const auto docid = static_cast<Xapian::docid>(first + place);
      if (seek(docid) == docid) {
        window.scores[place] += scores_[at_];
      } else {
        window.drop(place);
      }
    });
  }

  void keep_many(Xapian::docid first, std::size_t end, Window& window) {
    std::array<std::uint64_t, Window::kDocuments / Window::kWord> own{};
    for (; at_ < end; ++at_) {
      const std::size_t place = docids_[at_] - first;
      own[place / Window::kWord] |= std::uint64_t{1} << place % Window::kWord;
      window.scores[place] += scores_[at_];
    }
    for (std::size_t w = 0; w < own.size(); ++w) window.bits[w] &= own[w];
  }

  std::shared_ptr<const ScoredPostings> postings_;
  const Xapian::docid* docids_;
  const std::uint32_t* scores_;
  std::size_t size_;
  std::size_t at_ = 0;
};

std::uint64_t most_of(const Parts& parts) {
  std::uint64_t sum = 0;
  for (const auto& part : parts) sum += part->most();
  return sum;
}

// What is put together of parts, in a window of its own.
class Composed : public WordWindows {
 public:
  void add(Xapian::docid first, Window& window) final {
    const Window& own = filled(first);
    own.each([&](std::size_t place) { window.scores[place] += own.scores[place]; });
    for (std::size_t w = 0; w < own.bits.size(); ++w) window.bits[w] |= own.bits[w];
  }

  void keep(Xapian::docid first, Window& window) final {
    const Window& own = filled(first);
    for (std::size_t w = 0; w < own.bits.size(); ++w) window.bits[w] &= own.bits[w];
    window.each([&](std::size_t place) { window.scores[place] += own.scores[place]; });
  }

 private:
  const Window& filled(Xapian::docid first) {
    if (!own_) own_ = std::make_unique<Window>();
    fill(first, *own_);
    return *own_;
  }

  std::unique_ptr<Window> own_;  // Made only where it is needed: it is large.
};

class AnyWord : public Composed {
 public:
  explicit AnyWord(Parts parts) : parts_(std::move(parts)) {}

  void fill(Xapian::docid first, Window& window) override {
    window.clear();
    for (const auto& part : parts_) part->add(first, window);
  }

  Xapian::docid seek(Xapian::docid docid) override {
    Xapian::docid first = kEnd;
    for (const auto& part : parts_) first = std::min(first, part->seek(docid));
    return first;
  }

  std::size_t documents() const override {
    std::size_t sum = 0;
    for (const auto& part : parts_) sum += part->documents();
    return sum;
  }

  std::uint64_t most() const override { return most_of(parts_); }

 private:
  Parts parts_;
};

class AllWords : public Composed {
 public:
  AllWords(Parts parts, Parts excluded)
      : parts_(std::move(parts)), excluded_(std::move(excluded)) {
    std::ranges::stable_sort(parts_, {},
                             [](const auto& part) { return part->documents(); });
    if (!excluded_.empty()) unwanted_ = std::make_unique<Window>();
  }

  void fill(Xapian::docid first, Window& window) override {
    parts_.front()->fill(first, window);
    for (auto part = parts_.begin() + 1; part != parts_.end(); ++part) {
      if (window.is_empty()) return;
      (*part)->keep(first, window);
    }
    for (const auto& part : excluded_) {
      unwanted_->clear();
      part->add(first, *unwanted_);
      for (std::size_t w = 0; w < window.bits.size(); ++w) {
        window.bits[w] &= ~unwanted_->bits[w];
      }
    }
  }

  Xapian::docid seek(Xapian::docid docid) override {
    for (const auto& part : parts_) {
      docid = part->seek(docid);
      if (docid == kEnd) break;
    }
    return docid;
  }

  std::size_t documents() const override { return parts_.front()->documents(); }

  std::uint64_t most() const override { return most_of(parts_); }

 private:
  Parts parts_;
  Parts excluded_;
  std::unique_ptr<Window> unwanted_;
};

// The documents of all words, of which those are left where they stand in order.
class Phrase : public Composed {
 public:
  explicit Phrase(std::vector<std::shared_ptr<const PlacedPostings>> words)
      : words_(each_of(words), {}), places_(words.size()) {
    for (auto& word : words) cursors_.emplace_back(std::move(word));
  }

  void fill(Xapian::docid first, Window& window) override {
    words_.fill(first, window);
    window.each([&](std::size_t place) {
      if (stands_in(static_cast<Xapian::docid>(first + place))) return;
      window.drop(place);
    });
  }

  Xapian::docid seek(Xapian::docid docid) override { return words_.seek(docid); }
  std::size_t documents() const override { return words_.documents(); }
  std::uint64_t most() const override { return words_.most(); }

 private:
  static Parts each_of(
      const std::vector<std::shared_ptr<const PlacedPostings>>& words) {
    Parts parts;
    for (const auto& word : words) parts.push_back(word_windows(word->postings));
    return parts;
  }

  bool stands_in(Xapian::docid docid) {
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
      places_[i] = cursors_[i].in(docid);
    }
    return stand_in_order(places_);
  }

  AllWords words_;
  std::vector<PlaceCursor> cursors_;
  std::vector<Places> places_;
};

}  // namespace

std::unique_ptr<WordWindows> word_windows(
    std::shared_ptr<const ScoredPostings> postings) {
  return std::make_unique<OneWord>(std::move(postings));
}

std::unique_ptr<WordWindows> phrase_windows(
    std::vector<std::shared_ptr<const PlacedPostings>> words) {
  return std::make_unique<Phrase>(std::move(words));
}

std::unique_ptr<WordWindows> any_windows(Parts parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return std::make_unique<AnyWord>(std::move(parts));
}

std::unique_ptr<WordWindows> all_windows(Parts parts, Parts excluded) {
  if (parts.size() == 1 && excluded.empty()) return std::move(parts.front());
  return std::make_unique<AllWords>(std::move(parts), std::move(excluded));
}

}  // namespace dateline
