import { KnownError } from "../../models/errors.ts";
import type { Instrument } from "../../models/instruments/instrument.ts";
import type { Margin, Round } from "../../models/rounds/round.ts";
import type { Unit } from "../../models/units/unit.ts";
import type { PublishedTargets } from "./publishedTargets.ts";
import { nationalShares, type TrueShares, trueShares } from "./trueShares.ts";

/** What the demo needs to know of one round of SIPAS. */
export interface DemoRoundInput {
  readonly code: string;
  readonly sipas: NonNullable<Round["indices"]["sipas"]>;
  readonly instrument: Instrument;
  /** The provinces that exist in the round. */
  readonly units: readonly Unit[];
  readonly margins: readonly Margin[];
  readonly targets: PublishedTargets;
}

export interface DemoRound extends DemoRoundInput {
  readonly marginsOf: (unit: Unit) => readonly Margin[];
  /** True percentages by unit and node, and the nation's. */
  readonly truth: TrueShares;
  readonly nation: ReadonlyMap<string, number>;
}

/** A round with its truth: fixed by the round and the seed, whichever units are drawn later. */
export function toDemoRound(input: DemoRoundInput, seed: number): DemoRound {
  const marginsOf = (unit: Unit): readonly Margin[] => {
    const found = input.margins.filter((margin) => margin.unit_code === unit.unit_code);
    if (found.length === 0) {
      throw new KnownError(`Round ${input.code} has no margins of ${unit.unit_name} (${unit.unit_code}).`, {
        hint: `Add its adults to models/rounds/${input.code}/margins.csv, or draw fewer units.`,
      });
    }
    return found;
  };
  const withMargins = new Set(input.margins.map((margin) => margin.unit_code));
  const known = input.units.filter((unit) => withMargins.has(unit.unit_code));
  const weights = new Map(
    known.map((unit) => [unit.unit_code, nationalWeight(unit, input, marginsOf(unit))]),
  );
  const truth = trueShares({
    instrument: input.instrument,
    targets: input.targets,
    weights,
    serviceWeight: input.sipas.rules.service_weight.value,
    seed,
  });
  return { ...input, marginsOf, truth, nation: nationalShares(truth, weights) };
}

/** Adults of a unit: the total of its first margin. */
export function countAdults(margins: readonly Margin[]): number {
  return margins
    .filter((margin) => margin.margin_code === margins[0]?.margin_code)
    .reduce((sum, margin) => sum + margin.population, 0);
}

/** A unit's part in the national value, as the round's rule has it; if everybody is asked, pooling weights by adults. */
function nationalWeight(unit: Unit, { sipas }: DemoRoundInput, margins: readonly Margin[]): number {
  if (sipas.rules.nation.value === "mean_of_units") return 1;
  if (sipas.rules.nation.value === "population_weighted") return unit.population_2019 ?? countAdults(margins);
  return countAdults(margins);
}
