// Countries with their people and capitals; cities, states, regions.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view countries() {
  return R"(Afghanistan:Afghan|Afghans:Kabul
Albania:Albanian|Albanians:Tirana
Algeria:Algerian|Algerians:Algiers
Andorra:Andorran:
Angola:Angolan|Angolans:Luanda
Antigua and Barbuda|Antigua::
Argentina:Argentine|Argentinian|Argentines|Argentinians:Buenos Aires
Armenia:Armenian|Armenians:Yerevan
Australia:Australian|Australians|Aussie:Canberra
Austria:Austrian|Austrians:Vienna
Azerbaijan:Azerbaijani|Azeri|Azeris|Azerbaijanis:Baku
Bahamas|the Bahamas:Bahamian:Nassau
Bahrain:Bahraini|Bahrainis:Manama
Bangladesh:Bangladeshi|Bangladeshis:Dhaka=Dacca
Barbados:Barbadian:Bridgetown
Belarus|Byelorussia:Belarusian|Belarussian|Belarusians:Minsk
Belgium:Belgian|Belgians:Brussels
Belize:Belizean:Belmopan
Benin:Beninese:Porto-Novo
Bhutan:Bhutanese:Thimphu
Bolivia:Bolivian|Bolivians:La Paz
Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina:Bosnian|Bosnians:Sarajevo
Botswana:Botswanan:Gaborone
Brazil|Brasil:Brazilian|Brazilians:Brasilia=Brasília
Brunei::Bandar Seri Begawan
Bulgaria:Bulgarian|Bulgarians:Sofia
Burkina Faso:Burkinabe:Ouagadougou
Burundi:Burundian:Bujumbura
Cambodia|Kampuchea:Cambodian|Cambodians:Phnom Penh
Cameroon:Cameroonian|Cameroonians:Yaounde
Canada:Canadian|Canadians:Ottawa
Cape Verde|Cabo Verde:Cape Verdean:Praia
Central African Republic::Bangui
Chad:Chadian:N'Djamena
Chile:Chilean|Chileans:Santiago
China|People's Republic of China|PRC:Chinese:Beijing=Peking
Colombia:Colombian|Colombians:Bogota=Bogotá
Comoros:Comorian:Moroni
Costa Rica:Costa Rican|Costa Ricans:San Jose
Croatia:Croatian|Croat|Croats|Croatians:Zagreb
Cuba:Cuban|Cubans:Havana
Cyprus:Cypriot|Cypriots:Nicosia
Czech Republic|Czechia:Czech|Czechs:Prague
Czechoslovakia:Czechoslovak|Czechoslovakian:
Democratic Republic of Congo|Democratic Republic of the Congo|DR Congo|DRC|Zaire|Congo:Congolese|Zairean:Kinshasa
Denmark:Danish|Dane|Danes:Copenhagen
Djibouti::
Dominica::Roseau
Dominican Republic:Dominican|Dominicans:Santo Domingo
East Germany|German Democratic Republic|GDR:East German|East Germans:East Berlin
East Timor|Timor-Leste:East Timorese|Timorese:Dili
Ecuador:Ecuadorian|Ecuadorean|Ecuadorians:Quito
Egypt:Egyptian|Egyptians:Cairo
El Salvador:Salvadoran|Salvadorans|Salvadorean:San Salvador
England:Englishman|Englishmen:
Equatorial Guinea::Malabo
Eritrea:Eritrean|Eritreans:Asmara
Estonia:Estonian|Estonians:Tallinn
Eswatini|Swaziland:Swazi:Mbabane
Ethiopia:Ethiopian|Ethiopians:Addis Ababa
Fiji:Fijian|Fijians:Suva
Finland:Finnish|Finn|Finns:Helsinki
France:French|Frenchman|Frenchmen|Frenchwoman:Paris
Gabon:Gabonese:Libreville
Gambia|The Gambia:Gambian:Banjul
Georgia:Georgian|Georgians:Tbilisi
Germany|Federal Republic of Germany:German|Germans:Berlin|Bonn
Ghana:Ghanaian|Ghanaians:Accra
Greece:Greek|Greeks:Athens
Greenland:Greenlandic:Nuuk
Grenada:Grenadian:
Guatemala:Guatemalan|Guatemalans:Guatemala City
Guinea:Guinean:Conakry
Guinea-Bissau::Bissau
Guyana:Guyanese:Georgetown
Haiti:Haitian|Haitians:Port-au-Prince
Honduras:Honduran|Hondurans:Tegucigalpa
Hong Kong::
Hungary:Hungarian|Hungarians:Budapest
Iceland:Icelandic|Icelanders:Reykjavik
India:Indian|Indians:New Delhi=Delhi
Indonesia:Indonesian|Indonesians:Jakarta
Iran|Islamic Republic of Iran|Persia:Iranian|Iranians|Persian:Tehran=Teheran
Iraq:Iraqi|Iraqis:Baghdad
Ireland|Irish Republic|Republic of Ireland:Irish|Irishman|Irishmen:Dublin
Israel:Israeli|Israelis:Jerusalem|Tel Aviv
Italy:Italian|Italians:Rome
Ivory Coast|Côte d'Ivoire|Cote d'Ivoire:Ivorian|Ivorians:Abidjan|Yamoussoukro
Jamaica:Jamaican|Jamaicans:
Japan:Japanese:Tokyo
Jordan:Jordanian|Jordanians:Amman
Kazakhstan:Kazakh|Kazakhs|Kazakhstani:Astana|Almaty
Kenya:Kenyan|Kenyans:Nairobi
Kiribati::Tarawa
Kosovo:Kosovar|Kosovars|Kosovan:Pristina
Kuwait:Kuwaiti|Kuwaitis:Kuwait City
Kyrgyzstan|Kirgizia:Kyrgyz:Bishkek
Laos:Laotian|Lao|Laotians:Vientiane
Latvia:Latvian|Latvians:Riga
Lebanon:Lebanese:Beirut
Lesotho::Maseru
Liberia:Liberian|Liberians:Monrovia
Libya:Libyan|Libyans:Tripoli
Liechtenstein::Vaduz
Lithuania:Lithuanian|Lithuanians:Vilnius
Luxembourg:Luxembourger|Luxembourgish:
Macau|Macao::
Madagascar:Malagasy:Antananarivo
Malawi:Malawian|Malawians:Lilongwe
Malaysia:Malaysian|Malaysians:Kuala Lumpur
Maldives:Maldivian:
Mali:Malian|Malians:Bamako
Malta:Maltese:Valletta
Marshall Islands::
Mauritania:Mauritanian:Nouakchott
Mauritius:Mauritian:Port Louis
Mexico:Mexican|Mexicans:Mexico City
Micronesia:Micronesian:
Moldova|Moldavia:Moldovan|Moldovans:Chisinau
Monaco:Monegasque:
Mongolia:Mongolian|Mongolians:Ulan Bator=Ulaanbaatar
Montenegro:Montenegrin|Montenegrins:Podgorica
Morocco:Moroccan|Moroccans:Rabat
Mozambique:Mozambican|Mozambicans:Maputo
Myanmar|Burma:Burmese:Rangoon=Yangon|Naypyidaw
Namibia:Namibian|Namibians:Windhoek
Nauru:Nauruan:
Nepal:Nepalese|Nepali:Kathmandu=Katmandu
Netherlands|the Netherlands|Holland:Dutch|Dutchman|Dutchmen:Amsterdam|The Hague
New Zealand:New Zealander|New Zealanders|Kiwi|Kiwis:Wellington
Nicaragua:Nicaraguan|Nicaraguans:Managua
Niger:Nigerien:Niamey
Nigeria:Nigerian|Nigerians:Abuja|Lagos
North Korea|DPRK:North Korean|North Koreans:Pyongyang
North Macedonia|Macedonia:Macedonian|Macedonians:Skopje
Northern Ireland|Ulster:Northern Irish:Belfast
Norway:Norwegian|Norwegians:Oslo
Oman:Omani|Omanis:Muscat
Pakistan:Pakistani|Pakistanis:Islamabad
Palau::
Palestine|Palestinian Territories|Palestinian territories:Palestinian|Palestinians:Ramallah
Panama:Panamanian|Panamanians:Panama City
Papua New Guinea::Port Moresby
Paraguay:Paraguayan|Paraguayans:Asuncion
Peru:Peruvian|Peruvians:Lima
Philippines|the Philippines:Filipino|Philippine|Filipinos:Manila
Poland:Polish|Pole|Poles:Warsaw
Portugal:Portuguese:Lisbon
Puerto Rico:Puerto Rican|Puerto Ricans:
Qatar:Qatari|Qataris:Doha
Republic of Congo|Congo-Brazzaville::Brazzaville
Romania|Rumania:Romanian|Romanians:Bucharest
Russia|Russian Federation:Russian|Russians:Moscow
Rwanda:Rwandan|Rwandans:Kigali
Samoa|Western Samoa:Samoan|Samoans:Apia
San Marino::
Saudi Arabia:Saudi|Saudis|Saudi Arabian:Riyadh
Scotland:Scottish|Scots|Scotsman:Edinburgh
Senegal:Senegalese:Dakar
Serbia:Serbian|Serb|Serbs|Serbians:Belgrade
Seychelles::
Sierra Leone:Sierra Leonean:Freetown
Singapore:Singaporean|Singaporeans:
Slovakia:Slovak|Slovakian|Slovaks:Bratislava
Slovenia:Slovenian|Slovene|Slovenes:Ljubljana
Solomon Islands::Honiara
Somalia:Somali|Somalis|Somalian:Mogadishu
South Africa:South African|South Africans:Pretoria|Cape Town|Johannesburg
South Korea|Republic of Korea:South Korean|South Koreans:Seoul
South Sudan:South Sudanese:Juba
Soviet Union|USSR|U.S.S.R.:Soviets:
Spain:Spanish|Spaniard|Spaniards:Madrid
Sri Lanka|Ceylon:Sri Lankan|Sri Lankans:Colombo
Sudan:Sudanese:Khartoum
Suriname|Surinam:Surinamese:Paramaribo
Sweden:Swedish|Swede|Swedes:Stockholm
Switzerland:Swiss:Bern=Berne|Geneva|Zurich=Zürich
Syria:Syrian|Syrians:Damascus
Taiwan:Taiwanese:Taipei
Tajikistan:Tajik|Tajiks:Dushanbe
Tanzania:Tanzanian|Tanzanians:Dar es Salaam|Dodoma
Thailand:Thai|Thais:Bangkok
Togo:Togolese:Lome
Tonga:Tongan|Tongans:
Trinidad and Tobago|Trinidad:Trinidadian:Port of Spain
Tunisia:Tunisian|Tunisians:Tunis
Turkey|Türkiye:Turkish|Turk|Turks:Ankara|Istanbul
Turkmenistan:Turkmen:Ashgabat
Tuvalu::
Uganda:Ugandan|Ugandans:Kampala
Ukraine:Ukrainian|Ukrainians:Kyiv=Kiev
United Arab Emirates|UAE|U.A.E.|Emirates:Emirati|Emiratis:Abu Dhabi|Dubai
United Kingdom|UK|U.K.|Britain|Great Britain:British|Briton|Britons:London
United States|US|U.S.|USA|U.S.A.|America|United States of America:American|Americans:Washington|Washington, D.C.|Washington D.C.|Washington DC
Uruguay:Uruguayan|Uruguayans:Montevideo
Uzbekistan:Uzbek|Uzbeks:Tashkent
Vanuatu::
Vatican City|Vatican|Holy See::
Venezuela:Venezuelan|Venezuelans:Caracas
Vietnam|Viet Nam:Vietnamese:Hanoi
Wales:Welsh|Welshman:Cardiff
West Germany:West German|West Germans:West Berlin
Yemen|North Yemen|South Yemen:Yemeni|Yemenis:Sanaa=Sana'a
Yugoslavia:Yugoslav|Yugoslavs|Yugoslavian:
Zambia:Zambian|Zambians:Lusaka
Zimbabwe:Zimbabwean|Zimbabweans:Harare
)";
}

