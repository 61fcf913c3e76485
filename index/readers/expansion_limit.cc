#include "index/readers/expansion_limit.h"

#include <dateline/error.h>

#include <string>

namespace dateline::readers {

void ExpansionLimit::add_unpacked(std::uint64_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ <= free_bytes_ || unpacked_ / kMostTimes <= packed_) return;
  exceeded_ = true;
  throw Error(ErrorCode::kIo,
              "is not read on: it unpacks to more than " + std::to_string(kMostTimes) +
                  " times its size; if that is right, unpack it and give the files");
}

}  // namespace dateline::readers
