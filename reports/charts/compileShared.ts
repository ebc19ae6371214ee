import type { TopLevelSpec } from "vega-lite";
import { type CompiledSpec, type CompileSpec, compileAlone } from "./compileSpec.ts";

/**
 * A chart of reports, by the template it shares with charts that differ in their rows, titles, height, the ends of their
 * axes and the names on their scales only. To compile a template takes longer than to draw it, so each is compiled once,
 * and filled by Vega's own means: named data and signals. The picture is the one of the chart compiled alone.
 *
 * Rows are given to the finished template as they are, so dates must be numbers already: nothing parses them.
 */
export const compileShared: CompileSpec = (spec, logger) => {
  const { template, data, signals } = toTemplate(spec);
  const key = JSON.stringify(template);
  const known = kept.get(key);
  if (known !== undefined) return { runtime: known, data, signals };
  const { runtime } = compileAlone(template, logger);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, runtime);
  return { runtime, data, signals };
};

/** A release has some dozens of templates; a process that lives on keeps no more than these. */
const mostKept = 1000;
const kept = new Map<string, CompiledSpec["runtime"]>();

interface Filled extends Pick<CompiledSpec, "data" | "signals"> {
  readonly template: TopLevelSpec;
}

/** A chart as `framed` gives it. */
type Framed = Omit<TopLevelSpec, "title" | "height"> & {
  readonly title?: { readonly text: unknown; readonly subtitle: unknown };
  readonly height?: unknown;
};

function toTemplate(spec: TopLevelSpec): Filled {
  const { title, height, ...rest } = spec as Framed;
  const signals = new Map<string, unknown>();
  const signal = (value: unknown) => {
    const name = `filled_${signals.size}`;
    signals.set(name, value);
    return { expr: name };
  };
  // equal rows stay one table, and the layers of one scale keep one domain
  const tables = new Map<string, { readonly name: string; readonly rows: unknown[] }>();
  const tableOf = once(tables, (rows: unknown[]) => ({ name: `rows_${tables.size}`, rows }));
  const endsOf = once(new Map(), (ends: unknown[]) => ends.map(signal));
  const listOf = once(new Map(), signal);
  const emptied = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      if (isRange(key, value)) return endsOf(value);
      return isList(key, value) ? listOf(value) : value.map((each) => emptied(each, ""));
    }
    if (typeof value !== "object" || value === null) return value;
    if (key === "data" && "values" in value && Array.isArray(value.values))
      return { name: tableOf(value.values).name };
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, emptied(each, inner)]));
  };
  const template = {
    ...(emptied(rest, "") as object),
    ...(title && { title: { ...title, text: signal(title.text), subtitle: signal(title.subtitle) } }),
    params: [...signals.keys()].map((name) => ({ name, value: null })),
    ...(height !== undefined && { height: typeof height === "number" ? anyHeight : height }),
  };
  if (typeof height === "number") signals.set("height", height);
  return {
    template: template as unknown as TopLevelSpec,
    data: new Map([...tables.values()].map(({ name, rows }) => [name, rows])),
    signals,
  };
}

/** Stands in a template until the signal of that name says the chart's own. */
const anyHeight = 100;

function isRange(key: string, value: readonly unknown[]): boolean {
  return key === "domain" && value.length === 2 && value.every((end) => typeof end === "number");
}

/** The names on a scale, such as those of the units compared: one value, whatever its length. */
function isList(key: string, value: readonly unknown[]): boolean {
  return key === "domain" && value.every((name) => typeof name === "string");
}

/** Equal questions get the same answer. */
function once<Asked, Answer>(known: Map<string, Answer>, answer: (asked: Asked) => Answer) {
  return (asked: Asked): Answer => {
    const key = JSON.stringify(asked);
    const answered = known.get(key) ?? answer(asked);
    known.set(key, answered);
    return answered;
  };
}