std::string_view places() {
  return R"(Alabama|Alaska|Arizona|Arkansas|California=Calif|Colorado|Connecticut=Conn|Delaware|
Florida=Fla|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|
Massachusetts=Mass|Michigan=Mich|Minnesota=Minn|Mississippi|Missouri|Montana|Nebraska|Nevada|
New Hampshire=N.H.|New Jersey=N.J.|New Mexico=N.M.|New York=N.Y.|North Carolina=N.C.|
North Dakota=N.D.|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island=R.I.|South Carolina=S.C.|
South Dakota=S.D.|Tennessee=Tenn|Texas|Utah|Vermont|Virginia|Washington State|West Virginia=W. Va|
Wisconsin|Wyoming|District of Columbia|
Ontario|Quebec=Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|
New Brunswick|Newfoundland|Yukon|New South Wales|Queensland|Tasmania|South Australia|
Western Australia|Bavaria|Saxony|Lower Saxony|North Rhine-Westphalia|Hesse|Brandenburg|
Catalonia|Andalusia|Galicia|Basque Country|Brittany|Normandy|Provence|Corsica|Sicily|Sardinia|
Lombardy|Tuscany|Veneto|Flanders|Wallonia|Transylvania|Crimea|Donbas=Donbass|Donetsk|Luhansk=Lugansk|
Kherson|Zaporizhzhia=Zaporizhia|Kharkiv=Kharkov|Odesa=Odessa|Lviv=Lvov|Dnipro|Mariupol|Bakhmut|
Mykolaiv|Chernobyl|Sevastopol|Siberia|Chechnya|Dagestan|Ingushetia|Tatarstan|Mordovia|Kaliningrad|
South Ossetia|Abkhazia|Nagorno-Karabakh|Transdniestria=Transnistria|Kurdistan|Anatolia|
Gaza=Gaza Strip=Gaza City|West Bank|Golan Heights|Sinai|Judea|Galilee|Hebron|Bethlehem|Nablus|Jenin|
Rafah|Haifa|Mecca|Medina|Jeddah|Aden|Hodeidah|Basra|Mosul|Kirkuk|Fallujah|Tikrit|Najaf|Karbala|
Aleppo|Homs|Idlib|Raqqa|Deraa|Palmyra|Isfahan|Mashhad|Tabriz|Kandahar|Herat|Kunduz|Helmand|
Peshawar|Lahore|Karachi|Rawalpindi|Quetta|Balochistan|Punjab|Sindh|Waziristan|Kashmir|Jammu|
Mumbai=Bombay|Kolkata=Calcutta|Chennai=Madras|Bengaluru=Bangalore|Hyderabad|Ahmedabad|Pune|Jaipur|
Lucknow|Gujarat|Kerala|Tamil Nadu|Maharashtra|Uttar Pradesh|Bihar|Assam|West Bengal|Rajasthan|
Madhya Pradesh|Karnataka|Goa|Shanghai|Guangzhou=Canton|Shenzhen|Wuhan|Chongqing|Tianjin|Chengdu|
Nanjing|Hangzhou|Harbin|Dalian|Qingdao|Sichuan|Guangdong|Guangxi|Hubei|Hunan|Henan|Hebei|Fujian|
Zhejiang|Yunnan|Xinjiang|Tibet|Inner Mongolia|Manchuria|Lhasa|Urumqi|Hainan|Kowloon|
Osaka|Kyoto|Yokohama|Nagoya|Kobe|Sapporo|Hiroshima|Nagasaki|Fukushima|Fukuoka|Okinawa|Hokkaido|
Busan=Pusan|Incheon|Bali|Java|Sumatra|Borneo|Sulawesi|Aceh|Papua|Surabaya|Bandung|Timor|Penang|
Sabah|Sarawak|Johor|Mindanao|Luzon|Cebu|Davao|Ho Chi Minh City=Saigon|Da Nang|Mekong Delta|
Phuket|Chiang Mai|Mandalay|Rakhine|Chittagong|Jaffna|Sydney|Melbourne|Brisbane|Perth|Adelaide|
Darwin|Hobart|Auckland|Christchurch|
New York City|Los Angeles|Chicago|Houston|Philadelphia|Phoenix|San Antonio|San Diego|Dallas|
San Jose|Austin|San Francisco|Seattle|Denver|Boston|Detroit|Nashville|Memphis|Baltimore|
Milwaukee|Albuquerque|Tucson|Sacramento|Kansas City|Atlanta|Omaha|Miami|Oakland|Minneapolis|
Cleveland|New Orleans|Tampa|Honolulu|Anaheim|St. Louis|Pittsburgh|Cincinnati|Las Vegas|
Salt Lake City|Buffalo|Orlando|Indianapolis|Louisville|Portland|Oklahoma City|Hartford|
Richmond|Newark|Jersey City|Santa Barbara|Palo Alto|Silicon Valley|Hollywood|Brooklyn|Manhattan|
Queens|Bronx|Staten Island|Long Island|Harlem|Wall Street|Cape Canaveral|Fort Worth|Fort Lauderdale|
Atlantic City|Des Moines|Little Rock|Baton Rouge|Santa Fe|Annapolis|Anchorage|Guantanamo Bay=Guantanamo|
Toronto|Montreal=Montréal|Vancouver|Calgary|Edmonton|Winnipeg|Halifax|Quebec City|
Tijuana|Guadalajara|Monterrey|Acapulco|Cancun|Chiapas|Rio de Janeiro=Rio|Sao Paulo=São Paulo|
Salvador|Recife|Porto Alegre|Belo Horizonte|Amazon|Patagonia|Falkland Islands=Falklands|
Medellin|Cali|Cartagena|Guayaquil|Cuzco|Valparaiso|Rosario|Cordoba|Maracaibo|Santa Cruz|
Birmingham|Manchester|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Leicester|
Southampton|Portsmouth|Brighton|Oxford|Cambridge|York|Coventry|Plymouth|Norwich|Swansea|
Glasgow|Aberdeen|Dundee|Londonderry|Cornwall|Devon|Kent|Essex|Sussex|Surrey|Yorkshire|Lancashire|
Hampshire|Merseyside|Wembley|Wimbledon|Heathrow|Gatwick|Westminster|Downing Street|Whitehall|
Isle of Man|Jersey|Guernsey|Gibraltar|Hebrides|Shetland|Orkney|Cork|Limerick|Galway|
Marseille=Marseilles|Lyon=Lyons|Toulouse|Bordeaux|Strasbourg|Lille|Nantes|Cannes|Versailles|Calais|
Munich|Hamburg|Frankfurt|Cologne|Stuttgart|Düsseldorf=Dusseldorf=Duesseldorf|Dortmund|Leipzig|
Dresden|Hanover|Nuremberg|Bremen|Essen|Basel=Basle|Lausanne|Davos|Lugano|Salzburg|Graz|
Innsbruck|Milan|Naples|Turin|Venice|Bologna|Genoa|Palermo|Verona|Siena|Pisa|Trieste|
Barcelona|Valencia|Seville|Bilbao|Malaga|Zaragoza|Granada|Mallorca=Majorca|Ibiza|Canary Islands|
Porto|Azores|Madeira|Antwerp|Ghent|Bruges|Liege|Rotterdam|Utrecht|Eindhoven|Maastricht|
Gothenburg|Malmo=Malmö|Uppsala|Aarhus|Bergen|Trondheim|Lillehammer|Tampere|Turku|
Krakow=Cracow|Gdansk|Lodz|Wroclaw|Poznan|Brno|Ostrava|Kosice|Debrecen|Cluj|Timisoara|Plovdiv|
Varna|Thessaloniki=Salonika|Crete|Rhodes|Split|Dubrovnik|Vukovar|Srebrenica|Mostar|Tuzla|
Banja Luka|Pale|Novi Sad|Vojvodina|Mitrovica|
St. Petersburg=Leningrad|Novosibirsk|Yekaterinburg|Vladivostok|Rostov|Volgograd=Stalingrad|
Sochi|Grozny|Murmansk|Samara|Kazan|Beslan|Sakhalin|Kamchatka|Kursk|Belgorod|Bryansk|
Izmir|Antalya|Diyarbakir|Casablanca|Marrakesh=Marrakech|Fez|Tangier|Western Sahara|Benghazi|
Sirte|Misrata|Alexandria|Luxor|Suez|Port Said|Darfur|Kordofan|Tigray|Ogaden|Oromia|Mombasa|
Kano|Ibadan|Port Harcourt|Biafra|Niger Delta|Kumasi|Timbuktu|Gao|Zanzibar|Goma|Bukavu|Kivu|
Katanga|Lubumbashi|Bulawayo|Durban|Soweto|Port Elizabeth|Bloemfontein|Transvaal|Cabinda|
Europe|Asia|Africa|North America|South America|Latin America|Central America|Antarctica|
Middle East=Mideast|Far East|Near East|Southeast Asia=South-East Asia|South Asia|East Asia|
Central Asia|Central Europe|Eastern Europe|Western Europe|Scandinavia|Balkans|Baltics|Caucasus|
Caribbean|Sahel|Sahara|Maghreb|Horn of Africa|West Africa|East Africa|North Africa|
Southern Africa|Sub-Saharan Africa|Oceania|Polynesia|Arctic|Iberia|Benelux|Midwest|New England|
Mediterranean=Mediterranean Sea|Black Sea|Baltic Sea=Baltic|North Sea|Red Sea|Dead Sea|
Caspian Sea=Caspian|South China Sea|East China Sea|Sea of Japan|Sea of Azov|Arabian Sea|
Persian Gulf|Gulf of Mexico|Strait of Hormuz|Suez Canal|Panama Canal|Taiwan Strait|
English Channel|Bosphorus=Bosporus|Atlantic=Atlantic Ocean|Pacific=Pacific Ocean|Indian Ocean|
Arctic Ocean|Mississippi River|Nile|Danube|Rhine|Thames|Volga|Mekong|Ganges|Euphrates|Tigris|
Yangtze|Himalayas|Alps|Andes|Rockies|Rocky Mountains|Pyrenees|Urals|Mount Everest=Everest|
Kilimanjaro|Korea|Korean Peninsula|Bermuda|Cayman Islands|Guam|Hawaiian Islands|Virgin Islands|
Channel Islands|Faroe Islands|Galapagos Islands|Easter Island|Lampedusa|Lesbos|Nordic countries|
Capitol Hill|Ground Zero|Times Square|Red Square|
Tiananmen Square|Tahrir Square|Maidan|Auschwitz|Waterloo|Pearl Harbor|Bikini Atoll|
Diego Garcia|Kuril Islands=Kuriles|Spratly Islands=Spratlys|Senkaku|Diaoyu|Jolo)";
}

}  // namespace dateline::names
