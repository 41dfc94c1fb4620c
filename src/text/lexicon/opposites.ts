/**
 * Words of news that stand against each other: each line has two sides. Two words of one side say the same direction, words of
 * different sides of one line say the contrary. Gathered by hand for what reports are about: who backs whom, what rises and falls,
 * what is allowed, begun, confirmed, won. Dictionary forms.
 */
const LINES = `
support,back,endorse,favour,favor,aid,assist,defend,protect,bolster,champion,praise,welcome,applaud,hail,encourage,help,befriend,embrace,shield,sponsor,uphold,commend,cheer,advocate,urge,demand|oppose,corner,attack,condemn,criticise,criticize,besiege,threaten,pressure,squeeze,resist,denounce,undermine,blame,confront,hinder,thwart,obstruct,harass,antagonise,antagonize,encircle,hound,fight,assail,rebuke,slam,blast,harm,hamper,censure,hurt
approve,accept,agree,adopt,ratify,grant,consent,pass|reject,refuse,decline,deny,veto,dismiss,rebuff,spurn,block
allow,permit,authorise,authorize,enable,legalise,legalize,let|ban,forbid,prohibit,bar,prevent,outlaw,stop,block,disallow
rise,climb,gain,increase,grow,surge,jump,soar,expand,swell,mount,rally,double,triple,multiply,rocket,escalate|fall,drop,decline,decrease,shrink,plunge,slump,tumble,sink,dwindle,plummet,slide,dip,contract,halve,diminish,subside,recede,wane,lose,shed
raise,lift,boost,hike,heighten,up|lower,cut,reduce,slash,trim,curb,curtail
begin,start,open,launch,commence,resume,initiate,restart,reopen|end,stop,close,halt,finish,cease,conclude,suspend,cancel,abandon,terminate,scrap,shelve,shut
confirm,admit,acknowledge,affirm,concede,verify|deny,dismiss,reject,refute,rebut,dispute,disavow,contradict
accuse,blame,fault|thank,credit,congratulate,praise
ignore,neglect,disregard,overlook|heed,attend,address,consider
win,beat,triumph,succeed,prevail,defeat|lose,fail,concede,falter,surrender
arrest,detain,jail,imprison,hold,capture,seize|free,release,acquit,clear,pardon,liberate
join,enter,arrive,return,remain,stay|leave,quit,exit,depart,withdraw,resign,flee
strengthen,improve,tighten,harden,reinforce|weaken,worsen,loosen,ease,relax,soften,deteriorate,erode
build,create,construct,restore,repair,rebuild,establish|destroy,demolish,dismantle,damage,ruin,wreck,raze
include,involve,add,contain|exclude,omit,remove,leave
safe,secure,harmless,beneficial,helpful,sound,stable|dangerous,unsafe,risky,harmful,hazardous,toxic,unstable
guilty,liable,responsible,culpable|innocent,blameless
legal,lawful,legitimate|illegal,unlawful,illegitimate,criminal
likely,probable,certain,sure|unlikely,improbable,uncertain,doubtful,unsure
alive,survive,rescue,save,unhurt,unharmed|dead,die,kill,drown,perish
early,before,earlier,prior|late,after,later,following
more,most,over,above,exceed,greater|less,fewer,least,under,below,lower
success,victory,achievement|failure,defeat,setback
friend,ally,partner,supporter,backer,friendly|enemy,foe,rival,opponent,critic,adversary,hostile
profit,surplus,earn|loss,deficit
buy,purchase,import,acquire|sell,export
give,provide,supply,send,deliver,offer|take,withhold,deprive,withdraw,seize,deny
praise,optimistic,hopeful,upbeat,confident,positive,optimism,hope|pessimistic,gloomy,negative,fear,bleak,pessimism,downbeat
public,open,transparent|secret,private,covert,classified
first,earliest|last,latest
maximum,highest,largest,biggest,most|minimum,lowest,smallest
easily,comfortably,overwhelmingly,clearly|barely,narrowly,hardly,scarcely
full,complete,entire,total|partial,incomplete
strong,powerful,heavy|weak,feeble,light
voluntary,willing|forced,compulsory,mandatory,unwilling
peace,ceasefire,truce,peaceful|war,fighting,hostility
always|never
everyone,all,everybody|nobody,none
contain,control,limit|spread,leak
responsible,guilty|innocent
adequate,sufficient,enough,ample|inadequate,insufficient,scarce
comply,obey,respect,observe,honour,honor,heed,respond,answer,follow|violate,breach,break,defy,flout,disobey
temporary,provisional,interim|permanent,lasting
present,attend|absent,miss,skip
advance|retreat
import|export
trust,believe|distrust,doubt,suspect
calm,quiet,calmly|violent,stormy,rough,chaotic
hurry,rush,quickly,fast,rapid,rapidly,swift,swiftly,prompt,promptly|slowly,slow,gradually,delay,belated`

type Sides = ReadonlyMap<string, readonly (readonly [line: number, side: 0 | 1])[]>

const sidesByWord: Sides = (() => {
  const map = new Map<string, [number, 0 | 1][]>()
  LINES.trim()
    .split("\n")
    .forEach((line, index) => {
      line.split("|").forEach((side, which) => {
        for (const word of side.split(",")) map.set(word, [...(map.get(word) ?? []), [index, which as 0 | 1]])
      })
    })
  return map
})()

/**
 * Whether two dictionary forms say the contrary of each other in news ("back", "corner"). Symmetric.
 *
 * @example
 * areContrary("approve", "reject") // => true
 */
export function areContrary(a: string, b: string): boolean {
  const sidesA = sidesByWord.get(a) ?? []
  const sidesB = sidesByWord.get(b) ?? []
  const contrary = sidesA.some(([line, side]) =>
    sidesB.some(([other, otherSide]) => line === other && side !== otherSide),
  )
  return (contrary || areContraryByPrefix(a, b)) && !pointSameWay(a, b)
}

const DENYING = ["un", "in", "im", "il", "ir", "dis", "non", "anti", "de"]
const LEANING: readonly (readonly [string, string])[] = [
  ["under", "over"],
  ["pro", "anti"],
  ["pre", "post"],
]

/** "legal", "illegal"; "underestimate", "overestimate": one word and its contrary made from it. */
function areContraryByPrefix(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5) return false
  if (DENYING.some(prefix => a === prefix + b || b === prefix + a)) return true
  return LEANING.some(([x, y]) => {
    const stem = (word: string, prefix: string) => (word.startsWith(prefix) ? word.slice(prefix.length) : undefined)
    const sameStem = (p: string | undefined, q: string | undefined) => p !== undefined && p.length >= 4 && p === q
    return sameStem(stem(a, x), stem(b, y)) || sameStem(stem(a, y), stem(b, x))
  })
}

/**
 * Whether two dictionary forms point the same way ("cornered", "besieged"). Symmetric; a word points the same way as itself.
 *
 * @example
 * pointSameWay("approve", "approve") // => true
 */
export function pointSameWay(a: string, b: string): boolean {
  const sidesB = sidesByWord.get(b) ?? []
  return (sidesByWord.get(a) ?? []).some(([line, side]) =>
    sidesB.some(([other, otherSide]) => line === other && side === otherSide),
  )
}
