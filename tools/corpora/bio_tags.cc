#include "tools/corpora/bio_tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::corpora {
namespace {

constexpr std::array kNameTypes = {
    NameType{"per", NameKind::kPerson},
    NameType{"person", NameKind::kPerson},
    NameType{"org", NameKind::kOrg},
    NameType{"organization", NameKind::kOrg},
    NameType{"organisation", NameKind::kOrg},
    NameType{"corporation", NameKind::kOrg},
    NameType{"group", NameKind::kOrg},
    NameType{"loc", NameKind::kPlace},
    NameType{"location", NameKind::kPlace},
    NameType{"place", NameKind::kPlace},
    NameType{"gpe", NameKind::kPlace},
    NameType{"fac", NameKind::kPlace},
    NameType{"facility", NameKind::kPlace},
    NameType{"geo-loc", NameKind::kPlace},
    NameType{"misc", NameKind::kThing},
    NameType{"thing", NameKind::kThing},
    NameType{"product", NameKind::kThing},
    NameType{"creative-work", NameKind::kThing},
    NameType{"work_of_art", NameKind::kThing},
    NameType{"event", NameKind::kThing},
    NameType{"law", NameKind::kThing},
    NameType{"norp", NameKind::kThing},
    NameType{"language", std::nullopt},
    NameType{"date", std::nullopt},
    NameType{"time", std::nullopt},
    NameType{"money", std::nullopt},
    NameType{"percent", std::nullopt},
    NameType{"quantity", std::nullopt},
    NameType{"cardinal", std::nullopt},
    NameType{"ordinal", std::nullopt},
};

}  // namespace

bool TagReader::add(std::string_view tag) {
  const bool outside = tag == "O";
  const bool named = tag.size() > 2 && tag[1] == '-' &&
                     std::string_view("BILUES").find(tag[0]) != std::string_view::npos;
  if (!outside && !named) return false;
  const std::size_t token = tokens_++;
  if (outside) {
    inside_ = false;
    return true;
  }
  const char place = tag[0];
  const std::string_view type = tag.substr(2);
  const bool begins = place == 'B' || place == 'U' || place == 'S';
  if (inside_ && !begins && runs_.back().type == type) {
    runs_.back().last = token;
  } else {
    runs_.push_back({token, token, std::string(type)});
  }
  inside_ = place == 'B' || place == 'I';
  return true;
}

const NameType* find_name_type(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto known = std::ranges::find(kNameTypes, lower, &NameType::text);
  return known == kNameTypes.end() ? nullptr : &*known;
}

}  // namespace dateline::corpora
