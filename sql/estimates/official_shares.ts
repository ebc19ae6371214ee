import { protectCells, type ReleaseCell } from "../../models/disclosure/protectCells.ts";
import { combinationError } from "../../models/officials/combinationError.ts";
import { estimateShares } from "../../models/officials/estimateShares.ts";
import { type NonresponseClass, nonresponseClasses } from "../../models/officials/listedGroups.ts";
import { shareCell, shareSums } from "../../models/officials/shareSums.ts";
import { confidenceInterval } from "../../models/statistics/confidenceInterval.ts";
import { type OfficialSurvey, officialInputs, readOfficialSurveys } from "../officialSurveys.ts";
import { defineRows, type Row } from "../table.ts";

/** Errors of several leaves together stand in estimates.official_covariances. */
export default defineRows({
  head: {
    summary:
      "Share of points of every surveyed leaf and its items by unit, over all groups and by group, adjusted for nonresponse by classes; errors of nonresponse only.",
    grain: ["round_code", "index_code", "unit_code", "group_code", "node_code"],
    checks: {
      between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1] },
      "one of": { share_status: ["ok", "suppressed", "no_responses", "not_estimable"] },
      "no rows": {
        "a share without its error says why":
          "from this where (share_status = 'ok') <> (share is not null and share_se is not null)",
      },
    },
  },
  ...officialInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    group_code: "VARCHAR",
    node_code: "VARCHAR",
    node_kind: "VARCHAR",
    leaf_code: "VARCHAR",
    n_listed: "INTEGER",
    n_responses: "INTEGER",
    classes: "VARCHAR",
    share: "DOUBLE",
    share_se: "DOUBLE",
    share_df: "DOUBLE",
    share_low: "DOUBLE",
    share_high: "DOUBLE",
    share_n: "INTEGER",
    share_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows(inputs, wide) {
    for (const survey of readOfficialSurveys(inputs, wide)) {
      const found = [
        ...rowsOf(survey, "all", survey.classes),
        ...survey.groups.flatMap((group) => [
          ...rowsOf(survey, group.code, nonresponseClasses([{ ...group, weight: 1 }], 0)),
        ]),
      ];
      yield* withoutDeducible(found, survey);
    }
  },
});

/**
 * Groups add up to all of them and items to their leaf: where a share has too few answers, others are not shown either from which
 * it could be worked out. Items are hidden before leaves, groups before all of them.
 */
function withoutDeducible(found: readonly Row[], survey: OfficialSurvey): Row[] {
  const cellOf = (row: Row) => shareCell(String(row["group_code"]), String(row["node_code"]));
  const cells = new Map<string, ReleaseCell>();
  const few = new Set<string>();
  for (const row of found) {
    if (row["share_status"] === "no_responses") continue;
    const rank = (row["node_kind"] === "leaf" ? 1 : 0) + (row["group_code"] === "all" ? 2 : 0);
    cells.set(cellOf(row), { n: Number(row["share_n"] ?? 0), rank });
    if (row["share_status"] === "suppressed") few.add(cellOf(row));
  }
  if (few.size === 0) return [...found];
  const sums = shareSums(survey).map(({ terms }) => ({ terms: terms.filter(({ cell }) => cells.has(cell)) }));
  const hidden = protectCells(cells, few, sums);
  return found.map((row) =>
    hidden.get(cellOf(row))?.reason === "protects" ? { ...row, ...withheld("suppressed", null) } : row,
  );
}

function withheld(status: string, n: number | null): Row {
  return {
    share: null,
    share_se: null,
    share_df: null,
    share_low: null,
    share_high: null,
    share_n: n,
    share_status: status,
  };
}

function* rowsOf(
  survey: OfficialSurvey,
  group_code: string,
  classes: readonly NonresponseClass[],
): Iterable<Row> {
  const quantities = [
    ...survey.leaves.map(({ code, items }) => ({ code, kind: "leaf", leaf: code, items })),
    ...survey.items.map((code, at) => ({
      code,
      kind: "item",
      leaf: survey.leaves.find(({ items }) => items.includes(at))?.code ?? "",
      items: [at],
    })),
  ];
  const { shares, classes: errors } = estimateShares(
    classes,
    quantities.map(({ items }) => items),
    survey.combine,
  );
  const n_listed = classes.reduce((sum, own) => sum + own.listed, 0);
  const n_responses = classes.reduce((sum, own) => sum + own.answers.length, 0);
  for (const [q, { code, kind, leaf, items }] of quantities.entries()) {
    const n = answered(classes, items);
    const coefficients = quantities.map((_, other) => (other === q ? 1 : 0));
    yield {
      ...survey.key,
      group_code,
      node_code: code,
      node_kind: kind,
      leaf_code: leaf,
      n_listed,
      n_responses,
      classes: classes.map(({ codes }) => codes.join("+")).join(" "),
      ...toColumns(shares[q]!, combinationError(coefficients, errors), n, survey.minimumN),
      provenance: survey.provenance,
    };
  }
}

/** Responses with an answer to one of the items. */
function answered(classes: readonly NonresponseClass[], items: readonly number[]): number {
  return classes.reduce(
    (sum, own) => sum + own.answers.filter((row) => items.some((at) => row[at] !== null)).length,
    0,
  );
}

function toColumns(
  share: number | null,
  { variance, df }: { readonly variance: number; readonly df: number | null },
  n: number,
  minimumN: number,
): Row {
  const status =
    n === 0
      ? "no_responses"
      : n < minimumN
        ? "suppressed"
        : share === null || df === null
          ? "not_estimable"
          : "ok";
  if (status !== "ok") return withheld(status, status === "suppressed" ? null : n);
  const se = Math.sqrt(variance);
  const { low, high } = confidenceInterval(share as number, se, df as number);
  return {
    share,
    share_se: se,
    share_df: df === Number.POSITIVE_INFINITY ? null : df, // everybody answered: nothing is estimated
    share_low: Math.max(0, low as number),
    share_high: Math.min(1, high as number),
    share_n: n,
    share_status: "ok",
  };
}
