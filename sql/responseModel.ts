import type { ModelledArea, ModelTerm } from "../models/weighting/responseModel.ts";
import type { Row } from "./table.ts";

/** What the model of response reads of the sampled areas: everybody whose place is known to be eligible, or only those first drawn. */
export const responseInputs = {
  areas: `
    select c.*, c.respondents_e9::double / 1e9 as respondents, c.nonrespondents_e9::double / 1e9 as nonrespondents,
      c.ineligible_e9::double / 1e9 as ineligible, c.unknown_e9::double / 1e9 as unknown,
      u.region_code, u.unit_type
    from weights.cases c
    join spec.round_units u using (round_code, index_code, unit_code)
    order by c.cluster_number`,
  terms:
    "select round_code, index_code, term_code from spec.response_model order by round_code, index_code, term_order",
};

export type Asked = "places" | "drawn";

/** A sampled area as the model of response takes it. */
export function toModelledArea(row: Row, asked: Asked): ModelledArea {
  const responded = Number(asked === "places" ? row["n_respondents"] : row["n_drawn_respondents"]);
  return {
    region: String(row["region_code"]),
    unitType: String(row["unit_type"]),
    persons: Number(row["n_persons"]),
    asked: asked === "places" ? responded + Number(row["n_nonrespondents"]) : Number(row["n_drawn_eligible"]),
    responded,
  };
}

/** The terms of the model of a round. */
export function modelTermsOf(terms: readonly Row[], round: string): ModelTerm[] {
  return terms.flatMap((row) => (row["round_code"] === round ? [String(row["term_code"]) as ModelTerm] : []));
}
