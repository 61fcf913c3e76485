#include "environment.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <optional>

namespace dateline::cli {
namespace {

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

// A file descriptor that is closed with the object; standard input stays open.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : descriptor_(path == "-" ? STDIN_FILENO
                                : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~InputFile() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void refuse(const std::string& path, int error) {
  throw Error(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
              "'" + path + "' cannot be read: " + system_reason(error) + ".");
}

}  // namespace

std::string index_path(const Arguments& arguments) {
  if (const auto given = arguments.value("index")) {
    if (given->empty()) throw UsageError("The option '--index' needs a folder.");
    return *given;
  }
  if (const auto path = environment("DATELINE_INDEX")) return *path;
  if (const auto data = environment("XDG_DATA_HOME")) return *data + "/dateline/index";
  if (const auto home = environment("HOME")) {
    return *home + "/.local/share/dateline/index";
  }
  throw UsageError("Name the index: use --index DIR or set DATELINE_INDEX.");
}

Date today(const Arguments& arguments) {
  if (arguments.has("today")) return arguments.day("today");
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return {};
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::string read_input(const std::string& path, std::size_t most) {
  const InputFile file(path);
  if (file.descriptor() < 0) refuse(path, errno);
  std::string content;
  std::string buffer(std::size_t{64} << 10, '\0');
  while (true) {
    const ssize_t count = ::read(file.descriptor(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(path, errno);
    if (count == 0) return content;
    content.append(buffer, 0, static_cast<std::size_t>(count));
    if (content.size() > most) {
      throw Error(ErrorCode::kInvalidArgument, "'" + path + "' is larger than " +
                                                   std::to_string(most >> 20) +
                                                   " MiB; cut it into smaller files.");
    }
  }
}

void write_whole_file(const std::string& path, std::string_view bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes << std::flush;
  if (!file)
    throw Error(ErrorCode::kIo,
                "'" + path + "' cannot be written: " + system_reason(errno) + ".");
}

std::string system_reason(int error) {
  std::string reason = std::strerror(error);
  if (reason.size() > 1 && reason[1] >= 'a' && reason[1] <= 'z') {
    reason[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  }
  return reason;
}

}  // namespace dateline::cli
