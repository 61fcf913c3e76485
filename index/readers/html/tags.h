// The elements of HTML, as far as an article's text depends on them.

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::readers::html {

enum class Tag : std::uint8_t {
  kInline,   ///< Formatting, and everything that we do not know.
  kSkipped,  ///< Its content is no text: <select>, <svg>, <amp-ad> …
  kA,
  kArticle,
  kAside,
  kBlock,  ///< Other blocks: <address>, <center>, <amp-story> …
  kBlockquote,
  kBody,
  kBr,
  kCell,        ///< <td> and <th>.
  kDefinition,  ///< <dd> and <dt>.
  kDiv,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kHeader,
  kHeading1,
  kHeading,  ///< <h2> to <h6>.
  kHtml,
  kItem,  ///< <li>.
  kLink,
  kList,
  kMain,
  kMeta,
  kNav,
  kParagraph,
  kPre,
  kRow,
  kScript,
  kSection,
  kTable,
  kTime,
  kTitle,
  kVoid,  ///< Without content, and of no use to us: <img>, <hr>, <input> …
};

struct TagInfo {
  Tag tag = Tag::kInline;
  bool is_void = false;   ///< Has no closing tag.
  bool is_block = false;  ///< Begins and ends a line.
};

/// What the element called `name` is; case makes no difference.
TagInfo find_tag(std::string_view name);

}  // namespace dateline::readers::html
