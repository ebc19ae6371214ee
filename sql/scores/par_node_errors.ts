import { type Rule, rule } from "../../models/frameworks/rule.ts";
import { groupBy } from "../../models/groupBy.ts";
import type { ClassCovariance } from "../../models/officials/estimateShares.ts";
import {
  bootstrapError,
  deltaError,
  needsBootstrap,
  type PointsError,
  replicateLeaves,
  type SurveyedLeaf,
  type UnitSurvey,
} from "../../models/officials/nodeErrors.ts";
import { rankSettings } from "../../models/rankings/rankSettings.ts";
import { confidenceInterval } from "../../models/statistics/confidenceInterval.ts";
import { type OfficialSurvey, officialInputs, readOfficialSurveys } from "../officialSurveys.ts";
import { defineRows, type Row } from "../table.ts";

const key = (row: Row) => `${row["round_code"]}/${row["index_code"]}/${row["unit_code"]}`;

/** Appraised points are fixed; what varies is surveyed. Answers are read only where a rule has a threshold or a cap. */
export default defineRows({
  head: {
    summary:
      "Percent of the maximum of every node of a complete final scorecard with the error of its surveyed leaves: delta method, or the whole computation repeated where rules have thresholds or caps.",
    grain: ["round_code", "index_code", "unit_code", "node_code"],
    checks: {
      between: { percent: [0, 100], percent_low: [0, 100], percent_high: [0, 100] },
      "one of": {
        percent_status: ["ok", "fixed", "not_published", "incomplete", "not_applicable"],
        error_method: ["delta", "bootstrap", "none"],
      },
      "no rows": {
        "an error stands where something surveyed can vary, and only there":
          "from this where (percent_status = 'ok') <> (percent_se is not null)",
      },
    },
  },
  inputs: {
    ...officialInputs.inputs,
    nodes: `
      select round_code, index_code, unit_code, framework_code, is_fictional, node_code, node_depth, points, max_points, points_status, provenance
      from scores.par_node_points where stage_code = 'final'
      order by round_code, index_code, unit_code, node_order`,
    surveyed: `
      select p.round_code, p.index_code, p.unit_code, p.node_code, p.node_kind, p.is_surveyed, p.points, p.max_points,
        s.share, s.share_se, s.share_df, s.share_n, n.rule_json
      from scores.par_leaf_points p
      join spec.framework_nodes n using (framework_code, unit_level, node_code)
      left join scores.par_survey_points s
        on s.round_code = p.round_code and s.index_code = p.index_code and s.unit_code = p.unit_code and s.node_code = p.node_code
      where p.stage_code = 'final' and p.node_kind in ('survey', 'sipas') and p.score_status = 'scored'
      order by all`,
    covariances: "from estimates.official_covariances order by all",
  },
  wide: {
    answers: `
      select * from (${officialInputs.wide.answers})
      where exists (from scores.par_survey_points where not is_linear)
      order by list_number, response_number, item_order`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    framework_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    node_code: "VARCHAR",
    node_depth: "INTEGER",
    points: "DECIMAL(18,9)",
    points_se: "DOUBLE",
    points_low: "DOUBLE",
    points_high: "DOUBLE",
    max_points: "DECIMAL(18,9)",
    percent: "DOUBLE",
    percent_se: "DOUBLE",
    percent_df: "DOUBLE",
    percent_low: "DOUBLE",
    percent_high: "DOUBLE",
    percent_n: "INTEGER",
    percent_status: "VARCHAR",
    error_method: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows(inputs, wide) {
    const { nodes = [], surveyed = [], covariances = [] } = inputs;
    const leavesOf = groupBy(surveyed, key);
    const covariancesOf = groupBy(covariances, key);
    const surveys = new Map(
      readOfficialSurveys(inputs, wide).map((survey) => [key(survey.key as unknown as Row), survey]),
    );
    for (const [unit, ofUnit] of groupBy(nodes, key)) {
      const leaves = leavesOf.get(unit) ?? [];
      const errorOf = unitErrors(unit, leaves, covariancesOf.get(unit) ?? [], surveys.get(unit));
      for (const node of ofUnit) yield toRow(node, leaves, errorOf);
    }
  },
});

/** The error of any node of one unit. */
function unitErrors(
  unit: string,
  leaves: readonly Row[],
  covariances: readonly Row[],
  answers: OfficialSurvey | undefined,
): (inNode: (code: string) => boolean) => PointsError {
  const survey: UnitSurvey = {
    unit,
    leaves: leaves.filter((leaf) => leaf["is_surveyed"] === true).map(toLeaf),
    ...toCovariances(covariances),
  };
  if (answers === undefined || !needsBootstrap(survey)) return (inNode) => deltaError(survey, inNode);
  const items = new Map(answers.leaves.map(({ code, items }) => [code, items]));
  const replicates = replicateLeaves(survey, answers.classes, items, answers.combine, {
    replicates: rankSettings.replicates,
    seed: rankSettings.seed,
  });
  return (inNode) => bootstrapError(survey, replicates, inNode);
}

function toLeaf(row: Row): SurveyedLeaf {
  return {
    code: String(row["node_code"]),
    kind: row["node_kind"] as SurveyedLeaf["kind"],
    rule: rule.parse(JSON.parse(String(row["rule_json"]))) as Rule,
    max: Number(row["max_points"]),
    share: Number(row["share"]),
    se: Number(row["share_se"]),
    df: row["share_df"] === null ? Number.POSITIVE_INFINITY : Number(row["share_df"]),
  };
}

function toCovariances(rows: readonly Row[]): Pick<UnitSurvey, "officialLeaves" | "covariances"> {
  const officialLeaves = [...new Set(rows.map((row) => String(row["node_code"])))].sort();
  const place = new Map(officialLeaves.map((code, i) => [code, i]));
  const covariances = [...groupBy(rows, (row) => String(row["class_code"]))].map(
    ([code, own]): ClassCovariance => {
      const covariance = officialLeaves.map(() => officialLeaves.map(() => 0));
      for (const row of own)
        covariance[place.get(String(row["node_code"]))!]![place.get(String(row["other_node_code"]))!] =
          Number(row["covariance"]);
      return { codes: code.split("+"), df: Number(own[0]?.["class_df"]), covariance };
    },
  );
  return { officialLeaves, covariances };
}

function toRow(
  node: Row,
  leaves: readonly Row[],
  errorOf: (inNode: (code: string) => boolean) => PointsError,
): Row {
  const code = String(node["node_code"]);
  const inNode = (leaf: string) => code === "total" || leaf === code || leaf.startsWith(`${code}.`);
  const own = leaves.filter((leaf) => inNode(String(leaf["node_code"])));
  const points = Number(node["points"]);
  const max = Number(node["max_points"]);
  const { points_status, ...columns } = node;
  const bare = {
    ...columns,
    percent: node["points"] === null || !(max > 0) ? null : (100 * points) / max,
    points_se: null,
    points_low: null,
    points_high: null,
    percent_se: null,
    percent_df: null,
    percent_low: null,
    percent_high: null,
    percent_n: null,
    error_method: "none",
  };
  if (points_status !== "ok") return { ...bare, percent_status: points_status ?? null };
  if (own.length === 0) return { ...bare, percent_status: "fixed" };
  // a survey of which only the result is known was entered without an error
  if (own.some((leaf) => leaf["is_surveyed"] !== true)) return { ...bare, percent_status: "not_published" };
  const { se, df, ends, method } = errorOf(inNode);
  const fixed = points - own.reduce((sum, leaf) => sum + Number(leaf["points"]), 0);
  const interval =
    ends === null ? confidenceInterval(points, se, df) : { low: fixed + ends[0], high: fixed + ends[1] };
  const low = Math.max(0, interval.low as number);
  const high = Math.min(max, interval.high as number);
  return {
    ...bare,
    points_se: se,
    points_low: low,
    points_high: high,
    percent_se: (100 * se) / max,
    percent_df: df === Number.POSITIVE_INFINITY ? null : df,
    percent_low: (100 * low) / max,
    percent_high: (100 * high) / max,
    percent_n: Math.min(...own.map((leaf) => Number(leaf["share_n"]))),
    percent_status: "ok",
    error_method: method,
  };
}
