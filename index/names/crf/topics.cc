#include "index/names/crf/topics.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "index/names/crf/word_table.h"

namespace dateline::names::crf {
namespace {

constexpr std::size_t kTopics = static_cast<std::size_t>(Topic::kCount);
constexpr std::size_t kTokensAHit = 80;  // More of them: the text has no topic.

constexpr std::string_view kSportWords = R"(
goal goals scored score scorer coach match matches season league cup innings wicket
wickets striker midfielder defender goalkeeper quarterback kick-off halftime half-time
playoff playoffs points rebounds tournament champion champions championship title club
clubs team teams player players game games win wins won beat lost defeat defeated final
semi-final semifinal finals round race lap laps podium sprint set sets tie-break runs
batting pitcher batsman bowler stadium referee penalty penalties fans record medal gold
silver bronze seed seeded fixture derby transfer loan metres seconds minutes manager
squad assists yards)";

constexpr std::string_view kBusinessWords = R"(
shares share stock stocks profit profits revenue sales percent per cent billion million
quarter market markets bank banks company companies investors investor bond bonds dollar
dollars euros pounds shareholders earnings deal merger takeover bid analyst analysts
prices price rate rates inflation trade trading index exports imports loss losses debt
growth customers factory plant jobs workers firm firms board chairman executive)";

constexpr std::string_view kConflictWords = R"(
troops soldiers army rebels militia fighters killed wounded attack attacks bomb bombs
missile missiles shelling offensive front brigade battalion forces military ceasefire
war civilians captured retreat siege artillery tanks drone drones air strike strikes
commander hostages gunmen insurgents battle checkpoint convoy minister treaty talks
summit sanctions)";

constexpr std::string_view kScienceWords = R"(
scientists researchers telescope spacecraft orbit rocket launch probe satellite mission
study species vaccine virus patients trial cells gene genome researcher laboratory data
software users app phone phones device devices computer chip chips internet online
hackers version code bug engineers engine robot science physics particle planet fossil
fossils bones journal university film novel album song band book museum exhibition
theatre festival)";

using TopicWords = WordTable<1024>;

TopicWords make_topic_words() {
  constexpr std::array<std::string_view, kTopics> kWords = {
      "", kSportWords, kBusinessWords, kConflictWords, kScienceWords};
  TopicWords table;
  for (std::size_t topic = 0; topic < kTopics; ++topic)
    table.add(kWords[topic], 1u << topic);
  return table;
}

}  // namespace

Topic find_topic(std::span<const Token> tokens) {
  static const TopicWords words = make_topic_words();
  std::array<std::size_t, kTopics> hits{};
  for (const Token& token : tokens) {
    const unsigned topics = words.find(token.hash);
    for (std::size_t topic = 1; topics != 0 && topic < kTopics; ++topic)
      hits[topic] += (topics >> topic) & 1;
  }
  const auto most = std::max_element(hits.begin(), hits.end());
  if (*most == 0 || *most * kTokensAHit < tokens.size()) return Topic::kNone;
  return static_cast<Topic>(most - hits.begin());
}

}  // namespace dateline::names::crf
