import { afterAll, beforeAll, expect, test } from "vitest";
import { dateOf } from "../../../pipelines/demo/season/seasonClock.ts";
import { seasonShape } from "../../../pipelines/demo/season/seasonShape.ts";
import type { Row } from "../../../sql/table.ts";
import { openSeason, type SeasonWarehouse } from "./seasonWarehouse.ts";

/** A season of four provinces and two ministries, lived through from the eve of its opening to the day after its end. */
let season: SeasonWarehouse;
const days = Array.from({ length: seasonShape.days + 2 }, (_, i) => dateOf(i - 1));
const signals = new Map<string, Row[]>();
const standing = new Map<string, Row[]>();

beforeAll(async () => {
  season = await openSeason({ units: 4 });
  for (const day of days) {
    await season.goTo(day, { withChecks: day.endsWith("5") });
    signals.set(day, await season.query("from marts.participation_signals"));
    standing.set(
      day,
      await season.query("from marts.participation_units where document is null and mode = 'online'"),
    );
  }
}, 240_000);
afterAll(() => season.close());

const has = (day: string, wanted: Readonly<Record<string, unknown>>) =>
  (signals.get(day) ?? []).some((row) =>
    Object.entries(wanted).every(([column, value]) => row[column] === value),
  );

test("every planted trouble is named on the day it can first be seen, and not before", () => {
  const seen = season.season.planted.map(({ n, visible_on, gone_on, ...what }) => ({
    ...what,
    visible_on: days.find((day) => has(day, what)),
  }));
  const wanted = season.season.planted.map(({ n, visible_on, gone_on, ...what }) => ({
    ...what,
    visible_on,
  }));
  expect(wanted.length).toBeGreaterThan(20);
  expect(seen).toEqual(wanted);
});

test("a trouble that is over is named no more, and one that lasts is named to the end", () => {
  for (const { n, visible_on, gone_on, ...what } of season.season.planted) {
    const named = days.filter((day) => has(day, what));
    const wanted = days.filter((day) => day >= visible_on && (gone_on === null || day < gone_on));
    expect([what, named]).toEqual([what, wanted]);
  }
});

test("the lists of exceptions hold as many as were planted", () => {
  const last = days.at(-1)!;
  for (const { n, visible_on, gone_on, ...what } of season.season.planted) {
    if (n !== null && gone_on === null) expect([what, has(last, { ...what, n })]).toEqual([what, true]);
  }
});

test("no interviewer who works well is flagged as short, straight, by night or busy", () => {
  const planted = new Set(season.season.planted.map((each) => each.subject_key));
  const wrong = [...signals.values()].flat().filter((row) => {
    const subject = String(row["subject_key"]);
    return /^interviewer\/.*\/(short|straight|night|device)$/.test(subject) && !planted.has(subject);
  });
  expect(wrong).toEqual([]);
});

test("persons and submissions are counted apart: a second answer and one without a token are answers, not persons", () => {
  const { noToken, unknownToken, secondAnswers } = seasonShape.planted;
  const nation = standing
    .get(dateOf(seasonShape.planted.secondAnswers.day))!
    .find(
      (row) =>
        row["instrument_code"] === "pchc-dia-phuong" &&
        row["domain_level"] === "nation" &&
        row["respondent_group"] === "all",
    )!;
  expect(Number(nation["n_answers"]) - Number(nation["n_submitted"])).toBe(
    noToken.n + unknownToken.n + secondAnswers.n,
  );
});

test("nobody who was counted on a day is lost on a later one", () => {
  const key = (row: Row) =>
    ["instrument_code", "domain_level", "domain_code", "respondent_group"]
      .map((column) => row[column])
      .join("/");
  const before = new Map<string, number>();
  for (const day of days) {
    for (const row of standing.get(day)!) {
      expect(Number(row["n_valid"])).toBeGreaterThanOrEqual(before.get(key(row)) ?? 0);
      before.set(key(row), Number(row["n_valid"]));
    }
  }
});

test("the forecasts of the units hold the number that came in the end about as often as they claim", () => {
  const last = new Map(
    standing.get(dateOf(seasonShape.days - 1))!.map((row) => [idOf(row), Number(row["n_valid"])]),
  );
  const made = days.slice(20, 60).flatMap((day) => standing.get(day)!);
  const told = made.filter((row) => row["forecast_status"] === "ok" && row["domain_level"] !== "nation");
  const held = told.filter((row) => {
    const end = last.get(idOf(row))!;
    return Number(row["forecast_n_low"]) <= end && end <= Number(row["forecast_n_high"]);
  });
  expect(told.length).toBeGreaterThan(500);
  expect(held.length / told.length).toBeGreaterThan(0.8);
});

const idOf = (row: Row) =>
  ["instrument_code", "domain_level", "domain_code", "respondent_group"]
    .map((column) => row[column])
    .join("/");
