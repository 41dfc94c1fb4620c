/** Scripts that stand for one language, or for the language that most text in them is in. */
const LANGUAGE_OF_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Telugu}/gu, "te"],
  [/\p{Script=Kannada}/gu, "kn"],
  [/\p{Script=Malayalam}/gu, "ml"],
  [/\p{Script=Gujarati}/gu, "gu"],
  [/\p{Script=Gurmukhi}/gu, "pa"],
  [/\p{Script=Sinhala}/gu, "si"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Lao}/gu, "lo"],
  [/\p{Script=Khmer}/gu, "km"],
  [/\p{Script=Myanmar}/gu, "my"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Ethiopic}/gu, "am"],
]

/** Letters that only one language of a script has, tried in this order. */
const TELLING: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ar: [
    [/[ٹڈڑںےہھ]/gu, "ur"],
    [/[ټډړښګڼ]/gu, "ps"],
    [/[ێۆڵڕ]/gu, "ku"],
    [/[پچژگ]|ی/gu, "fa"],
  ],
  ru: [
    [/[іїєґ]/giu, "uk"],
    [/ў/giu, "be"],
    [/[ѓќѕ]/giu, "mk"],
    [/[ђјљњћџ]/giu, "sr"],
    [/[қғәұүһ]/giu, "kk"],
  ],
}

/** The commonest small words of languages in Latin letters. Words that stand in many lists tell little, and stand in few here. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that for on with was is as by at from has have it his be said are were an which not but their this will after he they been would who its had",
  fr: "le la les des et du un une en que qui dans pour sur au par est pas avec plus ce il se sont aux ont été cette son leur mais nous",
  de: "der die das und den von zu mit dem des ist nicht ein eine auf für im sich auch als an nach wie bei aus dass werden hat sind es wurde einer",
  es: "el la los las de que y en un una por con para del se al es su como más lo ha no sus este fue pero sobre entre ser desde",
  pt: "o os as de que do da e em um uma para com não por dos das no na se mais foi ao como sua são ou pela pelo seu também à",
  it: "il lo la gli le di che e un una per con del della dei delle nel nella è non sono da si al alla anche come più ha dal",
  nl: "de het een en van in dat op te is voor met zijn niet aan er die om ook door naar maar bij heeft worden uit werd nog over",
  sv: "och att det som en på är av för med den till inte har ett om de var sig från men kan ska efter vid enligt också under",
  da: "og at det som en på er af for med den til ikke har et om de var sig fra men kan skal efter ved også blev blevet være hvor",
  no: "og at det som en på er av for med den til ikke har et om de var seg fra men kan skal etter ved også ble blitt være hvor",
  fi: "ja on ei se että oli hän mutta myös kun ovat joka mukaan sen kuin tai ole jos sekä vain vuoden noin olla tämä",
  pl: "w i na z się że do nie to jest o jak za po od przez ale dla który są oraz co czy tym ich był jego także",
  cs: "a se na v je že to s z do o k ve pro by za ale od jako po jsou podle který bylo také jeho však již nebo",
  sk: "a sa na v je že to s z do o k vo pre by za ale od ako po sú podľa ktorý bolo aj jeho však už alebo",
  hu: "a az és hogy nem is egy ez azt volt meg de csak már van szerint mint még el vagy lehet után ezt között",
  ro: "și de în a la cu pe că nu este o un din care mai au pentru sau fost lui prin după dar fi ale sunt",
  tr: "ve bir bu da de için ile olarak olan çok daha ise gibi kadar sonra ancak en her ne olduğu var diye dedi tarafından",
  id: "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh adalah telah juga mereka bisa karena ada sebagai tersebut kata",
  ms: "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh adalah telah juga mereka boleh kerana ialah bahawa beliau sebagai berkata",
  vi: "và của là có trong được cho không các với một người những đã này từ khi đến về ông cũng tại ra sẽ",
  hr: "i je u se na da su za od s koji o kako će što bi to iz ali ili nije po kao do koja bio te nakon",
  sl: "in je v se na da so za od s ki o kako bo kar bi to iz ali pa ni po kot do tudi bil ter še",
  ca: "el la els les de que i en un una per amb del dels al és no ha més com es va seva aquest també són entre però",
  et: "ja on ei et see oli ka kui mis aga oma või ta ning kes selle ole mida nii veel pärast tema ütles",
  lv: "un ir ar par no uz ka tas kas arī bet kā pēc lai tika nav līdz vai bija to savu viņš gada",
  lt: "ir yra su kad tai į iš bet kaip apie jo buvo taip ne ar tik jau dėl po už nuo pat jis metų",
  sw: "na ya wa kwa ni katika la za kuwa hiyo cha huo yake kama hii hilo pia baada lakini wake watu",
  tl: "ang ng sa na mga at ay si ni para nang ito kay hindi may mula ayon isang din naman kanyang pero",
}

const languagesByWord = new Map<string, string[]>()
for (const [language, words] of Object.entries(SMALL_WORDS)) {
  for (const word of words.split(" ")) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language])
}

/** As many UTF-16 units are looked at, and for the script alone. */
const LOOKED_AT = 2000
const LOOKED_AT_FOR_SCRIPT = 600

