import { escapeText } from "../html/escape.ts";
import { theme } from "../theme.ts";
import type { CellRange, PlacedChart } from "./sheetChart.ts";
import { toText } from "./sheetText.ts";

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const drawingml = "http://schemas.openxmlformats.org/drawingml/2006";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Told apart in grey by how dark they are, one's own the darkest; light enough for an error bar to be seen on it. */
const fills = [theme.sequential[2].paper, theme.line, theme.paper].map((colour) =>
  colour.slice(1).toUpperCase(),
);
const ink = theme.ink.slice(1).toUpperCase();
const gridColour = theme.line.slice(1).toUpperCase();

/**
 * Bars from zero, a row each, with intervals as error bars; every figure is a reference to a cell of the sheet. Elements stand
 * in the order of the format's schema (ECMA-376, part 1, 21.2).
 */
export function chartXml(chart: PlacedChart, language: string): string {
  const series = chart.series.map((each, i) => {
    const errors =
      each.minus === null || each.plus === null
        ? ""
        : `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbers(each.plus)}</c:plus><c:minus>${numbers(each.minus)}</c:minus><c:spPr>${line(ink, 15875)}</c:spPr></c:errBars>`;
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${texts(each.name)}</c:tx><c:spPr>${solid(fills[i] ?? ink)}${line(ink, 6350)}</c:spPr><c:invertIfNegative val="0"/>${errors}<c:cat>${texts(chart.labels)}</c:cat><c:val>${numbers(each.values)}</c:val></c:ser>`;
  });
  const title = [chart.title, ...(chart.mark === null ? [] : [chart.mark])].map((text, i) =>
    paragraph(text, language, i === 0 ? 1200 : 900),
  );
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "";
  return `${header}<c:chartSpace xmlns:c="${drawingml}/chart" xmlns:a="${drawingml}/main" xmlns:r="${relationships}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${richTitle(title.join(""))}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join("")}<c:gapWidth val="50"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart><c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="t"/><c:majorGridlines><c:spPr>${line(gridColour, 6350)}</c:spPr></c:majorGridlines>${richTitle(paragraph(chart.axisTitle, language, 900))}<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr></c:chartSpace>`;
}

/** Where the chart stands on its sheet, to the right of the table, and what somebody hears who does not see it. */
export function drawingXml(chart: PlacedChart): string {
  const height = Math.max(16, Math.ceil(chart.labels.held.length * chart.series.length * 0.95) + 8);
  return `${header}<xdr:wsDr xmlns:xdr="${drawingml}/spreadsheetDrawing" xmlns:a="${drawingml}/main"><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>${chart.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${chart.column + 10}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${2 + height}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeText(chart.title)}" descr="${escapeText(chart.description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawingml}/chart"><c:chart xmlns:c="${drawingml}/chart" xmlns:r="${relationships}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

/** One relationship, the first of its part. */
export function relationshipXml(kind: "chart" | "drawing", target: string): string {
  return `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/${kind}" Target="${target}"/></Relationships>`;
}

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const line = (colour: string, width: number): string => `<a:ln w="${width}">${solid(colour)}</a:ln>`;

const richTitle = (paragraphs: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs}</c:rich></c:tx><c:overlay val="0"/></c:title>`;

function paragraph(text: string, language: string, size: number): string {
  const isTitle = size > 1000 ? 1 : 0;
  return `<a:p><a:pPr><a:defRPr sz="${size}" b="${isTitle}"/></a:pPr><a:r><a:rPr lang="${language}" sz="${size}" b="${isTitle}"/><a:t>${escapeText(text)}</a:t></a:r></a:p>`;
}

function texts({ address, held }: CellRange<string>): string {
  return `<c:strRef><c:f>${escapeText(address)}</c:f><c:strCache>${points(held)}</c:strCache></c:strRef>`;
}

function numbers({ address, held }: CellRange<number>): string {
  return `<c:numRef><c:f>${escapeText(address)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(held)}</c:numCache></c:numRef>`;
}

function points(held: readonly (string | number)[]): string {
  const written = held.map(
    (value, i) =>
      `<c:pt idx="${i}"><c:v>${escapeText(typeof value === "string" ? toText(value) : String(value))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${held.length}"/>${written.join("")}`;
}
