#include "tools/corpora/timeml_corpus.h"

#include <string>
#include <string_view>
#include <utility>

#include "tools/corpora/corpus_file.h"
#include "tools/corpora/xml_tags.h"

namespace dateline::corpora {
namespace {

class TimemlReader {
 public:
  TimemlReader(const std::filesystem::path& file, std::string_view xml)
      : file_(file), tags_(xml), article_{.id = file.filename().string()} {}

  DatedArticle read() {
    while (tags_.next()) read_tag();
    if (tags_.damaged()) refuse_file(file_, tags_.line(), "A tag does not end.");
    if (part_ != Part::kAfterText) refuse_file(file_, 0, "There is no whole TEXT.");
    sort_dates(article_.dates);
    return std::move(article_);
  }

 private:
  enum class Part { kBeforeText, kCreationTime, kText, kAfterText };

  void read_tag() {
    const std::string_view name = tags_.name();
    if (name == "TEXT") part_ = Part::kText;
    if (name == "/TEXT") part_ = Part::kAfterText;
    if (name == "DCT") part_ = Part::kCreationTime;
    if (name == "/DCT") part_ = Part::kBeforeText;
    if (part_ == Part::kCreationTime && name == "TIMEX3") {
      constexpr std::size_t kDay = 10;  // Of a value that may go on with the hour.
      const std::string value = tags_.attribute("value").substr(0, kDay);
      article_.published = parse_date(value).value_or(Date{});
    }
    if (part_ != Part::kText) return;
    if (name == "TIMEX3" && !tags_.is_empty()) begin_date();
    if (name == "/TIMEX3") end_date();
    article_.body += tags_.text();
  }

  void begin_date() {
    const std::string type = tags_.attribute("type");
    const auto known = date_type(type);
    if (!known) {
      refuse_file(file_, tags_.line(), "'" + type + "' is no type of TIMEX3.");
    }
    open_.push_back({.begin = article_.body.size(),
                     .type = *known,
                     .value = tags_.attribute("value"),
                     .modifier = tags_.attribute("mod")});
  }

  void end_date() {
    if (open_.empty()) refuse_file(file_, tags_.line(), "A TIMEX3 ends but began not.");
    LabelledDate date = std::move(open_.back());
    open_.pop_back();
    date.end = article_.body.size();
    if (date.begin < date.end) article_.dates.push_back(std::move(date));
  }

  const std::filesystem::path& file_;
  XmlTagReader tags_;
  DatedArticle article_;
  Part part_ = Part::kBeforeText;
  std::vector<LabelledDate> open_{};  // The innermost last.
};

}  // namespace

std::vector<DatedArticle> read_timeml_corpus(const std::filesystem::path& folder) {
  std::vector<DatedArticle> articles;
  for (const auto& file : corpus_files(folder, ".tml")) {
    const std::string xml = read_corpus_file(file);
    articles.push_back(TimemlReader(file, xml).read());
  }
  return articles;
}

}  // namespace dateline::corpora
