// International bodies, the bodies of states, and whoever else is none of the others.

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
Federation of American Scientists
Brookings Institution
Chatham House
Council on Foreign Relations
Red Army
Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guard Corps
People's Liberation Army
Roman Catholic Church|Catholic Church
Church of England
Trades Union Congress|TUC
CBI|Confederation of British Industry
United Nations Children's Fund|United Nations Children’s Fund
U.N. Human Rights Council|UN Human Rights Council|United Nations Human Rights Council|Human Rights Council
Office for the Coordination of Humanitarian Affairs|OCHA
UNRWA|U.N. Relief and Works Agency|UN Relief and Works Agency
United Nations Development Programme|UNDP|United Nations Development Program
United Nations Environment Programme|UNEP|UN Environment Programme
United Nations Population Fund|UNFPA
UNAIDS
UNCTAD
Food and Agriculture Organization|FAO|Food and Agriculture Organisation
International Organization for Migration|IOM|International Organisation for Migration
International Civil Aviation Organization|ICAO
International Maritime Organization|IMO
International Telecommunication Union|ITU
World Meteorological Organization|WMO
World Intellectual Property Organization|WIPO
Intergovernmental Panel on Climate Change|IPCC
Organisation for the Prohibition of Chemical Weapons|OPCW|Organization for the Prohibition of Chemical Weapons
International Criminal Tribunal for the former Yugoslavia|ICTY
Permanent Court of Arbitration
Asian Development Bank|ADB
African Development Bank|AfDB
Inter-American Development Bank
European Bank for Reconstruction and Development|EBRD
European Investment Bank|EIB
Bank for International Settlements|BIS
Financial Action Task Force|FATF
International Finance Corporation|IFC
Asian Infrastructure Investment Bank|AIIB
European Council
Council of the European Union|Council of Ministers
European Free Trade Association|EFTA
European Medicines Agency|EMA
European Food Safety Authority|EFSA
European Banking Authority
Frontex
Eurogroup
Eurostat
Eurojust
European Southern Observatory
CERN
Arctic Council
Nordic Council
Collective Security Treaty Organization|CSTO|Collective Security Treaty Organisation
Eurasian Economic Union
Organisation of Islamic Cooperation|OIC|Organization of Islamic Cooperation|Organisation of the Islamic Conference|Organization of the Islamic Conference
Southern African Development Community|SADC
East African Community|EAC
Intergovernmental Authority on Development|IGAD
Common Market for Eastern and Southern Africa|COMESA
Economic Community of Central African States|ECCAS
African Union Commission
Andean Community
Caricom|CARICOM|Caribbean Community
Pacific Islands Forum
South Asian Association for Regional Cooperation|SAARC
Commonwealth of Nations
OPEC+
International Federation of Red Cross and Red Crescent Societies|IFRC
International Rescue Committee|IRC
International Crisis Group|Crisis Group
Reporters Without Borders|RSF
Committee to Protect Journalists|CPJ
Norwegian Refugee Council
CARE International
World Vision
Mercy Corps
Islamic Relief
Bill & Melinda Gates Foundation|Gates Foundation|Bill and Melinda Gates Foundation
Open Society Foundations
Rockefeller Foundation
Ford Foundation
Carnegie Endowment for International Peace|Carnegie Endowment
RAND Corporation|Rand Corporation
Stockholm International Peace Research Institute|SIPRI
International Institute for Strategic Studies|IISS
Royal United Services Institute|RUSI
Center for Strategic and International Studies|CSIS
Heritage Foundation
American Enterprise Institute
Cato Institute
Atlantic Council
Hudson Institute
Pew Research Center|Pew
Institute for the Study of War
Institute for Fiscal Studies|IFS
American Civil Liberties Union|ACLU
NAACP|National Association for the Advancement of Colored People
National Rifle Association|NRA
AFL-CIO
United Auto Workers|UAW
Teamsters
Planned Parenthood
Sierra Club
Friends of the Earth
Boy Scouts of America|Boy Scouts
Salvation Army
YMCA
Centers for Disease Control and Prevention|CDC|Centers for Disease Control
National Institutes of Health|NIH
National Oceanic and Atmospheric Administration|NOAA
National Hurricane Center
National Weather Service
U.S. Geological Survey|US Geological Survey|USGS|Geological Survey
Federal Aviation Administration|FAA
National Transportation Safety Board|NTSB
Federal Emergency Management Agency|FEMA
Transportation Security Administration|TSA
Immigration and Customs Enforcement|ICE|U.S. Immigration and Customs Enforcement
Customs and Border Protection|CBP|U.S. Customs and Border Protection
Drug Enforcement Administration|DEA
Bureau of Alcohol, Tobacco, Firearms and Explosives|ATF
Federal Deposit Insurance Corp|FDIC|Federal Deposit Insurance Corporation
Commodity Futures Trading Commission|CFTC
Consumer Financial Protection Bureau|CFPB
Nuclear Regulatory Commission|NRC
National Labor Relations Board|NLRB
Office of Management and Budget|OMB
Congressional Budget Office|CBO
Government Accountability Office|GAO
Joint Chiefs of Staff
U.S. Central Command|Central Command|CENTCOM
National Guard
U.S. Coast Guard|Coast Guard|US Coast Guard
Los Angeles Police Department|LAPD
New York Police Department|NYPD|New York City Police Department
USAID|U.S. Agency for International Development|US Agency for International Development|Agency for International Development
Peace Corps
U.S. Postal Service|Postal Service
Amtrak
Fannie Mae
Freddie Mac
Department of Veterans Affairs|Veterans Affairs
Democratic National Committee|DNC
Republican National Committee|RNC
Federal Reserve Bank of Chicago|Chicago Fed
Federal Reserve Bank of St. Louis|St. Louis Fed
Federal Open Market Committee|FOMC
U.S. Court of Appeals
International Trade Commission|ITC|U.S. International Trade Commission
Office of the U.S. Trade Representative|USTR
HM Revenue & Customs|HMRC|HM Revenue and Customs
National Health Service|NHS
Metropolitan Police|Met Police
Crown Prosecution Service|CPS
Serious Fraud Office|SFO
Office for National Statistics|ONS
Financial Conduct Authority|FCA
Competition and Markets Authority|CMA
Ofcom
Ofgem
Ofsted
Ministry of Defence|MoD
Royal Air Force|RAF
Royal Navy
British Army
GCHQ
BAE Systems|BAE
Environment Agency
Met Office
National Trust
Network Rail
Royal Mail
Transport for London|TfL
Police Service of Northern Ireland|PSNI
Royal Ulster Constabulary|RUC
Garda
Trinity College Dublin
Riksbank
Norges Bank
Swiss National Bank|SNB
Reserve Bank of Australia|RBA
Reserve Bank of New Zealand|RBNZ
South African Reserve Bank|SARB
Bank of Korea|BOK
Bank Indonesia
Bank Negara Malaysia
Bank of Israel
Bank of Mexico|Banxico
Central Bank of Nigeria|CBN
Central Bank of Kenya
Bank of Thailand
Monetary Authority of Singapore|MAS
Hong Kong Monetary Authority|HKMA
State Bank of Pakistan
State Bank of India|SBI
Securities and Exchange Board of India|SEBI
China Securities Regulatory Commission|CSRC
Central Bank of Russia
Bank of Russia
Bank of Spain
Bank of Greece
National Bank of Poland
National Bank of Ukraine
Central Bank of Ireland
Banque de France
Inter-Services Intelligence|ISI
Politburo Standing Committee
National People's Congress|NPC
Palestinian Authority|Palestinian National Authority|PNA
Israel Defense Forces|IDF|Israel Defence Forces
Shin Bet
Quds Force
Basij
Guardian Council
Security Service of Ukraine|SBU
Roscosmos
International Association of Athletics Federations|IAAF
World Athletics
World Anti-Doping Agency|WADA
World Rugby
International Tennis Federation|ITF
ATP
WTA
PGA|PGA Tour
FIA
FINA
International Paralympic Committee|IPC
Football Association|FA
Confederation of African Football|CAF
Asian Football Confederation|AFC
CONMEBOL|Conmebol
CONCACAF|Concacaf
Football Federation of Ukraine
NCAA
U.S. Olympic Committee|US Olympic Committee
Major League Soccer|MLS
England and Wales Cricket Board
Board of Control for Cricket in India|BCCI
Cricket Australia
Russian Orthodox Church
Greek Orthodox Church
Orthodox Church of Ukraine
Church of Scotland
Falun Gong
)";
}

}  // namespace dateline::names
