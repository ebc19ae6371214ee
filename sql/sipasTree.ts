import { groupBy } from "../models/groupBy.ts";
import type { Domain } from "../models/sipas/estimateDomains.ts";
import { type NodeFormula, nodeFormulas, type TreeRules } from "../models/sipas/nodeFormulas.ts";
import { type NationRule, populationWeights } from "../models/sipas/populationWeights.ts";
import type { ReleaseRules } from "../models/sipas/protectEstimates.ts";
import type { ItemColumnNames, Survey } from "./surveys.ts";
import type { Row } from "./table.ts";

/** What {@link sipasTree} reads of the specification. */
export const treeInputs = {
  domains: `
    select round_code, index_code, domain_level, domain_code, unit_code, population_2019
    from estimates.domains order by all`,
  rules: `
    select round_code, index_code, instrument_code, factor_rule, part_rule, service_weight, nation_rule, minimum_n, minimum_count, dominance_n, dominance_percent, secondary_rule, earlier_rule, interval_rule
    from spec.sipas_rules order by all`,
  items: `
    select instrument_code, item_code, factor_code, part_code
    from spec.items where factor_code is not null order by instrument_code, item_order`,
};

/** The columns that say what a row of estimates is of; {@link nodeKey} fills them. */
export const nodeColumns = {
  round_code: "VARCHAR",
  index_code: "VARCHAR",
  recipe_code: "VARCHAR",
  domain_level: "VARCHAR",
  domain_code: "VARCHAR",
  node_level: "VARCHAR",
  node_code: "VARCHAR",
} as const;

export function nodeKey(
  { round_code, index_code, recipe_code }: Survey,
  domain: Domain,
  formula: NodeFormula,
): Record<keyof typeof nodeColumns, string> {
  return {
    ...{ round_code, index_code, recipe_code },
    ...{ domain_level: domain.level, domain_code: domain.code },
    ...{ node_level: formula.level, node_code: formula.node },
  };
}

/** What is estimated in a round, and by which rules. */
export interface SipasTree {
  readonly formulas: readonly NodeFormula[];
  /** The domains that hold a sampled province. */
  readonly domainsOf: (survey: Survey) => Domain[];
  readonly items: ItemColumnNames;
  readonly minimumN: number;
  readonly releaseRules: Omit<ReleaseRules, "released" | "isUnweighted">;
  readonly intervalRule: string;
}

/** The tree of SIPAS of a round. */
export function sipasTree(
  { domains = [], rules = [], items = [] }: Readonly<Record<string, readonly Row[]>>,
  round: string,
): SipasTree {
  const rule = rules.find((row) => row["round_code"] === round) as Row;
  const own = items.filter((item) => item["instrument_code"] === rule["instrument_code"]);
  const ofRound = domains.filter((row) => row["round_code"] === round);
  return {
    formulas: nodeFormulas(
      own.map((item) => ({
        item: String(item["item_code"]),
        factor: String(item["factor_code"]),
        part: String(item["part_code"]),
      })),
      treeRules(rule),
    ),
    domainsOf: (survey) => sampledDomains(ofRound, survey, String(rule["nation_rule"]) as NationRule),
    items: new Map(
      own.map(({ item_code }) => [
        String(item_code),
        { yes: `satisfied_${item_code}`, counted: `counted_${item_code}` },
      ]),
    ),
    minimumN: Number(rule["minimum_n"]),
    releaseRules: releaseRules(rule),
    intervalRule: String(rule["interval_rule"]),
  };
}

/** What a round says of withheld figures. */
export function releaseRules(rule: Row): Omit<ReleaseRules, "released" | "isUnweighted"> {
  return {
    secondary: String(rule["secondary_rule"]),
    dominance:
      rule["dominance_n"] === null
        ? null
        : { n: Number(rule["dominance_n"]), k: Number(rule["dominance_percent"]) },
    earlierReleases: rule["earlier_rule"] as ReleaseRules["earlierReleases"],
    minimumCount: Number(rule["minimum_count"]),
  };
}

function treeRules(rule: Row): TreeRules {
  return {
    factorRule: rule["factor_rule"] as TreeRules["factorRule"],
    partRule: rule["part_rule"] as TreeRules["partRule"],
    serviceWeight: Number(rule["service_weight"]),
  };
}

/** The domains of a round with the sampled provinces of each; one without any has no estimate, and says so. */
export function sampledDomains(rows: readonly Row[], { cells }: Survey, nationRule: NationRule): Domain[] {
  const groups = groupBy(rows, (row) => `${row["domain_level"]}/${row["domain_code"]}`);
  return [...groups.values()].map((units) => {
    const level = String(units[0]?.["domain_level"]);
    const sampled = units.filter((unit) => cells.sample.partOfStratum.has(String(unit["unit_code"])));
    const rule = level === "province" ? "pooled" : nationRule;
    return {
      level,
      code: String(units[0]?.["domain_code"]),
      strata: sampled.map((unit) => String(unit["unit_code"])),
      weights: populationWeights(
        rule,
        sampled.map((unit) => unit["population_2019"] as number | null),
      ),
    };
  });
}
