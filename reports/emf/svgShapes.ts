import * as vega from "vega";
import { EstimateError } from "../../models/errors.ts";
import { readTags, visibleText } from "../html/readTags.ts";

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f, as SVG has it. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type Point = readonly [x: number, y: number];

/** A part of an outline in pixels of the picture: arcs and curves are Bézier curves already. */
export type Segment =
  | { readonly kind: "move" | "line"; readonly to: Point }
  | { readonly kind: "curve"; readonly points: readonly [Point, Point, Point] }
  | { readonly kind: "close" };

export interface Outline {
  readonly kind: "outline";
  readonly segments: readonly Segment[];
  /** Six hexadecimal digits on white paper: what was half transparent is paler. */
  readonly fill: string | null;
  readonly stroke: {
    readonly colour: string;
    readonly width: number;
    readonly dashes: readonly number[];
  } | null;
}

export interface Label {
  readonly kind: "label";
  readonly text: string;
  /** Where its first letter stands on the base line, or its middle, or its end. */
  readonly at: Point;
  readonly anchor: "start" | "middle" | "end";
  /** In degrees, clockwise. */
  readonly turn: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly colour: string;
}

export type Shape = Outline | Label;

/** What a chart's picture is drawn with, in order: outlines and labels. Only what the charts of reports hold is understood. */
export function svgShapes(svg: string): readonly Shape[] {
  const shapes: Shape[] = [];
  const open: Style[] = [{ matrix: [1, 0, 0, 1, 0, 0], opacity: 1, attributes: new Map() }];
  let label: { readonly style: Style; readonly x: number; y: number } | null = null;
  let isHeard = false; // inside of a title or a description
  for (const [token] of svg.matchAll(/<[^>]*>|[^<]+/g)) {
    const style = open.at(-1) as Style;
    if (!token.startsWith("<")) {
      if (label !== null && !isHeard) shapes.push(...labelOf(visibleText(token), label));
    } else if (token.startsWith("</")) {
      if (/^<\/(?:title|desc)/.test(token)) isHeard = false;
      else {
        if (token.startsWith("</text")) label = null;
        open.pop();
      }
    } else {
      const [tag] = readTags(token);
      if (tag === undefined) continue;
      const own = within(style, new Map(tag.attributes.map(({ name, value }) => [name, value])));
      switch (tag.name) {
        case "title":
        case "desc":
          isHeard = true;
          continue;
        case "svg":
        case "g":
          break;
        case "text":
          label = { style: own, x: 0, y: 0 };
          break;
        case "tspan":
          if (label !== null) label.y += numberOf(own, "dy");
          break;
        case "path":
          shapes.push(...outline(own, own.attributes.get("d") ?? ""));
          break;
        case "line":
          shapes.push(...outline(own, `M0,0L${numberOf(own, "x2")},${numberOf(own, "y2")}`));
          break;
        case "rect":
          shapes.push(...outline(own, rectangle(numberOf(own, "width"), numberOf(own, "height"))));
          break;
        default:
          throw new EstimateError(`A chart holds <${tag.name}>, which pictures of Word files cannot draw.`);
      }
      if (!token.endsWith("/>")) open.push(own);
    }
  }
  return shapes;
}

interface Style {
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What an element has of its own, inside of what its parent hands down. */
function within(parent: Style, attributes: Style["attributes"]): Style {
  return {
    matrix: readTransform(attributes.get("transform") ?? "").reduce(times, parent.matrix),
    opacity: parent.opacity * Number(attributes.get("opacity") ?? 1),
    attributes,
  };
}

const numberOf = ({ attributes }: Style, name: string): number => Number(attributes.get(name) ?? 0);

const rectangle = (width: number, height: number): string => `M0,0h${width}v${height}h${-width}Z`;

function readTransform(text: string): readonly Matrix[] {
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].map(([, name, inside = ""]): Matrix => {
    const [first = 0, second = 0] = inside.split(/[\s,]+/).map(Number);
    if (name === "translate") return [1, 0, 0, 1, first, second];
    if (name === "rotate") return turned((first * Math.PI) / 180);
    throw new EstimateError(`A chart is moved by "${name}", which pictures of Word files cannot follow.`);
  });
}

