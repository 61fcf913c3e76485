// Test collections: documents, questions and what people judged to answer them.
//
//   time  423 articles of TIME magazine of 1963, 83 questions
//   cran  1,400 abstracts on aerodynamics, 225 questions (Cranfield 2)
//   cisi  1,460 abstracts on library science, 112 questions

#pragma once

#include <dateline/article.h>

#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/ranking_measures.h"

namespace dateline::bench {

/// One question, and what was judged for it.
struct Topic {
  std::string id;
  std::string text;  ///< As people wrote it.
  Judgements judged;
};

struct JudgedSet {
  std::string name;
  std::vector<Article> articles;
  std::vector<Topic> topics;  ///< Those that have a relevant document, in order.
};

/// Reads the set `name` ("time", "cran" or "cisi") from the folder of that name in
/// `folder`. Throws std::runtime_error for another name, and where a file cannot be
/// read.
///
/// Cranfield was judged in degrees, 1 ("a complete answer") to 4 ("of minimum
/// interest"): gains of 4 to 1. The other sets know only relevant documents: gain 1.
/// Of time the corrected judgements are read.
JudgedSet read_judged_set(const std::string& folder, std::string_view name);

/// The words of a question for any engine: what is no letter, digit, apostrophe or
/// point within a word is a space, and words that some engine takes for operators (AND)
/// are left out.
std::string plain_words(std::string_view text);

}  // namespace dateline::bench
