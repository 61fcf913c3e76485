// Questions as somebody would type them.

#include "tests/question.h"

namespace dateline::oracle {
namespace {

using Kind = Question::Kind;

// How tightly a question holds together.
int binding(const Question& question) {
  switch (question.kind) {
    case Kind::kOr:
      return 0;
    case Kind::kAnd:
      return 1;
    case Kind::kRun:
      return 2;
    case Kind::kNot:
      return 3;
    case Kind::kNear:
    case Kind::kAdj:
      return 4;
    default:
      return 5;
  }
}

class Writer {
 public:
  // Of values behind a field that is named once, each is written `bare`.
  explicit Writer(bool bare) : bare_(bare) {}

  std::string write(const Question& question, int at_least = 0) const {
    const bool loose = question.in_brackets || binding(question) < at_least;
    return loose ? '(' + written(question) + ')' : written(question);
  }

 private:
  std::string written(const Question& question) const {
    const std::string number = std::to_string(question.number);
    switch (question.kind) {
      case Kind::kWord:
      case Kind::kPattern:
        return question.text;
      case Kind::kExact:
        return '=' + question.text;
      case Kind::kPhrase:
        return quoted(question.text) + (question.number == 0 ? "" : '~' + number);
      case Kind::kFuzzy:
        return question.text + '~' + number;
      case Kind::kNear:
        return joined(question, " NEAR/" + number + ' ');
      case Kind::kAdj:
        return joined(question, " ADJ/" + number + ' ');
      case Kind::kAtLeast:
        return "atleast/" + number + ':' + write(question.children.front(), 5);
      case Kind::kRun:
        return joined(question, " ");
      case Kind::kAnd:
        return joined(question, " AND ");
      case Kind::kOr:
        return joined(question, " OR ");
      case Kind::kNot:
        return '-' + write(question.children.front(), 5);
      case Kind::kTitle:
        return "title:" + write(question.children.front(), 5);
      case Kind::kField:
        return prefix(question) + Writer(true).write(question.children.front(), 5);
      case Kind::kValue:
      case Kind::kDates:
        break;
    }
    const bool plain = question.text.find(' ') == std::string::npos;
    return prefix(question) + (plain ? question.text : quoted(question.text));
  }

  std::string joined(const Question& question, const std::string& sign) const {
    std::string text;
    for (const Question& child : question.children) {
      text += (text.empty() ? "" : sign) + write(child, binding(question) + 1);
    }
    return text;
  }

  std::string prefix(const Question& question) const {
    return bare_ ? "" : std::string(field_info(question.field).name) + ':';
  }

  static std::string quoted(const std::string& text) { return '"' + text + '"'; }

  bool bare_;
};

}  // namespace

std::string to_query(const Question& question) { return Writer(false).write(question); }

}  // namespace dateline::oracle
