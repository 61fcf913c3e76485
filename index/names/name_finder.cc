#include <dateline/name_finder.h>

#include "index/names/crf/model.h"
#include "index/names/gazetteer/name_lists.h"
#include "index/names/name_tagger.h"

#include <utility>
#include <vector>

namespace dateline {

NameFinder::NameFinder(const NameFinderOptions& options) {
  std::vector<names::ListedName> lists;
  for (const std::string& path : options.name_lists) {
    auto list = names::read_name_list(path);
    lists.insert(lists.end(), std::make_move_iterator(list.begin()),
                 std::make_move_iterator(list.end()));
  }
  std::shared_ptr<const names::crf::Model> model;
  if (!options.name_model.empty()) model = names::crf::Model::load(options.name_model);
  tagger_ = std::make_shared<const names::NameTagger>(lists, std::move(model));
}

}  // namespace dateline
