import type { DuckDBConnection } from "@duckdb/node-api";
import { type ClusterSample, clusterSample } from "../../models/sipas/clusterSample.ts";
import type { Domain } from "../../models/sipas/estimateDomains.ts";
import { linearise } from "../../models/sipas/linearise.ts";
import { pairedDifference } from "../../models/sipas/pairedDifference.ts";
import { readRows } from "../warehouse/readRows.ts";
import { pairRespondents, readUnit, type sideNames } from "./pairRespondents.ts";
import { readShownSurvey, type ShownSurvey } from "./surveyOf.ts";

/** The errors of differences, by {@link errorKey}. */
export type DifferenceErrors = ReadonlyMap<string, { readonly variance: number; readonly df: number }>;

export function errorKey(level: string, code: string, node: string): string {
  return `${level}/${code}/${node}`;
}

/**
 * The errors of all differences of a round between two attached warehouses; null when they do not hold the same sample, or one
 * has no survey of the round. Respondents pass one unit at a time, whatever their number.
 */
export async function compareEstimates(
  connection: DuckDBConnection,
  round: string,
): Promise<DifferenceErrors | null> {
  const [before, after] = [
    await surveyIn(connection, "before", round),
    await surveyIn(connection, "after", round),
  ];
  if (before === null || after === null || !(await isSameSample(connection, round))) return null;
  const surveys = [before, after] as const;
  await pairRespondents(connection, round, surveys);
  const { sample, firstCluster, dfOf } = await readSample(connection, round);
  const firsts = {
    cluster: firstCluster,
    cells: [
      await firstCell(connection, "before", round),
      await firstCell(connection, "after", round),
    ] as const,
  };
  const open = openDifferences(sample, surveys);
  for (const unit of sample.partOfStratum.keys()) {
    const waiting = open.filter(({ strata }) => strata.has(unit));
    if (waiting.length === 0) continue;
    const respondents = await readUnit(connection, unit, surveys, firsts);
    for (const { difference } of waiting) difference.add(respondents);
  }
  return new Map(
    open.map(({ key, domain, difference }) => [
      key,
      {
        variance: difference.variance(),
        df: domain.strata.reduce((sum, unit) => sum + (dfOf.get(unit) ?? 0), 0),
      },
    ]),
  );
}

async function surveyIn(
  connection: DuckDBConnection,
  side: string,
  round: string,
): Promise<ShownSurvey | null> {
  await connection.run(`use ${side}`);
  try {
    return await readShownSurvey(connection, round);
  } finally {
    await connection.run("use memory");
  }
}

/** Every node that both surveys estimate in a domain of both, ready to take respondents. */
function openDifferences(sample: ClusterSample, [before, after]: readonly [ShownSurvey, ShownSurvey]) {
  const linearised = [linearise(before.survey.cells), linearise(after.survey.cells)] as const;
  const nameOf = ({ level, code }: Domain) => `${level}/${code}`;
  const domains = new Map(after.domains.map((domain) => [nameOf(domain), domain]));
  const formulas = new Map(after.tree.formulas.map((formula) => [formula.node, formula]));
  return before.domains.flatMap((domain) =>
    before.tree.formulas.flatMap((formula) => {
      const [otherDomain, otherFormula] = [domains.get(nameOf(domain)), formulas.get(formula.node)];
      if (otherDomain === undefined || otherFormula === undefined) return [];
      const old = linearised[0](domain, formula);
      const changed = linearised[1](otherDomain, otherFormula);
      if (old === null || changed === null) return [];
      const strata = new Set([...old.strata, ...changed.strata]);
      const key = errorKey(domain.level, domain.code, formula.node);
      return [{ key, domain, strata, difference: pairedDifference(sample, [old, changed]) }];
    }),
  );
}

/** Both warehouses drew from the same clusters of the same population. */
async function isSameSample(connection: DuckDBConnection, round: string): Promise<boolean> {
  const frame = (side: string) =>
    `select cluster_key, unit_code, path_keys, population_counts, n_persons from ${side}.clean.sampled_clusters where round_code = '${round}'`;
  const [row] = await readRows(
    connection,
    `select (select count(*) from (${frame("before")} except ${frame("after")}))
      + (select count(*) from (${frame("after")} except ${frame("before")})) as n`,
  );
  return Number(row?.["n"]) === 0;
}

/** The sample with the respondents of either side, and the degrees of freedom that each unit's first-stage units leave. */
async function readSample(connection: DuckDBConnection, round: string) {
  const clusters = await readRows(
    connection,
    `select s.unit_code, s.cluster_number, s.n_persons, to_json(s.path_keys)::varchar as path_keys,
       to_json(s.population_counts)::varchar as population_counts,
       (select count(*) from pairs p where p.cluster_number = s.cluster_number)::integer as n_responses
     from before.clean.sampled_clusters s where s.round_code = '${round}' order by s.cluster_number`,
  );
  const sample = clusterSample(
    clusters.map((row) => ({
      stratum: String(row["unit_code"]),
      path: JSON.parse(String(row["path_keys"])) as string[],
      populationCounts: JSON.parse(String(row["population_counts"])) as number[],
      persons: Number(row["n_persons"]),
      responses: Number(row["n_responses"]),
    })),
  );
  const psus = new Map<string, Set<number>>();
  clusters.forEach((row, index) => {
    const unit = String(row["unit_code"]);
    const own = psus.get(unit) ?? new Set();
    if (Number(row["n_responses"]) > 0) own.add(sample.psuOf[index] as number);
    psus.set(unit, own);
  });
  return {
    sample,
    firstCluster: Number(clusters[0]?.["cluster_number"]),
    dfOf: new Map([...psus].map(([unit, own]) => [unit, Math.max(own.size - 1, 0)])),
  };
}

async function firstCell(
  connection: DuckDBConnection,
  side: (typeof sideNames)[number],
  round: string,
): Promise<number> {
  const [row] = await readRows(
    connection,
    `select min(cell_number) as first from ${side}.weights.cells where round_code = '${round}'`,
  );
  return Number(row?.["first"]);
}
