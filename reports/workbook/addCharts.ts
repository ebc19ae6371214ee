import { EstimateError } from "../../models/errors.ts";
import { rezip } from "../../models/rezip.ts";
import { chartXml, drawingXml, relationshipXml } from "./chartXml.ts";
import type { PlacedChart } from "./sheetChart.ts";

const chartTypes = "application/vnd.openxmlformats-officedocument";

/**
 * A finished workbook with charts on some of its sheets: the writer of sheets knows none, so their parts are added to the
 * archive, with their relationships and content types. The same workbook and charts give the same bytes.
 *
 * @param charts by the number of the sheet, from 1, in the order of the workbook
 * @param contents the sheet, by its number, whose text is rewritten besides
 */
export function addCharts(
  workbook: Uint8Array,
  charts: ReadonlyMap<number, PlacedChart>,
  language: string,
  contents: { readonly sheet: number; readonly rewrite: (xml: string) => string },
): Uint8Array {
  const utf8 = new TextEncoder();
  const added = new Map<string, string>();
  const drawings = new Map<string, number>();
  [...charts].forEach(([sheet, chart], position) => {
    const number = position + 1;
    drawings.set(`xl/worksheets/sheet${sheet}.xml`, number);
    added.set(
      `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      relationshipXml("drawing", `../drawings/drawing${number}.xml`),
    );
    added.set(`xl/drawings/drawing${number}.xml`, drawingXml(chart));
    added.set(
      `xl/drawings/_rels/drawing${number}.xml.rels`,
      relationshipXml("chart", `../charts/chart${number}.xml`),
    );
    added.set(`xl/charts/chart${number}.xml`, chartXml(chart, language));
  });
  const rewrite = (name: string, part: Uint8Array): Uint8Array => {
    if (added.has(name))
      throw new EstimateError(`The workbook already has a part ${name}; a chart cannot be added there.`);
    const number = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]);
    const isContents = number === contents.sheet;
    const isDrawn = drawings.has(name);
    if (!isDrawn && !isContents && name !== "[Content_Types].xml") return part;
    const text = new TextDecoder().decode(part);
    if (isContents) return utf8.encode(contents.rewrite(text));
    return utf8.encode(isDrawn ? withDrawing(text, name) : withTypes(text, charts.size));
  };
  return rezip(
    workbook,
    rewrite,
    Object.fromEntries([...added].map(([name, text]) => [name, utf8.encode(text)])),
  );
}

/** The reference stands after the page's settings: the order of the schema, in which nothing of ours follows it. */
function withDrawing(sheet: string, name: string): string {
  if (
    !/<worksheet [^>]*xmlns:r="/.test(sheet) ||
    /<(?:drawing|legacyDrawing|tableParts|extLst)\b/.test(sheet)
  )
    throw new EstimateError(`The sheet ${name} is not written as a chart's reference expects.`);
  return sheet.replace("</worksheet>", '<drawing r:id="rId1"/></worksheet>');
}

function withTypes(types: string, n: number): string {
  const overrides = Array.from(
    { length: n },
    (_, i) =>
      `<Override PartName="/xl/drawings/drawing${i + 1}.xml" ContentType="${chartTypes}.drawing+xml"/>` +
      `<Override PartName="/xl/charts/chart${i + 1}.xml" ContentType="${chartTypes}.drawingml.chart+xml"/>`,
  );
  return types.replace("</Types>", `${overrides.join("")}</Types>`);
}
