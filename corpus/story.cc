#include "corpus/story.h"

#include <algorithm>
#include <array>

namespace dateline::corpus {
namespace {

using std::chrono::days;

constexpr auto kMonths = std::to_array<std::string_view>(
    {"January", "February", "March", "April", "May", "June", "July", "August",
     "September", "October", "November", "December"});
constexpr auto kShortMonths =
    std::to_array<std::string_view>({"Jan.", "Feb.", "March", "April", "May", "June",
                                     "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."});
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"});

constexpr std::uint32_t kSentencesInParagraph = 3;
constexpr std::uint32_t kWordsReplacedOneIn = 40;  // By the editor of a copy.
constexpr std::uint32_t kSentencesDroppedOneIn = 20;

std::string_view month_name(std::chrono::month month) {
  return kMonths[static_cast<unsigned>(month) - 1];
}

std::string number(int value) { return std::to_string(value); }
std::string number(std::chrono::day day) {
  return std::to_string(static_cast<unsigned>(day));
}
std::string number(std::chrono::year year) { return number(static_cast<int>(year)); }

std::uint32_t count_words(std::string_view sentence) {
  return 1 +
         static_cast<std::uint32_t>(std::count(sentence.begin(), sentence.end(), ' '));
}

template <typename Value>
bool contains(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Story::Story(const World& world, Random random, Random* editor, const Topic& topic,
             MadeArticle& article)
    : world_(world),
      random_(random),
      editor_(editor),
      topic_(topic),
      article_(article),
      day_(std::chrono::floor<days>(article.published)),
      other_spelling_(article.source.size() % 2 == 1) {
  const auto people = 2 + random_.below(4);
  while (cast_.size() < people) {
    const Person& person = world.people[world.person_ranks.draw(random_)];
    // A surname alone must mean one of them.
    const bool taken = std::any_of(cast_.begin(), cast_.end(), [&](const auto& member) {
      return member.person->surname[0] == person.surname[0];
    });
    if (!taken) cast_.push_back({&person, false});
  }
  const auto others = 1 + random_.below(3);
  for (std::uint32_t i = 0; i < others; ++i) {
    organisations_.push_back(
        &world.organisations[world.organisation_ranks.draw(random_)]);
    places_.push_back(&world.places[world.place_ranks.draw(random_)]);
    things_.push_back(&world.things[world.thing_ranks.draw(random_)]);
  }
}

void Story::write(std::uint32_t words) {
  article_.body.clear();
  article_.names.clear();
  article_.dates.clear();
  write_title();
  if (random_.one_in(2)) write_dateline();
  std::uint32_t written = 0;
  for (std::uint32_t sentence = 1; written < words; ++sentence) {
    const auto begin = article_.body.size();
    const auto facts = article_.names.size() + article_.dates.size();
    write_sentence();
    written += count_words(std::string_view(article_.body).substr(begin));
    // What is named and dated stays in a copy, so that its truth stays whole.
    const bool bare = facts == article_.names.size() + article_.dates.size();
    if (editor_ && bare && editor_->one_in(kSentencesDroppedOneIn)) {
      article_.body.resize(begin);
    } else {
      add(sentence % kSentencesInParagraph == 0 ? "\n\n" : " ");
    }
  }
  const auto end = article_.body.find_last_not_of(" \n");
  article_.body.resize(end == std::string::npos ? 0 : end + 1);
}

void Story::write_title() {
  // Written in the body, which is empty still, then moved.
  if (random_.one_in(2)) {
    const Person& person = *cast_[0].person;
    const std::string& surname = person.surname[other_spelling_];
    add(surname);
    add_name("person", person.full(false), surname);
    add(" ");
    write_clause(4 + random_.below(4));
  } else {
    write_word(true);
    add(" ");
    write_clause(3 + random_.below(4));
    add(" in ");
    write_place();
  }
  article_.title.swap(article_.body);
  article_.body.clear();
}

void Story::write_dateline() {
  std::string upper = *places_[0];
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  add(upper);
  add_name("place", *places_[0], upper);
  add(", ");
  const std::chrono::year_month_day day = day_;
  std::string surface(month_name(day.month()));
  surface += ' ' + number(day.day());
  add(surface);
  add_date(std::move(surface), iso_day(day_));
  add(" - ");
}

void Story::write_sentence() {
  const auto length = 6 + random_.below(12);
  switch (random_.below(8)) {
    case 0:
      write_person();
      add(" said that ");
      write_clause(length);
      break;
    case 1:
      write_person();
      add(" told ");
      write_organisation();
      add(" on ");
      write_weekday();
      add(" that ");
      write_clause(length);
      break;
    case 2:
      add("In ");
      write_place();
      add(", ");
      write_clause(length);
      break;
    case 3:
      write_organisation();
      add(" ");
      write_clause(length);
      break;
    case 4:
      write_word(true);
      add(" ");
      write_clause(length);
      add(" under ");
      write_thing();
      break;
    case 5:
      write_word(true);
      add(" ");
      write_clause(length);
      add(" ");
      write_date();
      break;
    case 6:
      add("\"");
      write_word(true);
      add(" ");
      write_clause(length);
      add(",\" ");
      write_person();
      add(" said");
      break;
    default:
      write_word(true);
      add(" ");
      write_clause(length + 4);
  }
  add(".");
}

void Story::write_clause(std::uint32_t words) {
  for (std::uint32_t i = 0; i < words; ++i) {
    if (i != 0) add(i % 7 == 0 ? ", " : " ");
    write_word(false);
  }
}

void Story::write_word(bool capital) {
  const auto draw = [&](Random& random) -> const std::string& {
    if (random.one_in(6)) {
      return world_.words[topic_.first_word + world_.topic_word_ranks.draw(random)];
    }
    return world_.words[world_.word_ranks.draw(random)];
  };
  const std::string* word = &draw(random_);
  if (editor_ && editor_->one_in(kWordsReplacedOneIn)) word = &draw(*editor_);
  const auto bits = random_.below(1'024);
  if (bits == 0) {  // A word that nobody has seen before: vocabularies never end.
    add(make_word(random_, 4));
    return;
  }
  const auto begin = article_.body.size();
  add(*word);
  if (capital) {
    char& first = article_.body[begin];
    first = static_cast<char>(first - 'a' + 'A');
  }
  if (word->size() < 4 || word - world_.words.data() < 200) return;
  if (bits % 8 == 1) add("s");
  if (bits % 16 == 2) add("ed");
  if (bits % 16 == 3) add("ing");
}

void Story::write_person() {
  CastMember& member = cast_[random_.below(static_cast<std::uint32_t>(cast_.size()))];
  const Person& person = *member.person;
  if (!member.introduced) {
    member.introduced = true;
    write_introduction(person);
    return;
  }
  const std::string& surname = person.surname[other_spelling_];
  const auto form = random_.below(8);
  const std::string surface = form == 0 ? person.full(other_spelling_) : surname;
  if (form == 1 && !person.title.empty()) {
    add(person.title);
    add(" ");
  }
  add(surface);
  add_name("person", person.full(false), surface);
}

void Story::write_introduction(const Person& person) {
  if (!person.title.empty()) {
    add(person.title);
    add(" ");
  }
  const std::string surface = person.full(other_spelling_);
  add(surface);
  add_name("person", person.full(false), surface);
  if (person.title.empty() && random_.one_in(2)) {
    add(", ");
    add(person.role);
    add(" from ");
    write_place();
    add(",");
  }
}

void Story::write_organisation() {
  const auto pick = random_.below(static_cast<std::uint32_t>(organisations_.size()));
  const Organisation* organisation = organisations_[pick];
  const bool known = contains(introduced_, organisation);
  if (known && !organisation->letters.empty()) {
    add("the ");
    add(organisation->letters);
    add_name("org", organisation->name, organisation->letters);
    return;
  }
  add(organisation->name);
  add_name("org", organisation->name, organisation->name);
  if (known || organisation->letters.empty()) return;
  introduced_.push_back(organisation);
  add(" (");
  add(organisation->letters);
  add_name("org", organisation->name, organisation->letters);
  add(")");
}

void Story::write_place() {
  const auto pick = random_.below(static_cast<std::uint32_t>(places_.size()));
  add(*places_[pick]);
  add_name("place", *places_[pick], *places_[pick]);
}

void Story::write_thing() {
  const auto pick = random_.below(static_cast<std::uint32_t>(things_.size()));
  if (!things_[pick]->starts_with("New ")) add("the ");
  add(*things_[pick]);
  add_name("thing", *things_[pick], *things_[pick]);
}

std::chrono::year_month_day Story::past_day() {
  constexpr std::uint32_t kReaches[] = {30, 30, 730, 730, 14'600};
  const auto reach = kReaches[random_.below(std::size(kReaches))];
  return day_ - days{1 + random_.below(reach)};
}

void Story::write_date() {
  const auto date = past_day();
  const std::string year = number(date.year());
  const std::string iso = iso_day(date);
  const std::string day = number(date.day());
  const auto month_index = static_cast<unsigned>(date.month()) - 1;
  const std::string month(kMonths[month_index]);
  std::string preposition = "on ";
  std::string surface;
  std::string value = iso;
  switch (random_.below(7)) {
    case 0:
    case 1:
      surface = month + ' ' + day + ", " + year;
      break;
    case 2:
      surface = day + ' ' + month + ' ' + year;
      break;
    case 3:
      surface = std::string(kShortMonths[month_index]) + ' ' + day + ", " + year;
      break;
    case 4:
      surface = iso;
      break;
    case 5:
      preposition = "in ";
      surface = month + ' ' + year;
      value.resize(7);
      break;
    default:
      preposition = "in ";
      value.resize(4);
      surface = value;
      if (date.year() < std::chrono::year{2000}) {
        value.resize(3);
        preposition = "in the ";
        surface = value + "0s";
      }
  }
  add(preposition);
  add(surface);
  add_date(std::move(surface), std::move(value));
}

void Story::write_weekday() {
  const auto day = day_ - days{random_.below(7)};
  const std::chrono::weekday weekday(day);
  const std::string_view name = kWeekdays[weekday.c_encoding()];
  add(name);
  add_date(std::string(name), iso_day(day));
}

void Story::add_name(std::string_view kind, std::string_view name,
                     std::string_view surface) {
  article_.names.push_back({kind, std::string(name), std::string(surface)});
}

void Story::add_date(std::string surface, std::string value) {
  article_.dates.push_back({std::move(surface), std::move(value)});
}

}  // namespace dateline::corpus
