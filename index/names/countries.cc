// Countries with their people and capitals; other places with their people.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view countries() {
  return R"(Afghanistan:Afghan|Afghans|Afghani:Kabul
Albania:Albanian|Albanians:Tirana
Algeria:Algerian|Algerians:Algiers
Andorra:Andorran|Andorrans:Andorra la Vella
Angola:Angolan|Angolans:Luanda
Antigua and Barbuda|Antigua:Antiguan|Antiguans:
Argentina:Argentine|Argentinian|Argentines|Argentinians:Buenos Aires
Armenia:Armenian|Armenians:Yerevan=Erevan
Australia:Australian|Australians|Aussie:Canberra
Austria:Austrian|Austrians:Vienna
Azerbaijan:Azerbaijani|Azeri|Azeris|Azerbaijanis:Baku
Bahamas|the Bahamas:Bahamian|Bahamians:Nassau
Bahrain:Bahraini|Bahrainis:Manama
Bangladesh|East Pakistan:Bangladeshi|Bangladeshis:Dhaka=Dacca
Barbados:Barbadian|Barbadians|Bajan:Bridgetown
Belarus|Byelorussia|Belorussia:Belarusian|Belarussian|Belarusians:Minsk
Belgium:Belgian|Belgians:Brussels
Belize|British Honduras:Belizean|Belizeans:Belmopan
Benin|Dahomey:Beninese:Porto-Novo
Bhutan:Bhutanese:Thimphu
Bolivia:Bolivian|Bolivians:La Paz
Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina:Bosnian|Bosnians:Sarajevo
Botswana:Botswanan|Botswanans|Batswana|Motswana:Gaborone
Brazil|Brasil:Brazilian|Brazilians:Brasilia=Brasília
Brunei|Brunei Darussalam:Bruneian|Bruneians:Bandar Seri Begawan
Bulgaria:Bulgarian|Bulgarians:Sofia
Burkina Faso|Upper Volta:Burkinabe|Burkinabé:Ouagadougou
Burundi:Burundian|Burundians:Bujumbura
Cambodia|Kampuchea:Cambodian|Cambodians|Khmer:Phnom Penh
Cameroon:Cameroonian|Cameroonians:Yaounde=Yaoundé
Canada:Canadian|Canadians:Ottawa
Cape Verde|Cabo Verde:Cape Verdean|Cape Verdeans:Praia
Central African Republic|CAR:Central African|Central Africans:Bangui
Chad:Chadian|Chadians:N'Djamena=Ndjamena
Chile:Chilean|Chileans:Santiago
China|People's Republic of China|PRC|P.R.C.|Mainland China|mainland China:Chinese:Beijing=Peking=Peiping
Colombia:Colombian|Colombians:Bogota=Bogotá
Comoros|Comoro Islands:Comorian|Comorians|Comoran:Moroni
Costa Rica:Costa Rican|Costa Ricans:San Jose=San José
Croatia:Croatian|Croat|Croats|Croatians:Zagreb
Cuba:Cuban|Cubans:Havana
Cyprus:Cypriot|Cypriots:Nicosia
Czech Republic|Czechia:Czech|Czechs:Prague
Czechoslovakia:Czechoslovak|Czechoslovakian:
Democratic Republic of Congo|Democratic Republic of the Congo|DR Congo|DRC|Zaire|Congo:Congolese|Zairean:Kinshasa
Denmark:Danish|Dane|Danes:Copenhagen
Djibouti:Djiboutian|Djiboutians:
Dominica::Roseau
Dominican Republic:Dominican|Dominicans:Santo Domingo
East Germany|German Democratic Republic|GDR:East German|East Germans:East Berlin
East Timor|Timor-Leste|Timor Leste:East Timorese|Timorese:Dili
Ecuador:Ecuadorian|Ecuadorean|Ecuadorians:Quito
Egypt:Egyptian|Egyptians:Cairo
El Salvador:Salvadoran|Salvadorans|Salvadorean:San Salvador
England:Englishman|Englishmen:
Equatorial Guinea:Equatoguinean|Equatorial Guinean:Malabo
Eritrea:Eritrean|Eritreans:Asmara
Estonia:Estonian|Estonians:Tallinn
Eswatini|Swaziland:Swazi|Swazis:Mbabane
Ethiopia:Ethiopian|Ethiopians:Addis Ababa
Fiji:Fijian|Fijians:Suva
Finland:Finnish|Finn|Finns:Helsinki
France:French|Frenchman|Frenchmen|Frenchwoman:Paris
Gabon:Gabonese:Libreville
Gambia|The Gambia:Gambian|Gambians:Banjul
Georgia:Georgian|Georgians:Tbilisi=Tiflis
Germany|Federal Republic of Germany:German|Germans:Berlin|Bonn
Ghana:Ghanaian|Ghanaians:Accra
Greece:Greek|Greeks:Athens
Greenland:Greenlandic|Greenlander|Greenlanders:Nuuk
Grenada:Grenadian|Grenadians:St. George's
Guatemala:Guatemalan|Guatemalans:Guatemala City
Guinea:Guinean|Guineans:Conakry
Guinea-Bissau:Bissau-Guinean:Bissau
Guyana:Guyanese:Georgetown
Haiti:Haitian|Haitians:Port-au-Prince
Honduras:Honduran|Hondurans:Tegucigalpa
Hong Kong::
Hungary:Hungarian|Hungarians:Budapest
Iceland:Icelandic|Icelanders:Reykjavik=Reykjavík
India:Indian|Indians:New Delhi=Delhi
Indonesia:Indonesian|Indonesians:Jakarta
Iran|Islamic Republic of Iran|Persia:Iranian|Iranians|Persian:Tehran=Teheran
Iraq:Iraqi|Iraqis:Baghdad
Ireland|Irish Republic|Republic of Ireland:Irish|Irishman|Irishmen:Dublin
Israel:Israeli|Israelis:Jerusalem|Tel Aviv
Italy:Italian|Italians:Rome
Ivory Coast|Côte d'Ivoire|Cote d'Ivoire|Côte d’Ivoire:Ivorian|Ivorians:Abidjan|Yamoussoukro
Jamaica:Jamaican|Jamaicans:
Japan:Japanese:Tokyo
Jordan:Jordanian|Jordanians:Amman
Kazakhstan:Kazakh|Kazakhs|Kazakhstani:Astana=Nur-Sultan|Almaty=Alma-Ata
Kenya:Kenyan|Kenyans:Nairobi
Kiribati:I-Kiribati:Tarawa
Kosovo:Kosovar|Kosovars|Kosovan:Pristina=Prishtina=Priština
Kuwait:Kuwaiti|Kuwaitis:Kuwait City
Kyrgyzstan|Kirgizia|Kyrgyz Republic|Kirghizia:Kyrgyz|Kirghiz:Bishkek=Frunze
Laos:Laotian|Lao|Laotians:Vientiane
Latvia:Latvian|Latvians:Riga
Lebanon:Lebanese:Beirut
Lesotho:Basotho|Mosotho:Maseru
Liberia:Liberian|Liberians:Monrovia
Libya:Libyan|Libyans:Tripoli
Liechtenstein::Vaduz
Lithuania:Lithuanian|Lithuanians:Vilnius
Luxembourg:Luxembourger|Luxembourgers|Luxembourgish:
Macau|Macao::
Madagascar:Malagasy:Antananarivo=Tananarive
Malawi:Malawian|Malawians:Lilongwe
Malaysia:Malaysian|Malaysians:Kuala Lumpur
Maldives:Maldivian|Maldivians:Male=Malé
Mali:Malian|Malians:Bamako
Malta:Maltese:Valletta
Marshall Islands:Marshallese:Majuro
Mauritania:Mauritanian|Mauritanians:Nouakchott
Mauritius:Mauritian|Mauritians:Port Louis
Mexico:Mexican|Mexicans:Mexico City
Micronesia|Federated States of Micronesia:Micronesian|Micronesians:Palikir
Moldova|Moldavia:Moldovan|Moldovans:Chisinau=Chișinău=Kishinev
Monaco:Monegasque|Monegasques|Monégasque:Monte Carlo
Mongolia|Outer Mongolia:Mongolian|Mongolians|Mongol:Ulaanbaatar=Ulan Bator
Montenegro:Montenegrin|Montenegrins:Podgorica
Morocco:Moroccan|Moroccans:Rabat
Mozambique:Mozambican|Mozambicans:Maputo
Myanmar|Burma:Burmese|Myanmarese:Yangon=Rangoon|Naypyidaw=Naypyitaw=Nay Pyi Taw
Namibia:Namibian|Namibians:Windhoek
Nauru:Nauruan|Nauruans:
Nepal:Nepalese|Nepali:Kathmandu=Katmandu
Netherlands|the Netherlands|Holland:Dutch|Dutchman|Dutchmen:Amsterdam|The Hague=Hague
New Zealand:New Zealander|New Zealanders|Kiwi|Kiwis:Wellington
Nicaragua:Nicaraguan|Nicaraguans:Managua
Niger:Nigerien:Niamey
Nigeria:Nigerian|Nigerians:Abuja|Lagos
North Korea|DPRK|Democratic People's Republic of Korea:North Korean|North Koreans:Pyongyang
North Macedonia|Macedonia:Macedonian|Macedonians:Skopje
Northern Ireland|Ulster:Northern Irish|Northern Irishman|Ulsterman:Belfast
Norway:Norwegian|Norwegians:Oslo
Oman|Sultanate of Oman:Omani|Omanis:Muscat
Pakistan:Pakistani|Pakistanis:Islamabad
Palau:Palauan|Palauans:Ngerulmud
Palestine|Palestinian Territories|Palestinian territories|Occupied Territories|Occupied Palestinian Territories:Palestinian|Palestinians:Ramallah
Panama:Panamanian|Panamanians:Panama City
Papua New Guinea|PNG:Papua New Guinean|Papua New Guineans:Port Moresby
Paraguay:Paraguayan|Paraguayans:Asuncion=Asunción
Peru:Peruvian|Peruvians:Lima
Philippines|the Philippines:Filipino|Philippine|Filipinos:Manila
Poland:Polish|Pole|Poles:Warsaw
Portugal:Portuguese:Lisbon
Puerto Rico:Puerto Rican|Puerto Ricans:
Qatar:Qatari|Qataris:Doha
Republic of Congo|Republic of the Congo|Congo-Brazzaville::Brazzaville
Romania|Rumania:Romanian|Romanians:Bucharest=București
Russia|Russian Federation:Russian|Russians:Moscow
Rwanda:Rwandan|Rwandans:Kigali
Samoa|Western Samoa:Samoan|Samoans:Apia
San Marino:Sammarinese:
Saudi Arabia|Kingdom of Saudi Arabia|KSA:Saudi|Saudis|Saudi Arabian:Riyadh
Scotland:Scottish|Scots|Scotsman:Edinburgh
Senegal:Senegalese:Dakar
Serbia|Serbia and Montenegro:Serbian|Serb|Serbs|Serbians:Belgrade
Seychelles:Seychellois:
Sierra Leone:Sierra Leonean|Sierra Leoneans:Freetown
Singapore:Singaporean|Singaporeans:
Slovakia:Slovak|Slovakian|Slovaks:Bratislava
Slovenia:Slovenian|Slovene|Slovenes:Ljubljana
Solomon Islands|Solomons:Solomon Islander|Solomon Islanders:Honiara
Somalia:Somali|Somalis|Somalian:Mogadishu
South Africa|Republic of South Africa|RSA:South African|South Africans:Pretoria|Cape Town|Johannesburg
South Korea|Republic of Korea|ROK:South Korean|South Koreans:Seoul
South Sudan:South Sudanese:Juba
Soviet Union|USSR|U.S.S.R.|Union of Soviet Socialist Republics:Soviet|Soviets:
Spain:Spanish|Spaniard|Spaniards:Madrid
Sri Lanka|Ceylon:Sri Lankan|Sri Lankans:Colombo
Sudan:Sudanese:Khartoum
Suriname|Surinam:Surinamese:Paramaribo
Sweden:Swedish|Swede|Swedes:Stockholm
Switzerland:Swiss:Bern=Berne|Geneva=Genève|Zurich=Zürich
Syria|Syrian Arab Republic:Syrian|Syrians:Damascus
Taiwan|Republic of China|Chinese Taipei:Taiwanese:Taipei
Tajikistan:Tajik|Tajiks:Dushanbe
Tanzania:Tanzanian|Tanzanians:Dar es Salaam|Dodoma
Thailand:Thai|Thais:Bangkok
Togo:Togolese:Lome=Lomé
Tonga:Tongan|Tongans:
Trinidad and Tobago|Trinidad & Tobago|Trinidad:Trinidadian|Trinidadians:Port of Spain
Tunisia:Tunisian|Tunisians:Tunis
Turkey|Türkiye:Turkish|Turk|Turks:Ankara|Istanbul
Turkmenistan:Turkmen|Turkmens:Ashgabat=Ashkhabad
Tuvalu:Tuvaluan|Tuvaluans:Funafuti
Uganda:Ugandan|Ugandans:Kampala
Ukraine:Ukrainian|Ukrainians:Kyiv=Kiev
United Arab Emirates|UAE|U.A.E.|Emirates:Emirati|Emiratis:Abu Dhabi|Dubai
United Kingdom|UK|U.K.|United Kingdom of Great Britain and Northern Ireland|Britain|Great Britain:British|Briton|Britons:London
United States|US|U.S.|USA|U.S.A.|America|United States of America:American|Americans:Washington|Washington, D.C.|Washington D.C.|Washington DC
Uruguay:Uruguayan|Uruguayans:Montevideo
Uzbekistan:Uzbek|Uzbeks:Tashkent
Vanuatu:Ni-Vanuatu|Vanuatuan:Port Vila
Vatican City|Vatican|Holy See|Vatican City State::
Venezuela:Venezuelan|Venezuelans:Caracas
Vietnam|Viet Nam:Vietnamese:Hanoi=Ha Noi
Wales:Welsh|Welshman:Cardiff
West Germany:West German|West Germans:West Berlin
Yemen|North Yemen|South Yemen:Yemeni|Yemenis:Sanaa=Sana'a=San'a
Yugoslavia:Yugoslav|Yugoslavs|Yugoslavian:
Zambia:Zambian|Zambians:Lusaka
Zimbabwe|Rhodesia:Zimbabwean|Zimbabweans:Harare
American Samoa:American Samoan:Pago Pago
Anguilla:Anguillan|Anguillans:
Aruba:Aruban|Arubans:Oranjestad
Bermuda:Bermudian|Bermudians|Bermudan:
British Virgin Islands|BVI::
Cayman Islands|Caymans:Caymanian|Caymanians:
Cook Islands:Cook Islander|Cook Islanders:
Curaçao|Curacao:Curaçaoan:Willemstad
Falkland Islands|Falklands|Malvinas:Falkland Islander|Falkland Islanders|Falklander:
Faroes|Faeroe Islands:Faroese|Faroe Islander|Faroe Islanders:Torshavn
French Guiana:French Guianese:Cayenne
French Polynesia|Tahiti:Tahitian|Tahitians|French Polynesian:Papeete
Gibraltar:Gibraltarian|Gibraltarians:
Guadeloupe:Guadeloupean:
Guam:Guamanian|Guamanians:
Guernsey::St. Peter Port
Isle of Man:Manx|Manxman:
Jersey::St. Helier
Martinique:Martinican|Martiniquais:Fort-de-France
Mayotte:Mahoran:
Montserrat:Montserratian:
Netherlands Antilles:Antillean|Dutch Antillean:
New Caledonia:New Caledonian|New Caledonians:Noumea
Niue:Niuean|Niueans:
Northern Cyprus|Turkish Republic of Northern Cyprus:Turkish Cypriot|Turkish Cypriots:
Northern Mariana Islands::Saipan
Reunion|Réunion:Réunionese:
Saint Helena|St. Helena::
Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts and Nevis|St. Kitts|St Kitts:Kittitian:
Saint Lucia|St. Lucia|St Lucia:Saint Lucian|St. Lucian|St Lucian:Castries
Saint Vincent and the Grenadines|St. Vincent and the Grenadines|St Vincent and the Grenadines|St. Vincent|St Vincent:Vincentian|Vincentians:Kingstown
Sao Tome and Principe|São Tomé and Príncipe|Sao Tome:Sao Tomean:
Somaliland:Somalilander|Somalilanders:Hargeisa
Tokelau:Tokelauan:
Turks and Caicos Islands|Turks and Caicos::
U.S. Virgin Islands|US Virgin Islands|Virgin Islands:Virgin Islander|Virgin Islanders:
Western Sahara:Sahrawi|Sahrawis|Saharawi|Saharawis:Laayoune
)";
}

