import { groupBy } from "../../models/groupBy.ts";
import {
  type Change,
  type ChangeEstimate,
  type ComparedRound,
  estimateChanges,
  type FirstStageUnit,
  type RoundEstimate,
} from "../../models/sipas/estimateChanges.ts";
import type { NodeStatus } from "../../models/sipas/estimateNode.ts";
import { holm } from "../../models/statistics/pValueAdjustments.ts";
import { sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";

/** Degrees of freedom of a quadratic form: TypeScript, on the sums of first-stage units. */
export default defineRows({
  head: {
    summary:
      "Change of SIPAS of every domain and node since each earlier round it can be compared with, with errors that know the first-stage units that both rounds sampled; and for a round it cannot be compared with, one row that says so.",
    grain: [
      "round_code",
      "index_code",
      "earlier_round",
      "recipe_code",
      "domain_level",
      "domain_code",
      "node_code",
    ],
    checks: {
      between: { change: [-1, 1], change_p: [0, 1], change_p_holm: [0, 1], change_correlation: [-1, 1] },
      "one of": {
        change_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable", "not_comparable"],
      },
      "no rows": {
        "a change has its error, df and interval, or says why not": `
          select * from this
          where (change_status = 'ok') <> (change is not null and change_se is not null and change_df is not null
            and change_low is not null and change_high is not null and change_p is not null)`,
        "a change is told only where the round calls the other comparable": `
          select * from this t
          left join spec.sipas_comparability c using (round_code, index_code, earlier_round)
          where (t.change_status <> 'not_comparable') <> coalesce(c.is_comparable, false)`,
        "a change is the difference of the two estimates": `
          select * from this t
          join estimates.sipas now using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
          join estimates.sipas was on was.round_code = t.earlier_round
            and (was.index_code, was.recipe_code, was.domain_level, was.domain_code, was.node_code)
              = (t.index_code, t.recipe_code, t.domain_level, t.domain_code, t.node_code)
          where t.change is not null and abs(t.change - (now.share - was.share)) > 1e-12`,
      },
    },
  },
  inputs: {
    ...surveyInputs,
    ...treeInputs,
    comparability:
      "select round_code, index_code, earlier_round, is_comparable from spec.sipas_comparability order by all",
    estimates: `
      select round_code, recipe_code, domain_level, domain_code, node_code, share, share_se, share_status
      from estimates.sipas order by all`,
  },
  wide: { cells: cellsSelect("^(satisfied|counted)_") },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    earlier_round: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    node_code: "VARCHAR",
    change: "DOUBLE",
    change_se: "DOUBLE",
    change_df: "DOUBLE",
    change_low: "DOUBLE",
    change_high: "DOUBLE",
    change_p: "DOUBLE",
    change_p_holm: "DOUBLE",
    change_correlation: "DOUBLE",
    change_status: "VARCHAR",
    n_shared_psus: "INTEGER",
    n_psus: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells }) {
    const surveys = readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items);
    const estimateOf = readEstimates(inputs["estimates"] ?? []);
    for (const later of surveys) {
      const { round_code, index_code, recipe_code } = later;
      const tree = sipasTree(inputs, round_code);
      for (const { earlier_round, isComparable } of earlierRounds(inputs, surveys, round_code)) {
        const key = { round_code, index_code, earlier_round, recipe_code };
        const earlier = surveys.find(
          (survey) => survey.round_code === earlier_round && survey.recipe_code === recipe_code,
        );
        if (!isComparable) {
          for (const { level, code } of tree.domainsOf(later))
            yield {
              ...key,
              domain_level: level,
              domain_code: code,
              node_code: "overall",
              ...notComparable(later),
            };
        } else if (earlier !== undefined) {
          const [before, now] = [earlier, later].map((survey) => toCompared(inputs, survey, estimateOf)) as [
            ComparedRound,
            ComparedRound,
          ];
          const provenance = [earlier, later].some((survey) => survey.provenance === "illustrative")
            ? "illustrative"
            : "derived";
          const changes = [...estimateChanges(before, now, tree.formulas)];
          const adjusted = adjustAmongProvinces(changes);
          for (const [index, { domain, formula, estimate }] of changes.entries()) {
            yield {
              ...{ ...key, domain_level: domain.level, domain_code: domain.code, node_code: formula.node },
              ...toRow(estimate),
              change_p_holm: adjusted.get(index) ?? null,
              provenance,
            };
          }
        }
      }
    }
  },
});

