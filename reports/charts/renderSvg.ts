import * as vega from "vega";
import type { TopLevelSpec } from "vega-lite";
import { EstimateError } from "../../models/errors.ts";
import { escapeText } from "../html/escape.ts";
import { chartExpressions } from "./chartExpressions.ts";
import { type CompileSpec, compileAlone } from "./compileSpec.ts";
import type { TextMeasure } from "./measureText.ts";

export interface SvgLabels {
  /** Makes the ids of this picture unique in its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * One SVG element, with a title and a description for those who do not see it; the same spec gives the same bytes.
 *
 * @param compileSpec how a spec becomes what Vega runs; charts that come by the hundred share what they have in common
 */
export async function renderSvg(
  spec: TopLevelSpec,
  labels: SvgLabels,
  measure: TextMeasure,
  compileSpec: CompileSpec = compileAlone,
): Promise<string> {
  const complaints: string[] = [];
  const logger = collectingLogger(complaints);
  measureWith(measure);
  vega.resetSVGDefIds(); // else ids count up from one picture to the next
  const { runtime, data, signals } = compileSpec(withoutInheritedNames(spec), logger);
  const view = new vega.View(runtime, {
    renderer: "none",
    loader: refusingLoader,
    logger,
    expr: chartExpressions,
  });
  for (const [name, value] of signals) view.signal(name, value);
  for (const [name, rows] of data) view.data(name, rows);
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) {
    throw new EstimateError(
      `The chart "${labels.title}" cannot be drawn as specified: ${complaints.join(" ")}`,
    );
  }
  return describe(svg, labels);
}

/** A chart's data is always inline: whatever asks for an address, a file or a data URL, is refused. */
const refusingLoader: vega.Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
} as unknown as vega.Loader;

function refuse(address: unknown): Promise<never> {
  return Promise.reject(new EstimateError(`A chart asked for ${String(address)}; charts may fetch nothing.`));
}

/** What every object of the language already has: a text that reads so would be looked up instead of drawn. */
const inheritedNames = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The same spec; a text that is the name of an inherited property gets a space that nobody sees. */
function withoutInheritedNames<Value>(value: Value): Value {
  if (!holdsInheritedName(value)) return value;
  if (typeof value === "string") return (inheritedNames.has(value) ? `${value} ` : value) as Value;
  if (Array.isArray(value)) return value.map(withoutInheritedNames) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, withoutInheritedNames(inside)]),
  ) as Value;
}

function holdsInheritedName(value: unknown): boolean {
  if (typeof value === "string") return inheritedNames.has(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsInheritedName);
}

function collectingLogger(complaints: string[]): vega.LoggerInterface {
  const collect = (...messages: readonly unknown[]) => {
    complaints.push(
      messages.map((message) => (message instanceof Error ? message.message : String(message))).join(" "),
    );
    return logger;
  };
  const ignore = () => logger;
  const logger: vega.LoggerInterface = {
    level: ((level?: number) => (level === undefined ? vega.Warn : logger)) as vega.LoggerInterface["level"],
    error: collect,
    warn: collect,
    info: ignore,
    debug: ignore,
  };
  return logger;
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

function measureWith(measure: TextMeasure): void {
  const metrics = (vega as unknown as { textMetrics: { width: (item: TextItem, text: unknown) => number } })
    .textMetrics;
  metrics.width = ({ fontSize = 11, fontWeight = "normal" }, text) => {
    const isBold = fontWeight === "bold" || Number(fontWeight) >= 600;
    return text === null || text === undefined ? 0 : measure(String(text), { fontSize, isBold });
  };
}

/** The picture is one picture to whoever hears it: its parts claim no role and no name of their own. */
const innerRoles = / (?:role="graphics-(?:symbol|object)"|aria-(?:roledescription|label)="[^"]*")/g;

/** A mark with a text of its own, as the renderer writes it. */
const labelledMark =
  /<(path|line) aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="[^"]*"((?: [\w-]+="[^"]*")*)(?:\/>|><\/\1>)/g;

/** The text of a mark becomes its title: shown to whoever points at it, without a script. */
function withTips(svg: string): string {
  return svg.replace(
    labelledMark,
    (_, tag, text, rest) => `<${tag} class="tip"${rest}><title>${text}</title></${tag}>`,
  );
}

/** Gives the root a role and its texts, drops what pages do not need, and keeps the picture's ids its own. */
function describe(svg: string, { id, title, description }: SvgLabels): string {
  const start = svg.indexOf("<svg");
  const end = svg.indexOf(">", start) + 1;
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg.slice(start, end));
  if (size === null) throw new EstimateError(`The chart "${title}" was drawn without a size.`);
  const [, width, height] = size;
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>`;
  return root + withTips(svg.slice(end).trimEnd()).replace(innerRoles, "");
}
