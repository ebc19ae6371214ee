import { type Domain, estimateNode, type Psu } from "../../models/sipas/estimateNode.ts";
import { type NodeFormula, nodeFormulas, type TreeRules } from "../../models/sipas/nodeFormulas.ts";
import { type NationRule, populationWeights } from "../../models/sipas/populationWeights.ts";
import { estimateColumns, toEstimateRow } from "../estimateColumns.ts";
import { groupBy } from "../groupBy.ts";
import { defineRows, type Row } from "../table.ts";

/** Critical values of Student's t need a distribution: TypeScript, on a few thousand stage totals. */
export default defineRows({
  head: {
    summary: "SIPAS of every domain and node under each recipe, with linearised errors and 95 % intervals.",
    grain: ["round_code", "index_code", "recipe_code", "domain_level", "domain_code", "node_code"],
    checks: {
      between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1] },
      "one of": { share_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable"] },
      "no rows": {
        "an estimate has its error, df and n, or says why not": `
          select * from this
          where (share_status = 'ok') <> (share is not null and share_se is not null and share_df is not null
            and share_low is not null and share_high is not null and share_n is not null)`,
        "the interval holds the estimate":
          "select * from this where share not between share_low - 1e-12 and share_high + 1e-12",
      },
    },
  },
  inputs: {
    totals: `
      select round_code, index_code, recipe_code, unit_code, psu_key, n_responses, item_code, satisfied_e9, counted_e9, n_counted, provenance
      from estimates.psu_totals
      order by round_code, index_code, recipe_code, unit_code, psu_key, item_code`,
    domains: `
      select round_code, index_code, domain_level, domain_code, unit_code, population_2019
      from estimates.domains order by all`,
    recipes: "select round_code, recipe_code from spec.sipas_recipes order by all",
    rules: `
      select round_code, instrument_code, factor_rule, part_rule, service_weight, nation_rule, minimum_n
      from spec.sipas_rules order by all`,
    items: `
      select instrument_code, item_code, factor_code, part_code
      from spec.items where factor_code is not null order by instrument_code, item_order`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    node_level: "VARCHAR",
    node_code: "VARCHAR",
    ...estimateColumns("share"),
    provenance: "VARCHAR",
  },
  *rows({ totals = [], domains = [], recipes = [], rules = [], items = [] }) {
    for (const rule of rules) {
      const round = rule["round_code"];
      const ofRound = (row: Row) => row["round_code"] === round;
      const formulas = nodeFormulas(
        items
          .filter((item) => item["instrument_code"] === rule["instrument_code"])
          .map((item) => ({
            item: String(item["item_code"]),
            factor: String(item["factor_code"]),
            part: String(item["part_code"]),
          })),
        treeRules(rule),
      );
      for (const recipe of recipes.filter(ofRound)) {
        const psus = readPsus(
          totals.filter((row) => ofRound(row) && row["recipe_code"] === recipe["recipe_code"]),
        );
        for (const [key, units] of groupBy(domains.filter(ofRound), domainKey)) {
          const [indexCode, domainLevel, domainCode] = key.split("/") as [string, string, string];
          const domain = toDomain(units, psus, domainLevel, String(rule["nation_rule"]) as NationRule);
          for (const formula of formulas) {
            const estimate = estimateNode(
              formula,
              domain,
              countOf(formula, domain.psus),
              Number(rule["minimum_n"]),
            );
            yield {
              round_code: round as string,
              index_code: indexCode,
              recipe_code: recipe["recipe_code"] as string,
              domain_level: domainLevel,
              domain_code: domainCode,
              node_level: formula.level,
              node_code: formula.node,
              ...toEstimateRow("share", estimate),
              provenance: provenanceOf(totals.filter(ofRound)),
            };
          }
        }
      }
    }
  },
});

function treeRules(rule: Row): TreeRules {
  return {
    factorRule: rule["factor_rule"] as TreeRules["factorRule"],
    partRule: rule["part_rule"] as TreeRules["partRule"],
    serviceWeight: Number(rule["service_weight"]),
  };
}

interface CountedPsu extends Psu {
  readonly counts: ReadonlyMap<string, number>;
}

/** Rows come ordered by unit and first-stage unit. */
function readPsus(rows: readonly Row[]): CountedPsu[] {
  const psus = new Map<
    string,
    CountedPsu & { totals: Map<string, { satisfied: number; counted: number }>; counts: Map<string, number> }
  >();
  for (const row of rows) {
    const key = String(row["psu_key"]);
    let psu = psus.get(key);
    if (!psu) {
      psu = {
        stratum: String(row["unit_code"]),
        nResponses: Number(row["n_responses"]),
        totals: new Map(),
        counts: new Map(),
      };
      psus.set(key, psu);
    }
    const item = String(row["item_code"]);
    psu.totals.set(item, { satisfied: Number(row["satisfied_e9"]), counted: Number(row["counted_e9"]) });
    psu.counts.set(item, Number(row["n_counted"]));
  }
  return [...psus.values()];
}

function domainKey(row: Row): string {
  return `${row["index_code"]}/${row["domain_level"]}/${row["domain_code"]}`;
}

function toDomain(
  units: readonly Row[],
  psus: readonly CountedPsu[],
  level: string,
  rule: NationRule,
): Domain & { psus: readonly CountedPsu[] } {
  const sampled = new Set(psus.map((psu) => psu.stratum));
  const members = units.filter((unit) => sampled.has(String(unit["unit_code"])));
  const codes = members.map((unit) => String(unit["unit_code"]));
  const own = psus.filter((psu) => codes.includes(psu.stratum));
  if (level === "province") return { psus: own, stratumWeights: null };
  const populations = members.map((unit) => unit["population_2019"] as number | null);
  const weights = populationWeights(rule, populations);
  return {
    psus: own,
    stratumWeights: weights && new Map(codes.map((code, index) => [code, weights[index] as number])),
  };
}

/** Answers to the item; for a composite, responses. */
function countOf(formula: NodeFormula, psus: readonly CountedPsu[]): number {
  const item = formula.level === "item" ? (formula.terms[0]?.items[0] as string) : null;
  return psus.reduce((sum, psu) => sum + (item === null ? psu.nResponses : (psu.counts.get(item) ?? 0)), 0);
}

function provenanceOf(rows: readonly Row[]): string {
  return rows.some((row) => row["provenance"] === "illustrative") ? "illustrative" : "derived";
}
