// The data stored with a document: everything that `show`, hits and snippets need.

#pragma once

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/interner.h"

namespace dateline {

/// Makes records. Reused, it keeps its memory; one object belongs to one thread at a
/// time.
class RecordEncoder {
 public:
  /// A compact, versioned record of `article`, with a checksum. Scores are kept in
  /// steps of 1/255. Lives until the next call.
  std::string_view encode(const AnnotatedArticle& article);

 private:
  void begin(const Article& article);
  void put(const Name& name);
  void put(const std::vector<std::string>& strings);
  void put(Date date);
  void put(const Publication& published);
  void put(const Article& article);
  void put(const std::vector<RegionSpan>& regions);
  void put(const Annotations& annotations, std::string_view text);
  void put(const NameMention& mention, std::string_view surface);
  void put(const DateMention& mention);
  void put_place(std::size_t begin, std::size_t end, std::size_t& previous);
  void put_score(double score);
  void put_reason(std::string_view reason, bool more_follows = false);
  void put_checksum();

  std::string record_;
  Interner names_;
  Interner reasons_;
  std::string published_;
  std::int64_t publication_ = 0;  // Its number.
  std::int64_t last_date_ = 0;
  Region last_region_ = Region::kBody;
  std::string_view last_reason_;
};

/// The record of one article.
std::string encode_record(const AnnotatedArticle& article);

/// Throws Error kCorrupt when `record` is not one that this or an earlier version
/// wrote, or a byte of it has changed. Reads never leave the bytes of `record`; spans
/// and mentions given back lie within their texts.
AnnotatedArticle decode_record(std::string_view record);

/// Of the article in `record` what lists show: `id`, `title`, `source`, `url` and
/// `published`; the rest is empty. The checksum is over the whole record: a byte that
/// has changed is told wherever it is, as decode_record() does. What stands behind
/// these parts is not read.
Article decode_heading(std::string_view record);

/// Throws that Error kCorrupt.
[[noreturn]] void throw_damaged_record();

}  // namespace dateline
