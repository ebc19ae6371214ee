import { webFonts } from "../assets.ts";
import { theme } from "../theme.ts";

const unicodeRanges: Readonly<Record<string, string>> = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};

function fontFace(file: string): string {
  const [, subset = "", weight = ""] = /-(latin|vietnamese)-(\d+)\.woff2$/.exec(file) ?? [];
  return `@font-face{font-family:"${theme.font}";font-style:normal;font-weight:${weight};font-display:swap;src:url("${file}") format("woff2");unicode-range:${unicodeRanges[subset]}}`;
}

/** The one stylesheet of every page: screen, telephone and paper. */
export function stylesheet(): string {
  return `${webFonts.map(fontFace).join("\n")}
*{box-sizing:border-box}
html{font-size:17px;-webkit-text-size-adjust:100%}
body{margin:0;background:${theme.paper};color:${theme.ink};font-family:"${theme.font}",system-ui,sans-serif;line-height:1.6}
a{color:${theme.link};text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid ${theme.own};outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:${theme.paper};padding:.5rem 1rem;z-index:2}
.wrap{max-width:54rem;margin:0 auto;padding:0 1.25rem}
header.top{background:${theme.brand};color:${theme.paper}}
header.top .wrap{padding-top:1.6rem;padding-bottom:1.7rem}
header.top a{color:${theme.paper}}
header.top .home{font-size:.9rem;margin:0 0 .6rem}
h1{font-size:1.85rem;line-height:1.25;margin:0;font-weight:700;text-wrap:balance}
header.top .languages{font-size:.9rem;margin:.6rem 0 0}
.subtitle{margin:.45rem 0 0;opacity:.92}
.warning{background:${theme.warningPaper};color:${theme.warningInk};border-bottom:3px solid ${theme.warningLine}}
.warning p{margin:0;padding:.85rem 0}
.mark{display:inline-block;background:${theme.warningPaper};color:${theme.warningInk};border:1px solid ${theme.warningLine};border-radius:.25rem;padding:0 .45em;font-size:.8rem;font-weight:400;line-height:1.5}
.badge{display:inline-block;background:${theme.panel};color:${theme.muted};border:1px solid ${theme.line};border-radius:.25rem;padding:0 .45em;font-size:.8rem;font-weight:400;line-height:1.5}
nav{border-bottom:1px solid ${theme.line};background:${theme.panel};font-size:.92rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;margin:0;padding:.6rem 0}
nav.downloads .wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.3rem}
nav.downloads b,nav.downloads details{padding-top:.6rem}
nav.downloads summary{cursor:pointer;color:${theme.link}}
nav.downloads details ul{display:block}
nav [aria-current]{color:${theme.ink};font-weight:700;text-decoration:none}
nav.contents{margin:1.8rem 0 0;padding:1rem 1.2rem;border:1px solid ${theme.line};border-radius:.4rem;background:${theme.paper}}
.contents h2{font-size:1rem;margin:0 0 .3rem;border:0;padding:0}
.contents .lists{columns:2 22rem;column-gap:2rem}
.contents ol{margin:0;padding-left:1.6rem}
.contents li{break-inside:avoid}
.contents h3{font-size:.92rem;margin:0;padding:.45rem 0 .15rem;color:${theme.muted};break-after:avoid}
p.aside{color:${theme.muted};font-size:.85rem;overflow-wrap:anywhere}
section{margin:2.6rem 0 0;padding-top:1.4rem;border-top:1px solid ${theme.line}}
section:first-of-type{border-top:0}
h2{font-size:1.35rem;line-height:1.3;margin:0 0 .5rem;color:${theme.brand};text-wrap:balance}
.kicker{margin:0 0 .2rem;font-size:.85rem;color:${theme.muted};font-weight:700}
.source{margin:0 0 .9rem}
.note{border-left:4px solid ${theme.brand};background:${theme.panel};margin:1rem 0;padding:.7rem 1rem;font-size:.95rem}
.note b{display:block}
p.key{font-size:1.06rem;margin:.55rem 0;overflow-wrap:anywhere}
figure{margin:1.3rem 0}
.scroll{overflow-x:auto}
.paper,.hint{display:none}
svg.chart{display:block;max-width:100%;min-width:40rem;height:auto;font-family:"${theme.font}",system-ui,sans-serif}
svg.chart .tip:hover{stroke:${theme.ink};stroke-width:2.5px;paint-order:stroke;cursor:help}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums;margin:1.2rem 0 .4rem}
caption{text-align:left;font-weight:700;padding:0 0 .5rem;font-size:1rem}
caption .caption{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2.5rem)}
th,td{padding:.36rem .6rem;border-bottom:1px solid ${theme.line};vertical-align:top;font-weight:400}
thead th{border-bottom:2px solid ${theme.brand};vertical-align:bottom;font-weight:700;font-size:.84rem;line-height:1.35}
.left{text-align:left}
.right{text-align:right}
td.right{white-space:nowrap}
td a{overflow-wrap:anywhere}
tbody th{min-width:7.5rem}
tbody th.named{min-width:9rem}
td.left{min-width:6rem}
td.long{min-width:12rem}
table.wide{font-size:.78rem}
table.wide th,table.wide td{padding:.3rem .32rem}
table.wide thead th{font-size:.74rem}
table.wide td.right{white-space:normal}
tr.strong th,tr.strong td{font-weight:700;background:${theme.panel}}
abbr{text-decoration:none;color:${theme.warningInk};cursor:help}
.legend{font-size:.85rem;color:${theme.muted};margin:.2rem 0 1rem}
td input{font:inherit;width:6rem;min-height:1.9rem;padding:.1rem .4rem;text-align:right;color:inherit;background:${theme.paper};border:1px solid ${theme.muted};border-radius:.2rem}
td input[aria-invalid=true]{border:2px solid ${theme.warningInk};background:${theme.warningPaper}}
button{font:inherit;min-height:2rem;padding:.2rem .9rem;color:${theme.link};background:${theme.paper};border:1px solid ${theme.link};border-radius:.3rem;cursor:pointer}
.try{border-left:4px solid ${theme.own};background:${theme.panel};margin:1rem 0;padding:.7rem 1rem}
.try p{margin:.15rem 0}
.try p:first-child{font-weight:700}
@media (min-width:60rem){td.left:last-child{min-width:8.5rem}.broad td.longest{width:45%}}
@media (min-width:60rem) and (min-height:45rem){html:has(.try){scroll-padding-bottom:18rem}.try{position:sticky;bottom:0}}
ul.links{padding-left:1.2rem;margin:.4rem 0}
ul.links.many{columns:14rem;column-gap:2rem}
ul.links li{break-inside:avoid;padding:.15rem 0}
ul.links small{color:${theme.muted}}
footer{margin-top:3.5rem;border-top:1px solid ${theme.line};background:${theme.panel};color:${theme.muted};font-size:.85rem}
footer dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0;padding:1.2rem 0}
footer dd{margin:0;overflow-wrap:anywhere}
@media (max-width:40rem){html{font-size:16px}h1{font-size:1.45rem}h2{font-size:1.2rem}th,td{padding:.35rem .4rem}table{font-size:.86rem}td.left{min-width:7rem}tbody th.named{min-width:8rem}td input{width:4rem}p.aside{display:none}
.broad td.left{min-width:8.5rem}.broad td.long{min-width:17rem}.broad thead th{min-width:3.6rem}.broad thead th.named{min-width:7rem}.broad[data-try] thead th{min-width:0}.broad[data-try] tbody th{min-width:6rem}[data-try] td,[data-try] th{padding:.35rem .25rem}
tbody th{position:sticky;left:0;background:${theme.paper}}tr.strong th{background:${theme.panel}}
.scroll{scroll-timeline:--sideways inline}
.hint{display:block;position:sticky;left:0;width:max-content;margin:0;color:${theme.link};font-size:.85rem;max-height:0;overflow:hidden;animation:scrolls linear both;animation-timeline:--sideways}
figure .hint{max-height:none;animation:none}}
@keyframes scrolls{from,to{max-height:2rem}}
@media print{@page{size:A4;margin:18mm 15mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "${theme.font}",sans-serif;color:${theme.muted}}}
html{font-size:12px}header.top{background:none;color:${theme.ink};border-bottom:2px solid ${theme.brand}}
header.top .home,header.top .languages,nav,.skip,.contents,button,p.aside,.screen{display:none}.paper{display:revert}
th,td,table.wide th,table.wide td{padding:.2rem .45rem}td.long{min-width:9rem}tbody th.named{min-width:7rem}
table{font-size:.84rem}section{margin-top:1.4rem;padding-top:1rem}footer{margin-top:1.2rem}
.try{position:static}.wrap{max-width:none;padding:0}.scroll{overflow:visible}svg.chart{min-width:0;width:auto;max-height:185mm}.tall svg.chart{max-height:235mm}a{color:inherit;text-decoration:none}
h2,h3,.kicker,.source,caption,p.key{break-after:avoid}figure,tr,.note,footer,.whole,p{break-inside:avoid}.legend,footer,tbody tr:nth-child(-n+3),tbody tr:nth-last-child(-n+2),tr.last{break-before:avoid}
thead{display:table-header-group}
.warning,.mark,.badge,.note,tr.strong th,tr.strong td{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
}
