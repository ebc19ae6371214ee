import { EstimateError } from "../errors.ts";

/** A sampled unit with its place in the design: its stratum, and one code and one population count per stage. */
export interface SampledUnit {
  readonly stratum: string;
  /** Outermost stage first: district, commune, respondent. Codes need to differ only within their parent. */
  readonly stages: readonly string[];
  /** Units of each stage in the stratum or parent: counts, not rates. Absent: drawn with replacement. */
  readonly population?: readonly number[];
}

/** A stratum or a unit, with the units that were sampled in it, in the order of their codes. */
export interface SampleNode {
  readonly code: string;
  readonly children: readonly SampleNode[];
  /** Share of this node's units that was sampled; 0 when they were drawn with replacement. */
  readonly fraction: number;
  /** Where a unit of the last stage stands in the list it came from. */
  readonly unit?: number;
}

/**
 * The strata of a sample as trees, sorted by code at every stage, so that the order of rows does not matter.
 *
 * @throws EstimateError when a unit is listed twice, has not as many stages as asked, or a population is below its sample
 */
export function sampleTree(units: readonly SampledUnit[], stages: number): SampleNode[] {
  const short = units.find((unit) => unit.stages.length !== stages);
  if (short) {
    throw new EstimateError(
      `Unit ${short.stages.join("/")} has ${short.stages.length} stages; ${stages} are needed.`,
    );
  }
  return groups(
    units,
    units.map((_, u) => u),
    (unit) => unit.stratum,
  ).map(([code, members]) => node(units, members, code, 0));
}

function node(
  units: readonly SampledUnit[],
  members: readonly number[],
  code: string,
  stage: number,
): SampleNode {
  const first = units[members[0]!]!;
  if (stage === first.stages.length) {
    if (members.length === 1) return { code, children: [], fraction: 1, unit: members[0]! };
    throw new EstimateError(
      `Unit ${first.stages.join("/")} of stratum ${first.stratum} is listed ${members.length} times; list each once.`,
    );
  }
  const children = groups(units, members, (unit) => unit.stages[stage]!).map(([childCode, inChild]) =>
    node(units, inChild, childCode, stage + 1),
  );
  return { code, children, fraction: samplingFraction(units, members, stage, children.length) };
}

function samplingFraction(
  units: readonly SampledUnit[],
  members: readonly number[],
  stage: number,
  sampled: number,
): number {
  const counts = new Set(members.map((u) => units[u]!.population?.[stage]));
  const [population] = counts;
  const { stratum, stages } = units[members[0]!]!;
  const where = [stratum, ...stages.slice(0, stage)].join("/");
  if (counts.size > 1) {
    throw new EstimateError(
      `The units sampled in ${where} name different populations: ${[...counts].join(", ")}.`,
    );
  }
  if (population === undefined) return 0;
  if (population >= sampled) return sampled / population;
  throw new EstimateError(`${where} has ${sampled} sampled units of a population of ${population}.`, {
    hint: "A population is a count of units in the stratum or parent, not a rate.",
  });
}

function groups(
  units: readonly SampledUnit[],
  members: readonly number[],
  codeOf: (unit: SampledUnit) => string,
): [string, number[]][] {
  const byCode = new Map<string, number[]>();
  for (const u of members) {
    const code = codeOf(units[u]!);
    const group = byCode.get(code);
    if (group) group.push(u);
    else byCode.set(code, [u]);
  }
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1));
}
