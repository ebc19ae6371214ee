import { type Weighting, weightingSteps } from "../rounds/weighting.ts";
import { weightingValues } from "../rounds/weightingValues.ts";
import { indexKey } from "./roundIndices.ts";
import { type SpecTable, specTable } from "./specTable.ts";

interface Weighted {
  readonly id: { readonly round_code: string; readonly index_code: string };
  readonly weighting: Weighting | null;
}

/** The weighting recipe of each round: its settings in one row, its steps in words, its margins. */
export function weightingTables(rounds: readonly Weighted[]): SpecTable[] {
  const weighted = rounds.flatMap(({ id, weighting }) => (weighting === null ? [] : [{ id, weighting }]));
  return [
    specTable(
      "spec.weighting",
      {
        ...indexKey,
        eligibility_method: "VARCHAR",
        eligibility_rule: "VARCHAR",
        eligibility_within: "VARCHAR",
        nonresponse_method: "VARCHAR",
        nonresponse_within: "VARCHAR",
        n_propensity_classes: "INTEGER",
        minimum_respondents: "INTEGER",
        largest_factor: "DOUBLE",
        calibration_method: "VARCHAR",
        lower_bound: "DOUBLE",
        upper_bound: "DOUBLE",
        tolerance: "DOUBLE",
        max_iterations: "INTEGER",
        collapse_below: "INTEGER",
        trim_above_median: "DOUBLE",
        max_trimming_rounds: "INTEGER",
        stop_above_median: "DOUBLE",
      },
      weighted.map(({ id, weighting }) => ({ ...id, ...settingsOf(weighting) })),
    ),
    specTable(
      "spec.weighting_steps",
      {
        ...indexKey,
        step_code: "VARCHAR",
        step_order: "INTEGER",
        is_taken: "BOOLEAN",
        setting: "VARCHAR",
        setting_en: "VARCHAR",
        rule_status: "VARCHAR",
      },
      weighted.flatMap(({ id, weighting }) =>
        weightingValues(weighting).map(({ step, value }) => ({
          ...id,
          step_code: step,
          step_order: weightingSteps.indexOf(step) + 1,
          is_taken: weighting[step].method !== "none",
          setting: value.vi,
          setting_en: value.en,
          rule_status: weighting[step].status,
        })),
      ),
    ),
    specTable(
      "spec.response_model",
      { ...indexKey, term_code: "VARCHAR", term_order: "INTEGER" },
      weighted.flatMap(({ id, weighting }) =>
        weighting.nonresponse.model.map((term_code, i) => ({ ...id, term_code, term_order: i + 1 })),
      ),
    ),
    specTable(
      "spec.calibration_margins",
      { ...indexKey, margin_code: "VARCHAR", margin_order: "INTEGER", is_collapsible: "BOOLEAN" },
      weighted.flatMap(({ id, weighting: { calibration } }) =>
        calibration.margins.map((margin_code, i) => ({
          ...id,
          margin_code,
          margin_order: i + 1,
          is_collapsible: calibration.collapse?.margins.includes(margin_code) ?? false,
        })),
      ),
    ),
  ];
}

function settingsOf({ eligibility, nonresponse, calibration, trimming, quantisation }: Weighting) {
  const hasRule = eligibility.method === "spread";
  const adjusts = nonresponse.method !== "none";
  return {
    eligibility_method: eligibility.method,
    eligibility_rule: hasRule ? eligibility.rule : null,
    eligibility_within: hasRule ? eligibility.within : null,
    nonresponse_method: nonresponse.method,
    nonresponse_within: nonresponse.method === "classes" ? nonresponse.within : null,
    n_propensity_classes: nonresponse.method === "propensity" ? nonresponse.classes : null,
    minimum_respondents: adjusts ? nonresponse.minimum_respondents : null,
    largest_factor: adjusts ? nonresponse.largest_factor : null,
    calibration_method: calibration.method,
    lower_bound: calibration.bounds?.[0] ?? null,
    upper_bound: calibration.bounds?.[1] ?? null,
    tolerance: calibration.tolerance,
    max_iterations: calibration.max_iterations,
    collapse_below: calibration.collapse?.below ?? null,
    trim_above_median: trimming.method === "cap" ? trimming.above_median : null,
    max_trimming_rounds: trimming.method === "cap" ? trimming.max_rounds : null,
    stop_above_median: quantisation.stop_above_median,
  };
}
