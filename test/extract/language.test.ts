import { expect, it } from "vitest"
import { detectLanguage } from "../../src/text/language.ts"

it.each<[string | undefined, string]>([
  ["en", "The ferry left the port after the storm had passed, and it was not seen again."],
  ["fr", "Le bateau a quitté le port après la tempête et n'a pas été revu dans la soirée."],
  ["de", "Das Schiff verließ den Hafen nach dem Sturm und wurde nicht mehr gesehen."],
  ["es", "El barco salió del puerto después de la tormenta y no se ha visto desde entonces."],
  ["pt", "O navio deixou o porto depois da tempestade e não foi visto até à noite."],
  ["it", "La nave è partita dal porto dopo la tempesta e non è stata più vista nella sera."],
  ["nl", "Het schip verliet de haven na de storm en werd niet meer gezien door de kapitein."],
  ["pl", "Statek wyszedł z portu po burzy i nie był już widziany, jak podano w środę."],
  ["tr", "Gemi fırtınadan sonra limandan ayrıldı ve bir daha görülmedi, dedi yetkililer bu akşam."],
  ["id", "Kapal itu meninggalkan pelabuhan setelah badai dan tidak terlihat lagi oleh warga."],
  ["ru", "Паром вышел из порта после шторма и больше его не видели."],
  ["uk", "Пором вийшов із порту після шторму, і його більше не бачили."],
  ["ar", "غادرت العبارة الميناء بعد العاصفة ولم تشاهد مرة أخرى حتى المساء."],
  ["fa", "کشتی پس از طوفان از بندر خارج شد و دیگر دیده نشد."],
  ["ja", "フェリーは嵐の後に港を出て、それ以来目撃されていません。"],
  ["zh", "暴风雨过后渡轮离开港口，此后再也没有人看到它。"],
  ["ko", "여객선은 폭풍이 지나간 뒤 항구를 떠났고 다시 보이지 않았다."],
  ["el", "Το πλοίο έφυγε από το λιμάνι μετά την καταιγίδα."],
  ["hi", "तूफान के बाद नाव बंदरगाह से निकल गई और फिर नहीं देखी गई।"],
  [undefined, "Ferry"],
  [undefined, "12 34 56"],
  [
    "und",
    Array.from({ length: 70 }, (_, i) => `blorp${"aeiou"[i % 5]}${"klmnr"[i % 5]}`)
      .join(" ")
      .replace(/\d/g, ""),
  ],
])("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})
