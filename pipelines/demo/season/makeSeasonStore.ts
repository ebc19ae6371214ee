import { rename, writeFile } from "node:fs/promises";
import type { Spec } from "../../../models/spec/spec.ts";
import type { Unit } from "../../../models/units/unit.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { chooseUnits } from "../chooseUnits.ts";
import { openStoreWriter, type StoreWriter } from "../storeWriter.ts";
import { drawInterviewers } from "./drawInterviews.ts";
import { drawOfficials } from "./drawOfficials.ts";
import {
  interviewExceptions,
  type Planted,
  planOf,
  plantExceptions,
  plantedInUnits,
  type Roles,
} from "./plant.ts";
import { seasonShape } from "./seasonShape.ts";
import { writeInterviews, writeQuestions } from "./writeInterviews.ts";
import { writeOfficials } from "./writeOfficials.ts";
import { writePolls } from "./writePolls.ts";

export interface SeasonOptions {
  readonly spec: Spec;
  readonly path: string;
  /** How many provinces, with a third as many ministries; without it, all. */
  readonly units?: number | undefined;
  readonly seed?: number | undefined;
}

export interface SeasonStore {
  readonly path: string;
  readonly planted: readonly Planted[];
}

/**
 * Makes the store of an invented season of sixty days, and beside it what was planted where and on which day it becomes
 * visible, for tests. The same arguments give the same content. Nothing stands at `path` before everything is written.
 */
export async function makeSeasonStore({ spec, path, units, seed }: SeasonOptions): Promise<SeasonStore> {
  const own = seed ?? seasonShape.seed;
  const { provinces, ministries } = chooseAll(spec, units);
  const roles = rolesOf(provinces, ministries);
  const partial = `${path}.partial`;
  const store = await openStoreWriter(partial);
  const planted: Planted[] = [];
  try {
    for (const unit of [...ministries, ...provinces]) {
      const officials = drawOfficials(unit, planOf(unit, roles), own);
      writeOfficials(store, unit, officials, own);
      if (unit === roles.silent) planted.push(...plantedInUnits(roles, officials));
    }
    planted.push(...plantExceptions(store, roles));
    await writeField(store, roles, own);
    planted.push(...interviewExceptions(roles), ...writePolls(store, roles, own));
    await store.finish();
  } catch (error) {
    await store.abandon();
    throw error;
  }
  const head = {
    provenance: "illustrative",
    note: "Invented persons. What the demo's season was made from; nothing but tests reads this file.",
    seed: own,
    settings: seasonShape,
    planted,
  };
  await writeFile(`${path}.truth.json`, `${JSON.stringify(head, null, 1)}\n`);
  await rename(partial, path);
  return { path, planted };
}

function chooseAll(spec: Spec, n: number | undefined) {
  const { reference_date } = spec.rounds.find(({ round }) => round.round === seasonShape.roundCode)!.round;
  const registry = unitRegistry(spec);
  const provinces = chooseUnits(registry.unitsOn("province", reference_date), n && Math.max(n, 4));
  const ministries = registry.unitsOn("ministry", reference_date);
  return {
    provinces,
    ministries: n === undefined ? ministries : ministries.slice(0, Math.max(2, Math.ceil(n / 3))),
  };
}

function rolesOf(provinces: readonly Unit[], ministries: readonly Unit[]): Roles {
  const [exceptions, late, brokenDomain, otherField] = provinces as [Unit, Unit, Unit, Unit];
  const [fullMailboxes, silent] = ministries as [Unit, Unit];
  return { exceptions, late, brokenDomain, otherField, fullMailboxes, silent };
}

async function writeField(store: StoreWriter, roles: Roles, seed: number): Promise<void> {
  const questions = Array.from(
    { length: seasonShape.interviews.questions },
    (_, i) => `C${String(i + 1).padStart(2, "0")}`,
  );
  await store.startRound(seasonShape.roundCode, questions);
  writeQuestions(store, questions);
  writeInterviews(store, roles.exceptions, drawInterviewers(roles.exceptions, true, seed));
  writeInterviews(store, roles.otherField, drawInterviewers(roles.otherField, false, seed));
  await store.endRound();
}
