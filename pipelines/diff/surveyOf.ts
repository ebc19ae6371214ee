import type { DuckDBConnection } from "@duckdb/node-api";
import type { Domain } from "../../models/sipas/estimateDomains.ts";
import { type SipasTree, sipasTree, treeInputs } from "../../sql/sipasTree.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../../sql/surveys.ts";
import type { Row } from "../../sql/table.ts";
import { readColumns } from "../warehouse/readColumns.ts";
import { readRows } from "../warehouse/readRows.ts";

/** The survey of a round in one warehouse, under the recipe of weights that it shows, and what is estimated of it. */
export interface ShownSurvey {
  readonly survey: Survey;
  readonly tree: SipasTree;
  readonly domains: readonly Domain[];
  readonly rule: { readonly satisfiedFrom: number; readonly everyoneCounts: boolean };
}

/** Null when the warehouse holds no survey of the round. */
export async function readShownSurvey(
  connection: DuckDBConnection,
  round: string,
): Promise<ShownSurvey | null> {
  const inputs: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries({ ...surveyInputs, ...treeInputs }))
    inputs[name] = await readRows(connection, sql);
  const [rule] = await readRows(
    connection,
    `select satisfied_from, denominator, shown_recipe from spec.sipas_rules where round_code = '${round}'`,
  );
  if (rule === undefined) return null;
  const cells = await readColumns(connection, cellsSelect("^(satisfied|counted)_", true));
  const tree = sipasTree(inputs, round);
  const ofRound = {
    ...inputs,
    clusters: (inputs["clusters"] ?? []).filter((row) => row["round_code"] === round),
  };
  const survey = readSurveys(ofRound, cells, () => tree.items).find(
    (one) => one.recipe_code === String(rule["shown_recipe"]),
  );
  if (survey === undefined) return null;
  return {
    survey,
    tree,
    domains: tree.domainsOf(survey),
    rule: {
      satisfiedFrom: Number(rule["satisfied_from"]),
      everyoneCounts: rule["denominator"] === "all_responses",
    },
  };
}
