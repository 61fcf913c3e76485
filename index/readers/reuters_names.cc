#include "index/readers/reuters_names.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

struct Code {
  std::string_view code;
  std::string_view name;
};

// What capitals at every part would get wrong.
constexpr Code kPeople[] = {
    {"abdel-hadi-kandeel", "Abdel-Hadi Kandeel"},
    {"chen-muhua", "Chen Muhua"},
    {"chiang-ching-kuo", "Chiang Ching-kuo"},
    {"hamad-saud-al-sayyari", "Hamad Saud al-Sayyari"},
    {"lee-ta-hai", "Lee Ta-hai"},
    {"lee-teng-hui", "Lee Teng-hui"},
    {"leigh-pemberton", "Leigh-Pemberton"},
    {"macsharry", "MacSharry"},
    {"mohammed-ahmed-al-razaz", "Mohammed Ahmed al-Razaz"},
    {"mohammed-ali-abal-khail", "Mohammed Ali Abal-Khail"},
    {"o-cofaigh", "O'Cofaigh"},
    {"o-kennedy", "O'Kennedy"},
    {"vera-la-rosa", "Vera la Rosa"},
    {"yu-kuo-hua", "Yu Kuo-hua"},
    {"zia-ul-haq", "Zia ul-Haq"},
};

constexpr std::string_view kParticles[] = {"de", "del", "du", "la", "von"};

constexpr Code kPlaces[] = {
    {"guinea-bissau", "Guinea-Bissau"},
    {"trinidad-tobago", "Trinidad and Tobago"},
    {"uae", "United Arab Emirates"},
    {"uk", "United Kingdom"},
    {"us-virgin-islands", "U.S. Virgin Islands"},
    {"usa", "United States"},
    {"ussr", "Soviet Union"},
    {"yemen-arab-republic", "North Yemen"},
    {"yemen-demo-republic", "South Yemen"},
};

constexpr Code kOrgs[] = {
    {"adb-africa", "African Development Bank"},
    {"adb-asia", "Asian Development Bank"},
    {"comecon", "Comecon"},
    {"euratom", "Euratom"},
    {"ico-coffee", "International Coffee Organization"},
    {"ico-islam", "Islamic Conference Organization"},
    {"iwc-whale", "International Whaling Commission"},
    {"iwc-wheat", "International Wheat Council"},
    {"worldbank", "World Bank"},
};

std::string_view look_up(std::span<const Code> codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code, &Code::code);
  return found == codes.end() ? std::string_view() : found->name;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string to_upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), upper);
  return out;
}

// The parts between hyphens, each with a capital but the particles.
std::string to_words(std::string_view code, std::span<const std::string_view> lower) {
  std::string name;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('-'), code.size());
    std::string word(code.substr(0, end));
    if (!word.empty() && std::ranges::find(lower, word) == lower.end()) {
      word.front() = upper(word.front());
    }
    if (!name.empty() && !word.empty()) name += ' ';
    name += word;
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  return name;
}

}  // namespace

std::string reuters_person(std::string_view code) {
  const std::string_view known = look_up(kPeople, code);
  return known.empty() ? to_words(code, kParticles) : std::string(known);
}

std::string reuters_place(std::string_view code) {
  const std::string_view known = look_up(kPlaces, code);
  return known.empty() ? to_words(code, {}) : std::string(known);
}

std::string reuters_org(std::string_view code) {
  const std::string_view known = look_up(kOrgs, code);
  return known.empty() ? to_upper(code) : std::string(known);
}

std::string reuters_exchange(std::string_view code) { return to_upper(code); }

}  // namespace dateline::readers
