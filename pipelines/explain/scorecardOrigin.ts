import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { nodeAnchor } from "../../reports/anchor.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { bundleLink } from "./bundleLink.ts";
import type { Origin, Part } from "./explanation.ts";
import { type Subject, whose } from "./subject.ts";

/** The nodes of a unit's scorecard, or none where no scorecard is held. */
export function scorecardNodes(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(`select distinct node_code, node_name, node_name_en, node_order from marts.par_nodes n where ${whose(subject)}
    union select node_code, node_name, node_name_en, node_order from marts.par_lost_points n where ${whose(subject)} and part_level = 'leaf' order by node_order`);
}

/** Points of a node of a scorecard: of a leaf by its rule and declared figures, of any other node by what is below it. */
export async function scorecardOrigin(ask: Ask, subject: Subject, node: string): Promise<Origin> {
  const here = `${whose(subject)} and n.node_code = ${sqlLiteral(node)}`;
  const stages = await ask(`
    select stage_code, stage_name, stage_name_en, points, known_points, max_points, lost_points, points_status, n_missing, node_name, node_name_en, node_kind,
      index_percent, index_rank, n_ranked, group_code, provenance
    from marts.par_nodes n where ${here} order by stage_order`);
  const [loss] = await ask(`select * from marts.par_lost_points n where ${here}`);
  const last = stages.at(-1);
  const isLeaf = loss !== undefined;
  const figure = pick(last ?? loss ?? {}, [
    "stage_code",
    "points",
    "max_points",
    "lost_points",
    "points_status",
    "index_percent",
    "index_rank",
    "n_ranked",
    "group_code",
  ]);
  const parts = [
    ...(isLeaf ? await leafParts(ask, subject, node) : await sumParts(ask, subject, node)),
    ...(await errorParts(ask, subject, node)),
    ...(isLeaf ? [lossPart(loss)] : []),
  ];
  return {
    node_code: node,
    node_name: String(last?.["node_name"] ?? loss?.["node_name"]),
    node_name_en: String(last?.["node_name_en"] ?? loss?.["node_name_en"]),
    provenance: String(last?.["provenance"] ?? loss?.["provenance"]),
    mart: "marts.par_nodes",
    figure,
    how: isLeaf ? leafSteps(loss) : sumSteps(node, last),
    parts,
    sources: [],
    link: bundleLink(subject, nodeAnchor(subject.round_code, node), subject.is_fictional),
  };
}

function leafSteps(loss: Row): string[] {
  if (loss["node_kind"] === "bonus" || loss["node_kind"] === "penalty")
    return [`A ${String(loss["node_kind"])} stands beside the tree, as it was entered.`];
  if (loss["node_kind"] === "survey" || loss["node_kind"] === "sipas")
    return ["The points are what the rule makes of the survey's share; nobody enters them."];
  return [
    "The points are those entered at the final stage of the scorecard.",
    "They must be what the rule makes of the declared figures, or give a reason; a build stops otherwise.",
  ];
}

function sumSteps(node: string, last: Row | undefined): string[] {
  const sum =
    node === "total"
      ? "The points are the exact sum of the areas, plus bonuses, less penalties."
      : "The points are the exact sum of what is directly below.";
  return last?.["index_rank"] === undefined || last["index_rank"] === null
    ? [sum]
    : [
        sum,
        "The index is points over maximum; the rank is made on that exact quotient among complete scorecards of one framework.",
      ];
}

async function sumParts(ask: Ask, subject: Subject, node: string): Promise<Part[]> {
  const children = await ask(`
    select node_code, node_name, points, max_points, points_status from marts.par_nodes n
    where ${whose(subject)} and parent_node_code = ${sqlLiteral(node)} and stage_code = 'final' order by node_order`);
  const adjustments =
    node === "total"
      ? await ask(`select node_code, node_name, node_kind, points from marts.par_lost_points n
          where ${whose(subject)} and node_kind in ('bonus', 'penalty') order by node_order`)
      : [];
  const stages = await ask(`
    select stage_code, points, max_points, points_status from marts.par_nodes n
    where ${whose(subject)} and node_code = ${sqlLiteral(node)} order by stage_order`);
  return [
    { part: "children", title: "What is below it, at the final stage", rows: children },
    ...(adjustments.length > 0
      ? [{ part: "adjustments", title: "Bonuses and penalties", rows: adjustments }]
      : []),
    { part: "stages", title: "The same node at each stage", rows: stages },
  ];
}

