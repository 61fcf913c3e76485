// Cities, states, regions, waters, mountains.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view places() {
  return R"(Alabama|Alaska|Arizona|Arkansas|California=Calif|Colorado|Connecticut=Conn|Delaware|
Florida=Fla|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|
Massachusetts=Mass|Michigan=Mich|Minnesota=Minn|Mississippi|Missouri|Montana|Nebraska|
Nevada|New Hampshire=N.H.|New Jersey=N.J.|New Mexico=N.M.|New York=N.Y.|
North Carolina=N.C.|North Dakota=N.D.|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island=R.I.|South Carolina=S.C.|South Dakota=S.D.|Tennessee=Tenn|Texas|Utah|
Vermont|Virginia|Washington State|West Virginia=W. Va|Wisconsin|Wyoming|
District of Columbia|Ontario|Quebec=Québec|British Columbia|Alberta|Manitoba|
Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon|New South Wales|Queensland|
Tasmania|South Australia|Western Australia|Bavaria|Saxony|Lower Saxony|
North Rhine-Westphalia|Hesse|Brandenburg|Catalonia|Andalusia|Galicia|Basque Country|
Brittany|Normandy|Provence|Corsica|Sicily|Sardinia|Lombardy|Tuscany|Veneto|Flanders|
Wallonia|Transylvania|Crimea|Donbas=Donbass|Donetsk|Luhansk=Lugansk|Kherson|
Zaporizhzhia=Zaporizhia=Zaporozhye|Kharkiv=Kharkov|Odesa=Odessa|Lviv=Lvov=Lwow|
Dnipro=Dnipropetrovsk=Dnepropetrovsk|Mariupol|Bakhmut|Mykolaiv=Nikolayev=Nikolaev|
Chernobyl=Chornobyl|Sevastopol|Siberia|Chechnya|Dagestan|Ingushetia|Tatarstan|Mordovia|
Kaliningrad|South Ossetia|Abkhazia|Nagorno-Karabakh|Transdniestria=Transnistria|
Kurdistan|Anatolia|Gaza=Gaza Strip=Gaza City|West Bank|Golan Heights|Sinai|Judea|
Galilee|Hebron|Bethlehem|Nablus|Jenin|Rafah|Haifa|Mecca=Makkah|Medina|
Jeddah=Jedda=Jiddah|Aden|Hodeidah=Hodeida=Hudaydah|Basra|Mosul|Kirkuk|Fallujah=Falluja|
Tikrit|Najaf|Karbala=Kerbala|Aleppo|Homs|Idlib|Raqqa=Rakka|Palmyra|Isfahan=Esfahan|
Mashhad|Tabriz|Kandahar=Qandahar|Herat|Kunduz|Helmand=Helmand Province|Peshawar|Lahore|
Karachi|Rawalpindi|Quetta|Balochistan|Punjab|Sindh|Waziristan|Kashmir|Jammu|
Mumbai=Bombay|Kolkata=Calcutta|Chennai=Madras|Bengaluru=Bangalore|Hyderabad|Ahmedabad|
Pune=Poona|Jaipur|Lucknow|Gujarat|Kerala|Tamil Nadu|Maharashtra|Uttar Pradesh|Bihar|
Assam|West Bengal|Rajasthan|Madhya Pradesh|Karnataka|Goa|Shanghai|Guangzhou=Canton|
Shenzhen|Wuhan|Chongqing=Chungking|Tianjin=Tientsin|Chengdu|Nanjing=Nanking|Hangzhou|
Harbin|Dalian|Qingdao=Tsingtao|Sichuan|Guangdong|Guangxi|Hubei|Hunan|Henan|Hebei|Fujian|
Zhejiang|Yunnan|Xinjiang|Tibet|Inner Mongolia|Manchuria|Lhasa|Urumqi|Hainan|Kowloon|
Osaka|Kyoto|Yokohama|Nagoya|Kobe|Sapporo|Hiroshima|Nagasaki|Fukushima|Fukuoka|Okinawa|
Hokkaido|Busan=Pusan|Incheon=Inchon|Bali|Java|Sumatra|Borneo|Sulawesi|Aceh|Papua|
Surabaya|Bandung|Timor|Penang|Sabah|Sarawak|Johor|Mindanao|Luzon|Cebu|Davao|
Ho Chi Minh City=Saigon|Da Nang|Mekong Delta|Phuket|Chiang Mai|Mandalay|Rakhine|
Chittagong=Chattogram|Jaffna|Sydney|Melbourne|Brisbane|Perth|Adelaide|Darwin|Hobart|
Auckland|Christchurch|New York City|Los Angeles|Chicago|Houston|Philadelphia|Phoenix|
San Antonio|San Diego|Dallas|San Jose|Austin|San Francisco|Seattle|Denver|Boston|
Detroit|Nashville|Memphis|Baltimore|Milwaukee|Albuquerque|Tucson|Sacramento|Kansas City|
Atlanta|Omaha|Miami|Oakland|Minneapolis|Cleveland|New Orleans|Tampa|Honolulu|Anaheim|
St. Louis|Pittsburgh|Cincinnati|Las Vegas|Salt Lake City|Buffalo|Orlando|Indianapolis|
Louisville|Portland|Oklahoma City|Hartford|Richmond|Newark|Jersey City|Santa Barbara|
Palo Alto|Silicon Valley|Hollywood|Brooklyn|Manhattan|Queens|Bronx|Staten Island|
Long Island|Harlem|Wall Street|Cape Canaveral|Fort Worth|Fort Lauderdale|Atlantic City|
Des Moines|Little Rock|Baton Rouge|Santa Fe|Annapolis|Anchorage|
Guantanamo Bay=Guantanamo|Toronto|Montreal=Montréal|Vancouver|Calgary|Edmonton|
Winnipeg|Halifax|Quebec City|Tijuana|Guadalajara|Monterrey|Acapulco|Cancun=Cancún|
Chiapas|Rio de Janeiro=Rio|Sao Paulo=São Paulo|Salvador|Recife|Porto Alegre|
Belo Horizonte|Amazon|Patagonia|Medellin=Medellín|Cali|Cartagena|Guayaquil|Cuzco=Cusco|
Valparaiso=Valparaíso|Rosario|Cordoba=Córdoba|Maracaibo|Santa Cruz|Birmingham|
Manchester|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Leicester|Southampton|
Portsmouth|Brighton|Oxford|Cambridge|York|Coventry|Plymouth|Norwich|Swansea|Glasgow|
Aberdeen|Dundee|Londonderry=Derry|Cornwall|Devon|Kent|Essex|Sussex|Surrey|Yorkshire|
Lancashire|Hampshire|Merseyside|Wembley|Wimbledon|Heathrow|Gatwick|Westminster|
Downing Street|Whitehall|Hebrides|Shetland|Orkney|Cork|Limerick|Galway|
Marseille=Marseilles|Lyon=Lyons|Toulouse|Bordeaux|Strasbourg|Lille|Nantes|Cannes|
Versailles|Calais|Munich=München=Muenchen|Hamburg|Frankfurt|Cologne=Köln=Koeln|
Stuttgart|Düsseldorf=Dusseldorf=Duesseldorf|Dortmund|Leipzig|Dresden|Hanover=Hannover|
Nuremberg=Nürnberg|Bremen|Essen|Basel=Basle|Lausanne|Davos|Lugano|Salzburg|Graz|
Innsbruck|Milan|Naples|Turin=Torino|Venice|Bologna|Genoa|Palermo|Verona|Siena|Pisa|
Trieste|Barcelona|Valencia|Seville|Bilbao|Malaga=Málaga|Zaragoza=Saragossa|Granada|
Mallorca=Majorca|Ibiza|Canary Islands|Porto=Oporto|Azores|Madeira|Antwerp=Antwerpen|
Ghent=Gent|Bruges=Brugge|Liege=Liège|Rotterdam|Utrecht|Eindhoven|Maastricht|
Gothenburg=Göteborg|Malmo=Malmö|Uppsala|Aarhus=Århus|Bergen|Trondheim|Lillehammer|
Tampere|Turku|Krakow=Cracow=Kraków|Gdansk=Gdańsk=Danzig|Lodz=Łódź|
Wroclaw=Wrocław=Breslau|Poznan=Poznań|Brno|Ostrava|Kosice|Debrecen|Cluj|Timisoara|
Plovdiv|Burgas|Varna|Thessaloniki=Salonika=Salonica|Crete|Rhodes|Split|Dubrovnik|
Vukovar|Srebrenica|Mostar|Tuzla|Banja Luka|Pale|Novi Sad|Vojvodina|Mitrovica|
St. Petersburg=Saint Petersburg=Leningrad=Petrograd|Novosibirsk|
Yekaterinburg=Ekaterinburg=Sverdlovsk|Vladivostok|Rostov=Rostov-on-Don|
Volgograd=Stalingrad|Sochi|Grozny|Murmansk|Samara|Kazan|Beslan|Sakhalin|Kamchatka|Kursk|
Belgorod|Bryansk|Izmir|Antalya|Diyarbakir|Casablanca|Marrakesh=Marrakech=Marrakesch|
Fez=Fes=Fès|Tangier=Tangiers|Benghazi=Benghasi|Sirte|Misrata=Misurata|Alexandria|Luxor|
Suez|Port Said|Darfur|Kordofan|Tigray|Ogaden|Oromia|Mombasa|Kano|Ibadan|Port Harcourt|
Biafra|Niger Delta|Kumasi|Timbuktu|Gao|Zanzibar|Goma|Bukavu|Kivu|Katanga|Lubumbashi|
Bulawayo|Durban|Soweto|Port Elizabeth=Gqeberha|Bloemfontein|Transvaal|Cabinda|Europe|
Asia|Africa|North America|South America|Latin America|Central America|Antarctica|
Middle East=Mideast|Far East|Near East|Southeast Asia=South-East Asia|South Asia|
East Asia|Central Asia|Central Europe|Eastern Europe|Western Europe|Scandinavia|Balkans|
Baltics|Caucasus|Caribbean|Sahel|Sahara|Maghreb|Horn of Africa|West Africa|East Africa|
North Africa|Southern Africa|Sub-Saharan Africa|Oceania|Polynesia|Arctic|Iberia|Benelux|
Midwest|New England|Mediterranean=Mediterranean Sea|Black Sea|Baltic Sea=Baltic|
North Sea|Red Sea|Dead Sea|Caspian Sea=Caspian|South China Sea|East China Sea|
Sea of Japan|Sea of Azov|Arabian Sea|Persian Gulf|Gulf of Mexico|Strait of Hormuz|
Suez Canal|Panama Canal|Taiwan Strait|English Channel|Bosphorus=Bosporus|
Atlantic=Atlantic Ocean|Pacific=Pacific Ocean|Indian Ocean|Arctic Ocean|
Mississippi River|Nile|Danube|Rhine|Thames|Volga|Mekong|Ganges|Euphrates|Tigris|Yangtze|
Himalayas|Alps|Andes|Rockies|Rocky Mountains|Pyrenees|Urals|Mount Everest=Everest|
Kilimanjaro|Korea|Korean Peninsula|Hawaiian Islands|Channel Islands|Faroe Islands|
Galapagos Islands|Easter Island|Lampedusa|Lesbos|Nordic countries|Capitol Hill|
Ground Zero|Times Square|Red Square|Tiananmen Square|Tahrir Square|Maidan|Auschwitz|
Waterloo|Pearl Harbor|Bikini Atoll|Diego Garcia|Kuril Islands=Kuriles|
Spratly Islands=Spratlys|Senkaku|Diaoyu|Jolo|Varanasi=Benares=Banaras|
Thiruvananthapuram=Trivandrum|Kochi=Cochin|Vadodara=Baroda|Kozhikode=Calicut|
Puducherry=Pondicherry|Prayagraj=Allahabad|Gurugram=Gurgaon|Mysuru=Mysore|Visakhapatnam|
Shimla=Simla|Kanpur|Srinagar|Amritsar|Ayodhya|Agra|Bhopal|Nagpur|Indore|Patna|Guwahati|
Imphal|Manipur|Nagaland|Jharkhand|Chhattisgarh|Odisha=Orissa|Uttarakhand=Uttaranchal|
Haryana|Himachal Pradesh|Telangana|Andhra Pradesh|Chandigarh|Sikkim|Meghalaya|Mizoram|
Ladakh|Xiamen=Amoy|Shenyang=Mukden|Kunming|Guiyang|Xi'an=Xian|Zhengzhou|Changsha|Jinan|
Suzhou|Ningbo|Wenzhou|Foshan|Dongguan|Jilin|Liaoning|Heilongjiang|Shandong|Shanxi|
Shaanxi|Jiangsu|Jiangxi|Anhui|Gansu|Qinghai|Ningxia|Guizhou|Kashgar|Hotan|Wuxi|Tangshan|
Hohhot|Taiyuan|Lanzhou|Nanchang|Fuzhou|Kaohsiung|Taichung|Tainan|Sendai|Niigata|Nagano|
Kyushu|Shikoku|Honshu|Kanagawa|Saitama|Kumamoto|Miyagi|Iwate|Ishikawa|Daegu=Taegu|
Daejeon=Taejon|Gwangju=Kwangju|Jeju=Cheju=Jeju Island|Gyeonggi|Panmunjom|Ulsan|Suwon|
Sejong|Pyeongchang|Haiphong=Hai Phong|Can Tho|Kachin|Luang Prabang|Siem Reap|Battambang|
Quezon City|Zamboanga|Marawi|Baguio|Tacloban|Leyte|Palawan|Visayas|Makati|Medan|
Semarang|Yogyakarta=Jogjakarta|Palembang|Lombok|Ambon|Palu|Bogor|West Java|Central Java|
East Java|Maluku=Moluccas|Kalimantan|West Papua=Irian Jaya|Makassar=Ujung Pandang|Batam|
Denpasar|Ipoh|Malacca=Melaka|Kelantan|Selangor|Putrajaya|Kuching|Pattaya|Hat Yai|
Pattani|Nakhon Ratchasima|Sylhet|Cox's Bazar|Trincomalee|Kandy|Faisalabad|Swat Valley|
Abbottabad|Multan|Gwadar|Khyber Pakhtunkhwa|Gilgit|Muzaffarabad|
Mazar-i-Sharif=Mazar-e-Sharif|Jalalabad|Lashkar Gah|Ghazni|Panjshir|Northern Territory|
Gold Coast|Cairns|Townsville|Geelong|Alice Springs|Great Barrier Reef|Dunedin|Waikato|
Otago|Queenstown|Rotorua|Bougainville|Suva|Chernihiv=Chernigov|Zhytomyr=Zhitomir|
Vinnytsia=Vinnitsa|Rivne=Rovno|Chernivtsi|Ivano-Frankivsk|Ternopil|Uzhhorod|Lutsk|
Poltava|Sumy|Cherkasy|Kropyvnytskyi=Kirovohrad|Kryvyi Rih=Krivoy Rog|
Sloviansk=Slavyansk|Kramatorsk|Avdiivka=Avdeevka|Sievierodonetsk=Severodonetsk|
Lysychansk|Izium=Izyum|Irpin|Melitopol|Berdyansk=Berdiansk|Enerhodar=Energodar|Pokrovsk|
Kerch|Simferopol|Yalta|Debaltseve|Ilovaisk|Hrodna=Grodno|Gomel=Homel|Mogilev=Mahilyow|
Vitebsk=Vitsebsk|Nizhny Novgorod|Omsk|Chelyabinsk|Ufa|Krasnodar|Makhachkala|Vladikavkaz|
Yakutsk|Tver|Voronezh|Saratov|Krasnoyarsk|Irkutsk|Tomsk|Tyumen|Arkhangelsk=Archangel|
Norilsk|Magadan|Khabarovsk|Nalchik|Stavropol|Astrakhan|Pskov|Smolensk|Ryazan|Lipetsk|
Oryol|Yaroslavl|Togliatti|Severomorsk|Novorossiysk|Kabardino-Balkaria|North Ossetia|
Bashkortostan|Karelia|Buryatia|Baikonur|Semipalatinsk|Karaganda|Shymkent|Samarkand|
Bukhara|Andijan|Fergana|Batumi|Kutaisi|Sukhumi|Tskhinvali|Gyumri|Ganja|Stepanakert|
Kaunas|Klaipeda|Tartu|Narva|Daugavpils|Tiraspol|Iasi|Constanta|Brasov|Szczecin=Stettin|
Katowice|Lublin|Bialystok|Bydgoszcz|Gdynia|Plzen=Pilsen|Olomouc|Szeged|Pecs|Rijeka|
Osijek|Zadar|Maribor|Kragujevac|Zenica|Bihac|Prizren|Tetovo|Piraeus|Corfu|Patras|
Larissa|Chios|Samos|Mykonos|Santorini|Limassol|Larnaca|Famagusta|Lucerne=Luzern|
St. Gallen|St. Moritz|Linz|Tyrol|Vorarlberg|Carinthia|Bonn|Mannheim|Karlsruhe|Freiburg|
Heidelberg|Mainz|Wiesbaden|Kiel|Rostock|Lübeck=Luebeck=Lubeck|Magdeburg|Chemnitz|
Potsdam|Erfurt|Weimar|Jena|Kassel|Münster=Muenster|Bochum|Duisburg|Gelsenkirchen|
Wuppertal|Bielefeld|Aachen|Augsburg|Regensburg|Ulm|Wolfsburg|Thuringia|Saxony-Anhalt|
Schleswig-Holstein|Mecklenburg|Baden-Württemberg=Baden-Wuerttemberg|
Rhineland-Palatinate|Saarland|Ruhr|Rhineland|Leuven=Louvain|Namur|Charleroi|Ostend|
Zeebrugge|Molenbeek|Groningen|Arnhem|Nijmegen|Tilburg|Delft|Haarlem|Leiden|Schiphol|
Reims=Rheims|Dunkirk=Dunkerque|Le Havre|Rouen|Dijon|Montpellier|Grenoble|Rennes|Metz|
Avignon|Caen|Le Mans|Perpignan|Biarritz|Cherbourg|Toulon|Saint-Denis|Alsace|Burgundy|
Florence=Firenze|Livorno=Leghorn|Padua=Padova|Mantua|Catania|Messina|Cagliari|Brescia|
Bergamo|Modena|Ravenna|Rimini|Perugia|Assisi|Pompeii|Capri|Calabria|Campania|Piedmont|
Liguria|Umbria|Apulia=Puglia|Emilia-Romagna|San Sebastian=San Sebastián|
La Coruna=A Coruña=La Coruña|Alicante|Murcia|Oviedo|Santander|Pamplona|Salamanca|
Valladolid|Cadiz=Cádiz|Marbella|Tenerife|Gran Canaria|Ceuta|Melilla|Asturias|Castile|
Extremadura|Navarre|Coimbra|Algarve|Funchal|Stavanger|Tromso|Svalbard|Utoya|Lapland|
Oulu|Espoo|Vantaa|Orebro|Odense|Aalborg|Oresund|Jutland|Akureyri|Bradford|Wolverhampton|
Stoke-on-Trent|Sunderland|Middlesbrough|Blackpool|Exeter|Gloucester|Cheltenham|Ipswich|
Colchester|Peterborough|Northampton|Milton Keynes|Inverness|Wrexham|Cumbria|
Northumberland|Norfolk|Suffolk|Lincolnshire|Nottinghamshire|Derbyshire|Staffordshire|
Warwickshire|Oxfordshire|Cambridgeshire|Hertfordshire|Bedfordshire|Berkshire|Wiltshire|
Somerset|Dorset|Gloucestershire|Worcestershire|Herefordshire|Shropshire|Cheshire|
Tyneside|West Midlands|Midlands|East Anglia|Home Counties|Strathclyde|Grampian|
Buckingham Palace|Old Trafford|Anfield|Canary Wharf|Stansted|Hyde Park|Trafalgar Square|
Stonehenge|Holyrood|Waterford|Kilkenny|Donegal|Tipperary|Armagh|Antrim|Omagh|
Jacksonville|Fresno|Long Beach|Virginia Beach|Colorado Springs|Tulsa|Wichita|El Paso|
St. Paul|Greensboro|Plano|Laredo|Scottsdale|Reno|Boise|Spokane|Tacoma|Shreveport|
Rochester|Syracuse|Yonkers|Springfield|Knoxville|Chattanooga|Huntsville|Tallahassee|
Gainesville|Raleigh|Asheville|Ann Arbor|Grand Rapids|Green Bay|Uvalde|Waco|Galveston|
Corpus Christi|Amarillo|Lubbock|Malibu|Beverly Hills|Pasadena|Cupertino|Mountain View|
Menlo Park|San Bernardino|Bakersfield|Santa Monica|Santa Ana|Orange County|Bay Area|
Key West|Palm Beach|Mar-a-Lago|Martha's Vineyard|Cape Cod|Nantucket|Camp David|
Fort Bragg|Fort Hood|West Point|Puget Sound|Yellowstone|Yosemite|Grand Canyon|
Mount Rushmore|Niagara Falls|Great Lakes|Lake Erie|Lake Ontario|Everglades|Florida Keys|
Gulf Coast|East Coast|West Coast|Deep South|Pacific Northwest|Gaspe|Labrador|Nunavut|
Saskatoon|Prince Edward Island|Puebla|Queretaro=Querétaro|Ciudad Juarez=Ciudad Juárez|
Culiacan=Culiacán|Oaxaca|Veracruz|Sinaloa|Michoacan=Michoacán|Jalisco|Chihuahua|
Yucatan=Yucatán|Baja California|Tamaulipas|Nuevo Leon=Nuevo León|San Pedro Sula|
Arequipa|Cochabamba|Barranquilla|Bucaramanga|Antofagasta|Atacama|Tierra del Fuego|
Ushuaia|Mar del Plata|La Plata|Tucuman|Curitiba|Fortaleza|Manaus|Belem|Minas Gerais|
Mato Grosso|Rondonia|Santiago de Cuba|Guantanamo Bay Naval Base|Cap-Haitien|Montego Bay|
Ciudad del Este|Itaipu|Kisangani|Mbuji-Mayi|Bunia|Ituri|North Kivu|South Kivu|Kasai|
Kananga|Matadi|Pointe-Noire|Douala|Bamenda|Buea|Maiduguri|Borno|Kaduna|Benin City|Enugu|
Calabar|Sokoto|Zamfara|Katsina|Ogun|Bouake|Kidal|Mopti|Agadez|Zinder|Diffa|Nouadhibou|
Nzerekore|Mekelle=Mekele|Amhara|Gondar|Dire Dawa|Bahir Dar|Badme|Massawa|Puntland|
Jubaland|Kismayo=Kismayu|Baidoa|Bosaso|Berbera|Lamu|Garissa|Kisumu|Nakuru|Eldoret|
Dadaab|Kakuma|Gulu|Entebbe|Mwanza|Arusha|Lake Victoria|Lake Chad|Lake Tanganyika|
Serengeti|Omdurman|El Fasher=al-Fashir|Nyala|Blue Nile|White Nile|Bentiu|Malakal|Abyei|
Beira|Pemba|Cabo Delgado|Nampula|Blantyre|Kitwe|Ndola|Copperbelt|Walvis Bay|Polokwane|
Mbombela=Nelspruit|Mahikeng=Mafikeng|KwaZulu-Natal|Gauteng|Limpopo|Mpumalanga|
Eastern Cape|Western Cape|Northern Cape|Free State|Robben Island|Marikana|Sharpeville|
Sandton|Stellenbosch|East London|Oran|Sfax|Sousse|Djerba|Kairouan|Derna|Tobruk|Sabha|
Zawiya|Ismailia|Aswan|Sharm el-Sheikh=Sharm el-Sheik=Sharm El Sheikh|Giza|Tanta|
Hurghada|El Arish|Shiraz|Qom|Natanz|Fordow=Fordo|Bushehr|Bandar Abbas|Abadan|Kermanshah|
Zahedan|Khuzestan|Ramadi|Erbil=Irbil=Arbil|Sulaymaniyah=Sulaimaniya=Sulaimaniyah|
Samarra|Anbar|Nineveh|Sinjar|Halabja|Nasiriyah|Umm Qasr|Taiz=Taizz|Marib|Saada|
Hadramout=Hadramawt|Socotra|Dhahran|Khobar|Qatif|Yanbu|Tabuk|Asir|NEOM|Sharjah|Fujairah|
Ras al-Khaimah|Ajman|Salalah|Deir ez-Zor=Deir al-Zor=Deir al-Zour|Latakia|
Tartus=Tartous|Daraa|Afrin|Kobani=Kobane|Qamishli|Eastern Ghouta|Douma|Sidon|
Bekaa Valley=Bekaa|Nahariya|Khan Younis=Khan Yunis|Sderot|Ashkelon|Ashdod|
Beersheba=Beer Sheva|Jericho|Netanya|Nazareth|Eilat|East Jerusalem|Temple Mount|
Western Wall|Jabalia|Deir al-Balah|Beit Lahiya|Beit Hanoun|Irbid|Aqaba|Zarqa|Bursa|
Adana|Gaziantep|Konya|Mersin|Trabzon|Incirlik|Hatay|Cappadocia|Taksim Square|Gezi Park|
Bay of Bengal|Andaman Sea|Gulf of Aden|Gulf of Oman|Gulf of Guinea|Gulf of Finland|
Bering Strait|Bering Sea|Barents Sea|Norwegian Sea|Adriatic=Adriatic Sea|
Aegean=Aegean Sea|Ionian Sea|Tyrrhenian Sea|Caribbean Sea|Yellow Sea|Coral Sea|
Tasman Sea|Kerch Strait|Strait of Malacca=Malacca Strait|Strait of Gibraltar|
Bab el-Mandeb|Dardanelles|Sea of Marmara|Lake Geneva|Lake Baikal|Lake Constance|
Aral Sea|Colorado River|Rio Grande|Hudson River|Potomac|Missouri River|Ohio River|
Niger River|Congo River|Zambezi|Orinoco|Amazon River|Parana|Jordan River|Indus|
Brahmaputra|Yellow River|Amur|Dnieper=Dnipro River|Dniester|Don River|Oder|Rhone|Seine|
Loire|Tiber|Po River|Severn|Mersey|Hindu Kush|Karakoram|Kashmir Valley|Appalachians|
Sierra Nevada|Carpathians|Ural Mountains|Atlas Mountains|Drakensberg|Mont Blanc|
Matterhorn|Mount Fuji|Mount Etna|Vesuvius|K2|Annapurna|Mount Kilimanjaro|Mount Sinai|
Negev|Gobi Desert|Kalahari|Okavango Delta|Amazon Basin|South Pole|North Pole|Siachen|
Arctic Circle|Greater London|Central London|City of London|West End|Ile-de-France|
Champs-Elysees=Champs-Élysées|Eiffel Tower|Notre-Dame|Bastille|
Elysee Palace=Élysée Palace|Brandenburg Gate|Checkpoint Charlie|Berlin Wall|
St. Peter's Square|Sistine Chapel|Colosseum|Acropolis|Great Wall of China|
Forbidden City|Zhongnanhai|Taj Mahal|Angkor Wat|Empire State Building|
World Trade Center|Statue of Liberty|Central Park|Madison Square Garden|Yankee Stadium|
Fenway Park|Camp Nou|San Siro|Stade de France|Maracana=Maracanã|Wembley Stadium|Lord's|
Silverstone|Monza|Aleutian Islands|Paracel Islands=Paracels|Scarborough Shoal|
Second Thomas Shoal|Takeshima=Dokdo|Senkaku Islands|Andaman Islands|Nicobar Islands|
Chagos Islands|Ascension Island|Tristan da Cunha|South Georgia|Balearic Islands|
Dodecanese|Cyclades|Ionian Islands|Outer Hebrides|Isle of Wight|Anglesey|
Isles of Scilly|Aran Islands)";
}

}  // namespace dateline::names
