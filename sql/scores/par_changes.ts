import { confidenceInterval } from "../../models/statistics/confidenceInterval.ts";
import { satterthwaiteDf } from "../../models/statistics/satterthwaiteDf.ts";
import { defineRows, type Row, type Value } from "../table.ts";

/** The two surveys have lists and answers of their own, so their errors add. Areas have no crosswalk: they need one framework. */
export default defineRows({
  head: {
    summary:
      "Change of the total and of each area of a scorecard, in percent of the maximum, since the comparable earlier round, with the error of both surveys.",
    grain: ["round_code", "index_code", "unit_code", "node_code"],
    checks: { "one of": { change_status: ["ok", "fixed", "not_estimable"] } },
  },
  inputs: {
    nodes: `
      select
        n.round_code, n.index_code, n.unit_code, n.node_code, c.earlier_round, n.is_fictional,
        n.percent, n.percent_se, n.percent_df, n.percent_status,
        e.percent as earlier_percent, e.percent_se as earlier_se, e.percent_df as earlier_df, e.percent_status as earlier_status,
        n.provenance
      from scores.par_node_errors n
      join scores.par_index i using (round_code, index_code, unit_code)
      join scores.par_comparability c on c.round_code = i.round_code and c.index_code = i.index_code and c.ranking_code = i.ranking_code
      join scores.par_index was
        on was.round_code = c.earlier_round and was.index_code = n.index_code and was.unit_code = n.unit_code
        and was.ranking_code = c.earlier_ranking_code
      join scores.par_node_errors e
        on e.round_code = c.earlier_round and e.index_code = n.index_code and e.unit_code = n.unit_code and e.node_code = n.node_code
      where c.is_comparable and n.node_depth <= 1 and (n.node_code = 'total' or c.comparison_kind = 'same_framework')
        and n.percent is not null and e.percent is not null
      order by n.round_code, n.index_code, n.unit_code, n.node_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    earlier_round: "VARCHAR",
    node_code: "VARCHAR",
    earlier_percent: "DOUBLE",
    percent: "DOUBLE",
    change_percent: "DOUBLE",
    change_percent_se: "DOUBLE",
    change_percent_df: "DOUBLE",
    change_percent_low: "DOUBLE",
    change_percent_high: "DOUBLE",
    change_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ nodes = [] }) {
    for (const row of nodes) {
      const { percent_se, percent_df, percent_status, earlier_se, earlier_df, earlier_status, ...own } = row;
      const change = Number(row["percent"]) - Number(row["earlier_percent"]);
      yield {
        ...own,
        change_percent: change,
        ...errorOf(
          change,
          component(percent_se, percent_df, percent_status),
          component(earlier_se, earlier_df, earlier_status),
        ),
      };
    }
  },
});

interface Component {
  readonly variance: number;
  readonly df: number;
}

/** Null: the error of one of the two is not known. */
function component(
  se: Value | undefined,
  df: Value | undefined,
  status: Value | undefined,
): Component | null {
  if (status === "fixed") return { variance: 0, df: Number.POSITIVE_INFINITY };
  if (status !== "ok") return null;
  return { variance: Number(se) ** 2, df: df === null ? Number.POSITIVE_INFINITY : Number(df) };
}

function errorOf(change: number, now: Component | null, earlier: Component | null): Row {
  const nothing = {
    change_percent_se: null,
    change_percent_df: null,
    change_percent_low: null,
    change_percent_high: null,
  };
  const df = now === null || earlier === null ? null : satterthwaiteDf([now, earlier]);
  if (now === null || earlier === null || df === null) return { ...nothing, change_status: "not_estimable" };
  if (now.variance + earlier.variance === 0) return { ...nothing, change_status: "fixed" };
  const se = Math.sqrt(now.variance + earlier.variance);
  const { low, high } = confidenceInterval(change, se, df);
  return {
    change_percent_se: se,
    change_percent_df: df === Number.POSITIVE_INFINITY ? null : df,
    change_percent_low: low,
    change_percent_high: high,
    change_status: "ok",
  };
}
