#include "index/readers/front_matter.h"

#include <algorithm>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/record_fields.h"

namespace dateline::readers {
namespace {

// The first line of `text`, which loses it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_key_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_' || c == '-' || c == ' ' ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

struct KeyValue {
  std::string_view key;
  std::string_view value;
};

// "key: value" or "key = value"; the key may stand in quotes.
std::optional<KeyValue> split_key(std::string_view line, char separator) {
  const std::size_t at = line.find(separator);
  if (at == line.npos || at == 0) return std::nullopt;
  std::string_view key = trim(line.substr(0, at));
  const std::string_view value = line.substr(at + 1);
  if (separator == ':' && !value.empty() && value.front() != ' ') return std::nullopt;
  if (key.size() > 2 && key.front() == '"' && key.back() == '"') {
    key = key.substr(1, key.size() - 2);
  }
  if (key.empty() || !std::all_of(key.begin(), key.end(), is_key_char)) {
    return std::nullopt;
  }
  return KeyValue{key, trim(value)};
}

// The size of a quoted string at the start of `text`, its quotes included; 0: not
// closed. YAML doubles a single quote, both escape in double ones.
std::size_t quoted_size(std::string_view text) {
  const char quote = text.front();
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '\'' && i + 1 < text.size() && text[i + 1] == quote) {
        ++i;
      } else {
        return i + 1;
      }
    }
  }
  return 0;
}

std::string unquoted(std::string_view text) {
  const char quote = text.front();
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool more = i + 1 < text.size();
    if (quote == '"' && text[i] == '\\' && more) {
      ++i;
      const char c = text[i];
      out.push_back(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
    } else {
      if (quote == '\'' && text[i] == quote && more) ++i;
      out.push_back(text[i]);
    }
  }
  return out;
}

// A scalar without its quotes or the comment behind it.
std::string scalar(std::string_view text) {
  text = trim(text);
  if (text.empty()) return {};
  if (text.front() == '"' || text.front() == '\'') {
    const std::size_t size = quoted_size(text);
    return size < 2 ? std::string(text) : unquoted(text.substr(0, size));
  }
  const std::size_t comment = text.find(" #");
  text = trim(text.substr(0, comment));
  return text.starts_with('#') || text == "~" ? std::string() : std::string(text);
}

// The items of "[a, 'b, c', d]"; what is no scalar is passed over.
std::vector<std::string> flow_list(std::string_view text) {
  std::vector<std::string> items;
  text.remove_prefix(1);
  std::size_t begin = 0;
  std::size_t i = 0;
  const auto finish = [&](std::size_t end) {
    append_value(items, scalar(text.substr(begin, end - begin)));
    begin = end + 1;
  };
  while (i < text.size() && text[i] != ']') {
    const bool quoted = (text[i] == '"' || text[i] == '\'') &&
                        trim(text.substr(begin, i - begin)).empty();
    if (quoted) {
      i += std::max<std::size_t>(quoted_size(text.substr(i)), 1);
      continue;
    }
    if (text[i] == ',') finish(i);
    ++i;
  }
  finish(std::min(i, text.size()));
  return items;
}

// Reads the lines of one block.
class FrontMatterParser {
 public:
  explicit FrontMatterParser(std::string_view block) : rest_(block) {}

  void read_yaml(std::vector<FrontMatterField>& fields) {
    while (!rest_.empty()) {
      const std::string_view line = take_line(rest_);
      if (indent_of(line) > 0 || line.starts_with('#')) continue;
      const auto pair = split_key(line, ':');
      if (!pair) continue;
      FrontMatterField field{std::string(pair->key)};
      read_yaml_value(pair->value, field);
      if (!field.values.empty()) fields.push_back(std::move(field));
    }
  }

  void read_toml(std::vector<FrontMatterField>& fields) {
    while (!rest_.empty()) {
      const std::string_view line = trim(take_line(rest_));
      const auto pair = split_key(line, '=');
      if (!pair || line.starts_with('#')) continue;
      FrontMatterField field{std::string(pair->key)};
      read_toml_value(pair->value, field);
      if (!field.values.empty()) fields.push_back(std::move(field));
    }
  }

