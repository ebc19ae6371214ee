import type { Unit } from "../../models/units/unit.ts";
import { toCells, toCharacteristics } from "./demographics.ts";
import type { DemoRound } from "./demoRound.ts";
import { interceptFor, shareSatisfied } from "./intercepts.ts";
import { rollUp } from "./trueShares.ts";

/**
 * What plain percentages of a unit's respondents are expected to be: not the truth, since some kinds of persons are
 * met at home more often than others.
 */
export function sharesAmongRespondents(unit: Unit, round: DemoRound): Map<string, number> {
  const characteristics = toCharacteristics(round.marginsOf(unit));
  const everybody = toCells(characteristics, false);
  const met = toCells(characteristics, true);
  const truth = round.truth.get(unit.unit_code)!;
  const ofItem = (code: string) => 100 * shareSatisfied(interceptFor(truth.get(code)! / 100, everybody), met);
  return rollUp(round.instrument, ofItem, round.sipas.rules.service_weight.value);
}
