// Words that tell about the names around them.

#include "index/names/tables.h"

#include <array>

namespace dateline::names {
namespace {

constexpr std::string_view kCommonWords = R"(
One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands
Millions First Second Third Last Next Previous Final Early Late Former Overall Total Less
Least Worse Worst Better Best Good Bad Big Small Large Great New Old Young Long Short High
Low Top Further Additional Similar Same Different Various Certain Recent Current Sure
Right Left Traders Analysts Officials Sources Dealers Economists Brokers Investors Shares
Sales Profits Earnings Police Witnesses Critics Experts Scientists Researchers Residents
Voters Supporters Opponents Workers Students Companies Governments Ministers Banks Markets
Prices Results Figures Data Reports Talks End Home Source Web Photo Image Picture Video
File Working Members Leaders People Men Women Children Man Woman Boy Girl Mother Father
Sister Brother Son Daughter Wife Husband Lawyers Doctors Teachers Soldiers Rebels Troops
Forces Farmers Local National International Foreign Federal Public Private Senior Junior
Chief Political Economic Military Social Western Eastern Northern Southern Central Qtr Net
Shr Shrs Revs Oper Note Avg Year Years Month Months Week Weeks Day Days Mths Div Record
Pay Prior Tax Loss Profit Dividend Quarterly Annual Interim Stock Market Trade Oil Gold
Gas Crude Coffee Cocoa Sugar Wheat Corn Cotton Grain Rubber Copper Money Cash Bond Bonds
Notes Loans Debt Interest Rates Rate Dollar Yen Sterling Mark Government State States City
Company War Peace Party Court Law Bill House Office Team Game Games Cup Group Club Army
Air Navy Force Prime Minister President Secretary Budget Committee Council Energy Health
Education Science Technology Business Finance Industry Agriculture Environment Culture
Sport Sports World Union Bank Act Treaty Summit Crisis Street Road Park Center Centre
University College School Church God Love Life Death Time Power Black White Red Green Blue
Conflict Meeting Invasion Offensive Race Detention Issue Update Updates News Story Article
Conversation Participation Logistics High-Level Advertisement Reply Comment Cookie Facts
Factbox Chairman Leader Director Manager Spokesman Ministry Department Congress Parliament
Senate Cabinet Press Street-level Prize Award Corporate Industrial Wholesale Retail
Consumer Producer Output Exports Imports Growth Inflation Unemployment Deficit Surplus
Reserves Balance Payments Production Acreage Harvest Crop Crops Supply Demand Exchange
Merger Acquisition Takeover Offer Bid Unit Subsidiary Plans Plan Sees Sets Buys Sells Cuts
Raises Upper Lower Little Greater Outer Inner)";

constexpr std::string_view kFunctionWords = R"(
The A An This That These Those Some Any All Both Each Every Many Most Much More Several
Such Other Another No None Nothing Neither Either Few Half Only Just Even Also Still Yet
Already Now Then Today Yesterday Tomorrow Tonight Here There Where When While Why How What
Which Who Whom Whose Whether If Unless Until Till Since Because Although Though Despite
However Nevertheless Nonetheless Moreover Furthermore Additionally Besides Meanwhile
Instead Otherwise Therefore Thus Hence So And But Or Nor For Of In On At By To From With
Without Within Into Onto Upon Over Under Above Below Between Among Amid Against About
Around Across Along Behind Beyond Before After During Through Throughout Toward Towards
Near Off Out Up Down Per Via As Like Unlike Than Except Including According Following
Regarding Concerning Given Based Asked Citing I We You He She It They Me Us Him Her Them
My Our Your His Its Their Mine Ours Yours Myself Himself Herself Itself Themselves Is Are
Was Were Be Been Being Am Has Have Had Do Does Did Can Could Will Would Shall Should Must
Might Let Yes Not Never Always Often Sometimes Usually Perhaps Maybe Indeed Rather Quite
Very Too Again Once Twice Ever Anyone Everyone Someone Somebody Nobody Everybody
Everything Something Anything Later Earlier Recently Currently Previously Formerly Finally
Eventually Initially Originally Actually Apparently Clearly Certainly Obviously
Unfortunately Fortunately Ex Then-President Nearly Almost Roughly Approximately Likewise
Similarly Thanks Thank Please Sorry Hello Dear Well Oh Ah Ok Okay Speaking Born Having
Using Making Taking Read See Click Leave Accept Looking Going Getting Coming Playing
Together Apart Aside Back Away Ahead Whatever Whoever Whenever Wherever Whichever
Regardless Elsewhere Separately Specifically Generally Traditionally Historically
Politically Economically Say Says Said Vs)";

