// What must hold in gold articles beyond their format.

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corpus/gold_article.h"

namespace dateline::corpus {

/// Appends what is inconsistent within one article that was read without a problem.
void check_gold_article(const GoldArticle& article, std::vector<GoldProblem>& problems);

/// Checks that articles agree with each other.
class GoldCorpusCheck {
 public:
  /// `problems` must outlive this.
  explicit GoldCorpusCheck(std::vector<GoldProblem>& problems) : problems_(problems) {}

  /// One article after the other, as read; its file name tells train from held out.
  void add(const GoldArticle& article);

 private:
  struct Place {
    std::string file;
    std::size_t line;
  };
  struct Identity {
    GoldKind kind;
    std::string name;
    Place first;
  };

  void add_entity(const GoldArticle& article, const GoldEntity& entity);

  std::vector<GoldProblem>& problems_;
  std::map<std::string, Identity> identities_;  // By folded canonical name.
  std::map<std::string, std::string> files_;    // By name without folder.
  std::map<std::string, std::string> topics_;   // Topic to folder.
};

}  // namespace dateline::corpus
