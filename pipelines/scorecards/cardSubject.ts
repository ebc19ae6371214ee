import { KnownError, UsageError } from "../../models/errors.ts";
import type { Framework } from "../../models/frameworks/framework.ts";
import { isWhole } from "../../models/frameworks/frameworkNodes.ts";
import { type Allowed, nothingAllowed } from "../../models/scorecards/scorable.ts";
import type { ScoreRow } from "../../models/scorecards/scoreEntry.ts";
import type { Spec } from "../../models/spec/spec.ts";
import { unitNameKey } from "../../models/units/unitNameKey.ts";
import { unitRegistry } from "../../models/units/unitRegistry.ts";
import { cardPath } from "../../sources/workbook/cardFile.ts";

/** Whom a scorecard scores, by what. */
export interface CardSubject {
  readonly unitName: string;
  readonly indexCode: ScoreRow["index_code"];
  readonly framework: Framework;
  readonly allowed: Allowed;
  /** Below the project's scorecards folder. */
  readonly path: string;
}

const indices = { ministry: "par_ministry", province: "par_province" } as const;

/**
 * The unit of that name in a round with its framework: a real unit has the round's own, which must be held whole; a fictional
 * one has the illustrative set. Throws KnownError where there is no such unit, round or whole framework.
 */
export function cardSubject(spec: Spec, roundCode: string, name: string): CardSubject {
  const round = spec.rounds.find((each) => each.round.round === roundCode)?.round;
  if (round === undefined)
    throw new UsageError(`There is no round ${roundCode}.`, {
      hint: `The rounds are ${spec.rounds.map((each) => each.round.round).join(", ")}.`,
    });
  const fictional = spec.fictionalUnits.find((unit) => unitNameKey(unit.unit_name) === unitNameKey(name));
  const registry = unitRegistry(spec);
  const real = (["ministry", "province"] as const)
    .map((level) => registry.maybeMatchUnit(level, name, round.reference_date))
    .find((unit) => unit !== null);
  const unit = fictional ?? real;
  if (!unit)
    throw new UsageError(`No unit is called "${name}" in the round ${roundCode}.`, {
      hint: "Units are in models/units; Bộ A … and Tỉnh 01 … are fictional ones for trying out.",
    });
  const indexCode = indices[unit.unit_level];
  const par = round.indices[indexCode];
  if (par === undefined)
    throw new UsageError(`The round ${roundCode} has no ${indexCode}.`, {
      hint: `Name another round, or add the index to models/rounds/${roundCode}/round.yaml.`,
    });
  const framework = spec.frameworks.find(
    (own) =>
      own.level === unit.unit_level &&
      (fictional ? own.provenance === "illustrative" : own.framework === par.framework),
  );
  if (framework === undefined || !isWhole(framework))
    throw new KnownError(
      `The criteria of ${par.framework} (${unit.unit_level}) are not held, so ${unit.unit_name} cannot be scored by them.`,
      {
        hint: "Import the decision's annex with `thuocdo framework import`; illustrative criteria score fictional units only.",
      },
    );
  const { not_applicable, bonus, penalty, withholding } = par.scoring ?? {};
  return {
    unitName: unit.unit_name,
    indexCode,
    framework,
    allowed: {
      ...nothingAllowed,
      notApplicable: not_applicable?.value ?? false,
      bonus: bonus?.value ?? false,
      penalty: penalty?.value ?? false,
      withholding: withholding?.value ?? false,
    },
    path: cardPath({ round_code: roundCode, index_code: indexCode }, unit.unit_code),
  };
}
