import { answerCodes } from "../../models/instruments/answerCodes.ts";
import type { Instrument } from "../../models/instruments/instrument.ts";
import type { OfficialsSurvey } from "../../models/rounds/officials.ts";
import type { Spec } from "../../models/spec/spec.ts";
import type { FictionalUnit } from "../../models/units/fictionalUnit.ts";
import { later } from "./fieldworkTimes.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { type StoreWriter, toTimestamp } from "./storeWriter.ts";
import { writeInstrument } from "./writeInstrument.ts";
import { laterRoundOf } from "./writeScorecards.ts";

/** Settings of the invented officials, all of them assumed. */
export const officialsShape = {
  /** Names on the list of each group, in the order of the form. */
  listed: [
    [24, 44],
    [60, 120],
    [26, 60],
  ],
  /** Who answers, by group: what is known is only that few did in some places. */
  answering: [0.45, 0.92],
  /** A unit about which hardly anybody answers in the newest round: its shares are withheld, and so is its rank. */
  silentUnit: "minh-hoa-tinh-12",
  silentAnswering: 0.04,
  /** How good a unit looks to a group, as the mean of the latent answer; then leaves, persons and items around it. */
  unit: [0.15, 0.75],
  /** How much of a unit's mean in an earlier round is that of the later one. */
  kept: 0.7,
  groupSpread: 0.3,
  leafSpread: 0.15,
  personSpread: 0.45,
  itemSpread: 0.6,
  cuts: { 4: [-1.1, -0.35, 0.5], 5: [-1.6, -0.95, -0.25, 0.7] } as Readonly<
    Record<number, readonly number[]>
  >,
  blankShare: 0.03,
  /** Forms that do not count: a trial, one never submitted, a second one of the same person. */
  dirt: { test: 0.004, unfinished: 0.02, twice: 0.01 },
} as const;

/** Invented officials who answer about the fictional units of every round that surveys officials. No real unit gets any. */
export async function writeOfficials(store: StoreWriter, spec: Spec, seed: number): Promise<void> {
  for (const { round, officials } of spec.rounds)
    for (const index of ["par_ministry", "par_province"] as const) {
      const survey = officials?.[index];
      const form = spec.instruments.find((own) => own.instrument === survey?.instrument);
      if (survey === undefined || form === undefined || form.illustrative !== true) continue;
      const level = index === "par_ministry" ? "ministry" : "province";
      writeInstrument(store, round.round, form);
      await store.startRound(
        round.round,
        form.items.map((item) => item.question),
      );
      for (const unit of spec.fictionalUnits.filter((each) => each.unit_level === level))
        writeUnit(store, {
          round: round.round,
          laterRound: laterRoundOf(spec, round.round),
          survey,
          form,
          unit,
          seed,
        });
      await store.endRound();
    }
}

interface UnitOf {
  readonly round: string;
  readonly laterRound: string | null;
  readonly survey: OfficialsSurvey;
  readonly form: Instrument;
  readonly unit: FictionalUnit;
  readonly seed: number;
}

function writeUnit(store: StoreWriter, { round, laterRound, survey, form, unit, seed }: UnitOf): void {
  const chanceIn = (code: string) => randomStream(seed, "officials", code, unit.unit_code);
  const chance = chanceIn(round);
  const opens = Date.parse(`${survey.fieldwork.opens}T01:00:00Z`);
  const days = Math.round(
    (Date.parse(survey.fieldwork.closes) - Date.parse(survey.fieldwork.opens)) / 86_400_000,
  );
  const own = between(officialsShape.unit, chance);
  const { kept } = officialsShape;
  const level =
    laterRound === null ? own : kept * between(officialsShape.unit, chanceIn(laterRound)) + (1 - kept) * own;
  const leafOf = new Map(
    survey.leaves.value.flatMap(({ items }) => {
      const effect = officialsShape.leafSpread * chance.normal();
      return items.map((item) => [item, effect] as const);
    }),
  );
  form.groups?.forEach((group, g) => {
    const names = chance.between(
      ...(officialsShape.listed[g % officialsShape.listed.length] as [number, number]),
    );
    const answering =
      unit.unit_code === officialsShape.silentUnit && laterRound === null
        ? officialsShape.silentAnswering
        : between(officialsShape.answering, chance);
    const mean = level + officialsShape.groupSpread * chance.normal();
    for (let i = 1; i <= names; i++) {
      const key = `${form.instrument}-${round}-${unit.unit_code}-${group.code}-${i}`;
      const start = [round, form.instrument, key] as const;
      store.add("participants", [
        ...start,
        null,
        unit.unit_name,
        group.code,
        toTimestamp(later.days(opens, -7)),
      ]);
      store.add("deliveries", [...start, "email", toTimestamp(opens), "delivered", null, null]);
      if (chance.uniform() >= answering) continue;
      const answers = () => drawAnswers(form, leafOf, mean, chance);
      const at = opens + chance.between(0, (days - 1) * 86_400) * 1000;
      const add = (suffix: string, submittedAt: number | null, isTest = false) => {
        store.add("responses", [
          ...[round, form.instrument, `${key}${suffix}`, key],
          ...[toTimestamp(at - 600_000), toTimestamp(submittedAt), null, isTest, null, null, null],
        ]);
        store.addAnswers(`${key}${suffix}`, answers());
      };
      const dirty = chance.uniform();
      const { test, unfinished, twice } = officialsShape.dirt;
      if (dirty < test) add("-test", at, true);
      if (dirty >= test && dirty < test + unfinished) {
        add("", null);
        continue;
      }
      add("", at);
      if (dirty >= 1 - twice) add("-again", at + 3_600_000);
    }
  });
}

function drawAnswers(
  form: Instrument,
  leafOf: ReadonlyMap<string, number>,
  mean: number,
  chance: RandomStream,
): (string | null)[] {
  const person = mean + officialsShape.personSpread * chance.normal();
  return form.items.map((item) => {
    if (chance.uniform() < officialsShape.blankShare) return null;
    const latent = person + (leafOf.get(item.code) ?? 0) + officialsShape.itemSpread * chance.normal();
    const codes = answerCodes(item);
    const cuts = officialsShape.cuts[codes.length] ?? [];
    return codes[cuts.filter((cut) => latent > cut).length] ?? null;
  });
}

function between([low, high]: readonly [number, number], chance: RandomStream): number {
  return low + (high - low) * chance.uniform();
}
