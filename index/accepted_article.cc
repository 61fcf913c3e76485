#include "index/accepted_article.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <cstddef>
#include <cstdio>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

}  // namespace

std::size_t article_bytes(const Article& article) {
  std::size_t bytes = article.id.size() + article.title.size() + article.body.size() +
                      article.source.size() + article.url.size() +
                      article.language.size() + bytes_of(article.authors) +
                      bytes_of(article.topics);
  for (const Name& name : article.names) bytes += name.text.size();
  return bytes;
}

void require_acceptable(const Article& article, std::size_t most_bytes) {
  const std::string name = "The article '" + article.id.substr(0, 200) + "' ";
  if (article.title.empty() && article.body.empty()) {
    throw Error(ErrorCode::kInvalidArgument, name + "has neither title nor body.");
  }
  const std::size_t bytes = article_bytes(article);
  if (bytes > kMostBytes) {
    throw Error(ErrorCode::kInvalidArgument,
                name + "is larger than " + std::to_string(kMostBytes >> 20) + " MiB.");
  }
  if (bytes > most_bytes) {
    throw Error(ErrorCode::kInvalidArgument,
                name + "has " + std::to_string(bytes >> 10) +
                    " KiB, and the memory allowed for indexing is enough for " +
                    std::to_string(most_bytes >> 10) + ".");
  }
}

std::string derived_id(const Article& article) {
  if (!article.url.empty()) return article.url;
  std::string text;
  for (const std::string& part : {article.title, article.body, article.source,
                                  to_string(article.published.date)}) {
    text.append(part).append(1, '\0');
  }
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  char id[40];
  std::snprintf(id, sizeof id, "h:%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return id;
}

}  // namespace dateline
