#include "index/names/crf/cues.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "index/names/crf/context.h"

namespace dateline::names::crf {
namespace {

// What only companies have.
bool is_business(std::string_view word) {
  constexpr std::string_view kBusiness[] = {
      "shares",    "stock",   "spokesman",  "spokeswoman", "executives",
      "executive", "unit",    "subsidiary", "employees",   "group",
      "company",   "profits", "officials",  "workers",     "shareholders",
      "chairman",  "bonds",   "owns"};
  return std::find(std::begin(kBusiness), std::end(kBusiness), word) !=
         std::end(kBusiness);
}

std::string_view word_at(const Context& context, std::size_t token) {
  const Token& found = context.tokens()[token];
  return context.text().substr(found.begin, found.end - found.begin);
}

unsigned cue_if(bool here, Cue cue) { return here ? unsigned{cue} : 0u; }

unsigned cues_before(const Context& context, std::size_t token) {
  const auto signs = context.gap(token);
  if (signs == (kSigns | kGapOpen) && context.gap(token + 1) == (kSigns | kGapClose))
    return kInBrackets;
  // A dot is of an initial or of "Mr.".
  if (signs != 0 && signs != (kSigns | kGapDot)) return 0;
  const Token& before = context.tokens()[token - 1];
  const std::uint32_t own = context.classes(token - 1);
  if (before.shape == Shape::kInitial) return kAfterInitial;
  const unsigned title = cue_if((own & kTitle) != 0, kAfterTitle);
  if (before.shape != Shape::kLower)
    return title | cue_if((own & kGivenName) != 0, kAfterGivenName);
  return title | cue_if((own & kLocative) != 0, kAfterLocative) |
         cue_if((own & kSpeech) != 0, kAfterSpeech) |
         cue_if(word_at(context, token - 1) == "the", kAfterThe);
}

unsigned cues_after(const Context& context, std::size_t token) {
  const unsigned possessive = cue_if(context.tokens()[token].possessive, kPossessive);
  if (token + 1 >= context.tokens().size()) return possessive;
  const Token& after = context.tokens()[token + 1];
  const auto signs = context.gap(token + 1);
  if (signs == (kSigns | kGapComma))
    return possessive |
           cue_if(after.shape == Shape::kNumber && after.end - after.begin == 2,
                  kBeforeAge);
  if (signs != 0) return possessive;
  const std::uint32_t own = context.classes(token + 1);
  if (after.shape == Shape::kLower)
    return cue_if((own & kSpeech) != 0, kBeforeSpeech) |
           cue_if((own & kPlaceNoun) != 0, kBeforePlaceHead) |
           cue_if(is_business(word_at(context, token + 1)), kBeforeBusiness);
  return cue_if((own & (kCompany | kOrgHead | kOfficeHead)) != 0, kBeforeOrgHead) |
         cue_if((own & kPlaceHead) != 0, kBeforePlaceHead) |
         cue_if((own & kThingHead) != 0, kBeforeThingHead);
}

}  // namespace

std::uint16_t find_cues(const Context& context, std::size_t token) {
  return static_cast<std::uint16_t>(cues_before(context, token) |
                                    cues_after(context, token));
}

std::uint16_t find_run_cues(const Context& context, std::size_t first,
                            std::size_t last) {
  if (first == last) return 0;
  const unsigned cues =
      cue_if((context.classes(last) & (kCompany | kOrgHead)) != 0, kInOrgRun) |
      cue_if((context.classes(first) & kGivenName) != 0 && last - first < 4,
             kInPersonRun);
  return static_cast<std::uint16_t>(cues);
}

}  // namespace dateline::names::crf
