#include "index/readers/reuters_reader.h"

#include <utility>

namespace dateline::readers {

ReutersReader::ReutersReader(TextSource& source, std::size_t max_record_bytes,
                             RejectSink reject)
    : records_(source, "REUTERS", max_record_bytes, std::move(reject)) {}

bool ReutersReader::next(Article& article) {
  std::string record;
  if (!records_.next(record)) return false;
  const auto bad_date = read_reuters_record(std::move(record), article);
  if (bad_date) {
    records_.report("the DATE is none that is understood: \"" + *bad_date + "\"", true);
  }
  return true;
}

}  // namespace dateline::readers
