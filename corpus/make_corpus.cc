// make_corpus - writes a made-up news corpus of any size as JSON Lines.
//
//   make_corpus --articles 100000 --seed 1 > corpus.jsonl
//
// The same options give the same bytes on every machine. Memory does not grow with the
// number of articles.

#include <charconv>
#include <chrono>
#include <cstdio>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_maker.h"
#include "corpus/world.h"

namespace {

using namespace dateline::corpus;
using std::string_view;

constexpr string_view kUsage = R"(Usage: make_corpus [OPTION]...
Writes made-up news articles as JSON Lines to standard output.

  --articles N           how many (100000)
  --seed S               another seed, other articles (1)
  --from DATE            first day of publication (2015-01-01)
  --to DATE              last day of publication (2024-12-31)
  --mean-words W         mean length of a body (300)
  --duplicates PERCENT   share of edited copies, 0 to 90 (5)
  --truth FILE           also write names, dates and originals, as JSON Lines
  --help                 show this text
)";

struct Options {
  CorpusSettings settings;
  std::string truth_path;
  bool help = false;
};

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::uint64_t parse_number(string_view option, string_view text, std::uint64_t low,
                           std::uint64_t high) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < low || value > high) {
    throw UsageError(std::string(option) + " takes a whole number from " +
                     std::to_string(low) + " to " + std::to_string(high) + ", not '" +
                     std::string(text) + "'.");
  }
  return value;
}

std::chrono::sys_days parse_day(string_view option, string_view text) {
  unsigned parts[3] = {};
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    std::from_chars(text.data(), text.data() + 4, parts[0]);
    std::from_chars(text.data() + 5, text.data() + 7, parts[1]);
    std::from_chars(text.data() + 8, text.data() + 10, parts[2]);
  }
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(parts[0])),
                                        std::chrono::month(parts[1]),
                                        std::chrono::day(parts[2]));
  // Reading it back catches "2023-+1-0x". Texts speak of 40 years before.
  if (!day.ok() || parts[0] < 1900 || iso_day(day) != text) {
    throw UsageError(std::string(option) +
                     " takes a day from 1900 on, as in 2023-03-02" + ", not '" +
                     std::string(text) + "'.");
  }
  return day;
}

