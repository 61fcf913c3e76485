// Titles and given names that tell a woman from a man.

#include "index/names/links/person_name.h"

#include <algorithm>
#include <vector>

namespace dateline::names {
namespace {

constexpr std::string_view kFemaleTitles =
    "Mrs Ms Miss Lady Queen Princess Dame Baroness Countess Duchess Empress Madame Mme "
    "Frau Señora Doña Sister Mother wife daughter sister mother spokeswoman chairwoman "
    "congresswoman actress widow girlfriend businesswoman policewoman ";
constexpr std::string_view kMaleTitles =
    "Mr Sir Lord King Prince Duke Baron Count Emperor Pope Father Monsieur Herr Señor "
    "Signor Don Sultan Sheikh Sheik Emir husband son brother father spokesman "
    "congressman actor boyfriend businessman policeman ";
constexpr std::string_view kPoliteTitles =
    "Mr Mrs Ms Miss Mx Sir Madame Mme Frau Herr Señor Señora Monsieur ";
constexpr std::string_view kRoyalTitles =
    "King Queen Prince Princess Pope Emperor Empress Sultan Saint Duke Duchess ";

constexpr std::string_view kFemaleNames =
    "Alice Alison Amanda Amy Ana Angela Anita Ann Anna Anne Annie Audrey Barbara "
    "Beatrice Benazir Beth Betty Beverly Brenda Bridget Brigitte Camilla Carla Carol "
    "Caroline Carolyn Catherine Cathy Charlotte Cherie Cheryl Christina Christine "
    "Cindy "
    "Claire Clara Claudia Condoleezza Cristina Cynthia Daniela Danielle Dawn Deborah "
    "Debbie Denise Diana Diane Dilma Donna Dora Doris Dorothy Edith Eileen Elaine "
    "Eleanor Elena Elisabeth Elizabeth Ella Ellen Emily Emma Erica Erin Esther Eva "
    "Evelyn Fatima Fiona Florence Frances Francesca Gabriela Gillian Gina Gloria Grace "
    "Greta Hannah Harriet Hazel Heather Heidi Helen Helena Helga Hilary Hillary Holly "
    "Ida Indira Ingrid Irene Irina Isabel Isabella Ivana Jackie Jacqueline Jane Janet "
    "Janice Jean Jennifer Jenny Jessica Jill Joan Joanna Joanne Josephine Joyce Judith "
    "Judy Julia Juliana Julie Kamala Karen Karin Kate Katharine Katherine Kathleen "
    "Kathryn Kathy Katie Kirsten Kristin Kristina Laura Lauren Leah Leila Lena Linda "
    "Lisa Liz Lois Lorraine Louisa Louise Lucia Lucy Lydia Maggie Margaret Maria "
    "María Marianne Marie Marilyn Marina Marion Marjorie Martha Martina Mary Maureen "
    "Maya Melania Melanie Melinda Melissa Meredith Mia Michelle Mildred Miriam Moira "
    "Molly Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Olena "
    "Olga "
    "Olivia Pamela Patricia Patti Paula Pauline Peggy Penelope Penny Philippa Phyllis "
    "Priyanka Rachel Rebecca Regina Renée Rita Roberta Rosa Rose Rosemary Roza Ruth "
    "Sabine Sally Samantha Sandra Sara Sarah Serena Sharon Sheila Shirley Silvia "
    "Simone "
    "Sofia Sonia Sophia Sophie Stella Stephanie Susan Susanna Suzanne Svetlana Sylvia "
    "Tamara Tanya Tara Tatiana Teresa Theresa Tina Tracy Ursula Valentina Valerie "
    "Vanessa Vera Veronica Victoria Virginia Wanda Wendy Winnie Yolanda Yulia Yvonne "
    "Zoe ";
constexpr std::string_view kMaleNames =
    "Aaron Abdullah Abraham Adam Ahmad Ahmed Alan Albert Aleksandr Alexander Alexei "
    "Alexey Alfred Ali Allan Allen Andrei Andrew Andrey Andy Anthony Antonio Antony "
    "Arnold Arthur Barack Bashar Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brian "
    "Bruce Carl Carlos Charles Charlie Chris Christopher Colin Craig Daniel Dave David "
    "Dennis Denis Derek Dick Dmitri Dmitry Don Donald Doug Douglas Duncan Ed Eddie "
    "Edgar Edward Emmanuel Enrique Eric Ernest Eugene Felipe Fernando Francis "
    "Francisco "
    "Franco François Frank Franklin Fred Frederick Gary Gavin Geoffrey George Gerald "
    "Gerhard Gordon Graham Greg Gregory Guy Hans Harold Harry Hassan Helmut Henri "
    "Henry "
    "Herbert Hosni Howard Hugh Hugo Hussein Ian Ibrahim Igor Ivan Jack Jacob Jacques "
    "Jake James Jason Javier Jeff Jeffrey Jeremy Jerry Jesse Jim Jimmy Joe Joel Johan "
    "John Johnny Jon Jonathan Jorge José Jose Joseph Joshua Juan Julian Karl Keith Ken "
    "Kenneth Kevin Klaus Kofi Larry Lawrence Leo Leon Leonard Leonid Louis Luis Luke "
    "Mahmoud Manuel Marc Marcus Mario Mark Martin Matt Matthew Maurice Max Michael "
    "Miguel Mike Mikhail Mohamed Mohammad Mohammed Muhammad Narendra Nathan Neil "
    "Nelson "
    "Nicholas Nick Nicolas Nigel Nikolai Oleg Oliver Omar Oscar Osama Patrick Paul "
    "Pavel "
    "Pedro Peter Phil Philip Pierre Rafael Ralph Raymond Recep Ricardo Richard Rick "
    "Robert Roberto Roger Roman Ronald Roy Rudolf Rupert Russell Saddam Salman Sam "
    "Samuel Scott Sean Sergei Sergey Shimon Silvio Simon Stanley Stephen Steve Steven "
    "Stuart Ted Terry Thomas Tim Timothy Todd Tom Tony Victor Viktor Vincent Vladimir "
    "Volodymyr Walter Warren Wayne Wilhelm William Winston Yasser Yitzhak Yuri ";

// The keys of words parted by blanks, sorted.
std::vector<std::uint32_t> keys_of(std::string_view words) {
  std::vector<std::uint32_t> keys;
  while (!words.empty()) {
    const auto end = words.find(' ');
    Token token;
    token.end = static_cast<std::uint32_t>(end);
    token.hash = word_hash(words.substr(0, end));
    keys.push_back(word_key(words, token));
    words.remove_prefix(end + 1);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool has(const std::vector<std::uint32_t>& keys, std::uint32_t key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

}  // namespace

Sex sex_of_given_name(std::uint32_t key) {
  static const auto female = keys_of(kFemaleNames);
  static const auto male = keys_of(kMaleNames);
  if (has(female, key)) return Sex::kFemale;
  return has(male, key) ? Sex::kMale : Sex::kUnknown;
}

TitleBefore title_before(std::string_view text, std::span<const Token> tokens,
                         std::size_t at, const Lexicon& lexicon) {
  static const auto female = keys_of(kFemaleTitles);
  static const auto male = keys_of(kMaleTitles);
  static const auto royal = keys_of(kRoyalTitles);
  static const auto polite = keys_of(kPoliteTitles);
  TitleBefore found;
  while (at > 0 && tokens[at].glue == Glue::kSpace && !tokens[at - 1].possessive) {
    const Token& token = tokens[--at];
    if ((lexicon.classes(token) & kTitle) == 0) break;
    found.any = true;
    const std::uint32_t key = word_key(text, token);
    if (!has(polite, key) && found.key == 0) found.key = key;
    if (has(royal, key)) found.royal = true;
    if (has(female, key)) found.sex = Sex::kFemale;
    if (has(male, key)) found.sex = Sex::kMale;
    if (found.sex != Sex::kUnknown) break;
  }
  return found;
}

}  // namespace dateline::names
