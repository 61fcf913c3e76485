#include <dateline/check.h>
#include <dateline/error.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "index/accepted_article.h"
#include "index/database.h"
#include "index/document_builder.h"
#include "index/stored_article.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

using Kind = SourceDifference::Kind;

// Of title and body.
std::uint64_t text_hash(const Article& article) {
  std::string text = article.title;
  text.append(1, '\0').append(article.body);
  return XXH3_64bits(text.data(), text.size());
}

// What is known of an article of the sources.
struct Source {
  std::uint64_t text = 0;
  std::string title{};  // Cut: it is only shown.
};
using Sources = std::map<std::string, Source, std::less<>>;

constexpr std::size_t kTitleBytes = 80;

bool is_taken(const Article& article) {
  try {
    require_acceptable(article);
    return true;
  } catch (const Error&) {
    return false;
  }
}

Sources read_sources(const std::function<bool(Article&)>& next) {
  Sources sources;
  for (Article article; next(article);) {
    if (!is_taken(article)) continue;
    repair_text(article);
    if (article.id.empty()) article.id = derived_id(article);
    Source source{text_hash(article), article.title.substr(0, kTitleBytes)};
    repair_text(source.title);  // It may end in half a character.
    sources.insert_or_assign(std::move(article.id), std::move(source));
  }
  return sources;
}

class Comparison {
 public:
  Comparison(const Xapian::Database& database, Sources sources)
      : database_(database), dictionaries_(database), sources_(std::move(sources)) {
    result_.in_sources = sources_.size();
  }

  SourceComparison run(const CheckProgress& progress) {
    const auto end = database_.postlist_end("");
    for (auto one = database_.postlist_begin(""); one != end; ++one) {
      if (progress) progress("article number " + std::to_string(*one));
      ++result_.in_index;
      compare(*one);
    }
    for (auto& [id, source] : sources_) add(Kind::kMissing, id, source.title);
    std::ranges::sort(result_.differences, {}, [](const SourceDifference& one) {
      return std::tie(one.kind, one.id);
    });
    return std::move(result_);
  }

 private:
  void add(Kind kind, const std::string& id, std::string title = {}) {
    result_.differences.push_back({kind, id, std::move(title)});
  }

  void compare(Xapian::docid docid) {
    Article stored;
    try {
      stored = stored_article(database_, dictionaries_, docid).article;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kCorrupt) throw;
      return add_damaged(docid);
    }
    const auto source = sources_.find(stored.id);
    if (source == sources_.end()) return add(Kind::kExtra, stored.id, stored.title);
    if (source->second.text == text_hash(stored)) {
      ++result_.same;
    } else {
      add(Kind::kChanged, stored.id, source->second.title);
    }
    sources_.erase(source);
  }

  void add_damaged(Xapian::docid docid) {
    const std::string id = readable_id(database_, docid);
    add(Kind::kDamaged, id);
    sources_.erase(id);
  }

  const Xapian::Database& database_;
  const RecordDictionaries dictionaries_;
  Sources sources_;  // That were not met in the index yet.
  SourceComparison result_;
};

}  // namespace

std::string_view to_string(SourceDifference::Kind kind) {
  switch (kind) {
    case Kind::kMissing:
      return "missing";
    case Kind::kExtra:
      return "extra";
    case Kind::kChanged:
      return "changed";
    case Kind::kDamaged:
      break;
  }
  return "damaged";
}

SourceComparison compare_with_sources(const std::string& path,
                                      const std::function<bool(Article&)>& next,
                                      const CheckProgress& progress) {
  open_to_read(path);  // What is wrong with the path is told before all is read.
  Sources sources = read_sources(next);
  const Xapian::Database database = open_to_read(path);
  return with_xapian(
      path, [&] { return Comparison(database, std::move(sources)).run(progress); });
}

}  // namespace dateline
