// dateline/name_finder.h - finding names with one's own model and lists of names.
//
//   const dateline::NameFinder finder({.name_lists = {"newsroom.tsv"}});
//   const auto found = dateline::annotate(text, {.finder = &finder});
//
// A list is UTF-8 text, one name a line, a tab between fields: a class, the name as it
// is written in a sentence, and, if it is another name of somebody or something, the
// name that it shall be filed under. Lines that begin with "#" are comments.
//
//   company  Acme Widgets
//   person   Bibi Netanyahu  Benjamin Netanyahu
//
// Classes: given-name, rare-given-name, surname, rare-surname, person, country, region,
// city, town, place, organisation, acronym, company, team, demonym, thing.

#pragma once

#include <memory>
#include <string>
#include <vector>

namespace dateline {

namespace names {
class NameTagger;
}

/// Files to use beside, or in place of, what comes with the library.
struct NameFinderOptions {
  std::string name_model{};  ///< Of train_name_model(); empty: the library's.
  std::vector<std::string> name_lists{};  ///< Added to the library's.

  friend bool operator==(const NameFinderOptions&, const NameFinderOptions&) = default;
};

/// What names are found with. Immutable: safe to share between threads. Making one
/// takes some milliseconds; copies share what they hold.
class NameFinder {
 public:
  /// Reads the files. Throws Error: kNotFound, kIo; kCorrupt for a damaged model;
  /// kInvalidArgument for a wrong line of a list, naming file, line and remedy.
  explicit NameFinder(const NameFinderOptions& options = {});

  const names::NameTagger& tagger() const { return *tagger_; }  ///< Of the library.

 private:
  std::shared_ptr<const names::NameTagger> tagger_;
};

}  // namespace dateline
