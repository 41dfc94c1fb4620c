/**
 * Countries with the adjectives and the capital that stand for them in news. One line each:
 * names | adjectives and people | capital and other seats of power.
 * Facts, gathered by hand; a country that is missing is only a name like any other.
 */
const COUNTRIES = `
afghanistan|afghan,afghans|kabul
albania|albanian,albanians|tirana
algeria|algerian,algerians|algiers
angola|angolan,angolans|luanda
argentina|argentine,argentinian,argentines|buenos aires
armenia|armenian,armenians|yerevan
australia|australian,australians|canberra
austria|austrian,austrians|vienna
azerbaijan|azerbaijani,azeri,azerbaijanis|baku
bahrain|bahraini,bahrainis|manama
bangladesh|bangladeshi,bangladeshis|dhaka
belarus|belarusian,belarusians,belarussian|minsk
belgium|belgian,belgians|brussels
bolivia|bolivian,bolivians|la paz
bosnia,bosnia and herzegovina|bosnian,bosnians|sarajevo
brazil|brazilian,brazilians|brasilia
britain,uk,united kingdom,great britain|british,britons,briton|london,downing street,whitehall
bulgaria|bulgarian,bulgarians|sofia
burkina faso|burkinabe|ouagadougou
cambodia|cambodian,cambodians|phnom penh
cameroon|cameroonian|yaounde
canada|canadian,canadians|ottawa
chad|chadian|ndjamena
chile|chilean,chileans|santiago
china|chinese|beijing
colombia|colombian,colombians|bogota
congo|congolese|kinshasa
costa rica|costa rican|san jose
croatia|croatian,croatians|zagreb
cuba|cuban,cubans|havana
cyprus|cypriot,cypriots|nicosia
czech republic,czechia|czech,czechs|prague
denmark|danish,danes,dane|copenhagen
dominican republic|dominican|santo domingo
ecuador|ecuadorian,ecuadorean|quito
egypt|egyptian,egyptians|cairo
el salvador|salvadoran|san salvador
england|english|
eritrea|eritrean|asmara
estonia|estonian,estonians|tallinn
ethiopia|ethiopian,ethiopians|addis ababa
european union,eu|european,europeans|
finland|finnish,finns|helsinki
france|french|paris,elysee
georgia|georgian,georgians|tbilisi
germany|german,germans|berlin
ghana|ghanaian,ghanaians|accra
greece|greek,greeks|athens
guatemala|guatemalan|guatemala city
haiti|haitian,haitians|port-au-prince
honduras|honduran|tegucigalpa
hungary|hungarian,hungarians|budapest
iceland|icelandic|reykjavik
india|indian,indians|new delhi,delhi
indonesia|indonesian,indonesians|jakarta
iran|iranian,iranians|tehran,teheran
iraq|iraqi,iraqis|baghdad
ireland|irish|dublin
israel|israeli,israelis|jerusalem
italy|italian,italians|rome
ivory coast|ivorian|abidjan
jamaica|jamaican|kingston
japan|japanese|tokyo
jordan|jordanian,jordanians|amman
kazakhstan|kazakh,kazakhs|astana
kenya|kenyan,kenyans|nairobi
kosovo|kosovar,kosovan|pristina
kuwait|kuwaiti,kuwaitis|kuwait city
kyrgyzstan|kyrgyz|bishkek
laos|laotian|vientiane
latvia|latvian,latvians|riga
lebanon|lebanese|beirut
liberia|liberian|monrovia
libya|libyan,libyans|tripoli
lithuania|lithuanian,lithuanians|vilnius
luxembourg|luxembourgish|
malaysia|malaysian,malaysians|kuala lumpur
mali|malian|bamako
malta|maltese|valletta
mexico|mexican,mexicans|mexico city
moldova|moldovan,moldovans|chisinau
mongolia|mongolian|ulaanbaatar
montenegro|montenegrin|podgorica
morocco|moroccan,moroccans|rabat
mozambique|mozambican|maputo
myanmar,burma|burmese|naypyidaw,yangon
nepal|nepalese,nepali|kathmandu
netherlands,holland|dutch|the hague,amsterdam
new zealand|new zealander|wellington
nicaragua|nicaraguan|managua
niger|nigerien|niamey
nigeria|nigerian,nigerians|abuja
north korea|north korean,north koreans|pyongyang
north macedonia,macedonia|macedonian|skopje
norway|norwegian,norwegians|oslo
oman|omani,omanis|muscat
pakistan|pakistani,pakistanis|islamabad
palestine|palestinian,palestinians|ramallah
panama|panamanian|panama city
paraguay|paraguayan|asuncion
peru|peruvian,peruvians|lima
philippines|filipino,filipinos,philippine|manila
poland|polish,poles|warsaw
portugal|portuguese|lisbon
qatar|qatari,qataris|doha
romania|romanian,romanians|bucharest
russia,russian federation|russian,russians|moscow,kremlin
rwanda|rwandan|kigali
saudi arabia|saudi,saudis|riyadh
scotland|scottish,scots|edinburgh
senegal|senegalese|dakar
serbia|serbian,serbs,serb|belgrade
sierra leone|sierra leonean|freetown
singapore|singaporean|
slovakia|slovak,slovaks|bratislava
slovenia|slovenian,slovenes,slovene|ljubljana
somalia|somali,somalis|mogadishu
south africa|south african,south africans|pretoria
south korea|south korean,south koreans|seoul
south sudan|south sudanese|juba
spain|spanish,spaniards|madrid
sri lanka|sri lankan|colombo
sudan|sudanese|khartoum
sweden|swedish,swedes|stockholm
switzerland|swiss|bern
syria|syrian,syrians|damascus
taiwan|taiwanese|taipei
tajikistan|tajik,tajiks|dushanbe
tanzania|tanzanian|dodoma
thailand|thai,thais|bangkok
tunisia|tunisian,tunisians|tunis
turkey,turkiye|turkish,turks,turk|ankara
turkmenistan|turkmen|ashgabat
uganda|ugandan,ugandans|kampala
ukraine|ukrainian,ukrainians|kyiv,kiev
united arab emirates,uae,emirates|emirati,emiratis|abu dhabi
united nations,un||
united states,u.s.,usa,america|american,americans|washington,white house,pentagon
uruguay|uruguayan|montevideo
uzbekistan|uzbek,uzbeks|tashkent
venezuela|venezuelan,venezuelans|caracas
vietnam|vietnamese|hanoi
wales|welsh|cardiff
west|western|
yemen|yemeni,yemenis|sanaa
zambia|zambian|lusaka
zimbabwe|zimbabwean|harare`

