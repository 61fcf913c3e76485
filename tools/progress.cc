#include "progress.h"

#include <unistd.h>

#include <string>

#include "output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

constexpr std::chrono::milliseconds kBetweenDraws{100};

// Before this many seconds a rate says nothing about the rest.
constexpr double kRateIsKnown = 1.0;

}  // namespace

Progress::Progress() : terminal_(Terminal::of(STDERR_FILENO)) {}

void Progress::update(std::size_t articles, std::uint64_t bytes,
                      std::uint64_t all_bytes) {
  if (!shown()) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < kBetweenDraws) return;
  drawn_ = now;
  const double passed = seconds();
  std::string line = counted(articles, "article") + ", " + byte_size(bytes);
  if (passed >= kRateIsKnown && bytes > 0) {
    const double rate = static_cast<double>(bytes) / passed;
    line += ", " + byte_size(static_cast<std::uint64_t>(rate)) + "/s";
    if (all_bytes > bytes) {
      line += ", " + duration(static_cast<double>(all_bytes - bytes) / rate) + " left";
    }
  }
  draw(line);
}

void Progress::stage(std::string_view sentence) {
  if (shown()) draw(sentence);
}

void Progress::draw(std::string_view line) {
  write_to_stderr("\r" + shortened(line, terminal_.width - 1) + "\33[K");
  visible_ = true;
}

void Progress::clear() {
  if (visible_) write_to_stderr("\r\33[K");
  visible_ = false;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

}  // namespace dateline::cli
