// Markdown and its front matter, construct by construct.

#include <doctest/doctest.h>

#include <string>

#include "index/readers/front_matter.h"
#include "index/readers/markdown_text.h"

namespace {

using dateline::readers::markdown_inline;
using dateline::readers::markdown_to_text;
using dateline::readers::read_front_matter;

std::string text_of(std::string_view markdown) {
  std::string title = "given";
  return markdown_to_text(markdown, title);
}

TEST_CASE("markdown: what stays within a line") {
  const struct {
    const char* markdown;
    const char* text;
  } cases[] = {
      {"plain", "plain"},
      {"*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"},
      {"**bold *and* more** end", "bold and more end"},
      {"2 * 3 * 4", "2 * 3 * 4"},
      {"a*b", "a*b"},
      {"un*frigging*believable", "unfriggingbelievable"},
      {"snake_case_name and _x_", "snake_case_name and x"},
      {"5 ~ 6, a~b", "5 ~ 6, a~b"},
      {"*open", "*open"},
      {"\\*kept\\* \\[a](b)", "*kept* [a](b)"},
      {"[a](b) [c][d] [e] [f]", "a c [e] [f]"},
      {"[a *b* [c]](http://x.example/(y))z", "a b [c]z"},
      {"[a](never closed", "[a](never closed"},
      {"![alt](x.png)!", "!"},
      {"[![alt](x.png)](y) z", " z"},
      {"a[^1] b", "a b"},
      {"`a*b*c` ``d`e``", "a*b*c d`e"},
      {"`open", "`open"},
      {"<b>x</b> 1 < 2 <3 <http://a.example> <m@b.example>",
       "x 1 < 2 <3 http://a.example m@b.example"},
      {"a<br/>b", "a\nb"},
      {"AT&amp;T &copy; &unknown;", "AT&T © &unknown;"},
      {"{{< youtube x >}}a {{ open", "a {{ open"},
      {"]](", "]]("},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.markdown);
    CHECK(markdown_inline(c.markdown) == c.text);
  }
}

TEST_CASE("markdown: blocks become lines") {
  const struct {
    const char* markdown;
    const char* text;
  } cases[] = {
      {"a\nb\n\n\nc", "a b\n\nc"},
      {"# One\ntext\n## Two ##\n####### no", "One\n\ntext\n\nTwo\n\n####### no"},
      {"#hashtag", "#hashtag"},
      {"One\n===\ntext\n\nTwo\n---\nmore", "One\n\ntext\n\nTwo\n\nmore"},
      {"a\n\n---\n\nb\n***\nc", "a\n\nb\n\nc"},
      {"- a\n- b\n\ntext", "- a\n- b\n\ntext"},
      {"text\n* a\n  more\n+ b\n3) c", "text\n\n- a more\n- b\n3) c"},
      {"-no item", "-no item"},
      {"2024. was a year", "2024. was a year"},
      {"> a\n>> b\n> \n> c", "a b\n\nc"},
      {"```cpp\n# no heading\n  *x*\n```\nafter", "# no heading\n  *x*\n\nafter"},
      {"~~~\nopen", "open"},
      {"|a|b|\n|--|--|\n|c|*d*|", "a\tb\nc\td"},
      {"a  \nb\\\nc", "a\nb\nc"},
      {"<!-- x\ny -->\na", "a"},
      {"[a]: http://x.example\n[b] is text: yes", "[b] is text: yes"},
      {"", ""},
      {"\n\n", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.markdown);
    CHECK(text_of(c.markdown) == c.text);
  }
}

TEST_CASE("markdown: the first heading is the title") {
  std::string title;
  CHECK(markdown_to_text("# The *title*\n\ntext", title) == "text");
  CHECK(title == "The title");
  title.clear();
  CHECK(markdown_to_text("text\n\n# No title", title) == "text\n\nNo title");
  CHECK(title.empty());
}

std::string fields_of(std::string_view text) {
  const auto front = read_front_matter(text);
  if (!front) return "none";
  std::string all;
  for (const auto& field : front->fields) {
    all += field.key + "=";
    for (const auto& value : field.values) all += value + "|";
    all += "; ";
  }
  return all + std::string(text.substr(front->bytes));
}

TEST_CASE("front matter: YAML and TOML") {
  const struct {
    const char* text;
    const char* fields;
  } cases[] = {
      {"---\ntitle: A: b # c\n---\nx", "title=A: b|; x"},
      {"---\ntitle: \"A \\\"b\\\" # c\"\ndate: 2024-01-02\n...\nx",
       "title=A \"b\" # c|; date=2024-01-02|; x"},
      {"---\ntitle: 'It''s'\n---\n", "title=It's|; "},
      {"---\ntags: [a, 'b, c', \"d\"]\nx: 1\n---\n", "tags=a|b, c|d|; x=1|; "},
      {"---\ntags: [a,\n  b]\n---\n", "tags=a|b|; "},
      {"---\ntags:\n- a\n- b # c\nx: 1\n---\n", "tags=a|b|; x=1|; "},
      {"---\ntags:\n    - a\n\n    - \"b: c\"\n---\n", "tags=a|b: c|; "},
      {"---\nauthors:\n  - name: Ann\n    mail: x\n  - name: Bob\n---\n",
       "authors=Ann|Bob|; "},
      {"---\nauthor:\n  name: Ann\n---\n", "author=Ann|; "},
      {"---\na: |\n  one\n  two\n\n  three\nb: 2\n---\n", "a=one two three|; b=2|; "},
      {"---\ntitle: long\n  title\n---\n", "title=long title|; "},
      {"---\n# comment\nurl: http://x.example/a#b\n---\n",
       "url=http://x.example/a#b|; "},
      {"---\nempty:\nnull: ~\nx: 1\n---\n", "x=1|; "},
      {"---\n\"quoted key\": v\n---\n", "quoted key=v|; "},
      {"+++\ntitle = \"A\"\nn = 5\n[t]\ntags = ['a', \"b\"]\n+++\nx",
       "title=A|; n=5|; tags=a|b|; x"},
      {"+++\na = \"\"\"one\ntwo\"\"\"\nb = '''c'''\n+++\n", "a=one two|; b=c|; "},
      {"---\nnot closed: 1\n", "none"},
      {"---\nno keys at all\n---\n", "none"},
      {"--- \n---\n", "none"},
      {"--\na: 1\n--\n", "none"},
      {"", "none"},
      {"---", "none"},
      {"---\ntags: [a\n---\n", "tags=a|; "},
      {"---\na: \"open\n---\n", "a=\"open|; "},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(fields_of(c.text) == c.fields);
  }
}

// Each of these takes minutes where something is quadratic.
TEST_CASE("markdown: hostile texts are read in linear time") {
  for (const char* piece : {"*a _b ", "[", "[a](", "![", "`", "``a`", "<", "<a", "{{",
                            "**", "*a", "a*", "_*", "\\", "> ", "- ", "|", "]("}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 300'000) text += piece;
    CHECK(markdown_inline(text).size() <= text.size());
    CHECK(text_of(text).size() <= text.size());
  }
}

}  // namespace
