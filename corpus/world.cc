#include "corpus/world.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

namespace dateline::corpus {
namespace {

using std::string_view;

// One constant, not the caller's seed: the world never changes.
constexpr std::uint64_t kWorldSeed = 1851;

constexpr std::uint32_t kPeople = 20'000;
constexpr std::uint32_t kOrganisations = 6'000;
constexpr std::uint32_t kPlaces = 4'000;
constexpr std::uint32_t kThings = 1'500;
constexpr std::uint32_t kSources = 60;
constexpr std::uint32_t kAuthors = 800;

constexpr auto kFunctionWords = std::to_array<string_view>(
    {"the",   "of",     "to",      "a",     "and",   "in",     "that",  "for",
     "was",   "on",     "is",      "with",  "it",    "by",     "at",    "as",
     "from",  "he",     "has",     "be",    "his",   "have",   "but",   "were",
     "not",   "had",    "an",      "are",   "they",  "will",   "its",   "who",
     "which", "this",   "would",   "their", "been",  "after",  "she",   "more",
     "one",   "her",    "or",      "about", "when",  "than",   "up",    "there",
     "out",   "two",    "if",      "other", "over",  "could",  "new",   "so",
     "no",    "some",   "first",   "into",  "also",  "before", "what",  "all",
     "most",  "three",  "against", "only",  "where", "during", "many",  "between",
     "while", "people", "because", "year",  "still", "under",  "since", "years"});

constexpr auto kOnsets = std::to_array<string_view>(
    {"b",  "d",  "f",  "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r", "s", "t",
     "v",  "w",  "j",  "b",  "d",  "l",  "m",  "n",  "p",  "r",  "s", "t", "br",
     "cl", "dr", "fl", "gr", "pl", "sk", "st", "tr", "ch", "sh", "th"});
constexpr auto kVowels = std::to_array<string_view>(
    {"a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea"});
constexpr auto kCodas = std::to_array<string_view>(
    {"", "", "", "n", "r", "l", "s", "m", "nd", "rk", "st", "lt"});

// Pairs are two spellings of one name.
constexpr auto kGivenNames =
    std::to_array<std::array<string_view, 2>>({{"Sergei", "Sergey"},
                                               {"Dmitri", "Dmitry"},
                                               {"Aleksandr", "Alexander"},
                                               {"Yulia", "Julia"},
                                               {"Mohammed", "Muhammad"},
                                               {"Yusuf", "Youssef"},
                                               {"Hussein", "Husain"},
                                               {"Oleksiy", "Oleksii"},
                                               {"Natalia", "Natalya"},
                                               {"Ekaterina", "Yekaterina"},
                                               {"Abdul", "Abdel"},
                                               {"Fatima", "Fatma"},
                                               {"Anna", "Anna"},
                                               {"Maria", "Maria"},
                                               {"José", "José"},
                                               {"Łukasz", "Łukasz"},
                                               {"Björn", "Björn"},
                                               {"Siân", "Siân"},
                                               {"Chinedu", "Chinedu"},
                                               {"Ngozi", "Ngozi"},
                                               {"Kwame", "Kwame"},
                                               {"Wanjiru", "Wanjiru"},
                                               {"Hiroshi", "Hiroshi"},
                                               {"Naomi", "Naomi"},
                                               {"Mei", "Mei"},
                                               {"Min-jun", "Min-jun"},
                                               {"Thu", "Thu"},
                                               {"Priya", "Priya"},
                                               {"Arjun", "Arjun"},
                                               {"Kavita", "Kavita"},
                                               {"Thomas", "Thomas"},
                                               {"Laura", "Laura"},
                                               {"Peter", "Peter"},
                                               {"Ingrid", "Ingrid"},
                                               {"Pierre", "Pierre"},
                                               {"Claire", "Claire"},
                                               {"Giulia", "Giulia"},
                                               {"Marco", "Marco"},
                                               {"Ana", "Ana"},
                                               {"Diego", "Diego"},
                                               {"John", "John"},
                                               {"Mary", "Mary"},
                                               {"Robert", "Robert"},
                                               {"Susan", "Susan"},
                                               {"David", "David"},
                                               {"Emily", "Emily"},
                                               {"Paul", "Paul"},
                                               {"Ruth", "Ruth"},
                                               {"Tavita", "Tavita"},
                                               {"Aroha", "Aroha"}});

// Endings of surnames; pairs as above.
constexpr auto kSurnameEndings =
    std::to_array<std::array<string_view, 2>>({{"sky", "skiy"},
                                               {"yev", "ev"},
                                               {"enko", "enko"},
                                               {"ov", "ov"},
                                               {"son", "son"},
                                               {"berg", "berg"},
                                               {"ez", "ez"},
                                               {"ini", "ini"},
                                               {"akis", "akis"},
                                               {"moto", "moto"},
                                               {"adze", "adze"},
                                               {"ford", "ford"},
                                               {"man", "man"},
                                               {"oglu", "oğlu"},
                                               {"", ""},
                                               {"", ""}});

constexpr auto kTitles = std::to_array<string_view>(
    {"President", "Prime Minister", "Foreign Minister", "Judge", "Gen.", "Senator",
     "Dr.", "Mayor", "Professor", "Governor"});
constexpr auto kRoles = std::to_array<string_view>(
    {"a teacher", "a spokesman", "the chief executive", "a lawyer", "an engineer",
     "the coach", "a witness", "the director", "a farmer", "an economist"});

constexpr auto kRealPlaces = std::to_array<string_view>(
    {"London",   "Washington", "Moscow",    "Paris",        "Beijing",   "New Delhi",
     "Berlin",   "Tokyo",      "Brussels",  "Kyiv",         "Nairobi",   "Lagos",
     "Cairo",    "Jakarta",    "Sydney",    "Mexico City",  "São Paulo", "Ankara",
     "Toronto",  "Geneva",     "New York",  "Johannesburg", "Seoul",     "Madrid",
     "Rome",     "Warsaw",     "Stockholm", "Buenos Aires", "Lima",      "Auckland",
     "Turkey",   "Jordan",     "India",     "China",        "Russia",    "Ukraine",
     "Brazil",   "Kenya",      "Japan",     "Germany",      "France",    "Poland",
     "Vietnam",  "Mexico",     "Canada",    "Chile",        "Ghana",     "Georgia",
     "Pakistan", "Iceland"});
constexpr auto kPlaceEndings = std::to_array<string_view>(
    {"ton", "ville", "burg", "stad", "grad", "pur", "abad", "land", "haven", " Bay"});
constexpr auto kCompanyEndings =
    std::to_array<string_view>({" Holdings", " Industries", " Group", " Motors",
                                " Airlines", " Bank", " Ltd.", " Energy"});
constexpr auto kOfOrganisations = std::to_array<string_view>(
    {"Bank of ", "University of ", "Ministry of Works of ", "Court of Appeal of ",
     "Chamber of Commerce of ", "Museum of "});
constexpr auto kThingEndings = std::to_array<string_view>(
    {" Treaty", " Accord", " Summit", " Agreement", " Act", " Games"});
constexpr auto kSourceEndings = std::to_array<string_view>(
    {" Herald", " Times", " Courier", " Wire", " Post", " Gazette", " Observer", ""});
constexpr auto kTopics = std::to_array<string_view>(
    {"politics", "business", "sport", "science", "culture", "courts", "disasters",
     "climate", "elections", "health", "defence", "diplomacy", "technology", "markets",
     "education", "travel"});

template <typename Values>
const auto& pick(Random& random, const Values& values) {
  return values[random.below(static_cast<std::uint32_t>(std::size(values)))];
}

std::vector<std::string> make_words() {
  Random random(kWorldSeed, 1);
  std::vector<std::string> words(kFunctionWords.begin(), kFunctionWords.end());
  std::unordered_set<std::string> seen(words.begin(), words.end());
  while (words.size() < World::kWords) {
    // Frequent words are short. Where the short ones run out, longer ones follow.
    const std::uint32_t usual = words.size() < 800 ? 1 : words.size() < 10'000 ? 2 : 3;
    std::string word = make_word(random, usual + (random.one_in(4) ? 1 : 0));
    if (word.size() > 2 && seen.insert(word).second) words.push_back(std::move(word));
  }
  return words;
}

std::string name_stem(Random& random) {
  const auto syllables = 1 + random.below(2);
  return capitalised(make_word(random, syllables));
}

std::vector<Person> make_people() {
  Random random(kWorldSeed, 2);
  // Fewer surnames than people: some share one.
  std::vector<std::array<std::string, 2>> surnames(kPeople / 3);
  for (auto& surname : surnames) {
    const std::string stem = name_stem(random);
    const auto& ending = pick(random, kSurnameEndings);
    for (std::size_t i = 0; i < 2; ++i) surname[i] = stem + std::string(ending[i]);
  }
  std::vector<Person> people(kPeople);
  for (auto& person : people) {
    const auto& given = pick(random, kGivenNames);
    const auto& surname = pick(random, surnames);
    for (std::size_t i = 0; i < 2; ++i) {
      person.given[i] = given[i];
      person.surname[i] = surname[i];
    }
    if (random.one_in(3)) person.title = pick(random, kTitles);
    person.role = pick(random, kRoles);
  }
  return people;
}

std::vector<std::string> make_places() {
  Random random(kWorldSeed, 3);
  std::vector<std::string> places(kRealPlaces.begin(), kRealPlaces.end());
  while (places.size() < kPlaces) {
    std::string stem = name_stem(random);
    places.push_back(std::move(stem) + std::string(pick(random, kPlaceEndings)));
  }
  return places;
}

/// The capital letters of a name of several words: "Bank of Kyiv" to "BK".
std::string initials(string_view name) {
  std::string letters;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = i == 0 || name[i - 1] == ' ';
    if (begins && name[i] >= 'A' && name[i] <= 'Z') letters += name[i];
  }
  return letters;
}

std::vector<Organisation> make_organisations(const std::vector<std::string>& places) {
  Random random(kWorldSeed, 4);
  std::vector<Organisation> organisations(kOrganisations);
  for (auto& organisation : organisations) {
    if (random.one_in(2)) {
      organisation.name = name_stem(random);
      organisation.name += pick(random, kCompanyEndings);
    } else {
      organisation.name = pick(random, kOfOrganisations);
      organisation.name += pick(random, places);
    }
    std::string letters = initials(organisation.name);
    if (letters.size() >= 3) organisation.letters = std::move(letters);
  }
  return organisations;
}

std::vector<std::string> make_things(const std::vector<std::string>& places) {
  Random random(kWorldSeed, 5);
  std::vector<std::string> things(kThings);
  for (auto& thing : things) {
    if (random.one_in(8)) {  // In the manner of New START.
      thing = "New ";
      for (const char c : make_word(random, 2))
        thing += static_cast<char>(c - 'a' + 'A');
    } else {
      thing = pick(random, places);
      thing += pick(random, kThingEndings);
    }
  }
  return things;
}

std::vector<std::string> make_sources(const std::vector<std::string>& places) {
  Random random(kWorldSeed, 6);
  std::vector<std::string> sources(kSources);
  for (auto& source : sources) {
    source = "The " + pick(random, places);
    source += pick(random, kSourceEndings);
  }
  return sources;
}

std::vector<Topic> make_topics() {
  std::vector<Topic> topics;
  for (const auto name : kTopics) {
    const auto i = static_cast<std::uint32_t>(topics.size());
    topics.push_back({name, 2'000 + i * World::kTopicWords});
  }
  return topics;
}

std::vector<std::string> make_authors(const std::vector<Person>& people) {
  Random random(kWorldSeed, 7);
  std::vector<std::string> authors;
  while (authors.size() < kAuthors) authors.push_back(pick(random, people).full(false));
  return authors;
}

}  // namespace

World::World()
    : words(make_words()),
      people(make_people()),
      places(make_places()),
      topics(make_topics()),
      word_ranks(WeightedTable::zipf(kWords, 3)),
      topic_word_ranks(WeightedTable::zipf(kTopicWords, 10)),
      person_ranks(WeightedTable::zipf(kPeople, 20)),
      organisation_ranks(WeightedTable::zipf(kOrganisations, 20)),
      place_ranks(WeightedTable::zipf(kPlaces, 10)),
      thing_ranks(WeightedTable::zipf(kThings, 10)) {
  organisations = make_organisations(places);
  things = make_things(places);
  sources = make_sources(places);
  authors = make_authors(people);
}

std::string make_word(Random& random, std::uint32_t syllables) {
  std::string word;
  for (std::uint32_t i = 0; i < syllables; ++i) {
    word += pick(random, kOnsets);
    word += pick(random, kVowels);
    if (i + 1 == syllables || random.one_in(4)) word += pick(random, kCodas);
  }
  return word;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  }
  return word;
}

}  // namespace dateline::corpus
