// dateline/duplicates.h - which articles are copies of each other, no index needed.
//
//   for (const auto& [a, b] : dateline::near_duplicates(articles))
//     std::cout << articles[a].id << " = " << articles[b].id << '\n';

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace dateline {

/// The pairs of `articles` that are copies, as papers make them of an agency's text: by
/// index, the lower one first, ordered, each pair once.
///
/// What is compared are the words of the body, case and accents aside, in regions that
/// give facets; headlines, days and names are not. Two texts are copies where half of
/// all their runs of five words are in both, or 85 in 100 of the shorter one's are in
/// the longer one: a fifth of a text may be cut or written anew, and most of what
/// another paper printed within a longer report is found, up to three times the length.
/// Reports of one event that were written apart are no copies, nor are market reports
/// by one form: texts of fewer than 60 words must share 80 in 100 of all their runs,
/// those of fewer than 30 all words, the headline's too. Articles without text are no
/// copies.
///
/// Shares are estimated (MinHash: Broder, "On the resemblance and containment of
/// documents", 1997), the same on every machine. Being a copy is not transitive. An
/// article without a language is read as English, where only apostrophes matter.
///
/// Time grows with the text, and with the pairs that are found or nearly so: n articles
/// of one text have n (n - 1) / 2. Where more than 256 different texts have much in
/// common some of their pairs may be missed. Throws Error kInvalidArgument for a body
/// of more than 4 GiB. Safe to call from any number of threads.
std::vector<std::pair<std::size_t, std::size_t>> near_duplicates(
    std::span<const Article> articles);

}  // namespace dateline