function turned(angle: number): Matrix {
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

function times([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}

const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

function outline(style: Style, path: string): readonly Shape[] {
  const { attributes, matrix } = style;
  const fill = colourOf(style, "fill");
  const colour = colourOf(style, "stroke");
  if (path === "" || attributes.get("display") === "none" || (fill === null && colour === null)) return [];
  const dashes = (attributes.get("stroke-dasharray") ?? "").split(",").filter((each) => each !== "");
  const stroke = {
    colour: colour ?? "",
    width: Number(attributes.get("stroke-width") ?? 1),
    dashes: dashes.map(Number),
  };
  return [
    { kind: "outline", segments: segmentsOf(path, matrix), fill, stroke: colour === null ? null : stroke },
  ];
}

/** The parser is Vega's own, which made the path: it draws on what only writes down where it was led. */
function segmentsOf(path: string, matrix: Matrix): readonly Segment[] {
  const segments: Segment[] = [];
  const at = (x: number, y: number) => placed(matrix, x, y);
  const pen = {
    moveTo: (x: number, y: number) => segments.push({ kind: "move", to: at(x, y) }),
    lineTo: (x: number, y: number) => segments.push({ kind: "line", to: at(x, y) }),
    bezierCurveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
      segments.push({ kind: "curve", points: [at(x1, y1), at(x2, y2), at(x, y)] }),
    closePath: () => segments.push({ kind: "close" }),
  };
  const { pathParse, pathRender } = vega as unknown as {
    pathParse: (text: string) => unknown;
    pathRender: (context: typeof pen, parsed: unknown, left: number, top: number) => void;
  };
  pathRender(pen, pathParse(path), 0, 0);
  return segments;
}

function labelOf(text: string, { style, x, y }: { style: Style; x: number; y: number }): readonly Shape[] {
  const colour = colourOf(style, "fill");
  const shown = text.trim();
  if (shown === "" || colour === null) return [];
  const { attributes, matrix } = style;
  const anchor = attributes.get("text-anchor");
  const weight = attributes.get("font-weight") ?? "normal";
  return [
    {
      kind: "label",
      text: shown,
      at: placed(matrix, x, y),
      anchor: anchor === "middle" || anchor === "end" ? anchor : "start",
      turn: (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI,
      size: Number.parseFloat(attributes.get("font-size") ?? "11"),
      isBold: weight === "bold" || Number(weight) >= 600,
      colour,
    },
  ];
}

/** The colour on white paper of what may be half transparent. */
function colourOf(style: Style, name: "fill" | "stroke"): string | null {
  const text = style.attributes.get(name) ?? "none";
  if (text === "none" || text === "transparent") return null;
  const opacity = style.opacity * Number(style.attributes.get(`${name}-opacity`) ?? 1);
  if (opacity === 0) return null;
  const { r, g, b } = rgb(text);
  return [r, g, b]
    .map((part) =>
      Math.round(255 + (part - 255) * opacity)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}

function rgb(text: string): { readonly r: number; readonly g: number; readonly b: number } {
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text) ? text.slice(1) : named.get(text);
  if (digits === undefined)
    throw new EstimateError(`A chart has the colour "${text}", which pictures of Word files cannot mix.`);
  const size = digits.length / 3;
  const [r, g, b] = [0, 1, 2].map((i) => {
    const part = digits.slice(i * size, (i + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16);
  }) as [number, number, number];
  return { r, g, b };
}

const named: ReadonlyMap<string, string> = new Map([
  ["white", "ffffff"],
  ["black", "000000"],
]);
