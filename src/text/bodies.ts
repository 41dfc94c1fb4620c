/** Nouns for bodies of people that act in news: what a name ending in one of them names, and who does things when no name is given. Folded. */
export const BODIES: ReadonlySet<string> = new Set(
  "agency,ministry,department,council,committee,commission,parliament,senate,congress,union,party,court,company,corp,inc,ltd,group,bank,university,institute,police,army,navy,force,forces,association,federation,authority,office,bureau,board,organization,organisation,nations,house,times,post,news,press,service,hospital,club,league,foundation,fund,trust,line,lines,shipping,airlines,coastguard,guard,brigade,government,cabinet,firm,operator,military".split(
    ",",
  ),
)

/** Nouns for one who acts in office or by trade, when no name is given. Dictionary forms. */
export const OFFICES: ReadonlySet<string> = new Set(
  "president,minister,premier,chancellor,mayor,governor,senator,judge,prosecutor,lawyer,spokesman,spokeswoman,director,chairman,captain,officer,commander,general,king,queen,prince,pope,ambassador,envoy,leader,chief,owner,driver,pilot,doctor,teacher,union,rebel,soldier,protester,gunman,attacker,victim,suspect".split(
    ",",
  ),
)

// Bodies that are one another's everyday names.
const ONE_BODY: readonly (readonly string[])[] = [
  ["company", "firm", "operator", "group", "corp", "business"],
  ["government", "authority", "authorities", "cabinet", "ministry", "state"],
  ["agency", "authority", "office", "bureau", "service", "department"],
  ["police", "force", "forces"],
  ["army", "military", "forces"],
  ["organization", "organisation", "group", "association", "federation", "union", "league"],
]

/**
 * Whether two folded nouns name bodies that cannot be the same one ("navy", "coastguard").
 *
 * @example
 * areDifferentBodies("navy", "coastguard") // => true
 */
export function areDifferentBodies(a: string, b: string): boolean {
  return a !== b && BODIES.has(a) && BODIES.has(b) && !ONE_BODY.some(group => group.includes(a) && group.includes(b))
}

/** Words for what kind of firm it is, at the end of its name: they name nobody. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  "inc,incorporated,corp,corporation,co,company,ltd,limited,plc,llc,llp,lp,sa,ag,nv,bv,spa,gmbh,kk,ab,oy,as,pty".split(
    ",",
  ),
)
