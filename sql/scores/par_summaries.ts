import { groupBy } from "../../models/groupBy.ts";
import { summarise } from "../../models/rankings/summarise.ts";
import { defineRows, type Row } from "../table.ts";

const domains = [
  ["nation", null],
  ["region", "region_code"],
  ["group", "group_code"],
  ["type", "unit_type"],
] as const;

/** Only ranked units are in a mean: whoever has no rank is in no company's average. */
export default defineRows({
  head: {
    summary:
      "Mean, median, best and lowest of the ranked units for the total and each area: of all, and by region, group and type, with the error of the mean.",
    grain: ["round_code", "index_code", "ranking_code", "node_code", "domain_level", "domain_code"],
    checks: { "one of": { percent_status: ["ok", "fixed", "not_published"] } },
  },
  inputs: {
    values: `
      select
        r.round_code, r.index_code, r.ranking_code, r.framework_code, r.is_fictional, r.unit_code, r.region_code, r.group_code, r.unit_type,
        e.node_code, e.node_depth, e.percent, e.percent_se, e.percent_df, e.percent_status, e.provenance
      from scores.par_ranks r
      join scores.par_node_errors e using (round_code, index_code, unit_code)
      where r.rank_status = 'ranked' and e.node_depth <= 1 and e.percent is not null
      order by r.round_code, r.index_code, r.ranking_code, e.node_code, r.unit_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    ranking_code: "VARCHAR",
    framework_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    node_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    n_units: "INTEGER",
    percent: "DOUBLE",
    percent_se: "DOUBLE",
    percent_df: "DOUBLE",
    percent_low: "DOUBLE",
    percent_high: "DOUBLE",
    percent_status: "VARCHAR",
    median_percent: "DOUBLE",
    best_percent: "DOUBLE",
    best_unit_code: "VARCHAR",
    lowest_percent: "DOUBLE",
    lowest_unit_code: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ values = [] }) {
    for (const ofNode of groupBy(values, (row) =>
      [row["round_code"], row["index_code"], row["ranking_code"], row["node_code"]].join("/"),
    ).values())
      for (const [domain_level, column] of domains)
        for (const [code, own] of groupBy(ofNode, (row) => (column === null ? "all" : row[column])))
          if (code !== null) yield* toRow(own, domain_level, String(code));
  },
});

function* toRow(own: readonly Row[], domain_level: string, domain_code: string): Iterable<Row> {
  const { round_code, index_code, ranking_code, framework_code, is_fictional, node_code } = own[0] as Row;
  const made = summarise(
    own.map((row) => ({
      code: String(row["unit_code"]),
      percent: Number(row["percent"]),
      se: Number(row["percent_se"] ?? 0),
      df: row["percent_df"] === null ? Number.POSITIVE_INFINITY : Number(row["percent_df"]),
    })),
  );
  if (made === null) return;
  const isKnown = own.every((row) => row["percent_status"] === "ok" || row["percent_status"] === "fixed");
  const status = !isKnown
    ? "not_published"
    : own.some((row) => row["percent_status"] === "ok")
      ? "ok"
      : "fixed";
  const hasError = status === "ok";
  yield {
    ...({ round_code, index_code, ranking_code, framework_code, is_fictional, node_code } as Row),
    domain_level,
    domain_code,
    n_units: made.n,
    percent: made.mean,
    percent_se: hasError ? made.se : null,
    percent_df: hasError && made.df !== Number.POSITIVE_INFINITY ? made.df : null,
    percent_low: hasError ? made.low : null,
    percent_high: hasError ? made.high : null,
    percent_status: status,
    median_percent: made.median,
    best_percent: made.best.percent,
    best_unit_code: made.best.code,
    lowest_percent: made.lowest.percent,
    lowest_unit_code: made.lowest.code,
    provenance: own.some((row) => row["provenance"] === "illustrative") ? "illustrative" : "derived",
  };
}
