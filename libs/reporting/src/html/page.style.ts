import { createHash } from 'node:crypto';
import { constant } from './markup.js';

// Logical properties only, so one sheet serves both directions. No letter-spacing and no italics on Arabic.
export const STYLE_ELEMENT = constant`<style>
:root{--ink:#1a1a1a;--soft:#555;--rule:#c9c5bd;--hair:#e4e1da;--wash:#f7f5f1;--accent:#16324f;--verified:#17643a;--disputed:#9b1420;--open:#7a5400;--closed:#3f4a5a;
--serif:"Source Serif 4","Noto Serif",Charter,Georgia,"Times New Roman",serif;--sans:"Source Sans 3","Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif}
:lang(ar){--serif:"Noto Naskh Arabic",Amiri,"Sakkal Majalla","Geeza Pro","Traditional Arabic","Source Serif 4","Noto Serif",Georgia,serif;--sans:"Noto Sans Arabic","IBM Plex Sans Arabic","Noto Sans","Segoe UI",Tahoma,"Geeza Pro",sans-serif}
*{box-sizing:border-box}
html{background:#fff;color:var(--ink);font:400 1.0625rem/1.6 var(--serif);-webkit-text-size-adjust:100%;text-size-adjust:100%}
html:lang(ar){line-height:1.85}
body{margin:0 auto;max-inline-size:54rem;padding-block:2.5rem 4rem;padding-inline:clamp(1rem,4vw,2.5rem);overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ul,ol,blockquote,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
code{font:.78em/1.5 ui-monospace,"DejaVu Sans Mono","Liberation Mono",Consolas,monospace;unicode-bidi:isolate;word-break:break-all;color:var(--soft)}
bdi{unicode-bidi:isolate}
.icon{inline-size:1em;block-size:1em;flex:none;margin-block-start:.28em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
:lang(ar)>.icon{margin-block-start:.42em}
.meta,.label,dt,th,.tag,.foot,.mark{font-family:var(--sans)}
.masthead{border-block-start:6px double var(--accent);border-block-end:1px solid var(--ink);padding-block:1rem .9rem;display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;align-items:baseline}
.masthead .name{font:700 1.35rem/1.4 var(--serif);color:var(--accent)}
.masthead .what{font:600 1rem/1.6 var(--sans)}
.masthead .when{flex-basis:100%;font:400 .875rem/1.7 var(--sans);color:var(--soft)}
.article{padding-block-start:2.25rem}
.article+.article{margin-block-start:3rem;border-block-start:6px double var(--accent)}
h1{font:700 clamp(1.6rem,4.4vw,2.3rem)/1.3 var(--serif);text-wrap:balance}
:lang(ar) h1,h1:lang(ar){line-height:1.55}
h2{font:700 1.25rem/1.5 var(--serif);margin-block:2.75rem .9rem;padding-block-end:.3rem;border-block-end:2px solid var(--ink);break-after:avoid}
h4{font:700 .875rem/1.6 var(--sans);margin-block:1.35rem .4rem;color:var(--accent);break-after:avoid}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem;font-size:.95rem;margin-block-start:1.1rem}
.facts dt{color:var(--soft);font-size:.84rem;line-height:inherit}
.facts dd{min-inline-size:0}
.notice{margin-block-start:1.1rem;border-inline-start:4px solid var(--ink);background:var(--wash);padding:.7rem 1rem;break-inside:avoid}
.notice .label{font-weight:700;font-size:.9rem;display:block}
.notice .meta{display:block;font-size:.82rem;color:var(--soft)}
.tally{display:flex;flex-wrap:wrap;gap:.45rem 1.75rem;margin-block-end:.8rem}
.tally li{display:flex;gap:.45rem;font:600 .98rem/1.7 var(--sans)}
.tally .count{font-variant-numeric:tabular-nums}
.tally .word{font-weight:400}
table{inline-size:100%;border-collapse:collapse;font-size:.95rem}
th{font-size:.8rem;font-weight:600;text-align:start;color:var(--soft);padding:.3rem .5rem;border-block-end:1px solid var(--ink)}
td{padding:.55rem .5rem;border-block-end:1px solid var(--hair);vertical-align:top}
th:first-child,td:first-child{padding-inline-start:0}
tr{break-inside:avoid}
td.no,th.no{inline-size:2.4rem;font-family:var(--sans);color:var(--soft)}
td.result{inline-size:34%}td.origins{inline-size:22%;font:400 .86rem/1.7 var(--sans)}
.status{display:inline-flex;gap:.45rem;font:600 .93rem/1.6 var(--sans)}
:lang(ar).status,.status:lang(ar){line-height:1.85}
.verified{color:var(--verified)}.disputed{color:var(--disputed)}.open{color:var(--open)}.closed{color:var(--closed)}
.claim{margin-block-start:1.6rem;padding-block-start:.2rem;border:1px solid var(--rule);border-block-start-width:4px;padding-inline:clamp(.8rem,3vw,1.5rem);padding-block-end:1.2rem}
.claim.is-verified{border-block-start:4px solid var(--verified)}
.claim.is-disputed{border-block-start:8px double var(--disputed)}
.claim.is-open{border-block-start:4px dashed var(--open)}
.claim.is-closed{border-block-start:4px dotted var(--closed)}
.claim header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1.5rem;padding-block:.7rem .2rem;break-after:avoid}
.claim h3{font:600 .93rem/1.85 var(--sans);color:var(--soft)}
.claim header .status{font-size:1.08rem}
.claim .extra{flex-basis:100%;font:400 .9rem/1.7 var(--sans)}
.words{font-size:1.16rem;line-height:1.7;margin-block:.55rem .9rem;color:var(--soft);break-inside:avoid}
.words:lang(ar){line-height:2}
.words mark{background:none;color:var(--ink);font-weight:600;text-decoration:underline;text-decoration-thickness:2px;text-decoration-color:var(--rule);text-underline-offset:.32em}
.words:lang(ar) mark{text-underline-offset:.5em}
.subject{font-size:.98rem;margin-block-end:.2rem}
.subject .label,.chain .label{font-weight:700;font-size:.875rem;color:var(--accent)}
.chain ol{display:flex;flex-wrap:wrap;gap:.4rem .5rem;align-items:center;margin-block-start:.3rem}
.chain li{display:flex;align-items:center;gap:.5rem;max-inline-size:100%}
.chain .node{border:1px solid var(--rule);padding:.15rem .7rem;background:var(--wash);min-inline-size:0}
.chain li.speaker .node{border-color:var(--accent);border-inline-start-width:4px}
.chain .meta,.item .meta,.foot{color:var(--soft);font-size:.82rem}
.chain .join{color:var(--soft);font:400 .82rem/1.6 var(--sans)}
.item{border-block-start:1px solid var(--hair);padding-block:.6rem;break-inside:avoid;font-size:.98rem}
.item:first-child{border-block-start:0}
.item .head{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
.item .who{font-weight:700}
.ref{font:400 .82rem/1.6 var(--sans);color:var(--soft)}
.tag{font-size:.78rem;font-weight:600;border:1px solid currentColor;padding-inline:.45rem;line-height:1.6}
.mark{font-size:.78rem;color:var(--ink);border-block-end:2px dotted var(--disputed)}
.item.gone{color:var(--soft)}.item.gone .tag{text-decoration:line-through}
.item blockquote{border-inline-start:3px solid var(--rule);padding-inline-start:.8rem;margin-block:.3rem}
.item p+p{margin-block-start:.2rem}
.requirements{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.1rem 1.5rem;font:400 .86rem/1.7 var(--sans)}
.requirements .unmet{font-weight:700}
.foot{border-block-start:1px solid var(--hair);margin-block-start:1rem;padding-block-start:.6rem;display:grid;gap:.1rem}
.intro{color:var(--soft);font-size:.95rem;margin-block-end:.5rem}
.record{break-inside:avoid}
.record p{margin-block-start:.8rem;font-size:.93rem}
@media (max-width:40rem){
html{font-size:1rem}
.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-block-end:.45rem}
table,tbody,tr,td{display:block}thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-block-end:1px solid var(--rule);padding-block:.5rem}td,td.no,td.result,td.origins{border:0;padding:.1rem 0;inline-size:auto}
}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
@media print{
html{font-size:10.5pt}body{max-inline-size:none;padding:0}
a{color:inherit}
.claim{border-inline:0;border-block-end:0;padding-inline:0}
.notice{border-block:1px solid var(--rule);border-inline-end:1px solid var(--rule)}
.article+.article{break-before:page;margin-block-start:0}
}
</style>`;

const sheet = STYLE_ELEMENT.text.slice('<style>'.length, -'</style>'.length);

/** Source expression that lets exactly this style sheet through the document's own content security policy. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(sheet, 'utf8').digest('base64')}'`;
