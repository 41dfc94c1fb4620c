const MONTHS =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ago set ott dic januari februari maart mei juni juli augustus maret agustus desember января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
const DAYS =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica"
const LINKS =
  "at on the of by and um uhr am pm m a p h de del do às as em à le il hs hrs st nd rd th o'clock hour hours hr min mins minute minutes day days week weeks ago local time gmt utc z est edt et cst cdt ct mst mdt mt pst pdt pt ist bst cet cest eet msk hst akst aest aedt jst sgt wat eat sast"
const PUBLISHING =
  "published publish posted post updated update last first modified edited created issued date publicado publicada atualizado atualizada actualizado actualizada postado publié publiée mis mise jour veröffentlicht aktualisiert stand pubblicato aggiornato опубликовано обновлено diterbitkan diperbarui"

const setOf = (words: string) => new Set(words.split(" "))
const MONTH_WORDS = setOf(MONTHS)
const PUBLISHING_WORDS = setOf(PUBLISHING)
const ALLOWED = setOf(`${MONTHS} ${DAYS} ${LINKS} ${PUBLISHING}`)

const LONGEST_STAMP = 120
const TOKEN = /\p{L}[\p{L}\p{M}'’]*|\d+/gu

/**
 * What a line that only tells when a report was published says: `sure` with a word for publishing ("Updated 5:27 am CST, Wednesday,
 * November 20, 2019"), `likely` with a day or a time alone, which a list of events has as well. Undefined for any other line.
 */
export function stampKind(line: string): "sure" | "likely" | undefined {
  if (line.length > LONGEST_STAMP || !/\d/.test(line)) return undefined
  const words = (line.toLowerCase().match(TOKEN) ?? []).map(word => word.replace(/[’']$/, ""))
  if (!words.every(word => /^\d/.test(word) || ALLOWED.has(word))) return undefined
  const isDay = words.some(word => MONTH_WORDS.has(word)) || /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/.test(line)
  const isClock = /\b\d{1,2}[:.]\d\d\b/.test(line)
  const isAgo = /\bago\b/i.test(line)
  const isYear = /\b(?:19|20)\d\d\b/.test(line)
  if ((isDay || isClock || isAgo) && words.some(word => PUBLISHING_WORDS.has(word))) return "sure"
  return isAgo || (isDay && (isClock || isYear)) || (isClock && isYear) ? "likely" : undefined
}

const JOINT = /\s[|•·/–—-]\s|\s?\|\s?|,?\s(?=(?:on|at|Published|Updated|Posted)\b)/

/**
 * A line without the time of publishing at its end or at its beginning: "By HNN Staff | November 18, 2019 at 2:26 PM" is "By HNN
 * Staff". Undefined when there is none.
 */
export function withoutStamp(line: string): string | undefined {
  if (line.length > 2 * LONGEST_STAMP || !/\d/.test(line)) return undefined
  const parts = line.split(JOINT)
  for (let at = 1; at < Math.min(parts.length, 8); at++) {
    const head = parts.slice(0, at).join(" ")
    if (stampKind(parts.slice(at).join(" "))) return head
    if (stampKind(head)) return parts.slice(at).join(" ")
  }
  return undefined
}
