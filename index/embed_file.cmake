# dateline_embed_file(TARGET NAMESPACE FUNCTION FILE)
#
# Puts the bytes of FILE into the read-only data of TARGET, where
#
#   namespace NAMESPACE { std::string_view FUNCTION(); }
#
# finds them: mapped by the loader, shared between processes, and never out of place,
# whether TARGET is a static or a shared library. FILE may be made by the build; when it
# changes, TARGET is linked anew; give TARGET a
# dependency on the target that makes it. It begins at a multiple of 64 bytes.
function(dateline_embed_file target namespace function file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  string(MAKE_C_IDENTIFIER ${namespace}_${function} symbol)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
// Made by embed_file.cmake.
#include <string_view>

__asm__(
    ".pushsection .rodata\n"
    ".balign 64\n"
    ".globl @symbol@_begin\n"
    ".globl @symbol@_end\n"
    ".hidden @symbol@_begin\n"
    ".hidden @symbol@_end\n"
    "@symbol@_begin:\n"
    ".incbin \"@file@\"\n"
    "@symbol@_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" __attribute__((visibility("hidden"))) const char @symbol@_begin[];
extern "C" __attribute__((visibility("hidden"))) const char @symbol@_end[];

namespace @namespace@ {

std::string_view @function@();
std::string_view @function@() {
  return {@symbol@_begin, static_cast<std::size_t>(@symbol@_end - @symbol@_begin)};
}

}  // namespace @namespace@
]])
  # ".incbin" is unknown to the compiler's list of what a source depends on.
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
