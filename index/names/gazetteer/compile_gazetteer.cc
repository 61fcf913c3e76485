// A step of the build: compiles lists of names into the file that the library embeds.
//
//   compile_gazetteer OUTPUT LIST...
//
// A list has one name a line, and its file is called by the class of its names:
// "surname.txt". Lines that begin with "#" are comments.

#include "index/names/gazetteer/gazetteer_compiler.h"
#include "index/names/gazetteer/name_class.h"
#include "index/names/lexicon.h"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using dateline::names::GazetteerCompiler;

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
    std::size_t refused = 0;
    for (int i = 2; i < argc; ++i) refused += add_list(compiler, argv[i]);
    if (refused > 0) return 1;
    write_file(argv[1], compiler.finish());
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
