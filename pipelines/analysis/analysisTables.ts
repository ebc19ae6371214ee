import type { DuckDBConnection } from "@duckdb/node-api";
import { replicateDomains } from "../../models/sipas/replicateDomains.ts";
import { replicateWeights } from "../../models/sipas/replicateWeights.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { OpenColumn, OpenTable, OpenType } from "../../reports/openTable.ts";
import { restrictedMark } from "../../reports/restricted.ts";
import replicates, { calibrationsOf, replication } from "../../sql/estimates/sipas_replicates.ts";
import { type SipasTree, sipasTree } from "../../sql/sipasTree.ts";
import { readSurveys, type Survey } from "../../sql/surveys.ts";
import type { Columns, Row } from "../../sql/table.ts";
import { readColumns } from "../warehouse/readColumns.ts";
import { readRows } from "../warehouse/readRows.ts";
import type { ExportedSurvey } from "./microdata.ts";

/** The tables beside the responses: replicate weights, the formula of every node, and the table that scripts must get again. */
export async function analysisTables(
  connection: DuckDBConnection,
  survey: ExportedSurvey,
  count: number,
): Promise<OpenTable[]> {
  const inputs: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(replicates.inputs)) inputs[name] = await readRows(connection, sql);
  const cells = await readColumns(connection, replicates.wide!["cells"] as string);
  const own = readSurveys(inputs, cells as Columns, (round) => sipasTree(inputs, round).items).filter(
    ({ round_code }) => round_code === survey.round,
  );
  const tree = sipasTree(inputs, survey.round);
  const shown = { ...tree, formulas: tree.formulas.filter(({ level }) => level !== "item") };
  const psus = await readRows(
    connection,
    "select stage1_id, provenance from clusters order by cluster_number",
  );
  return [
    nodesTable(shown),
    replicateTable(own, inputs, psus, count),
    await expectedTable(connection, survey, spreadsOf(own, inputs, shown, count)),
  ];
}

function nodesTable({ formulas }: Pick<SipasTree, "formulas">): OpenTable {
  return {
    name: "nodes",
    summary:
      "Every factor, part and the whole as a weighted sum of ratios; a ratio pools the answers to its items.",
    key: ["node_code", "term", "item_code"],
    columns: columns({
      node_code: "text",
      node_level: "text",
      term: "integer",
      coefficient: "number",
      item_code: "text",
    }),
    rows: formulas.flatMap(({ node, level, terms }) =>
      terms.flatMap(({ coefficient, items }, at) =>
        items.map((item) => ({
          node_code: node,
          node_level: level,
          term: at + 1,
          coefficient,
          item_code: item,
        })),
      ),
    ),
  };
}

function replicateTable(
  surveys: readonly Survey[],
  inputs: Record<string, Row[]>,
  psus: readonly Row[],
  count: number,
): OpenTable {
  const names = Array.from({ length: count }, (_, at) => `rep_${String(at + 1).padStart(4, "0")}`);
  const rows = surveys.flatMap((survey) => {
    const idOf = new Map(
      Array.from(survey.cells.sample.psuOf, (psu, cluster) => [psu, psus[cluster]?.["stage1_id"]]),
    );
    return replicateWeights(survey.cells, calibrationsOf(inputs, survey), {
      ...replication,
      replicates: count,
    }).map(({ psu, cell, factors }) => ({
      recipe_code: survey.recipe_code,
      stage1_id: idOf.get(psu) ?? null,
      calibration_cell: cell === null ? null : cell + 1,
      ...Object.fromEntries(names.map((name, at) => [name, Number.isNaN(factors[at]) ? null : factors[at]!])),
      provenance: survey.provenance,
    }));
  });
  return {
    name: "replicates",
    summary:
      "Rao-Wu factors of each first-stage unit times the calibration factor found anew: what replicates multiply the weight before calibration with.",
    key: ["recipe_code", "stage1_id", "calibration_cell"],
    columns: columns({
      [restrictedMark]: "text",
      recipe_code: "text",
      stage1_id: "text",
      calibration_cell: "integer",
      ...Object.fromEntries(names.map((name) => [name, "number" as const])),
      provenance: "text",
    }),
    rows: rows.map((row, at) => ({ [restrictedMark]: `w${String(at + 1).padStart(6, "0")}`, ...row })),
  };
}

/** The spread over as many replicates as are exported, by recipe, unit and node. */
function spreadsOf(
  surveys: readonly Survey[],
  inputs: Record<string, Row[]>,
  { formulas, domainsOf }: SipasTree,
  count: number,
): Map<string, number | null> {
  return new Map(
    surveys.flatMap((survey) =>
      replicateDomains(
        survey.cells,
        calibrationsOf(inputs, survey),
        domainsOf(survey).filter(({ level }) => level === "province"),
        formulas,
        { ...replication, replicates: count },
      ).map(
        ({ domain, formula, se }) => [`${survey.recipe_code}/${domain.code}/${formula.node}`, se] as const,
      ),
    ),
  );
}

async function expectedTable(
  connection: DuckDBConnection,
  { round }: ExportedSurvey,
  spreads: ReadonlyMap<string, number | null>,
): Promise<OpenTable> {
  const rows = await readRows(
    connection,
    `select recipe_code, domain_code as unit_code, node_code, share, share_se, share_df, share_low, share_high, share_n, share_status, provenance
     from estimates.sipas
     where round_code = ${sqlLiteral(round)} and index_code = 'sipas' and domain_level = 'province' and node_level <> 'item'
       and domain_code in (select unit_code from responses)
     order by recipe_code, unit_code, node_code`,
  );
  return {
    name: "expected",
    summary:
      "What the scripts must get: every factor, part and the whole of each unit under each recipe, with errors by both engines.",
    key: ["recipe_code", "unit_code", "node_code"],
    columns: columns({
      ...{ recipe_code: "text", unit_code: "text", node_code: "text" },
      ...{
        share: "number",
        share_se: "number",
        share_df: "integer",
        share_low: "number",
        share_high: "number",
      },
      ...{ share_n: "integer", share_status: "text", replicate_share_se: "number", provenance: "text" },
    }),
    rows: rows.map((row) => ({
      ...row,
      replicate_share_se:
        spreads.get(`${row["recipe_code"]}/${row["unit_code"]}/${row["node_code"]}`) ?? null,
    })),
  };
}

function columns(types: Readonly<Record<string, OpenType>>): OpenColumn[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, description: "" }));
}
