#include "index/entities/name_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "index/entities/text_filter.h"

namespace dateline::entities {
namespace {

struct RoleList {
  WordRole role;
  std::string_view words;
};

constexpr RoleList kRoleLists[] = {
    {kHonorific,
     "mr mrs ms miss dr prof professor sir dame lord lady baroness baron count "
     "president premier chancellor minister senator sen representative rep governor "
     "gov general gen colonel col major maj captain capt commander cmdr lieutenant lt "
     "sergeant sgt corporal private admiral adm brigadier brig marshal king queen "
     "prince princess duke duchess earl emperor empress emir sultan crown pope "
     "archbishop bishop cardinal monsignor rabbi imam sheikh shaikh sheik ayatollah "
     "hojatoleslam mullah maulana sayyid father fr sister brother rev reverend judge "
     "justice mayor ambassador secretary congressman congresswoman hon honourable "
     "honorable comrade detective inspector officer deputy vice acting former late "
     "coach chief doctor herr frau monsieur mme madame mlle senor senora don dona "
     "signor datuk dato tun tengku raja maharaja swami guru spokesman spokeswoman "
     "begum"},
    {kAddress,
     "mr mrs ms miss dr prof professor monsieur mme madame mlle herr frau senor "
     "senora"},
    {kParticle,
     "van von der den ter ten te de del della delle dei degli di da do dos das du des "
     "la le los las lo el al ad ar as ash at az ul ud ur ou zu zum zur af av y e i und "
     "the of"},
    {kGeneration, "jr sr jnr snr junior senior ii iii iv vi vii viii ix xi xii xiii"},
    {kAfterName, "phd md mp qc kc obe cbe mbe esq dds dphil mep msp frs"},
    {kLegalForm,
     "inc incorporated corp corporation co company cos ltd limited plc llc llp lp ag "
     "sa se nv bv ab asa as oy oyj spa srl gmbh mbh kg kgaa kk kabushiki kaisha bhd "
     "sdn pte pty pvt tbk pt sarl sas sca cv ord oao ooo pao zao jsc ojsc pjsc cjsc "
     "rt zrt nyrt doo dd ad fc afc cf"},
    {kOrgTail,
     "group holding holdings groupe gruppe grupo enterprises industries motor motors "
     "airlines airline airways aviation technologies technology systems electronics "
     "computer computers software semiconductor semiconductors pharmaceuticals "
     "pharmaceutical petroleum foods stores brewing breweries platforms com"},
    {kThingTail,
     "treaty agreement accord accords pact convention protocol deal act law bill award "
     "awards prize festival championship championships tournament games conference "
     "summit war conflict operation mission program programme movement index average "
     "crude trophy series"},
    {kThingHead, "hms hmas hmcs uss rms hurricane typhoon cyclone"},
    {kStopWord, "the of and for de la le du des di da del y et und on in to at a an"},
    {kPublicBody,
     "ministry ministries army navy parliament government police embassy cabinet "
     "treasury military intelligence customs coastguard federation association court "
     "senate foreign defense interior finance justice health education agriculture "
     "presidency football olympic election electoral central intelligence security "
     "council committee agency commission party force forces"},
    {kFreeOrder,
     "office bureau embassy treaty convention peace "
     "battle siege accord accords agreement protocol prize republic province state "
     "gulf strait lake mount cape isle island parliament senate party"},
    {kTooCommon,
     "american national international first general united new royal central world "
     "federal european british french german chinese japanese russian indian canadian "
     "australian african asian pacific atlantic northern southern eastern western "
     "north south east west global universal city state public social democratic free "
     "people peoples popular republic liberal labor conservative green justice unity "
     "union independent independence christian islamic catholic military security "
     "human house press times post daily sun star news herald bank oil gas air "
     "communications financial capital industrial metropolitan standard continental "
     "allied consolidated commercial mutual community citizens home life trust "
     "research science development service services health center university college "
     "institute school hospital museum court council committee commission ministry "
     "power energy steel chemical chemicals water telephone phone electric electronics "
     "mining news video radio television "
     "department agency office force forces party club association federation league "
     "foundation"},
    {kMinistry, "ministry department"},
    {kUniversity, "university college"},
    {kTwoUniversities,
     "miami york washington ohio indiana texas michigan pennsylvania mississippi "
     "georgia "
     "columbia london cambridge"},
    {kSyllableName,
     "kim lee li yi ri rhee park pak choi choe jung jeong chung cho jo kang gang yoon "
     "yun jang chang lim im han oh seo suh shin sin kwon hwang ahn an song ryu yoo yu "
     "hong chun jeon ko go moon mun son sohn bae paik baek heo hur nam noh roh ha joo "
     "ju min wang zhang chen liu yang huang zhao wu zhou xu sun ma zhu hu guo he gao "
     "lin luo zheng liang xie tang deng xiao feng cao peng zeng cai pan tian dong yuan "
     "jiang du ye cheng wei su lu ding ren yao lu shen hu fan fu zhong tan liao jia "
     "xia qin qiu hou shao meng long wan duan qian tang yin wen lai xi qi mao nguyen "
     "tran le pham huynh phan vu vo dang bui do ngo duong ly aung tun kyaw chan cheung "
     "wong leung lau ng ho lam kwok tsang tse yip tung siu hui"}};

// Words of titles and what they are usually written as.
constexpr std::string_view kUsualForms =
    "centre center defence defense labour labor programme program organisation "
    "organization organisations organizations theatre theater harbour harbor licence "
    "license colour color intl international natl national nat national assn "
    "association assoc association dept department univ university govt government "
    "cmte committee comm commission cttee committee min ministry mfg manufacturing "
    "bros "
    "brothers tech technology grp group hldgs holdings hldg holding svc services "
    "airline airlines system systems pharmaceutical pharmaceuticals saint st sainte st "
    "mt mount ft fort pt point accords accord agreements agreement conventions "
    "convention championship championships game games guards guard armed army co "
    "company cos company corp corporation ltd limited inc incorporated tv television "
    "kiev kyiv kharkov kharkiv lvov lviv bucuresti bucharest beograd belgrade "
    "praha prague warszawa warsaw moskva moscow wien vienna munchen munich muenchen "
    "munich koln cologne koeln cologne nurnberg nuremberg kobenhavn copenhagen "
    "goteborg gothenburg lisboa lisbon bruxelles brussels antwerpen antwerp zuerich "
    "zurich milano milan bombay mumbai calcutta kolkata rangoon yangon teheran tehran";

// Known to all by one name.
constexpr std::string_view kMononyms =
    "madonna|pele|lula|neymar|ronaldo|ronaldinho|rivaldo|romario|kaka|zico|socrates|"
    "garrincha|bebeto|cafu|hulk|fred|oscar|marta|sting|bono|prince|cher|adele|beyonce|"
    "rihanna|shakira|eminem|drake|bjork|enya|moby|seal|dido|pink|lorde|sia|usher|"
    "ludacris|coolio|jewel|brandy|aaliyah|ashanti|shaggy|liberace|donovan|lulu|dion|"
    "suharto|sukarno|sukarnoputri|jokowi|wiranto|prabowo|megawati|boediono|napoleon|"
    "plato|aristotle|homer|virgil|ovid|euclid|archimedes|pythagoras|hippocrates|"
    "herodotus|sophocles|cicero|nero|caligula|augustus|hadrian|spartacus|hannibal|"
    "cleopatra|tutankhamun|nefertiti|ramses|charlemagne|saladin|confucius|buddha|jesus|"
    "moses|muhammad|mohammed|galileo|michelangelo|raphael|leonardo|donatello|titian|"
    "caravaggio|rembrandt|canaletto|botticelli|tintoretto|el greco|moliere|voltaire|"
    "stendhal|colette|banksy|christo|herge|nadar|tito|pol pot|ali agca|nasser|evita|"
    "brassens|dalida|zucchero|fernandel|cantinflas|houdini|teller|twiggy|iman|"
    "vercingetorix|boadicea|boudica|pocahontas|geronimo|sitting bull|crazy horse|"
    "subcomandante marcos|carlos the jackal|van morrison|zhuge|laozi|sun tzu|rumi|"
    "hafez|avicenna|averroes|maimonides|god|allah|thatcher|hitler|stalin|lenin";

// Spelled out, up to twelve, as cardinals and ordinals.
constexpr std::array<std::string_view, 24> kNumberWords = {
    "one",  "first", "two", "second", "three",  "third",    "four",   "fourth",
    "five", "fifth", "six", "sixth",  "seven",  "seventh",  "eight",  "eighth",
    "nine", "ninth", "ten", "tenth",  "eleven", "eleventh", "twelve", "twelfth"};

template <class Use>
void for_each_part(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// What lists say of words. Most words stand in none of them.
template <class Value>
class ListedWords {
 public:
  // Calls fill(*this), which sets values.
  template <class Fill>
  explicit ListedWords(Fill fill) {
    fill(*this);
  }

  Value& value(std::string_view word) {
    filter_.add(word);
    return values_[word];
  }

  Value find(std::string_view word, Value none) const {
    if (!filter_.may_contain(word)) return none;
    const auto found = values_.find(word);
    return found == values_.end() ? none : found->second;
  }

 private:
  static constexpr std::size_t kWords = 1024;  // About.

  std::unordered_map<std::string_view, Value> values_;
  TextFilter filter_{kWords};
};

int roman_value(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    default:
      return 0;
  }
}

// "ii" to "xlix"; one letter is likelier an initial.
int roman_number(std::string_view word) {
  constexpr std::size_t kLongest = 6;
  if (word.size() < 2 || word.size() > kLongest) return -1;
  int sum = 0;
  int last = 0;
  for (auto it = word.rbegin(); it != word.rend(); ++it) {
    const int value = roman_value(*it);
    if (value == 0) return -1;
    sum += value < last ? -value : value;
    last = std::max(last, value);
  }
  constexpr int kMost = 49;
  return sum > 0 && sum <= kMost ? sum : -1;
}

bool is_ordinal_end(std::string_view end) {
  return end.empty() || end == "st" || end == "nd" || end == "rd" || end == "th";
}

}  // namespace

std::uint32_t roles_of(std::string_view word) {
  static const ListedWords<std::uint32_t> roles([](auto& words) {
    for (const RoleList& list : kRoleLists) {
      for_each_part(list.words, ' ',
                    [&](std::string_view part) { words.value(part) |= list.role; });
    }
  });
  return roles.find(word, 0);
}

std::string_view usual_form(std::string_view word) {
  static const ListedWords<std::string_view> forms([](auto& words) {
    std::string_view written;
    for_each_part(kUsualForms, ' ', [&](std::string_view part) {
      if (written.empty()) {
        written = part;
      } else {
        std::string_view& form = words.value(written);
        if (form.empty()) form = part;
        written = {};
      }
    });
  });
  return forms.find(word, word);
}

int number_of(std::string_view word) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') {
    value = value * 10 + (word[digits++] - '0');
    constexpr std::size_t kMostDigits = 6;
    if (digits > kMostDigits) return -1;
  }
  if (digits > 0) return is_ordinal_end(word.substr(digits)) ? value : -1;
  const auto spelt = std::find(kNumberWords.begin(), kNumberWords.end(), word);
  if (spelt != kNumberWords.end()) {
    return static_cast<int>((spelt - kNumberWords.begin()) / 2) + 1;
  }
  return roman_number(word);
}

bool is_mononym(std::string_view folded_name) {
  static const auto mononyms = [] {
    std::unordered_set<std::string_view> set;
    for_each_part(kMononyms, '|', [&](std::string_view name) { set.insert(name); });
    return set;
  }();
  return mononyms.contains(folded_name);
}

}  // namespace dateline::entities
