import { sumBy } from "../statistics/multistageCovariance.ts";
import { samplingStages } from "../statistics/samplingStages.ts";
import { type SummedPart, splitStrata } from "../statistics/summedDesign.ts";

/** A sampled area of the last stage: respondents were drawn from it; also one where nobody answered. */
export interface SampledCluster {
  readonly stratum: string;
  /** The areas down to it, outermost first; the last is the cluster itself. */
  readonly path: readonly string[];
  /** Units in the population at each of those stages: of the stratum, then of the area above. */
  readonly populationCounts: readonly number[];
  /** Persons in the population of the cluster, and valid responses from it. */
  readonly persons: number;
  readonly responses: number;
}

/** How a survey was drawn, down to clusters, which stand in the order in which they were given. */
export interface ClusterSample {
  readonly clusters: number;
  /** Strata that vary independently; one part for all where a rule for single units centres them together. */
  readonly parts: readonly SummedPart[];
  /** Where each cluster stands in the parts. */
  readonly place: Int32Array;
  readonly partOfStratum: ReadonlyMap<string, number>;
  readonly stratumOf: readonly string[];
  /** First-stage unit of each cluster. */
  readonly psuOf: Int32Array;
}

/**
 * Declares a multistage sample by its clusters: a stratum, any number of stages of areas, then persons, each stage with its
 * finite population. Persons are taken as drawn at random within the cluster, those who did not answer as missing at random.
 *
 * A stratum with one sampled first-stage unit of several is centred on the mean of all (`adjust`).
 *
 * @throws EstimateError as `samplingStages` does, say for more sampled units than the population has
 * @example clusterSample([{ stratum: "01", path: ["d1", "c1"], populationCounts: [8, 12], persons: 900, responses: 20 }, …])
 */
export function clusterSample(clusters: readonly SampledCluster[]): ClusterSample {
  const depth = clusters[0]?.path.length ?? 0;
  const stages = samplingStages(
    {
      strata: clusters.map((cluster) => cluster.stratum),
      clusters: Array.from({ length: depth }, (_, stage) =>
        clusters.map(({ path }) => path[stage] as string),
      ),
      populationCounts: Array.from({ length: depth }, (_, stage) =>
        clusters.map(({ populationCounts }) => populationCounts[stage] as number),
      ),
      lonelyPsu: "adjust",
    },
    clusters.length,
  );
  const { parts, unitOfRow, partOfUnit } = splitStrata(stages, {
    sampleCounts: clusters.map(({ responses }) => responses),
    populationCounts: clusters.map(({ persons, responses }) => Math.max(persons, responses)),
  });
  return {
    clusters: clusters.length,
    parts,
    place: unitOfRow,
    partOfStratum: new Map(
      clusters.map(({ stratum }, row) => [stratum, partOfUnit[unitOfRow[row]!]!] as const),
    ),
    stratumOf: clusters.map(({ stratum }) => stratum),
    psuOf: stages[0]!.unitOfRow,
  };
}

/** Sums of a column of clusters by first-stage unit. */
export function sumByPsu({ psuOf }: ClusterSample, values: Float64Array): Float64Array {
  return sumBy(values, psuOf, psuOf.reduce((most, psu) => Math.max(most, psu), -1) + 1);
}