const CONTINENTS = [
  "africa",
  "asia",
  "europe",
  "oceania",
  "middle east",
  "mediterranean",
  "black sea",
  "red sea",
  "baltic",
  "caucasus",
  "balkans",
  "gulf",
  "atlantic",
  "pacific",
  "arctic",
]

/** The country a name, an adjective or a capital stands for, with how it stands for it. */
export interface PlaceSense {
  readonly country: string
  readonly as: "country" | "adjective" | "capital"
}

const senseByWord = new Map<string, PlaceSense>()
for (const line of COUNTRIES.trim().split("\n")) {
  const [names, adjectives, capitals] = line.split("|") as [string, string, string]
  const country = names.split(",")[0]!
  for (const name of names.split(",")) senseByWord.set(name, { country, as: "country" })
  for (const word of adjectives.split(",").filter(Boolean)) senseByWord.set(word, { country, as: "adjective" })
  for (const word of capitals.split(",").filter(Boolean)) senseByWord.set(word, { country, as: "capital" })
}
for (const name of CONTINENTS) senseByWord.set(name, { country: name, as: "country" })

/**
 * What country a folded word or phrase stands for, if any.
 *
 * @example
 * placeSense("iranian") // => { country: "iran", as: "adjective" }
 */
export function placeSense(folded: string): PlaceSense | undefined {
  return senseByWord.get(folded)
}
