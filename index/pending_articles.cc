#include "index/pending_articles.h"

#include <xxhash.h>

#include <utility>

#include "index/accepted_article.h"
#include "index/schema.h"

namespace dateline {
namespace {

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.body.size();
}

}  // namespace

PendingArticles::PendingArticles(std::optional<Xapian::Database> existing)
    : existing_(std::move(existing)) {
  if (existing_) batch_.first_document = existing_->get_lastdocid() + 1;
}

std::size_t PendingArticles::memory_of(const Article& article) {
  return sizeof(std::optional<Article>) + article_bytes(article) +
         sizeof(std::string) * (article.authors.size() + article.topics.size()) +
         sizeof(Name) * article.names.size();
}

PendingArticles::IdHash PendingArticles::hash_of(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.low64, hash.high64};
}

// Takes away what stands at `place` under `id`. Whether there was something.
bool PendingArticles::vacate(const std::string& id, Place& place,
                             bool is_first_change) {
  if (is_first_change) {
    if (!existing_ || !existing_->term_exists(schema::id_term(id))) return false;
    old_ids_.push_back(id);
    return true;
  }
  if (place.batch == Place::kNowhere) return false;
  if (place.batch == batch_.number) {
    std::optional<Article>& article = batch_.articles[place.index];
    batch_bytes_ -= text_bytes(*article);
    batch_memory_ -= memory_of(*article);
    --batch_articles_;
    article.reset();
  } else {
    superseded_[place.batch].push_back(id);
  }
  return true;
}

bool PendingArticles::add(Article article) {
  const auto [found, is_first] = places_.try_emplace(hash_of(article.id));
  const bool was_there = vacate(article.id, found->second, is_first);
  found->second = {static_cast<std::uint32_t>(batch_.number),
                   static_cast<std::uint32_t>(batch_.articles.size())};
  batch_bytes_ += text_bytes(article);
  batch_memory_ += memory_of(article);
  ++batch_articles_;
  batch_.articles.emplace_back(std::move(article));
  return was_there;
}

bool PendingArticles::remove(const std::string& id) {
  const auto [found, is_first] = places_.try_emplace(hash_of(id));
  const bool was_there = vacate(id, found->second, is_first);
  found->second = {};
  if (is_first && !was_there) places_.erase(found);
  return was_there;
}

Batch PendingArticles::take_batch() {
  Batch taken = std::move(batch_);
  batch_sizes_.push_back(batch_articles_);
  batch_ = Batch{.number = taken.number + 1,
                 .first_document = taken.first_document +
                                   static_cast<Xapian::docid>(batch_articles_)};
  batch_bytes_ = 0;
  batch_memory_ = 0;
  batch_articles_ = 0;
  return taken;
}

const std::vector<std::string>& PendingArticles::superseded(std::size_t batch) const {
  static const std::vector<std::string> none;
  const auto found = superseded_.find(batch);
  return found == superseded_.end() ? none : found->second;
}

std::vector<std::string> PendingArticles::removed_ids() const { return old_ids(true); }
std::vector<std::string> PendingArticles::stale_ids() const { return old_ids(false); }

std::vector<std::string> PendingArticles::old_ids(bool removed) const {
  std::vector<std::string> ids;
  for (const std::string& id : old_ids_) {
    const bool is_nowhere = places_.at(hash_of(id)).batch == Place::kNowhere;
    if (is_nowhere == removed) ids.push_back(id);
  }
  return ids;
}

}  // namespace dateline
