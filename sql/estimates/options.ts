import { estimateNode, type Psu, toDomain } from "../../models/sipas/estimateNode.ts";
import type { NodeFormula } from "../../models/sipas/nodeFormulas.ts";
import { estimateColumns, toEstimateRow } from "../estimateColumns.ts";
import { groupBy } from "../groupBy.ts";
import { defineRows, type Row } from "../table.ts";

const chosenShare: NodeFormula = {
  node: "option",
  level: "item",
  terms: [{ coefficient: 1, items: ["option"] }],
};

/** Critical values of Student's t need a distribution: TypeScript, on stage totals. */
export default defineRows({
  head: {
    summary:
      "For each question outside the satisfaction block, the share of each answer by province, region and nation, all answers pooled.",
    grain: ["round_code", "index_code", "domain_level", "domain_code", "item_code", "answer_level"],
    checks: { between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1] } },
  },
  inputs: {
    totals: `
      select round_code, index_code, recipe_code, unit_code, psu_key, item_code, answer_level, chosen_e9, counted_e9, n_counted, provenance
      from estimates.option_psu_totals
      order by round_code, index_code, item_code, answer_level, unit_code, psu_key`,
    domains:
      "select round_code, index_code, domain_level, domain_code, unit_code from estimates.domains order by all",
    rules: "select round_code, minimum_n from spec.sipas_rules order by all",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    item_code: "VARCHAR",
    answer_level: "INTEGER",
    ...estimateColumns("share"),
    provenance: "VARCHAR",
  },
  *rows({ totals = [], domains = [], rules = [] }) {
    const unitsOf = groupBy(
      domains,
      (row) => `${row["round_code"]}/${row["index_code"]}/${row["domain_level"]}/${row["domain_code"]}`,
    );
    const byOption = groupBy(
      totals,
      (row) => `${row["round_code"]}/${row["index_code"]}/${row["item_code"]}/${row["answer_level"]}`,
    );
    for (const psus of byOption.values()) {
      const first = psus[0] as Row;
      const minimum = Number(
        rules.find((rule) => rule["round_code"] === first["round_code"])?.["minimum_n"] ?? 1,
      );
      for (const units of unitsOf.values()) {
        const domain = units[0] as Row;
        if (domain["round_code"] !== first["round_code"] || domain["index_code"] !== first["index_code"])
          continue;
        const codes = new Set(units.map((unit) => unit["unit_code"]));
        const own = psus.filter((psu) => codes.has(psu["unit_code"] as string));
        const n = own.reduce((sum, psu) => sum + Number(psu["n_counted"]), 0);
        const estimate = estimateNode(chosenShare, domainOf(own), n, minimum);
        yield {
          round_code: first["round_code"] as string,
          index_code: first["index_code"] as string,
          recipe_code: first["recipe_code"] as string,
          domain_level: domain["domain_level"] as string,
          domain_code: domain["domain_code"] as string,
          item_code: first["item_code"] as string,
          answer_level: Number(first["answer_level"]),
          ...toEstimateRow("share", estimate),
          provenance: first["provenance"] as string,
        };
      }
    }
  },
});

function domainOf(psus: readonly Row[]) {
  const provinces = groupBy(psus, (psu) => String(psu["unit_code"]));
  return toDomain(new Map([...provinces].map(([unit, own]) => [unit, own.map(toPsu)])), null);
}

function toPsu(row: Row): Psu {
  return {
    nResponses: Number(row["n_counted"]),
    totals: new Map([
      ["option", { satisfied: Number(row["chosen_e9"]), counted: Number(row["counted_e9"]) }],
    ]),
  };
}
