import { groupBy } from "../../models/groupBy.ts";
import { areaRepresentativeness } from "../../models/weighting/responseModel.ts";
import { modelTermsOf, responseInputs, toModelledArea } from "../responseModel.ts";
import { defineRows, type Row } from "../table.ts";

export default defineRows({
  head: {
    summary:
      "How evenly the persons first drawn responded, substitutes left out: the response rate, the R-indicator and its partial values by what the frame knows of the areas.",
    grain: ["round_code", "index_code", "term_code"],
    checks: { between: { response_share: [0, 1], r_indicator_adjusted: [0, 1] } },
  },
  inputs: responseInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    term_code: "VARCHAR", // all: the whole model
    term_order: "INTEGER",
    n_drawn_eligible: "INTEGER",
    n_drawn_respondents: "INTEGER",
    response_share: "DOUBLE",
    r_indicator: "DOUBLE", // of the whole model
    r_indicator_adjusted: "DOUBLE",
    r_partial: "DOUBLE", // of a term; NULL where it was left out of the model
    r_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ areas = [], terms = [] }) {
    for (const own of groupBy(areas, (row) => `${row["round_code"]}/${row["index_code"]}`).values()) {
      const { round_code, index_code } = own[0] as Row;
      const wanted = modelTermsOf(terms, String(round_code));
      if (wanted.length === 0) continue;
      const found = areaRepresentativeness(
        own.map((row) => toModelledArea(row, "drawn")),
        wanted,
      );
      const shared = {
        ...{ round_code, index_code, n_drawn_eligible: found.asked, n_drawn_respondents: found.responded },
        response_share: found.asked === 0 ? null : found.responded / found.asked,
        provenance: own.some((row) => row["provenance"] === "illustrative") ? "illustrative" : "derived",
      };
      yield {
        ...shared,
        ...{ term_code: "all", term_order: 0, r_partial: null },
        ...{ r_indicator: found.indicator, r_indicator_adjusted: found.adjusted },
        r_status: found.indicator === null ? "not_estimable" : "ok",
      } as Row;
      for (const [i, term] of wanted.entries()) {
        const partial = found.partial.get(term) ?? null;
        yield {
          ...shared,
          ...{ term_code: term, term_order: i + 1, r_partial: partial },
          ...{ r_indicator: null, r_indicator_adjusted: null },
          r_status: partial === null ? "left_out" : "ok",
        } as Row;
      }
    }
  },
});
