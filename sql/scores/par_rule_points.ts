import { evaluateRule } from "../../models/frameworks/evaluateRule.ts";
import { rule } from "../../models/frameworks/rule.ts";
import { maybeReadInputs } from "../../models/scorecards/scoreEntry.ts";
import { defineRows } from "../table.ts";

/** What the scoring rule makes of the declared figures, beside what was entered; exact decimals, so TypeScript. */
export default defineRows({
  head: {
    summary:
      "Points by the leaf's rule from the figures declared at each stage, these figures in words, and the steps that led there.",
    grain: ["round_code", "index_code", "unit_code", "node_code", "stage_code"],
    checks: { "one of": { rule_status: ["scored", "missing", "impossible"] } },
  },
  inputs: {
    entries: `
      select e.round_code, e.index_code, e.unit_code, e.node_code, e.stage_code, e.inputs, n.max_points, n.rule_json,
        e.points, if(e.provenance = 'illustrative' or e.framework_provenance = 'illustrative', 'illustrative', 'derived') as provenance
      from staging.score_entries e
      join spec.framework_nodes n using (framework_code, unit_level, node_code)
      where e.inputs is not null and n.rule_json is not null
      order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    node_code: "VARCHAR",
    stage_code: "VARCHAR",
    entered_points: "DECIMAL(18,9)",
    declared: "VARCHAR",
    declared_en: "VARCHAR",
    rule_points: "DECIMAL(18,9)",
    rule_status: "VARCHAR",
    steps: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ entries = [] }) {
    for (const { inputs, max_points, rule_json, points, ...key } of entries) {
      const own = rule.parse(JSON.parse(String(rule_json)));
      const figures = maybeReadInputs(String(inputs)) ?? {};
      const made = evaluateRule(own, String(max_points), figures);
      const declared = own.inputs.filter(({ code }) => figures[code] !== undefined);
      yield {
        ...key,
        entered_points: points ?? null,
        declared: declared.map(({ code, name }) => `${name.vi}: ${figures[code]}`).join("; "),
        declared_en: declared.map(({ code, name }) => `${name.en}: ${figures[code]}`).join("; "),
        rule_points: made.status === "scored" ? made.points : null,
        rule_status: made.status,
        steps:
          made.status === "scored"
            ? made.steps.join("; ")
            : made.status === "impossible"
              ? made.problem
              : made.inputs.join(", "),
      };
    }
  },
});
