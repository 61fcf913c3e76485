// A dictionary that one thread trains while others wait for it.

#pragma once

#include <atomic>
#include <future>
#include <utility>

#include "index/record_dictionary.h"

namespace dateline {

/// Safe to use from any number of threads.
class AwaitedDictionary {
 public:
  /// Sets it, be it null; only the first call counts.
  void settle(RecordDictionaryPtr dictionary) {
    if (!is_settled_.exchange(true)) promise_.set_value(std::move(dictionary));
  }

  /// Waits until it is settled.
  RecordDictionaryPtr get() const { return future_.get(); }

 private:
  std::atomic<bool> is_settled_{false};
  std::promise<RecordDictionaryPtr> promise_;
  const std::shared_future<RecordDictionaryPtr> future_ = promise_.get_future().share();
};

}  // namespace dateline
