import { Big } from "big.js";
import { expect, test } from "vitest";
import { frameworkLeaves } from "../../../models/frameworks/frameworkNodes.ts";
import { checkScorecard } from "../../../models/scorecards/checkScorecard.ts";
import { nothingAllowed, scorables } from "../../../models/scorecards/scorable.ts";
import { drawScorecard } from "../../../pipelines/demo/drawScorecard.ts";
import { spec } from "../../models/specFiles.ts";

const cards = spec.fictionalUnits.map((unit) => {
  const framework = spec.frameworks.find((own) => own.framework === `minh-hoa-${unit.unit_level}`)!;
  const indexCode = unit.unit_level === "ministry" ? ("par_ministry" as const) : ("par_province" as const);
  return {
    unit,
    framework,
    rows: drawScorecard({ framework, roundCode: "2023", laterRound: null, indexCode, unit, seed: 2022 }),
  };
});

test("every invented scorecard keeps every rule of its framework and its stages", () => {
  for (const { framework, rows } of cards)
    expect(checkScorecard(rows, scorables(framework), nothingAllowed)).toEqual([]);
});

test("every leaf that the unit scores itself has final points, and no surveyed leaf has: those come from answers", () => {
  for (const { framework, rows } of cards) {
    const final = rows.filter((row) => row.stage_code === "final");
    expect(final.map((row) => row.node_code)).toEqual(
      frameworkLeaves(framework)
        .filter(({ self_scored }) => self_scored)
        .map((leaf) => leaf.code),
    );
    const total = final.reduce((sum, row) => sum.plus(row.points ?? "NaN"), new Big(0));
    expect(total.gt(40) && total.lt(68.5)).toBe(true);
  }
  const stages = new Set(cards.flatMap(({ rows }) => rows.map((row) => row.stage_code)));
  expect([...stages].sort()).toEqual(["appraised_1", "appraised_2", "explained", "final", "self"]);
});

test("the same seed gives the same card, another seed another", () => {
  const { unit, framework, rows } = cards[0]!;
  const again = (seed: number) =>
    drawScorecard({
      framework,
      roundCode: "2023",
      laterRound: null,
      indexCode: "par_ministry",
      unit,
      seed,
    });
  expect(again(2022)).toEqual(rows);
  expect(again(2023)).not.toEqual(rows);
});

test("socio-economic leaves state target, outcome, both documents and the year", () => {
  const statistics = cards
    .flatMap(({ rows }) => rows)
    .filter((row) => row.node_code.startsWith("8.3.") && row.stage_code === "self");
  expect(statistics.length).toBe(12 * 4);
  expect(Object.keys(JSON.parse(statistics[0]?.inputs ?? "{}")).sort()).toEqual([
    "outcome",
    "outcome_source",
    "target",
    "target_source",
    "year",
  ]);
});