constexpr std::string_view kFunctionWordsLower = R"(
the a an this that these those of in on at by to from with and or but as is are was were
has have had will would who which whose for)";

constexpr std::string_view kNoNames = R"(
English Spanish Latin Christian Christians Muslim Muslims Islamic Islamist Islamists Jewish Jews Jew
Catholic Catholics Protestant Protestants Orthodox Sunni Shia Shiite Hindu Hindus Sikh Sikhs
Buddhist Buddhists Republican Republicans Democrat Democrats Democratic Tory Tories Labour Communist
Communists Conservative Conservatives Socialist Socialists Liberal Liberals Nazi Nazis Marxist God
Internet Web Online Email E-mail TV FM AM PM GMT EST EDT CST PST ET BST UTC GDP GNP CPI
CEO CFO COO CTO VP IPO AIDS HIV DNA GPS PC PCs CD CDs DVD DVDs MP MPs MEP MEPs ID IT AI
SUV UFO OK DC AD BC PR HD LCD USB SMS PDA MP3 DJ VAT PhD MBA Bluetooth Wi-Fi Bible Koran
Quran Euro Euros Pound Pounds Dollars Marks Franc Francs Lira Peso Pesos Ruble Rouble Yuan
Rupee Rupees Won Ringgit Real Rand Krona Guilder Baht Mr Mrs Ms Sir Madam Arab Arabs
Western Westerners
North South East West Northern Southern Eastern Central Westernised Satellite
Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Diwali Windows Series Act Chapter
Part Section Article Volume Page Figure Table Appendix Phase Stage Round Group-stage
Inc Corp Co Ltd Plc PLC LLC Earth Moon Sun Mars Venus Jupiter Saturn Mercury Neptune
Ph Jr Sr II III IV VI VII VIII XI XII St Mt Street Road Avenue Lane Drive Square
Ctr Pct Cts Dlrs Mln Bln Stg Dec Nov Oct Sep Sept Aug Jul Jun Apr Mar Feb Jan)";

constexpr std::string_view kCalendarWords = R"(
January February March April May June July August September October November December Jan
Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday
Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Tue
Tues Wed Thu Thur Thurs Fri Sat Spring Summer Autumn Winter)";

constexpr std::string_view kCalendarSurnames = "May March April June August Sat Winter";

constexpr std::string_view kTitleWords = R"(
President Minister Premier Chancellor Secretary Senator Congressman Congresswoman
Representative Governor Mayor Ambassador Envoy Commissioner Chairman Chairwoman Chair
Chairperson Director Spokesman Spokeswoman Spokesperson King Queen Prince Princess Emperor
Pope Cardinal Archbishop Bishop Father Rabbi Imam Ayatollah Sheikh Sheik Emir Sultan Shah
Reverend Pastor Saint General Colonel Major Captain Lieutenant Sergeant Corporal Private
Admiral Commander Marshal Brigadier Judge Justice Magistrate Professor Doctor Dr Mr Mrs Ms
Miss Mx Sir Lord Lady Dame Baron Baroness Count Countess Duke Duchess Sen Rep Gov Gen Col
Maj Capt Lt Sgt Cpl Adm Cmdr Prof Rev Hon Pres Supt Coach Manager Captain Striker
Midfielder Defender Goalkeeper Goalie Quarterback Skipper Detective Inspector Sheriff
Superintendent Constable Officer Attorney Lawyer Prosecutor Counsel Economist Analyst
Editor Writer Author Actor Actress Singer Director Producer Inventor Physicist Astronaut
Cosmonaut CEO CFO COO Founder Leader Speaker Whip Treasurer Comptroller Deputy Councillor
Councilman Alderman Comrade Chief Executive Officer Taoiseach Tsar Czar Caliph Maharaja
Guru Lama Swami Herr Frau Monsieur Madame Señor Signor Don Doña Mullah Maulana Sayyid
Negotiator Adviser Advisor Aide Candidate Nominee Champion Dictator Vice-President
President-elect Congressmen Senators Presidents Ministers Secretaries Messrs)";

constexpr std::string_view kTitleWordsLower = R"(
president minister premier chancellor secretary senator congressman congresswoman governor
mayor ambassador envoy commissioner chairman chairwoman director spokesman spokeswoman
spokesperson king queen prince princess emperor pope cardinal archbishop bishop priest
general colonel major captain lieutenant sergeant admiral commander judge justice professor
dr coach manager striker midfielder defender goalkeeper quarterback skipper winger
detective inspector sheriff attorney lawyer prosecutor economist economists analyst editor
writer author actor actress singer producer founder co-founder leader speaker treasurer
deputy executive adviser advisor aide candidate nominee champion brother sister wife
husband son daughter mother father boss star player hero novelist poet painter composer
journalist reporter correspondent historian scientist physicist biologist astronaut
dictator warlord guitarist drummer comedian golfer cyclist boxer swimmer sprinter
footballer teammate rival predecessor successor colleague friend activist dissident
philosopher strategist trader broker dealer magnate tycoon billionaire entrepreneur
trainer driver jockey presenter broadcaster rapper musician director-general chief
official head partner president-elect)";

