// Words of texts and of queries. Every row is one rule of index/text/analyzer.h: change
// a rule here first.

#include "index/text/analyzer.h"

#include <dateline/error.h>
#include <doctest/doctest.h>
#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"

namespace {

using dateline::text::Analyzer;
using dateline::text::Token;

/// Each token as word[stem]{CAPITALS}, the stem where it differs from the word; joined
/// forms as +word/parts.
std::string shown(std::span<const Token> tokens) {
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    if (token.joined) out += '+';
    out += token.word;
    if (!token.stem.empty() && token.stem != token.word) {
      out += '[' + std::string(token.stem) + ']';
    }
    if (!token.capitals.empty()) out += '{' + std::string(token.capitals) + '}';
    if (token.joined) out += '/' + std::to_string(token.parts);
  }
  return out;
}

std::string analyzed(std::string_view text, std::string_view language = "en") {
  Analyzer analyzer(language);
  return shown(analyzer.analyze(text));
}

struct Case {
  std::string_view text;
  std::string_view tokens;
};

void check(std::initializer_list<Case> cases, std::string_view language = "en") {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(analyzed(c.text, language) == c.tokens);
  }
}

TEST_CASE("analyzer: words are folded and stemmed") {
  check({
      {"", ""},
      {" \t\n.,;!?-&'", ""},
      {"Treaties", "treaties[treati]"},
      {"the arms control treaty", "the arms[arm] control treaty[treati]"},
      {"São Paulo", "sao paulo"},
      {"Straße", "strasse[strass]"},
      {"naïve cafés", "naive[naiv] cafes[cafe]"},
      {"cafe\u0301s", "cafes[cafe]"},  // Decomposed.
      {"\uFF27\uFF12\uFF10", "g20"},   // Fullwidth.
      {"\u212Aelvin", "kelvin"},       // The Kelvin sign.
      {"fiancée fiancee", "fiancee[fiance] fiancee[fiance]"},
      {"o\uFB03cial", "official[offici]"},
      {"co\u00ADop\u200Ber\uFEFFation", "cooperation[cooper]"},  // Invisible signs.
      {"word\u200B next", "word next"},
      {"\U0001D400\U0001D401", "ab{\U0001D400\U0001D401}"},
      {"١٢٣", "123"},
      {"m² x2", "m2 x2"},
      {"½ 5½", "1\u20442 5 1\u20442"},
      {"Canal+ #topic @POTUS 100%", "canal topic potus{POTUS} 100"},
  });
}

TEST_CASE("analyzer: apostrophes stay inside, possessives go") {
  check({
      {"O'Brien", "obrien"},
      {"O\u2019Brien\u2019s", "obrien"},
      {"don't don\u2019t", "dont dont"},
      {"Russia's", "russia"},
      {"RUSSIA'S", "russia{RUSSIA}"},
      {"Russia\u2019s allies\u2019 'quoted'", "russia allies[alli] quoted[quot]"},
      {"ministers' talks", "ministers[minist] talks[talk]"},
      {"rock'n'roll", "rocknroll[rocknrol]"},
      {"the '90s", "the 90s"},
      {"1990's", "1990"},
      {"4'11", "4 11"},
      {"Hawai\u02BBi Hawai'i", "hawaii hawaii"},
      {"O'BRIEN", "obrien{OBRIEN}"},
      {"it's", "it"},
      {"''s'' '", "s"},
  });
}

TEST_CASE("analyzer: points and commas of numbers and acronyms") {
  check({
      {"3.5", "3.5"},
      {"$3.5bn.", "3.5bn"},
      {"1,000", "1000"},
      {"1,234,567.89", "1234567.89"},
      {"12,34,567", "1234567"},
      {"1,00", "1 00"},
      {"1,2,300", "1 2 300"},
      {"1000,000", "1000 000"},
      {"1.2.3", "1 2 3"},
      {"02.03.2023", "02 03 2023"},
      {"5. Next", "5 next"},
      {"v2.0", "v2 0"},
      {"9/11", "9 11"},
      {"U.S.", "us{US}"},
      {"U.S", "us{US}"},
      {"the U.S.A.", "the usa{USA}"},
      {"U.N.'s U.S.\u2019s", "un{UN} us{US}"},
      {"9 a.m., e.g.", "9 am eg"},
      {"J.K. Rowling", "jk{JK} rowling[rowl]"},
      {"J. Smith", "j smith"},
      {"J.Smith", "j smith"},
      {"J.R.Smith", "jr{JR} smith"},
      {"А.Б. É.U.", "аб{АБ} eu{ÉU}"},
      {"Ph.D.", "ph d"},
      {"state.gov", "state gov"},
      {"spy:Russia a_b x@y.com", "spy[spi] russia a b x y com"},
  });
}

