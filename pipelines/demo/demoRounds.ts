import { KnownError } from "../../models/errors.ts";
import type { Spec } from "../../models/spec/spec.ts";
import { unitRegistry } from "../../models/units/unitRegistry.ts";
import type { DemoRoundInput } from "./demoRound.ts";
import { publishedTargets } from "./publishedTargets.ts";

/** What the demo needs of the specification's rounds; each must have a SIPAS. */
export function demoRounds(spec: Spec, roundCodes: readonly string[]): readonly DemoRoundInput[] {
  return roundCodes.map((code) => {
    const found = spec.rounds.find(({ round }) => round.round === code);
    const sipas = found?.round.indices.sipas;
    const instrument = spec.instruments.find((candidate) => candidate.instrument === sipas?.instrument);
    if (!found || !sipas || !instrument) {
      throw new KnownError(`Round ${code} has no SIPAS to make demo respondents for.`, {
        hint: "Name a round of models/rounds whose round.yaml has indices.sipas.",
      });
    }
    const parts = instrument.parts.map((part) => part.code);
    const factors = instrument.factors.map((factor) => factor.code);
    return {
      code,
      sipas,
      instrument,
      units: unitRegistry(spec).unitsOn("province", found.round.reference_date),
      margins: found.margins,
      targets: publishedTargets(spec.published.sipas, Number(code), parts, factors),
    };
  });
}
