import { type ReplicateCalibration, replicateDomains } from "../../models/sipas/replicateDomains.ts";
import { prepareCalibration } from "../../models/weighting/calibrateCells.ts";
import { calibrationInputs, calibrationProblems } from "../calibrationProblems.ts";
import { nodeColumns, nodeKey, sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";

/** Enough for a standard error to 3 %, and for ranks. */
export const replication = { replicates: 1000, seed: 2_948 };

/** What survey, tree and raking are read from, to draw replicates. */
export const replicateInputs = {
  ...surveyInputs,
  ...treeInputs,
  calibration_cells: calibrationInputs.cells,
  calibration_margins: calibrationInputs.margins,
  calibration_settings: calibrationInputs.settings,
  calibration_codes: calibrationInputs.codes,
  numbers: "select round_code, unit_code, cell_key, cell_number from weights.cells order by cell_number",
};

/** Draws and fitting loops: TypeScript, on sums of first-stage unit × margin cell. */
export default defineRows({
  head: {
    summary:
      "SIPAS of every domain and node by 1,000 replicates of the first-stage units, raked again in each: the second engine beside linearisation.",
    grain: ["round_code", "index_code", "recipe_code", "domain_level", "domain_code", "node_code"],
    checks: { between: { n_replicates_used: [0, 1000] } },
  },
  inputs: replicateInputs,
  wide: { cells: cellsSelect("^(satisfied|counted)_") },
  columns: {
    ...nodeColumns,
    replicate_share: "DOUBLE",
    replicate_share_se: "DOUBLE",
    n_replicates_used: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells }) {
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const tree = sipasTree(inputs, survey.round_code);
      const spreads = replicateDomains(
        survey.cells,
        calibrationsOf(inputs, survey),
        tree.domainsOf(survey),
        tree.formulas,
        replication,
      );
      for (const { domain, formula, value, se, used } of spreads) {
        yield {
          ...nodeKey(survey, domain, formula),
          provenance: survey.provenance,
          ...{ replicate_share: value, replicate_share_se: se, n_replicates_used: used },
        } as Row;
      }
    }
  },
});

/** The calibration of a survey's own round, ready to be repeated; none under a recipe that is not calibrated. */
export function calibrationsOf(
  inputs: Readonly<Record<string, readonly Row[]>>,
  { round_code, recipe_code }: Survey,
): ReplicateCalibration[] {
  if (recipe_code !== "design") return [];
  const numbers = (inputs["numbers"] ?? []).filter((row) => row["round_code"] === round_code);
  const first = Number(numbers[0]?.["cell_number"]);
  const numberOf = new Map(
    numbers.map((row) => [`${row["unit_code"]}/${row["cell_key"]}`, Number(row["cell_number"]) - first]),
  );
  return calibrationProblems({
    cells: (inputs["calibration_cells"] ?? []).filter((row) => row["round_code"] === round_code),
    margins: inputs["calibration_margins"] ?? [],
    settings: inputs["calibration_settings"] ?? [],
    codes: inputs["calibration_codes"] ?? [],
  }).map(({ cells, problem }) => {
    const calibrate = prepareCalibration(problem);
    return {
      cells: cells.map((cell) => numberOf.get(`${cell["unit_code"]}/${cell["cell_key"]}`) as number),
      calibrate,
    };
  });
}
