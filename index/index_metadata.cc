#include "index/index_metadata.h"

#include <dateline/error.h>
#include <dateline/version.h>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "index/text/stem_fingerprint.h"

namespace dateline {

std::array<std::pair<std::string, std::string>, 6> index_metadata(
    const std::string& language) {
  return {{{std::string(schema::metadata::kSchemaVersion),
            std::to_string(schema::kVersion)},
           {std::string(schema::metadata::kDatelineVersion), DATELINE_VERSION},
           {std::string(schema::metadata::kXapianVersion), Xapian::version_string()},
           {std::string(schema::metadata::kLanguage), language},
           {std::string(schema::metadata::kAnalysis),
            std::string(text::analysis_fingerprint())},
           {std::string(schema::metadata::kStems), text::stem_fingerprints()}}};
}

void write_metadata(Xapian::WritableDatabase& database, const std::string& language) {
  for (const auto& [key, value] : index_metadata(language))
    database.set_metadata(key, value);
}

bool has_metadata(const Xapian::Database& database, const std::string& language) {
  for (const auto& [key, value] : index_metadata(language)) {
    if (database.get_metadata(key) != value) return false;
  }
  return true;
}

std::string metadata_language(const Xapian::Database& database) {
  return database.get_metadata(std::string(schema::metadata::kLanguage));
}

void require_same_analysis(const Xapian::Database& database, const std::string& path) {
  const std::string theirs =
      database.get_metadata(std::string(schema::metadata::kAnalysis));
  if (theirs == text::analysis_fingerprint()) {
    const std::string stems =
        database.get_metadata(std::string(schema::metadata::kStems));
    if (stems.empty() || stems == text::stem_fingerprints()) return;
    throw Error(ErrorCode::kInvalidArgument,
                "The index at '" + path +
                    "' was made with another version of libstemmer, which stems some "
                    "words otherwise: nothing can be added to it; rebuild it.");
  }
  throw Error(ErrorCode::kInvalidArgument,
              "The index at '" + path + "' cuts text into words by other rules (" +
                  theirs +
                  ") than this "
                  "version (" +
                  std::string(text::analysis_fingerprint()) +
                  "): nothing can be added to it; rebuild it.");
}

}  // namespace dateline