 private:
  void read_yaml_value(std::string_view value, FrontMatterField& field) {
    if (value.starts_with('|') || value.starts_with('>')) {
      return append_value(field.values, indented_text());
    }
    if (value.starts_with('[')) return read_flow_list(value, field);
    if (const std::string text = scalar(value); !text.empty()) {
      return append_value(field.values, text + continuation(value));
    }
    read_block_list(field);
  }

  void read_toml_value(std::string_view value, FrontMatterField& field) {
    for (const std::string_view mark : {"\"\"\"", "'''"}) {
      if (value.starts_with(mark)) {
        return append_value(field.values, text_up_to(value.substr(3), mark));
      }
    }
    if (value.starts_with('[')) return read_flow_list(value, field);
    if (value.starts_with('{')) return;
    append_value(field.values, scalar(value));
  }

  // A list in brackets, perhaps over several lines.
  void read_flow_list(std::string_view value, FrontMatterField& field) {
    std::string all(value);
    while (all.find(']') == std::string::npos && !rest_.empty()) {
      all.append(" ").append(trim(take_line(rest_)));
    }
    field.values = flow_list(all);
    field.is_list = true;
  }

  // Lines "- item" below a key.
  void read_block_list(FrontMatterField& field) {
    field.is_list = true;
    while (!rest_.empty()) {
      std::string_view ahead = rest_;
      const std::string_view line = take_line(ahead);
      const std::string_view item = trim(line);
      const bool begins = item.starts_with("- ") || item == "-";
      if (!begins && !item.empty() && indent_of(line) == 0) return;
      rest_ = ahead;
      if (begins) {
        add_item(trim(item.substr(1)), field);
      } else {
        add_named(item, field);
      }
    }
  }

  // An item that is a scalar or the first line of a map.
  static void add_item(std::string_view item, FrontMatterField& field) {
    if (item.starts_with('"') || item.starts_with('\'') || !split_key(item, ':')) {
      append_value(field.values, scalar(item));
    } else {
      add_named(item, field);
    }
  }

  static void add_named(std::string_view line, FrontMatterField& field) {
    const auto pair = split_key(line, ':');
    if (!pair) return;
    const std::string key = ascii_lower(pair->key);
    if (key == "name" || key == "title") {
      append_value(field.values, scalar(pair->value));
    }
  }

  // The indented lines that come next.
  std::string indented_text() {
    std::string text;
    while (!rest_.empty()) {
      std::string_view ahead = rest_;
      const std::string_view line = take_line(ahead);
      if (indent_of(line) == 0 && !trim(line).empty()) break;
      rest_ = ahead;
      text.append(trim(line)).push_back(' ');
    }
    return text;
  }

  // What a plain scalar goes on with on indented lines.
  std::string continuation(std::string_view value) {
    if (value.starts_with('"') || value.starts_with('\'')) return {};
    std::string text;
    while (!rest_.empty() && rest_.front() == ' ') {
      text.append(" ").append(trim(take_line(rest_)));
    }
    return text;
  }

  std::string text_up_to(std::string_view beginning, std::string_view mark) {
    std::string text(beginning);
    while (text.find(mark) == std::string::npos && !rest_.empty()) {
      text.append(" ").append(take_line(rest_));
    }
    return text.substr(0, text.find(mark));
  }

  std::string_view rest_;
};

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view text) {
  const bool yaml = text.starts_with("---");
  if (!yaml && !text.starts_with("+++")) return std::nullopt;
  std::string_view rest = text;
  const std::string_view mark = yaml ? "---" : "+++";
  if (trim(take_line(rest)) != mark) return std::nullopt;
  const std::size_t begin = text.size() - rest.size();
  for (;;) {
    if (rest.empty()) return std::nullopt;
    const std::size_t end = text.size() - rest.size();
    const std::string_view line = take_line(rest);
    const std::string_view shown = trim(line);
    if (indent_of(line) > 0 || (shown != mark && !(yaml && shown == "..."))) continue;
    FrontMatter found;
    FrontMatterParser parser(text.substr(begin, end - begin));
    yaml ? parser.read_yaml(found.fields) : parser.read_toml(found.fields);
    found.bytes = text.size() - rest.size();
    return found.fields.empty() ? std::nullopt : std::optional(std::move(found));
  }
}

}  // namespace dateline::readers
