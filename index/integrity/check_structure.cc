// The trees of the tables, by Xapian's own check.

#include <dateline/error.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "index/database.h"
#include "index/integrity/findings.h"
#include "index/manifest.h"

namespace dateline::integrity {
namespace {

namespace fs = std::filesystem;

// Xapian takes a table by its path; what it says of it goes to `said`.
std::size_t errors_in(const fs::path& table, std::ostringstream& said) {
  try {
    return Xapian::Database::check(table.string(), 0, &said);
  } catch (const Xapian::Error& error) {
    said << error.get_msg();
    return 1;
  }
}

// The last line that says something: Xapian stops at what is worst.
std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  const std::size_t begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1,
                     end - (begin == std::string::npos ? 0 : begin + 1) + 1);
}

}  // namespace

CheckReport check_structure(const std::string& path, const CheckProgress& progress) {
  CheckReport report;
  if (access(path.c_str(), W_OK) != 0) {
    // Xapian opens the tables as if it would mend them.
    report.notes.push_back(
        "The trees of the tables were not checked: that needs permission to write in "
        "the folder of the index.");
    return report;
  }
  const std::uint64_t revision = open_to_read(path).get_revision();
  Findings findings(report);
  for (const std::string& name : manifest_files(path)) {
    if (!name.ends_with(".glass")) continue;
    if (progress) progress(name);
    std::ostringstream said;
    ++report.files;
    if (errors_in(fs::path(path) / name, said) == 0) continue;
    const Xapian::Database now = open_to_read(path);
    if (now.get_revision() != revision || now.locked()) {
      report.was_busy = true;  // Blocks that are written over look like damage.
      continue;
    }
    findings.add(name, "Its tree is damaged: " + last_line(said.str()) + ".",
                 meaning_of_file(name));
  }
  return report;
}

}  // namespace dateline::integrity