TEST_CASE("analyzer: compounds stand in parts and joined") {
  check({
      {"face-to-face", "face +facetoface[facetofac]/3 to face"},
      {"co-operation", "co +cooperation[cooper]/2 operation[oper]"},
      {"G-20", "g +g20/2 20"},
      {"G\u201120 G\u201020", "g +g20/2 20 g +g20/2 20"},
      {"AT&T", "at{AT} +att{ATT}/2 t"},
      {"R & D", "r d"},
      {"COVID-19", "covid{COVID} +covid19{COVID19}/2 19"},
      {"COVID19", "covid19{COVID19}"},
      {"F-16s", "f +f16s/2 16s"},
      {"2023-03-02 1-2", "2023 03 02 1 2"},
      {"U.S.-led", "us{US} +usled[usl]/2 led"},
      {"Russia's-born", "russia +russiaborn/2 born"},
      {"1,000-strong", "1000 +1000strong/2 strong"},
      {"a -b c- d --e", "a b c d e"},
      {"word--word", "word word"},
      {"Biden\u2013Putin", "biden putin"},  // An en dash parts.
      {"a-b-c-d-e-f-g-h", "a +abcdefgh/8 b c d e f g h"},
      {"a-b-c-d-e-f-g-h-i", "a b c d e f g h i"},
      {"\u0640-b a-\u0640-b", "b a b"},  // Tatweel alone is no word.
  });
}

TEST_CASE("analyzer: designations written apart are joined too") {
  check({
      {"G 20", "g +g20/2 20"},
      {"G\u00A020's", "g +g20/2 20"},
      {"F 16 jets", "f +f16/2 16 jets[jet]"},
      {"MI 6", "mi{MI} +mi6{MI6}/2 6"},
      {"G20", "g20"},
      {"g 20", "g 20"},
      {"G  20", "g 20"},
      {"G 2023", "g 2023"},
      {"A 5.3 A 1,0", "a 5.3 a +a1/2 1 0"},
      {"NATO 20", "nato{NATO} 20"},
      {"U.S. 20", "us{US} 20"},
      {"AT&T 5", "at{AT} +att{ATT}/2 t 5"},
      {"G 20-led", "g +g20/2 20 +20led/2 led"},
  });
}

TEST_CASE("analyzer: capitals mean something in mixed-case text only") {
  check({
      {"New START treaty", "new start{START} treaty[treati]"},
      {"MPs of G7", "mps of g7"},
      {"I A", "i a"},
      {"ÉTAT МИД", "etat{ÉTAT} мид{МИД}"},
  });
  Analyzer analyzer("en");
  CHECK(shown(analyzer.analyze("START U.S. AT&T", {.capitals = false})) ==
        "start us at +att/2 t");
}

TEST_CASE("analyzer: scripts without spaces or case") {
  check(
      {
          {"日本の会談", "日 本 の 会 談"},
          {"カタカナ語", "カタカナ 語"},
          {"ｶﾀｶﾅ", "カタカナ"},
          {"G20정상회의", "g20 정상회의"},
          {"한-미", "한 +한미/2 미"},
          {"ภาษาไทย 2023", "ภาษาไทย 2023"},
          {"ภาษา\u200Bไทย", "ภาษา ไทย"},
          {"कांग्रेस", "कांग्रेस"},
          {"مُحَمَّد أحمد", "محمد احمد"},
          {"שָׁלוֹם", "שלום"},
      },
      "und");
}

