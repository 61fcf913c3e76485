// dateline index: reads articles and puts them into the index.

#include <dateline/article_reader.h>
#include <dateline/error.h>
#include <dateline/index_writer.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "command.h"
#include "environment.h"
#include "interrupt.h"
#include "json_output.h"
#include "name_finder_arguments.h"
#include "progress.h"
#include "rejects.h"
#include "source_arguments.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostJobs = 256;

constexpr std::array kOptions = {
    kIndexOption,
    Option{"add", "",
           "Add to the index, replacing articles with the same id (default)"},
    Option{"rebuild", "", "Build the index anew; the old one is replaced at the end"},
    Option{"jobs", "N", "Use N threads (one for each core)"},
    Option{
        "memory", "SIZE",
        "Memory for articles in work, as 64M or 2G, however many and large they are; "
        "larger ones are rejected (no limit: some 100M for each thread)"},
    Option{
        "language", "TAG",
        "The language, as BCP 47 (en), of articles that name none and are too short to "
        "tell; it chooses the stemmer"},
    Option{"published", "DAY",
           "The day of articles that name none, as YYYY-MM-DD; without it, their "
           "address and text are searched for one"},
    kMapOption,
    kRecordSizeOption,
    kNameListOption,
    kNameModelOption,
    Option{"no-names", "", "Do not look for names and dates in the text"},
    Option{"no-linking", "",
           "Do not look for names that are spellings of one; new names stand alone"},
    Option{"segment-writer", "bulk|xapian",
           "Write the tables of new segments directly, or by Xapian: slower, the same "
           "index"},
    Option{"rejects", "FILE", "Write every rejected record to a file, as JSON Lines"},
    Option{"format", "text|json", "How the summary is written"},
};

std::uint64_t bytes_on_disk(const std::string& path) {
  std::uint64_t bytes = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(path, failure), end; !failure && it != end;
       it.increment(failure)) {
    std::error_code not_a_file;
    const auto size = it->file_size(not_a_file);
    if (!not_a_file) bytes += size;
  }
  return bytes;
}

IndexWriterOptions writer_options(const Arguments& arguments) {
  if (arguments.has("add") && arguments.has("rebuild")) {
    throw UsageError("Choose one of --add and --rebuild.");
  }
  IndexWriterOptions options;
  options.rebuild = arguments.has("rebuild");
  options.jobs = static_cast<unsigned>(arguments.number("jobs", 0, 1, kMostJobs));
  options.memory =
      size_argument(arguments, "memory", kLeastMemory, kMostMemory).value_or(0);
  options.language = arguments.value("language").value_or(options.language);
  options.annotate = !arguments.has("no-names");
  options.name_finder = name_finder_options(arguments);
  options.link_names = !arguments.has("no-linking");
  if (arguments.choice("segment-writer") == "xapian") {
    options.formatter = SegmentFormatter::kXapian;
  }
  return options;
}

// One run of the command.
class Indexing {
 public:
  explicit Indexing(const Arguments& arguments)
      : options_(writer_options(arguments)),
        paths_(arguments.operands()),
        published_(arguments.day("published")),
        rejects_(arguments.value("rejects"), progress_),
        reader_(paths_, reader_options(arguments)) {
    report_.path = index_path(arguments);
    require_readable(paths_);
  }

  // Whether anything was committed.
  bool run() {
    std::error_code ignored;
    const bool would_replace = options_.rebuild && fs::exists(report_.path, ignored);
    IndexWriter writer(report_.path, options_);
    const std::size_t articles = read_into(writer);
    report_.interrupted = interrupt_signal() != 0;
    // Half an index is worth less than the whole one it would replace.
    const bool commits = articles > 0 && !(report_.interrupted && would_replace);
    if (commits) {
      progress_.stage(report_.interrupted ? "Stopping: writing what was read ..."
                                          : "Writing the index ...");
      report_.commit = writer.commit();
    }
    progress_.clear();
    report_.rejected = rejects_.count();
    report_.seconds = progress_.seconds();
    report_.index_bytes = bytes_on_disk(report_.path);
    rejects_.finish();
    return commits;
  }