constexpr std::string_view kTitleParts = R"(
Prime Foreign Finance Defence Defense Interior Home Trade Treasury Vice Deputy Assistant
Attorney Acting Interim Chief Executive Senior Junior Justice Health Education Agriculture
Energy Labor Labour Transport Transportation Commerce Environment Culture Housing Press
Economy Economics Industry Planning Information Oil Petroleum Interior Security Managing
Former Field Lance Staff Sergeant Crown Lieutenant Brigadier Rear Associate Assistant Under
Press Cabinet Opposition Majority Minority House Senate Shadow Permanent Special Supreme
Grand First Head Research Marketing General Budget Communications Telecommunications
Sports Tourism Science Technology Development Cooperation Immigration Police Army Navy
Military Party State External Affairs Parliamentary)";

constexpr std::string_view kCompanies = R"(
Inc Corp Corporation Co Company Companies Ltd Limited PLC Plc LLC LP AG SA NV BV GmbH AB
Bhd SpA Spa Pty Oy OY Oyj OYJ ASA Holdings Holding Bancorp Bancorporation Bancshares Industries
Enterprises Laboratories Pharmaceuticals Systems Technologies Brothers Bros Incorporated
Partners Associates Sons Financial Savings Realty Properties Petroleum Resources Stores
Motors Airlines Airways Airline Electronics Communications Products Foods Insurance
Securities Chemicals Chemical Steel Mines Mining Oil Energy Power Trust Investments
Capital Ventures Group)";

constexpr std::string_view kLegalForms = R"(
Inc Corp Corporation Co Ltd Limited PLC Plc LLC LP AG SA NV BV GmbH AB Bhd SpA Spa Pty
Oy OY Oyj OYJ ASA Incorporated)";

constexpr std::string_view kOrgHeads = R"(
Bank Ministry Department University College School Institute Academy Party Council Agency
Commission Union Court Group Association Federation Committee Times Post Tribune Herald
Gazette Journal Guardian Telegraph Observer Chronicle News Press Magazine Television Radio
Airlines FC AFC United Rovers Wanderers Athletic Hotspur Albion Dynamo Spartak Olympiakos Club Congress
Parliament Senate Assembly Authority Administration Bureau Board Office Service Services
Society Foundation Fund Organisation Organization Front Movement Army Navy Force Forces
Guard Corps Command Brigade Police Cabinet League Exchange Church Hospital Museum Library
Orchestra Theatre Theater Center Centre Coalition Alliance Confederation Congregation
Consortium Institution Laboratory Network Studios Pictures Records Entertainment Software
Chamber Conservatory Directorate Secretariat Taskforce Tribunal Bloc Brotherhood Mission
Legion Militia Cartel Syndicate Lobby Centers Labs Observatory Initiative Watch Gallery Ballet Symphony Conservancy)";

constexpr std::string_view kOfficeHeads = R"(
Ministry Department Parliament Senate Army Navy Government Cabinet Congress Embassy Treasury
Police Court Commission Agency Council Bank Assembly Union Party Federation Association
Authority Academy)";

constexpr std::string_view kOrgOfHeads = R"(
Ministry Department Bank University College School Institute Academy Association Federation
Union Council Court Board Bureau Office Center Centre Church Confederation Congress Chamber
Committee Commission Organisation Organization Society House Army League Library Museum
Authority Agency Fund Party Front Movement Coalition Alliance Campaign Foundation Fellowship
Knights Daughters Sons Friends Doctors Physicians Reporters Community Assembly Conference)";

constexpr std::string_view kThingHeads = R"(
Treaty Accord Accords Agreement Pact Convention Protocol Act War Crisis Summit Cup Games
Olympics Award Awards Prize Championship Championships Festival Forum Conference Declaration
Charter Constitution Revolution Massacre Scandal Affair Uprising Offensive Rebellion
Amendment Open Marathon Tournament Trophy Medal Expo Bowl Prix Referendum Holocaust
Doctrine Directive Memorandum Ceasefire Derby Masters)";

constexpr std::string_view kThingOfHeads = R"(
Treaty Battle Declaration Siege Convention Charter Bill Congress-of War Order Medal Act
Articles Peace)";