TEST_CASE("analyzer: languages stem with their accents, then fold") {
  check({{"Häuser größte Koalitionen",
          "hauser[haus] grosste[grosst] koalitionen[koalition]"}},
        "de-DE");
  check({{"l'État d'urgence qu’il aujourd'hui",
          "l etat d urgence[urgenc] qu il aujourdhui"}},
        "fr");
  check({{"dell'Unione l'Italia", "dell unione[union] l italia[ital]"}}, "it");
  check({{"elecciones nación", "elecciones[eleccion] nacion"}}, "es");
  check({{"Россия's переговорами ещё еще Йод",
          "россия[росс] переговорами[переговор] еще[ещ] еще[ещ] йод"}},
        "ru");
  check({{"Türkiye'nin İstanbul", "turkiye[turki] istanbul"}}, "tr");
  check({{"words", "words"}}, "xx");
  CHECK(Analyzer("en-GB").stemmer_name() == "english");
  CHECK(Analyzer("EN").stemmer_name() == "english");
  CHECK(Analyzer("nb").stemmer_name() == "norwegian");
  CHECK(Analyzer("pt_BR").stemmer_name() == "portuguese");
  CHECK(Analyzer("german").stemmer_name() == "german");
  CHECK(Analyzer("zh").stemmer_name() == "");
  CHECK(Analyzer("").stemmer_name() == "");
}

/// What does not hold of the tokens of `text`, as it must for any bytes; empty: all
/// does.
std::string_view broken(std::string_view text, std::span<const Token> tokens) {
  const Token* word = nullptr;
  for (const Token& token : tokens) {
    if (token.word.empty() || token.word.size() > 200) return "size";
    if (token.begin >= token.end || token.end > text.size()) return "bytes";
    if (token.joined) {
      if (word == nullptr || token.parts < 2) return "parts";
      if (token.position != word->position) return "position of joined";
      if (token.begin != word->begin || token.end <= word->end)
        return "bytes of joined";
    } else {
      if (token.parts != 1) return "parts";
      if (token.position != (word ? word->position + 1 : 0)) return "position";
      if (word && word->end > token.begin) return "overlap";
      word = &token;
    }
  }
  return "";
}

/// Bytes and pieces that the rules turn on, in random order.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "a", "B",      "s",      "U.S.",   "russia", "1", "20",     "1,000",  ".",
      ",", "'",      "\u2019", "-",      "&",      " ", "\u00AD", "\u0301", "é",
      "Й", "\u0640", "日",     "カ",     "정",     "ก", "\xC3",   "\x80",   "\xFF",
      "ß", "\u200B", "½",      "\uFDFA", "\n",     "G", "İ",      "\u0345", "١"};
  std::string text;
  for (auto n = random() % 60; n > 0; --n) {
    if (random() % 8 == 0) {
      text += static_cast<char>(random() & 0xFF);
    } else {
      text += pieces[random() % pieces.size()];
    }
  }
  return text;
}

TEST_CASE("analyzer: any bytes give tokens in order, inside the text") {
  std::mt19937 random(1);
  std::vector<Analyzer> analyzers;
  for (const char* language : {"en", "fr", "tr", "ru", "ar", "zz"}) {
    analyzers.emplace_back(language);
  }
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    // A copy that ends where the text does, so that ASan sees a read behind it.
    const std::vector<char> exact(text.begin(), text.end());
    const std::string_view view(exact.data(), exact.size());
    Analyzer& analyzer = analyzers[static_cast<std::size_t>(i) % analyzers.size()];
    CHECK(broken(view, analyzer.analyze(view)) == "");
  }
}

TEST_CASE("analyzer: a word is analyzed to itself") {
  std::mt19937 random(2);
  Analyzer analyzer("en");
  Analyzer again("en");
  for (int i = 0; i < 5'000; ++i) {
    for (const Token& token : analyzer.analyze(random_text(random))) {
      // ½ is one word; the iota written under any letter becomes one behind it.
      const auto has = [&](const char* c) {
        return token.word.find(c) != token.word.npos;
      };
      if (token.joined || has("\u2044") || has("ι")) continue;
      const auto tokens = again.analyze(token.word);
      CAPTURE(std::string(token.word));
      REQUIRE(!tokens.empty());
      CHECK(tokens[0].word == token.word);
    }
  }
}

