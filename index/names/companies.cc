// Companies and stock exchanges.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view companies() {
  return R"(New York Stock Exchange|NYSE
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
Uber
Airbnb
Alibaba
Tencent
Huawei
TikTok
ByteDance
Euronext
Deutsche Boerse|Deutsche Börse
Hong Kong Stock Exchange|HKEX
Shanghai Stock Exchange
Shenzhen Stock Exchange
Singapore Exchange|SGX
Johannesburg Stock Exchange|JSE
Toronto Stock Exchange|TSX
Australian Securities Exchange|ASX
Bombay Stock Exchange|BSE
National Stock Exchange of India|NSE
London Metal Exchange|LME
New York Mercantile Exchange|NYMEX|Nymex
Chicago Board Options Exchange|CBOE
American Stock Exchange|AMEX|Amex
Moody's|Moody's Investors Service
Standard & Poor's|Standard and Poor's|S&P Global
Fitch|Fitch Ratings
Naftogaz
Rosatom
Rostec
Sberbank
VTB|VTB Bank
Kaspersky|Kaspersky Lab
Alphabet|Alphabet Inc
Nvidia
AMD|Advanced Micro Devices
Qualcomm
Texas Instruments
Motorola
Xerox
Kodak|Eastman Kodak
Compaq
Sun Microsystems
Yahoo
eBay
PayPal
LinkedIn
WhatsApp
Instagram
Snapchat
Spotify
Baidu
Xiaomi
JD.com
Foxconn
TSMC|Taiwan Semiconductor Manufacturing Co
SK Hynix
LG Electronics|LG
Hyundai|Hyundai Motor
Kia|Kia Motors
Daewoo
SoftBank
Fujitsu
NEC
Canon
Olympus
Mazda
Suzuki
Subaru
Nippon Steel
NTT
Tata Motors
Tata Group
Reliance Industries
Infosys
Wipro
Air India
Rolls-Royce
Jaguar Land Rover
Porsche
Mercedes-Benz
Audi
Thyssenkrupp|ThyssenKrupp
BASF
Bayer
Allianz
Commerzbank
Dresdner Bank
SAP
Adidas
Puma
Nike
Société Générale|Societe Generale
BNP Paribas
Crédit Agricole|Credit Agricole
TotalEnergies
Elf Aquitaine
Eni
Enel
Repsol
Telefonica|Telefónica
Banco Santander
BBVA
Alitalia
KLM
Ryanair
easyJet
SAS
Finnair
Qantas
Qatar Airways
Etihad|Etihad Airways
Turkish Airlines
Cathay Pacific
Singapore Airlines
Korean Air
Japan Airlines
All Nippon Airways|ANA
Ethiopian Airlines
Kenya Airways
Malaysia Airlines
Southwest Airlines
Northwest Airlines
Continental Airlines
US Airways
Air Canada
Bombardier
Embraer
Petrobras
PDVSA
Pemex
Saudi Aramco|Aramco
Sinopec
PetroChina
CNOOC
ConocoPhillips
Halliburton
Schlumberger
Equinor|Statoil
Glencore
Rio Tinto
BHP|BHP Billiton
Anglo American
De Beers
Novartis
Roche
Pfizer
Moderna
AstraZeneca
GlaxoSmithKline|GSK|Glaxo
Sanofi
BioNTech
Merck
Nestle|Nestlé
Unilever
Danone
Diageo
Heineken
Anheuser-Busch
Philip Morris
British American Tobacco
Tesco
Sainsbury's
Carrefour
Ikea|IKEA
Zara
H&M
Vodafone
Verizon
Comcast
T-Mobile
Berkshire Hathaway
BlackRock
Blackstone
Bank of America
Wells Fargo
JPMorgan Chase
American Express
Visa Inc
Mastercard
Bear Stearns
Enron
WorldCom
Arthur Andersen
Deloitte
PwC|PricewaterhouseCoopers
KPMG
Ernst & Young|EY
McKinsey
Accenture
Royal Bank of Scotland|RBS
Lloyds Banking Group|Lloyds Bank
NatWest
Standard Chartered
Northern Rock
Barings
Nomura
Mizuho
Sumitomo
Mitsui
Industrial and Commercial Bank of China|ICBC
China Construction Bank
Bank of China
Agricultural Bank of China
Evergrande|China Evergrande
BYD
CATL
Itochu
Caterpillar
Union Carbide
Dow Chemical
DuPont|Du Pont
Monsanto
Cargill
Kraft
Kellogg
Starbucks
Burger King
KFC
Marriott
Hilton
FedEx
UPS|United Parcel Service
DHL
Maersk
Raytheon
Northrop Grumman
General Dynamics
Thales
Lockheed Martin Corp
Blue Origin
Virgin Galactic
Warner Bros|Warner Bros.
Paramount Pictures
Universal Pictures
20th Century Fox
MGM
DreamWorks
Pixar
Sony Pictures
News Corp|News Corporation
Viacom
Bertelsmann
Random House
Penguin Random House
HarperCollins
)";
}

}  // namespace dateline::names
