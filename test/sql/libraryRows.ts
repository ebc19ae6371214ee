import type { NodeFormula } from "../../models/sipas/nodeFormulas.ts";
import { type CalibrationOptions, calibrate } from "../../models/statistics/calibrate.ts";
import { calibrationStep } from "../../models/statistics/calibrationStep.ts";
import { estimate } from "../../models/statistics/estimate.ts";
import { auxiliaryTargets } from "../../models/statistics/populationTargets.ts";
import { ratio } from "../../models/statistics/ratio.ts";
import type { Statistic } from "../../models/statistics/statistic.ts";
import { type SurveyDesign, surveyDesign } from "../../models/statistics/surveyDesign.ts";
import type { Row } from "../../sql/table.ts";

/** One row a respondent, and one of weight 0 a cluster where nobody answered. */
export const respondentsSelect = (recipe: string, round: string, items: readonly string[]) => `
  select
    s.unit_code, to_json(s.path_keys)::varchar as path_keys, to_json(s.population_counts)::varchar as population_counts,
    greatest(s.n_persons, 1) as n_persons, coalesce(r.response_key, 'nobody ' || s.cluster_key) as response_key,
    coalesce(w.weight_e9, 0)::double / 1e9 as weight, f.calibration_factor, f.calibration_group, f.calibrated_levels,
    ${items.map((item) => `r.item_${item}`).join(", ")}
  from clean.sampled_clusters s
  left join clean.responses r using (round_code, index_code, cluster_key)
  left join weights.final_weights w
    on w.round_code = r.round_code and w.response_key = r.response_key and w.recipe_code = '${recipe}'
  left join weights.response_cells c on c.round_code = r.round_code and c.response_key = r.response_key
  left join weights.calibration_factors f
    on f.round_code = r.round_code and f.unit_code = r.unit_code and f.cell_key = c.cell_key
  where s.round_code = '${round}'
  order by s.unit_code, s.path_keys, r.response_key`;

/**
 * The design of the row-level library on the same quantised weights; with `how`, its own calibration of the weights that entered
 * to the sums that were reached.
 */
export function libraryDesign(
  rows: readonly Row[],
  isCalibrated: boolean,
  how?: CalibrationOptions,
): SurveyDesign {
  const paths = rows.map((row) => JSON.parse(String(row["path_keys"])) as string[]);
  const counts = rows.map((row) => JSON.parse(String(row["population_counts"])) as number[]);
  const stages = [...(paths[0] ?? []).keys()];
  const weights = rows.map((row) => Number(row["weight"]));
  const design = surveyDesign({
    strata: rows.map((row) => String(row["unit_code"])),
    clusters: [
      ...stages.map((stage) => paths.map((path) => path[stage]!)),
      rows.map((row) => String(row["response_key"])),
    ],
    populationCounts: [
      ...stages.map((stage) => counts.map((own) => own[stage]!)),
      rows.map((row) => Number(row["n_persons"])),
    ],
    weights,
    lonelyPsu: "adjust",
  });
  if (!isCalibrated) return design;
  const margins = String(rows.find((row) => row["calibrated_levels"])?.["calibrated_levels"]).split(
    "|",
  ).length;
  const targets = Array.from({ length: margins }, (_, margin) => {
    const labels = rows.map(
      (row) =>
        `${row["calibration_group"]}/${row["calibrated_levels"] ? String(row["calibrated_levels"]).split("|")[margin] : "nobody"}`,
    );
    const totals: Record<string, number> = {};
    labels.forEach((label, row) => {
      totals[label] = (totals[label] ?? 0) + weights[row]!;
    });
    return [String(margin), { labels, totals }] as const;
  });
  const before = Float64Array.from(rows, (row, at) => weights[at]! / Number(row["calibration_factor"] ?? 1));
  if (how) return calibrate({ ...design, weights: before }, { margins: Object.fromEntries(targets) }, how);
  const { auxiliary } = auxiliaryTargets({ margins: Object.fromEntries(targets) }, rows.length);
  return { ...design, calibration: [calibrationStep(auxiliary, before)] };
}

/** A node of SIPAS as a statistic of rows: a weighted sum of ratios, within the given provinces. */
export function nodeStatistic(
  rows: readonly Row[],
  { terms }: NodeFormula,
  scopes: readonly { readonly units: readonly string[]; readonly weight: number }[],
  isYes = (answer: number) => answer >= 4,
): Statistic {
  const ratios = scopes.flatMap(({ units, weight }) => {
    const inside = rows.map(
      (row) => units.includes(String(row["unit_code"])) && !String(row["response_key"]).startsWith("nobody"),
    );
    return terms.map(({ coefficient, items }) => {
      const answers = rows.map((row, at) =>
        inside[at] ? items.map((item) => row[`item_${item}`]).filter((answer) => answer !== null) : null,
      );
      const yes = answers.map((own) => own?.filter((answer) => isYes(Number(answer))).length);
      const counted = answers.map((own) => own?.length);
      return { coefficient: weight * coefficient, statistic: ratio(yes, counted), inside };
    });
  });
  const isItem = terms.length === 1 && terms[0]!.items.length === 1;
  const taking = rows.map((row, at) =>
    ratios.some(({ inside }) => inside[at]) && (!isItem || row[`item_${terms[0]!.items[0]}`] !== null)
      ? 1
      : 0,
  );
  return {
    rows: Uint8Array.from(taking),
    estimate(weights) {
      const values = ratios.map(({ coefficient, statistic }) => {
        const value = statistic.estimate(weights);
        return value === null ? null : coefficient * value;
      });
      return values.some((value) => value === null)
        ? null
        : values.reduce<number>((sum, value) => sum + (value as number), 0);
    },
    scores(weights) {
      const sum = new Float64Array(rows.length);
      for (const { coefficient, statistic } of ratios) {
        const scores = statistic.scores!(weights);
        for (let row = 0; row < sum.length; row++) sum[row]! += coefficient * scores[row]!;
      }
      return sum;
    },
  };
}

/** The library's estimate of a node. */
export function estimateNodeByRows(design: SurveyDesign, statistic: Statistic) {
  return estimate(design, statistic, { comparedWith: "with_replacement" });
}
