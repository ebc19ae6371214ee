import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../../sql/table.ts";
import { query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";

/**
 * Somebody with the release in hand and a pencil: every figure that the marts print, the sums that they must keep, and
 * nothing else; even the numbers of answers of withheld cells are given to them.
 */
interface Release {
  /** Every published figure by its cell; a withheld one is null. */
  readonly figures: ReadonlyMap<string, number | null>;
  readonly sums: { readonly cell: string; readonly times: number }[][];
}

let project: ScratchProject;
/** The warehouse with the rule, and one built as if there were none. */
let guarded: string;
let naive: string;
beforeAll(async () => {
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "700", "--units", "6", "--rounds", "2022");
  const build = async (secondary: string) => {
    project.addModel("rounds/2022/round.yaml", (text) =>
      text
        .replace(/(minimum_n:\n\s+value:) \d+/, "$1 88") // between the numbers of answers of the demo's items
        .replace(/(secondary:\n\s+value:) \w+/, `$1 ${secondary}`),
    );
    const answer = await project.thuocdo("build", "--json");
    expect(answer.err).toBe("");
    return JSON.parse(answer.out).path as string;
  };
  naive = await build("none");
  guarded = await build("smallest_cell");
});
afterAll(() => project.remove());

const nameOf = (row: Row, ...columns: string[]) => columns.map((column) => String(row[column])).join("/");

async function release(warehouse: string): Promise<Release> {
  const figures = new Map<string, number | null>();
  const sums: Release["sums"] = [];
  const members = await query(
    warehouse,
    "from estimates.domains where domain_level <> 'province' order by all",
  );
  const inDomain = (row: Row) =>
    members
      .filter(
        (member) =>
          member["domain_level"] === row["domain_level"] && member["domain_code"] === row["domain_code"],
      )
      .map((member) => String(member["unit_code"]));

  const counts = await query(warehouse, "from marts.respondents");
  const optionsOf = new Map<string, string[]>();
  for (const row of counts) {
    const cell = `count/${nameOf(row, "domain_level", "domain_code", "item_code", "option_code")}`;
    figures.set(cell, row["n_responses"] === null ? null : Number(row["n_responses"]));
    const question = nameOf(row, "domain_level", "domain_code", "item_code");
    optionsOf.set(question, [...(optionsOf.get(question) ?? []), cell]);
  }
  // who answered a question is told by any shown count and its share; where none is shown, the truth is given away here
  for (const row of await query(
    warehouse,
    `
    select domain_level, domain_code, item_code, max(n_answered)::integer as n from scores.respondents group by all`,
  )) {
    const question = nameOf(row, "domain_level", "domain_code", "item_code");
    figures.set(`all/${question}`, Number(row["n"]));
    sums.push([
      { cell: `all/${question}`, times: -1 },
      ...(optionsOf.get(question) ?? []).map((cell) => ({ cell, times: 1 })),
    ]);
  }
  for (const row of counts.filter((each) => each["domain_level"] !== "province")) {
    const part = nameOf(row, "item_code", "option_code");
    sums.push([
      { cell: `count/${nameOf(row, "domain_level", "domain_code")}/${part}`, times: -1 },
      ...inDomain(row)
        .map((unit) => ({ cell: `count/province/${unit}/${part}`, times: 1 }))
        .filter(({ cell }) => figures.has(cell)),
    ]);
  }

  const nodes = await query(
    warehouse,
    "from marts.sipas_nodes where recipe_code = 'plain' and share_percent_status <> 'no_responses'",
  );
  for (const row of nodes)
    figures.set(
      `node/${nameOf(row, "domain_level", "domain_code", "node_code")}`,
      row["share_percent"] as number | null,
    );
  const answered = await itemTotals(warehouse, "counted");
  for (const row of nodes) {
    const domain = nameOf(row, "domain_level", "domain_code");
    const total = { cell: `node/${domain}/${row["node_code"]}`, times: -1 };
    const items = nodes.filter(
      (each) => nameOf(each, "domain_level", "domain_code") === domain && each["node_level"] === "item",
    );
    if (row["node_level"] === "factor") {
      const own = items.filter((each) => each["parent_node_code"] === row["node_code"]);
      sums.push([
        total,
        ...own.map((each) => ({ cell: `node/${domain}/${each["node_code"]}`, times: 1 / own.length })),
      ]);
    }
    if (row["node_level"] !== "item" || row["domain_level"] === "province") continue;
    const units = inDomain(row).filter((unit) => figures.has(`node/province/${unit}/${row["node_code"]}`));
    const n = units.map((unit) => answered.get(`${unit}/${row["node_code"]}`) ?? 0);
    const all = n.reduce((a, b) => a + b, 0);
    sums.push([
      total,
      ...units.map((unit, i) => ({
        cell: `node/province/${unit}/${row["node_code"]}`,
        times: (n[i] as number) / all,
      })),
    ]);
  }
  return { figures, sums };
}

