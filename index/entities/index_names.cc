#include "index/entities/index_names.h"

#include <dateline/error.h>

#include "index/schema.h"

namespace dateline::entities {

void IndexNames::for_each_name(const NameVisitor& visit) const {
  for (const NameKind kind : kNameKinds) {
    const std::string prefix = schema::name_term(kind, "");
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
      const std::string text = *term;
      visit(kind, std::string_view(text).substr(prefix.size()), term.get_termfreq());
    }
  }
}

void IndexNames::for_each_article(const ArticleVisitor& visit) const {
  const auto end = database_.valuestream_end(schema::slot::kNames);
  for (auto value = database_.valuestream_begin(schema::slot::kNames); value != end;
       ++value) {
    const auto ids = schema::unpack_name_ids(*value);
    if (!ids) {
      throw Error(ErrorCode::kCorrupt,
                  "The names stored with an article are damaged: rebuild the index.");
    }
    visit(*ids);
  }
}

}  // namespace dateline::entities
