#include "index/names/gazetteer/name_lists.h"

#include <dateline/error.h>

#include "index/names/gazetteer/phrase_hash.h"
#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <utf8proc.h>
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace dateline::names {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestShown = 60;  // Bytes of a wrong field in a message.

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return true;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

std::string class_names() {
  std::string all;
  for (const std::string_view name : kNameClassNames)
    (all += all.empty() ? "" : ", ") += name;
  return all;
}

// Making one takes longer than reading a list.
const Lexicon& lexicon() {
  static const Lexicon made;
  return made;
}

// Reads the lines of one list.
class Parser {
 public:
  explicit Parser(std::string_view origin) : origin_(origin) {}

  std::vector<ListedName> run(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      ++number_;
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(names_);
  }

 private:
  void read_line(std::string_view line) {
    if (trim(line).empty() || line.starts_with('#')) return;
    if (!is_utf8(line)) refuse("this line is not UTF-8; save the file as UTF-8.");
    const auto tab = line.find('\t');
    if (tab == line.npos)
      refuse(
          "there is no tab; write a class, a tab and a name, as in "
          "\"company<TAB>Acme Widgets\".");
    const auto name_class = parse_name_class(trim(line.substr(0, tab)));
    if (!name_class)
      refuse("there is no class " + quoted(trim(line.substr(0, tab))) +
             "; take one of " + class_names() + '.');
    const auto rest = line.substr(tab + 1);
    const auto second = std::min(rest.find('\t'), rest.size());
    const auto name = trim(rest.substr(0, second));
    const auto canonical = trim(rest.substr(std::min(second + 1, rest.size())));
    if (canonical.find('\t') != canonical.npos)
      refuse("there are more than three fields; leave the others out.");
    if (!can_be_found(name))
      refuse(quoted(name) + " cannot be found in a text; write a name of one to " +
             std::to_string(kLongestPhrase) +
             " words that begins with a capital and has no comma or bracket.");
    names_.push_back({*name_class, std::string(name), std::string(canonical)});
  }

  // As GazetteerCompiler::add().
  static bool can_be_found(std::string_view name) {
    const auto tokens = tokenize(name, lexicon());
    return !tokens.empty() && tokens.size() <= kLongestPhrase &&
           tokens[0].is_capital() &&
           std::all_of(tokens.begin() + 1, tokens.end(), continues_name);
  }

  static std::string quoted(std::string_view text) {
    auto size = std::min(text.size(), kLongestShown);
    while (size < text.size() &&
           (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
      --size;
    return '"' + std::string(text.substr(0, size)) +
           (size < text.size() ? "...\"" : "\"");
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(ErrorCode::kInvalidArgument,
                origin_ + ':' + std::to_string(number_) + ": " + what);
  }

  std::string origin_;
  std::size_t number_ = 0;
  std::vector<ListedName> names_;
};

}  // namespace

std::vector<ListedName> parse_name_list(std::string_view text,
                                        std::string_view origin) {
  return Parser(origin).run(text);
}

std::vector<ListedName> read_name_list(const std::filesystem::path& path) {
  const auto fail = [&](ErrorCode code, const std::string& why) {
    throw Error(code,
                "The name list \"" + path.string() + "\" cannot be read: " + why + '.');
  };
  std::error_code unknown;
  const auto status = std::filesystem::status(path, unknown);
  if (!std::filesystem::exists(status))
    fail(ErrorCode::kNotFound, "there is no such file");
  if (std::filesystem::is_directory(status))
    fail(ErrorCode::kInvalidArgument, "it is a folder; name a file");
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad())
    fail(ErrorCode::kIo, std::generic_category().message(errno));
  return parse_name_list(text, path.string());
}

}  // namespace dateline::names
