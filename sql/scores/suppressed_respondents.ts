import type { PublishedSum } from "../../models/disclosure/deducibleCells.ts";
import { protectCells, type ReleaseCell } from "../../models/disclosure/protectCells.ts";
import { groupBy } from "../../models/groupBy.ts";
import { defineRows, type Row } from "../table.ts";

/** What can be worked out by subtraction is a question of linear algebra: TypeScript, on a few thousand counts. */
export default defineRows({
  head: {
    summary:
      "Counts of respondents that are not shown: small ones, those of too few answers, and those from which one of these could be worked out.",
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
      "select round_code, index_code, minimum_n, minimum_count, secondary_rule from spec.sipas_rules order by all",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    item_code: "VARCHAR",
    answer_level: "INTEGER",
    protects: "VARCHAR",
  },
  *rows({ counts = [], members = [], rules = [] }) {
    for (const ofItem of groupBy(counts, (row) => `${row["round_code"]}/${row["item_code"]}`).values()) {
      const { round_code } = ofItem[0] as Row;
      const rule = rules.find((row) => row["round_code"] === round_code);
      const own = members.filter((row) => row["round_code"] === round_code);
      if (rule !== undefined) yield* hiddenOf(ofItem, own, rule);
    }
  },
});

const cellOf = (row: Row): string => `${row["domain_level"]}/${row["domain_code"]}/${row["answer_level"]}`;
const ranks: Readonly<Record<string, number>> = { province: 0, region: 2, nation: 4 };

/** Of one question: its answers add up in each domain, and provinces in regions and the nation. */
function* hiddenOf(counts: readonly Row[], members: readonly Row[], rule: Row): Generator<Row> {
  const cells = new Map<string, ReleaseCell>();
  const few = new Set<string>();
  for (const row of counts) {
    const [n, answered] = [Number(row["n_responses"]), Number(row["n_answered"])];
    // an empty cell says nothing that its neighbours hide: it is hidden last of its kind
    cells.set(cellOf(row), { n, rank: (ranks[String(row["domain_level"])] ?? 0) + (n === 0 ? 1 : 0) });
    const isSmall = n > 0 && n < Number(rule["minimum_count"]);
    if (isSmall || answered < Number(rule["minimum_n"])) few.add(cellOf(row));
  }
  const hidden =
    rule["secondary_rule"] === "none"
      ? new Map([...few].map((cell) => [cell, { reason: "too_few" } as const]))
      : protectCells(cells, few, [...withinDomains(counts), ...acrossDomains(counts, members, cells)]);
  for (const row of counts) {
    const why = hidden.get(cellOf(row));
    if (why === undefined) continue;
    const { round_code, index_code, domain_level, domain_code, item_code, answer_level } = row;
    const key = { round_code, index_code, domain_level, domain_code, item_code, answer_level };
    yield { ...key, protects: why.reason === "protects" ? why.cell : null } as Row;
  }
}

function withinDomains(counts: readonly Row[]): PublishedSum[] {
  const domains = groupBy(counts, (row) => `${row["domain_level"]}/${row["domain_code"]}`);
  return [...domains.values()].map((rows) => ({
    terms: rows.map((row) => ({ cell: cellOf(row), coefficient: 1 })),
  }));
}

function acrossDomains(
  counts: readonly Row[],
  members: readonly Row[],
  cells: ReadonlyMap<string, ReleaseCell>,
): PublishedSum[] {
  const unitsOf = groupBy(members, (row) => `${row["domain_level"]}/${row["domain_code"]}`);
  return counts
    .filter((row) => row["domain_level"] !== "province")
    .map((row) => {
      const units = unitsOf.get(`${row["domain_level"]}/${row["domain_code"]}`) ?? [];
      const parts = units
        .map(({ unit_code }) => `province/${unit_code}/${row["answer_level"]}`)
        .filter((cell) => cells.has(cell));
      return {
        terms: [{ cell: cellOf(row), coefficient: -1 }, ...parts.map((cell) => ({ cell, coefficient: 1 }))],
      };
    });
}
