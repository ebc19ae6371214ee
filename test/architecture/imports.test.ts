import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";

const rooms = ["models", "sources", "sql", "reports", "pipelines"] as const;

/** Who may import whom: pipelines everything; sources, sql and reports the models only; models nothing of ours. */
const allowed: Readonly<Record<(typeof rooms)[number], readonly string[]>> = {
  models: ["models"],
  sources: ["sources", "models"],
  sql: ["sql", "models"],
  reports: ["reports", "models"],
  pipelines: ["pipelines", "models", "sources", "sql", "reports"],
};

async function importsOf(room: string): Promise<{ file: string; target: string }[]> {
  const found: { file: string; target: string }[] = [];
  for (const path of await filesIn(room, [".ts"])) {
    const file = join(room, path);
    for (const match of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      found.push({ file, target: match[1] as string });
    }
  }
  return found;
}

test.each(rooms)("%s imports only the rooms it may", async (room) => {
  const foreign = (await importsOf(room))
    .filter(({ target }) => target.startsWith("."))
    .map(({ file, target }) => ({
      file,
      room: normalize(join(dirname(file), target)).split("/")[0] as string,
    }))
    .filter((found) => !allowed[room].includes(found.room));
  expect(foreign).toEqual([]);
});

test("models, sql and reports touch no disk, clock, network or process", async () => {
  const effects =
    /^(node:(fs|child_process|http|https|net|os|process|worker_threads)|pino|listr2|commander|@duckdb)/;
  for (const room of ["models", "sql", "reports"]) {
    const found = (await importsOf(room)).filter(({ target }) => effects.test(target));
    expect(found, room).toEqual([]);
  }
});

test("nothing in models, sql or reports reads the clock or draws unseeded random numbers", async () => {
  for (const room of ["models", "sql", "reports"]) {
    for (const path of await filesIn(room, [".ts"])) {
      const code = readFileSync(join(room, path), "utf8");
      expect(/Date\.now|new Date\(\)|Math\.random|performance\.now/.test(code), join(room, path)).toBe(false);
    }
  }
});

test("the statistics library stands alone: no DuckDB, no vega, nothing of the other rooms", async () => {
  const targets = (await importsOf("models/statistics")).map(({ target }) => target);
  const outside = targets.filter((target) => !target.startsWith("./") && target !== "../errors.ts");
  expect(outside.filter((target) => !/^(@stdlib|pure-rand|ml-matrix)/.test(target))).toEqual([]);
});

test("no file imports itself by way of others", async () => {
  const edges = new Map<string, string[]>();
  for (const room of rooms) {
    for (const { file, target } of await importsOf(room)) {
      if (!target.startsWith(".")) continue;
      edges.set(file, [...(edges.get(file) ?? []), normalize(join(dirname(file), target))]);
    }
  }
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, "done");
  };
  for (const file of edges.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
