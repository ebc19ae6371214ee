import { groupBy } from "../../models/groupBy.ts";
import { propensityClasses } from "../../models/statistics/responsePropensity.ts";
import {
  type AreaFactor,
  type EligibilityRule,
  eligibilityFactors,
  propensityFactors,
  responseFactors,
  type SampleArea,
  type Within,
} from "../../models/weighting/responseClasses.ts";
import { areaPropensities } from "../../models/weighting/responseModel.ts";
import { modelTermsOf, responseInputs, toModelledArea } from "../responseModel.ts";
import { defineRows, type Row } from "../table.ts";

/** Merging classes is a loop, and a propensity a fitted model: TypeScript, on sampled areas. */
export default defineRows({
  head: {
    summary:
      "Per sampled area, what its weights are multiplied by for places of unknown eligibility and for nonresponse, with the classes; 1 where the round takes no such step.",
    grain: ["round_code", "index_code", "cluster_key"],
    checks: {
      "no rows": {
        "no factor takes weight from respondents":
          "select * from this where not (eligibility_factor >= 1 and nonresponse_factor >= 1 and isfinite(eligibility_factor * nonresponse_factor))",
      },
    },
  },
  inputs: { ...responseInputs, settings: "from spec.weighting order by all" },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    cluster_key: "VARCHAR",
    eligibility_class: "INTEGER", // NULL where the step is not taken
    eligibility_factor: "DOUBLE",
    nonresponse_class: "INTEGER",
    nonresponse_factor: "DOUBLE",
    response_propensity: "DOUBLE", // NULL where classes are not made of it
  },
  *rows({ areas = [], terms = [], settings = [] }) {
    for (const own of groupBy(areas, (row) => `${row["round_code"]}/${row["index_code"]}`).values()) {
      const { round_code, index_code } = own[0] as Row;
      const rules = settings.find(
        (row) => row["round_code"] === round_code && row["index_code"] === index_code,
      );
      const sample = own.map(toArea);
      const eligibility = eligibilityOf(sample, rules);
      const { response, propensities } = responseOf(
        own,
        sample,
        eligibility?.map(({ factor }) => factor) ?? sample.map(() => 1),
        rules,
        modelTermsOf(terms, String(round_code)),
      );
      for (const [place, { unit_code, cluster_key }] of own.entries()) {
        yield {
          ...{ round_code, index_code, unit_code, cluster_key },
          eligibility_class: eligibility?.[place]?.classNumber ?? null,
          eligibility_factor: eligibility?.[place]?.factor ?? 1,
          nonresponse_class: response?.[place]?.classNumber ?? null,
          nonresponse_factor: response?.[place]?.factor ?? 1,
          response_propensity: propensities?.[place] ?? null,
        } as Row;
      }
    }
  },
});

function toArea(row: Row): SampleArea {
  return {
    unit: String(row["unit_code"]),
    psu: String(row["psu_key"]),
    respondents: Number(row["n_respondents"]),
    respondentWeight: Number(row["respondents"]),
    nonrespondentWeight: Number(row["nonrespondents"]),
    ineligibleWeight: Number(row["ineligible"]),
    unknownWeight: Number(row["unknown"]),
  };
}

function eligibilityOf(sample: readonly SampleArea[], rules: Row | undefined): AreaFactor[] | null {
  if (rules?.["eligibility_method"] !== "spread") return null;
  return eligibilityFactors(sample, {
    rule: String(rules["eligibility_rule"]) as EligibilityRule["rule"],
    within: String(rules["eligibility_within"]) as Within,
  });
}

function responseOf(
  rows: readonly Row[],
  sample: readonly SampleArea[],
  eligibility: readonly number[],
  rules: Row | undefined,
  terms: ReturnType<typeof modelTermsOf>,
): { response: AreaFactor[] | null; propensities: Float64Array | null } {
  const method = rules?.["nonresponse_method"];
  const limits = {
    minimumRespondents: Number(rules?.["minimum_respondents"]),
    largestFactor: Number(rules?.["largest_factor"]),
  };
  const round = String(rows[0]?.["round_code"]);
  if (method === "classes") {
    const within = String(rules?.["nonresponse_within"]) as Within;
    const nameOf = (unit: string) => `unit ${unit} of round ${round}`;
    return {
      response: responseFactors(sample, eligibility, { ...limits, within }, nameOf),
      propensities: null,
    };
  }
  if (method !== "propensity") return { response: null, propensities: null };
  const propensities =
    areaPropensities(
      rows.map((row) => toModelledArea(row, "places")),
      terms,
    )?.propensities ?? new Float64Array(rows.length).fill(1);
  const classOfArea = propensityClasses(propensities, Number(rules?.["n_propensity_classes"]));
  return {
    response: propensityFactors(sample, eligibility, { ...limits, classOfArea }, `round ${round}`),
    propensities,
  };
}
