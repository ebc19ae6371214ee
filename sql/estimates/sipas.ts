import { type Domain, estimateNode, type Psu, toDomain } from "../../models/sipas/estimateNode.ts";
import {
  type NodeFormula,
  nodeFormulas,
  type TreeItem,
  type TreeRules,
} from "../../models/sipas/nodeFormulas.ts";
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
      const ofRound = (row: Row) => row["round_code"] === rule["round_code"];
      const formulas = nodeFormulas(
        items.filter((item) => item["instrument_code"] === rule["instrument_code"]).map(toTreeItem),
        treeRules(rule),
      );
      const groups = groupBy(domains.filter(ofRound), domainKey);
      for (const { recipe_code } of recipes.filter(ofRound)) {
        const ofRecipe = totals.filter((row) => ofRound(row) && row["recipe_code"] === recipe_code);
        const provinces = readProvinces(ofRecipe);
        const provenance = ofRecipe.some((row) => row["provenance"] === "illustrative")
          ? "illustrative"
          : "derived";
        for (const units of groups.values()) {
          const { round_code, index_code, domain_level, domain_code } = units[0] as Row;
          const own = ownProvinces(units, provinces);
          const rulesOfDomain =
            domain_level === "province" ? "pooled" : (String(rule["nation_rule"]) as NationRule);
          const domain = toDomain(own.psus, populationWeights(rulesOfDomain, own.populations));
          for (const formula of formulas) {
            const estimate = estimateNode(
              formula,
              domain,
              countOf(formula, domain),
              Number(rule["minimum_n"]),
            );
            yield {
              ...{ round_code, index_code, recipe_code, domain_level, domain_code, provenance },
              node_level: formula.level,
              node_code: formula.node,
              ...toEstimateRow("share", estimate),
            } as Row;
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

function toTreeItem(item: Row): TreeItem {
  return {
    item: String(item["item_code"]),
    factor: String(item["factor_code"]),
    part: String(item["part_code"]),
  };
}

function domainKey(row: Row): string {
  return `${row["index_code"]}/${row["domain_level"]}/${row["domain_code"]}`;
}

interface CountedPsu extends Psu {
  readonly counts: ReadonlyMap<string, number>;
}

/** The first-stage units of each province; rows come ordered by province and unit. */
function readProvinces(rows: readonly Row[]): Map<string, CountedPsu[]> {
  const provinces = new Map<string, CountedPsu[]>();
  for (const [unit, ofUnit] of groupBy(rows, (row) => String(row["unit_code"]))) {
    const psus = [...groupBy(ofUnit, (row) => String(row["psu_key"])).values()];
    provinces.set(unit, psus.map(toPsu));
  }
  return provinces;
}

function toPsu(rows: readonly Row[]): CountedPsu {
  return {
    nResponses: Number(rows[0]?.["n_responses"]),
    totals: new Map(
      rows.map((row) => [
        String(row["item_code"]),
        { satisfied: Number(row["satisfied_e9"]), counted: Number(row["counted_e9"]) },
      ]),
    ),
    counts: new Map(rows.map((row) => [String(row["item_code"]), Number(row["n_counted"])])),
  };
}

/** The sampled provinces of a domain. */
function ownProvinces(units: readonly Row[], provinces: ReadonlyMap<string, CountedPsu[]>) {
  const sampled = units.filter((unit) => provinces.has(String(unit["unit_code"])));
  return {
    psus: new Map(
      sampled.map((unit) => [String(unit["unit_code"]), provinces.get(String(unit["unit_code"])) ?? []]),
    ),
    populations: sampled.map((unit) => unit["population_2019"] as number | null),
  };
}

/** Answers to the item; for a composite, responses. */
function countOf(formula: NodeFormula, domain: Domain): number {
  const item = formula.level === "item" ? formula.terms[0]?.items[0] : undefined;
  const psus = domain.strata.flatMap((stratum) => stratum.psus as readonly CountedPsu[]);
  return psus.reduce(
    (sum, psu) => sum + (item === undefined ? psu.nResponses : (psu.counts.get(item) ?? 0)),
    0,
  );
}
