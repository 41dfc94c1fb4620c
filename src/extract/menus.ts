import type { Furniture } from "../model/report.ts"
import { straighten } from "../text/fold.ts"
import type { Line } from "./lines.ts"

/** Names of a news site's sections and services, as menus have them. */
const SECTIONS = new Set(
  "home,news,local,local news,world,us,u.s.,uk,us & world,national,nation,international,politics,opinion,opinions,editorials,columns,business,money,markets,economy,finance,tech,technology,science,health,environment,climate,sport,sports,culture,arts,a&e,entertainment,life,lifestyle,living,style,travel,food,books,music,movies,tv,video,videos,photos,podcasts,weather,traffic,obituaries,obits,classifieds,jobs,careers,cars,autos,homes,real estate,education,crime,religion,blogs,community,events,calendar,games,puzzles,archives,e-edition,enewspaper,newsletters,subscribe,subscriptions,advertise,advertise with us,about,about us,contact,contact us,help,faq,shop,store,apps,rss,more,sections,breaking news,latest,popular,trending,login,log in,sign in,register,my account,search,menu,privacy,privacy policy,privacy notice,terms,terms of use,site map,sitemap".split(
    ",",
  ),
)
const LONGEST_LABEL = 40
const MOST_WORDS = 4
const FEWEST_LABELS = 3

/**
 * Menus: three or more short lines in a row, of which a third or more are names of sections ("Home", "Sports", "Real Estate") or
 * known furniture, and at least two are names of sections. O(length).
 */
export function findMenus(lines: readonly Line[], furniture: readonly Furniture[]): Furniture[] {
  const marked = new Set(furniture.map(({ span }) => span.start))
  const found: Furniture[] = []
  let run: Line[] = []
  const close = () => {
    const sections = run.filter(({ text }) => isSection(text)).length
    const known = run.filter(line => isSection(line.text) || marked.has(line.start)).length
    if (run.length >= FEWEST_LABELS && sections >= 2 && 2 * known >= run.length)
      for (const { start, end } of run) if (!marked.has(start)) found.push({ span: { start, end }, kind: "navigation" })
    run = []
  }
  for (const line of lines)
    if (marked.has(line.start) ? run.length > 0 : isLabel(line.text)) run.push(line)
    else close()
  close()
  return found
}

const isSection = (text: string) => SECTIONS.has(straighten(text).toLowerCase())

function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && text.split(/\s+/).length <= MOST_WORDS && !/\d|[.!?:;,"”»)]$/.test(text)
}
