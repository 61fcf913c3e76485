// The fields of a page, as its tags and texts come by.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/html/page_fields.h"
#include "index/readers/html/tokenizer.h"

namespace dateline::readers::html {

/// Where a tag or block stands.
struct FieldContext {
  std::uint16_t marks = 0;  ///< Bits of Mark, of the elements around it and its own.
  bool in_article = false;  ///< Within <article> or <main>.
};

/// Collects <meta>, <link>, <time>, microdata and what is shown at well-named places.
class FieldReader {
 public:
  explicit FieldReader(PageFields& fields) : fields_(fields) {}

  /// Fields that stand in the tag itself.
  void read_tag(const Token& token, FieldContext context);

  /// Begins to collect the text of the element just opened, the `depth`-th of those
  /// that are open, where that is the value of a field.
  void open(const Token& token, std::size_t depth, FieldContext context);

  /// The elements beyond the `depth`-th are closed.
  void close(std::size_t depth);

  void add_text(std::string_view text);

  /// A block of text as it stands on the page.
  void read_block(std::string_view text, bool is_headline, FieldContext context);

 private:
  // Text that is a field's value up to the end of an element.
  struct Capture {
    std::size_t depth;  // Of the element.
    PageField field;
    int rank;
    std::string text{};
  };

  void open_itemprop(const Token& token, std::string_view prop, std::size_t depth);
  const Capture* outer_item() const;
  void capture(PageField field, int rank, std::size_t depth);
  void finish(const Capture& done);

  PageFields& fields_;
  std::vector<Capture> captures_;
  std::size_t shown_blocks_ = 0;  // Since the headline.
};

}  // namespace dateline::readers::html
