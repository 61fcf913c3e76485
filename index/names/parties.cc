// Parties, movements and armed groups.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view parties() {
  return R"(Hamas
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
Khmer Rouge
Tamil Tigers
Contras
Sandinistas
Ku Klux Klan
Ulster Volunteer Force|UVF
Ulster Unionist Party|UUP
Democratic Unionist Party|DUP
Social Democratic and Labour Party|SDLP
Fianna Fail|Fianna Fáil
Fine Gael
Scottish National Party|SNP
Plaid Cymru
UKIP|UK Independence Party|Ukip
Reform UK
Green Party
Tory Party|Tories
Christian Social Union|CSU
Social Democratic Party|SPD
Free Democratic Party|FDP
Alternative for Germany|AfD
National Front
National Rally
Socialist Party
Forza Italia
Lega Nord|Northern League
Five Star Movement
Brothers of Italy
Partido Popular|People's Party
Podemos
PASOK|Pasok
Syriza
New Democracy
Law and Justice|PiS
Civic Platform
Solidarity
Fidesz
United Russia
AKP|Justice and Development Party|AK Party
CHP|Republican People's Party
HDP
Indian National Congress|Congress Party
Aam Aadmi Party|AAP
Shiv Sena
Awami League
Bangladesh Nationalist Party|BNP
Pakistan People's Party|PPP
Pakistan Muslim League|PML-N
Pakistan Tehreek-e-Insaf|PTI
Golkar
UMNO|United Malays National Organisation
National League for Democracy|NLD
Kuomintang|KMT
Democratic Progressive Party|DPP
Liberal Democratic Party|LDP
Komeito
Workers' Party of Korea
Chinese Communist Party|CCP|Communist Party of China|CPC
Institutional Revolutionary Party|PRI
National Action Party|PAN
Workers' Party|PT
Zanu-PF|ZANU-PF|ZANU
Movement for Democratic Change|MDC
Economic Freedom Fighters|EFF
Democratic Alliance
Inkatha Freedom Party|Inkatha|IFP
SWAPO|Swapo
Frelimo|FRELIMO
Renamo|RENAMO
MPLA
UNITA|Unita
Peoples Democratic Party|PDP
All Progressives Congress|APC
Tigray People's Liberation Front|TPLF
Sudan People's Liberation Army|SPLA
Rapid Support Forces
M23
Lord's Resistance Army|LRA
Polisario Front|Polisario
Revolutionary Armed Forces of Colombia|FARC
National Liberation Army|ELN
Shining Path
Sandinista National Liberation Front
Zapatistas
Moro Islamic Liberation Front|MILF
Abu Sayyaf
Jemaah Islamiah|Jemaah Islamiyah
Lashkar-e-Taiba|Lashkar-e-Toiba
Jaish-e-Mohammed|Jaish-e-Mohammad
Haqqani network
Liberation Tigers of Tamil Eelam|LTTE
Islamic Jihad|Palestinian Islamic Jihad
Popular Front for the Liberation of Palestine|PFLP
Al-Aqsa Martyrs Brigades|Al-Aqsa Martyrs' Brigades
Labor Party
Kadima
Yesh Atid
Shas
Mahdi Army
Popular Mobilization Forces
Free Syrian Army
Syrian Democratic Forces|SDF
YPG|People's Protection Units
Nusra Front|al-Nusra Front|Al-Nusra Front
Hayat Tahrir al-Sham|HTS
Houthis|Houthi movement
Kosovo Liberation Army|KLA
Azov Battalion|Azov Regiment
)";
}

}  // namespace dateline::names