/** The rounds that a round speaks of, and the one before it in this warehouse, which cannot be compared unless it does. */
function earlierRounds(
  { comparability = [] }: Readonly<Record<string, readonly Row[]>>,
  surveys: readonly Survey[],
  round: string,
): { earlier_round: string; isComparable: boolean }[] {
  const said = comparability
    .filter((row) => row["round_code"] === round)
    .map((row) => ({
      earlier_round: String(row["earlier_round"]),
      isComparable: row["is_comparable"] === true,
    }));
  const before = surveys.map((survey) => survey.round_code).filter((code) => code < round);
  const last = before.sort().at(-1);
  const isSilent = last !== undefined && !said.some(({ earlier_round }) => earlier_round === last);
  return isSilent ? [...said, { earlier_round: last, isComparable: false }] : said;
}

/** Holm's p-value of each province among all provinces that a node was tested in, by place. */
function adjustAmongProvinces(changes: readonly Change[]): Map<number, number | null> {
  const provinces = [...changes.entries()].filter(([, { domain }]) => domain.level === "province");
  return new Map(
    [...groupBy(provinces, ([, { formula }]) => formula.node).values()].flatMap((tests) => {
      const p = holm(tests.map(([, { estimate }]) => estimate.p));
      return tests.map(([index], place) => [index, p[place] ?? null] as const);
    }),
  );
}

function toCompared(
  inputs: Readonly<Record<string, readonly Row[]>>,
  survey: Survey,
  estimateOf: (survey: Survey) => ComparedRound["estimateOf"],
): ComparedRound {
  return {
    cells: survey.cells,
    psus: firstStageUnits(inputs["clusters"] ?? [], survey),
    domains: sipasTree(inputs, survey.round_code).domainsOf(survey),
    estimateOf: estimateOf(survey),
  };
}

/** First-stage units by number, with the key by which another round knows them. */
function firstStageUnits(clusters: readonly Row[], { round_code, cells }: Survey): FirstStageUnit[] {
  const units: FirstStageUnit[] = [];
  clusters
    .filter((row) => row["round_code"] === round_code)
    .forEach((row, cluster) => {
      const [key] = JSON.parse(String(row["path_keys"])) as string[];
      const [population] = JSON.parse(String(row["population_counts"])) as number[];
      units[cells.sample.psuOf[cluster] as number] = {
        stratum: String(row["unit_code"]),
        key: String(key),
        population: Number(population),
      };
    });
  return units;
}

function readEstimates(rows: readonly Row[]): (survey: Survey) => ComparedRound["estimateOf"] {
  const found = new Map(
    rows.map((row): [string, RoundEstimate] => [
      ["round_code", "recipe_code", "domain_level", "domain_code", "node_code"]
        .map((column) => row[column])
        .join("/"),
      {
        share: row["share"] as number | null,
        se: row["share_se"] as number | null,
        status: row["share_status"] as NodeStatus,
      },
    ]),
  );
  return ({ round_code, recipe_code }) =>
    ({ level, code }, node) =>
      found.get([round_code, recipe_code, level, code, node].join("/")) ?? null;
}

function toRow(estimate: ChangeEstimate): Row {
  return {
    change: estimate.change,
    change_se: estimate.se,
    change_df: estimate.df,
    change_low: estimate.low,
    change_high: estimate.high,
    change_p: estimate.p,
    change_correlation: estimate.correlation,
    change_status: estimate.status,
    n_shared_psus: estimate.sharedPsus,
    n_psus: estimate.psus,
  };
}

function notComparable({ provenance }: Survey): Row {
  const nothing = { change: null, change_se: null, change_df: null, change_low: null, change_high: null };
  return {
    ...{
      ...nothing,
      change_p: null,
      change_p_holm: null,
      change_correlation: null,
      change_status: "not_comparable",
    },
    ...{ n_shared_psus: null, n_psus: null, provenance },
  };
}