Options parse_options(const std::vector<string_view>& arguments) {
  using namespace std::chrono;
  Options options;
  CorpusSettings& settings = options.settings;
  settings.from = sys_days(year{2015} / January / 1);
  settings.to = sys_days(year{2024} / December / 31);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const string_view option = arguments[i];
    if (option == "--help") {
      options.help = true;
      return options;
    }
    const auto value = [&] {
      if (i + 1 == arguments.size()) {
        throw UsageError(std::string(option) + " needs a value.");
      }
      return arguments[++i];
    };
    if (option == "--articles") {
      settings.articles = parse_number(option, value(), 1, 1'000'000'000);
    } else if (option == "--seed") {
      settings.seed =
          parse_number(option, value(), 0, std::numeric_limits<std::uint64_t>::max());
    } else if (option == "--from") {
      settings.from = parse_day(option, value());
    } else if (option == "--to") {
      settings.to = parse_day(option, value());
    } else if (option == "--mean-words") {
      settings.mean_words =
          static_cast<std::uint32_t>(parse_number(option, value(), 1, 100'000));
    } else if (option == "--duplicates") {
      settings.duplicates_percent =
          static_cast<std::uint32_t>(parse_number(option, value(), 0, 90));
    } else if (option == "--truth") {
      options.truth_path = value();
    } else {
      throw UsageError("There is no option '" + std::string(option) + "'.");
    }
  }
  if (settings.to < settings.from) throw UsageError("--to is before --from.");
  return options;
}

// Text here is UTF-8 that we made: of what JSON escapes it has quotes and newlines.
void append_json(std::string& out, string_view text) {
  out += '"';
  for (std::size_t begin = 0;;) {
    const auto end = text.find_first_of("\"\n\\", begin);
    out.append(text, begin, end - begin);
    if (end == string_view::npos) break;
    out += '\\';
    out += text[end] == '\n' ? 'n' : text[end];
    begin = end + 1;
  }
  out += '"';
}

void append_field(std::string& out, string_view name, string_view value) {
  out += ",\"";
  out += name;
  out += "\":";
  append_json(out, value);
}

std::string iso_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::string text = iso_day(day) + "T00:00:00Z";
  const auto put = [&](std::size_t at, long value) {
    text[at] = static_cast<char>('0' + value / 10);
    text[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(11, clock.hours().count());
  put(14, clock.minutes().count());
  put(17, static_cast<long>(clock.seconds().count()));
  return text;
}

void append_article(std::string& out, const MadeArticle& article) {
  const std::string id = article_id(article.number);
  out += "{\"id\":";
  append_json(out, id);
  append_field(out, "title", article.title);
  append_field(out, "body", article.body);
  append_field(out, "published", iso_time(article.published));
  append_field(out, "source", article.source);
  append_field(out, "author", article.author);
  append_field(out, "url", "https://news.example/" + id);
  append_field(out, "language", "en");
  out += ",\"topics\":[";
  append_json(out, article.topics[0]);
  if (!article.topics[1].empty()) {
    out += ',';
    append_json(out, article.topics[1]);
  }
  out += "]}\n";
}

void append_truth(std::string& out, const MadeArticle& article) {
  out += "{\"id\":";
  append_json(out, article_id(article.number));
  append_field(out, "published",
               iso_day(std::chrono::floor<std::chrono::days>(article.published)));
  if (article.duplicate_of) {
    append_field(out, "duplicate_of", article_id(*article.duplicate_of));
  }
  out += ",\"names\":[";
  for (const auto& name : article.names) {
    if (&name != article.names.data()) out += ',';
    out += "{\"kind\":";
    append_json(out, name.kind);
    append_field(out, "name", name.name);
    append_field(out, "surface", name.surface);
    out += '}';
  }
  out += "],\"dates\":[";
  for (const auto& date : article.dates) {
    if (&date != article.dates.data()) out += ',';
    out += "{\"surface\":";
    append_json(out, date.surface);
    append_field(out, "value", date.value);
    out += '}';
  }
  out += "]}\n";
}

/// A file that is written in large pieces, every one of them checked.
class Output {
 public:
  explicit Output(std::FILE* file) : file_(file) {}

  /// Whole records go here.
  std::string& buffer() { return buffer_; }

  void flush_when_large() {
    if (buffer_.size() >= std::size_t{1} << 18) flush();
  }

  void flush() {
    const bool written =
        std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size();
    if (!written || std::fflush(file_) != 0) {
      throw std::runtime_error("The output could not be written.");
    }
    buffer_.clear();
  }

 private:
  std::FILE* file_;
  std::string buffer_;
};

void write_corpus(const CorpusSettings& settings, std::FILE* truth_file) {
  const World world;
  const ArticleMaker maker(world, settings);
  Output articles(stdout);
  Output truth(truth_file);
  MadeArticle article;
  for (std::uint64_t number = 0; number < settings.articles; ++number) {
    maker.make(number, article);
    append_article(articles.buffer(), article);
    articles.flush_when_large();
    if (truth_file == nullptr) continue;
    append_truth(truth.buffer(), article);
    truth.flush_when_large();
  }
  articles.flush();
  if (truth_file != nullptr) truth.flush();
}

int run(const Options& options) {
  if (options.help) {
    std::fwrite(kUsage.data(), 1, kUsage.size(), stdout);
    return 0;
  }
  std::FILE* truth = nullptr;
  if (!options.truth_path.empty()) {
    truth = std::fopen(options.truth_path.c_str(), "wb");
    if (truth == nullptr) {
      throw std::runtime_error("Cannot write '" + options.truth_path + "'.");
    }
  }
  write_corpus(options.settings, truth);
  if (truth != nullptr && std::fclose(truth) != 0) {
    throw std::runtime_error("Cannot write '" + options.truth_path + "'.");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse_options({argv + (argc > 0 ? 1 : 0), argv + argc}));
  } catch (const UsageError& error) {
    std::fprintf(stderr, "make_corpus: %s Try --help.\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_corpus: %s\n", error.what());
  }
  return 2;
}
