import { writeFile } from "node:fs/promises";
import type { Unit } from "../../models/units/unit.ts";
import type { DemoRound } from "./demoRound.ts";
import type { DrawnUnit } from "./drawUnit.ts";
import { demoShape, dirtKinds } from "./shape.ts";
import { sharesAmongRespondents } from "./sharesAmongRespondents.ts";
import type { Misspelled } from "./writeUnit.ts";

/** What is known of the dirt of one round, for tests. */
export interface DirtLedger {
  readonly round_code: string;
  responses_in_store: number;
  readonly by_kind: Record<string, number>;
  readonly by_unit: Record<string, Record<string, number>>;
  readonly responses_by_unit: Record<string, number>;
  /** Keys of the dirty responses; of a pair, the later one. */
  readonly response_keys: Record<string, string[]>;
  /** Rows whose unit is written otherwise, by table, unit and kind. */
  readonly misspelled_rows: Record<
    "participants" | "sample_units",
    Record<string, Readonly<Record<string, number>>>
  >;
  readonly enter: (drawn: DrawnUnit, misspelled: Misspelled) => void;
}

export function dirtLedger(roundCode: string): DirtLedger {
  const ledger: DirtLedger = {
    round_code: roundCode,
    responses_in_store: 0,
    by_kind: Object.fromEntries(dirtKinds.map((kind) => [kind, 0])),
    by_unit: {},
    responses_by_unit: {},
    response_keys: Object.fromEntries(dirtKinds.map((kind) => [kind, []])),
    misspelled_rows: { participants: {}, sample_units: {} },
    enter({ unit: { unit_code }, responses, dirt }, misspelled) {
      const own: Record<string, number> = {};
      for (const { kind, responseKey } of dirt) {
        own[kind] = (own[kind] ?? 0) + 1;
        ledger.by_kind[kind]! += 1;
        ledger.response_keys[kind]!.push(responseKey);
      }
      ledger.by_unit[unit_code] = own;
      ledger.responses_by_unit[unit_code] = responses.length;
      ledger.responses_in_store += responses.length;
      ledger.misspelled_rows.participants[unit_code] = misspelled.participants;
      ledger.misspelled_rows.sample_units[unit_code] = misspelled.sample_units;
    },
  };
  return ledger;
}

/** Writes the truth and the dirt beside the store. Tests read them; the pipeline never does. */
export async function writeFacts(
  storePath: string,
  rounds: readonly DemoRound[],
  ledgers: readonly DirtLedger[],
  parameters: { seed: number; respondents?: number | undefined; units?: number | undefined },
): Promise<void> {
  const { seed, respondents = null, units = null } = parameters;
  const head = {
    provenance: "illustrative",
    note: "Invented respondents. What the demo store was made from; nothing but tests reads this file.",
    seed,
    parameters: { respondents, units },
  };
  const truth = rounds.map((round, i) => {
    const drawn = round.units.filter((unit) => ledgers[i]!.by_unit[unit.unit_code] !== undefined);
    return {
      round_code: round.code,
      follows_published_year: round.targets.year,
      margins: "models/rounds margins: adults, illustrative",
      nation: Object.fromEntries(round.nation),
      units: byUnit(drawn, ({ unit_code }) => round.truth.get(unit_code)!),
      expected_among_respondents: byUnit(drawn, (unit) => sharesAmongRespondents(unit, round)),
    };
  });
  await writeJson(`${storePath}.truth.json`, { ...head, settings: demoShape, rounds: truth });
  await writeJson(`${storePath}.dirt.json`, { ...head, rounds: ledgers });
}

function byUnit(units: readonly Unit[], of: (unit: Unit) => ReadonlyMap<string, number>): unknown {
  return Object.fromEntries(units.map((unit) => [unit.unit_code, Object.fromEntries(of(unit))]));
}

async function writeJson(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 1)}\n`);
}