constexpr std::string_view kPlaceHeads = R"(
River Lake Sea Ocean Island Islands Mountains Mountain Valley Desert Bay Gulf Strait Straits
Peninsula County Province Region District Street Avenue Road Square Park Airport Bridge
Canal Harbor Harbour Beach Hills Hill Heights Coast Falls Forest Republic Township Oblast
Strip Stadium Station Prison Cathedral Palace Castle Tower Plaza Square Creek Springs City
Basin Plateau Reef Prefecture Territory)";

constexpr std::string_view kPlacePrefixes =
    "Lake Mount Mt Port Cape Fort Ft Saint St San Santa Los Las El Sao São Gulf Isle "
    "Upper Lower Little Outer Inner";

constexpr std::string_view kSpeechVerbs = R"(
said says say told added asked argued insisted warned claimed noted explained replied
announced declared stated testified wrote writes thinks believes believed joked admitted
denied acknowledged predicted recalled commented complained conceded confirmed suggested
urged vowed pledged remarked observed tells)";

constexpr std::string_view kParticles = R"(
de la van von der den bin ibn al el ben du da dos das del della di le ter zu bint
abu y af av ul ud ur)";

constexpr std::string_view kAbbreviations = R"(
Mr Mrs Ms Dr Sen Rep Gen Gov Lt Col Sgt Capt Maj Adm Cmdr Prof Rev Hon St Mt Ft Jan Feb Mar
Apr Jun Jul Aug Sep Sept Oct Nov Dec vs No Messrs Pres Supt Cpl Brig Mx)";

constexpr std::string_view kLocatives =
    "in near at from outside to across inside In Near At From Outside Across Inside";

constexpr std::string_view kPlaceGivenNames = R"(
Paris Austin Jordan Israel Florence Dallas Georgia Brooklyn Sydney Savannah Houston Chelsea
Chad India Lincoln Madison Dakota Carolina Phoenix Memphis Cairo Verona Siena Denver Asia
America Kenya Ireland London Melbourne Alexandria Regina)";

constexpr std::string_view kCalendarGivenNames = "April May June August Summer Autumn";

constexpr std::string_view kPlaceNouns = R"(
region province district city town village area county peninsula island islands river
suburb prefecture oblast airport border)";

constexpr std::string_view kSyllableNames = R"(
Kim Lee Park Ban Moon Choi Jung Jong Chung Kang Cho Yoon Lim Han Roh Yun Hwang Ahn Song
Chun Ko Chang Cha Son Shin Seo Kwon Ma Tsai Lai Chen Lin Hou Sun Chiang Wu Wang Yang Hsieh
Su Chou Huang Hsu Lien Soong Tang Rhee Paik Baek Oh Nam Noh Yoo Suh Bae Cheng Liu Chu Yeh)";

constexpr std::string_view kHyphenEnds = R"(
led based born made run held era style wide like owned backed funded bound based-on built
trained sponsored occupied area trade aid type bred only plus speaking)";

constexpr std::array kLists = {
    WordList{kFunctionWord, kFunctionWords},
    WordList{kFunctionWord, kFunctionWordsLower},
    WordList{kCommonWord, kCommonWords},
    WordList{kNoName, kNoNames},
    WordList{kCalendar, kCalendarWords},
    WordList{kSurnameToo, kCalendarSurnames},
    WordList{kTitle, kTitleWords},
    WordList{kTitle, kTitleWordsLower},
    WordList{kTitlePart, kTitleParts},
    WordList{kCompany, kCompanies},
    WordList{kLegalForm, kLegalForms},
    WordList{kOrgHead, kOrgHeads},
    WordList{kOfficeHead, kOfficeHeads},
    WordList{kOrgOfHead, kOrgOfHeads},
    WordList{kThingHead, kThingHeads},
    WordList{kThingOfHead, kThingOfHeads},
    WordList{kPlaceHead, kPlaceHeads},
    WordList{kPlacePrefix, kPlacePrefixes},
    WordList{kSpeech, kSpeechVerbs},
    WordList{kParticle, kParticles},
    WordList{kNameSuffix, "Jr Sr II III IV VI VII VIII IX XI XII XIV XVI"},
    WordList{kAbbreviation, kAbbreviations},
    WordList{kLocative, kLocatives},
    WordList{kPlaceNoun, kPlaceNouns},
    WordList{kSyllableName, kSyllableNames},
    WordList{kHyphenEnd, kHyphenEnds},
    WordList{kPlaceGivenName, kPlaceGivenNames},
    WordList{kCalendarGivenName, kCalendarGivenNames},
};

}  // namespace

std::span<const WordList> word_lists() { return kLists; }

}  // namespace dateline::names