TEST_CASE("analyzer: the bytes of a token are its word") {
  const std::string_view text =
      "The U.S.-led talks: Russia\u2019s G 20, AT&T, São 1,000.";
  std::vector<std::string> bytes;
  Analyzer analyzer("en");
  for (const Token& token : analyzer.analyze(text)) {
    bytes.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  CHECK(bytes == std::vector<std::string>{"The", "U.S.", "U.S.-led", "led", "talks",
                                          "Russia", "G", "G 20", "20", "AT", "AT&T",
                                          "T", "São", "1,000"});
}

TEST_CASE("analyzer: long words are cut, not lost") {
  for (const std::string& unit : {std::string("a"), std::string("é"), std::string("я"),
                                  std::string("ก"), std::string("e\u0301")}) {
    std::string text;
    for (int i = 0; i < 5'000; ++i) text += unit;
    CAPTURE(unit);
    Analyzer analyzer("en");
    const auto tokens = analyzer.analyze(text);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].begin == 0);
    CHECK(tokens[0].end == text.size());
    CHECK(tokens[0].word.size() <= 200);
    CHECK(tokens[0].word.size() > 190);
    CHECK(tokens[0].capitals.empty());
  }
  CHECK(analyzed(std::string(199, 'a')).substr(0, 199) == std::string(199, 'a'));
  CHECK(analyzed(std::string(201, '7')) == std::string(200, '7'));
}

TEST_CASE("analyzer: hostile texts take linear time and bounded joined forms") {
  Analyzer analyzer("en");
  for (const char* unit :
       {"a-", "a.", "1,", "1.", "1,00,", "a'", "G 1 ", "\u0301", "a\u0301.", "\u00AD",
        "&", "'s", "a's-", "1,000,", "\xE2\x80", "Aa&"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    CAPTURE(unit);
    CHECK(broken(text, analyzer.analyze(text)) == "");
  }
}

TEST_CASE("analyzer: more words than the stem cache holds") {
  // The views of a text stay good even when the cache starts anew in its middle.
  std::string text;
  for (int i = 0; i < 200'000; ++i) {
    std::string word;
    for (int n = i; n > 0; n /= 20) word += static_cast<char>('a' + n % 20);
    text += word + "ings ";
  }
  Analyzer analyzer("en");
  Xapian::Stem stem("en");
  std::size_t wrong = 0;
  for (int round = 0; round < 2; ++round) {
    const auto tokens = analyzer.analyze(text);
    for (std::size_t i = 0; i < tokens.size(); i += 97) {
      wrong += tokens[i].stem != stem(std::string(tokens[i].word)) ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("analyzer: what is typed meets what is written") {
  const auto words = [](std::string_view text) {
    Analyzer analyzer("en");
    std::set<std::string> all;
    for (const Token& token : analyzer.analyze(text)) all.emplace(token.word);
    return all;
  };
  for (const char* text : {"G20", "G-20", "G 20", "G\u201120", "G20's"}) {
    CAPTURE(text);
    CHECK(words(text).contains("g20"));
  }
  const auto capitals = [](std::string_view text) {
    Analyzer analyzer("en");
    return std::string(analyzer.analyze(text)[0].capitals);
  };
  for (const char* text : {"U.S.", "US", "U.S", "US's", "U.S.'s"}) {
    CAPTURE(text);
    CHECK(capitals(text) == "US");
  }
}

TEST_CASE("analyzer: English stems are Xapian's") {
  const auto data = dateline::testing::shared_data("news/reuters21578");
  if (!data) {
    MESSAGE("skipped: no shared data");
    return;
  }
  Analyzer analyzer("en");
  std::map<std::string, std::string> stems;
  for (const char* file : {"reut2-000.sgm", "reut2-010.sgm", "reut2-020.sgm"}) {
    const std::string text = dateline::testing::read_file(*data / file);
    const auto tokens = analyzer.analyze(text);
    CHECK(broken(text, tokens) == "");
    for (const Token& token : tokens) {
      if (!token.stem.empty()) stems.emplace(token.word, token.stem);
    }
  }
  CHECK(stems.size() > 15'000);
  Xapian::Stem stem("en");
  std::vector<std::string> wrong;
  for (const auto& [word, found] : stems) {
    if (stem(word) != found) wrong.push_back(word);
  }
  CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("analyzer: is_mixed_case") {
  struct {
    std::string_view text;
    bool mixed;
  } const cases[] = {
      {"New START treaty", true},
      {"New START", true},
      {"START", false},
      {"START TALKS RESUME IN Geneva", false},
      {"U.S. and U.N.", true},
      {"russia", true},
      {"I", false},
      {"", false},
      {"2023 - 20", false},
      {"日本", false},
      {"МИД России", true},
      {"МИД РОССИИ", false},
      {"ÉTATS-UNIS", false},
      {"E\u0301TAT a\u0301t", true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(dateline::text::is_mixed_case(c.text) == c.mixed);
  }
}

}  // namespace
