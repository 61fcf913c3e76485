#include "tools/scores/temporary_index.h"

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <stdlib.h>
#include <utf8proc.h>

#include <cstdlib>
#include <system_error>
#include <utility>

namespace dateline::scores {
std::string fold_name(const std::string& text) {
  constexpr int kOptions = UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                           UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  utf8proc_uint8_t* bytes = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                 static_cast<utf8proc_option_t>(kOptions));
  if (size < 0) return text;  // Not UTF-8.
  std::string folded(bytes, bytes + size);
  std::free(bytes);
  return folded;
}

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  std::string name =
      (std::filesystem::temp_directory_path(error) / "dateline-eval-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw Error(ErrorCode::kIo, "No folder for temporary files can be made at '" +
                                    name +
                                    "'; set TMPDIR to a place that can be written.");
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

EntityMap::EntityMap(const std::vector<Article>& articles) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "names.db").string();
  IndexWriterOptions options;
  options.annotate = false;
  IndexWriter writer(path, options);
  for (const Article& article : articles) {
    Article indexed = article;
    if (indexed.title.empty()) indexed.title = article.id;  // An index wants a text.
    writer.add(std::move(indexed));
  }
  writer.commit();
  const Searcher searcher(path);
  EntityOptions all;
  all.limit = 0;
  all.hidden = true;
  std::size_t number = 0;
  for (const Entity& entity : searcher.entities(all).entities) {
    for (const auto& [spelling, count] : entity.spellings) {
      entities_[{entity.kind, fold_name(spelling)}] = number;
    }
    ++number;
  }
}

std::string EntityMap::entity_of(const Name& name) const {
  const Name key{name.kind, fold_name(name.text)};
  const auto entity = entities_.find(key);
  return entity == entities_.end() ? key.text : "#" + std::to_string(entity->second);
}

}  // namespace dateline::scores
