import { rename } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { KnownError } from "../../models/errors.ts";
import type { Spec } from "../../models/spec/spec.ts";
import { chooseUnits } from "./chooseUnits.ts";
import { type DemoRound, toDemoRound } from "./demoRound.ts";
import { demoRounds } from "./demoRounds.ts";
import { type DrawnUnit, drawUnit, personsPerCluster } from "./drawUnit.ts";
import { askedItems } from "./questionnaire.ts";
import { demoShape } from "./shape.ts";
import { openStoreWriter, type StoreWriter } from "./storeWriter.ts";
import { type DirtLedger, dirtLedger, writeFacts } from "./writeFacts.ts";
import { writeInstrument } from "./writeInstrument.ts";
import { writeOfficials } from "./writeOfficials.ts";
import { writeScorecards } from "./writeScorecards.ts";
import { writeUnit } from "./writeUnit.ts";

export interface DemoOptions {
  readonly spec: Spec;
  readonly roundCodes: readonly string[];
  readonly path: string;
  /** Persons drawn in a round; without it, as many in each village as 36,000 would be over all units. */
  readonly respondents?: number | undefined;
  /** How many units, spread over the regions; without it, all. */
  readonly units?: number | undefined;
  readonly seed?: number | undefined;
}

/** What the demo tells whoever runs it. */
export interface DemoRun {
  readonly log: (line: string) => void;
  readonly onStep: (text: string) => void;
}

export interface DemoStore {
  readonly path: string;
  readonly nResponses: number;
  readonly nUnits: number;
  readonly contentNote: string;
}

/**
 * Makes the demo's survey store: invented respondents in the shape known of SIPAS, with planted dirt, and beside it
 * the truth and the dirt, for tests. The same arguments give the same content; a unit is the same whichever others
 * are drawn. Nothing stands at `path` before everything is written.
 */
export async function makeDemoStore(options: DemoOptions, run: DemoRun): Promise<DemoStore> {
  const seed = options.seed ?? demoShape.seed;
  const partial = `${options.path}.partial`;
  const ledgers: DirtLedger[] = [];
  const rounds = demoRounds(options.spec, options.roundCodes).map((round) => toDemoRound(round, seed));
  const store = await openStoreWriter(partial);
  try {
    for (const round of rounds) ledgers.push(await writeRound(round, store, { ...options, seed }, run));
    run.onStep("scorecards of fictional units");
    writeScorecards(store, options.spec, seed);
    run.onStep("officials about fictional units");
    await writeOfficials(store, options.spec, seed);
    run.onStep("closing the store");
    await store.finish();
  } catch (error) {
    await store.abandon();
    throw error;
  }
  await writeFacts(options.path, rounds, ledgers, { ...options, seed });
  await rename(partial, options.path);
  const nResponses = ledgers.reduce((sum, ledger) => sum + ledger.responses_in_store, 0);
  const nUnits = new Set(ledgers.flatMap((ledger) => Object.keys(ledger.by_unit))).size;
  const contentNote = `${nResponses} responses of invented respondents in ${nUnits} units (seed ${seed})`;
  run.log(contentNote);
  return { path: options.path, nResponses, nUnits, contentNote };
}

async function writeRound(
  round: DemoRound,
  store: StoreWriter,
  { respondents, units: nUnits, seed }: DemoOptions & { seed: number },
  run: DemoRun,
): Promise<DirtLedger> {
  const units = chooseUnits(round.units, nUnits);
  const perCluster =
    respondents === undefined
      ? personsPerCluster(demoShape.respondents, round.units, round)
      : personsPerCluster(respondents, units, round);
  if (perCluster * 2 < 1) {
    throw new KnownError(`${respondents} respondents are too few for ${units.length} units.`, {
      hint: "Ask more respondents or draw fewer units: every village needs about one person.",
    });
  }
  const ledger = dirtLedger(round.code);
  writeInstrument(store, round.code, round.instrument);
  await store.startRound(
    round.code,
    askedItems(round.instrument).map((item) => item.question),
  );
  for (const [i, unit] of units.entries()) {
    run.onStep(`${round.code}: ${unit.unit_name} (${i + 1}/${units.length})`);
    await setImmediate(); // whoever shows progress or stops the run gets a turn
    const drawn: DrawnUnit = drawUnit(unit, round, perCluster, seed);
    const misspelled = writeUnit(store, round, drawn, seed);
    ledger.enter(drawn, misspelled);
  }
  await store.endRound();
  return ledger;
}
