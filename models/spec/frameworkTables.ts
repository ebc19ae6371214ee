import type { Framework } from "../frameworks/framework.ts";
import { frameworkLeaves, frameworkNodes, isWhole, type PlacedNode } from "../frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../frameworks/frameworkVersion.ts";
import { nodeCounts } from "../frameworks/nodeCounts.ts";
import { leafDepartments } from "../frameworks/responsible.ts";
import { ruleText } from "../frameworks/ruleText.ts";
import { stages } from "../scorecards/stages.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

const frameworkKey = { framework_code: "VARCHAR", unit_level: "VARCHAR" } as const;

/** spec.framework_versions, spec.framework_nodes, spec.responsible, spec.crosswalk, spec.score_stages, spec.fictional_units. */
export function frameworkTables(spec: Spec): SpecTable[] {
  return [
    versions(spec),
    nodes(spec),
    responsible(spec),
    crosswalk(spec),
    scoreStages(),
    fictionalUnits(spec),
  ];
}

function versions({ frameworks }: Spec): SpecTable {
  return specTable(
    "spec.framework_versions",
    {
      ...frameworkKey,
      framework_name: "VARCHAR",
      framework_name_en: "VARCHAR",
      framework_version: "VARCHAR",
      max_points: "DECIMAL(18,9)",
      survey_points: "DECIMAL(18,9)",
      n_areas: "INTEGER",
      n_criteria: "INTEGER",
      n_subcriteria: "INTEGER",
      n_leaves: "INTEGER",
      is_whole: "BOOLEAN",
      follows_code: "VARCHAR",
      provenance: "VARCHAR",
    },
    frameworks.map((own) => ({
      framework_code: own.framework,
      unit_level: own.level,
      framework_name: own.name.vi,
      framework_name_en: own.name.en,
      framework_version: frameworkVersion(own),
      max_points: own.max_points,
      survey_points: own.survey_points?.points ?? null,
      n_areas: own.counts?.areas ?? null,
      n_criteria: own.counts?.criteria ?? null,
      n_subcriteria: own.counts?.subcriteria ?? null,
      n_leaves: frameworkLeaves(own).length,
      is_whole: isWhole(own),
      follows_code: own.follows ?? null,
      provenance: own.provenance,
    })),
  );
}

/** The tree with its root `total`, and the bonuses and penalties beside it. */
function nodes({ frameworks }: Spec): SpecTable {
  return specTable(
    "spec.framework_nodes",
    {
      ...frameworkKey,
      node_code: "VARCHAR",
      parent_node_code: "VARCHAR",
      node_order: "INTEGER",
      node_depth: "INTEGER",
      node_name: "VARCHAR",
      node_name_en: "VARCHAR",
      node_kind: "VARCHAR",
      is_leaf: "BOOLEAN",
      is_self_scored: "BOOLEAN",
      max_points: "DECIMAL(18,9)",
      max_status: "VARCHAR",
      n_criteria: "INTEGER",
      n_subcriteria: "INTEGER",
      rule_json: "VARCHAR",
      rule_text: "VARCHAR",
      rule_words: "VARCHAR",
      rule_words_en: "VARCHAR",
      evidence: "VARCHAR",
      department: "VARCHAR",
    },
    frameworks.flatMap((own) => [
      { ...bare(own), ...root(own) },
      ...frameworkNodes(own).map((placed, i) => ({ ...bare(own), ...treeNode(placed, i + 1) })),
      ...own.adjustments.map((each, i) => ({
        ...bare(own),
        node_code: each.code,
        parent_node_code: "total",
        node_order: 10_000 + i,
        node_depth: 1,
        node_name: each.name.vi,
        node_name_en: each.name.en ?? each.name.vi,
        node_kind: each.kind,
        max_points: each.cap,
      })),
    ]),
  );
}

function bare({ framework, level }: Framework) {
  return {
    framework_code: framework,
    unit_level: level,
    parent_node_code: null,
    is_leaf: false,
    is_self_scored: false,
    max_status: null,
    n_criteria: null,
    n_subcriteria: null,
    rule_json: null,
    rule_text: null,
    rule_words: null,
    rule_words_en: null,
    evidence: null,
    department: null,
  };
}