  const IndexReport& report() const { return report_; }

 private:
  ArticleReaderOptions reader_options(const Arguments& arguments) {
    ArticleReaderOptions options;
    options.field_names = field_mappings(arguments);
    options.max_record_bytes = record_bytes(arguments);
    options.on_reject = [this](const RejectedRecord& record) { rejects_.add(record); };
    return options;
  }

  // Reads until the end or Ctrl-C; gives the number of articles.
  std::size_t read_into(IndexWriter& writer) {
    const std::uint64_t all_bytes = progress_.shown() ? reader_.bytes_total() : 0;
    std::size_t articles = 0;
    Article article;
    while (interrupt_signal() == 0 && reader_.next(article)) {
      if (published_ && !article.published.date) article.published = published_;
      const std::uint64_t bytes = article.title.size() + article.body.size();
      if (!add(writer, std::move(article))) continue;
      ++articles;
      report_.text_bytes += bytes;
      progress_.update(articles, reader_.bytes_read(), all_bytes);
    }
    return articles;
  }

  // False where the writer refuses the article itself; the rest can still be indexed.
  bool add(IndexWriter& writer, Article article) {
    const std::string name = article.id.empty() ? article.title : article.id;
    try {
      writer.add(std::move(article));
      return true;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kInvalidArgument) throw;
      rejects_.add(
          {.file = name.empty() ? "(an article)" : name, .reason = error.what()});
      return false;
    }
  }

  IndexWriterOptions options_;
  std::vector<std::string> paths_;
  Date published_;  // Of articles that name no day; Date{}: none is given.
  Progress progress_;
  Rejects rejects_;
  ArticleReader reader_;
  IndexReport report_;
};

std::string summary_text(const IndexReport& report) {
  const auto megabytes_a_second = byte_size(static_cast<std::uint64_t>(
      static_cast<double>(report.text_bytes) / std::max(report.seconds, 1e-3)));
  std::string text =
      "Indexed " + counted(report.commit.added + report.commit.replaced, "article");
  text += " (" + with_commas(report.commit.added) + " new, " +
          with_commas(report.commit.replaced) + " replaced)";
  if (report.rejected > 0) {
    text += ", " + counted(report.rejected, "record") + " rejected";
  }
  text += ".\n" + byte_size(report.text_bytes) + " of text in " +
          duration(report.seconds) + ", " + megabytes_a_second +
          "/s. The index holds " + counted(report.commit.articles, "article") + " in " +
          byte_size(report.index_bytes) + ": " + printable(report.path) + "\n";
  return text;
}

int run(const Arguments& arguments, Output& out) {
  catch_interrupts();
  Indexing indexing(arguments);
  const bool committed = indexing.run();
  const IndexReport& report = indexing.report();
  if (arguments.choice("format") == "json") {
    out.write(report_json(report));
  } else if (committed) {
    out.write(summary_text(report));
  }
  if (report.interrupted) {
    complain(committed ? "Interrupted; what had been read is in the index."
                       : "Interrupted; the index is as it was.");
    return kSignalled + interrupt_signal();
  }
  if (!committed) complain("No article was found; the index is as it was.");
  return committed ? kFound : kNothing;
}

}  // namespace

constinit const Command kIndexCommand = {
    .name = "index",
    .synopsis = "PATH...",
    .operand = Operand::kFile,
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .summary = "Read articles into the index",
    .description =
        "Reads files, folders with all below them, and standard input for '-'. The "
        "format is found from the content: JSON, CSV and TSV with a header, HTML "
        "pages, "
        "RSS and Atom feeds, NITF and NewsML-G2, TREC and Reuters-21578 SGML or plain "
        "text, also compressed by gzip, zstd, xz or bzip2. The index is created where "
        "there is none.\n\n"
        "The index changes at the end, all at once; searches meanwhile see the old "
        "one. Records that cannot be read are named on standard error, and the others "
        "are indexed. Where no article is found at all the index stays as it was, and "
        "the exit status is 1.\n\n"
        "Ctrl-C commits what has been read and ends with 130, but --rebuild then keeps "
        "the old index. A second Ctrl-C ends at once and leaves the index as it was.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
