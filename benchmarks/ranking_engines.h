// The engines whose rankings are compared. Each has indexed the articles of one set in
// a folder of its own, which goes with it.

#pragma once

#include <dateline/article.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/ranking.h"

namespace dateline::bench {

/// A ranking is cut here, as trec_eval's users do.
inline constexpr std::size_t kRankingDepth = 1000;

/// A new folder; removed with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

class RankingEngine {
 public:
  virtual ~RankingEngine() = default;

  /// The ids of the articles that have any of these words, the best first; at most
  /// kRankingDepth.
  virtual std::vector<std::string> search(const std::string& words) = 0;
};

/// What `dateline search --any` runs, with its own ranking.
std::unique_ptr<RankingEngine> make_dateline(std::span<const Article> articles);

/// Plain Xapian: TermGenerator and QueryParser with the English stemmer, OR between
/// words, BM25; all other settings as they come.
std::unique_ptr<RankingEngine> make_xapian(std::span<const Article> articles);

/// SQLite's FTS5 with columns for title and body, OR between words, ORDER BY bm25().
/// `tokenizer`: "unicode61" (as it comes) or "porter unicode61".
std::unique_ptr<RankingEngine> make_fts5(std::span<const Article> articles,
                                         std::string_view tokenizer);

/// As make_dateline(), ranked by other values each time.
class TunableDateline {
 public:
  explicit TunableDateline(std::span<const Article> articles);
  ~TunableDateline();

  std::vector<std::string> search(const std::string& words,
                                  const RankingParameters& parameters);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::bench
