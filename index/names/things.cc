// Well-known treaties, wars, events, prizes.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view things() {
  return R"(New START|New START Treaty|New START treaty|New START nuclear arms treaty|New START nuclear treaty|New Start treaty|New Start Treaty
START I|START I Treaty|START I treaty
START II|START II Treaty|START II treaty
Strategic Defense Initiative|Star Wars
INF Treaty|INF treaty|Intermediate-Range Nuclear Forces Treaty
SALT II|SALT 2
Nuclear Non-Proliferation Treaty|Non-Proliferation Treaty|Nuclear Nonproliferation Treaty
Comprehensive Test Ban Treaty|Comprehensive Nuclear Test Ban Treaty
Chemical Weapons Convention
Open Skies Treaty
Geneva Conventions|Geneva Convention
Kyoto Protocol|Kyoto protocol
Paris Agreement|Paris climate agreement|Paris Climate Agreement
Montreal Protocol
Maastricht Treaty|Maastricht treaty|Treaty of Maastricht
Lisbon Treaty|Treaty of Lisbon
Treaty of Rome
Treaty of Versailles|Versailles Treaty
Good Friday Agreement
Oslo Accords|Oslo accords
Dayton Agreement|Dayton Accords|Dayton accords|Dayton accord
Camp David Accords|Camp David accords
Minsk Agreements|Minsk agreements
Abraham Accords
Louvre Accord|Louvre accord|Louvre Agreement|Louvre agreement
Plaza Accord|Plaza agreement|Plaza Agreement
Uruguay Round
Doha Round
NAFTA|Nafta|North American Free Trade Agreement
Bretton Woods
Cold War|cold war
World War I|First World War|World War One|World War 1
World War II|Second World War|World War Two|World War 2|WWII
Gulf War|Persian Gulf War
Vietnam War
Korean War
Falklands War
Iraq War
Iran-Iraq War|Iran-Iraq war
Six-Day War|Six Day War
Yom Kippur War
Spanish Civil War
Cuban Missile Crisis|Cuban missile crisis
Suez Crisis|Suez crisis
Watergate
Iran-Contra
Whitewater
Brexit
Holocaust
Arab Spring
Prague Spring
Orange Revolution
Cultural Revolution
Great Depression
Great Leap Forward
Bolshevik Revolution|October Revolution
French Revolution
Industrial Revolution
Marshall Plan
New Deal
Renaissance
Chernobyl disaster
Olympic Games|Olympics|Summer Olympics|Winter Olympics|Winter Games|Olympic games
Paralympics|Paralympic Games
World Cup|FIFA World Cup
European Championship|Euro 2000|Euro 2004|Euro 2016|Euro 2020
Champions League
Premier League|Premiership
Serie A
La Liga
Bundesliga
UEFA Cup|Uefa Cup
Europa League
FA Cup
Davis Cup
Ryder Cup
America's Cup
Ashes
Super Bowl
World Series
Six Nations
Tour de France
Grand National
Kentucky Derby
Australian Open
French Open|Roland Garros
US Open|U.S. Open
Commonwealth Games
Asian Games
Grand Slam
Formula One|Formula 1
Nobel Peace Prize
Nobel Prize
Pulitzer Prize
Booker Prize|Man Booker Prize
Turner Prize
Academy Awards|Academy Award|Oscars|Oscar
Golden Globes|Golden Globe
Grammy Awards|Grammys|Grammy
Emmy Awards|Emmys|Emmy
Baftas|Bafta
Brit Awards
Cannes Film Festival
Glastonbury
World Economic Forum
Eurovision Song Contest|Eurovision
Magna Carta
Bill of Rights
Patriot Act
Live Aid
Live 8
Anti-Ballistic Missile Treaty|ABM Treaty|ABM treaty
Ottawa Treaty|Mine Ban Treaty
Rome Statute
Treaty on the Prohibition of Nuclear Weapons
Joint Comprehensive Plan of Action|JCPOA|Iran nuclear deal
Treaty of Waitangi
Treaty of Tordesillas
Treaty of Westphalia|Peace of Westphalia
Schengen Agreement|Schengen
Dublin Regulation
General Data Protection Regulation|GDPR
Basel III
Budapest Memorandum
Belfast Agreement
Anglo-Irish Agreement
Northern Ireland Protocol
Windsor Framework
Helsinki Accords|Helsinki Final Act
Universal Declaration of Human Rights
European Convention on Human Rights
Refugee Convention
Genocide Convention
Convention on Biological Diversity
Trans-Pacific Partnership|TPP
CPTPP
USMCA|United States-Mexico-Canada Agreement
Central American Free Trade Agreement|CAFTA
Common Agricultural Policy|CAP
European Green Deal
Green New Deal
Inflation Reduction Act
Affordable Care Act|Obamacare
Voting Rights Act
Civil Rights Act
Clean Air Act
Clean Water Act
Sarbanes-Oxley Act|Sarbanes-Oxley
Dodd-Frank Act|Dodd-Frank
Glass-Steagall Act|Glass-Steagall
Freedom of Information Act
Espionage Act
Insurrection Act
War Powers Resolution
Human Rights Act
Official Secrets Act
Data Protection Act
Declaration of Independence
First Amendment
Second Amendment
Fourteenth Amendment
Fifth Amendment
Belt and Road Initiative|Belt and Road
Black Sea Grain Initiative
Nord Stream|Nord Stream 1
Nord Stream 2
World War III|Third World War
American Civil War
American Revolution
Napoleonic Wars
Crimean War
Boer War
Russo-Japanese War
Sino-Japanese War
Chinese Civil War
Russian Civil War
Algerian War
Yom Kippur war
Six-Day war
Lebanon War
Bosnian War|Bosnian war
Kosovo War|Kosovo war
Chechen War
Syrian Civil War|Syrian civil war
War on Terror|war on terror
Operation Desert Storm|Desert Storm
Operation Iraqi Freedom
Operation Barbarossa
Tet Offensive
Bay of Pigs|Bay of Pigs invasion
Battle of Stalingrad
Battle of Britain
Battle of the Somme
Battle of Waterloo
Boston Tea Party
Boston Marathon
Boxer Rebellion
Easter Rising
Bloody Sunday
Rwandan genocide|Rwandan Genocide
Armenian genocide|Armenian Genocide
Holodomor
Nakba
Intifada|Second Intifada
Velvet Revolution
Rose Revolution
Tulip Revolution
Maidan Revolution|Euromaidan
Iranian Revolution|Islamic Revolution
Russian Revolution
Cuban Revolution
Meiji Restoration
Black Monday
Black Wednesday
Wall Street Crash
Dust Bowl
Black Death
Black Lives Matter
Me Too|#MeToo
Occupy Wall Street
Brown v. Board of Education
Roe v. Wade|Roe v Wade
Hurricane Katrina
Hurricane Sandy
Hurricane Harvey
Hurricane Maria
Hurricane Andrew
Hurricane Mitch
Typhoon Haiyan
Cyclone Nargis
Cyclone Idai
Deepwater Horizon
Exxon Valdez
Three Mile Island
Apollo 11
Apollo 13
Apollo program
Artemis|Artemis program
International Space Station|ISS
Hubble Space Telescope|Hubble
James Webb Space Telescope|James Webb telescope
Large Hadron Collider|LHC
Human Genome Project
Manhattan Project
Voyager 1
Voyager 2
Soyuz
Sputnik 1
Space Shuttle
Space Shuttle Challenger|Challenger disaster
Crew Dragon
Falcon 9
Falcon Heavy
Curiosity rover
Boeing 737|Boeing 737 MAX|Boeing 737 Max
Boeing 747
Boeing 777
Boeing 787|787 Dreamliner|Dreamliner
Airbus A320
Airbus A380|A380
Concorde
Titanic
Lusitania
Bismarck
Costa Concordia
iPhone
Xbox
PlayStation
Dow Jones Industrial Average|Dow Jones industrial average|Dow Jones Industrials
S&P 500|Standard & Poor's 500
Nasdaq Composite|Nasdaq composite
FTSE 100|FTSE
Nikkei|Nikkei 225
Hang Seng|Hang Seng Index|Hang Seng index
DAX
CAC 40
KOSPI|Kospi
Sensex
Nobel Prize in Literature|Nobel Literature Prize
Nobel Prize in Physics|Nobel Physics Prize
Nobel Prize in Chemistry|Nobel Chemistry Prize
Nobel Prize in Medicine|Nobel Prize in Physiology or Medicine|Nobel Medicine Prize
Nobel Prize in Economics|Nobel Economics Prize
Fields Medal
Turing Award
Pritzker Prize
Sakharov Prize
Palme d'Or
Golden Bear
Golden Lion
Tony Awards|Tony Award
MTV Video Music Awards
Mercury Prize
Presidential Medal of Freedom|Medal of Freedom
Medal of Honor
Victoria Cross
Purple Heart
Legion of Honour|Légion d'honneur|Legion d'Honneur
Order of Canada
Ballon d'Or|Ballon d’Or
Heisman Trophy
Stanley Cup
World Championships|World Championship
World Athletics Championships
Rugby World Cup
Cricket World Cup
Women's World Cup
Club World Cup
Africa Cup of Nations|African Nations Cup
Copa America|Copa América
Copa Libertadores
Asian Cup
Gold Cup
Nations League
League Cup|Carabao Cup
Ligue 1
Eredivisie
Scottish Premiership
Indian Premier League|IPL
Sheffield Shield
Twenty20 World Cup|T20 World Cup
Giro d'Italia
Vuelta a Espana|Vuelta a España
Paris-Roubaix
Milan-San Remo
Masters Tournament
PGA Championship
British Open|Open Championship
Fed Cup|Billie Jean King Cup
ATP Finals
Wimbledon Championships
Monaco Grand Prix
British Grand Prix
Indianapolis 500|Indy 500
Daytona 500
Le Mans 24 Hours|24 Hours of Le Mans
Dakar Rally|Paris-Dakar
Melbourne Cup
Epsom Derby
Royal Ascot
Cheltenham Gold Cup
Preakness Stakes
Belmont Stakes
NBA Finals
Final Four
Rose Bowl
Winter Paralympics
Pan American Games
Southeast Asian Games|SEA Games
Youth Olympics
Special Olympics
Boat Race
London Marathon
New York Marathon|New York City Marathon
Edinburgh Festival|Edinburgh Fringe
Venice Film Festival
Berlin Film Festival|Berlinale
Sundance|Sundance Film Festival
Toronto International Film Festival
Venice Biennale
Chelsea Flower Show
Burning Man
Coachella
Mardi Gras
Oktoberfest
Munich Security Conference
Bilderberg
Davos forum
Earth Summit
COP26
COP27
COP28
COP21
Mona Lisa
Guernica
Hamlet
Macbeth
Romeo and Juliet
Harry Potter
Star Trek
Lord of the Rings
Game of Thrones
Sesame Street
Doctor Who
Panama Papers
Pentagon Papers
Paradise Papers
Steele dossier
Mein Kampf
Satanic Verses
Communist Manifesto
Dead Sea Scrolls
Rosetta Stone
Elgin Marbles|Parthenon Marbles
)";
}

}  // namespace dateline::names
