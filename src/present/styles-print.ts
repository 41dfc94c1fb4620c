/** How the case prints: all open but wording, form and the long tail of claims, black on white, nothing said by colour alone, no card torn in two. */
export const PRINT = `
@page{margin:16mm 14mm}
@media print{
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--rule:#bbb;--link:#000;--sense:#000;--sense-soft:#fff;--detail:#222;--detail-soft:#f2f2f2;--soft:#f2f2f2;--del:#ececec;--ins:#ececec;--place:#eee;--hit:#eee;--line:#333}
html{font-size:10.5pt}body{max-width:none;padding:0}h1{font-size:24pt}
nav,.skip,#filter,.link{display:none!important}
.part{margin-top:1.4rem;break-before:auto}h2,h3,h4,h5,summary{break-after:avoid}
details:not(.severity,.singles)::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}
details:is(.severity,.singles):not([open])>summary::after{content:" (printed only when opened)";font-weight:400}
summary{list-style:none}summary::marker{content:""}
.tree{break-inside:avoid;max-height:230mm}a{text-decoration:none;color:inherit}ins{text-decoration:underline 2px}
.badge{-webkit-print-color-adjust:exact;print-color-adjust:exact}.node circle,.edges path,.dots i,del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.claims{display:block}.claim{margin-bottom:.8rem}.report-text{break-inside:auto}.text{max-width:none;font-size:1rem}
}
`
