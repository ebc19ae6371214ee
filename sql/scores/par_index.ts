import { Big } from "big.js";
import {
  compare,
  type Fraction,
  fraction,
  maybeDivide,
  multiply,
  toPoints,
} from "../../models/frameworks/fraction.ts";
import { groupBy } from "../../models/groupBy.ts";
import { defineRows, type Row } from "../table.ts";

/** A share of points is a quotient: compared as a fraction, never as a rounded number. */
export default defineRows({
  head: {
    summary:
      "PAR INDEX from scorecards: total over maximum in percent, ranked on the exact quotient among complete cards of one kind.",
    grain: ["round_code", "index_code", "unit_code"],
    checks: {
      "one of": { points_status: ["ok", "incomplete", "not_applicable"] },
      "no rows": {
        "a complete card has a rank unless its unit is not ranked, and an incomplete one has none":
          "from this where (points_status = 'ok' and is_ranked) <> (index_rank is not null)",
        "real and fictional units are never ranked together": `
          select round_code, index_code, ranking_code from this group by all having count(distinct is_fictional) > 1`,
      },
    },
  },
  inputs: {
    totals: `
      select p.round_code, p.index_code, p.unit_code, p.framework_code, p.is_fictional, p.points, p.max_points, p.points_status, p.provenance,
        f.unranked_reason is null and coalesce(u.is_ranked, true) as is_ranked
      from scores.par_node_points p
      left join spec.fictional_units f on f.unit_code = p.unit_code
      left join spec.round_units u
        on u.round_code = p.round_code and u.index_code = p.index_code and u.unit_code = p.unit_code
      where p.node_code = 'total' and p.stage_code = 'final' order by all`,
    rules: "select round_code, index_code, ties from spec.par_rules order by all",
    groups: `
      select round_code, index_code, group_code, from_percent, above_percent, below_percent
      from spec.par_groups order by round_code, index_code, group_order`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    framework_code: "VARCHAR",
    ranking_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    is_ranked: "BOOLEAN",
    points: "DECIMAL(18,9)",
    max_points: "DECIMAL(18,9)",
    index_percent: "DECIMAL(18,9)",
    index_rank: "INTEGER",
    n_ranked: "INTEGER",
    is_tied: "BOOLEAN",
    group_code: "VARCHAR",
    points_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ totals = [], rules = [], groups = [] }) {
    const rankings = groupBy(totals, (row) =>
      [row["round_code"], row["index_code"], rankingOf(row)].join("/"),
    );
    for (const ranking of rankings.values()) {
      const ofIndex = (row: Row) =>
        row["round_code"] === ranking[0]?.["round_code"] && row["index_code"] === ranking[0]?.["index_code"];
      const ties = rules.find(ofIndex)?.["ties"] ?? "competition";
      const shares = ranking
        .filter((row) => row["is_ranked"] === true)
        .flatMap((row) => maybeShare(row) ?? []);
      for (const row of ranking) {
        const share = maybeShare(row);
        const better = share === null ? [] : shares.filter((other) => compare(other, share) > 0);
        yield {
          ...row,
          ranking_code: rankingOf(row),
          index_percent: share === null ? null : toPoints(share).toString(),
          index_rank:
            share === null || row["is_ranked"] !== true
              ? null
              : (ties === "dense" ? countDistinct(better) : better.length) + 1,
          n_ranked: shares.length,
          is_tied:
            share !== null &&
            row["is_ranked"] === true &&
            shares.filter((other) => compare(other, share) === 0).length > 1,
          group_code: share === null ? null : maybeGroup(share, groups.filter(ofIndex)),
        } as Row;
      }
    }
  },
});

/** Cards of fictional units, and of another framework, are ranked by themselves. */
function rankingOf(row: Row): string {
  return `${row["is_fictional"] ? "fictional" : "real"}:${row["framework_code"]}`;
}

/** Percent of the maximum; null where the card is not complete. */
function maybeShare({ points, max_points }: Row): Fraction | null {
  if (points === null || points === undefined) return null;
  return maybeDivide(
    multiply(fraction(String(points)), fraction(100)),
    fraction(new Big(String(max_points))),
  );
}

function countDistinct(shares: readonly Fraction[]): number {
  return shares.filter((share, i) => shares.findIndex((other) => compare(other, share) === 0) === i).length;
}

function maybeGroup(share: Fraction, groups: readonly Row[]): string | null {
  const keeps = (bound: unknown, holds: (order: number) => boolean) =>
    bound === null || bound === undefined || holds(compare(share, fraction(String(bound))));
  const found = groups.find(
    (group) =>
      keeps(group["from_percent"], (order) => order >= 0) &&
      keeps(group["above_percent"], (order) => order > 0) &&
      keeps(group["below_percent"], (order) => order < 0),
  );
  return found === undefined ? null : String(found["group_code"]);
}
