import { estimateShares } from "../../models/officials/estimateShares.ts";
import { officialInputs, readOfficialSurveys } from "../officialSurveys.ts";
import { defineRows } from "../table.ts";

/** The same respondents answer for every leaf of a unit, so the errors of its leaves go together. */
export default defineRows({
  head: {
    summary:
      "Covariance of the shares of two surveyed leaves of a unit that each class of nonresponse adds; sums over classes are the unit's.",
    grain: ["round_code", "index_code", "unit_code", "class_code", "node_code", "other_node_code"],
  },
  ...officialInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    class_code: "VARCHAR",
    class_df: "INTEGER",
    node_code: "VARCHAR",
    other_node_code: "VARCHAR",
    covariance: "DOUBLE",
    provenance: "VARCHAR",
  },
  *rows(inputs, wide) {
    for (const { key, classes, leaves, combine, provenance } of readOfficialSurveys(inputs, wide)) {
      const made = estimateShares(
        classes,
        leaves.map(({ items }) => items),
        combine,
      );
      for (const { codes, df, covariance } of made.classes)
        for (const [a, leaf] of leaves.entries())
          for (const [b, other] of leaves.entries())
            yield {
              ...key,
              class_code: codes.join("+"),
              class_df: df,
              node_code: leaf.code,
              other_node_code: other.code,
              covariance: covariance[a]?.[b] ?? 0,
              provenance,
            };
    }
  },
});
