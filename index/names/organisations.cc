// Well-known organisations.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view organisations() {
  return R"(United Nations|UN|U.N.|United Nations Organisation|United Nations Organization
United Nations Security Council|U.N. Security Council|UN Security Council|Security Council
United Nations General Assembly|U.N. General Assembly|UN General Assembly|General Assembly
UNICEF|Unicef
UNESCO|Unesco
UNHCR|U.N. High Commissioner for Refugees|UN High Commissioner for Refugees
World Health Organization|WHO|World Health Organisation
World Trade Organization|WTO|World Trade Organisation
International Monetary Fund|IMF
World Bank|International Bank for Reconstruction and Development
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|World Court
International Committee of the Red Cross|ICRC|Red Cross
International Olympic Committee|IOC
International Energy Agency|IEA
International Labour Organization|ILO
World Food Programme|World Food Program|WFP
NATO|Nato|North Atlantic Treaty Organization|North Atlantic Treaty Organisation
European Union|EU|E.U.
European Community|EC|EEC|European Economic Community|Common Market
European Commission|EU Commission|EC Commission
European Parliament
European Central Bank|ECB
European Court of Justice
European Court of Human Rights
European Monetary System|EMS
European Space Agency|ESA
Council of Europe
OSCE|Organization for Security and Co-operation in Europe|Organization for Security and Cooperation in Europe|Organisation for Security and Co-operation in Europe
OPEC|Opec|Organization of Petroleum Exporting Countries|Organization of the Petroleum Exporting Countries
OECD|Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development
GATT|General Agreement on Tariffs and Trade
G20|G-20|G 20|Group of 20|Group of Twenty|G20 Foreign Ministers|G-20 Foreign Ministers|G 20 Foreign Ministers
G7|G-7|G 7|Group of Seven|Group of 7
G8|G-8|Group of Eight
G77|G-77|Group of 77
G10|G-10|Group of Ten
G5|G-5|Group of Five
BRICS|Brics
ASEAN|Asean|Association of South East Asian Nations|Association of Southeast Asian Nations
APEC|Asia-Pacific Economic Cooperation
African Union|AU|Organisation of African Unity|Organization of African Unity|OAU
Arab League|League of Arab States
Commonwealth of Independent States|CIS
Shanghai Cooperation Organisation|Shanghai Cooperation Organization
Gulf Cooperation Council|GCC
Organization of American States|OAS
Mercosur|Mercosul
ECOWAS|Ecowas|Economic Community of West African States
Warsaw Pact
Non-Aligned Movement
Interpol|INTERPOL
Europol
Red Crescent
Amnesty International|Amnesty
Human Rights Watch
Greenpeace
Oxfam
Save the Children
Médecins Sans Frontières|Medecins Sans Frontieres|Doctors Without Borders
Transparency International
World Wildlife Fund|WWF
FIFA|Fifa
UEFA|Uefa
International Cricket Council
NBA|National Basketball Association
WNBA
NFL|National Football League
NHL|National Hockey League
MLB|Major League Baseball
NASA|Nasa|National Aeronautics and Space Administration
White House
Kremlin
Pentagon|Defense Department|U.S. Defense Department|US Defense Department|Department of Defense|U.S. Department of Defense
U.S. State Department|State Department|US State Department|Department of State|U.S. Department of State|US Department of State
U.S. Treasury|Treasury Department|U.S. Treasury Department|US Treasury|Department of the Treasury
U.S. Justice Department|Justice Department|Department of Justice|U.S. Department of Justice|US Justice Department
U.S. Commerce Department|Commerce Department|Department of Commerce|U.S. Department of Commerce
U.S. Agriculture Department|Agriculture Department|Department of Agriculture|U.S. Department of Agriculture|USDA
U.S. Energy Department|Energy Department|Department of Energy|U.S. Department of Energy
U.S. Labor Department|Labor Department|Department of Labor|U.S. Department of Labor
U.S. Transportation Department|Transportation Department|Department of Transportation
U.S. Department of Homeland Security|Department of Homeland Security|Homeland Security
U.S. Department of Education|Department of Education
U.S. Congress|US Congress|Congress
U.S. Senate|US Senate|Senate
U.S. House of Representatives|House of Representatives|US House of Representatives
U.S. Supreme Court|Supreme Court|US Supreme Court
U.S. Army|US Army
U.S. Navy|US Navy
U.S. Air Force|US Air Force
U.S. Marine Corps|Marine Corps|US Marine Corps
National Security Council
House of Commons
House of Lords
Foreign Office
Home Office
Scotland Yard
Bundestag
Bundesbank|Deutsche Bundesbank
Bundesrat
Duma|State Duma
Knesset
Politburo
Federal Reserve|Fed|Federal Reserve Board|U.S. Federal Reserve|Federal Reserve System|US Federal Reserve
Federal Reserve Bank of New York|New York Fed
Bank of England|BoE
Bank of Japan|BoJ|BOJ
Bank of France
Bank of Canada
Bank of Italy
People's Bank of China
Reserve Bank of India
Securities and Exchange Commission|SEC|U.S. Securities and Exchange Commission
Federal Trade Commission|FTC
Federal Communications Commission|FCC
Food and Drug Administration|FDA|U.S. Food and Drug Administration
Environmental Protection Agency|EPA
Internal Revenue Service|IRS
FBI|F.B.I.|Federal Bureau of Investigation
CIA|C.I.A.|Central Intelligence Agency
NSA|National Security Agency
Secret Service|U.S. Secret Service
MI5
MI6
KGB|K.G.B.
FSB
Mossad
Hamas
Hezbollah|Hizbollah|Hizbullah
Taliban|Taleban
al-Qaeda|al-Qaida|Al-Qaeda|Al Qaeda|al Qaeda|al Qaida|Al-Qaida
Islamic State|ISIS|ISIL|Daesh
Boko Haram
al-Shabab|al-Shabaab|Al-Shabaab|Al-Shabab
Muslim Brotherhood
Fatah
PLO|Palestine Liberation Organisation|Palestine Liberation Organization
IRA|Irish Republican Army
Sinn Fein|Sinn Féin
ETA
PKK|Kurdistan Workers' Party
ANC|African National Congress
Wagner Group|Wagner
Labour Party
Conservative Party
Liberal Democrats|Lib Dems
Republican Party|GOP
Democratic Party
Communist Party
Christian Democratic Union|CDU
Bharatiya Janata Party|BJP
Likud
Reuters|Reuter
Associated Press|AP
Agence France-Presse|AFP|Agence France Presse
Bloomberg|Bloomberg News
TASS|Tass|ITAR-TASS|Itar-Tass
Interfax
RIA Novosti
Xinhua|Xinhua News Agency
Ukrinform
Al Jazeera|Al-Jazeera|al-Jazeera|Al Jazeera English
CNN
BBC|British Broadcasting Corporation|BBC News
NPR|National Public Radio
CBS|CBS News
NBC|NBC News
ABC News
Fox News
MSNBC
Sky News
ITV
New York Times|The New York Times
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal
Financial Times
Guardian|The Guardian
Daily Telegraph
Daily Mail
Los Angeles Times
USA Today
Pravda
Izvestia
Le Monde
Der Spiegel
El Pais
Asahi Shimbun
Global News
Voice of America
New York Stock Exchange|NYSE
London Stock Exchange
Nasdaq|NASDAQ
Dow Jones
Chicago Board of Trade|CBOT
Chicago Mercantile Exchange
Tokyo Stock Exchange
Microsoft|Microsoft Corp
Apple|Apple Inc|Apple Computer|Apple Computer Inc
Google
Facebook
Meta Platforms
Twitter
YouTube
Amazon.com|Amazon.com Inc
Netflix
Tesla|Tesla Inc|Tesla Motors
SpaceX
OpenAI
Intel|Intel Corp
IBM|International Business Machines Corp|International Business Machines
AT&T|American Telephone and Telegraph Co|AT and T
Hewlett-Packard|Hewlett-Packard Co|HP
Oracle|Oracle Corp
Cisco|Cisco Systems
Dell
Sony|Sony Corp
Toshiba|Toshiba Corp
Hitachi|Hitachi Ltd
Nintendo
Panasonic
Samsung|Samsung Electronics
Nokia
Ericsson
Siemens|Siemens AG
Philips|Philips NV
Toyota|Toyota Motor Corp|Toyota Motor
Honda|Honda Motor Co
Nissan|Nissan Motor Co
Mitsubishi
Volkswagen|Volkswagen AG|VW
BMW
Daimler-Benz|Daimler
Renault
Peugeot
Fiat
Volvo
Ford|Ford Motor Co|Ford Motor
General Motors|General Motors Corp|GM
Chrysler|Chrysler Corp
General Electric|General Electric Co|GE
Boeing|Boeing Co
Airbus|Airbus Industrie
Lockheed|Lockheed Martin
Gazprom
Rosneft
Lukoil
Yukos
Exxon|Exxon Corp|Exxon Mobil|ExxonMobil
Chevron|Chevron Corp
Texaco|Texaco Inc
Pennzoil|Pennzoil Co
BP|British Petroleum
Royal Dutch Shell|Royal Dutch/Shell
British Airways
British Telecom|BT
Deutsche Bank|Deutsche Bank AG
Deutsche Telekom
Goldman Sachs
Merrill Lynch
Morgan Stanley
JP Morgan|J.P. Morgan|JPMorgan
Citicorp
Citibank
Citigroup
Barclays
HSBC
Credit Suisse
UBS
Lehman Brothers
Salomon Brothers|Salomon Inc
Coca-Cola|Coca-Cola Co|Coca Cola
PepsiCo|PepsiCo Inc
McDonald's
Wal-Mart|Walmart
Procter & Gamble|Procter and Gamble
Johnson & Johnson|Johnson and Johnson
Marks & Spencer|Marks and Spencer
Walt Disney|Walt Disney Co
Time Warner
Sotheby's
Lloyd's|Lloyd's of London
American Airlines
United Airlines
Delta Air Lines
Trans World Airlines|TWA
Pan Am
Aeroflot
Lufthansa
Air France
Manchester United|Man Utd|Man United
Manchester City|Man City
Chelsea
Arsenal
Tottenham Hotspur|Tottenham|Spurs
Aston Villa
Everton
Newcastle United
West Ham|West Ham United
Real Madrid
Atletico Madrid
Bayern Munich
Borussia Dortmund
AC Milan
Inter Milan
Juventus
Paris Saint-Germain|PSG
Ajax
Celtic
Rangers
Harvard|Harvard University
Yale|Yale University
Princeton University
Stanford University
Oxford University|University of Oxford
Cambridge University|University of Cambridge
Massachusetts Institute of Technology|MIT
London School of Economics|LSE
Federation of American Scientists
Brookings Institution
Chatham House
Council on Foreign Relations
Red Army
Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guard Corps
People's Liberation Army
Khmer Rouge
Tamil Tigers
Contras
Sandinistas
Ku Klux Klan
Roman Catholic Church|Catholic Church
Church of England
Trades Union Congress|TUC
CBI|Confederation of British Industry
Uber
Airbnb
Alibaba
Tencent
Huawei
TikTok
ByteDance
)";
}

}  // namespace dateline::names
