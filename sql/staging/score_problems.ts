import { type Rule, rule } from "../../models/frameworks/rule.ts";
import { groupBy } from "../../models/groupBy.ts";
import { checkScorecard, type Entry } from "../../models/scorecards/checkScorecard.ts";
import { type Allowed, nothingAllowed, type Scorable } from "../../models/scorecards/scorable.ts";
import { defineRows, type Row } from "../table.ts";

/** Rules between the stages of a leaf and the evaluation of its rule need a loop and exact decimals. */
export default defineRows({
  head: {
    summary:
      "Broken rules of scorecards, in the words of whoever fills them in; there are none in a finished warehouse.",
    grain: ["round_code", "index_code", "unit_code", "node_code", "stage_code", "field", "problem"],
    checks: { "no rows": { "a scorecard keeps every rule of its framework and its stages": "from this" } },
  },
  inputs: {
    entries: `
      select round_code, index_code, unit_code, unit_level, framework_code, node_code, stage_code, score_status,
        points, inputs, role_code, reason, evidence
      from staging.score_entries order by all`,
    nodes: `
      select framework_code, unit_level, node_code, node_kind, max_points, is_self_scored, evidence, rule_json
      from spec.framework_nodes where is_leaf or node_kind in ('bonus', 'penalty') order by all`,
    allowed: "from spec.par_scoring order by all",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    node_code: "VARCHAR",
    stage_code: "VARCHAR",
    field: "VARCHAR",
    problem: "VARCHAR",
  },
  *rows({ entries = [], nodes = [], allowed = [] }) {
    const ofFramework = groupBy(nodes, (node) => `${node["framework_code"]}/${node["unit_level"]}`);
    const cards = groupBy(entries, (entry) =>
      [entry["round_code"], entry["index_code"], entry["unit_code"]].join("/"),
    );
    for (const card of cards.values()) {
      const { round_code, index_code, unit_code, framework_code, unit_level } = card[0] as Row;
      const scorables = (ofFramework.get(`${framework_code}/${unit_level}`) ?? []).map(toScorable);
      const rules = allowed.find(
        (row) => row["round_code"] === round_code && row["index_code"] === index_code,
      );
      for (const { row, field, message } of checkScorecard(card.map(toEntry), scorables, toAllowed(rules))) {
        const { node_code, stage_code } = card[row] as Row;
        yield { round_code, index_code, unit_code, node_code, stage_code, field, problem: message } as Row;
      }
    }
  },
});

function toScorable(node: Row): Scorable {
  return {
    code: String(node["node_code"]),
    kind: node["node_kind"] as Scorable["kind"],
    max: String(node["max_points"]),
    isSelfScored: node["is_self_scored"] === true,
    needsEvidence: node["evidence"] !== null,
    rule: node["rule_json"] === null ? null : toRule(String(node["rule_json"])),
  };
}

function toRule(json: string): Rule {
  return rule.parse(JSON.parse(json));
}

function toAllowed(row: Row | undefined): Allowed {
  if (row === undefined) return nothingAllowed;
  return {
    notApplicable: row["allows_not_applicable"] === true,
    bonus: row["allows_bonus"] === true,
    penalty: row["allows_penalty"] === true,
    withholding: row["allows_withholding"] === true,
  };
}

function toEntry(row: Row): Entry {
  return { ...row, points: row["points"] === null ? null : String(row["points"]) } as unknown as Entry;
}
