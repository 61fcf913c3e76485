#include "query/snapshot.h"

#include <dateline/error.h>
#include <dateline/fields.h>

#include <algorithm>

#include "index/database.h"
#include "index/schema.h"
#include "index/stored_article.h"
#include "index/text/stem_fingerprint.h"
#include "index/text/stemmer.h"

namespace dateline {
namespace {

// Articles may name any language; beyond this many the analyzers are made anew.
constexpr std::size_t kMaxAnalyzers = 64;

// A word is looked for by its stems in this many languages beside the index's own.
constexpr std::size_t kMaxOtherLanguages = 8;

// Articles may name any language: this many terms are looked at.
constexpr int kMaxLanguageTerms = 1000;

std::string_view primary_tag(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

Snapshot::Snapshot(const std::vector<std::string>& paths) : paths_(paths) { open(); }

void Snapshot::open() {
  shards_.clear();
  database_ = Xapian::Database();
  identities_.clear();
  for (const std::string& path : paths_) {
    // Before opening: should another be published now, refresh() will notice.
    identities_.push_back(identity(path));
    shards_.push_back(open_to_read(path));
    database_.add_database(shards_.back());
  }
  language_ = database_.get_metadata(std::string(schema::metadata::kLanguage));
  read_key();
}

void Snapshot::read_key() {
  key_.clear();
  for (const Xapian::Database& shard : shards_) {
    key_.emplace_back(shard.get_uuid(), shard.get_revision());
  }
  read_languages();
}

void Snapshot::read_languages() {
  const std::string prefix = schema::value_term(Field::kLanguage, "");
  std::map<std::string, Xapian::doccount, std::less<>> articles;
  int looked_at = 0;
  for (auto term = database_.allterms_begin(prefix);
       term != database_.allterms_end(prefix) && looked_at < kMaxLanguageTerms;
       ++term, ++looked_at) {
    const std::string text = *term;
    const std::string_view tag =
        primary_tag(std::string_view(text).substr(prefix.size()));
    if (tag != primary_tag(language_))
      articles[std::string(tag)] += term.get_termfreq();
  }
  other_languages_.clear();
  bool has_stemless = false;  // All these cut a text alike.
  for (const auto& [tag, count] : articles) {
    const bool stemless = text::Stemmer(tag).name().empty();
    if (!stemless || !has_stemless) other_languages_.push_back(tag);
    has_stemless |= stemless;
  }
  std::stable_sort(other_languages_.begin(), other_languages_.end(),
                   [&](const std::string& a, const std::string& b) {
                     return articles[a] > articles[b];
                   });
  if (other_languages_.size() > kMaxOtherLanguages) {
    other_languages_.resize(kMaxOtherLanguages);
  }
  compare_stems();
}

void Snapshot::compare_stems() {
  has_our_stems_ = true;
  for (const Xapian::Database& shard : shards_) {
    const std::string theirs =
        shard.get_metadata(std::string(schema::metadata::kStems));
    const auto is_ours = [&](const std::string& language) {
      return text::makes_stems_of(theirs, text::Stemmer(language).name());
    };
    has_our_stems_ =
        has_our_stems_ && is_ours(language_) &&
        std::all_of(other_languages_.begin(), other_languages_.end(), is_ours);
  }
}

void Snapshot::refresh(const IndexStamps& stamps) {
  if (stamps_.are(stamps)) return;
  const bool old_enough = stamps_.begin(stamps);
  move_on();
  stamps_.confirm(old_enough);
}

void Snapshot::move_on() {
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    // An index published anew is another directory: reopening would stay in the old.
    if (identity(paths_[i]) != identities_[i]) return open();
  }
  if (!database_.reopen()) return;
  if (!std::all_of(shards_.begin(), shards_.end(), has_open_tables)) return open();
  read_key();
}

AnnotatedArticle Snapshot::article(Xapian::docid docid) const {
  return stored_article(database_, *cache_->dictionaries(shards_), docid);
}

Article Snapshot::heading(Xapian::docid docid) const {
  return stored_heading(database_, *cache_->dictionaries(shards_), docid);
}

void Snapshot::set_time_limit(std::chrono::milliseconds limit) {
  if (limit.count() < 0) {
    throw Error(ErrorCode::kInvalidArgument, "A time limit must not be below 0.");
  }
  set_deadline(limit.count() > 0 ? Deadline(limit) : Deadline());
}

text::Analyzer& Snapshot::analyzer(std::string_view language) {
  const std::string_view name = language.empty() ? language_ : language;
  if (const auto found = analyzers_.find(name); found != analyzers_.end()) {
    return found->second;
  }
  if (analyzers_.size() >= kMaxAnalyzers) analyzers_.clear();
  return analyzers_.emplace(std::string(name), text::Analyzer(name)).first->second;
}

std::vector<text::Analyzer*> Snapshot::other_analyzers() {
  // So that making one does not end another.
  if (analyzers_.size() + kMaxOtherLanguages >= kMaxAnalyzers) analyzers_.clear();
  std::vector<text::Analyzer*> all;
  for (const std::string& language : other_languages_) {
    all.push_back(&analyzer(language));
  }
  return all;
}

}  // namespace dateline
