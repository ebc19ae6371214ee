import { letterLayout as layout } from "../letters/layout.ts";
import { theme } from "../theme.ts";

const mm = ({ value }: { readonly value: number }) => `${value}mm`;
const pt = ({ value }: { readonly value: number }) => `${value}pt`;
const margins = [layout.marginTop, layout.marginRight, layout.marginBottom, layout.marginLeft]
  .map(mm)
  .join(" ");

/** A letter on screen and on paper: one sheet of A4 with the layout's margins. */
export function letterStylesheet(): string {
  return `*{box-sizing:border-box}
body{margin:0;background:${theme.panel};color:#000;font:${pt(layout.bodySize)}/${layout.lineHeight.value} "${layout.font.value}",Tinos,"Liberation Serif",serif}
.sheet{background:${theme.paper};width:${layout.pageWidth}mm;max-width:100%;min-height:${layout.pageHeight}mm;margin:1.5rem auto;padding:${margins};box-shadow:0 1px 6px #0003}
p{margin:0}
.draft{text-align:right;font-style:italic;font-size:11pt;margin:-8mm 0 4mm}
.warning{border:1px solid ${theme.warningLine};background:${theme.warningPaper};color:${theme.warningInk};font-size:11pt;padding:.4em .6em;margin:0 0 5mm}
.head,.foot{display:grid;grid-template-columns:66mm 1fr;gap:0 2mm}
.head{font-size:${pt(layout.headSize)};text-align:center;line-height:1.25}
.agency,.nation b{text-transform:uppercase}
.agency b,.nation b,.nation i{display:block;font-style:normal;font-weight:700}
.nation b{font-size:12.5pt}
hr{border:0;border-top:1px solid #000;margin:1mm auto 0}
.agency hr{width:18mm}
.nation hr{width:62mm}
.number,.day{margin-top:2.5mm;white-space:pre-wrap}
.day{font-style:italic}
.about{font-size:12pt;display:block;white-space:normal;margin-top:1mm}
.to{margin:7mm 0 5mm;text-align:center}
.to.many{text-align:left;margin-left:30mm}
.to ul{margin:0;padding:0 0 0 14mm;list-style:none}
.body p{text-align:justify;text-indent:${mm(layout.firstLine)};margin:0 0 ${pt(layout.afterParagraph)}}
.foot{grid-template-columns:82mm 1fr;margin-top:6mm;break-inside:avoid}
.copies{font-size:${pt(layout.copiesSize)};line-height:1.3}
.copies b{font-style:italic;font-size:12pt}
.copies ul{list-style:none;margin:0;padding:0}
.signer{text-align:center;font-weight:700}
.signer p+p{margin-top:28mm}
.annex{break-before:page;margin-top:14mm}
.annex h2{font-size:${pt(layout.bodySize)};text-align:center;margin:0}
.annex .title{text-transform:uppercase;font-weight:700;text-align:center;font-size:${pt(layout.headSize)}}
.annex .of{font-style:italic;text-align:center;font-size:${pt(layout.headSize)};white-space:pre-wrap;margin-bottom:3mm}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:${pt(layout.tableSize)};line-height:1.3}
caption{text-align:left;font-weight:700;font-size:${pt(layout.headSize)};padding:4mm 0 1.5mm}
th,td{border:1px solid #000;padding:1mm 1.5mm;font-weight:400;vertical-align:top}
thead th,tr.strong th,tr.strong td{font-weight:700}
thead{display:table-header-group}
tr{break-inside:avoid}
.left{text-align:left}
.right{text-align:right}
abbr{text-decoration:none}
.legend,.annex .note{font-size:${pt(layout.copiesSize)};font-style:italic;margin-top:2mm}
.mark{font-weight:400;font-size:9pt}
@media (max-width:50rem){.sheet{padding:8mm 5mm;margin:0;min-height:0;box-shadow:none}.head,.foot{grid-template-columns:1fr;gap:3mm}.agency{order:0}.number{order:3}.day{order:2}.to.many{margin-left:0}.draft{margin:0 0 4mm}}
@media print{@page{size:A4;margin:${margins}}@page{@top-center{content:counter(page)}}@page :first{@top-center{content:none}}body{background:none}.sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}.draft{margin-top:0}.scroll{overflow:visible}.warning{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
}
