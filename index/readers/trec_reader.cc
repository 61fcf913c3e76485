#include "index/readers/trec_reader.h"

#include <utility>

namespace dateline::readers {

TrecReader::TrecReader(TextSource& source, std::size_t max_record_bytes,
                       RejectSink reject)
    : records_(source, "DOC", max_record_bytes, std::move(reject)) {}

bool TrecReader::next(Article& article) {
  std::string record;
  while (records_.next(record)) {
    TrecOutcome outcome = read_trec_record(std::move(record), article);
    if (!outcome.rejected.empty()) {
      records_.report(std::move(outcome.rejected), false);
      continue;
    }
    for (std::string& reason : outcome.not_read)
      records_.report(std::move(reason), true);
    return true;
  }
  return false;
}

}  // namespace dateline::readers