std::string_view peoples() {
  return R"(Abkhazia:Abkhaz|Abkhazian|Abkhazians
Africa:African|Africans
Alaska:Alaskan|Alaskans
Arabia:Arabian
Asia:Asian|Asians
Australasia:Australasian
Balkans:Balkan
Basque Country:Basque|Basques
Bavaria:Bavarian|Bavarians
Brittany:Breton|Bretons
California:Californian|Californians
Catalonia:Catalan|Catalans
Central America:Central American|Central Americans
Chechnya:Chechen|Chechens
Cornwall:Cornish
Corsica:Corsican|Corsicans
Crete:Cretan|Cretans
Crimea:Crimean|Crimeans|Crimean Tatar|Crimean Tatars
Dagestan:Dagestani|Dagestanis
Darfur:Darfuri|Darfuris
East Africa:East African|East Africans
East Asia:East Asian|East Asians
Eastern Europe:East European|East Europeans|Eastern European|Eastern Europeans
Europe:European|Europeans
Flanders:Flemish|Fleming|Flemings
Galicia:Galician|Galicians
Hawaii:Hawaiian|Hawaiians
Ingushetia:Ingush
Kashmir:Kashmiri|Kashmiris
Korea:Korean|Koreans
Kurdistan:Kurdish|Kurd|Kurds
Latin America:Latin American|Latin Americans
Maghreb:Maghrebi
Middle East:Middle Eastern|Mideastern
Nagorno-Karabakh:Karabakh Armenian|Karabakh Armenians
Normandy:Norman
North Africa:North African|North Africans
North America:North American|North Americans
Ossetia:Ossetian|Ossetians
Polynesia:Polynesian|Polynesians
Prussia:Prussian|Prussians
Punjab:Punjabi|Punjabis
Quebec:Quebecois|Québécois|Quebecer|Quebecers
Sardinia:Sardinian|Sardinians
Scandinavia:Scandinavian|Scandinavians
Siberia:Siberian|Siberians
Sicily:Sicilian|Sicilians
South America:South American|South Americans
South Asia:South Asian|South Asians
South Ossetia:South Ossetian|South Ossetians
Southeast Asia:Southeast Asian|Southeast Asians|South-East Asian
Southern Africa:Southern African
Tatarstan:Tatar|Tatars
Texas:Texan|Texans
Tibet:Tibetan|Tibetans
Tigray:Tigrayan|Tigrayans
Transdniestria:Transnistrian
Tuscany:Tuscan|Tuscans
Tyrol:Tyrolean
Wallonia:Walloon|Walloons
West Africa:West African|West Africans
West Indies:West Indian|West Indians
Western Europe:West European|West Europeans|Western European|Western Europeans
Xinjiang:Uyghur|Uyghurs|Uighur|Uighurs
Zanzibar:Zanzibari|Zanzibaris)";
}

}  // namespace dateline::names
