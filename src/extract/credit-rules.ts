import type { CreditLine } from "../model/report.ts"

/** A line that credits somebody. The first group, where there is one, is the name. */
export interface LineRule {
  readonly kind: CreditLine["kind"]
  /** Longest line it holds for, in UTF-16 units. */
  readonly most: number
  /** Whether it only holds where a report opens. */
  readonly opening?: true
  readonly pattern: RegExp
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’-]*"
const NAMES = `${WORD}(?:,? (?:${WORD}|and|&|of|for|in|de|del|van|von|der|bin|al|el|la|da|di|the|The|with|\\||at|/)|,| \\||/${WORD}){0,20}`
const SHORT =
  "(?:AP|UPI|PTI|ANI|IANS|AFP|TASS|IRNA|EFE|ANSA|DPA|dpa|AAP|UNI|UNB|BSS|APP|PA|SANA|KCNA|WAM|QNA|SPA|NNA|MENA|CNS)"
const KNOWN =
  "(?:(?:The )?Associated Press|Reuters|Agence France[- ]Presse|Xinhua(?: News Agency)?|Bloomberg(?: News)?|Interfax|Bernama|Anadolu(?: Agency)?|Yonhap(?: News Agency)?|Kyodo(?: News)?|PA Media|Press Association|(?:The )?Canadian Press|United Press International|Press Trust of India|Asian News International)"
const OUTLET =
  "((?:[Tt]he )?(?:\\p{Lu}[\\p{L}\\p{N}&'’-]*(?:\\.[a-z]{2,10}\\b)?|[a-z\\d-]+(?:\\.[a-z]{2,10})+)(?: (?:of|the|and|&|\\p{Lu}[\\p{L}\\p{N}&'’-]*)){0,5})"
const DATE_TAIL = "(?:[ ,|·•–—-]+(?:(?:on |at )?[\\p{L}]{0,12}[ ,.]*\\d[\\p{L}\\d ,:.]{0,30}))?"