/** By unit and item, how many are satisfied or count. */
async function itemTotals(warehouse: string, kind: "counted" | "satisfied"): Promise<Map<string, number>> {
  const rows = await query(
    warehouse,
    `select unit_code, sum(columns('^${kind}_')) as "\\0" from weights.cluster_cells group by unit_code`,
  );
  return new Map(
    rows.flatMap(({ unit_code, ...items }) =>
      Object.entries(items).map(
        ([item, n]) => [`${unit_code}/${item.replace(`${kind}_`, "")}`, Number(n)] as const,
      ),
    ),
  );
}

/** What the pencil finds: any sum with one figure missing gives it, again and again. */
function workedOut({ figures, sums }: Release): ReadonlyMap<string, number> {
  const known = new Map(figures);
  const found = new Map<string, number>();
  for (let more = true; more; ) {
    more = false;
    for (const terms of sums) {
      const missing = terms.filter(({ cell }) => known.get(cell) === null);
      const [one] = missing;
      if (missing.length !== 1 || one === undefined) continue;
      const rest = terms.reduce(
        (sum, { cell, times }) => sum + (cell === one.cell ? 0 : times * (known.get(cell) as number)),
        0,
      );
      known.set(one.cell, -rest / one.times);
      found.set(one.cell, -rest / one.times);
      more = true;
    }
  }
  return found;
}

test("without the rule somebody with a pencil works out withheld counts and shares, and they are right", async () => {
  const found = workedOut(await release(naive));
  const counts = new Map(
    (
      await query(
        naive,
        `
      select domain_level, domain_code, item_code, o.option_code, n_responses from scores.respondents r
      join spec.sipas_rules using (round_code, index_code)
      join spec.item_options o using (instrument_code, item_code)
      where o.option_order = r.answer_level`,
      )
    ).map((row) => [
      `count/${nameOf(row, "domain_level", "domain_code", "item_code", "option_code")}`,
      Number(row["n_responses"]),
    ]),
  );
  const [yes, all] = [await itemTotals(naive, "satisfied"), await itemTotals(naive, "counted")];
  let nCounts = 0;
  let nShares = 0;
  for (const [cell, value] of found) {
    if (cell.startsWith("count/")) {
      expect(value).toBeCloseTo(counts.get(cell) as number, 9);
      nCounts++;
    } else if (cell.startsWith("node/province/")) {
      const key = cell.replace("node/province/", "");
      expect(value).toBeCloseTo((100 * (yes.get(key) as number)) / (all.get(key) as number), 9);
      nShares++;
    }
  }
  expect(nCounts).toBeGreaterThan(0);
  expect(nShares).toBeGreaterThan(0);
});

test("with the rule no withheld figure of the release can be worked out", async () => {
  const held = await release(guarded);
  expect([...held.figures.values()].filter((value) => value === null).length).toBeGreaterThan(20);
  expect([...workedOut(held)]).toEqual([]);
});

test("a withheld figure is NULL with its status, never 0, and everything withheld stands in the record with its reason", async () => {
  const [nodes, counts, levels, record] = await Promise.all([
    query(
      guarded,
      "select * from marts.sipas_nodes where share_percent_status = 'suppressed' and is_shown_recipe",
    ),
    query(guarded, "select * from marts.respondents where n_status = 'suppressed'"),
    query(guarded, "select * from marts.satisfaction_levels where share_status = 'suppressed'"),
    query(guarded, "from marts.suppressed_cells"),
  ]);
  for (const row of nodes)
    expect([row["share_percent"], row["share_percent_n"], row["share_percent_low"]]).toEqual([
      null,
      null,
      null,
    ]);
  for (const row of counts)
    expect([row["n_responses"], row["share_percent"], row["weighted_percent"]]).toEqual([null, null, null]);
  for (const row of levels) expect([row["share_percent"], row["n_answers"]]).toEqual([null, null]);
  const recorded = (table: string) => record.filter((row) => row["table_code"] === table).length;
  expect([recorded("satisfaction"), recorded("respondents")]).toEqual([nodes.length, counts.length]);
  expect(new Set(record.map((row) => row["reason_code"]))).toEqual(new Set(["too_few", "protects"]));
});

test("a factor with a withheld item shows no levels, for the province and its sums alike", async () => {
  expect(
    await query(
      guarded,
      `
      select l.domain_code, l.factor_code from marts.satisfaction_levels l
      join marts.sipas_nodes n on n.domain_level = l.domain_level and n.domain_code = l.domain_code
        and n.parent_node_code = l.factor_code and n.node_level = 'item' and n.is_shown_recipe
      where l.share_status = 'ok' and n.share_percent_status = 'suppressed'`,
    ),
  ).toEqual([]);
  const one = await query(
    guarded,
    `
    select factor_code, count(distinct domain_code) as n from marts.satisfaction_levels
    where share_status = 'suppressed' group by all having n = 1`,
  );
  expect(one).toEqual([]);
});
