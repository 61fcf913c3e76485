// News media, clubs, universities, museums.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view media() {
  return R"(Reuters|Reuter
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
RT|Russia Today
Kommersant
Novaya Gazeta
Moskovsky Komsomolets
Sputnik
Kyodo|Kyodo News
Yonhap|Yonhap News Agency
Press Trust of India
Deutsche Presse-Agentur|DPA
ANSA
EFE
Anadolu Agency|Anadolu
IRNA
Fars|Fars News Agency
Antara
Press Association
United Press International|UPI
Deutsche Welle
Radio Free Europe|Radio Free Europe/Radio Liberty|RFE/RL
Radio Liberty
France 24
Euronews
Al Arabiya|al-Arabiya|Al-Arabiya
NHK
CCTV
CGTN
People's Daily
Global Times
South China Morning Post
China Daily
Straits Times
Times of India
Hindustan Times
Yomiuri Shimbun
Mainichi Shimbun
Nikkei Inc
Haaretz|Ha'aretz
Jerusalem Post
Times of Israel
Hurriyet
Al-Ahram|al-Ahram
Daily Nation
Sydney Morning Herald
Herald Sun
New Zealand Herald
Globe and Mail|The Globe and Mail
Toronto Star
Chicago Tribune
Boston Globe
San Francisco Chronicle
Newsweek
Time magazine
Economist|The Economist
New Yorker|The New Yorker
Politico
Axios
BuzzFeed|BuzzFeed News
Vox
Daily Mirror
Daily Express
Evening Standard
Sunday Times
Le Figaro
Libération
Le Parisien
Frankfurter Allgemeine Zeitung|FAZ
Süddeutsche Zeitung|Sueddeutsche Zeitung
Bild
Die Zeit
Die Welt
Corriere della Sera
La Repubblica
La Stampa
El Mundo
El País
Gazeta Wyborcza
Folha de S.Paulo
O Globo
Clarin|Clarín
Reforma
Peking University
Tsinghua University
University of Tokyo
National University of Singapore
Imperial College London|Imperial College
University College London|UCL
King's College London
University of Edinburgh
Columbia University
Cornell University
Johns Hopkins University|Johns Hopkins
Duke University
Georgetown University
George Washington University
New York University|NYU
University of California
University of California, Berkeley|UC Berkeley
UCLA
University of Chicago
University of Michigan
University of Pennsylvania
Carnegie Mellon University|Carnegie Mellon
Caltech|California Institute of Technology
Georgia Tech
Notre Dame University|University of Notre Dame
Sorbonne
Humboldt University
Max Planck Institute
Pasteur Institute|Institut Pasteur
Karolinska Institute
Royal Society
Royal Swedish Academy of Sciences
Swedish Academy
Norwegian Nobel Committee|Nobel Committee
Jet Propulsion Laboratory|JPL
Los Alamos National Laboratory|Los Alamos
Lawrence Livermore National Laboratory
Smithsonian|Smithsonian Institution
Louvre|Louvre Museum
British Museum
Tate Modern
Metropolitan Museum of Art
Royal Opera House
La Scala
Bolshoi Theatre|Bolshoi
Metropolitan Opera
Berlin Philharmonic
)";
}

}  // namespace dateline::names
