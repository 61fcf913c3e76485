#include <dateline/error.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "index/names/crf/model.h"

namespace dateline::names::crf {

std::string_view english_model();  // Of the build: models/english.dnm.

namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(const std::filesystem::path& file)
      : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// A file in memory for as long as this lives.
class Mapping {
 public:
  explicit Mapping(const std::filesystem::path& file) {
    const FileDescriptor descriptor(file);
    struct stat status {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0)
      refuse(file, errno);
    if (!S_ISREG(status.st_mode)) refuse(file, EINVAL);
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ == 0) return;
    void* mapped =
        ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
    if (mapped == MAP_FAILED) refuse(file, errno);
    bytes_ = mapped;
  }
  ~Mapping() {
    if (bytes_ != nullptr) ::munmap(bytes_, size_);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }

 private:
  [[noreturn]] static void refuse(const std::filesystem::path& file, int error) {
    throw Error(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
                file.string() + ": " + std::generic_category().message(error) + '.');
  }

  void* bytes_ = nullptr;
  std::size_t size_ = 0;
};

struct LoadedModel {
  explicit LoadedModel(const std::filesystem::path& file)
      : mapping(file), model(mapping.bytes()) {}

  Mapping mapping;
  Model model;
};

}  // namespace

const Model& Model::english() {
  static const Model model(english_model(), true);
  return model;
}

std::shared_ptr<const Model> Model::load(const std::filesystem::path& file) {
  try {
    auto loaded = std::make_shared<const LoadedModel>(file);
    return {loaded, &loaded->model};
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    throw Error(ErrorCode::kCorrupt, file.string() + ": " + error.what());
  }
}

}  // namespace dateline::names::crf
