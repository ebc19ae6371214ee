import type { PublishedSum } from "../../models/disclosure/deducibleCells.ts";
import {
  type DomainCell,
  type EarlierRelease,
  type EarlierRule,
  protectRelease,
} from "../../models/disclosure/protectRelease.ts";
import { groupBy } from "../../models/groupBy.ts";
import { hiddenColumns, releasedOf, releasedSelect, toHiddenRow } from "../releasedFigures.ts";
import { defineRows, type Row } from "../table.ts";

/** What can be worked out by subtraction is a question of linear algebra: TypeScript, on a few thousand counts. */
export default defineRows({
  head: {
    summary:
      "Counts of respondents that are not shown: small ones, those of too few answers, those that differ by few persons from an earlier release, and those from which one of these could be worked out. Without a hidden_reason: shown, though it gives something away.",
    grain: ["round_code", "index_code", "domain_level", "domain_code", "item_code", "answer_level"],
  },
  inputs: {
    counts: `
      select round_code, index_code, domain_level, domain_code, item_code, answer_level, n_responses, n_answered
      from scores.respondents order by all`,
    members: `
      select round_code, index_code, domain_level, domain_code, unit_code
      from estimates.domains where domain_level <> 'province' order by all`,
    rules:
      "select round_code, index_code, minimum_n, minimum_count, secondary_rule, earlier_rule from spec.sipas_rules order by all",
    released: releasedSelect("respondents"),
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    item_code: "VARCHAR",
    answer_level: "INTEGER",
    ...hiddenColumns,
  },
  *rows({ counts = [], members = [], rules = [], released = [] }) {
    const byQuestion = groupBy(released, (row) => `${row["round_code"]}/${row["cell_code"]}`);
    for (const [question, ofItem] of groupBy(counts, (row) => `${row["round_code"]}/${row["item_code"]}`)) {
      const { round_code } = ofItem[0] as Row;
      const rule = rules.find((row) => row["round_code"] === round_code);
      const own = members.filter((row) => row["round_code"] === round_code);
      if (rule !== undefined) yield* hiddenOf(ofItem, own, rule, byQuestion.get(question) ?? []);
    }
  },
});

const domainOf = (row: Row): string => `${row["domain_level"]}/${row["domain_code"]}`;
const cellOf = (row: Row): string => `${domainOf(row)}/${row["answer_level"]}`;
const ranks: Readonly<Record<string, number>> = { province: 0, region: 2, nation: 4 };

/** Of one question: its answers add up in each domain, and provinces in regions and the nation. */
function* hiddenOf(
  counts: readonly Row[],
  members: readonly Row[],
  rule: Row,
  released: readonly Row[],
): Generator<Row> {
  const cells = new Map<string, DomainCell>();
  const few = new Set<string>();
  for (const row of counts) {
    const [n, answered] = [Number(row["n_responses"]), Number(row["n_answered"])];
    // an empty cell says nothing that its neighbours hide: it is hidden last of its kind
    const rank = (ranks[String(row["domain_level"])] ?? 0) + (n === 0 ? 1 : 0);
    cells.set(cellOf(row), { n, rank, domain: domainOf(row) });
    const isSmall = n > 0 && n < Number(rule["minimum_count"]);
    if (isSmall || answered < Number(rule["minimum_n"])) few.add(cellOf(row));
  }
  const { hidden, exposed } = protectRelease({
    cells,
    few,
    sums:
      rule["secondary_rule"] === "none"
        ? []
        : [...withinDomains(counts), ...acrossDomains(counts, members, cells)],
    earlier: besideNow(released, cells),
    minimumCount: Number(rule["minimum_count"]),
    rule: rule["earlier_rule"] as EarlierRule,
  });
  for (const row of counts) {
    const [why, by] = [hidden.get(cellOf(row)) ?? null, exposed.get(cellOf(row)) ?? null];
    if (why === null && by === null) continue;
    const { round_code, index_code, domain_level, domain_code, item_code, answer_level } = row;
    const key = { round_code, index_code, domain_level, domain_code, item_code, answer_level };
    yield { ...key, ...toHiddenRow(why, by) } as Row;
  }
}

/** The counts of earlier releases beside those of now. */
function besideNow(released: readonly Row[], cells: ReadonlyMap<string, DomainCell>): EarlierRelease[] {
  const round = String(released[0]?.["round_code"]);
  return [...releasedOf(released, round, cellOf)].map(([release, figures]) => ({
    release,
    shown: new Map(
      [...figures].map(([cell, { n }]) => {
        const change = (cells.get(cell)?.n ?? 0) - n;
        return [cell, { changes: [change], isSame: change === 0 }];
      }),
    ),
  }));
}

function withinDomains(counts: readonly Row[]): PublishedSum[] {
  return [...groupBy(counts, domainOf).values()].map((rows) => ({
    terms: rows.map((row) => ({ cell: cellOf(row), coefficient: 1 })),
  }));
}

function acrossDomains(
  counts: readonly Row[],
  members: readonly Row[],
  cells: ReadonlyMap<string, DomainCell>,
): PublishedSum[] {
  const unitsOf = groupBy(members, domainOf);
  return counts
    .filter((row) => row["domain_level"] !== "province")
    .map((row) => {
      const parts = (unitsOf.get(domainOf(row)) ?? [])
        .map(({ unit_code }) => `province/${unit_code}/${row["answer_level"]}`)
        .filter((cell) => cells.has(cell));
      return {
        terms: [{ cell: cellOf(row), coefficient: -1 }, ...parts.map((cell) => ({ cell, coefficient: 1 }))],
      };
    });
}