export const LINE_RULES: readonly LineRule[] = [
  {
    kind: "desk",
    most: 80,
    pattern: new RegExp(
      `^(?:[Bb]y |BY )?((?:the )?(?:${WORD} ){0,6}(?:[Dd]esk|DESK|[Bb]ureau|BUREAU|Newsdesk|Newsroom|NEWSROOM)(?: ${WORD})?)\\s*[:.|–—-]?$`,
      "u",
    ),
  },
  {
    kind: "desk",
    most: 60,
    opening: true,
    pattern:
      /^(?:by |from )?((?:our |a |the )?(?:own |special |senior |\w+ )?(?:staff (?:reporters?|writers?|correspondents?)|correspondents?|(?:web|news|online) (?:team|staff|editor)|newsroom staff|[\p{Lu}][\w&.'’ -]{1,30} staff))\s*[:.]?$/iu,
  },
  {
    kind: "desk",
    most: 120,
    pattern: new RegExp(
      `^\\W{0,3}(?:[Ii]ssued|ISSUED|[Rr]eleased|RELEASED) (?:by|BY|on behalf of):? (?:the |The )?(${WORD}(?: (?:${WORD}|of|for|and|&|the|press|media|news|communications|public|affairs|office|desk|team|department)){0,8})(?:,?(?: on)?(?: \\p{Lu}\\p{L}{2,8})? \\d[\\d ,:./-]{0,12}(?: ?\\p{Lu}\\p{L}{2,8})?(?: \\d{4})?)?\\W{0,2}$`,
      "u",
    ),
  },
  {
    kind: "agency",
    most: 70,
    pattern: new RegExp(
      `^\\W{0,3}(?:[Bb]y |BY |[Vv]ia |VIA )?((?:${KNOWN}|${SHORT}|REUTERS)(?:(?: ?[/,&|] ?| and | with )(?:${KNOWN}|${SHORT}))*)(?: (?:[Ss]taff|[Nn]ews|[Ww]riters?|Wire|Photo))?\\W{0,2}${DATE_TAIL}\\W{0,2}$`,
      "u",
    ),
  },
  {
    kind: "agency",
    most: 60,
    pattern:
      /^\W{0,3}((?:\p{Lu}[\p{L}'’-]{1,30} ){1,4}(?:(?:News|Press) Agency|Newswires?|Wire Service|Wire))\W{0,3}$/u,
  },
  {
    kind: "agency",
    most: 100,
    pattern:
      /^\W{0,3}(?:[Ss]ource|SOURCE|[Aa]gency|AGENCY|[Ww]ire|[Cc]ourtesy|[Cc]redit|CREDIT)s?\s?[:–—-]\s?(?=.{0,60}?(?:\b[A-Z]{2,5}\b|Agency|Press|Reuters|Wire|agenc|Xinhua|Bloomberg|Interfax|Anadolu|Bernama|Yonhap|Kyodo|Tanjug))([^.]{2,80})\W{0,2}$/,
  },
  {
    kind: "agency",
    most: 120,
    pattern:
      /^\W{0,3}\(?with (?:additional |agency |some )?(?:inputs?|input|reporting|reports|material|information|files|details)(?: (?:from|by) (.{2,80}?))?\)?\W{0,2}$/i,
  },
  {
    kind: "agency",
    most: 60,
    pattern:
      /^\W{0,3}\(?(?:with |from |by )?(?:wire |news )?((?:agencies|wire services|news agencies|wire reports)(?: ?[/,] ?.{2,30})?)\)?\W{0,2}$/i,
  },
  {
    kind: "outlet",
    most: 300,
    pattern: new RegExp(
      `\\b[Tt]h(?:is|e) (?:article|story|report|piece|post|text|item|dispatch)\\s(?:was )?(?:first |originally )?(?:appeared|ran|reported|published|republished|produced|reprinted|syndicated|posted|written) (?:first |originally )?(?:in|on|by|at|from|with permission (?:of|from))\\s${OUTLET}`,
      "u",
    ),
  },
  {
    kind: "outlet",
    most: 200,
    pattern: new RegExp(
      `^\\W{0,3}(?:(?:[Ff]irst|[Oo]riginally) (?:appeared|published) (?:in|on|by|at)|[Rr]e(?:published|printed) (?:from|with permission (?:of|from)|courtesy of)|The post .{1,120} (?:first )?appeared first on)\\s${OUTLET}`,
      "u",
    ),
  },
  {
    kind: "byline",
    most: 160,
    opening: true,
    pattern: new RegExp(
      `^(?:By|BY|by|Written by|Reported by|Story by|Words by):? (${NAMES})${DATE_TAIL}\\W{0,2}$`,
      "u",
    ),
  },
  {
    kind: "byline",
    most: 120,
    opening: true,
    pattern: new RegExp(
      `^(${WORD}(?: (?:${WORD}|and|de|van|von|bin|al)){1,8},? (?:\\| |/ |for |of )?(?:the )?(?:${KNOWN}|${SHORT}))\\W{0,2}${DATE_TAIL}$`,
      "u",
    ),
  },
]

const AGENCY = `(?:(?:the |The )?(?:${KNOWN}|${SHORT}|(?:\\p{Lu}[\\p{L}'’-]{1,30} ){1,3}(?:News Agency|Press Agency|Newswire|Wire)))`

/** A rule that is only tried on lines that have one of the words it needs. */
export interface ClosingRule {
  readonly needs: RegExp
  readonly pattern: RegExp
}

const PEOPLE = /reporter|writer|journalist|correspondent|staffer|editor/

/** Lines that close a report with who worked on it. Only looked for among its last lines. */
export const CLOSING_RULES: readonly ClosingRule[] = [
  {
    needs: /by/iu,
    pattern:
      /^\W{0,4}(?:additional |further |with )?(?:reporting|writing|editing|compiled|translated|translation|edited|written|reported|graphics?|research)(?: and (?:writing|editing|reporting))?(?: in [\p{L} ,.]{2,40})? by:? \p{Lu}/iu,
  },
  {
    needs: /contributed|provided/iu,
    pattern:
      /^\W{0,4}[^“”"]{3,300}\b(?:(?:also )?contributed(?: (?:reporting|research|writing))?(?: (?:to|for) (?:this|the) (?:report|story|article|dispatch|piece))?(?: from [\p{L} ,.'’-]{2,80})?|provided (?:additional )?reporting)\W{0,2}$/iu,
  },
  {
    needs: PEOPLE,
    pattern: new RegExp(
      `^\\W{0,4}[^“”"]{3,300}\\b(?:is|are|was|were)\\s(?:an? |both |all )?${AGENCY}(?:['’]s)? (?:staff |news |diplomatic |political |business )?(?:reporters?|writers?|journalists?|correspondents?|staffers?|editors?)\\b[^“”"]{0,80}$`,
      "u",
    ),
  },
  {
    needs: PEOPLE,
    pattern: new RegExp(
      `^\\W{0,4}${AGENCY} (?:staff |news |diplomatic |political |business |video |national )?(?:reporters?|writers?|journalists?|correspondents?|staffers?|editors?)\\s\\p{Lu}[^“”"]{3,250}\\b(?:contributed|reported from|reported in|helped)\\b[^“”"]{0,80}$`,
      "u",
    ),
  },
  {
    needs: /reported|reports/,
    pattern:
      /^\W{0,4}\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|and)|,){0,12} (?:reported|reports) (?:from|in) (?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*|, \p{Lu}[\p{L}.'’-]*){0,4})[.;](?: .{0,200}\b(?:contributed|reported from|reported in)\b.{0,80})?$/u,
  },
  {
    needs: /reported|contributed/,
    pattern: new RegExp(`^\\W{0,4}${AGENCY} (?:reported|contributed) from \\p{Lu}[^“”"]{1,60}$`, "u"),
  },
]
