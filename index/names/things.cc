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
)";
}

}  // namespace dateline::names
