#include "index/names/gazetteer/gazetteer.h"

namespace dateline::names {

// Made by the build: the bytes of english.gazetteer (embed_file.cmake).
std::string_view english_gazetteer_file();

const Gazetteer& Gazetteer::english() {
  static const Gazetteer gazetteer(english_gazetteer_file(), "in the library", true);
  return gazetteer;
}

}  // namespace dateline::names
