// In which language a text is written.

#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The language of an article as BCP 47 has it ("de", "pt", "zh-Hant"); empty where it
/// is not sure: under 200 bytes of letters, or less than four fifths of them in one
/// language. Looks at the first 2 KiB of the body, with the title before it.
///
/// English is told by its function words; all else by CLD2 (R. Sites, "Compact Language
/// Detector 2", 2013), which knows 83 languages by their groups of four letters. UTF-8
/// that is not whole is cut at the first wrong byte. Safe to call from any thread.
std::string detect_language(std::string_view title, std::string_view body);

}  // namespace dateline