/** The error of what is surveyed in it, its place among the units, and what changed since the round before. */
async function errorParts(ask: Ask, subject: Subject, node: string): Promise<Part[]> {
  const here = `${whose(subject)} and n.node_code = ${sqlLiteral(node)}`;
  const error = await ask(`
    select n.percent, n.percent_se, n.percent_df, n.percent_low, n.percent_high, n.percent_n, n.percent_status, n.error_method,
      n.points_se, n.points_low, n.points_high
    from scores.par_node_errors n where ${here}`);
  const standing =
    node === "total"
      ? await ask(`
          select n.rank_status, n.index_rank, n.n_ranked, n.marginal_low, n.marginal_high, n.simultaneous_low, n.simultaneous_high, n.n_indistinct,
            n.indistinct_names, n.top_share, n.bottom_share, n.region_rank, n.n_region, n.group_rank, n.n_group, n.type_rank, n.n_type
          from marts.par_standings n where ${whose(subject)}`)
      : [];
  const change = await ask(`
    select n.earlier_round, n.comparison_kind, n.earlier_percent, n.percent, n.change_percent, n.change_percent_se, n.change_percent_df,
      n.change_percent_low, n.change_percent_high, n.change_percent_status, n.rank_status, n.n_ranked, n.earlier_rank, n.index_rank,
      n.rank_change, n.own_change, n.others_change
    from marts.par_changes n where ${here}`);
  const alternatives =
    node === "total"
      ? await ask(`
          select n.alternative_code, n.alternative_status, n.percent, n.alternative_rank, n.rank_shift
          from scores.par_robustness n where ${whose(subject)} order by n.alternative_order`)
      : [];
  const simulated =
    node === "total"
      ? await ask(`
          select n.rank_low, n.rank_median, n.rank_high, n.top_share, n.n_runs
          from marts.par_sensitivity n where ${whose(subject)} and n.subject_kind = 'unit'`)
      : [];
  return [
    { part: "error", title: "Percent of the maximum, with the error of its surveyed leaves", rows: error },
    { part: "standing", title: "Rank, with its sets and what it is among peers", rows: standing },
    { part: "change", title: "Since the round before", rows: change },
    { part: "alternatives", title: "Under other choices than the round's", rows: alternatives },
    { part: "simulated", title: "Rank when every open choice varies at once", rows: simulated },
  ].filter(({ rows }) => rows.length > 0);
}

async function leafParts(ask: Ask, subject: Subject, node: string): Promise<Part[]> {
  const here = `${whose(subject)} and n.node_code = ${sqlLiteral(node)}`;
  const stages = await ask(`
    select n.stage_code, n.score_status, n.points, n.max_points, n.is_carried, n.reason, n.evidence
    from scores.par_leaf_points n where ${here} order by n.stage_order`);
  const declared = await ask(`
    select e.stage_code, e.role_code, e.inputs, r.entered_points, r.rule_points, r.steps
    from staging.score_entries e
    left join scores.par_rule_points r using (round_code, index_code, unit_code, node_code, stage_code)
    join spec.score_stages s on s.stage_code = e.stage_code
    where ${whose(subject, "e")} and e.node_code = ${sqlLiteral(node)} order by s.stage_order`);
  const [leaf] = await ask(`
    select f.rule_words as rule, f.rule_words_en as rule_en, f.max_points, f.max_status, f.evidence, f.department as appraised_by, f.framework_code, v.framework_version
    from spec.framework_nodes f
    join (select distinct framework_code, unit_level from scores.par_leaf_points n where ${here}) using (framework_code, unit_level)
    join spec.framework_versions v using (framework_code, unit_level)
    where f.node_code = ${sqlLiteral(node)}`);
  const surveyed = await ask(`
    select n.node_kind, n.points, 100 * n.share as percent, 100 * n.share_se as percent_se, n.share_df as percent_df, n.share_n as percent_n,
      n.points_status, n.is_linear
    from scores.par_survey_points n where ${here}`);
  const items = await ask(`
    select n.node_code, n.node_name, n.percent, n.percent_se, n.percent_n, n.percent_status
    from marts.par_survey n
    where ${whose(subject)} and n.leaf_code = ${sqlLiteral(node)} and n.node_kind = 'item' and n.group_code = 'all' order by n.node_order`);
  const groups = await ask(`
    select n.group_code, 100 * n.share as percent, 100 * n.share_se as percent_se, n.share_df as percent_df, n.share_n as percent_n,
      n.share_status as percent_status
    from estimates.official_shares n where ${here} and n.node_kind = 'leaf' order by n.group_code`);
  return [
    ...(surveyed.length === 0
      ? []
      : [{ part: "survey", title: "The survey's share, which the rule turns into points", rows: surveyed }]),
    ...(items.length === 0
      ? []
      : [{ part: "items", title: "Its items, each explained by its own code", rows: items }]),
    // a suppressed group could be had from the others and all of them
    ...(groups.some((row) => row["percent_status"] !== "ok") || groups.length === 0
      ? []
      : [{ part: "groups", title: "The share by group of respondents", rows: groups }]),
    { part: "rule", title: "The rule", rows: leaf === undefined ? [] : [leaf] },
    { part: "stages", title: "Points at each stage", rows: stages },
    { part: "declared", title: "Declared figures, and what the rule makes of them", rows: declared },
  ];
}

function lossPart(loss: Row): Part {
  const columns = [
    "lost_points",
    "lost_before_points",
    "lost_in_appraisal_points",
    "lost_share",
    "loss_kind",
    "reason",
    "department_name",
    "department_status",
    "n_rounds_comparable",
    "n_rounds_lost",
    "error_status",
  ];
  return { part: "lost", title: "Lost points", rows: [pick(loss, columns)] };
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(
    columns
      .filter(
        (column) => column in row && (row[column] !== null || !/^(index_|n_ranked|group_)/.test(column)),
      )
      .map((column) => [column, row[column] ?? null]),
  );
}
