import { PRINT } from "./styles-print.ts"

const BASE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1c1b19;--muted:#605d57;--rule:#dcd8ce;--link:#1c4f82;
--sense:#9d1c1c;--sense-soft:#fbe9e6;--detail:#7a5200;--detail-soft:#fbf1d8;--soft:#f1eee6;--del:#fadfda;--ins:#d9efdc;--place:#fff3c4;--hit:#ffd84d;--line:#55514a;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--card:#1f1e1b;--ink:#ece8df;--muted:#a8a297;--rule:#3a3732;--link:#8fbdf0;
--sense:#ff9a8c;--sense-soft:#3a1f1b;--detail:#efc463;--detail-soft:#352a12;--soft:#26241f;--del:#55231d;--ins:#1d4227;--place:#423a17;--hit:#7d6500;--line:#bcb5a7}}
*{box-sizing:border-box}
html{font-size:clamp(16px,.4vw + 11.5px,20px);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:78rem;padding:1.5rem clamp(1rem,4vw,3.5rem) 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);overflow-wrap:anywhere}
h1,h2,blockquote,.text,.words,cite,q,.standfirst{font-family:var(--serif)}
h1{font-size:clamp(1.75rem,1.1rem + 3vw,3.25rem);line-height:1.12;font-weight:600;letter-spacing:-.012em;margin:.4rem 0 .8rem;max-width:28ch;text-wrap:balance}
h2{font-size:1.75rem;line-height:1.2;font-weight:600;margin:0 0 1.1rem}
h3{font-size:1.05rem;margin:1.5rem 0 .6rem}h4{font-size:1rem;margin:0}h5{font-size:.9rem;margin:0;font-weight:400}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
ul,ol{padding-left:1.2rem}cite{font-style:italic}q{quotes:"“" "”"}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:var(--card);padding:.5rem}
.masthead{margin:0;padding-bottom:.5rem;border-bottom:2px solid var(--ink);font-weight:700;letter-spacing:.01em}.masthead span{font-weight:400;color:var(--muted)}
.standfirst{font-size:1.22rem;line-height:1.45;max-width:46rem;margin:0 0 1.6rem;color:var(--muted)}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.2rem,1fr));gap:0 1.4rem;margin:0;border:solid var(--rule);border-width:1px 0}
.numbers div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.7rem 0 .8rem}
.numbers dd{margin:0;font:600 2rem/1.1 var(--serif);font-variant-numeric:lining-nums}.numbers small{font-size:1rem;color:var(--muted);font-weight:400}
.numbers dt{font-size:.82rem;line-height:1.3;color:var(--muted)}
nav ul{list-style:none;padding:0;margin:1.2rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.9rem}
.part{margin-top:3rem;padding-top:1.2rem;border-top:2px solid var(--ink)}
.family+.family{margin-top:2.5rem;padding-top:.5rem;border-top:1px solid var(--rule)}
.family>h3:first-child{margin-top:0}.sub{margin-top:2rem}
.siglum{font:700 .82em/1 var(--sans);display:inline-block;min-width:1.55em;padding:.22em .35em;text-align:center;border:1px solid currentColor;border-radius:1em;text-decoration:none}
.siglum.lost{border-style:dashed;color:var(--muted)}
.report{font-weight:600;text-decoration:none;color:inherit}.report bdi{text-decoration:underline;text-decoration-color:var(--rule)}.report:hover bdi{text-decoration-color:currentColor}
.time,.from,.meta,.note,.none,.meaning,.heirs,footer{color:var(--muted);font-size:.88rem}
.meta,.meaning,.none{margin:.3rem 0 .8rem}
.undecided{border-left:4px double var(--detail);padding:.4rem .8rem;background:var(--detail-soft);max-width:52rem}
.rivals{font-size:.92rem;margin-top:1rem}.rivals ul{margin:.3rem 0}.weight{font-weight:700}
summary{cursor:pointer}summary h4{display:inline}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.8rem}
.glossary{display:grid;gap:.5rem;max-width:52rem}.glossary div{display:grid;grid-template-columns:6rem 1fr;gap:.5rem}.glossary dt{font-weight:700}.glossary dd{margin:0}
.loners{list-style:none;padding:0;line-height:1.9}.problems{line-height:1.8}code{font-size:.85em;background:var(--soft);padding:.1em .35em}
`

const TREE = `
.drawing{margin:.5rem 0 1rem}.tree{display:block;width:100%;height:auto;font-family:var(--sans);overflow:visible}.tree.narrow{display:none}
@media screen and (max-width:700px){.tree.wide{display:none}.tree.narrow{display:block}}
.tick line{stroke:var(--rule)}.tick text,.cut text,text.tick{fill:var(--muted);font-size:11.5px}.cut line{stroke:var(--rule);stroke-width:9;stroke-dasharray:2 3}
.edges path{fill:none;stroke:var(--line)}.edges .second{stroke-dasharray:7 5}.sure{fill:var(--muted);font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.node{color:var(--ink);text-decoration:none;cursor:pointer}.node circle{fill:var(--ink);stroke:var(--paper);stroke-width:2}
.node text.siglum{fill:var(--paper);font:700 12.5px var(--sans)}.node .label{fill:var(--ink);font-weight:600;font-size:13.5px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.node .small{fill:var(--muted);font-weight:400;font-size:12px}
.node.lost circle{fill:var(--paper);stroke:var(--muted);stroke-width:1.6;stroke-dasharray:4 3}.node.lost text.siglum,.node.lost .label{fill:var(--muted)}.node.lost .label{font-weight:400;font-style:italic}
.node.undated circle{fill:var(--paper);stroke:var(--ink);stroke-width:2;stroke-dasharray:1 3.4;stroke-linecap:round}.node.undated text.siglum{fill:var(--ink)}
.node:focus-visible{outline:none}.node:focus-visible circle,.node.lit circle{stroke:var(--link);stroke-width:4;stroke-dasharray:none}
.texts{list-style:none;padding:0;margin:1rem 0;border-top:1px solid var(--rule)}
.texts>li{border-bottom:1px solid var(--rule);padding:.45rem 0}.texts p{margin:0}.texts li.lit{background:var(--soft)}
.depth-1{padding-left:1.1rem!important}.depth-2{padding-left:2.2rem!important}.depth-3{padding-left:3.3rem!important}.depth-4{padding-left:4.4rem!important}.depth-5{padding-left:5.5rem!important}.depth-6{padding-left:6.6rem!important}
@media (max-width:700px){.texts>li{padding-left:0!important}.texts>li:not(.depth-0){border-left:3px solid var(--rule);padding-left:.6rem!important}}
.why,.folded{font-size:.9rem;margin-top:.2rem}.why summary,.folded summary{color:var(--muted)}.why ul,.folded ul{margin:.3rem 0 .4rem}.why li{margin:.25rem 0}
.places{display:inline}.place-link{margin-right:.7em;font-size:.94em}.place-link .siglum{font-size:.75em}
`

const FINDINGS = `
#filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.9rem;margin-bottom:1.2rem}#filter[hidden]{display:none}
select,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--muted);border-radius:3px;padding:.25rem .5rem;max-width:14rem}
.severity{margin:1rem 0 1.6rem}.severity>h4,.severity>summary{border-bottom:1px solid var(--rule);padding-bottom:.25rem}.severity.sense>h4{color:var(--sense)}.severity.detail>h4{color:var(--detail)}
.more>summary,.singles>summary{margin:.6rem 0;font-weight:600}.count{font-weight:400;color:var(--muted)}
.change,.claim,.conflict{background:var(--card);border:1px solid var(--rule);border-radius:4px;padding:.75rem .9rem;margin:.7rem 0;break-inside:avoid}
.change[hidden]{display:none}
.change[data-severity=sense]{border-left:4px solid var(--sense)}.change[data-severity=detail]{border-left:4px double var(--detail)}
.change.lit{box-shadow:0 0 0 2px var(--link)}
.badge{font:700 .72rem/1 var(--sans);letter-spacing:.05em;display:inline-block;padding:.28em .5em;border-radius:2px;border:1px solid currentColor;vertical-align:.1em}
.badge.sense{background:var(--sense);border-color:var(--sense);color:var(--paper)}.badge.detail{background:var(--detail-soft);color:var(--detail)}.badge.wording,.badge.form,.badge.plain{color:var(--muted)}
.badge.plain{font-weight:600;letter-spacing:0}.kind{font-weight:600}.note{margin-left:.6em}
.link{float:right;text-decoration:none;color:var(--muted);padding:0 .3rem}.link[data-copied]::before{content:attr(data-copied) " ";font-size:.8rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.6rem;margin:.55rem 0 .3rem}.sides>*{min-width:0}
.side.after{border-left:1px solid var(--rule);padding-left:1.6rem}
@media (max-width:700px){.sides{grid-template-columns:1fr}.side.after{border-left:0;padding-left:0;border-top:1px dashed var(--rule);padding-top:.45rem}}
.who{margin:0 0 .15rem;font-size:.85rem}.side-name{color:var(--muted)}
.words{margin:0;font-size:1.06rem;line-height:1.5}.context{color:var(--muted);white-space:pre-wrap}.reading{color:inherit;text-decoration:none;white-space:pre-wrap}.reading:hover{text-decoration:underline}
del{background:var(--del);text-decoration:line-through;text-decoration-thickness:1px}ins{background:var(--ins);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
.missing{font-style:italic;color:var(--muted);border:1px dashed currentColor;border-radius:2px;padding:0 .35em;margin:0 .2em}
.heirs{margin:.3rem 0 0}
.claims{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:1rem;align-items:start}.claim{margin:0}
.claim .origins{font-weight:400;margin:0;font-size:.98rem}.origins strong{font-size:1.15rem}
.dots i{display:inline-block;width:.72em;height:.72em;border-radius:50%;border:2px solid var(--ink);margin-right:.25em}.dots .sure{background:var(--ink)}.dots .perhaps{border-style:dashed;border-width:1.5px}
blockquote{margin:.5rem 0;font-size:1.15rem;line-height:1.4}blockquote::before{content:"“"}blockquote::after{content:"”"}
.by-origin{list-style:none;padding:0;margin:.4rem 0;font-size:.92rem}.by-origin ul{list-style:none;padding-left:.8rem;margin:.1rem 0 .5rem;border-left:2px solid var(--rule)}.origin-name{font-size:.8rem;color:var(--muted)}
.attested{color:var(--muted)}.because{font-size:.9rem;border-top:1px solid var(--rule);padding-top:.4rem}.because p{margin:0;color:var(--muted)}.because ul{margin:.15rem 0}
.conflict h3{margin:0 0 .2rem}.conflict p,.conflict ul{margin:.25rem 0}
.report-text{border-bottom:1px solid var(--rule);padding:.5rem 0}.report-text>summary{padding:.15rem 0}
.text{white-space:pre-wrap;font-size:1.08rem;line-height:1.6;max-width:44rem;margin:.6rem 0 1rem}
.furniture{color:var(--muted);font-size:.85em;font-family:var(--sans)}.place{background:var(--place);border-bottom:1px solid var(--detail)}.gap::before{content:"‸";color:var(--detail);font-weight:700}
.place:target,.place.hit,.gap:target::before{background:var(--hit);outline:2px solid var(--ink)}.change:target,.claim:target{box-shadow:0 0 0 3px var(--link)}
`

/** The case file's style sheet. Nothing in it is loaded from anywhere. */
export const STYLES = BASE + TREE + FINDINGS + PRINT
