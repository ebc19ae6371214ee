import { groupBy } from "../../models/groupBy.ts";
import { type Dispositions, outcomeRates } from "../../models/statistics/outcomeRates.ts";
import { defineRows, type Row } from "../table.ts";

export default defineRows({
  head: {
    summary:
      "AAPOR's outcome rates of every watched form by unit and nation, each with its numerator and denominator.",
    grain: ["round_code", "instrument_code", "domain_level", "domain_code", "rate_code"],
    checks: { between: { rate_share: [0, 1] } },
  },
  inputs: {
    cases: `
      select round_code, instrument_code, domain_level, domain_code, disposition_code, n, provenance
      from clean.campaign_dispositions
      order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    rate_code: "VARCHAR",
    rate_order: "INTEGER",
    n_numerator: "DOUBLE",
    n_denominator: "DOUBLE",
    rate_share: "DOUBLE",
    n_cases: "BIGINT",
    provenance: "VARCHAR",
  },
  *rows({ cases = [] }) {
    const key = (row: Row) =>
      ["round_code", "instrument_code", "domain_level", "domain_code"].map((column) => row[column]).join("/");
    for (const own of groupBy(cases, key).values()) {
      const count = (code: keyof Dispositions) =>
        Number(own.find((row) => row["disposition_code"] === code)?.["n"] ?? 0);
      const { round_code, instrument_code, domain_level, domain_code } = own[0]! as Record<string, string>;
      const rates = outcomeRates({
        I: count("I"),
        P: count("P"),
        R: count("R"),
        NC: count("NC"),
        O: count("O"),
        UH: 0,
        UO: count("UO"),
        NE: count("NE"),
      });
      for (const [i, { code, numerator, denominator, rate }] of rates.entries())
        yield {
          round_code: round_code!,
          instrument_code: instrument_code!,
          domain_level: domain_level!,
          domain_code: domain_code!,
          rate_code: code,
          rate_order: i + 1,
          n_numerator: numerator,
          n_denominator: denominator,
          rate_share: rate,
          n_cases: own.reduce((sum, row) => sum + Number(row["n"]), 0),
          provenance: own.some((row) => row["provenance"] === "illustrative")
            ? "illustrative"
            : String(own[0]!["provenance"]),
        };
    }
  },
});