/**
 * The language a text is written in, as BCP 47, from its script and its small words; `und` for a text long enough to tell that is in
 * none of those known, undefined for a text too short to tell. Looks at the first 2,000 characters.
 * @example detectLanguage("The ferry left the port after the storm had passed.") // => "en"
 */
export function detectLanguage(text: string): string | undefined {
  const head = text.slice(0, LOOKED_AT)
  const start = head.slice(0, LOOKED_AT_FOR_SCRIPT)
  if (isLatin(start)) return byWords(head)
  const letters = count(head, /\p{L}/gu)
  if (letters === 0) return undefined
  const [language, share] = byScript(head)
  if (share < letters / 4) return letters >= 40 ? "und" : undefined
  const telling = TELLING[language]?.find(([pattern]) => count(head, pattern) >= Math.max(2, letters / 200))
  return telling?.[1] ?? language
}

/** Whether half of its letters or more are Latin, and there is one. */
function isLatin(text: string): boolean {
  // Nearly all text in the few letters that take no looking up.
  if (!/[^\u0000-\u007f\u2010-\u203a]/.test(text)) return /[a-z]/i.test(text)
  const latin = count(text, /\p{Script=Latin}/gu)
  return latin > 0 && latin >= count(text, /\p{L}/gu) / 2
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Japanese is told by its syllables, of which Chinese has none, though most of its signs are Chinese. */
function byScript(text: string): [language: string, letters: number] {
  const counted = LANGUAGE_OF_SCRIPT.map(([script, language]): [string, number] => [language, count(text, script)])
  const [most] = [...counted].sort((a, b) => b[1] - a[1])
  const kana = counted.find(([language]) => language === "ja")!
  const isJapanese = most![0] === "zh" && kana[1] > most![1] / 10
  return isJapanese ? ["ja", most![1]] : most!
}

/** In running text every fourth word or so is a small word of its language; a twelfth is asked for, and two different ones. */
function byWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = new Map<string, { sum: number; readonly first: string; isMixed: boolean }>()
  for (const word of words) {
    const languages = languagesByWord.get(word)
    if (!languages) continue
    const weight = 1 / Math.sqrt(languages.length)
    for (const language of languages) {
      const score = scores.get(language)
      if (!score) scores.set(language, { sum: weight, first: word, isMixed: false })
      else {
        score.sum += weight
        score.isMixed ||= score.first !== word
      }
    }
  }
  const [best] = [...scores].sort((a, b) => b[1].sum - a[1].sum || (a[0] < b[0] ? -1 : 1))
  if (best?.[1].isMixed && best[1].sum >= words.length / 12) return best[0]
  return isProse(text, words.length) ? "und" : undefined
}

/** Long enough to tell the language of, and no table of figures. */
const isProse = (text: string, words: number) => words >= 60 && count(text, /\d+/g) < words / 10
