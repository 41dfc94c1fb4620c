/** News agencies: usual name | the forms it is credited by. Forms in capitals only count in capitals. */
const AGENCIES = `
Associated Press|AP|The AP|AP News|The Associated Press
Reuters|REUTERS|Thomson Reuters|Reuters News|Reuters News Agency
Agence France-Presse|AFP|Agence France Presse
United Press International|UPI
Deutsche Presse-Agentur|dpa|DPA|Deutsche Presse Agentur|German Press Agency
ANSA|Ansa
EFE|Efe|EFE News|Agencia EFE|Agence EFE
TASS|Tass|ITAR-TASS|Itar-Tass
Interfax|INTERFAX|Interfax-Ukraine
RIA Novosti|RIA|RIA-Novosti
Sputnik|Sputnik News
Xinhua|XINHUA|Xinhua News Agency
China News Service|CNS|Chinanews
Kyodo News|Kyodo|KYODO
Jiji Press|Jiji|JIJI
Yonhap|YONHAP|Yonhap News Agency
KCNA|Korean Central News Agency
Press Trust of India|PTI
Asian News International|ANI
Indo-Asian News Service|IANS
United News of India|UNI
Associated Press of Pakistan|APP
Bangladesh Sangbad Sangstha|BSS
United News of Bangladesh|UNB
PA Media|PA|Press Association|PA News Agency|PA news agency|The Press Association
Canadian Press|CP|The Canadian Press|La Presse Canadienne
Australian Associated Press|AAP
Anadolu Agency|AA|Anadolu|Anadolu Ajansi
IRNA|Irna|Islamic Republic News Agency
ISNA|Iranian Students' News Agency|Iranian Students News Agency
Mehr News Agency|MNA|Mehr|Mehr News
Fars News Agency|FNA|Fars|Fars News
Tasnim News Agency|Tasnim|Tasnim News
Bernama|BERNAMA
Antara|ANTARA|Antara News
Vietnam News Agency|VNA
Philippine News Agency|PNA
Thai News Agency|TNA
ANP|Algemeen Nederlands Persbureau
NTB|Norsk Telegrambyrå
TT News Agency|TT|Tidningarnas Telegrambyrå
Ritzau|RITZAU
STT|Suomen Tietotoimisto
Belga|BELGA|Belga News Agency
Austria Press Agency|APA|Austria Presse Agentur
Keystone-SDA|Keystone-ATS|SDA|ATS
Czech News Agency|CTK|ČTK
Polish Press Agency|PAP
MTI|Hungarian News Agency
Agerpres|AGERPRES
Bulgarian News Agency|BTA
Tanjug|TANJUG
HINA|Hina
Slovenian Press Agency|STA
Lusa|LUSA
Athens News Agency|ANA-MPA|AMNA|ANA
Ukrinform|UKRINFORM
UNIAN|Unian
Belta|BelTA|BELTA
Kazinform|KAZINFORM
Baltic News Service|BNS
Middle East News Agency|MENA
Saudi Press Agency|SPA
Emirates News Agency|WAM
Qatar News Agency|QNA
Kuwait News Agency|KUNA
Bahrain News Agency|BNA
Oman News Agency|ONA
Petra News Agency|Petra|PETRA
National News Agency|NNA
SANA|Syrian Arab News Agency
WAFA|Wafa|Palestine News Agency
Iraqi News Agency|INA
News Agency of Nigeria|NAN
Ghana News Agency|GNA
South African Press Association|SAPA
Maghreb Arabe Presse|MAP
Algeria Press Service|APS
Notimex|NOTIMEX
Agencia Brasil|Agência Brasil
Europa Press|EUROPA PRESS
Bloomberg|Bloomberg News|BLOOMBERG
Dow Jones|Dow Jones Newswires
Inter Press Service|IPS
Religion News Service|RNS
Catholic News Service
States News Service
City News Service
Tribune News Service|TNS
McClatchy|McClatchy Newspapers
New York Times News Service
Washington Post News Service
CNN Newsource|CNN Wire
`

const nameByForm = new Map<string, string>()
for (const line of AGENCIES.trim().split("\n")) {
  const forms = line.split("|")
  for (const form of forms) nameByForm.set(form, forms[0]!)
}

const escaped = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const longestFirst = [...nameByForm.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** Where a known form stands as words of its own, or a name ends as agencies' names do ("Bay News Agency", "Coastal Wire"). */
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${longestFirst.map(escaped).join("|")})|((?:\\p{Lu}[\\p{L}'’-]{0,30} ){1,4}(?:(?:News|Press|Wire|Newswire) (?:Agency|Service)|Newswires?|Wire)))(?![\\p{L}\\p{N}])`,
  "gu",
)

/** An agency named in a stretch of text: its usual name, and where. */
export interface Mention {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The usual name of an agency by one of its forms, or undefined for a form that is unknown. */
export function agencyName(form: string): string | undefined {
  return nameByForm.get(form) ?? nameByForm.get(form.replace(/^the\s+/i, ""))
}

/** The agencies named in a stretch that credits somebody. In running text the short forms would mean other things. */
export function agenciesIn(stretch: string): Mention[] {
  return [...stretch.matchAll(MENTION)].map(match => ({
    name: match[1] ? nameByForm.get(match[1])! : match[2]!.replace(/^The /, ""),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
