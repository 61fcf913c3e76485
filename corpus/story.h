// The text of one article, sentence by sentence.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_maker.h"
#include "corpus/random.h"
#include "corpus/world.h"

namespace dateline::corpus {

/// Writes title and body of an article whose day, source and topic are set. Given an
/// editor's random numbers, it tells the same story with small changes: the copy that
/// another outlet printed.
class Story {
 public:
  /// All references must outlive the story. `editor` may be null.
  Story(const World& world, Random random, Random* editor, const Topic& topic,
        MadeArticle& article);

  /// `words` is about what the body will have.
  void write(std::uint32_t words);

 private:
  struct CastMember {
    const Person* person;
    bool introduced;
  };

  void write_title();
  void write_dateline();
  void write_sentence();
  void write_clause(std::uint32_t words);
  void write_word(bool capital);
  void write_person();
  void write_introduction(const Person& person);
  void write_organisation();
  void write_place();
  void write_thing();
  void write_date();
  void write_weekday();

  void add(std::string_view text) { article_.body += text; }
  void add_name(std::string_view kind, std::string_view name, std::string_view surface);
  void add_date(std::string surface, std::string value);
  std::chrono::year_month_day past_day();

  const World& world_;
  Random random_;
  Random* editor_;
  const Topic& topic_;
  MadeArticle& article_;
  std::chrono::sys_days day_;  // Of publication, as the text takes it.
  bool other_spelling_;        // The house style of the source.
  std::vector<CastMember> cast_;
  std::vector<const Organisation*> organisations_;
  std::vector<const Organisation*> introduced_;
  std::vector<const std::string*> places_;
  std::vector<const std::string*> things_;
};

}  // namespace dateline::corpus
