#include "index/glass/metadata_writer.h"

#include <utility>

#include "index/glass/key_codec.h"
#include "index/glass/version_file.h"

namespace dateline::glass {

MetadataWriter::MetadataWriter(std::string folder)
    : folder_(std::move(folder)), entries_(folder_ + "/postlist.glass", 0) {}

void MetadataWriter::add(std::string_view key, std::string_view value) {
  entries_.add(metadata_key(key), value);
}

void MetadataWriter::finish() {
  TableWriter termlists(folder_ + "/termlist.glass", kTextCompressMin);
  DatabaseTables tables;
  tables.postlist = entries_.finish();
  tables.termlist = termlists.finish();
  tables.docdata.compress_min = kTextCompressMin;
  write_version_file(folder_, tables, {});
}

}  // namespace dateline::glass