function root({ max_points, counts }: Framework) {
  return {
    node_code: "total",
    node_order: 0,
    node_depth: 0,
    node_name: "Tổng điểm",
    node_name_en: "Total",
    node_kind: "group",
    max_points,
    n_criteria: counts?.criteria ?? null,
    n_subcriteria: counts?.subcriteria ?? null,
  };
}

function treeNode({ node, depth, parent }: PlacedNode, order: number) {
  const counted = depth === 1 ? nodeCounts(node) : null;
  const said = node.rule === undefined || node.max === undefined ? null : ruleText(node.rule, node.max);
  return {
    node_code: node.code,
    parent_node_code: parent?.code ?? "total",
    node_order: order,
    node_depth: depth,
    node_name: node.name.vi,
    node_name_en: node.name.en ?? node.name.vi,
    node_kind: node.kind ?? "group",
    is_leaf: node.kind !== undefined,
    is_self_scored: node.self_scored ?? false,
    max_points: node.max ?? null,
    max_status: node.status ?? null,
    n_criteria: counted?.criteria ?? null,
    n_subcriteria: counted?.subcriteria ?? null,
    rule_json: node.rule === undefined ? null : JSON.stringify(node.rule),
    rule_text: node.rule_text ?? null,
    rule_words: said?.vi ?? node.rule_text ?? null,
    rule_words_en: said?.en ?? node.rule_text ?? null,
    evidence: node.evidence ?? null,
    department: node.department ?? null,
  };
}

function responsible({ frameworks, responsible: held }: Spec): SpecTable {
  return specTable(
    "spec.responsible", // by leaf; a row without a unit is that of all units that have none of their own
    {
      ...frameworkKey,
      node_code: "VARCHAR",
      unit_code: "VARCHAR",
      department_name: "VARCHAR",
      department_name_en: "VARCHAR",
      department_status: "VARCHAR",
    },
    held.flatMap(({ framework, level, rows }) => {
      const own = frameworks.find((each) => each.framework === framework && each.level === level);
      return (own === undefined ? [] : leafDepartments(own, rows)).map(({ leaf, unit_code, row }) => ({
        framework_code: framework,
        unit_level: level,
        node_code: leaf,
        unit_code,
        department_name: row.department_name,
        department_name_en: row.department_name_en,
        department_status: row.status,
      }));
    }),
  );
}

function crosswalk({ crosswalk: rows }: Spec): SpecTable {
  return specTable(
    "spec.crosswalk",
    {
      unit_level: "VARCHAR",
      framework_code: "VARCHAR",
      node_code: "VARCHAR",
      earlier_framework_code: "VARCHAR",
      earlier_node_code: "VARCHAR",
      is_reviewed: "BOOLEAN",
    },
    rows.map((row) => ({ ...row, is_reviewed: row.status === "reviewed" })),
  );
}

function scoreStages(): SpecTable {
  return specTable(
    "spec.score_stages",
    {
      stage_code: "VARCHAR",
      stage_order: "INTEGER",
      stage_name: "VARCHAR",
      stage_name_en: "VARCHAR",
      carries_stage_code: "VARCHAR",
      covers_all_leaves: "BOOLEAN",
    },
    stages.map((stage, i) => ({
      stage_code: stage.code,
      stage_order: i + 1,
      stage_name: stage.name.vi,
      stage_name_en: stage.name.en,
      carries_stage_code: stage.carries,
      covers_all_leaves: stage.leaves === "all",
    })),
  );
}

function fictionalUnits(spec: Spec): SpecTable {
  return specTable(
    "spec.fictional_units", // apart from spec.units: no ranking, page or bundle of real units reads it
    {
      unit_code: "VARCHAR",
      unit_level: "VARCHAR",
      unit_name: "VARCHAR",
      unit_name_en: "VARCHAR",
      region_code: "VARCHAR",
      region_name: "VARCHAR",
      region_name_en: "VARCHAR",
      unit_type: "VARCHAR",
      unranked_reason: "VARCHAR",
      unranked_reason_en: "VARCHAR",
    },
    spec.fictionalUnits,
  );
}
