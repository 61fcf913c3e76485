#include "tools/scores/edited_copies.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "corpus/random.h"

namespace dateline::scores {
namespace {

using corpus::Random;
using Kind = Edit::Kind;

constexpr std::array kEdits = {
    Edit{Kind::kHeadline},
    Edit{Kind::kParagraphs, 10, false},
    Edit{Kind::kParagraphs, 20, false},
    Edit{Kind::kParagraphs, 30, false},
    Edit{Kind::kParagraphs, 10, true},
    Edit{Kind::kParagraphs, 20, true},
    Edit{Kind::kParagraphs, 30, true},
    Edit{Kind::kPassages, 10, false},
    Edit{Kind::kPassages, 20, false},
    Edit{Kind::kPassages, 30, false},
    Edit{Kind::kPassages, 10, true},
    Edit{Kind::kPassages, 20, true},
    Edit{Kind::kPassages, 30, true},
    Edit{Kind::kWords, 2, true},
    Edit{Kind::kWords, 5, true},
    Edit{Kind::kFurniture},
    Edit{Kind::kPartOfLonger, 40},
};

constexpr std::uint32_t kShortestPassage = 8;
constexpr std::uint32_t kLongestPassage = 24;

std::uint32_t narrow(std::size_t number) { return static_cast<std::uint32_t>(number); }

// The words of a text, and where its lines begin.
struct Words {
  std::vector<std::string_view> words{};
  std::vector<std::size_t> lines{};  // The index of each line's first word.

  explicit Words(std::string_view text) {
    bool begins_line = true;
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        begins_line = begins_line || c == '\n';
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
      if (std::exchange(begins_line, false)) lines.push_back(words.size());
      words.push_back(text.substr(at, end - at));
      at = end;
    }
  }

  std::size_t end_of_line(std::size_t line) const {
    return line + 1 < lines.size() ? lines[line + 1] : words.size();
  }
};

// Which words of a text an edit touches.
class Touched {
 public:
  Touched(const Words& words, unsigned per_cent, Random& random)
      : words_(words),
        random_(random),
        touched_(words.words.size()),
        left_(words.words.size() * per_cent / 100) {}

  const std::vector<bool>& marks() const { return touched_; }

  // In a random order, each that the share has room for; the rest as a passage.
  void touch_paragraphs() {
    std::vector<std::size_t> order(words_.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random_.below(narrow(i))]);
    }
    const std::size_t share = left_;
    for (const std::size_t line : order) {
      const std::size_t begin = words_.lines[line];
      const std::size_t length = words_.end_of_line(line) - begin;
      if (length <= left_) touch(begin, length);
    }
    if (left_ == share) touch_run(left_);
  }

  void touch_passages() {
    constexpr std::uint32_t kLengths = kLongestPassage - kShortestPassage + 1;
    // Runs that overlap others touch less; a text is not long enough to matter.
    for (std::size_t tries = touched_.size(); left_ > 0 && tries > 0; --tries) {
      const std::size_t length = kShortestPassage + random_.below(kLengths);
      touch_run(std::min(left_, length));
    }
  }

  void touch_words() {
    for (std::size_t tries = touched_.size(); left_ > 0 && tries > 0; --tries) {
      touch_run(1);
    }
  }

 private:
  void touch_run(std::size_t length) {
    if (length == 0) return;
    touch(random_.below(narrow(touched_.size() - length + 1)), length);
  }

  void touch(std::size_t begin, std::size_t length) {
    for (std::size_t i = begin; i < begin + length; ++i) {
      if (touched_[i]) continue;
      touched_[i] = true;
      --left_;
    }
  }

  const Words& words_;
  Random& random_;
  std::vector<bool> touched_;
  std::size_t left_;  // Words that may still be touched.
};

// Words of another text, one after the other from a random place.
class Donor {
 public:
  Donor(std::string_view text, Random& random) : words_(text) {
    if (!words_.words.empty()) next_ = random.below(narrow(words_.words.size()));
  }

  std::string_view word() {
    if (words_.words.empty()) return "so";
    const std::string_view word = words_.words[next_];
    next_ = (next_ + 1) % words_.words.size();
    return word;
  }

  std::string line(std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      if (i > 0) text += ' ';
      text += word();
    }
    return text;
  }

 private:
  Words words_;
  std::size_t next_ = 0;
};

