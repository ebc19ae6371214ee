import { type Rule, rule } from "../../models/frameworks/rule.ts";
import { isLinear, surveyPoints } from "../../models/officials/surveyPoints.ts";
import { defineRows } from "../table.ts";

/** The one home of what a survey gives a leaf: scorecards take these points at their final stage. Errors: scores.par_node_errors. */
export default defineRows({
  head: {
    summary:
      "Points of surveyed leaves from their estimates by the leaf's rule: officials' surveys for every level, SIPAS for provinces only.",
    grain: ["round_code", "index_code", "unit_code", "node_code"],
    checks: {
      "one of": { points_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable"] },
      "no rows": {
        "points lie between 0 and the maximum":
          "select unit_code, node_code, points, max_points from this where points < 0 or points > max_points",
        "an estimate gives points, and only an estimate":
          "from this where (points_status = 'ok') <> (points is not null)",
        "ministries have no SIPAS": "from this where index_code = 'par_ministry' and node_kind = 'sipas'",
        "nothing invented stands under a real unit": `
          select t.unit_code, t.node_code from this t
          where t.provenance = 'illustrative' and t.unit_code not in (select unit_code from spec.fictional_units)
            and t.node_kind = 'survey'`,
      },
    },
  },
  inputs: {
    officials: `
      select
        s.round_code, s.index_code, s.unit_code, r.framework_code, s.node_code, 'survey' as node_kind,
        n.max_points, n.rule_json, s.share, s.share_se, s.share_df, s.share_n, s.share_status, s.provenance
      from estimates.official_shares s
      join spec.official_rules r using (round_code, index_code)
      join spec.framework_nodes n
        on n.framework_code = r.framework_code and n.node_code = s.node_code
        and n.unit_level = if(s.index_code = 'par_ministry', 'ministry', 'province')
      where s.group_code = 'all' and s.node_kind = 'leaf'
      order by all`,
    sipas: `
      with
      values_of_provinces as (
        select round_code, unit_code, satisfied_percent::double / 100 as share, standard_error / 100 as share_se,
          df::double as share_df, n as share_n, 'ok' as share_status, 'illustrative' as provenance, true as is_fictional
        from spec.fictional_sipas
        union all
        select e.round_code, e.domain_code, e.share, e.share_se, e.share_df::double, e.share_n, e.share_status, e.provenance, false
        from estimates.sipas e
        join spec.sipas_recipes c using (round_code, index_code, recipe_code)
        where e.domain_level = 'province' and e.node_level = 'overall' and c.is_shown
      )
      select
        s.round_code, r.index_code, s.unit_code, r.framework_code, n.node_code, 'sipas' as node_kind,
        n.max_points, n.rule_json, s.share, s.share_se, s.share_df, s.share_n, s.share_status, s.provenance
      from values_of_provinces s
      join spec.official_rules r on r.round_code = s.round_code and r.index_code = 'par_province' and r.sipas_rule = 'linear'
      join spec.framework_versions v on v.framework_code = r.framework_code and v.unit_level = 'province'
      join spec.framework_nodes n
        on n.framework_code = r.framework_code and n.unit_level = 'province' and n.node_kind = 'sipas'
      where s.is_fictional = (v.provenance = 'illustrative')
      order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    framework_code: "VARCHAR",
    node_code: "VARCHAR",
    node_kind: "VARCHAR",
    points: "DECIMAL(18,9)",
    max_points: "DECIMAL(18,9)",
    points_status: "VARCHAR",
    is_linear: "BOOLEAN",
    share: "DOUBLE",
    share_se: "DOUBLE",
    share_df: "DOUBLE",
    share_n: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows({ officials = [], sipas = [] }) {
    for (const { rule_json, share_status, ...row } of [...officials, ...sipas]) {
      const own: Rule | null = rule_json === null ? null : rule.parse(JSON.parse(String(rule_json)));
      const points =
        own === null || row["share"] === null
          ? null
          : surveyPoints(own, String(row["max_points"]), Number(row["share"]));
      yield {
        ...row,
        points,
        points_status:
          points !== null ? "ok" : share_status === "ok" ? "not_estimable" : (share_status ?? null),
        is_linear: own !== null && isLinear(own),
      };
    }
  },
});
