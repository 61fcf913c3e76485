// A step of the build: compiles lists of names into the file that the library embeds.
//
//   compile_gazetteer OUTPUT LIST...
//
// A list has one name a line, and its file is called by the class of its names:
// "surname.txt". Lines that begin with "#" are comments. The names of tables.h, which
// the lexicon knows with their aliases, are added to those of the lists.

#include "index/names/gazetteer/gazetteer_compiler.h"
#include "index/names/gazetteer/name_class.h"
#include "index/names/lexicon.h"
#include "index/names/tables.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using dateline::names::GazetteerCompiler;
using dateline::names::NameClass;

bool is_acronym(std::string_view name) {
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); });
}

// Adds what stands between any of `separators`. What cannot be looked up word by word
// ("al-Qaeda", "Washington, D.C.") is left to the lexicon.
void add_parts(GazetteerCompiler& compiler, std::string_view list,
               std::string_view separators, NameClass name_class) {
  while (!list.empty()) {
    const auto end = std::min(list.find_first_of(separators), list.size());
    const auto name = list.substr(0, end);
    const bool is_body =
        name_class == NameClass::kOrganisation || name_class == NameClass::kCompany;
    compiler.add(name, is_body && is_acronym(name) ? NameClass::kAcronym : name_class);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// Lines of a place's names, of its people's and, maybe, of its cities'.
void add_peoples(GazetteerCompiler& compiler, std::string_view lines,
                 NameClass place_class) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    for (const auto name_class : {place_class, NameClass::kDemonym, NameClass::kCity}) {
      const auto colon = std::min(line.find(':'), line.size());
      add_parts(compiler, line.substr(0, colon), "|=", name_class);
      line.remove_prefix(std::min(colon + 1, line.size()));
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

void add_tables(GazetteerCompiler& compiler) {
  using namespace dateline::names;
  add_peoples(compiler, countries(), NameClass::kCountry);
  add_peoples(compiler, peoples(), NameClass::kPlace);
  add_parts(compiler, places(), "|=\n", NameClass::kPlace);
  for (const auto bodies : {organisations(), media(), parties()})
    add_parts(compiler, bodies, "|\n", NameClass::kOrganisation);
  add_parts(compiler, companies(), "|\n", NameClass::kCompany);
  add_parts(compiler, things(), "|\n", NameClass::kThing);
}

// Adds the names of a list, and says which ones cannot be looked up; how many.
std::size_t add_list(GazetteerCompiler& compiler, const std::filesystem::path& list) {
  const auto name_class = dateline::names::parse_name_class(list.stem().string());
  if (!name_class)
    throw std::runtime_error(list.string() + ": not called by a class of names");
  std::ifstream in(list);
  std::string line;
  std::size_t refused = 0;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with('#') || compiler.add(line, *name_class)) continue;
    std::cerr << list.string() << ':' << number
              << ": no name that can be looked up: " << line << '\n';
    ++refused;
  }
  if (!in.eof()) throw std::runtime_error(list.string() + ": cannot be read");
  return refused;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(path.string() + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "Usage: compile_gazetteer OUTPUT LIST...\n";
    return 2;
  }
  try {
    const dateline::names::Lexicon lexicon;
    GazetteerCompiler compiler(lexicon);
    add_tables(compiler);
    std::size_t refused = 0;
    for (int i = 2; i < argc; ++i) refused += add_list(compiler, argv[i]);
    if (refused > 0) return 1;
    write_file(argv[1], compiler.finish());
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
