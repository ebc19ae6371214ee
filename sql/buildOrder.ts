import type { Issue } from "../models/errors.ts";
import { SpecError } from "../models/errors.ts";
import { type Layer, layers } from "./table.ts";

/** A table and what it reads, both as `schema.table`. */
export interface Edges {
  readonly name: string;
  readonly file: string;
  readonly inputs: readonly string[];
}

/**
 * The order in which tables can be built: each after its inputs, names deciding among equals, so that the same
 * folder always gives the same order. Throws SpecError for an unknown input, a step to the right, raw read
 * outside staging, or a circle.
 */
export function buildOrder(tables: readonly Edges[], given: ReadonlySet<string>): string[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const issues = tables.flatMap((table) => [
    ...(byName.get(table.name) === table ? [] : [twice(table, byName.get(table.name) as Edges)]),
    ...edgeIssues(table, byName, given),
  ]);
  if (issues.length > 0) throw new SpecError(issues);

  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string, path: readonly string[]) => {
    const table = byName.get(name);
    if (!table || state.get(name) === "done") return;
    if (state.get(name) === "open") {
      throw new SpecError([
        { file: table.file, path: "", message: `reads itself in a circle: ${[...path, name].join(" → ")}` },
      ]);
    }
    state.set(name, "open");
    for (const input of table.inputs) visit(input, [...path, name]);
    state.set(name, "done");
    order.push(name);
  };
  for (const name of [...byName.keys()].sort(byLayer)) visit(name, []);
  return order;
}

function twice(table: Edges, other: Edges): Issue {
  return { file: table.file, path: "", message: `makes ${table.name}, which ${other.file} makes too` };
}

function edgeIssues(table: Edges, byName: ReadonlyMap<string, Edges>, given: ReadonlySet<string>): Issue[] {
  return table.inputs.flatMap((input) => {
    if (!byName.has(input) && !given.has(input)) {
      return [{ file: table.file, path: "", message: `reads ${input}, which no file makes` }];
    }
    const own = layerOf(table.name);
    const read = layerOf(input);
    if (read === "spec") return [];
    if (read === "raw" && own !== "staging") {
      return [{ file: table.file, path: "", message: `reads ${input}, but only staging may read raw` }];
    }
    if (layers.indexOf(read) > layers.indexOf(own)) {
      return [
        {
          file: table.file,
          path: "",
          message: `reads ${input}, which stands to its right (${own} may not read ${read})`,
        },
      ];
    }
    return [];
  });
}

function layerOf(name: string): Layer {
  return name.split(".")[0] as Layer;
}

function byLayer(a: string, b: string): number {
  return layers.indexOf(layerOf(a)) - layers.indexOf(layerOf(b)) || (a < b ? -1 : 1);
}
