#include "index/text/stem_fingerprint.h"

#include <libstemmer.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace dateline::text {
namespace {

constexpr std::string_view kBeginning = "komun";

constexpr std::string_view kEndings[] = {
    // English and what is common to many.
    "", "s", "es", "ed", "ing", "ly", "er", "est", "ies", "y", "ness", "ful", "less",
    "ment", "ments", "ation", "ations", "ational", "ator", "alism", "ality", "iveness",
    "fulness", "ousness", "ibility", "ability", "ization", "izer", "ogist", "ogy",
    "ology", "icate", "ative", "alize", "iciti", "ical", "ance", "ence", "able", "ible",
    "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "eed", "eedly", "ingly",
    "edly", "sses", "ied", "us", "ss", "'s", "bbed", "nning", "evement", "ist", "ists",
    // German, Dutch and the north.
    "e", "em", "en", "ern", "erinnen", "in", "ung", "ungen", "heit", "keit", "lich",
    "lichkeit", "isch", "ig", "igung", "st", "bar", "heden", "ene", "elijk", "lijk",
    "tje", "etje", "erne", "ernes", "erens", "hedens", "arna", "orna", "ande", "andes",
    "fullt", "else", "elser", "eleg", "lov", "ären", "oe", "ue", "ß",
    // Romance.
    "issant", "issement", "issements", "euse", "eux", "ité", "ait", "aient", "eront",
    "amment", "emment", "iqu", "ique", "ismes", "atrice", "logie", "amiento",
    "amientos", "aciones", "ación", "mente", "amente", "adoras", "idades", "iendo",
    "ísimo", "aré", "zione", "azioni", "amento", "anze", "ichi", "issimo", "eranno",
    "erebbe", "glielo", "ção", "ões", "idade", "adoura", "ância", "ării", "ului",
    "ilor", "aţiune", "itzat", "acions",
    // Finnish, Hungarian, Turkish, Lithuanian, Basque, Irish, Indonesian.
    "ssa", "ssä", "lla", "lta", "lle", "ksi", "nsa", "mme", "isten", "immat", "okat",
    "ban", "ben", "nak", "nek", "val", "vel", "kent", "ok", "eik", "lar", "ler",
    "ların", "dan", "den", "muzda", "daki", "iniz", "iausias", "omis", "uose", "ėmis",
    "tasun", "koitz", "arekin", "eachta", "óir", "annan", "kan", "lah", "nya",
    // Whole words: Cyrillic, Greek, Arabic, Hebrew, Hindi, Nepali, Tamil and Armenian.
    "комитетами", "новейший", "получившись", "возможностей", "κυβερνήσεις", "والمدرسون",
    "लड़कियाँ", "केटाहरूलाई", "שרײַבערס", "மரங்கள்", "կառավարություն"};

// With rules of their own, in some version of English.
constexpr std::string_view kWords[] = {
    "skis",       "skies",    "sky",      "dying",    "lying",     "tying",
    "idly",       "gently",   "ugly",     "early",    "only",      "singly",
    "news",       "howe",     "atlas",    "cosmos",   "bias",      "andes",
    "inning",     "outing",   "canning",  "herring",  "earring",   "proceed",
    "exceed",     "succeed",  "generous", "general",  "community", "arsenal",
    "university", "evening",  "lateral",  "pasted",   "hoping",    "hopping",
    "geologist",  "emerging", "organic",  "universe", "internal",  "added"};

void add(sb_stemmer& stemmer, std::string_view word, XXH3_state_t& hash) {
  const auto* stem =
      sb_stemmer_stem(&stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return;
  XXH3_64bits_update(&hash, stem,
                     static_cast<std::size_t>(sb_stemmer_length(&stemmer)));
  XXH3_64bits_update(&hash, "", 1);  // Where one ends: its zero byte.
}

std::string compute(const char* language) {
  XXH3_state_t hash;
  XXH3_64bits_reset(&hash);
  const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(
      sb_stemmer_new(language, "UTF_8"), sb_stemmer_delete);
  if (!stemmer) return {};
  for (const std::string_view ending : kEndings) {
    add(*stemmer, std::string(kBeginning).append(ending), hash);
  }
  for (const std::string_view word : kWords) add(*stemmer, word, hash);
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::uint64_t sum = XXH3_64bits_digest(&hash);
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(sum >> shift) & 15];
  return text;
}

// "english=5b1f43490105fe51", computed once.
std::string_view entry(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::string> known;
  const std::lock_guard lock(mutex);
  const auto [at, is_new] = known.try_emplace(language);
  if (is_new) at->second = language + '=' + compute(language.c_str());
  return at->second;
}

}  // namespace

std::string stem_fingerprints() {
  std::string all;
  for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) {
    all.append(entry(*name)).append(" ");
  }
  return all;
}

bool makes_stems_of(std::string_view fingerprints, std::string_view language) {
  if (fingerprints.empty() || language.empty()) return true;
  return fingerprints.find(entry(std::string(language))) != std::string_view::npos;
}

}  // namespace dateline::text