// The text without the words that are touched, or with the donor's in their place.
std::string rewritten(const Words& words, const std::vector<bool>& touched,
                      Donor* donor) {
  std::string text;
  for (std::size_t line = 0; line < words.lines.size(); ++line) {
    std::string written;
    for (std::size_t i = words.lines[line]; i < words.end_of_line(line); ++i) {
      if (touched[i] && donor == nullptr) continue;
      if (!written.empty()) written += ' ';
      written += touched[i] ? donor->word() : words.words[i];
    }
    if (!written.empty()) text += written + "\n";
  }
  return text;
}

std::string edited_text(const Edit& edit, std::string_view body, std::string_view other,
                        Random& random) {
  const Words words(body);
  Touched touched(words, edit.per_cent, random);
  if (edit.kind == Kind::kParagraphs) touched.touch_paragraphs();
  if (edit.kind == Kind::kPassages) touched.touch_passages();
  if (edit.kind == Kind::kWords) touched.touch_words();
  Donor donor(other, random);
  return rewritten(words, touched.marks(), edit.replaced ? &donor : nullptr);
}

std::string with_furniture(const std::string& body, Random& random) {
  static constexpr std::array<std::string_view, 10> kLines = {
      "Advertisement",
      "Home | News | Sport | Business | Opinion",
      "Share this article",
      "Sign up for our morning newsletter",
      "Read more: What we know so far",
      "Most read today",
      "Follow us for the latest from our reporters",
      "Leave a comment. Your address will not be published.",
      "Cookie settings",
      "All rights reserved. No part of this page may be used without permission."};
  const auto lines = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += kLines[random.below(kLines.size())];
      text += '\n';
    }
    return text;
  };
  const std::string before = lines(2);
  return before + body + "\n" + lines(4);
}

// The copy makes up the rest of the share. What is around it are passages of many other
// articles, so that the longer one is a copy of none of them.
std::string within_longer(const Edit& edit, std::size_t original,
                          std::span<const Article> originals, Random& random) {
  const std::string& body = originals[original].body;
  const std::size_t added =
      Words(body).words.size() * edit.per_cent / (100 - edit.per_cent);
  const auto passages = [&](std::size_t words) {
    std::string text;
    while (words > 0) {
      const std::size_t length = std::min<std::size_t>(words, kLongestPassage);
      const std::size_t away = 1 + random.below(narrow(originals.size() - 1));
      const Article& other = originals[(original + away) % originals.size()];
      text += Donor(other.body, random).line(length) + "\n";
      words -= length;
    }
    return text;
  };
  const std::string before = passages(added / 2);
  return before + body + "\n" + passages(added - added / 2);
}

Article copy_of(std::size_t index, std::span<const Article> originals, const Edit& edit,
                Random& random) {
  const Article& original = originals[index];
  const std::size_t away = 1 + random.below(narrow(originals.size() - 1));
  const Article& other = originals[(index + away) % originals.size()];
  Article copy{.id = original.id + " (" + edit.name() + ")",
               .title = original.title,
               .body = original.body,
               .language = original.language};
  if (edit.kind == Kind::kHeadline) {
    copy.title = other.title;
  } else if (edit.kind == Kind::kFurniture) {
    copy.body = with_furniture(original.body, random);
  } else if (edit.kind == Kind::kPartOfLonger) {
    copy.title = other.title;
    copy.body = within_longer(edit, index, originals, random);
  } else {
    copy.body = edited_text(edit, original.body, other.body, random);
  }
  return copy;
}

}  // namespace

std::string Edit::name() const {
  const std::string share = std::to_string(per_cent) + " % ";
  const std::string done = replaced ? " replaced" : " cut";
  switch (kind) {
    case Kind::kHeadline:
      return "another headline";
    case Kind::kParagraphs:
      return share + "of paragraphs" + done;
    case Kind::kPassages:
      return share + "in passages" + done;
    case Kind::kWords:
      return share + "of words" + done;
    case Kind::kFurniture:
      return "furniture around";
    case Kind::kPartOfLonger:
      break;
  }
  return "in a longer article";
}

bool Edit::is_light() const {
  constexpr unsigned kMost = 20;
  return kind == Kind::kPartOfLonger || (kind != Kind::kWords && per_cent <= kMost);
}

std::span<const Edit> edits() { return kEdits; }

std::vector<EditedCopy> edited_copies(std::span<const Article> originals,
                                      std::uint64_t seed) {
  std::vector<EditedCopy> copies;
  for (std::size_t i = 0; i < originals.size(); ++i) {
    for (std::size_t edit = 0; edit < kEdits.size(); ++edit) {
      Random random(seed, i * kEdits.size() + edit);
      copies.push_back({.original = i,
                        .edit = edit,
                        .article = copy_of(i, originals, kEdits[edit], random)});
    }
  }
  return copies;
}

}  // namespace dateline::scores
