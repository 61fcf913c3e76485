// dateline/version.h - the version of these headers.

#pragma once

/// "major.minor.patch". CMakeLists.txt reads it from here, so this is the only
/// place to change it.
#define DATELINE_VERSION "0.1.0"
